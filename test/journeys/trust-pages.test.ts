// Every page about results of trust surveys as people see it in a browser: no fault that axe knows,
// nothing beyond 320 pixels, in three languages, light and dark; without scripts another question is chosen and a receipt checked.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES, textFor } from '../../app/text';
import type { Viewer } from '../../app/core/viewer';
import { leaning } from '../help/answers';
import { hasBrowser, startBrowser } from '../help/browser';
import { startClockedApp, type ClockedApp } from '../help/clocked-app';
import { countedWave, type Asked } from '../help/counted-wave';
import { faultsOfPages } from '../help/faults';
import { openVisit } from '../help/visit';

const RECEIPT = 'beef'.padEnd(64, '7');
let app: ClockedApp;
let browser: Browser;
let wave: string;

beforeAll(async () => {
  if (!hasBrowser) return;
  [app, browser] = await Promise.all([startClockedApp('2026-11-24'), startBrowser()]);
  const { prisma } = app.world.db;
  const person = await prisma.person.findFirstOrThrow({ where: { email: 'admin@demo.kenes.kz' } });
  const administrator: Viewer = {
    ...{ personId: person.id, name: person.name, email: person.email, locale: 'ru' },
    mandates: [{ role: 'administrator', post: null, bodyId: null, organisationId: null }],
  };
  const bodies = await prisma.body.findMany({ orderBy: { slug: 'asc' }, select: { id: true, slug: true } });
  const asked = (more: number): Asked[] =>
    bodies.flatMap(({ id: bodyId, slug }, at) => {
      // Every kind of cell: none, pooled, internal only, hidden for another's sake, public.
      const n = slug === 'social' ? 8 : ([0, 3, 7, 12, 25, 40][at % 6] ?? 0) + more;
      const truth = (lean: number) => ({ points: leaning(lean), dontKnow: 0.06, alike: 0.7 });
      return [
        { bodyId, direction: 'ngo_to_body', n, invited: 2 * n + 1, truth: truth(0.4 + (at % 5) / 16) },
        { bodyId, direction: 'body_to_ngo', n: n + 2, invited: n + 4, truth: truth(0.5) },
      ] satisfies Asked[];
    });
  const plan = { administrator, receipts: [RECEIPT] };
  const titles = (year: string) => ({
    ...{ titleKk: `Жылдық толқын, ${year}`, titleRu: `Ежегодная волна, ${year}`, titleEn: `Yearly wave, ${year}` },
  });
  await countedWave(app, {
    ...{ ...plan, instrument: 'yearly', titles: titles('2026'), seed: 1, asked: asked(0) },
    ...{ opensDay: '2026-12-01', closesDay: '2026-12-20' },
  });
  await countedWave(app, {
    ...{ ...plan, instrument: 'after_case', titles: titles('2027-Q1'), seed: 900, asked: asked(2) },
    ...{ opensDay: '2027-03-01', closesDay: '2027-03-20' },
  });
  wave = await countedWave(app, {
    ...{ ...plan, instrument: 'yearly', titles: titles('2027'), seed: 2000, asked: asked(4) },
    ...{ opensDay: '2027-12-01', closesDay: '2027-12-20' },
  });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

/** The pages that everybody reads. */
const pages = () => [
  '/trust',
  `/trust/waves/${wave}`,
  `/trust/waves/${wave}/receipt`,
  '/trust/method',
  '/bodies/social/trust',
];

describe.skipIf(!hasBrowser).each(LOCALES)('the results of surveys in %s', (lang) => {
  it('have no fault that axe knows and fit 320 pixels, light and dark, with every question opened', async () => {
    const site = { browser, url: app.url, lang };
    expect([
      ...(await faultsOfPages(site, pages())),
      ...(await faultsOfPages({ ...site, who: 'head' }, ['/bodies/social/trust/own'])),
      ...app.faults,
    ]).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)('without scripts', () => {
  it('another question is chosen for the tables by keyboard', async () => {
    const { page, close } = await openVisit(browser, app.url, { scripts: false });
    const say = textFor('en').trust.wave.tables;
    await page.goto(`/en/trust/waves/${wave}`);
    await page.getByLabel(say.item, { exact: true }).selectOption('fairness_heard');
    await page.getByRole('button', { name: say.show }).press('Enter');
    await page.waitForURL(/item=fairness_heard/);
    expect(await page.getByRole('table', { name: /^Being heard\. By level/ }).count()).toBe(1);
    await close();
  });

  it('a receipt is checked, and stands in no address', async () => {
    const { page, close } = await openVisit(browser, app.url, { scripts: false });
    const say = textFor('kk').trust.receipt;
    await page.goto(`/kk/trust/waves/${wave}/receipt`);
    await page.getByLabel(say.field).fill(RECEIPT);
    await page.getByRole('button', { name: say.button }).click();
    await page.getByText(say.found).waitFor();
    expect(page.url()).not.toContain(RECEIPT);
    await close();
  });

  it('the pages are there within a second of work', async () => {
    for (const path of pages()) {
      const begun = process.cpuUsage();
      const answer = await fetch(`${app.url}/ru${path}`, { headers: { cookie: 'none=1' } });
      await answer.text();
      expect(process.cpuUsage(begun).user / 1e6, path).toBeLessThan(1);
    }
  });
});
