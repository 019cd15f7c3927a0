/**
 * An instrument of a survey as it stands for itself: taken out of an edition with every scale, item and text it uses, and the check
 * that it hangs together. Used by guide/crosscheck.ts for the guide's own instruments and by the editor for those that a council writes.
 */
import { LOCALES, type Edition, type Instrument, type InstrumentPlan, type Item, type Surveys } from './schema';

const pick = <T>(all: Readonly<Record<string, T>>, ids: Iterable<string>): Record<string, T> =>
  Object.fromEntries([...new Set(ids)].flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]]])));

/** Ids of the items that an instrument asks, in the order of its pages, each once. */
export const askedItems = ({ pages }: Pick<InstrumentPlan, 'pages'>): string[] => [
  ...new Set(pages.flatMap(({ items }) => items.map(({ item }) => item))),
];

const scaleOf = (item: Item): string[] => (item.kind === 'scale' || item.kind === 'matrix' ? [item.scale] : []);

/** Keys of the texts an item needs. */
export function itemTextKeys(id: string, item: Item): string[] {
  return [
    `item.${id}.name`,
    ...item.directions.map((direction) => `item.${id}.${direction}`),
    ...(item.kind === 'choice' || item.kind === 'multiple'
      ? item.options.map((option) => `option.${id}.${option}`)
      : []),
    ...(item.kind === 'matrix' ? item.rows.map((row) => `row.${id}.${row}`) : []),
  ];
}

/** Keys of the texts a scale needs: its ends, or each of its points. */
export const scaleTextKeys = (id: string, { from, to, labelled }: Surveys['scales'][string]): string[] =>
  labelled
    ? Array.from({ length: to - from + 1 }, (_, n) => `scale.${id}.p${from + n}`)
    : [`scale.${id}.low`, `scale.${id}.high`];

/** Keys of the texts an instrument needs besides those of its items and scales. */
export const instrumentTextKeys = (id: string, { pages }: Pick<InstrumentPlan, 'pages'>): string[] => [
  `instrument.${id}.name`,
  `instrument.${id}.lead`,
  ...pages.map((page) => `page.${id}.${page.id}.title`),
];

/** Every text key of an instrument that stands for itself. */
export const allTextKeys = ({ id, pages, items, scales }: Instrument): string[] => [
  ...instrumentTextKeys(id, { pages }),
  ...Object.entries(items).flatMap(([item, of]) => itemTextKeys(item, of)),
  ...Object.entries(scales).flatMap(([scale, of]) => scaleTextKeys(scale, of)),
];

/** An instrument of an edition, whole; null where the edition has none of that id. */
export function instrumentOf({ surveys, texts }: Pick<Edition, 'surveys' | 'texts'>, id: string): Instrument | null {
  const plan = surveys?.instruments[id];
  if (!surveys || !plan) return null;
  const items = pick(surveys.items, askedItems(plan));
  const scales = pick(surveys.scales, Object.values(items).flatMap(scaleOf));
  const whole: Instrument = { ...plan, id, items, scales, texts: { kk: {}, ru: {}, en: {} } };
  const keys = allTextKeys(whole);
  for (const locale of LOCALES) whole.texts[locale] = pick(texts[locale], keys);
  return whole;
}

/** What does not hang together in an instrument, as sentences; empty when it can be asked. */
export function faultsOfInstrument(instrument: Instrument): string[] {
  const { id, pages, items, scales, required, divided_by, directions, texts } = instrument;
  const faults: string[] = [];
  const order = pages.flatMap((page) => page.items.map(({ item }) => item));
  for (const item of new Set(order.filter((item, at) => order.indexOf(item) !== at)))
    faults.push(`${id}: ${item} is asked twice`);
  for (const item of askedItems(instrument)) {
    const of = items[item];
    if (!of) faults.push(`${id}: there is no item ${item}`);
    else {
      for (const direction of directions.filter((one) => !of.directions.includes(one)))
        faults.push(`${id}: ${item} has no wording for ${direction}`);
      for (const scale of scaleOf(of).filter((one) => !scales[one]))
        faults.push(`${id}: ${item}: there is no scale ${scale}`);
    }
  }
  for (const item of required.filter((one) => !order.includes(one)))
    faults.push(`${id}: ${item} is required and not asked`);
  if (divided_by !== null && (items[divided_by]?.kind !== 'choice' || !order.includes(divided_by)))
    faults.push(`${id}: tables can't be divided by ${divided_by}, which is not a choice that is asked`);
  const before: string[] = [];
  for (const page of pages) {
    if (page.when) faults.push(...faultsOfCondition(`${id}.${page.id}`, page.when, before, items));
    for (const { item, when } of page.items) {
      if (when) faults.push(...faultsOfCondition(`${id}.${item}`, when, before, items));
      if (when && required.includes(item)) faults.push(`${id}: ${item} is required and asked only sometimes`);
      before.push(item);
    }
    if (page.when)
      for (const { item } of page.items.filter(({ item }) => required.includes(item)))
        faults.push(`${id}: ${item} is required and asked only sometimes`);
  }
  for (const locale of LOCALES)
    for (const key of allTextKeys(instrument).filter((one) => !texts[locale][one]?.trim()))
      faults.push(`${id}: ${key} has no text in ${locale}`);
  return faults;
}

type When = NonNullable<Instrument['pages'][number]['when']>;
function faultsOfCondition(at: string, { item, any_of }: When, before: string[], items: Instrument['items']): string[] {
  const of = items[item];
  if (!of || !before.includes(item)) return [`${at}: depends on ${item}, which is not asked before it`];
  if (of.kind !== 'choice' && of.kind !== 'scale')
    return [`${at}: depends on ${item}, which is neither a choice nor a scale`];
  const known = (value: string | number) =>
    value === 'dont_know'
      ? of.dont_know
      : of.kind === 'choice'
        ? of.options.includes(String(value))
        : typeof value === 'number';
  return any_of.filter((value) => !known(value)).map((value) => `${at}: ${item} can't be answered ${value}`);
}
