// A table of days off is held against the calendar of the guide, row by row; applied, it is the proposal of a correction that waits for a second
// person as any other; taken back, the proposal is withdrawn while it waits.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { fileAppeal } from '../../app/commands/appeals/file';
import { approveCorrection } from '../../app/commands/corrections/approve';
import { HOWS } from '../../app/core/correction';
import type { Day } from '../../app/core/day';
import type { Viewer } from '../../app/core/viewer';
import { verifyLedger } from '../../app/data/verify';
import { correctionView } from '../../app/queries/corrections';
import { correct } from '../../workers/correct';
import { tablesOf } from '../help/imports';
import { codeOf, must } from '../help/rounds';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';

const { world, at } = testWorld('2026-12-11');
const published = world.guide;
const ACT = {
  kk: 'Қазақстан Республикасы Үкіметінің демалыс күндерін ауыстыру туралы қаулысы',
  ru: 'Постановление Правительства Республики Казахстан о переносе дней отдыха',
};
const BOTH = `${ACT.kk};${ACT.ru};`;
let cast: Cast;
let second: Viewer;
beforeAll(async () => {
  cast = await castInto(world);
  const personId = world.newId();
  const person = { id: personId, email: 'second@kenes.test', name: 'Second', locale: 'ru' };
  await world.db.prisma.person.create({ data: { ...person, createdAt: new Date(world.now()) } });
  second = { ...cast.administrator, personId, name: 'Second', email: person.email };
});
beforeEach(() => {
  world.guide = published;
});

/** The calendar of 2027 is out, and has this day off besides. */
function decreed(day: Day): void {
  const { years } = published.calendar;
  const days = years[2027]?.days ?? {};
  const basis = days['2027-01-07']?.basis;
  if (!basis) throw new Error('7 January is a holiday');
  const moved = { working: false, why: 'moved_off' as const, basis, name: null };
  world.guide = {
    ...published,
    calendar: { years: { ...years, 2027: { status: 'official', days: { ...days, [day]: moved } } } },
    hashes: { ...published.hashes, 'calendar 2027': day },
  };
}

/** Registered on Friday, 11 December 2026: fifteen working days end on Wednesday, 6 January 2027. */
async function filed() {
  at('2026-12-11');
  const { id } = await must(fileAppeal(world, cast.ngo, anAppeal(cast)));
  await must(acceptAppeal(world, cast.registrar, { appealId: id }));
  return id;
}
const dueOf = async (id: string) =>
  (await world.db.prisma.obligation.findFirstOrThrow({ where: { stream: `appeal:${id}`, key: 'decide' } })).dueDay;

const { bring, apply, undo, lines } = tablesOf(world, 'days_off', () => cast);
const linesOf = (id: string) => lines(id, ...HOWS);
const proposal = (id: string) => correctionView(world, { id, after: null, locale: 'ru' });

describe('a table of days off', () => {
  it('is held against the calendar in force, and never changes it', async () => {
    const id = await bring(
      `2027-01-07;off;${BOTH}`,
      `2027-01-07;off;${BOTH}`,
      `2027-01-08;off;${BOTH}`,
      `2027-03-22;worked;${BOTH}`,
      `2026-12-16;off;${BOTH}`,
      `2027-02-30;off;${BOTH}`,
      `2027-01-11;free;${BOTH}`,
      '2027-01-12;worked;;приказ;',
    );
    expect(await linesOf(id)).toEqual([
      'same',
      'refused date:twice',
      'refused what:works',
      'refused what:rests',
      'refused date:other_year',
      'refused date:bad_day',
      'refused what:bad_choice',
      'refused actKk:required actRu:too_short',
    ]);
    expect(await linesOf(await bring(`2035-01-01;off;${BOTH}`))).toEqual(['refused date:no_calendar']);
    expect(await linesOf(await bring(`2026-12-01;off;${BOTH}`, `2026-12-01;worked;${BOTH}`))).toEqual([
      'refused date:passed',
      'same',
    ]);
    await apply(id);
    expect(await proposal(id)).toBeNull();
  });

  it('says how many open days it would move, proposes that, and is withdrawn while it waits', async () => {
    const appeal = await filed();
    decreed('2027-01-05');
    const id = await bring(`2027-01-05;off;${BOTH}`, `2027-01-07;off;${BOTH}`);
    const [first, other] = await linesOf(id);
    expect(first).toMatch(/^new moves=[1-9]/);
    expect(other).toBe('same');
    await apply(id);
    const waiting = await proposal(id);
    expect(waiting).toMatchObject({
      state: 'proposed',
      reason: ACT,
      proposer: { personId: cast.administrator.personId },
    });
    expect(waiting?.items).toContainEqual(
      expect.objectContaining({ how: 'moves', was: '2027-01-06', due: '2027-01-08' }),
    );
    expect(await dueOf(appeal)).toBe('2027-01-06');
    await undo(id);
    expect(await proposal(id)).toMatchObject({ state: 'withdrawn' });
    expect(await linesOf(id)).toEqual([expect.stringMatching(/^undone/), 'same']);
    expect(await codeOf(approveCorrection(world, second, { id }))).toBe('correction_settled');
  });

  it('moves days only when two approve, and then stays', async () => {
    const appeal = await filed();
    decreed('2027-01-05');
    const id = await bring(`2027-01-05;off;${BOTH}`);
    await apply(id);
    await must(approveCorrection(world, cast.administrator, { id }));
    expect(await codeOf(approveCorrection(world, cast.administrator, { id }))).toBe('approved_by_you');
    await must(approveCorrection(world, second, { id }));
    await correct(world, never);
    expect(await dueOf(appeal)).toBe('2027-01-08');
    const letter = await world.db.prisma.letter.findFirstOrThrow({ where: { letter: 'due_corrected' } });
    expect(letter.data).toMatchObject({ reason: ACT });
    await undo(id);
    expect(await linesOf(id)).toEqual([expect.stringMatching(/^kept approved/)]);
    expect(await dueOf(appeal)).toBe('2027-01-08');
    expect((await verifyLedger(world)).faults).toEqual([]);
  });
});
