// Steps of a case beside its main line: their names, forms, what the thread and the letters say of them.
import { longDay } from '../format';
import { officeDone, officeForms, officeLetters, officeNames, officeTitles } from './office';
import { incomingLetters, incomingTitles } from './incoming';

export const stepNames = {
  ...officeNames,
  'ask-cure': 'Ask to put it right',
  cure: 'Put it right',
  return: 'Return',
  'call-hearing': 'Announce the decision',
  object: 'Object',
  'record-hearing': 'Record the hearing',
  'set-hearing': 'Set the day of the hearing',
  'decide-remarks': 'Decide on the remarks',
  'remark-protocol': 'Remark on the protocol',
  'redirect-part': 'Redirect a part',
  'give-errand': 'Ask another unit or body',
  'answer-errand': 'Answer an internal request',
  'ask-file': 'Ask to see the file',
  'give-file': 'Give the file',
  'report-execution': 'Report the execution',
  'judge-execution': 'Confirm the execution',
  'record-paper': 'Record a paper notice',
  'set-external': 'Number in another system',
  'note-promises': 'Note the promises',
  'report-promise': 'Report on a promise',
  'judge-promise': 'Was the promise kept?',
  'set-publicity': 'Day of publication',
};

export const stepDone = {
  ...officeDone,
  'ask-cure': {
    title: 'Asked',
    text: 'The applicant has been told. The term for the answer runs on.',
  },
  cure: { title: 'Sent', text: 'The body has been told.' },
  'call-hearing': {
    title: 'Announced',
    text: 'The applicant has been told what you intend and until when to object.',
  },
  object: { title: 'Sent', text: 'The body has been told.' },
  'record-hearing': { title: 'Recorded', text: 'The protocol stands in the case, and the applicant has been told.' },
  'set-hearing': { title: 'Set', text: 'The applicant has been invited, with the day and the place.' },
  'decide-remarks': {
    title: 'Decided',
    text: 'The applicant has been told. The remarks and your decision stay in the case.',
  },
  'remark-protocol': { title: 'Sent', text: 'Your remarks stand in the case, and the body has been told.' },
  'redirect-part': {
    title: 'Redirected in part',
    text: 'The applicant and the receiving body have been told. The rest stays here, and its term runs on.',
  },
  'give-errand': { title: 'Asked', text: 'Whoever was asked has been told. The term for the answer runs on.' },
  'answer-errand': { title: 'Answered', text: 'Whoever asked has been told.' },
  'ask-file': { title: 'Asked', text: 'The body has been told, and its days run from today.' },
  'give-file': { title: 'Given', text: 'The applicant has been told.' },
  'report-execution': { title: 'Reported', text: 'The applicant has been asked whether it is so.' },
  'judge-execution': { title: 'Thank you', text: 'Your word stands beside the body’s own.' },
  'record-paper': {
    title: 'Recorded',
    text: 'The notice counts as handed over on paper. Its proof of service shows the postal tracking number.',
  },
  'set-external': { title: 'Saved', text: 'The number stands beside ours, and the case is found by it.' },
  'note-promises': { title: 'Noted', text: 'Each promise has its day now. The other side has been told.' },
  'report-promise': { title: 'Reported', text: 'The applicant has been told and can say whether it is so.' },
  'judge-promise': { title: 'Thank you', text: 'Your word stands beside the body’s own.' },
  'set-publicity': {
    title: 'Saved',
    text: 'The day stands on the page of the case. Until it comes you can change it.',
  },
  return: { title: 'Returned', text: 'The applicant has been told, with the reasons.' },
};

