// Restatements in words and as plain rows: the page, the feed and the files say the same.
import type { Value } from '../../core/score/restatement';
import type { Restatement } from '../../queries/restatements';
import type { Text } from '../../text';
import { number, percent, type Locale } from '../../text/format';
import type { DataTable } from './tables';
import { word, type Words } from './words';

const POINTS = ['composite', 'backlog'];

/** '83 % (5 of 6)', points, a number of cases, or that it was not estimable. */
export function valueText(t: Text, locale: Locale, measure: string, value: Value | null): string {
  const say = t.contests.restatements;
  if (!value || value.value === null) return say.notEstimable;
  if (POINTS.includes(measure)) return number(locale, value.value, measure === 'composite' ? 1 : 0);
  const share = percent(locale, value.value);
  return value.count === null || value.n === null ? share : `${share} (${say.ofN(value.count, value.n)})`;
}

export const changeName = (words: Words, { measure, of }: Restatement['changes'][number]): string =>
  of === 'all'
    ? word(words, `measure.${measure}.name`)
    : `${word(words, `measure.${measure}.name`)}: ${word(words, `rule.${of}.name`)}`;

/** Every change a row; names are English in every language: programs read them. */
export const restatementTable = (items: readonly Restatement[]): DataTable => ({
  columns: [
    ...['id', 'at', 'body', 'period', 'causes', 'contests', 'snapshot_before', 'snapshot'],
    ...['measure', 'of_what', 'count_before', 'n_before', 'value_before', 'count', 'n', 'value'],
  ],
  rows: items.flatMap(({ id, at, body, period, causes, trace, before, snapshot, changes }) =>
    changes.map(({ measure, of, from, to }) => [
      ...[id, new Date(at).toISOString(), body.slug, period, causes.join(' '), trace.contests.join(' ')],
      ...[before, snapshot, measure, of],
      ...[from?.count ?? null, from?.n ?? null, from?.value ?? null],
      ...[to?.count ?? null, to?.n ?? null, to?.value ?? null],
    ]),
  ),
});
