// A body contests what its case counts as, the public council rules: who may, until when, who is barred, what follows, and what does not.
import { beforeAll, describe, expect, it } from 'vitest';
import { lapseObligations } from '../../app/commands/obligations/lapse';
import { declareInterest } from '../../app/commands/contests/declare';
import { makeContest } from '../../app/commands/contests/make';
import { passOnContest } from '../../app/commands/contests/pass-on';
import { ruleOnContest } from '../../app/commands/contests/rule';
import { withdrawContest } from '../../app/commands/contests/withdraw';
import { reckon } from '../../app/core/term';
import type { Day } from '../../app/core/day';
import type { Role } from '../../app/core/viewer';
import { verifyLedger } from '../../app/data/verify';
import { contestHouse } from '../help/contests';
import { codeOf, must, refusalOf } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const town = testWorld('2026-02-02');
const { world, at } = town;
let cast: Cast;
const house = contestHouse(town, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
});

const contests = () => {
  const { contests: found, counting } = world.guide.inForceOn('2026-04-10');
  if (!found) throw new Error('the guide knows no contests');
  return { found, counting };
};
const dueOf = (rule: 'contest_window' | 'contest_ruling', from: Day) => {
  const { found, counting } = contests();
  return reckon({ calendar: world.guide.calendar, from, term: found.rules[rule].term, conventions: counting }).due;
};
const duties = (stream: string) =>
  world.db.prisma.obligation.findMany({
    where: { stream },
    orderBy: { openedAt: 'asc' },
    select: { key: true, debtorKind: true, debtorId: true, dueDay: true, closedDay: true, closedHow: true },
  });
const lettersOf = async (stream: string, letter: string) => {
  const rows = await world.db.prisma.letter.findMany({ where: { stream, letter }, select: { personId: true } });
  return new Set(rows.map(({ personId }) => personId));
};

describe('to contest', () => {
  let appealId = '';
  it('opens the council’s duty to rule, counted in working days, and tells council, head and applicant', async () => {
    appealId = await house.lateCase();
    const id = await house.contested(appealId, '2026-04-10');
    const contest = await house.contest(id);
    expect(contest).toMatchObject({
      ...{ status: 'open', councilId: cast.council.id, counted: { lawful: 'late', extended: 'late' } },
      effect: { claim: 'ended_day', day: '2026-02-20' },
    });
    expect(await duties(`contest:${id}`)).toMatchObject([
      {
        key: 'contest_ruling',
        debtorKind: 'council',
        debtorId: cast.council.id,
        dueDay: dueOf('contest_ruling', '2026-04-10'),
      },
    ]);
    const told = await lettersOf(`contest:${id}`, 'contest_made');
    for (const who of [cast.secretary, cast.chair, cast.members[0], cast.head, cast.ngo])
      expect(told, who.name).toContain(who.personId);
    expect(told).not.toContain(cast.executor.personId);
  });

  it('touches neither the case nor any of its duties', async () => {
    const before = await world.db.prisma.appeal.findUniqueOrThrow({ where: { id: appealId } });
    expect(before).toMatchObject({ phase: 'answered', endedDay: '2026-02-26' });
    const events = await world.db.prisma.event.findMany({ where: { stream: `appeal:${appealId}` } });
    expect(events.map(({ type }) => type)).toEqual(['appeal.filed', 'appeal.accepted', 'appeal.answered']);
  });

  it('is possible once for a case, and anew only after a withdrawal', async () => {
    expect(await codeOf(makeContest(world, cast.head, house.claim(appealId)))).toBe('contested_already');
    const { id } = await world.db.prisma.contest.findFirstOrThrow({ where: { appealId }, select: { id: true } });
    await must(
      withdrawContest(world, cast.head, {
        contestId: id,
        reasonKk: 'Қолхат табылмады.',
        reasonRu: 'Расписка не нашлась.',
      }),
    );
    expect(await duties(`contest:${id}`)).toMatchObject([{ closedHow: 'released' }]);
    expect(await codeOf(makeContest(world, cast.head, house.claim(appealId)))).toBe('done');
  });

  it('is taken once when two heads send it at the same moment', async () => {
    const other = await house.lateCase();
    at('2026-04-10');
    const sent = await Promise.all([1, 2, 3].map(() => codeOf(makeContest(world, cast.head, house.claim(other)))));
    expect(sent.sort()).toEqual(['contested_already', 'contested_already', 'done']);
  });

  it('has a last day, counted from the end of the quarter or of the case, and none while the case is open', async () => {
    const inQuarter = await house.lateCase('2026-02-03', '2026-03-02');
    const afterIt = await house.lateCase('2026-03-30', '2026-06-30');
    const open = await house.filed('2026-02-04');
    const last = dueOf('contest_window', '2026-03-31');
    at('2026-07-20');
    const over = await refusalOf(makeContest(world, cast.head, house.claim(inQuarter)));
    expect(over).toMatchObject({ code: 'contest_window_over', params: { until: last } });
    expect(dueOf('contest_window', '2026-06-30') > '2026-07-20').toBe(true);
    expect(await codeOf(makeContest(world, cast.head, house.claim(afterIt, { day: '2026-04-20' })))).toBe('done');
    expect(await codeOf(makeContest(world, cast.head, house.claim(open)))).toBe('done');
  });

  it('refuses a claim that the case can’t have, a day ahead or before it began, and what changes nothing', async () => {
    const one = await house.lateCase('2026-02-05', '2026-03-10');
    at('2026-04-10');
    const wrong = (more: Record<string, unknown>) => refusalOf(makeContest(world, cast.head, house.claim(one, more)));
    expect(await wrong({ claim: 'answered', day: '' })).toMatchObject({ fields: { claim: 'bad_choice' } });
    expect(await wrong({ day: '' })).toMatchObject({ fields: { day: 'required' } });
    expect(await wrong({ day: '2026-04-13' })).toMatchObject({ fields: { day: 'bad_day' } });
    expect(await wrong({ day: '2026-02-04' })).toMatchObject({ fields: { day: 'bad_day' } });
    expect(await wrong({ day: '2026-03-10' })).toMatchObject({ code: 'contest_changes_nothing' });
    expect(await wrong({ reasonsRu: '' })).toMatchObject({ fields: { reasonsRu: 'required' } });
  });

  it('says clearly where no council can rule', async () => {
    const one = await house.lateCase('2026-02-06', '2026-03-10');
    at('2026-04-10');
    const shut = (closedAt: Date | null) =>
      world.db.prisma.council.update({ where: { id: cast.council.id }, data: { closedAt } });
    await shut(new Date('2026-04-01'));
    expect(await codeOf(makeContest(world, cast.head, house.claim(one)))).toBe('no_council');
    await shut(null);
  });
});

