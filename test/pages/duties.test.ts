// The calendar of one's duties by a secret address: what stands in it for each side, and that the secret opens nothing else and can be ended.
import { beforeAll, expect, it } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { assignAppeal } from '../../app/commands/appeals/assign';
import { fileAppeal } from '../../app/commands/appeals/file';
import type { Viewer } from '../../app/core/viewer';
import { viewerOf } from '../../app/queries/viewer';
import { textFor } from '../../app/text';
import { givePasswords, signedInOn } from '../help/page';
import { must } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const test = testWorld('2026-03-02');
const { world } = test;
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['accounts/']);
});

/** The address that the account page shows, as a path. */
async function addressOf(who: Viewer): Promise<string> {
  const browser = await signedInOn(site, who);
  const html = await (await browser.post('/ru/account', { intent: 'calendar', step: 'make' })).text();
  return /\/ru\/duties\/[\w-]{43}\.ics/.exec(html)?.[0] ?? '';
}
const read = (path: string) => site.visitor().get(path);
/** Lines of RFC 5545 as they were before they were folded. */
const lines = async (path: string) => (await (await read(path)).text()).replaceAll('\r\n ', '').split('\r\n');
const summaries = async (path: string) =>
  (await lines(path)).filter((line) => line.startsWith('SUMMARY:')).map((line) => line.slice('SUMMARY:'.length));

it('holds what a body owes on the desk of its registrar, what is assigned on that of an executor, and what is owed on the side of the NGO', async () => {
  const { id } = await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), subject: 'О пандусе' }));
  const say = textFor('ru').duties;
  const decide = world.guide.inForceOn(test.today()).texts.ru['rule.decide.name'] ?? '';
  const [registrar, executor, ngo, stranger] = [
    await addressOf(cast.registrar),
    await addressOf(cast.executor),
    await addressOf(cast.ngo),
    await addressOf(cast.stranger),
  ];
  expect(await summaries(registrar)).toContain(say.own(decide, 'О пандусе'));
  expect(await summaries(ngo)).toContain(say.owed(decide, 'О пандусе'));
  expect(await summaries(executor)).toEqual([]);
  expect(await summaries(stranger)).toEqual([]);
  await must(acceptAppeal(world, cast.registrar, { appealId: id }));
  await must(assignAppeal(world, cast.registrar, { appealId: id, officialId: cast.executor.personId }));
  expect(await summaries(executor)).toContain(say.own(decide, 'О пандусе'));
  const { dueDay } = await world.db.prisma.appeal.findUniqueOrThrow({ where: { id }, select: { dueDay: true } });
  expect(await lines(executor)).toContain(`DTSTART;VALUE=DATE:${dueDay.replaceAll('-', '')}`);
});

it('opens nothing but itself, is kept by nobody on the way, and the database does not know the secret', async () => {
  const path = await addressOf(cast.ngo);
  const answer = await read(path);
  expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('set-cookie')).toBeNull();
  const secret = path.slice('/ru/duties/'.length, -'.ics'.length);
  expect(await viewerOf(world, secret)).toBeNull();
  expect(JSON.stringify(await world.db.prisma.person.findMany())).not.toContain(secret);
});

it('another address ends the one before; ended, there is none', async () => {
  const before = await addressOf(cast.head);
  const after = await addressOf(cast.head);
  expect((await read(before)).status).toBe(404);
  expect((await read(after)).status).toBe(200);
  await (await signedInOn(site, cast.head)).post('/ru/account', { intent: 'calendar', step: 'stop' });
  expect((await read(after)).status).toBe(404);
  expect((await read(`/ru/duties/${'x'.repeat(43)}.ics`)).status).toBe(404);
});
