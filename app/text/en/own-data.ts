// The page on which people take their own data along, and what the file says of itself.
import { dayAndTime, number } from '../format';

export const ownData = {
  title: 'Your data',
  lead: 'Everything that Kenes keeps of you, or of the organisation or body that you speak for, as one zip file: tables as CSV and JSON, cases with their files and the addresses of their dossiers.',
  law: 'You have the right to know what is kept of you and to get it: Article 24 of the Law “On Personal Data and their Protection” (No. 94-V).',
  self: {
    title: 'About yourself',
    text: 'Your account and roles, sessions, letters, what you follow and keep, drafts, uploads, contributions, surveys you were asked in, every act of yours in the record, and your own cases with their files. How you answered surveys is known to nobody.',
    submit: 'Take my data',
  },
  organisation: {
    title: (name: string) => `About ${name}`,
    text: 'Its entry in the register, its people, invitations, contributions and cases with their files.',
    submit: 'Take the organisation’s data',
  },
  body: {
    title: (name: string) => `Cases of ${name}`,
    text: 'Every case received in one year, as the body sees it, with its files.',
    year: 'Year',
    submit: 'Take the cases',
    none: 'No case has been received yet.',
  },
  ready: {
    title: 'The file is ready to be fetched',
    text: 'It is made while it is sent and lies nowhere: the link works for one day, for you alone, while you are signed in. It holds personal data: keep it well.',
    link: 'Fetch the file',
  },
  taken: {
    title: 'What was taken, and by whom',
    none: 'Nothing has been taken yet.',
    columns: { who: 'Who', what: 'What', asked: 'Asked for', taken: 'Fetched' },
    own: 'own data',
    year: (name: string, year: number) => `${name}, ${year}`,
    not: 'not fetched',
    at: (at: number) => dayAndTime('en', at),
  },
  readme: {
    made: (at: number) => `Made on ${dayAndTime('en', at)} by Kenes.`,
    inside: 'Tables stand twice: .csv for spreadsheets and .json for programs. Times are in UTC.',
    cases:
      'cases/<number>/case.json is the case as its page showed it to you; its files stand beside it. "dossier" in it is the address of the case on paper.',
    left: 'Left out: hashes of passwords and secrets of ways to sign in, which say nothing of anybody.',
  },
  tooLarge: {
    what: 'There is too much for one file.' as string,
    why: (cases: number, most: number) =>
      `There are ${number('en', cases)} cases with their files; one file takes ${number('en', most)} cases and three gigabytes at most.`,
    now: 'Ask the operator of this site, who can give it to you in parts.' as string,
  },
} as const;
