// The list of rounds: the stage in SQL is the stage of the core on every day of a round's life; order, filters and pages.
import { beforeAll, describe, expect, it } from 'vitest';
import { STAGES, type Stage } from '../../guide/schema';
import { addDays, type Day } from '../../app/core/day';
import { stageOf } from '../../app/core/stage';
import { countComments } from '../../app/data/round-counts';
import { roundDays } from '../../app/queries/round-days';
import { roundCursorOf, roundFilterOf } from '../../app/queries/round-filter';
import { countStages, listRounds } from '../../app/queries/rounds';
import { followUp } from '../../app/commands/rounds/follow-up';
import { giveView } from '../../app/commands/rounds/give-view';
import { openRound } from '../../app/commands/rounds/open';
import { must, roundHouse } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const town = testWorld('2026-03-02');
const { world, at, today } = town;
let cast: Cast;
const house = roundHouse(town, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
});

const asked = (query: Record<string, string> = {}) => roundFilterOf(new URLSearchParams(query));
const found = async (query: Record<string, string> = {}) =>
  (await listRounds(world, { filter: asked(query), locale: 'en', limit: 200 })).rows;

/** The stage by the core, by the list, and by the filter of each stage. */
async function stagesOf(roundId: string) {
  const round = await house.state(roundId);
  const core = stageOf(round, await countComments(world.db, roundId), today());
  const listed = (await found()).find(({ id }) => id === roundId)?.stage ?? 'preparing';
  const filtered: Stage[] = [];
  for (const stage of STAGES) if ((await found({ stage })).some(({ id }) => id === roundId)) filtered.push(stage);
  return { core, listed, filtered };
}
const agree = async (roundId: string): Promise<string> => {
  const { core, listed, filtered } = await stagesOf(roundId);
  expect({ listed, filtered }).toEqual({ listed: core, filtered: core === 'preparing' ? [] : [core] });
  return core;
};

const view = (roundId: string) =>
  must(
    giveView(world, cast.secretary, {
      ...{ roundId, councilId: cast.council.id, textKk: 'Кеңес жобаны қолдайды, ескертулері бар.' },
      textRu: 'Совет поддерживает проект с замечаниями.',
      votes: [cast.chair, ...cast.members].map(({ personId }) => ({ personId, vote: 'for', dissent: '' })),
    }),
  );

describe('the stage of a round in a list', () => {
  it('is that of the core through its whole life, and no round is in two', async () => {
    at('2026-03-02');
    const life: string[] = [];
    const note = async () => life.push(await agree(roundId));
    const roundId = await house.prepare({ opensDay: '2026-03-04', followUpDay: '2026-09-01' });
    await note();
    await house.fill(roundId);
    await must(openRound(world, cast.head, { roundId }));
    await note();
    at('2026-03-04');
    await note();
    const one = await house.comment(roundId);
    const other = await house.comment(roundId, { text: 'Неясно, кто подписывает ответ.' });
    const { closesDay } = (await house.state(roundId)).settings;
    at(closesDay);
    await note();
    at(addDays(closesDay, 1));
    await note();
    const pointId = await house.point(roundId, [one]);
    await note();
    await house.answer(roundId, pointId);
    await note();
    await house.answer(roundId, await house.point(roundId, [other]));
    await note();
    await view(roundId);
    await note();
    await house.decide(roundId);
    await note();
    await house.publish(roundId);
    await note();
    await must(
      followUp(world, cast.head, {
        ...{ roundId, textKk: 'Қағида қолданысқа енгізілді.', textRu: 'Правила введены в действие.' },
      }),
    );
    await note();
    expect(life).toEqual([
      ...['preparing', 'announced', 'open', 'open', 'closed', 'analysis', 'analysis', 'replies'],
      ...['council_view', 'decision', 'follow_up', 'outcome_published'],
    ]);
  });

  it('waits for the replies when the view and the decision came first, and goes on with the last of them', async () => {
    at('2026-03-02');
    const life: string[] = [];
    const note = async () => life.push(await agree(roundId));
    const roundId = await house.open();
    const one = await house.comment(roundId);
    const other = await house.comment(roundId, { text: 'Неясно, кто подписывает ответ.' });
    await house.close(roundId);
    await view(roundId);
    await note();
    await house.answer(roundId, await house.point(roundId, [one]));
    await note();
    await house.decide(roundId);
    await note();
    await house.answer(roundId, await house.point(roundId, [other]));
    await note();
    expect(life).toEqual(['closed', 'analysis', 'analysis', 'decision']);
  });

  it('of a round on which nobody commented stays closed until it is decided', async () => {
    at('2026-03-02');
    const roundId = await house.open();
    await house.close(roundId);
    expect(await agree(roundId)).toBe('closed');
  });
});

