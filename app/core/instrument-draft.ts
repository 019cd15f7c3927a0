// An instrument while it is being written: the shape it may have before it is whole, a new one, one copied from another, and how ids are
// given. Used by the commands of instruments. An id of an item is a promise: whoever changes what is asked gives another id.
import { z } from 'zod';
import { allTextKeys, itemTextKeys, scaleTextKeys } from '../../guide/instrument';
import {
  basisSchema,
  CONSTRUCTS,
  DIRECTIONS,
  LOCALES,
  OCCASIONS,
  type Basis,
  type Instrument,
  type Item,
  type Locale,
  type Scale,
} from '../../guide/schema';
import type { Day } from './day';

const id = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);
const condition = z.strictObject({ item: id, any_of: z.array(z.union([id, z.int()])).max(40) }).nullable();
const asked = {
  construct: z.enum(CONSTRUCTS),
  directions: z.array(z.enum(DIRECTIONS)),
  basis: z.array(basisSchema).min(1).max(10),
};
const answered = { ...asked, dont_know: z.boolean() };
const ids = z.array(id).max(20);
const item = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scale'), ...answered, scale: id, reversed: z.boolean() }),
  z.strictObject({ kind: z.literal('choice'), ...answered, options: ids }),
  z.strictObject({ kind: z.literal('multiple'), ...answered, options: ids, at_most: z.int().positive().nullable() }),
  z.strictObject({ kind: z.literal('matrix'), ...answered, scale: id, rows: ids }),
  z.strictObject({ kind: z.literal('text'), ...asked, longest: z.int().min(100).max(2000) }),
]);
const words = z.record(z.string().max(200), z.string().max(2000));
const MOST = 60;

/** `instrumentSchema` without what is only asked of one that is published: pages may be empty, texts missing, nothing required. */
export const draftSchema = z.strictObject({
  id,
  occasion: z.enum(OCCASIONS),
  directions: z.array(z.enum(DIRECTIONS)),
  pages: z
    .array(
      z.strictObject({
        id,
        items: z.array(z.strictObject({ item: id, when: condition })).max(MOST),
        when: condition,
        shuffled: z.boolean(),
      }),
    )
    .max(MOST),
  required: z.array(id).max(MOST),
  divided_by: id.nullable(),
  minutes: z.int().min(1).max(90),
  basis: z.array(basisSchema).min(1).max(10),
  scales: z.record(
    id,
    z
      .strictObject({ from: z.int().min(0).max(99), to: z.int().min(1).max(100), labelled: z.boolean() })
      .refine(({ from, to }) => to > from && to - from <= 10),
  ),
  items: z.record(id, item),
  texts: z.strictObject({ kk: words, ru: words, en: words }),
}) satisfies z.ZodType<Instrument>;

/** The last digits of a UUID: chance, not time. */
export const idFrom = (prefix: string, uuid: string): string => `${prefix}_${uuid.replaceAll('-', '').slice(-10)}`;

const OWN = { act: 'guide', confidence: 'platform' } as const;
/** What stands behind a question that a council or an administrator wrote. */
export const ownItemBasis = (today: Day): Basis[] => [
  { ...OWN, article: '13', verified: today, note: 'note.own_items' },
];

export const emptyDraft = (slug: string, today: Day): Instrument => ({
  id: slug,
  occasion: 'free',
  directions: ['ngo_to_body'],
  pages: [],
  required: [],
  divided_by: null,
  minutes: 3,
  basis: [{ ...OWN, article: '14', verified: today }],
  scales: {},
  items: {},
  texts: { kk: {}, ru: {}, en: {} },
});

const rekeyed = (texts: Instrument['texts'], from: string, to: string): Instrument['texts'] => {
  const one = (locale: Locale) =>
    Object.fromEntries(
      Object.entries(texts[locale]).map(([key, text]) => [
        key.startsWith(from) ? `${to}${key.slice(from.length)}` : key,
        text,
      ]),
    );
  return { kk: one('kk'), ru: one('ru'), en: one('en') };
};

/** The same instrument under another name. Its items keep their ids: what they ask is the same. */
export const copyOf = (instrument: Instrument, slug: string): Instrument => ({
  ...structuredClone(instrument),
  id: slug,
  texts: rekeyed(
    rekeyed(instrument.texts, `instrument.${instrument.id}.`, `instrument.${slug}.`),
    `page.${instrument.id}.`,
    `page.${slug}.`,
  ),
});

