// What one may do to a case: names of the acts, their forms.
import { fullDay, longDay, plural } from '../format';
import { stepNames } from './steps';

export const acts = {
  names: {
    accept: 'Accept',
    assign: 'Assign to an executor',
    redirect: 'Redirect',
    extend: 'Propose an extension',
    'decide-extension': 'Decide on the extension',
    answer: 'Answer',
    terminate: 'Terminate',
    withdraw: 'Withdraw',
    judge: 'Judge the answer',
    ...stepNames,
  },
  back: 'Back to the case',
  caseTitle: 'The case',
  theirText: 'The appeal',
  notNow: {
    title: 'This can’t be done now',
    text: 'The case has moved on, or the procedure has no such step. The case page shows what is open.',
  },
  optional: '(optional)',
  sending: 'Sending…',
  draft: {
    restored: 'What you typed before has been put back. It was kept in this browser only.',
    discard: 'Start afresh',
  },

  accept: {
    lead: 'You put your name and post on the applicant’s ticket. The clock does not wait for it: the case counts as registered on its lawful day.',
    submit: 'Accept the appeal',
  },
  assign: {
    lead: 'The executor gets a letter, and the open duties of the case move to that desk.',
    who: 'Who takes it?',
    load: (n: number) =>
      n === 0 ? 'No open cases' : plural('en', n, { one: '{n} open case', other: '{n} open cases' }),
    submit: 'Assign',
  },
  redirect: {
    lead: 'The case ends here and goes on at the competent body with a fresh clock. The applicant and the receiver are told at the same time.',
    leadForward:
      'A complaint goes to the body that stands above the one complained of, with the file. The applicant is told at the same time.',
    to: 'To which body?',
    empty: 'Choose a body',
    reason: 'Why is this body competent?',
    reasonHint: 'The applicant reads this.',
    submit: 'Redirect and tell both',
  },
  extend: {
    lead: 'The head decides. Until then nothing moves, and the case will be shown as extended if the head approves.',
    due: (day: string) => `The term runs until ${longDay('en', day)}.`,
    cap: (day: string) => `It can be extended until ${fullDay('en', day)} at most.`,
    until: 'Extend until',
    reason: 'Reason',
    reasonHint: 'Which facts have to be established, and why the term is not enough. The applicant reads this.',
    severalHolders: 'The information is held by several holders, so the law allows an extension',
    submit: 'Propose to the head',
  },
  decideExtension: {
    lead: 'If you approve, the day moves and the applicant gets notice at the same time. The lawful day stays in view.',
    proposedBy: 'Proposed by',
    until: 'Until',
    reason: 'Reason given',
    decision: 'Your decision',
    approve: { label: 'Approve', text: 'The term is extended, with the reason above.' },
    decline: { label: 'Decline', text: 'The term stays. Say why.' },
    why: 'Why you decline',
    whyMark: '(if you decline)',
    submit: 'Record the decision',
  },
  answer: {
    lead: 'The law says what an answer must have. It is given only when every part is there.',
    language: 'Language of the answer',
    outcome: 'Outcome',
    text: 'Answer to the applicant',
    textHint: 'Go through every point of the appeal.',
    counter: 'Characters:',
    parts: 'What the law asks of this answer',
    partsLead: 'Each part stands in the answer under its own name.',
    system: 'Kenes adds automatically',
    files: 'Attachments',
    signed: (name: string) => `You sign as ${name}.`,
    notReply: 'These are not answers and don’t stop the clock',
    late: (due: string) =>
      `The due day, ${longDay('en', due)}, has passed. The answer is still owed; it will be on the record as given after the term.`,
    submit: 'Give the answer',
  },
  terminate: {
    lead: 'The procedure ends without a decision, only on a ground that the law names. The applicant gets notice at the same time.',
    ground: 'Ground',
    deciders: (who: string) => `Decided by: ${who}`,
    text: 'Reasons',
    textHint: 'What the ground rests on in this case. The applicant reads this.',
    submit: 'Terminate and tell the applicant',
  },
  withdraw: {
    lead: 'You may withdraw until the case is decided, by a written statement. You may file again.',
    statement: 'Statement',
    submit: 'Withdraw the appeal',
  },
  judge: {
    lead: 'You can do this once for this answer. Your judgement stands beside the body’s own outcome and is never merged with it.',
    outcome: (name: string) => `The body calls it: ${name}.`,
    legend: 'Does it answer you?',
    texts: {
      answers: 'Every question was answered.',
      partly: 'Some questions were answered, others not.',
      not_at_all: 'It speaks of something else, or of nothing.',
      only_acknowledgement: 'It says only that the appeal has arrived.',
    },
    comment: 'Comment',
    commentHint: 'Which points were left without an answer? Everyone who may read the case reads this.',
    submit: 'Send my judgement',
  },
} as const;
