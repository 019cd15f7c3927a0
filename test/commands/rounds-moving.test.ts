// A comment and a move of the last day at the same moment: whoever writes first, every open comment is owed its answer by the day that
// follows from the last day as it stands; none is lost, and comments do not wait for each other.
import { beforeAll, describe, expect, it } from 'vitest';
import { enterComment } from '../../app/commands/comments/enter';
import { makeComment } from '../../app/commands/comments/make';
import { decideAnswer } from '../../app/commands/points/decide-answer';
import { draftAnswer } from '../../app/commands/points/draft-answer';
import { movePeriod } from '../../app/commands/rounds/move-period';
import { commentStream } from '../../app/core/comment';
import { addDays, type Day } from '../../app/core/day';
import type { Database } from '../../app/data/connect';
import { verifyLedger } from '../../app/data/verify';
import type { World } from '../../app/world';
import { codeOf, REASON, roundHouse } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const test = testWorld();
const { world, at } = test;
let cast: Cast;
const house = roundHouse(test, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
});

const OPENS: Day = '2026-02-02';
const CLOSES: Day = '2026-02-23';
const LATER: Day = '2026-03-02';
const WHY = {
  reasonKk: 'Ұйымдар пікір жинауға уақыт сұрады.',
  reasonRu: 'Организации попросили время собрать мнения.',
};
const open = () => {
  at(OPENS);
  return house.open();
};
const say = (roundId: string, by: World = world) =>
  codeOf(makeComment(by, cast.citizen, { roundId, text: 'Десяти рабочих дней мало.', language: 'ru' }));
const move = (roundId: string, closesDay: Day, by: World = world) =>
  codeOf(movePeriod(by, cast.head, { roundId, closesDay, ...WHY }));

/** The same world, in which the first act that is about to be written first lets `meanwhile` happen. */
const interrupted = (meanwhile: () => Promise<unknown>): World => {
  let happened = false;
  const pause = async (asked: unknown) => {
    const text = typeof asked === 'string' ? asked : (asked as { text?: string }).text;
    if (happened || !text?.startsWith('WITH w0')) return;
    happened = true;
    await meanwhile();
  };
  const slow = <T extends object>(on: T): T =>
    new Proxy(on, {
      get(target, name) {
        const found: unknown = Reflect.get(target, name, target);
        if (typeof found !== 'function') return found;
        const call = found.bind(target) as (...given: unknown[]) => unknown;
        if (name === 'query') return async (...given: unknown[]) => (await pause(given[0]), call(...given));
        if (name === 'connect') return async () => slow((await call()) as object);
        return call;
      },
    });
  const db = new Proxy(world.db, {
    get: (target, name) => (name === 'pool' ? slow(target.pool) : (Reflect.get(target, name, target) as unknown)),
  }) satisfies Database;
  return { ...world, db };
};

/** Until the promise is kept, or until whoever keeps it waits for somebody else's row. */
const doneOrWaiting = async (promise: Promise<unknown>) => {
  let settled = false;
  void promise.finally(() => (settled = true));
  for (;;) {
    const { rows } = await world.db.pool.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()',
    );
    if (settled || (rows[0]?.n ?? 0) > 0) return;
  }
};

/** The last days from which the answers to open comments of the round are counted. */
const countedFrom = async (roundId: string) => {
  const rows = await world.db.prisma.comment.findMany({ where: { roundId, phase: 'open' }, select: { id: true } });
  const duties = await world.db.prisma.obligation.findMany({
    where: { stream: { in: rows.map(({ id }) => commentStream(id)) }, closedDay: null },
    select: { fromDay: true },
  });
  expect(duties).toHaveLength(rows.length);
  return duties.map(({ fromDay }) => fromDay);
};

