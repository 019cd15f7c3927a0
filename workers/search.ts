// The job search: what the index of words lacks is added. Acts write their own words (data/search-entries); this finds what was said
// before there was an index, or was indexed by an older scheme; then what attachments say, and the words themselves.
import { behind, catchUp } from '../app/data/search-behind';
import { indexFiles } from '../app/data/search-files';
import { learnWords } from '../app/data/search-vocabulary';
import type { World } from '../app/world';

const AT_ONCE = 200;
const FILES_AT_ONCE = 20;

/** Gives the number of objects and attachments indexed. */
export async function search(world: World, signal: AbortSignal): Promise<number> {
  const { db } = world;
  const made = await untilDone(signal, async () => catchUp(db, await behind(db, AT_ONCE)));
  const read = await untilDone(signal, () => indexFiles(world, FILES_AT_ONCE));
  await untilDone(signal, () => learnWords(db, AT_ONCE));
  return made + read;
}

async function untilDone(signal: AbortSignal, some: () => Promise<number>): Promise<number> {
  let sum = 0;
  while (!signal.aborted) {
    const count = await some();
    if (count === 0) break;
    sum += count;
  }
  return sum;
}
