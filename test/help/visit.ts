// One person at one browser, for the journeys: signs in by the page, and whatever the browser complains about is kept as a fault of ours.
import type { Browser, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../app/core/demo';

export type Visit = { page: Page; scripts: boolean; complaints: string[]; close(): Promise<void> };
export type Look = { scripts?: boolean; width?: number; dark?: boolean };

/** Longer than any page takes on a crowded machine, shorter than a test may last. */
const PATIENCE = 15_000;

/** A browser of its own on the site at `url`; what it complains about on the console is collected. */
export async function openVisit(
  browser: Browser,
  url: string,
  { scripts = true, width = 1280, dark = false }: Look = {},
): Promise<Visit> {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    baseURL: url,
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (4\d\d)/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, scripts, complaints, close: () => context.close() };
}

/** Signs in with the demonstration's account `who` by the page, in `lang`. */
export async function signIn(page: Page, who: string, lang = 'ru'): Promise<void> {
  await page.goto(`/${lang}/sign-in`);
  await page.fill('input[name=email]', `${who}@demo.kenes.kz`);
  await page.fill('input[name=password]', DEMO_PASSWORD);
  await page.click('form:has(input[name=password]) button[type=submit]');
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
}

/** The demonstration's account `who` is signed in, without a look at the page of signing in: for journeys about something else. */
export async function enter(page: Page, who: string): Promise<void> {
  const form = { email: `${who}@demo.kenes.kz`, password: DEMO_PASSWORD };
  const answer = await page.request.post('/ru/sign-in', { form, headers: SAME_SITE, maxRedirects: 0 });
  if (answer.status() !== 303 && answer.status() !== 302)
    throw new Error(`${who} could not sign in: ${answer.status()}`);
}
const SAME_SITE = { 'sec-fetch-site': 'same-origin' };

/** Signs in on the page to which a form was sent on whose session had ended; comes back to the form's own page. */
export async function signInAgain(page: Page, who: string): Promise<void> {
  await page.waitForURL(/\/sign-in\/form\?to=/);
  await page.fill('form:has([type=password]) [name=email]', `${who}@demo.kenes.kz`);
  await page.fill('[name=password][type=password]', DEMO_PASSWORD);
  await page.click('form:has([type=password]) button[type=submit]:not([name])');
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
}

/** Sends the filing form; where similar earlier cases are shown first, sends it all the same. */
export async function sendAppeal(page: Page): Promise<void> {
  const send = 'form:has([name=subject]) button[type=submit]:not([name])';
  await page.click(send);
  await page.locator('#similar, #ticket').first().waitFor();
  if ((await page.locator('#similar').count()) > 0) await page.click(send);
}
