// ҮЕҰ мен азаматтарға арналған «Бүгін» беті.
import type { Shape } from '../shape';
import { fullDay, number } from '../format';
import type { today as shape } from '../en/today';

export const today = {
  title: 'Бүгін',
  lead: (day: string) => fullDay('kk', day),
  calm: {
    title: 'Бүгін сізден ештеңе талап етілмейді',
    text: 'Жаңа жауап жоқ, мерзімі өткен іс жоқ, жақын күндері аяқталатын мерзім де жоқ.',
  },
  came: {
    title: 'Келген жауаптар',
    judge: 'Жауапты бағалау',
    outcome: (name: string) => `Орган атаған нәтиже: ${name}`,
  },
  overdue: {
    title: 'Қазір мерзімі өткен',
    at: (body: string) => body,
    also: (what: string) => `Мынаның да мерзімі өткен: ${what}`,
    open: 'Жолданымды ашу',
    complain: 'Шағымдану',
  },
  soon: { title: 'Мерзімі жақында аяқталады', lead: (n: number) => `Жақын ${number('kk', n)} жұмыс күні ішінде` },
  own: { title: 'Өзіңіздің міндеттеріңіз' },
  cases: { title: 'Сіздің жолданымдарыңыз', all: 'Барлық жолданымдарыңыз', none: 'Сіз әлі жолданым берген жоқсыз.' },
  open: (n: number) => `Ашық жолданымдарыңыздың саны: ${number('kk', n)}.`,
  file: 'Жолданым беру',
  drafts: 'Аяқталмаған нысан осы браузерде сақталады: қайта ашып, жалғастырыңыз.',
} satisfies Shape<typeof shape>;
