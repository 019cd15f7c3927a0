// The pages of the public register: its days and how to check them, a receipt to download, and an erasure by two people.
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { publishRegister } from '../../app/commands/register/publish';
import { erasedWords } from '../../app/core/personal-fields';
import { checkReceipt } from '../../app/data/register/receipt';
import { givePasswords, signedInOn, words, type Browser } from '../help/page';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-02-02');
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
let number = '';
const people: Partial<Record<'ngo' | 'administrator' | 'head' | 'stranger', Browser>> = {};
const as = (who: keyof typeof people): Browser => {
  const browser = people[who];
  if (!browser) throw new Error(`${who} is not signed in`);
  return browser;
};
/** A session ends when it was not used for long: whoever comes weeks later signs in again. */
async function comeIn(): Promise<void> {
  for (const who of ['ngo', 'administrator', 'head', 'stranger'] as const)
    people[who] = await signedInOn(site, cast[who]);
}
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, [
    'register/',
    'admin/',
    'accounts/',
    'appeals/case',
    'rounds/follow',
    'rounds/unfollow',
  ]);
  await comeIn();
  const filed = await fileAppeal(world, cast.ngo, { ...anAppeal(cast), visibility: 'public' });
  if (!filed.ok) throw new Error(filed.refusal.code);
  number = filed.value.number;
});

describe('the public register', () => {
  it('says so while nothing is signed, and what a receipt waits for', async () => {
    expect(words(await (await site.visitor().get('/en/public-register')).text())).toContain(
      'No day has been signed yet',
    );
    expect(words(await (await as('ngo').get(`/en/receipts/${number}`)).text())).toContain(
      'comes with tonight’s signature',
    );
    expect((await as('ngo').get(`/en/receipts/${number}/1.json`)).status).toBe(404);
  });

  it('shows each signed day with its root and its files, in three languages', async () => {
    at('2026-02-03', '00:15');
    await publishRegister(world);
    const { root } = await world.db.prisma.registerDay.findFirstOrThrow();
    for (const [locale, title] of [
      ['kk', 'Ашық тізілім'],
      ['ru', 'Открытый реестр'],
      ['en', 'Public register'],
    ] as const) {
      const page = await (await site.visitor().get(`/${locale}/public-register`)).text();
      expect(words(page)).toContain(title);
      expect(page).toContain(root);
      expect(page).toContain('/register/2026-02-02/leaves.jsonl');
    }
  });

  it('pages back through its days', async () => {
    at('2026-03-20', '00:15');
    await publishRegister(world);
    await comeIn();
    const page = await (await site.visitor().get('/en/public-register')).text();
    const older = /href="([^"]*until=[^"#]*)/.exec(page)?.[1] ?? '';
    expect(older).toContain('until=2026-02-17');
    const next = await (await site.visitor().get(older)).text();
    expect(next).toContain('/register/2026-02-17/');
    expect(next).toContain('/register/2026-02-02/');
    expect(next).not.toContain('/register/2026-02-18/');
  });

  it('is followed by a button, and stands among what one follows', async () => {
    const { status } = await as('ngo').post('/en/follow', {
      what: 'register',
      value: 'days',
      step: 'follow',
      back: '/en/public-register',
    });
    expect(status).toBe(303);
    expect(words(await (await as('ngo').get('/en/public-register')).text())).toContain('No more daily letters');
    expect(words(await (await as('ngo').get('/en/account')).text())).toContain('Public register');
  });
});

describe('a receipt', () => {
  it('is found from the case and downloaded by whoever filed, and proves the filing', async () => {
    expect(await (await as('ngo').get(`/ru/appeals/${number}`)).text()).toContain(`/ru/receipts/${number}`);
    expect(await (await as('stranger').get(`/ru/appeals/${number}`)).text()).not.toContain(`/ru/receipts/${number}`);
    const answer = await as('ngo').get(`/ru/receipts/${number}/1.json`);
    expect(answer.headers.get('content-disposition')).toContain(`${number}-1.json`);
    expect((await checkReceipt(await answer.text())).faults).toEqual([]);
    expect((await as('stranger').get(`/ru/receipts/${number}/1.json`)).status).toBe(404);
    expect((await as('stranger').get(`/ru/receipts/${number}`)).status).toBe(404);
  });
});

describe('an erasure', () => {
  it('is asked for by ticking fields, decided by another, and shown where the words were', async () => {
    const asking = await (await as('administrator').get(`/ru/admin/erasures?number=${number}`)).text();
    expect(asking).toContain('value="1 text"');
    const empty = await as('administrator').post(`/ru/admin/erasures?number=${number}`, {
      number,
      ground: 'court',
      reason: '',
    });
    expect(empty.status).toBe(422);
    const asked = await as('administrator').post('/ru/admin/erasures', {
      number,
      fields: '1 text',
      ground: 'court',
      reason: 'По решению суда от 19 марта.',
    });
    expect(asked.status).toBe(303);
    const waiting = await (await as('administrator').get('/ru/admin/erasures')).text();
    const address = /\/ru\/admin\/erasures\/[0-9a-f-]{36}/.exec(waiting)?.[0] ?? '';
    expect((await as('ngo').get(address)).status).toBe(404);
    expect((await as('administrator').post(address, { step: 'erase' })).status).toBe(422);
    expect((await as('head').post(address, { step: 'erase' })).status).toBe(303);
    const page = words(await (await site.visitor().get(`/ru/appeals/${number}`)).text());
    expect(page).toContain(erasedWords('2026-03-20'));
    expect(page).toContain('Персональные данные удалены');
    expect(page).toContain('По решению суда от 19 марта.');
    expect(page).not.toContain('назвать ответственное подразделение');
  });
});
