// A part of an appeal goes elsewhere while the rest remains (APPC 65(2)); others are asked by internal days; requests for information and
// complaints about services keep their own clocks. The main clock runs on through all of it.
import canonicalize from 'canonicalize';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal, askedOf } from '../../app/commands/appeals/answer';
import { answerErrand } from '../../app/commands/appeals/answer-errand';
import { giveErrand } from '../../app/commands/appeals/give-errand';
import { proposeExtension } from '../../app/commands/appeals/propose-extension';
import { redirectAppeal } from '../../app/commands/appeals/redirect';
import { redirectPart } from '../../app/commands/appeals/redirect-part';
import { returnAppeal } from '../../app/commands/appeals/return';
import { lapseObligations } from '../../app/commands/obligations/lapse';
import type { Kind } from '../../guide/schema';
import { factsOf } from '../../app/data/score-facts';
import { factsInLedger } from '../../app/data/score-ledger';
import { verifyLedger } from '../../app/data/verify';
import { caseView } from '../../app/queries/case';
import { caseFacts } from '../../app/queries/case-facts';
import { steps } from '../help/cases';
import { codeOf, must, refusalOf } from '../help/rounds';
import { aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at, today } = testWorld();
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});
const { file, row, owed, letters } = steps(world, () => cast);
const partsOf = (kind: Kind) => askedOf(world.guide.inForceOn(today()).procedures[kind]).map(({ id }) => id);
const PART = 'Просим также проверить работу комитета по закупкам.';

describe('a part of an appeal', () => {
  const send = (appealId: string, more: object = {}) =>
    redirectPart(world, cast.registrar, {
      ...{ appealId, toBodyId: cast.committee.id, part: PART, reason: 'Закупки в ведении комитета.' },
      ...more,
    });

  it('goes to the competent body as a linked case with a clock from its arrival, while the rest keeps its own', async () => {
    at('2026-02-02');
    const id = await file();
    at('2026-02-04');
    await must(send(id));
    await must(send(id, { part: 'Просим назвать срок ремонта подъезда.' }));
    const there = await world.db.prisma.appeal.findMany({ where: { originId: id }, orderBy: { number: 'asc' } });
    expect(there).toHaveLength(2);
    expect(there[0]).toMatchObject({ bodyId: cast.committee.id, text: PART, phase: 'open', dueDay: '2026-02-25' });
    expect(await row(id)).toMatchObject({ phase: 'open', dueDay: '2026-02-23' });
    expect(await owed(id, 'decide')).toMatchObject({ closedDay: null });
    expect(await owed(id, 'redirect')).toMatchObject({ dueDay: '2026-02-05', closedDay: '2026-02-04' });
    expect(await owed(id, 'redirect_notice')).toMatchObject({ dueDay: '2026-02-04', closedDay: '2026-02-04' });
    expect(await letters(id, 'case_step', cast.ngo)).toMatchObject([
      { data: { step: 'part_redirected' } },
      { data: { step: 'part_redirected' } },
    ]);
    await must(
      answerAppeal(world, cast.executor, { appealId: id, ...aReply('act_favourable', partsOf('application')) }),
    );
    expect((await row(there[0]?.id ?? '')).phase).toBe('open');
  });

  it('is refused where the guide redirects only the whole, and to the same body', async () => {
    at('2026-02-02');
    expect(await refusalOf(send(await file({ kind: 'request_information' })))).toMatchObject({
      code: 'redirect_whole',
      basis: { act: 'access_law', article: '11(11)' },
    });
    expect(await codeOf(send(await file(), { toBodyId: cast.ministry.id }))).toBe('redirect_to_itself');
  });
});

