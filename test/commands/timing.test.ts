// Nobody learns from an answer, or from the work that it takes, who has an account: the same statements in the same order and the same
// hashing for an address that is known and for one that is not. Counted, not clocked: a clock would tell of the machine.
import { beforeAll, describe, expect, it } from 'vitest';
import type { QueryConfig } from 'pg';
import { askLink } from '../../app/commands/accounts/ask-link';
import { register } from '../../app/commands/accounts/register';
import { signIn } from '../../app/commands/accounts/sign-in';
import { LIMITS } from '../../app/core/limits';
import { hashPassword } from '../../app/data/password';
import { castInto, testWorld, type Cast } from '../help/world';

const { world: bare } = testWorld('2026-03-02');
const world = { ...bare, limits: LIMITS };
const PASSWORD = 'a password of nobody else';
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
  const people = [cast.ngo, cast.citizen, cast.executor].map(({ personId }) => personId);
  const passwordHash = await hashPassword(PASSWORD);
  await world.db.prisma.person.updateMany({ where: { id: { in: people } }, data: { passwordHash } });
  await world.db.prisma.person.update({
    where: { id: cast.executor.personId },
    data: { closedAt: new Date(world.now()) },
  });
});

/** What the database was asked while `work` ran, in order, and how much of the processor it took, in milliseconds. */
async function workOf(work: () => Promise<unknown>): Promise<{ asked: string[]; spent: number }> {
  const { pool } = world.db;
  const asked: string[] = [];
  const query = pool.query.bind(pool);
  const listening = (...args: Parameters<typeof query>) => {
    const [what] = args as unknown as [string | QueryConfig];
    asked.push(typeof what === 'string' ? what : what.text);
    return query(...args);
  };
  Object.assign(pool, { query: listening });
  const before = process.cpuUsage();
  try {
    await work();
  } finally {
    Object.assign(pool, { query });
  }
  const { user, system } = process.cpuUsage(before);
  return { asked, spent: (user + system) / 1000 };
}
/** A statement by what it does, and to which table first; how much it writes may differ. */
const firstWords = (statement: string): string => {
  const does = /\b(?:INSERT INTO|SELECT|UPDATE|WITH)\b/i.exec(statement)?.[0].toUpperCase() ?? statement;
  return `${does} ${/"[A-Z]\w+"/.exec(statement)?.[0] ?? ''}`;
};
let times = 0;
/** Another computer each time: limits are not the question here. */
const visitor = () => ({ address: `192.0.2.${++times}`, agent: 'Firefox/140.0' });

describe('signing in', () => {
  const trying = (email: string) => () => signIn(world, { email, password: 'not the password' }, visitor());
  it('asks the database the same of an account, of none, of one without a password and of one that was closed', async () => {
    const known = await workOf(trying(cast.ngo.email));
    expect(known.asked.length).toBeGreaterThan(2);
    for (const email of ['ghost@kenes.test', cast.head.email, cast.executor.email])
      expect((await workOf(trying(email))).asked, email).toEqual(known.asked);
  });

  it('hashes for all of them: the least of three tries costs what a password costs', async () => {
    const least = async (email: string) => {
      const all: number[] = [];
      for (let i = 0; i < 3; i++) all.push((await workOf(trying(email))).spent);
      return Math.min(...all);
    };
    await workOf(trying('warm-up@kenes.test'));
    const [known, ghost, linksOnly] = [
      await least(cast.ngo.email),
      await least('ghost@kenes.test'),
      await least(cast.head.email),
    ];
    for (const other of [ghost, linksOnly]) expect(other).toBeGreaterThan(known / 3);
  });
});

describe('a link by e-mail', () => {
  const asking = (email: string) => () => askLink(world, { email }, visitor());
  it('is asked for with the same work and the same answer, whoever it is for', async () => {
    const known = await workOf(asking(cast.ngo.email));
    for (const email of ['ghost@mail.kz', cast.executor.email]) {
      const other = await workOf(asking(email));
      expect(other.asked.length, email).toBe(known.asked.length);
      expect(other.asked.map(firstWords), email).toEqual(known.asked.map(firstWords));
      expect(await asking(email)()).toEqual({ ok: true, value: { email } });
    }
    expect(
      await world.db.prisma.letter.count({ where: { email: { in: ['ghost@mail.kz', cast.executor.email] } } }),
    ).toBe(0);
  });
});

describe('registering', () => {
  const registering = (email: string) => () =>
    register(world, { as: 'person', name: 'Somebody', locale: 'ru', address: 'Astana, 1', email }, visitor());
  it('takes the same work for an address that has an account, had one, or has none', async () => {
    const unknown = await workOf(registering('newcomer@mail.kz'));
    for (const email of [cast.citizen.email, cast.executor.email])
      expect((await workOf(registering(email))).asked.map(firstWords), email).toEqual(unknown.asked.map(firstWords));
  });
});
