// Words of the cards for other sites.
import { longDay, plural } from '../format';

export const embeds = {
  title: 'A card for your own site',
  lead: 'A small card without scripts that follows what stands here by itself.',
  look: 'Look at the card',
  html: 'HTML to put into a page',
  copy: 'Copy',
  copied: 'Copied',
  credit: 'Kenes: where this comes from and how it is counted',
  share: 'Answered within the lawful term',
  open: 'Open duties now',
  overdue: (n: number) => (n === 0 ? 'none overdue' : plural('en', n, { one: '{n} overdue', other: '{n} overdue' })),
  stage: 'Stage',
  days: 'Days for comments',
  from: (opens: string, closes: string) => `${longDay('en', opens)} to ${longDay('en', closes)}`,
  comments: 'Comments',
};
