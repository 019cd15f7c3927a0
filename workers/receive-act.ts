// Does what a letter may do, by the commands that the pages of a case use; and takes its attachments as uploads of its sender, under the checks of
// every upload.
import { answerErrand } from '../app/commands/appeals/answer-errand';
import { cureAppeal } from '../app/commands/appeals/cure';
import { objectToDecision } from '../app/commands/appeals/object';
import { remarkOnAppeal } from '../app/commands/appeals/remark';
import { remarkOnProtocol } from '../app/commands/appeals/remark-protocol';
import { sendLetter } from '../app/commands/appeals/send-letter';
import { FILE_LIMIT, FILES_LIMIT, fileName, uploadFile } from '../app/commands/files/upload';
import { streamOf, type Appeal } from '../app/core/appeal';
import { sentByLetter } from '../app/core/by-letter';
import type { Plan } from '../app/core/incoming';
import type { NotTaken } from '../app/core/incoming-words';
import type { Outcome, Refusal } from '../app/core/refusal';
import type { Viewer } from '../app/core/viewer';
import { openStream } from '../app/data/ledger';
import { note, type Waiting } from '../app/data/incoming';
import type { IncomingFile, IncomingMail } from '../app/mail/read';
import { viewerById } from '../app/queries/viewer';
import type { World } from '../app/world';

/** Uploads that an act may carry, and what was not taken, with why. `place`: what the letter may do takes any. */
export async function takeFiles(
  world: World,
  viewer: Viewer,
  files: readonly IncomingFile[],
  place: boolean,
): Promise<{ ids: string[]; refused: NotTaken[] }> {
  if (!place) return { ids: [], refused: files.map(({ name }) => ({ name: fileName(name), why: 'no_place' })) };
  const ids: string[] = [];
  const refused: NotTaken[] = [];
  for (const { name: sent, bytes } of files) {
    const name = fileName(sent);
    if (ids.length === FILES_LIMIT) {
      refused.push({ name, why: 'too_many' });
      continue;
    }
    if (bytes.length > FILE_LIMIT) {
      refused.push({ name, why: 'too_large' });
      continue;
    }
    const stored = await uploadFile(world, viewer, { name, bytes: onePiece(bytes) });
    if (stored.ok) ids.push(stored.value.id);
    else refused.push({ name, why: whyNot(stored.refusal) });
  }
  return { ids, refused };
}

/** Throws where it could not be looked through: the letter waits, and nothing of it is lost. */
function whyNot({ code }: Refusal): NotTaken['why'] {
  if (code === 'file_not_scanned') throw new Error('an attachment could not be looked through for viruses');
  if (code === 'file_infected') return 'infected';
  return code === 'file_too_large' ? 'too_large' : 'type';
}

async function* onePiece(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

type By = { appeal: Appeal; mail: IncomingMail; files: readonly string[] };

/** In the sender's name, at the moment of `world`. False where it is refused: then the next plan is tried. */
export async function actBy(
  world: World,
  viewer: Viewer & { incomingId: string },
  plan: Plan,
  by: By,
): Promise<boolean> {
  const { appeal, mail } = by;
  const [appealId, text, files] = [appeal.id, mail.text, [...by.files]];
  switch (plan.what) {
    case 'cured': {
      const said = text.length < 10 && files.length > 0 ? `${text} ${sentByLetter(world.now())}`.trim() : text;
      const done = await cureAppeal(world, viewer, { appealId, text: said, files, withheld: files });
      if (done.ok || done.refusal.code !== 'personal_data_in_appeal') return done.ok;
      // Words that must not become public stand in the letter, which only the parties read; that it was put right is everybody's to see.
      return (
        (await sendApart(world, viewer, by)) &&
        isDone(await cureAppeal(world, viewer, { appealId, text: sentByLetter(world.now()) }))
      );
    }
    case 'objected':
      if (files.length > 0 && !(await sendApart(world, viewer, by))) return false;
      return isDone(await objectToDecision(world, viewer, { appealId, text }));
    case 'protocol_remarked':
      if (files.length > 0 && !(await sendApart(world, viewer, by))) return false;
      return isDone(await remarkOnProtocol(world, viewer, { appealId, text }));
    case 'errand_answered':
      return isDone(await answerErrand(world, viewer, { appealId, errand: plan.errand, text }));
    case 'noted':
      return isDone(await remarkOnAppeal(world, viewer, { appealId, text: (text || mail.subject).slice(0, 5000) }));
    case 'for_answer':
      return settled(world, viewer.incomingId);
    case 'recorded':
      if (await isSent(world, appeal, viewer.incomingId)) return settled(world, viewer.incomingId);
      return isDone(await send(world, viewer, viewer.incomingId, by));
  }
}

/** What it does is no act of its own: nothing is left but to tell its sender. */
async function settled({ db }: World, incomingId: string): Promise<true> {
  await note(db, incomingId, { state: 'acted' });
  return true;
}

const isDone = ({ ok }: Outcome<unknown>): boolean => ok;

const send = (world: World, viewer: Viewer, incomingId: string, { appeal, mail, files }: By) =>
  sendLetter(world, viewer, {
    ...{ appealId: appeal.id, incomingId, receivedAt: world.now(), text: mail.text || mail.subject, files: [...files] },
  });

async function isSent({ db }: World, { id }: Appeal, incomingId: string): Promise<boolean> {
  const { events } = await openStream(db, streamOf(id));
  return events.some((event) => event.type === 'appeal.letter_received' && event.payload.incomingId === incomingId);
}

/** The letter as it came beside what it does: once, also when a worker dies between the two. */
async function sendApart(
  world: World,
  { incomingId, ...viewer }: Viewer & { incomingId: string },
  by: By,
): Promise<boolean> {
  return (await isSent(world, by.appeal, incomingId)) || isDone(await send(world, viewer, incomingId, by));
}

/** A letter that a registrar put to a case, with its attachments. */
export async function putToCase(
  world: World,
  { id: incomingId, receivedAt }: Waiting,
  { appealId, personId }: NonNullable<Waiting['matched']>,
  mail: IncomingMail,
): Promise<boolean> {
  const free = { ...world, limits: null };
  const viewer = await viewerById(free, personId);
  if (!viewer) throw new Error('whoever put a letter to a case has no account any more');
  const { ids: files, refused } = await takeFiles(free, viewer, mail.files, true);
  await note(world.db, incomingId, { refused, taken: files.length });
  const text = mail.text || mail.subject;
  const act = { appealId, incomingId, receivedAt: receivedAt.getTime(), text, files };
  return isDone(await sendLetter(free, { ...viewer, incomingId }, act));
}
