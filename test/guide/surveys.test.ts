import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { reworded } from '../../guide/check';
import { faultsIn, faultsOfInstrument, instrumentOf } from '../../guide/instrument';
import { loadGuide } from '../../guide/load';
import {
  CONSTRUCTS,
  DIMENSIONS,
  DIRECTIONS,
  DRIVERS,
  instrumentSchema,
  LOCALES,
  OCCASIONS,
  type Instrument,
  type Surveys,
} from '../../guide/schema';

const guide = loadGuide('guide');
const edition = guide.edition('2026-3');
const before = guide.edition('2026-2');
const { surveys } = edition;
if (!surveys) throw new Error('the edition knows no surveys');
const whole = (id: string): Instrument => {
  const found = instrumentOf(edition, id);
  if (!found) throw new Error(`no instrument ${id}`);
  return found;
};

describe('the edition with surveys', () => {
  it('takes over appeals and rounds as they are, and is the one in force for what begins now', () => {
    expect(edition.procedures).toEqual(before.procedures);
    expect(edition.rounds).toEqual(before.rounds);
    expect(before.surveys).toBeNull();
    expect(guide.inForceOn('2026-11-26').surveys).toBe(surveys);
    for (const locale of LOCALES)
      for (const [key, text] of Object.entries(before.texts[locale]))
        if (!key.startsWith('act.guide.')) expect(edition.texts[locale][key], key).toBe(text);
  });

  it('has a whole instrument for each occasion, which stands for itself in the shape that waves pin', () => {
    const all = Object.keys(surveys.instruments).map(whole);
    expect(all.map(({ occasion }) => occasion).sort()).toEqual([...OCCASIONS].sort());
    for (const instrument of all) {
      expect(faultsOfInstrument(instrument)).toEqual([]);
      expect(instrumentSchema.parse(structuredClone(instrument))).toEqual(instrument);
      expect(instrumentOf({ surveys, texts: instrument.texts }, instrument.id)).toEqual(instrument);
    }
    expect(instrumentOf(edition, 'monthly')).toBeNull();
    expect(instrumentOf(before, 'yearly')).toBeNull();
  });

  it('asks the same constructs in both directions, each dimension by three items, distrust apart by three', () => {
    const { items } = whole('yearly');
    const of = (construct: string) => Object.values(items).filter((item) => item.construct === construct);
    for (const dimension of [...DIMENSIONS, 'distrust']) expect(of(dimension), dimension).toHaveLength(3);
    for (const driver of DRIVERS) expect(of(driver), driver).toHaveLength(2);
    expect(of('trust')).toHaveLength(1);
    for (const [id, item] of Object.entries(items)) expect(item.directions, id).toEqual([...DIRECTIONS]);
    expect(new Set(Object.values(items).map(({ construct }) => construct))).toEqual(new Set(CONSTRUCTS));
  });

  it('words each item for each side, asks questions, and never asks both sides the same about each other', () => {
    for (const [id, item] of Object.entries(surveys.items))
      for (const locale of LOCALES) {
        const worded = item.directions.map((direction) => edition.texts[locale][`item.${id}.${direction}`]);
        expect(new Set(worded).size, id).toBe(item.directions.length);
        for (const text of worded) expect(text, id).toMatch(/\?$/);
      }
  });

  it('claims no validated scale: every item says that its wording is our own', () => {
    for (const [id, { basis }] of Object.entries(surveys.items))
      expect(basis.at(-1), id).toMatchObject({ act: 'guide', confidence: 'platform', note: 'note.own_items' });
  });

  it('offers "don\'t know" with every question but those answered in words', () => {
    const without = Object.values(surveys.items).filter((item) => item.kind === 'text' || !item.dont_know);
    expect(without.length).toBeGreaterThan(0);
    expect(new Set(without.map(({ kind }) => kind))).toEqual(new Set(['text']));
  });

  it('keeps the survey after a case short, with a question that only some are asked', () => {
    const { pages, minutes } = whole('after_case');
    expect(minutes).toBe(2);
    const items = pages.flatMap((page) => page.items);
    expect(items.length).toBeLessThanOrEqual(6);
    expect(items.filter(({ when }) => when)).toHaveLength(1);
  });

  it('marks what is not confirmed: the points of the shares', () => {
    const { publishing } = surveys;
    expect(publishing.shares.basis.map(({ confidence }) => confidence)).toEqual(['unsure']);
    for (const { basis } of [publishing.public, publishing.internal])
      expect(basis.map(({ confidence }) => confidence)).toEqual(['secondary', 'platform']);
  });
});

