import { describe, expect, it } from 'vitest';
import { DRAFT_FAULTS, faultsOfDraft, stops } from '../../app/core/instrument-check';
import {
  asksAnother,
  copyOf,
  draftSchema,
  emptyDraft,
  pruned,
  renamedItem,
  settled,
  type Bank,
} from '../../app/core/instrument-draft';
import { faultsOfInstrument, instrumentOf } from '../../guide/instrument';
import { loadGuide } from '../../guide/load';
import { LOCALES, type Instrument } from '../../guide/schema';

const edition = loadGuide('guide').edition('2026-3');
const { surveys } = edition;
if (!surveys) throw new Error('no surveys');
const bank: Bank = { items: surveys.items, scales: surveys.scales, texts: edition.texts };
const whole = (id: string): Instrument => {
  const found = instrumentOf(edition, id);
  if (!found) throw new Error(`no instrument ${id}`);
  return structuredClone(found);
};
let counted = 0;
const newId = () => `01900000-0000-7000-8000-${String((counted += 1)).padStart(12, '0')}`;
const said = (
  draft: Instrument,
  key: string,
  words: Partial<Record<(typeof LOCALES)[number], string>>,
): Instrument => ({
  ...draft,
  texts: Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      words[locale] === undefined ? draft.texts[locale] : { ...draft.texts[locale], [key]: words[locale] },
    ]),
  ) as Instrument['texts'],
});
const codes = (draft: Instrument) => faultsOfDraft(draft, bank).map(({ code }) => code);

describe('the instruments of the guide as drafts', () => {
  it.each(Object.keys(surveys.instruments))('%s is whole, says nothing that misleads, and is read as a draft', (id) => {
    expect(faultsOfDraft(whole(id), bank)).toEqual([]);
    expect(draftSchema.parse(whole(id))).toEqual(whole(id));
  });

  it('copied under another name ask the same by the same ids, with texts of their own', () => {
    const copy = copyOf(whole('after_case'), 'parks');
    expect(faultsOfInstrument(copy)).toEqual([]);
    expect(copy.items).toEqual(whole('after_case').items);
    expect(copy.texts.kk['instrument.parks.name']).toBe(whole('after_case').texts.kk['instrument.after_case.name']);
    expect(Object.keys(copy.texts.en).filter((key) => key.includes('after_case'))).toEqual([]);
    expect(settled(copy, bank, newId).renamed.size).toBe(0);
  });
});

describe('an id is a promise', () => {
  const reworded = said(whole('after_case'), 'item.trust.ngo_to_body', { ru: 'Доверяете ли вы этому органу?' });

  it('an item that asks something else gets another id, wherever it is named', () => {
    const { draft, renamed } = settled(
      said(whole('after_case'), 'option.case_needed.partly', { kk: 'Жартылай' }),
      bank,
      newId,
    );
    const id = renamed.get('case_needed') ?? '';
    expect(id).toMatch(/^q_[0-9a-f]{10}$/);
    expect(draft.items.case_needed).toBeUndefined();
    expect(draft.divided_by).toBe(id);
    expect(draft.pages[1]?.items[1]?.when?.item).toBe(id);
    expect(draft.texts.kk[`option.${id}.partly`]).toBe('Жартылай');
    expect(faultsOfDraft(draft, bank)).toEqual([]);
    expect(settled(draft, bank, newId).draft).toEqual(draft);
  });

  it.each([
    ['other words', reworded, true],
    [
      'another construct',
      {
        ...whole('after_case'),
        items: { ...whole('after_case').items, trust: { ...bank.items.trust, construct: 'other' } },
      },
      true,
    ],
    [
      'another scale',
      {
        ...whole('after_case'),
        items: { ...whole('after_case').items, trust: { ...bank.items.trust, scale: 'likelihood' } },
      },
      true,
    ],
    [
      'no "don\'t know"',
      {
        ...whole('after_case'),
        items: { ...whole('after_case').items, trust: { ...bank.items.trust, dont_know: false } },
      },
      true,
    ],
    ['another name in tables', said(whole('after_case'), 'item.trust.name', { en: 'Trust as a whole' }), false],
    [
      'one direction only',
      {
        ...whole('after_case'),
        items: { ...whole('after_case').items, trust: { ...bank.items.trust, directions: ['body_to_ngo'] } },
      },
      false,
    ],
  ] as [string, Instrument, boolean][])('%s', (_, draft, another) => {
    expect(asksAnother('trust', draft, bank)).toBe(another);
    expect(settled(draft, bank, newId).renamed.has('trust')).toBe(another);
  });

  it('another word on a known scale makes another scale, and another item of each that is asked on it', () => {
    const { draft, renamed } = settled(said(whole('yearly'), 'scale.quality.p1', { en: 'awfully' }), bank, newId);
    expect([...renamed.keys()]).toEqual(['quality', 'channels']);
    expect(Object.keys(draft.scales)).not.toContain('quality');
    expect(faultsOfDraft(draft, bank)).toEqual([]);
  });

  it('a draft that keeps the id all the same can not be published', () => {
    expect(faultsOfDraft(reworded, bank)).toMatchObject([{ code: 'not_the_known', at: 'trust' }]);
  });

  it('an item that only begins like another one is not touched by a new name', () => {
    const draft = renamedItem(whole('draft_questions'), 'draft_needed', 'q_1');
    expect(draft.texts.en['item.draft_clear.name']).toBeDefined();
    expect(draft.texts.en['item.q_1.name']).toBe('Need for the draft');
    expect(draft.required).toEqual(['q_1']);
  });
});

