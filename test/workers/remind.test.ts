// Reminders in working time: at the guide's points, to the right people, once; late workers don't make up for silence with noise.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { assignAppeal } from '../../app/commands/appeals/assign';
import { fileAppeal } from '../../app/commands/appeals/file';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import type { Day } from '../../app/core/day';
import { addWorkingDays } from '../../app/core/calendar';
import { addDays } from '../../app/core/day';
import { remind } from '../../workers/remind';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';

const { world, at } = testWorld();
let cast: Cast;
let names: Map<string, string>;
beforeAll(async () => {
  cast = await castInto(world);
  names = new Map(
    Object.values(cast).flatMap((one) =>
      typeof one === 'object' && 'personId' in one ? [[one.personId, one.name] as const] : [],
    ),
  );
});
beforeEach(async () => {
  await world.db.prisma.reminder.deleteMany();
  await world.db.prisma.letter.deleteMany();
});

/** An application filed and accepted on Monday 2 February 2026: fifteen working days end on Monday 23 February. */
async function filed(): Promise<string> {
  at('2026-02-02');
  const outcome = await fileAppeal(world, cast.ngo, anAppeal(cast));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  await acceptAppeal(world, cast.registrar, { appealId: outcome.value.id });
  await world.db.prisma.letter.deleteMany();
  return outcome.value.id;
}
type Data = { point: string; owed: string; workingDaysLeft: number; rule: string; dueDay: string };
/** Reminders written since the last look: 'Name: point, side, working days left'. */
async function written(): Promise<string[]> {
  const letters = await world.db.prisma.letter.findMany({ where: { letter: 'deadline_reminder' } });
  await world.db.prisma.letter.deleteMany();
  return letters
    .map(({ personId, data }) => {
      const { point, owed, workingDaysLeft } = data as Data;
      return `${names.get(personId ?? '')}: ${point}, ${owed}, ${workingDaysLeft}`;
    })
    .sort();
}
const sweepAt = async (day: Day, time = '09:00') => {
  at(day, time);
  await remind(world, never);
  return written();
};

describe('a reminder', () => {
  it('comes at nine in the morning of the guide’s points, to registrars and executors, from the last working day on to the heads too', async () => {
    await filed();
    expect(await sweepAt('2026-02-11', '08:59')).toEqual([]);
    expect(await sweepAt('2026-02-11')).toEqual(['Executor: half_term, by_you, 8', 'Registrar: half_term, by_you, 8']);
    expect(await sweepAt('2026-02-18')).toEqual(['Executor: minus_3, by_you, 3', 'Registrar: minus_3, by_you, 3']);
    expect(await sweepAt('2026-02-20')).toEqual([
      'Executor: minus_1, by_you, 1',
      'Head: minus_1, by_you, 1',
      'Registrar: minus_1, by_you, 1',
    ]);
    expect(await sweepAt('2026-02-23')).toEqual([
      'Executor: due_day, by_you, 0',
      'Head: due_day, by_you, 0',
      'Registrar: due_day, by_you, 0',
    ]);
  });

  it('after the due day goes to the applicant as well', async () => {
    await filed();
    await sweepAt('2026-02-23');
    expect(await sweepAt('2026-02-24')).toEqual([
      'Aigul: plus_1, to_you, -1',
      'Executor: plus_1, by_you, -1',
      'Head: plus_1, by_you, -1',
      'Registrar: plus_1, by_you, -1',
    ]);
  });

  it('is written once however often the sweep runs', async () => {
    await filed();
    at('2026-02-11');
    await Promise.all([remind(world, never), remind(world, never)]);
    await remind(world, never);
    expect(await written()).toHaveLength(2);
    expect(await sweepAt('2026-02-11', '18:00')).toEqual([]);
  });

  it('goes to the official a case is assigned to, and to everyone again when the office is left', async () => {
    const appealId = await filed();
    await assignAppeal(world, cast.head, { appealId, officialId: cast.executor.personId });
    await world.db.prisma.letter.deleteMany();
    expect(await sweepAt('2026-02-11')).toEqual(['Executor: half_term, by_you, 8']);
    await world.db.prisma.membership.updateMany({
      where: { personId: cast.executor.personId },
      data: { until: new Date('2026-02-12T00:00:00Z') },
    });
    expect(await sweepAt('2026-02-18')).toEqual(['Registrar: minus_3, by_you, 3']);
    await world.db.prisma.membership.updateMany({ where: { personId: cast.executor.personId }, data: { until: null } });
  });

  it('is not written for what is no longer owed', async () => {
    const appealId = await filed();
    await withdrawAppeal(world, cast.ngo, { appealId, statement: 'Вопрос решён, обращение отзываю.' });
    await world.db.prisma.letter.deleteMany();
    expect(await sweepAt('2026-02-24')).toEqual([]);
    expect(await world.db.prisma.reminder.count({ where: { state: 'waiting' } })).toBe(0);
  });

  it('on the Saturday after a due Friday speaks of overdue, not of today', async () => {
    await filed();
    await world.db.prisma.obligation.updateMany({
      where: { rule: 'decide', closedDay: null },
      data: { dueDay: '2026-02-20' },
    });
    expect(await sweepAt('2026-02-21')).toContain('Executor: minus_1, by_you, -1');
  });
});