describe('the list', () => {
  const numbers = async (query: Record<string, string> = {}) => (await found(query)).map(({ number }) => number);
  const numberOf = async (roundId: string) => (await house.state(roundId)).number;

  it('has open rounds first, the nearest last day before the others, and nobody sees what is prepared', async () => {
    at('2026-04-01');
    const far = await numberOf(await house.open({ closesDay: '2026-05-20' }));
    const near = await numberOf(await house.open({ closesDay: '2026-04-28' }));
    const announced = await numberOf(await house.open({ opensDay: '2026-04-03' }));
    const prepared = await numberOf(await house.prepare());
    const all = await numbers();
    expect(all.slice(0, 3)).toEqual([near, far, announced]);
    expect(all).not.toContain(prepared);
    expect((await found()).slice(3).every(({ stage }) => stage !== 'open' && stage !== 'announced')).toBe(true);
  });

  it('is paged both ways by keyset and loses none', async () => {
    at('2026-04-01');
    const all = await numbers();
    const seen: string[] = [];
    let after: string | null = null;
    let back: string | null = null;
    do {
      const page = await listRounds(world, { filter: asked(), locale: 'ru', limit: 2, after: roundCursorOf(after) });
      seen.push(...page.rows.map(({ number }) => number));
      after = page.older;
      back = page.newer ?? back;
    } while (after);
    expect(seen).toEqual(all);
    const page = await listRounds(world, { filter: asked(), locale: 'ru', limit: 2, before: roundCursorOf(back) });
    const first = all.indexOf(seen[seen.length - 1 - ((all.length - 1) % 2)] ?? '');
    expect(page.rows.map(({ number }) => number)).toEqual(all.slice(first - 2, first));
  });

  it('is narrowed by body and those under it, kind, topic, region, words; unknown words find nothing', async () => {
    at('2026-04-01');
    const all = await numbers();
    expect(await numbers({ body: 'ministry' })).toEqual(all);
    expect(await numbers({ body: 'committee' })).toEqual([]);
    expect(await numbers({ kind: 'hearing' })).toEqual([]);
    expect(await numbers({ topic: 'ecology' })).toEqual([]);
    expect(await numbers({ topic: 'disability' })).toEqual(all);
    const regional = await numberOf(await house.open({ regions: ['KZ-75'] }));
    expect(await numbers({ region: 'KZ-75' })).toContain(regional);
    expect(await numbers({ region: 'KZ-10' })).not.toContain(regional);
    expect(await numbers({ region: 'KZ-10' })).toEqual(all);
    expect((await numbers({ q: 'рассмотрения заявл' })).length).toBe(all.length + 1);
    expect(await numbers({ q: '%' })).toEqual([]);
    expect(await numbers({ q: 'нет такого' })).toEqual([]);
    expect(await numbers({ q: regional })).toEqual([regional]);
  });

  it('counts each stage as the filter finds it', async () => {
    const counts = await countStages(world, asked());
    for (const stage of STAGES) expect([stage, counts[stage] ?? 0]).toEqual([stage, (await found({ stage })).length]);
  });

  it('says how many comments there are and that an answer is overdue', async () => {
    at('2026-03-02');
    const roundId = await house.open();
    await house.comment(roundId);
    await house.close(roundId);
    const row = async () => (await found()).find(({ id }) => id === roundId);
    expect(await row()).toMatchObject({ comments: 1, overdue: false });
    at('2026-07-01');
    expect(await row()).toMatchObject({ comments: 1, overdue: true });
  });
});

describe('days of rounds', () => {
  it('are those of the month asked for, hearings too', async () => {
    at('2026-06-01');
    const hearing = { hearingDay: '2026-08-20', hearingTime: '15:00', hearingPlace: 'Астана' };
    const roundId = await house.open({ closesDay: '2026-06-30', ...hearing });
    const { number } = await house.state(roundId);
    const inMonth = async (from: Day, to: Day) =>
      (await roundDays(world, asked(), { from, to }, 'kk')).map((one) => one.number);
    expect(await inMonth('2026-06-01', '2026-06-30')).toContain(number);
    expect(await inMonth('2026-07-01', '2026-07-31')).not.toContain(number);
    expect(await inMonth('2026-08-01', '2026-08-31')).toEqual([number]);
    const [latest] = await roundDays(world, asked({ body: 'ministry', topic: 'disability' }), { latest: 1 }, 'kk');
    expect(latest).toMatchObject({ number, language: 'kk', moves: 0, hearing: { day: '2026-08-20', time: '15:00' } });
  });
});
