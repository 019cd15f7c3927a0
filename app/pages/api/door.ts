// The one door of the API: finds the operation of an address, asks who comes, how often, in which language, and with what; then lets the
// operation read or act, and says in a problem document why it does not. Cookies are no credentials here: a browser that somebody else's
// page sends has nothing to act with. Called by the route of the API.
import { createHash } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { once } from '../../commands/keys/once';
import { faultTold } from '../../core/error-told';
import { parse } from '../../core/parse';
import { done } from '../../core/refusal';
import { tally, type Tally } from '../../data/attempts';
import { keyBehind, type Key } from '../../queries/keys';
import { maintenanceUntil } from '../../queries/settings';
import { LOCALES, textFor } from '../../text';
import { saidBy } from '../respond';
import { found, type Found } from './find';
import type { ActOperation, Asked, Operation } from './operation';
import { doorProblem, refusalProblem, type DoorCode, type ProblemDocument } from './problem';
import { success, trouble, type Saying } from './reply';
import type { Scene } from './scene';
import { sentTo, type Sent } from './sent';
import { localeFor, takesJson } from './speak';

export const API = '/api/v1';

/** Answers a request to the API, whatever it is; a fault is logged and answered as a problem too. */
export async function answerAt(request: Request, context: AppLoadContext): Promise<Response> {
  const { world } = context;
  const url = new URL(request.url);
  const locale = localeFor(url.searchParams, request.headers);
  const scene: Scene = {
    ...{ world, locale, viewer: null, key: null },
    api: (path) => `${world.origin}${API}${path}`,
    page: (path) => `${world.origin}/${locale}${path}`,
    whole: (href) => (href.startsWith('/') ? `${world.origin}${href}` : href),
  };
  const saying: Saying = { request, locale, key: null, tally: null, now: world.now() };
  try {
    return await entered({ request, url, address: context.address, scene, saying });
  } catch (fault) {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    world.log.error({ method: request.method, path: url.pathname, stack: faultTold(fault) }, 'the API failed');
    return trouble(saying, doorProblem(scene, { code: 'fault' }));
  }
}

type Entering = { request: Request; url: URL; address: string; scene: Scene; saying: Saying };

async function entered({ request, url, address, scene: visitor, saying: alone }: Entering): Promise<Response> {
  const at = found(request.method, url.pathname);
  if (request.method === 'OPTIONS') return preflight(at, alone);
  const { world } = visitor;
  const token = bearerOf(request.headers);
  const key = token === null ? null : await keyBehind(world, token);
  const counted = await tally(world, key ? ['api_key', key.id] : ['api_address', address || null]);
  const scene: Scene = { ...visitor, key };
  const saying: Saying = { ...alone, key, tally: counted };
  const no = (code: DoorCode, more: Omit<Parameters<typeof doorProblem>[1], 'code'> = {}) =>
    trouble(saying, doorProblem(scene, { code, ...more }));

  if (counted?.until) return overLimit(scene, saying, counted);
  if (at === null) return no('no_such_address');
  if ('allow' in at)
    return trouble(saying, doorProblem(scene, { code: 'method_not_allowed' }), { allow: at.allow.join(', ') });
  if (!takesJson(request.headers)) return no('not_acceptable');
  if (token !== null && key === null) return no('key_unknown');
  const { operation, path } = at;
  if (operation.body !== null) {
    if (!key) return no('key_needed');
    return act({ request, scene: { ...scene, key, viewer: key.viewer }, saying, operation, path, no });
  }
  const question = questionIn(operation, url.searchParams, scene);
  if ('problem' in question) return trouble(saying, question.problem);
  const { query } = question;
  const viewer = key?.scopes.includes('read') ? key.viewer : null;
  const asked: Asked = {
    ...{ ...scene, viewer, path, query, search: url.searchParams },
    ...{ body: {}, bytes: null, form: '' },
  };
  const outcome = await operation.run(asked);
  if (!outcome.ok)
    return trouble(saying, 'problem' in outcome ? outcome.problem : refusalProblem(scene, outcome.refusal, 'question'));
  const { answer, next } = outcome.value;
  if (next === undefined) return success(saying, { status: 200, answer, fresh: operation.fresh });
  const onward = next === null ? null : following(scene, url, next);
  return success(saying, { status: 200, answer: { ...(answer as object), next: onward }, next: onward });
}

type Acting = {
  request: Request;
  scene: Scene & { key: Key };
  saying: Saying;
  operation: ActOperation;
  path: Record<string, string>;
  no: (code: DoorCode, more?: { fields?: Record<string, string> }) => Response;
};

