// An official answers, or takes to note where the guide knows that outcome. The reply must have everything the law asks of it;
// without that the command refuses and names each missing part. What it says and what the applicant makes of it stay apart.
import { z } from 'zod';
import type { Procedure } from '../../../guide/schema';
import { streamOf, type Appeal } from '../../core/appeal';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome, type Problem } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { attach, attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { actOnAppeal } from './act';
import { acceptedFirst } from './accepted';

export const input = z.object({
  appealId: z.uuid(),
  outcome: z.string().min(1),
  language: z.enum(['kk', 'ru', 'en']),
  text: z.string().trim().min(20).max(50_000),
  /** Requirement id -> what the official gives for it; those the system fills are not asked. */
  requirements: z.record(z.string(), z.string().trim().max(5000)).default({}),
  files: z.array(z.uuid()).max(10).default([]),
});

/** The requirements that the form asks of the official; the rest the record itself fulfils. */
export const askedOf = (procedure: Procedure): Procedure['reply']['requirements'] =>
  procedure.reply.requirements.filter(({ given_by }) => given_by === 'official');

/** The outcomes an official may choose by answering; termination has its own command and its own grounds. */
export const answersOf = (procedure: Procedure): Procedure['outcomes'] => procedure.outcomes.filter(({ ends_as }) => ends_as !== 'terminated');

/** Answers. Refuses: already_ended, outcome_unknown, reply_incomplete (with fields), and what every act on an appeal refuses. */
export async function answerAppeal(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, language, text, requirements } = read.value;
  const files = viewer ? await attachmentsOf(world, viewer.personId, read.value.files) : [];
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.answer',
    decide: ({ appeal, around, signatory, version }) => {
      if (appeal.phase !== 'open') return refuse('already_ended');
      if (files.length !== read.value.files.length) return refuse('not_found');
      const outcome = answersOf(around.procedure).find(({ id }) => id === read.value.outcome);
      if (!outcome) return refuse('outcome_unknown', { fields: { outcome: 'bad_choice' } });
      const missing = missingParts(around.procedure, appeal, requirements, language);
      if (missing) return refuse('reply_incomplete', missing);
      const given = Object.fromEntries(askedOf(around.procedure).map(({ id }) => [id, requirements[id] ?? '']));
      const accepted = acceptedFirst(appeal, signatory);
      return done({
        facts: [
          ...accepted,
          {
            type: outcome.ends_as === 'noted' ? 'appeal.noted' : 'appeal.answered',
            payload: { outcome: outcome.id, language, text, requirements: given, signatory, files },
          },
        ],
        updates: attach(files, { appealId, stream: streamOf(appealId), version: version + accepted.length + 1 }),
      });
    },
  });
}

/** Fields that the law asks for and the official left empty; the language must be the state's or the appeal's own. */
function missingParts(procedure: Procedure, appeal: Appeal, given: Record<string, string>, language: string) {
  const fields: Record<string, Problem> = {};
  for (const { id } of askedOf(procedure)) if (!given[id]) fields[`requirements.${id}`] = 'required';
  if (language !== 'kk' && language !== appeal.language) fields.language = 'bad_choice';
  const first = Object.keys(fields)[0];
  if (!first) return null;
  const asked = procedure.reply.requirements.find(({ id }) => first === `requirements.${id}` || (first === 'language' && id.startsWith('language')));
  const basis = (asked ?? procedure.reply.requirements[0])?.basis[0];
  return { fields, ...(basis && { basis: { act: basis.act, article: basis.article } }) };
}
