// The desk of an official and the day of an NGO: everything owed is in exactly one place, the due day included.
import { beforeAll, describe, expect, it } from 'vitest';
import { assignAppeal } from '../../app/commands/appeals/assign';
import { fileAppeal } from '../../app/commands/appeals/file';
import { proposeExtension } from '../../app/commands/appeals/propose-extension';
import type { Outcome } from '../../app/core/refusal';
import type { Viewer } from '../../app/core/viewer';
import { deskAsked, deskOf, type Desk } from '../../app/queries/desk';
import { NEARNESS } from '../../app/core/nearness';
import { waitingProposals } from '../../app/queries/proposals';
import { todayOf } from '../../app/queries/today';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
let cast: Cast;
const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
};
const desk = async (viewer: Viewer, query = ''): Promise<Desk> => {
  const found = await deskOf(world, viewer, deskAsked(new URLSearchParams(query)), 'en');
  if (!found) throw new Error('no desk');
  return found;
};
const filed: { id: string; number: string }[] = [];
beforeAll(async () => {
  cast = await castInto(world);
  for (let day = 2; day <= 13; day += 1) {
    at(`2026-03-${String(day).padStart(2, '0')}` as '2026-03-02', '09:30');
    for (let n = 0; n < 6; n += 1) filed.push(value(await fileAppeal(world, cast.ngo, anAppeal(cast))));
  }
  value(await assignAppeal(world, cast.registrar, { appealId: filed[0]?.id, officialId: cast.executor.personId }));
});

describe('the desk', () => {
  it('holds every open duty in exactly one of overdue, today, near and later on every day', async () => {
    const open = await world.db.prisma.obligation.count({ where: { closedDay: null } });
    for (let day = 14; day <= 31; day += 1) {
      at(`2026-03-${day}` as '2026-03-14');
      const { counts } = await desk(cast.head);
      expect(NEARNESS.reduce((sum, nearness) => sum + counts[nearness], 0)).toBe(open);
    }
  });

  it('puts a duty of today under today until midnight and under overdue afterwards', async () => {
    at('2026-03-27', '23:59');
    const onDay = await desk(cast.head, 'due=today');
    const overdueBefore = onDay.counts.overdue;
    expect(onDay.rows.length).toBe(6);
    expect(new Set(onDay.rows.map(({ dueDay }) => dueDay))).toEqual(new Set(['2026-03-27']));
    at('2026-03-28', '00:00');
    expect((await desk(cast.head, 'due=today')).rows).toEqual([]);
    expect((await desk(cast.head, 'due=overdue')).counts.overdue).toBe(overdueBefore + onDay.rows.length);
  });

  it('pages by lawful time left over everything, forward and back, without a ceiling', async () => {
    at('2026-03-16');
    const open = await world.db.prisma.obligation.count({ where: { closedDay: null } });
    const seen: string[] = [];
    let page = await desk(cast.head);
    const first = page.rows;
    seen.push(...page.rows.map(({ id }) => id));
    while (page.older) {
      page = await desk(cast.head, `after=${page.older}`);
      seen.push(...page.rows.map(({ id }) => id));
    }
    expect(seen.length).toBe(open);
    expect(new Set(seen).size).toBe(open);
    let back = page;
    while (back.newer) back = await desk(cast.head, `before=${back.newer}`);
    expect(back.rows).toEqual(first);
  });

  it('shows an executor the own work first, and only bodies where one holds an office', async () => {
    const own = await desk(cast.executor);
    expect([own.whose, own.rows.every(({ mine }) => mine), own.rows.length]).toEqual(['mine', true, own.shares.mine]);
    expect(own.shares.mine).toBeGreaterThan(0);
    expect((await desk(cast.committeeRegistrar)).rows).toEqual([]);
    expect((await desk(cast.committeeRegistrar, `body=${cast.ministry.id}`)).rows).toEqual([]);
    expect(await deskOf(world, cast.ngo, deskAsked(new URLSearchParams()), 'en')).toBeNull();
  });

  it('brings proposed extensions to the head and to nobody else', async () => {
    at('2026-03-16');
    value(
      await proposeExtension(world, cast.executor, {
        appealId: filed[1]?.id,
        until: '2026-04-20',
        reason: 'Требуется лабораторная экспертиза и выезд.',
      }),
    );
    expect(await waitingProposals(world, cast.head, 'ru')).toMatchObject([
      { number: filed[1]?.number, until: '2026-04-20' },
    ]);
    expect(await waitingProposals(world, cast.executor, 'ru')).toEqual([]);
  });
});

describe('the day of an NGO', () => {
  it('names what is overdue with the days off that moved it, and what falls due within days', async () => {
    at('2026-03-31');
    const { overdue, soon, own, came } = await todayOf(world, cast.ngo, 'en');
    const decision = overdue.find(({ decides, number }) => decides && number === filed[0]?.number);
    expect(decision).toMatchObject({ dueDay: '2026-03-27', daysLeft: -2 });
    expect(decision?.term.days.filter(({ why }) => why === 'holiday' || why === 'substitute').length).toBeGreaterThan(
      3,
    );
    expect(soon.length).toBeGreaterThan(0);
    expect([own, came]).toEqual([[], []]);
  });

  it('is empty for someone who is no party', async () => {
    const day = await todayOf(world, cast.citizen, 'en');
    expect([day.overdue, day.soon, day.own, day.came, day.open]).toEqual([[], [], [], [], 0]);
  });
});
