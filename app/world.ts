// The world a command, a query or a worker acts in: where things are remembered, what the law says, what time it is.
// Imported as a type everywhere; made only by compose.ts.
import type { Guide } from '../guide/schema';
import type { Database } from './data/connect';
import type { Files } from './data/files';
import type { Keyring } from './data/register/keyring';
import type { Replies } from './data/reply-address';
import type { Seals } from './data/seals';
import type { Instant } from './core/day';
import type { Limits } from './core/limits';
import type { QueueLook } from './core/queued';
import type { Called } from './core/webhook-call';

/** A job of the timetable (workers/timetable.ts) that can be woken early. */
export type Wakeable =
  | 'deliver'
  | 'receive'
  | 'remind'
  | 'lapse'
  | 'survey'
  | 'score'
  | 'correct'
  | 'register'
  | 'dump'
  | 'webhooks'
  | 'imports';

/** How a finished letter leaves the house; null in letterbox mode, where letters are kept and read on the site. */
export type Post = {
  /** Resolves to the mail server's own words. `unsubscribe`: the address at which a mail program stops such letters for its reader, where there is one (RFC 8058). */
  send(mail: {
    id: string;
    to: string;
    subject: string;
    html: string;
    text: string;
    unsubscribe: string | null;
    /** Where its reader's reply goes, and where servers report that it did not arrive; null where nobody reads that. */
    replyTo: string | null;
    bounceTo: string | null;
    /** It answers a letter by itself (RFC 3834). */
    replies: boolean;
  }): Promise<string>;
  close(): void;
};

/** What administrators see of the queue and may do to it. Each rejects where the broker is away. */
export type QueueDesk = {
  look(): Promise<QueueLook>;
  /** The job's name; null where none failed under this id. */
  retry(id: string): Promise<string | null>;
  remove(id: string): Promise<string | null>;
};

/** Calls other people's programs (data/webhooks/outward). Never throws. `loopback`: those of this machine too. */
export type Outward = {
  loopback: boolean;
  call(what: { url: string; headers: Record<string, string>; body: string }): Promise<Called>;
};

export type Log = {
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
};

/** Which of the three independent outside services are in force, for the start's message and the pages that differ. */
export type Modes = { database: 'embedded' | 'outside'; queue: 'postgresql' | 'redis'; post: 'letterbox' | 'smtp' };

export type World = {
  db: Database;
  guide: Guide;
  /** Nudges a worker after a commit. May be lost: the timetable finds the rows. Never throws. */
  wake(job: Wakeable): void;
  /** Null where no queue is behind it: tests, the simulation, benches. */
  queue: QueueDesk | null;
  post: Post | null;
  outward: Outward;
  /** Addresses of replies, and the letters that came to them; null where letters do not come in. */
  replies: Replies | null;
  files: Files;
  seals: Seals;
  /** The folder of the open data; its `latest` is served under /open. */
  openData: string;
  /** How often one person or address may do one thing; null where nobody is counted: the seed, the simulation, benches. */
  limits: Limits | null;
  /** The public register: its folder, served under /register, and the keys that sign it. */
  register: { folder: string; keys: Keyring };
  now(): Instant;
  newId(): string;
  log: Log;
  /** The public address of the site, without a trailing slash: links in letters start with it. */
  origin: string;
  /** To whom a weakness is told: an e-mail address, or an https: or mailto: address; null where nobody is named. */
  securityContact: string | null;
};
