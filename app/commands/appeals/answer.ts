// An official answers, or takes to note where the guide knows that outcome. The reply must have everything the law asks of it;
// without that the command refuses and names each missing part. What it says and what the applicant makes of it stay apart.
import { z } from 'zod';
import type { OutcomeId, Procedure, Requirement } from '../../../guide/schema';
import { type Appeal } from '../../core/appeal';
import { whyNotBurden } from '../../core/burden';
import type { Day } from '../../core/day';
import type { AppealFact } from '../../core/consequences';
import type { Attachment, Signatory } from '../../core/event';
import { dayField, tick } from '../../core/fields';
import type { Surroundings } from '../../core/owing';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome, type Problem, type Refusal } from '../../core/refusal';
import type { ReplyParts } from '../../core/reply';
import { unfilledIn } from '../../core/template';
import type { Viewer } from '../../core/viewer';
import { marked } from '../../core/withheld';
import { needsFourEyes } from '../../data/offices';
import { attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { actOnAppeal, type Scene } from './act';
import { listOf } from '../../core/round-fields';
import { whyNotPublish } from './would-publish';
import { asking, promisesWith } from './answer-promises';
import { acceptedFirst } from './accepted';
import { whyNotEnd } from './complained-of';
import { statedIn, stating } from './stated';

export const input = z.object({
  appealId: z.uuid(),
  outcome: z.string().min(1).describe('Id of an outcome of the kind.'),
  language: z.enum(['kk', 'ru', 'en']),
  text: z.string().trim().min(20).max(50_000),
  requirements: z
    .record(z.string(), z.string().trim().max(5000))
    .default({})
    .describe('Requirement id -> what the official gives for it; those the system fills are not asked.'),
  files: z.array(z.uuid()).max(10).default([]).describe('Ids of files sent before.'),
  execution: z
    .enum(['lawful', 'set', 'done'])
    .default('lawful')
    .describe(
      'Of an act in the applicant’s favour: to be carried out by the law’s day, by one of its own (`executeBy`), or nothing remains to be done.',
    ),
  executeBy: z.union([dayField, z.literal('')]).default(''),
  withheld: listOf(z.uuid()).describe('Those of the files that only the parties open.'),
  publishPersonal: tick.describe(
    'Personal data was found and may be published. Never enough for an individual number.',
  ),
  ...asking,
  ...stating,
});

/** The law's words on the language of a reply, as rules over the reply's language and the appeal's own. */
const LANGUAGE_RULES: Partial<Record<Requirement, (language: string, appeal: Appeal) => boolean>> = {
  language: (language, appeal) => language === 'kk' || language === appeal.language,
  language_of_request: (language, appeal) => language === appeal.language,
};

/** The requirements that the form asks of the official in words; the rest the record itself or the choice of language fulfils. */
export const askedOf = (procedure: Procedure): Procedure['reply']['requirements'] =>
  procedure.reply.requirements.filter(({ id, given_by }) => given_by === 'official' && !LANGUAGE_RULES[id]);

/** The outcomes an official may choose by answering; termination has its own command and its own grounds. */
export const answersOf = (procedure: Procedure): Procedure['outcomes'] =>
  procedure.outcomes.filter(({ ends_as }) => ends_as !== 'terminated');

/** What the form gives, as the parts of an answer. Refuses: outcome_unknown, placeholder_left, invalid (the day of an execution, the reason of an exception). */
export function composed(
  { outcome: id, language, text, requirements, ...more }: z.output<typeof input>,
  around: Surroundings,
  files: readonly Attachment[],
): Outcome<ReplyParts> {
  const outcome = answersOf(around.procedure).find((one) => one.id === id);
  if (!outcome) return refuse('outcome_unknown', { fields: { outcome: 'bad_choice' } });
  const { unheardReason, enforcedReason } = more;
  const left = placeholdersLeft({ text, unheardReason, enforcedReason }, requirements);
  if (left) return left;
  const execute = executionOf(outcome.id, more, around);
  if (execute === 'day') return refuse('invalid', { fields: { executeBy: 'bad_day' } });
  const given = Object.fromEntries(askedOf(around.procedure).map((one) => [one.id, requirements[one.id] ?? '']));
  const stated = statedIn(more, around, outcome.id);
  if (!stated.ok) return stated;
  const kept = marked(files, more.withheld);
  return done({ outcome: outcome.id, language, text, requirements: given, files: kept, ...execute, ...stated.value });
}

/** A template's placeholder that nobody filled is not sent. */
function placeholdersLeft(own: Record<string, string>, requirements: Record<string, string>) {
  const fields = Object.entries({
    ...own,
    ...Object.fromEntries(Object.entries(requirements).map(([id, words]) => [`requirements.${id}`, words])),
  }).flatMap(([field, words]) => (unfilledIn(words).length > 0 ? [[field, unfilledIn(words)] as const] : []));
  return fields.length === 0
    ? null
    : refuse('placeholder_left', {
        params: { names: [...new Set(fields.flatMap(([, names]) => names))].join(', ') },
        fields: Object.fromEntries(fields.map(([field]) => [field, 'bad_value'])),
      });
}

/** The event that an answer of these parts is. */
export const answered = (parts: ReplyParts, around: Surroundings, by: Signed): AppealFact => ({
  type:
    answersOf(around.procedure).find(({ id }) => id === parts.outcome)?.ends_as === 'noted'
      ? 'appeal.noted'
      : 'appeal.answered',
  payload: { ...parts, ...by },
});
type Signed = { signatory: Signatory; drafter?: Signatory };

/** What keeps these parts from being the answer of today, signed by this official; null when nothing does. */
export async function whyNotAnswer(world: World, scene: Scene, parts: ReplyParts): Promise<Refusal | null> {
  const { appeal, around } = scene;
  const { outcome, language, requirements } = parts;
  if (appeal.phase !== 'open') return { code: 'already_ended' };
  const complained = await whyNotEnd(world, scene, outcome);
  if (complained) return complained;
  const burden = whyNotBurden(appeal, around, parts);
  if (burden) return burden;
  const missing = missingParts(around.procedure, appeal, requirements, language);
  return missing ? { code: 'reply_incomplete', ...missing } : null;
}

/** Answers. Refuses: already_ended, outcome_unknown, four_eyes_needed, hearing_missing, decision_too_soon, hearing_not_held,
 * complaint_goes_up, official_complained_of, reply_incomplete (with fields), personal_data_in_answer, promises_found, and what every act on an appeal refuses. */
export async function answerAppeal(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId } = read.value;
  const files = viewer ? await attachmentsOf(world, viewer.personId, read.value.files) : [];
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.answer',
    decide: async (scene) => {
      const { appeal, around, signatory } = scene;
      if (appeal.phase !== 'open') return refuse('already_ended');
      if (files.length !== read.value.files.length) return refuse('not_found');
      if (await needsFourEyes(world.db, appeal.bodyId, appeal.kind)) return refuse('four_eyes_needed');
      const parts = composed(read.value, around, files);
      if (!parts.ok) return parts;
      const refusal =
        (await whyNotAnswer(world, scene, parts.value)) ??
        (await whyNotPublish(world, appeal, parts.value, read.value));
      if (refusal) return { ok: false, refusal };
      const promised = promisesWith(parts.value, read.value, around);
      if (!promised.ok) return promised;
      return done({
        facts: [...acceptedFirst(appeal, signatory), answered(parts.value, around, { signatory }), ...promised.value],
        files,
      });
    },
  });
}

