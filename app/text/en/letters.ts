// What letters say: subject, heading, sentences and the button of each; the words of facts that several of them share.
// Days come written out. Names of kinds, duties, outcomes and grounds come from the guide, never from here.
import { plural } from '../format';

const workingDays = (n: number) => plural('en', n, { one: '{n} working day', other: '{n} working days' });

export const letters = {
  shared: {
    sender: 'Kenes',
    automatic:
      'Kenes sent this letter automatically. Nobody reads replies to it: answer on the site, the link leads there.',
    answerable:
      'Kenes sent this letter automatically. You can answer it by e-mail: your words come to the body that has the case, and count from the moment at which our server receives them. Write from the address to which this letter came.',
    linkInText: 'Link',
    openCase: 'Open the case',
    basis: (articles: string) => `Legal basis: ${articles}.`,
    article: (act: string, article: string) => `${act}, art. ${article}`,
    answerBy: (day: string) => `The last day for the answer is ${day}.`,
    provisional: 'This day may still move: the calendar of that year is not yet official.',
    mayComplain: 'If you do not agree, you may file a complaint.',
    notAnAnswer: 'This is a notice, not an answer.',
  },
  facts: {
    number: 'Case',
    title: 'Subject',
    kind: 'Kind',
    body: 'State body',
    received: 'Received',
    registered: 'Registered',
    due: 'Answer due by',
    officer: 'Received by',
    assignedBy: 'Assigned by',
    from: 'From',
    to: 'To',
    newNumber: 'Its number there',
    reason: 'Reason',
    proposedBy: 'Proposed by',
    was: 'Term until now',
    until: 'Extended until',
    decidedBy: 'Decided by',
    outcome: 'Outcome named by the body',
    ground: 'Ground',
    signedBy: 'Signed by',
    verdict: 'The applicant says',
    duty: 'What is owed',
    lastDay: 'Last day',
    complainUntil: 'Complaint until',
    place: 'Where',
    role: 'As',
  },
  roles: {
    representative: 'representative of the organisation',
    registrar: 'registrar',
    executor: 'executor',
    approver: 'approver',
    council_secretary: 'secretary of the public council',
    council_chair: 'chair of the public council',
    council_member: 'member of the public council',
    administrator: 'administrator',
  },
  verdicts: {
    answers: 'It answers my question',
    partly: 'It answers in part',
    not_at_all: 'It does not answer at all',
    only_acknowledgement: 'It is only an acknowledgement',
  },
  confirm_email: {
    subject: 'Confirm your address for Kenes',
    heading: (name: string) => `${name}, confirm your address`,
    lead: (hours: number) =>
      plural('en', hours, {
        one: 'The button below finishes your registration. It works once, for {n} hour.',
        other: 'The button below finishes your registration. It works once, for {n} hours.',
      }),
    ignore: 'If you did not register, ignore this letter: without it there will be no account.',
    button: 'Confirm the address',
  },
  sign_in_link: {
    subject: 'Your link to sign in to Kenes',
    heading: 'Sign in to Kenes',
    lead: (minutes: number) =>
      plural('en', minutes, {
        one: 'The button below signs you in. It works once, for {n} minute.',
        other: 'The button below signs you in. It works once, for {n} minutes.',
      }),
    ignore: 'If you did not ask for it, ignore this letter: nobody can sign in without it.',
    button: 'Sign in',
  },
  invitation: {
    subject: (place: string) => `An invitation to Kenes: ${place}`,
    heading: 'You are invited to Kenes',
    lead: (inviter: string) => `The invitation comes from ${inviter}.`,
    days: (days: number) =>
      plural('en', days, { one: 'It can be taken up within {n} day.', other: 'It can be taken up within {n} days.' }),
    button: 'Take up the invitation',
  },
  welcome: {
    subject: 'Welcome to Kenes',
    heading: (name: string) => `Welcome, ${name}`,
    lead: 'Your account is ready. In Kenes every appeal has a day by which it must be answered, and everyone can see why that day.',
    post: 'Letters and reminders will come to this address.',
    button: 'Open Kenes',
  },
  work_handed_over: {
    subject: (n: number, from: string) =>
      plural('en', n, { one: `{n} case of ${from} is yours now`, other: `{n} cases of ${from} are yours now` }),
    heading: 'The open work of a colleague is yours now',
    lead: 'Every case and its open duties stand on your desk. No due day has changed.',
    facts: { body: 'Body', from: 'From', cases: 'Cases', reason: 'Why', by: 'Recorded by' },
    button: 'My desk',
  },
  cover_named: {
    subject: {
      named: (person: string, cover: string) => `${cover} acts in the place of ${person}`,
      ended: (person: string) => `${person} is back`,
    },
    heading: { named: 'An absence and its cover', ended: 'An absence has ended' },
    lead: {
      named: 'On these days duties, letters, desk and rights go to the cover.',
      ended: 'From today on the work is done by whoever was away. What the cover did until then stays valid.',
    },
    facts: { person: 'Away', cover: 'Cover', from: 'First day', until: 'Last day', by: 'Recorded by', body: 'Body' },
    button: 'How your body works',
  },
  key_notice: {
    subject: {
      made: (owner: string) => `A key for a program was made: ${owner}`,
      revoked: (owner: string) => `A key for a program was revoked: ${owner}`,
    },
    heading: { made: 'A key for a program was made', revoked: 'A key for a program was revoked' },
    lead: {
      made: 'A program that holds this key acts in the name below, and the record names whoever made it. If you know nothing of it, revoke the key and ask.',
      revoked: 'The key no longer works. A program that used it needs another.',
    },
    facts: {
      owner: 'In whose name it acts',
      key: 'Key',
      person: { made: 'Made by', revoked: 'Revoked by' },
    },
    button: 'Keys of the API',
  },
  mandate_notice: {
    subject: {
      ends: (organisation: string) => `The last day of a representative is near: ${organisation}`,
      handed_over: (organisation: string) => `A representative handed their place over: ${organisation}`,
    },
    heading: {
      ends: 'The last day of a representative is near',
      handed_over: 'A representative handed their place over',
    },
    lead: {
      ends: 'From the day after, the representative named below neither sees nor does anything in Kenes for the organisation. Another representative may set a later day, or none.',
      handed_over:
        'The former representative no longer acts for the organisation. The new one represents it without a last day.',
    },
    facts: {
      organisation: 'Organisation',
      person: { ends: 'Representative', handed_over: 'Former representative' },
      to: 'New representative',
      lastDay: 'Last day',
    },
    button: 'Who represents the organisation',
  },
  sign_in_changed: {
    subject: {
      authenticator_on: 'Signing in to Kenes now takes a second step',
      authenticator_off: 'Signing in to Kenes no longer takes a second step',
      passkey_added: 'A passkey was added to your Kenes account',
      passkey_removed: 'A passkey was removed from your Kenes account',
      password_set: 'Your Kenes account has a new password',
      second_factor_lifted: 'Your second step was taken away',
    },
    heading: 'How you sign in has changed',
    lead: {
      authenticator_on:
        'Besides the password or the link, Kenes now asks for a code of your authenticator. Other browsers were signed out.',
      authenticator_off:
        'Kenes no longer asks for a code of your authenticator. The recovery codes do not count any more.',
      passkey_added: 'From now on the passkey named below signs you in by itself.',
      passkey_removed: 'The passkey named below signs nobody in any more.',
      password_set: 'A new password was set. Other browsers were signed out.',
      second_factor_lifted:
        'An administrator took away the authenticator, the recovery codes and the passkeys of your account, because it was said that you lost them. All browsers were signed out. Sign in by password or link, and set up a second step anew.',
    },
    name: 'Passkey',
    notYou:
      'If this was not you, somebody else has been in your account: set a new password by a link to this address, look through the browsers that are signed in, and tell the administrator.',
    button: 'Look at how you sign in',
  },
  appeal_filed: {
    subject: (number: string) => `Appeal ${number}: received`,
    heading: 'Your appeal has been received',
    nextDay:
      'It arrived after the end of the working day or on a day off, so it is registered on the next working day.',
    ledger: 'The case page shows day by day how the term was counted.',
  },
  appeal_received: {
    subject: (number: string) => `New appeal ${number}`,
    heading: 'A new appeal has arrived',
    lead: (day: string) => `Accept and register it; its day of registration is ${day}.`,
    redirected: 'Another body redirected it to you.',
  },
  appeal_accepted: {
    subject: (number: string) => `Appeal ${number}: registered`,
    heading: 'Your appeal is registered',
    lead: 'This is the ticket of your appeal. It confirms receipt and is not an answer.',
  },
  appeal_assigned: {
    subject: (number: string) => `Appeal ${number}: assigned to you`,
    heading: 'An appeal has been assigned to you',
  },
  appeal_redirected: {
    subject: (number: string) => `Appeal ${number}: redirected`,
    heading: 'Your appeal has been redirected',
    lead: 'The body is not competent to decide it and has sent it to the competent one.',
    clock: 'There the term is counted anew from arrival.',
    button: 'Open the case at the new body',
  },
  extension_proposed: {
    subject: (number: string) => `Appeal ${number}: an extension waits for your decision`,
    heading: 'An extension waits for your decision',
    lead: 'Until you approve it, the present term runs on.',
    button: 'Open the case and decide',
  },
  extension_declined: {
    subject: (number: string) => `Appeal ${number}: extension declined`,
    heading: 'The extension was not approved',
    lead: (day: string) => `The term stays as it was: the last day is ${day}.`,
  },
  extension_notice: {
    subject: (number: string) => `Appeal ${number}: term extended`,
    heading: 'The term has been extended',
    lead: 'The body extended the term for considering your appeal. The case stays marked as extended.',
  },
  appeal_answered: {
    subject: (number: string) => `Appeal ${number}: answered`,
    heading: 'The body has answered',
    noted: {
      subject: (number: string) => `Appeal ${number}: taken to note`,
      heading: 'The body took your appeal to note',
    },
    judge:
      'Please say on the case page whether it answers your question. Your word is shown beside the outcome that the body named.',
    button: 'Read the answer and judge it',
  },
  appeal_terminated: {
    subject: (number: string) => `Appeal ${number}: terminated`,
    heading: 'Consideration has been terminated',
    lead: 'There is no decision on the merits.',
    next: 'You may complain against the termination, or file again with new arguments.',
  },
  appeal_withdrawn: {
    subject: (number: string) => `Appeal ${number}: withdrawn`,
    heading: 'The applicant has withdrawn the appeal',
    lead: 'An answer is no longer owed.',
  },
  answer_judged: {
    subject: (number: string) => `Appeal ${number}: what the applicant says of the answer`,
    heading: 'The applicant has judged the answer',
    lead: 'This stands on the case page beside the outcome that the body named; neither changes the other.',
  },
  deadline_passed: {
    refused: {
      subject: (number: string) => `Case ${number}: no answer, deemed refused`,
      heading: 'The term has passed without an answer',
      lead: 'By law the body counts as having refused.',
      until: (day: string) => `The last day to complain is ${day}.`,
      button: 'Open the case and complain',
    },
    missed: {
      subject: (number: string) => `Case ${number}: term missed`,
      heading: 'A term has passed and the duty is still open',
      lead: 'It is shown to everyone as overdue until it is done.',
    },
  },
  deadline_reminder: {
    subject: {
      ahead: (number: string, days: number) => `Case ${number}: ${workingDays(days)} left`,
      today: (number: string) => `Case ${number}: due today`,
      overdue: (number: string, days: number) => `Case ${number}: overdue by ${workingDays(days)}`,
    },
    by_you: { ahead: 'A duty falls due', today: 'A duty falls due today', overdue: 'A duty is overdue' },
    to_you: {
      ahead: 'What is owed to you falls due',
      today: 'What is owed to you falls due today',
      overdue: 'What is owed to you is overdue',
    },
    shown: 'Until it is done, everyone sees it as overdue.',
  },
} as const;
