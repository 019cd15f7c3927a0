// GET /api/v1/term: when is it due, and why that day, as JSON in the asked language. Open to programs of any site; bad input is
// answered with 400 and a problem document (RFC 9457) that names the field.
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { Basis, Edition } from '../../../guide/schema';
import { lawOf } from '../../queries/guide';
import { reasonedDay } from '../../queries/reasons';
import { answerTerm, momentText, PARAMETERS, type Asked, type TermAnswer, type TermProblem } from '../../queries/term';
import { isLocale, LOCALES, textFor, type Locale } from '../../text';
import { problemWords } from '../guide/problem';

const KNOWN = [...PARAMETERS, 'lang'] as const;
const SECONDS_FRESH = 60;
const OPEN = { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' } as const;

export function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const lang = query.get('lang') ?? 'en';
  const locale: Locale = isLocale(lang) ? lang : 'en';
  const fault = faultIn(query);
  if (fault) return refused(locale, fault);
  const asked: Asked = Object.fromEntries([...query].filter(([name]) => name !== 'lang'));
  const answer = answerTerm(context.world, asked);
  if (!answer.ok) return refused(locale, answer.problem);
  return Response.json(documentOf(answer.value, locale), {
    headers: { ...OPEN, 'cache-control': `public, max-age=${SECONDS_FRESH}`, 'content-language': locale },
  });
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

function refused(locale: Locale, problem: TermProblem): Response {
  const { api } = textFor(locale).calculator;
  const { field, code, allowed } = problem;
  const body = {
    type: `urn:kenes:problem:${code}`,
    title: api.title,
    status: 400,
    detail: api.field(field, problemWords(locale, problem)),
    field,
    code,
    ...(allowed.length > 0 && { allowed }),
  };
  return new Response(JSON.stringify(body), {
    status: 400,
    headers: {
      ...OPEN,
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'content-language': locale,
    },
  });
}

function sourceOf(edition: Edition, locale: Locale, basis: Basis) {
  const { label, href, confidence, verified, note } = lawOf(edition, locale, basis);
  const url = /^https?:/.test(href) ? href : null;
  return { act: basis.act, article: basis.article, text: label, url, confidence, verified, note };
}

function documentOf(answer: TermAnswer, locale: Locale) {
  const { edition, step, receipt, registered, start, term, due, provisional, inForce } = answer;
  const { n, unit, direction } = term;
  return {
    ...(step && { kind: step.kind, rule: step.rule }),
    edition: edition.id,
    in_force: inForce,
    ...(step && { received: receipt && momentText(receipt.at), received_why: receipt?.why ?? null, registered }),
    from: start,
    term: { n, unit, direction, from: step?.from ?? 'from' },
    due,
    provisional,
    days: answer.days.map((day) => ({
      date: day.date,
      counts: day.counts,
      number: day.number,
      why: day.why,
      text: reasonedDay(edition, locale, day).text,
      basis: day.basis && sourceOf(edition, locale, day.basis),
    })),
    basis: answer.basis.map((basis) => sourceOf(edition, locale, basis)),
    timezone: 'Asia/Almaty',
  };
}