describe('an internal deadline', () => {
  const give = (appealId: string, more: object = {}) =>
    giveErrand(world, cast.executor, {
      ...{ appealId, unit: 'Отдел закупок', question: 'Есть ли проект и кто его ведёт?', until: '2026-02-06' },
      ...more,
    });

  it('has a day of its own, moves no clock of the law, and is seen by the body alone', async () => {
    at('2026-02-02');
    const id = await file();
    const { number } = await row(id);
    expect(await codeOf(give(id, { until: '2026-02-02' }))).toBe('day_not_later');
    await must(give(id));
    const errand = await owed(id, 'errand');
    expect(errand).toMatchObject({ debtorId: cast.ministry.id, dueDay: '2026-02-06', closedDay: null });
    expect(await row(id)).toMatchObject({ dueDay: '2026-02-23', phase: 'open' });
    for (const viewer of [cast.ngo, null, cast.head]) {
      const facts = await caseFacts(world, viewer, number);
      const view = facts && (await caseView(world, viewer, facts, 'ru'));
      const own = viewer === cast.head;
      expect(view?.errands.map(({ name }) => name)).toEqual(own ? ['Отдел закупок'] : []);
      expect(JSON.stringify(view).includes('кто его ведёт')).toBe(own);
      expect(view?.duties.map(({ key }) => key)).not.toContain(errand.key);
    }
    at('2026-02-09');
    await lapseObligations(world);
    expect(await letters(id, 'deadline_passed')).toEqual([]);
    expect((await letters(id, 'case_step')).map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ step: 'errand_overdue' }),
    );
    await must(answerErrand(world, cast.head, { appealId: id, errand: errand.key, text: 'Проект ведёт отдел.' }));
    expect(await owed(id, 'errand')).toMatchObject({ closedDay: '2026-02-09', closedHow: 'discharged' });
    expect(
      await codeOf(answerErrand(world, cast.head, { appealId: id, errand: errand.key, text: 'Ещё раз о том же.' })),
    ).toBe('errand_unknown');
  });

  it('of another body lets that body read the case and answer, and nobody else', async () => {
    at('2026-02-02');
    const id = await file({ visibility: 'private' });
    const { number } = await row(id);
    const asked = cast.committeeRegistrar;
    expect(await caseFacts(world, asked, number)).toBeNull();
    await must(give(id, { toBodyId: cast.committee.id }));
    expect(await caseFacts(world, asked, number)).not.toBeNull();
    expect(await caseFacts(world, cast.stranger, number)).toBeNull();
    const { key } = await owed(id, 'errand');
    const say = (viewer: typeof asked) =>
      answerErrand(world, viewer, { appealId: id, errand: key, text: 'Закупка объявлена в январе.' });
    expect(await codeOf(say(cast.ngo))).toBe('not_allowed');
    await must(say(asked));
  });

  it('enters no figure of the body, and a return counts as a termination: tables and ledger agree', async () => {
    at('2026-02-02');
    const back = { appealId: await file(), ground: 'obscene', text: 'В обращении есть бранные слова.' };
    await must(returnAppeal(world, cast.head, back));
    const ledger = await factsInLedger(world.db, world.guide, AbortSignal.timeout(60_000));
    const listed = (facts: readonly object[]) => facts.map((fact) => canonicalize(fact)).sort();
    for (const { id } of [cast.ministry, cast.committee]) {
      const mark = { bodyId: id, period: '2026-Q1' } as const;
      const tables = await factsOf(world.db.pool, world.guide, mark);
      const folded = ledger?.get(`${id} ${mark.period}`);
      expect(listed(tables.cases)).toEqual(listed(folded?.cases ?? []));
      expect(listed(tables.duties)).toEqual(listed(folded?.duties ?? []));
      expect(tables.duties.length).toBeGreaterThan(0);
      expect(tables.duties.map(({ rule }) => rule)).not.toContain('errand');
    }
    const { cases } = await factsOf(world.db.pool, world.guide, { bodyId: cast.ministry.id, period: '2026-Q1' });
    expect(cases.map(({ phase }) => phase)).toContain('terminated');
  });
});

describe('a request for information', () => {
  it('runs in calendar days from receipt, and the published answer and the refusal have terms of their own', async () => {
    at('2026-09-05', '11:00');
    const id = await file({ kind: 'request_information' });
    expect(await row(id)).toMatchObject({
      receivedDay: '2026-09-05',
      registeredDay: '2026-09-07',
      dueDay: '2026-09-21',
    });
    at('2026-09-09');
    const reply = (outcome: string) => ({ appealId: id, ...aReply(outcome, partsOf('request_information')) });
    await must(answerAppeal(world, cast.executor, reply('already_published')));
    expect(await owed(id, 'already_published')).toMatchObject({
      fromDay: '2026-09-05',
      dueDay: '2026-09-09',
      closedDay: '2026-09-09',
    });
  });

  it('is extended only where several holders are involved, and as far as the guide allows from the first due day', async () => {
    at('2026-02-02');
    const id = await file({ kind: 'request_information' });
    const extend = (more: object) =>
      proposeExtension(world, cast.executor, {
        ...{ appealId: id, reason: 'Сведения у трёх управлений области.', until: '2026-03-04' },
        ...more,
      });
    expect(await refusalOf(extend({}))).toMatchObject({ code: 'invalid', fields: { severalHolders: 'required' } });
    expect(await refusalOf(extend({ severalHolders: true, until: '2026-03-05' }))).toMatchObject({
      code: 'extension_beyond_cap',
      params: { cap: '2026-03-04' },
    });
    await must(extend({ severalHolders: true }));
  });

  it('redirected keeps a clock from its receipt there', async () => {
    at('2026-02-02');
    const id = await file({ kind: 'request_information' });
    at('2026-02-04');
    const reason = 'Сведениями обладает комитет.';
    await must(redirectAppeal(world, cast.registrar, { appealId: id, toBodyId: cast.committee.id, reason }));
    const there = await world.db.prisma.appeal.findFirstOrThrow({ where: { originId: id } });
    expect(there).toMatchObject({ dueDay: '2026-02-19', receivedDay: '2026-02-04' });
  });
});

describe('a complaint about a public service', () => {
  it('has five working days, no extension, no redirect and no complaint after it but other bodies', async () => {
    at('2026-02-02');
    const id = await file({ kind: 'service_complaint' });
    expect(await row(id)).toMatchObject({ dueDay: '2026-02-09' });
    const extension = { appealId: id, reason: 'Нужна экспертиза, она ещё идёт.', until: '2026-03-02' };
    expect(await codeOf(proposeExtension(world, cast.executor, extension))).toBe('extension_not_allowed');
    const reason = 'Не наша услуга, её оказывает комитет.';
    expect(
      await codeOf(redirectAppeal(world, cast.registrar, { appealId: id, toBodyId: cast.committee.id, reason })),
    ).toBe('redirect_not_superior');
    await must(
      answerAppeal(world, cast.executor, {
        appealId: id,
        ...aReply('complaint_upheld', partsOf('service_complaint')),
      }),
    );
    expect(await row(id)).toMatchObject({ phase: 'answered', outcome: 'complaint_upheld' });
  });
});

it('the ledger is whole: every row is the fold of its events', async () => {
  expect((await verifyLedger(world)).faults).toEqual([]);
});
