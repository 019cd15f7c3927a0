// An NGO's representative or a person files an appeal to a state body, or to several at once: linked cases, each with its own number, clock
// and duties, all of them or none. Called by the filing page, the API and the simulation. Promises: the number, the days with their reasons,
// every obligation, reminder and letter are there when it returns; and a form with a key is filed once, however often and however nearly
// at the same moment it is sent.
import { z } from 'zod';
import { KINDS } from '../../../guide/schema';
import { dayOf } from '../../core/day';
import type { Attachment } from '../../core/event';
import { tick } from '../../core/fields';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { citationOf, done, refuse, type Outcome } from '../../core/refusal';
import { listOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { marked } from '../../core/withheld';
import { madeBy, taking } from '../../data/forms';
import { TakenBefore } from '../../data/ledger';
import { attach, attachmentsOf, copiesOf } from '../../data/uploads';
import type { World } from '../../world';
import { again } from '../again';
import { limited } from '../limited';
import { recordChapters } from './act';
import { bodiesOf } from './around';
import { caseAt } from './case-at';
import { filedBefore, type FiledCase } from './filed-before';
import { whyNotAbout } from './origin';
import { publicDayIn } from './publicity';
import { whenComplained } from './suspend';
import { wouldPublish } from './would-publish';

export const input = z.object({
  kind: z.enum(KINDS),
  bodyId: listOf(z.string())
    .transform((ids) => [...new Set(ids.filter(Boolean))])
    .pipe(
      z
        .array(z.string())
        .min(1, 'required')
        .refine((ids) => ids.every((id) => z.uuid().safeParse(id).success), 'bad_choice'),
    )
    .meta({ description: 'The body, or several, by id.', items: { type: 'string', format: 'uuid' }, minItems: 1 }),
  /** The organisation in whose name it is filed; empty for one's own name. */
  organisationId: z.union([z.uuid(), z.literal('')]).default(''),
  subject: z.string().trim().min(5).max(200),
  text: z.string().trim().min(20).max(20_000),
  language: z.enum(['kk', 'ru', 'en']),
  visibility: z.enum(['public', 'private', 'later']).default('public').describe('`later`: private until `publicDay`.'),
  publicDay: z.string().max(10).default(''),
  nameHidden: tick,
  originId: z
    .union([z.uuid(), z.literal('')])
    .default('')
    .describe('The case that a complaint is about, or that is filed again, by id.'),
  files: z.array(z.uuid()).max(10).default([]).describe('Ids of files sent before.'),
  withheld: listOf(z.uuid()).describe('Those of the files that only the parties open.'),
  publishPersonal: tick.describe(
    'Personal data was found and may be published. Never enough for an individual number.',
  ),
  /** The form's one-time key; without one every sending files. */
  key: z.union([z.uuid(), z.literal('')]).default(''),
});
type Sent = z.output<typeof input>;

/**
 * Files an appeal; `again`: this very form was filed before, and that case is given; `others`: the numbers at the other bodies. Refuses:
 * invalid, not_signed_in, not_allowed, form_taken (the form was filed before and says something else now), not_found, body_closed,
 * several_not_possible, several_too_many, personal_data_in_appeal, too_many_attempts.
 */
export async function fileAppeal(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<FiledCase>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { value } = read;
  const file = () => again(() => take(world, viewer, value));
  // A form that was taken gives what it made, also to whoever may file nothing more in this hour.
  const { personId } = viewer;
  if (value.key && (await madeBy(world, { personId, key: value.key }))) return file();
  return limited(world, viewer, 'file_appeal', file, value.bodyId.length);
}

async function take(world: World, viewer: Viewer, sent: Sent): Promise<Outcome<FiledCase>> {
  const { kind, bodyId: bodyIds, subject, text, language, nameHidden, withheld, key } = sent;
  const organisationId = sent.organisationId || null;
  const originId = sent.originId || null;
  if (!may(viewer, 'appeal.file', { organisationId })) return refuse('not_allowed');
  const publicDay = publicDayIn(world, sent);
  if (!publicDay.ok) return publicDay;
  const visibility = sent.visibility === 'public' ? 'public' : 'private';
  const [bodies, uploads] = await Promise.all([
    bodiesOf(world, bodyIds),
    attachmentsOf(world, viewer.personId, sent.files),
  ]);
  const files = marked(uploads, withheld);
  const form = key ? { personId: viewer.personId, key } : null;
  const told = {
    kind,
    organisationId,
    subject,
    text,
    language,
    visibility,
    publicDay: publicDay.value,
    nameHidden,
    originId,
  } as const;
  const said = { ...told, bodyIds, files: sent.files };
  // Asked after the uploads were: those that the first sending took are not free any more.
  const before = form && (await filedBefore(world, form, said));
  if (before) return before;
  const impossible = whyNotSeveral(world, sent);
  if (impossible) return impossible;
  // What is about an earlier case has one body.
  const [about] = bodyIds;
  const foreign = about && originId && (await whyNotAbout(world, viewer, { kind, bodyId: about, originId }));
  if (foreign) return { ok: false, refusal: foreign };
  for (const bodyId of bodyIds) {
    const body = bodies.get(bodyId);
    if (!body) return refuse('not_found');
    if (body.closed) return refuse('body_closed', { fields: { bodyId: 'bad_choice' } });
  }
  if (files.length !== sent.files.length) return refuse('not_found');
  const found = await wouldPublish(world, { visibility, publicDay: publicDay.value }, { subject, text, files }, sent);
  if (found.length > 0) return refuse('personal_data_in_appeal', { found });

  const togetherId = bodyIds.length > 1 ? world.newId() : null;
  const cases = [];
  for (const bodyId of bodyIds) {
    // Each case has its files for itself: what is found, kept back or erased there is so there alone.
    const own: Attachment[] = cases.length === 0 ? files : files.map((file) => ({ ...file, id: world.newId() }));
    const made = await caseAt(world, viewer, { body: bodies.get(bodyId)!, told: { ...told, togetherId, files: own } });
    cases.push({ ...made, files: own });
  }
  const [first, ...rest] = cases;
  if (!first) throw new Error('an appeal was filed to nobody');
  const suspended =
    kind === 'complaint' && originId
      ? await whenComplained(world, first.around.actor, { originId, complaintId: first.id, number: first.number })
      : null;
  try {
    await recordChapters(world, first.around, {
      chapters: [...cases, ...(suspended ? [suspended] : [])].map(({ chapter }) => chapter),
      letters: [...cases, ...(suspended ? [suspended] : [])].flatMap(({ letters }) => letters),
      also: [
        ...(form ? taking(form, { stream: first.chapter.stream, at: first.around.now }) : []),
        ...rest.flatMap(({ id, chapter: { stream }, files: own, around: { now } }) =>
          copiesOf(own, { appealId: id, stream, ownerId: viewer.personId, at: now }),
        ),
      ],
      updates: attach(uploads, { appealId: first.id, stream: first.chapter.stream, version: 1 }),
    });
  } catch (error) {
    const taken = form && error instanceof TakenBefore ? await filedBefore(world, form, said) : null;
    if (!taken) throw error;
    return taken;
  }
  // A draft whose form was taken is none any more (queries/drafts); its words need not wait for the night.
  if (key) await world.db.prisma.draft.deleteMany({ where: { id: key, personId: viewer.personId } });
  return done({ id: first.id, number: first.number, again: false, others: rest.map(({ number }) => number) });
}

/** What is filed with the body complained of, or about an earlier case, has one body (APPC 91(4)); the rest as many as the guide says. */
function whyNotSeveral(world: World, { kind, bodyId, originId }: Sent): (Outcome<never> & { ok: false }) | null {
  if (bodyId.length === 1) return null;
  const { procedures, filing } = world.guide.inForceOn(dayOf(world.now()));
  const { filed_with, rules } = procedures[kind];
  const fields = { bodyId: 'too_many' } as const;
  if (!filing || originId || filed_with !== 'competent_body')
    return refuse('several_not_possible', { basis: citationOf(rules.decide?.basis), fields });
  const { most, basis } = filing.several;
  return bodyId.length > most
    ? refuse('several_too_many', { params: { most }, basis: citationOf(basis), fields })
    : null;
}
