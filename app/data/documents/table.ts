// How a table of a draft is read: each row is a clause kept whole, as in the comparison tables of drafts («Действующая редакция |
// Предлагаемая редакция»). Called by blocks.

type Row = { number: string | null; heading: null; text: string; cells: string[] };

/** A header longer than this, or wider, is not repeated with every row. */
const HEADER_MAX = 600;
const COLUMNS_MAX = 20;
const ROW_NUMBER = /^\d{1,4}(?:\.\d{1,3}){0,5}[.)]?$/;

/** Whether a line is the one that makes a table of the line above it: "|---|:--|". */
export const isDelimiter = (line: string): boolean => line.includes('|') && line.includes('-') && /^[\s|:-]+$/.test(line);

/**
 * The rows of a table, its delimiter on the second line; the first row is one too, for drafts put clauses into it. The number in the
 * first column is the clause's number. A row repeats the header above it, so that it can be read by itself.
 */
export function rowsOf(lines: readonly string[]): Row[] {
  const [head = [], , ...body] = lines.map(cellsOf);
  const repeated = head.length <= COLUMNS_MAX && head.join('').length <= HEADER_MAX ? head : [];
  return [
    { number: null, heading: null, text: tableOf([head]), cells: head },
    ...body.filter((cells) => cells.some((cell) => cell !== '')).map((cells) => rowOf(cells, repeated)),
  ];
}

function rowOf(cells: readonly string[], head: readonly string[]): Row {
  const number = cells.length > 1 && ROW_NUMBER.test(cells[0] ?? '') ? (cells[0] ?? null) : null;
  const first = number === null ? 0 : 1;
  // A cell without a header would be dropped by Markdown: the header is as wide as the row.
  const above = cells.map((_cell, column) => head[column] ?? '');
  return { number, heading: null, text: tableOf([above.slice(first), cells.slice(first)]), cells: cells.slice(first) };
}

const tableOf = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The cells of a row; a stroke behind a backslash parts nothing. */
export function cellsOf(line: string): string[] {
  const cells = [''];
  for (let at = 0; at < line.length; at++) {
    const letter = line.charAt(at);
    if (letter === '\\') cells[cells.length - 1] += letter + line.charAt(++at);
    else if (letter === '|') cells.push('');
    else cells[cells.length - 1] += letter;
  }
  const [first, last] = [cells[0]?.trim() === '' ? 1 : 0, cells.length > 1 && cells.at(-1)?.trim() === '' ? -1 : cells.length];
  return cells.slice(first, last).map((cell) => cell.trim());
}
