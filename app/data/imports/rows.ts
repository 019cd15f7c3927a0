// The rows of a table that was brought along: read chunk by chunk, each with what became of it. A row's state says whether it was done: whoever
// goes on after a crash begins at the first that was not.
import { z } from 'zod';
import { noteOf, type Words } from '../../core/imports/table';
import type { Asking } from '../connect';
import { batch } from '../write';
import type { Applied, Done, TableRow } from './kind';

const words = z.record(z.string(), z.string());
const noted = z.object({ values: words, before: words.nullable(), after: words.nullable() });
/** States of rows that did something which can be taken back. */
export const DID = ['new', 'changed'] as const;

export const toText = (wrong: readonly { column: string; problem: string }[]): string[] =>
  wrong.map(({ column, problem }) => `${column}:${problem}`);

type Stored = { line: number; values: unknown };
const readRows = (rows: readonly Stored[]): TableRow[] => rows.map(({ line, values }) => ({ line, values: words.parse(values) }));

/** `after`: the line before the first. */
export async function rowsAfter(db: Asking, id: string, { after, limit }: { after: number; limit: number }): Promise<TableRow[]> {
  const { rows } = await db.query<Stored>({
    name: 'import_rows_after',
    text: `SELECT line, values FROM "ImportRow" WHERE "importId" = $1::uuid AND line > $2::int ORDER BY line LIMIT $3::int`,
    values: [id, after, limit],
  });
  return readRows(rows);
}

/** The first rows that nothing was done about yet. */
export async function waitingRows(db: Asking, id: string, limit: number): Promise<TableRow[]> {
  const { rows } = await db.query<Stored>({
    name: 'import_waiting_rows',
    text: `SELECT line, values FROM "ImportRow" WHERE "importId" = $1::uuid AND state = 'waiting' ORDER BY line LIMIT $2::int`,
    values: [id, limit],
  });
  return readRows(rows);
}

/** Which of these keys rows of the table have that were done, or left as they are. */
export async function takenKeys(db: Asking, id: string, keys: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ key: string }>({
    name: 'import_taken_keys',
    text: `SELECT key FROM "ImportRow" WHERE "importId" = $1::uuid AND key = ANY ($2::text[]) AND state NOT IN ('waiting', 'refused')`,
    values: [id, keys],
  });
  return rows.map(({ key }) => key);
}

export type DidRow = { line: number; key: string | null; values: Words; state: string; before: Words | null; after: Words | null; note: string | null; problem: string | null };

/** Rows with what became of them, from a line on. */
export async function didRows(db: Asking, id: string, { from, limit }: { from: number; limit: number }): Promise<DidRow[]> {
  const { rows } = await db.query<Omit<DidRow, 'values' | 'before' | 'after'> & Record<'values' | 'before' | 'after', unknown>>({
    name: 'import_did_rows',
    text: `SELECT line, key, values, state, before, after, note, problem FROM "ImportRow"
            WHERE "importId" = $1::uuid AND line >= $2::int ORDER BY line LIMIT $3::int`,
    values: [id, from, limit],
  });
  return rows.map(({ values, before, after, ...rest }) => ({ ...rest, ...noted.parse({ values, before, after }) }));
}

const TYPES = { importId: 'uuid', line: 'int', state: 'text', key: 'text', objectId: 'uuid', before: 'jsonb', after: 'jsonb', note: 'text', problem: 'text' };

/** Notes beside each row what it did. */
export async function noteDone(tx: Asking, importId: string, done: readonly Done[]): Promise<void> {
  const write = batch();
  const rows = done.map(({ line, key, plan, objectId }) => ({
    ...{ importId, line, key, objectId, state: plan.state },
    before: plan.state === 'changed' ? plan.before : null,
    after: plan.state === 'changed' || plan.state === 'new' ? plan.after : null,
    note: noteOf(plan),
    problem: plan.state === 'refused' ? toText(plan.wrong).join(' ') : null,
  }));
  write.update({ table: 'ImportRow', rows, by: ['importId', 'line'], types: TYPES });
  const statement = write.statement();
  if (statement) await tx.query(statement);
}

/** The last rows that did something which was not taken back. */
export async function rowsThatDid(tx: Asking, id: string, limit: number): Promise<Applied[]> {
  const { rows } = await tx.query<Stored & { state: 'new' | 'changed'; objectId: string; before: unknown; after: unknown }>({
    name: 'import_rows_that_did',
    text: `SELECT line, values, state, "objectId", before, after FROM "ImportRow"
            WHERE "importId" = $1::uuid AND state = ANY ($2::text[]) ORDER BY line DESC LIMIT $3::int`,
    values: [id, DID, limit],
  });
  return rows.map(({ line, state, objectId, ...rest }) => {
    const { values, before, after } = noted.parse(rest);
    return { line, state, objectId, values, before: before ?? {}, after: after ?? {} };
  });
}

/** `why`: what keeps a row that could not be taken back. */
export async function noteTakenBack(tx: Asking, importId: string, rows: readonly { line: number; why: string | null }[]): Promise<void> {
  const write = batch();
  const states = rows.map(({ line, why }) => ({ importId, line, state: why ? 'kept' : 'undone', problem: why }));
  write.update({ table: 'ImportRow', rows: states, by: ['importId', 'line'], types: TYPES });
  const statement = write.statement();
  if (statement) await tx.query(statement);
}
