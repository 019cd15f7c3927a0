// The whole list behind a figure of a body as CSV or JSON: 'lawful.late_open.2026-Q1.csv'. What is not open to the public is not in it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { scoreCases } from '../../queries/score-cases';
import { bodyScores } from '../../queries/scores';
import { contextOf } from '../respond';
import { dataAnswer } from './data-answer';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const name = args.params.file ?? '';
  const [, of = '', period = '', form] = /^([a-z_.]+)\.(\d{4}-Q[1-4])\.(csv|json)$/.exec(name) ?? [];
  const scores = form ? await bodyScores(world, args.params.slug ?? '', period, locale) : null;
  if (!scores?.figures || scores.origin?.period !== period) throw new Response(null, { status: 404 });
  const { body, origin } = scores;
  const found = await scoreCases(world, {
    ...{ bodyId: body.id, period: origin.period, reportDay: origin.reportDay, of, after: '' },
    ...{ reader: 'everyone', size: 'whole' },
  });
  if (!found) throw new Response(null, { status: 404 });
  const columns = ['number', 'address', 'kind_or_rule', 'from_day', 'last_day', 'ended_day'];
  const rows = found.rows.map(({ number, place, what, fromDay, dueDay, endedDay }) => [
    ...[number, `${world.origin}/${locale}/${place}/${number}`, what?.id ?? null, fromDay, dueDay, endedDay],
  ]);
  return dataAnswer(name, form === 'json' ? 'json' : 'csv', origin, { columns, rows });
}
