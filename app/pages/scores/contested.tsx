// Contested cases on a body's page: how many of all, what councils ruled, and each changed figure as originally counted and as ruled.
import type { Contested as Of, OnClocks } from '../../core/score/contested';
import { CONTEST_STATUSES } from '../../core/contest';
import type { Figures } from '../../core/score/figures';
import { changesBetween } from '../../core/score/restatement';
import type { Text } from '../../text';
import { number, type Locale } from '../../text/format';
import { Stat } from '../../ui/figure';
import { Grid, Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { changeName, valueText } from './restated';
import type { Words } from './words';

type Props = { t: Text; locale: Locale; contests: Of; figures: Figures; words: Words; slug: string };

export function ContestedCases({ t, locale, contests, figures, words, slug }: Props) {
  const say = t.contests.share;
  const { contested, of, counts, rulings, original } = contests;
  const list = `/${locale}/contests?body=${slug}`;
  const counted = (on: OnClocks | null) =>
    on
      ? `${t.scores.body.clocks.lawful}: ${t.scores.body.counted[on.lawful]}; ${t.scores.body.clocks.extended}: ${t.scores.body.counted[on.extended]}`
      : t.contests.versions.nowhere;
  const any = CONTEST_STATUSES.some((status) => counts[status] > 0);
  return (
    <Section title={say.title} lead={any ? say.lead : undefined} id="contested">
      {any ? (
        <Stack>
          <Grid min="s">
            <Stat figure={say.of(contested, of)} label={say.contested} source={{ href: list, label: say.all }} />
            {CONTEST_STATUSES.filter((status) => counts[status] > 0).map((status) => (
              <Stat key={status} figure={number(locale, counts[status])} label={t.contests.status[status]} />
            ))}
          </Grid>
          {rulings.length > 0 ? (
            <Table
              caption={say.by}
              density="dense"
              columns={[
                { key: 'contest', label: t.contests.columns.contest },
                { key: 'before', label: say.before },
                { key: 'after', label: say.after },
              ]}
              rows={rulings.map(({ contest, before, after }) => ({
                id: contest,
                cells: {
                  contest: <a href={`/${locale}/contests/${contest}`}>{contest}</a>,
                  before: counted(before),
                  after: counted(after),
                },
              }))}
            />
          ) : null}
          {original ? (
            <Table
              caption={say.original}
              density="dense"
              columns={[
                { key: 'figure', label: say.figure, width: 'wide' },
                { key: 'original', label: say.original, align: 'end' },
                { key: 'ruled', label: say.ruled, align: 'end' },
              ]}
              rows={changesBetween(original, figures).map((change) => ({
                id: `${change.measure} ${change.of}`,
                cells: {
                  figure: changeName({ t, words }, change),
                  original: valueText(t, locale, change.measure, change.from),
                  ruled: valueText(t, locale, change.measure, change.to),
                },
              }))}
            />
          ) : null}
        </Stack>
      ) : (
        <p>{say.none}</p>
      )}
    </Section>
  );
}
