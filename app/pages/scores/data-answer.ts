// A table of scores as a file: CSV, or JSON that carries where it comes from. Open to programs of any site.
import type { AuditView } from '../../queries/audits';
import type { Origin } from '../../queries/scores';
import { csvOf, objectsOf, type DataTable } from './tables';

/** Open to programs of any site. */
export const OPEN = {
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
  'cache-control': 'public, max-age=60',
};

/** A table as a CSV download under `name`; `headers` stand instead of those that open it to every site. */
export const csvAnswer = (name: string, table: DataTable, headers: Readonly<Record<string, string>> = OPEN): Response =>
  new Response(csvOf(table), {
    headers: {
      ...headers,
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });

/** 'shares' and 'csv' of 'shares.2026-Q1.csv'; null for another name. */
export function fileAsked(name: string): { table: string; period: string; form: 'csv' | 'json' } | null {
  const [, table, period, form] = /^([a-z]+)\.(\d{4}-Q[1-4])\.(csv|json)$/.exec(name) ?? [];
  return table && period && (form === 'csv' || form === 'json') ? { table, period, form } : null;
}

export function dataAnswer(
  name: string,
  form: 'csv' | 'json',
  origin: Origin | AuditView,
  table: DataTable | object,
): Response {
  const isTable = 'columns' in table && 'rows' in table;
  if (form === 'csv' && isTable) return csvAnswer(name, table as DataTable);
  if (form === 'csv') throw new Response(null, { status: 404 });
  return Response.json({ ...origin, data: isTable ? objectsOf(table as DataTable) : table }, { headers: OPEN });
}
