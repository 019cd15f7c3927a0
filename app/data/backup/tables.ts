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

type Constraint = { table: string; name: string; definition: string };

/**
 * Runs `load` with the triggers of the tables off and the references between them taken away, and puts both back: what is loaded has happened
 * already, in another order. References are checked when they come back.
 */
export async function unguarded(through: Asking, tables: readonly Table[], load: () => Promise<void>): Promise<void> {
  const { rows: references } = await through.query<Constraint>({
    text: `SELECT c.conrelid::regclass::text AS table, quote_ident(c.conname) AS name, pg_get_constraintdef(c.oid) AS definition
             FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace WHERE n.nspname = 'public' AND c.contype = 'f' ORDER BY 1, 2`,
  });
  const all = (text: (table: string) => string) => tables.map(({ name }) => text(`public.${quoted(name)}`)).join(';\n');
  await through.query({ text: all((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`) });
  for (const { table, name } of references) await through.query({ text: `ALTER TABLE ${table} DROP CONSTRAINT ${name}` });
  await load();
  for (const { table, name, definition } of references)
    await through.query({ text: `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}` });
  await through.query({ text: all((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`) });
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
    SELECT (r).* FROM (SELECT x::${type} AS r FROM unnest($1::text[]) AS x OFFSET 0) AS rows`;
  return async (rows) => {
    if (rows.length > 0) await through.query({ text, values: [rows] });
  };
}

/** Whether nothing was ever recorded here. */
export async function isEmpty(through: Asking): Promise<boolean> {
  const { rows } = await through.query<{ empty: boolean }>({
    text: `SELECT NOT EXISTS (SELECT 1 FROM "Event") AND NOT EXISTS (SELECT 1 FROM "Person") AND NOT EXISTS (SELECT 1 FROM "Body") AS empty`,
  });
  return rows[0]?.empty ?? false;
}
