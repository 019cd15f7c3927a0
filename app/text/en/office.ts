// How a body arranges its own work: drafts and their approval, notes, and the page where it is arranged.
import { longDay, plural } from '../format';

export const officeNames = {
  'draft-answer': 'Draft the answer',
  'decide-draft': 'Decide on the draft',
  remark: 'Leave a note',
};

export const officeDone = {
  'draft-answer': {
    title: 'Put before the approver',
    text: 'Nothing is answered yet, and the term runs on. The approvers of your body have been told.',
  },
  'decide-draft': { title: 'Decided', text: 'Those concerned have been told in the same act.' },
  remark: { title: 'Noted', text: 'Only your colleagues read it.' },
};

export const officeForms = {
  remark: {
    lead: 'A note for your colleagues. It stays on the record; the applicant and the public don’t see it.',
    submit: 'Leave the note',
    fields: { text: { label: 'Note', hint: 'What whoever works on this case should know.' } },
  },
};

export const officeTitles = {
  answer_drafted: 'An answer was drafted for approval',
  draft_returned: 'The draft was sent back',
  remarked: 'Internal note',
};

export const officeLetters = {
  draft_to_approve: {
    subject: (number: string) => `Appeal ${number}: a drafted answer waits for approval`,
    heading: 'A drafted answer waits for your approval',
    lead: 'It is given when an approver who did not write it signs it. The term for the answer runs on meanwhile.',
  },
  draft_returned: {
    subject: (number: string) => `Appeal ${number}: your draft was sent back`,
    heading: 'Your draft was sent back',
    lead: 'Read the remark, put the draft right and send it again. The term for the answer runs on meanwhile.',
  },
  draft_approved: {
    subject: (number: string) => `Appeal ${number}: your draft was signed`,
    heading: 'The answer that you drafted has been given',
    lead: 'An approver has signed it, and the applicant has been told.',
  },
};

export const office = {
  draft: {
    lead: 'An approver who did not write it signs the answer or sends it back. Until it is signed nothing is answered, and the term runs on.',
    submit: 'Put before the approver',
    signed: (name: string) => `It will say that ${name} drafted it. Whoever approves it signs it.`,
    waiting: (name: string, day: string) =>
      `A draft by ${name} of ${longDay('en', day)} waits for approval. What you send now stands in its place.`,
    returned: (by: string) => `Sent back by ${by}`,
  },
  decide: {
    lead: 'You sign what you approve, and it is given to the applicant in the same act. What you send back goes to whoever wrote it.',
    by: 'Drafted by',
    outcome: 'Outcome',
    text: 'Answer to the applicant',
    decision: 'Your decision',
    approve: { label: 'Sign and give the answer', text: 'You are its signatory; the drafter is named beside you.' },
    return: { label: 'Send back', text: 'With a remark; only your colleagues read it.' },
    remark: 'Remark',
    remarkMark: '(if you send it back)',
    submit: 'Record the decision',
    files: 'Attachments',
  },
  drafted: (name: string) => `Drafted by ${name}`,
  queue: {
    title: (n: number) =>
      plural('en', n, { one: '{n} drafted answer waits for approval', other: '{n} drafted answers wait for approval' }),
    caption: 'Drafted answers, what is due first at the top',
    returned: (n: number) =>
      plural('en', n, { one: '{n} draft was sent back to you', other: '{n} drafts were sent back to you' }),
    due: 'Answer due',
    case: 'Case',
    drafter: 'Drafted by',
    remark: 'Remark',
    decide: 'Read and decide',
    own: 'Yours: another approver decides',
    again: 'Put it right',
  },
  page: {
    title: 'How your body works',
    lead: 'What the body decides about its own work. No term of the law changes by it.',
    link: 'How your body works',
    body: 'Body',
    saved: 'Saved, and on the record.',
  },
  absences: {
    title: 'Absences and covers',
    lead: 'On the days of an absence the duties, letters, desk and rights of whoever is away go to the cover. What the cover signs says in whose place.',
    caption: 'Absences now and to come',
    none: 'Nobody is away now, and no absence is announced.',
    person: 'Away',
    cover: 'Cover',
    from: 'First day',
    until: 'Last day',
    announce: 'Announce an absence',
    choose: 'Choose a person',
    submit: 'Announce',
    end: 'Back already',
    act: 'What you can do',
    away: (from: string, until: string, cover: string) =>
      `Away from ${longDay('en', from)} to ${longDay('en', until)}; ${cover} acts in that place`,
    covered: (cover: string) => `away, ${cover} acts`,
    youAway: 'You are away: your cover has what falls due.',
    people: (n: number) => plural('en', n, { one: '{n} person is away', other: '{n} people are away' }),
    column: 'Who is away',
    acting: (names: string) => `Today you also act in the place of ${names}: their work is on this desk.`,
    actingFor: (name: string) => `acting for ${name}`,
  },
  handOver: {
    title: 'Handover',
    lead: 'All open work of one official goes to another in one act, for instance when somebody leaves office. Each case has its own record of it; no due day changes.',
    nobody: 'Nobody has open work now.',
    from: 'Whose work?',
    to: 'To whom?',
    holder: (name: string, n: number) =>
      plural('en', n, { one: `${name}: {n} open case`, other: `${name}: {n} open cases` }),
    left: (name: string, n: number) =>
      plural('en', n, { one: `${name} (has left): {n} open case`, other: `${name} (has left): {n} open cases` }),
    reason: 'Why?',
    reasonHint: 'For the record of the body and whoever takes it over.',
    submit: 'Hand over',
  },
  templates: {
    title: 'Templates of answers',
    lead: 'By kind and language. A template fills the form of an answer; what it leaves open is filled by whoever answers, and nothing is sent before that.',
    add: 'New template',
    none: { title: 'There are no templates yet', text: 'An executor or the head writes them.' },
    caption: 'Templates of the body',
    name: 'Name',
    nameHint: 'By which your colleagues find it.',
    kind: 'Kind of appeal',
    language: 'Language',
    text: 'Answer to the applicant',
    textHint:
      'Placeholders in double braces fill themselves; others, such as {{what was done}}, are filled by whoever answers.',
    parts: 'Parts that the law asks of an answer',
    save: 'Save',
    formLead: 'What stood there before stays in the history.',
    retire: 'Don’t offer it any more',
    retired: 'retired',
    isRetired: 'This template is not offered any more. Saving it brings it back.',
    history: 'History',
    writtenBy: (by: string, day: string) => `${day}, ${by}`,
    retiredBy: (by: string, day: string) => `${day}, ${by}: not offered any more`,
    placeholders: 'Placeholders',
    placeholdersLead: 'They fill themselves with what the case says, in any of the three spellings.',
    means: {
      number: 'Number of the case',
      subject: 'Its subject',
      applicant: 'Applicant, unless the name is hidden',
      registered: 'Day of registration',
      due: 'Last day of the term',
      body: 'Your body',
      today: 'Today',
      officer: 'Whoever answers, with the post',
    },
    use: 'Use a template',
    useHint: 'It takes the place of what the form holds now.',
  },
  fourEyes: {
    title: 'Four eyes',
    lead: 'Where it is needed, one official drafts the answer and an approver who did not write it signs it. Elsewhere a draft may be put before an approver, but need not be.',
    legend: 'Kinds of appeals that need it',
    save: 'Save',
    none: 'For no kind of appeal.',
    headOnly: 'The head of the body or a deputy chooses this.',
  },
};
