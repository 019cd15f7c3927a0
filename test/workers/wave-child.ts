// A process that does one act of a wave and is killed at a certain statement, by its own hand and without any warning: database, seals,
// now, what to do with what, before or after which statement.
import path from 'node:path';
import { loadGuide } from '../../guide/load';
import { castAnswer } from '../../app/commands/waves/cast';
import { countWaves } from '../../app/commands/waves/count';
import { takeRight } from '../../app/commands/waves/take-right';
import { newId } from '../../app/compose';
import type { Viewer } from '../../app/core/viewer';
import { connect } from '../../app/data/connect';
import { diskFiles } from '../../app/data/files';
import { diskKeyring } from '../../app/data/register/keyring';
import { diskSeals } from '../../app/data/seals';
import { openOutward } from '../../app/data/webhooks/outward';
import type { World } from '../../app/world';

export type Act =
  | { does: 'take'; viewer: Viewer; raw: { panelId: string; blinded: string } }
  | { does: 'cast'; raw: unknown }
  | { does: 'count' };
/** Killed before the statement is sent, or once the database has answered it. */
export type Death = { when: 'before' | 'after'; statement: string };
export type Given = { url: string; seals: string; now: number; act: Act; death: Death };

const given = JSON.parse(process.argv[2] ?? '') as Given;
const silent = () => {};
const db = connect({ url: given.url, size: 4, onIdleError: silent });
const { pool } = db;
const query = pool.query.bind(pool) as (...asked: unknown[]) => Promise<unknown>;
const die = () => process.kill(process.pid, 'SIGKILL');
Object.assign(pool, {
  async query(...asked: unknown[]) {
    const meant = JSON.stringify(asked[0]).includes(given.death.statement);
    if (meant && given.death.when === 'before') die();
    const answer = await query(...asked);
    if (meant) die();
    return answer;
  },
});
const world: World = {
  ...{ db, guide: loadGuide(path.resolve('guide')), wake: silent, queue: null, post: null, replies: null },
  ...{
    outward: openOutward({ loopback: false }),
    files: diskFiles('/nonexistent'),
    seals: diskSeals(given.seals),
    openData: '/nonexistent',
    limits: null,
    register: { folder: '/nonexistent', keys: diskKeyring('/nonexistent') },
    now: () => given.now,
    newId,
  },
  ...{ log: { info: silent, warn: silent, error: silent }, origin: 'http://kenes.test', securityContact: null },
};

const { act } = given;
const doing =
  act.does === 'take'
    ? takeRight(world, act.viewer, act.raw)
    : act.does === 'cast'
      ? castAnswer(world, act.raw)
      : countWaves(world);
void doing.then(
  (outcome) => console.log(`survived: ${JSON.stringify(outcome)}`),
  (error: unknown) => console.log(`failed: ${String(error)}`),
);
