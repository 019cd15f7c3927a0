// Hiding a comment from the public and showing it again, and the public log of both.
import { plural } from '../format';

export const moderation = {
  log: {
    title: 'Moderation log',
    lead: 'What moderators hid from the public in this round and what they showed again: each with its ground, the reason and who did it. A hidden comment still counts and is answered.',
    hiddenNow: (n: number) =>
      plural('en', n, { one: '{n} comment is hidden now.', other: '{n} comments are hidden now.' }),
    none: { title: 'Nothing was hidden', text: 'If a moderator hides a comment, it will stand here with its reason.' },
    caption: 'Acts of the moderators, the newest first',
    day: 'Day',
    comment: 'Comment',
    what: 'What was done',
    reason: 'Reason',
    by: 'By whom',
    hidden: 'Hidden',
    shown: 'Shown again',
    older: 'Earlier acts',
    pages: 'Pages of the log',
    grounds: 'On which grounds a comment may be hidden',
    groundsLead: 'On no other: disagreement and sharp criticism are no ground.',
    link: 'Moderation log',
  },
  act: {
    hide: 'Hide from the public',
    show: 'Show to the public again',
    open: 'Moderate',
    title: {
      hide: 'Hide a comment from the public',
      show: 'Show a comment to the public again',
    },
    lead: {
      hide: 'Only on a ground of the guide. Disagreement and sharp criticism are no ground.',
      show: 'Its words, the proposed wording and its files will be public again.',
    },
    what: 'What changes',
    goes: 'The public no longer sees its words, the proposed wording and its files, in lists and in the search too.',
    files: (n: number) =>
      plural('en', n, { one: 'With it {n} file is hidden.', other: 'With it {n} files are hidden.' }),
    stays:
      'The public still sees that there is a comment, who made it and on what, the ground, your reason and your name, and the answer. It counts and is answered like the others.',
    author: 'Its author keeps seeing all of it and gets a letter with the ground and the reason.',
    shownAuthor: 'Its author gets a letter.',
    back: 'Back to the comment',
    ground: 'Ground',
    reason: 'Reason, for everyone to read',
    reasonHint: 'Say what is wrong with it without repeating it.',
    showHint: 'For instance: it was hidden by mistake, or the ground is gone.',
    done: { hidden: 'The comment is hidden from the public.', shown: 'The comment is public again.' },
    ownNext: 'While comments are taken, you may withdraw it and send a corrected one.',
    card: {
      title: 'Moderate comments',
      text: 'Hide a comment from the public on a ground of the guide, or show it again. Both stand in the public log.',
    },
  },
} as const;
