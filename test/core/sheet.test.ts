import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DONT_KNOW,
  drawnOrder,
  fieldsOf,
  longestSheet,
  numbersNeeded,
  readSheet,
  visiblePages,
  type SheetForm,
  type Values,
} from '../../app/core/sheet';
import type { Instrument } from '../../guide/schema';

const basis = [{ act: 'guide', article: '13', confidence: 'platform' as const, verified: '2026-11-26' as const }];
const asked = { construct: 'other' as const, directions: ['ngo_to_body' as const, 'body_to_ngo' as const], basis };
const scale = { ...asked, kind: 'scale' as const, scale: 'trust', reversed: false };
const page = (id: string, ...items: Instrument['pages'][number]['items']): Instrument['pages'][number] => ({
  ...{ id, items, when: null, shuffled: false },
});
const one = (item: string, when: Instrument['pages'][number]['when'] = null) => ({ item, when });

/** Trust, then what came of the case; why it is not settled only where it is not; what went wrong only for those who know why. */
const instrument: Instrument = {
  id: 'after',
  occasion: 'after_case',
  directions: ['ngo_to_body'],
  minutes: 2,
  basis,
  required: ['trust', 'settled'],
  divided_by: 'settled',
  pages: [
    page('first', one('trust'), one('settled')),
    page('more', one('why', { item: 'settled', any_of: ['no', DONT_KNOW] }), one('ways')),
    { ...page('why_page', one('wrong')), when: { item: 'why', any_of: ['wrong'] } },
    page('last', one('channels'), one('words', { item: 'trust', any_of: [0, 1, 2] })),
  ],
  scales: { trust: { from: 0, to: 10, labelled: false }, agree: { from: -2, to: 2, labelled: true } },
  items: {
    trust: { ...scale, dont_know: true },
    settled: { ...asked, kind: 'choice', options: ['yes', 'no'], dont_know: true },
    why: { ...asked, kind: 'choice', options: ['late', 'wrong'], dont_know: false },
    wrong: { ...scale, scale: 'agree', dont_know: false },
    ways: { ...asked, kind: 'multiple', options: ['letter', 'call', 'visit'], at_most: 2, dont_know: true },
    channels: { ...asked, kind: 'matrix', scale: 'agree', rows: ['site', 'phone'], dont_know: true },
    words: { ...asked, kind: 'text', longest: 100 },
  },
  texts: { kk: {}, ru: {}, en: {} },
};

const read = (form: SheetForm, of = instrument) => readSheet(of, 'ngo_to_body', form);
const values = (form: SheetForm, of = instrument): Values => {
  const sheet = read({ trust: '7', settled: 'yes', ...form }, of);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
  return sheet.values;
};
const problems = (form: SheetForm, of = instrument) => {
  const sheet = read({ trust: '7', settled: 'yes', ...form }, of);
  return sheet.ok ? {} : sheet.problems;
};

