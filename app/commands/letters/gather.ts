// Letters that wait for their reader's day become one letter. Called by the job digest. However many workers run, wherever one dies:
// each letter is gathered once, for the letter that names it and the mark on it are written together or not at all.
import { holdGathering, toGatherFor, writeGathered } from '../../data/delivery';
import { inTransaction } from '../../data/transaction';
import type { World } from '../../world';

/** People whose letters are gathered before it is asked again who is due, and letters that one letter lists: a backlog makes several. */
const PEOPLE = 100;
const LISTED = 100;

/** Gives the number of letters written. */
export async function gatherLetters(world: World, signal?: AbortSignal): Promise<number> {
  let written = 0;
  for (;;) {
    const people = await toGatherFor(world.db, world.now(), PEOPLE);
    let now = 0;
    for (const personId of people) now += await gatherFor(world, personId);
    written += now;
    if (now > 0) world.wake('deliver');
    // Nothing came of anybody who was due: another worker is at them.
    if (now === 0 || signal?.aborted) return written;
  }
}

const gatherFor = (world: World, personId: string): Promise<number> =>
  inTransaction(world.db, async (through) => {
    const found = await holdGathering(through, personId, LISTED);
    const [first] = found?.held ?? [];
    if (!found || !first) return 0;
    const { email, locale, held } = found;
    await writeGathered(through, held, {
      ...{ id: world.newId(), key: `digest:${personId}:${first.id}`, personId, email, locale, at: world.now() },
      data: {
        path: '/inbox',
        letters: held.map(({ id, subject, createdAt }) => ({ id, subject, at: createdAt.getTime() })),
      },
    });
    return 1;
  });
