// The pages of webhooks: added with a secret shown once, tried, looked at in the log, sent again, removed; nobody else's can be seen.
import { beforeAll, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { openOutward } from '../../app/data/webhooks/outward';
import { textFor } from '../../app/text';
import { webhooks } from '../../workers/webhooks';
import { givePasswords, signedInOn } from '../help/page';
import { must } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld('2026-03-02');
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['accounts/', 'webhooks/']);
});

it('a webhook is added, tried, its answer read, and removed; the secret is shown once', async () => {
  const browser = await signedInOn(site, cast.ngo);
  const say = textFor('ru').webhooks;
  const form = { intent: 'subscribe', owner: `organisation:${cast.organisationId}`, scope: 'own', kinds: 'case.filed' };
  const wrong = await (await browser.post('/ru/account/webhooks', { ...form, url: 'http://10.0.0.1/' })).text();
  expect(wrong).toContain(textFor('ru').refusals.problems.bad_address);
  expect(wrong, 'what was typed stays').toContain('http://10.0.0.1/');
  const made = await (
    await browser.post('/ru/account/webhooks', { ...form, url: 'https://hook.kenes.test/<b>' })
  ).text();
  const [secret = ''] = /whsec_[\w+/=]+/.exec(made) ?? [];
  expect(secret).toHaveLength(50);
  const list = await (await browser.get('/ru/account/webhooks')).text();
  expect(list).not.toContain('whsec_');
  expect(list).not.toContain('<b>');
  const [path = ''] = /\/ru\/account\/webhooks\/[0-9a-f-]{36}/.exec(list) ?? [];

  await must(fileAppeal(world, cast.ngo, anAppeal(cast)));
  world.outward = openOutward({
    loopback: false,
    resolve: () => Promise.resolve([{ address: '10.0.0.1', family: 4 }]),
  });
  expect(await webhooks(world, new AbortController().signal)).toBe(1);
  const log = await (await browser.get(path)).text();
  for (const words of [say.kinds['case.filed'], say.failures.forbidden_address, say.log.attempts(1)])
    expect(log).toContain(words);
  expect(log).not.toContain('whsec_');

  const tested = await browser.post(path, { intent: 'test' });
  expect(tested.status).toBe(302);
  expect(await (await browser.get(`${path}?done=tested`)).text()).toContain(say.kinds['webhook.test']);
  expect(await (await browser.post(path, { intent: 'rotate' })).text()).toMatch(/whsec_/);
  expect((await browser.post(path, { intent: 'again', messageId: 'none' })).status).toBe(422);
  for (const other of [cast.stranger, cast.head, cast.administrator])
    expect((await (await signedInOn(site, other)).get(path)).status).toBe(404);
  expect((await (await signedInOn(site, cast.stranger)).post(path, { intent: 'remove' })).status).toBe(403);
  expect((await browser.post(path, { intent: 'remove' })).headers.get('location')).toMatch(/done=removed$/);
  expect((await browser.get(path)).status).toBe(404);
});

it('whoever owns none is told so', async () => {
  const html = await (await (await signedInOn(site, cast.citizen)).get('/kk/account/webhooks')).text();
  expect(html).toContain(textFor('kk').webhooks.nobody);
  expect(html).not.toContain('name="url"');
});
