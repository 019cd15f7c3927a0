// Notices that the law asks a body to send: how far each got, and the proof of its service.
import { longDay } from '../format';

export const notices = {
  title: 'Notices and their service',
  proof: 'Proof of service',
  tags: {
    waiting: 'nothing known yet',
    accepted: 'sent',
    lost: 'did not arrive',
    seen: 'seen',
    paper: 'registered letter',
  },
  ways: {
    waiting: 'Nothing is known of its way yet: no mail server has taken it, and nobody has seen it.',
    accepted: 'A mail server took it. Nobody has been seen to open it yet.',
    lost: 'The address does not take it.',
    seen: 'The applicant had it before them.',
    paper: 'It was sent on paper, by registered letter.',
  },
  facts: {
    notice: 'Notice',
    about: 'Appeal',
    body: 'Body',
    written: 'Written',
    asOf: 'As of',
    address: 'E-mail address',
    language: 'Language',
    subject: 'Subject line',
    id: 'Number of the letter',
    hash: 'SHA-256 of its words',
  },
  letterTo: (reader: string) => `The letter to ${reader}`,
  nothing: 'Nothing is known of its way yet.',
  columns: { what: 'What is known', at: 'When', detail: 'In the mail server’s words' },
  evidence: {
    accepted: 'The mail server took the letter',
    refused: 'The mail server refused the letter for good',
    bounced: 'The letter came back as undeliverable',
    opened: 'Opened by the link of the letter and confirmed with a button',
    shown: 'Shown on this site to its reader, who was signed in',
  },
  paper: {
    title: 'On paper',
    unread: (day: string) => `On ${longDay('en', day)} nobody had opened it.`,
    lost: (day: string) => `On ${longDay('en', day)} it was found that the address does not take it.`,
    by: (day: string) => `The body had to hand it over on paper by ${longDay('en', day)}.`,
    posted: 'Posted',
    number: 'Postal tracking number',
    officer: 'Recorded by',
    recorded: 'Recorded on',
  },
  shows: {
    title: 'What this shows, and what it does not',
    texts: [
      'That a mail server took a letter does not show that anybody read it.',
      'Letters carry no hidden pictures. Opened means that somebody who had the link of the letter pressed the button; following the link alone is not counted, because programs that look through mail follow links too.',
      'Shown means that this site gave the words to the addressee while they were signed in.',
      'What is recorded of paper is the registrar’s word; the post’s own records are kept under the number.',
    ],
  },
  opened: {
    lead: 'A notice of the law has been sent to you. Confirm that it arrived, and you are led to what it is about.',
    open: 'I have it: go on',
    opening: 'Opening …',
    why: 'When you press the button, it is kept that the notice arrived, and when. No hidden picture tells anybody whether you read letters.',
  },
} as const;
