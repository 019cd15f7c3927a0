// What the API says when something can't be done: a problem document (RFC 9457) made of the house's refusals, and of the few codes that only
// a door for programs needs. Its type leads to the page that explains the code.
import { z } from 'zod';
import { dayOf } from '../../core/day';
import { REFUSALS, type Refusal, type RefusalCode } from '../../core/refusal';
import { citation } from '../../queries/reasons';
import { textFor, type Text } from '../../text';
import { refusalView, saidBy } from '../respond';
import { SHAPES, type Addresses } from './answers/shared';
import type { Scene } from './scene';

/** Codes of the door itself, each with its status. */
export const DOOR_CODES = {
  no_such_address: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  bad_parameter: 400,
  unreadable_body: 400,
  unknown_field: 422,
  too_large: 413,
  unsupported_type: 415,
  key_needed: 401,
  key_unknown: 401,
  scope_missing: 403,
  idempotency_key_needed: 400,
  idempotency_running: 409,
  idempotency_other: 422,
  maintenance: 503,
  fault: 500,
} as const;
export type DoorCode = keyof typeof DOOR_CODES;
export type ProblemCode = DoorCode | RefusalCode;

export const isDoorCode = (text: string): text is DoorCode => Object.hasOwn(DOOR_CODES, text);
export const isProblemCode = (text: string): text is ProblemCode =>
  isDoorCode(text) || (REFUSALS as readonly string[]).includes(text);

export const problem = z
  .strictObject({
    type: z.string().describe('The page that explains the code.'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().describe('The same in every language.'),
    now: z.string().optional().describe('What you can do now.'),
    basis: z
      .strictObject({ text: z.string(), url: z.url() })
      .optional()
      .describe('The article that forbids or demands, where one does.'),
    fields: z
      .array(z.strictObject({ name: z.string(), code: z.string(), text: z.string() }))
      .optional()
      .describe('What is wrong with each field.'),
    found: z.array(z.string()).optional().describe('Personal data that would be published, with its place.'),
    field: z.string().optional().describe('Of GET /term alone: the parameter at fault.'),
    allowed: z.array(z.string()).optional().describe('What could stand there.'),
  })
  .register(SHAPES, { id: 'Problem' });
export type ProblemDocument = z.input<typeof problem>;

export const typeOf = ({ whole }: Pick<Addresses, 'whole'>, code: ProblemCode): string =>
  whole(`/api/problems/${code}`);

type Door = { code: DoorCode; fields?: Readonly<Record<string, string>>; allowed?: readonly string[] };
type Sentence = { what: string; why: string; now: string };
/** Every code has its sentences in every language, or this does not compile. */
export const doorSentences = (t: Text): Record<DoorCode, Sentence> => t.api.problems;

/** A problem of the door. `fields`: name -> what is wrong with it, in words. */
export function doorProblem(scene: Pick<Scene, 'locale' | 'whole'>, { code, fields, allowed }: Door): ProblemDocument {
  const { what, why, now } = doorSentences(textFor(scene.locale))[code];
  return {
    ...{ type: typeOf(scene, code), title: what, status: DOOR_CODES[code], detail: why, code, now },
    ...(fields && { fields: Object.entries(fields).map(([name, text]) => ({ name, code, text })) }),
    ...(allowed && { allowed: [...allowed] }),
  };
}

/** What a command or a query refused. In a question that only reads, a field is a parameter. */
export function refusalProblem(scene: Scene, refusal: Refusal, of: 'act' | 'question'): ProblemDocument {
  const t = textFor(scene.locale);
  const { code, what, why, now, fields, found } = refusalView(t, refusal);
  const named = Object.entries(fields).map(([name, text]) => ({
    ...{ name, code: refusal.fields?.[name] ?? 'bad_value', text },
  }));
  if (of === 'question' && code === 'invalid')
    return { ...doorProblem(scene, { code: 'bad_parameter' }), fields: named };
  const { guide, now: clock } = scene.world;
  const law = refusal.basis && citation(guide.inForceOn(dayOf(clock())), scene.locale, refusal.basis);
  return {
    ...{ type: typeOf(scene, code), title: what, status: saidBy(refusal).status, detail: why, code },
    now: now.steps.join(' '),
    ...(law && { basis: { text: law.label, url: scene.whole(law.href) } }),
    ...(named.length > 0 && { fields: named }),
    ...(found && { found }),
  };
}
