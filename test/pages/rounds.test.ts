// The pages of rounds as a browser without scripts meets them: the list, the calendar, the feeds, the page of a round, following.
import { beforeAll, describe, expect, it } from 'vitest';
import { follow } from '../../app/commands/follows/follow';
import { draftAnswer } from '../../app/commands/points/draft-answer';
import { judgeCommitment } from '../../app/commands/rounds/judge-commitment';
import { makeCommitment } from '../../app/commands/rounds/make-commitment';
import { movePeriod } from '../../app/commands/rounds/move-period';
import { openRound } from '../../app/commands/rounds/open';
import { reportCommitment } from '../../app/commands/rounds/report-commitment';
import { waiveCheck } from '../../app/commands/rounds/waive';
import { addDays } from '../../app/core/day';
import { LOCALES, textFor } from '../../app/text';
import { longDay } from '../../app/text/format';
import { DRAFT, must, REASON, roundHouse } from '../help/rounds';
import { type Browser, givePasswords, signedInOn, words } from '../help/page';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const town = testWorld('2026-03-02');
const { world, at, today } = town;
let cast: Cast;
const house = roundHouse(town, () => cast);
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['rounds/', 'accounts/', 'home', 'bodies/', 'appeals/today']);
});

const as = (person: { email: string }) => signedInOn(site, person);
const read = async (browser: Browser, address: string): Promise<string> => {
  const answer = await browser.get(address);
  expect([address, answer.status]).toEqual([address, 200]);
  const html = await answer.text();
  expect(html).not.toContain('undefined');
  return html;
};
const numberOf = async (roundId: string) => (await house.state(roundId)).number;
const clauseIn = (roundId: string, number: string, version = 1, language = 'ru') =>
  world.db.prisma.clause.findFirstOrThrow({
    where: { number, document: { roundId, role: 'draft', language, version } },
    select: { documentId: true, anchor: true },
  });

describe('the list', () => {
  it.each(LOCALES)(
    'shows in %s what is open, what closes soon and by which day, and nothing that is prepared',
    async (locale) => {
      at('2026-03-02');
      const openId = await house.open();
      const open = await numberOf(openId);
      const prepared = await numberOf(await house.prepare());
      const { closesDay } = (await house.state(openId)).settings;
      at(addDays(closesDay, -1));
      const html = await read(site.visitor(), `/${locale}/rounds`);
      expect(html).toContain(`/${locale}/rounds/${open}"`);
      expect(html).not.toContain(prepared);
      expect(words(html)).toContain(textFor(locale).rounds.soon.title);
      expect(words(html)).toContain(textFor(locale).clocks.left(1));
      expect(html).toContain(locale === 'kk' ? 'Өтініштерді қарау қағидалары' : 'Правила рассмотрения заявлений');
      if (locale === 'en') expect(html).toContain('<a href="/en/rounds/' + open + '" lang="ru"');
      const none = words(await read(site.visitor(), `/${locale}/rounds?topic=culture`));
      expect(none).toContain(textFor(locale).rounds.none.title);
    },
  );
});

