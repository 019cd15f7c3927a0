import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  DeletedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type FileChild,
  type ILevelsOptions,
} from 'docx';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { markdownOfDocx } from '../../app/data/documents/docx';
import { htmlOf, plainOf, readDocument } from '../../app/data/documents/markdown';
import { zip } from '../help/zip';

const level = (at: number, text: string, format: ILevelsOptions['format'] = LevelFormat.DECIMAL): ILevelsOptions => ({
  level: at,
  format,
  text,
});
const file = (children: FileChild[], more: Partial<ConstructorParameters<typeof Document>[0]> = {}): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          {
            reference: 'articles',
            levels: [level(0, '%1-бап.'), level(1, '%2.'), level(2, '%3)'), level(3, '%4)', LevelFormat.RUSSIAN_LOWER)],
          },
          { reference: 'chapters', levels: [level(0, 'Глава %1.', LevelFormat.UPPER_ROMAN), level(1, '%1.%2.')] },
          { reference: 'bullets', levels: [level(0, '–', LevelFormat.BULLET), level(1, 'o', LevelFormat.BULLET)] },
        ],
      },
      ...more,
      sections: [{ children }],
    }),
  );
const p = (text: string, options: object = {}) => new Paragraph({ ...options, children: [new TextRun(text)] });
const numbered = (text: string, reference: string, at: number, instance = 0) =>
  p(text, { numbering: { reference, level: at, instance } });
const cell = (...texts: string[]) => new TableCell({ children: texts.map((text) => p(text)) });
const row = (...texts: string[]) => new TableRow({ children: texts.map((text) => cell(text)) });

const read = async (bytes: Buffer) => {
  const result = await markdownOfDocx(bytes);
  if (!result.ok) throw new Error(result.problem);
  return result;
};

const RELS = Buffer.from(
  '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
);
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const withBody = (body: string, size?: number) =>
  zip([
    { name: '_rels/.rels', data: RELS },
    {
      name: 'word/document.xml',
      data: Buffer.from(`<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`),
      size,
    },
  ]);

