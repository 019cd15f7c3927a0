// Көрсеткіштерге айтылған дау туралы хаттардың сөздері.
import type { contestLetters as shape } from '../en/letters-contests';
import { longDay, number as digits } from '../format';
import type { Shape } from '../shape';

const n = (value: number) => digits('kk', value);

export const contestLetters = {
  open: 'Дауды ашу',
  facts: {
    contest: 'Дау',
    council: 'Қоғамдық кеңес',
    claim: 'Органның айтуынша',
    ruling: 'Шешім',
    counts: 'Жолданым былай есепке алынады',
    asBefore: 'жазылғандай',
  },
  named: (claim, day) => (day === null ? claim : `${claim}: ${longDay('kk', day)}`),
  reasonsOfBody: 'Органның дәлелдері',
  reasonsOfCouncil: 'Кеңестің дәлелдері',
  contest_made: {
    subject: (number) => `${number} дауы: көрсеткішке дау айтылды`,
    heading: 'Орган жолданымның қалай есепке алынғанына дау айтты',
    rules: (day) => `Қоғамдық кеңес шешім қабылдайтын соңғы күн: ${longDay('kk', day)}.`,
    runsOn:
      'Ештеңе тоқтамайды: жолданым мен оның мерзімдері жалғаса береді, ал көрсеткіш екі нұсқасымен қатар көрініп тұрады.',
  },
  contest_passed_on: {
    subject: (number) => `${number} дауы: шешімді басқа кеңес қабылдайды`,
    heading: 'Дау жоғары тұрған органның кеңесіне берілді',
    lead: 'Бұрынғы кеңесте шешім қабылдайтын ешкім жоқ.',
  },
  contest_ruled: {
    subject: (number) => `${number} дауы: кеңес шешім қабылдады`,
    heading: 'Қоғамдық кеңес шешім қабылдады',
    lead: 'Шешім жолданымның қалай есепке алынатынын өзгертсе, көрсеткіш қайта есептеліп, бұл туралы баршаға жарияланады.',
  },
  contest_withdrawn: {
    subject: (number) => `${number} дауы: қайтарып алынды`,
    heading: 'Орган дауын қайтарып алды',
    lead: 'Жолданым жазылғандай есепке алынады. Дау қайтарып алынған күйінде баршаға көрініп тұрады.',
  },
  deadline: {
    subject: {
      ahead: (number, days) => `${number} дауы: ${n(days)} жұмыс күні қалды`,
      today: (number) => `${number} дауы: мерзім бүгін бітеді`,
      overdue: (number, days) => `${number} дауы: мерзімнен ${n(days)} жұмыс күні өтті`,
    },
    missed: (number) => `${number} дауы: мерзім бұзылды`,
  },
} satisfies Shape<typeof shape>;