/** Only the items, scales and texts that its pages use, in the directions in which it is asked: what is published. */
export function pruned(draft: Instrument): Instrument {
  const used = new Set(draft.pages.flatMap((page) => page.items.map((one) => one.item)));
  const items = Object.fromEntries(
    Object.entries(draft.items)
      .filter(([one]) => used.has(one))
      .map(([one, of]) => [one, { ...of, directions: of.directions.filter((it) => draft.directions.includes(it)) }]),
  );
  const scaled = new Set(Object.values(items).flatMap((one) => ('scale' in one ? [one.scale] : [])));
  const scales = Object.fromEntries(Object.entries(draft.scales).filter(([one]) => scaled.has(one)));
  const whole = { ...draft, items, scales };
  const keys = new Set(allTextKeys(whole));
  const texts = (locale: Locale) =>
    Object.fromEntries(Object.entries(draft.texts[locale]).filter(([key]) => keys.has(key)));
  return { ...whole, texts: { kk: texts('kk'), ru: texts('ru'), en: texts('en') } };
}

/** Items and scales whose ids were given once and for all: those of the guide, and of everything published. */
export type Bank = Pick<Instrument, 'items' | 'scales' | 'texts'>;

const wording = (of: Pick<Instrument, 'texts'>, keys: readonly string[]) =>
  LOCALES.map((locale) => keys.map((key) => of.texts[locale][key] ?? ''));

/** What is asked by an item, whoever it is asked of: everything that an answer depends on. Its name in tables is not. */
function asksOf(id: string, item: Item, of: Bank, directions: Item['directions']): string {
  const { basis: _basis, directions: _own, ...form } = item;
  const keys = itemTextKeys(id, { ...item, directions }).filter((key) => key !== `item.${id}.name`);
  return JSON.stringify([Object.entries(form).sort(), wording(of, keys)]);
}

/** Whether an item with the id of a known one asks something else than that. */
export function asksAnother(id: string, draft: Bank, bank: Bank): boolean {
  const [own, known] = [draft.items[id], bank.items[id]];
  if (!own || !known) return false;
  const both = own.directions.filter((direction) => known.directions.includes(direction));
  return asksOf(id, own, draft, both) !== asksOf(id, known, bank, both);
}

const scaleSays = (id: string, scale: Scale, of: Bank): string =>
  JSON.stringify([scale.from, scale.to, scale.labelled, wording(of, scaleTextKeys(id, scale))]);
export function isAnotherScale(id: string, draft: Bank, bank: Bank): boolean {
  const [own, known] = [draft.scales[id], bank.scales[id]];
  return own !== undefined && known !== undefined && scaleSays(id, own, draft) !== scaleSays(id, known, bank);
}

/** An item under another id, wherever the draft names it. */
export function renamedItem(draft: Instrument, from: string, to: string): Instrument {
  const it = (one: string) => (one === from ? to : one);
  const when = <W extends Instrument['pages'][number]['when']>(one: W): W =>
    one ? { ...one, item: it(one.item) } : one;
  const texts = ['item', 'option', 'row'].reduce(
    (all, group) => rekeyed(all, `${group}.${from}.`, `${group}.${to}.`),
    draft.texts,
  );
  return {
    ...draft,
    texts,
    items: Object.fromEntries(Object.entries(draft.items).map(([one, of]) => [it(one), of])),
    required: draft.required.map(it),
    divided_by: draft.divided_by === null ? null : it(draft.divided_by),
    pages: draft.pages.map((page) => ({
      ...page,
      when: when(page.when),
      items: page.items.map((one) => ({ item: it(one.item), when: when(one.when) })),
    })),
  };
}

/** A scale under another id, wherever the draft names it. */
export function renamedScale(draft: Instrument, from: string, to: string): Instrument {
  const items = Object.entries(draft.items).map(([one, of]): [string, Item] => [
    one,
    'scale' in of && of.scale === from ? { ...of, scale: to } : of,
  ]);
  return {
    ...draft,
    items: Object.fromEntries(items),
    scales: Object.fromEntries(Object.entries(draft.scales).map(([one, of]) => [one === from ? to : one, of])),
    texts: rekeyed(draft.texts, `scale.${from}.`, `scale.${to}.`),
  };
}

/**
 * The draft with a new id for every scale and item that has a known one and says something else. `newId` gives UUIDs. `renamed`: from
 * the id before to the id after, for whoever shows where the item went.
 */
export function settled(
  draft: Instrument,
  bank: Bank,
  newId: () => string,
): { draft: Instrument; renamed: Map<string, string> } {
  let now = draft;
  const renamed = new Map<string, string>();
  for (const one of Object.keys(draft.scales).filter((it) => isAnotherScale(it, draft, bank))) {
    const id = idFrom('s', newId());
    now = renamedScale(now, one, id);
    renamed.set(one, id);
  }
  for (const one of Object.keys(draft.items).filter((it) => asksAnother(it, now, bank))) {
    const id = idFrom('q', newId());
    now = renamedItem(now, one, id);
    renamed.set(one, id);
  }
  return { draft: now, renamed };
}
