// GET /api/v1/term as a program of another site meets it.
import { beforeAll, describe, expect, it } from 'vitest';
import { CONTEST, KINDS, LOCALES, ROUND_KINDS } from '../../guide/schema';
import { openSite } from '../help/site';
import { testWorld } from '../help/world';

const { world, today } = testWorld('2026-11-24');
/** The edition that answers for this year; it is also the nearest for a day before there was any. */
const inForce = world.guide.inForceOn(today()).id;
let ask: (query: string) => Promise<Response>;
beforeAll(async () => {
  const site = await openSite(world, ['api/']);
  ask = (query) => site.visitor().get(`/api/v1/term${query}`);
});

type Day = {
  date: string;
  counts: boolean;
  number: number | null;
  why: string;
  text: string;
  basis: { text: string; article: string; url: string | null } | null;
};
type Answer = {
  kind?: string;
  rule?: string;
  edition: string;
  in_force: boolean;
  received?: string | null;
  registered?: string | null;
  due: string;
  provisional: boolean;
  days: Day[];
  basis: { act: string; article: string; text: string; confidence: string; verified: string; note: string | null }[];
};
const answer = async (query: string): Promise<Answer> => {
  const response = await ask(query);
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
};

describe('a term asked by kind', () => {
  it('received on a Saturday that is Nauryz: registered on Thursday, due fifteen working days later, every day with its reason', async () => {
    const it = await answer('?kind=application&received=2026-03-21T11:20%2B05:00&lang=en');
    expect(it).toMatchObject({
      kind: 'application',
      rule: 'decide',
      edition: inForce,
      in_force: true,
      received: '2026-03-21T11:20+05:00',
      registered: '2026-03-26',
      due: '2026-04-16',
      provisional: false,
    });
    expect(it.days.at(0)).toMatchObject({
      date: '2026-03-21',
      counts: false,
      why: 'holiday',
      text: 'Nauryz Meiramy: holiday',
    });
    expect(it.days.at(-1)).toMatchObject({ date: '2026-04-16', counts: true, number: 15, why: 'working_day' });
    expect(it.days.filter(({ counts }) => counts)).toHaveLength(15);
    expect(it.days.find(({ why }) => why === 'start')?.basis).toMatchObject({ article: '76(2)' });
    expect(it.basis[0]).toMatchObject({
      act: 'appc',
      article: '76(1)–(2)',
      confidence: 'read',
      text: 'APPC 76(1)–(2)',
    });
  });

  it('leaves no day out between the first and the last', async () => {
    const { days } = await answer('?kind=application&received=2026-03-21T11:20');
    const dates = days.map(({ date }) => Date.parse(`${date}T00:00:00Z`) / 86_400_000);
    expect(dates).toEqual(dates.map((_, index) => (dates[0] ?? 0) + index));
  });

  it('takes the registration in place of the receipt, and any step of the procedure', async () => {
    expect(await answer('?kind=application&registered=2026-03-26')).toMatchObject({
      due: '2026-04-16',
      received: null,
      registered: '2026-03-26',
    });
    expect(await answer('?kind=application&rule=redirect&received=2026-03-21T11:20')).toMatchObject({
      rule: 'redirect',
      due: '2026-03-30',
    });
    expect(await answer('?kind=feedback&rule=extension_notice&from=2026-02-02')).toMatchObject({ due: '2026-02-05' });
  });

  it('says a moment with the offset that held in Almaty on that day', async () => {
    expect((await answer('?kind=message&received=2024-02-28T10:00')).received).toBe('2024-02-28T10:00+06:00');
    expect((await answer('?kind=message&received=2024-03-04T10:00')).received).toBe('2024-03-04T10:00+05:00');
    expect((await answer('?kind=message&received=2026-03-20T23:30Z')).received).toBe('2026-03-21T04:30+05:00');
  });

  it('calls a day provisional when it rests on a calendar that is only projected', async () => {
    expect(await answer('?kind=proposal&registered=2026-12-11')).toMatchObject({
      due: '2027-01-06',
      provisional: true,
    });
  });

  it('tells when the day lies before the first edition of the guide', async () => {
    expect(await answer('?kind=application&registered=2025-03-12')).toMatchObject({
      edition: inForce,
      in_force: false,
    });
  });

  it('shows what could not be confirmed as unsure', async () => {
    const { basis } = await answer('?kind=request_information&received=2026-09-05T10:00');
    expect(basis.find(({ confidence }) => confidence === 'unsure')?.note).toMatch(/by analogy/);
  });

  it.each(LOCALES)('gives every reason and article in %s', async (lang) => {
    const { days, basis } = await answer(`?kind=application&received=2026-03-21T11:20&lang=${lang}`);
    const letters = { kk: /[әғқңөұүһі]/i, ru: /[а-яё]/i, en: /^[^а-яёәғқңөұүһі]+$/i }[lang];
    expect(days.map(({ text }) => text).join(' ')).toMatch(letters);
    expect(basis.map(({ text }) => text).join(' ')).toMatch({ kk: /ӘРПК/, ru: /АППК/, en: /APPC/ }[lang]);
  });
});