describe('a ruling', () => {
  let id = '';
  it('is the council’s own: quorum and majority are those of the guide', async () => {
    id = await house.contested(await house.lateCase('2026-02-09', '2026-03-10'), '2026-04-10');
    const rule = (more: Record<string, unknown>) =>
      codeOf(ruleOnContest(world, cast.secretary, house.ruling(id, more)));
    expect(await rule({ votes: house.votes([cast.chair]) })).toBe('quorum_missing');
    expect(await rule({ votes: house.votes([cast.chair, ...cast.members], 'against') })).toBe('not_adopted');
    expect(await codeOf(ruleOnContest(world, cast.head, house.ruling(id)))).toBe('not_allowed');
  });

  it('is made without members who are officials of the body or declared an interest, and not signed by one', async () => {
    const [first, second, third, fourth] = cast.members;
    await must(
      declareInterest(world, first, {
        contestId: id,
        conflict: 'kin',
        explanation: 'Родственник работает в министерстве.',
      }),
    );
    await world.db.prisma.membership.create({
      data: {
        ...{ id: world.newId(), personId: second.personId, role: 'executor', post: 'Эксперт' },
        bodyId: cast.ministry.id,
        since: new Date('2026-03-01'),
      },
    });
    const rule = (votes: ReturnType<typeof house.votes>) =>
      refusalOf(ruleOnContest(world, cast.secretary, house.ruling(id, { votes })));
    expect(await rule(house.votes([first, third, fourth, cast.chair]))).toMatchObject({
      code: 'recused',
      params: { name: first.name },
    });
    expect(await rule(house.votes([second, third, fourth, cast.chair]))).toMatchObject({
      code: 'recused',
      params: { name: second.name },
    });
    await must(
      declareInterest(world, cast.chair, {
        contestId: id,
        conflict: 'funded',
        explanation: 'Гранты через министерство.',
      }),
    );
    expect(
      await codeOf(ruleOnContest(world, cast.chair, house.ruling(id, { votes: house.votes([third, fourth]) }))),
    ).toBe('recused');
    await must(ruleOnContest(world, cast.secretary, house.ruling(id, { votes: house.votes([third, fourth]) })));
    const { ruled, status } = await house.contest(id);
    expect(status).toBe('upheld');
    expect(ruled).toMatchObject({ members: 2, effect: { claim: 'ended_day', day: '2026-02-20' } });
    expect(new Set(ruled?.recused.map(({ name, conflict }) => `${name}: ${conflict}`))).toEqual(
      new Set([`${first.name}: kin`, `${second.name}: employed`, `${cast.chair.name}: funded`]),
    );
    await world.db.prisma.membership.deleteMany({ where: { personId: second.personId, bodyId: cast.ministry.id } });
  });

  it('discharges the duty, is told to both sides and the applicant, and stands', async () => {
    expect(await duties(`contest:${id}`)).toMatchObject([{ closedHow: 'discharged', closedDay: '2026-04-10' }]);
    const told = await lettersOf(`contest:${id}`, 'contest_ruled');
    for (const who of [cast.secretary, cast.head, cast.ngo]) expect(told, who.name).toContain(who.personId);
    expect(await codeOf(ruleOnContest(world, cast.secretary, house.ruling(id)))).toBe('contest_ended');
    const reason = { reasonKk: 'Қайтарып аламыз.', reasonRu: 'Отзываем назад.' };
    expect(await codeOf(withdrawContest(world, cast.head, { contestId: id, ...reason }))).toBe('contest_ended');
  });

  it('in part says something else than the body did; a rejection changes nothing that is counted', async () => {
    const partly = await house.contested(await house.lateCase('2026-02-10', '2026-03-10'), '2026-04-10');
    const rule = (more: Record<string, unknown>) =>
      refusalOf(ruleOnContest(world, cast.secretary, house.ruling(partly, { ruling: 'partly', ...more })));
    expect(await rule({})).toMatchObject({ fields: { claim: 'required' } });
    expect(await rule({ claim: 'ended_day', day: '2026-02-20' })).toMatchObject({ fields: { claim: 'bad_choice' } });
    expect(await rule({ claim: 'due_day', day: '2026-03-05' })).toBeNull();
    expect((await house.contest(partly)).ruled?.effect).toEqual({ claim: 'due_day', day: '2026-03-05' });
    const rejected = await house.contested(await house.lateCase('2026-02-11', '2026-03-10'), '2026-04-10');
    await house.ruled(rejected, '2026-04-14', { ruling: 'rejected' });
    expect((await house.contest(rejected)).ruled?.effect).toBeNull();
  });
});

