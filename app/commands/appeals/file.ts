// An NGO's representative or a person files an appeal to a state body. Called by the filing page, the API and the simulation.
// Promises: the number, the days with their reasons, every obligation, reminder and letter are there when it returns; and a
// form with a key is filed once, however often and however nearly at the same moment it is sent.
import { z } from 'zod';
import { KINDS } from '../../../guide/schema';
import { dayOf } from '../../core/day';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { receive } from '../../core/term';
import type { Viewer } from '../../core/viewer';
import { taking } from '../../data/forms';
import { NO_HEAD, TakenBefore } from '../../data/ledger';
import { attach, attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { bodiesOf, recordChapters, surroundingsOf } from './act';
import { chapterOf } from './chapter';
import { filedBefore, type FiledCase } from './filed-before';
import { nextNumber } from '../../data/numbers';
import { limited } from '../limited';
import { whyNotAbout } from './origin';

export const input = z.object({
  kind: z.enum(KINDS),
  bodyId: z.uuid(),
  /** The organisation in whose name it is filed; empty for one's own name. */
  organisationId: z.union([z.uuid(), z.literal('')]).default(''),
  subject: z.string().trim().min(5).max(200),
  text: z.string().trim().min(20).max(20_000),
  language: z.enum(['kk', 'ru', 'en']),
  visibility: z.enum(['public', 'private']).default('public'),
  nameHidden: z.union([z.boolean(), z.stringbool()]).default(false),
  /** The case that a complaint is about, or that is filed again, by id. */
  originId: z.union([z.uuid(), z.literal('')]).default(''),
  files: z.array(z.uuid()).max(10).default([]),
  /** The form's one-time key; without one every sending files. */
  key: z.union([z.uuid(), z.literal('')]).default(''),
});

/**
 * Files an appeal; `again`: this very form was filed before, and that case is given. Refuses: invalid, not_signed_in, not_allowed,
 * form_taken (the form was filed before and says something else now), not_found, body_closed, too_many_attempts.
 */
export async function fileAppeal(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<FiledCase>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  return limited(world, viewer, 'file_appeal', () => take(world, viewer, read.value));
}

async function take(world: World, viewer: Viewer, sent: z.output<typeof input>): Promise<Outcome<FiledCase>> {
  const { kind, bodyId, subject, text, language, visibility, nameHidden, key } = sent;
  const organisationId = sent.organisationId || null;
  const originId = sent.originId || null;
  if (!may(viewer, 'appeal.file', { organisationId })) return refuse('not_allowed');
  const [bodies, files] = await Promise.all([
    bodiesOf(world, [bodyId]),
    attachmentsOf(world, viewer.personId, sent.files),
  ]);
  const form = key ? { personId: viewer.personId, key } : null;
  const said = {
    ...{ kind, bodyId, organisationId, subject, text, language, visibility, nameHidden, originId },
    files: sent.files,
  };
  // Asked after the uploads were: those that the first sending took are not free any more.
  const before = form && (await filedBefore(world, form, said));
  if (before) return before;
  const body = bodies.get(bodyId);
  const foreign = originId && (await whyNotAbout(world, viewer, { kind, bodyId, originId }));
  if (foreign) return { ok: false, refusal: foreign };
  if (!body || files.length !== sent.files.length) return refuse('not_found');
  if (body.closed) return refuse('body_closed');

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
    edition: edition.id,
    kind,
    body,
    other: null,
    actor: { kind: 'person', personId: viewer.personId, name: viewer.name, post: null },
  });
  const { chapter, letters } = chapterOf({
    appealId: id,
    before: [],
    head: NO_HEAD,
    around,
    facts: [
      {
        type: 'appeal.filed',
        payload: {
          number,
          kind,
          edition: edition.id,
          bodyId,
          personId: viewer.personId,
          organisationId,
          subject,
          text,
          language,
          visibility,
          nameHidden,
          receivedAt: now,
          receivedDay: receipt.receivedDay,
          registeredDay: receipt.registeredDay,
          registeredWhy: receipt.why,
          arrivedBy: 'filing',
          originId,
          files,
        },
      },
    ],
  });
  try {
    await recordChapters(world, around, {
      chapters: [chapter],
      letters,
      also: form ? taking(form, { stream: chapter.stream, at: now }) : [],
      updates: attach(files, { appealId: id, stream: chapter.stream, version: 1 }),
    });
  } catch (error) {
    const first = form && error instanceof TakenBefore ? await filedBefore(world, form, said) : null;
    if (!first) throw error;
    return first;
  }
  // A draft whose form was taken is none any more (queries/drafts); its words need not wait for the night.
  if (key) await world.db.prisma.draft.deleteMany({ where: { id: key, personId: viewer.personId } });
  return done({ id, number, again: false });
}
