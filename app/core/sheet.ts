// What somebody answered to an instrument: the values, which pages and items they are asked given what they said, and the reading of a
// posted form. Called by the answering page, by the count (over sealed sheets) and by previews. Chance comes in as numbers.
import { askedItems } from '../../guide/instrument';
import type { Condition, Direction, Instrument, InstrumentPage, Item } from '../../guide/schema';
import type { Problem } from './refusal';

export const DONT_KNOW = 'dont_know';
/** A point of a scale; an option's id or a text; several options; the rows of a matrix that were answered. */
export type Value = number | string | string[] | Record<string, number | typeof DONT_KNOW>;
/** By item; what was not asked or was left out is absent. "Don't know" is `dont_know` in every form. */
export type Values = Record<string, Value>;

/** The fields of a form by name: `<item>` (repeated for several options), `<item>.<row>` for a row of a matrix. */
export type SheetForm = Readonly<Record<string, string | readonly string[] | undefined>>;
/** By field. */
export type SheetProblems = Record<string, Problem>;
export type Sheet = { ok: true; values: Values } | { ok: false; problems: SheetProblems };

type Read = { value?: Value; problems?: SheetProblems };
const POINT = /^-?\d{1,3}$/;
/** What nobody types: control characters but line and tab, and halves of surrogate pairs. */
const UNTYPED = /[^\P{Cc}\n\t]|\p{Surrogate}/gu;

function sent(form: SheetForm, name: string): string[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  if (value === undefined) return [];
  return (typeof value === 'string' ? [value] : [...value]).filter((one) => one.trim() !== '');
}

function pointOf(text: string, scale: Instrument['scales'][string] | undefined): number | null {
  if (!scale || !POINT.test(text)) return null;
  const point = Number(text);
  return point >= scale.from && point <= scale.to ? point : null;
}

/** A point or "don't know", where that is offered; null for anything else. */
function pointOrNot(
  text: string,
  { scale, dont_know: offered }: Extract<Item, { scale: string }>,
  scales: Instrument['scales'],
): number | typeof DONT_KNOW | null {
  if (text === DONT_KNOW) return offered ? DONT_KNOW : null;
  return pointOf(text, scales[scale]);
}

function readMatrix(id: string, item: Extract<Item, { kind: 'matrix' }>, form: SheetForm, of: Instrument): Read {
  const rows: Record<string, number | typeof DONT_KNOW> = {};
  const problems: SheetProblems = {};
  for (const row of item.rows) {
    const name = `${id}.${row}`;
    const [first, ...more] = sent(form, name);
    if (first === undefined) {
      if (of.required.includes(id)) problems[name] = 'required';
      continue;
    }
    const value = more.length > 0 ? null : pointOrNot(first, item, of.scales);
    if (value === null) problems[name] = 'bad_value';
    else rows[row] = value;
  }
  if (Object.keys(problems).length > 0) return { problems };
  return Object.keys(rows).length > 0 ? { value: rows } : {};
}

function readMultiple(id: string, item: Extract<Item, { kind: 'multiple' }>, chosen: readonly string[]): Read {
  const known = (one: string) => item.options.includes(one) || (one === DONT_KNOW && item.dont_know);
  if (!chosen.every(known)) return { problems: { [id]: 'bad_choice' } };
  if (chosen.includes(DONT_KNOW))
    return chosen.every((one) => one === DONT_KNOW) ? { value: DONT_KNOW } : { problems: { [id]: 'not_together' } };
  const options = item.options.filter((option) => chosen.includes(option));
  return item.at_most !== null && options.length > item.at_most
    ? { problems: { [id]: 'too_many' } }
    : { value: options };
}

function readItem(id: string, form: SheetForm, of: Instrument): Read {
  const item = of.items[id];
  if (!item) return {};
  if (item.kind === 'matrix') return readMatrix(id, item, form, of);
  const chosen = sent(form, id);
  const [first, ...more] = chosen;
  if (first === undefined) return of.required.includes(id) ? { problems: { [id]: 'required' } } : {};
  if (item.kind === 'multiple') return readMultiple(id, item, chosen);
  if (more.length > 0) return { problems: { [id]: 'bad_value' } };
  switch (item.kind) {
    case 'scale': {
      const value = pointOrNot(first, item, of.scales);
      return value === null ? { problems: { [id]: 'bad_value' } } : { value };
    }
    case 'choice': {
      const known = item.options.includes(first) || (first === DONT_KNOW && item.dont_know);
      return known ? { value: first } : { problems: { [id]: 'bad_choice' } };
    }
    case 'text': {
      const text = first.replaceAll('\r\n', '\n').replaceAll(UNTYPED, '').trim();
      return text.length > item.longest ? { problems: { [id]: 'too_long' } } : { value: text };
    }
  }
}

const fulfilled = (when: Condition | null, values: Values): boolean => {
  if (!when) return true;
  const value = values[when.item];
  return (typeof value === 'number' || typeof value === 'string') && when.any_of.includes(value);
};

