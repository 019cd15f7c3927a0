// A due day that passed goes on the record once. What the pages say never waits for it.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { fileAppeal } from '../../app/commands/appeals/file';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import { openStream } from '../../app/data/ledger';
import { verifyLedger } from '../../app/data/verify';
import { caseFacts } from '../../app/queries/case-facts';
import { caseView } from '../../app/queries/case';
import { listAppeals } from '../../app/queries/appeals';
import { todayOf } from '../../app/queries/today';
import { lapse } from '../../workers/lapse';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';

const { world, at } = testWorld();
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});
beforeEach(async () => {
  await world.db.prisma.letter.deleteMany();
});

/** Filed and accepted on 2 February 2026; the last day for the answer is 23 February. */
async function filed(more: object = {}): Promise<{ id: string; number: string }> {
  at('2026-02-02');
  const outcome = await fileAppeal(world, cast.ngo, { ...anAppeal(cast), ...more });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  await acceptAppeal(world, cast.registrar, { appealId: outcome.value.id });
  await world.db.prisma.letter.deleteMany();
  return outcome.value;
}
const lapsesOf = async (id: string) =>
  (await openStream(world.db, `appeal:${id}`)).events.filter(({ type }) => type === 'obligation.lapsed');
const lettersOf = (id: string) =>
  world.db.prisma.letter.findMany({
    where: { stream: `appeal:${id}` },
    select: { letter: true, personId: true, data: true },
    orderBy: { personId: 'asc' },
  });

describe('an obligation', () => {
  it('does not lapse on its due day', async () => {
    const { id } = await filed();
    at('2026-02-23', '23:59');
    await lapse(world, never);
    expect(await lapsesOf(id)).toEqual([]);
  });

  it('lapses on the day after, once, by time itself; the applicant hears that it counts as refused and until when to complain', async () => {
    const { id, number } = await filed();
    at('2026-02-24', '00:05');
    expect(await lapse(world, never)).toBeGreaterThan(0);
    await lapse(world, never);
    const [event, ...others] = await lapsesOf(id);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      actor: { kind: 'time' },
      day: '2026-02-24',
      payload: { key: 'decide', rule: 'decide', dueDay: '2026-02-23' },
    });
    const obligation = await world.db.prisma.obligation.findUniqueOrThrow({
      where: { stream_key: { stream: `appeal:${id}`, key: 'decide' } },
    });
    expect(obligation).toMatchObject({ lapsedAt: new Date(world.now()), closedDay: null });
    const letters = await lettersOf(id);
    expect(new Set(letters.map(({ letter }) => letter))).toEqual(new Set(['deadline_passed']));
    const to = (personId: string) => letters.filter((letter) => letter.personId === personId).map(({ data }) => data);
    expect(to(cast.ngo.personId)).toMatchObject([
      { number, path: `/appeals/${number}`, complainUntil: '2026-05-25', dueDay: '2026-02-23' },
    ]);
    expect(to(cast.head.personId)).toMatchObject([{ complainUntil: null }]);
    expect(letters).toHaveLength(2);
  });

  it('is recorded once by two workers at once', async () => {
    const ids = [];
    for (let i = 0; i < 12; i++) ids.push((await filed()).id);
    at('2026-02-24');
    const other = testWorld('2026-02-24').world;
    const [one, two] = await Promise.all([lapse(world, never), lapse(other, never)]);
    await lapse(world, never);
    expect(one + two).toBeLessThanOrEqual(12);
    for (const id of ids) {
      expect(await lapsesOf(id)).toHaveLength(1);
      expect(await lettersOf(id)).toHaveLength(2);
    }
  });

  it('that ended before the worker came does not lapse', async () => {
    const { id } = await filed();
    at('2026-02-25');
    await withdrawAppeal(world, cast.ngo, { appealId: id, statement: 'Вопрос решён, обращение отзываю.' });
    await world.db.prisma.letter.deleteMany();
    at('2026-03-04');
    await lapse(world, never);
    expect(await lapsesOf(id)).toEqual([]);
    expect(await lettersOf(id)).toEqual([]);
  });

  it('whose silence the law does not call a refusal is told to the heads alone', async () => {
    const { id } = await filed({ kind: 'request_information' });
    at('2026-03-30');
    await lapse(world, never);
    expect((await lettersOf(id)).map(({ personId }) => personId)).toEqual([cast.head.personId]);
  });

  it('leaves a ledger that is whole', async () => {
    expect((await verifyLedger(world)).faults).toEqual([]);
  });
});

it('a worker ten days late changes nothing that a page says', async () => {
  const { number } = await filed();
  at('2026-03-06');
  const page = async (viewer: Cast['ngo'] | null) => {
    const facts = await caseFacts(world, viewer, number);
    if (!facts) throw new Error('no such case');
    const { chain: _chain, letters: _letters, ...said } = await caseView(world, viewer, facts, 'ru');
    return said;
  };
  const everything = async () => ({
    visitor: await page(null),
    applicant: await page(cast.ngo),
    head: await page(cast.head),
    today: await todayOf(world, cast.ngo, 'ru'),
    list: await listAppeals(world, null, { filter: {}, locale: 'ru' } as Parameters<typeof listAppeals>[2]),
  });
  const before = await everything();
  expect(before.visitor).toMatchObject({ standing: 'overdue', late: true });
  expect(await lapse(world, never)).toBeGreaterThan(0);
  expect(await everything()).toEqual(before);
});
