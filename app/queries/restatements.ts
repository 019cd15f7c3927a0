// What was restated of published figures, the latest first: from what, to what, why, and the two snapshots.
import type { Locale } from '../../guide/schema';
import type { Instant } from '../core/day';
import type { Period } from '../core/score/period';
import type { Cause, Change, Trace } from '../core/score/restatement';
import type { World } from '../world';
import { cursorOf } from './appeal-filter';
import { NAME_IN } from './statement';

const PAGE = 50;

export type Restatement = {
  id: string;
  at: Instant;
  /** Null where it is of all bodies together. */
  body: { slug: string; name: string } | null;
  /** The bodies whose places changed, by their id. */
  names: Record<string, { slug: string; name: string }>;
  period: Period;
  causes: Cause[];
  changes: Change[];
  trace: Trace;
  before: string;
  snapshot: string;
};
export type Restatements = { items: Restatement[]; older: string | null };

type Row = Omit<Restatement, 'at' | 'body'> & { at: Date; slug: string | null; name: string | null };

/** What stands while figures of a period are withheld: nothing of their body, and nothing of all together. A page of them, from `after` on (as `older` gave it); of one body where `slug` names it. */
export async function restatements(
  { db }: Pick<World, 'db'>,
  { slug, after }: { slug: string; after: string | null },
  locale: Locale,
): Promise<Restatements> {
  const place = cursorOf(after);
  const { rows } = await db.pool.query<Row>({
    name: `restatements_${locale}`,
    text: `SELECT r.id, r.at, r.period, r.causes, r.changes, r.trace, r."beforeId" AS before, r."snapshotId" AS snapshot, b.slug, b.${NAME_IN[locale]} AS name,
                  (SELECT coalesce(json_object_agg(p.id, json_build_object('slug', p.slug, 'name', p.${NAME_IN[locale]})), '{}') FROM "Body" p
                    WHERE p.id::text IN (SELECT c ->> 'of' FROM jsonb_array_elements(r.changes) c WHERE c ->> 'measure' = 'place')) AS names
             FROM "ScoreRestatement" r LEFT JOIN "Body" b ON b.id = r."bodyId"
            WHERE ($1 = '' OR b.slug = $1) AND ($2::timestamptz IS NULL OR (r.at, r.id) < ($2::timestamptz, $3::uuid))
              AND NOT EXISTS (SELECT 1 FROM "ScoreMismatch" m WHERE (m."bodyId" = r."bodyId" OR r."bodyId" IS NULL) AND m.period = r.period AND m."settledAt" IS NULL)
            ORDER BY r.at DESC, r.id DESC LIMIT ${PAGE + 1}`,
    values: [slug, place && new Date(place.at).toISOString(), place && place.id],
  });
  const page = rows.slice(0, PAGE).map(({ slug: bodySlug, name, at: moment, ...row }) => ({
    ...{ ...row, at: moment.getTime(), body: bodySlug !== null && name !== null ? { slug: bodySlug, name } : null },
  }));
  const last = page.at(-1);
  return { items: page, older: rows.length > PAGE && last ? `${last.at}_${last.id}` : null };
}
