// Promises of answers: found in the answer's own words, noted by either side, kept by a day, reported, judged, and counted like a round's. And
// the number under which a case is known elsewhere.
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { judgePromise } from '../../app/commands/appeals/judge-promise';
import { notePromises } from '../../app/commands/appeals/note-promises';
import { reportPromise } from '../../app/commands/appeals/report-promise';
import { setExternal } from '../../app/commands/appeals/set-external';
import { follow } from '../../app/commands/follows/follow';
import type { Figures } from '../../app/core/score/figures';
import type { Outcome, Refusal } from '../../app/core/refusal';
import { verifyLedger } from '../../app/data/verify';
import { filterOf } from '../../app/queries/appeal-filter';
import { listAppeals } from '../../app/queries/appeals';
import { caseFacts } from '../../app/queries/case-facts';
import { caseView } from '../../app/queries/case';
import { lapse } from '../../workers/lapse';
import { recount } from '../../workers/recount';
import { score } from '../../workers/score';
import { must } from '../help/rounds';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-02-02');
const signal = new AbortController().signal;
const PARTS = ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order'];
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});
const refusalOf = async (outcome: Promise<Outcome<unknown>>): Promise<Refusal> => {
  const it = await outcome;
  if (it.ok) throw new Error('it was not refused');
  return it.refusal;
};

/** A case answered on 12 February: by its words, a ramp by 1 March and a light by 20 February. */
async function answered() {
  at('2026-02-02');
  const { id, number } = await must(fileAppeal(world, cast.ngo, anAppeal(cast)));
  at('2026-02-12');
  const text =
    'Обращение рассмотрено. Пандус будет установлен до 1 марта. Освещение будет включено не позднее 20 февраля. Вы вправе обжаловать ответ.';
  await must(
    answerAppeal(world, cast.executor, { appealId: id, ...aReply('act_favourable', PARTS), text, execution: 'done' }),
  );
  return { id, number };
}
const promisesOf = async (number: string) => (await caseFacts(world, cast.ngo, number))?.appeal.steps.promises ?? [];
const owed = (stream: string) =>
  world.db.prisma.obligation.findMany({
    where: { stream: `appeal:${stream}`, rule: 'promise' },
    orderBy: { dueDay: 'asc' },
  });