/** The outcome after which something has to be done, and that the procedure times. */
const TO_EXECUTE: OutcomeId = 'act_favourable';

/** Whether an act with this outcome leaves something to be carried out. */
export const isExecuted = (outcome: string, { rules }: Pick<Procedure, 'rules'>): boolean =>
  outcome === TO_EXECUTE && rules.execute !== undefined;

/** What the act leaves to be carried out, as its event keeps it; 'day' when the day of its own is missing or not ahead. */
function executionOf(
  outcome: string,
  { execution, executeBy }: Pick<z.output<typeof input>, 'execution' | 'executeBy'>,
  { procedure, today }: Surroundings,
): { execute?: { until: Day | null } } | 'day' {
  if (!isExecuted(outcome, procedure) || execution === 'done') return {};
  if (execution === 'lawful') return { execute: { until: null } };
  return executeBy !== '' && executeBy > today ? { execute: { until: executeBy } } : 'day';
}

/** Fields that the law asks for and the official left empty or chose otherwise, with the first one's article; null when whole. */
export function missingParts(procedure: Procedure, appeal: Appeal, given: Record<string, string>, language: string) {
  const fields: Record<string, Problem> = {};
  const bases: Procedure['basis'] = [];
  for (const { basis } of procedure.reply.requirements.filter(
    ({ id }) => LANGUAGE_RULES[id]?.(language, appeal) === false,
  )) {
    fields.language = 'bad_choice';
    bases.push(...basis);
  }
  for (const { id, basis } of askedOf(procedure).filter(({ id }) => !given[id])) {
    fields[`requirements.${id}`] = 'required';
    bases.push(...basis);
  }
  const [first] = bases;
  return first ? { fields, basis: { act: first.act, article: first.article } } : null;
}
