// Personal data inside attachments that are about to be published. One file after another, and never more than a few at once whoever asks:
// what is held in memory is bounded. Called by the commands that publish files.
import type { Attachment } from '../core/event';
import { personalData } from '../core/personal-data';
import { FINDINGS_TOLD, type Finding } from '../core/personal-finding';
import type { World } from '../world';
import { isSearched, placesIn } from './file-places';

/** Files of which so many bytes are looked into; no larger ones are taken as attachments. */
const LARGEST = 20_000_000;
const AT_ONCE = 2;
let reading = 0;
const waiting: (() => void)[] = [];

/** Waits for a place among those who read, and gives it up again. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (reading >= AT_ONCE) await new Promise<void>((ready) => waiting.push(ready));
  else reading++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else reading--;
  }
}

/** What stands in the files, in their order, at most FINDINGS_TOLD; pictures and scans are not looked into. */
export async function personalInFiles(world: Pick<World, 'files'>, files: readonly Attachment[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const file of files) {
    if (found.length >= FINDINGS_TOLD) break;
    if (isSearched(file.type) && file.size <= LARGEST) found.push(...(await inTurn(() => findingsOf(world, file))));
  }
  return found.slice(0, FINDINGS_TOLD);
}

async function findingsOf({ files }: Pick<World, 'files'>, { id, name, type, sha256 }: Attachment): Promise<Finding[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of files.get(sha256)) chunks.push(chunk as Buffer);
  const found: Finding[] = [];
  for (const { of, at, text } of await placesIn(Buffer.concat(chunks), type)) {
    found.push(...personalData(text).map((one): Finding => ({ ...one, in: 'file', file: { id, name, of, at } })));
    if (found.length >= FINDINGS_TOLD) break;
  }
  return found;
}