describe('when no worker ran for ten days', () => {
  it('each side gets its latest reminder only, and the earlier ones are cancelled', async () => {
    const appealId = await filed();
    expect(await sweepAt('2026-02-24')).toEqual([
      'Aigul: plus_1, to_you, -1',
      'Executor: plus_1, by_you, -1',
      'Head: plus_1, by_you, -1',
      'Registrar: plus_1, by_you, -1',
    ]);
    const { id: obligationId } = await world.db.prisma.obligation.findUniqueOrThrow({
      where: { stream_key: { stream: `appeal:${appealId}`, key: 'decide' } },
    });
    const states = await world.db.prisma.reminder.findMany({
      where: { obligationId, dueAt: { lte: new Date(world.now()) } },
      select: { point: true, state: true },
      orderBy: { dueAt: 'asc' },
    });
    expect(states).toEqual([
      { point: 'half_term', state: 'cancelled' },
      { point: 'minus_3', state: 'cancelled' },
      { point: 'minus_1', state: 'cancelled' },
      { point: 'due_day', state: 'cancelled' },
      { point: 'plus_1', state: 'written' },
    ]);
  });

  it('a side that the later points pass by still gets the one meant for it', async () => {
    await filed();
    expect(await sweepAt('2026-03-04')).toEqual([
      'Aigul: plus_1, to_you, -7',
      'Executor: weekly_overdue, by_you, -7',
      'Head: weekly_overdue, by_you, -7',
      'Registrar: weekly_overdue, by_you, -7',
    ]);
  });

  it('a weekly reminder goes on from the day it was written, five working days at a time', async () => {
    await filed();
    await sweepAt('2026-02-24');
    let day: Day = '2026-03-04';
    expect(await sweepAt(day)).toHaveLength(3);
    for (let week = 0; week < 12; week++) {
      const next = addWorkingDays(world.guide.calendar, day, 5);
      expect(await sweepAt(addDays(next, -1), '23:59'), `the day before ${next}`).toEqual([]);
      expect(await sweepAt(next), next).toHaveLength(3);
      day = next;
    }
    expect(await world.db.prisma.reminder.count({ where: { state: 'waiting' } })).toBe(1);
  });
});

it('three thousand reminders swept by two workers at once make each letter exactly once', async () => {
  const appealId = await filed();
  const [one] = await world.db.prisma.obligation.findMany({ where: { stream: `appeal:${appealId}`, rule: 'decide' } });
  if (!one) throw new Error('no obligation');
  const ids = Array.from({ length: 3_000 }, () => world.newId());
  const { reckoning, ...plain } = one;
  await world.db.prisma.obligation.createMany({
    data: ids.map((id, i) => ({ ...plain, id, key: `decide:${i}`, reckoning: reckoning as object })),
  });
  await world.db.prisma.reminder.deleteMany();
  await world.db.prisma.reminder.createMany({
    data: ids.map((id) => ({
      id: world.newId(),
      obligationId: id,
      point: 'minus_3',
      plannedBy: 1,
      dueAt: new Date('2026-02-18T04:00:00Z'),
      state: 'waiting',
    })),
  });
  const other = testWorld('2026-02-18').world;
  at('2026-02-18', '10:00');
  const [first, second] = await Promise.all([remind(world, never), remind(other, never)]);
  expect(first + second).toBe(6_000);
  expect(await world.db.prisma.letter.count()).toBe(6_000);
  expect(await world.db.prisma.reminder.groupBy({ by: ['state'], _count: true })).toEqual([
    { state: 'written', _count: 3_000 },
  ]);
  const letter = await world.db.prisma.letter.findFirstOrThrow();
  expect(letter.id, 'an id like any other').toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  await world.db.prisma.obligation.deleteMany({ where: { id: { in: ids } } });
});
