// A case begins at another body: as it came, or as the one demand of it that is that body's. Used by the two ways of redirecting.
import type { Appeal } from '../../core/appeal';
import type { Attachment, Event, FactOf } from '../../core/event';
import { originalOf } from '../../core/redaction';
import { receive } from '../../core/term';
import { marked, withheldIn } from '../../core/withheld';
import { NO_HEAD } from '../../data/ledger';
import { nextNumber } from '../../data/numbers';
import type { World } from '../../world';
import type { Decided, Scene } from './act';
import type { ActingBody } from './around';
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
  { receiver, arrivedBy, text }: There,
): Promise<{ id: string; number: string; also: NonNullable<Decided['also']> }> {
  const id = world.newId();
  const number = await nextNumber(world);
  const receipt = receive({
    calendar: around.calendar,
    at: around.now,
    workdayEnd: receiver.workdayEnd,
    workweek: around.edition.counting.workweek,
  });
  const { kind, edition, personId, organisationId, language, visibility, publicDay, nameHidden } = appeal;
  const subject = originalOf(events, 'subject') ?? appeal.subject;
  const words = text ?? originalOf(events, 'text') ?? appeal.text;
  const { chapter, letters } = chapterOf({
    appealId: id,
    before: [],
    head: NO_HEAD,
    around: { ...around, body: receiver, other: around.body },
    facts: [
      {
        type: 'appeal.filed',
        payload: {
          ...{ number, kind, edition, bodyId: receiver.id, personId, organisationId, subject, text: words, language },
          ...{ visibility, publicDay, nameHidden, receivedAt: around.now },
          receivedDay: receipt.receivedDay,
          registeredDay: receipt.registeredDay,
          registeredWhy: receipt.why,
          arrivedBy,
          originId: appeal.id,
          files: filesOf(events),
        },
      },
      ...redactionsOf(appeal).filter(({ payload: { part } }) => part !== 'text' || text === undefined),
    ],
  });
  return { id, number, also: { chapter, letters } };
}

/** The applicant's files travel with the case, however often it is sent on, and stay kept back; the bytes are stored once. */
function filesOf(events: readonly Event[]): Attachment[] {
  const [filed] = events;
  return filed?.type === 'appeal.filed' ? marked(filed.payload.files, withheldIn(events)) : [];
}

/** What the public may not read here it may not read there: words and files, not the answer that was given here. */
const redactionsOf = ({ steps: { redacted = {} } }: Appeal): FactOf<'appeal.redacted'>[] =>
  Object.entries(redacted).flatMap(([part, { text, ground, reason, signatory }]) =>
    part === 'answer' ? [] : [{ type: 'appeal.redacted', payload: { part, text, ground, reason, signatory } }],
  );
