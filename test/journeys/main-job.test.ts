// The main job in a real browser, as each side meets it: an NGO files, the ministry accepts and answers, the applicant judges, the
// public reads why the day was the day. With scripts and without, on the app as it is started.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder, startApp, type RunningApp } from '../help/app';
import { faultsOf, hasBrowser, startBrowser } from '../help/browser';
import { openVisit, signIn, signInAgain, type Look, type Visit, sendAppeal } from '../help/visit';

const folder = scratchFolder();
let app: RunningApp;
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  app = await startApp({ DATA_DIR: folder.dir, LOG_LEVEL: 'warn' });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.kill('SIGTERM');
  folder.remove();
});

const visit = (look?: Look): Promise<Visit> => openVisit(browser, app.url, look);

/** Fills and sends the filing form; resolves to the case's number. */
async function file(page: Page, lang: string, subject: string): Promise<string> {
  await page.goto(`/${lang}/appeals/new?kind=application&body=social`);
  await page.fill('[name=subject]', subject);
  await page.fill('[name=text]', 'Просим установить пандус у входа, назвать ответственное подразделение и срок работ.');
  await page.selectOption('[name=language]', 'ru');
  await page.setInputFiles('input[type=file]', {
    name: 'Қосымша.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('План входа, 3 пункта'),
  });
  await sendAppeal(page);
  await page.waitForURL(/\/appeals\/\d{4}-\d+/);
  return /\/appeals\/(\d{4}-\d+)/.exec(page.url())?.[1] ?? '';
}

async function act(
  page: Page,
  lang: string,
  number: string,
  name: string,
  fill?: (page: Page) => Promise<void>,
): Promise<void> {
  await page.goto(`/${lang}/appeals/${number}/${name}`);
  await fill?.(page);
  await page.click('main form button[type=submit]');
  await page.waitForURL((url) => url.pathname.endsWith(`/appeals/${number}`));
}

async function answer(page: Page): Promise<void> {
  await page.check('input[name=outcome] >> nth=0');
  await page.selectOption('[name=language]', 'ru');
  await page.fill(
    '[name=text]',
    'Ваше обращение рассмотрено: работы включены в план, пандус будет установлен до конца квартала.',
  );
  for (const part of await page.locator('[name^="requirements."]').all())
    await part.fill('Указано в акте осмотра и плане работ.');
}

