// ҮЕҰ мен азаматтарға арналған «Бүгін» беті.
import type { Shape } from '../shape';
import { fullDay, number } from '../format';
import type { today as shape } from '../en/today';

export const today = {
  title: 'Бүгін',
  lead: (day: string) => fullDay('kk', day),
  calm: {
    title: 'Бүгін сізден ештеңе талап етілмейді',
    text: 'Жаңа жауап, мерзімі өткен іс, жақын күндері аяқталатын мерзім жоқ.',
  },
  came: {
    title: 'Келген жауаптар',
    judge: 'Жауапты бағалау',
    columns: { case: 'Жолданым', outcome: 'Орган не дейді', day: 'Жауап күні', judge: 'Сіз не дейсіз' },
    rest: (n: number) => `Бұрынғы ${number('kk', n)} жауап`,
  },
  overdue: {
    title: 'Мерзімі өткендер',
    also: (what: string) => `Мынаның да мерзімі өтті: ${what}`,
    complain: 'Шағымдану',
  },
  soon: { title: 'Мерзімі жақында аяқталады', lead: (n: number) => `Алдағы ${number('kk', n)} жұмыс күні ішінде` },
  own: { title: 'Өзіңіздің міндеттеріңіз' },
  cases: { title: 'Сіздің жолданымдарыңыз', all: 'Барлық жолданымдарыңыз', none: 'Сіз әлі жолданым берген жоқсыз.' },
  open: (n: number) => `Қаралып жатқан жолданымдарыңыз: ${number('kk', n)}.`,
  file: 'Жолданым беру',
} satisfies Shape<typeof shape>;
