// Files made to harm, at every form that takes files: refused or kept as what they are, never unpacked out of measure, never a fault; and
// bodies without an end are let go of, without the process growing.
import { deflateRawSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { textOfFile } from '../../app/data/file-text';
import { search } from '../../workers/search';
import { polluted } from '../help/hostile';
import { form, givePasswords, signedInOn, type Browser } from '../help/page';
import { must, roundHouse } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import { zip } from '../help/zip';
import { never } from '../workers/help';

const test = testWorld('2026-02-02');
const { world } = test;
const faults: string[] = [];
world.log = {
  ...world.log,
  error: (facts, text) => void faults.push(`${text}: ${JSON.stringify(facts).slice(0, 600)}`),
};
const house = roundHouse(test, () => cast);
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
let uploads: { module: string; address: string; browser: Browser; fields: Record<string, string> }[];
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['']);
  const { number } = await must(fileAppeal(world, cast.ngo, anAppeal(cast)));
  const numberOf = async (id: string) => (await world.db.prisma.round.findUniqueOrThrow({ where: { id } })).number;
  const preparing = await numberOf(await house.prepare());
  const open = await numberOf(await house.open());
  const as = (who: 'ngo' | 'citizen' | 'executor' | 'registrar' | 'head' | 'secretary') => signedInOn(site, cast[who]);
  const text = 'Вполне обычные слова, которых довольно для любого поля.';
  uploads = [
    {
      module: 'appeals/new',
      address: '/ru/appeals/new',
      browser: await as('ngo'),
      fields: { ...anAppeal(cast), looked: 'yes' },
    },
    {
      module: 'appeals/act',
      address: `/ru/appeals/${number}/ask-cure`,
      browser: await as('executor'),
      fields: { text },
    },
    {
      module: 'contests/make',
      address: `/ru/appeals/${number}/contest`,
      browser: await as('head'),
      fields: { claim: 'not_counted' },
    },
    {
      module: 'rounds/comment-new',
      address: `/ru/rounds/${open}/comment`,
      browser: await as('citizen'),
      fields: { text, language: 'ru' },
    },
    {
      module: 'round-work/act',
      address: `/ru/rounds/${open}/acts/enter`,
      browser: await as('registrar'),
      fields: { text },
    },
    {
      module: 'round-work/documents',
      address: `/ru/rounds/${preparing}/documents`,
      browser: await as('executor'),
      fields: { kind: 'draft' },
    },
    {
      module: 'admin/imports',
      address: '/ru/admin/imports',
      browser: await signedInOn(site, cast.administrator),
      fields: { kind: 'bodies' },
    },
    {
      module: 'verify/file',
      address: '/ru/verify',
      browser: site.visitor(),
      fields: {},
    },
    {
      module: 'instruments/list',
      address: '/ru/councils/ministry-council/instruments',
      browser: await as('secretary'),
      fields: { intent: 'file' },
    },
  ];
}, 120_000);

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const TYPES = Buffer.from(
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
);
const SHEETS = Buffer.from(
  String(TYPES)
    .replace('/word/document.xml', '/xl/workbook.xml')
    .replace('wordprocessingml.document', 'spreadsheetml.sheet'),
);
const types = { name: '[Content_Types].xml', data: TYPES };
const xxe = (body: string) =>
  Buffer.from(
    `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/"><!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]>${body}`,
  );
const ZEROS = Buffer.alloc(64_000_000);
const docx = (...parts: { name: string; data: Buffer; size?: number }[]) => zip([types, ...parts]);
const words = (text: string) =>
  Buffer.from(`<w:document ${W}><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`);

