// A process that runs a job (reckons what is stale, publishes the register, gathers letters, or deals with those that came in) and is killed at a certain statement, by its own hand and
// without any warning.
import path from 'node:path';
import type { PoolClient } from 'pg';
import { gatherLetters } from '../../app/commands/letters/gather';
import { publishRegister } from '../../app/commands/register/publish';
import { reckonStale } from '../../app/commands/scores/reckon';
import { newId } from '../../app/compose';
import { connect } from '../../app/data/connect';
import { diskFiles } from '../../app/data/files';
import { diskKeyring } from '../../app/data/register/keyring';
import { diskSeals } from '../../app/data/seals';
import { openReplies } from '../../app/data/reply-address';
import { openOutward } from '../../app/data/webhooks/outward';
import type { World } from '../../app/world';
import { loadGuide } from '../../guide/load';
import { receive } from '../../workers/receive';

/** Killed before the statement is sent, or once the database has answered it. */
export type Death = { when: 'before' | 'after'; statement: string };
export type Given = {
  url: string;
  now: number;
  death: Death;
  register?: { folder: string; keys: string };
  gathers?: true;
  /** The data folder of letters that came in. */
  receives?: string;
};

const given = JSON.parse(process.argv[2] ?? '') as Given;
const silent = () => {};
const db = connect({ url: given.url, size: 4, onIdleError: silent });
const die = () => process.kill(process.pid, 'SIGKILL');
db.pool.on('connect', (client: PoolClient) => {
  const query = client.query.bind(client) as (...asked: unknown[]) => Promise<unknown>;
  Object.assign(client, {
    query(...asked: unknown[]) {
      const meant = JSON.stringify(asked[0] ?? '').includes(given.death.statement);
      if (meant && given.death.when === 'before') die();
      // The pool itself asks with a callback, transactions without.
      const answers = asked.at(-1);
      if (meant && typeof answers === 'function') return query(...asked.slice(0, -1), die);
      const answer = query(...asked);
      return meant ? answer.then(die) : answer;
    },
  });
});
const world: World = {
  ...{ db, guide: loadGuide(path.resolve('guide')), wake: silent, queue: null, post: null },
  replies: given.receives ? await openReplies({ domain: 'reply.kenes.test', dataDir: given.receives }) : null,
  outward: openOutward({ loopback: false }),
  ...{
    files: diskFiles(given.receives ? path.join(given.receives, 'files') : '/nonexistent'),
    seals: diskSeals('/nonexistent'),
    openData: '/nonexistent',
  },
  ...{
    limits: null,
    now: () => given.now,
    newId,
    log: { info: silent, warn: silent, error: silent },
    origin: 'http://kenes.test',
    securityContact: null,
  },
  register: {
    folder: given.register?.folder ?? '/nonexistent',
    keys: diskKeyring(given.register?.keys ?? '/nonexistent'),
  },
  ...{ now: () => given.now, newId, log: { info: silent, warn: silent, error: silent }, origin: 'http://kenes.test' },
};
if (given.register) await publishRegister(world);
else if (given.receives) await receive(world, new AbortController().signal);
else if (given.gathers) await gatherLetters(world);
else await reckonStale(world, new AbortController().signal);
await db.close();
