// An answer of the API as it leaves: JSON with its length and its mark (ETag), its language, how the limit stands, and open to programs of any
// site where it is read by everybody.
import { createHash } from 'node:crypto';
import type { Instant } from '../../core/day';
import type { Tally } from '../../data/attempts';
import type { ProblemDocument } from './problem';
import type { Scene } from './scene';

/** What every answer says. `tally`: null where nobody is counted. */
export type Saying = Pick<Scene, 'locale' | 'key'> & { request: Request; tally: Tally | null; now: Instant };

const EXPOSED = 'Content-Language, ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id';
/** Programs of other sites read; they never write, so they never send a key. */
export const OPEN = { 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED } as const;

const seconds = (from: Instant, to: Instant): number => Math.max(0, Math.ceil((to - from) / 1000));

/** The limit's own name, how much is left of it, and in how many seconds it begins anew (IETF draft of RateLimit headers). */
function limitHeaders({ tally, now }: Saying): Record<string, string> {
  if (!tally) return {};
  const { limit, times, seconds: span, left, resets } = tally;
  return {
    'ratelimit-policy': `"${limit}";q=${times};w=${span}`,
    ratelimit: `"${limit}";r=${left};t=${seconds(now, resets)}`,
  };
}

const headersOf = (saying: Saying): Record<string, string> => ({
  ...OPEN,
  ...limitHeaders(saying),
  'content-language': saying.locale,
  'x-content-type-options': 'nosniff',
  vary: 'Accept, Accept-Language, Authorization',
});

/** The mark of an answer's bytes: weak, for it may be sent compressed. */
const markOf = (bytes: string): string => `W/"${createHash('sha256').update(bytes).digest('base64url')}"`;

const isKnown = (header: string | null, mark: string): boolean =>
  header !== null &&
  (header.trim() === '*' ||
    header.split(',').some((one) => one.trim().replace(/^W\//, '') === mark.replace(/^W\//, '')));

type Success = {
  status: number;
  answer: unknown;
  fresh?: number;
  location?: string;
  next?: string | null;
  replayed?: boolean;
};

/** What was asked for or done; 304 where the asker has it. */
export function success(saying: Saying, { status, answer, fresh = 0, location, next, replayed }: Success): Response {
  const { request, key } = saying;
  const bytes = JSON.stringify(answer);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const etag = markOf(bytes);
  const kept = !isRead ? 'no-store' : key ? 'private, no-cache' : fresh > 0 ? `public, max-age=${fresh}` : 'no-cache';
  const headers = {
    ...headersOf(saying),
    'cache-control': kept,
    ...(isRead && { etag }),
    ...(location && { location }),
    ...(next && { link: `<${next}>; rel="next"` }),
    ...(replayed && { 'idempotency-replayed': 'true' }),
  };
  if (isRead && isKnown(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers });
  return withBody(saying, bytes, { status, headers: { ...headers, 'content-type': 'application/json' } });
}

/** A problem; `more`: headers that its status asks for. */
export function trouble(
  saying: Saying,
  problem: ProblemDocument,
  more: Readonly<Record<string, string>> = {},
): Response {
  const headers = {
    ...headersOf(saying),
    ...(problem.status === 401 && { 'www-authenticate': 'Bearer realm="kenes"' }),
    ...more,
    'cache-control': 'no-store',
    'content-type': 'application/problem+json',
  };
  return withBody(saying, JSON.stringify(problem), { status: problem.status, headers });
}

/** HEAD is told everything but the bytes. */
function withBody(
  { request }: Saying,
  bytes: string,
  { status, headers }: { status: number; headers: Record<string, string> },
): Response {
  const length = String(Buffer.byteLength(bytes));
  return request.method === 'HEAD'
    ? new Response(null, { status, headers: { ...headers, 'content-length': length } })
    : new Response(bytes, { status, headers });
}