describe('a posted form is read', () => {
  it('a point, an option, several options in the order of the instrument, rows and a text, each as what it is', () => {
    expect(
      values({
        ...{ trust: '1', settled: 'no', why: 'wrong', wrong: '-2', ways: ['visit', 'letter'] },
        ...{ 'channels.site': '2', 'channels.phone': DONT_KNOW, words: '  First\r\nsecond  ' },
      }),
    ).toEqual({
      ...{ trust: 1, settled: 'no', why: 'wrong', wrong: -2, ways: ['letter', 'visit'] },
      ...{ channels: { site: 2, phone: DONT_KNOW }, words: 'First\nsecond' },
    });
  });

  it('"don\'t know" is an answer of its own in every form, and what was left out is absent', () => {
    expect(values({ trust: DONT_KNOW, settled: DONT_KNOW, ways: DONT_KNOW })).toEqual({
      trust: DONT_KNOW,
      settled: DONT_KNOW,
      ways: DONT_KNOW,
    });
    expect(values({ ways: '', words: ' ', 'channels.site': '' })).toEqual({ trust: 7, settled: 'yes' });
  });

  it.each([
    ['a required item without an answer', { trust: '' }, { trust: 'required' }],
    ['a point above the scale', { trust: '11' }, { trust: 'bad_value' }],
    ['a point below the scale', { trust: '-1' }, { trust: 'bad_value' }],
    ['half a point', { trust: '7.5' }, { trust: 'bad_value' }],
    ['a point in other digits', { trust: '0x7' }, { trust: 'bad_value' }],
    ['two points at once', { trust: ['7', '8'] }, { trust: 'bad_value' }],
    ['two options of one choice', { settled: ['yes', 'no'] }, { settled: 'bad_value' }],
    ['an option that is not offered', { settled: 'perhaps' }, { settled: 'bad_choice' }],
    ['an option of several that is not offered', { ways: ['letter', 'pigeon'] }, { ways: 'bad_choice' }],
    ['more options than may be', { ways: ['letter', 'call', 'visit'] }, { ways: 'too_many' }],
    ['"don\'t know" beside an option', { ways: ['letter', DONT_KNOW] }, { ways: 'not_together' }],
    ['a row beyond the scale', { 'channels.site': '3' }, { 'channels.site': 'bad_value' }],
    ['a row answered twice', { 'channels.site': ['1', '2'] }, { 'channels.site': 'bad_value' }],
    ['a text that is too long', { trust: '0', words: 'x'.repeat(101) }, { words: 'too_long' }],
    ['"don\'t know" where it is not offered', { settled: 'no', why: DONT_KNOW }, { why: 'bad_choice' }],
  ] as [string, SheetForm, object][])('%s is a problem of its field', (_, form, expected) => {
    expect(problems(form)).toEqual(expected);
  });

  it('one option repeated is one option', () => {
    expect(values({ ways: ['call', 'call', 'letter'] }).ways).toEqual(['letter', 'call']);
  });

  it('every row of a required matrix needs its answer', () => {
    const of = { ...instrument, required: ['channels'] };
    expect(problems({ 'channels.site': '1' }, of)).toEqual({ 'channels.phone': 'required' });
  });

  it('fields that no item has are not read, whatever they are called', () => {
    expect(values({ constructor: '1', toString: '2', other: 'x', 'trust.site': '3' })).toEqual({
      trust: 7,
      settled: 'yes',
    });
  });

  it('in a direction in which the instrument is not asked it throws', () => {
    expect(() => readSheet(instrument, 'body_to_ngo', {})).toThrow('after is not asked body_to_ngo');
  });
});

describe('branching', () => {
  const seen = (given: Values) =>
    visiblePages(instrument, given).map(({ id, items }) => [id, ...items.map((it) => it.item)]);

  it('shows an item by the answer before it, a page by an answer of an earlier page, and no empty page', () => {
    expect(seen({})).toEqual([
      ['first', 'trust', 'settled'],
      ['more', 'ways'],
      ['last', 'channels'],
    ]);
    expect(seen({ settled: 'no', why: 'wrong', trust: 2 })).toEqual([
      ['first', 'trust', 'settled'],
      ['more', 'why', 'ways'],
      ['why_page', 'wrong'],
      ['last', 'channels', 'words'],
    ]);
    expect(seen({ settled: DONT_KNOW })[1]).toEqual(['more', 'why', 'ways']);
  });

  it('an answer to a hidden item opens nothing', () => {
    expect(seen({ settled: 'yes', why: 'wrong' }).map(([id]) => id)).toEqual(['first', 'more', 'last']);
  });

  it('answers to hidden items are dropped, with what is wrong with them', () => {
    expect(values({ why: 'wrong', wrong: '99', words: 'x'.repeat(500) })).toEqual({ trust: 7, settled: 'yes' });
  });
});

