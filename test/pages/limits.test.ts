// Whoever is too fast is told so on the page where they were: 429, from when on, in their language, and nothing typed is lost.
import { beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../app/core/limits';
import { LOCALES, textFor } from '../../app/text';
import { form, givePasswords, signedInOn, words } from '../help/page';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['appeals/', 'search/', 'accounts/sign-in']);
});
const once = { times: 1, seconds: 3600 };

describe('a form that is sent too often', () => {
  it.each(LOCALES)('comes back filled in, with the time and Retry-After, in %s', async (locale) => {
    at('2026-03-02', `1${LOCALES.indexOf(locale)}:30`);
    world.limits = { ...LIMITS, file_appeal: once };
    const browser = await signedInOn(site, cast.ngo);
    const send = () => browser.post(`/${locale}/appeals/new`, form({ ...anAppeal(cast), looked: 'yes' }));
    while ((await send()).status === 303);
    const answer = await send();
    const html = await answer.text();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3600']);
    const said = textFor(locale).refusals.codes.too_many_attempts({ until: world.now() + 3_600_000, now: world.now() });
    for (const sentence of [said.what, said.why, said.now]) expect(words(html)).toContain(sentence);
    expect(said.now).toContain(`1${LOCALES.indexOf(locale) + 1}:30`);
    for (const typed of [anAppeal(cast).subject, anAppeal(cast).text]) expect(html).toContain(typed);
    at('2026-03-02', `1${LOCALES.indexOf(locale) + 1}:30`);
    expect((await send()).status).toBe(303);
    at('2026-03-03');
  });
});

describe('a search that is asked too often', () => {
  it('says until when, and keeps what was asked in its field', async () => {
    world.limits = { ...LIMITS, search: { times: 1, seconds: 60 } };
    const browser = await signedInOn(site, cast.ngo);
    expect((await browser.get('/ru/search?q=пандус')).status).toBe(200);
    const answer = await browser.get('/ru/search?q=переход');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
    const html = await answer.text();
    expect(html).toContain('value="переход"');
    expect(words(html)).toContain(textFor('ru').refusals.codes.too_many_attempts({}).what);
    expect((await browser.get('/ru/search')).status, 'the page itself is not counted').toBe(200);
  });
});
