// Reminder coverage of every body and month as CSV or JSON. Open to programs of any site; column names are English in every language.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { wholeCoverage } from '../../queries/coverage';
import { contextOf } from '../respond';
import { csvAnswer, OPEN } from '../scores/data-answer';

const COLUMNS = ['month', 'body', 'name', 'due', 'sent', 'late', 'none'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const name = args.params.file ?? '';
  const form = /^coverage\.(csv|json)$/.exec(name)?.[1];
  if (!form) throw new Response(null, { status: 404 });
  const found = await wholeCoverage(world, locale);
  const rows = found.map(({ slug, ...row }) => ({ ...row, body: slug }));
  if (form === 'json') return Response.json({ source: `${world.origin}/${locale}/reminders`, rows }, { headers: OPEN });
  return csvAnswer(name, { columns: COLUMNS, rows: rows.map((row) => COLUMNS.map((column) => row[column])) });
}
