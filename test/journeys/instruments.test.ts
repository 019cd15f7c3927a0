// The questionnaires' own pages in a real browser: the secretary writes one with and without scripts, the administrator publishes it, and
// everyone reads it; no page has a fault that axe knows, complains, or goes beyond 320 pixels.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder, startApp, type RunningApp } from '../help/app';
import { faultsOf, hasBrowser, startBrowser } from '../help/browser';
import { openVisit, signIn, type Visit } from '../help/visit';

const folder = scratchFolder();
const LIST = '/ru/councils/social-council/instruments';
let app: RunningApp;
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  [app, browser] = await Promise.all([startApp({ DATA_DIR: folder.dir, LOG_LEVEL: 'warn' }), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.kill('SIGTERM');
  folder.remove();
});

/** Begins a draft by the page's form; its address without language. */
async function begins(page: Page, { from, nameEn }: { from: string; nameEn: string }): Promise<string> {
  await page.goto(LIST);
  await page.selectOption('[name=from]', from);
  await page.fill('[name=nameKk]', 'Саябақтар туралы');
  await page.fill('[name=nameRu]', 'О парках');
  await page.fill('[name=nameEn]', nameEn);
  await page.click('#begin button[type=submit]');
  await page.waitForURL(/\/instruments\/[0-9a-f-]{36}\?done=begun/);
  return new URL(page.url()).pathname.replace(/^\/ru/, '');
}

/** What is wrong with a page: by axe, and beyond a narrow screen. */
async function wrongOn(visit: Visit, address: string, width: number): Promise<string[]> {
  await visit.page.goto(address);
  const beyond = await visit.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...(await faultsOf(visit.page)).map((fault) => `${address}, ${width}: ${fault}`),
    ...(beyond > 0 ? [`${address}, ${width}: ${beyond} pixels beyond`] : []),
  ];
}

describe.skipIf(!hasBrowser)('a questionnaire', () => {
  it.each([true, false])('is written and published, scripts: %s', async (scripts) => {
    const secretary = await openVisit(browser, app.url, { scripts });
    await signIn(secretary.page, 'secretary');
    const { page } = secretary;
    const draft = await begins(page, { from: 'guide:draft_questions', nameEn: `Scripts ${scripts}` });
    await page.selectOption('#kind-change', 'choice');
    await page.click('#change .part-add form:last-of-type button');
    await page.waitForURL(/\/items\/q_/);
    const words = { kk: 'Саябақ', ru: 'Парк', en: 'Park' };
    for (const [lang, word] of Object.entries(words)) {
      await page.fill(`[name="${lang}.name"]`, word);
      await page.fill(`[name="${lang}.ngo_to_body"]`, `${word}?`);
      await page.fill(`[name="${lang}.part.a1"]`, `${word} 1`);
    }
    await page.click('button[name=more]');
    await page.waitForURL(/done=kept/);
    expect(await page.inputValue('[name="ru.part.a1"]')).toBe('Парк 1');
    expect(await page.locator('[name=parts]').count()).toBe(3);
    for (const [lang, word] of Object.entries(words))
      for (const part of ['a2', 'a3']) await page.fill(`[name="${lang}.part.${part}"]`, `${word} ${part.slice(1)}`);
    await page.click('.form-actions button');
    await page.waitForURL(/\?done=kept/);
    expect(await page.textContent('#check')).toContain('Публикации ничто не мешает');
    // What is conditional is hidden until its answer is given, where scripts run; without them it says so.
    await page.goto(`/ru${draft}/preview`);
    const worse = page.locator('[name=draft_worse]');
    expect(await worse.isVisible()).toBe(!scripts);
    await page.check('[name=draft_effect][value=worse]');
    expect(await worse.isVisible()).toBe(true);
    const administrator = await openVisit(browser, app.url, { scripts });
    await signIn(administrator.page, 'admin');
    await administrator.page.goto(`/ru${draft}`);
    await administrator.page.fill('[name=reason]', 'Для раунда о парках.');
    await administrator.page.click('#publication button[type=submit]');
    await administrator.page.waitForURL(/done=published/);
    await page.goto('/ru/guide/surveys');
    expect(await page.textContent('#published')).toContain('Для раунда о парках.');
    expect([...secretary.complaints, ...administrator.complaints]).toEqual([]);
    await Promise.all([secretary.close(), administrator.close()]);
  });

  it('a scale is answered by keyboard, one point after another', async () => {
    const visit = await openVisit(browser, app.url);
    await signIn(visit.page, 'secretary');
    const draft = await begins(visit.page, { from: 'guide:yearly', nameEn: 'By keyboard' });
    await visit.page.goto(`/ru${draft}/preview`);
    await visit.page.focus('#trust');
    for (let n = 0; n < 7; n += 1) await visit.page.keyboard.press('ArrowRight');
    expect(await visit.page.inputValue('[name=trust]:checked')).toBe('7');
    await visit.close();
  });

  it.each(['kk', 'ru', 'en'])('has no page with a fault, in %s', async (lang) => {
    const [wide, narrow] = await Promise.all([
      openVisit(browser, app.url),
      openVisit(browser, app.url, { width: 320, dark: true }),
    ]);
    for (const { page } of [wide, narrow]) await signIn(page, 'secretary', lang);
    const draft = await begins(wide.page, { from: 'guide:yearly', nameEn: `Faults ${lang}` });
    await wide.page.goto(`/ru${draft}`);
    await wide.page.click('#scales button');
    await wide.page.waitForURL(/\/scales\//);
    const scale = new URL(wide.page.url()).pathname.replace(/^\/ru/, '');
    const paths = [
      '/councils/social-council/instruments',
      draft,
      `${draft}/settings`,
      `${draft}/pages/situations`,
      `${draft}/items/trust`,
      `${draft}/items/improve`,
      `${draft}/items/channels`,
      `${draft}/items/comment`,
      scale,
      ...['kk', 'ru', 'en'].map((spoken) => `${draft}/preview?lang=${spoken}&direction=body_to_ngo`),
      '/guide/surveys',
      '/guide/surveys/yearly',
    ];
    const wrong: string[] = [];
    for (const path of paths) {
      wrong.push(...(await wrongOn(wide, `/${lang}${path}`, 1280)));
      wrong.push(...(await wrongOn(narrow, `/${lang}${path}`, 320)));
    }
    expect(wrong).toEqual([]);
    expect([...wide.complaints, ...narrow.complaints]).toEqual([]);
    await Promise.all([wide.close(), narrow.close()]);
  });
});
