// How often one person, or one address, may do one thing: the one table of limits, each with its reason. Counted by data/attempts;
// the refusal is too_many_attempts. They stop machines and slips, never a day's work: what the law gives somebody a right to do has
// a limit that no human hand reaches, and every refusal says from when on it may be done again. None of them is policy between the
// parties: nothing is owed, reminded or counted by them, so they stand here and not in the guide.

/** So many times within so many seconds, counted from the first. */
type Limit = { times: number; seconds: number };

const MINUTE = 60;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;

export const LIMITS = {
  /** Wrong passwords for one account from one address: who mistypes ten times needs a link, not an eleventh guess. Right ones are not counted. */
  sign_in: { times: 10, seconds: QUARTER },
  /** The same account from anywhere: guesses that are spread over many addresses. */
  sign_in_email: { times: 50, seconds: HOUR },
  /** One address with many accounts; wide, for it may stand for a whole village office. */
  sign_in_address: { times: 100, seconds: QUARTER },
  /** Wrong present passwords in a session that is already open: a browser that was left open. */
  password: { times: 10, seconds: QUARTER },
  /** Wrong codes of the second factor: six digits stand for an hour's guessing with less than one chance in ten thousand. */
  code: { times: 10, seconds: QUARTER },
  passkey_address: { times: 100, seconds: QUARTER },
  /** Letters with links to one address: nobody's letterbox is filled by a stranger. */
  link: { times: 5, seconds: HOUR },
  link_address: { times: 40, seconds: HOUR },
  register_address: { times: 20, seconds: HOUR },
  /** Letters to people who did not ask for them; a council of thirty is invited twice over within it. */
  invite: { times: 60, seconds: HOUR },
  /** Appeals of one person, each case of one to several bodies: an organisation that writes to every body of a region in one afternoon stays below it, a loop does not. */
  file_appeal: { times: 100, seconds: HOUR },
  /** Drafts that a browser keeps while somebody types: once in two seconds for an hour without a pause. */
  draft: { times: 2000, seconds: HOUR },
  /** Comments of one person: one on each clause of a long code within an hour. */
  comment: { times: 240, seconds: HOUR },
  /** Letters from one mail server: a large one stands for half of the country's letterboxes. */
  mail_address: { times: 3000, seconds: HOUR },
  /** Letters to one address of replies, which one person has: a reply a minute. */
  mail_reply: { times: 60, seconds: HOUR },
  /** Files of one person: ten with each appeal of a busy hour. Each costs its bytes on the disk for a day at least. */
  upload: { times: 400, seconds: HOUR },
  /** Changes of one's account, ways to sign in, organisation and mandates: one every half minute. Some write letters to others. */
  account: { times: 120, seconds: HOUR },
  /** Everything of one's own as one file: each costs what hundreds of pages cost. */
  export: { times: 10, seconds: HOUR },
  /** Tables brought along, applied and taken back: each up to thousands of rows. */
  import: { times: 60, seconds: HOUR },
  /** Any other act: on a case, a round, a draft of an instrument, a body. An official who answers every six seconds without a pause. */
  act: { times: 600, seconds: HOUR },
  /** Questions to the search by one person: each costs what a page costs ten times. */
  search: { times: 120, seconds: MINUTE },
  /** The same by visitors of one address without an account: a classroom may share it. */
  search_address: { times: 600, seconds: MINUTE },
  /** Questions to the API from one address without a key: ten a second for a minute, which a program that pages through everything needs. */
  api_address: { times: 600, seconds: MINUTE },
  /** The same of one key, which may stand for a whole ministry's registry of documents. */
  api_key: { times: 1200, seconds: MINUTE },
} as const satisfies Record<string, Limit>;
export type LimitId = keyof typeof LIMITS;
export type Limits = Readonly<Record<LimitId, Limit>>;
