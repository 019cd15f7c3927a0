// The dossier of a case: everything its reader may know on one tagged paper, the same bytes for the same state, and a square code that shows
// whether it is genuine and how much has followed, without telling of a private case anything else.
import { Readable } from 'node:stream';
import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { encode } from 'uqr';
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { answerAppeal, askedOf } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { uploadFile } from '../../app/commands/files/upload';
import { publishRegister } from '../../app/commands/register/publish';
import { pdfWordsOf } from '../../app/data/documents/pdf/words';
import { checkFile } from '../../app/data/register/issued';
import { textFor, type Locale } from '../../app/text';
import { longDay } from '../../app/text/format';
import { givePasswords, signedInOn, words, type Browser } from '../help/page';
import { must } from '../help/rounds';
import { openSite } from '../help/site';
import { readPdf, type Heard } from '../papers/read-pdf';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-02-02');
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
let ngo: Browser;
let executor: Browser;
const cases: Record<'open' | 'private', { id: string; number: string }> = {
  open: { id: '', number: '' },
  private: { id: '', number: '' },
};
const ASKED = 'Пандус у входа: әңгіме, ұсыныс, құқық.';
const SECRET = 'Сведения, которые знают только стороны.';
const REPLY = 'Пандус будет сделан к первому марта; акт осмотра приложен.';

beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['appeals/', 'verify/', 'accounts/sign-in']);
  const file = await must(
    uploadFile(world, cast.ngo, { name: 'смета.txt', bytes: Readable.from([Buffer.from('Смета работ')]) }),
  );
  const filed = { ...anAppeal(cast), subject: 'Пандус', text: ASKED, files: [file.id] };
  cases.open = await must(fileAppeal(world, cast.ngo, { ...filed, visibility: 'public' }));
  cases.private = await must(
    fileAppeal(world, cast.ngo, { ...anAppeal(cast), subject: 'Тихое дело', text: SECRET, visibility: 'private' }),
  );
  await must(acceptAppeal(world, cast.registrar, { appealId: cases.open.id }));
  at('2026-02-03', '00:15');
  await publishRegister(world);
  at('2026-02-05');
  const asked = askedOf(world.guide.inForceOn('2026-02-02').procedures.application).map(({ id }) => id);
  const reply = { ...aReply('act_favourable', asked), appealId: cases.open.id, text: REPLY };
  await must(answerAppeal(world, cast.executor, reply));
  ngo = await signedInOn(site, cast.ngo);
  executor = await signedInOn(site, cast.executor);
});

