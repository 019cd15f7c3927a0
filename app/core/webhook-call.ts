// What becomes of a message that was sent to somebody's program: delivered, tried again and when, or given up; and when a program that never
// answers is left alone. Numbers of the house: nothing that anybody owes follows from them. Asked by the job webhooks.
import type { Instant } from './day';

/** Why nothing is sent any more: the other side said that it is gone (410), or it failed for too long. */
export const WEBHOOK_STOPS = ['gone', 'failing'] as const;
export type WebhookStop = (typeof WEBHOOK_STOPS)[number];
/** Why a call came to nothing; `status`: it was answered, and not with 2xx. */
export const CALL_FAILURES = [
  'forbidden_address',
  'no_address',
  'unreachable',
  'timeout',
  'redirect',
  'status',
] as const;
export type CallFailure = (typeof CALL_FAILURES)[number];
/** What came of a call; `ms`: how long it took. */
export type Called = { status: number | null; failure: CallFailure | null; excerpt: string; ms: number };

const HOUR = 3_600_000;
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 24 * HOUR;
/** 30 seconds, three times as long each time, at most a day: the last try is three days after the first. */
export const TRIES = 11;
/** Every call failed for this long: the program is not there any more. */
export const PATIENCE = 5 * 24 * HOUR;
/** Messages that are done, and what was answered, are kept this long. */
export const KEPT_DAYS = 30;

/** How many an owner may have. */
export const WEBHOOKS_LIMIT = 10;
/** How long the former secret signs beside the new one. */
export const BOTH_SECRETS = 24 * HOUR;

/** Milliseconds after the `attempts`-th failed try until the next, a tenth more or less by `chance` (0..1), so that many do not come back at once. */
export const pauseAfter = (attempts: number, chance: number): number =>
  Math.round(Math.min(FIRST_PAUSE * 3 ** (attempts - 1), LONGEST_PAUSE) * (0.9 + 0.2 * chance));

export type Sent = { attempts: number; now: Instant; chance: number; failingSince: Instant | null };
/** `stop`: nothing more is sent to this address. */
export type Settled = {
  state: 'delivered' | 'waiting' | 'failed';
  nextAt: Instant;
  failingSince: Instant | null;
  stop: WebhookStop | null;
};

/** What follows from a call that was the `attempts`-th of its message. */
export function settle({ status, failure }: Pick<Called, 'status' | 'failure'>, sent: Sent): Settled {
  const { attempts, now, chance } = sent;
  if (failure === null) return { state: 'delivered', nextAt: now, failingSince: null, stop: null };
  const failingSince = sent.failingSince ?? now;
  if (status === 410) return { state: 'failed', nextAt: now, failingSince, stop: 'gone' };
  const stop = now - failingSince >= PATIENCE ? 'failing' : null;
  if (stop || attempts >= TRIES) return { state: 'failed', nextAt: now, failingSince, stop };
  return { state: 'waiting', nextAt: now + pauseAfter(attempts, chance), failingSince, stop: null };
}

/** What is wrong with an address to call, as `invalid` names it; null where it may be one. Where its name leads is looked at when it is called. */
export function addressProblem(text: string, { loopback }: { loopback: boolean }): 'bad_address' | null {
  if (text.length > 2000 || !URL.canParse(text)) return 'bad_address';
  const { protocol, username, password, hash, port } = new URL(text);
  if (username || password || hash) return 'bad_address';
  if (loopback) return protocol === 'https:' || protocol === 'http:' ? null : 'bad_address';
  return protocol === 'https:' && PORTS.includes(port) ? null : 'bad_address';
}
/** Of https, '' is 443. */
const PORTS = ['', '8443'];
