// Letters as people read them: one's own, all of them for administrators, and where no mail leaves a demonstration, those with
// one-time links for whoever names the address. A link is only ever shown to the person it was written to.
import { openOn } from '../data/open-on';
import type { Locale } from '../../guide/schema';
import { dayOf, type Instant } from '../core/day';
import type { LetterId } from '../core/letter';
import { may } from '../core/permission';
import type { Viewer } from '../core/viewer';
import type { Modes, World } from '../world';
import { isDemonstration } from './front';
import { cursorOf } from './appeal-filter';
import { parameters } from './statement';

export const LETTER_STATES = ['waiting', 'sending', 'sent', 'kept', 'failed', 'held', 'gathered', 'site'] as const;
export type LetterState = (typeof LETTER_STATES)[number];
/** Letters whose link opens an account or a role to whoever has it. */
export const WITH_LINK = ['confirm_email', 'sign_in_link', 'invitation'] as const satisfies readonly LetterId[];
const PAGE = 25;
/** How long a letter lies open in a demonstration without mail. */
const OPEN_FOR = 60 * 60_000;

export type LetterRow = {
  id: string;
  letter: string;
  locale: Locale;
  /** Null until it is written, which happens when it is about to leave. */
  subject: string | null;
  email: string;
  at: Instant;
  sentAt: Instant | null;
  state: LetterState;
  error: string | null;
};
export type LetterView = LetterRow & {
  text: string | null;
  attempts: number;
  nextAt: Instant;
  /** Whether its words are kept from this reader: because of the link in them, or because the case is private. */
  withheld: boolean;
  /** Whether this reader is whom it was written to. */
  own: boolean;
};
export type LetterPage = { rows: LetterRow[]; newer: string | null; older: string | null };
export type LetterFilter = { personId?: string; state?: LetterState; email?: string };

type Row = Omit<LetterRow, 'at' | 'sentAt'> & { createdAt: Date; sentAt: Date | null };
type FullRow = Row &
  Pick<LetterView, 'text' | 'attempts'> & { nextAt: Date; personId: string | null; ofPrivateCase: boolean };

const COLUMNS = `id, letter, locale, subject, email, "createdAt", "sentAt", state, error`;
const rowOf = ({ createdAt, sentAt, ...row }: Row): LetterRow => ({
  ...row,
  at: createdAt.getTime(),
  sentAt: sentAt?.getTime() ?? null,
});
const cursorText = ({ at, id }: LetterRow) => `${at}_${id}`;

/** A page of letters, newest first. `after` and `before` are places in the list as its addresses name them. */
export async function listLetters(
  { db }: Pick<World, 'db'>,
  {
    filter,
    after: afterText,
    before: beforeText,
  }: { filter: LetterFilter; after: string | null; before: string | null },
): Promise<LetterPage> {
  const { values, given } = parameters();
  const [after, before] = [cursorOf(afterText), cursorOf(beforeText)];
  const at = before ?? after;
  const { personId, state, email } = filter;
  const conditions = [
    personId ? `"personId" = ${given(personId)}::uuid` : null,
    state ? `state = ${given(state)}` : null,
    email ? `lower(email) = lower(${given(email)})` : null,
    at
      ? `("createdAt", id) ${before ? '>' : '<'} (${given(new Date(at.at).toISOString())}::timestamptz, ${given(at.id)}::uuid)`
      : null,
  ].filter((condition) => condition !== null);
  const order = before ? 'ASC' : 'DESC';
  const { rows } = await db.pool.query<Row>({
    text: `SELECT ${COLUMNS} FROM "Letter" WHERE ${['true', ...conditions].join(' AND ')}
            ORDER BY "createdAt" ${order}, id ${order} LIMIT ${PAGE + 1}`,
    values,
  });
  const more = rows.length > PAGE;
  const page = rows.slice(0, PAGE).map(rowOf);
  if (before) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: page,
    newer: first && (before ? more : after !== null) ? cursorText(first) : null,
    older: last && (before !== null || more) ? cursorText(last) : null,
  };
}

/** Whether letters with links lie open to whoever names the address: only in a demonstration that sends no mail. */
export const isOpenLetterbox = async (world: Pick<World, 'db' | 'now'>, { post }: Modes): Promise<boolean> =>
  post === 'letterbox' && (await isDemonstration(world));

/** Letters with one-time links to an address, of the last hour. Ask isOpenLetterbox first. */
export async function openLetters({ db, now }: Pick<World, 'db' | 'now'>, email: string): Promise<LetterRow[]> {
  const { rows } = await db.pool.query<Row>({
    name: 'open_letters',
    text: `SELECT ${COLUMNS} FROM "Letter" WHERE lower(email) = lower($1) AND letter = ANY($2::text[]) AND "createdAt" > $3::timestamptz
            ORDER BY "createdAt" DESC, id DESC LIMIT ${PAGE}`,
    values: [email, WITH_LINK, new Date(now() - OPEN_FOR).toISOString()],
  });
  return rows.map(rowOf);
}

const isWithLink = (letter: string) => (WITH_LINK as readonly string[]).includes(letter);
const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/**
 * One letter for this reader, or null when there is none that they may read. `to`: the address that a reader of the open
 * letterbox named; give it only where isOpenLetterbox says so.
 */
export async function letterView(
  { db, now }: Pick<World, 'db' | 'now'>,
  viewer: Viewer | null,
  { id, to }: { id: string; to: string | null },
): Promise<LetterView | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const { rows } = await db.pool.query<FullRow>({
    name: 'letter',
    text: `SELECT ${COLUMNS}, text, attempts, "nextAt", "personId",
        EXISTS (SELECT 1 FROM "Appeal" a WHERE 'appeal:' || a.id = l.stream AND NOT ${openOn('$2')}) AS "ofPrivateCase"
      FROM "Letter" l WHERE l.id = $1`,
    values: [id, dayOf(now())],
  });
  const [row] = rows;
  if (!row) return null;
  const { text, attempts, nextAt, personId, ofPrivateCase, ...rest } = row;
  const own = viewer !== null && (personId === null ? isSame(viewer.email, row.email) : personId === viewer.personId);
  const open =
    to !== null && isSame(to, row.email) && isWithLink(row.letter) && row.createdAt.getTime() > now() - OPEN_FOR;
  if (!own && !open && !may(viewer, 'letter.read', { personId })) return null;
  const withheld = (isWithLink(row.letter) || ofPrivateCase) && !own && !open;
  return { ...rowOf(rest), text: withheld ? null : text, attempts, nextAt: nextAt.getTime(), withheld, own };
}