describe('a draft from Word', () => {
  it('keeps the numbers that Word prints and does not write, in Kazakh and Russian', async () => {
    const { markdown } = await read(
      await file([
        p('Қоғамдық кеңес туралы қағидалар', { heading: HeadingLevel.TITLE }),
        numbered('Мақсаты', 'articles', 0),
        numbered('Өтініш берілетін құжаттар:', 'articles', 1),
        numbered('өтініш;', 'articles', 2),
        numbered('сенімхат.', 'articles', 2),
        numbered('нотариат куәландырған', 'articles', 3),
        numbered('Мерзімі – бес жұмыс күні.', 'articles', 1),
        numbered('Қорытынды ережелер', 'articles', 0),
        numbered('Күшіне енеді.', 'articles', 1),
        numbered('Общие положения', 'chapters', 0),
        numbered('Настоящие Правила определяют порядок.', 'chapters', 1),
      ]),
    );
    expect(readDocument(markdown).clauses.map(({ number, heading, plain }) => [number, heading, plain])).toEqual([
      [null, 'Қоғамдық кеңес туралы қағидалар', 'Қоғамдық кеңес туралы қағидалар'],
      ['1-бап', 'Мақсаты', 'Мақсаты'],
      ['1.', null, 'Өтініш берілетін құжаттар:'],
      ['1)', null, 'өтініш;'],
      ['2)', null, 'сенімхат.'],
      ['а)', null, 'нотариат куәландырған'],
      ['2.', null, 'Мерзімі – бес жұмыс күні.'],
      ['2-бап', 'Қорытынды ережелер', 'Қорытынды ережелер'],
      ['1.', null, 'Күшіне енеді.'],
      ['Глава I', 'Общие положения', 'Общие положения'],
      // Word writes the number of the level above in its own letters.
      [null, null, 'I.1. Настоящие Правила определяют порядок.'],
    ]);
  });

  it('a list that begins anew counts from one again', async () => {
    const { markdown } = await read(
      await file([
        numbered('а', 'articles', 2, 1),
        numbered('б', 'articles', 2, 1),
        p('текст'),
        numbered('в', 'articles', 2, 2),
      ]),
    );
    expect(markdown).toBe('1) а\n\n2) б\n\nтекст\n\n1) в');
  });

  it('keeps headings, emphasis, links, breaks, bullets and notes', async () => {
    const { markdown } = await read(
      await file(
        [
          p('Глава 1. Общие положения', { heading: HeadingLevel.HEADING_2 }),
          new Paragraph({
            children: [
              new TextRun({ text: 'Жирный', bold: true }),
              new TextRun(' и '),
              new TextRun({ text: 'курсив ', italics: true }),
              new TextRun({ children: [new Tab(), 'текст'] }),
              new FootnoteReferenceRun(1),
              new TextRun({ text: 'новая строка', break: 1 }),
              new ExternalHyperlink({ link: 'https://adilet.zan.kz/rus', children: [new TextRun(' Закон')] }),
              new ExternalHyperlink({ link: 'javascript:alert(1)', children: [new TextRun(' ловушка')] }),
            ],
          }),
          numbered('бір', 'bullets', 0),
          numbered('екі', 'bullets', 1),
        ],
        { footnotes: { 1: { children: [p('Сноска *с* _знаками_.')] } } },
      ),
    );
    expect(markdown).toBe(
      '## Глава 1. Общие положения\n\n**Жирный** и *курсив* текст[^1]\nновая строка[Закон](<https://adilet.zan.kz/rus>) ловушка\n\n- бір\n  - екі\n\n[^1]: Сноска \\*с\\* \\_знаками\\_.',
    );
  });

  it('reads a comparison table row by row, merged cells and several paragraphs included', async () => {
    const wide = new TableRow({ children: [new TableCell({ columnSpan: 3, children: [p('Глава | общая')] })] });
    const two = new TableRow({ children: [cell('1'), cell('Статья 5.', 'Срок – 10 дней.'), cell('Срок – 5 дней.')] });
    const { markdown } = await read(
      await file([
        new Table({ rows: [row('№', 'Действующая редакция', 'Предлагаемая редакция'), wide, two] }),
        new Table({ rows: [row('рамка')] }),
      ]),
    );
    expect(markdown).toBe(
      [
        '| № | Действующая редакция | Предлагаемая редакция |',
        '| --- | --- | --- |',
        '| Глава \\| общая |  |  |',
        '| 1 | Статья 5.<br>Срок – 10 дней. | Срок – 5 дней. |',
        '',
        'рамка',
      ].join('\n'),
    );
    expect(readDocument(markdown).clauses.at(2)).toMatchObject({
      number: '1',
      plain: 'Статья 5.\nСрок – 10 дней. | Срок – 5 дней.',
    });
  });

  it('takes tracked changes as accepted, leaves pictures and hidden text out, and says so', async () => {
    const change = { id: 1, author: 'А', date: '2026-01-01T00:00:00Z' };
    const { markdown, warnings } = await read(
      await file([
        new Paragraph({
          children: [
            new TextRun('Срок '),
            new DeletedTextRun({ ...change, text: '10' }),
            new InsertedTextRun({ ...change, id: 2, text: '5' }),
            new TextRun(' дней'),
            new TextRun({ text: 'тайно', vanish: true }),
            new ImageRun({ type: 'png', data: Buffer.from('x'), transformation: { width: 1, height: 1 } }),
          ],
        }),
      ]),
    );
    expect(markdown).toBe('Срок 5 дней');
    expect(Object.fromEntries(warnings.map(({ kind, count }) => [kind, count]))).toEqual({
      changes: 2,
      hidden: 1,
      images: 1,
    });
  });

  it('reads text boxes, old symbols, both editions of the standard and other prefixes', async () => {
    const box =
      '<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>қорап</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:t>екінші рет</w:t></mc:Fallback></mc:AlternateContent></w:r>';
    const symbol =
      '<w:r><w:t>10 </w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:t>C &amp; &#1179; &lt;b&gt;</w:t></w:r>';
    expect((await read(withBody(`<w:p>${symbol}${box}</w:p>`))).markdown).toBe('10 °C & қ \\<b>\n\nқорап');
    const other = zip([
      { name: '_rels/.rels', data: RELS },
      {
        name: 'word/document.xml',
        data: Buffer.from(
          '<n0:document xmlns:n0="http://purl.oclc.org/ooxml/wordprocessingml/main"><n0:body><n0:p><n0:r><n0:t>мәтін</n0:t></n0:r></n0:p></n0:body></n0:document>',
        ),
      },
    ]);
    expect((await read(other)).markdown).toBe('мәтін');
  });

  it('no macro is read', async () => {
    const bytes = zip([
      { name: '_rels/.rels', data: RELS },
      {
        name: 'word/document.xml',
        data: Buffer.from(`<w:document ${W}><w:body><w:p><w:r><w:t>мәтін</w:t></w:r></w:p></w:body></w:document>`),
      },
      { name: 'word/vbaProject.bin', data: Buffer.from('x') },
    ]);
    expect(await markdownOfDocx(bytes)).toEqual({
      ok: true,
      markdown: 'мәтін',
      warnings: [{ kind: 'macros', count: 1 }],
    });
  });

  const runs = fc.array(
    fc.record({
      text: fc.oneof(
        fc.constantFrom(
          'орган',
          ' ',
          '«Заң»',
          '10',
          '*',
          '_x_',
          '[a](b)',
          '<b>',
          '`',
          '\\',
          '&amp;',
          '(',
          '.',
          '- ',
          '#',
          ' бап',
        ),
        fc.string({ maxLength: 3 }),
      ),
      bold: fc.boolean(),
      italics: fc.boolean(),
    }),
    { maxLength: 8 },
  );

  it.each(['- 10.', '- 10. бап', '+ 2) тармақ', '- - 3. абзац'])(
    'a paragraph typed as %s keeps its number',
    async (text) => {
      const { markdown } = await read(await file([new Paragraph({ children: [new TextRun(text)] })]));
      expect(plainOf(markdown)).toContain(text.replace(/^[-+ ]+/, ''));
    },
  );

  it('whatever is bold, slanted or looks like markup: the text that comes out is the text that went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(runs, { minLength: 1, maxLength: 4 }), async (paragraphs) => {
        const bytes = await file(
          paragraphs.map((children) => new Paragraph({ children: children.map((run) => new TextRun(run)) })),
        );
        const { markdown } = await read(bytes);
        const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
        // Another reader of the format says what is in the file.
        expect(words(plainOf(markdown))).toEqual(words((await mammoth.extractRawText({ buffer: bytes })).value));
        expect(htmlOf(markdown)).not.toMatch(/<b>|<script/);
      }),
      // The same ways each time: a test is no lottery. Whoever looks for more gives another seed.
      { numRuns: 60, seed: 2026 },
    );
  });
});

