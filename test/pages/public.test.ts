// What everyone sees: the frame, the landing page, the guide, its calendars and the calculator, as a browser without scripts meets them.
import { beforeAll, describe, expect, it } from 'vitest';
import { HOLIDAYS, KINDS, LOCALES, ROUND_KINDS } from '../../guide/schema';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { assignAppeal } from '../../app/commands/appeals/assign';
import { fileAppeal } from '../../app/commands/appeals/file';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import type { Outcome } from '../../app/core/refusal';
import { filterOf } from '../../app/queries/appeal-filter';
import { listAppeals } from '../../app/queries/appeals';
import { figures } from '../../app/queries/front';
import { textFor } from '../../app/text';
import { longDay } from '../../app/text/format';
import { openSite } from '../help/site';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at, today } = testWorld('2026-03-02');
const inForce = () => world.guide.inForceOn(today());
let cast: Cast;
let get: (address: string) => Promise<Response>;
const done = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
};
const words = (html: string): string =>
  html
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<(script|style|head)[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
const page = async (address: string): Promise<{ status: number; html: string; text: string }> => {
  const answer = await get(address);
  const html = await answer.text();
  return { status: answer.status, html, text: words(html) };
};
const hrefs = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

const file = async (more: Record<string, unknown> = {}) =>
  done(await fileAppeal(world, cast.ngo, { ...anAppeal(cast), ...more }));
const PARTS = ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order'];
const answer = async (appealId: string) => {
  done(await acceptAppeal(world, cast.registrar, { appealId }));
  done(await assignAppeal(world, cast.registrar, { appealId, officialId: cast.executor.personId }));
  done(await answerAppeal(world, cast.executor, { appealId, ...aReply('act_favourable', PARTS) }));
};

beforeAll(async () => {
  cast = await castInto(world);
  at('2026-01-05');
  await file({ subject: 'Older than ninety days and never answered' });
  at('2026-03-02');
  const inTime = await file({ subject: 'Answered in time' });
  const late = await file({ subject: 'Answered late' });
  await file({ subject: 'Never answered' });
  await file({ subject: 'Hidden from all', visibility: 'private' });
  const withdrawn = await file({ subject: 'Withdrawn' });
  at('2026-03-05');
  await answer(inTime.id);
  done(await withdrawAppeal(world, cast.ngo, { appealId: withdrawn.id, statement: 'Вопрос решён без органа.' }));
  at('2026-04-20');
  await answer(late.id);
  await file({ subject: 'Filed today' });
  const site = await openSite(world, ['home', 'guide/', 'appeals/list', 'not-found']);
  get = (address) => site.visitor().get(address);
});

describe('the frame', () => {
  it('stands in the language of the address, and an unknown language is a page that is not there', async () => {
    for (const locale of LOCALES) expect((await page(`/${locale}`)).html).toContain(`<html lang="${locale}"`);
    expect((await page('/de')).status).toBe(404);
    expect((await page('/de/guide')).status).toBe(404);
  });

  it('leads to the same page in the other languages, what was asked included; search engines are told its one address', async () => {
    const { html } = await page('/ru/guide/complaint?x=1');
    expect(hrefs(html)).toEqual(expect.arrayContaining(['/kk/guide/complaint?x=1', '/en/guide/complaint?x=1']));
    expect(html).toContain('<link rel="alternate" hrefLang="kk" href="http://kenes.test/kk/guide/complaint"/>');
  });

  it('keeps its header and footer around a page that is not there, and says so in the title', async () => {
    const { status, html, text } = await page('/ru/nowhere/at/all');
    expect(status).toBe(404);
    expect(text).toContain(textFor('ru').faults.missing.title);
    expect(text).toContain(textFor('ru').frame.nav.guide);
    expect(html).toContain(`<title>${textFor('ru').faults.missing.title} — Kenes</title>`);
  });

  it('brings a visitor who signs in back to where they were', async () => {
    expect(hrefs((await page('/ru/guide/complaint')).html)).toContain(
      `/ru/sign-in?to=${encodeURIComponent('/ru/guide/complaint')}`,
    );
  });

  it('says that this is a demonstration where demo accounts exist, and nowhere else', async () => {
    expect((await page('/en')).text).not.toContain(textFor('en').frame.demo);
    await world.db.prisma.person.updateMany({ where: { email: cast.stranger.email }, data: { demo: true } });
    at('2026-04-20', '10:05');
    expect((await page('/en')).text).toContain(textFor('en').frame.demo);
    await world.db.prisma.person.updateMany({ data: { demo: false } });
    at('2026-04-20', '10:10');
    expect((await page('/en')).text).not.toContain(textFor('en').frame.demo);
  });

  it('sets no cookie: its answers are shared between visitors', async () => {
    for (const address of ['/kk', '/ru/guide', '/en/calculator'])
      expect((await get(address)).headers.get('set-cookie')).toBeNull();
  });
});

describe('the landing page', () => {
  it.each(LOCALES)('says in %s what this is and shows the clock of an application filed now', async (locale) => {
    const { text, html } = await page(`/${locale}`);
    expect(text).toContain(words(textFor(locale).home.title));
    // Monday 20 April 2026: fifteen working days with 1, 7, 9 and 11 May off.
    expect(html).toContain('dateTime="2026-05-14"');
    expect(text).toContain({ kk: 'ӘРПК 76(1)–(2)', ru: 'АППК 76(1)–(2)', en: 'APPC 76(1)–(2)' }[locale]);
  });

  it('counts what the lists behind its figures hold, private cases apart', async () => {
    const counted = await figures(world);
    const listed = async (query: string) =>
      (await listAppeals(world, null, { filter: filterOf(new URLSearchParams(query)), locale: 'en' })).rows.length;
    expect(counted).toMatchObject({ from: '2026-01-21', to: '2026-04-20' });
    expect(counted.received).toBe(await listed(`from=${counted.from}`));
    expect(counted.overdueNow).toBe(await listed('standing=overdue'));
    expect(counted.runningNow).toBe(await listed('standing=running'));
    expect(counted.inTime.kept).toBe(await listed(`from=${counted.from}&standing=answered&time=in_time`));
    for (const { standing, count } of counted.byStanding)
      expect(count).toBe(await listed(`from=${counted.from}&standing=${standing}`));
    expect(counted).toMatchObject({ received: 5, overdueNow: 2, runningNow: 1, dueToday: 0 });
  });

  it('answered in time is a share of all that were answered or stand unanswered after their term', async () => {
    expect((await figures(world)).inTime).toEqual({ kept: 1, n: 3 });
    expect((await page('/en')).text).toContain('1 of 3 cases');
  });

  it('leads from each figure to its cases', async () => {
    const links = hrefs((await page('/ru')).html);
    for (const query of [
      'from=2026-01-21',
      'standing=overdue',
      'standing=running',
      'from=2026-01-21&standing=answered&time=in_time',
    ])
      expect(links).toContain(`/ru/appeals?${query}`);
  });

  it('never names a private case', async () => {
    expect((await page('/en')).text).not.toContain('Hidden from all');
  });
});

describe('the guide', () => {
  it.each(LOCALES)('lists in %s every kind with its term and article, every act, every doubt', async (locale) => {
    const { text, html } = await page(`/${locale}/guide`);
    const edition = inForce();
    for (const kind of KINDS) expect(text).toContain(edition.texts[locale][`kind.${kind}.name`]);
    for (const act of Object.keys(edition.acts)) expect(text).toContain(edition.texts[locale][`act.${act}.name`]);
    expect(text).toContain(edition.texts[locale]['note.extension_once']);
    expect(hrefs(html)).toEqual(expect.arrayContaining(KINDS.map((kind) => `/${locale}/guide/${kind}`)));
    for (const kind of ROUND_KINDS) expect(text).toContain(edition.texts[locale][`kind.${kind}.name`]);
    expect(text).toContain(edition.texts[locale]['note.draft_period']);
    expect(hrefs(html)).toEqual(expect.arrayContaining(ROUND_KINDS.map((kind) => `/${locale}/guide/rounds/${kind}`)));
  });

  it.each(KINDS)(
    '%s: every number with its article, what an answer must have, what is none, how it ends, what comes next',
    async (kind) => {
      const edition = inForce();
      const procedure = edition.procedures[kind];
      for (const locale of LOCALES) {
        const { status, text } = await page(`/${locale}/guide/${kind}`);
        const say = (key: string) => expect(text).toContain(edition.texts[locale][key]);
        expect(status).toBe(200);
        for (const [rule, { basis }] of Object.entries(procedure.rules)) {
          say(`rule.${rule}.name`);
          for (const { article } of basis) expect(text).toContain(article);
        }
        for (const { id } of procedure.reply.requirements) say(`requirement.${id}.name`);
        for (const id of procedure.not_a_reply) say(`non_reply.${id}.name`);
        for (const { id } of procedure.outcomes) say(`outcome.${id}.name`);
        for (const { id } of procedure.termination_grounds) say(`termination.${id}.name`);
        for (const { id } of procedure.escalation) say(`escalation.${id}.name`);
        for (const { id } of procedure.next) say(`next.${id}.text`);
      }
    },
  );

  it.each(LOCALES)('prints in %s every worked example with its days, and leads to each day of it', async (locale) => {
    const { examples, texts } = inForce();
    for (const { id, kind, rule, expect: expected } of examples) {
      const { text, html } = await page(`/${locale}/guide/${kind}`);
      expect(text).toContain(texts[locale][`example.${id}.text`]);
      const [, example = ''] = html.split(`id="example-${id}"`);
      const day = words(longDay(locale, expected.due));
      const due = words(textFor(locale).guide.procedure.exampleDue(day));
      expect(words(example)).toContain(due);
      const link = hrefs(example).find((href) => href.startsWith(`/${locale}/calculator?`)) ?? '';
      expect(link).toContain(`kind=${kind}&rule=${rule}&`);
      expect((await page(link)).text).toContain(day);
    }
  });

  it.each(LOCALES)(
    'in %s weighs less than 70 kB a procedure before it is compressed, for those behind slow lines',
    async (locale) => {
      const weights = await Promise.all(
        KINDS.map(async (kind) => [kind, Buffer.byteLength((await page(`/${locale}/guide/${kind}`)).html)] as const),
      );
      expect(weights.filter(([, bytes]) => bytes >= 70_000)).toEqual([]);
    },
  );

  it('marks what could not be confirmed as unsure, wherever it is shown', async () => {
    const unsure = inForce().texts.en['confidence.unsure.name'] ?? '';
    expect((await page('/en/guide/service_complaint')).text.split(unsure).length).toBeGreaterThan(3);
    expect((await page('/en/guide/message')).text).toContain(unsure);
  });

  it('knows no other kinds', async () => {
    expect((await page('/en/guide/petition')).status).toBe(404);
  });
});

describe('the calendar', () => {
  it.each([2022, 2023, 2024, 2025, 2026, 2027])(
    'of %i shows every day of twelve months and every moved day as a pair',
    async (year) => {
      const { html, text } = await page(`/en/guide/calendar/${year}`);
      const months = html.match(/<table class="month">.*?<\/table>/gs) ?? [];
      expect(months).toHaveLength(12);
      expect(months.join('').match(/<time/g)).toHaveLength(year % 4 === 0 ? 366 : 365);
      const found = world.guide.calendarYears.find((one) => one.year === year);
      for (const entry of found?.entries ?? []) {
        if (entry.type !== 'move') continue;
        expect(html).toMatch(new RegExp(`dateTime="${entry.off}".{0,200}dateTime="${entry.work}"`, 's'));
      }
      expect(text).toContain(
        found?.status === 'official' ? textFor('en').guide.calendar.official : textFor('en').guide.calendar.projected,
      );
    },
  );

  it('counts the working days of each month as the published balance does', async () => {
    const { html } = await page('/en/guide/calendar/2025');
    const counts = [...html.matchAll(/month-count">(\d+) /g)].map(([, n]) => Number(n));
    expect(counts).toEqual([20, 20, 17, 22, 19, 20, 22, 21, 21, 22, 20, 22]);
  });

  it('names every holiday in the reader’s language', async () => {
    const texts = inForce().texts.kk;
    const { text } = await page('/kk/guide/calendar/2026');
    for (const id of HOLIDAYS.filter((one) => !one.startsWith('constitution')))
      expect(text).toContain(texts[`holiday.${id}.name`]);
  });

  it('has no year that nobody has written down', async () => {
    expect((await page('/en/guide/calendar/2031')).status).toBe(404);
    expect((await page('/en/guide/calendar/20x6')).status).toBe(404);
  });
});

describe('the calculator', () => {
  it.each(LOCALES)(
    'answers in %s with the day, its reasons, an address to share and the same as JSON',
    async (locale) => {
      const { html, text } = await page(`/${locale}/calculator?kind=application&rule=decide&received=2026-03-21T11:20`);
      const edition = inForce();
      expect(html).toContain('<time dateTime="2026-04-16">');
      expect(text).toContain(edition.texts[locale]['holiday.nauryz.name']);
      expect(html).toContain(
        `value="http://kenes.test/${locale}/calculator?kind=application&amp;rule=decide&amp;received=2026-03-21T11%3A20"`,
      );
      expect(hrefs(html)).toContain(
        `/api/v1/term?kind=application&rule=decide&received=2026-03-21T11%3A20&lang=${locale}`,
      );
    },
  );

  it.each(LOCALES)('counts in %s a step of a round, and leads to its kind in the guide', async (locale) => {
    const query = 'kind=service_bylaw&rule=dispose&from=2026-04-30';
    const { html, text } = await page(`/${locale}/calculator?${query}`);
    const texts = inForce().texts[locale];
    expect(html).toContain('<time dateTime="2026-05-19">');
    for (const key of ['kind.service_bylaw.name', 'rule.dispose.name', 'note.reply_each_comment'])
      expect(text).toContain(texts[key]);
    expect(hrefs(html)).toEqual(
      expect.arrayContaining([`/${locale}/guide/rounds/service_bylaw`, `/api/v1/term?${query}&lang=${locale}`]),
    );
  });

  it('offers kinds and steps of appeals and of rounds apart, and begins a round’s step today, without a receipt', async () => {
    const { html } = await page('/en/calculator?kind=hearing');
    const say = textFor('en').calculator.labels;
    for (const label of [say.appeals, say.rounds])
      expect(html.match(new RegExp(`<optgroup label="${label}">`, 'g'))).toHaveLength(2);
    expect(html).toMatch(/<option value="hearing" selected="">/);
    expect(html).toMatch(/<option value="hearing_call" selected="">/);
    expect(html).toMatch(new RegExp(`name="from"[^>]*value="${today()}"|value="${today()}"[^>]*name="from"`));
    expect(html).not.toMatch(/name="received"[^>]*value=|value="[^"]*"[^>]*name="received"/);
  });

  it('takes no receipt from the form for a round but asks for its day, and names the steps that a kind has in words', async () => {
    const given = await page('/en/calculator?kind=hearing&rule=dispose&received=2026-05-20T10%3A00');
    expect(given.text).not.toContain(textFor('en').calculator.result.due);
    expect(given.html).toMatch(/<option value="dispose" selected="">/);
    expect(given.html).toMatch(new RegExp(`name="from"[^>]*value="${today()}"|value="${today()}"[^>]*name="from"`));
    const { text } = await page('/en/calculator?kind=hearing&rule=decide&from=2026-05-20');
    expect(text).toContain('this kind has no such step; it has Announce the hearing');
    expect(text).not.toContain('hearing_call');
  });

  it('turns a number and a unit into an address with one term', async () => {
    const answer = await get('/en/calculator?from=2026-08-14&n=3&unit=-wd');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/en/calculator?from=2026-08-14&term=-3wd#answer');
    expect((await page('/en/calculator?from=2026-08-14&term=-3wd')).html).toContain('<time dateTime="2026-08-11">');
  });

  it('says at the field what is wrong with it', async () => {
    const { html, text } = await page('/en/calculator?kind=application&rule=hearing_notice&received=2026-03-21T11:20');
    expect(text).toContain(`${textFor('en').calculator.labels.from}: ${textFor('en').calculator.problems.needed.from}`);
    expect(html).toMatch(
      /id="from"[^>]*aria-invalid="true"[^>]*aria-describedby="from-hint from-error"|aria-invalid="true"[^>]*id="from"/,
    );
    expect((await page('/ru/calculator?from=2026-08-14&term=abcwd')).text).toContain(
      textFor('ru').calculator.plain.wrong,
    );
  });

  it('offers a kind without counting anything yet', async () => {
    const { status, html } = await page('/en/calculator?kind=complaint');
    expect(status).toBe(200);
    expect(html).toMatch(/<option[^>]*value="complaint"[^>]*selected|<option[^>]*selected[^>]*value="complaint"/);
    expect(html).not.toContain('id="answer"');
  });

  it('warns that a day before the first edition had other rules', async () => {
    expect((await page('/en/calculator?kind=application&registered=2025-03-12')).text).toContain('other rules held');
  });
});
