// Between node:http and the pages: a request as they read it, and their answer written in one piece with its length. Used by
// server.ts for everything that is rendered, and by micro-cache.ts for the bytes of an answer.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { createReadableStreamFromReadable, writeReadableStreamToWritable } from '@remix-run/node';
import type { Answer } from './render';

/** The bytes of an answer. */
export const bytesOf = async (answer: Answer): Promise<Buffer> =>
  'html' in answer ? Buffer.from(answer.html) : Buffer.from(await answer.arrayBuffer());

const BODILESS = ['GET', 'HEAD'];

/** The request at `url` as loaders and actions read it. */
export function requestOf(url: string, incoming: IncomingMessage, response: ServerResponse): Request {
  const { method = 'GET' } = incoming;
  const headers = headersOf(incoming);
  if (BODILESS.includes(method)) return new Request(url, { method, headers });
  // Who goes away while sending a form stops its reading.
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const body = createReadableStreamFromReadable(incoming);
  return new Request(url, { method, headers, body, duplex: 'half', signal: gone.signal } as RequestInit);
}

function headersOf({ headers }: IncomingMessage): Headers {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) all.append(name, one);
  return all;
}

type Encoding = 'br' | 'gzip';
const compress: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = (() => {
  const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];
  // Each is sent once: of the next better level costs twice the time and saves a twentieth.
  return {
    br: (bytes) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }),
    gzip: (bytes) => gzipped(bytes, { level: 3 }),
  };
})();
const COMPRESS_FROM = 1024;

/** The encoding that the reader takes, the better first. */
export function encodingFor(accepted: string | undefined): Encoding | null {
  if (!accepted) return null;
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

const JSON_TYPES = ['application/json', 'application/problem+json'];

/** Writes an answer: a page, or JSON, whole and compressed for who takes it so, a file as it comes. */
export async function send(answer: Answer, { headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  for (const cookie of answer.headers.getSetCookie()) response.appendHeader('set-cookie', cookie);
  const isWhole = 'html' in answer || JSON_TYPES.some((type) => answer.headers.get('content-type')?.startsWith(type));
  if (!isWhole) {
    if (answer.body) return writeReadableStreamToWritable(answer.body, response);
    return void response.end();
  }
  if (!('html' in answer) && !answer.body) return void response.end();
  let bytes = await bytesOf(answer);
  if (bytes.length >= COMPRESS_FROM) {
    response.appendHeader('vary', 'Accept-Encoding');
    const encoding = encodingFor(headers['accept-encoding']);
    if (encoding) {
      response.setHeader('content-encoding', encoding);
      bytes = await compress[encoding](bytes);
    }
  }
  response.setHeader('content-length', bytes.length);
  response.end(bytes);
}

/** The API speaks for itself (pages/api/door): of limits, of maintenance, in problem documents; and cookies are no credentials there. */
export const isApi = (url: string): boolean => /^\/api(?:[/?]|$)/.test(url);

/** What is said before anything could speak for itself: a sentence, to programs in a problem document (RFC 9457). */
export function bare({ url = '' }: IncomingMessage, response: ServerResponse, status: number, title: string): void {
  response.statusCode = status;
  response.setHeader('content-type', isApi(url) ? 'application/problem+json' : 'text/plain; charset=utf-8');
  const problem = { type: 'about:blank', title, status, detail: title, code: 'not_understood' };
  response.end(isApi(url) ? JSON.stringify(problem) : title);
}
