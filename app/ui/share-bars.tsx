// Shares that make up a whole, stacked in a bar above the row of their numbers. Patterns say what colours say.
import { useId, type ReactNode } from 'react';

/** How a part of a bar is filled: by colour and by pattern. */
export type Fill = 'full' | 'plain' | 'lined' | 'dotted';
export type SharePart = { key: string; name: string; fill: Fill };
export type ShareRow = {
  id: string;
  label: ReactNode;
  /** By part: 0..1, and what is written. Null where there are no shares; `empty` then says why. */
  parts: Readonly<Record<string, { share: number; text: string }>> | null;
  empty?: ReactNode;
  note?: ReactNode;
};
type SharesProps = {
  title: ReactNode;
  desc: ReactNode;
  columns: { label: string; note: string };
  parts: readonly SharePart[];
  rows: readonly ShareRow[];
};

/** Shares that make up a whole, stacked in a bar over the row of their numbers. */
export function ShareBars({ title, desc, columns, parts, rows }: SharesProps) {
  const id = useId().replaceAll(':', '');
  return (
    <figure className="bars share-bars">
      <svg width="0" height="0" aria-hidden="true" focusable="false" className="share-defs">
        <Patterns id={id} />
      </svg>
      <table role="table">
        <caption>
          {title}
          <span>{desc}</span>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {columns.label}
            </th>
            {parts.map(({ key, name, fill }) => (
              <th key={key} scope="col" role="columnheader" className="bars-value">
                <Swatch id={id} fill={fill} /> {name}
              </th>
            ))}
            <th scope="col" role="columnheader" className="bars-note">
              {columns.note}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <ShareLine key={row.id} {...{ id, row, parts, note: columns.note }} />
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function ShareLine({ id, row, parts, note }: { id: string; row: ShareRow; parts: readonly SharePart[]; note: string }) {
  const shareOf = ({ key }: SharePart): number => row.parts?.[key]?.share ?? 0;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {row.label}
        <svg className="share-bar" width="100%" height="18" aria-hidden="true" focusable="false">
          <rect className="bar-track" width="100%" height="14" y="2" />
          {parts.map((part, at) => {
            const { key, fill } = part;
            const share = shareOf(part);
            const x = parts.slice(0, at).reduce((sum, before) => sum + shareOf(before), 0);
            return share > 0 ? (
              <rect
                key={key}
                className={`share-part share-${fill}`}
                {...{ x: `${100 * x}%`, width: `${100 * share}%`, y: 2, height: 14 }}
                fill={fill === 'lined' || fill === 'dotted' ? `url(#${id}-${fill})` : undefined}
              />
            ) : null;
          })}
        </svg>
      </th>
      {row.parts ? (
        parts.map(({ key, name }) => (
          <td key={key} role="cell" className="bars-value" data-label={name}>
            {row.parts?.[key]?.text}
          </td>
        ))
      ) : (
        <td role="cell" className="bars-value" colSpan={parts.length}>
          {row.empty}
        </td>
      )}
      <td role="cell" className="bars-note" data-label={note}>
        {row.note}
      </td>
    </tr>
  );
}

function Swatch({ id, fill }: { id: string; fill: Fill }) {
  return (
    <svg className="swatch" width="14" height="14" aria-hidden="true" focusable="false">
      <rect
        className={`share-part share-${fill}`}
        width="14"
        height="14"
        fill={fill === 'lined' || fill === 'dotted' ? `url(#${id}-${fill})` : undefined}
      />
    </svg>
  );
}

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-lined`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="pattern-ground-lined" width="6" height="6" />
        <rect className="pattern-line" width="2" height="6" />
      </pattern>
      <pattern id={`${id}-dotted`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect className="pattern-ground" width="5" height="5" />
        <circle className="pattern-dot" cx="2.5" cy="2.5" r="1" />
      </pattern>
    </defs>
  );
}