describe('the calendar and the feeds', () => {
  it.each(LOCALES)('have in %s the first and the last day and the hearing, as dates', async (locale) => {
    at('2026-03-02');
    const hearing = { hearingDay: '2026-03-20', hearingTime: '15:00', hearingPlace: 'Астана, <зал> & 5' };
    const roundId = await house.open({ closesDay: '2026-03-30', ...hearing });
    const number = await numberOf(roundId);
    const t = textFor(locale).rounds;
    const page = words(await read(site.visitor(), `/${locale}/rounds/calendar?month=2026-03`));
    for (const word of [t.calendar.closes, t.calendar.hearing, t.calendar.opens]) expect(page).toContain(word);

    const ics = await site.visitor().get(`/${locale}/rounds.ics`);
    expect([ics.status, ics.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const lines = (await ics.text()).replaceAll('\r\n ', '').split('\r\n');
    const at_ = lines.indexOf(`UID:${number}-closes@kenes.test`);
    expect(lines.slice(at_, at_ + 5).join(' ')).toContain('DTSTART;VALUE=DATE:20260330');
    const heard = lines.indexOf(`UID:${number}-hearing@kenes.test`);
    expect(lines.slice(heard, heard + 6).join(' ')).toContain('DTSTART:20260320T100000Z');

    const atom = await site.visitor().get(`/${locale}/rounds.atom?body=ministry&topic=disability`);
    expect([atom.status, atom.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    const feed = await atom.text();
    expect(feed).toContain(`<id>http://kenes.test/${locale}/rounds/${number}</id>`);
    expect(feed).toContain(`http://kenes.test/${locale}/rounds.atom?body=ministry&amp;topic=disability`);
    expect((await site.visitor().get(`/${locale}/rounds.atom?body=nowhere`)).status).toBe(404);
    expect(await (await site.visitor().get(`/${locale}/rounds.atom?topic=culture`)).text()).not.toContain('<entry>');
  });

  it('are narrowed by region like the list: its own rounds and those of the whole country', async () => {
    at('2026-03-02');
    const everywhere = await numberOf(await house.open({ topic: 'agriculture' }));
    const here = await numberOf(await house.open({ topic: 'agriculture', regions: ['KZ-75'] }));
    const elsewhere = await numberOf(await house.open({ topic: 'agriculture', regions: ['KZ-10'] }));
    const asked = 'topic=agriculture&region=KZ-75';
    const said = `${textFor('ru').topics.agriculture} · ${textFor('ru').regions['KZ-75']}`;
    const pages = await Promise.all(
      [`rounds?${asked}`, `rounds/calendar?month=2026-03&${asked}`, `rounds.ics?${asked}`, `rounds.atom?${asked}`].map(
        (path) => read(site.visitor(), `/ru/${path}`),
      ),
    );
    for (const page of pages) {
      for (const number of [everywhere, here]) expect(page).toContain(number);
      expect(page).not.toContain(elsewhere);
      expect(page.replaceAll('\r\n ', '')).toContain(said);
    }
    const [list, calendar, ics, atom] = pages.map((page) => page.replaceAll('&amp;', '&').replaceAll('\r\n ', ''));
    for (const page of [list, calendar])
      for (const feed of ['ics', 'atom']) expect(page).toContain(`href="/ru/rounds.${feed}?${asked}"`);
    expect(list).toContain(`href="http://kenes.test/ru/rounds.atom?${asked}"`);
    expect(list).toContain(`href="/ru/rounds/calendar?${asked}"`);
    expect(calendar).toContain(`month=2026-04&${asked}`);
    expect(calendar).toContain(`href="/ru/rounds?${asked}"`);
    expect(ics).toContain(`URL:http://kenes.test/ru/rounds/calendar?${asked}`);
    expect(atom).toContain(`href="http://kenes.test/ru/rounds.atom?${asked}"`);
  });

  it('say a moved last day with a higher number, so that calendars take it', async () => {
    at('2026-03-02');
    const roundId = await house.open({ closesDay: '2026-03-30' });
    const number = await numberOf(roundId);
    await must(movePeriod(world, cast.head, { roundId, closesDay: '2026-04-06', ...REASON }));
    const lines = (await (await site.visitor().get('/kk/rounds.ics')).text()).split('\r\n');
    const from = lines.indexOf(`UID:${number}-closes@kenes.test`);
    expect(lines.slice(from, from + 5).join(' ')).toMatch(/SEQUENCE:1 .*VALUE=DATE:20260406/);
  });

  it('a month that is no month is this month', async () => {
    at('2026-03-02');
    expect(words(await read(site.visitor(), '/en/rounds/calendar?month=2026-13'))).toContain('March 2026');
  });
});

describe('the page of a round', () => {
  it.each(LOCALES)(
    'says in %s what is asked, why the last day is the last day, and what was looked at before',
    async (locale) => {
      at('2026-03-16');
      const roundId = await house.open({ closesDay: '2026-04-10' });
      const number = await numberOf(roundId);
      const html = await read(site.visitor(), `/${locale}/rounds/${number}`);
      const page = words(html);
      const t = textFor(locale);
      const [own, other] = locale === 'kk' ? ['kk', 'ru'] : ['ru', 'kk'];
      expect(html).toContain(`<html lang="${locale}"`);
      for (const word of [
        ...[t.round.asked.decides, t.round.asked.fixed, t.round.clock.title, t.round.gate.title, t.round.gate.passed],
        ...[t.round.clock.longer, t.round.comment, words(longDay(locale, '2026-04-10'))],
        own === 'kk' ? 'Министр шешеді, наурызда.' : 'Решает министр, в марте.',
        own === 'kk'
          ? 'Өтініш он жұмыс күні ішінде қаралады.'
          : 'Заявление рассматривается в течение десяти рабочих дней.',
      ])
        expect(page).toContain(word);
      expect(html).toContain(`<div class="prose clause-text" lang="${own}">`);
      const switched = await read(site.visitor(), `/${locale}/rounds/${number}?text=${other}`);
      expect(switched).toContain(`<div class="prose clause-text" lang="${other}">`);
      expect(html).toContain('"@type":"Event"');
      expect(html).toContain('"endDate":"2026-04-10"');
      expect(html).toContain(`<link rel="canonical" href="http://kenes.test/${locale}/rounds/${number}"`);
    },
  );

  it('counts comments and voices at their clause, those on the other language’s text apart', async () => {
    at('2026-03-16');
    const roundId = await house.open();
    const number = await numberOf(roundId);
    const ru = await clauseIn(roundId, '2.');
    const one = await house.comment(roundId, ru);
    await house.comment(roundId, { joinsId: one, text: '' }, cast.ngo);
    await house.comment(roundId, { ...(await clauseIn(roundId, '2.', 1, 'kk')), language: 'kk' }, cast.ngo);
    const html = await read(site.visitor(), `/ru/rounds/${number}`);
    expect(words(html)).toContain(textFor('ru').round.documents.comments(1, 1));
    expect(words(html)).toContain(textFor('ru').round.documents.elsewhere.ru('1'));
    expect(html).toContain(`/ru/rounds/${number}/comments?clause=draft.ru.${ru.anchor}`);
    expect(html).toContain(`/ru/rounds/${number}/comment?document=${ru.documentId}&amp;anchor=${ru.anchor}`);
  });

  it('shows waivers with reason and signature, and never the drafts of answers', async () => {
    at('2026-03-16');
    const roundId = await house.prepare({ closesDay: '2026-04-03' });
    await house.fill(roundId);
    const reason = 'Закон вступает в силу в апреле, и правила нужны к этому дню.';
    await must(waiveCheck(world, cast.head, { roundId, check: 'time_left', reason }));
    await must(openRound(world, cast.head, { roundId }));
    const number = await numberOf(roundId);
    const page = words(await read(site.visitor(), `/ru/rounds/${number}`));
    const say = textFor('ru').round;
    for (const word of [say.gate.waived, reason, cast.head.name, say.clock.shorter]) expect(page).toContain(word);

    const commentId = await house.comment(roundId);
    await house.close(roundId);
    const pointId = await house.point(roundId, [commentId]);
    const secret = 'Черновик, который ещё никто не утвердил.';
    await must(draftAnswer(world, cast.executor, { roundId, pointId, code: 'rejected', ...REASON, reasonRu: secret }));
    for (const address of [`/ru/rounds/${number}`, `/ru/rounds/${number}.data`, `/ru/rounds/${number}/comments`]) {
      const answer = await site.visitor().get(address);
      expect(await answer.text()).not.toContain(secret);
    }
  });

  it('in preparation is there for its host alone', async () => {
    const number = await numberOf(await house.prepare());
    expect((await site.visitor().get(`/ru/rounds/${number}`)).status).toBe(404);
    expect((await (await as(cast.ngo)).get(`/ru/rounds/${number}`)).status).toBe(404);
    expect(await read(await as(cast.executor), `/ru/rounds/${number}`)).toContain('noindex');
    expect((await site.visitor().get('/ru/rounds/R-2026-999999')).status).toBe(404);
    expect((await site.visitor().get('/ru/rounds/anything')).status).toBe(404);
  });

  it('tells the silence after a due day without anyone recording it', async () => {
    at('2026-03-16');
    const roundId = await house.open();
    await house.comment(roundId);
    const closesDay = await house.close(roundId);
    const number = await numberOf(roundId);
    const t = textFor('en');
    expect(words(await read(site.visitor(), `/en/rounds/${number}`))).not.toContain(t.round.silence.title);
    at(addDays(closesDay, 60));
    const page = words(await read(site.visitor(), `/en/rounds/${number}`));
    expect(page).toContain(t.round.silence.title);
    expect(page).toContain(t.round.silence.unanswered(1, 1));
    expect(words(await read(site.visitor(), '/en/rounds'))).toContain(t.rounds.table.overdue);
  });

  it('flags what was accepted and reads as before, and what changed though nobody had said a word', async () => {
    at('2026-03-16');
    const roundId = await house.open();
    const number = await numberOf(roundId);
    const commentId = await house.comment(roundId, await clauseIn(roundId, '2.'));
    await house.close(roundId);
    const changed = DRAFT.ru.replace('десяти рабочих дней', 'пятнадцати рабочих дней');
    await house.document(roundId, 'draft', 'ru', { markdown: changed });
    const { documentId, anchor } = await clauseIn(roundId, '2.', 2);
    const pointId = await house.point(roundId, [commentId]);
    await house.answer(roundId, pointId, { code: 'accepted', changes: [`${documentId}/${anchor}`] });
    const say = textFor('ru').round.flags;
    const page = async () => words(await read(site.visitor(), `/ru/rounds/${number}`));
    expect(await page()).not.toContain(say.undone.title);
    expect(await page()).not.toContain(say.unasked.title);
    await house.document(roundId, 'draft', 'ru', {
      markdown: DRAFT.ru.replace('подписывает руководитель', 'подписывает заместитель'),
    });
    expect(await page()).toContain(say.undone.title);
    expect(await page()).toContain(say.unasked.title);
  });

  it('of a completed round begins with what was asked, said and done, and takes a participant’s word on promises', async () => {
    at('2026-03-16');
    const roundId = await house.open();
    const number = await numberOf(roundId);
    await house.comment(roundId, { organisationId: cast.organisationId }, cast.ngo);
    await house.close(roundId);
    await house.answerAll(roundId);
    await house.decide(roundId);
    const promise = {
      roundId,
      dueDay: addDays(today(), 30),
      pointId: '',
      textKk: 'Үлгі нысан жарияланады.',
      textRu: 'Опубликуем образец формы.',
    };
    await must(makeCommitment(world, cast.head, promise));
    await house.publish(roundId);
    const [commitment] = (await house.state(roundId)).commitments;
    if (!commitment) throw new Error('no commitment');
    const t = textFor('en');
    const before = words(await read(site.visitor(), `/en/rounds/${number}`));
    for (const word of [
      t.round.outcome.asked,
      'Мы спросили о проекте правил.',
      t.round.outcome.did,
      'Опубликуем образец формы.',
    ])
      expect(before).toContain(word);
    expect(before.indexOf(t.round.outcome.title)).toBeLessThan(before.indexOf(t.round.asked.title));
    const report = {
      roundId,
      commitmentId: commitment.id,
      kept: 'kept',
      evidenceKk: 'Нысан жарияланды, сілтемесі бар.',
      evidenceRu: 'Форма опубликована, ссылка есть.',
    };
    await must(reportCommitment(world, cast.executor, report));
    expect(await read(site.visitor(), `/en/rounds/${number}`)).not.toContain('name="verdict"');
    expect(await read(await as(cast.stranger), `/en/rounds/${number}`)).not.toContain('name="verdict"');
    const browser = await as(cast.ngo);
    expect(await read(browser, `/en/rounds/${number}`)).toContain('name="verdict"');
    const refused = await browser.post(`/en/rounds/${number}`, {
      intent: 'judge',
      commitmentId: commitment.id,
      comment: 'Где она?',
    });
    const html = await refused.text();
    expect([refused.status, html.includes('>Где она?</textarea>')]).toEqual([422, true]);
    const done = await browser.post(`/en/rounds/${number}`, {
      intent: 'judge',
      commitmentId: commitment.id,
      verdict: 'not_kept',
      comment: 'Где она?',
    });
    expect(done.headers.get('location')).toBe(`/en/rounds/${number}?done=judged#commitment-${commitment.id}`);
    const page = words(await read(site.visitor(), `/en/rounds/${number}`));
    expect(page).toContain(t.round.commitments.judged(0, 0, 1));
    expect(page).toContain('Где она?');
    expect(page).not.toContain(cast.ngo.name);
    expect(
      (await must(judgeCommitment(world, cast.ngo, { roundId, commitmentId: commitment.id, verdict: 'kept' }))).number,
    ).toBe(number);
  });
});

describe('an invitation', () => {
  it('is noted as opened by its link, which leads on to the plain address, and by those invited who read the page', async () => {
    at('2026-03-16');
    const roundId = await house.open();
    const number = await numberOf(roundId);
    const invitation = () => world.db.prisma.invitation.findFirstOrThrow({ where: { roundId } });
    const { token } = await invitation();
    await site.visitor().get(`/kk/rounds/${number}?invitation=nobody`);
    await read(await as(cast.stranger), `/kk/rounds/${number}`);
    expect((await invitation()).openedAt).toBeNull();
    const answer = await site.visitor().get(`/kk/rounds/${number}?invitation=${token}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/kk/rounds/${number}`]);
    const first = (await invitation()).openedAt;
    expect(first).not.toBeNull();
    at('2026-03-17');
    expect(words(await read(await as(cast.ngo), `/kk/rounds/${number}`))).toContain(textFor('kk').round.invited.title);
    expect((await invitation()).openedAt).toEqual(first);
  });
});

describe('following', () => {
  it('takes a sign-in, one button, and stands on the account page', async () => {
    at('2026-03-16');
    const number = await numberOf(await house.open());
    expect(await read(site.visitor(), `/ru/rounds/${number}`)).toContain(
      `/ru/sign-in?to=${encodeURIComponent(`/ru/rounds/${number}`)}`,
    );
    const browser = await as(cast.citizen);
    const press = (step: string, what = 'round', value = number) =>
      browser.post('/ru/follow', { what, value, step, back: `/ru/rounds/${number}` });
    const answer = await press('follow');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/ru/rounds/${number}`]);
    expect(words(await read(browser, `/ru/rounds/${number}`))).toContain(textFor('ru').round.unfollow);
    await press('follow', 'topic', 'ecology');
    const account = words(await read(browser, '/ru/account'));
    expect(account).toContain('Правила рассмотрения заявлений');
    expect(account).toContain(textFor('ru').topics.ecology);
    await press('unfollow');
    expect(words(await read(browser, `/ru/rounds/${number}`))).toContain(textFor('ru').round.follow);
    expect((await press('follow', 'round', 'R-2026-999999')).status).toBe(404);
    expect((await press('follow', 'planet', 'mars')).status).toBe(400);
  });

  it('is stopped by the link of a letter without signing in: a page with one button, or a mail program by itself', async () => {
    at('2026-03-16');
    const number = await numberOf(await house.open());
    await world.db.prisma.follow.deleteMany();
    await must(follow(world, cast.citizen, { what: 'round', value: number }));
    await must(follow(world, cast.citizen, { what: 'topic', value: 'ecology' }));
    const follows = async () => (await world.db.prisma.follow.findMany({ select: { what: true } })).length;
    const tokenOf = async (what: string) =>
      (await world.db.prisma.follow.findFirstOrThrow({ where: { what }, select: { token: true } })).token;
    const [round, topic] = [await tokenOf('round'), await tokenOf('topic')];
    const say = textFor('ru').follows.stopping;
    for (const locale of LOCALES) {
      const page = words(await read(site.visitor(), `/${locale}/unfollow/${round}`));
      for (const word of [textFor(locale).follows.stopping.one, textFor(locale).follows.stopping.all])
        expect(page).toContain(word);
    }
    expect(words(await read(site.visitor(), `/ru/unfollow/${round}`))).toContain('Правила рассмотрения заявлений');
    expect(await follows(), 'looking at it stops nothing').toBe(2);
    const pressed = await site.visitor().post(`/ru/unfollow/${round}`, { scope: 'this' });
    expect([pressed.status, words(await pressed.text())]).toEqual([200, expect.stringContaining(say.done) as string]);
    expect(await follows()).toBe(1);
    expect(words(await read(site.visitor(), `/ru/unfollow/${round}`))).toContain(say.nothing);
    const byProgram = await site.visitor().post(`/ru/unfollow/${topic}`, { 'List-Unsubscribe': 'One-Click' });
    expect(byProgram.status, 'no redirect: RFC 8058').toBe(200);
    expect(await follows()).toBe(0);
  });
});
