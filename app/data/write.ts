// Builds one SQL statement out of many writes, so that an act with all its consequences is one round trip and one
// transaction: everything in it happens, or nothing does. Rows travel as JSON; keys are column names.

export type Row = Record<string, unknown>;
type Insert = { table: string; rows: readonly Row[]; onConflict?: 'nothing' | { replaceBy: string } };
/**
 * Columns that the database makes out of what a row says: name -> expression over `x`, whose columns have `types`. `join`: with what is there
 * already, so that of each row come as many as it finds.
 */
type Made = { table: string; rows: readonly Row[]; types: Record<string, string>; columns: Record<string, string>; join?: string; onConflict: string };
export type Update = { table: string; rows: readonly Row[]; by: readonly string[]; types: Record<string, string>; where?: string };

const quoted = (name: string) => `"${name}"`;
const columnsOf = (rows: readonly Row[]) => Object.keys(rows[0] ?? {});

export type Batch = ReturnType<typeof batch>;

/** Collects writes; `statement()` gives the text and values, or null when there is nothing to write. */
export function batch() {
  // Rows of one shape go into one part of the statement, however many chapters they come from.
  const parts = new Map<string, { sql: (parameter: string) => string; rows: Row[] }>();
  const add = (shape: string, rows: readonly Row[], sql: (parameter: string) => string) => {
    const part = parts.get(shape);
    if (part) part.rows.push(...rows);
    else parts.set(shape, { sql, rows: [...rows] });
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
      add(
        `insert ${table} ${list}${conflict}`,
        rows,
        (p) => `INSERT INTO ${quoted(table)} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${quoted(table)}, ${p})${conflict}`,
      );
    },
    insertMade({ table, rows, types, columns, join = '', onConflict }: Made) {
      const shape = Object.entries(types).map(([name, type]) => `${quoted(name)} ${type}`).join(', ');
      const list = Object.keys(columns).map(quoted).join(', ');
      const made = Object.values(columns).join(', ');
      if (rows.length > 0)
        add(
          `made ${table}`,
          rows,
          (p) => `INSERT INTO ${quoted(table)} (${list}) SELECT ${made} FROM jsonb_to_recordset(${p}) AS x(${shape}) ${join} ON CONFLICT ${onConflict}`,
        );
    },
    /** Sets every key of a row but those in `by`, which say which row is meant. `types`: column -> SQL type. */
    update({ table, rows, by, types, where }: Update) {
      if (rows.length === 0) return;
      const columns = columnsOf(rows);
      const shape = columns.map((c) => `${quoted(c)} ${types[c]}`).join(', ');
      const set = columns.filter((c) => !by.includes(c)).map((c) => `${quoted(c)} = x.${quoted(c)}`).join(', ');
      const same = [...by.map((c) => `t.${quoted(c)} = x.${quoted(c)}`), ...(where ? [where] : [])].join(' AND ');
      add(
        `update ${table} ${shape} ${same}`,
        rows,
        (p) => `UPDATE ${quoted(table)} t SET ${set} FROM jsonb_to_recordset(${p}) AS x(${shape}) WHERE ${same}`,
      );
    },
    statement() {
      const all = [...parts.values()];
      if (all.length === 0) return null;
      const ctes = all.map(({ sql }, n) => `w${n} AS (${sql(`$${n + 1}::jsonb`)})`);
      return { text: `WITH ${ctes.join(', ')} SELECT 1`, values: all.map(({ rows }) => JSON.stringify(rows)) };
    },
  };
}
