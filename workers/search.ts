// The job search: what the index of words lacks is added. Acts write their own words (data/search-entries); this finds what was said
// before there was an index, or was indexed by an older scheme.
import { behind, catchUp } from '../app/data/search-behind';
import type { World } from '../app/world';

const AT_ONCE = 200;

/** Gives the number of objects indexed. */
export async function search({ db }: World, signal: AbortSignal): Promise<number> {
  let count = 0;
  while (!signal.aborted) {
    const streams = await behind(db, AT_ONCE);
    count += await catchUp(db, streams);
    if (streams.length < AT_ONCE) break;
  }
  return count;
}
