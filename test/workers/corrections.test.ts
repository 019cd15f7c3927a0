// A corrected calendar or edition: looked at without changing anything, approved by two, applied case by case, and what the page said before
// stays answerable.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { approveCorrection } from '../../app/commands/corrections/approve';
import { proposeCorrection } from '../../app/commands/corrections/propose';
import { withdrawCorrection } from '../../app/commands/corrections/withdraw';
import type { Day } from '../../app/core/day';
import type { Viewer } from '../../app/core/viewer';
import { openStream } from '../../app/data/ledger';
import { verifyLedger } from '../../app/data/verify';
import { asOf } from '../../app/queries/as-of';
import { caseFacts } from '../../app/queries/case-facts';
import { caseView } from '../../app/queries/case';
import { correctionView } from '../../app/queries/corrections';
import type { Guide } from '../../guide/schema';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import { correct } from '../../workers/correct';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';

const { world, at } = testWorld();
const published = world.guide;
let cast: Cast;
let second: Viewer;
beforeAll(async () => {
  cast = await castInto(world);
  const personId = world.newId();
  await world.db.prisma.person.create({
    data: { id: personId, email: 'second@kenes.test', name: 'Second', locale: 'ru', createdAt: new Date('2026-01-01') },
  });
  second = { ...cast.administrator, personId, name: 'Second', email: 'second@kenes.test' };
});
beforeEach(async () => {
  world.guide = published;
  await world.db.prisma.letter.deleteMany();
  await world.db.prisma.correctionItem.deleteMany();
  await world.db.prisma.correction.deleteMany();
});

type Marks = Guide['calendar']['years'][number]['days'];
/** The calendar of 2027 becomes official, with these days changed. */
function official(change: (days: Marks) => Marks): void {
  const { years } = published.calendar;
  const days = years[2027]?.days ?? {};
  world.guide = {
    ...published,
    calendar: { years: { ...years, 2027: { status: 'official', days: change(days) } } },
    hashes: { ...published.hashes, 'calendar 2027': JSON.stringify(Object.keys(change(days))) },
  };
}
const dayOff = (day: Day) => (days: Marks) => {
  const basis = days['2027-01-07']?.basis;
  if (!basis) throw new Error('7 January is a holiday');
  return { ...days, [day]: { working: false, why: 'moved_off' as const, basis, name: null } };
};
const worked = (day: Day) => (days: Marks) => Object.fromEntries(Object.entries(days).filter(([key]) => key !== day));

/** Registered on Friday, 11 December 2026: fifteen working days end on Wednesday, 6 January 2027, in a year that is only projected. */
async function filed(): Promise<{ id: string; number: string }> {
  at('2026-12-11');
  const outcome = await fileAppeal(world, cast.ngo, anAppeal(cast));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  await acceptAppeal(world, cast.registrar, { appealId: outcome.value.id });
  await world.db.prisma.letter.deleteMany();
  return outcome.value;
}
const REASONS = {
  reasonKk: '2027 жылға арналған ресми күнтізбе жарияланды.',
  reasonRu: 'Опубликован официальный календарь на 2027 год.',
};
async function proposed(cause = 'calendar'): Promise<string> {
  const made = await proposeCorrection(world, cast.administrator, { cause, ...REASONS });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.id;
}
const approvedByTwo = async (id: string) => {
  await approveCorrection(world, cast.administrator, { id });
  return approveCorrection(world, second, { id });
};
const mainOf = (id: string) =>
  world.db.prisma.obligation.findFirstOrThrow({ where: { stream: `appeal:${id}`, key: 'decide' } });
const pageOf = async (number: string, on: Day | null = null) => {
  const facts = await caseFacts(world, cast.ngo, number);
  if (!facts) throw new Error('no case');
  const then = on === null ? { world, facts } : asOf(world, facts, on);
  if (!then) return null;
  return caseView(then.world, cast.ngo, then.facts, 'en');
};

