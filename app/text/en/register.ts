// The public register: the page that explains it, its days, receipts, and the daily letter.
import { plural } from '../format';

const events = (n: number) => plural('en', n, { one: '{n} event', other: '{n} events' });

export const register = {
  title: 'Public register',
  lead: 'Every night one signed number is published over everything that was recorded in Kenes that day. Whoever keeps it can prove later that nothing was changed, removed or added.',
  how: {
    title: 'How it works',
    steps: [
      'Every event of a case, a round, a comment, a contest, a meeting or a survey wave becomes one line of the day. The line says nothing of what happened, to whom or where: it is a commitment, which only a receipt opens.',
      'Over the lines of the day stands one number, the root (a Merkle tree after RFC 9162). It is signed with Ed25519, together with the statement of the day before: days can’t be exchanged either.',
      'Whoever filed or answered gets a receipt: what they did, and the way from it to the signed root.',
      'What is erased on a lawful request disappears from Kenes, and every proof still holds: lines commit to personal fields by themselves, under a salt that is erased with them.',
    ],
  },
  verify: {
    title: 'Check it yourself',
    lead: 'This command needs only the published files. It is in the repository of Kenes and asks nobody else:',
    known: (option: string) =>
      `Whoever kept a statement’s fingerprint, from a letter for instance, adds it with ${option}: the register must still contain it.`,
    key: 'Key that signs now',
    noKey: 'Nothing has been signed yet.',
  },
  follow: {
    title: 'By letter',
    lead: 'The root and the fingerprint of each day come to you by letter. The more people keep them, the less anybody can change.',
    subscribe: 'Get a letter every day',
    stop: 'No more daily letters',
  },
  days: {
    title: 'Days',
    columns: { day: 'Day', leaves: 'Events', root: 'Root', files: 'Files' },
    statement: 'Signed statement',
    lines: 'Lines',
    of: (day: string) => `of ${day}`,
    older: 'Earlier days',
    pages: 'Pages of days',
    none: 'No day has been signed yet',
    noneText: 'The first night after something is recorded gives the first day.',
  },
  events,
  letter: {
    subject: (day: string) => `Public register of Kenes: ${day}`,
    heading: 'The day is signed',
    lead: (n: number, total: number) => `The register has ${events(n)} of this day and ${events(total)} altogether.`,
    keep: 'Keep this letter. The fingerprint below proves later that the register still contains this day as it was signed; the command on the page checks it.',
    facts: { day: 'Day', root: 'Root', statement: 'Fingerprint of the statement', key: 'Key' },
    button: 'Open the register',
    why: 'You get this letter because you follow the public register.',
  },
} as const;
