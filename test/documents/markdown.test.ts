import type { Element, Root, RootContent } from 'hast';
import fc from 'fast-check';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { sameText } from '../../app/core/clause';
import { htmlOf, plainOf, readDocument } from '../../app/data/documents/markdown';

const read = (markdown: string) => readDocument(markdown).clauses;
const outline = (markdown: string) => read(markdown).map(({ number, heading, text }) => [number, heading, text]);

describe('a draft is split into clauses', () => {
  it('as Russian drafts number them', () => {
    const draft = `# Об утверждении Правил

**Глава 1. Общие положения**

**Статья 5. Предмет регулирования**
1. Настоящие Правила разработаны
в соответствии с Законом.
2. В Правилах используются понятия:
1) заявитель – физическое лицо;
2)*орган* – акимат.
а) сноска

Абзац без номера.

Статья 6. Вступает в силу со дня опубликования.
5-1. Добавленный пункт
1.2. Вложенный пункт`;
    expect(outline(draft)).toEqual([
      [null, 'Об утверждении Правил', ''],
      ['Глава 1', 'Общие положения', ''],
      ['Статья 5', 'Предмет регулирования', ''],
      ['1.', null, 'Настоящие Правила разработаны\nв соответствии с Законом.'],
      ['2.', null, 'В Правилах используются понятия:'],
      ['1)', null, 'заявитель – физическое лицо;'],
      ['2)', null, '*орган* – акимат.'],
      ['а)', null, 'сноска'],
      [null, null, 'Абзац без номера.'],
      ['Статья 6', null, 'Вступает в силу со дня опубликования.'],
      ['5-1.', null, 'Добавленный пункт'],
      ['1.2.', null, 'Вложенный пункт'],
    ]);
  });

  it('as Kazakh drafts number them', () => {
    const draft = `ҚАҒИДАЛАР
===

## 2-тарау. Өтінішті қарау тәртібі
### 5-бап. Мақсаты
5-баптың талаптары сақталады.
1. Өтініш беруші:
  1) жеке куәлігін;
  2) сенімхатын ұсынады.
**6-бап.** Мерзімдер`;
    expect(outline(draft)).toEqual([
      [null, 'ҚАҒИДАЛАР', ''],
      ['2-тарау', 'Өтінішті қарау тәртібі', ''],
      ['5-бап', 'Мақсаты', '5-баптың талаптары сақталады.'],
      ['1.', null, 'Өтініш беруші:'],
      ['1)', null, 'жеке куәлігін;'],
      ['2)', null, 'сенімхатын ұсынады.'],
      ['6-бап', 'Мерзімдер', ''],
    ]);
  });

  it('a row of a comparison table is one clause, with the header above it and the number of its first column', () => {
    const [head, row, second] = read(`| № | Действующая редакция | Предлагаемая редакция |
|---|:--|--:|
| 1 | срок **10** дней | срок 5 дней |
| 2 | a \\| b | лишняя | ячейка |`);
    expect(head).toMatchObject({ number: null, plain: '№ | Действующая редакция | Предлагаемая редакция' });
    expect(row).toEqual({
      number: '1',
      heading: null,
      text: '| Действующая редакция | Предлагаемая редакция |\n| --- | --- |\n| срок **10** дней | срок 5 дней |',
      plain: 'срок 10 дней | срок 5 дней',
    });
    expect(second?.plain).toBe('a | b | лишняя | ячейка');
    expect(htmlOf(second?.text ?? '')).toContain('<td>ячейка</td>');
  });

  it('items of a list are clauses; rules, comments and pictures without words are none', () => {
    expect(outline('- бір\n- екі\n\n---\n\n<!-- ескерту -->\n\n![](https://a.kz/x.png)\n\n• үш')).toEqual([
      [null, null, 'бір'],
      [null, null, 'екі'],
      [null, null, 'үш'],
    ]);
  });

  it('a long title goes on in the next line, a text after it does not', () => {
    expect(
      outline('Глава 2. Порядок рассмотрения\nобращений граждан\n\nГлава 3. Сроки\nСрок составляет пять дней.'),
    ).toEqual([
      ['Глава 2', 'Порядок рассмотрения обращений граждан', ''],
      ['Глава 3', 'Сроки', 'Срок составляет пять дней.'],
    ]);
  });

  it('what follows a number makes no list or heading of its own', () => {
    const [clause] = read('1) 2026. жыл');
    expect(clause).toMatchObject({ number: '1)', plain: '2026. жыл' });
    expect(plainOf(read('3) # белгісі')[0]?.text ?? '')).toBe('# белгісі');
  });

  it('only the number changed: the clause says the same', () => {
    expect(sameText(read('5. Срок – пять дней.')[0]?.plain ?? '', read('6) Срок - пять дней;')[0]?.plain ?? '')).toBe(
      true,
    );
  });

  const words = fc.array(
    fc.constantFrom('орган', 'өтініш', 'мерзімі', '**маңызды**', '*күні*', 'қаралады', '«құжат»', '2026'),
    { minLength: 1, maxLength: 12 },
  );
  const number = fc.constantFrom(
    '',
    '1. ',
    '2) ',
    'ә) ',
    'Статья 5. ',
    '7-бап. ',
    '## Глава 2. ',
    '# ',
    '- ',
    '5-1. ',
    '> ',
  );
  const drafts = fc.array(fc.tuple(number, words, fc.constantFrom('\n', '\n\n', '\r\n')), { maxLength: 30 });

  it('no word of a draft is lost, and none is twice', () => {
    const wordsOf = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).sort();
    fc.assert(
      fc.property(drafts, (parts) => {
        const markdown = parts.map(([label, said, end]) => label + said.join(' ') + end).join('');
        const clauses = read(markdown);
        expect(wordsOf(clauses.map(({ number: label, plain }) => `${label ?? ''} ${plain}`).join('\n'))).toEqual(
          wordsOf(markdown),
        );
      }),
    );
  });

  it('a clause read again from its own text says the same', () => {
    fc.assert(
      fc.property(drafts, (parts) => {
        for (const { text, heading, plain } of read(
          parts.map(([label, said, end]) => label + said.join(' ') + end).join(''),
        )) {
          expect([heading, plainOf(text)].filter(Boolean).join('\n')).toBe(plain);
        }
      }),
    );
  });
});

