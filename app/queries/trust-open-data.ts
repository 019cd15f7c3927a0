// The published tables of a wave as open data: every cell with its figures or the reason why it is empty, and one row a figure for CSV.
import { askedItems } from '../../guide/instrument';
import type { Cut, Direction, Instrument, Suppression } from '../../guide/schema';
import type { ItemFigures, ScaleFigures } from '../core/item-figures';
import type { NotEstimable, Estimate } from '../core/statistics/estimate';
import type { TrustFigures } from '../core/trust-figures';
import type { World } from '../world';

/** A cell as its hash is made over it, with the reason where it is empty and the short address of its body. */
export type OpenCell = {
  direction: Direction;
  cut: Cut;
  cell: string;
  body: string | null;
  slug: string | null;
  suppressed: Suppression | null;
  figures: TrustFigures | null;
};

/** Every cell of a wave; only what everyone may see. */
export async function openCells({ db }: World, waveId: string): Promise<OpenCell[]> {
  const { rows } = await db.pool.query<OpenCell>({
    name: 'trust_open_cells',
    text: `SELECT c.direction, c.cut, c.cell, c."bodyId" AS body, b.slug, c.suppressed, CASE WHEN c.public THEN c.figures END AS figures
             FROM "SurveyCut" c LEFT JOIN "Body" b ON b.id = c."bodyId" WHERE c."waveId" = $1::uuid
            ORDER BY concat_ws(' ', c.direction, c.cut, coalesce(c."bodyId"::text, ''), c.cell) COLLATE "C"`,
    values: [waveId],
  });
  return rows;
}

/** A figure of a cell: `of` is an item, an item and its row, or a construct; `what` is which figure of it. */
export type OpenRow = {
  direction: Direction;
  cut: Cut;
  cell: string;
  body: string | null;
  of: string;
  row: string;
  what: string;
  value: number | null;
  low: number | null;
  high: number | null;
  n: number | null;
  reason: string | null;
};
type Figure = Omit<OpenRow, 'direction' | 'cut' | 'cell' | 'body'>;

const NOTHING = { value: null, low: null, high: null, n: null, reason: null } as const;
const plain = (of: string, what: string, value: number): Figure => ({ ...NOTHING, of, row: '', what, value });
const estimate = (of: string, row: string, what: string, found: Estimate | NotEstimable): Figure =>
  found.estimate === null
    ? { ...NOTHING, of, row, what, n: found.n, reason: 'lack' in found ? found.lack : null }
    : { of, row, what, value: found.estimate, low: found.low, high: found.high, n: found.n, reason: null };

function scaleRows(
  of: string,
  row: string,
  { counts, from, mean, shares, answered, dontKnow, missing }: ScaleFigures,
): Figure[] {
  const counted = { answered, dont_know: dontKnow, missing };
  return [
    estimate(of, row, 'mean', mean),
    ...Object.entries(shares ?? {}).map(([share, found]) => estimate(of, row, `share.${share}`, found)),
    ...counts.map((value, at) => ({ ...plain(of, `count.${from + at}`, value), row })),
    ...Object.entries(counted).map(([what, value]) => ({ ...plain(of, `count.${what}`, value), row })),
  ];
}

function itemRows(of: string, figures: ItemFigures): Figure[] {
  switch (figures.kind) {
    case 'withheld':
      return [{ ...NOTHING, of, row: '', what: 'mean', reason: 'too_few' }];
    case 'scale':
      return scaleRows(of, '', figures);
    case 'matrix':
      return Object.entries(figures.rows).flatMap(([row, found]) =>
        found.kind === 'scale' ? scaleRows(of, row, found) : [{ ...NOTHING, of, row, what: 'mean', reason: 'too_few' }],
      );
    case 'choice':
    case 'multiple':
      return [
        ...Object.entries(figures.shares).map(([option, found]) => estimate(of, '', `share.${option}`, found)),
        ...Object.entries({ answered: figures.answered, dont_know: figures.dontKnow, missing: figures.missing }).map(
          ([what, value]) => plain(of, `count.${what}`, value),
        ),
      ];
  }
}

function figureRows(
  { n, valid, invited, response, items, constructs, drivers }: TrustFigures,
  asked: readonly string[],
): Figure[] {
  return [
    plain('', 'n', n),
    plain('', 'valid', valid),
    ...(invited === null ? [] : [plain('', 'invited', invited)]),
    ...(response ? [estimate('', '', 'response', response)] : []),
    ...asked.flatMap((item) => (items[item] ? itemRows(item, items[item]) : [])),
    ...Object.entries(constructs).flatMap(([construct, { mean, alpha }]) => [
      ...(mean ? [estimate(construct, '', 'score', mean)] : []),
      ...(alpha ? [estimate(construct, '', 'alpha', alpha)] : []),
    ]),
    ...Object.entries(drivers).map(([driver, found]) => estimate(driver, '', 'association', found)),
  ];
}

/** One row a figure, items in the order in which they are asked; one row with the reason for a cell that is empty. */
export function openRows(cells: readonly OpenCell[], instrument: Pick<Instrument, 'pages'>): OpenRow[] {
  const asked = askedItems(instrument);
  return cells.flatMap(({ direction, cut, cell, slug, suppressed, figures }): OpenRow[] => {
    const place = { direction, cut, cell: cut === 'body' ? (slug ?? cell) : cell, body: slug };
    const rows = figures
      ? figureRows(figures, asked)
      : [{ ...NOTHING, of: '', row: '', what: 'n', reason: suppressed }];
    return rows.map((row) => ({ ...place, ...row }));
  });
}