describe('a step of a round', () => {
  it('is counted from the day given, with its basis as for appeals', async () => {
    const it = await answer('?kind=service_bylaw&rule=dispose&from=2026-04-30&lang=en');
    expect(it).toMatchObject({
      kind: 'service_bylaw',
      rule: 'dispose',
      edition: inForce,
      in_force: true,
      from: '2026-04-30',
      received: null,
      registered: null,
      term: { n: 10, unit: 'working_day', direction: 'forward', from: 'round_closed' },
      due: '2026-05-19',
      provisional: false,
    });
    expect(it.days.at(-1)).toMatchObject({ date: '2026-05-19', number: 10 });
    expect(it.days.filter(({ why }) => why === 'holiday' || why === 'substitute').map(({ date }) => date)).toEqual([
      '2026-05-01',
      '2026-05-07',
      '2026-05-09',
      '2026-05-11',
    ]);
    expect(it.basis[0]).toMatchObject({ act: 'guide', article: '3', confidence: 'platform' });
    expect(it.basis[0]?.note).toMatch(/agreement of the parties/);
  });

  it('says what could not be confirmed', async () => {
    const { basis } = await answer('?kind=draft_act&rule=comment_period&from=2026-03-16');
    expect(basis).toMatchObject([{ act: 'legal_acts_law', confidence: 'unsure', url: null }]);
    expect(basis[0]?.note).toMatch(/not confirmed/);
  });

  it.each(LOCALES)('speaks %s', async (lang) => {
    const { basis } = await answer(`?kind=hearing&rule=hearing_call&from=2026-05-20&lang=${lang}`);
    expect(basis[0]?.text).toMatch(
      { kk: /Қоғамдық кеңестер/, ru: /общественных советах/, en: /Public Councils/ }[lang],
    );
  });

  it('that its kind has not is refused with the steps that stand there', async () => {
    const problem = async (query: string) => (await (await ask(query)).json()) as { code: string; allowed: string[] };
    const rules = Object.keys(world.guide.inForceOn(today()).rounds?.kinds.hearing.rules ?? {});
    for (const query of ['?kind=hearing&rule=decide&from=2026-05-20', '?kind=hearing&from=2026-05-20'])
      expect(new Set((await problem(query)).allowed)).toEqual(new Set(rules));
    expect((await problem('?kind=hearing&rule=dance&from=2026-05-20')).allowed).toContain('hearing_call');
  });
});

describe('a plain term', () => {
  it.each([
    ['15wd', '2026-09-04'],
    ['15d', '2026-08-31'],
    ['2mo', '2026-10-14'],
    ['-3wd', '2026-08-11'],
  ])('%s from 14 August 2026 ends on %s', async (term, due) => {
    const it = await answer(`?from=2026-08-14&term=${term}`);
    expect(it.due).toBe(due);
    expect(it.days[0]).toMatchObject({ date: '2026-08-14', counts: false });
    expect(it.kind).toBeUndefined();
  });
});

describe('the answer itself', () => {
  it('may be read by programs of any site and kept for a minute', async () => {
    const { headers } = await ask('?from=2026-08-14&term=15wd');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('content-type')).toMatch(/^application\/json/);
  });
});

describe('bad input gets 400 and a problem document that names the field', () => {
  it.each([
    ['', 'kind'],
    ['?kind=petition&received=2026-03-21T11:20', 'kind'],
    ['?kind=application&rule=dance&received=2026-03-21T11:20', 'rule'],
    ['?kind=application&rule=forward&received=2026-03-21T11:20', 'rule'],
    ['?kind=application', 'received'],
    ['?kind=application&received=2026-02-30T11:20', 'received'],
    ['?kind=application&received=2026-03-21', 'received'],
    ['?kind=application&received=', 'received'],
    ['?kind=application&registered=tomorrow', 'registered'],
    ['?kind=application&received=2026-03-21T11:20&registered=2026-03-20', 'registered'],
    ['?kind=application&rule=hearing_notice', 'from'],
    ['?kind=application&rule=hearing_notice&from=2026-13-01', 'from'],
    ['?kind=service_bylaw&from=2026-04-30', 'rule'],
    ['?kind=service_bylaw&rule=decide&from=2026-04-30', 'rule'],
    ['?kind=service_bylaw&rule=dispose', 'from'],
    ['?kind=service_bylaw&rule=dispose&from=2026-04-31', 'from'],
    ['?kind=service_bylaw&rule=dispose&received=2026-04-30T10:00', 'received'],
    ['?kind=service_bylaw&rule=dispose&from=2026-04-30&registered=2026-04-30', 'registered'],
    ['?from=2026-08-14', 'term'],
    ['?term=15wd', 'from'],
    ['?from=2026-08-14&term=15', 'term'],
    ['?from=2026-08-14&term=99999wd', 'term'],
    ['?from=2026-08-14&term=15wd&kind=application', 'kind'],
    ['?kind=application&kind=complaint&received=2026-03-21T11:20', 'kind'],
    ['?kind=application&received=2026-03-21T11:20&when=now', 'when'],
    ['?kind=application&received=2026-03-21T11:20&lang=de', 'lang'],
  ])('%s: %s', async (query, field) => {
    const response = await ask(query);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const problem = (await response.json()) as Record<string, unknown>;
    expect(problem).toMatchObject({ status: 400, field });
    expect(problem.type).toMatch(/^urn:kenes:problem:/);
    expect(problem.detail).toContain(field);
  });

  it('says in the asked language what could stand there', async () => {
    const problem = (await (await ask('?kind=petition&lang=ru')).json()) as {
      detail: string;
      allowed: string[];
      title: string;
    };
    expect(problem.allowed).toEqual([...KINDS, ...ROUND_KINDS, CONTEST]);
    expect(problem.title).toBe('Срок рассчитать нельзя');
    expect(problem.detail).toMatch(/в руководстве такого нет/);
  });
});
