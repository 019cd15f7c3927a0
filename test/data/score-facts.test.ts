// What the database counts before figures are reckoned is what its rows say one by one, for many bodies and quarters at once as for one.
import canonicalize from 'canonicalize';
import { beforeAll, describe, expect, it } from 'vitest';
import { instantOf, type Day } from '../../app/core/day';
import type { Facts } from '../../app/core/score/facts';
import { orderedFacts } from '../../app/core/score/ordered';
import { merged } from '../../app/core/score/merged';
import { isPeriod } from '../../app/core/score/period';
import type { Mark } from '../../app/core/score/stale';
import { factsOf, factsOfAll } from '../../app/data/score-facts';
import type { World } from '../../app/world';
import { chance } from '../../prisma/chance';
import { live } from '../../prisma/live';
import { scratchDatabase } from '../help/database';
import { testWorld } from '../help/world';

const [FROM, LAST] = ['2026-02-02', '2026-05-01'] as const;
let world: World;
let marks: Mark[] = [];

beforeAll(async () => {
  world = testWorld(LAST, (await scratchDatabase({ empty: false })).url).world;
  await live(world, { appeals: 120, from: FROM, until: instantOf(LAST, '09:00'), chance: chance(5), rounds: () => [] });
  const { pool } = world.db;
  // Days as they may come, whatever acts would have made of them: before, on and after one another and the days asked about.
  await pool.query(`UPDATE "Obligation" SET "dueDay" = d.due, "closedDay" = d.closed, "closedHow" = CASE WHEN d.closed IS NOT NULL THEN CASE WHEN d.h % 3 = 0 THEN 'released' ELSE 'discharged' END END
    FROM (SELECT id, abs(hashtext(id::text)) AS h, ('2026-03-08'::date + abs(hashtext(id::text)) % 5)::text AS due,
                 CASE WHEN abs(hashtext(id::text || 'x')) % 4 > 0 THEN ('2026-03-08'::date + abs(hashtext(id::text || 'y')) % 5)::text END AS closed FROM "Obligation") d WHERE d.id = "Obligation".id`);
  const { rows } = await pool.query<{ bodyId: string; period: string }>(`SELECT DISTINCT "bodyId", period::text FROM "ScoreStale" WHERE "bodyId" IS NOT NULL ORDER BY 1, 2`);
  marks = rows.flatMap(({ bodyId, period }) => (isPeriod(period) ? [{ bodyId, period }] : []));
}, 120_000);

const listed = (facts: Facts, today: Day) => {
  const { duties, cases, ...rest } = orderedFacts(facts, today);
  return Object.entries({ duties, cases: merged(cases), ...rest }).map(([part, all]) => [part, all.map((one) => canonicalize(one)).sort()]);
};

describe('the facts of a body and quarter', () => {
  it.each<Day>(['2026-03-07', '2026-03-10', '2026-03-12', '2026-03-20'])('are the same counted by the order of their days on %s as day by day', async (today) => {
    expect(marks.length).toBeGreaterThan(12);
    const { db, guide } = world;
    const exact = await Promise.all(marks.map((mark) => factsOf(db.pool, guide, mark)));
    const together = [...(await factsOfAll(db.pool, guide, marks, today))];
    const alone = await Promise.all(marks.map(async (mark) => [...(await factsOfAll(db.pool, guide, [mark], today))][0]));
    expect(exact.some(({ duties }, at) => duties.length > (together[at]?.duties.length ?? 0))).toBe(true);
    for (const [at, facts] of exact.entries()) {
      expect(listed(together[at] as Facts, today)).toEqual(listed(facts, today));
      expect(listed(alone[at] as Facts, today)).toEqual(listed(facts, today));
      expect(together[at]?.duties.length).toBeLessThanOrEqual(facts.duties.length);
    }
  });
});