describe('a calendar that was corrected', () => {
  it('changes no day by itself, and by being looked at neither', async () => {
    const { id } = await filed();
    official(dayOff('2027-01-06'));
    at('2026-12-21');
    const correction = await proposed();
    await correct(world, never);
    expect(await mainOf(id)).toMatchObject({ dueDay: '2027-01-06', provisional: true });
    const view = await correctionView(world, { id: correction, after: null, locale: 'en' });
    expect(view).toMatchObject({ state: 'proposed', counts: { moves: 1 } });
    expect(view?.items).toContainEqual(
      expect.objectContaining({
        ...{ how: 'moves', was: '2027-01-06', due: '2027-01-08' },
        days: expect.arrayContaining([expect.objectContaining({ date: '2027-01-06', was: null })]),
      }),
    );
  });

  it('needs two different people, once each, and the guide that was looked at', async () => {
    await filed();
    official(dayOff('2027-01-06'));
    const id = await proposed();
    expect(await approveCorrection(world, cast.head, { id })).toMatchObject({ refusal: { code: 'not_allowed' } });
    expect(await approveCorrection(world, cast.administrator, { id })).toMatchObject({ value: { state: 'proposed' } });
    expect(await approveCorrection(world, cast.administrator, { id })).toMatchObject({
      refusal: { code: 'approved_by_you' },
    });
    const both = await Promise.all([
      approveCorrection(world, second, { id }),
      approveCorrection(world, second, { id }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const other = await proposed();
    official(dayOff('2027-01-05'));
    expect(await approveCorrection(world, second, { id: other })).toMatchObject({
      refusal: { code: 'correction_stale' },
    });
    expect(await withdrawCorrection(world, second, { id: other })).toMatchObject({ ok: true });
    expect(await withdrawCorrection(world, second, { id: other })).toMatchObject({
      refusal: { code: 'correction_settled' },
    });
  });

  it('moves a day later, writes to both sides, keeps the day shown before, and says what the page said on any day', async () => {
    const { id, number } = await filed();
    official(dayOff('2027-01-06'));
    at('2026-12-22');
    expect(await approvedByTwo(await proposed())).toMatchObject({ value: { state: 'approved' } });
    expect(await correct(world, never)).toBeGreaterThan(0);
    expect(await correct(world, never)).toBe(0);
    expect(await mainOf(id)).toMatchObject({ dueDay: '2027-01-08', lawfulDue: '2027-01-08', provisional: false });
    const letters = await world.db.prisma.letter.findMany({
      where: { letter: 'due_corrected', stream: `appeal:${id}` },
    });
    expect(letters.map(({ personId }) => personId).sort()).toEqual([cast.ngo.personId, cast.registrar.personId].sort());
    expect(letters[0]?.data).toMatchObject({ was: '2027-01-06', dueDay: '2027-01-08', days: ['2027-01-06'] });

    const now = await pageOf(number);
    expect(now?.clock).toMatchObject({
      dueDay: '2027-01-08',
      extended: null,
      shownBefore: [{ due: '2027-01-06', until: '2026-12-22' }],
    });
    expect(now?.thread.some(({ type }) => type === 'corrected')).toBe(true);
    const before = await pageOf(number, '2026-12-21');
    expect(before?.clock).toMatchObject({ dueDay: '2027-01-06', provisional: true, shownBefore: [] });
    expect(before?.today).toBe('2026-12-21');
    expect((await pageOf(number, '2026-12-22'))?.clock.dueDay).toBe('2027-01-08');
    expect(await pageOf(number, '2026-12-10')).toBeNull();
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it('never shortens what remains: an earlier day would come out, the one shown stays, and nobody is written to', async () => {
    const { id } = await filed();
    official(worked('2027-01-04'));
    at('2026-12-22');
    await approvedByTwo(await proposed());
    await correct(world, never);
    expect(await mainOf(id)).toMatchObject({ dueDay: '2027-01-06', provisional: false });
    expect(await world.db.prisma.letter.count({ where: { letter: 'due_corrected' } })).toBe(0);
    const last = (await openStream(world.db, `appeal:${id}`)).events.at(-1);
    expect(last).toMatchObject({
      type: 'obligation.corrected',
      payload: { changes: [expect.objectContaining({ how: 'keeps', was: '2027-01-06', due: '2027-01-05' })] },
    });
  });

  it('that becomes official as it was projected confirms the days, which are no longer provisional', async () => {
    const { id, number } = await filed();
    official((days) => days);
    const correction = await proposed();
    await approvedByTwo(correction);
    await correct(world, never);
    expect(await mainOf(id)).toMatchObject({ dueDay: '2027-01-06', provisional: false });
    expect(await correctionView(world, { id: correction, after: null, locale: 'kk' })).toMatchObject({
      ...{ state: 'applied' },
    });
    const anew = await proposeCorrection(world, cast.administrator, { cause: 'calendar', ...REASONS });
    const view = anew.ok ? await correctionView(world, { id: anew.value.id, after: null, locale: 'en' }) : null;
    expect(view?.items.some((item) => item.number === number) ?? false).toBe(false);
  });

  it('takes back nothing that has come: a day that has passed, and the refusal that followed from it, stay', async () => {
    const { id, number } = await filed();
    official(dayOff('2027-01-06'));
    at('2027-01-07');
    const anew = await proposeCorrection(world, cast.administrator, { cause: 'calendar', ...REASONS });
    const view = anew.ok ? await correctionView(world, { id: anew.value.id, after: null, locale: 'en' }) : null;
    expect(view?.items.some((item) => item.number === number) ?? false).toBe(false);
    expect(await mainOf(id)).toMatchObject({ dueDay: '2027-01-06' });
  });

  it('leaves alone what ended before it was applied', async () => {
    const { id } = await filed();
    official(dayOff('2027-01-06'));
    const correction = await proposed();
    await withdrawAppeal(world, cast.ngo, { appealId: id, statement: 'Вопрос решён, обращение отзываем.' });
    await approvedByTwo(correction);
    await correct(world, never);
    expect(await mainOf(id)).toMatchObject({ dueDay: '2027-01-06', closedHow: 'released' });
    const view = await correctionView(world, { id: correction, after: null, locale: 'en' });
    expect(view).toMatchObject({
      state: 'applied',
      items: expect.arrayContaining([expect.objectContaining({ overtaken: true })]),
    });
  });
});

describe('an edition that another one corrects', () => {
  it('moves the days of its own cases by the other’s terms, and no day that was extended or set', async () => {
    const { id } = await filed();
    const was = published.inForceOn('2026-12-11');
    const longer = structuredClone(was);
    const { decide } = longer.procedures.application.rules;
    if (!decide) throw new Error('no term');
    decide.term.n += 5;
    const corrected = { ...longer, id: '2026-99' };
    world.guide = {
      ...published,
      editions: [...published.editions, corrected],
      edition: (name) => (name === '2026-99' ? corrected : published.edition(name)),
      hashes: { ...published.hashes, 'edition 2026-99': 'x' },
    };
    await approvedByTwo(await proposed(`${was.id}>2026-99`));
    await correct(world, never);
    expect(await mainOf(id)).toMatchObject({ dueDay: '2027-01-14', provisional: true });
  });
});
