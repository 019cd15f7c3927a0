// The job dump: nightly, after figures were recounted from the ledger, the open data are published, once every figure has been reckoned
// again from their files. What they do not give is withheld.
import { publishDump } from '../app/commands/scores/publish-dump';
import { openDataWords } from '../app/text/open-data';
import type { World } from '../app/world';

/** Gives the number of figures that agree. */
export const dump = async (world: World): Promise<number> => (await publishDump(world, openDataWords)).figures;
