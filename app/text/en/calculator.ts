// The calculator of terms, and what GET /api/v1/term says when it can't answer.
import { list, longDay } from '../format';

export const calculator = {
  title: 'Count a term',
  lead: 'When is the answer due, and why that day? Every day is shown with the article that counts it or leaves it out.',
  tabs: 'Two ways to count',
  byLaw: {
    title: 'By kind and step',
    lead: 'The guide knows how long each step takes and from which day.',
    receivedHint: 'Local time of day. After the end of the working day the registration moves to the next working day.',
    others: 'Another day to count from',
    othersHint:
      'For steps that are not counted from receipt: the day of registration, of the decision, of the redirection and so on.',
    registeredHint: 'In place of the day of receipt, when you know when it was registered.',
    fromHint: 'The day the step itself is counted from. It prevails over the others.',
    button: 'Count',
  },
  plain: {
    title: 'Just days',
    lead: 'Any day and any length, counted by the same conventions. The first day is not counted.',
    number: 'How many',
    unit: 'Unit',
    units: {
      wd: 'working days',
      d: 'calendar days',
      mo: 'months',
      '-wd': 'working days back',
      '-d': 'calendar days back',
      '-mo': 'months back',
    },
    button: 'Count',
  },
  labels: {
    kind: 'Kind of appeal',
    rule: 'Step',
    received: 'Received on',
    registered: 'Registered on',
    from: 'Counted from',
    term: 'Length of the term',
  },
  result: {
    title: 'The answer',
    due: 'Last day',
    received: 'Received',
    registered: 'Registered',
    start: 'Counted from',
    term: 'Term',
    step: 'Step',
    basis: 'Law',
    edition: 'Edition of the guide',
    notInForce: (from: string) =>
      `That edition is in force since ${longDay('en', from)}. For an earlier day other rules held; this count applies the present ones.`,
    share: 'Address of this answer',
    copy: 'Copy',
    copied: 'Copied',
    json: 'The same as JSON',
    procedure: 'The whole procedure in the guide',
  },
  empty: {
    title: 'Nothing counted yet',
    text: 'Fill in one of the two forms. The address of the answer can be sent to anyone.',
  },
  errors: 'The term could not be counted',
  wrong: (label: string, problem: string) => `${label}: ${problem}`,
  problems: {
    unknown: (allowed: readonly string[]) =>
      allowed.length > 0 ? `the guide does not know it; it knows ${list('en', allowed)}` : 'the guide does not know it',
    not_in_procedure: (allowed: readonly string[]) =>
      `this kind of appeal has no such step; it has ${list('en', allowed)}`,
    form: {
      kind: 'this can’t be read',
      rule: 'this can’t be read',
      received: 'give a day and a time, like 2026-03-21T11:20',
      registered: 'give a day of the calendar, like 2026-03-26',
      from: 'give a day of the calendar, like 2026-08-14',
      term: 'give a whole number and a unit, like 15wd, 15d, 2mo or -3wd',
    },
    too_long: () => 'the term is too long to count; about four years is the limit',
    needed: {
      kind: 'choose what is to be counted: a kind, or a day and a term',
      rule: 'choose a step',
      received: 'this step needs the day of receipt or of registration',
      registered: 'this step needs the day of registration',
      from: 'give the day to count from',
      term: 'give a term, or a kind and a step',
    },
    before_received: () => 'this is before the day of receipt',
    not_together: () => 'it does not go together with a plain term; give either the kind or the term',
    repeated: () => 'it is given more than once',
    parameter: (allowed: readonly string[]) => `there is no such parameter; there are ${list('en', allowed)}`,
  },
  api: { title: 'The term can’t be counted', field: (name: string, sentence: string) => `${name}: ${sentence}.` },
} as const;
