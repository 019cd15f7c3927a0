import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { plainOf } from '../../app/data/documents/markdown';
import { markdownOfDocx } from '../../app/data/documents/docx';
import { docxOf } from '../../app/papers/docx';
import type { Paper, PaperPart } from '../../app/papers/paper';
import { pdfOf } from '../../app/papers/pdf';
import { modulesOf, pngOf } from '../../app/papers/square-code';
import { readPdf, type Heard } from './read-pdf';

const LONG =
  'Уәкілетті орган өтінішті ол тіркелген күннен бастап он жұмыс күні ішінде қарайды және өтініш берушіні хабардар етеді. ';
const paper = (parts: PaperPart[], more: Partial<Paper> = {}): Paper => ({
  title: 'Қоғамдық талқылау: «Мектеп автобусы»',
  lang: 'kk',
  made: new Date('2026-11-23T10:00:00Z'),
  parts,
  ...more,
});
const REPORT = paper([
  {
    kind: 'facts',
    rows: [
      ['Мемлекеттік орган', 'Оқу-ағарту министрлігі'],
      ['Бюджет', '12 500 000 ₸'],
    ],
  },
  { kind: 'heading', level: 1, text: 'Біз сұрадық' },
  { kind: 'paragraph', text: 'ӘҒҚҢӨҰҮҺІ әғқңөұүһі — «тырнақша», № 5' },
  { kind: 'list', items: ['бір', 'екі'] },
  { kind: 'heading', level: 2, text: 'Сіз айттыңыз' },
  {
    kind: 'table',
    head: ['№', 'Пікір'],
    rows: [
      ['1', 'қысқарту'],
      ['2', ''],
    ],
  },
]);
const outline = ({ tag, scope, text, children }: Heard): unknown => [
  scope ? `${tag} ${scope}` : tag,
  ...(text === '' ? [] : [text]),
  ...children.map(outline),
];
const allText = ({ text, children }: Heard): string => [text, ...children.map(allText)].join(' ');
const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('a paper as PDF', () => {
  it('is heard as it was written: title, facts, headings, lists and tables with what heads them', async () => {
    const { tree, title, lang, marked, unbalanced, outline: bookmarks } = readPdf(await pdfOf(REPORT));
    expect({ title, lang, marked, unbalanced }).toEqual({
      title: REPORT.title,
      lang: 'kk-KZ',
      marked: true,
      unbalanced: 0,
    });
    expect(outline(tree)).toEqual([
      'Document',
      ['H1', REPORT.title],
      [
        'Table',
        ['TR', ['TH Row', 'Мемлекеттік орган'], ['TD', 'Оқу-ағарту министрлігі']],
        ['TR', ['TH Row', 'Бюджет'], ['TD', '12 500 000 ₸']],
      ],
      ['H2', 'Біз сұрадық'],
      ['P', 'ӘҒҚҢӨҰҮҺІ әғқңөұүһі — «тырнақша», № 5'],
      ['L', ['LI', ['Lbl', '•'], ['LBody', 'бір']], ['LI', ['Lbl', '•'], ['LBody', 'екі']]],
      ['H3', 'Сіз айттыңыз'],
      [
        'Table',
        ['TR', ['TH Column', '№'], ['TH Column', 'Пікір']],
        ['TR', ['TD', '1'], ['TD', 'қысқарту']],
        ['TR', ['TD', '2'], ['TD']],
      ],
    ]);
    expect(bookmarks).toEqual(expect.arrayContaining([REPORT.title, 'Біз сұрадық', 'Сіз айттыңыз']));
  });

  it('numbers its pages, and repeats the header of a table without saying it twice', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [`${at + 1}`, LONG]);
    const { tree, pages, artifacts } = readPdf(
      await pdfOf(paper([{ kind: 'table', head: ['Нөмірі', 'Пікір'], rows }])),
    );
    expect(pages).toBeGreaterThan(2);
    for (let page = 1; page <= pages; page++) expect(artifacts.join('|')).toContain(`${page} / ${pages}`);
    expect(artifacts.join('|').split('Нөмірі').length - 1).toBe(pages - 1);
    expect(allText(tree).split('Нөмірі').length - 1).toBe(1);
  });

  it('a row longer than a page goes on on the next, and nothing of it is lost', async () => {
    const { tree, pages, unbalanced } = readPdf(
      await pdfOf(paper([{ kind: 'table', head: ['№', 'Пікір'], rows: [['1', LONG.repeat(120)]] }])),
    );
    expect(pages).toBeGreaterThan(2);
    expect(unbalanced).toBe(0);
    expect(words(allText(tree)).filter((word) => word === 'өтініш')).toHaveLength(120);
  });

  it('prints a sign that the font has not as one that is missing, and no control character', async () => {
    const { tree } = readPdf(await pdfOf(paper([{ kind: 'paragraph', text: 'жол\u0007 😀 \u200Bсоңы\nекінші' }])));
    expect(tree.children[1]?.text).toBe('жол � соңы екінші');
  });

  it('is the same for the same paper, byte for byte, and says no other time than the paper', async () => {
    const [one, two] = [await pdfOf(REPORT), await pdfOf(REPORT)];
    expect(one.equals(two)).toBe(true);
    expect(one.toString('latin1')).toContain('D:20261123100000Z');
    expect((await pdfOf(paper([], { lang: 'ru' }))).toString('latin1')).toContain('ru-KZ');
  });

  it('a paper without parts, and parts without content, are papers too', async () => {
    const empty: PaperPart[] = [
      { kind: 'table', head: [], rows: [] },
      { kind: 'facts', rows: [] },
      { kind: 'list', items: [] },
      { kind: 'paragraph', text: '' },
    ];
    expect(readPdf(await pdfOf(paper(empty))).unbalanced).toBe(0);
    expect((await markdownOfDocx(await docxOf(paper(empty)))).ok).toBe(true);
  });
});

