// One change of a draft of an instrument as a form says it: its settings and its pages. Pure; called by commands/instruments/change, which
// keeps the table of all changes. Changes of items and scales are in instrument-item.
import { z } from 'zod';
import { DIRECTIONS, LOCALES, OCCASIONS, type Condition, type Instrument } from '../../guide/schema';
import type { Bank } from './instrument-draft';
import { done, refuse, type Outcome, type Problem } from './refusal';
import { listOf } from './round-fields';

/** What a form sent: the fields of its schema beside the texts, `<locale>.<what>`. */
export type Sent = Readonly<Record<string, unknown>>;
/** The draft after a change; `at`: the page, item or scale that it was about, where it may have another id now. */
export type Changed = Outcome<{ draft: Instrument; at: string }>;
export type Around = { bank: Bank; newId: () => string; today: `${number}-${number}-${number}` };

export const idField = z.string().max(70);
/** What a form names by an id: only what is there, not what every object of the language has. */
export const ownOf = <T>(all: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(all, id) ? all[id] : undefined;
export const tick = z.literal('on').optional();
export const whenFields = { whenItem: idField.default(''), whenAny: listOf(idField) };

const SHORT = 300;
const LONGEST = 1000;

/** Texts of a form into the draft's, by key; what is empty is taken out. A text that is too long is a problem of its field. */
export function written(
  draft: Instrument,
  sent: Sent,
  keys: readonly (readonly [what: string, key: string, most?: number])[],
): Outcome<Instrument> {
  const fields: Record<string, Problem> = {};
  const texts = { kk: { ...draft.texts.kk }, ru: { ...draft.texts.ru }, en: { ...draft.texts.en } };
  for (const locale of LOCALES)
    for (const [what, key, most = SHORT] of keys) {
      const name = `${locale}.${what}`;
      const text = sent[name];
      if (typeof text !== 'string') continue;
      const said = text.replaceAll(/\s+/g, ' ').trim();
      if (said.length > most) fields[name] = 'too_long';
      else if (said === '') delete texts[locale][key];
      else texts[locale][key] = said;
    }
  return Object.keys(fields).length > 0 ? refuse('invalid', { fields }) : done({ ...draft, texts });
}

/** The condition of a form. Answers of an item that is not the one chosen are dropped: the form is shown again with its own. */
export function conditionOf(
  draft: Instrument,
  { whenItem, whenAny }: { whenItem: string; whenAny: readonly string[] },
): Condition | null {
  const item = ownOf(draft.items, whenItem);
  if (!item) return null;
  const asked = (value: string) =>
    value === 'dont_know' ||
    (item.kind === 'choice' && item.options.includes(value)) ||
    (item.kind === 'scale' && /^\d{1,3}$/.test(value));
  return {
    item: whenItem,
    any_of: whenAny
      .filter(asked)
      .map((value) => (item.kind === 'scale' && value !== 'dont_know' ? Number(value) : value)),
  };
}

export const settingsInput = z.object({
  occasion: z.enum(OCCASIONS),
  directions: listOf(z.enum(DIRECTIONS)),
  minutes: z.coerce.number('bad_value').int('bad_value').min(1, 'bad_value').max(90, 'bad_value'),
  dividedBy: idField.default(''),
});

/** Names, occasion, directions. Every item is then to be worded for each direction. */
export function changeSettings(draft: Instrument, read: z.output<typeof settingsInput>, sent: Sent): Changed {
  const { occasion, minutes, dividedBy } = read;
  const directions = DIRECTIONS.filter((one) => read.directions.includes(one));
  if (directions.length === 0) return refuse('invalid', { fields: { directions: 'required' } });
  if (dividedBy !== '' && draft.items[dividedBy]?.kind !== 'choice')
    return refuse('invalid', { fields: { dividedBy: 'bad_choice' } });
  const items = Object.fromEntries(
    Object.entries(draft.items).map(([id, item]) => [
      id,
      { ...item, directions: DIRECTIONS.filter((one) => [...item.directions, ...directions].includes(one)) },
    ]),
  );
  const said = written({ ...draft, occasion, directions, minutes, divided_by: dividedBy || null, items }, sent, [
    ['name', `instrument.${draft.id}.name`],
    ['lead', `instrument.${draft.id}.lead`, LONGEST],
  ]);
  return said.ok ? done({ draft: said.value, at: draft.id }) : said;
}

const freePage = ({ pages }: Instrument): string => {
  for (let n = pages.length + 1; ; n += 1) if (!pages.some(({ id }) => id === `p${n}`)) return `p${n}`;
};

export const addPageInput = z.object({});
export function addPage(draft: Instrument): Changed {
  const id = freePage(draft);
  return done({
    draft: { ...draft, pages: [...draft.pages, { id, items: [], when: null, shuffled: false }] },
    at: id,
  });
}

export const pageInput = z.object({ page: idField, shuffled: tick, ...whenFields });
export function changePage(draft: Instrument, read: z.output<typeof pageInput>, sent: Sent): Changed {
  if (!draft.pages.some(({ id }) => id === read.page)) return refuse('not_found');
  const when = conditionOf(draft, read);
  const shuffled = read.shuffled !== undefined;
  const pages = draft.pages.map((page) => (page.id === read.page ? { ...page, shuffled, when } : page));
  const said = written({ ...draft, pages }, sent, [['title', `page.${draft.id}.${read.page}.title`]]);
  return said.ok ? done({ draft: said.value, at: read.page }) : said;
}

export const onePageInput = z.object({ page: idField });
/** The page with what is asked on it; its items stay in no other place. */
export function removePage(draft: Instrument, { page: id }: z.output<typeof onePageInput>): Changed {
  const page = draft.pages.find((one) => one.id === id);
  if (!page) return refuse('not_found');
  const gone = page.items.map(({ item }) => item);
  return done({
    draft: {
      ...draft,
      pages: draft.pages.filter((one) => one !== page),
      items: Object.fromEntries(Object.entries(draft.items).filter(([item]) => !gone.includes(item))),
      required: draft.required.filter((item) => !gone.includes(item)),
      divided_by: draft.divided_by !== null && gone.includes(draft.divided_by) ? null : draft.divided_by,
    },
    at: id,
  });
}

/** One place up or down; at the end it stays. */
export function moved<T>(list: readonly T[], at: number, to: 'up' | 'down'): T[] {
  const other = to === 'up' ? at - 1 : at + 1;
  const [one, two] = [list[at], list[other]];
  if (one === undefined || two === undefined) return [...list];
  return list.map((it, index) => (index === at ? two : index === other ? one : it));
}

export const movePageInput = z.object({ page: idField, to: z.enum(['up', 'down']) });
export function movePage(draft: Instrument, { page, to }: z.output<typeof movePageInput>): Changed {
  const at = draft.pages.findIndex(({ id }) => id === page);
  if (at < 0) return refuse('not_found');
  return done({ draft: { ...draft, pages: moved(draft.pages, at, to) }, at: page });
}