/** A picture that says it has four thousand million points. */
const hugePicture = (): Buffer => {
  const head = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  head.writeUInt32BE(65_535, 16);
  head.writeUInt32BE(65_535, 20);
  return head;
};
/** Each of many entries is the same packed bytes: a zip that has no large part and is large all the same. */
const overlapping = (): Buffer => {
  const whole = zip([types, { name: 'word/document.xml', data: ZEROS }]);
  const at = whole.lastIndexOf(Buffer.from('PK\x01\x02'));
  const end = whole.lastIndexOf(Buffer.from('PK\x05\x06'));
  const entry = whole.subarray(at, end);
  const directory = Buffer.concat([
    whole.subarray(whole.indexOf(Buffer.from('PK\x01\x02')), at),
    ...Array.from({ length: 2_000 }, () => entry),
  ]);
  const tail = Buffer.from(whole.subarray(end));
  tail.writeUInt16LE(2_001, 8);
  tail.writeUInt16LE(2_001, 10);
  tail.writeUInt32LE(directory.length, 12);
  return Buffer.concat([whole.subarray(0, whole.indexOf(Buffer.from('PK\x01\x02'))), directory, tail]);
};
const nested = (): Buffer => {
  let inner = zip([{ name: 'a', data: ZEROS }]);
  for (let depth = 0; depth < 20; depth++)
    inner = zip([
      { name: 'a.zip', data: inner },
      { name: 'b.zip', data: inner },
    ]);
  return docx({ name: 'word/document.xml', data: words('внутри') }, { name: 'word/embeddings/a.zip', data: inner });
};
const GIF = Buffer.from('R0lGODlhAQABAAAAACw=', 'base64');
const FILES: Record<string, () => { name: string; bytes: Buffer }> = {
  'a zip that climbs out of its folder': () => ({
    name: 'slip.docx',
    bytes: docx(
      { name: '../../../../tmp/slip', data: Buffer.from('x') },
      { name: 'word/document.xml', data: words('слип') },
    ),
  }),
  'a part that is three hundred times what it was': () => ({
    name: 'bomb.docx',
    bytes: docx({ name: 'word/document.xml', data: ZEROS }),
  }),
  'a part that says it is small': () => ({
    name: 'liar.docx',
    bytes: docx({ name: 'word/document.xml', data: ZEROS, size: 100 }),
  }),
  'a bomb where its type is told': () => ({
    name: 'types.docx',
    bytes: zip([{ name: '[Content_Types].xml', data: ZEROS }]),
  }),
  'parts that overlap': () => ({ name: 'quine.docx', bytes: overlapping() }),
  'zips within zips': () => ({ name: 'nested.docx', bytes: nested() }),
  'outside entities in a text': () => ({
    name: 'xxe.docx',
    bytes: docx({
      name: 'word/document.xml',
      data: xxe(`<w:document ${W}><w:body><w:p><w:r><w:t>&x;&y;&c;</w:t></w:r></w:p></w:body></w:document>`),
    }),
  }),
  'outside entities in a table': () => ({
    name: 'xxe.xlsx',
    bytes: zip([
      { name: '[Content_Types].xml', data: SHEETS },
      { name: 'xl/sharedStrings.xml', data: xxe('<sst><si><t>&x;&c;</t></si></sst>') },
    ]),
  }),
  'a picture with four thousand million points': () => ({ name: 'huge.png', bytes: hugePicture() }),
  'a program named as a document': () => ({
    name: 'report.pdf',
    bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500, 0x90)]),
  }),
  'a page named as a picture': () => ({
    name: 'page.png',
    bytes: Buffer.from('<!doctype html><script>alert(1)</script>'),
  }),
  'a drawing with a script': () => ({
    name: 'logo.svg',
    bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  }),
  'a page named as a table': () => ({
    name: 'page.csv',
    bytes: Buffer.from('<!doctype html><script>alert(1)</script>'),
  }),
  'formulas in a table': () => ({ name: 'formulas.csv', bytes: Buffer.from(`=cmd|'/c calc'!A1;@SUM(1+1)\n`) }),
  'a document that is a zip too': () => ({
    name: 'both.pdf',
    bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), zip([{ name: 'a', data: Buffer.from('x') }])]),
  }),
  'a picture that is a script too': () => ({
    name: 'both.jpg',
    bytes: Buffer.concat([GIF, Buffer.from('/*<script>alert(1)</script>*/')]),
  }),
  'nothing but a name': () => ({ name: '..\\..\\con.docx', bytes: Buffer.from('PK') }),
  'a name with everything in it': () => ({
    name: `a\u202Efdp\r\nX: y"<script>alert(1)</script>${'я'.repeat(300)}.txt`,
    bytes: Buffer.from('текст'),
  }),
  'a stream of one byte after a broken heading': () => ({ name: 'cut.odt', bytes: zip([types]).subarray(0, 40) }),
  'packed bytes without an end': () => ({ name: 'raw.xlsx', bytes: deflateRawSync(ZEROS.subarray(0, 1_000_000)) }),
};

const MB = 1_000_000;
/** By how many megabytes the process grew at its largest while `work` ran. */
async function growth(work: () => Promise<void>): Promise<number> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  await work();
  clearInterval(timer);
  return (Math.max(most, process.memoryUsage().rss) - before) / MB;
}

