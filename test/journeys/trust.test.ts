// A trust survey as its people meet it in a real browser: the administrator plans a wave, an NGO and an official take their rights and
// answer, with scripts and without, in three languages; a council asks a question of its own; afterwards receipts are checked. Nobody's
// session is read where answers are given.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castAnswer } from '../../app/commands/waves/cast';
import { takeRightWithoutScripts } from '../../app/commands/waves/take-right';
import { addDays, type Day } from '../../app/core/day';
import { textFor } from '../../app/text';
import { survey } from '../../workers/survey';
import { faultsOf, hasBrowser, startBrowser } from '../help/browser';
import { startClockedApp, type ClockedApp } from '../help/clocked-app';
import { beyond } from '../help/faults';
import { must } from '../help/rounds';
import { enter, openVisit } from '../help/visit';
import { weightOf } from '../help/weight';

let app: ClockedApp;
let browser: Browser;
const DAY: Day = '2026-11-24';
beforeAll(async () => {
  if (!hasBrowser) return;
  [app, browser] = await Promise.all([startClockedApp(DAY, 'country'), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
const work = () => survey(app.world, new AbortController().signal);

describe.skipIf(!hasBrowser)('a wave', () => {
  it('is planned, answered with scripts and without, in three languages, and its receipts are found', async () => {
    const admin = await openVisit(browser, app.url);
    await enter(admin.page, 'admin');
    const say = textFor('en');
    await admin.page.goto('/en/trust/waves/new');
    await admin.page.selectOption('[name=instrument]', 'yearly');
    for (const [name, title] of [
      ['titleKk', 'Жылдық толқын'],
      ['titleRu', 'Ежегодная волна'],
      ['titleEn', 'Yearly wave'],
    ] as const)
      await admin.page.fill(`[name=${name}]`, title);
    await admin.page.fill('[name=opensDay]', addDays(DAY, 1));
    await admin.page.fill('[name=closesDay]', addDays(DAY, 20));
    await admin.page.getByRole('button', { name: say.waves.plan.button }).click();
    await admin.page.waitForURL(/\/en\/trust\/waves\/W-/);

    app.at(addDays(DAY, 1));
    await work();
    await app.post();

    // The page weighs little, in every language, for whoever comes for the first time; axe knows no fault of it, dark and at 320 pixels.
    const narrow = await openVisit(browser, app.url, { width: 320, dark: true });
    const { id: panelId } = await app.world.db.prisma.panel.findFirstOrThrow({
      where: { wave: { occasion: 'yearly', phase: 'opened' } },
      select: { id: true },
    });
    for (const locale of ['kk', 'ru', 'en']) {
      const weight = await weightOf(browser, `${app.url}/${locale}/trust/answer/${panelId}`);
      expect(weight.get('html')).toBeGreaterThan(1_000);
      expect(
        [...weight.values()].reduce((sum, bytes) => sum + bytes, 0),
        locale,
      ).toBeLessThan(60_000);
      await narrow.page.goto(`/${locale}/trust/answer/${panelId}`);
      expect(await faultsOf(narrow.page), locale).toEqual([]);
      expect(await beyond(narrow.page), locale).toBe(0);
    }

    // The NGO, in Kazakh, with scripts: the browser makes the credential.
    const kk = textFor('kk').answering;
    const ngo = await openVisit(browser, app.url, { width: 320 });
    await enter(ngo.page, 'ngo');
    await ngo.page.goto('/kk/trust/rights');
    await ngo.page.getByRole('link', { name: 'Жылдық толқын' }).first().click();
    await ngo.page.waitForURL(/\/trust\/take\//);
    const takeAddress = ngo.page.url();
    expect(await faultsOf(ngo.page)).toEqual([]);
    expect(await beyond(ngo.page)).toBe(0);
    await ngo.page.getByRole('button', { name: kk.take.button }).click();
    await ngo.page.waitForURL(/\/trust\/answer\//);
    expect(await ngo.page.inputValue('[name=credential]')).toMatch(/^[\w-]{400,}$/);
    expect(await ngo.page.getByText(kk.answer.without).isVisible()).toBe(false);
    // What is missing is told, and what was answered stays.
    await ngo.page.check('[name=contact_frequency][value=every_month]');
    await ngo.page.getByRole('button', { name: kk.answer.send }).click();
    expect(await ngo.page.locator('.error-summary').textContent()).toBeTruthy();
    expect(await ngo.page.isChecked('[name=contact_frequency][value=every_month]')).toBe(true);
    await ngo.page.check('[name=trust][value="7"]');
    await ngo.page.getByRole('button', { name: kk.answer.send }).click();
    expect(await ngo.page.textContent('h1')).toBe(kk.counted.title);
    const receipts = [await ngo.page.inputValue('#receipt')];
    expect(receipts[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(
      await ngo.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kenes.credential.'))),
    ).toEqual([]);
    await ngo.page.goto(takeAddress);
    expect(await ngo.page.textContent('main')).toContain(kk.take.taken);

    // An official, in Russian, without scripts: the server makes it, shows it once, and asks for nothing more.
    const ru = textFor('ru').answering;
    const official = await openVisit(browser, app.url, { scripts: false });
    await enter(official.page, 'registrar');
    await official.page.goto('/ru/trust/rights');
    await official.page.getByRole('link', { name: 'Ежегодная волна' }).first().click();
    expect(await official.page.textContent('main')).toContain(ru.take.withoutText);
    await official.page.getByRole('button', { name: ru.take.button }).click();
    expect(await official.page.textContent('h1')).toBe(ru.take.made);
    const credential = await official.page.inputValue('#credential');
    const seenBefore = await lastSeen();
    await official.page.getByRole('button', { name: ru.take.begin }).click();
    expect(await official.page.inputValue('[name=credential]')).toBe(credential);
    await official.page.check('[name=trust][value="4"]');
    await official.page.getByRole('button', { name: ru.answer.send }).click();
    expect(await official.page.textContent('h1')).toBe(ru.counted.title);
    receipts.push(await official.page.inputValue('#receipt'));
    expect(await lastSeen()).toEqual(seenBefore);

    // A second sending of the same credential is told so, and counts nothing.
    const { page: again } = await openVisit(browser, app.url, { scripts: false });
    await again.goto(official.page.url());
    await again.fill('[name=credential]', credential);
    await again.check('[name=trust][value="10"]');
    await again.getByRole('button', { name: ru.answer.send }).click();
    expect(await again.textContent('main')).toContain(ru.counted.before);

    app.at(addDays(DAY, 21));
    await work();
    const wave = await app.world.db.prisma.wave.findFirstOrThrow({
      where: { occasion: 'yearly', titleEn: 'Yearly wave' },
    });
    expect(wave.phase).toBe('counted');
    const found = await app.world.db.prisma.surveyReceipt.findMany({ where: { waveId: wave.id } });
    expect(found.map(({ hash }) => hash).sort()).toEqual(receipts.sort());
    for (const visit of [admin, narrow, ngo, official]) expect(visit.complaints).toEqual([]);
    expect(app.faults).toEqual([]);
  });

  it('of a council: its secretary writes the questions, its chair publishes them, NGOs answer beside a round, everyone reads what may be shown', async () => {
    const { prisma } = app.world.db;
    const [secretary, chair, ngo] = [
      await openVisit(browser, app.url, { scripts: false }),
      await openVisit(browser, app.url, { scripts: false }),
      await openVisit(browser, app.url, { width: 320 }),
    ];
    const { page } = secretary;
    await enter(page, 'secretary');
    await page.goto('/ru/councils/social-council/instruments');
    await page.selectOption('[name=from]', 'guide:draft_questions');
    const names = { nameKk: 'Саябақ туралы сұрақтар', nameRu: 'Вопросы о парке', nameEn: 'Park questions' };
    for (const [name, value] of Object.entries(names)) await page.fill(`[name=${name}]`, value);
    await page.click('#begin button[type=submit]');
    await page.selectOption('#kind-change', 'scale');
    await page.click('#change .part-add form:last-of-type button');
    for (const [lang, name, asked] of [
      ['kk', 'Саябақ', 'Саябақ ұйымыңызға қажет пе?'],
      ['ru', 'Парк', 'Нужен ли парк вашей организации?'],
      ['en', 'The park', 'Does your organisation need the park?'],
    ] as const) {
      await page.fill(`[name="${lang}.name"]`, name);
      await page.fill(`[name="${lang}.ngo_to_body"]`, asked);
    }
    await page.click('.form-actions button');
    await page.waitForURL(/\?done=kept/);
    const draft = new URL(page.url()).pathname;

    // The chair has no account of the demonstration: a password is given to one who would set it by letter.
    const { councilId } = await prisma.instrumentDraft.findUniqueOrThrow({ where: { id: draft.split('/').at(-1) } });
    const council = await prisma.council.findUniqueOrThrow({ where: { id: councilId ?? '' } });
    const { personId } = await prisma.membership.findFirstOrThrow({
      where: { councilId: council.id, role: 'council_chair' },
      orderBy: { since: 'desc' },
    });
    const { passwordHash } = await prisma.person.findUniqueOrThrow({ where: { email: 'secretary@demo.kenes.kz' } });
    await prisma.person.update({ where: { id: personId }, data: { email: 'chair@demo.kenes.kz', passwordHash } });
    await enter(chair.page, 'chair');
    await chair.page.goto(draft);
    await chair.page.fill('[name=reason]', 'Для обсуждения правил содержания парков.');
    await chair.page.click('#publication button[type=submit]');
    await chair.page.waitForURL(/done=published/);

    const { plan } = textFor('ru').waves;
    await page.goto('/ru/trust/waves/new?council=social-council');
    await page.selectOption('[name=instrument]', 'park_questions');
    const round = await page.locator('[name=roundId] option:not([value=""])').first().textContent();
    await page.selectOption('[name=roundId]', { label: round ?? '' });
    await page.check('[name=openness][value=open]');
    await page.selectOption('[name=bodyIds]', council.bodyId);
    // A form that is not whole keeps what was typed.
    await page.fill('[name=titleKk]', 'Жобаға сұрақтар');
    await page.getByRole('button', { name: plan.button }).click();
    expect(await page.inputValue('[name=titleKk]')).toBe('Жобаға сұрақтар');
    await page.fill('[name=titleRu]', 'Вопросы к проекту правил');
    await page.fill('[name=titleEn]', 'Questions on the draft');
    const closes = (await page.inputValue('[name=closesDay]')) as Day;
    await page.getByRole('button', { name: plan.button }).click();
    await page.waitForURL(/\/trust\/waves\/W-/);
    const wave = new URL(page.url()).pathname;
    app.at(addDays(app.today(), 1));
    await work();

    // A participant comes from the round's page to the wave, from there to the right, and answers.
    await enter(ngo.page, 'ngo');
    await ngo.page.goto(`/ru/rounds/${/R-[\d-]+/.exec(round ?? '')?.[0]}`);
    await ngo.page.locator(`a[href="${wave}"]`).click();
    const { trust: say, answering } = textFor('ru');
    expect(await ngo.page.textContent('main')).toContain(say.wave.sealed.title);
    await ngo.page.getByRole('link', { name: say.wave.sealed.rights }).click();
    await ngo.page.getByRole('link', { name: 'Вопросы к проекту правил' }).click();
    // Loaded: until its script runs, the button asks the server for the credential.
    await ngo.page.waitForURL(/\/trust\/take\//);
    await ngo.page.getByRole('button', { name: answering.take.button }).click();
    await ngo.page.waitForURL(/\/trust\/answer\//);
    const panelId = ngo.page.url().split('/').at(-1) ?? '';
    expect(await ngo.page.textContent('main')).toContain('Нужен ли парк вашей организации?');
    await ngo.page.check('[name=draft_needed][value="5"]');
    await ngo.page.check('[name=draft_effect][value=better]');
    await ngo.page.getByRole('button', { name: answering.answer.send }).click();
    const receipt = await ngo.page.inputValue('#receipt');
    const others = await prisma.membership.findMany({
      where: { role: 'representative', until: null, person: { email: { not: 'ngo@demo.kenes.kz' } } },
      include: { person: true },
      distinct: ['personId'],
      take: 11,
    });
    for (const { person, organisationId } of others) {
      const mandate = { role: 'representative', post: null, bodyId: null, organisationId, councilId: null } as const;
      const viewer = { ...person, personId: person.id, locale: 'ru', mandates: [mandate] } as const;
      const { credential } = await must(takeRightWithoutScripts(app.world, viewer, { panelId }));
      const sheet = { draft_needed: '4', draft_effect: 'worse' };
      await must(castAnswer(app.world, { panelId, credential, sheet }));
    }

    // Nobody reads anything before the count; then the whole is shown, and of the smaller groups why they are not.
    await page.goto(wave);
    expect(await page.locator('#response').count()).toBe(0);
    app.at(addDays(closes, 1));
    await work();
    await page.goto(wave);
    expect(await page.textContent('#response')).toContain(say.wave.response.open);
    expect(await page.textContent('#items')).toContain('Нужен ли парк вашей организации?');
    expect(await page.textContent('#response')).toMatch(/12\s*12\s*/);
    const words = app.world.guide.inForceOn(app.today()).texts.ru;
    // Of two groups, one alone and eleven others: the eleven would tell of the one.
    for (const why of ['small', 'complementary'])
      expect(await page.textContent('#tables')).toContain(words[`suppression.${why}.name`]);
    await ngo.page.goto(`${wave}/receipt`);
    await ngo.page.fill('[name=receipt]', receipt);
    await ngo.page.getByRole('button', { name: say.receipt.button }).click();
    expect(await ngo.page.textContent('main')).toContain(say.receipt.found);
    expect([secretary, chair, ngo].flatMap(({ complaints }) => complaints)).toEqual([]);
    expect(app.faults).toEqual([]);
  });
});

/** When sessions were last used, as the database says: what an answer must not change. */
const lastSeen = async () =>
  (await app.world.db.prisma.session.findMany({ orderBy: { id: 'asc' }, select: { seenAt: true } })).map(({ seenAt }) =>
    seenAt.toISOString(),
  );