describe('an id asks the same in every edition', () => {
  type Kept = typeof edition;
  const later = (changed: Kept) => reworded({ editions: [edition, { ...changed, id: 'later' }] });
  const saying = (lang: 'kk' | 'ru' | 'en', key: string, words: string): Kept => ({
    ...edition,
    texts: { ...edition.texts, [lang]: { ...edition.texts[lang], [key]: words } },
  });
  const onScale = (scale: string): Kept => {
    const { trust } = surveys.items;
    if (trust?.kind !== 'scale') throw new Error('trust is not asked on a scale');
    return { ...edition, surveys: { ...surveys, items: { ...surveys.items, trust: { ...trust, scale } } } };
  };
  it('in all that are published', () => {
    expect(guide.editions.filter((one) => one.surveys !== null).length).toBeGreaterThan(1);
    expect(reworded(guide)).toEqual([]);
  });
  it.each<[string, Kept, string]>([
    ['a word of a question', saying('kk', 'item.trust.ngo_to_body', 'Сенесіз бе?'), 'trust'],
    ['a word on a scale', saying('en', 'scale.agreement.p5', 'agree'), 'agreement'],
    ['another scale', onScale('agreement'), 'trust'],
  ])('%s makes another one', (_what, changed, id) => {
    expect(later(changed)).toEqual([`later: ${id} is not what 2026-3 asked; give it an id of its own`]);
  });
  it('but its name in tables may change', () => {
    expect(later(saying('ru', 'item.trust.name', 'Доверие'))).toEqual([]);
  });
});

describe('surveys that do not hang together are refused', () => {
  const copies: string[] = [];
  afterEach(() => {
    for (const dir of copies.splice(0)) rmSync(dir, { recursive: true });
  });
  const refused = (file: string, from: string | RegExp, to: string) => () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'guide-'));
    copies.push(dir);
    cpSync('guide', dir, { recursive: true });
    const target = path.join(dir, 'editions/2026-3', file);
    const text = readFileSync(target, 'utf8');
    expect(text.replace(from, to), `nothing to replace in ${file}`).not.toBe(text);
    writeFileSync(target, text.replace(from, to));
    return loadGuide(dir);
  };

  it.each([
    ['shares that overlap', 'trust: { from: 6, to: 10 }', 'trust: { from: 5, to: 10 }', /5 belongs to 2 of them/],
    ['a point in no share', 'low: { from: 0, to: 4 }', 'low: { from: 0, to: 3 }', /4 belongs to 0 of them/],
    ['a share beyond the scale', 'trust: { from: 6, to: 10 }', 'trust: { from: 6, to: 11 }', /6 to 11 is no part/],
    [
      'a public threshold below the internal one',
      /public:\n    n: 10/,
      'public:\n    n: 4',
      /shown less than everyone/,
    ],
    ['a threshold that hides nobody', /internal:\n    n: 5/, 'internal:\n    n: 2', /each can be told from the others/],
    ['a coefficient where answers are hidden', 'reliability: { n: 30', 'reliability: { n: 9', /coefficient/],
    [
      'a reminder after the close',
      'remind_after_days: [4, 7]',
      'remind_after_days: [4, 10]',
      /after 10 days comes too late/,
    ],
    [
      'reminders out of order',
      'remind_after_days: [7, 14, 21]',
      'remind_after_days: [14, 7]',
      /yearly: 7 is out of order/,
    ],
    ['an unknown scale', 'scale: quality', 'scale: beauty', /channels: there is no such scale/],
    ['a scale that nobody uses', 'scales:\n', 'scales:\n  trust2: { from: 0, to: 2, labelled: false }\n', /trust2/],
    [
      'an item asked twice',
      '{ item: channels },',
      '{ item: channels }, { item: trust },',
      /yearly: trust is asked twice/,
    ],
    ['an item that is not there', '{ item: channels },', '{ item: canals },', /there is no item canals/],
    ['trust on another scale', /scale: trust\n/, 'scale: quality\n', /trust is asked on another scale than trust/],
    ['a condition on an answer that is not offered', "any_of: [partly, 'no']", 'any_of: [perhaps]', /answered perhaps/],
    ['an occasion without an instrument', 'occasion: free', 'occasion: yearly', /no instrument for free/],
    ['a word the schema does not know', 'construct: distrust', 'construct: hope', /construct/],
  ] as [string, string | RegExp, string, RegExp][])('%s', (_, from, to, message) => {
    expect(refused('surveys.yaml', from, to)).toThrow(message);
  });

  it('a missing text is named by its file and key, one that nobody asks for too', () => {
    expect(refused('text.kk.yaml', /  integrity_truth:\n    name: .*\n/, '  integrity_truth:\n')).toThrow(
      /text\.kk\.yaml: item\.integrity_truth\.name is missing/,
    );
    expect(refused('text.en.yaml', 'cut:\n', 'cut:\n  age: { name: "By age" }\n')).toThrow(/nobody asks for cut\.age/);
  });
});

