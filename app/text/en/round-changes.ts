// What changed between two versions of a round's document.
import { number, plural } from '../format';

const clauses = (n: number) => plural('en', n, { one: '{n} clause', other: '{n} clauses' });

export const roundChanges = {
  title: 'What changed in the text',
  lead: (from: number, to: number) =>
    `Version ${number('en', to)} beside version ${number('en', from)}: each clause that differs, with what was said of it and the answers that name it.`,
  none: {
    title: 'No document has a second version yet',
    text: 'What the host changes in a document after people have commented will stand here, clause by clause.',
  },
  counts: {
    changed: (n: number) => `changed: ${clauses(n)}`,
    added: (n: number) => `new: ${clauses(n)}`,
    removed: (n: number) => `taken out: ${clauses(n)}`,
    same: (n: number) => `as before: ${clauses(n)}`,
  },
  nothing: 'The two versions say the same.',
  languages: 'Language of the text',
  versions: { label: 'Versions to compare', from: 'Former version', to: 'Later version', show: 'Compare' },
  version: (n: number) => `Version ${number('en', n)}`,
  commented: (n: number) => `Version ${number('en', n)}, commented on`,
  notWhole:
    'Whether the answers keep their word is said where the version that people commented on stands beside the latest one.',
  toWhole: 'Compare these two',
  flags: {
    undone: (n: number) =>
      plural('en', n, {
        one: 'Accepted, and yet {n} clause reads as before',
        other: 'Accepted, and yet {n} clauses read as before',
      }),
    unasked: (n: number) =>
      plural('en', n, {
        one: '{n} clause changed, and nobody had commented on it',
        other: '{n} clauses changed, and nobody had commented on them',
      }),
  },
  kinds: { changed: 'changed', added: 'new', removed: 'taken out', same: 'as before' },
  flag: { undone: 'accepted, but unchanged', unasked: 'changed without a comment' },
  gone: 'An answer showed this clause as new. It stands in neither of the two versions.',
  comments: (n: number) => plural('en', n, { one: 'What was said: {n} comment', other: 'What was said: {n} comments' }),
  allComments: 'All comments on this clause',
  noComments: 'Nobody commented on this clause.',
  answers: 'Answers that name it',
  noAnswer: 'No answer names this clause.',
  pages: 'Pages of changes',
  of: (from: number, to: number, total: number) =>
    `${number('en', from)} to ${number('en', to)} of ${number('en', total)}`,
  newer: 'Back',
  older: 'Further',
} as const;
