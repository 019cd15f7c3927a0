// The landing page: what this is, for whom, what the figures say, how it works, where the law stands.
import { longDay, number, plural } from '../format';

const cases = (n: number) => plural('en', n, { one: '{n} case', other: '{n} cases' });

export const home = {
  title: 'Every appeal must be answered by a certain day. Here everyone sees which day, and why.',
  lead: 'NGOs file, state bodies answer, the public reads. The term is counted in Kazakh working days, and beside every day stands the article of the law.',
  fileAction: 'File an appeal',
  readAction: 'Read the cases',
  hero: {
    eyebrow: 'An application filed now',
    label: 'Last day for the answer',
    because: (term: string) => `${term} from registration, the day of registration not counted`,
    off: (n: number) =>
      plural('en', n, {
        one: '{n} day off on the way is not counted',
        other: '{n} days off on the way are not counted',
      }),
    more: 'See every day of it',
  },
  readers: {
    title: 'What you can do here',
    ngo: {
      title: 'For an NGO or a citizen',
      text: 'File an appeal, get a ticket with the due day, be told of every step, complain in time if nobody answers.',
      action: 'File an appeal',
    },
    official: {
      title: 'For an official',
      text: 'A desk ordered by the lawful time left, with reminders before the term ends and every form the law asks for.',
      action: 'Open the desk',
    },
    council: {
      title: 'For a public council',
      text: 'The record of each body: what it received, what it answered in time, what it has not answered at all.',
      action: 'Look at the bodies',
    },
    public: {
      title: 'For everyone',
      text: 'Public cases with their texts, answers and clocks, without an account. Every number leads to the cases behind it.',
      action: 'Read the cases',
    },
  },
  figures: {
    title: 'How bodies answer now',
    lead: (from: string, to: string) =>
      `Public cases received from ${longDay('en', from)} to ${longDay('en', to)}. Every figure leads to its cases.`,
    received: 'cases received in 90 days',
    receivedNote: 'Counted by the day of receipt',
    inTime: 'answered in time',
    inTimeNote: (kept: number, n: number) =>
      `${number('en', kept)} of ${cases(n)} that were answered or whose term has passed without an answer`,
    noneYet: 'No case has been answered yet, and no term has passed',
    overdue: 'overdue today',
    overdueNote: 'All that are still open after their last day, however old',
    running: 'running today',
    runningNote: (today: number) =>
      today === 0
        ? 'None falls due today'
        : plural('en', today, { one: '{n} more falls due today', other: '{n} more fall due today' }),
    see: 'See these cases',
    chart: 'Where the cases of these 90 days stand',
    chartDesc:
      'Each case is in exactly one place. An answer, a note and a termination are different things and are never added up.',
    columns: { label: 'Standing', value: 'Cases', note: 'Share' },
  },
  term: {
    title: 'The clock of an appeal filed now',
    lead: (time: string, day: string) =>
      `Received ${day} at ${time}, Almaty time. This is how its term would be counted, and why.`,
    action: 'Count another term',
  },
  latest: {
    title: 'Latest public cases',
    action: 'All cases',
    empty: 'There are no public cases yet',
    emptyText: 'The first appeal that is filed publicly appears here.',
    columns: { title: 'Case', body: 'State body', received: 'Received', due: 'Last day', standing: 'Standing' },
    late: 'after the term',
  },
  steps: {
    title: 'How it works',
    items: [
      {
        title: 'You file',
        text: 'The appeal goes to a body you choose. You get its number, the official who received it, and the last day for the answer.',
      },
      {
        title: 'The clock runs',
        text: 'In working days of the official calendar, moved days included. The body is reminded before the term ends, not after.',
      },
      {
        title: 'The body answers',
        text: 'With everything the law asks of an answer: reasons, facts, measures, the way to complain. Notices are not answers.',
      },
      {
        title: 'Everyone sees',
        text: 'The thread, the answer and the clock are public. After the last day without an answer the case says so by itself, and says what you may do.',
      },
    ],
  },
  law: {
    title: 'Where the law stands',
    lead: (edition: string, from: string) => `Edition ${edition} of the guide, in force since ${longDay('en', from)}.`,
    counts: (read: number, unsure: number) =>
      `${plural('en', read, { one: '{n} provision read in its own wording', other: '{n} provisions read in their own wording' })}; ${plural('en', unsure, { one: '{n} could not be confirmed and is marked so', other: '{n} could not be confirmed and are marked so' })}.`,
    verified: (day: string) => `Last compared with the texts on ${longDay('en', day)}.`,
    guide: 'Read the guide',
    calendar: (year: string) => `Working days of ${year}`,
    api: 'Terms for programs (JSON)',
  },
} as const;
