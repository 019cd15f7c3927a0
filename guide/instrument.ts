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

/** What can be wrong with an instrument. Pages of the editor say each in the reader's language. */
export const INSTRUMENT_FAULTS = [
  'reserved',
  'page_twice',
  'asked_twice',
  'no_item',
  'no_wording',
  'no_scale',
  'required_not_asked',
  'required_sometimes',
  'not_divisible',
  'not_before',
  'not_decisive',
  'no_such_answer',
  'more_than_options',
  'option_twice',
  'no_text',
] as const;
export type InstrumentFaultCode = (typeof INSTRUMENT_FAULTS)[number];
/** `at`: the page or item where it is wrong; `what`: the item, answer, scale, direction or text key it is about. */
export type InstrumentFault = {
  code: InstrumentFaultCode;
  at: string;
  what: string;
  locale?: (typeof LOCALES)[number];
};

/** Ids that would be mistaken: for "don't know", or for what every object of the language has. */
const RESERVED = ['dont_know', 'constructor'];

type When = NonNullable<Instrument['pages'][number]['when']>;
function faultsOfCondition(
  at: string,
  { item, any_of }: When,
  before: string[],
  { items, scales }: Instrument,
): InstrumentFault[] {
  const of = items[item];
  if (!of || !before.includes(item)) return [{ code: 'not_before', at, what: item }];
  if (of.kind !== 'choice' && of.kind !== 'scale') return [{ code: 'not_decisive', at, what: item }];
  const isPoint = (value: string | number) => {
    const scale = of.kind === 'scale' ? scales[of.scale] : undefined;
    return typeof value === 'number' && scale !== undefined && value >= scale.from && value <= scale.to;
  };
  const known = (value: string | number) =>
    value === 'dont_know' ? of.dont_know : of.kind === 'choice' ? of.options.includes(String(value)) : isPoint(value);
  return any_of.filter((value) => !known(value)).map((value) => ({ code: 'no_such_answer', at, what: String(value) }));
}

const twice = (ids: readonly string[]) => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];

function faultsOfItem(id: string, { items, scales, directions }: Instrument): InstrumentFault[] {
  const of = items[id];
  if (!of) return [{ code: 'no_item', at: id, what: id }];
  const parts = of.kind === 'matrix' ? of.rows : of.kind === 'choice' || of.kind === 'multiple' ? of.options : [];
  return [
    ...[id, ...parts]
      .filter((one) => RESERVED.includes(one))
      .map((what) => ({ code: 'reserved' as const, at: id, what })),
    ...twice(parts).map((what) => ({ code: 'option_twice' as const, at: id, what })),
    ...directions
      .filter((one) => !of.directions.includes(one))
      .map((what) => ({ code: 'no_wording' as const, at: id, what })),
    ...scaleOf(of)
      .filter((one) => !scales[one])
      .map((what) => ({ code: 'no_scale' as const, at: id, what })),
    ...(of.kind === 'multiple' && of.at_most !== null && of.at_most > of.options.length
      ? [{ code: 'more_than_options' as const, at: id, what: String(of.at_most) }]
      : []),
  ];
}

/** What does not hang together in an instrument; empty when it can be asked. */
export function faultsIn(instrument: Instrument): InstrumentFault[] {
  const { pages, items, required, divided_by, texts } = instrument;
  const order = pages.flatMap((page) => page.items.map(({ item }) => item));
  const faults: InstrumentFault[] = [
    ...twice(pages.map((page) => page.id)).map((at) => ({ code: 'page_twice' as const, at, what: at })),
    ...twice(order).map((at) => ({ code: 'asked_twice' as const, at, what: at })),
    ...askedItems(instrument).flatMap((item) => faultsOfItem(item, instrument)),
    ...required
      .filter((one) => !order.includes(one))
      .map((at) => ({ code: 'required_not_asked' as const, at, what: at })),
  ];
  if (divided_by !== null && (items[divided_by]?.kind !== 'choice' || !order.includes(divided_by)))
    faults.push({ code: 'not_divisible', at: divided_by, what: divided_by });
  const before: string[] = [];
  for (const page of pages) {
    if (page.when) faults.push(...faultsOfCondition(page.id, page.when, before, instrument));
    for (const { item, when } of page.items) {
      if (when) faults.push(...faultsOfCondition(item, when, before, instrument));
      if ((when ?? page.when) && required.includes(item))
        faults.push({ code: 'required_sometimes', at: item, what: page.id });
      before.push(item);
    }
  }
  for (const locale of LOCALES)
    for (const key of allTextKeys(instrument).filter((one) => !texts[locale][one]?.trim()))
      faults.push({ code: 'no_text', at: key, what: key, locale });
  return faults;
}

const SENTENCES: Record<InstrumentFaultCode, (fault: InstrumentFault) => string> = {
  reserved: ({ at, what }) => `${at}: nothing may be called ${what}`,
  page_twice: ({ at }) => `there are two pages ${at}`,
  asked_twice: ({ at }) => `${at} is asked twice`,
  no_item: ({ at }) => `there is no item ${at}`,
  no_wording: ({ at, what }) => `${at} has no wording for ${what}`,
  no_scale: ({ at, what }) => `${at}: there is no scale ${what}`,
  required_not_asked: ({ at }) => `${at} is required and not asked`,
  required_sometimes: ({ at }) => `${at} is required and asked only sometimes`,
  not_divisible: ({ at }) => `tables can't be divided by ${at}, which is not a choice that is asked`,
  not_before: ({ at, what }) => `${at}: depends on ${what}, which is not asked before it`,
  not_decisive: ({ at, what }) => `${at}: depends on ${what}, which is neither a choice nor a scale`,
  no_such_answer: ({ at, what }) => `${at}: what it depends on can't be answered ${what}`,
  more_than_options: ({ at, what }) => `${at}: ${what} may be chosen, which is more than there are options`,
  option_twice: ({ at, what }) => `${at}: ${what} stands twice`,
  no_text: ({ at, locale }) => `${at} has no text in ${locale}`,
};

/** The same as sentences for whoever writes the guide. */
export const faultsOfInstrument = (instrument: Instrument): string[] =>
  faultsIn(instrument).map((fault) => `${instrument.id}: ${SENTENCES[fault.code](fault)}`);
