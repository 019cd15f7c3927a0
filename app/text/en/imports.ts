// Tables that administrators bring along: bodies and organisations.
import { dayAndTime, number, plural } from '../format';

export const imports = {
  title: 'Import tables',
  lead: 'Bodies and organisations from a table. First you see, row by row, what would happen; then you apply it. As long as nothing has been built on it, you can undo it.',
  kinds: { bodies: 'State bodies', organisations: 'Organisations' },
  form: {
    title: 'Import a table',
    kind: 'What does it hold?',
    file: 'Table as CSV',
    hint: (rows: number) =>
      `UTF-8 or windows-1251, with commas, semicolons or tabs; up to ${number('en', rows)} rows. A row whose key is known changes that entry.`,
    submit: 'Show what would happen',
  },
  templates: 'Empty tables with the columns:',
  elsewhere:
    'People come by invitation, for nobody gets an account without their own word. Days off are part of the guide: they come with a corrected calendar, which two people approve.',
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
  begun: { apply: 'Application begun', undo: 'Taking back begun' },
  ended: { apply: 'Application ended', undo: 'Taking back ended' },
  who: (at: number, by: string | null) => (by ? `${dayAndTime('en', at)}, ${by}` : dayAndTime('en', at)),
  notes: {},
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
  },
  more: 'Further rows',
  apply: 'Apply',
  applyHint:
    'Refused rows are left out. Each row is judged once more before it is done; this page shows how far it is.',
  undo: 'Undo',
  undoHint: 'What was added goes, what was changed is again what it was. What can’t be undone is named.',
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
