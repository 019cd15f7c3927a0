// How a body's figures went from quarter to quarter: drawn with intervals, and the same numbers in a table.
import type { TrendStep } from '../../queries/scores';
import type { Locale, Text } from '../../text';
import { number, percent } from '../../text/format';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { TrendChart } from '../../ui/trend';
import { countText, periodName, pointsText, quantileText, shareText } from './words';

type Props = {
  t: Text;
  locale: Locale;
  trend: readonly TrendStep[];
  /** Published trust by quarter. */
  trust: Readonly<Record<string, number>>;
  path: string;
};

export function BodyTrend({ t, locale, trend, trust, path }: Props) {
  const say = t.scores.body.trend;
  if (trend.length < 2)
    return (
      <Section title={say.title} id="trend">
        <p>{say.one}</p>
      </Section>
    );
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: percent(locale, at) }));
  return (
    <Section title={say.title} lead={say.lead} id="trend">
      <Stack>
        <TrendChart
          label={say.title}
          axis={{ from: 0, to: 1, ticks }}
          steps={trend.map(({ period }) => t.scores.periodShort(period.slice(0, 4), period.slice(6)))}
          series={[
            {
              id: 'lawful',
              mark: 'circle',
              points: trend.map(({ lawful }) => (lawful.estimate === null ? null : lawful)),
            },
          ]}
        />
        <Table
          caption={say.title}
          captionHidden
          density="dense"
          columns={[
            { key: 'period', label: t.scores.periods },
            { key: 'cases', label: t.scores.league.cases, align: 'end' },
            { key: 'lawful', label: t.scores.body.clocks.lawful, align: 'end' },
            { key: 'score', label: t.scores.league.columns.value, align: 'end' },
            { key: 'median', label: t.scores.body.time.median, align: 'end' },
            ...(Object.keys(trust).length > 0
              ? [{ key: 'trust' as const, label: say.trust, align: 'end' as const }]
              : []),
          ]}
          rows={[...trend].reverse().map(({ period, cases, lawful, score, median }) => ({
            id: period,
            cells: {
              period: <a href={`${path}?period=${period}`}>{periodName(t, period)}</a>,
              cases: number(locale, cases),
              lawful: `${shareText(t, lawful)}, ${countText(t, lawful)}`,
              score: pointsText(t, score),
              median: quantileText(t, median).figure,
              trust: trust[period] === undefined ? '—' : number(locale, trust[period], 2),
            },
          }))}
        />
        {Object.keys(trust).length > 0 ? (
          <p>
            {say.association} <a href={`/${locale}/scores#trust`}>{t.scores.association.title}</a>
          </p>
        ) : null}
      </Stack>
    </Section>
  );
}