describe.skipIf(!hasBrowser).each([
  { scripts: true, lang: 'ru' },
  { scripts: false, lang: 'kk' },
])('the main job, scripts $scripts, in $lang', ({ scripts, lang }) => {
  it('an NGO files, the ministry accepts, assigns and answers, the applicant judges, the public reads all of it', async () => {
    const ngo = await visit({ scripts });
    await signIn(ngo.page, 'ngo-ru', lang);
    const subject = `Пандус у входа ${lang} ${scripts ? 1 : 0}`;
    const number = await file(ngo.page, lang, subject);
    expect(number).toMatch(/^\d{4}-\d{6}$/);
    expect(await ngo.page.textContent('main')).toContain('Қосымша.txt');

    const registrar = await visit({ scripts });
    await signIn(registrar.page, 'registrar', lang);
    await registrar.page.goto(`/${lang}/desk`);
    await act(registrar.page, lang, number, 'accept');
    await act(registrar.page, lang, number, 'assign', async (page) => {
      const option = page.locator('[name=officialId] option', { hasText: 'Дәурен' });
      if (await option.count())
        await page.selectOption('[name=officialId]', (await option.first().getAttribute('value')) ?? '');
      else await page.getByLabel(/Дәурен/).check();
    });

    const executor = await visit({ scripts });
    await signIn(executor.page, 'executor', lang);
    await executor.page.goto(`/${lang}/desk`);
    expect(await executor.page.textContent('main')).toContain(number);
    await act(executor.page, lang, number, 'answer', answer);

    await ngo.page.goto(`/${lang}/today`);
    expect(await ngo.page.textContent('main')).toContain(subject);
    await act(ngo.page, lang, number, 'judge', (page) => page.check('input[name=verdict][value=partly]'));

    const reader = await visit({ scripts });
    await reader.page.goto(`/${lang}/appeals/${number}`);
    const thread = (await reader.page.textContent('main')) ?? '';
    for (const part of [subject, 'Мадина Оспанова', 'Дәурен Жұмабай', 'пандус будет установлен'])
      expect(thread).toContain(part);
    const [download] = await Promise.all([
      reader.page.waitForEvent('download'),
      reader.page.click('a[href*="/files/"]'),
    ]);
    expect(download.suggestedFilename()).toBe('Қосымша.txt');

    for (const { complaints, close } of [ngo, registrar, executor, reader]) {
      expect(complaints).toEqual([]);
      await close();
    }
  });

  it('a reply without its lawful parts is refused with the article, and nothing typed is lost', async () => {
    const ngo = await visit({ scripts });
    await signIn(ngo.page, 'ngo-ru', lang);
    const number = await file(ngo.page, lang, 'Вход без порога');
    const executor = await visit({ scripts });
    await signIn(executor.page, 'executor', lang);
    const { page } = executor;
    await page.goto(`/${lang}/appeals/${number}/answer`);
    await page.check('input[name=outcome] >> nth=0');
    await page.fill('[name=text]', 'Ответ, в котором нет того, чего требует закон.');
    await page
      .evaluate(() => document.querySelectorAll('form').forEach((form) => form.setAttribute('novalidate', '')))
      .catch(() => {});
    await page.click('main form button[type=submit]');
    await page.waitForLoadState();
    expect(page.url()).toContain(`/${number}/answer`);
    expect(await page.inputValue('[name=text]')).toBe('Ответ, в котором нет того, чего требует закон.');
    if (!scripts) return;
    expect(await page.textContent('main')).toMatch(/АППК|ӘРПК/);
    await Promise.all([ngo.close(), executor.close()]);
  });

  it('a session that ends while an appeal or an answer is typed costs a sign-in, and not a word', async () => {
    const send = 'form:has([name=text]) button[type=submit]:not([name])';
    const ngo = await visit({ scripts });
    await signIn(ngo.page, 'ngo-ru', lang);
    await ngo.page.goto(`/${lang}/appeals/new?kind=message&body=social`);
    const [subject, text] = ['Расписание автобусов', 'Просим вернуть рейс.\n\n1. Утром «в 7:30».\n2. Вечером & ночью.'];
    await ngo.page.fill('[name=subject]', subject);
    await ngo.page.fill('[name=text]', text);
    await ngo.page.selectOption('[name=language]', 'ru');
    await ngo.page.check('[name=nameHidden]');
    await ngo.page.setInputFiles('input[type=file]', {
      name: 'план.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('план'),
    });
    await interruptedBy(ngo, 'ngo-ru', send);
    expect(ngo.page.url()).toMatch(/\/appeals\/new\?kind=message&body=social$/);
    expect(await ngo.page.inputValue('[name=subject]')).toBe(subject);
    expect(await ngo.page.inputValue('[name=text]')).toBe(text);
    expect(await ngo.page.isChecked('[name=nameHidden]')).toBe(true);
    await sendAppeal(ngo.page);
    await ngo.page.waitForURL(/\/appeals\/\d{4}-\d+\?done=filed/);
    const number = /\/appeals\/(\d{4}-\d+)/.exec(ngo.page.url())?.[1] ?? '';

    const executor = await visit({ scripts });
    await signIn(executor.page, 'executor', lang);
    await executor.page.goto(`/${lang}/appeals/${number}/answer`);
    await answer(executor.page);
    const typed = await executor.page.inputValue('[name=text]');
    const parts = await executor.page.locator('[name^="requirements."]').count();
    await interruptedBy(executor, 'executor', send);
    expect(executor.page.url()).toMatch(new RegExp(`/appeals/${number}/answer$`));
    expect(await executor.page.inputValue('[name=text]')).toBe(typed);
    expect(await executor.page.locator('[name^="requirements."]').count()).toBe(parts);
    for (const part of await executor.page.locator('[name^="requirements."]').all())
      expect(await part.inputValue()).toBe('Указано в акте осмотра и плане работ.');
    await executor.page.click(send);
    await executor.page.waitForURL(/\?done=answer/);
    for (const { complaints, close } of [ngo, executor]) {
      expect(complaints).toEqual([]);
      await close();
    }
  });
});

/** The session is gone when the form is sent; the page that comes instead is faultless, and signs in. */
async function interruptedBy({ page, scripts }: Visit, who: string, send: string): Promise<void> {
  await page.context().clearCookies();
  await page.click(send);
  await page.waitForURL(/\/sign-in\/form\?to=/);
  // axe waits for itself, which a page without scripts never does.
  if (scripts) expect(await faultsOf(page)).toEqual([]);
  await signInAgain(page, who);
}

describe.skipIf(!hasBrowser)('a keyboard alone', () => {
  it('reaches the content by the skip link and every control shows where it stands', async () => {
    const { page, close } = await visit();
    await page.goto('/ru');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement as Element);
      return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    });
    expect(outline).toBe(true);
    await close();
  });
});
