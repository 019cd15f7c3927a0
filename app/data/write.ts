// Builds one SQL statement out of many writes, so that an act with all its consequences is one round trip and one
// transaction: everything in it happens, or nothing does. Rows travel as JSON; keys are column names.

export type Row = Record<string, unknown>;
type Insert = { table: string; rows: readonly Row[]; onConflict?: 'nothing' | { replaceBy: string } };
export type Update = { table: string; rows: readonly Row[]; by: readonly string[]; types: Record<string, string>; where?: string };

const quoted = (name: string) => `"${name}"`;
const columnsOf = (rows: readonly Row[]) => Object.keys(rows[0] ?? {});

/** Collects writes; `statement()` gives the text and values, or null when there is nothing to write. */
export function batch() {
  const parts: string[] = [];
  const values: string[] = [];
  const add = (sql: (parameter: string) => string, rows: readonly Row[]) => {
    values.push(JSON.stringify(rows));
    parts.push(`w${parts.length} AS (${sql(`$${values.length}::jsonb`)})`);
  };
  return {
    /** Rows of one table, all with the same keys. */
    insert({ table, rows, onConflict }: Insert) {
      if (rows.length === 0) return;
      const columns = columnsOf(rows);
      const list = columns.map(quoted).join(', ');
      const conflict =
        onConflict === undefined
          ? ''
          : onConflict === 'nothing'
            ? ' ON CONFLICT DO NOTHING'
            : ` ON CONFLICT (${quoted(onConflict.replaceBy)}) DO UPDATE SET ${columns.map((c) => `${quoted(c)} = excluded.${quoted(c)}`).join(', ')}`;
      add((p) => `INSERT INTO ${quoted(table)} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${quoted(table)}, ${p})${conflict}`, rows);
    },
    /** Sets every key of a row but those in `by`, which say which row is meant. `types`: column -> SQL type. */
    update({ table, rows, by, types, where }: Update) {
      if (rows.length === 0) return;
      const columns = columnsOf(rows);
      const shape = columns.map((c) => `${quoted(c)} ${types[c]}`).join(', ');
      const set = columns.filter((c) => !by.includes(c)).map((c) => `${quoted(c)} = x.${quoted(c)}`).join(', ');
      const same = by.map((c) => `t.${quoted(c)} = x.${quoted(c)}`).join(' AND ');
      add((p) => `UPDATE ${quoted(table)} t SET ${set} FROM jsonb_to_recordset(${p}) AS x(${shape}) WHERE ${same}${where ? ` AND ${where}` : ''}`, rows);
    },
    statement: () => (parts.length === 0 ? null : { text: `WITH ${parts.join(', ')} SELECT 1`, values }),
  };
}
