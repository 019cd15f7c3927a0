// The site speaks three languages, each whole: the same texts, none empty, no English left in Kazakh or Russian, every plural said.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES, textFor, type Locale } from '../../app/text';

type Leaf = { path: string; value: unknown };
const leaves = (value: unknown, path = ''): Leaf[] =>
  value !== null && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
    : [{ path, value }];

/** What a text may be told: numbers, days, a length of time, words, several of them, facts by name. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 22, 25, 101].map((n) => [n, n + 1, n + 2]);
const WORD = 'сөз';
const FACTS = {
  until: 1_770_000_000_000,
  limit: 5,
  name: WORD,
  due: '2026-03-21',
  cap: '2026-05-01',
  was: '2026-03-21',
  opens: '2026-03-02',
  closes: '2026-03-21',
  earliest: '2026-03-26',
  found: WORD,
  count: 5,
  open: 21,
  present: 8,
  needed: 12,
  most: 10,
  for: 6,
};
const TELLINGS: readonly (readonly (readonly unknown[])[])[] = [
  [[]],
  COUNTS,
  [['2026-03-21', '2026-04-16', '2026-05-01']],
  [[WORD, '2026-03-21', '2026-04-16']],
  COUNTS.map((n) => [...n.slice(0, 1), '2026-03-21', '2026-04-16']),
  COUNTS.map((n) => [...n.slice(0, 1), 'working_day']),
  COUNTS.map((n) => [WORD, ...n]),
  [[['2026-03-21', '2026-03-22'], 2]],
  [[[WORD, WORD], 8]],
  [[FACTS]],
  [[WORD, WORD, WORD]],
];
const GAP = /\{n\}|\[object|NaN|undefined|Invalid|не\u00a0?\s?число|сан емес/;
/** Everything a text says when it is told what it understands; empty when nothing makes it speak cleanly. */
const said = (value: unknown): string[] => {
  if (typeof value !== 'function') return [String(value)];
  return TELLINGS.flatMap((telling) => {
    try {
      const words = telling.flatMap((args) => leaves(value(...args)).map(({ value: one }) => String(one)));
      return words.every((text) => text.trim() !== '' && !GAP.test(text)) ? words : [];
    } catch {
      return []; // Not what this text takes.
    }
  });
};

const shape = (locale: Locale) =>
  leaves(textFor(locale))
    .map(({ path }) => path)
    .sort();

describe.each(LOCALES)('the texts in %s', (locale) => {
  it('are the same as in English, one for one', () => {
    expect(shape(locale)).toEqual(shape('en'));
  });

  it('are never empty and hold no gap where a word should be', () => {
    const faulty = leaves(textFor(locale)).filter(({ value }) => {
      const words = said(value);
      return words.length === 0 || words.some((text) => text.trim() === '' || GAP.test(text));
    });
    expect(faulty.map(({ path }) => path)).toEqual([]);
  });
});

/** Names that every language writes alike, and machines' own words. */
const ALIKE =
  /\b(If-None-Match|RateLimit(?:-Policy)?|Idempotency-Key|Retry-After|x-request-id|Content-Type|application\/(?:json|octet-stream)|openapi\.json|Accept(?:-Language)?|Authorization: Bearer|ETag|UUID|UTF|cookie|Allow|e-Otinish|OpenAPI|Kenes|JSON|PDF|SMTP|Redis|PostgreSQL|Node\.js|English|BIN|API|CSV|Markdown|PNG|JPEG|HTML|DOCX|XLSX|wd|mo|d|x|T\d\d|kind|rule|received|registered|from|term|lang|SHA|example|kz|working_day|iCalendar|Atom|YAML|RFC|HPKE|TOTP|PIN|Standard Webhooks|webhook-(?:id|timestamp|signature)|HMAC-SHA256|OWASP|ASVS|base64|id\.timestamp)\b/gi;
/** Works are cited, and formulas written, in their own letters. */
const isCited = (path: string): boolean => /\.(source|formula)$/.test(path);

describe.each(['kk', 'ru'] as const)('in %s', (locale) => {
  it('no English is left', () => {
    const own = leaves(textFor(locale)).filter(({ path }) => !isCited(path));
    const english = own.flatMap(({ path, value }) =>
      said(value)
        .map((text) => text.replace(/\S+@\S+|https?:\S+|«[a-z]+»/gi, '').replace(ALIKE, ''))
        .filter((text) => /[a-z]{3,}/i.test(text))
        .map((text) => `${path}: ${text}`),
    );
    expect([...new Set(english)]).toEqual([]);
  });

  it('nothing is simply the English text', () => {
    const english = new Map(leaves(textFor('en')).map(({ path, value }) => [path, value]));
    const same = leaves(textFor(locale)).filter(
      ({ path, value }) =>
        !isCited(path) &&
        typeof value === 'string' &&
        /[a-z]{4,}/i.test(value.replace(ALIKE, '')) &&
        value === english.get(path),
    );
    expect(same.map(({ path }) => path)).toEqual([]);
  });
});

describe('Kazakh', () => {
  it('is Kazakh: its own letters stand in most texts', () => {
    const texts = leaves(textFor('kk')).flatMap(({ value }) =>
      typeof value === 'string' && value.length > 25 ? [value] : [],
    );
    const own = texts.filter((text) => /[әғқңөұүһі]/i.test(text));
    expect(own.length / texts.length).toBeGreaterThan(0.97);
  });
});

/**
 * Forms that come together in a language's plurals. Russian needs few and many beside one, but not in the genitive
 * ('в течение 1 часа', 'в течение 2 часов'), where one and other say everything.
 */
const TOGETHER = {
  kk: [['one', 'other']],
  ru: [
    ['few', 'many'],
    ['one', 'other'],
  ],
  en: [['one', 'other']],
} as const;

describe.each(LOCALES)('plurals in %s', (locale) => {
  it('have every form that the language has', () => {
    const folder = path.resolve('app/text', locale);
    const lacking = readdirSync(folder).flatMap((file) => {
      const source = readFileSync(path.join(folder, file), 'utf8');
      const times = (form: string) => source.match(new RegExp(`\\b${form}:\\s+['\`][^'\`]*\\{n\\}`, 'g'))?.length ?? 0;
      return TOGETHER[locale].filter(([a, b]) => times(a) !== times(b)).map((forms) => `${file}: ${forms.join(', ')}`);
    });
    expect(lacking).toEqual([]);
  });
});

describe('Russian counts', () => {
  it('with one, few and many, each its own form', () => {
    const { ledger } = textFor('ru');
    expect([1, 2, 5, 21, 22, 25].map((n) => ledger.term(n, 'working_day'))).toEqual([
      '1 рабочий день',
      '2 рабочих дня',
      '5 рабочих дней',
      '21 рабочий день',
      '22 рабочих дня',
      '25 рабочих дней',
    ]);
  });
});
