// Rows of the database as two files of an export, CSV and JSON, read a batch at a time: memory holds one batch, whatever there is.
import type { Database } from '../../data/connect';
import { cell } from '../../data/dump/files';
import type { ZipEntry } from '../../data/zip-stream';

/** What rows are told apart and put in order by: an expression, its type, and what stands before all of them. */
type By = { key: string; type: 'uuid' | 'text' | 'bigint'; first: string };
const BY_ID: By = { key: 't.id', type: 'uuid', first: '00000000-0000-0000-0000-000000000000' };
export const BY_NUMBER: By = { key: 't.seq', type: 'bigint', first: '0' };
export const byText = (key: string): By => ({ key: `(${key}) COLLATE "C"`, type: 'text', first: '' });

/** `from` ends in a condition on $1, the id of whose data it is; its table is `t`. */
export type OwnTable = { name: string; columns: string; from: string; by?: By };
type Row = Record<string, unknown>;
const BATCH = 500;

async function* batches({ pool }: Pick<Database, 'pool'>, { columns, from, by = BY_ID }: OwnTable, whose: string) {
  for (let last = by.first; ;) {
    const found = await pool.query<Row & { key: string }>({
      text: `SELECT (${by.key})::text AS key, ${columns} FROM ${from} AND ${by.key} > $2::${by.type} ORDER BY ${by.key} LIMIT ${BATCH}`,
      values: [whose, last],
    });
    yield { columns: found.fields.map(({ name }) => name).filter((name) => name !== 'key'), rows: found.rows };
    last = found.rows.at(-1)?.key ?? last;
    if (found.rows.length < BATCH) return;
  }
}

/** What a spreadsheet would take for a formula stays words. */
const harmless = (value: unknown): unknown =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value)
    ? `'${value}`
    : value instanceof Date
      ? value.toISOString()
      : value;

async function* csv(db: Pick<Database, 'pool'>, table: OwnTable, whose: string): AsyncGenerator<string> {
  let begun = false;
  for await (const { columns, rows } of batches(db, table, whose)) {
    // Spreadsheets take a file for UTF-8 by its mark.
    if (!begun) yield `\uFEFF${columns.join(',')}\r\n`;
    begun = true;
    yield rows.map((row) => `${columns.map((name) => cell(harmless(row[name]))).join(',')}\r\n`).join('');
  }
}

async function* json(db: Pick<Database, 'pool'>, table: OwnTable, whose: string): AsyncGenerator<string> {
  yield '[';
  let begun = false;
  for await (const { rows } of batches(db, table, whose))
    for (const { key: _key, ...row } of rows) {
      yield `${begun ? ',' : ''}\n${JSON.stringify(row)}`;
      begun = true;
    }
  yield '\n]\n';
}

/** Both files of a table, of the data of `whose` id. */
export const entriesOf = (db: Pick<Database, 'pool'>, table: OwnTable, whose: string): ZipEntry[] => [
  { name: `${table.name}.csv`, pack: 'words', bytes: csv(db, table, whose) },
  { name: `${table.name}.json`, pack: 'words', bytes: json(db, table, whose) },
];
