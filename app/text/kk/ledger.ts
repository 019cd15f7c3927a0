// Сызылған мерзімнің айналасындағы сөздер: ұзақтығы және суреттегі белгілер.
import { longDay, plural } from '../format';
import type { LedgerUnit } from '../en/ledger';

const UNITS = {
  working_day: { one: '{n} жұмыс күні', other: '{n} жұмыс күні' },
  calendar_day: { one: '{n} күнтізбелік күн', other: '{n} күнтізбелік күн' },
  month: { one: '{n} ай', other: '{n} ай' },
} as const;

export const ledger = {
  term: (n: number, unit: LedgerUnit) => (n === 0 ? 'сол күні' : plural('kk', n, UNITS[unit])),
  before: (n: number, unit: LedgerUnit) => `кемінде ${plural('kk', n, UNITS[unit])} бұрын`,
  summary: (term: string, from: string, due: string) =>
    `Мерзімі: ${term}. Есептеу басталатын күн: ${longDay('kk', from)}; соңғы күні: ${longDay('kk', due)}.`,
  start: 'Басы, есептелмейді',
  counted: 'Есептеледі',
  notCounted: 'Демалыс',
  movedWork: 'Басқа күннің орнына жұмыс күні',
  due: 'Соңғы күні',
  today: 'Бүгін',
  notes: 'Неге дәл осы күн',
  dayByDay: 'Барлық күн ретімен',
  columns: { day: 'Күні', number: 'Саны', why: 'Бұл қандай күн' },
  provisional: 'Алдын ала: ол жылдың ресми күнтізбесі әлі жоқ',
} as const;
