// The job receive: letters that came in, one after another, in the order in which they came. One process at a time, under a lock of the
// database. A fault leaves a letter for the next run, and after a few to people; it never keeps others waiting.
import { TRIES } from '../app/core/incoming';
import { inTurn } from '../app/data/advisory';
import { failedOnce, waitingLetters, type Waiting } from '../app/data/incoming';
import type { Replies } from '../app/data/reply-address';
import type { World } from '../app/world';
import { putAside, readLetter } from './receive-letter';

const LOCK = 20_261_129;
const BATCH = 50;

/** Gives the number of letters that were dealt with. */
export async function receive(world: World, signal: AbortSignal): Promise<number> {
  const { replies } = world;
  if (!replies) return 0;
  const done = await inTurn(world.db, LOCK, async () => {
    let [count, after] = [0, null as string | null];
    for (;;) {
      const waiting = await waitingLetters(world.db.pool, { after, limit: BATCH });
      for (const letter of waiting) {
        if (signal.aborted) return count;
        count += (await dealWith(world, replies, letter)) ? 1 : 0;
      }
      after = waiting.at(-1)?.id ?? null;
      if (waiting.length < BATCH) return count;
    }
  });
  return done ?? 0;
}

async function dealWith(world: World, replies: Replies, letter: Waiting): Promise<boolean> {
  try {
    return await readLetter(world, replies, letter);
  } catch (error) {
    const tries = await failedOnce(world.db, letter.id);
    const reason = error instanceof Error ? error.name : 'no error';
    world.log.warn({ incoming: letter.id, tries, error: reason }, 'a letter that came in could not be dealt with');
    return tries >= TRIES && (await putAside(world, letter, 'unreadable'));
  }
}
