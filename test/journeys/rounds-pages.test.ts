// Every page of rounds and councils as whoever may open it sees it, found by following links: no fault that axe knows, nothing beyond 320
// pixels, in three languages, light and dark. A page of the site map that no link leads to fails the last test.
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../app/core/demo';
import { hasBrowser, startBrowser } from '../help/browser';
import { startClockedApp, type ClockedApp } from '../help/clocked-app';
import { faultsOfPages } from '../help/faults';
import { signedIn, visitor, type Visitor } from '../help/visitor';

const PEOPLE = ['nobody', 'ngo', 'executor', 'head', 'secretary', 'member'] as const;
type Who = (typeof PEOPLE)[number];

let app: ClockedApp;
let browser: Browser;
/** The pages to look at, without language: each with the one who sees it first. */
let pages: Map<Who, string[]>;
beforeAll(async () => {
  if (!hasBrowser) return;
  [app, browser] = await Promise.all([startClockedApp('2026-11-24', 'country'), startBrowser()]);
  const executor = await asked('executor');
  await prepares(executor);
  await promises(await asked('head'));
  // The one page that only a letter leads to.
  const follow = await app.world.db.prisma.follow.findFirstOrThrow({ select: { token: true } });
  STARTS.nobody.push(`/unfollow/${follow.token}`);
  pages = new Map();
  const seen = new Set<string>();
  for (const who of PEOPLE) pages.set(who, await pagesOf(who === 'executor' ? executor : await asked(who), seen));
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const asked = (who: Who): Promise<Visitor> | Visitor =>
  who === 'nobody' ? visitor(app.url) : signedIn(app.url, { email: `${who}@demo.kenes.kz`, password: DEMO_PASSWORD });

/** A round in preparation, of which the gate misses everything. */
async function prepares(executor: Visitor): Promise<void> {
  const page = await (await executor.get('/en/rounds/new')).text();
  const host = /<option[^>]*value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
  const answer = await executor.post('/en/rounds/new', {
    ...{ host, kind: 'draft_act', topic: 'disability', opensDay: '2026-11-26', closesDay: '2026-12-28' },
    ...{ titleKk: 'Пандус қағидалары', titleRu: 'Правила о пандусах' },
  });
  expect(answer.status).toBe(303);
  const kept = answer.headers.get('location') ?? '';
  STARTS.executor.push(kept.replace(/^\/en/, '').replace(/\?.*/, ''));
}

/** A commitment of a decided round, on which its executor may report. */
async function promises(head: Visitor): Promise<void> {
  const list = await (await head.get('/en/rounds?body=social&stage=decision')).text();
  const round = /R-\d{4}-\d+/.exec(list)?.[0] ?? '';
  const answer = await head.post(`/en/rounds/${round}/acts/commitment`, {
    ...{ textKk: 'Тізімді жариялаймыз.', textRu: 'Опубликуем перечень.', dueDay: '2026-12-10', pointId: '' },
  });
  expect(answer.status).toBe(303);
}

const STARTS: Record<Who, string[]> = {
  nobody: ['/rounds', '/rounds/calendar', '/councils'],
  ngo: ['/rounds', '/account'],
  executor: ['/rounds/new', '/desk', '/rounds'],
  head: ['/desk', '/rounds'],
  secretary: ['/councils/social-council/desk', '/rounds'],
  member: ['/councils/social-council/desk', '/rounds'],
};
const OURS = /^\/(rounds|councils|comments|unfollow)(\/|\?|$)/;
const DOWNLOAD = /\/(files|attachments|dossier)\/|\.(ics|atom)/;

/** Rounds differ by their stage, each is looked at; of other pages one of a kind, by the names of what their address asks. */
const kindOf = (path: string): string => {
  const url = new URL(path, 'http://x');
  const place = url.pathname
    .replace(/^\/unfollow\/.*/, '/unfollow/:one')
    .replace(/\/(comments|points|commitments|meetings)\/[^/]+/, '/$1/:one')
    .replace(/^\/councils\/(?!.*desk)[^/]+/, '/councils/:one')
    .replace(/^\/rounds\/R-[\d-]+(?=\/.)/, '/rounds/:one')
    .replace(/^\/rounds\/R-[\d-]+$/, (round) => (url.search ? '/rounds/:one' : round));
  const names = [...url.searchParams.keys()].filter((name) => name !== 'text').toSorted();
  return `${place}?${names.join('&')}`;
};

/** Pages of rounds and councils that this person can reach and nobody before; found by fetching, as quickly as that goes. */
async function pagesOf(person: Visitor, seen: Set<string>): Promise<string[]> {
  const who = [...pages.keys()].length;
  const found: string[] = [];
  const queue = [...(STARTS[PEOPLE[who] ?? 'nobody'] ?? [])];
  const read = new Set<string>();
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    // What leads on differs by round and person: that is always read again.
    const leads = /^\/rounds\/R-[\d-]+(\/(acts|work))?$/.test(path) ? path : kindOf(path);
    if (read.has(leads)) continue;
    read.add(leads);
    const answer = await person.get(`/ru${path}`);
    if (answer.status !== 200) continue;
    const html = await answer.text();
    // Whoever works on a round sees its page differently.
    const own = html.includes('class="yours"') && !path.includes('?');
    const kind = kindOf(path) + (own ? `, ${PEOPLE[who]}` : '');
    if (OURS.test(path) && !seen.has(kind)) found.push(path);
    seen.add(kind);
    const inside = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    for (const [, href = ''] of inside.matchAll(/href="\/ru(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&');
      if (OURS.test(next) && !DOWNLOAD.test(next)) queue.push(next);
    }
  }
  return found;
}

describe.skipIf(!hasBrowser).each(['kk', 'ru', 'en'])('every page of rounds and councils in %s', (lang) => {
  it.each(PEOPLE)(
    'for %s: no fault that axe knows, nothing on the console, nothing beyond 320 pixels, light and dark',
    async (who) => {
      const seen = { browser, url: app.url, lang, ...(who !== 'nobody' && { who }) };
      expect([...(await faultsOfPages(seen, pages.get(who) ?? [])), ...app.faults]).toEqual([]);
    },
  );
});

describe.skipIf(!hasBrowser)('the site map', () => {
  it('has no page of rounds and councils that no link leads to', () => {
    const walked = [...pages.values()].flat().map((path) => new URL(path, 'http://x').pathname);
    const map = [
      ...readFileSync('app/routes.ts', 'utf8').matchAll(
        /page\('([^']*)', '((?:rounds|round-work|councils)\/[^']+)'\)/g,
      ),
    ].map(([, address = '', file = '']) => ({
      file,
      form: new RegExp(`(^|/)${address.replaceAll(/:\w+/g, '[^/]+') || 'rounds'}$`),
    }));
    expect(map.length).toBeGreaterThan(20);
    expect(map.filter(({ form }) => !walked.some((path) => form.test(path))).map(({ file }) => file)).toEqual([]);
  });
});
