// Words of a council's desk, of its meetings, and of the work that its public page shows.
import { fullDay, longDay, plural } from '../format';

export const councilDesk = {
  title: 'Desk of the council',
  lead: (day: string) => `${fullDay('en', day)}. What the council has to look at, and what it is waiting for.`,
  publicPage: 'Public page of the council',
  councils: 'Your councils',
  newRound: 'New round',
  parts: {
    to_rule: {
      title: 'Contested figures to rule upon',
      lead: () => 'What the council itself owes: a ruling by the day shown.',
      none: 'No contested figure waits for a ruling.',
    },
    closing: {
      title: 'Rounds that close soon',
      lead: (n: number) =>
        plural('en', n, {
          one: 'Comments are taken for {n} more working day at most.',
          other: 'Comments are taken for {n} more working days at most.',
        }),
      none: 'No round of the body closes soon.',
    },
    owed_to_council: {
      title: 'Replies owed to the council',
      lead: () => 'What the body has to answer to this council, the nearest day first.',
      none: 'The body owes the council no reply.',
    },
    overdue: {
      title: 'What the body let pass in rounds',
      lead: () => 'The day has passed, and it is still not done.',
      none: 'The body has let nothing pass in rounds.',
    },
    commitments: {
      title: 'Commitments that fall due',
      lead: (n: number) =>
        plural('en', n, {
          one: 'What the body promised after rounds, overdue or due within {n} working day.',
          other: 'What the body promised after rounds, overdue or due within {n} working days.',
        }),
      none: 'No commitment falls due soon.',
    },
    overdue_appeals: {
      title: 'Public appeals without an answer',
      lead: () => 'Appeals to the body whose term has ended and that everyone can read.',
      none: 'No public appeal to the body is overdue.',
    },
  },
  columns: { due: 'Due', subject: 'Matter', agenda: 'Agenda' },
  more: (n: number) =>
    plural('en', n, {
      one: '{n} further one with a later day is not shown here.',
      other: '{n} further ones with later days are not shown here.',
    }),
  onAgenda: 'On the agenda',
  call: {
    title: 'Call a meeting',
    lead: 'Its agenda is what you ticked above and what you add here. The day and the agenda are public at once.',
    button: 'Call the meeting',
  },
  fields: {
    day: 'Day of the meeting',
    time: 'Time',
    place: 'Place',
    placeHint: 'The address and room, or how to take part from afar.',
    items: 'Questions on the agenda',
    itemsHint: 'What you untick is taken off the agenda.',
    more: 'Further questions',
    moreHint: 'One a line.',
    present: 'Who was there',
    presentHint: 'The members on the day of the meeting. The secretary is not one of them.',
    guests: 'Guests',
    guestsHint: 'Who else was there: officials, NGOs, the press. This is published.',
    decisionKk: 'Decision in Kazakh',
    decisionRu: 'Decision in Russian',
    minutesKk: 'Minutes in Kazakh',
    minutesRu: 'Minutes in Russian',
  },
  decisionOn: (question: string, language: 'kk' | 'ru') =>
    `${language === 'kk' ? 'Decision in Kazakh' : 'Decision in Russian'}, “${question}”`,
  meetings: {
    title: 'Meetings',
    next: 'Next meeting',
    awaited: (day: string) => `The meeting of ${longDay('en', day)} has no minutes yet.`,
    record: 'Record it',
    none: 'The council has not been called to a meeting here yet.',
    columns: { day: 'Day', number: 'Meeting', questions: 'Questions', standing: 'Standing' },
    held: 'held',
    called: 'called',
    notRecorded: 'minutes awaited',
  },
  meeting: {
    title: (day: string) => `Meeting of ${longDay('en', day)}`,
    when: 'Day and time',
    moment: (day: string, time: string) => `${fullDay('en', day)}, ${time}`,
    where: 'Place',
    agenda: 'Agenda',
    dossier: (number: string) => `Dossier ${number}`,
    inKk: 'In Kazakh',
    inRu: 'In Russian',
    noDecision: 'No decision was recorded on this question.',
    attendance: 'Who was there',
    there: 'Present',
    away: 'Absent',
    nobody: 'Nobody.',
    guests: 'Guests',
    quorum: 'Quorum',
    reached: (present: number, members: number, needed: number) =>
      `There was a quorum: ${present} of ${members} members were present, ${needed} were needed.`,
    missed: (present: number, members: number, needed: number) =>
      `There was no quorum: ${present} of ${members} members were present, ${needed} were needed. Nothing could be decided.`,
    minutes: 'Minutes',
    signed: (name: string, day: string) => `Minutes signed by ${name}, ${longDay('en', day)}.`,
    awaited: 'The day of the meeting has come; its minutes are not recorded yet.',
    record: 'Record the meeting',
    recordLead:
      'Tick who was there and write what was decided on each question; leave both languages empty where nothing was. What is recorded is public and stays as it is.',
    recordButton: 'Sign and publish',
    change: 'Change day, place or agenda',
    changeButton: 'Save',
    done: {
      called: 'The meeting is called, and everyone can see its agenda.',
      changed: 'The change is saved and public.',
      held: 'The meeting is recorded. Its minutes are public and stay as they are.',
    },
  },
  work: {
    title: 'Rounds',
    lead: 'Rounds that the council hosts, and those on which it gave its view.',
    none: 'The council has hosted no round and given no view yet.',
    columns: { round: 'Round', part: 'Part of the council', closes: 'Comments until' },
    hosts: 'hosts the round',
    view: 'gave its view',
    both: 'hosts the round and gave its view',
  },
} as const;
