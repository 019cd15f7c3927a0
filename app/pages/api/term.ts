// GET /api/v1/term: when is it due, and why that day. Older than the other operations: it reads its address by itself, and says in the words of
// the calculator what is wrong with it, in a problem document that names the field.
import { z } from 'zod';
import { answerTerm, PARAMETERS, type Asked, type TermProblem } from '../../queries/term';
import { isLocale, LOCALES, textFor, type Locale } from '../../text';
import type { World } from '../../world';
import { problemWords } from '../guide/problem';
import { countedTermOf, type countedTerm } from './answers/term';
import type { ProblemDocument } from './problem';

const KNOWN = [...PARAMETERS, 'lang'] as const;
const text = (what: string) => z.string().optional().describe(what);

export const termQuery = z.strictObject({
  kind: text('A kind of appeal or of round, as GET /guide/kinds lists them.'),
  rule: text('A step of that kind; the decision without it.'),
  received: text('Local moment of receipt, such as 2026-03-21T11:20 or with an offset.'),
  registered: text('Day of registration, in the place of the moment of receipt.'),
  from: text('The day to count from: of a step of a round, or of a plain term.'),
  term: text('A plain term such as 15wd, 15d, 2mo or -3wd.'),
}) satisfies z.ZodType<Asked>;

/** The answer, or the problem that names the parameter at fault. */
export function termAsked(
  world: Pick<World, 'guide'>,
  query: URLSearchParams,
  locale: Locale,
): { answer: z.input<typeof countedTerm> } | { problem: ProblemDocument } {
  const fault = faultIn(query);
  if (fault) return { problem: refused(locale, fault) };
  const answer = answerTerm(world, Object.fromEntries([...query].filter(([name]) => name !== 'lang')));
  return answer.ok ? { answer: countedTermOf(answer.value, locale) } : { problem: refused(locale, answer.problem) };
}

/** What is wrong with the address itself: a name that does not exist or comes twice, a language that Kenes does not speak. */
function faultIn(query: URLSearchParams): TermProblem | null {
  const names = [...query.keys()];
  const stray = names.find((name) => !(KNOWN as readonly string[]).includes(name));
  if (stray !== undefined) return { field: stray, code: 'parameter', allowed: KNOWN };
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return { field: twice, code: 'repeated', allowed: [] };
  const lang = query.get('lang');
  return lang === null || isLocale(lang) ? null : { field: 'lang', code: 'unknown', allowed: LOCALES };
}

function refused(locale: Locale, problem: TermProblem): ProblemDocument {
  const { api } = textFor(locale).calculator;
  const { field, code, allowed } = problem;
  return {
    ...{ type: `urn:kenes:problem:${code}`, title: api.title, status: 400 },
    detail: api.field(field, problemWords(locale, problem)),
    ...{ field, code },
    ...(allowed.length > 0 && { allowed: [...allowed] }),
  };
}
