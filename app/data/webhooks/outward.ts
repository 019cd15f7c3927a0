// Calls an address that somebody else chose. The name is resolved here, once: every address behind it must be one of the open internet, and the
// connection is made to the very address that was looked at, so that a name which leads elsewhere a moment later leads nowhere. No
// redirect is followed, no proxy used, nothing kept open; time and what is read are bounded.
import { lookup } from 'node:dns/promises';
import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP } from 'node:net';
import { addressProblem, type CallFailure, type Called } from '../../core/webhook-call';
import { storableText } from '../../core/storable';
import type { Outward } from '../../world';
import { isLoopback, isPublicAddress } from './public-address';

/** From the name to the end of the answer. */
const PATIENCE_MS = 10_000;
/** Of an answer no more is read, and the connection is cut. */
const READ_BYTES = 8_192;
const EXCERPT = 1_000;

type Address = { address: string; family: number };
export type Resolve = (name: string) => Promise<readonly Address[]>;
const byDns: Resolve = (name) => lookup(name, { all: true, verbatim: true });

class Refused extends Error {
  constructor(readonly failure: CallFailure) {
    super(failure);
  }
}

type Options = { loopback: boolean; resolve?: Resolve; patience?: number };

/** `loopback`: this very machine may be called too, also without TLS: for trying things out, never where strangers add addresses. */
export function openOutward({ loopback, resolve = byDns, patience = PATIENCE_MS }: Options): Outward {
  const allowed = ({ address }: Address) => isPublicAddress(address) || (loopback && isLoopback(address));

  const addressOf = async (url: URL, signal: AbortSignal): Promise<Address> => {
    if (addressProblem(url.href, { loopback }) !== null) throw new Refused('forbidden_address');
    const name = url.hostname.replace(/^\[(.*)\]$/, '$1');
    const family = isIP(name);
    const found = family ? [{ address: name, family }] : await orAborted(resolve(name), signal).catch(noAddress);
    const [first] = found;
    if (!first) throw new Refused('no_address');
    if (!found.every(allowed) || (url.protocol === 'http:' && !isLoopback(first.address))) throw new Refused('forbidden_address');
    return first;
  };

  return {
    loopback,
    async call({ url: text, headers, body }) {
      const began = performance.now();
      const signal = AbortSignal.timeout(patience);
      const told = (answer: Omit<Called, 'ms'>): Called => ({ ...answer, ms: Math.round(performance.now() - began) });
      try {
        const url = new URL(text);
        const { address, family } = await addressOf(url, signal);
        const { status, read } = await answered(url, {
          ...{ host: address, family, port: url.port || undefined, path: url.pathname + url.search, method: 'POST' },
          ...{ agent: false, signal, servername: isIP(url.hostname) ? '' : url.hostname },
          headers: { ...headers, host: url.host, 'content-length': Buffer.byteLength(body), connection: 'close' },
        }, body);
        const excerpt = storableText(read.toString('utf8')).slice(0, EXCERPT);
        const failure = status >= 200 && status < 300 ? null : status >= 300 && status < 400 ? 'redirect' : 'status';
        return told({ status, failure, excerpt });
      } catch (error) {
        const failure = error instanceof Refused ? error.failure : signal.aborted ? 'timeout' : 'unreachable';
        return told({ status: null, failure, excerpt: '' });
      }
    },
  };
}

const noAddress = (error: unknown): never => {
  throw error instanceof Refused ? error : new Refused('no_address');
};

/** A resolver can't be told to stop: what it finds too late is let be. */
const orAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Refused('timeout')), { once: true })),
  ]);

/** Sends and reads the beginning of the answer; the connection is gone afterwards, whatever came. */
function answered(url: URL, options: RequestOptions & { servername: string }, body: string): Promise<{ status: number; read: Buffer }> {
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? overHttps(options) : overHttp(options);
    request.on('error', reject);
    request.once('response', (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      let size = 0;
      const done = () => {
        resolve({ status: response.statusCode ?? 0, read: Buffer.concat(parts).subarray(0, READ_BYTES) });
        request.destroy();
      };
      response.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size >= READ_BYTES) done();
      });
      response.once('end', done);
      response.on('error', reject);
      response.once('aborted', () => reject(new Error('the answer broke off')));
    });
    request.end(body);
  });
}
