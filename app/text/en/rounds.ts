// The list of rounds, their calendar and feeds, and where other pages speak of open rounds.
import { longDay, plural } from '../format';

export const rounds = {
  title: 'Consultation rounds',
  lead: 'What state bodies and public councils ask before they decide, until which day you can comment, and what came of it.',
  allTitle: 'All rounds',
  all: 'All',
  byStage: 'By stage',
  comments: (n: number) =>
    n === 0 ? 'No comments yet' : plural('en', n, { one: '{n} comment', other: '{n} comments' }),
  openNow: (n: number) =>
    plural('en', n, { one: '{n} round is open for comments', other: '{n} rounds are open for comments' }),
  soon: {
    title: 'Closing soon',
    lead: (n: number) =>
      plural('en', n, {
        one: 'The last day is at most {n} working day away',
        other: 'The last day is at most {n} working days away',
      }),
  },
  closes: { opens: 'first day for comments', closed: 'comments closed', today: 'today is the last day' },
  search: { label: 'Search by number or title', button: 'Search' },
  filter: {
    label: 'Narrow the list',
    open: 'Filters',
    body: 'State body',
    anyBody: 'All bodies',
    kind: 'Kind',
    anyKind: 'All kinds',
    topic: 'Topic',
    anyTopic: 'All topics',
    region: 'Region',
    anyRegion: 'All regions',
    regionHint: 'Rounds for the whole country are shown too.',
    apply: 'Show',
    clear: 'Clear all',
    remove: (text: string) => `Remove the filter: ${text}`,
    words: (q: string) => `“${q}”`,
  },
  table: {
    caption: 'Rounds: open ones first, the nearest last day before the others',
    round: 'Round',
    body: 'Who answers',
    host: (council: string) => `Host: ${council}`,
    closes: 'Last day',
    stage: 'Stage',
    comments: 'Comments',
    overdue: 'Answer overdue',
  },
  calendar: {
    title: 'Calendar of rounds',
    open: 'Calendar of rounds',
    lead: 'First and last days for comments, and hearings.',
    list: 'The same as a list',
    months: 'Months',
    today: 'today',
    opens: 'Opens',
    closes: 'Last day',
    hearing: 'Hearing',
    throughout: 'Open through the whole month',
    empty: { title: 'No days in this month', text: 'No round opens or closes in it.' },
  },
  feeds: {
    lead: 'Take the rounds along:',
    leadOf: (about: string) => `Take these rounds along (${about}):`,
    ics: 'Calendar (iCalendar)',
    atom: 'News (Atom)',
    title: 'Kenes: consultation rounds',
    titleOf: (about: string) => `Kenes: consultation rounds, ${about}`,
    description: 'Open consultation rounds with the last day for comments.',
    closes: (title: string) => `Last day for comments: ${title}`,
    opens: (title: string) => `First day for comments: ${title}`,
    hearing: (title: string) => `Hearing: ${title}`,
    period: (from: string, to: string) => `Comments are taken from ${longDay('en', from)} to ${longDay('en', to)}.`,
  },
  pages: { label: 'Pages of the list', newer: 'Back', older: 'Further' },
  empty: { title: 'No rounds yet', text: 'The first one will appear here with its last day.' },
  none: { title: 'Nothing fits these filters', text: 'Take a filter away, or search with fewer words.' },
  /** On the landing page, on a body's page, on the Today page. */
  elsewhere: {
    title: 'Open for comments',
    lead: 'Every comment gets an answer with a reason, and the answers are published.',
    all: 'All rounds',
    ofBody: 'Consultation rounds',
    allOfBody: 'All rounds of this body',
    noneOfBody: 'This body has not opened a round yet.',
  },
  today: {
    closing: 'Rounds that ask you now',
    closingLead: (n: number) =>
      plural('en', n, {
        one: 'You are invited, or it closes within {n} working day and concerns your fields or regions, or you follow it.',
        other:
          'You are invited, or they close within {n} working days and concern your fields or regions, or you follow them.',
      }),
    why: {
      invited: 'your organisation is invited',
      followed: 'you follow it',
      field: 'in your field',
      region: 'in your region',
    },
    own: (n: number) =>
      n === 0
        ? 'You have not commented yet.'
        : plural('en', n, { one: 'You made {n} comment.', other: 'You made {n} comments.' }),
    comment: 'Comment',
    rest: (n: number) => plural('en', n, { one: '{n} more comment', other: '{n} more comments' }),
    waiting: {
      title: 'Your comments without an answer',
      lead: (n: string) => `Waiting for an answer: ${n}. Beside each stands the day by which it is due.`,
      due: 'Answer due',
      open: 'comments are still taken',
    },
    promises: {
      title: 'Promises that wait for your word',
      lead: 'You took part in the round. The body says what it did; you can say whether the promise was kept.',
      days: (due: string, reported: string) =>
        `Promised by ${longDay('en', due)}, reported on ${longDay('en', reported)}.`,
    },
    came: 'Answers to your comments',
    columns: { comment: 'Comment', answer: 'Answer', day: 'Day' },
    late: 'after the due day',
  },
} as const;
