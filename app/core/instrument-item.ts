// Changes of the items and scales of a draft as forms say them: taken from the bank, new, reworded, moved, removed. Pure; called by
// commands/instruments/change. Whoever changes what a known item asks gets another item: instrument-draft's `settled` sees to that.
import { z } from 'zod';
import { itemTextKeys, scaleTextKeys } from '../../guide/instrument';
import { CONSTRUCTS, DIRECTIONS, ITEM_KINDS, type Instrument, type Item, type Locale } from '../../guide/schema';
import { idFrom, ownItemBasis } from './instrument-draft';
import {
  conditionOf,
  idField,
  moved,
  ownOf,
  tick,
  whenFields,
  written,
  type Around,
  type Changed,
  type Sent,
} from './instrument-edit';
import { done, refuse } from './refusal';
import { listOf } from './round-fields';

const WORDING = 600;
const MOST_PARTS = 20;

/** Texts of a bank under the same keys. */
function withTexts(draft: Instrument, from: Pick<Instrument, 'texts'>, keys: readonly string[]): Instrument['texts'] {
  const one = (locale: Locale) => ({
    ...draft.texts[locale],
    ...Object.fromEntries(
      keys.flatMap((key) => {
        const text = from.texts[locale][key];
        return text === undefined ? [] : [[key, text]];
      }),
    ),
  });
  return { kk: one('kk'), ru: one('ru'), en: one('en') };
}

/** The draft with a scale of the bank, where it has none of that id itself. */
function withScale(draft: Instrument, id: string, { bank }: Around): Instrument {
  const scale = ownOf(bank.scales, id);
  if (ownOf(draft.scales, id) || !scale) return draft;
  return {
    ...draft,
    scales: { ...draft.scales, [id]: scale },
    texts: withTexts(draft, bank, scaleTextKeys(id, scale)),
  };
}

const onPage = (draft: Instrument, page: string, item: string): Instrument['pages'] =>
  draft.pages.map((one) => (one.id === page ? { ...one, items: [...one.items, { item, when: null }] } : one));

export const takeItemInput = z.object({ page: idField, item: idField });
/** An item of the bank with its id, wording and scale, put at the end of a page. */
export function takeItem(
  draft: Instrument,
  { page, item: id }: z.output<typeof takeItemInput>,
  around: Around,
): Changed {
  const item = ownOf(around.bank.items, id);
  if (!draft.pages.some((one) => one.id === page)) return refuse('not_found');
  if (!item || ownOf(draft.items, id)) return refuse('invalid', { fields: { item: 'bad_choice' } });
  const directions = DIRECTIONS.filter((one) => [...item.directions, ...draft.directions].includes(one));
  const taken = { ...draft, items: { ...draft.items, [id]: { ...item, directions } }, pages: onPage(draft, page, id) };
  const scaled = 'scale' in item ? withScale(taken, item.scale, around) : taken;
  return done({ draft: { ...scaled, texts: withTexts(scaled, around.bank, itemTextKeys(id, item)) }, at: id });
}

export const newItemInput = z.object({ page: idField, kind: z.enum(ITEM_KINDS) });

function bare(kind: Item['kind'], draft: Instrument, { bank, today }: Around): Item {
  const asked = { construct: 'other' as const, directions: [...draft.directions], basis: ownItemBasis(today) };
  const scale = Object.keys(draft.scales)[0] ?? Object.keys(bank.scales)[0] ?? 'trust';
  switch (kind) {
    case 'scale':
      return { ...asked, kind, scale, reversed: false, dont_know: true };
    case 'choice':
      return { ...asked, kind, options: ['a1', 'a2'], dont_know: true };
    case 'multiple':
      return { ...asked, kind, options: ['a1', 'a2'], at_most: null, dont_know: true };
    case 'matrix':
      return { ...asked, kind, scale, rows: ['a1', 'a2'], dont_know: true };
    case 'text':
      return { ...asked, kind, longest: 1000 };
  }
}

/** A new item without words, at the end of a page. */
export function newItem(draft: Instrument, { page, kind }: z.output<typeof newItemInput>, around: Around): Changed {
  if (!draft.pages.some((one) => one.id === page)) return refuse('not_found');
  const id = idFrom('q', around.newId());
  const item = bare(kind, draft, around);
  const made = { ...draft, items: { ...draft.items, [id]: item }, pages: onPage(draft, page, id) };
  return done({ draft: 'scale' in item ? withScale(made, item.scale, around) : made, at: id });
}

export const itemInput = z.object({
  item: idField,
  page: idField.default(''),
  construct: z.enum(CONSTRUCTS),
  scale: idField.default(''),
  reversed: tick,
  dontKnow: tick,
  required: tick,
  atMost: z.union([z.literal(''), z.coerce.number('bad_value').int('bad_value').min(1, 'bad_value')]).default(''),
  longest: z.coerce.number('bad_value').int('bad_value').min(100, 'bad_value').max(2000, 'bad_value').default(1000),
  /** Options or rows, by id, in the order in which they stood; `drop`: those to be taken out. */
  parts: listOf(idField),
  drop: listOf(idField),
  /** Adds an option or a row. */
  more: z.string().optional(),
  ...whenFields,
});
type ItemForm = z.output<typeof itemInput>;

/** The parts in the order of the numbers given to them; what is dropped is out, one more at the end if asked for. */
function partsOf(before: readonly string[], { parts, drop, more }: ItemForm, sent: Sent): string[] {
  const place = (id: string) => Number(sent[`at.${id}`] ?? 0) || 0;
  const kept = parts
    .filter((id) => before.includes(id) && !drop.includes(id))
    .map((id, index) => ({ id, rank: place(id) || index + 1 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ id }) => id);
  if (more === undefined || kept.length >= MOST_PARTS) return kept;
  for (let n = 1; ; n += 1) if (!before.includes(`a${n}`)) return [...kept, `a${n}`];
}

