// Letters as notices: what the viewer is told on the site, unread and read, each with its words; and what they want by mail.
import type { Locale } from '../../guide/schema';
import { LETTER_WEIGHTS, type Pace, type Weight } from '../core/delivery';
import type { Instant } from '../core/day';
import type { LetterId } from '../core/letter';
import type { Viewer } from '../core/viewer';
import { ABOUT, CASE_OF } from '../data/delivery';
import type { World } from '../world';
import { cursorOf, cursorText } from './appeal-filter';
import { WITH_LINK } from './letters';
import { NAME_IN, parameters } from './statement';

type Looking = Pick<World, 'db'>;

/** Letters that tell nothing on the site: links that opened it, and lists of letters that stand here themselves. */
const NO_NOTICE: readonly LetterId[] = [...WITH_LINK, 'digest'];
const PAGE = 20;
/** Unread letters are counted up to this. */
export const COUNTED = 99;

export type Notice = {
  id: string;
  /** Null until it is written, which takes a moment. */
  subject: string | null;
  text: string | null;
  locale: Locale;
  at: Instant;
  unread: boolean;
  weight: Weight;
  /** Whether mail about its case or round may be muted, and is not. */
  mutable: boolean;
};
export type NoticePage = { notices: Notice[]; newer: string | null; older: string | null };

type Row = Omit<Notice, 'at' | 'weight' | 'mutable'> & {
  letter: LetterId;
  createdAt: Date;
  about: string | null;
  muted: boolean;
};

/** How many notices the viewer has not read, at most COUNTED and one more. */
export async function unreadCount({ db }: Looking, viewer: Viewer): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>({
    name: 'unread_count',
    text: `SELECT count(*)::int AS n FROM (SELECT 1 FROM "Letter"
            WHERE "personId" = $1 AND "readAt" IS NULL AND letter <> ALL ($2::text[]) LIMIT ${COUNTED + 1}) unread`,
    values: [viewer.personId, NO_NOTICE],
  });
  return rows[0]?.n ?? 0;
}

/** A page of the viewer's notices, newest first. `after` and `before` are places in the list as its addresses name them. */
export async function listNotices(
  { db }: Looking,
  viewer: Viewer,
  asked: { unread: boolean; after: string | null; before: string | null },
): Promise<NoticePage> {
  const { values, given } = parameters();
  const [after, before] = [cursorOf(asked.after), cursorOf(asked.before)];
  const at = before ?? after;
  const order = before ? 'ASC' : 'DESC';
  const place = at && `(${given(new Date(at.at).toISOString())}::timestamptz, ${given(at.id)}::uuid)`;
  const conditions = [
    `l."personId" = ${given(viewer.personId)}::uuid`,
    `l.letter <> ALL (${given(NO_NOTICE)}::text[])`,
    ...(asked.unread ? ['l."readAt" IS NULL'] : []),
    ...(place ? [`(l."createdAt", l.id) ${before ? '>' : '<'} ${place}`] : []),
  ];
  const { rows } = await db.pool.query<Row>({
    text: `WITH page AS (SELECT l.* FROM "Letter" l WHERE ${conditions.join(' AND ')}
                          ORDER BY l."createdAt" ${order}, l.id ${order} LIMIT ${PAGE + 1})
           SELECT l.id, l.letter, l.subject, l.text, l.locale, l."createdAt", l."readAt" IS NULL AS unread, ${CASE_OF} AS about,
                  EXISTS (SELECT 1 FROM "Mute" m WHERE m."personId" = l."personId" AND m.what = 'case' AND m.value = ${CASE_OF}) AS muted
             FROM page l ${ABOUT} ORDER BY l."createdAt" ${order}, l.id ${order}`,
    values,
  });
  const more = rows.length > PAGE;
  const page = rows.slice(0, PAGE).map(noticeOf);
  if (before) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const textOf = ({ at: instant, id }: Notice) => cursorText({ receivedAt: new Date(instant), id });
  return {
    notices: page,
    newer: first && (before ? more : after !== null) ? textOf(first) : null,
    older: last && (before !== null || more) ? textOf(last) : null,
  };
}

const noticeOf = ({ letter, createdAt, about, muted, ...row }: Row): Notice => {
  const { weight } = LETTER_WEIGHTS[letter];
  return { ...row, at: createdAt.getTime(), weight, mutable: about !== null && !muted && weight === 'news' };
};

export type MutedThing = { what: 'case' | 'body' | 'topic'; value: string; name: string; path: string | null };
export type DeliveryView = { pace: Pace; workingHours: boolean; muted: MutedThing[] };

/** What the viewer wants by mail. A topic's name is its id: the page has the words. */
export async function deliveryOf({ db }: Looking, viewer: Viewer, locale: Locale): Promise<DeliveryView> {
  const [{ pace, workingHours }, { rows: muted }] = await Promise.all([
    db.prisma.person.findUniqueOrThrow({
      where: { id: viewer.personId },
      select: { pace: true, workingHours: true },
    }),
    db.pool.query<MutedThing>({
      name: `muted_${locale}`,
      text: `SELECT m.what, m.value, coalesce(a.number, r.number, b.${NAME_IN[locale]}, m.value) AS name,
                    CASE WHEN a.id IS NOT NULL THEN '/appeals/' || a.number WHEN r.id IS NOT NULL THEN '/rounds/' || r.number
                         WHEN b.id IS NOT NULL THEN '/bodies/' || b.slug END AS path
               FROM "Mute" m
               LEFT JOIN "Appeal" a ON m.what = 'case' AND m.value = 'appeal:' || a.id
               LEFT JOIN "Round" r ON m.what = 'case' AND m.value = 'round:' || r.id
               LEFT JOIN "Body" b ON m.what = 'body' AND m.value = b.id::text
              WHERE m."personId" = $1 ORDER BY m."createdAt" DESC, m.what, m.value`,
      values: [viewer.personId],
    }),
  ]);
  return { pace: pace as Pace, workingHours, muted };
}

/** The letter whose link somebody followed, by its subject; null where the link leads to nobody. `subject`: null where it names no letter. */
export async function stopBehind(
  { db }: Looking,
  { token, letterId }: { token: string; letterId: string },
): Promise<{ subject: string | null; ofCase: boolean } | null> {
  const { rows } = await db.pool.query<{ subject: string | null; about: string | null }>({
    name: 'stop_behind',
    text: `SELECT l.subject, ${CASE_OF} AS about FROM "Person" p
             LEFT JOIN "Letter" l ON l."personId" = p.id AND l.id::text = $2 ${ABOUT}
            WHERE p."stopToken" = $1 AND p."closedAt" IS NULL`,
    values: [token, letterId],
  });
  const [row] = rows;
  return row ? { subject: row.subject, ofCase: row.about !== null } : null;
}