describe('what stands between a draft and its publication', () => {
  it('an empty one lacks pages, a required question, and a name in every language', () => {
    expect(codes(emptyDraft('parks', '2026-11-26'))).toEqual([
      'no_pages',
      'none_required',
      ...Array(6).fill('no_text'),
    ]);
  });

  it.each([
    ['page_empty', (it) => ({ ...it, pages: [...it.pages, { id: 'p9', items: [], when: null, shuffled: false }] })],
    ['no_directions', (it) => ({ ...it, directions: [] })],
    [
      'few_options',
      (it) => ({ ...it, items: { ...it.items, case_missing: { ...it.items.case_missing, options: ['facts'] } } }),
    ],
    [
      'condition_empty',
      (it) => ({
        ...it,
        pages: it.pages.map((page, at) => (at === 2 ? { ...page, when: { item: 'case_needed', any_of: [] } } : page)),
      }),
    ],
    ['wrong_letters', (it) => said(it, 'page.after_case.trust.title', { en: 'Доверие' })],
    ['wrong_letters', (it) => said(it, 'page.after_case.trust.title', { ru: 'Сенім' })],
    ['wrong_letters', (it) => said(it, 'page.after_case.trust.title', { kk: 'Trust' })],
  ] as [string, (it: Instrument) => Instrument][])('%s', (code, change) => {
    const faults = faultsOfDraft(change(whole('after_case')), bank);
    expect(faults.filter(stops).map((one) => one.code)).toContain(code);
  });

  it.each([
    ['two_questions', whole('yearly'), { en: 'Do you trust it? And do you like it?' }],
    ['two_negations', whole('yearly'), { en: 'Is it not true that nobody answers?' }],
    ['two_negations', whole('yearly'), { ru: 'Нельзя ли сказать, что вам не отвечают?' }],
    ['same_words', whole('yearly'), { kk: 'Доверие?', ru: 'Доверие?' }],
    ['too_long', whole('yearly'), { en: `${'A long story. '.repeat(30)}Is it so?` }],
  ] as const)('%s is advice and stops nothing', (code, draft, words) => {
    const changed = settled(said(draft, 'item.trust.ngo_to_body', words), bank, newId).draft;
    const faults = faultsOfDraft(changed, bank);
    expect(faults.map((one) => one.code)).toContain(code);
    expect(faults.filter(stops)).toEqual([]);
  });

  it('says when both sides are asked in the same words', () => {
    const text = whole('yearly').texts.en['item.trust.body_to_ngo'];
    const { draft } = settled(said(whole('yearly'), 'item.trust.ngo_to_body', { en: text }), bank, newId);
    expect(codes(draft)).toEqual(['same_both_sides']);
  });

  it('looks only at what the pages use, and only that is published', () => {
    const draft = whole('yearly');
    draft.pages = draft.pages.slice(0, 1);
    draft.divided_by = null;
    const kept = pruned(draft);
    expect(Object.keys(kept.items)).toEqual(['trust']);
    expect(Object.keys(kept.scales)).toEqual(['trust']);
    expect(kept.texts.en['item.channels.name']).toBeUndefined();
    expect(faultsOfDraft(draft, bank)).toEqual([]);
    expect(new Set(DRAFT_FAULTS).size).toBe(DRAFT_FAULTS.length);
  });
});