describe('every form that takes files', () => {
  it('stands here', () => {
    const takes = readdirSync('app/pages', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) =>
        /await (?:sentForm|formWithFile)\(/.test(readFileSync(path.join('app/pages', file), 'utf8').toString()),
      )
      .map((file) => file.replace(/\.tsx?$/, ''));
    const through: Record<string, string> = { 'instruments/list': 'instruments/begin' };
    const here = uploads.map(({ module }) => through[module] ?? module);
    // A report on a commitment comes when a round is over; it is read by the same reader as the others.
    expect(takes.filter((module) => !here.includes(module))).toEqual(['round-work/commitment']);
  });

  it.each(Object.keys(FILES))(
    'takes %s without a fault',
    async (what) => {
      const { name, bytes } = FILES[what]?.() ?? { name: '', bytes: Buffer.alloc(0) };
      const wrong: string[] = [];
      for (const { address, browser, fields } of uploads) {
        const before = faults.length;
        const data = form(fields);
        const sent = new File([new Uint8Array(bytes)], name);
        for (const field of ['files', 'file', 'document']) data.append(field, sent);
        const answer = await browser.post(address, data);
        const html = await answer.text();
        if (answer.status >= 500 || faults.length > before || html.includes('<script>alert(1)'))
          wrong.push(`${address}: ${answer.status} ${faults.slice(before).join()}`);
      }
      expect(wrong).toEqual([]);
      expect(polluted()).toBe(false);
    },
    120_000,
  );

  it('what was taken is kept under its hash, and its words are found without unpacking more than is allowed', async () => {
    const kept = await world.db.prisma.file.findMany();
    for (const { name, sha256 } of kept) {
      expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    const grew = await growth(async () => {
      await search(world, never);
      for (const make of Object.values(FILES)) {
        const { name, bytes } = make();
        const type = name.endsWith('.xlsx')
          ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
          : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
        const text = await textOfFile(bytes, type);
        expect(text).not.toContain('root:');
        expect(text).not.toContain('hahaha');
        expect(text.length).toBeLessThanOrEqual(400_000);
      }
    });
    expect(grew).toBeLessThan(500);
  }, 120_000);
});

const BOUNDARY = 'kenes-boundary';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
const PIECE = new Uint8Array(65_536).fill(0x61);

type Body = { type: string; stream: ReadableStream<Uint8Array> };
/** As a browser sends it, piece by piece. */
const streamed = ({ type, stream }: Body): RequestInit => {
  const init: RequestInit & { duplex: 'half' } = {
    ...{ method: 'POST', body: stream, duplex: 'half' },
    headers: { 'content-type': type, origin: 'http://kenes.test' },
  };
  return init;
};

/** `start`, then so many bytes of the same, made as they are asked for; `told` hears how many were. */
function endless(type: string, start: string, bytes: number, told: { asked: number }): Body {
  let begun = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (!begun) {
        begun = true;
        return controller.enqueue(Buffer.from(start));
      }
      told.asked += PIECE.length;
      if (told.asked > bytes) return controller.close();
      controller.enqueue(PIECE);
    },
  });
  return { type, stream };
}
const part = (name: string, more = '') => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n`;
const TWO_GB = 2_000_000_000;

describe('a body without an end', () => {
  const bodies: [what: string, type: string, start: string][] = [
    ['a file of two gigabytes', TYPE, `${part('files', '; filename="a.pdf"')}\r\n%PDF-1.7\n`],
    ['a text of two gigabytes', TYPE, `${part('text')}\r\n`],
    ['a heading of two gigabytes', TYPE, `${part('text')}X-Long: `],
    ['a beginning without any part', TYPE, 'x'],
    ['plain fields of two gigabytes', 'application/x-www-form-urlencoded', 'text='],
    ['a body that is no form', 'application/json', '{"text":"'],
  ];
  it.each(bodies)(
    '%s is let go of, at every form, without the process growing',
    async (_what, type, start) => {
      const places = [
        ...uploads,
        { address: '/ru/inbox', browser: uploads[0]?.browser },
        { address: '/ru/sign-in', browser: site.visitor() },
      ];
      for (const { address, browser } of places) {
        const told = { asked: 0 };
        const before = faults.length;
        let status = 0;
        const grew = await growth(async () => {
          const answer = await browser?.send(address, streamed(endless(type, start, TWO_GB, told)));
          await answer?.text();
          status = answer?.status ?? 0;
        });
        expect({ address, status: status < 500, faults: faults.slice(before) }).toEqual({
          address,
          status: true,
          faults: [],
        });
        expect(told.asked, address).toBeLessThan(400_000_000);
        expect(grew, address).toBeLessThan(200);
      }
    },
    300_000,
  );

  it('thousands of parts are refused, as are thousands of files', async () => {
    const parts = Array.from({ length: 50_000 }, (_, n) => `${part(`f${n}`)}\r\nx\r\n`).join('');
    const files = Array.from({ length: 5_000 }, (_, n) => `${part('files', `; filename="${n}.txt"`)}\r\nx\r\n`).join(
      '',
    );
    for (const body of [parts, files])
      for (const { address, browser } of uploads) {
        const stream = new Blob([`${body}--${BOUNDARY}--\r\n`]).stream() as ReadableStream<Uint8Array>;
        const answer = await browser.send(address, streamed({ type: TYPE, stream }));
        expect([400, 413, 422], address).toContain(answer.status);
      }
    expect(faults).toEqual([]);
  }, 120_000);
});
