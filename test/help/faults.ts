// What is wrong with pages as one person sees them in a browser: what axe finds, what the browser complains about, and what goes beyond a
// narrow screen. For the journeys that look at every page of something.
import type { Browser, Page } from 'playwright-core';
import { faultsOf } from './browser';
import { enter, openVisit } from './visit';

/** By how many pixels the page is wider than its window. */
export const beyond = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));

/** Structure and colours do not depend on the language: they are judged once, in the wordiest. */
const JUDGED = 'kk';
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 900 };

/**
 * The faults of pages (paths without language) as `who` sees them in `lang`, each at 320 pixels in the dark and with everything opened: what
 * goes beyond the screen, and names that are missing; in one language all that axe knows, also wide and light. Every page answers 200, but those that `answers` names.
 */
export async function faultsOfPages(
  { browser, url, lang, who }: { browser: Browser; url: string; lang: string; who?: string },
  paths: readonly string[],
  answers: Record<string, number> = {},
): Promise<string[]> {
  const { page, complaints, close } = await openVisit(browser, url, { width: 320, dark: true });
  if (who) await enter(page, who);
  const wrong: string[] = [];
  const look = async (where: string, { words = false } = {}) =>
    wrong.push(...(await faultsOf(page, { words })).map((fault) => `${where}: ${fault}`));
  for (const path of paths) {
    const where = `/${lang}${path}${who ? ` as ${who}` : ''}`;
    const answer = await page.goto(`/${lang}${path}`);
    if (answer?.status() !== (answers[path] ?? 200)) wrong.push(`${where}: ${answer?.status()}`);
    if ((await page.getAttribute('html', 'lang')) !== lang) wrong.push(`${where}: not in ${lang}`);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => one.setAttribute('open', '')));
    const over = await beyond(page);
    if (over > 0) wrong.push(`${where}: ${over} pixels beyond 320`);
    await look(`${where}, dark and narrow`, { words: lang !== JUDGED });
    if (lang !== JUDGED) continue;
    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme: 'light' });
    await look(where);
    await page.setViewportSize(NARROW);
    await page.emulateMedia({ colorScheme: 'dark' });
  }
  wrong.push(...complaints.map((said) => `as ${who ?? 'nobody'} in ${lang}: ${said}`));
  await close();
  return wrong;
}
