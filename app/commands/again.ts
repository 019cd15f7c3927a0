// Someone else's act came in between what a command read and what it wrote: then it reads and decides again. Used by every act on
// appeals, rounds, comments, points and contests.
import { refuse, type Outcome } from '../core/refusal';
import { Overtaken } from '../data/ledger';

const TRIES = 4;

/** Runs an attempt to its end, a few times if it must. Refuses changed_meanwhile, or what the attempt refuses. */
export async function again<T>(attempt: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      if (tried === TRIES) return refuse('changed_meanwhile');
    }
  }
}
