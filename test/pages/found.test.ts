// How search engines find their way: maps of every public page and none that is not, one address for each page with its other languages, what a
// page is in the words of schema.org, and words in it that can't break out. Walks every page that the maps name.
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { openStructured } from '../../app/pages/scores/open-structured';
import { must, roundHouse } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const test = testWorld('2026-03-02');
const { world } = test;
const PARTS = ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order'];
const HOSTILE = '</script><script>alert(1)</script> <!--<script> \u2028 "кавычки" & прочее';
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const house = roundHouse(test, () => cast);
const numbers = { open: '', secret: '', preparing: '', round: '' };
beforeAll(async () => {
  cast = await castInto(world);
  site = await openSite(world, ['']);
  const filed = await must(
    fileAppeal(world, cast.ngo, { ...anAppeal(cast), subject: HOSTILE, text: `${HOSTILE} ${HOSTILE}` }),
  );
  await must(
    answerAppeal(world, cast.executor, {
      appealId: filed.id,
      ...aReply('act_favourable', PARTS),
      text: `${HOSTILE}, ответ по существу.`,
    }),
  );
  numbers.open = filed.number;
  numbers.secret = (await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), visibility: 'private' }))).number;
  const numberOf = async (id: string) => (await world.db.prisma.round.findUniqueOrThrow({ where: { id } })).number;
  numbers.round = await numberOf(await house.open());
  numbers.preparing = await numberOf(await house.prepare());
});
const get = (path: string) => site.visitor().get(path);
const read = async (path: string) => (await get(path)).text();
const locs = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc.replace('http://kenes.test', ''));
const links = (html: string, rel: string) =>
  [...html.matchAll(new RegExp(`<link rel="${rel}"[^>]*>`, 'g'))].map(([tag]) => ({
    lang: /hrefLang="([^"]*)"/i.exec(tag)?.[1],
    href: /href="([^"]*)"/.exec(tag)?.[1],
  }));
const data = (html: string): unknown[] =>
  [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)].map(
    ([, json = '']) => JSON.parse(json) as unknown,
  );

describe('the maps', () => {
  it('name every public page in each language, each readable by everybody, with its one address and its languages', async () => {
    const parts = locs(await read('/sitemap.xml'));
    expect(parts).toContain('/sitemaps/pages.xml');
    const maps = await Promise.all(parts.map(read));
    const places = maps.flatMap(locs);
    expect(new Set(places).size).toBe(places.length);
    for (const path of [
      `/appeals/${numbers.open}`,
      `/rounds/${numbers.round}`,
      '/bodies/ministry/scores',
      '/councils/ministry-council',
      '',
    ])
      for (const locale of ['kk', 'ru', 'en']) expect(places).toContain(`/${locale}${path}`);
    expect(maps.join()).not.toContain(numbers.secret);
    expect(maps.join()).not.toContain(numbers.preparing);
    const wrong: string[] = [];
    const kazakh = places.filter((place) => /^\/kk(?:\/|$)/.test(place));
    for (const place of kazakh) {
      const within = place.slice(3);
      const answer = await get(place);
      const html = await answer.text();
      const expected = [
        ...['kk', 'ru', 'en'].map((lang) => ({ lang, href: `http://kenes.test/${lang}${within}` })),
        { lang: 'x-default', href: within ? `http://kenes.test/kk${within}` : 'http://kenes.test/' },
      ];
      const found = links(html, 'alternate').filter(({ lang }) => lang !== undefined);
      if (answer.status !== 200) wrong.push(`${place}: ${answer.status}`);
      if (/name="robots" content="noindex"/.test(html)) wrong.push(`${place}: is not to be found`);
      if (
        JSON.stringify(links(html, 'canonical').map(({ href }) => href)) !==
        JSON.stringify([`http://kenes.test${place}`])
      )
        wrong.push(`${place}: canonical`);
      if (JSON.stringify(found) !== JSON.stringify(expected))
        wrong.push(`${place}: languages ${JSON.stringify(found)}`);
    }
    expect(wrong).toEqual([]);
    expect(kazakh.length).toBeGreaterThan(30);
  });

  it('say when a page changed last, and have no part that is not there', async () => {
    const part = await read('/sitemaps/appeals-2026-000.xml');
    expect(part).toContain('<lastmod>2026-03-02T05:00:00.000Z</lastmod>');
    expect(part.match(/hreflang="x-default"/g)).toHaveLength(3);
    expect(locs(await read('/sitemaps/appeals-2026-999.xml'))).toEqual([]);
    expect((await get('/sitemaps/nothing.xml')).status).toBe(404);
    expect((await get('/sitemaps/bodies-2-of-1.xml')).status).toBe(404);
  });

  it('are told of in robots.txt, which keeps engines from what is somebody’s own', async () => {
    const robots = await read('/robots.txt');
    expect(robots).toContain('Sitemap: http://kenes.test/sitemap.xml');
    const closed = [...robots.matchAll(/^Disallow: (\/\w\w\/\S+)$/gm)].map(([, path = '']) => path);
    const places = (await Promise.all(locs(await read('/sitemap.xml')).map(read))).flatMap(locs);
    expect(places.filter((place) => closed.some((path) => place.startsWith(path)))).toEqual([]);
    expect(closed).toContain('/ru/account');
  });
});

it('a page with a filter has the address of the page without it', async () => {
  expect(links(await read('/ru/rounds?topic=disability'), 'canonical')).toEqual([
    { lang: undefined, href: 'http://kenes.test/ru/rounds' },
  ]);
});

describe('in the words of schema.org', () => {
  it('a case is a question with what was answered, and its words stay words', async () => {
    const html = await read(`/ru/appeals/${numbers.open}`);
    expect(html).not.toContain('<script>alert');
    expect(data(html)).toMatchObject([
      {
        '@type': 'QAPage',
        mainEntity: {
          '@type': 'Question',
          name: HOSTILE,
          answerCount: 1,
          suggestedAnswer: [{ '@type': 'Answer', author: { '@type': 'GovernmentOrganization' } }],
        },
      },
    ]);
    expect(html, 'who asked is not put before machines').not.toMatch(/"author":\{"@type":"(?:Person|Organization)"/);
    expect((html.match(/<script/g) ?? []).length).toBe((html.match(/<\/script>/g) ?? []).length);
  });

  it('a body is a state organisation under another, a round an event', async () => {
    expect(data(await read('/en/bodies/committee'))).toMatchObject([
      {
        '@type': 'GovernmentOrganization',
        name: 'Committee of Tests',
        parentOrganization: { name: 'Ministry of Tests' },
      },
    ]);
    expect(data(await read(`/kk/rounds/${numbers.round}`))).toMatchObject([
      { '@type': 'Event', identifier: numbers.round },
    ]);
  });

  it('the open data are a data set with its files and licence', () => {
    const files = [{ path: 'cases.csv', format: 'csv', bytes: 12, sha256: '' }];
    const view = { createdAt: 0, tables: [{ name: 'cases', text: '', rows: 1, files, columns: [] }] };
    expect(openStructured(view, { origin: 'http://kenes.test', locale: 'en' })).toMatchObject({
      ...{ '@type': 'Dataset', license: expect.stringContaining('creativecommons.org') as string },
      distribution: [{}, { '@type': 'DataDownload', contentUrl: 'http://kenes.test/open/cases.csv' }],
    });
  });
});
