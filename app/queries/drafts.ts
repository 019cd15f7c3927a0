// The appeals that somebody has not sent yet: their list, and one as its form shows it again. Nobody but who wrote them reads them.
import { z } from 'zod';
import { KINDS, type Kind, type Locale } from '../../guide/schema';
import { dayOf, type Day, type Instant } from '../core/day';
import { draftEnds, draftsFrom } from '../core/draft';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { keptUploads } from './attachment';
import { NAME_IN } from './statement';

export type DraftLine = {
  id: string;
  /** What its page is opened with besides: 'origin=…', or empty. */
  about: string;
  kind: Kind | null;
  subject: string;
  /** The beginning of its text. */
  text: string;
  body: string | null;
  savedAt: Instant;
  /** The last day on which it is there. */
  until: Day;
  files: number;
};

/** Filed by another tab or a moment ago: no draft any more. */
const NOT_FILED = `NOT EXISTS (SELECT 1 FROM "TakenForm" f WHERE f."personId" = d."personId" AND f.key = d.id)`;
const MINE = `d."personId" = $1::uuid AND d."savedAt" > $2::timestamptz AND ${NOT_FILED}`;
const mine = ({ now }: World, { personId }: Viewer) => [personId, new Date(draftsFrom(now())).toISOString()];

/** All of them, the one changed last first; a person has few (core/draft). */
export async function draftsOf(world: World, viewer: Viewer, locale: Locale): Promise<DraftLine[]> {
  const { rows } = await world.db.pool.query<
    Omit<DraftLine, 'until' | 'savedAt' | 'kind'> & { savedAt: Date; kind: string | null }
  >({
    name: `drafts_${locale}`,
    text: `SELECT d.id, d.about, d.typed ->> 'kind' AS kind, coalesce(d.typed ->> 'subject', '') AS subject, left(coalesce(d.typed ->> 'text', ''), 200) AS text,
                  b.${NAME_IN[locale]} AS body, d."savedAt", cardinality(d.files) AS files
             FROM "Draft" d LEFT JOIN "Body" b ON b.id::text = coalesce(d.typed -> 'bodyId' ->> 0, d.typed ->> 'bodyId') WHERE ${MINE} ORDER BY d."savedAt" DESC, d.id`,
    values: mine(world, viewer),
  });
  return rows.map(({ savedAt, kind, ...line }) => ({
    ...line,
    kind: KINDS.find((one) => one === kind) ?? null,
    savedAt: savedAt.getTime(),
    until: dayOf(draftEnds(savedAt.getTime())),
  }));
}

/** How many there are. */
export async function draftCount(world: World, viewer: Viewer): Promise<number> {
  const { rows } = await world.db.pool.query<{ n: number }>({
    name: 'draft_count',
    text: `SELECT count(*)::int AS n FROM "Draft" d WHERE ${MINE}`,
    values: mine(world, viewer),
  });
  return rows[0]?.n ?? 0;
}

const fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type KeptDraft = {
  id: string;
  about: string;
  typed: z.output<typeof fields>;
  kept: Awaited<ReturnType<typeof keptUploads>>;
  savedAt: Instant;
  until: Day;
};

/** One's own draft; null when it was sent, thrown away, or is another's. */
export async function draftOf(world: World, viewer: Viewer, id: string): Promise<KeptDraft | null> {
  const { rows } = await world.db.pool.query<{
    id: string;
    about: string;
    typed: unknown;
    files: string[];
    savedAt: Date;
  }>({
    name: 'draft_one',
    text: `SELECT d.id, d.about, d.typed, d.files::text[] AS files, d."savedAt" FROM "Draft" d WHERE ${MINE} AND d.id::text = $3`,
    values: [...mine(world, viewer), id],
  });
  const [row] = rows;
  if (!row) return null;
  return {
    ...{ id: row.id, about: row.about, typed: fields.parse(row.typed), savedAt: row.savedAt.getTime() },
    kept: await keptUploads(world, viewer, row.files),
    until: dayOf(draftEnds(row.savedAt.getTime())),
  };
}