describe('a comment and a move of the last day at the same moment', () => {
  it('a comment decided upon before the move and written after it is owed by the new day', async () => {
    const roundId = await open();
    expect(
      await say(
        roundId,
        interrupted(() => move(roundId, LATER)),
      ),
    ).toBe('done');
    expect(await countedFrom(roundId)).toEqual([LATER]);
  });

  it('a comment that comes while the move is being written moves with it', async () => {
    const roundId = await open();
    await house.comment(roundId);
    const came: Promise<string>[] = [];
    const moving = interrupted(() => {
      came.push(say(roundId));
      return doneOrWaiting(Promise.all(came));
    });
    expect(await move(roundId, LATER, moving)).toBe('done');
    expect(await Promise.all(came)).toEqual(['done']);
    expect(await countedFrom(roundId)).toEqual([LATER, LATER]);
  });

  it('paper entered before the move and written after it is owed by the new day', async () => {
    const roundId = await open();
    const paper = enterComment(
      interrupted(() => move(roundId, LATER)),
      cast.registrar,
      { roundId, origin: 'paper', receivedDay: OPENS, text: 'С бумаги.', language: 'ru' },
    );
    expect(await codeOf(paper)).toBe('done');
    expect(await countedFrom(roundId)).toEqual([LATER]);
  });

  it('a comment decided upon in a period that was shortened meanwhile is taken until the new last day, and no longer', async () => {
    at(OPENS);
    const roundId = await house.open({ closesDay: LATER });
    at('2026-02-24');
    const late = say(
      roundId,
      interrupted(async () => {
        at(CLOSES);
        expect(await move(roundId, CLOSES)).toBe('done');
        at('2026-02-24');
      }),
    );
    expect(await late).toBe('round_not_open');
    expect(await countedFrom(roundId)).toEqual([]);
  });

  it('an answer approved while the round is reopened is neither lost nor given twice', async () => {
    const roundId = await open();
    await house.comment(roundId);
    await house.close(roundId);
    const [{ id } = { id: '' }] = await world.db.prisma.comment.findMany({ where: { roundId }, select: { id: true } });
    const pointId = await house.point(roundId, [id]);
    expect(await codeOf(draftAnswer(world, cast.executor, { roundId, pointId, code: 'rejected', ...REASON }))).toBe(
      'done',
    );
    const approved = codeOf(decideAnswer(world, cast.head, { roundId, pointId, decision: 'approve' }));
    const [decided, moved] = await Promise.all([approved, move(roundId, LATER)]);
    expect(moved).toBe('done');
    expect(['done', 'round_still_open']).toContain(decided);
    const { phase } = await house.row(id);
    expect(phase).toBe(decided === 'done' ? 'disposed' : 'open');
  });

  it(
    'in a crowd: none is lost, each is owed by the day that follows from the last day as it stands in the end',
    { timeout: 120_000 },
    async () => {
      const roundId = await open();
      const WAVES = 6;
      const EACH = 12;
      for (let wave = 1; wave <= WAVES; wave++) {
        const crowd = Array.from({ length: EACH }, () => say(roundId));
        const moved = move(roundId, addDays(CLOSES, 7 * wave));
        expect(new Set(await Promise.all(crowd))).toEqual(new Set(['done']));
        expect(await moved).toBe('done');
      }
      const days = await countedFrom(roundId);
      expect(days).toHaveLength(WAVES * EACH);
      expect(new Set(days)).toEqual(new Set([addDays(CLOSES, 7 * WAVES)]));
    },
  );

  it('the database itself refuses a comment that carries another last day than its round', async () => {
    const roundId = await open();
    await house.comment(roundId);
    const copy = `INSERT INTO "Comment" SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'C-1', 'closesDay', '${LATER}'))).* FROM "Comment" c WHERE c."roundId" = '${roundId}' LIMIT 1`;
    await expect(world.db.pool.query(copy)).rejects.toMatchObject({ code: 'KN003' });
  });
});

describe('comments to one round', () => {
  it('do not wait for each other: one is taken while another is being written', async () => {
    const roundId = await open();
    const first = await world.db.pool.connect();
    try {
      await first.query('BEGIN');
      await first.query('SELECT 1 FROM "Round" WHERE id = $1::uuid FOR SHARE', [roundId]);
      expect(await say(roundId)).toBe('done');
    } finally {
      await first.query('ROLLBACK');
      first.release();
    }
  });
});

it('after all this every chain is whole, and the rows are what the events say', async () => {
  const { faults, events } = await verifyLedger(world);
  expect(faults).toEqual([]);
  expect(events).toBeGreaterThan(100);
});
