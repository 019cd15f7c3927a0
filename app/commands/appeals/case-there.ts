// A case begins at another body: as it came, or as the one demand of it that is that body's. Used by the two ways of redirecting.
import { streamOf } from '../../core/appeal';
import { readFact, type FactOf } from '../../core/event';
import { receive } from '../../core/term';
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
  { appeal, around }: Scene,
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
          files: await filesOf(world, appeal.id),
        },
      },
    ],
  });
  return { id, number, also: { chapter, letters } };
}

/** The applicant's files travel with the case, however often it is sent on; the bytes are stored once. */
async function filesOf({ db }: World, appealId: string): Promise<FactOf<'appeal.filed'>['payload']['files']> {
  const first = await db.prisma.event.findUniqueOrThrow({
    where: { stream_version: { stream: streamOf(appealId), version: 1 } },
    select: { type: true, payload: true },
  });
  const filed = readFact(first.type, first.payload);
  return filed.type === 'appeal.filed' ? filed.payload.files : [];
}
