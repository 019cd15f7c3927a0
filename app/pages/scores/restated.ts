// Restatements in words and as plain rows: the page, the feed and the files say the same.
import type { Value } from '../../core/score/restatement';
import type { Restatement } from '../../queries/restatements';
import type { Text } from '../../text';
import { number, percent, type Locale } from '../../text/format';
import type { DataTable } from './tables';
import { periodName, word, type Words } from './words';

const POINTS = ['composite', 'backlog', 'place', 'time_to_answer'];

/** '83 % (5 of 6)', points, a number of cases, or that it was not estimable. */
export function valueText(t: Text, locale: Locale, measure: string, value: Value | null): string {
  const say = t.contests.restatements;
  if (measure === 'place' && value?.value === null) return t.scores.league.notRanked;
  if (!value || value.value === null) return say.notEstimable;
  if (POINTS.includes(measure)) return number(locale, value.value, measure === 'composite' ? 1 : 0);
  const share = percent(locale, value.value);
  return value.count === null || value.n === null ? share : `${share} (${say.ofN(value.count, value.n)})`;
}

type Naming = { t: Text; words: Words; names?: Restatement['names'] };
export const changeName = (
  { t, words, names = {} }: Naming,
  { measure, of }: Restatement['changes'][number],
): string =>
  measure === 'place'
    ? `${t.contests.restatements.place}: ${names[of]?.name ?? of}`
    : of === 'all'
      ? word(words, `measure.${measure}.name`)
      : `${word(words, `measure.${measure}.name`)}: ${word(words, `rule.${of}.name`)}`;

/** What the restatement is of, and where its figures are read. */
export const aboutOf = (
  { t, locale }: { t: Text; locale: Locale },
  { body, period }: Pick<Restatement, 'body' | 'period'>,
) => ({
  title: t.contests.restatements.of(body?.name ?? t.contests.restatements.everybody, periodName(t, period)),
  href: body ? `/${locale}/bodies/${body.slug}/scores?period=${period}` : `/${locale}/scores?period=${period}`,
});

/** Every change a row; names are English in every language: programs read them. */
export const restatementTable = (items: readonly Restatement[]): DataTable => ({
  columns: [
    ...['id', 'at', 'body', 'period', 'causes', 'contests', 'acts', 'snapshot_before', 'snapshot'],
    ...['measure', 'of_what', 'count_before', 'n_before', 'value_before', 'count', 'n', 'value'],
  ],
  rows: items.flatMap(({ id, at, body, names, period, causes, trace, before, snapshot, changes }) =>
    changes.map(({ measure, of, from, to }) => [
      ...[id, new Date(at).toISOString(), body?.slug ?? 'all', period, causes.join(' ')],
      ...[trace.contests.join(' '), (trace.acts ?? []).map(({ seq }) => seq).join(' ')],
      ...[before, snapshot, measure, measure === 'place' ? (names[of]?.slug ?? of) : of],
      ...[from?.count ?? null, from?.n ?? null, from?.value ?? null],
      ...[to?.count ?? null, to?.n ?? null, to?.value ?? null],
    ]),
  ),
});
