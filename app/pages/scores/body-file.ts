// A body's figures of a quarter: its shares and its curve as CSV or JSON, and all of them as JSON.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { bodyScores } from '../../queries/scores';
import { contextOf } from '../respond';
import { dataAnswer, fileAsked } from './data-answer';
import { curveTable, sharesTable, trendTable } from './tables';

const TABLES = { shares: sharesTable, curve: curveTable } as const;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const name = args.params.file ?? '';
  const asked = fileAsked(name);
  const scores = asked && (await bodyScores(world, args.params.slug ?? '', asked.period, locale));
  if (!asked || !scores?.figures || scores.origin?.period !== asked.period) throw new Response(null, { status: 404 });
  const { figures, origin } = scores;
  if (asked.table === 'all') return dataAnswer(name, asked.form, origin, figures);
  if (asked.table === 'trend') return dataAnswer(name, asked.form, origin, trendTable(scores.trend));
  if (!Object.hasOwn(TABLES, asked.table)) throw new Response(null, { status: 404 });
  return dataAnswer(name, asked.form, origin, TABLES[asked.table as keyof typeof TABLES](figures));
}
