// What the frame and the landing page show of the whole house: whether this is a demonstration, the figures of the last
// ninety days, the latest public cases. Few statements, for they are asked on the most visited pages.
import type { Database } from '../data/connect';
import type { World } from '../world';

const ASKED_AGAIN_AFTER = 60_000;
const demonstrations = new WeakMap<Database, { at: number; answer: Promise<boolean> }>();

/** Whether any demo account exists. Asked at most once a minute in a process: the frame of every page says it. */
export function isDemonstration({ db, now }: Pick<World, 'db' | 'now'>): Promise<boolean> {
  const known = demonstrations.get(db);
  const at = now();
  if (known && Math.abs(at - known.at) < ASKED_AGAIN_AFTER) return known.answer;
  const answer = db.pool
    .query<{ demo: boolean }>({
      name: 'is_demonstration',
      text: 'SELECT EXISTS (SELECT 1 FROM "Person" WHERE demo) AS demo',
    })
    .then(({ rows }) => rows[0]?.demo ?? false);
  demonstrations.set(db, { at, answer });
  answer.catch(() => demonstrations.delete(db));
  return answer;
}
