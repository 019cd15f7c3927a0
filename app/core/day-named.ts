// Which day does a sentence name, in Russian or Kazakh? "до 1 марта", "не позднее 15.04.2027", "в III квартале", "в течение 10 рабочих дней";
// "1 наурызға дейін", "жыл соңына дейін", "2027 жылғы ІІ тоқсанда". A day without its year is the next such day. Called by promise-finder.
import type { Calendar } from '../../guide/schema';
import { addWorkingDays } from './calendar';
import { addDays, addMonths, isDay, type Day } from './day';

type Around = { given: Day; calendar: Calendar };
const RUSSIAN = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];
const KAZAKH = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
];
const QUARTERS: Record<string, number> = {
  ...{ i: 1, ii: 2, iii: 3, iv: 4, і: 1, іі: 2, ііі: 3, іv: 4, 1: 1, 2: 2, 3: 3, 4: 4 },
  ...{
    первом: 1,
    первого: 1,
    втором: 2,
    второго: 2,
    третьем: 3,
    третьего: 3,
    четвёртом: 4,
    четвертом: 4,
    четвёртого: 4,
    четвертого: 4,
  },
  ...{ бірінші: 1, екінші: 2, үшінші: 3, төртінші: 4 },
};
const NUMBERS: Record<string, number> = {
  ...{
    одного: 1,
    двух: 2,
    трёх: 3,
    трех: 3,
    четырёх: 4,
    четырех: 4,
    пяти: 5,
    шести: 6,
    семи: 7,
    десяти: 10,
    пятнадцати: 15,
    двадцати: 20,
    тридцати: 30,
  },
  ...{ бір: 1, екі: 2, үш: 3, төрт: 4, бес: 5, алты: 6, жеті: 7, он: 10, жиырма: 20, отыз: 30 },
};

const RU_MONTH = `(?:${RUSSIAN.map((stem) => (stem === 'ма' ? 'ма[яей]' : `${stem}(?:а|я|е|ь)?`)).join('|')})`;
const KK_MONTH = `(?:${KAZAKH.join('|')})`;
const FREE = '(?<![\\p{L}\\d])';
const rule = (pattern: string) => new RegExp(FREE + pattern, 'iu');

