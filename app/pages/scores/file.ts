// The league of a quarter, its regions, every choice of region, kind and field, and trust beside responsiveness as CSV or JSON, and the whole overview as JSON.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { isPeriod } from '../../core/score/period';
import { scoreOverview } from '../../queries/scores';
import { contextOf } from '../respond';
import { dataAnswer, fileAsked } from './data-answer';
import { auditedCases, auditOf } from '../../queries/audits';
import { auditTable, cutsTable, leagueTable, regionsTable, trustTable } from './tables';

const TABLES = { league: leagueTable, regions: regionsTable, cuts: cutsTable, trust: trustTable } as const;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const name = args.params.file ?? '';
  const asked = fileAsked(name);
  if (asked?.table === 'audit' && isPeriod(asked.period)) {
    const audit = await auditOf(world, asked.period);
    if (!audit?.figures) throw new Response(null, { status: 404 });
    return dataAnswer(name, asked.form, audit, auditTable(await auditedCases(world, asked.period, locale)));
  }
  const view =
    asked && isPeriod(asked.period)
      ? await scoreOverview(world, asked.period, locale, asked.table === 'cuts' ? 'comments' : null)
      : null;
  if (!asked || !view) throw new Response(null, { status: 404 });
  const { origin, overview } = view;
  if (asked.table === 'all') return dataAnswer(name, asked.form, origin, overview);
  if (!Object.hasOwn(TABLES, asked.table)) throw new Response(null, { status: 404 });
  return dataAnswer(name, asked.form, origin, TABLES[asked.table as keyof typeof TABLES](view));
}
