// Cells of the published tables of waves: whole for a total or a body, and one item across the cells of a cut. Reads SurveyCut alone,
// never an answer; figures of a cell that a reader may not see do not leave the database.
import type { Cut, Direction, Locale, Suppression } from '../../guide/schema';
import type { ItemFigures } from '../core/item-figures';
import type { NotEstimable } from '../core/statistics/estimate';
import type { Share } from '../core/statistics/wilson';
import type { TrustFigures } from '../core/trust-figures';
import type { Wave } from '../core/wave';
import type { World } from '../world';
import { NAME_IN } from './statement';

/** Everyone, or the officials of one body, who see its cells from the lower threshold on. */
export type Audience = { bodyId: string | null };
export const EVERYONE: Audience = { bodyId: null };

/** Figures, or why there are none. */
export type Seen = { figures: TrustFigures | null; suppressed: Suppression | null; internal: boolean };
export type Sides = Partial<Record<Direction, Seen>>;

const SEEN = `(c.public OR (c.internal AND c."bodyId" = $1::uuid))`;

type CellRow = Seen & { waveId: string; direction: Direction };
const sidesOf = (rows: readonly CellRow[]): Sides =>
  Object.fromEntries(
    rows.map(({ direction, figures, suppressed, internal }) => [direction, { figures, suppressed, internal }]),
  );

/** The totals of waves, or their cells of one body, by wave. */
export async function wholeCells(
  { db }: World,
  {
    waveIds,
    of,
    audience = EVERYONE,
  }: { waveIds: readonly string[]; of: 'total' | { bodyId: string }; audience?: Audience },
): Promise<Map<string, Sides>> {
  const [cut, cell] = of === 'total' ? ['total', ''] : ['body', of.bodyId];
  const { rows } = await db.pool.query<CellRow>({
    name: 'trust_cells',
    text: `SELECT c."waveId", c.direction, CASE WHEN ${SEEN} THEN c.figures END AS figures, c.suppressed, coalesce(NOT c.public AND ${SEEN}, false) AS internal
             FROM "SurveyCut" c WHERE c."waveId" = ANY ($2::uuid[]) AND c.cut = $3 AND c.cell = $4`,
    values: [audience.bodyId, waveIds, cut, cell],
  });
  const byWave = new Map<string, CellRow[]>();
  for (const row of rows) byWave.set(row.waveId, [...(byWave.get(row.waveId) ?? []), row]);
  return new Map([...byWave].map(([waveId, cells]) => [waveId, sidesOf(cells)]));
}

/** One item in one cell of a table. */
export type TableCell = {
  direction: Direction;
  cut: Cut;
  cell: string;
  suppressed: Suppression | null;
  internal: boolean;
  n: number | null;
  response: Share | NotEstimable | null;
  figures: ItemFigures | null;
  /** Of the cut body. */
  body: { slug: string; name: string } | null;
};

/** Every cell of a wave's tables with the figures of one item; the answers within a body only where that body is asked for. */
export async function tableCells(
  { db }: World,
  asked: { waveId: string; item: string; locale: Locale; within?: string | null; audience?: Audience },
): Promise<TableCell[]> {
  const { waveId, item, locale, within = null, audience = EVERYONE } = asked;
  const { rows } = await db.pool.query<TableCell>({
    name: `trust_table_${locale}`,
    text: `SELECT c.direction, c.cut, c.cell, c.suppressed, coalesce(NOT c.public AND ${SEEN}, false) AS internal,
                  CASE WHEN ${SEEN} THEN (c.figures->>'n')::int END AS n, CASE WHEN ${SEEN} THEN c.figures->'response' END AS response,
                  CASE WHEN ${SEEN} THEN c.figures #> ARRAY['items', $3::text] END AS figures,
                  CASE WHEN c.cut = 'body' THEN json_build_object('slug', b.slug, 'name', b.${NAME_IN[locale]}) END AS body
             FROM "SurveyCut" c LEFT JOIN "Body" b ON b.id = c."bodyId"
            WHERE c."waveId" = $2::uuid
              AND CASE WHEN $4::uuid IS NULL THEN c.cut <> 'background' OR c."bodyId" IS NULL ELSE c."bodyId" = $4::uuid END
            ORDER BY c.cut, b.${NAME_IN[locale]}, c.cell, c.direction`,
    values: [audience.bodyId, waveId, item, within],
  });
  return rows;
}

/** What waves have in common that stand in one trend. */
type Reach = Pick<Wave, 'occasion' | 'openness' | 'bodyIds'>;

/** An item at one wave: for a trend. */
export type Step = {
  waveId: string;
  number: string;
  title: string;
  closesDay: string;
  direction: Direction;
  suppressed: Suppression | null;
  figures: ItemFigures | null;
};

/**
 * The same item over all counted waves of the same occasion and openness as `like`, the oldest first: in the totals of those about the
 * same bodies (all, or the same named ones), or in the cells of one body. What a council asks for itself is asked of other people, and
 * stands in no trend.
 */
export async function stepsOf(
  { db }: World,
  asked: { like: Reach; item: string; of: 'total' | { bodyId: string }; locale: Locale; audience?: Audience },
): Promise<Step[]> {
  const { like, item, of, locale, audience = EVERYONE } = asked;
  const [cut, cell, bodyIds] = of === 'total' ? ['total', '', JSON.stringify(like.bodyIds)] : ['body', of.bodyId, null];
  const title = { kk: 'titleKk', ru: 'titleRu', en: 'titleEn' }[locale];
  const { rows } = await db.pool.query<Step>({
    name: `trust_steps_${locale}`,
    text: `SELECT w.id AS "waveId", w.number, w."${title}" AS title, w."closesDay", c.direction, c.suppressed,
                  CASE WHEN ${SEEN} THEN c.figures #> ARRAY['items', $3::text] END AS figures
             FROM "SurveyCut" c JOIN "Wave" w ON w.id = c."waveId"
            WHERE w.occasion = $2 AND w.openness = $6 AND w."councilId" IS NULL AND c.cut = $4 AND c.cell = $5
              AND ($7::jsonb IS NULL OR (w.facts->'bodyIds' @> $7::jsonb AND w.facts->'bodyIds' <@ $7::jsonb))
            ORDER BY w."closesDay", w.number, c.direction`,
    values: [audience.bodyId, like.occasion, item, cut, cell, like.openness, bodyIds],
  });
  return rows;
}
