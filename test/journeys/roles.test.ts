// The day of each role in a real browser: an NGO that saves a draft and files, a registrar who asks to put right, an executor whose answer an
// approver sends back and signs; a hearing and an extension; a complaint that goes from a silent body to the one above it; an
// administrator who makes a body and brings its people. With scripts and without, in both state languages.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../app/core/day';
import { DEMO_PASSWORD } from '../../app/core/demo';
import { textFor } from '../../app/text';
import { hasBrowser, startBrowser } from '../help/browser';
import { startClockedApp, type ClockedApp } from '../help/clocked-app';
import { enter, openVisit, sendAppeal, type Look, type Visit } from '../help/visit';

type Lang = 'kk' | 'ru';
let app: ClockedApp;
let browser: Browser;
const visits: Visit[] = [];
beforeAll(async () => {
  if (!hasBrowser) return;
  [app, browser] = await Promise.all([startClockedApp('2026-02-02'), startBrowser()]);
});
afterEach(async () => {
  const wrong = [...visits.flatMap(({ complaints }) => complaints), ...(app?.faults ?? [])];
  await Promise.all(visits.splice(0).map((one) => one.close()));
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** Somebody at a browser of their own; nobody when no name is given. */
async function at(who: string | null, look?: Look): Promise<Page> {
  const visit = await openVisit(browser, app.url, look);
  visits.push(visit);
  if (who) await enter(visit.page, who);
  return visit.page;
}
const mainOf = async (page: Page): Promise<string> => (await page.textContent('main')) ?? '';
const send = (page: Page) => page.click('main form .form-actions button[type=submit]:not([name])');
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
}

/** One act on a case, begun from the case's own page; ends there again, with what was done said. */
async function act(page: Page, path: string, name: string, fills?: () => Promise<void>): Promise<void> {
  await page.goto(path);
  await page
    .locator(`main a[href$="/${name}"]`)
    .first()
    .evaluate((link: HTMLAnchorElement) => link.click());
  await page.waitForURL(new RegExp(`/${name}$`));
  await fills?.();
  await send(page);
  await page.waitForURL(new RegExp(`\\?done=${name}`));
}

/** Every field of an answer. */
async function reply(page: Page, outcome: string, text: string): Promise<void> {
  await page.check(`[name=outcome][value=${outcome}]`);
  await page.selectOption('[name=language]', 'ru');
  await page.fill('[name=text]', text);
  for (const part of await page.locator('[name^="requirements."]').all()) await part.fill('Изложено в акте осмотра.');
}

async function assign(page: Page, path: string): Promise<void> {
  await act(page, path, 'assign', () => page.getByLabel(/Дәурен/).check());
}

async function filed(page: Page, lang: Lang, body: string, fields: { subject: string; text: string }): Promise<string> {
  await page.goto(`/${lang}/appeals/new?kind=application&body=${body}`);
  await fill(page, fields);
  await page.selectOption('[name=language]', 'ru');
  await sendAppeal(page);
  await page.waitForURL(/\/appeals\/\d{4}-\d+\?done=filed/);
  return new URL(page.url()).pathname;
}

async function fourEyes(lang: Lang, chosen: boolean): Promise<void> {
  const head = await at('head', { scripts: false });
  await head.goto(`/${lang}/desk`);
  await head.click('main a[href$="/desk/office"]');
  await head.setChecked('#four-eyes [name=kinds][value=application]', chosen);
  await head.click('#four-eyes .form-actions button');
  await head.waitForURL(/done=1/);
}

describe.skipIf(!hasBrowser).each([
  { lang: 'ru', scripts: true, day: '2026-02-02' },
  { lang: 'kk', scripts: false, day: '2026-03-02' },
] as const)('NGO, registrar, executor and approver in $lang, scripts $scripts', ({ lang, scripts, day }) => {
  it('a draft becomes a case, is put right, answered by two officials, and judged', async () => {
    app.at(day);
    const t = textFor(lang);
    await fourEyes(lang, true);

    const ngo = await at('ngo', { scripts });
    await ngo.goto(`/${lang}/appeals/new?kind=application&body=social`);
    const subject = `Пандус у поликлиники ${day}`;
    await ngo.fill('[name=subject]', subject);
    await ngo.click('button[name=intent][value=save]');
    await ngo.waitForURL(/draft=[0-9a-f-]{36}/);
    const elsewhere = await at('ngo', { scripts });
    await elsewhere.goto(`/${lang}/drafts`);
    await elsewhere.getByRole('link', { name: `${t.drafts.goOn} ${subject}` }).click();
    await elsewhere.waitForURL(/draft=/);
    expect(await elsewhere.inputValue('[name=subject]')).toBe(subject);
    await elsewhere.fill('[name=text]', 'Просим установить пандус и назвать срок.');
    await elsewhere.selectOption('[name=language]', 'ru');
    await sendAppeal(elsewhere);
    await elsewhere.waitForURL(/done=filed/);
    const path = new URL(elsewhere.url()).pathname;
    await elsewhere.goto(`/${lang}/drafts`);
    expect(await mainOf(elsewhere)).toContain(t.drafts.none);

    const registrar = await at('registrar', { scripts });
    await registrar.goto(`/${lang}/desk?whose=nobody`);
    await registrar.click(`main a[href$="${path}"]`);
    await act(registrar, path, 'accept');
    await act(registrar, path, 'ask-cure', () =>
      fill(registrar, { defects: 'Укажите адрес здания.', until: addDays(day, 3) }),
    );
    await ngo.goto(`/${lang}/today`);
    expect(await mainOf(ngo)).toContain(subject);
    await act(ngo, path, 'cure', () => ngo.fill('[name=text]', 'Адрес: улица Абая, дом 10.'));
    await assign(registrar, path);

    const executor = await at('executor', { scripts });
    await executor.goto(`/${lang}/desk`);
    expect(await mainOf(executor)).toContain(subject);
    await act(executor, path, 'remark', () => executor.fill('[name=text]', 'Проект у подрядчика.'));
    await act(executor, path, 'draft-answer', () => reply(executor, 'act_favourable', 'Работы включены в план.'));
    await ngo.goto(path);
    const unseen = await mainOf(ngo);
    for (const secret of ['подрядчика', 'включены в план']) expect(unseen).not.toContain(secret);

    const head = await at('head', { scripts });
    await head.goto(`/${lang}/desk`);
    await head.click(`#drafts a[href$="${path}/decide-draft"]`);
    await head.waitForURL(/decide-draft$/);
    expect(await mainOf(head)).toContain('Работы включены в план.');
    await head.check('[name=decision][value=return]');
    await send(head);
    await head.waitForSelector('#errors, #refusal');
    expect(await head.isChecked('[name=decision][value=return]')).toBe(true);
    await head.fill('[name=remark]', 'Назовите срок установки.');
    await send(head);
    await head.waitForURL(/done=decide-draft/);
    await executor.goto(`/${lang}/desk`);
    expect(await executor.textContent('#returned')).toContain('Назовите срок установки.');
    await executor.click(`#returned a[href$="${path}/draft-answer"]`);
    await executor.waitForURL(/draft-answer$/);
    expect(await executor.inputValue('[name=text]')).toBe('Работы включены в план.');
    await executor.fill('[name=text]', 'Пандус установят до 1 мая.');
    await send(executor);
    await executor.waitForURL(/done=draft-answer/);
    await act(head, path, 'decide-draft', () => head.check('[name=decision][value=approve]'));

    await app.post();
    await ngo.goto(`/${lang}/letters`);
    expect(await mainOf(ngo)).toContain(path.split('/').at(-1));
    await act(ngo, path, 'judge', () => ngo.check('[name=verdict][value=answers]'));
    const reader = await at(null);
    await reader.goto(path);
    const thread = await mainOf(reader);
    expect(thread).toContain('Пандус установят до 1 мая.');
    for (const secret of ['подрядчика', 'Назовите срок установки']) expect(thread).not.toContain(secret);
  });

  it('a decision that burdens comes after an extension and a hearing', async () => {
    app.at(day);
    await fourEyes(lang, false);
    const ngo = await at('ngo-ru', { scripts });
    const path = await filed(ngo, lang, 'social', {
      subject: `Субсидия ${day}`,
      text: 'Просим выплатить субсидию за проведённые курсы.',
    });
    const registrar = await at('registrar', { scripts });
    await act(registrar, path, 'accept');
    await assign(registrar, path);
    app.at(addDays(day, 7));
    const executor = await at('executor', { scripts });
    await act(executor, path, 'extend', () =>
      fill(executor, { until: addDays(day, 35), reason: 'Нужны сведения от банка, они ещё не пришли.' }),
    );
    const head = await at('head', { scripts });
    await head.goto(`/${lang}/desk`);
    expect(await mainOf(head)).toContain('Нужны сведения от банка');
    await act(head, path, 'decide-extension', () => head.check('[name=decision][value=approve]'));
    await executor.goto(`${path}/answer`);
    await reply(executor, 'act_refusing', 'В субсидии отказано: курсы не входят в перечень.');
    await send(executor);
    await executor.waitForSelector('#refusal');
    expect(await executor.textContent('#refusal')).toMatch(/АППК|ӘРПК/);
    expect(await executor.inputValue('[name=text]')).toContain('В субсидии отказано');

    const decision: Day = addDays(day, 14);
    await act(executor, path, 'call-hearing', async () => {
      await fill(executor, { text: 'Намерены отказать: курсы не входят в перечень.', decisionDay: decision });
      await executor.check('[name=how][value=written]');
    });
    app.at(addDays(day, 8));
    await act(ngo, path, 'object', async () => {
      await ngo.fill('[name=text]', 'Курсы входят в перечень, строка 12.');
      await ngo.check('[name=oral]');
    });
    await act(executor, path, 'set-hearing', () =>
      fill(executor, { hearingDay: decision, place: 'Каб. 214, 15:00', decisionDay: decision }),
    );
    app.at(decision);
    await act(executor, path, 'record-hearing', () =>
      fill(executor, { heldDay: decision, protocol: 'Возражение рассмотрено, строка 12 о другом.' }),
    );
    await act(ngo, path, 'remark-protocol', () => ngo.fill('[name=text]', 'Слова о строке 12 записаны не полностью.'));
    await act(executor, path, 'decide-remarks', async () => {
      await executor.check('[name=ruling][value=partly]');
      await executor.fill('[name=reason]', 'Слова о строке 12 дополнены, остальное записано верно.');
    });
    await act(executor, path, 'answer', () =>
      reply(executor, 'act_refusing', 'В субсидии отказано: курсы не входят в перечень.'),
    );
    await ngo.goto(path);
    expect(await ngo.textContent('#complaint')).toContain(textFor(lang).case.complaint.prepare);
  });
});

describe.skipIf(!hasBrowser)('the superior body', () => {
  it('decides a complaint about the silence of a body below it', async () => {
    const day: Day = '2026-04-06';
    app.at(day);
    const t = textFor('ru');
    const { prisma } = app.world.db;
    // The committee's registrar has no account of the demonstration: a password is given to one who would set it by letter.
    const registrarBelow = await prisma.membership.findFirstOrThrow({
      where: { role: 'registrar', body: { slug: 'social-inclusion' } },
    });
    const { passwordHash } = await prisma.person.findUniqueOrThrow({ where: { email: 'registrar@demo.kenes.kz' } });
    await prisma.person.update({
      where: { id: registrarBelow.personId },
      data: { email: 'below@demo.kenes.kz', passwordHash },
    });
    const ngo = await at('ngo', { scripts: false });
    const first = await filed(ngo, 'ru', 'social-inclusion', {
      subject: 'Кресло-коляска для центра',
      text: 'Просим выдать кресло-коляску по заявке центра.',
    });
    expect(await ngo.locator('#complaint').count()).toBe(0);
    app.at(addDays(day, 40));
    // The session ended meanwhile.
    await enter(ngo, 'ngo');
    await ngo.goto(first);
    expect(await ngo.textContent('#complaint')).toContain(t.case.complaint.overdue);
    await ngo.click('#complaint a[href*="kind=complaint"]');
    await ngo.waitForURL(/origin=/);
    await fill(ngo, { subject: 'Жалоба на молчание', text: 'Ответа нет, срок прошёл. Просим обязать ответить.' });
    await ngo.selectOption('[name=language]', 'ru');
    await sendAppeal(ngo);
    await ngo.waitForURL(/done=filed/);
    const complaint = new URL(ngo.url()).pathname;
    expect(complaint).not.toBe(first);

    const below = await at('below', { scripts: false });
    await act(below, complaint, 'accept');
    await act(below, complaint, 'redirect', async () => {
      const above = below.locator('[name=toBodyId] option', { hasText: 'социальной поддержки' }).first();
      await below.selectOption('[name=toBodyId]', (await above.getAttribute('value')) ?? '');
      await below.fill('[name=reason]', 'Жалоба с материалами передаётся вышестоящему органу.');
    });
    const { number } = await prisma.appeal.findFirstOrThrow({
      where: { body: { slug: 'social' }, kind: 'complaint' },
      orderBy: { number: 'desc' },
    });
    const passed = `/ru/appeals/${number}`;
    const registrar = await at('registrar', { scripts: false });
    await registrar.goto('/ru/desk?whose=nobody');
    await registrar.click(`main a[href$="${passed}"]`);
    await act(registrar, passed, 'accept');
    await assign(registrar, passed);
    const executor = await at('executor', { scripts: false });
    await act(executor, passed, 'answer', () =>
      reply(executor, 'perform_action', 'Жалоба удовлетворена: комитет обязан ответить в течение пяти дней.'),
    );
    await ngo.goto(passed);
    expect(await mainOf(ngo)).toContain('комитет обязан ответить');
    await app.post();
    await ngo.goto('/ru/letters');
    expect(await mainOf(ngo)).toContain(number);
  });
});

describe.skipIf(!hasBrowser)('the administrator', () => {
  it.each([true, false])('makes a body, brings its people and names who signs for it, scripts: %s', async (scripts) => {
    app.at(scripts ? '2026-06-01' : '2026-06-08');
    const t = textFor('ru');
    const slug = scripts ? 'culture' : 'sport';
    const admin = await at('admin', { scripts });
    await admin.goto('/ru/admin/bodies');
    await admin.click('main a[href$="/admin/bodies/new"]');
    await admin.waitForURL(/\/new$/);
    const names = {
      nameKk: `Мәдениет министрлігі ${slug}`,
      nameRu: `Министерство ${slug}`,
      nameEn: `Ministry ${slug}`,
    };
    await fill(admin, { ...names, slug: 'social', address: 'Астана, Мәңгілік Ел, 8', workdayEnd: '18:30' });
    await send(admin);
    await admin.waitForSelector('#errors, #refusal');
    expect(await admin.inputValue('[name=nameRu]'), 'a name that is taken costs no word').toBe(names.nameRu);
    await admin.fill('[name=slug]', slug);
    await send(admin);
    await admin.waitForURL(/done=added/);
    for (const role of ['registrar', 'approver']) {
      await fill(admin, { email: `${role}-${slug}@demo.kenes.kz`, post: 'Бас маман' });
      await admin.check(`[name=role][value=${role}]`);
      await admin.click('main form:has([name=email]) button[type=submit]');
      await admin.waitForSelector('#hand-over');
      const link = await admin.inputValue('#hand-over');
      const newcomer = await at(null, { scripts });
      await newcomer.goto(new URL(link).pathname);
      await fill(newcomer, { name: `Әлия ${slug}`, password: DEMO_PASSWORD });
      await send(newcomer);
      await newcomer.waitForURL((url) => !url.pathname.includes('/invitation/'));
      await newcomer.goto('/ru/desk');
      expect(await newcomer.textContent('h1')).toBe(t.desk.title);
      await newcomer.goto(link);
      expect(await mainOf(newcomer), 'an invitation is taken once').toContain(t.accounts.invitation.spentWhy);
    }
    await admin.goto(`/ru/admin/bodies/${slug}`);
    await admin.selectOption('[name=firstId]', { index: 1 });
    await admin.click('#first-head button[type=submit]');
    await admin.waitForURL(/done=head/);

    const ngo = await at('ngo', { scripts });
    const path = await filed(ngo, 'ru', slug, {
      subject: `Дом культуры ${slug}`,
      text: 'Просим открыть дом культуры.',
    });
    const registrar = await at(`registrar-${slug}`, { scripts });
    await act(registrar, path, 'accept');
    const head = await at(`approver-${slug}`, { scripts });
    await act(head, path, 'answer', () => reply(head, 'act_favourable', 'Дом культуры откроют в этом году.'));
  });
});
