// A table that somebody sent as CSV: UTF-8 (with or without its mark) or windows-1251, with semicolons, commas or tabs. Bounded by what the
// caller lets through; nothing is guessed where the lines are not those of a table.
import { CsvError, parse } from 'csv-parse/sync';
import { decoded } from './file-text';

export type CsvTable = { columns: string[]; rows: { line: number; values: Record<string, string> }[] };
export type CsvProblem = 'empty' | 'broken' | 'too_many';

/** `line`: as a spreadsheet numbers it, the header being the first. */
export function csvTable(bytes: Buffer, most: number): CsvTable | CsvProblem {
  const text = decoded(bytes, bytes.length).replace(/^\uFEFF/, '');
  if (text.trim() === '' || text.includes('\0')) return 'empty';
  const [head = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ',';
  try {
    const lines = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
      to: most + 2,
      trim: true,
    }) as string[][];
    const [columns = [], ...rest] = lines;
    if (rest.length > most) return 'too_many';
    return {
      columns,
      rows: rest.map((cells, at) => ({
        line: at + 2,
        values: Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ''])),
      })),
    };
  } catch (error) {
    if (error instanceof CsvError) return 'broken';
    throw error;
  }
}
