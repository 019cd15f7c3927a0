// How tables travel in a backup: each row as PostgreSQL itself writes a row, which reads back exactly what was there, whatever the type. Needs
// no tool beside the database, so it works with the embedded one and with any other.
import type { Asking } from '../connect';

export type Column = { name: string; type: string };
export type Table = { name: string; columns: Column[] };
export type Sequence = { name: string; value: string; called: boolean };

/** What a new database has by itself. */
const OWN = '_prisma_migrations';
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** All tables of Kenes; the queue's are left out: it only wakes. */
export async function tablesOf(through: Asking): Promise<Table[]> {
  const { rows } = await through.query<Table>({
    text: `SELECT c.relname AS name,
                  jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attname) AS columns
             FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> '${OWN}'
            GROUP BY c.relname ORDER BY c.relname`,
  });
  return rows;
}

/** Names of the migrations that made it what it is. */
export async function migrationsOf(through: Asking): Promise<string[]> {
  const { rows } = await through.query<{ name: string }>({
    text: `SELECT migration_name AS name FROM ${OWN} WHERE rolled_back_at IS NULL ORDER BY 1`,
  });
  return rows.map(({ name }) => name);
}

export async function sequencesOf(through: Asking): Promise<Sequence[]> {
  const { rows } = await through.query<{ name: string }>({
    text: `SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
  });
  const found: Sequence[] = [];
  for (const { name } of rows) {
    const at = await through.query<{ value: string; called: boolean }>({
      text: `SELECT last_value::text AS value, is_called AS called FROM public.${quoted(name)}`,
    });
    for (const row of at.rows) found.push({ name, ...row });
  }
  return found;
}

/** All rows, some thousands at once, however many there are. */
export async function* rowsOf(through: Asking, { name, columns }: Table, batch: number): AsyncGenerator<string[]> {
  const list = columns.map((column) => `t.${quoted(column.name)}`).join(', ');
  await through.query({
    text: `DECLARE backed_up NO SCROLL CURSOR FOR SELECT ROW(${list})::text AS row FROM public.${quoted(name)} t`,
  });
  for (;;) {
    const { rows } = await through.query<{ row: string }>({ text: `FETCH ${batch} FROM backed_up` });
    yield rows.map(({ row }) => row);
    if (rows.length < batch) break;
  }
  await through.query({ text: 'CLOSE backed_up' });
}

type Standing = { drop: string; make: string };

/**
 * What stands on the tables beside their rows, in the order in which it can be taken away: references, then keys, then other indexes. Built over
 * rows that are there, an index costs a part of what it costs row by row.
 */
async function standing(through: Asking): Promise<Standing[]> {
  const { rows } = await through.query<Standing>({
    text: `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname) AS drop,
                  format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) AS make,
                  CASE c.contype WHEN 'f' THEN 1 ELSE 2 END AS turn, c.conrelid::regclass::text AS place, c.conname::text AS name
             FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
            WHERE n.nspname = 'public' AND c.contype IN ('f', 'p', 'u') AND c.conrelid::regclass::text <> '${OWN}'
            UNION ALL
           SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), 3, i.indrelid::regclass::text, i.indexrelid::regclass::text
             FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = i.indexrelid AND contype IN ('p', 'u'))
            ORDER BY turn, place, name`,
  });
  return rows;
}

/** What building an index may take of memory here; what it is given by default makes it sort on disk. */
const ROOM = '256MB';

/**
 * Runs `load` with the triggers of the tables off and references, keys and indexes taken away, and puts all of it back: what is loaded has happened
 * already, in another order. References and keys are checked when they come back.
 */
export async function unguarded(through: Asking, tables: readonly Table[], load: () => Promise<void>): Promise<void> {
  const all = (text: (table: string) => string) => tables.map(({ name }) => text(`public.${quoted(name)}`)).join(';\n');
  const taken = await standing(through);
  await through.query({ text: `SET LOCAL maintenance_work_mem = '${ROOM}'` });
  await through.query({ text: all((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`) });
  for (const { drop } of taken) await through.query({ text: drop });
  await load();
  for (const { make } of taken.toReversed()) await through.query({ text: make });
  await through.query({ text: all((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER; ANALYZE ${table}`) });
}

/** A function that puts rows into the table, as they were written. */
export async function loader(through: Asking, { name, columns }: Table): Promise<(rows: readonly string[]) => Promise<void>> {
  const type = `pg_temp.${quoted(`row of ${name}`)}`;
  const list = columns.map((column) => quoted(column.name)).join(', ');
  await through.query({
    text: `CREATE TYPE ${type} AS (${columns.map((column) => `${quoted(column.name)} ${column.type}`).join(', ')})`,
  });
  // OFFSET 0: the text is read as a row once, not once for every column.
  const text = `INSERT INTO public.${quoted(name)} (${list}) OVERRIDING SYSTEM VALUE
    SELECT (r).* FROM (SELECT x::${type} AS r FROM string_to_table($1, $2) AS x OFFSET 0) AS rows`;
  return async (rows) => {
    const between = separatorOf(rows);
    if (rows.length > 0) await through.query({ text, values: [rows.join(between), between] });
  };
}

/** What stands in none of these rows. Text that is cut there travels and is read in a third of the time that an array of texts takes. */
function separatorOf(rows: readonly string[]): string {
  for (let n = 0; ; n++) {
    const between = `\u0001${n}\u0002`;
    if (!rows.some((row) => row.includes(between))) return between;
  }
}

/** Whether nothing was ever recorded here. */
export async function isEmpty(through: Asking): Promise<boolean> {
  const { rows } = await through.query<{ empty: boolean }>({
    text: `SELECT NOT EXISTS (SELECT 1 FROM "Event") AND NOT EXISTS (SELECT 1 FROM "Person") AND NOT EXISTS (SELECT 1 FROM "Body") AS empty`,
  });
  return rows[0]?.empty ?? false;
}