describe('a promise of an answer', () => {
  it('is offered as the answer has it, noted by the official with its day, and owed to the applicant', async () => {
    const { id, number } = await answered();
    expect((await refusalOf(notePromises(world, cast.executor, { appealId: id, sentences: ['7'] }))).code).toBe(
      'promise_unknown',
    );
    expect((await refusalOf(notePromises(world, cast.executor, { appealId: id }))).fields).toEqual({
      sentences: 'required',
    });
    await must(notePromises(world, cast.executor, { appealId: id, sentences: ['0'] }));
    expect((await promisesOf(number)).map(({ text, day, by }) => [text, day, by])).toEqual([
      ['Пандус будет установлен до 1 марта.', '2026-03-01', 'body'],
    ]);
    expect((await owed(id)).map(({ dueDay, debtorId, creditorId }) => [dueDay, debtorId, creditorId])).toEqual([
      ['2026-03-01', cast.ministry.id, cast.organisationId],
    ]);
    const letters = await world.db.prisma.letter.findMany({
      where: { stream: `appeal:${id}`, personId: cast.ngo.personId },
    });
    expect(letters.map(({ data }) => (data as { step?: string }).step)).toContain('promise_noted');

    // The applicant finds the other one; what is noted is offered no more.
    await must(notePromises(world, cast.ngo, { appealId: id, sentences: ['0'] }));
    expect((await promisesOf(number)).map(({ day, by }) => [day, by])).toEqual([
      ['2026-03-01', 'body'],
      ['2026-02-20', 'applicant'],
    ]);
    expect((await refusalOf(notePromises(world, cast.ngo, { appealId: id, sentences: ['0'] }))).code).toBe(
      'promise_unknown',
    );
  });

  it('is reported once by the body and judged by the applicant, each in their own words', async () => {
    const { id, number } = await answered();
    await must(notePromises(world, cast.ngo, { appealId: id, sentences: ['0', '1'] }));
    const [ramp, light] = (await promisesOf(number)).map((one) => one.id);
    const judged = (promiseId: string | undefined, verdict: string) =>
      judgePromise(world, cast.ngo, { appealId: id, promiseId, verdict });
    expect((await refusalOf(judged(ramp, 'not_kept'))).code).toBe('promise_not_due');
    const report = { appealId: id, promiseId: ramp, kept: 'kept', text: 'Пандус установлен.' };
    at('2026-02-16');
    await must(reportPromise(world, cast.executor, report));
    expect((await refusalOf(reportPromise(world, cast.executor, report))).code).toBe('promise_reported_already');
    await must(judged(ramp, 'partly'));
    await must(judged(light, 'kept'));
    expect((await owed(id)).map(({ closedDay, closedHow }) => [closedDay, closedHow])).toEqual([
      ['2026-02-16', 'discharged'],
      ['2026-02-16', 'discharged'],
    ]);
    const facts = await caseFacts(world, null, number);
    const view = facts && (await caseView(world, null, facts, 'ru'));
    expect(view?.promises.map(({ report: said, judged: heard }) => [said?.kept, heard?.verdict])).toEqual([
      ['kept', 'partly'],
      [undefined, 'kept'],
    ]);
  });

  it('left alone lapses, and each is counted by its day: the ledger and the tables agree', async () => {
    const { id, number } = await answered();
    await must(follow(world, cast.stranger, { what: 'appeal', value: number }));
    await must(notePromises(world, cast.executor, { appealId: id, sentences: ['0', '1'] }));
    at('2026-03-03');
    expect(await lapse(world, signal)).toBeGreaterThan(0);
    expect((await owed(id)).every(({ lapsedAt }) => lapsedAt !== null)).toBe(true);
    const heard = await world.db.prisma.letter.findMany({
      where: { personId: cast.stranger.personId, letter: 'case_news' },
    });
    expect(heard.map(({ data }) => (data as { news: string }).news).toSorted()).toEqual(['promise_passed', 'promised']);
    await score(world, signal);
    const snapshot = await world.db.prisma.scoreSnapshot.findFirstOrThrow({
      where: { bodyId: cast.ministry.id, period: '2026-Q1' },
      orderBy: [{ computedAt: 'desc' }, { id: 'desc' }],
    });
    // Of six: the first case's two and these two are unkept; of the second case one was reported, one confirmed.
    expect((snapshot.figures as unknown as Figures).promises?.counts).toEqual({
      kept: 2,
      late: 0,
      partly: 0,
      unkept: 4,
      not_due: 0,
    });
    expect((snapshot.figures as unknown as Figures).promises?.disputed).toMatchObject({ n: 1, estimate: 1 });
    await recount(world, signal);
    expect(await world.db.prisma.scoreMismatch.count()).toBe(0);
    expect((await verifyLedger(world)).faults).toEqual([]);
  });
});

describe('the number elsewhere', () => {
  it('stands beside ours, is found however it is typed, and its corrections stay in the thread', async () => {
    const { id, number } = await answered();
    const set = (who: Parameters<typeof setExternal>[1], typed: string, system = 'e-Otinish') =>
      setExternal(world, who, { appealId: id, system, number: typed });
    await must(set(cast.ngo, 'жт-2026-01234567'));
    await must(set(cast.registrar, 'ЖТ-2026-01234568'));
    const found = async (q: string) =>
      (await listAppeals(world, null, { filter: filterOf(new URLSearchParams({ q })), locale: 'ru' })).rows.map(
        (row) => row.number,
      );
    expect([await found('жт-2026-01234568'), await found('ЖТ-2026-01234567')]).toEqual([[number], []]);
    const facts = await caseFacts(world, null, number);
    const view = facts && (await caseView(world, null, facts, 'ru'));
    expect(view?.external).toEqual({ system: 'e-Otinish', number: 'ЖТ-2026-01234568' });
    const told = (view?.thread ?? []).flatMap((item) =>
      item.type === 'step' && item.step === 'external_set' ? [[item.text, item.side]] : [],
    );
    expect(told).toEqual([
      ['e-Otinish: ЖТ-2026-01234567', 'applicant'],
      ['e-Otinish: ЖТ-2026-01234568', 'body'],
    ]);
    expect((await refusalOf(set(cast.ngo, '<b>1</b>'))).fields).toEqual({ number: 'bad_value' });
    expect((await refusalOf(set(cast.ngo, 'ЖТ-1', ''))).fields).toEqual({ system: 'required' });
    expect((await refusalOf(set(cast.stranger, 'ЖТ-1'))).code).toBe('not_allowed');
    await must(set(cast.ngo, ''));
    expect((await caseFacts(world, null, number))?.appeal.externalNumber).toBeNull();
  });
});
