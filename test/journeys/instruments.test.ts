// The questionnaires' own pages in a real browser: the secretary writes one with and without scripts, the administrator publishes it, and
// everyone reads it; no page has a fault that axe knows, complains, or goes beyond 320 pixels.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, startBrowser } from '../help/browser';
import { LOCALES } from '../../app/text';
import { startClockedApp, type ClockedApp } from '../help/clocked-app';
import { faultsOfPages } from '../help/faults';
import { enter, openVisit } from '../help/visit';

const LIST = '/ru/councils/social-council/instruments';
let app: ClockedApp;
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  [app, browser] = await Promise.all([startClockedApp('2026-11-24', 'country'), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
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

describe.skipIf(!hasBrowser)('a questionnaire', () => {
  it.each([true, false])('is written and published, scripts: %s', async (scripts) => {
    const secretary = await openVisit(browser, app.url, { scripts });
    await enter(secretary.page, 'secretary');
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
    await enter(administrator.page, 'admin');
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
    await enter(visit.page, 'secretary');
    const draft = await begins(visit.page, { from: 'guide:yearly', nameEn: 'By keyboard' });
    await visit.page.goto(`/ru${draft}/preview`);
    await visit.page.focus('#trust');
    for (let n = 0; n < 7; n += 1) await visit.page.keyboard.press('ArrowRight');
    expect(await visit.page.inputValue('[name=trust]:checked')).toBe('7');
    await visit.close();
  });

  it('has no page with a fault, in three languages', async () => {
    const { page, close } = await openVisit(browser, app.url);
    await enter(page, 'secretary');
    const draft = await begins(page, { from: 'guide:yearly', nameEn: 'Faults' });
    await page.goto(`/ru${draft}`);
    await page.click('#scales button');
    await page.waitForURL(/\/scales\//);
    const scale = new URL(page.url()).pathname.replace(/^\/ru/, '');
    await close();
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
      '/guide/surveys',
      '/guide/surveys/yearly',
    ];
    const wrong: string[] = [];
    for (const lang of LOCALES)
      wrong.push(
        ...(await faultsOfPages({ browser, url: app.url, lang, who: 'secretary' }, [
          ...paths,
          `${draft}/preview?lang=${lang}&direction=body_to_ngo`,
        ])),
      );
    // A preview in another language than the page around it.
    wrong.push(
      ...(await faultsOfPages({ browser, url: app.url, lang: 'kk', who: 'secretary' }, [
        `${draft}/preview?lang=en&direction=body_to_ngo`,
      ])),
    );
    expect([...wrong, ...app.faults]).toEqual([]);
  });
});
