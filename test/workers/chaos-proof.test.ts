// The proof of `npm run chaos` itself: whatever a drill may not end with is found where it is put in on purpose, and nothing is found where all is well.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { fileAppeal } from '../../app/commands/appeals/file';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import { instantOf, type Day } from '../../app/core/day';
import { drain } from '../../workers/work';
import { openGround } from '../bench/ground';
import { nothingTold, type Told } from '../chaos/people';
import { prove } from '../chaos/proof';
import { CONTROLS, HARMLESS, type Tampered } from '../chaos/tampered';
import { wrongIn } from '../chaos/wrong';
import { inDatabase, urlOf } from '../help/client';
import { scratchDatabase } from '../help/database';
import { startSmtp, type Received, type TestSmtp } from '../help/smtp';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import { postTo } from './help';

const BEGUN: Day = '2026-02-02';
const ENDED: Day = '2026-02-13';
const told: Told = nothingTold();
let cast: Cast;
let smtp: TestSmtp;
let source = '';
let arrived: Received[] = [];
let accepted: Tampered['accepted'];

/** Three appeals, one accepted, one withdrawn, and eleven days of workers: what a drill leaves when all went well. */
beforeAll(async () => {
  smtp = await startSmtp();
  const { url, conn } = await scratchDatabase({ empty: false });
  source = conn.database;
  const ground = await openGround(url);
  let now = instantOf(BEGUN, '10:00');
  const world = { ...ground.world, now: () => now, post: postTo(smtp.url) };
  cast = await castInto(world);
  for (const subject of ['Пандус у входа', 'Пандус у школы', 'Пандус у почты']) {
    const filed = await fileAppeal(world, cast.ngo, { ...anAppeal(cast), subject, key: randomUUID() });
    if (!filed.ok) throw new Error(filed.refusal.code);
    const { id, number } = filed.value;
    told.done.push({ what: 'filed', number, subject });
    if (subject === 'Пандус у входа') {
      await acceptAppeal(world, cast.registrar, { appealId: id });
      accepted = { id, number, stream: `appeal:${id}` };
      told.done.push({ what: 'accepted', number, subject: '' });
    }
    if (subject === 'Пандус у почты') {
      await withdrawAppeal(world, cast.ngo, { appealId: id, statement: 'Вопрос решён без обращения.' });
      told.done.push({ what: 'withdrawn', number, subject });
    }
  }
  for (let date = 2; date <= 12; date++) {
    now = instantOf(`2026-02-${String(date).padStart(2, '0')}` as Day, date === 2 ? '10:05' : '09:05');
    await drain(world);
  }
  world.post.close();
  await ground.close();
  arrived = [...smtp.received];
});
afterAll(() => smtp.stop());

/** What is found after `tamper` in a copy of it all. */
async function foundAfter(tamper: (scene: Tampered) => Promise<unknown>): Promise<string[]> {
  const name = `${source}_${randomUUID().slice(0, 8)}`;
  await inDatabase('postgres', (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${source}`));
  const { world, at } = testWorld(ENDED, urlOf(name));
  afterAll(() => inDatabase('postgres', (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)));
  smtp.received.splice(0, Number.POSITIVE_INFINITY, ...arrived);
  const client = new pg.Client(urlOf(name));
  await client.connect();
  await client.query('SET session_replication_role = replica');
  const scene = { world, at, received: smtp.received, told: { ...told, done: [...told.done] }, accepted };
  await tamper({
    ...scene,
    sql: (text, values) => client.query(text, values),
    filing: { viewer: cast.ngo, sent: { ...anAppeal(cast), subject: 'Пандус у входа' } },
  });
  await client.end();
  const { proof } = await prove({ ...scene, smtp, troubles: [], patience: 0, stop: async () => {} });
  return wrongIn({ told: scene.told, falls: [], proof });
}

describe('the proof of a drill', () => {
  it.each(Object.entries(CONTROLS))('finds %s', async (_, { tamper, finds }) => {
    expect(await foundAfter(tamper)).toContainEqual(expect.stringMatching(finds));
  });

  it.each(Object.entries(HARMLESS))('finds nothing in %s', async (_, tamper) => {
    expect(await foundAfter(tamper)).toEqual([]);
  });

  it('names what people were told otherwise, processes that fell, and whatever is still due', () => {
    const letters = { written: 1, once: 1, again: 0, missing: [], strange: [], never: [], unexplained: [] };
    const found = wrongIn({
      told: { ...nothingTold(), wrong: ['accepted 2026-000001: 404'] },
      falls: ['out of memory'],
      proof: {
        ...{ lost: [], doubled: [], letters, ledger: { events: 1, streams: 1, faults: [] } },
        ...{ due: { letters: 1, reminders: 2, terms: 3 }, reminders: { due: 5, none: 0 } },
      },
    });
    expect(found.map((line) => line.split(':')[0])).toEqual([
      'somebody was told otherwise',
      'a process ended by itself',
      ...['still due', 'still due', 'still due'],
    ]);
  });
});
