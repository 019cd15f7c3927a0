// Trust beside responsiveness on the overview: what the method says, the cloud of points, and every pair as a table; or why nothing is said.
import type { Association } from '../../core/score/association';
import type { OverviewView } from '../../queries/scores';
import type { Locale, Text } from '../../text';
import { number } from '../../text/format';
import { Details } from '../../ui/details';
import { Stat } from '../../ui/figure';
import { Grid, Section, Stack } from '../../ui/layout';
import { Scatter } from '../../ui/scatter';
import { Table } from '../../ui/table';
import { periodName } from './words';

type Props = { t: Text; locale: Locale; association: Association; bodies: OverviewView['names'] };

export function TrustBeside({ t, locale, association, bodies }: Props) {
  const say = t.scores.association;
  const { cells, least, coefficient, slope } = association;
  const range = (found: typeof slope) =>
    found.estimate === null ? t.scores.lack[found.lack] : say.range(found.estimate, found.low, found.high);
  return (
    <Section title={say.title} lead={say.lead} id="trust">
      <Stack>
        {slope.estimate === null || coefficient.estimate === null ? (
          <p>{say.refused(say.pairsOf(cells.length, association.bodies), say.pairsOf(least.cells, least.bodies))}</p>
        ) : (
          <>
            <Grid min="s">
              <Stat
                figure={number(locale, coefficient.estimate, 2)}
                label={say.coefficient}
                note={range(coefficient)}
              />
              <Stat figure={number(locale, slope.estimate, 2)} label={say.slope} note={range(slope)} />
            </Grid>
            <p>{say.stands(cells.length, association.bodies)}</p>
            <Scatter
              title={say.pairs}
              desc={say.picture}
              points={cells.map(({ score, trust }) => [score, trust])}
              across={[0, 100]}
            />
          </>
        )}
        {cells.length > 0 ? (
          <Details summary={say.pairs}>
            <Table
              caption={say.pairs}
              captionHidden
              density="dense"
              columns={[
                { key: 'body', label: t.scores.league.body },
                { key: 'period', label: t.scores.periods },
                { key: 'trust', label: say.trust, align: 'end' },
                { key: 'score', label: t.scores.league.columns.value, align: 'end' },
              ]}
              rows={cells.map(({ bodyId, period, trust, score }) => ({
                id: `${bodyId} ${period}`,
                cells: {
                  body: bodies[bodyId]?.name ?? bodyId,
                  period: periodName(t, period),
                  trust: number(locale, trust, 2),
                  score: number(locale, score, 0),
                },
              }))}
            />
          </Details>
        ) : null}
      </Stack>
    </Section>
  );
}
