// One case of a filing: what was told, at one body, received now. Used by file.ts for each body that it goes to.
import { dayOf } from '../../core/day';
import type { FactOf } from '../../core/event';
import { receive } from '../../core/term';
import type { Viewer } from '../../core/viewer';
import { NO_HEAD } from '../../data/ledger';
import { nextNumber } from '../../data/numbers';
import type { World } from '../../world';
import { surroundingsOf, type ActingBody } from './around';
import { chapterOf } from './chapter';
import type { Kind } from '../../../guide/schema';

type Filed = FactOf<'appeal.filed'>['payload'];
type Told = Pick<
  Filed,
  | ('organisationId' | 'subject' | 'text' | 'language' | 'visibility' | 'publicDay' | 'nameHidden' | 'originId')
  | ('togetherId' | 'files')
> & { kind: Kind };

/** Ready to be recorded, with its id and number. */
export async function caseAt(world: World, viewer: Viewer, { body, told }: { body: ActingBody; told: Told }) {
  const now = world.now();
  const id = world.newId();
  const number = await nextNumber(world);
  const edition = world.guide.inForceOn(dayOf(now));
  const receipt = receive({
    calendar: world.guide.calendar,
    at: now,
    workdayEnd: body.workdayEnd,
    workweek: edition.counting.workweek,
  });
  const around = surroundingsOf(world, {
    ...{ edition: edition.id, kind: told.kind, body, other: null },
    actor: { kind: 'person', personId: viewer.personId, name: viewer.name, post: null },
  });
  const { chapter, letters } = chapterOf({
    ...{ appealId: id, before: [], head: NO_HEAD, around },
    facts: [
      {
        type: 'appeal.filed',
        payload: {
          ...told,
          ...{ number, edition: edition.id, bodyId: body.id, personId: viewer.personId, arrivedBy: 'filing' },
          ...{ receivedAt: now, receivedDay: receipt.receivedDay },
          ...{ registeredDay: receipt.registeredDay, registeredWhy: receipt.why },
        },
      },
    ],
  });
  return { id, number, around, chapter, letters };
}
