// An official, or the head for them, says from which day to which they are away and who acts in their place: duties, letters, desk and rights
// go to the cover on those days. Called from the page of the body's work.
import { z } from 'zod';
import { overlap } from '../../core/absence';
import { dayOf } from '../../core/day';
import { dayField } from '../../core/fields';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { absencesAt } from '../../data/absences';
import { NO_HEAD } from '../../data/ledger';
import { officialAt } from '../../data/offices';
import type { World } from '../../world';
import { limited } from '../limited';
import { recordAbsence } from './record';

export const input = z
  .object({ bodyId: z.uuid(), personId: z.uuid(), coverId: z.uuid(), fromDay: dayField, untilDay: dayField })
  .refine(({ fromDay, untilDay }) => fromDay <= untilDay, { path: ['untilDay'], error: 'bad_day' });

/** Announces. Refuses: not_signed_in, not_allowed, invalid (a day that is past, a last day before the first, oneself as cover),
 * official_not_here (either holds no office there), absence_announced (for some of these days), cover_away. */
export async function announceAbsence(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ id: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { bodyId, personId, coverId, fromDay, untilDay } = read.value;
    if (!may(viewer, 'absence.announce', { bodyId, personId })) return refuse('not_allowed');
    const now = world.now();
    if (untilDay < dayOf(now)) return refuse('invalid', { fields: { untilDay: 'bad_day' } });
    if (personId === coverId) return refuse('invalid', { fields: { coverId: 'bad_choice' } });
    const [person, cover] = await Promise.all([personId, coverId].map((id) => officialAt(world.db, bodyId, id, now)));
    if (!person || !cover) return refuse('official_not_here');
    const there = await absencesAt(world.db, bodyId, { fromDay, untilDay });
    const days = { fromDay, untilDay };
    const own = there.find((one) => one.personId === personId && overlap(one, days));
    if (own) return refuse('absence_announced', { params: { from: own.fromDay, until: own.untilDay } });
    const away = there.find((one) => one.personId === coverId && overlap(one, days));
    if (away)
      return refuse('cover_away', {
        params: { name: away.name, from: away.fromDay, until: away.untilDay },
        fields: { coverId: 'bad_choice' },
      });
    const id = world.newId();
    await recordAbsence(world, viewer, {
      ...{ id, bodyId, before: [], head: NO_HEAD, change: 'named' as const },
      fact: (officer) => ({
        type: 'absence.announced',
        payload: {
          bodyId,
          person: { personId, name: person.name },
          cover: { personId: coverId, name: cover.name },
          fromDay,
          untilDay,
          officer,
        },
      }),
    });
    return done({ id });
  });
}