/** Everything that stands in the HTML, as a browser would read it. */
const elementsOf = (html: string): Element[] => {
  const within = (node: Root | RootContent): Element[] =>
    'children' in node ? [...(node.type === 'element' ? [node] : []), ...node.children.flatMap(within)] : [];
  return within(unified().use(rehypeParse, { fragment: true }).parse(html));
};
const textOf = (node: Root | RootContent): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
const ALLOWED = [
  'p',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'blockquote',
  'hr',
  'br',
  'pre',
  'code',
  'strong',
  'em',
  'del',
  'a',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
];

const expectHarmless = (html: string) => {
  for (const { tagName, properties } of elementsOf(html)) {
    expect(ALLOWED).toContain(tagName);
    const { href, ...others } = properties;
    expect(Object.keys(others).filter((name) => !['rel', 'scope', 'start'].includes(name))).toEqual([]);
    if (tagName === 'a') expect(String(href)).toMatch(/^(?:https?:\/\/|mailto:)/i);
    else expect(href).toBeUndefined();
  }
};

describe('the HTML of a draft', () => {
  it('leaves the first heading to the page, and tight lists tight', () => {
    expect(htmlOf('# Ереже\n\n###### Ескерту\n\n1. бір\n2. екі')).toBe(
      '<h2>Ереже</h2>\n<h6>Ескерту</h6>\n<ol>\n<li>бір</li>\n<li>екі</li>\n</ol>',
    );
  });

  it('has links to other sites only, which vouch for nothing', () => {
    const html = htmlOf(
      '[a](https://adilet.kz/x) [b](/kk/sign-out) [c](javascript:alert(1)) [d](JaVaScRiPt&colon;alert(1)) <mailto:a@b.kz> [e](data:text/html,x) [f](//evil.kz)',
    );
    expect(elementsOf(html).flatMap(({ tagName, properties }) => (tagName === 'a' ? [properties.href] : []))).toEqual([
      'https://adilet.kz/x',
      'mailto:a@b.kz',
    ]);
    expect(html).toContain('rel="nofollow noopener noreferrer"');
    expectHarmless(html);
  });

  it('shows raw HTML as it was written, and hides nothing but comments', () => {
    const html = htmlOf(
      'Срок <b onclick="x()">10</b> дней<!-- тайно --><br>со дня\n\n<div style="display:none">жасырын мәтін</div>\n\n<script>alert(1)</script>',
    );
    expectHarmless(html);
    const text = textOf(unified().use(rehypeParse, { fragment: true }).parse(html));
    for (const word of ['onclick', '10', 'со дня', 'жасырын мәтін', 'alert(1)']) expect(text).toContain(word);
    expect(text).not.toContain('тайно');
  });

  it('keeps the words of pictures and footnotes', () => {
    const html = htmlOf('![сызба](https://evil.kz/pixel.png) текст[^1]\n\n[^1]: ескертпе');
    expectHarmless(html);
    expect(html).not.toContain('pixel');
    for (const word of ['сызба', 'ескертпе']) expect(html).toContain(word);
  });

  it('tables have headed columns', () => {
    expect(htmlOf('| a | b |\n|---|---|\n| 1<br>2 | 3 |')).toContain('<th scope="col">a</th>');
  });

  const HOSTILE = [
    ...[
      '<script>',
      '</script>',
      '<img src=x onerror=alert(1)>',
      '<svg/onload=alert(1)>',
      '<iframe src="javascript:alert(1)">',
      '<style>*{}</style>',
    ],
    ...[
      '[x](javascript:alert(1))',
      '![x](javascript:alert(1))',
      '<javascript:alert(1)>',
      '[x]: javascript:alert(1)\n',
      '[x]',
      '[^x]',
      '[^x]: y\n',
    ],
    ...[
      '<a href="x" id="main" name="body">',
      '&lt;script&gt;',
      '\\<script>',
      '`<script>`',
      '```\n',
      '<!--',
      '-->',
      '\0',
      '\uE000',
      '\uE002',
    ],
    ...[
      '| a | b |\n|---|---|\n| <td onclick=x> |',
      '> ',
      '- ',
      '1. ',
      '# ',
      '    ',
      '\n',
      '\n\n',
      '***',
      '~~',
      '_',
      '](',
      '[',
      '!',
      'www.a.kz',
      'https://a.kz/"onx=1',
    ],
    ...[
      '<math><mi//xlink:href="data:x,<script>">',
      '<![CDATA[x]]>',
      '<?php x ?>',
      '\u202E',
      'мәтін',
      '&#0;',
      '&#x6A;avascript:',
      'http://[::1]/',
    ],
  ];
  const hostile = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 25,
  });

  it('is harmless whatever was written', () => {
    fc.assert(
      fc.property(hostile, (pieces) => {
        const markdown = pieces.join('');
        expectHarmless(htmlOf(markdown));
        for (const clause of read(markdown)) expectHarmless(htmlOf(clause.text));
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['stars', '**a_ '],
    ['brackets', '[a]['],
    ['pictures', '![a]('],
    ['footnotes', '[^a]'],
    ['unclosed comments', '<!-- a\n\n'],
    ['quotations', '> '],
    ['lists in lists', '- '],
    ['tables', '|a|b|\n|-|-|\n|c|d|\n\n'],
    ['lines', 'a\n'],
    ['items that begin nothing', '5) **a_ [b](\n'],
    ['deep items', '          - **a_ **b_\n'],
  ])('of %s without end nothing is lost', (_what, piece) => {
    const long = piece.repeat(Math.ceil(12_000 / piece.length));
    expectHarmless(htmlOf(long).slice(0, 8_000));
    // Which letters of a comment or a note count differs by where it ends: these two are checked for harm only.
    const uncounted = piece.includes('<!--') || piece.startsWith('[^');
    const letters = (text: string) => (uncounted ? 0 : (text.match(/[abcd]/g) ?? []).length);
    const said = read(long).map(({ plain }) => plain);
    expect(letters(said.join(''))).toBe(letters(long));
  });

  it('a page of opened and never closed marks is read in seconds: a parser left to itself takes a minute', () => {
    const began = performance.now();
    htmlOf('**a_ '.repeat(20_000));
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