const CODE: PaperPart = {
  kind: 'code',
  address: 'https://kenes.example/kk/verify/1',
  alt: 'Шаршы код',
  text: 'Тексеріңіз',
};

describe('a square code on paper', () => {
  it('is a figure with words for whoever can’t see it, and its address in letters beside it', async () => {
    const { tree, unbalanced } = readPdf(await pdfOf(paper([CODE])));
    expect(unbalanced).toBe(0);
    expect(outline(tree)).toEqual([
      'Document',
      ['H1', REPORT.title],
      ['Figure'],
      ['P', `${CODE.text} ${CODE.address}`],
    ]);
    const { value } = await mammoth.convertToHtml({ buffer: await docxOf(paper([CODE])) });
    expect(value).toContain('alt="Шаршы код"');
    expect(value).toContain('data:image/png;base64,');
    expect(value).toContain(CODE.address);
  });

  it('as a picture is the code, point by point', () => {
    const modules = modulesOf(CODE.address);
    const png = pngOf(modules, 2);
    const from = png.indexOf('IDAT') + 4;
    const points = inflateSync(png.subarray(from, from + png.readUInt32BE(from - 8)));
    const size = modules.length * 2;
    for (const [y, row] of modules.entries())
      for (const [x, dark] of row.entries())
        for (const at of [2 * y * (size + 1) + 1 + 2 * x, (2 * y + 1) * (size + 1) + 2 + 2 * x])
          expect(points[at]).toBe(dark ? 0 : 255);
  });
});

describe('a paper as DOCX', () => {
  it('is read by another program as it was written', async () => {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: await docxOf(REPORT) },
      { styleMap: "p[style-name='Title'] => h1:fresh" },
    );
    expect(messages).toEqual([]);
    expect(value).toBe(
      '<h1>Қоғамдық талқылау: «Мектеп автобусы»</h1>' +
        '<table><tr><td><p><strong>Мемлекеттік орган</strong></p></td><td><p>Оқу-ағарту министрлігі</p></td></tr>' +
        '<tr><td><p><strong>Бюджет</strong></p></td><td><p>12 500 000 ₸</p></td></tr></table>' +
        '<h1>Біз сұрадық</h1><p>ӘҒҚҢӨҰҮҺІ әғқңөұүһі — «тырнақша», № 5</p><ul><li>бір</li><li>екі</li></ul><h2>Сіз айттыңыз</h2>' +
        '<table><thead><tr><th><p><strong>№</strong></p></th><th><p><strong>Пікір</strong></p></th></tr></thead>' +
        '<tbody><tr><td><p>1</p></td><td><p>қысқарту</p></td></tr><tr><td><p>2</p></td><td></td></tr></tbody></table>',
    );
  });
});

describe('both', () => {
  const text = fc
    .array(
      fc.constantFrom(
        'орган',
        'өтініш',
        '2026',
        '«Заң»',
        'ә',
        '5-бап',
        'ұзынсөзұзынсөзұзынсөзұзынсөзұзынсөзұзынсөзұзынсөз',
        '\n',
        '&',
        '<b>',
      ),
      { maxLength: 30 },
    )
    .map((all) => all.join(' '));
  const part = fc.oneof(
    fc.record({
      kind: fc.constant('heading' as const),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      text,
    }),
    fc.record({ kind: fc.constant('paragraph' as const), text }),
    fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { maxLength: 4 }) }),
    fc.record({
      kind: fc.constant('table' as const),
      head: fc.array(text, { minLength: 1, maxLength: 6 }),
      rows: fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('facts' as const), rows: fc.array(fc.tuple(text, text), { maxLength: 4 }) }),
  );

  it('say every word of the paper once, in its order', async () => {
    const said = (one: PaperPart): string[] => {
      if (one.kind === 'list') return [...one.items];
      if (one.kind === 'table') return [...one.head, ...one.rows.flat()];
      return one.kind === 'facts' ? one.rows.flat() : [one.text];
    };
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 5 }), async (parts) => {
        const expected = words([REPORT.title, ...parts.flatMap(said)].join(' '));
        const { tree, unbalanced } = readPdf(await pdfOf(paper(parts)));
        expect(unbalanced).toBe(0);
        // A word longer than a line stands on several; listened to, it is one.
        expect(words(allText(tree))).toEqual(expected);
        const read = await markdownOfDocx(await docxOf(paper(parts)));
        expect(read.ok && words(plainOf(read.markdown.replaceAll('<br>', ' ')))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});
