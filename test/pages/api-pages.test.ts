// What people see of the API: the page whose examples work as they stand there, the page of each code, and the keys of one's organisation.
import { beforeAll, describe, expect, it } from 'vitest';
import { REFUSALS } from '../../app/core/refusal';
import { DOOR_CODES } from '../../app/pages/api/problem';
import { OPERATIONS } from '../../app/pages/api/operations';
import type { Viewer } from '../../app/core/viewer';
import { LOCALES, textFor } from '../../app/text';
import { json, openApi, type Api } from '../help/api';
import { givePasswords, PASSWORD, signedInOn, words } from '../help/page';
import { testWorld } from '../help/world';

const test = testWorld('2026-02-02');
let api: Api;
beforeAll(async () => {
  api = await openApi(test);
  await givePasswords(test.world);
});
const page = async (path: string) => {
  const answer = await api.site.visitor().get(path);
  return { status: answer.status, html: await answer.text() };
};
const example = (html: string, name: string): string =>
  (new RegExp(`<pre[^>]*id="example-${name}"[^>]*><code>([\\s\\S]*?)</code>`).exec(html)?.[1] ?? '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe.each(LOCALES)('the page of the API in %s', (locale) => {
  it('tells of every operation and of every code', async () => {
    const { status, html } = await page(`/${locale}/api`);
    expect(status).toBe(200);
    const text = words(html);
    const { operations, problems } = textFor(locale).api;
    for (const id of Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[]) {
      expect(text).toContain(operations[id]);
      expect(text).toContain(`${OPERATIONS[id].method} ${OPERATIONS[id].path}`);
    }
    for (const code of Object.keys(DOOR_CODES) as (keyof typeof DOOR_CODES)[]) {
      expect(html).toContain(`href="/${locale}/api/problems/${code}"`);
      expect(text).toContain(problems[code].what);
    }
    expect(text).not.toMatch(/NaN|undefined|\[object/);
  });

  it('has examples that work as they stand there', async () => {
    const { html } = await page(`/${locale}/api`);
    for (const name of ['read', 'term']) {
      const [, url = ''] = /^curl '([^']+)'$/.exec(example(html, name)) ?? [];
      const answer = await api.send({ method: 'GET', path: url.slice(url.indexOf('/api/v1') + '/api/v1'.length) });
      expect([name, answer.status]).toEqual([name, 200]);
    }
    const file = example(html, 'file');
    const sent = JSON.parse(/-d '([\s\S]+)'$/.exec(file)?.[1] ?? 'null') as object;
    const { cast, key } = api;
    const { token } = await key(cast.ngo, 'organisation', cast.organisationId);
    const filed = await api.send({ method: 'POST', path: '/appeals', token, ...json(sent) });
    expect(filed.status).toBe(201);
    const refused = await api.send({ method: 'POST', path: `/appeals?lang=${locale}`, ...json(sent) });
    expect(await refused.json()).toEqual(JSON.parse(example(html, 'error')));
  });

  it('has a page for each code, in whole sentences without the numbers of a case', async () => {
    const gaps: string[] = [];
    for (const code of [...Object.keys(DOOR_CODES), ...REFUSALS]) {
      const { status, html } = await page(`/${locale}/api/problems/${code}`);
      if (status !== 200 || /NaN|undefined|\[object|Invalid Date/.test(words(html))) gaps.push(code);
    }
    expect(gaps).toEqual([]);
    expect((await page(`/${locale}/api/problems/nothing`)).status).toBe(404);
  });
});

describe('the page of keys', () => {
  const fields = () => ({
    ...{ intent: 'make', owner: `organisation:${api.cast.organisationId}`, name: 'Бухгалтерия', days: '90' },
    ...{ scopes: 'appeal.file', current: PASSWORD },
  });

  it('makes a key whose token is shown once and opens the API, and revokes it', async () => {
    const browser = await signedInOn(api.site, api.cast.ngo);
    const made = await (await browser.post('/ru/account/keys', fields())).text();
    const token = /kenes_[\w-]{43}/.exec(made)?.[0] ?? '';
    const ask = () => api.send({ method: 'GET', path: '/bodies', token });
    expect((await ask()).status).toBe(200);
    const listed = await (await browser.get('/ru/account/keys')).text();
    expect(words(listed)).toContain('Бухгалтерия');
    expect(listed).not.toContain(token);
    const [, keyId = ''] = /name="keyId" value="([^"]+)"/.exec(listed) ?? [];
    const revoked = await browser.post('/ru/account/keys', { intent: 'revoke', keyId });
    expect(revoked.headers.get('location')).toBe('/ru/account/keys?done=revoked');
    expect((await ask()).status).toBe(401);
  });

  it('asks for the present password, and says in place what is missing', async () => {
    const browser = await signedInOn(api.site, api.cast.ngo);
    const refused = await browser.post('/ru/account/keys', { ...fields(), current: 'не тот пароль' });
    expect([refused.status, /kenes_[\w-]{43}/.test(await refused.text())]).toEqual([422, false]);
    const { scopes: _none, ...without } = fields();
    const text = words(await (await browser.post('/ru/account/keys', without)).text());
    expect(text).toContain(textFor('ru').refusals.problems.required);
  });

  it('offers an official keys for acts of their own, and whoever has no office nothing to make', async () => {
    const page = async (who: Viewer) => (await (await signedInOn(api.site, who)).get('/kk/account/keys')).text();
    const t = textFor('kk').api.keys;
    const own = await page(api.cast.executor);
    expect(words(own)).toContain(t.ownOnly);
    expect(own).toContain('value="appeal.answer"');
    expect(own).not.toContain('value="appeal.accept"');
    const none = await page(api.cast.citizen);
    expect(words(none)).toContain(t.nobody);
    expect(none).not.toContain('name="scopes"');
  });
});
