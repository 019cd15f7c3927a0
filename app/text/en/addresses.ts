// Further e-mail addresses of a person: the part of the account page, the letter that goes there, the page behind its link.
import { plural } from '../format';

export const addresses = {
  title: 'Further e-mail addresses',
  lead: 'Replies from them are yours, and notices of the law may go there when your first address does not take one, or nobody opened it near its day. You sign in by the first address alone.',
  none: 'None yet.',
  email: 'E-mail address',
  notices: 'Notices of the law go there too, before they come on paper',
  noticesMark: 'notices go there too',
  waiting: 'not confirmed yet: open the letter that went there',
  confirmed: 'confirmed',
  add: 'Add the address',
  remove: 'Remove',
  removeOf: (email: string) => `: ${email}`,
  added: 'A letter has gone there. It counts from when you press the button behind its link.',
  removed: 'The address is taken away.',
  letter: {
    subject: 'Confirm a further address for Kenes',
    heading: 'Is this address yours?',
    lead: (name: string, hours: number) =>
      plural('en', hours, {
        one: `In the account of ${name} this address was named as a further one. Confirm it with the button behind the link, which works once, for {n} hour.`,
        other: `In the account of ${name} this address was named as a further one. Confirm it with the button behind the link, which works once, for {n} hours.`,
      }),
    ignore: 'If you know nothing of it, ignore this letter: nothing happens then.',
    button: 'See and confirm',
  },
  confirm: {
    title: 'A further address',
    lead: (email: string, name: string) => `${email} becomes a further address of the account of ${name}.`,
    button: 'It is mine: confirm',
    done: (email: string) => `${email} is confirmed.`,
    account: 'To the account',
  },
};
