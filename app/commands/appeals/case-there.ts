// A case begins at another body: as it came, or as the one demand of it that is that body's. Used by the two ways of redirecting.
import type { Attachment, Event } from '../../core/event';
import { receive } from '../../core/term';
import { withheldIn } from '../../core/withheld';
import { NO_HEAD } from '../../data/ledger';
import { nextNumber } from '../../data/numbers';
import type { World } from '../../world';
import type { ActingBody, Decided, Scene } from './act';
import { chapterOf } from './chapter';

type There = {
  receiver: ActingBody;
  arrivedBy: 'redirect' | 'forwarding';
  /** Of a part: its own words. */ text?: string;
};

/** The case at the receiver, ready to be recorded in the same act, with its id and number. */
export async function caseThere(
  world: World,
  { appeal, events, around }: Scene,
  { receiver, arrivedBy, text = appeal.text }: There,
): Promise<{ id: string; number: string; also: NonNullable<Decided['also']> }> {
  const id = world.newId();
  const number = await nextNumber(world);
  const receipt = receive({
    calendar: around.calendar,
    at: around.now,
    workdayEnd: receiver.workdayEnd,
    workweek: around.edition.counting.workweek,
  });
  const { kind, edition, personId, organisationId, subject, language, visibility, publicDay, nameHidden } = appeal;
  const { chapter, letters } = chapterOf({
    appealId: id,
    before: [],
    head: NO_HEAD,
    around: { ...around, body: receiver, other: around.body },
    facts: [
      {
        type: 'appeal.filed',
        payload: {
          ...{ number, kind, edition, bodyId: receiver.id, personId, organisationId, subject, text, language },
          ...{ visibility, publicDay, nameHidden, receivedAt: around.now },
          receivedDay: receipt.receivedDay,
          registeredDay: receipt.registeredDay,
          registeredWhy: receipt.why,
          arrivedBy,
          originId: appeal.id,
          files: filesOf(events),
        },
      },
    ],
  });
  return { id, number, also: { chapter, letters } };
}

/** The applicant's files travel with the case, however often it is sent on, and stay kept back; the bytes are stored once. */
function filesOf(events: readonly Event[]): Attachment[] {
  const [filed] = events;
  const kept = withheldIn(events);
  return filed?.type === 'appeal.filed'
    ? filed.payload.files.map(({ withheld: _before, ...file }) =>
        kept.has(file.id) ? { ...file, withheld: true } : file,
      )
    : [];
}