async function act({ request, scene, saying, operation, path, no }: Acting): Promise<Response> {
  const { world, key, locale } = scene;
  const until = await maintenanceUntil(world);
  if (until !== null) return closed(scene, saying, until);
  if (!operation.scopes.some((scope) => key.scopes.includes(scope))) return no('scope_missing');
  const named = request.headers.get('idempotency-key')?.trim() ?? '';
  if (!/^[\x21-\x7e]{1,255}$/.test(named)) return no('idempotency_key_needed');
  const sent = await sentTo(operation, request);
  if ('fault' in sent) {
    const say = textFor(locale).api.unknownField;
    const { fault, fields } = sent;
    return no(fault, fields && { fields: Object.fromEntries(fields.map((name) => [name, say])) });
  }
  const search = new URL(request.url).searchParams;
  const question = questionIn(operation, search, scene);
  if ('problem' in question) return trouble(saying, question.problem);
  const asked = { ...scene, ...question, path, search, body: sent.body, bytes: sent.bytes, form: '' };
  return remembered(asked, { operation, saying, sent, named, no });
}

type Doing = Pick<Acting, 'operation' | 'saying' | 'no'> & { sent: Sent; named: string };

async function remembered(
  asked: Asked & { key: Key },
  { operation, saying, sent, named, no }: Doing,
): Promise<Response> {
  const { world, key } = asked;
  const form = formOf(key.id, named);
  const outcome = await once(world, { apiKeyId: key.id, key: named }, sent.fingerprint, async () => {
    const acted = await operation.run({ ...asked, form });
    return acted.ok ? done({ status: operation.status, ...acted.value }) : acted;
  });
  if (outcome === 'running') return no('idempotency_running');
  if (outcome === 'other') return no('idempotency_other');
  if (outcome.ok) return success(saying, outcome.value);
  // What nobody read of a file is let pass: a program shows an answer only once it could send everything.
  if (sent.bytes) await sent.fingerprint();
  const { refusal } = outcome;
  const { headers } = saidBy(refusal);
  return trouble(saying, refusalProblem(asked, refusal, 'act'), headers);
}

/** The token of 'Authorization: Bearer …'; another scheme is a token that opens nothing; null without any. */
function bearerOf(headers: Headers): string | null {
  const header = headers.get('authorization');
  return header === null ? null : (/^bearer +(\S+)$/i.exec(header.trim())?.[1] ?? '');
}

type Question = { query: Record<string, unknown> } | { problem: ProblemDocument };

/** What the address asks, by the operation's own schema; a problem where it can't be read. Each name stands once. */
function questionIn(operation: Operation, search: URLSearchParams, scene: Scene): Question {
  if (operation.body === null && operation.readsItself) return { query: {} };
  const say = textFor(scene.locale).api;
  const bad = (fields: Record<string, string>, allowed: readonly string[]): Question => ({
    problem: doorProblem(scene, { code: 'bad_parameter', fields, allowed }),
  });
  const names = [...search.keys()];
  const known = [...Object.keys(operation.query.shape), 'lang'];
  const wrong = names.find((name, index) => !known.includes(name) || names.indexOf(name) !== index);
  if (wrong !== undefined) return bad({ [wrong]: known.includes(wrong) ? say.repeated : say.unknownParameter }, known);
  const { lang, ...asked } = Object.fromEntries(search);
  if (lang !== undefined && lang !== scene.locale) return bad({ lang: say.unknownLanguage }, LOCALES);
  const read = parse(operation.query, asked);
  return read.ok ? { query: read.value } : { problem: refusalProblem(scene, read.refusal, 'question') };
}

/** The same question, entered further on. */
function following({ api }: Scene, url: URL, cursor: string): string {
  const search = new URLSearchParams(url.searchParams);
  search.set('cursor', cursor);
  return `${api(url.pathname.slice(API.length))}?${search}`;
}

function overLimit(scene: Scene, saying: Saying, { until }: Tally): Response {
  const refusal = { code: 'too_many_attempts' as const, params: { until: until ?? saying.now, now: saying.now } };
  return trouble(saying, refusalProblem(scene, refusal, 'act'), saidBy(refusal).headers);
}

function closed(scene: Scene, saying: Saying, until: number): Response {
  const seconds = Math.max(1, Math.ceil((until - saying.now) / 1000));
  return trouble(saying, doorProblem(scene, { code: 'maintenance' }), { 'retry-after': String(seconds) });
}

/** What a browser asks before a page of another site may read; such a page never writes, and never sends a key. */
function preflight(at: Found, saying: Saying): Response {
  const allow = at === null ? ['OPTIONS'] : at.allowed;
  const answer = success(saying, { status: 200, answer: null });
  const headers = new Headers(answer.headers);
  for (const name of ['content-type', 'etag', 'content-length']) headers.delete(name);
  headers.set('allow', allow.join(', '));
  headers.set('access-control-allow-methods', 'GET, HEAD');
  headers.set('access-control-allow-headers', 'Accept, Accept-Language, If-None-Match');
  headers.set('access-control-max-age', '86400');
  return new Response(null, { status: 204, headers });
}

/** The one-time key of a form that a key and an Idempotency-Key make: the same for the same two (RFC 9562, version 8). */
function formOf(keyId: string, named: string): string {
  const hex = createHash('sha256').update(`${keyId} ${named}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
