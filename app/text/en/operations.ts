// The operations page: what needs a person, then how the machinery stands.
import { number, plural } from '../format';

const letters = (n: number) => plural('en', n, { one: '{n} letter', other: '{n} letters' });

export const operations = {
  title: 'Operations',
  lead: 'What needs a person, then how the machinery stands.',
  bodies: 'Bodies and officials',
  councils: 'Public councils',
  erasures: 'Erasures',
  letters: 'All letters',
  at: (time: string) => `As of ${time}`,
  problems: {
    title: 'Needs attention',
    none: 'Nothing needs attention',
    noneText: 'Letters leave, reminders are written, jobs run without errors.',
    failed: (n: number) =>
      plural('en', n, { one: '{n} letter could not be sent', other: '{n} letters could not be sent' }),
    failedText: 'All tries have failed. Look at the reasons, put them right, then send again.',
    late: (n: number) =>
      plural('en', n, { one: '{n} letter should have left already', other: '{n} letters should have left already' }),
    lateText: 'The worker that sends letters may be standing still.',
    unwritten: (n: number) =>
      plural('en', n, { one: '{n} reminder is due and not written', other: '{n} reminders are due and not written' }),
    unwrittenText:
      'The worker that writes reminders may be standing still. Nothing is lost: it finds them when it runs.',
    unrecorded: (n: number) =>
      plural('en', n, { one: '{n} passed term is not recorded yet', other: '{n} passed terms are not recorded yet' }),
    unrecordedText: 'Pages show them as overdue all the same. The letters about them wait for the worker.',
    job: (job: string) => `The job “${job}” ended with an error`,
    scores: (n: number) =>
      plural('en', n, {
        one: 'Figures of {n} body and quarter are withheld',
        other: 'Figures of {n} bodies and quarters are withheld',
      }),
    parts: {
      cases: 'cases',
      duties: 'duties of procedure',
      comments: 'comments of rounds',
      councilReplies: 'replies to councils',
      promises: 'promises',
      rulings: 'rulings on contested cases',
      contests: 'contests',
    },
    since: (when: string) => `Withheld since ${when}.`,
    scoresText:
      'The nightly count from the ledger and the tables differ, or the open data do not give the figure. This command names the row that is not what the events say:',
    calendar: (year: string) => `The calendar of ${year} is not official yet`,
    calendarText: 'Terms that reach into it are shown as provisional. Enter the official days once they are published.',
    resendAll: 'Send all failed again',
    resent: (n: number) => `${letters(n)} put back to be sent.`,
    seeFailed: 'See them',
  },
  jobs: {
    title: 'Jobs',
    columns: { job: 'Job', started: 'Last run', took: 'Took', count: 'Done', error: 'Error' },
    names: {
      deliver: 'Send letters',
      remind: 'Write reminders',
      serve: 'Watch over notices',
      lapse: 'Record passed terms',
      survey: 'Run surveys',
      score: 'Reckon scores',
      recount: 'Recount scores from the ledger',
      search: 'Complete the search index',
      dump: 'Publish the open data of scores',
      digest: 'Gather letters',
      audit: 'Draw an audit',
      register: 'Sign the day of the public register',
      tidy: 'Tidy up',
      first_start: 'First start',
    },
    running: 'running now',
    never: 'has never run',
    seconds: (s: number) => `${number('en', s, 1)} s`,
    noError: 'none',
    empty: 'No job has run yet',
  },
  post: {
    title: 'Letters',
    columns: { state: 'State', count: 'Letters' },
    oldest: 'The oldest that waits was written',
    oldestNone: 'No letter is waiting.',
  },
  duties: {
    title: 'Obligations and reminders',
    open: 'open obligations',
    overdue: 'of them overdue',
    planned: 'reminders still to come',
    due: 'reminders due and not written',
    coverage: 'reminders of the last 30 days written on their day',
    coverageNote: (kept: number, n: number) => `${number('en', kept)} of ${number('en', n)}`,
    coverageNone: 'No reminder fell due in the last 30 days',
  },
  store: {
    title: 'Ledger and database',
    events: 'Events in the ledger',
    last: 'Last event',
    appeals: 'Appeals',
    people: 'People with accounts',
    size: 'Size of the database',
    none: 'none yet',
  },
  versions: {
    title: 'Versions and modes',
    edition: 'Edition of the guide',
    editionHash: 'Its fingerprint',
    calendars: 'Calendars',
    postgres: 'PostgreSQL',
    node: 'Node.js',
    database: 'Database',
    queue: 'Queue',
    mail: 'Mail',
    modes: {
      embedded: 'embedded, in the data folder',
      outside: 'outside',
      postgresql: 'in the same database',
      redis: 'Redis',
      letterbox: 'kept here, nothing is sent',
      smtp: 'sent over SMTP',
    },
  },
} as const;
