// Maintenance: everybody reads on, nobody can send anything, all are told until when; terms and workers go on; and it ends, by hand or by itself.
// Settings keep who changed what and why.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSetting } from '../../app/commands/settings/change';
import { instantOf } from '../../app/core/day';
import { lapse } from '../../workers/lapse';
import { fileAppeal } from '../../app/commands/appeals/file';
import { serveMetrics, webCounts } from '../../app/metrics';
import { vitals } from '../../app/queries/vitals';
import { textFor } from '../../app/text';
import { serve, type Web } from '../../app/server';
import { givePasswords, PASSWORD, words } from '../help/page';
import { signedIn, visitor, type Visitor } from '../help/visitor';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import { never } from '../workers/help';

const { world, at } = testWorld('2026-02-02');
let cast: Cast;
let web: Web;
let ngo: Visitor;
let admin: Visitor;
const comeIn = ({ email }: { email: string }) => signedIn(web.url, { email, password: PASSWORD });
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild;
  web = await serve({
    ...{ world, build, buildDir: path.resolve('build'), host: '127.0.0.1', port: 0, trustProxy: 0 },
    modes: { database: 'embedded', queue: 'postgresql', post: 'letterbox' },
    health: () => Promise.resolve({}),
  });
  ngo = await comeIn(cast.ngo);
  admin = await comeIn(cast.administrator);
});
afterAll(() => web.stop());

const send = () => ngo.post('/ru/follow', { what: 'topic', value: 'disability', step: 'follow', back: '/ru/account' });
const begin = (day: string, time: string) =>
  admin.post('/ru/admin/settings', { name: 'maintenance', step: 'begin', day, time, reason: 'Обновление базы' });

describe('while there is maintenance', () => {
  it('begins by an administrator alone, with a return that is to come and not far', async () => {
    expect(
      await changeSetting(world, cast.head, {
        name: 'maintenance',
        step: 'begin',
        day: '2026-02-02',
        time: '12:00',
        reason: 'Обновление',
      }),
    ).toMatchObject({ refusal: { code: 'not_allowed' } });
    expect((await begin('2026-02-01', '12:00')).status).toBe(422);
    expect((await begin('2026-02-09', '12:00')).status).toBe(422);
    expect((await begin('2026-02-02', '12:00')).status).toBe(303);
  });

  it('whoever sends something is told until when it is refused, in their language, and nothing is done', async () => {
    const answer = await send();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('7200');
    expect(words(await answer.text())).toContain('Отправленное вами не записано');
    expect(await world.db.prisma.follow.count()).toBe(0);
  });

  it('everything is read as before, and every page says it', async () => {
    for (const page of ['/ru', '/kk/appeals', '/en/guide', '/ru/public-register'])
      expect((await visitor(web.url).get(page)).status, page).toBe(200);
    expect(words(await (await ngo.get('/ru/account')).text())).toContain('Kenes на обслуживании до');
  });

  it('people still come in and go out, and the administrator ends it', async () => {
    const other = await comeIn(cast.citizen);
    expect((await other.get('/ru/today')).status).toBe(200);
    expect((await other.post('/ru/sign-out', {})).status).toBeLessThan(400);
    expect(
      (await admin.post('/ru/admin/settings', { name: 'maintenance', step: 'end', reason: 'Закончено вручную.' }))
        .status,
    ).toBe(303);
    expect((await send()).status).toBe(303);
  });

  it('ends by itself at the time that was told', async () => {
    await begin('2026-02-02', '12:00');
    expect((await send()).status).toBe(503);
    at('2026-02-02', '12:00');
    expect((await send()).status).toBe(303);
  });

  it('no term moves, and what lapses meanwhile goes on the record', async () => {
    const filed = await fileAppeal(world, cast.ngo, anAppeal(cast));
    if (!filed.ok) throw new Error(filed.refusal.code);
    const due = async () => (await world.db.prisma.appeal.findUniqueOrThrow({ where: { id: filed.value.id } })).dueDay;
    const before = await due();
    at('2026-06-01');
    [ngo, admin] = [await comeIn(cast.ngo), await comeIn(cast.administrator)];
    await begin('2026-06-01', '20:00');
    expect(await lapse(world, never)).toBeGreaterThan(0);
    expect(await due()).toBe(before);
    await admin.post('/ru/admin/settings', { name: 'maintenance', step: 'end', reason: 'Закончено вручную.' });
  });

  it('a notice stands above every page in its language until it is taken away', async () => {
    const set = (kk: string, ru: string, en: string) =>
      admin.post('/ru/admin/settings', { name: 'notice', kk, ru, en, reason: 'Праздник' });
    await set('Мереке құтты болсын', 'С праздником', 'Happy holiday');
    expect(words(await (await ngo.get('/kk/account')).text())).toContain('Мереке құтты болсын');
    await set('', '', '');
    expect(words(await (await ngo.get('/kk/account')).text())).not.toContain('Мереке');
  });

  it('whose roles rest for want of a second step is told above every page, and where to set one up', async () => {
    const { personId } = cast.administrator;
    await world.db.prisma.person.update({ where: { id: personId }, data: { totpSecret: 'JBSWY3DPEHPK3PXP' } });
    await world.db.prisma.session.updateMany({ where: { personId }, data: { strong: true } });
    const ask = (askedOf: string) =>
      admin.post('/ru/admin/settings', { name: 'second_factor', askedOf, reason: 'Приказ о защите данных' });
    await ask('mandates');
    const page = await (await ngo.get('/kk/account')).text();
    expect(words(page)).toContain(textFor('kk').signingIn.resting);
    expect(page).toContain('href="/kk/account/signing-in"');
    expect(words(await (await admin.get('/ru/admin/settings')).text())).toContain('представителей НПО');
    await ask('nobody');
    expect(words(await (await ngo.get('/kk/account')).text())).not.toContain(textFor('kk').signingIn.resting);
  });

  it('the history keeps who changed what and why, and nothing is taken out of it', async () => {
    const page = words(await (await admin.get('/ru/admin/settings')).text());
    expect(page).toContain('Обновление базы');
    expect(page).toContain(cast.administrator.name);
    await expect(world.db.pool.query('DELETE FROM "SettingChange"')).rejects.toThrow('append-only');
  });
});

