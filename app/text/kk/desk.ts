// Лауазымды адамның жұмыс үстелі.
import type { Shape } from '../shape';
import { fullDay, longDay, number } from '../format';
import type { desk as shape } from '../en/desk';

export const desk = {
  title: 'Жұмыс үстелі',
  lead: (day: string) => `Бүгін: ${fullDay('kk', day)}. Органыңыздың міндеттері; алдымен заңды мерзімі ең жақындары.`,
  nearness: {
    overdue: 'Мерзімі өткен',
    today: 'Мерзімі бүгін',
    near: (n: number) => `${number('kk', n)} жұмыс күні ішінде`,
    later: 'Кейінірек',
  },
  figures: (body) => `Жарияланғанға дейінгі көрсеткіштер: ${body}`,
  load: {
    title: (due) => `Алдағы жүктеме: мерзімі келетін ${number('kk', due)} міндет`,
    caption: 'Алдағы әр жұмыс күні мерзімі келетіндер',
    until: (day) => `${longDay('kk', day)} күніне дейін.`,
    daysOff: (off) => `Арадағы ${number('kk', off)} демалыс күні есепке алынбайды.`,
    day: 'Күн',
    due: 'Мерзімі келетіндер',
    off: (day) => `${fullDay('kk', day)}, демалыс күні`,
  },
  newRound: 'Жаңа айналым',
  workbench: 'Жауап дайындау',
  byTime: 'Қалған уақыты бойынша',
  all: 'Барлығы',
  share: { label: 'Кімнің жұмысы', mine: 'Менікі', all: 'Бүкіл органның', nobody: 'Тапсырылмаған' },
  bodies: { label: 'Орган', all: 'Менің барлық органдарым' },
  table: {
    caption: 'Ашық міндеттер, алдымен ең жақыны',
    case: 'Жолданым',
    what: 'Міндет',
    official: 'Орындаушы',
    body: 'Орган',
    due: 'Мерзімі',
  },
  nobody: 'тапсырылмаған',
  you: 'сіз',
  more: (n: number) => `${number('kk', n)}+`,
  pages: { label: 'Жұмыс үстелінің беттері', newer: 'Ертерек', older: 'Кейінірек' },
  empty: { title: 'Мұнда міндет жоқ', text: 'Жаңа жолданым келіп түскенде міндеті осында көрсетіледі.' },
  proposals: {
    title: 'Мерзімді ұзарту шешіміңізді күтіп тұр',
    until: (was: string, until: string) => `Бұрынғы күні: ${longDay('kk', was)}. Жаңа күні: ${longDay('kk', until)}.`,
    by: (name: string) => `Ұсынған: ${name}`,
    left: (n: number) =>
      n < 0
        ? 'Мерзім аяқталған: енді ұзартуға болмайды.'
        : n === 0
          ? 'Тек бүгін шешуге болады.'
          : `Шешуге ${number('kk', n)} жұмыс күні қалды.`,
    decide: 'Шешім қабылдау',
  },
  none: {
    title: 'Сіздің органда лауазымыңыз жоқ',
    text: 'Жұмыс үстелі лауазымды адамдарға арналған. Ол сізге тиіс болса, әкімшіге айтыңыз.',
  },
} satisfies Shape<typeof shape>;
