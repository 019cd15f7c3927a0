// The standings in SQL are the standings of the core: each case in exactly one, on every day.
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import { addDays, type Day } from '../../app/core/day';
import { isLate, STANDINGS, standingOf, type StandingFacts } from '../../app/core/standing';
import { lateIs, standingColumn, standingIs } from '../../app/queries/standing-where';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
let cast: Cast;

const file = async (): Promise<string> => {
  const filed = await fileAppeal(world, cast.ngo, anAppeal(cast));
  if (!filed.ok) throw new Error(filed.refusal.code);
  return filed.value.id;
};

beforeAll(async () => {
  cast = await castInto(world);
  await file();
  at('2026-03-02', '19:40');
  const late = await file();
  at('2026-03-07', '11:00');
  const onDayOff = await file();
  const withdrawn = await file();
  at('2026-03-10');
  await acceptAppeal(world, cast.registrar, { appealId: onDayOff });
  await withdrawAppeal(world, cast.ngo, { appealId: withdrawn, statement: 'Вопрос решён.' });
  at('2026-04-20');
  const answered = await answerAppeal(world, cast.executor, {
    appealId: late,
    ...aReply('act_favourable', ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order']),
  });
  if (!answered.ok) throw new Error(JSON.stringify(answered.refusal));
});

const days: Day[] = Array.from({ length: 70 }, (_, index) => addDays('2026-02-25', index));

describe('the standings of the list', () => {
  it('are those of the core for every case on every day around its due day', async () => {
    const facts = (
      await world.db.pool.query<StandingFacts & { id: string }>(
        'SELECT id, phase, "registeredDay", "dueDay", "endedDay" FROM "Appeal"',
      )
    ).rows;
    expect(facts).toHaveLength(4);
    const seen = new Set<string>();
    for (const day of days) {
      const { rows } = await world.db.pool.query<{ id: string; standing: string; late: boolean }>(
        `SELECT a.id, ${standingColumn('$1')} AS standing, ${lateIs('$1')} AS late FROM "Appeal" a`,
        [day],
      );
      const found = new Map(rows.map((row) => [row.id, row]));
      for (const fact of facts) {
        const expected = standingOf(fact, day);
        seen.add(expected);
        expect([day, found.get(fact.id)?.standing, found.get(fact.id)?.late]).toEqual([
          day,
          expected,
          isLate(fact, day),
        ]);
      }
    }
    expect([...seen].sort()).toEqual(['answered', 'due_today', 'overdue', 'received', 'running', 'withdrawn']);
  });

  it('put each case into exactly one on every day, the due day included', async () => {
    const count = STANDINGS.map((standing) => `(${standingIs(standing, '$1')})::int`).join(' + ');
    for (const day of days) {
      const { rows } = await world.db.pool.query<{ n: number }>(`SELECT ${count} AS n FROM "Appeal" a`, [day]);
      expect(rows.map(({ n }) => n)).toEqual([1, 1, 1, 1]);
    }
  });
});
