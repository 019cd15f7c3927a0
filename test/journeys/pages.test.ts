// The pages of appeals, bodies, councils, the guide, accounts and the administration as whoever may open them sees them: no fault that axe
// knows, nothing beyond 320 pixels, in three languages, light and dark.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../app/text';
import { hasBrowser, startBrowser } from '../help/browser';
import { startClockedApp, type ClockedApp } from '../help/clocked-app';
import { faultsOfPages } from '../help/faults';

let app: ClockedApp;
let browser: Browser;
/** Cases of the demonstration: one that everybody reads, and one of the demo ministry that waits for its answer. */
const cases = { read: '', open: '' };
beforeAll(async () => {
  if (!hasBrowser) return;
  [app, browser] = await Promise.all([startClockedApp('2026-11-24', 'country'), startBrowser()]);
  const { appeal } = app.world.db.prisma;
  const newest = { orderBy: { number: 'desc' }, select: { number: true } } as const;
  const read = await appeal.findFirstOrThrow({ where: { visibility: 'public', phase: 'answered' }, ...newest });
  const open = await appeal.findFirstOrThrow({ where: { body: { slug: 'social' }, phase: 'open' }, ...newest });
  Object.assign(cases, { read: read.number, open: open.number });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const PAGES: Record<'nobody' | 'ngo' | 'executor' | 'admin', () => string[]> = {
  nobody: () => [
    '',
    '/appeals',
    `/appeals/${cases.read}`,
    '/bodies',
    '/bodies/social',
    '/councils',
    '/councils/social-council',
    '/guide',
    '/guide/application',
    '/guide/rounds/draft_act',
    '/guide/calendar/2026',
    '/calculator?kind=application&received=2026-03-21T11:20',
    '/sign-in',
    '/sign-in/link',
    '/register',
    '/letters',
    '/nothing-here',
  ],
  ngo: () => ['/today', '/appeals/new', '/account'],
  executor: () => ['/desk', `/appeals/${cases.open}`, `/appeals/${cases.open}/answer`],
  admin: () => [
    '/admin',
    '/admin/bodies',
    '/admin/bodies/new',
    '/admin/bodies/social',
    '/admin/councils',
    '/admin/councils/new',
    '/admin/councils/social-council',
    '/letters',
  ],
};

describe.skipIf(!hasBrowser).each(LOCALES)('every page in %s', (lang) => {
  it.each(Object.entries(PAGES))(
    'as %s has no fault that axe knows, complains of nothing and fits 320 pixels',
    async (who, paths) => {
      const seen = { browser, url: app.url, lang, ...(who !== 'nobody' && { who }) };
      expect([...(await faultsOfPages(seen, paths(), { '/nothing-here': 404 })), ...app.faults]).toEqual([]);
    },
  );
});