/** Each form with how it is read; the first form found in the sentence counts. */
const FORMS: readonly [RegExp, (found: RegExpExecArray, around: Around) => Day | null][] = [
  // 01.03.2027
  [/(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/u, ([, day, month, year]) => dayOf(year, month, day)],
  // 2027 жылғы 1 наурызға
  [
    rule(`(?:(\\d{4})\\s+жыл\\p{L}*\\s+)?(\\d{1,2})(?:-?ші|-?шы)?\\s+(${KK_MONTH})(?:\\p{L}*)`),
    ([, year, day, month], { given }) => dated(given, year, monthOf(KAZAKH, month), day),
  ],
  // до 1 марта 2027 года
  [
    rule(`(\\d{1,2})(?:-го)?\\s+(${RU_MONTH})(?!\\p{L})(?:\\s+(\\d{4}))?`),
    ([, day, month, year], { given }) => dated(given, year, monthOf(RUSSIAN, month), day),
  ],
  // в течение 10 рабочих дней, 10 жұмыс күні ішінде
  [
    rule('в\\s+течение\\s+(\\p{L}+|\\d{1,3})\\s+(рабоч|календарн)?\\p{L}*\\s*(дн|недел|месяц)'),
    ([, count, kind, unit], around) =>
      after(around, numberOf(count), unit === 'дн' ? (kind ?? 'календарн') : (unit ?? '')),
  ],
  [rule('в\\s+течение\\s+(месяца|недели)'), ([, unit], around) => after(around, 1, unit ?? '')],
  [
    rule('(\\p{L}+|\\d{1,3})\\s+(жұмыс\\s+күн|күнтізбелік\\s+күн|күн|апта|ай)\\p{L}*\\s+ішінде'),
    ([, count, unit], around) => after(around, numberOf(count), unit ?? ''),
  ],
  // во II квартале 2027 года, 2027 жылғы ІІ тоқсанда
  [
    rule('(\\p{L}+|\\d)(?:-м|-го)?\\s+квартал\\p{L}*(?:\\s+(\\d{4}))?'),
    ([, which, year], { given }) => quarter(given, year, which),
  ],
  [
    rule('(?:(\\d{4})\\s+жыл\\p{L}*\\s+)?(\\p{L}+|\\d)(?:-ші|-шы)?\\s+тоқсан'),
    ([, year, which], { given }) => quarter(given, year, which),
  ],
  // до конца марта, наурыз айының соңына дейін
  [
    rule(`(?:до\\s+конца|в(?:о)?)\\s+(${RU_MONTH})(?!\\p{L})(?:\\s+(\\d{4}))?`),
    ([, month, year], { given }) => dated(given, year, monthOf(RUSSIAN, month), 'last'),
  ],
  [
    rule(`(?:(\\d{4})\\s+жыл\\p{L}*\\s+)?(${KK_MONTH})\\s+ай\\p{L}*`),
    ([, year, month], { given }) => dated(given, year, monthOf(KAZAKH, month), 'last'),
  ],
  // до конца 2027 года, жыл соңына дейін
  [
    rule('(?:до\\s+конца|в)\\s+(?:(\\d{4})|этого|текущего|тек\\.)?\\s*года(?!\\p{L})'),
    ([, year], { given }) => dayOf(year ?? given.slice(0, 4), '12', '31'),
  ],
  [
    rule('(?:(\\d{4})\\s+)?жыл\\p{L}*\\s+(?:соңы|аяғы)'),
    ([, year], { given }) => dayOf(year ?? given.slice(0, 4), '12', '31'),
  ],
];

/** The first day that it names in one of these forms; null for none, or none that the calendar has. */
export function dayNamed(sentence: string, around: Around): Day | null {
  for (const [form, read] of FORMS) {
    const found = form.exec(sentence);
    const day = found && read(found, around);
    if (day) return day;
  }
  return null;
}

function dayOf(year: string | undefined, month: string | number | undefined, day: string | undefined): Day | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** The stem that a month's name begins with; 'ма' is tried last, for 'март' begins with it too. */
const monthOf = (names: readonly string[], said: string | undefined): number => {
  const name = (said ?? '').toLowerCase();
  const long = names.findIndex((stem) => stem.length > 2 && name.startsWith(stem));
  return (long === -1 ? names.findIndex((stem) => name.startsWith(stem)) : long) + 1;
};

const numberOf = (said: string | undefined): number => Number(said) || (NUMBERS[(said ?? '').toLowerCase()] ?? 0);

/** Of the year said, else the next one on or after the day it was said. */
function dated(given: Day, year: string | undefined, month: number, day: string | undefined): Day | null {
  const own = Number(year ?? given.slice(0, 4));
  const of = (which: number): Day | null => {
    if (day !== 'last') return dayOf(String(which), month, day);
    const first = dayOf(String(which), month, '1');
    return first && addDays(addMonths(first, 1), -1);
  };
  const found = of(own);
  return year || (found && found >= given) ? found : of(own + 1);
}

function quarter(given: Day, year: string | undefined, which: string | undefined): Day | null {
  const number = QUARTERS[(which ?? '').toLowerCase()];
  return number ? dated(given, year, number * 3, 'last') : null;
}

function after({ given, calendar }: Around, count: number, unit: string): Day | null {
  if (count === 0) return null;
  if (/^(?:рабоч|жұмыс)/u.test(unit)) return addWorkingDays(calendar, given, count);
  if (/^(?:месяц|ай)/u.test(unit)) return addMonths(given, count);
  return addDays(given, /^(?:недел|апта)/u.test(unit) ? 7 * count : count);
}
