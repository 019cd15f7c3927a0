// Letters that come in by e-mail: what was done with one, the page of those that could not be matched, further addresses of a person.
import { dayAndTime, longDay, plural } from '../format';

export const incomingTitles = {
  letter_received: 'A letter came by e-mail',
  letter_set_aside: 'A letter came that could not be matched with its sender',
  letter_settled: 'It was decided what becomes of that letter',
};

export const incomingLetters = {
  letter_received: {
    subject: (number: string) => `Appeal ${number}: a letter has come`,
    heading: 'A letter has come by e-mail',
    lead: 'It stands in the case with the day on which it was received, and its attachments with it. Only the parties read it.',
  },
  letter_set_aside: {
    subject: (number: string) => `Appeal ${number}: a letter waits for your word`,
    heading: 'A letter has come that could not be matched',
    lead: 'It came to an address of this case, and nothing shows that its reader sent it. By the last day put it to a case, give it back with a sentence, or discard it with a reason.',
  },
};

export const incoming = {
  taken: {
    subject: (number: string) => `Appeal ${number}: your letter was received`,
    heading: {
      cured: 'Your letter puts right what the body named',
      objected: 'Your letter is an objection to the announced decision',
      protocol_remarked: 'Your letter stands as remarks on the protocol',
      errand_answered: 'Your letter answers the internal request',
      recorded: 'Your letter is before the body',
      noted: 'Your letter is a note for your colleagues',
      for_answer: 'Your letter waits to be made an answer',
    },
    lead: {
      cured:
        'It is on the record, and counts from the moment at which our server received it. The duty to put right has ended.',
      objected: 'It is on the record, and counts from the moment at which our server received it.',
      protocol_remarked: 'They are on the record, and count from the moment at which our server received them.',
      errand_answered:
        'It is on the record, and counts from the moment at which our server received it. The duty to answer has ended.',
      recorded:
        'It stands in the case with its day, and whoever works on it was told. Only the parties read it. If something is asked of you by a day, see on the page of the case that it is done: this letter alone does not do it.',
      noted: 'It stands in the case for the officials of your body alone. Nothing is answered by it.',
      for_answer:
        'Nothing is answered yet, and the term runs on: an answer has parts that a letter does not have. Open the form, where your words stand already, and finish it there.',
    },
    received: 'Received',
    at: (day: string, time: string) => `${longDay('en', day)}, ${time}`,
    files: 'Attachments taken',
    notTaken: {
      type: 'Not taken, for files of this kind are not accepted',
      too_large: 'Not taken, for it is too large',
      too_many: 'Not taken, for there are too many',
      no_place: 'Not taken, for this step has no attachments',
      infected: 'Not taken: a virus was found in it',
    },
    unnamed: (n: number) => plural('en', n, { one: 'and {n} more', other: 'and {n} more' }),
    finish: 'Finish the answer',
  },
  original: 'The letter as it came by e-mail',
  returned: {
    subject: 'Your letter is given back',
    heading: 'Your letter could not be put to a case',
    lead: 'It came to an address that belongs to somebody else’s case, and nothing showed that it is yours. Nothing was done with it. Write from the address that your account has, or on the site.',
    letter: 'Your letter',
    received: 'Received',
    body: 'Body',
    reason: 'What the body says',
    button: 'To the site',
  },
  page: {
    title: 'Letters that could not be matched',
    lead: 'They came to an address of a case, and nothing shows that its reader sent them. Each waits for a word of the body: put to a case, given back with a sentence, or discarded with a reason.',
    leadAll: 'Of all bodies. Only the body reads what the letters say.',
    none: 'No letter is waiting',
    noneText: 'A letter to a case that comes from an unknown address appears here.',
    of: (number: string) => `Came to an address of case ${number}`,
    from: 'From',
    received: 'Received',
    due: 'A word on it by',
    late: 'overdue',
    subject: 'Subject',
    nothing: '(no words)',
    whole: 'The whole letter',
    number: 'Case',
    reason: 'Sentence or reason',
    reasonHint: 'Who gets the letter back reads it. For a discarded one it stands on the record.',
    how: 'What becomes of it',
    hows: {
      matched: {
        label: 'Put it to a case',
        text: 'It stands there with the day on which it was received, attachments with it.',
      },
      returned: { label: 'Give it back', text: 'Your sentence goes to its sender, without a word about the case.' },
      discarded: { label: 'Discard it', text: 'Nobody is written to. The reason stays on the record.' },
    },
    settle: 'Confirm',
    done: 'Done.',
    why: {
      sender: 'The address it is from is not one that the reader of the case has confirmed.',
      not_allowed: 'Its sender may do nothing on this case any more.',
      unreadable: 'It could not be read.',
      no_report: 'It came to the address for reports of mail servers, and is none.',
    },
    settled: 'Dealt with recently',
    columns: { received: 'Received', number: 'Case', body: 'Body', due: 'By', what: 'What became of it' },
    whats: {
      cured: 'put right by it',
      objected: 'objected by it',
      protocol_remarked: 'remarks on a protocol',
      errand_answered: 'internal request answered',
      recorded: 'put before the body',
      noted: 'note',
      for_answer: 'words of an answer',
      automatic: 'written by a program: nothing done',
      bounced: 'report that a letter did not arrive',
      delayed: 'report of a delay',
      duplicate: 'came twice',
      put: 'put to a case',
      returned: 'given back',
      discarded: 'discarded',
    },
    waiting: 'waits',
    log: 'All that came in',
    logLead: 'The latest, whatever became of it. Nothing of what they say.',
  },
  fromLetter: (at: number) =>
    `The words are those of your letter received ${dayAndTime('en', at)}. Nothing is answered until you send this form.`,
};
