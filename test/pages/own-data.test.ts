// One's own data as a zip file that other programs open: whole, without secrets, for whoever asked alone, and noted; of an organisation and a
// body for those who speak for them.
import { Readable } from 'node:stream';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { askExport } from '../../app/commands/exports/ask';
import { uploadFile } from '../../app/commands/files/upload';
import { zipped, type ZipEntry } from '../../app/data/zip-stream';
import { givePasswords, signedInOn, words, type Browser } from '../help/page';
import { codeOf, must } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-02-02');
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const numbers = { organisation: '', person: '' };
const LONG = 'Ұзақ жол: «=1+1» осылай басталмайды, бірақ ішінде тұр. ';

beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['accounts/']);
  const bytes = Readable.from([Buffer.from('Смета')]);
  const { id } = await must(uploadFile(world, cast.ngo, { name: 'смета/../1.txt', bytes }));
  const filed = { ...anAppeal(cast), visibility: 'private', files: [id], text: LONG.repeat(3) };
  numbers.organisation = (await must(fileAppeal(world, cast.ngo, filed))).number;
  const own = { ...anAppeal(cast), organisationId: '', subject: '=HYPERLINK("http://x")', files: [] };
  numbers.person = (await must(fileAppeal(world, cast.citizen, own))).number;
});

const taken = async (browser: Browser, fields: Record<string, string>): Promise<{ address: string; zip: JSZip }> => {
  const answer = await browser.post('/ru/account/data', fields);
  expect(answer.status).toBe(303);
  const page = await (await browser.get(answer.headers.get('location') ?? '')).text();
  const address = /href="(\/ru\/account\/data\/[^"]+kenes\.zip)"/.exec(page)?.[1] ?? '';
  const file = await browser.get(address);
  expect(file.headers.get('content-type')).toBe('application/zip');
  return { address, zip: await JSZip.loadAsync(Buffer.from(await file.arrayBuffer()), { checkCRC32: true }) };
};
const read = (zip: JSZip, name: string): Promise<string> => zip.file(name)?.async('string') ?? Promise.resolve('');

describe('one’s own data', () => {
  it('are all there, in tables that both spreadsheets and programs read, without a secret', async () => {
    const { zip } = await taken(await signedInOn(site, cast.citizen), {});
    const names = Object.keys(zip.files);
    for (const table of ['account', 'roles', 'sessions', 'letters', 'files', 'comments', 'surveys', 'acts', 'exports'])
      expect(names).toEqual(expect.arrayContaining([`${table}.csv`, `${table}.json`]));
    const [account] = JSON.parse(await read(zip, 'account.json')) as Record<string, unknown>[];
    expect(account).toMatchObject({ email: cast.citizen.email, name: cast.citizen.name, hasPassword: true });
    const { passwordHash } = await world.db.prisma.person.findUniqueOrThrow({ where: { id: cast.citizen.personId } });
    const all = (await Promise.all(names.map((name) => read(zip, name)))).join('\n');
    expect(all).not.toContain(passwordHash ?? 'none');
    expect(all).not.toMatch(/tokenHash|totpSecret|stopToken/);
    const acts = JSON.parse(await read(zip, 'acts.json')) as { type: string }[];
    expect(acts.map(({ type }) => type)).toContain('appeal.filed');
    expect(await read(zip, 'README.txt')).toContain('№ 94-V');
    const told = JSON.parse(await read(zip, `cases/${numbers.person}/case.json`)) as Record<string, unknown>;
    expect(told).toMatchObject({ number: numbers.person, dossier: expect.stringContaining('/dossier/ru.pdf') });
    expect(await read(zip, 'letters.csv')).toMatch(/^\uFEFF/);
    // Nobody else's case, and nothing of the organisation's.
    expect(names.filter((name) => name.startsWith('cases/')).every((name) => name.includes(numbers.person))).toBe(true);
  });

  it('of an organisation are for its representative, with the files of its cases under harmless names', async () => {
    const { zip } = await taken(await signedInOn(site, cast.ngo), { organisationId: cast.organisationId });
    const file = Object.keys(zip.files).find((name) => name.includes('/files/')) ?? '';
    expect(file).toMatch(/^cases\/[\d-]+\/files\/1-[^/]*1\.txt$/);
    expect(await read(zip, file)).toBe('Смета');
    expect(await read(zip, `cases/${numbers.organisation}/case.json`)).toContain(LONG);
    expect(await codeOf(askExport(world, cast.stranger, { organisationId: cast.organisationId }))).toBe('not_allowed');
  });

  it('of a body are for its head and registrar, a year at a time', async () => {
    const { zip } = await taken(await signedInOn(site, cast.registrar), { bodyId: cast.ministry.id, year: '2026' });
    for (const number of Object.values(numbers)) expect(zip.file(`cases/${number}/case.json`)).not.toBeNull();
    const empty = await taken(await signedInOn(site, cast.head), { bodyId: cast.ministry.id, year: '2025' });
    expect(Object.keys(empty.zip.files)).toEqual(['README.txt']);
    expect(await codeOf(askExport(world, cast.executor, { bodyId: cast.ministry.id, year: '2026' }))).toBe(
      'not_allowed',
    );
    expect(await codeOf(askExport(world, cast.registrar, { bodyId: cast.committee.id, year: '2026' }))).toBe(
      'not_allowed',
    );
    expect(await codeOf(askExport(world, cast.registrar, { bodyId: cast.ministry.id }))).toBe('invalid');
  });

  it('are fetched by whoever asked, signed in, within a day, and it is noted who took what', async () => {
    const ngo = await signedInOn(site, cast.ngo);
    const { address } = await taken(ngo, {});
    expect((await (await signedInOn(site, cast.stranger)).get(address)).status).toBe(404);
    expect((await site.visitor().get(address)).status).toBe(302);
    expect(words(await (await ngo.get('/ru/account/data')).text())).toContain('свои данные');
    at('2026-02-03', '10:01');
    expect((await (await signedInOn(site, cast.ngo)).get(address)).status).toBe(404);
    at('2026-02-02');
    for (const lang of ['kk', 'en']) expect((await ngo.get(`/${lang}/account/data`)).status).toBe(200);
  });
});

describe('a zip file that is written while it is sent', () => {
  it('holds no more than a piece at a time, and ends with the fault of what it reads', async () => {
    async function* big(): AsyncGenerator<Buffer> {
      const piece = Buffer.alloc(1_000_000, 'қ');
      for (let at = 0; at < 300; at++) yield piece;
    }
    async function* entries(): AsyncGenerator<ZipEntry> {
      yield { name: 'қосымша.bin', pack: 'packed', bytes: big() };
    }
    const before = process.memoryUsage().rss;
    let [most, size] = [before, 0];
    for await (const piece of zipped(entries(), new Date('2026-02-02'))) {
      size += piece.length;
      most = Math.max(most, process.memoryUsage().rss);
    }
    expect(size).toBeGreaterThan(300_000_000);
    expect((most - before) / 1_000_000).toBeLessThan(150);
    async function* broken(): AsyncGenerator<ZipEntry> {
      yield {
        ...{ name: 'a', pack: 'words' },
        bytes: (async function* () {
          yield 'some';
          throw new Error('gone');
        })(),
      };
    }
    await expect(drained(zipped(broken(), new Date('2026-02-02')))).rejects.toThrow('gone');
  });
});

async function drained(pieces: AsyncIterable<Buffer>): Promise<void> {
  for await (const _piece of pieces);
}
