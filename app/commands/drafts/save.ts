// Somebody keeps an appeal that is not finished, with the files that were sent along: by the button, or by their browser when typing pauses.
// Nothing in it is judged, so that nothing is lost; what is wrong is said when it is sent.
import { z } from 'zod';
import { DRAFTS_LIMIT, draftsFrom } from '../../core/draft';
import type { Instant } from '../../core/day';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { madeBy } from '../../data/forms';
import { attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { limited } from '../limited';

const words = z.string().max(100_000, 'too_long');
const FIELDS_MOST = 40;

export const input = z.object({
  /** The form's one-time key, which is the draft's id. */
  key: z.uuid(),
  /** The earlier case that the form is about: 'origin=…' or 'again=…', or empty. */
  about: z
    .string()
    .regex(/^(?:(?:origin|again)=[\d-]{1,40})?$/, 'bad_value')
    .default(''),
  typed: z
    .record(z.string().max(60), z.union([words, z.array(words).max(60)]))
    .refine((fields) => Object.keys(fields).length <= FIELDS_MOST, 'too_many'),
  files: z.array(z.uuid()).max(10).default([]),
});

type Saved = { id: string; savedAt: Instant };

/**
 * Keeps it in place of what was kept before. Refuses: not_signed_in, invalid, not_found (another's), form_taken (it was filed),
 * drafts_full, too_many_attempts.
 */
export async function saveDraft(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<Saved>> {
  if (!viewer || !may(viewer, 'draft.write', viewer)) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  return limited(world, viewer, 'draft', () => keep(world, viewer, read.value));
}

async function keep(world: World, viewer: Viewer, draft: z.output<typeof input>): Promise<Outcome<Saved>> {
  const { key, about, typed } = draft;
  const { personId } = viewer;
  if (await madeBy(world, { personId, key })) return refuse('form_taken');
  const files = await attachmentsOf(world, personId, draft.files);
  const now = world.now();
  // Two at once may each see the other missing, and one draft more is no harm.
  const { rows } = await world.db.pool.query<{ saved: boolean; full: boolean }>({
    name: 'save_draft',
    text: `WITH mine AS (SELECT id FROM "Draft" WHERE "personId" = $2::uuid AND "savedAt" > $8::timestamptz),
                saved AS (INSERT INTO "Draft" (id, "personId", about, typed, files, "createdAt", "savedAt")
                  SELECT $1::uuid, $2::uuid, $3, $4::jsonb, $5::uuid[], $6::timestamptz, $6::timestamptz
                   WHERE $1::uuid IN (SELECT id FROM mine) OR (SELECT count(*) FROM mine) < $7
                  ON CONFLICT (id) DO UPDATE SET about = excluded.about, typed = excluded.typed, files = excluded.files, "savedAt" = excluded."savedAt"
                   WHERE "Draft"."personId" = excluded."personId" RETURNING 1)
           SELECT EXISTS (SELECT 1 FROM saved) AS saved, (SELECT count(*) FROM mine) >= $7 AS full`,
    values: [
      ...[key, personId, about, JSON.stringify(typed), files.map(({ id }) => id)],
      ...[new Date(now).toISOString(), DRAFTS_LIMIT, new Date(draftsFrom(now)).toISOString()],
    ],
  });
  if (rows[0]?.saved) return done({ id: key, savedAt: now });
  return rows[0]?.full ? refuse('drafts_full', { params: { limit: DRAFTS_LIMIT } }) : refuse('not_found');
}