describe('what is told of requests and of the machinery', () => {
  it('an answer carries its id, the proxy’s where it gave one', async () => {
    const ids = await Promise.all(
      [{}, { 'x-request-id': 'proxy-12345678' }, { 'x-request-id': 'not an id' }].map(async (headers) =>
        (await fetch(`${web.url}/healthz`, { headers: headers as Record<string, string> })).headers.get('x-request-id'),
      ),
    );
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(ids[1]).toBe('proxy-12345678');
    expect(ids[2]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('figures follow the facts: a letter that waits, a reminder that is due, days that are not signed', async () => {
    const before = await vitals(world);
    expect(before.letters.waiting).toBeGreaterThan(0);
    expect(before.letterLag).toBeGreaterThan(0);
    expect(before.obligations.overdue).toBe(
      await world.db.prisma.obligation.count({ where: { closedDay: null, dueDay: { lt: '2026-06-01' } } }),
    );
    expect(before.reminders.unwritten).toBe(
      await world.db.prisma.reminder.count({
        where: { state: 'waiting', dueAt: { lte: new Date(instantOf('2026-06-01', '10:00')) } },
      }),
    );
  });

  it('they are served on a port of their own, and say so when the database is away', async () => {
    const counts = webCounts();
    counts.answered(200, 0.01);
    const served = await serveMetrics(world, { port: 0, host: '127.0.0.1', counts });
    const read = async () => (await fetch(served.url)).text();
    const text = await read();
    expect(text).toContain('kenes_http_answers_total{status="2xx"} 1');
    expect(text).toContain('kenes_database_up 1');
    expect(text).toMatch(/kenes_letters\{state="waiting"\} [1-9]/);
    expect(text).not.toMatch(/@|Aigul|2026-0/);
    expect((await fetch(served.url.replace('/metrics', '/'))).status).toBe(404);
    const away = await serveMetrics(
      {
        ...world,
        db: {
          ...world.db,
          pool: { ...world.db.pool, query: () => Promise.reject(new Error('away')) } as unknown as typeof world.db.pool,
        },
      },
      { port: 0, host: '127.0.0.1', counts: null },
    );
    expect(await (await fetch(away.url)).text()).toContain('kenes_database_up 0');
    await away.stop();
    await served.stop();
  });
});
