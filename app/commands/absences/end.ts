// Somebody who was to be away is back, or will not be away at all: from today on they do their own work again. The days before stay as they
// were: what the cover did then was done with right.
import { z } from 'zod';
import { absenceStream, endedBefore, foldAbsence } from '../../core/absence';
import { dayOf } from '../../core/day';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { openStream } from '../../data/ledger';
import type { World } from '../../world';
import { limited } from '../limited';
import { again } from '../again';
import { recordAbsence } from './record';

export const input = z.object({ absenceId: z.uuid() });

/** Ends it. Refuses: not_found, not_signed_in, not_allowed, absence_over, changed_meanwhile. */
export async function endAbsence(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ id: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { absenceId: id } = read.value;
    return again(async () => {
      const { events: before, head } = await openStream(world.db, absenceStream(id));
      const absence = foldAbsence(before);
      if (!absence) return refuse('not_found');
      const { bodyId, person } = absence;
      if (!may(viewer, 'absence.announce', { bodyId, personId: person.personId })) return refuse('not_allowed');
      const untilDay = endedBefore(dayOf(world.now()));
      if (absence.untilDay <= untilDay) return refuse('absence_over');
      await recordAbsence(world, viewer, {
        ...{ id, bodyId, before, head, change: 'ended' as const },
        fact: (officer) => ({ type: 'absence.ended', payload: { untilDay, officer } }),
      });
      return done({ id });
    });
  });
}
