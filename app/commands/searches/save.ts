// Somebody keeps a search, to be told on their day's page what came in since they looked. No letters come of it.
import { z } from 'zod';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { limited } from '../limited';

/** `value`: the query part of the search page's address, as queries/search-filter writes it. */
export const input = z.object({ value: z.string().trim().min(1, 'required').max(600, 'too_long') });

/** Searches that one person may keep: their day's page asks for each. */
export const SEARCHES_LIMIT = 20;

/** Keeps it; twice is once. Refuses: not_signed_in, invalid, searches_full. */
export async function saveSearch(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<z.output<typeof input>>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer || !may(viewer, 'search.save', undefined)) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const now = new Date(world.now()).toISOString();
    // Counted and written in one statement, whoever else is at it; two at once may each see the other missing, and one more is no harm.
    const { rows } = await world.db.pool.query<{ kept: boolean }>({
      name: 'save_search',
      text: `WITH mine AS (SELECT value FROM "SavedSearch" WHERE "personId" = $1::uuid),
                kept AS (INSERT INTO "SavedSearch" ("personId", value, "createdAt", "seenAt")
                  SELECT $1::uuid, $2, $3::timestamptz, $3::timestamptz WHERE (SELECT count(*) FROM mine) < $4 ON CONFLICT DO NOTHING RETURNING 1)
           SELECT EXISTS (SELECT 1 FROM kept) OR $2 IN (SELECT value FROM mine) AS kept`,
      values: [viewer.personId, read.value.value, now, SEARCHES_LIMIT],
    });
    return rows[0]?.kept ? done(read.value) : refuse('searches_full', { params: { limit: SEARCHES_LIMIT } });
  });
}
