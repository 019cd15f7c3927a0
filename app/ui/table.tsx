// Rows of facts. On narrow screens each row becomes a card whose cells carry their column's name. Pages by keyset.
import type { ReactNode } from 'react';
import { Icon } from './icon';

export type Column<K extends string> = { key: K; label: string; align?: 'start' | 'end'; width?: 'fit' | 'wide' };
export type TableRow<K extends string> = {
  id: string;
  cells: Readonly<Record<K, ReactNode>>;
  /** An edge that draws the eye: what is due or late. The cells say so in words too. */
  tone?: 'plain' | 'clock' | 'danger';
};
type TableProps<K extends string> = {
  caption: string;
  /** Where a heading right above says the same. */
  captionHidden?: boolean;
  columns: readonly Column<K>[];
  rows: readonly TableRow<K>[];
  /** The column that names the row; the title of the card on narrow screens. The first, unless told. */
  head?: K;
  density?: 'dense' | 'roomy';
};

export function Table<K extends string>({
  caption,
  captionHidden,
  columns,
  rows,
  head = columns[0]?.key,
  density = 'roomy',
}: TableProps<K>) {
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className={`table table-${density}`} role="table">
        <caption className={captionHidden ? 'unseen' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, label, align, width }) => (
              <th key={key} scope="col" role="columnheader" className={classes(align, width)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(({ id, cells, tone = 'plain' }) => (
            <tr key={id} role="row" className={tone === 'plain' ? undefined : `row-${tone}`}>
              {columns.map(({ key, label, align, width }) =>
                key === head ? (
                  <th key={key} scope="row" role="rowheader" className={classes(align, inRow(width))}>
                    {cells[key]}
                  </th>
                ) : (
                  <td key={key} role="cell" data-label={label} className={classes(align, inRow(width))}>
                    {cells[key]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A column is as wide as its heading asks; that a cell must not break, each cell says. */
const inRow = (width?: string) => (width === 'fit' ? width : undefined);
const classes = (align?: string, width?: string) =>
  [align === 'end' ? 'end' : '', width ? `col-${width}` : ''].filter(Boolean).join(' ') || undefined;

/** Newer and older pages of a list; either may be missing. */
export function Pagination({
  label,
  newer,
  older,
  note,
}: {
  label: string;
  newer?: { href: string; label: string };
  older?: { href: string; label: string };
  note?: ReactNode;
}) {
  return (
    <nav className="pages" aria-label={label}>
      {newer ? (
        <a href={newer.href} rel="prev">
          <Icon name="newer" />
          {newer.label}
        </a>
      ) : (
        <span />
      )}
      {note ? <span className="pages-note">{note}</span> : null}
      {older ? (
        <a href={older.href} rel="next">
          {older.label}
          <Icon name="older" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
