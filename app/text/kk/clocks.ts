// Мерзімнің соңғы күні көрсетілетін барлық жерде мерзім туралы қалай айтылатыны.
import type { Shape } from '../shape';
import { dayList } from '../day-list';
import { dayInWeek, longDay, number, numericDay } from '../format';
import type { clocks as shape } from '../en/clocks';

export const clocks = {
  due: 'Мерзімі',
  left: (n: number) => `${number('kk', n)} жұмыс күні қалды`,
  today: 'мерзімі бүгін аяқталады',
  overdue: (n: number) => (n === 0 ? 'мерзімі өтіп кетті' : `мерзімінен ${number('kk', n)} жұмыс күні өтті`),
  endedOn: (day: string) => `аяқталды: ${numericDay('kk', day)}`,
  late: 'мерзімінен кейін',
  provisional: 'алдын ала есеп',
  state: {
    running: 'Мерзімі жүріп жатыр',
    due_today: 'Бүгін аяқталады',
    overdue: 'Мерзімі өткен',
    kept: 'Мерзімінде орындалды',
    late: 'Мерзімінен кейін орындалды',
    released: 'Енді талап етілмейді',
  },
  why: {
    sameDay: (due: string) => `Мұны сол күнінің өзінде орындау керек: ${dayInWeek('kk', due)}.`,
    ends: (term: string, due: string) => `Мерзім — ${term}, соңғы күні — ${dayInWeek('kk', due)}.`,
    ended: (term: string, due: string) => `Мерзім — ${term}, ол аяқталған күн — ${dayInWeek('kk', due)}.`,
    untilMoved: (due: string) => `Ұзартылған мерзімнің соңғы күні — ${longDay('kk', due)}.`,
    daysOff: (days: readonly string[]) =>
      `${dayList('kk', days)} — жұмыс істелмейтін ${days.length === 1 ? 'күн' : 'күндер'}.`,
    movedWork: (days: readonly string[]) =>
      `${dayList('kk', days)} — ауыстырылған жұмыс ${days.length === 1 ? 'күні, ол есепке алынды' : 'күндері, олар есепке алынды'}.`,
    rolled: (due: string) =>
      `Мерзімнің соңғы күні демалысқа тура келгендіктен, ол келесі жұмыс күні аяқталады: ${longDay('kk', due)}.`,
  },
} satisfies Shape<typeof shape>;