describe('what is no draft from Word', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('Статья 1. Текст')],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    [
      'an old .doc or one with a password',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array.from({ length: 600 }, () => 0)]),
    ],
    ['a zip of other things', zip([{ name: 'a.txt', data: Buffer.from('a') }])],
    [
      'a table of Excel',
      zip([
        { name: '_rels/.rels', data: Buffer.from(RELS.toString().replace('word/document', 'xl/workbook')) },
        { name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') },
      ]),
    ],
  ])('%s is refused as such', async (_what, bytes) => {
    expect(await markdownOfDocx(bytes)).toEqual({ ok: false, problem: 'not_docx' });
  });

  it('a zip bomb is refused before it is unpacked', async () => {
    const bomb = withBody(' ', 500_000_000);
    expect(await markdownOfDocx(bomb)).toEqual({ ok: false, problem: 'too_large' });
  });

  it('a bomb that lies about its size is not unpacked beyond it', async () => {
    const body = `<w:p><w:r><w:t>${'a'.repeat(40_000_000)}</w:t></w:r></w:p>`;
    const before = process.memoryUsage().rss;
    expect(await markdownOfDocx(withBody(body, 1_000))).toEqual({ ok: false, problem: 'too_large' });
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  it('too many parts, and too much text, are refused', async () => {
    const part = { name: '_rels/.rels', data: RELS };
    expect(await markdownOfDocx(zip([part], { count: 60_000 }))).toEqual({ ok: false, problem: 'too_large' });
    expect(await markdownOfDocx(withBody(`<w:p><w:r><w:t>${'ә'.repeat(2_100_000)}</w:t></w:r></w:p>`))).toEqual({
      ok: false,
      problem: 'too_large',
    });
  });

  it.each([
    ['elements that overlap', '<w:p><w:r></w:p></w:r>'],
    ['elements without end', '<w:p><w:r>'],
    ['marks without end', '<w:p w:x="'],
    ['elements in elements in elements', '<w:p>'.repeat(5_000) + '</w:p>'.repeat(5_000)],
  ])('%s are broken', async (_what, body) => {
    expect(await markdownOfDocx(withBody(body))).toEqual({ ok: false, problem: 'broken' });
  });

  it('entities of its own are not even looked at', async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document ${W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
    const bytes = zip([
      { name: '_rels/.rels', data: RELS },
      { name: 'word/document.xml', data: Buffer.from(xml) },
    ]);
    expect(await markdownOfDocx(bytes)).toEqual({ ok: false, problem: 'broken' });
  });

  it('a table wider than any is read as text, not as a table a million cells wide', async () => {
    const cells = (count: number) => `<w:tr>${'<w:tc><w:p><w:r><w:t>а</w:t></w:r></w:p></w:tc>'.repeat(count)}</w:tr>`;
    const { markdown } = await read(withBody(`<w:tbl>${cells(3_000)}${cells(1).repeat(3_000)}</w:tbl>`));
    expect(markdown.length).toBeLessThan(30_000);
    expect(markdown.match(/а/g)?.length).toBe(6_000);
  });

  it('whatever numbers and elements a file has in the wrong place, it is read or refused', async () => {
    const value = fc.constantFrom('0', '1', '-1', '999999999', 'NaN', '', '1e9', '%1');
    const names = fc.constantFrom(
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:pPr',
      'w:numPr',
      'w:ilvl',
      'w:numId',
      'w:gridSpan',
      'w:tcPr',
      'w:outlineLvl',
      'w:pStyle',
      'w:sym',
      'w:footnoteReference',
      'w:hyperlink',
      'w:drawing',
      'w:txbxContent',
      'mc:AlternateContent',
      'w:sdt',
      'w:sdtContent',
      'w:del',
      'x:y',
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6, depthSize: 'large' },
        fc.constantFrom('мәтін', ' ', '&#x10FFFF;', '&bad;', '*'),
        fc
          .tuple(names, value, fc.array(tie('tree'), { maxLength: 4 }))
          .map(([name, said, inner]) => `<${name} w:val="${said}" w:id="${said}">${inner.join('')}</${name}>`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { maxLength: 6 }), async (body) => {
        const result = await markdownOfDocx(withBody(body.join('')));
        expect(result.ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('a file damaged anywhere is read or refused, and never a fault', async () => {
    const whole = await file([numbered('Мақсаты', 'articles', 0), new Table({ rows: [row('а', 'б')] })]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
        fc.nat(whole.length),
        async (changes, end) => {
          const damaged = Buffer.from(whole);
          for (const [at, byte] of changes) damaged[at] = byte;
          const results = [await markdownOfDocx(damaged), await markdownOfDocx(whole.subarray(0, end))];
          for (const result of results)
            expect(result.ok || ['not_docx', 'too_large', 'broken'].includes(result.problem)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