/**
 * The pages and items that somebody who answered so is asked, in the instrument's order; a page without any is left out. An answer to
 * an item that is itself hidden shows nothing.
 */
export function visiblePages({ pages }: Pick<Instrument, 'pages'>, values: Values): InstrumentPage[] {
  const counted: Values = {};
  const shown: InstrumentPage[] = [];
  for (const page of pages) {
    if (!fulfilled(page.when, counted)) continue;
    const items = page.items.filter(({ item, when }) => {
      if (!fulfilled(when, counted)) return false;
      const value = values[item];
      if (value !== undefined) counted[item] = value;
      return true;
    });
    if (items.length > 0) shown.push({ ...page, items });
  }
  return shown;
}

/**
 * What a posted form says. Answers to items that branching hides are dropped with whatever is wrong with them; options come in the
 * instrument's order. Problems, by field: `required` (for each row of a required matrix), `bad_value` (no point of the scale),
 * `bad_choice` (no such option), `too_many`, `not_together` ("don't know" beside an option), `too_long`.
 * Throws where the instrument is not asked in this direction at all.
 */
export function readSheet(instrument: Instrument, direction: Direction, form: SheetForm): Sheet {
  if (!instrument.directions.includes(direction)) throw new Error(`${instrument.id} is not asked ${direction}`);
  const read = new Map(askedItems(instrument).map((id) => [id, readItem(id, form, instrument)]));
  const all: Values = {};
  for (const [id, { value }] of read) if (value !== undefined) all[id] = value;
  const values: Values = {};
  const problems: SheetProblems = {};
  for (const { items } of visiblePages(instrument, all))
    for (const { item } of items) {
      const value = all[item];
      if (value !== undefined) values[item] = value;
      Object.assign(problems, read.get(item)?.problems);
    }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, values };
}

/** The fields that would say these values: the inverse of reading. To show a form as it was filled in, and to read a sheet again. */
export function fieldsOf(values: Values): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const [item, value] of Object.entries(values)) {
    if (typeof value === 'object' && !Array.isArray(value))
      for (const [row, point] of Object.entries(value)) fields[`${item}.${row}`] = String(point);
    else fields[item] = Array.isArray(value) ? value : String(value);
  }
  return fields;
}

/** A character that takes as many bytes of JSON (UTF-8) as any typed one: three for a unit of its length. */
const WIDEST = '\uFFFD';

function longestValue(item: Item): Value {
  switch (item.kind) {
    case 'scale':
      return DONT_KNOW;
    case 'choice':
      return [...item.options, DONT_KNOW].reduce((a, b) => (b.length > a.length ? b : a));
    case 'multiple':
      return [...item.options, DONT_KNOW];
    case 'matrix':
      return Object.fromEntries(item.rows.map((row) => [row, DONT_KNOW]));
    case 'text':
      return WIDEST.repeat(item.longest);
  }
}

/** Bytes of JSON (UTF-8) that no sheet of the instrument is longer than, whatever is answered. */
export function longestSheet(instrument: Pick<Instrument, 'items' | 'pages'>): number {
  const values = askedItems(instrument).flatMap((id) => {
    const item = instrument.items[id];
    return item ? [[id, longestValue(item)] as const] : [];
  });
  return new TextEncoder().encode(JSON.stringify(Object.fromEntries(values))).length;
}

/** How many random numbers `drawnOrder` takes. */
export const numbersNeeded = ({ pages }: Pick<Instrument, 'pages'>): number =>
  pages.reduce((sum, { shuffled, items }) => sum + (shuffled ? items.length : 0), 0);

/**
 * The pages with the items of those that say so in an order drawn by `chance` (numbers 0 <= n < 1; throws where they are too few). An
 * item that depends on another of its page stays right behind it.
 */
export function drawnOrder<Of extends Pick<Instrument, 'pages'>>(instrument: Of, chance: readonly number[]): Of {
  let taken = 0;
  const next = (): number => {
    const number = chance[taken];
    taken += 1;
    if (number === undefined) throw new Error(`the order needs ${numbersNeeded(instrument)} random numbers`);
    return number;
  };
  const pages = instrument.pages.map((page) => {
    if (!page.shuffled) return page;
    const here = new Set(page.items.map(({ item }) => item));
    const leads = (one: InstrumentPage['items'][number]) => !one.when || !here.has(one.when.item);
    const drawn = page.items
      .map((one) => ({ one, rank: next() }))
      .filter(({ one }) => leads(one))
      .sort((a, b) => a.rank - b.rank)
      .map(({ one }) => one);
    for (const one of page.items.filter((it) => !leads(it)))
      drawn.splice(drawn.findIndex(({ item }) => item === one.when?.item) + 1, 0, one);
    return { ...page, items: drawn };
  });
  return { ...instrument, pages };
}
