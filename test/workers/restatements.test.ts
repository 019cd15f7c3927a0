// What changes a published figure after its quarter is over is restated, of the body and of all bodies together, and traced: a late act by
// its entry in the ledger, another way of reckoning by its name.
import { beforeAll, describe, expect, it } from 'vitest';
import { judgeAnswer } from '../../app/commands/appeals/judge';
import { reckonAll, placeAll } from '../../app/commands/scores/figures';
import type { Trace } from '../../app/core/score/restatement';
import { latest } from '../../app/data/scores';
import { restatements } from '../../app/queries/restatements';
import { score } from '../../workers/score';
import { contestHouse } from '../help/contests';
import { must } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';

const town = testWorld('2026-02-02');
const { world, at } = town;
const period = '2026-Q1';
let cast: Cast;
const house = contestHouse(town, () => cast);
const told = async () => (await restatements(world, { slug: '', after: null }, 'en')).items;
let appealId = '';
beforeAll(async () => {
  cast = await castInto(world);
  appealId = await house.lateCase('2026-02-02', '2026-02-05');
  at('2026-04-20');
  await score(world, never);
});

describe('an act after all cases of a quarter had ended', () => {
  it('is named by its entry in the ledger, of the body and of all bodies together', async () => {
    expect(await told()).toEqual([]);
    at('2026-04-21');
    await must(judgeAnswer(world, cast.ngo, { appealId, verdict: 'not_at_all', comment: '' }));
    await score(world, never);
    const { number } = await world.db.prisma.appeal.findUniqueOrThrow({ where: { id: appealId } });
    const event = await world.db.prisma.event.findFirstOrThrow({
      where: { stream: `appeal:${appealId}`, type: 'appeal.judged' },
    });
    const acts: Trace['acts'] = [
      { seq: String(event.seq), type: 'appeal.judged', day: '2026-04-21', place: 'appeals', number },
    ];
    const found = await told();
    expect(found.map(({ body }) => body?.slug ?? 'all').sort()).toEqual(['all', 'ministry']);
    for (const one of found) {
      expect(one).toMatchObject({ causes: ['late_act'], trace: { acts } });
      expect(one.changes.map(({ measure }) => measure)).toContain('satisfied');
    }
  });

  it('names no number of a case that not everybody may read', async () => {
    const before = (await told()).length;
    at('2026-04-22');
    await world.db.prisma.appeal.update({ where: { id: appealId }, data: { visibility: 'private' } });
    const mark = { bodyId: cast.ministry.id, period } as const;
    const kept = await latest(world.db.pool, mark.bodyId, period);
    if (!kept) throw new Error('no figures');
    // As if the judgement had not been in the figures before.
    const { rows } = await world.db.pool.query<{ id: string }>(
      `INSERT INTO "ScoreSnapshot" SELECT gen_random_uuid(), "bodyId", period, "reportDay", edition, method, "codeHash", "computedAt" + interval '1 s', because, cases, moves,
              jsonb_set(figures, '{satisfied,share}', '{"n":0,"estimate":null,"lack":"nothing_counted"}'), contests FROM "ScoreSnapshot" WHERE id = $1::uuid RETURNING id`,
      [kept.id],
    );
    await reckonAll(world, [mark], 'acts', never);
    await placeAll(world, period, 'acts');
    const [one] = (await told()).filter(({ before: id }) => id === rows[0]?.id);
    expect((await told()).length).toBeGreaterThan(before);
    expect(one?.trace.acts?.every(({ number, place }) => number === null && place === null)).toBe(true);
    await world.db.prisma.appeal.update({ where: { id: appealId }, data: { visibility: 'public' } });
  });
});

describe('another way of reckoning', () => {
  it('restates what an earlier one had published, of the body and of the league', async () => {
    at('2026-04-23');
    for (const bodyId of [cast.ministry.id, null]) {
      const kept = await latest(world.db.pool, bodyId, period);
      await world.db.pool.query(
        `INSERT INTO "ScoreSnapshot" SELECT gen_random_uuid(), "bodyId", period, "reportDay", edition, 'scores/0', "codeHash", '2026-04-22T22:00:00+05:00', because, cases, moves,
                jsonb_set(jsonb_set(figures, '{backlog}', '{"overdue":7,"ages":[]}', false), '{country,overdue}', '7', false), contests FROM "ScoreSnapshot" WHERE id = $1::uuid`,
        [kept?.id],
      );
    }
    await reckonAll(world, [{ bodyId: cast.ministry.id, period }], 'nightly', never);
    await placeAll(world, period, 'nightly');
    const [one, other] = await told();
    for (const found of [one, other]) {
      expect(found?.causes).toEqual(['method']);
      expect(found?.trace.method?.[0]).toBe('scores/0');
      expect(found?.changes).toEqual([
        {
          measure: 'backlog',
          of: 'all',
          from: { value: 7, count: null, n: null },
          to: { value: 0, count: null, n: null },
        },
      ]);
    }
    expect([one?.body, other?.body].filter((body) => body === null)).toHaveLength(1);
  });
});
