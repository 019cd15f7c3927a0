// What every route module does the same way: take the context apart, ask for a sign-in, turn a refusal into an answer with
// its status, and give the session cookie. No texts of its own: sentences come from text/*/refusals.
import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node';
import type { Citation, Problem, Refusal, RefusalCode } from '../core/refusal';
import { may, type Action, type PERMISSIONS } from '../core/permission';
import { isBarred } from '../core/personal-data';
import { FINDINGS_TOLD, type Finding } from '../core/personal-finding';
import { dayOf } from '../core/day';
import type { Viewer } from '../core/viewer';
import { isUuid } from '../core/storable';
import { citation } from '../queries/reasons';
import { sessionCookieName } from '../queries/viewer';
import { isLocale, textFor, type Locale, type Text } from '../text';
import type { Typed } from './form';

type Args = Pick<LoaderFunctionArgs, 'context' | 'request' | 'params'>;
export type Here = {
  world: Args['context']['world'];
  viewer: Viewer | null;
  locale: Locale;
  t: Text;
  /** The path and query of this page: '/ru/account?tab=1'. */
  path: string;
};

/** What a loader or action works with. An unknown language in the address, or an id (what is called `id`, or ends so) that is none, is a page that is not there. */
export function contextOf({ context, request, params }: Args): Here {
  if (params.lang !== undefined && !isLocale(params.lang)) throw new Response(null, { status: 404 });
  if (Object.entries(params).some(([name, value]) => /^id$|Id$/.test(name) && !isUuid(value ?? '')))
    throw new Response(null, { status: 404 });
  const { world, viewer, locale } = context;
  const { pathname, search } = new URL(request.url);
  return { world, viewer, locale, t: textFor(locale), path: pathname + search };
}

/** The same with somebody there; a visitor is sent to sign in and comes back afterwards. */
export function requireViewer(args: Args): Here & { viewer: Viewer } {
  const here = contextOf(args);
  if (here.viewer) return { ...here, viewer: here.viewer };
  const back = args.request.method === 'GET' ? here.path : new URL(args.request.url).pathname;
  throw redirect(withReturn(`/${here.locale}/sign-in`, back));
}

/** The same with somebody who may do `action`; for others 403, which the root shows in their language. */
export function requireMay<A extends Action>(
  args: Args,
  action: A,
  facts: Parameters<(typeof PERMISSIONS)[A]>[1],
): Here & { viewer: Viewer } {
  const here = requireViewer(args);
  if (!may(here.viewer, action, facts)) throw new Response(null, { status: 403 });
  return here;
}

/** A place on this site to return to, or the fallback: never another site. */
export const safeReturn = (to: string | null | undefined, fallback: string): string =>
  to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : fallback;

/** The address of a page that leads on to `to` afterwards, where there is one. */
export const withReturn = (address: string, to: string): string =>
  to ? `${address}${address.includes('?') ? '&' : '?'}to=${encodeURIComponent(to)}` : address;

/** A refusal in the reader's words, as ui/notice and ui/form show it. */
export type RefusalView = {
  code: RefusalCode;
  what: string;
  why: string;
  now: { title: string; steps: string[] };
  basis: Citation | null;
  /** Where that stands, by the guide in force today. */
  law?: { label: string; href: string };
  /** Field name -> what is wrong with it. */
  fields: Record<string, string>;
  /** Personal data that would be published, each with where it stands. */
  found?: string[];
  /** None of it is a number of one person, which never is published. */
  publishable?: boolean;
};

const foundText = (t: Text, { what, text, in: where, file }: Finding): string => {
  const say = t.personal;
  const place = where === 'file' && file ? `${file.name}, ${say.of[file.of](file.at)}` : say.in[where];
  return t.refusals.fieldProblem(place, `${say.what[what]} ${text}`);
};

type Params = NonNullable<Refusal['params']>;
/** The open table of sentences: a code or problem without its words does not compile here. */
const sentencesOf = (t: Text): Record<RefusalCode, (params: Params) => { what: string; why: string; now: string }> =>
  t.refusals.codes;
const problemsOf = (t: Text): Record<Problem, string> => t.refusals.problems;

export function refusalView(t: Text, refusal: Refusal): RefusalView {
  const { what, why, now } = sentencesOf(t)[refusal.code](refusal.params ?? {});
  // A refusal says by itself why a value that could be read is not taken.
  const words = refusal.code === 'invalid' ? problemsOf(t) : { ...problemsOf(t), bad_value: t.refusals.seeAbove };
  const fields = Object.fromEntries(
    Object.entries(refusal.fields ?? {}).map(([name, problem]) => [name, words[problem]]),
  );
  return {
    code: refusal.code,
    what,
    why,
    now: { title: t.refusals.nowTitle, steps: [now] },
    basis: refusal.basis ?? null,
    fields,
    ...(refusal.found && {
      found: refusal.found.slice(0, FINDINGS_TOLD).map((one) => foundText(t, one)),
      publishable: !refusal.found.some(isBarred),
    }),
  };
}

const STATUS: Partial<Record<RefusalCode, number>> = {
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  changed_meanwhile: 409,
  too_many_attempts: 429,
};

/** What an action returns when a command refused: the refusal in words and what was typed, with the fitting status. */
export function refusalResponse({ t, world, locale }: Here, refusal: Refusal, typed: Typed = {}) {
  const law = refusal.basis && citation(world.guide.inForceOn(dayOf(world.now())), locale, refusal.basis);
  return data<Answered>(
    { refused: { ...refusalView(t, refusal), law }, typed: withoutSecrets(typed) },
    saidBy(refusal),
  );
}

/** The status of a refusal, and from when on it may be tried again where that is known (RFC 9110, Retry-After; entry.server lets it through). */
export function saidBy({ code, params }: Refusal): { status: number; headers?: Record<string, string> } {
  const status = STATUS[code] ?? 422;
  const { until, now } = params ?? {};
  if (status !== 429 || until === undefined || now === undefined) return { status };
  return { status, headers: { 'Retry-After': String(Math.max(1, Math.ceil((Number(until) - Number(now)) / 1000))) } };
}

const SECRETS = ['password', 'current'];
/** What was typed, but for passwords: those are never sent back. */
const withoutSecrets = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !SECRETS.includes(name)));

/** What an action gives back besides redirects. `resumed`: the form comes back from the sign-in, and nothing was done yet. */
export type Answered = { refused?: RefusalView; typed?: Typed; resumed?: { lostFiles: boolean } };

/** Longer than a session lives unused: the database says when it ends, and moves that on with every use. */
const COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** The session cookie with a token, or its removal with null. Not readable by scripts, not sent along from other sites. */
export const sessionCookie = (token: string | null, secure: boolean): string =>
  `${sessionCookieName(secure)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${token ? COOKIE_SECONDS : 0}${secure ? '; Secure' : ''}`;
