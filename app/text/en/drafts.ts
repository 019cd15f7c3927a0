// Appeals that are not sent yet.
import { clockTime, longDay, plural } from '../format';

export const drafts = {
  title: 'My drafts',
  lead: 'Appeals that you have not sent yet. Only you see them; they are kept with their attachments and open on any device where you sign in.',
  save: 'Save the draft',
  savedAt: (at: number) => `Draft saved at ${clockTime('en', at)}.`,
  unsent:
    'The draft could not be sent to Kenes. It is kept in this browser and will be sent when the connection is back.',
  until: (day: string) => `Unless you change it, it is kept until ${longDay('en', day)}.`,
  others: (n: number) =>
    plural('en', n, { one: 'You have {n} draft that is not sent', other: 'You have {n} drafts that are not sent' }),
  gone: {
    title: 'That draft is not here any more',
    text: 'It was sent, thrown away, or nobody changed it for a long time. You can begin a new appeal below.',
  },
  none: 'You have no drafts',
  noneText: 'While you write an appeal, it is saved by itself when you pause, or by the button “Save the draft”.',
  nameless: 'No subject yet',
  goOn: 'Go on',
  drop: 'Delete',
  dropped: 'The draft was deleted.',
  changed: (at: string) => `Changed ${at}.`,
  files: (n: number) => plural('en', n, { one: '{n} attachment.', other: '{n} attachments.' }),
} as const;