function reformed(item: Item, read: ItemForm, sent: Sent): Item {
  const { construct } = read;
  const dont_know = read.dontKnow !== undefined;
  switch (item.kind) {
    case 'scale':
      return { ...item, construct, dont_know, scale: read.scale || item.scale, reversed: read.reversed !== undefined };
    case 'choice':
      return { ...item, construct, dont_know, options: partsOf(item.options, read, sent) };
    case 'multiple':
      return {
        ...item,
        ...{ construct, dont_know, options: partsOf(item.options, read, sent) },
        at_most: read.atMost === '' ? null : read.atMost,
      };
    case 'matrix':
      return { ...item, construct, dont_know, scale: read.scale || item.scale, rows: partsOf(item.rows, read, sent) };
    case 'text':
      return { ...item, construct, longest: read.longest };
  }
}

/** Where the item stands: on the page chosen (at its end, if it is another one), with its condition. */
function placed(draft: Instrument, { item: id, page, ...when }: ItemForm): Instrument['pages'] {
  const here = draft.pages.find((one) => one.items.some(({ item }) => item === id));
  const placing = { item: id, when: conditionOf(draft, when) };
  const target = draft.pages.find((one) => one.id === page) ?? here;
  if (target === here)
    return draft.pages.map((one) => ({ ...one, items: one.items.map((it) => (it.item === id ? placing : it)) }));
  return draft.pages.map((one) => ({
    ...one,
    items: [...one.items.filter(({ item }) => item !== id), ...(one === target ? [placing] : [])],
  }));
}

/** The item as its form says it. Texts of options and rows come as `<locale>.part.<id>`. */
export function changeItem(draft: Instrument, read: ItemForm, sent: Sent, around: Around): Changed {
  const { item: id } = read;
  const before = ownOf(draft.items, id);
  if (!before) return refuse('not_found');
  const scaled = read.scale === '' ? draft : withScale(draft, read.scale, around);
  if (read.scale !== '' && !ownOf(scaled.scales, read.scale))
    return refuse('invalid', { fields: { scale: 'bad_choice' } });
  const item = reformed(before, read, sent);
  const required = draft.required.filter((one) => one !== id);
  const next: Instrument = {
    ...scaled,
    items: { ...scaled.items, [id]: item },
    required: read.required === undefined ? required : [...required, id],
    pages: placed(scaled, read),
  };
  const group = item.kind === 'matrix' ? 'row' : 'option';
  const parts = 'rows' in item ? item.rows : 'options' in item ? item.options : [];
  const said = written(next, sent, [
    ['name', `item.${id}.name`],
    ...DIRECTIONS.map((direction) => [direction, `item.${id}.${direction}`, WORDING] as const),
    ...parts.map((part) => [`part.${part}`, `${group}.${id}.${part}`] as const),
  ]);
  return said.ok ? done({ draft: said.value, at: id }) : said;
}

export const oneItemInput = z.object({ item: idField });
export function removeItem(draft: Instrument, { item: id }: z.output<typeof oneItemInput>): Changed {
  if (!ownOf(draft.items, id)) return refuse('not_found');
  const { [id]: _gone, ...items } = draft.items;
  return done({
    draft: {
      ...draft,
      items,
      required: draft.required.filter((one) => one !== id),
      divided_by: draft.divided_by === id ? null : draft.divided_by,
      pages: draft.pages.map((page) => ({ ...page, items: page.items.filter(({ item }) => item !== id) })),
    },
    at: id,
  });
}

export const moveItemInput = z.object({ item: idField, to: z.enum(['up', 'down']) });
export function moveItem(draft: Instrument, { item: id, to }: z.output<typeof moveItemInput>): Changed {
  if (!draft.pages.some(({ items }) => items.some(({ item }) => item === id))) return refuse('not_found');
  const pages = draft.pages.map((page) => {
    const at = page.items.findIndex(({ item }) => item === id);
    return at < 0 ? page : { ...page, items: moved(page.items, at, to) };
  });
  return done({ draft: { ...draft, pages }, at: id });
}

const point = z.coerce.number('bad_value').int('bad_value').min(0, 'bad_value').max(100, 'bad_value');
export const newScaleInput = z.object({ from: point, to: point, labelled: tick });
export const scaleInput = newScaleInput.extend({ scale: idField });

const MOST_POINTS = 10;
function scaleOf({ from, to, labelled }: z.output<typeof newScaleInput>) {
  if (to <= from || to - from > MOST_POINTS) return refuse('invalid', { fields: { to: 'bad_value' } });
  return done({ from, to, labelled: labelled !== undefined });
}

export function newScale(draft: Instrument, read: z.output<typeof newScaleInput>, { newId }: Around): Changed {
  const scale = scaleOf(read);
  if (!scale.ok) return scale;
  const id = idFrom('s', newId());
  return done({ draft: { ...draft, scales: { ...draft.scales, [id]: scale.value } }, at: id });
}

/** The scale as its form says it: its points and their words (`<locale>.low`, `.high`, `.p<n>`). */
export function changeScale(draft: Instrument, read: z.output<typeof scaleInput>, sent: Sent): Changed {
  const { scale: id } = read;
  if (!ownOf(draft.scales, id)) return refuse('not_found');
  const scale = scaleOf(read);
  if (!scale.ok) return scale;
  const prefix = `scale.${id}.`;
  const said = written(
    { ...draft, scales: { ...draft.scales, [id]: scale.value } },
    sent,
    scaleTextKeys(id, scale.value).map((key) => [key.slice(prefix.length), key] as const),
  );
  return said.ok ? done({ draft: said.value, at: id }) : said;
}
