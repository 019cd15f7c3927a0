// The words of PDF files: of honest ones in three languages and of forms that were filled in; and that of hostile ones neither memory nor
// time is taken out of measure, in a process of its own that knows nothing of ours.
import { createRequire } from 'node:module';
import path from 'node:path';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pdfWordsOf } from '../../app/data/documents/pdf/words';
import { pdfOf } from '../../app/papers/pdf';
import { lockedPdf, onePage, pdfFrom } from '../help/pdf';

const FONT = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
const say = (text: string) => ({ data: `BT /F1 12 Tf 10 10 Td (${text}) Tj ET` });
const LIMITS = { seconds: 6, megabytes: 240, pages: 50, characters: 10_000 };
const honest = (lang: 'kk' | 'ru' | 'en', text: string) =>
  pdfOf({ title: 'Kenes', lang, made: new Date(0), parts: [{ kind: 'paragraph', text }] });

describe('the words of a PDF file', () => {
  it('are read in Kazakh, Russian and English', async () => {
    const said = await Promise.all([
      pdfWordsOf(await honest('kk', 'Қоғамдық кеңестің әңгімесі, ғимарат, һәм ұлы іс')),
      pdfWordsOf(await honest('ru', 'Пандус у входа №5')),
      pdfWordsOf(await honest('en', 'A ramp at the door')),
    ]);
    const [kk, ru, en] = said.map((one) => ('pages' in one ? one.pages.join('\n') : one.unread));
    expect(kk).toContain('Қоғамдық кеңестің әңгімесі, ғимарат, һәм ұлы іс');
    expect(ru).toContain('Пандус у входа №5');
    expect(en).toContain('A ramp at the door');
  });

  it('are also what was typed into a form; a scan has pages and no words', async () => {
    const field = '<< /Type /Annot /Subtype /Widget /FT /Tx /T (iin) /V (850101300124) /Rect [0 0 90 20] /DA (/F1 12 Tf) >>';
    const form = pdfFrom([
      '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << ${FONT} >> /Annots [5 0 R] >>`,
      say('IIN:'),
      field,
    ]);
    const picture = { dictionary: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', data: '\x7f' };
    const scan = onePage({ data: 'q 200 0 0 200 0 0 cm /Im Do Q' }, '/XObject << /Im 5 0 R >>', [picture]);
    expect(await Promise.all([pdfWordsOf(form), pdfWordsOf(scan)])).toEqual([{ pages: ['IIN:\n850101300124'] }, { pages: [''] }]);
  });

  it('are none where a password is asked for, or where the file is no whole PDF', async () => {
    const whole = await honest('ru', 'Пандус '.repeat(3_000));
    const [locked, empty, head] = await Promise.all([
      pdfWordsOf(await lockedPdf()),
      pdfWordsOf(Buffer.alloc(0)),
      pdfWordsOf(Buffer.from('%PDF-1.7')),
    ]);
    expect([locked, empty, head]).toEqual([{ unread: 'locked' }, { unread: 'broken' }, { unread: 'broken' }]);
    // What is left of a file that was cut may be read or not; it ends.
    expect(await pdfWordsOf(whole.subarray(0, whole.length / 2), LIMITS)).toBeTypeOf('object');
  });
});

describe('a PDF file made to harm', () => {
  const timed = async (bytes: Buffer, seconds = LIMITS.seconds) => {
    const began = performance.now();
    const said = await pdfWordsOf(bytes, { ...LIMITS, seconds });
    expect(performance.now() - began).toBeLessThan((seconds + 3) * 1000);
    return said;
  };

  it('that grows when it is unpacked ends with the process that reads it', async () => {
    const zeros = Buffer.alloc(250_000_000);
    const contents = onePage({ data: zeros, packed: 2 });
    expect(contents.length).toBeLessThan(20_000);
    const objects = pdfFrom([
      '<< /Type /Catalog /Pages 7 0 R >>',
      { dictionary: '/Type /ObjStm /N 100000000 /First 400000000', data: zeros, packed: 2 },
    ]);
    const before = process.memoryUsage.rss();
    expect(await timed(contents, 3)).toEqual({ unread: 'too_much' });
    expect(await timed(objects, 2)).toMatchObject({ unread: expect.any(String) });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  });

  it('that draws itself ten times in ten depths is given up', async () => {
    const deep = Array.from({ length: 12 }, (_, at) => ({
      dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${FONT} /XObject << /X ${at + 6} 0 R >> >>`,
      data: at === 11 ? 'BT /F1 12 Tf (a) Tj ET' : '/X Do '.repeat(10),
    }));
    expect(await timed(onePage({ data: '/X Do' }, '/XObject << /X 5 0 R >>', deep), 1)).toEqual({ unread: 'too_much' });
  });

  it('that is nested a million deep, or whose pages are each other’s parents, is no document', async () => {
    const nested = pdfFrom([`<< /Type /Catalog /Pages ${'['.repeat(1_000_000)}${']'.repeat(1_000_000)} >>`]);
    const round = pdfFrom(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>']);
    expect(await timed(nested)).toMatchObject({ unread: expect.any(String) });
    expect(await timed(round)).toMatchObject({ unread: expect.any(String) });
  });

  it('of ten thousand pages is read as far as its limit, and scripts in it are not run', async () => {
    const kids = Array.from({ length: 10_000 }, (_, at) => `${at + 4} 0 R`).join(' ');
    const pages = Array.from({ length: 10_000 }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 3 0 R /Resources << >> >>');
    const many = pdfFrom(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count 10000 >>`, { data: '' }, ...pages]);
    const said = await timed(many);
    const read = 'pages' in said ? said.pages.length : 0;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(LIMITS.pages);
    const scripted = onePage(say('words'), FONT, [], '/OpenAction << /S /JavaScript /JS (for\\(;;\\);) >>');
    expect(await timed(scripted)).toEqual({ pages: ['words'] });
  });
});

describe('the reader', () => {
  it('is found from every bundle, stands in the repository that the image holds, and its package is installed for running', () => {
    const root = path.resolve('.');
    for (const bundle of ['build/start.js', 'build/server/index.js', 'app/data/documents/pdf/words.ts'])
      expect(createRequire(path.join(root, bundle)).resolve('#pdf-reader')).toBe(path.join(root, 'app/data/documents/pdf/reader.mjs'));
    expect(existsSync('app/data/documents/pdf/reader.mjs')).toBe(true);
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
    expect(dependencies['pdfjs-dist']).toBeTypeOf('string');
    const image = readFileSync('Dockerfile', 'utf8');
    expect(image).toContain('COPY . .');
    expect(image).toContain('COPY --from=build --chown=root:root /kenes ./');
    expect(readFileSync('.dockerignore', 'utf8').split('\n')).not.toContain('app');
  });
});