describe('an instrument is checked by what it holds alone', () => {
  const base = whole('after_case');
  const codes = (changed: Partial<Instrument>) => faultsIn({ ...base, ...changed }).map(({ code }) => code);
  const page = (id: string, ...items: string[]): Instrument['pages'][number] => ({
    ...{ id, when: null, shuffled: false },
    items: items.map((item) => ({ item, when: null })),
  });

  it.each([
    ['two pages of one id', { pages: [page('a', 'trust'), page('a', 'case_needed')] }, 'page_twice'],
    [
      'an item without wording for a direction',
      { items: { ...base.items, trust: { ...base.items.trust, directions: ['ngo_to_body'] } } },
      'no_wording',
    ],
    ['a required item that is not asked', { required: ['comment'] }, 'required_not_asked'],
    ['a required item that only some are asked', { required: ['case_missing'] }, 'required_sometimes'],
    ['tables divided by a scale', { divided_by: 'trust' }, 'not_divisible'],
    [
      'a condition on a later item',
      { pages: [{ ...page('a', 'trust'), when: { item: 'case_needed', any_of: ['yes'] } }, page('b', 'case_needed')] },
      'not_before',
    ],
    [
      'a condition on a point beyond the scale',
      { pages: [page('a', 'trust'), { ...page('b', 'case_needed'), when: { item: 'trust', any_of: [11] } }] },
      'no_such_answer',
    ],
    [
      'a condition on several options',
      {
        pages: [
          page('a', 'trust', 'case_missing'),
          { ...page('b', 'case_needed'), when: { item: 'case_missing', any_of: ['facts'] } },
        ],
      },
      'not_decisive',
    ],
    [
      'an option called as "don\'t know"',
      { items: { ...base.items, case_needed: { ...base.items.case_needed, options: ['yes', 'dont_know'] } } },
      'reserved',
    ],
    [
      'an option twice',
      { items: { ...base.items, case_needed: { ...base.items.case_needed, options: ['yes', 'yes'] } } },
      'option_twice',
    ],
    [
      'more choices than options',
      { items: { ...base.items, case_missing: { ...base.items.case_missing, at_most: 9 } } },
      'more_than_options',
    ],
    ['a scale that is not there', { scales: {} }, 'no_scale'],
    ['a text that is missing', { texts: { ...base.texts, kk: {} } }, 'no_text'],
  ] as [string, Partial<Instrument>, string][])('%s', (_, changed, code) => {
    expect(codes({})).toEqual([]);
    expect(codes(changed)).toContain(code);
  });

  it('says in a sentence where it is and what is wrong', () => {
    const items: Surveys['items'] = { ...base.items };
    delete items.trust;
    expect(faultsOfInstrument({ ...base, items })).toContain('after_case: there is no item trust');
  });
});
