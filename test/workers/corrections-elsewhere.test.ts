// A corrected calendar reaches duties outside of cases too: the body's in a round, the answer owed to each comment, the council's ruling.
import { beforeAll, describe, expect, it } from 'vitest';
import { approveCorrection } from '../../app/commands/corrections/approve';
import { proposeCorrection } from '../../app/commands/corrections/propose';
import type { Day } from '../../app/core/day';
import { verifyLedger } from '../../app/data/verify';
import { commentFound, commentView } from '../../app/queries/comment';
import { contestView } from '../../app/queries/contest';
import { correctionView } from '../../app/queries/corrections';
import { roundView } from '../../app/queries/round';
import { roundFacts } from '../../app/queries/round-facts';
import { correct } from '../../workers/correct';
import { contestHouse } from '../help/contests';
import { must, roundHouse } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';

const town = testWorld('2026-02-02');
const { world, at } = town;
const published = world.guide;
let cast: Cast;
const rounds = roundHouse(town, () => cast);
const contests = contestHouse(town, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
});

/** These days turn out to be days off. */
function daysOff(days: readonly Day[]): void {
  const marks = published.calendar.years[2026]?.days ?? {};
  const [like] = Object.values(marks);
  if (!like) throw new Error('2026 has no holiday');
  const off = Object.fromEntries(
    days.map((day) => [day, { working: false, why: 'moved_off' as const, basis: like.basis, name: null }]),
  );
  const { years } = published.calendar;
  world.guide = {
    ...published,
    calendar: { years: { ...years, 2026: { status: 'official', days: { ...marks, ...off } } } },
    hashes: { ...published.hashes, 'calendar 2026': JSON.stringify(days) },
  };
}
const REASONS = { reasonKk: 'Үкімет демалыс күнін ауыстырды.', reasonRu: 'Правительство перенесло день отдыха.' };
/** Looked at, approved by two, applied. */
async function corrected(): Promise<string> {
  const { id } = await must(proposeCorrection(world, cast.administrator, { cause: 'calendar', ...REASONS }));
  const personId = world.newId();
  await world.db.prisma.person.create({
    data: { id: personId, email: `${personId}@kenes.test`, name: 'Second', locale: 'ru', createdAt: new Date(0) },
  });
  await must(approveCorrection(world, cast.administrator, { id }));
  await must(approveCorrection(world, { ...cast.administrator, personId }, { id }));
  await correct(world, never);
  return id;
}
const dutiesOf = (stream: string) => world.db.prisma.obligation.findMany({ where: { stream, closedDay: null } });
const toldOf = async (stream: string) =>
  (await world.db.prisma.letter.findMany({ where: { stream, letter: 'due_corrected' } })).map(({ personId, data }) => ({
    personId,
    ...(data as { rule: string; was: string; dueDay: string; path: string }),
  }));

describe('a corrected calendar', () => {
  it('moves what is owed in a round and to its comments; the author hears of the comment, the body of its own duty once', async () => {
    at('2026-04-01');
    const roundId = await rounds.open();
    const commentIds = [await rounds.comment(roundId), await rounds.comment(roundId, {}, cast.ngo)];
    const [answer] = await dutiesOf(`comment:${commentIds[0]}`);
    const before = await dutiesOf(`round:${roundId}`);
    if (!answer) throw new Error('no duty to answer');
    await world.db.prisma.letter.deleteMany();
    daysOff([answer.dueDay as Day]);
    const id = await corrected();

    const [moved] = await dutiesOf(`comment:${commentIds[0]}`);
    expect(moved?.dueDay).toBeDefined();
    expect((moved?.dueDay ?? '') > answer.dueDay).toBe(true);
    expect(moved?.lawfulDue).toBe(moved?.dueDay);
    expect((await rounds.row(commentIds[0] ?? '')).dueDay).toBe(moved?.dueDay);
    expect(await toldOf(`comment:${commentIds[0]}`)).toEqual([
      expect.objectContaining({
        ...{ personId: cast.citizen.personId, rule: 'dispose_comment', was: answer.dueDay, dueDay: moved?.dueDay },
        path: expect.stringMatching(/^\/comments\/C-/),
      }),
    ]);
    const own = await dutiesOf(`round:${roundId}`);
    const changed = own.filter(({ id: duty, dueDay }) => before.some((one) => one.id === duty && one.dueDay < dueDay));
    expect(changed.map(({ rule }) => rule)).toContain('dispose');
    const told = await toldOf(`round:${roundId}`);
    expect(told.filter(({ rule }) => rule === 'dispose').map(({ personId }) => personId)).toEqual([
      cast.registrar.personId,
    ]);
    expect(told.every(({ path }) => path.startsWith('/rounds/R-'))).toBe(true);

    const list = await correctionView(world, { id, after: null, locale: 'en' });
    expect(list).toMatchObject({ state: 'applied' });
    expect(list?.items.map(({ path }) => path.split('/')[1])).toEqual(expect.arrayContaining(['rounds', 'comments']));
    const { number } = await rounds.row(commentIds[0] ?? '');
    const found = await commentFound(world, null, number, 'kk');
    if (!found) throw new Error('no comment');
    const page = await commentView(world, null, found, { locale: 'kk', lang: 'kk' });
    expect(page.clock).toMatchObject({
      dueDay: moved?.dueDay,
      shownBefore: [{ due: answer.dueDay, until: '2026-04-01' }],
    });
    const facts = await roundFacts(world, null, (await rounds.state(roundId)).number);
    const duty =
      facts && roundView(world, facts, { locale: 'ru', lang: 'ru' }).duties.find(({ rule }) => rule === 'dispose');
    expect(duty?.shownBefore).toHaveLength(1);
    // A later move of the round's own last day is reckoned by the corrected calendar, and the ledger still folds to what is shown.
    expect((await verifyLedger(world)).faults).toEqual([]);
    world.guide = published;
  });

  it('moves the council’s day to rule on a contest, and says so to council and body', async () => {
    at('2026-04-06');
    const contestId = await contests.contested(await contests.lateCase(), '2026-04-10');
    const [ruling] = await dutiesOf(`contest:${contestId}`);
    if (!ruling) throw new Error('no duty to rule');
    daysOff([ruling.dueDay as Day]);
    await corrected();
    const [moved] = await dutiesOf(`contest:${contestId}`);
    expect((moved?.dueDay ?? '') > ruling.dueDay).toBe(true);
    const told = new Set((await toldOf(`contest:${contestId}`)).map(({ personId }) => personId));
    for (const who of [cast.secretary, cast.registrar]) expect(told, who.name).toContain(who.personId);
    const { number } = await world.db.prisma.contest.findUniqueOrThrow({ where: { id: contestId } });
    const view = await contestView(world, cast.head, number, 'en');
    expect(view?.duty).toMatchObject({
      due: moved?.dueDay,
      shownBefore: [{ due: ruling.dueDay, until: '2026-04-10' }],
    });
    expect((await verifyLedger(world)).faults).toEqual([]);
    world.guide = published;
  });
});
