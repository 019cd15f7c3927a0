// The letters by e-mail behind a case, as they came: which act was done by which, and the bytes for whoever may read that act. The sender has
// every byte; others all but what would let them act in the sender's place. What was erased, or held a virus, is given to nobody.
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Event, EventType } from '../core/event';
import type { NotTaken, Taken } from '../core/incoming-words';
import { may } from '../core/permission';
import type { Viewer } from '../core/viewer';
import { struckLetter } from '../data/struck-letter';
import type { World } from '../world';
import { caseFacts, type CaseFacts } from './case-facts';

/** The act that each was; words for the form of an answer are none. */
const ACTS = {
  cured: 'appeal.cured',
  objected: 'appeal.objected',
  protocol_remarked: 'appeal.protocol_remarked',
  errand_answered: 'appeal.errand_answered',
  noted: 'appeal.remarked',
} as const satisfies Partial<Record<Taken, EventType>>;
const isAct = (what: string | null): what is keyof typeof ACTS => what !== null && what in ACTS;
/** For the body alone, as the thread of the case has it. */
const INTERNAL: readonly EventType[] = ['appeal.errand_answered', 'appeal.remarked'];

type Row = { id: string; what: string | null; personId: string | null; receivedAt: Date; refused: unknown };

/** The events that a letter was: those that say so, and the act of its sender at the moment of its receipt. */
function actsOf({ id, what, personId, receivedAt }: Row, events: readonly Event[]): Event[] {
  return events.filter((event) =>
    event.type === 'appeal.letter_received'
      ? event.payload.incomingId === id
      : isAct(what) &&
        event.type === ACTS[what] &&
        event.at === receivedAt.getTime() &&
        event.actor.kind === 'person' &&
        event.actor.personId === personId,
  );
}

const isClean = ({ refused }: Row): boolean => !(refused as NotTaken[]).some(({ why }) => why === 'infected');

/** Letters by the act: the id of its place in the thread (`event-<version>`) -> the letter. Nothing for whoever is no party. */
export async function originalsOf({ db }: Pick<World, 'db'>, facts: CaseFacts): Promise<Record<string, string>> {
  const { appeal, events, side } = facts;
  if (side === null) return {};
  const rows = await db.prisma.incoming.findMany({
    where: { appealId: appeal.id, state: { in: ['acted', 'done'] } },
    select: { id: true, what: true, personId: true, receivedAt: true, refused: true },
  });
  return Object.fromEntries(
    rows
      .filter(isClean)
      .flatMap((row) => actsOf(row, events).map((event) => [event, row.id] as const))
      .filter(([event]) => isSeen(event, facts))
      .map(([{ version }, id]) => [`event-${version}`, id]),
  );
}

const isSeen = ({ type, version }: Event, { side, events }: CaseFacts): boolean =>
  (side === 'body' || (side === 'applicant' && !INTERNAL.includes(type))) &&
  !events.some(
    (one) => one.type === 'record.erased' && one.payload.events.some((erased) => erased.version === version),
  );

/** The letter, or null where there is none for this viewer. `size`: known where it is sent as it came. */
export async function originalLetter(
  world: World,
  viewer: Viewer | null,
  { number, incomingId }: { number: string; incomingId: string },
): Promise<{ bytes: Readable | Buffer; size: number } | null> {
  const { replies, db } = world;
  const facts = viewer && (await caseFacts(world, viewer, number));
  if (!facts || !replies || !/^[\da-f-]{36}$/.test(incomingId)) return null;
  const row = await db.prisma.incoming.findFirst({ where: { id: incomingId, appealId: facts.appeal.id } });
  if (!row || !isClean(row)) return null;
  const acts = actsOf(row, facts.events);
  const open =
    row.state === 'unmatched'
      ? may(viewer, 'appeal.settle_letter', facts.appeal)
      : acts.length > 0 && acts.every((event) => isSeen(event, facts));
  if (!open) return null;
  if (row.personId === viewer.personId) return { bytes: replies.mail.read(row.raw), size: row.size };
  const bytes = struckLetter(await buffer(replies.mail.read(row.raw)));
  return { bytes, size: bytes.length };
}