export const steps = {
  forms: {
    ...officeForms,
    'ask-cure': {
      lead: 'Say which requirement of form is not met and set a reasonable day to put it right. The term for your answer does not stop meanwhile.',
      submit: 'Ask and tell the applicant',
      fields: {
        defects: { label: 'What has to be put right?', hint: 'Name each requirement. The applicant will read this.' },
        until: { label: 'By which day?', hint: 'Working days only; a day off moves on to the next one.' },
      },
    },
    cure: {
      lead: 'Give what the body asked for. If it comes after the day that was set, the body may have returned the appeal by then.',
      submit: 'Send to the body',
      fields: { text: { label: 'What you put right', hint: 'In words, in files, or both.' } },
    },
    return: {
      lead: 'The appeal goes back without a decision, only on a ground of the law and with reasons. The applicant may file again.',
      submit: 'Return and tell the applicant',
      fields: {
        ground: { label: 'Ground', hint: 'The law names these grounds and no others.' },
        earlier: {
          label: 'Number of the terminated case',
          hint: 'Only where the appeal is identical to one that your body terminated.',
        },
        text: { label: 'Reasons', hint: 'What the ground rests on in this case. The applicant will read this.' },
      },
    },
    'call-hearing': {
      lead: 'Before a decision that burdens the applicant, say what you intend, so that they can object or be heard. Without it a refusing decision can’t be given.',
      submit: 'Announce and tell the applicant',
      fields: {
        text: {
          label: 'What you intend to decide, and why',
          hint: 'The applicant will read this. Others see only that it was announced.',
        },
        decisionDay: { label: 'Day of the decision', hint: 'The law counts the notice backward from it.' },
        how: { label: 'How is the applicant heard?', hint: 'Whoever objects may still ask to be heard in person.' },
        place: { label: 'Where and when, or the link', hint: 'For a hearing in person or by video.' },
        hearingDay: {
          label: 'Day of the hearing',
          hint: 'Only for a hearing in person or by video: not after the day of the decision. The protocol is owed from it.',
        },
      },
    },
    object: {
      lead: 'Say what speaks against the decision that the body intends. It has to be within the days that the law gives.',
      submit: 'Send the objections',
      fields: {
        text: { label: 'Your objections', hint: 'Facts, documents, law: whatever the body has overlooked.' },
        oral: { label: 'I ask to be heard in person', hint: 'Then the decision can’t be given before the hearing.' },
      },
    },
    'set-hearing': {
      lead: 'The applicant asked to be heard in person. Say on which day, where and when; the guide sets how many working days before it the invitation has to leave.',
      submit: 'Invite the applicant',
      fields: {
        hearingDay: { label: 'Day of the hearing', hint: 'The protocol is owed from it.' },
        place: { label: 'Where and when, or the link', hint: 'The applicant will read this.' },
        decisionDay: {
          label: 'Day of the decision',
          hint: 'Not before the hearing, and not before the day that was announced.',
        },
      },
    },
    'decide-remarks': {
      lead: 'You presided over the hearing. Say what becomes of the remarks on its protocol, and why. They stay in the case whatever you decide.',
      submit: 'Decide and tell the applicant',
      fields: {
        ruling: { label: 'Your decision', hint: 'On all remarks that wait.' },
        reason: {
          label: 'Reason',
          hint: 'What was said at the hearing, and how the protocol has it. The applicant will read this.',
        },
      },
    },
    'remark-protocol': {
      lead: 'Say what is wrong or missing in the protocol of the hearing. Your remarks stay in the case.',
      submit: 'Send the remarks',
      fields: {
        text: {
          label: 'Your remarks',
          hint: 'What was said and is not in the protocol, or is there otherwise than it was said.',
        },
      },
    },
    'record-hearing': {
      lead: 'The protocol says who was heard, what was said and what was given. The applicant gets it.',
      submit: 'Put the protocol into the case',
      fields: {
        heldDay: { label: 'Day of the hearing', hint: 'Not before the announcement and not after today.' },
        protocol: { label: 'Protocol', hint: 'Who was present, who spoke, what was said.' },
      },
    },
    'redirect-part': {
      lead: 'One demand goes to the body that is competent for it, as a case of its own with its own term. The rest stays here, and its term runs on.',
      submit: 'Redirect this part and tell both',
      fields: {
        part: { label: 'Which demand?', hint: 'In the applicant’s words: the new case consists of them.' },
        toBodyId: { label: 'To which body?', hint: 'The body that is competent for this demand.' },
        reason: { label: 'Why is that body competent?', hint: 'The applicant will read this.' },
      },
    },
    'give-errand': {
      lead: 'An internal request has a day of its own. No term of the law waits for it, and the applicant does not see it.',
      submit: 'Ask',
      fields: {
        unit: { label: 'Which unit or person?', hint: 'The name by which it is known.' },
        toBodyId: { label: 'Of which body?', hint: 'Its officials will be able to read this case.' },
        question: { label: 'What do you ask?', hint: 'What the answer needs.' },
        until: { label: 'By which day?', hint: 'Leave yourself time for the answer.' },
      },
    },
    'answer-errand': {
      lead: 'What you answer goes to whoever asked, not to the applicant.',
      submit: 'Answer',
      fields: {
        errand: { label: 'Which request?', hint: 'Those that are open.' },
        text: { label: 'Answer', hint: 'Facts and documents for the reply to the applicant.' },
      },
    },
    'ask-file': {
      lead: 'You may see the materials of your case. From today the body has the days that the law gives it.',
      submit: 'Ask the body',
      fields: { what: { label: 'What do you want to see?', hint: 'All of it, or what you name.' } },
    },
    'give-file': {
      lead: 'Give the materials as files, or say where and when they can be seen. Only the parties see them.',
      submit: 'Give to the applicant',
      fields: {
        text: { label: 'What you give', hint: 'A list of the materials, or where and when they can be seen.' },
      },
    },
    'report-execution': {
      lead: 'Say what was done of what the decision promises. The applicant will be asked whether it is so.',
      submit: 'Report the execution',
      fields: { text: { label: 'What was done', hint: 'Everyone to whom the case is open will read this.' } },
    },
    'record-paper': {
      lead: 'Nothing shows that the applicant has seen this notice. Send it by registered letter and record it here.',
      submit: 'Record the registered letter',
      fields: {
        letterId: { label: 'Which notice?', hint: 'Those that nobody has seen.' },
        on: { label: 'Day of posting', hint: 'As the receipt of the post says.' },
        number: {
          label: 'Postal tracking number',
          hint: 'As on the receipt of the registered letter.',
        },
      },
    },
    'set-external': {
      lead: 'If the same appeal is known elsewhere under another number, it stands beside ours and the case is found by it. Earlier numbers stay in the thread.',
      submit: 'Save',
      fields: {
        system: { label: 'Where', hint: 'For example e-Otinish.' },
        number: { label: 'Number there', hint: 'As it is written there. Leave both empty to remove the number.' },
      },
    },
    'note-promises': {
      lead: 'These sentences of the answer seem to promise something by a day. Tick those that do: each becomes a promise with that day, is reminded of, and counts in the figures of the body.',
      submit: 'Note what is ticked',
      fields: {
        sentences: { label: 'Sentences of the answer', hint: 'Found by rules, so some may promise nothing.' },
      },
    },
    'report-promise': {
      lead: 'Say what became of what the answer promised. The applicant will be asked whether it is so.',
      submit: 'Report',
      fields: {
        promiseId: { label: 'Which promise?', hint: 'As the answer has it.' },
        kept: { label: 'What became of it?', hint: 'Can be said once.' },
        text: { label: 'What was done', hint: 'Everyone to whom the case is open will read this.' },
      },
    },
    'judge-promise': {
      lead: 'Say whether what the answer promised is there. A later word of yours replaces this one.',
      submit: 'Send',
      fields: {
        promiseId: { label: 'Which promise?', hint: 'As the answer has it.' },
        verdict: {
          label: 'Is it there?',
          hint: 'Before its day, and before the body reports, only that it is there can be said.',
        },
        comment: { label: 'Comment', hint: 'What is missing? Everyone to whom the case is open will read this.' },
      },
    },
    'set-publicity': {
      lead: 'On the day you choose, the appeal, its clock and its answers become open to everyone. Until then you can move the day or take it back. What would be published is looked through for personal data now.',
      submit: 'Save',
      fields: {
        publicDay: { label: 'Public from', hint: 'Leave it empty to keep the appeal private.' },
        withheld: { label: 'Files for the parties only', hint: 'The ticked files stay closed to others.' },
        publishPersonal: {
          label: 'Publish the personal data found',
          hint: 'Only if something was found, it is not an IIN, and publishing it is lawful.',
        },
      },
    },
    'judge-execution': {
      lead: 'The body says that it did what its decision promises. Your word stands beside it and can be given once.',
      submit: 'Send',
      fields: {
        done: { label: 'Was it done?', hint: 'What counts is what you see, not what was promised.' },
        comment: { label: 'Comment', hint: 'What is missing? Everyone to whom the case is open will read this.' },
      },
    },
  },
  ruling: {
    accepted: { label: 'Accepted', text: 'What the remarks say is taken as said.' },
    partly: { label: 'Rejected in part', text: 'Say which remarks are accepted and which are not.' },
    rejected: { label: 'Rejected', text: 'The protocol stays as it is; the remarks stay beside it.' },
  },
  stated: {
    unheard: {
      legend: 'Given without a hearing',
      hint: 'Only where the decision burdens the applicant and one of these exceptions applies. The reason stands in the decision, and the applicant reads it.',
      none: 'No exception: a hearing was announced, or none is needed',
      reason: 'Why nobody was heard',
    },
    enforced: {
      legend: 'A complaint does not suspend this act',
      hint: 'Usually a complaint suspends the execution of an act. Where an exception of the law applies, the act itself has to say so and why.',
      none: 'A complaint suspends it',
      reason: 'Why it is carried out in spite of a complaint',
    },
    inAnswer: { unheard: 'Given without a hearing', enforced: 'A complaint does not suspend it' },
  },
  suspension: {
    title: 'Execution of the act and the complaint',
    suspended: (day: string) => `The complaint of ${longDay('en', day)} suspends the execution of the act.`,
    goesOn: (day: string) => `The complaint of ${longDay('en', day)} does not suspend the execution of the act.`,
    lifted: (day: string) =>
      `The complaint ended on ${longDay('en', day)}: the act stands, and its execution is not suspended any more.`,
    ended: (day: string) => `The complaint ended on ${longDay('en', day)}: the act stands.`,
    annulled: (day: string) =>
      `The complaint ended on ${longDay('en', day)}: the act was annulled, and there is nothing of it left to carry out.`,
    until: 'It is suspended until the complaint ends. A silent superior body does not end it.',
    nothing:
      'There is no administrative act whose execution this complaint could suspend: it is about silence, or about an answer that is none.',
    untied:
      'The complaint names no case here, so whether it suspends an act can’t be shown. By law it does, but for the exceptions of the law.',
  },
  how: {
    written: { label: 'In writing', text: 'The applicant may object in writing.' },
    oral: { label: 'In person or by video', text: 'The decision can’t be given before the hearing is held.' },
  },
  executed: {
    yes: { label: 'Yes, it was done', text: 'What the decision promises is there.' },
    no: { label: 'No, it was not done', text: 'Nothing was done, or not what was promised.' },
  },
  execution: {
    legend: 'When is a granted request carried out?',
    hint: 'Of a refusal this is not asked.',
    lawful: (by: string) => `Within the law’s term, by ${longDay('en', by)}`,
    set: 'By another day, which the act sets',
    done: 'Nothing remains to be done: the act itself is what was asked for',
    by: 'That other day',
  },
  said: {
    defects: 'What the body asks to put right',
    intended: 'What the body intends to decide',
    file: 'What the applicant asks to see',
    execution: 'What the body says was done',
    objections: 'What the applicant objects',
    remarks: 'The remarks on the protocol',
  },
  thread: {
    by: (day: string) => `By ${longDay('en', day)}.`,
    day: {
      decision_announced: (day: string) => `The decision is to be given on ${longDay('en', day)}.`,
      hearing_set: (day: string) => `The hearing is on ${longDay('en', day)}.`,
      hearing_called: (day: string) => `The decision is to be given on ${longDay('en', day)}.`,
      notice_seen: (day: string) => `Seen on ${longDay('en', day)}.`,
      notice_posted: (day: string) => `Posted on ${longDay('en', day)}.`,
      heard: (day: string) => `Held on ${longDay('en', day)}.`,
      public_day_set: (day: string) => `Public from ${longDay('en', day)}.`,
    },
    titles: {
      ...officeTitles,
      ...incomingTitles,
      cure_asked: 'The body asked to put defects right',
      cured: 'The applicant put the defects right',
      returned: 'Returned',
      decision_announced: 'The body announced what it intends to decide',
      hearing_called: 'The body invited the applicant to be heard',
      objected: 'The applicant objected',
      asked_to_be_heard: 'The applicant objected and asked to be heard',
      heard: 'The hearing was held',
      hearing_set: 'The body invited the applicant to an oral hearing',
      remarks_accepted: 'The remarks on the protocol were accepted',
      remarks_partly: 'The remarks on the protocol were rejected in part',
      remarks_rejected: 'The remarks on the protocol were rejected',
      act_suspended: 'A complaint suspends the execution of the act',
      act_goes_on: 'A complaint does not suspend the execution of the act',
      suspension_lifted: 'The complaint has ended; the act stands',
      act_annulled: 'The complaint has ended; the act was annulled',
      protocol_remarked: 'The applicant remarked on the protocol',
      file_asked: 'The applicant asked to see the file',
      file_given: 'The body gave the file',
      errand_given: 'An internal request was made',
      errand_answered: 'An internal request was answered',
      notice_unread: 'Nobody opened the notice in time',
      notice_lost: 'The address did not take the notice',
      notice_seen: 'The notice was seen',
      notice_posted: 'The notice was sent by registered letter',
      executed: 'The body says that the decision was carried out',
      execution_confirmed: 'The applicant confirms that it was carried out',
      execution_denied: 'The applicant says that it was not carried out',
      promise_noted: 'A promise of the answer was noted',
      promise_reported: 'The body reports on a promise',
      promise_judged: 'The applicant says what became of a promise',
      external_set: 'Number in another system',
      external_dropped: 'The number in another system was removed',
      public_day_set: 'The applicant chose the day of publication',
      public_day_dropped: 'The applicant keeps the appeal private',
    },
  },
  externalUsual: 'e-Otinish',
  promises: {
    title: 'Promises of the answer',
    lead: 'Each by the day that the answer itself names. What the body reports and what the applicant says stand side by side.',
    found: 'The answer seems to promise something by a day',
    foundText: 'Noted as a promise, it has a day, is reminded of, and counts when the day has come.',
    offered: (text: string, day: string) => `${text} (by ${longDay('en', day)})`,
    by: (day: string) => `By ${longDay('en', day)}`,
    silent: 'nothing said yet',
    columns: { what: 'Promise', due: 'By', body: 'The body says', applicant: 'The applicant says' },
    kept: {
      kept: { label: 'It was done', text: 'All of it, as promised.' },
      partly: { label: 'It was done in part', text: 'Say what is missing.' },
      not_kept: { label: 'It was not done', text: 'Say why.' },
    },
    verdict: {
      kept: { label: 'Yes, it is there', text: 'The promise was kept.' },
      partly: { label: 'In part', text: 'Something is missing.' },
      not_kept: { label: 'No', text: 'The promise was not kept.' },
    },
  },
  ownBody: 'Our own body',
  part: { title: 'A part was redirected to the competent body', what: 'What was redirected' },
  internal: {
    title: 'Internal deadlines',
    lead: 'Set by the body for itself. No term of the law waits for them, and only the body sees them.',
    caption: 'Internal requests with their days',
    what: 'Who was asked',
  },
  complaint: {
    forwarded: 'Passed to the superior body',
    toCourt:
      'No body that Kenes knows stands above this one. Where the law knows none either, it is complained of in court (APPC 91(6)); what you file here goes to the body itself.',
    notNamed: 'The act did not say where, until when and how to complain, so the time is longer.',
  },
  more: 'More steps',
  again: {
    offer: 'File it again',
    text: 'A return does not bar filing again. What you wrote is ready; put right what was named.',
    title: 'File it again',
    from: (n: string) => `After the return of No. ${n}`,
    after: (n: string, body: string) => `Filed again after No. ${n}, body: ${body}.`,
    filed: 'Filed again',
  },
};