async function dossier(browser: Browser, which: keyof typeof cases, lang: Locale = 'ru'): Promise<Buffer> {
  const answer = await browser.get(`/ru/appeals/${cases[which].number}/dossier/${lang}.pdf`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}
async function textIn(bytes: Buffer): Promise<string> {
  const said = await pdfWordsOf(bytes);
  return 'pages' in said ? said.pages.join('\n').replaceAll(/\s+/g, ' ') : said.unread;
}
const keys = async () => (await world.register.keys.read()).map(({ id }) => id);
const codeOf = async (bytes: Buffer): Promise<string> => checkFile(await keys(), bytes)?.code ?? '';
const tags = ({ tag, children }: Heard): string[] => [tag, ...children.flatMap(tags)];

describe('the dossier of a case', () => {
  it('holds the case from the asking to the answer, in each language, and for everyone nothing of the parties alone', async () => {
    for (const lang of ['kk', 'ru', 'en'] as const) {
      const say = textFor(lang);
      const told = await textIn(await dossier(site.visitor(), 'open', lang));
      const expected = [
        ...[say.caseDossier.title(cases.open.number), ASKED, REPLY, cast.executor.name],
        ...[say.caseDossier.audiences.public, longDay(lang, '2026-02-05'), 'смета.txt'],
        ...[say.caseDossier.duties, say.caseDossier.register.root, say.caseDossier.proof.title],
      ];
      for (const one of expected) expect(told, lang).toContain(one.replaceAll(/\s+/g, ' '));
      expect(told).not.toContain(say.caseDossier.service);
    }
  });

  it('tells the parties how notices were served, and names every file with the hash of its bytes', async () => {
    const told = await textIn(await dossier(ngo, 'open'));
    const { sha256 } = await world.db.prisma.file.findFirstOrThrow({ where: { appealId: cases.open.id } });
    expect(told.replaceAll(' ', '')).toContain(sha256);
    expect(told).toContain(textFor('ru').caseDossier.service);
    expect(told).toContain(textFor('ru').caseDossier.audiences.applicant);
    expect(await textIn(await dossier(executor, 'open'))).toContain(textFor('ru').caseDossier.audiences.body);
  });

  it('is tagged, speaks its language, and gives the same bytes for the same state', async () => {
    const first = await dossier(site.visitor(), 'open', 'kk');
    const { tree, lang, marked, unbalanced } = readPdf(first);
    expect({ lang, marked, unbalanced }).toEqual({ lang: 'kk-KZ', marked: true, unbalanced: 0 });
    expect(tags(tree)).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'Figure', 'P']));
    at('2026-02-05', '16:45');
    expect((await dossier(site.visitor(), 'open', 'kk')).equals(first)).toBe(true);
  });

  it('of a private case is for its parties alone', async () => {
    expect(await textIn(await dossier(ngo, 'private'))).toContain(SECRET);
    const address = `/ru/appeals/${cases.private.number}/dossier/ru.pdf`;
    expect((await site.visitor().get(address)).status).toBe(404);
    expect((await (await signedInOn(site, cast.stranger)).get(address)).status).toBe(404);
    for (const file of ['ru.docx', 'de.pdf', 'ru.pdf.pdf'])
      expect((await ngo.get(`/ru/appeals/${cases.private.number}/dossier/${file}`)).status).toBe(404);
    expect((await ngo.get(address)).headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('the square code', () => {
  it('is drawn module by module, and leads to where this very dossier is checked', async () => {
    const bytes = await dossier(site.visitor(), 'open');
    const address = `http://kenes.test/ru/verify/${await codeOf(bytes)}`;
    expect((await textIn(bytes)).replaceAll(' ', '')).toContain(address);
    const { data, size } = encode(address, { ecc: 'M', border: 4 });
    const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
    const runs = streamsOf(bytes).flatMap((stream) => [
      ...stream.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\n/g),
    ]);
    const numbers = runs.map((run) => run.slice(1).map(Number));
    const [left, top] = [56, Math.min(...numbers.map(([, y = 0]) => y))];
    const module = 120 / size;
    for (const [x = 0, y = 0, width = 0] of numbers)
      for (let at = 0; at < Math.round(width / module); at++) {
        const row = drawn[Math.round((y - top) / module) + 4];
        if (row) row[Math.round((x - left) / module) + at] = true;
      }
    expect(drawn).toEqual(data);
  });

  it.each(['kk', 'ru', 'en'] as const)(
    'in %s is read off the printed page by a reader that is not ours',
    async (lang) => {
      for (const [browser, which] of [
        [site.visitor(), 'open'],
        [ngo, 'private'],
      ] as const) {
        const bytes = await dossier(browser, which, lang);
        const [address = '', ...others] = streamsOf(bytes).flatMap((page) => readCode(page) ?? []);
        expect(others).toEqual([]);
        const { origin, pathname } = new URL(address);
        expect(origin).toBe(world.origin);
        expect(pathname).toBe(`/${lang}/verify/${await codeOf(bytes)}`);
        const page = await site.visitor().get(pathname);
        expect(page.status).toBe(200);
        expect(words(await page.text())).toContain(cases[which].number);
      }
    },
  );

  it('says that the dossier is genuine, what it is, and how much has followed', async () => {
    const code = await codeOf(await dossier(site.visitor(), 'open'));
    const page = await site.visitor().get(`/en/verify/${code}`);
    expect(page.status).toBe(200);
    const told = words(await page.text());
    for (const one of ['Kenes issued this dossier', cases.open.number, '5 February 2026', 'Nothing has happened'])
      expect(told).toContain(one);
    const { root } = await world.db.prisma.registerDay.findFirstOrThrow();
    expect(told).toContain(root);
  });

  it('tells of a private case how many events followed, and not its subject, parties or page', async () => {
    const code = await codeOf(await dossier(ngo, 'private'));
    await must(acceptAppeal(world, cast.registrar, { appealId: cases.private.id }));
    for (const [lang, title] of [
      ['kk', 'Бұл жинақты Kenes берген'],
      ['ru', 'Это досье выдал Kenes'],
      ['en', '1 event has followed'],
    ] as const) {
      const html = await (await site.visitor().get(`/${lang}/verify/${code}`)).text();
      expect(words(html)).toContain(title);
      for (const kept of ['Тихое дело', SECRET, cast.ngo.name, `/appeals/${cases.private.number}`])
        expect(html).not.toContain(kept);
    }
  });

  it('can’t be made by anybody else: another stand, day, audience, record or signature is not ours', async () => {
    const code = await codeOf(await dossier(ngo, 'private'));
    const parts = code.split('.');
    const changed = (at: number, to: string) => parts.with(at, to).join('.');
    // The last byte of a signature is often nought: a sign in the middle is made another.
    const other = (parts[6] ?? '').replace(
      /^(.{20})(.)/,
      (_all, before: string, sign: string) => before + (sign === 'A' ? 'B' : 'A'),
    );
    const forged = [
      ...[
        changed(0, cases.open.number),
        changed(1, String(Number(parts[1]) + 1)),
        changed(2, '2026-02-04'),
        changed(3, 'body'),
        changed(4, 'kk'),
      ],
      ...[changed(5, 'AAAAAAAAAAAAAAAAAAAAAA'), changed(6, other), `${code}.x`, 'x', '%00'],
    ];
    for (const one of forged) {
      const answer = await site.visitor().get(`/en/verify/${one}`);
      expect([one, answer.status]).toEqual([one, 404]);
      expect(words(await answer.text())).toContain('Kenes did not issue');
    }
  });

  it('does not vouch for a record that was written anew', async () => {
    const code = await codeOf(await dossier(ngo, 'private'));
    const stream = `appeal:${cases.private.id}`;
    const [{ hash, version } = { hash: '', version: 0 }] = await world.db.prisma.event.findMany({
      ...{ where: { stream }, orderBy: { version: 'desc' }, take: 1, select: { hash: true, version: true } },
    });
    const rewrite = (to: string) =>
      world.db.pool.query(
        `BEGIN; SET LOCAL session_replication_role = replica; UPDATE "Event" SET hash = '${to}' WHERE stream = '${stream}' AND version = ${version}; COMMIT`,
      );
    await rewrite('f'.repeat(64));
    const told = words(await (await site.visitor().get(`/en/verify/${code}`)).text());
    await rewrite(hash);
    expect(told).toContain('The record is not what the dossier says');
    expect(told).not.toContain('Kenes issued this dossier It');
  });
});

describe('the file of a dossier', () => {
  const check = async (bytes: Buffer | null): Promise<string> => {
    const sent = new FormData();
    if (bytes) sent.append('file', new File([new Uint8Array(bytes)], 'dossier.pdf'));
    return words(await (await site.visitor().post('/en/verify', sent)).text());
  };

  it('shows itself whole, changed in any byte, or as no file of ours', async () => {
    const bytes = await dossier(ngo, 'private');
    expect(await check(bytes)).toContain('The file is whole');
    const changed = Buffer.from(bytes);
    const middle = Math.trunc(bytes.length / 2);
    changed[middle] = (changed[middle] ?? 0) ^ 1;
    expect(await check(changed)).toContain('The file was changed');
    expect(await check(bytes.subarray(0, -1))).toContain('no signature of Kenes');
    expect(await check(Buffer.from('%PDF-1.7'))).toContain('no signature of Kenes');
    expect(await check(null)).toContain('Choose a file');
    const other = await dossier(site.visitor(), 'open');
    const spliced = Buffer.concat([
      other.subarray(0, other.lastIndexOf('\n%kenes')),
      bytes.subarray(bytes.lastIndexOf('\n%kenes')),
    ]);
    expect(await check(spliced)).toContain('The file was changed');
  });
});

/** Pixels that a camera makes of a point, and white paper around what it is held at. */
const [PIXELS, AROUND] = [4, 48];

/** What a square code says that is among the filled rectangles of a page, painted black on white; null where there is none. */
function readCode(page: string): string | null {
  const filled = [...page.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\n/g)].map((found) =>
    found.slice(1).map((one) => Number(one) * PIXELS),
  );
  if (filled.length === 0) return null;
  const [left, top] = [0, 1].map((axis) => Math.min(...filled.map((one) => one[axis] ?? 0)) - AROUND) as [
    number,
    number,
  ];
  const [right, end] = [0, 1].map((axis) =>
    Math.max(...filled.map((one) => (one[axis] ?? 0) + (one[axis + 2] ?? 0))),
  ) as [number, number];
  const [width, height] = [Math.ceil(right - left) + AROUND, Math.ceil(end - top) + AROUND];
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [x = 0, y = 0, w = 0, h = 0] of filled)
    for (let row = Math.round(y - top); row < Math.round(y + h - top); row++) {
      const line = row * width - left;
      pixels.fill(0, Math.round(line + x) * 4, Math.round(line + x + w) * 4);
    }
  // Alpha is not looked at.
  return jsQR(pixels, width, height)?.data ?? null;
}

/** The streams of a file, unpacked, as text. */
function streamsOf(bytes: Buffer): string[] {
  const text = bytes.toString('latin1');
  return [...text.matchAll(/\/Length (\d+)[^>]*>>\nstream\n/g)].flatMap((found) => {
    const from = found.index + found[0].length;
    try {
      return [inflateSync(bytes.subarray(from, from + Number(found[1]))).toString('latin1')];
    } catch {
      return [];
    }
  });
}