describe('the council’s own clock', () => {
  it('is reminded of, and overdue when it has passed; the lapse is told to council and body', async () => {
    const id = await house.contested(await house.lateCase('2026-02-12', '2026-03-10'), '2026-04-10');
    const [owed] = await world.db.prisma.obligation.findMany({ where: { stream: `contest:${id}` } });
    expect(
      await world.db.prisma.reminder.count({ where: { obligationId: owed?.id, state: 'waiting' } }),
    ).toBeGreaterThan(0);
    at('2026-05-29');
    await lapseObligations(world);
    expect(await lettersOf(`contest:${id}`, 'deadline_passed')).toEqual(
      new Set([cast.head, cast.secretary, cast.chair].map(({ personId }) => personId)),
    );
    await house.ruled(id, '2026-06-01');
    expect(await duties(`contest:${id}`)).toMatchObject([{ closedHow: 'discharged', closedDay: '2026-06-01' }]);
  });

  it('begins anew at the council of the superior body, once nobody may rule', async () => {
    const committee = { ...cast, ministry: cast.committee };
    const own = await world.db.prisma.council.create({
      data: {
        ...{
          id: world.newId(),
          slug: 'committee-council',
          bodyId: cast.committee.id,
          createdAt: new Date('2026-01-01'),
        },
        ...{ nameKk: 'Комитет кеңесі', nameRu: 'Совет комитета', nameEn: 'Council of the committee' },
      },
    });
    const seat = async (name: string, role: Role) => {
      const personId = world.newId();
      const mandate = { role, post: null, bodyId: null, organisationId: null, councilId: own.id };
      await world.db.prisma.person.create({
        data: { id: personId, email: `${name}@kenes.test`, name, locale: 'ru', createdAt: new Date('2026-01-01') },
      });
      await world.db.prisma.membership.create({
        data: { id: world.newId(), personId, since: new Date('2026-01-01'), ...mandate },
      });
      return { personId, name, email: `${name}@kenes.test`, locale: 'ru' as const, mandates: [mandate] };
    };
    const [secretary, only] = [await seat('clerk', 'council_secretary'), await seat('only', 'council_chair')];
    const head = {
      ...cast.head,
      mandates: [
        {
          role: 'approver' as const,
          post: 'Председатель',
          bodyId: cast.committee.id,
          organisationId: null,
          councilId: null,
        },
      ],
    };
    const there = contestHouse(town, () => ({ ...committee, registrar: cast.committeeRegistrar, head }));
    const id = await there.contested(await there.lateCase('2026-02-13', '2026-03-10'), '2026-04-10');
    expect((await there.contest(id)).councilId).toBe(own.id);
    const reason = { contestId: id, reasonKk: 'Барлық мүше мүдделі.', reasonRu: 'Все члены заинтересованы.' };
    const pass = (viewer: typeof secretary) => passOnContest(world, viewer, reason);
    expect(await codeOf(pass(secretary))).toBe('someone_may_rule');
    await must(declareInterest(world, only, { contestId: id, conflict: 'other', explanation: 'Сам писал ответ.' }));
    at('2026-04-14');
    await must(pass(secretary));
    expect((await there.contest(id)).councilId).toBe(cast.council.id);
    expect(await duties(`contest:${id}`)).toMatchObject([
      { key: 'contest_ruling', closedHow: 'released' },
      {
        key: 'contest_ruling#2',
        debtorId: cast.council.id,
        dueDay: dueOf('contest_ruling', '2026-04-14'),
        closedDay: null,
      },
    ]);
    expect(await codeOf(ruleOnContest(world, secretary, house.ruling(id)))).toBe('not_allowed');
    await house.ruled(id, '2026-04-15');
    expect((await there.contest(id)).status).toBe('upheld');
  });
});

it('folds to what the tables say, unbroken', async () => {
  expect((await verifyLedger(world)).faults).toEqual([]);
});
