// Time watches over notices: one that nobody saw in time, or that no address takes, is to be handed over on paper; one that was seen after
// all is not any more. Called by the worker serve and by drain; running it late or twice changes nothing else.
import { addDays, dayOf, instantOf } from '../../core/day';
import { unreadFrom } from '../../core/notice';
import { seenAfterAll, unseenNotices, writeFurther } from '../../data/evidence';
import type { World } from '../../world';
import { recordInTime } from './time-act';

/** Calendar days: a notice older than this was written before anybody watched. */
const LOOK_BACK = 60;

/** Gives the number of duties that it opened or closed. */
export async function watchNotices(world: World, signal?: AbortSignal): Promise<number> {
  const { db, guide, now } = world;
  const today = dayOf(now());
  let count = 0;
  for (const { letterId, stream, notice, how, at } of await seenAfterAll(db)) {
    if (signal?.aborted) return count;
    const on = dayOf(at.getTime());
    const payload = { letterId, notice, how, on, number: '', officer: null };
    const done = await recordInTime(world, stream, ({ steps }) =>
      steps.unserved?.some((one) => one.letterId === letterId) ? { type: 'appeal.notice_served', payload } : null,
    );
    if (done) count += 1;
  }
  const editions = guide.editions.filter(({ notices }) => notices !== null).map(({ id }) => id);
  const since = instantOf(addDays(today, -LOOK_BACK), '00:00');
  for (const found of await unseenNotices(db, { since, editions })) {
    if (signal?.aborted) return count;
    const { letterId, stream, notice, edition, writtenAt, lastAt, actBy, lost } = found;
    const { notices } = guide.edition(edition);
    if (!notices) continue;
    const from = unreadFrom(notices, guide.calendar, { writtenDay: dayOf(writtenAt.getTime()), actBy });
    if (!lost && today < from) continue;
    // The next channel before paper: a further address, which gets a working day to be looked at.
    if ((await writeFurther(db, { letterId, at: now() })) > 0) {
      world.wake('deliver');
      count += 1;
      continue;
    }
    const last = dayOf(lastAt.getTime());
    if (!lost && last > dayOf(writtenAt.getTime()) && today <= last) continue;
    const why = lost ? ('lost' as const) : ('unread' as const);
    const done = await recordInTime(world, stream, ({ steps }) =>
      steps.unserved?.some((one) => one.letterId === letterId)
        ? null
        : { type: 'appeal.notice_unserved', payload: { letterId, notice, why } },
    );
    if (done) count += 1;
  }
  return count;
}
