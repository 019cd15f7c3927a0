// One letter that came in: reads it, finds what it may do, does it in its sender's name at the moment our mail server took it, and tells the
// sender once. Killed anywhere, the next run goes on where this one was: an act settles its letter in its own statement.
import { createHash } from 'node:crypto';
import { setAside } from '../app/commands/incoming/set-aside';
import { tellTaken } from '../app/commands/incoming/tell';
import { foldAppeal, type Appeal } from '../app/core/appeal';
import type { Event } from '../app/core/event';
import { isRepliable, plansFor } from '../app/core/incoming';
import { TAKEN, type NotTaken, type Unmatched } from '../app/core/incoming-words';
import { isApplicant } from '../app/core/side';
import { confirmedAddresses } from '../app/data/addresses';
import { witness } from '../app/data/evidence';
import { isFirst, note, type Waiting, type What } from '../app/data/incoming';
import { openStream } from '../app/data/ledger';
import type { Replies } from '../app/data/reply-address';
import { readMail, type IncomingMail } from '../app/mail/read';
import { viewerById } from '../app/queries/viewer';
import type { World } from '../app/world';
import { actBy, putToCase, takeFiles } from './receive-act';

/** The letter whose address it came to, and the case that is about; no case where that letter was about none. */
type Place = {
  letter: { letter: string; data: unknown; stream: string | null; personId: string | null };
  at: { stream: string; appeal: Appeal; events: Event[] } | null;
};

/** Gives whether it is settled. */
export async function readLetter(world: World, replies: Replies, waiting: Waiting): Promise<boolean> {
  if (waiting.state === 'acted') return tell(world, waiting);
  const place = await placeOf(world, waiting);
  if (!place) return settle(world, waiting, 'discarded');
  const mail = await readMail(replies.mail.read(waiting.raw), { envelope: waiting.envelope });
  if (waiting.matched) return (await putToCase(world, waiting, waiting.matched, mail)) && settle(world, waiting, 'put');
  if (waiting.way === 'bounce' || !isRepliable(place.letter)) return report(world, waiting, place, mail);
  return reply(world, waiting, place, mail);
}

async function placeOf({ db }: World, { letterId }: Waiting): Promise<Place | null> {
  const letter = await db.prisma.letter.findUnique({
    where: { id: letterId },
    select: { letter: true, data: true, stream: true, personId: true },
  });
  if (!letter?.stream?.startsWith('appeal:')) return letter && { letter, at: null };
  const { stream } = letter;
  const { events } = await openStream(db, stream);
  const appeal = foldAppeal(events);
  return { letter, at: appeal && { stream, appeal, events } };
}

async function settle(world: World, { id }: Waiting, what: What): Promise<true> {
  await note(world.db, id, { state: 'done', what, settledAt: new Date(world.now()) });
  return true;
}

/** What came to the address of reports: only a failure for good shows something of a letter. */
async function report(world: World, waiting: Waiting, place: Place, mail: IncomingMail): Promise<boolean> {
  const { letterId, receivedAt } = waiting;
  if (mail.report?.permanent) {
    await witness(world.db, { letterId, what: 'bounced', at: receivedAt.getTime(), detail: mail.report.said });
    return settle(world, waiting, 'bounced');
  }
  if (mail.report) return settle(world, waiting, 'delayed');
  if (mail.automatic) return settle(world, waiting, 'automatic');
  await note(world.db, waiting.id, readOf(mail, place));
  return putAside(world, waiting, 'no_report');
}

/** What is kept of a letter to be read by people. */
const readOf = ({ from, subject, text, whole }: IncomingMail, { at }: Place) => ({
  ...{ sender: from, subject, text, whole },
  ...{ appealId: at?.appeal.id ?? null, bodyId: at?.appeal.bodyId ?? null },
});

async function reply(world: World, waiting: Waiting, place: Place, mail: IncomingMail): Promise<boolean> {
  const { id, letterId } = waiting;
  const { letter, at } = place;
  if (mail.automatic) return settle(world, waiting, 'automatic');
  const messageKey = createHash('sha256')
    .update(`${letterId}\n${mail.messageId ?? `${mail.from} ${mail.whole}`}`)
    .digest('hex');
  if (!(await isFirst(world.db, id, messageKey))) return settle(world, waiting, 'duplicate');
  await note(world.db, id, readOf(mail, place));
  const { personId } = letter;
  const known = personId === null ? [] : await confirmedAddresses(world.db, personId);
  if (personId === null || mail.from === null || !known.includes(mail.from)) return putAside(world, waiting, 'sender');
  await note(world.db, id, { personId });
  const then = atReceipt(world, waiting);
  const viewer = await viewerById(then, personId);
  if (!viewer || !at) return putAside(world, waiting, 'not_allowed');
  const plans = plansFor({ viewer, ...at, replied: letter, receivedAt: then.now() });
  const files = await takeFiles(then, viewer, mail.files, isApplicant(viewer, at.appeal));
  for (const plan of plans) {
    await note(world.db, id, { what: plan.what, refused: files.refused, taken: files.ids.length });
    if (await actBy(then, { ...viewer, incomingId: id }, plan, { ...at, mail, files: files.ids }))
      return tell(world, { ...waiting, what: plan.what });
  }
  return putAside(world, waiting, 'not_allowed');
}

/** The world of that moment: what the letter does is done then. Its sender was counted when it came. */
const atReceipt = (world: World, { receivedAt }: Waiting): World => ({
  ...world,
  now: () => receivedAt.getTime(),
  limits: null,
});

async function tell(world: World, waiting: Waiting): Promise<boolean> {
  const row = await world.db.prisma.incoming.findUniqueOrThrow({ where: { id: waiting.id } });
  const what = TAKEN.find((one) => one === row.what);
  const viewer = row.personId && (await viewerById(world, row.personId));
  const place = await placeOf(world, waiting);
  if (!what || !viewer || !place?.at) return settle(world, waiting, what ?? 'put');
  const refused = row.refused as NotTaken[];
  await tellTaken(world, viewer, place.at.appeal, {
    id: row.id,
    receivedAt: row.receivedAt,
    what,
    taken: row.taken,
    refused,
  });
  return true;
}

/** Puts it before people. False where somebody acts on the case just now: then the next run does it. */
export async function putAside(world: World, waiting: Waiting, why: Unmatched): Promise<boolean> {
  const place = await placeOf(world, waiting);
  if (!place?.at) return settle(world, waiting, 'discarded');
  const { stream, appeal } = place.at;
  await note(world.db, waiting.id, { what: null, appealId: appeal.id, bodyId: appeal.bodyId });
  return setAside(world, { incomingId: waiting.id, stream, why, edition: appeal.edition });
}
