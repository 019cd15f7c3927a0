// What somebody follows: cases, rounds, topics, bodies and regions, each with what it is called; and whether one thing is among them.
import type { Locale } from '../../guide/schema';
import { dayOf } from '../core/day';
import { openOn } from '../data/open-on';
import type { Region } from '../core/region';
import type { Topic } from '../core/topic';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { titledFor } from './rounds';
import { NAME_IN } from './statement';

export type Followed =
  | { what: 'appeal'; value: string; title: string; language: Locale }
  | { what: 'round'; value: string; title: string; language: 'kk' | 'ru' }
  | { what: 'body'; value: string; name: string; slug: string }
  | { what: 'topic'; value: Topic }
  | { what: 'region'; value: Region }
  | { what: 'register'; value: string };
type Row = {
  what: Followed['what'];
  value: string;
  titleKk: string | null;
  titleRu: string | null;
  slug: string | null;
  body: string | null;
  subject: string | null;
  language: Locale | null;
};

const FOLLOWED = (
  locale: Locale,
) => `SELECT f.what, f.value, r."titleKk", r."titleRu", b.slug, b.${NAME_IN[locale]} AS body, a.subject, a.language
             FROM "Follow" f
             LEFT JOIN "Appeal" a ON f.what = 'appeal' AND a.number = f.value AND ${openOn('$2')}
             LEFT JOIN "Round" r ON f.what = 'round' AND r.number = f.value
             LEFT JOIN "Body" b ON f.what = 'body' AND b.id::text = f.value`;

/** Everything the viewer follows, the latest first. */
export async function followsOf(
  { db, now }: Pick<World, 'db' | 'now'>,
  viewer: Viewer,
  locale: Locale,
): Promise<Followed[]> {
  const { rows } = await db.pool.query<Row>({
    name: `follows_${locale}`,
    text: `${FOLLOWED(locale)} WHERE f."personId" = $1::uuid ORDER BY f."createdAt" DESC, f.what, f.value`,
    values: [viewer.personId, dayOf(now())],
  });
  return rows.flatMap((row) => followedIn(row, locale) ?? []);
}

/** What the link of a letter would stop; null when it is no longer followed. */
export async function followBehind(
  { db, now }: Pick<World, 'db' | 'now'>,
  token: string,
  locale: Locale,
): Promise<Followed | null> {
  const { rows } = await db.pool.query<Row>({
    name: `follow_behind_${locale}`,
    text: `${FOLLOWED(locale)} WHERE f.token = $1`,
    values: [token, dayOf(now())],
  });
  return rows[0] ? followedIn(rows[0], locale) : null;
}

function followedIn(
  { what, value, titleKk, titleRu, slug, body, subject, language }: Row,
  locale: Locale,
): Followed | null {
  switch (what) {
    case 'round':
      return titleKk && titleRu ? { what, value, ...titledFor(locale, { titleKk, titleRu }) } : null;
    case 'body':
      return slug && body ? { what, value, slug, name: body } : null;
    // One that is not everybody's any more, or not yet, is named by its number alone.
    case 'appeal':
      return { what, value, title: subject ?? value, language: language ?? locale };
    case 'topic':
      return { what, value: value as Topic };
    case 'region':
      return { what, value: value as Region };
    case 'register':
      return { what, value };
  }
}

/** Which of these the viewer follows, as 'what value'. Nobody follows nothing. */
export async function followedAmong(
  { db }: Pick<World, 'db'>,
  viewer: Viewer | null,
  things: readonly { what: Followed['what']; value: string }[],
): Promise<string[]> {
  if (!viewer || things.length === 0) return [];
  const rows = await db.prisma.follow.findMany({
    where: { personId: viewer.personId, OR: things.map(({ what, value }) => ({ what, value })) },
    select: { what: true, value: true },
  });
  return rows.map(({ what, value }) => `${what} ${value}`);
}
