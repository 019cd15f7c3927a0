// Makes the world out of the configuration: the only place that knows which database, queue, post and file store are behind it.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pino from 'pino';
import { loadGuide } from '../guide/load';
import { LIMITS } from './core/limits';
import { connect } from './data/connect';
import { diskFiles } from './data/files';
import { openQueue, type Queue } from './data/queue';
import { diskKeyring, givenKeyring } from './data/register/keyring';
import { openReplies } from './data/reply-address';
import { clamd } from './data/scanner';
import { diskSeals } from './data/seals';
import { openOutward } from './data/webhooks/outward';
import { smtpPost } from './mail/connect';
import type { Log, World } from './world';

export type Composed = { world: World; queue: Queue; close(): Promise<void> };
export type Parts = {
  databaseUrl: string;
  redisUrl: string | null;
  smtp: { url: string; from: string } | null;
  origin: string;
  securityContact: string | null;
  dataDir: string;
  /** Keys of the public register in PEM; null: files in the data folder. */
  registerKey: string | null;
  /** Whether webhooks may lead to this machine. */
  loopback: boolean;
  /** The domain of addresses of replies; null where letters do not come in. */
  replyDomain: string | null;
  /** The address of a clamd; null where nobody looks files through. */
  scanner: string | null;
  pool: number;
  /** See data/connect; unset where one statement may take as long as it takes: scripts. */
  answersWithin?: number;
  log: Log;
};

/** A log that writes JSON lines and keeps personal data out of them. */
export const openLog = (level: string): Log =>
  pino({ level, base: undefined, redact: ['email', '*.email', 'cookie', '*.cookie', 'iin', '*.iin'] });

let lastMillisecond = 0;
let sequence = 0;
/** A UUID of version 7 (RFC 9562): sorts by the time it was made, also within a millisecond. */
export function newId(): string {
  const now = Math.max(Date.now(), lastMillisecond);
  sequence = now === lastMillisecond ? sequence + 1 : 0;
  const overflow = sequence >> 12;
  lastMillisecond = now + overflow;
  if (overflow) sequence = 0;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Everything connected; `close` lets go of it in the right order. The database must be migrated before it is used. */
export async function compose({
  databaseUrl,
  redisUrl,
  smtp,
  origin,
  securityContact,
  dataDir,
  registerKey,
  loopback,
  replyDomain,
  scanner,
  pool,
  answersWithin,
  log,
}: Parts): Promise<Composed> {
  const db = connect({
    url: databaseUrl,
    size: pool,
    answersWithin,
    onIdleError: (error) => log.warn({ error: error.message }, 'an idle database connection broke'),
  });
  const queue = await openQueue({ redisUrl, databaseUrl, log });
  const world: World = {
    db,
    guide: loadGuide(path.resolve('guide')),
    wake: (job) => queue.wake(job),
    queue: queue.desk,
    post: smtp ? smtpPost(smtp.url, smtp.from) : null,
    outward: openOutward({ loopback }),
    replies: replyDomain ? await openReplies({ domain: replyDomain, dataDir }) : null,
    files: diskFiles(path.join(dataDir, 'files'), scanner ? clamd(scanner) : null),
    seals: diskSeals(path.join(dataDir, 'seals')),
    openData: path.join(dataDir, 'open'),
    limits: LIMITS,
    register: {
      folder: path.join(dataDir, 'register'),
      keys: registerKey ? givenKeyring(registerKey) : diskKeyring(path.join(dataDir, 'keys')),
    },
    now: () => Date.now(),
    newId,
    log,
    origin,
    securityContact,
  };
  return {
    world,
    queue,
    async close() {
      await queue.close();
      world.post?.close();
      await db.close();
    },
  };
}
