// The league of a quarter as CSV, and the whole overview as JSON.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { isPeriod } from '../../core/score/period';
import { scoreOverview } from '../../queries/scores';
import { contextOf } from '../respond';
import { dataAnswer, fileAsked } from './data-answer';
import { leagueTable } from './tables';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const name = args.params.file ?? '';
  const asked = fileAsked(name);
  const view = asked && isPeriod(asked.period) ? await scoreOverview(world, asked.period, locale) : null;
  if (!asked || !view || !['league', 'all'].includes(asked.table)) throw new Response(null, { status: 404 });
  const { origin, overview } = view;
  return dataAnswer(name, asked.form, origin, asked.table === 'league' ? leagueTable(view) : overview);
}
