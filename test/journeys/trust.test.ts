// A trust survey as its people meet it in a real browser: the administrator plans a wave, an NGO and an official take their rights and
// answer, with scripts and without, in three languages; a council asks a question of its own; afterwards receipts are checked. Nobody's
// session is read where answers are given.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../app/core/day';
import { textFor } from '../../app/text';
import { survey } from '../../workers/survey';
import { hasBrowser, startBrowser } from '../help/browser';
import { startClockedApp, type ClockedApp } from '../help/clocked-app';
import { openVisit, signIn } from '../help/visit';
import { weightOf } from '../help/weight';

let app: ClockedApp;
let browser: Browser;
const DAY: Day = '2026-07-06';
beforeAll(async () => {
  if (!hasBrowser) return;
  [app, browser] = await Promise.all([startClockedApp(DAY, 'country'), startBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
const work = () => survey(app.world, new AbortController().signal);

describe.skipIf(!hasBrowser)('a wave', () => {
  it('is planned, answered with scripts and without, in three languages, and its receipts are found', async () => {
    const admin = await openVisit(browser, app.url);
    await signIn(admin.page, 'admin', 'en');
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

    // The page weighs little, in every language, for whoever comes for the first time.
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
    }

    // The NGO, in Kazakh, with scripts: the browser makes the credential.
    const kk = textFor('kk').answering;
    const ngo = await openVisit(browser, app.url, { width: 320 });
    await signIn(ngo.page, 'ngo', 'kk');
    await ngo.page.goto('/kk/trust/rights');
    await ngo.page.getByRole('link', { name: 'Жылдық толқын' }).first().click();
    const takeAddress = ngo.page.url();
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
    await signIn(official.page, 'registrar', 'ru');
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
    for (const visit of [admin, ngo, official]) expect(visit.complaints).toEqual([]);
    expect(app.faults).toEqual([]);
  });

  it('of a council belongs to a round, and stands on its page', async () => {
    const { page, complaints } = await openVisit(browser, app.url, { scripts: false });
    await signIn(page, 'secretary', 'ru');
    const { plan } = textFor('ru').waves;
    await page.goto('/ru/trust/waves/new?council=social-council');
    await page.selectOption('[name=instrument]', 'draft_questions');
    const round = await page.locator('[name=roundId] option:not([value=""])').first().textContent();
    await page.selectOption('[name=roundId]', { label: round ?? '' });
    // A form that is not whole keeps what was typed.
    await page.fill('[name=titleKk]', 'Жобаға сұрақтар');
    await page.getByRole('button', { name: plan.button }).click();
    expect(await page.inputValue('[name=titleKk]')).toBe('Жобаға сұрақтар');
    await page.fill('[name=titleRu]', 'Вопросы к проекту правил');
    await page.fill('[name=titleEn]', 'Questions on the draft');
    await page.getByRole('button', { name: plan.button }).click();
    await page.waitForURL(/\/trust\/waves\/W-/);
    await page.goto(`/ru/rounds/${/R-[\d-]+/.exec(round ?? '')?.[0]}`);
    const link = page
      .locator('#questions')
      .locator('xpath=ancestor-or-self::section')
      .getByRole('link', { name: 'Вопросы к проекту правил' });
    expect(await link.getAttribute('href')).toMatch(/\/ru\/trust\/waves\/W-/);
    expect(complaints).toEqual([]);
  });
});

/** When sessions were last used, as the database says: what an answer must not change. */
const lastSeen = async () =>
  (await app.world.db.prisma.session.findMany({ orderBy: { id: 'asc' }, select: { seenAt: true } })).map(({ seenAt }) =>
    seenAt.toISOString(),
  );
