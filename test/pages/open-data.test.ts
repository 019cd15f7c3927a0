// The page of open data: what the files are, how often they come, how anybody checks, the licence, the descriptor; before there are any too.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rmSync } from 'node:fs';
import { publishDump } from '../../app/commands/scores/publish-dump';
import { LOCALES, textFor } from '../../app/text';
import { openDataWords } from '../../app/text/open-data';
import { score } from '../../workers/score';
import { contestHouse } from '../help/contests';
import { words } from '../help/page';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const town = testWorld('2026-02-02');
const { world, at } = town;
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const house = contestHouse(town, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
  site = await openSite(world, ['scores/open-data', 'open-language']);
});
afterAll(() => rmSync(world.openData, { recursive: true, force: true }));

const read = async (locale: string) => {
  const answer = await site.visitor().get(`/${locale}/open`);
  expect(answer.status).toBe(200);
  return answer.text();
};

describe('the page of open data', () => {
  it.each(LOCALES)('says before the first files how to check and that there are none yet (%s)', async (locale) => {
    const page = words(await read(locale));
    const { openPage } = textFor(locale);
    for (const sentence of [openPage.none.title, openPage.check.lead, openPage.often.text])
      expect(page).toContain(sentence);
  });

  it('then names every table with its rows, files, sizes and columns, the licence and the descriptor', async () => {
    await house.lateCase('2026-02-02', '2026-02-26');
    at('2026-04-20');
    await score(world, new AbortController().signal);
    await publishDump(world, openDataWords);
    for (const locale of LOCALES) {
      const html = await read(locale);
      const page = words(html);
      const { openPage, openData } = textFor(locale);
      for (const text of [
        ...Object.values(openData.tables),
        openData.guide,
        openData.columns.lawfulDue,
        openPage.licence.text,
      ])
        expect(page).toContain(text);
      for (const file of ['cases.csv', 'cases.jsonl', 'council-replies.csv', 'guide.json', 'datapackage.json'])
        expect(html).toContain(`href="/open/${file}"`);
      expect(html).toContain('npm run recompute -- --dump http://kenes.test/open');
      expect(html).toContain('https://creativecommons.org/licenses/by/4.0/');
    }
  });

  it('is reached without a language, in the one chosen before', async () => {
    const answer = await site.visitor().get('/open');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/kk/open']);
  });
});
