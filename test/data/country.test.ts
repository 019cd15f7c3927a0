// The simulated country: the same seed gives the same one to the hash, and everything it did is whole in the ledger.
import { expect, it } from 'vitest';
import { instantOf } from '../../app/core/day';
import { verifyLedger } from '../../app/data/verify';
import { chance } from '../../prisma/chance';
import { live } from '../../prisma/live';
import { scratchDatabase } from '../help/database';
import { testWorld } from '../help/world';

const country = async (seed: number) => {
  const { world } = testWorld('2026-05-01', (await scratchDatabase({ empty: false })).url);
  const lived = await live(world, { appeals: 25, from: '2026-03-02', until: instantOf('2026-05-01', '12:00'), chance: chance(seed) });
  const events = await world.db.prisma.event.findMany({ orderBy: { seq: 'asc' }, select: { hash: true } });
  return { world, lived, hashes: events.map(({ hash }) => hash) };
};

it('the same seed gives the same country to the hash, another seed another', async () => {
  const [one, same, other] = [await country(1), await country(1), await country(2)];
  expect(one.lived.filed).toBeGreaterThan(20);
  expect(same.hashes).toEqual(one.hashes);
  expect(other.hashes).not.toEqual(one.hashes);
  const { faults, streams } = await verifyLedger(one.world);
  expect(faults).toEqual([]);
  expect(streams).toBeGreaterThanOrEqual(one.lived.filed);
}, 120_000);

it('a country lived through has what real ones have: late answers, redirects, reminders, letters to everyone', async () => {
  const { world } = await country(1);
  const { prisma } = world.db;
  expect(await prisma.appeal.count({ where: { phase: 'answered' } })).toBeGreaterThan(5);
  expect(await prisma.obligation.count({ where: { lapsedAt: { not: null } } })).toBeGreaterThan(0);
  expect(await prisma.reminder.count({ where: { state: 'written' } })).toBeGreaterThan(10);
  expect(await prisma.letter.count({ where: { state: { not: 'kept' } } })).toBe(0);
});

it('its councils have a chair, a secretary apart and five to nine members, some of them of organisations with fields of work', async () => {
  const { world } = await country(1);
  const { prisma } = world.db;
  const councils = await prisma.council.findMany({ include: { memberships: true } });
  expect(councils).toHaveLength(3);
  for (const { memberships } of councils) {
    const holding = (...roles: string[]) => memberships.filter(({ role }) => roles.includes(role));
    expect([holding('council_chair').length, holding('council_secretary').length]).toEqual([1, 1]);
    const members = holding('council_chair', 'council_member');
    expect(members.length).toBeGreaterThanOrEqual(5);
    expect(members.length).toBeLessThanOrEqual(9);
    expect(new Set(memberships.map(({ personId }) => personId)).size).toBe(memberships.length);
    const own = members.map(({ personId }) => personId);
    expect(await prisma.membership.count({ where: { personId: { in: own }, role: 'representative' } })).toBeGreaterThan(0);
    expect(await prisma.membership.count({ where: { personId: { in: own }, bodyId: { not: null } } }), 'no officials').toBe(0);
  }
  expect(await prisma.organisation.count({ where: { fields: { isEmpty: true } } })).toBe(0);
  const demo = await prisma.membership.findMany({ where: { person: { demo: true }, councilId: { not: null } }, include: { person: true } });
  expect(demo.map(({ role, person }) => [role, person.email]).sort()).toEqual([
    ['council_member', 'member@demo.kenes.kz'],
    ['council_secretary', 'secretary@demo.kenes.kz'],
  ]);
});

it('verify finds a changed row, a changed event and a removed one', async () => {
  const { world } = await country(1);
  const { pool, prisma } = world.db;
  const appeal = await prisma.appeal.findFirstOrThrow({ where: { phase: 'answered' }, select: { id: true, subject: true } });
  const stream = `appeal:${appeal.id}`;
  const whatIsWrong = async () => (await verifyLedger(world)).faults.map((fault) => `${fault.stream === stream ? 'it' : fault.stream}: ${fault.what}`);

  await pool.query({ text: 'UPDATE "Appeal" SET subject = $1 WHERE id = $2', values: ['Другое', appeal.id] });
  expect(await whatIsWrong()).toEqual(['it: Appeal: subject differ from what the events say']);
  await pool.query({ text: 'UPDATE "Appeal" SET subject = $1 WHERE id = $2', values: [appeal.subject, appeal.id] });

  await expect(pool.query({ text: 'UPDATE "Event" SET day = day WHERE stream = $1', values: [stream] })).rejects.toThrow(/append-only/);
  await pool.query('ALTER TABLE "Event" DISABLE TRIGGER event_append_only');
  await pool.query({ text: `UPDATE "Event" SET payload = jsonb_set(payload, '{nameHidden}', 'true') WHERE stream = $1 AND version = 1`, values: [stream] });
  expect(await whatIsWrong()).toContain('it: event 1 is not what was written');
  await pool.query({ text: 'DELETE FROM "Event" WHERE stream = $1 AND version = 2', values: [stream] });
  expect(await whatIsWrong()).toContain('it: event 2 is missing');
});
