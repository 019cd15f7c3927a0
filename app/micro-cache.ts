// Answers for visitors without a session, kept for at most one second and never past the ledger's next event in this process:
// one render at a time per address, an ETag, and the body compressed once. Who has a session cookie never gets here.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { bytesOf, encodingFor } from './answer';
import type { Answer as Rendered } from './render';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

type Body = { identity: Buffer; br?: Buffer; gzip?: Buffer };
type Answer = {
  from: number;
  position: number;
  status: number;
  headers: Headers;
  etag: string;
  body: Body;
  shareable: boolean;
};
type Options = {
  /** Longest life of an answer, in milliseconds from the moment its rendering began. */
  life: number;
  /** How many addresses are kept. */
  size: number;
  now: () => number;
  /** The ledger's position as this process knows it: an answer from before the last event is not given again. */
  position: () => number;
  render: (request: IncomingMessage) => Promise<Rendered>;
};

/** Whether the answer to this request may be shared: a reading without any session or credentials. */
export const isShareable = ({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !headers.authorization &&
  !/(?:^|;\s*)(?:__Host-)?kenes_session=/.test(headers.cookie ?? '');

const COMPRESS_FROM = 1024;

/** A handler that answers shareable requests; failures of `render` reject and are not kept. */
export function microCache({ life, size, now, position, render }: Options) {
  const kept = new Map<string, Answer>();
  const underway = new Map<string, Promise<Answer>>();

  const isFresh = (answer: Answer) => now() - answer.from < life && answer.position === position();

  async function make(request: IncomingMessage): Promise<Answer> {
    const [from, at] = [now(), position()];
    const response = await render(request);
    const identity = await bytesOf(response);
    const body: Body = { identity };
    const shareable =
      response.status === 200 &&
      !response.headers.has('set-cookie') &&
      !/no-store|private/.test(response.headers.get('cache-control') ?? '');
    if (shareable && identity.length >= COMPRESS_FROM)
      [body.br, body.gzip] = await Promise.all([
        brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
        gzipped(identity, { level: 6 }),
      ]);
    const etag = `W/"${createHash('sha256').update(identity).digest('base64url')}"`;
    const answer = { from, position: at, status: response.status, headers: response.headers, etag, body, shareable };
    if (shareable) keep(request, answer);
    return answer;
  }

  function keep(request: IncomingMessage, answer: Answer) {
    const key = keyOf(request);
    kept.delete(key);
    kept.set(key, answer);
    const oldest = kept.keys().next();
    if (kept.size > size && !oldest.done) kept.delete(oldest.value);
  }

  const keyOf = (request: IncomingMessage) => `${request.headers.host ?? ''}${request.url ?? ''}`;

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const key = keyOf(request);
    for (;;) {
      const known = kept.get(key);
      if (known && isFresh(known)) return known;
      const running = underway.get(key);
      if (!running) break;
      const shared = await running;
      // A redirect by language or an answer with a cookie was made for one visitor: the next one gets their own.
      if (!shared.shareable) return make(request);
      if (isFresh(shared)) return shared;
    }
    const fresh = make(request).finally(() => underway.delete(key));
    underway.set(key, fresh);
    return fresh;
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, headers, etag, body } = await answerTo(request);
    for (const [name, value] of headers) if (name !== 'set-cookie') response.setHeader(name, value);
    for (const cookie of headers.getSetCookie()) response.appendHeader('set-cookie', cookie);
    if (!headers.has('cache-control')) response.setHeader('cache-control', 'no-cache');
    response.setHeader('vary', 'Accept-Encoding, Cookie');
    if (status === 200) {
      response.setHeader('etag', etag);
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304).end();
        return;
      }
    }
    const encoding = encodingFor(request.headers['accept-encoding']);
    const packed = encoding && body[encoding];
    if (packed) response.setHeader('content-encoding', encoding);
    const bytes = packed ?? body.identity;
    response.setHeader('content-length', bytes.length);
    response.writeHead(status);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
}
