// How days, times, numbers, plurals and lists are written in each language. Called by texts, ui, pages and letters, on the
// server only (Node's Intl knows Kazakh, some browsers' does not). Days come as 'YYYY-MM-DD', instants as epoch milliseconds.

export type Locale = 'kk' | 'ru' | 'en';
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const TAG = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' } as const satisfies Record<Locale, string>;
const AND = { kk: 'және', ru: 'и', en: 'and' } as const satisfies Record<Locale, string>;
const OR = { kk: 'немесе', ru: 'или', en: 'or' } as const satisfies Record<Locale, string>;
const SIZE_UNITS = {
  kk: ['Б', 'КБ', 'МБ', 'ГБ'],
  ru: ['Б', 'КБ', 'МБ', 'ГБ'],
  en: ['B', 'kB', 'MB', 'GB'],
} as const satisfies Record<Locale, readonly string[]>;
const ZONE = 'Asia/Almaty';
const MONDAY = '2024-01-01';
const DAY_MS = 86_400_000;

const STYLES = {
  long: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  plain: { day: 'numeric', month: 'long', timeZone: 'UTC' },
  short: { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
  brief: { day: 'numeric', month: 'short', timeZone: 'UTC' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  inWeek: { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
  monthAndYear: { month: 'long', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', timeZone: 'UTC' },
  weekdayShort: { weekday: 'short', timeZone: 'UTC' },
  weekdayLong: { weekday: 'long', timeZone: 'UTC' },
  moment: { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type Style = keyof typeof STYLES;

/** Making one of Intl's objects costs a hundred times what using it does: each is made once. */
function kept<K extends string, V>(make: (key: K) => V, most = 1000): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
const formats = kept((key: `${Locale} ${Style}`) => {
  const [locale, style] = key.split(' ') as [Locale, Style];
  return new Intl.DateTimeFormat(TAG[locale], STYLES[style]);
});
const dates = (locale: Locale, style: Style): Intl.DateTimeFormat => formats(`${locale} ${style}`);
/** A year and the word 'year' after it, which Kazakh and Russian write, stay on one line. */
const together = (text: string): string => text.replace(/(\d{4}) (ж\.|г\.)/g, '$1\u00a0$2');
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
/** A page names the same days over and over, and so does the next one. */
const written = kept((key: `${Locale} ${Style} ${string}`) => {
  const [locale, style, day] = key.split(' ') as [Locale, Style, string];
  return together(dates(locale, style).format(utc(day)));
}, 20_000);
const say = (locale: Locale, day: string, style: Style): string => written(`${locale} ${style} ${day}`);

/** '21 March 2026', '21 марта 2026 г.', '2026 ж. 21 наурыз'. */
export const longDay = (locale: Locale, day: string): string => say(locale, day, 'long');

/** A sentence with its full stop: a Russian day ends with one already ('2026 г.'). */
export const stop = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`);

/** '21 March', '21 марта', '21 наурыз': where the year is plain from what stands around. */
export const plainDay = (locale: Locale, day: string): string => say(locale, day, 'plain');

/** 'Sat 21 Mar', 'сб, 21 мар.', '21 нау., сб': for tables and narrow places. */
export const shortDay = (locale: Locale, day: string): string =>
  say(locale, day, 'short').replace(',', locale === 'en' ? '' : ',');

/** '21.03.2026' in kk and ru, '21/03/2026' in en: for dense columns. */
export const numericDay = (locale: Locale, day: string): string => say(locale, day, 'numeric');

/** 'Saturday 21 March 2026', 'суббота, 21 марта 2026 г.', '2026 ж. 21 наурыз, сенбі'. */
export const fullDay = (locale: Locale, day: string): string => say(locale, day, 'full');

/** 'Saturday 21 March', 'суббота, 21 марта', '21 наурыз, сенбі': in sentences where the year is plain. */
export const dayInWeek = (locale: Locale, day: string): string => say(locale, day, 'inWeek');

/** '21 to 23 March 2026' as the language writes a range. */
export const dayRange = (locale: Locale, from: string, to: string): string =>
  together(dates(locale, 'long').formatRange(utc(from), utc(to)));

/** '21–23 Mar', '21–23 мар.', '21–23 нау.': for tables and narrow places. */
export const shortRange = (locale: Locale, from: string, to: string): string =>
  dates(locale, 'brief').formatRange(utc(from), utc(to));

/** 'March 2026', 'март 2026 г.', '2026 ж. наурыз'. */
export const monthAndYear = (locale: Locale, day: string): string => say(locale, day, 'monthAndYear');

/** 'March', 'март', 'наурыз'; not capitalised in kk and ru. */
export function monthName(locale: Locale, day: string): string {
  const name = say(locale, day, 'month');
  return locale === 'en' ? name : name.toLocaleLowerCase(TAG[locale]);
}

/** Weekdays from Monday: short as in a calendar's head, long as read aloud. */
export const weekdayNames = (locale: Locale): { short: string; long: string }[] =>
  Array.from({ length: 7 }, (_, index) => {
    const at = utc(MONDAY) + index * DAY_MS;
    return { short: dates(locale, 'weekdayShort').format(at), long: dates(locale, 'weekdayLong').format(at) };
  });

/** Local time of day in Asia/Almaty, '09:05'. */
export const clockTime = (locale: Locale, instant: number): string => dates(locale, 'clock').format(instant);

/** Local day and time: '21 March 2026, 09:05'. */
export const dayAndTime = (locale: Locale, instant: number): string => {
  const day = together(dates(locale, 'moment').format(instant));
  return `${day}, ${clockTime(locale, instant)}`;
};

const numbers = kept((key: `${Locale} ${'decimal' | 'percent'} ${number}`) => {
  const [locale, style, digits] = key.split(' ') as [Locale, 'decimal' | 'percent', string];
  return new Intl.NumberFormat(TAG[locale], { style, maximumFractionDigits: Number(digits) });
});
const pluralRules = kept((locale: Locale) => new Intl.PluralRules(TAG[locale]));

/** '1 234,5' with at most `digits` decimals. */
export const number = (locale: Locale, value: number, digits = 0): string =>
  numbers(`${locale} decimal ${digits}`).format(value);

const fixed = kept((key: `${Locale} ${number}`) => {
  const [locale, digits] = key.split(' ') as [Locale, string];
  const all = { minimumFractionDigits: Number(digits), maximumFractionDigits: Number(digits) };
  return new Intl.NumberFormat(TAG[locale], all);
});

/** '4,0' with exactly `digits` decimals and a minus that is as long as a plus: for figures that stand under each other. */
export const decimal = (locale: Locale, value: number, digits: number): string =>
  fixed(`${locale} ${digits}`).format(value).replace('-', '\u2212');

/** A share 0..1 as a percentage: '12 %', '12%'. */
export const percent = (locale: Locale, share: number, digits = 0): string =>
  numbers(`${locale} percent ${digits}`).format(share);

/** The form of the words that goes with n. `{n}` in a form becomes the number: '{n} рабочих дней'. */
export function plural(locale: Locale, n: number, forms: PluralForms): string {
  const form = forms[pluralRules(locale).select(n)] ?? forms.other;
  return form.replaceAll('{n}', number(locale, n));
}

/** What is said of something by its name: 'Subject: fill this in', but after a question 'To which body? Choose one'. */
export const labelled = (locale: Locale, label: string, words: string): string =>
  label.endsWith('?')
    ? `${label} ${words.charAt(0).toLocaleUpperCase(TAG[locale])}${words.slice(1)}`
    : `${label}: ${words}`;

const joined = (items: readonly string[], word: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;

/** 'A, B and C', 'A, B и C', 'A, B және C'. */
export const list = (locale: Locale, items: readonly string[]): string => joined(items, AND[locale]);

/** 'A, B or C', 'A, B или C', 'A, B немесе C'. */
export const either = (locale: Locale, items: readonly string[]): string => joined(items, OR[locale]);

/** A file's size: '1,2 МБ'. */
export function fileSize(locale: Locale, bytes: number): string {
  const step = [999.5, 999_500, 999_950_000].filter((limit) => bytes >= limit).length;
  return `${number(locale, bytes / 1000 ** step, step > 1 ? 1 : 0)} ${SIZE_UNITS[locale][step]}`;
}