export const stepLetters = {
  complaint: 'Complaint',
  hearingDay: 'Day of the hearing',
  by: 'From',
  said: 'In their words',
  steps: {
    ...officeLetters,
    ...incomingLetters,
    cure_asked: {
      subject: (number: string) => `Appeal ${number}: something has to be put right`,
      heading: 'The body asks you to put something right',
      lead: 'If it is not put right by the last day, the body may return the appeal. The term for the answer runs on meanwhile.',
    },
    cured: {
      subject: (number: string) => `Appeal ${number}: put right`,
      heading: 'The applicant put it right',
      lead: 'What you asked for has come. The term for the answer has been running all the time.',
    },
    cure_lapsed: {
      subject: (number: string) => `Appeal ${number}: not put right in time`,
      heading: 'The day to put it right has passed',
      lead: 'You may return the appeal with reasons by the last day named here, or consider it as it is. The term for the answer runs on.',
    },
    decision_announced: {
      subject: (number: string) => `Appeal ${number}: the body announces a decision`,
      heading: 'The body tells you what it intends to decide',
      lead: 'The decision is not given yet. Until the last day you may object or ask to be heard.',
    },
    hearing_called: {
      subject: (number: string) => `Appeal ${number}: you are invited to be heard`,
      heading: 'You are invited to a hearing',
      lead: 'The body tells you what it intends to decide. Until the last day you may also object in writing; the place and time of the hearing stand below.',
    },
    objected: {
      subject: (number: string) => `Appeal ${number}: the applicant objects`,
      heading: 'The applicant objects to the announced decision',
      lead: 'Consider the objections before you decide.',
    },
    asked_to_be_heard: {
      subject: (number: string) => `Appeal ${number}: the applicant asks to be heard`,
      heading: 'The applicant objects and asks to be heard',
      lead: 'Set the day of the hearing on the page of the case: the refusal can’t be given before it is held and its protocol is in the case.',
    },
    heard: {
      subject: (number: string) => `Appeal ${number}: the protocol of the hearing`,
      heading: 'The hearing was held',
      lead: 'Its protocol stands below. If something is wrong or missing in it, say so on the page of the case by the last day.',
    },
    protocol_remarked: {
      subject: (number: string) => `Appeal ${number}: remarks on the protocol`,
      heading: 'The applicant remarks on the protocol of the hearing',
      lead: 'You presided: decide on the remarks by the last day, with a reason. They stay in the case whatever you decide.',
    },
    file_asked: {
      subject: (number: string) => `Appeal ${number}: the applicant asks to see the file`,
      heading: 'The applicant asks to see the file',
      lead: 'You owe access to the materials of the case by the last day.',
    },
    file_given: {
      subject: (number: string) => `Appeal ${number}: the file is given`,
      heading: 'The body gives you the file',
      lead: 'What it gives stands in the case and is seen by the parties alone.',
    },
    executed: {
      subject: (number: string) => `Appeal ${number}: the decision was carried out`,
      heading: 'The body says that its decision was carried out',
      lead: 'Say on the page of the case whether it is so. Your word stands beside the body’s own.',
    },
    execution_confirmed: {
      subject: (number: string) => `Appeal ${number}: the applicant confirms the execution`,
      heading: 'The applicant confirms the execution',
      lead: 'It stands in the case beside what you reported.',
    },
    execution_denied: {
      subject: (number: string) => `Appeal ${number}: the applicant denies the execution`,
      heading: 'The applicant says that it was not carried out',
      lead: 'It stands in the case beside what you reported. The applicant may complain.',
    },
    remarks_accepted: {
      subject: (number: string) => `Appeal ${number}: your remarks on the protocol are accepted`,
      heading: 'Your remarks on the protocol were accepted',
      lead: 'Whoever presided over the hearing accepted them. They stay in the case with the decision.',
    },
    remarks_partly: {
      subject: (number: string) => `Appeal ${number}: your remarks on the protocol are rejected in part`,
      heading: 'Your remarks on the protocol were rejected in part',
      lead: 'Whoever presided over the hearing says below which of them are accepted and why the others are not. All of them stay in the case.',
    },
    remarks_rejected: {
      subject: (number: string) => `Appeal ${number}: your remarks on the protocol are rejected`,
      heading: 'Your remarks on the protocol were rejected',
      lead: 'Whoever presided over the hearing says below why. The remarks stay in the case all the same.',
    },
    act_suspended: {
      subject: (number: string) => `Appeal ${number}: a complaint suspends the act`,
      heading: 'Do not carry out this act for now',
      lead: 'A complaint about it was filed, which suspends its execution (APPC 96(1)). Its execution is not owed until the complaint ends; you will be told.',
    },
    act_goes_on: {
      subject: (number: string) => `Appeal ${number}: a complaint that does not suspend the act`,
      heading: 'A complaint about this act was filed',
      lead: 'It does not suspend the execution, for the act states an exception (APPC 96(2)). What is owed stays owed by its day.',
    },
    suspension_lifted: {
      subject: (number: string) => `Appeal ${number}: the complaint has ended, the act stands`,
      heading: 'The act is not suspended any more',
      lead: 'The complaint about it has ended and the act stands. Where something of it is left to carry out, its last day is counted anew.',
    },
    act_annulled: {
      subject: (number: string) => `Appeal ${number}: the act was annulled`,
      heading: 'The act was annulled on a complaint',
      lead: 'There is nothing of it left to carry out. The decision on the complaint says what has to be done instead.',
    },
    complaint_forwarded: {
      subject: (number: string) => `Complaint ${number}: passed to the superior body`,
      heading: 'Your complaint is with the superior body',
      lead: 'The body complained of did not satisfy it in full and passed it on with the file. The clock of the superior body runs; its number is on the page of the case.',
    },
    complaint_decided: {
      subject: (number: string) => `Complaint ${number}: the superior body has decided`,
      heading: 'The superior body has decided on a complaint about your body',
      lead: 'What it decided stands below. Where it asks something of you, carry it out; the case complained of stays in your record.',
    },
    complaint_unanswered: {
      subject: (number: string) => `Complaint ${number}: no decision, which counts as a refusal`,
      heading: 'The complaint was not decided in time',
      lead: 'By law it counts as refused. You may turn to another complaint body that the law names, or to the court.',
    },
    part_redirected: {
      subject: (number: string) => `Appeal ${number}: a part was redirected`,
      heading: 'A part of your appeal was redirected',
      lead: 'One of your demands is considered by another body, under its own number and term. The rest stays where it is, and its term runs on.',
    },
    errand_given: {
      subject: (number: string) => `Appeal ${number}: you are asked by the day named`,
      heading: 'An internal request about an appeal',
      lead: 'The term for the answer to the applicant runs on while you answer.',
    },
    errand_answered: {
      subject: (number: string) => `Appeal ${number}: the internal request is answered`,
      heading: 'Your internal request is answered',
      lead: 'The answer stands in the case and is seen by your body alone.',
    },
    promise_noted: {
      subject: (number: string) => `Appeal ${number}: a promise was noted`,
      heading: 'A promise of the answer was noted',
      lead: 'It stands in the case with its day, and both sides are told when the day comes.',
    },
    promise_reported: {
      subject: (number: string) => `Appeal ${number}: the body reports on its promise`,
      heading: 'The body says what became of its promise',
      lead: 'Say on the page of the case whether it is so.',
    },
    promise_confirmed: {
      subject: (number: string) => `Appeal ${number}: the promise was kept`,
      heading: 'The applicant says that the promise was kept',
      lead: 'It stands in the case beside what you report.',
    },
    promise_denied: {
      subject: (number: string) => `Appeal ${number}: the promise was not kept`,
      heading: 'The applicant says that the promise was not kept in full',
      lead: 'It stands in the case beside what you report.',
    },
    errand_overdue: {
      subject: (number: string) => `Appeal ${number}: the internal request is unanswered`,
      heading: 'The internal request was not answered in time',
      lead: 'The term for your own answer has been running all the time. Ask again, or answer without it.',
    },
    notice_unread: {
      subject: (number: string) => `Appeal ${number}: a notice was not opened`,
      heading: 'Nobody opened your notice to the applicant',
      lead: 'Send it by registered letter by the last day and record that on the page of the case. If the applicant opens it before, you need not.',
    },
    notice_lost: {
      subject: (number: string) => `Appeal ${number}: a notice did not arrive`,
      heading: 'The applicant’s address did not take your notice',
      lead: 'Send it by registered letter by the last day and record that on the page of the case.',
    },
    returned: {
      subject: (number: string) => `Appeal ${number}: returned`,
      heading: 'Your appeal was returned',
      lead: 'There is no decision on the merits. You may put it right and file again, or complain against the return.',
    },
  },
};
