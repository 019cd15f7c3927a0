// Tables that administrators import.
import { dayAndTime, number, plural } from '../format';

export const imports = {
  title: 'Import tables',
  lead: 'Bodies, organisations, people, earlier appeals and days off from a table. First you see, row by row, what would happen; then you apply it. As long as nothing has been built on it, you can undo it.',
  kinds: {
    bodies: 'State bodies',
    organisations: 'Organisations',
    people: 'People and their roles',
    past_cases: 'Appeals from before Kenes',
    days_off: 'Days off of a year',
  },
  about: {
    bodies: 'Each row adds a body to the tree, or changes one.',
    organisations: 'Each row enters an organisation, or changes one.',
    people:
      'Each row invites a person to one role, at a body or for an organisation, by letter; they accept it themselves. The columns in their order: e-mail address, name, language of the letter, role, short address of the body or BIN of the organisation, post of an official, last day of the role or nothing. Administrators are invited one by one.',
    past_cases:
      'Appeals that ended before Kenes or in another system. The page of the body shows them as imported, not checked and not counted. They must name nobody: a row with a personal number, a phone number, a bank account or an e-mail address is refused; take names out yourself.',
    days_off:
      'Days of one year, with the full name of the act in Kazakh and in Russian. The table is compared with the calendar of the guide and never changes it. Where open due days were counted otherwise, applying the table proposes a correction, which waits until two people approve it; undoing the table withdraws the proposal while it waits.',
  },
  told: {
    moves: 'open due days that move to a later day',
    keeps: 'open due days that stay, because an earlier day would come out',
    confirms: 'open due days that are no longer provisional',
  },
  days: { off: 'day off', worked: 'working day' },
  correction: 'The proposed correction',
  form: {
    title: 'Import a table',
    kind: 'What does it hold?',
    file: 'Table as CSV',
    hint: (rows: number) =>
      `UTF-8 or windows-1251, with commas, semicolons or tabs; up to ${number('en', rows)} rows. A row whose key is known changes that entry.`,
    submit: 'Show what would happen',
  },
  templates: 'Empty tables with the columns:',
  elsewhere: 'How open due days are corrected, and who approves it:',
  list: {
    title: 'Earlier imports',
    none: 'No table has been imported yet.',
    columns: { file: 'Table', by: 'Imported by', at: 'When', step: 'State' },
    at: (at: number) => dayAndTime('en', at),
  },
  steps: {
    looked_at: 'shown, not applied',
    applying: 'being applied',
    applied: 'applied',
    undoing: 'being undone',
    undone: 'undone',
  },
  underWay: { applying: 'It is being applied', undoing: 'It is being undone' },
  progress: (done: number, all: number) => `${number('en', done)} of ${number('en', all)} rows done`,
  goesOn: 'It goes on by itself, also when this page is closed.',
  watch: 'Renew this page by itself every few seconds',
  unwatch: 'Do not renew this page by itself',
  begun: { apply: 'Application begun', undo: 'Undoing begun' },
  ended: { apply: 'Application ended', undo: 'Undoing ended' },
  who: (at: number, by: string | null) => (by ? `${dayAndTime('en', at)}, ${by}` : dayAndTime('en', at)),
  notes: {
    newcomer: 'has no account yet: is invited by letter',
    has_account: 'has an account: is offered the role by letter',
    holds: 'holds the role already',
    invited: 'was invited already and has not answered yet: no second letter',
  },
  states: {
    new: 'new',
    changed: 'changed',
    same: 'as it is',
    refused: 'refused',
    undone: 'undone',
    kept: 'could not be undone',
    waiting: 'not done yet',
  },
  would: 'What would happen',
  did: 'What happened',
  count: (n: number) => plural('en', n, { one: '{n} row', other: '{n} rows' }),
  columns: { line: 'Row', key: 'Key', state: 'Result', what: 'What' },
  change: (column: string, before: string | null, after: string) =>
    before === null ? `${column}: ${after || '–'}` : `${column}: ${before || '–'} → ${after || '–'}`,
  problems: {
    twice: 'the same key stands in an earlier row; keep one of them',
    no_superior: 'no such body above; add it in an earlier row',
    closed_superior: 'the body above is closed; name an open one',
    circle: 'the body would stand below itself; name another one above it',
    used: 'something has been built on it since; close the body, or change the entry by hand',
    changed_since: 'it was changed since; change it by hand',
    no_body: 'there is no body with this short address; add the body first, or correct the address',
    closed_body: 'the body is closed; name an open one',
    no_organisation: 'there is no organisation with this BIN; add it first, or correct the number',
    role_elsewhere: 'a representative has the BIN of an organisation as place, an official the short address of a body',
    past_day: 'this day has passed; name a later one or none',
    account_closed: 'the account with this address is closed; invite the person at another address',
    taken: 'the invitation was accepted; end the role on the page of the body or of the organisation',
    before_filed: 'this day is before the day of filing',
    not_yet: 'this day is yet to come; only appeals that have ended can be imported',
    brought_before:
      'an earlier table holds this appeal and says something else; undo that table, correct it and import it again',
    other_year: 'this day is not of the year of the first row; one table holds one year',
    no_calendar: 'the guide has no calendar of this year; it comes with a new release of the guide',
    works:
      'the calendar of the guide has it as a working day; have the day and its act put into that calendar, and import the table again once the guide is published',
    rests:
      'the calendar of the guide has it as a day off; have that calendar corrected, and import the table again once the guide is published',
    passed: 'this day is over and the calendar has it otherwise; what was counted with it stays',
    approved:
      'two people approved the correction, and days that were moved are not moved back; correct the calendar of the guide and propose another correction',
  },
  notKept: 'The rows are not kept any longer: what a table says of people is removed after thirty days.',
  more: 'Further rows',
  apply: 'Apply',
  applyHint:
    'Refused rows are left out. Each row is judged once more before it is done; this page shows how far it is.',
  undo: 'Undo',
  undoHint:
    'What was added goes, what was changed is again what it was, invitations that nobody accepted no longer work. What can’t be undone is named.',
  unreadable: {
    what: 'The file is no table that can be read.' as string,
    why: (columns: string, most: number) =>
      `It needs a first line with the columns ${columns}, and between one and ${number('en', most)} rows.`,
    now: 'Take the empty table from this page, fill it and save it as CSV.' as string,
  },
  settled: {
    what: 'This table is settled.' as string,
    why: 'It is being applied or undone, or was already.' as string,
    now: 'Bring the table along once more if something is to be changed.' as string,
  },
};
