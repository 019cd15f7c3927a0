// How a body arranges its own work: drafts and their approval, notes, and the page where it is arranged.
import { longDay, plural } from '../format';

export const officeNames = {
  redact: 'Redact',
  part: 'Take out of the group',
  'draft-answer': 'Draft the answer',
  'decide-draft': 'Decide on the draft',
  remark: 'Leave a note',
};

export const officeDone = {
  redact: { title: 'Redacted', text: 'The public reads it so from now on, and the log of the body says why.' },
  part: { title: 'Taken out', text: 'The others stay together; the term of this case runs on.' },
  'draft-answer': {
    title: 'Put before the approver',
    text: 'Nothing is answered yet, and the term runs on. The approvers of your body have been told.',
  },
  'decide-draft': { title: 'Decided', text: 'Those concerned have been told.' },
  remark: { title: 'Noted', text: 'Only your colleagues read it.' },
};

export const officeForms = {
  part: {
    lead: 'The case is considered alone again. The others stay together.',
    submit: 'Take it out',
    fields: { reason: { label: 'Why?', hint: 'For your colleagues.' } },
  },
  remark: {
    lead: 'A note for your colleagues. It stays on the record; the applicant and the public don’t see it.',
    submit: 'Leave the note',
    fields: { text: { label: 'Note', hint: 'What whoever works on this case should know.' } },
  },
};

export const officeTitles = {
  redacted: 'A part was taken from the public',
  restored: 'A part is public again',
  joined: 'Considered together with similar appeals',
  parted: 'Taken out of a group of similar appeals',
  answer_drafted: 'An answer was drafted for approval',
  draft_returned: 'The draft was sent back',
  remarked: 'Internal note',
};

export const officeLetters = {
  redacted: {
    subject: (number: string) => `Appeal ${number}: a part of it is not public any more`,
    heading: 'The body took a part of your case from the public',
    lead: 'You go on reading everything as it was written. The reason stands below and in the public log of the body.',
  },
  restored: {
    subject: (number: string) => `Appeal ${number}: a part of it is public again`,
    heading: 'A part of your case is public again',
    lead: 'The reason stands below and in the public log of the body.',
  },
  joined: {
    subject: (number: string) => `Appeal ${number}: considered together with similar ones`,
    heading: 'Your appeal is considered together with others that ask the same',
    lead: 'It stays an appeal of its own: you get a full answer of your own, by the last day named here.',
  },
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
    lead: 'You sign what you approve, and it is given to the applicant at the same time. What you send back goes to whoever wrote it.',
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
  similar: {
    title: 'Appeals that ask the same',
    lead: 'Open cases of one kind whose words are alike. Joined, each stays a case of its own with its own clock and its own full answer, and each applicant is told.',
    none: { title: 'No open cases are alike', text: 'They are compared by their words whenever this page is opened.' },
    group: (n: number) => plural('en', n, { one: '{n} case', other: '{n} cases' }),
    alike: (share: string) => `At least ${share} of their words and pairs of words are shared.`,
    twice: 'the same applicant',
    reason: 'Why do they belong together?',
    reasonHint: 'Each applicant reads this.',
    join: 'Join the ticked and tell the applicants',
    done: 'Joined. Each applicant has been told.',
    tick: 'Cases to be joined',
    joinedAll: 'These cases are joined already.',
    joined: 'Considered together with',
    answer: 'Answer them together',
  },
  together: {
    title: { accept: 'Accept many', assign: 'Assign many', answer: 'Answer many' },
    lead: {
      accept: 'Each ticked case is accepted under your name, one after the other, each in its own record.',
      assign: 'Each ticked case goes to its executor, one after the other, each in its own record.',
      answer:
        'Each applicant gets a full answer of their own. Write what is common, then change for each case what differs.',
    },
    choose: 'With the ticked cases',
    acts: { accept: 'Accept', assign: 'Assign', answer: 'Answer' },
    go: 'Go on',
    tick: (number: string) => `No. ${number}`,
    ticked: 'Tick this case for an act on many',
    cases: 'Cases',
    none: {
      title: 'No case was ticked for which this can be done',
      text: 'Tick cases on the desk and choose what to do with them.',
    },
    closed: (n: number) =>
      plural('en', n, {
        one: '{n} ticked case does not admit this act, by you or as it stands:',
        other: '{n} ticked cases do not admit this act, by you or as they stand:',
      }),
    kinds: 'Other kinds need other parts of an answer. Answer them apart:',
    official: 'Executor for all',
    ownOfficial: 'Another executor for this case',
    asAll: 'As for all',
    common: 'For all of them',
    spread: 'Go on to the single cases',
    own: 'Answer in this case',
    parts: 'Parts that the law asks of this answer',
    send: {
      accept: 'Accept the ticked',
      assign: 'Assign the ticked',
      answer: 'Give the answers',
      draft: 'Put the answers before the approver',
    },
    draft: 'Your body has these answers approved by a second official: they are put before the approvers.',
    done: (n: number) => plural('en', n, { one: '{n} case is done', other: '{n} cases are done' }),
    left: (n: number) =>
      plural('en', n, { one: '{n} case was refused and stays here', other: '{n} cases were refused and stay here' }),
    placeholders: 'Placeholders such as {{number}} are filled for each case.',
  },
  redaction: {
    lead: 'Only on a ground of the guide, and no more than it needs. The original is kept: the applicant and your body go on reading it. Everyone reads the reason.',
    choose: 'What is it about?',
    parts: { subject: 'Subject', text: 'Text of the appeal', answer: 'Answer, with its parts' },
    file: (name: string) => `File: ${name}`,
    redacted: 'redacted',
    text: 'What the public reads instead',
    textHint: 'Take out what may not be public and mark the place, for instance with […].',
    reasonHint: 'Everyone reads this. Don’t repeat what you take out.',
    replace: 'Redact',
    hideFile: 'Take the file from the public',
    another: 'Another part',
    again: 'Show it to the public again',
    log: 'What was redacted in cases',
    logLead:
      'What the body took from the public in its cases and what it showed again: each with its ground, the reason and who did it. The originals are kept, and the parties read them.',
    none: {
      title: 'Nothing was redacted',
      text: 'If a part of a case is taken from the public, it will stand here with its reason.',
    },
    case: 'Case',
    notPublic: 'a case that is not public',
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
