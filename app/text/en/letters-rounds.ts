// What letters about consultation rounds say. Facts that letters about appeals have too stand in letters.ts; names of kinds, duties,
// dispositions and grounds come from the guide, never from here.
import { plural } from '../format';

const workingDays = (n: number) => plural('en', n, { one: '{n} working day', other: '{n} working days' });

export const roundLetters = {
  openRound: 'Open the round',
  openComment: 'Open your comment',
  inRussian: (label: string) => `${label} (in Russian)`,
  facts: {
    round: 'Round',
    comment: 'Your comment',
    closes: 'Last day for comments',
    was: 'Last day until now',
    now: 'Last day now',
    disposition: 'Disposition',
    point: 'Point',
    drafter: 'Drafted by',
    returnedBy: 'Returned by',
    next: 'What happens next',
    commitment: 'Commitment',
    kept: 'The body says',
    evidence: 'Evidence',
  },
  kept: { kept: 'Kept', partly: 'Partly kept', not_kept: 'Not kept' },
  following: {
    round: 'You get this letter because you follow this round.',
    topic: 'You get this letter because you follow the topic of this round.',
    body: 'You get this letter because you follow the rounds of this body.',
    region: 'You get this letter because you follow the rounds of this region.',
  },
  /** At the foot of letters that somebody gets because they follow something. */
  wayOut: {
    lead: 'This letter comes because of what you follow on Kenes.',
    stop: 'Stop these letters without signing in',
    all: 'Everything that you follow',
  },
  round_invitation: {
    subject: (number: string) => `Round ${number}: your organisation is invited`,
    heading: 'Your organisation is invited to a consultation',
    period: (days: string) => `The period for comments: ${days}, the first and the last day included.`,
    answered: 'Every comment gets an answer with a reason, and the answers are published.',
    button: 'Open the round and comment',
  },
  round_opened: {
    subject: (number: string) => `Round ${number}: a new consultation`,
    heading: 'A new consultation is announced',
    lead: 'Every comment gets an answer with a reason, and the answers are published.',
  },
  round_period_moved: {
    extended: {
      subject: (number: string) => `Round ${number}: more time for comments`,
      heading: 'The period for comments is longer',
      lead: 'The host of the round extended it.',
    },
    shortened: {
      subject: (number: string) => `Round ${number}: less time for comments`,
      heading: 'The period for comments is shorter',
      lead: 'The host of the round shortened it. The reason is signed and public.',
    },
    reopened: {
      subject: (number: string) => `Round ${number}: open for comments again`,
      heading: 'Comments are taken again',
      lead: 'The host reopened the round. Comments made before stay as they are.',
    },
  },
  comment_answered: {
    subject: (number: string) => `Comment ${number}: answered`,
    heading: 'Your comment has been answered',
    button: 'Read the answer',
  },
  comment_moderated: {
    subject: (number: string) => `Comment ${number}: hidden from the public`,
    heading: 'Your comment is hidden from the public',
    lead: 'A moderator hid its text. The comment still counts, and it will be answered.',
    next: 'While comments are taken, you may withdraw it and send a corrected one.',
  },
  comment_restored: {
    subject: (number: string) => `Comment ${number}: shown to everyone again`,
    heading: 'Your comment is shown to everyone again',
    lead: 'A moderator showed its text again. Why is said below and on the comment’s page.',
  },
  answer_to_approve: {
    subject: (number: string) => `Round ${number}: an answer waits for approval`,
    heading: 'An answer waits for approval',
    lead: 'Somebody other than the drafter approves it, or returns it with a reason.',
  },
  answer_returned: {
    subject: (number: string) => `Round ${number}: your draft answer was returned`,
    heading: 'Your draft answer was returned',
    lead: 'Change it and submit it again. Until an answer is approved, the comments of this point count as unanswered.',
  },
  council_view_given: {
    subject: (number: string) => `Round ${number}: the public council has given its view`,
    heading: 'The public council has given its view',
    lead: 'The body decides on it and replies with reasons, signed by its first head. The round’s page shows the last day.',
  },
  council_answered: {
    subject: (number: string) => `Round ${number}: the body has replied to the council`,
    heading: 'The body has replied to the council’s view',
    lead: 'The reply stands on the round’s page, beside the view.',
  },
  outcome_published: {
    subject: (number: string) => `Round ${number}: the outcome is published`,
    heading: 'The outcome of the round is published',
    lead: 'It says what was asked, what people said and what was done. Every comment has its answer.',
    why: {
      contributor: 'You get this letter because you took part in this round.',
      follower: 'You get this letter because you follow this round, its topic, its body or its region.',
    },
    button: 'Read the outcome',
  },
  commitment_reported: {
    subject: (number: string) => `Round ${number}: a report on a commitment`,
    heading: 'The body reports on a commitment',
    lead: 'You may say on the round’s page whether it was kept. What you say is shown beside what the body says.',
    button: 'Read the report and judge it',
  },
  follow_up_published: {
    subject: (number: string) => `Round ${number}: what came of the decision`,
    heading: 'The body reports what came of the decision',
    lead: 'In the outcome of the round the body named a day on which it would say so. Its report stands on the round’s page.',
    button: 'Read the report',
  },
  /** Reminders and passed terms, where the duty belongs to a round. */
  deadline: {
    subject: {
      ahead: (number: string, days: number) => `Round ${number}: ${workingDays(days)} left`,
      today: (number: string) => `Round ${number}: due today`,
      overdue: (number: string, days: number) => `Round ${number}: overdue by ${workingDays(days)}`,
    },
    missed: (number: string) => `Round ${number}: term missed`,
  },
} as const;