describe('a sheet can be read again', () => {
  const point = (from: number, to: number) => fc.oneof(fc.integer({ min: from, max: to }), fc.constant(DONT_KNOW));
  const form = fc.record(
    {
      trust: point(0, 10).map(String),
      settled: fc.constantFrom('yes', 'no', DONT_KNOW),
      why: fc.constantFrom('late', 'wrong', ''),
      wrong: fc.integer({ min: -2, max: 2 }).map(String),
      ways: fc.oneof(fc.subarray(['letter', 'call', 'visit'], { maxLength: 2 }), fc.constant([DONT_KNOW])),
      'channels.site': point(-2, 2).map(String),
      'channels.phone': point(-2, 2).map(String),
      words: fc.string({ maxLength: 100 }),
    },
    { requiredKeys: ['trust', 'settled'] },
  );

  it('the fields that its values give say the same values, and only of items that are shown', () => {
    fc.assert(
      fc.property(form, (given) => {
        const sheet = read(given);
        if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
        expect(read(fieldsOf(sheet.values))).toEqual(sheet);
        const shown = visiblePages(instrument, sheet.values).flatMap(({ items }) => items.map(({ item }) => item));
        expect(Object.keys(sheet.values).filter((item) => !shown.includes(item))).toEqual([]);
      }),
    );
  });
});

describe('the longest sheet', () => {
  it('is as long as any that can be read, whatever is typed', () => {
    const unit = fc.oneof(
      fc.constantFrom('"', '\\', '\n', '\u0001', 'ұ', '\uFFFF', '\u2028', '😀', '\uD800'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 100 }), (words) => {
        const sheet = read({
          ...{ trust: '0', settled: 'no', why: 'wrong', wrong: '-2', ways: ['letter', 'visit'] },
          ...{ 'channels.site': DONT_KNOW, 'channels.phone': DONT_KNOW, words: words.slice(0, 100) },
        });
        if (!sheet.ok) throw new Error(JSON.stringify(sheet.problems));
        expect(Buffer.byteLength(JSON.stringify(sheet.values))).toBeLessThanOrEqual(longestSheet(instrument));
      }),
    );
    expect(longestSheet(instrument)).toBeGreaterThan(300);
  });
  it('what nobody types is left out of a text', () => {
    expect(values({ trust: '0', words: ' a\u0000\u0007b\tc\r\nd\uD800 ' }).words).toBe('ab\tc\nd');
  });
});

describe('an order drawn by chance', () => {
  const shuffled: Instrument = {
    ...instrument,
    pages: [
      page('first', one('trust'), one('settled')),
      {
        ...page('more', one('ways'), one('why', { item: 'ways', any_of: ['letter'] }), one('channels'), one('words')),
        shuffled: true,
      },
    ],
  };
  const order = (chance: number[]) =>
    drawnOrder(shuffled, chance).pages.map(({ items }) => items.map(({ item }) => item));

  it('moves only the items of pages that say so, and keeps what depends on an item right behind it', () => {
    expect(numbersNeeded(shuffled)).toBe(4);
    expect(order([0.9, 0, 0.1, 0.5])).toEqual([
      ['trust', 'settled'],
      ['channels', 'words', 'ways', 'why'],
    ]);
    expect(order([0.1, 0.9, 0.2, 0.3])[1]).toEqual(['ways', 'why', 'channels', 'words']);
  });

  it('keeps every item, each once, and puts each of the free ones first as often as another', () => {
    const first = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (chance) => {
          const [, more] = order(chance);
          expect([...(more ?? [])].sort()).toEqual(['channels', 'ways', 'why', 'words']);
        },
      ),
    );
    for (let a = 0; a < 9; a += 1)
      for (let b = 0; b < 9; b += 1)
        for (let c = 0; c < 9; c += 1) {
          if (a === b || b === c || a === c) continue;
          const [item] = order([a / 9, 0, b / 9, c / 9])[1] ?? [];
          first.set(String(item), (first.get(String(item)) ?? 0) + 1);
        }
    expect([...first.entries()].sort()).toEqual([
      ['channels', 168],
      ['ways', 168],
      ['words', 168],
    ]);
  });

  it('with too few numbers throws', () => {
    expect(() => order([0.1])).toThrow('the order needs 4 random numbers');
  });
});
