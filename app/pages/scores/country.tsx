// All bodies together in a quarter: both clocks, the time to an answer, by kind, how cases are handled; or what of it was chosen.
import type { Overview } from '../../core/score/country';
import { clocksIn, inRegion, type Cut } from '../../core/score/cut';
import { RATES } from '../../core/score/rates';
import { wilson } from '../../core/statistics/wilson';
import type { OverviewView, ScoreGuide } from '../../queries/scores';
import type { Locale, Text } from '../../text';
import { number } from '../../text/format';
import { Stat } from '../../ui/figure';
import { Grid, Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Chosen } from './chosen';
import { cutName } from './filter';
import { ByKind, Curve } from './parts';
import { bandText, countText, quantileText, shareText, word, type Words } from './words';

export type OverviewPart = { t: Text; locale: Locale; view: OverviewView; guide: ScoreGuide };

/** All bodies, or those of the region chosen, in what was chosen. */
export function ChosenOfAll({ t, locale, view, guide: { words, scoring }, cut }: OverviewPart & { cut: Cut }) {
  const { country, regions } = view.overview;
  const whole = cut.region ? regions.find(({ region }) => inRegion(region, cut)) : country;
  const row = cut.kind ? whole?.byKind.find(({ kind }) => kind === cut.kind) : whole;
  const counted = row && !cut.topic ? row : null;
  return (
    <Chosen
      {...{ t, locale, words, scoring }}
      name={cutName({ t, locale, words }, cut)}
      clocked={whole ? clocksIn(whole, cut) : null}
      facts={
        counted
          ? [
              { label: t.scores.league.cases, figure: number(locale, counted.cases) },
              {
                label: t.scores.country.overdue,
                figure: number(locale, counted.overdue),
                tone: counted.overdue > 0 ? 'danger' : 'plain',
              },
            ]
          : []
      }
    />
  );
}

export function Country({ t, locale, view, guide }: OverviewPart) {
  const say = t.scores.country;
  const { country } = view.overview;
  const { lawful, extended } = country.clocks;
  const { words, scoring } = guide;
  const median = quantileText(t, country.median);
  const figure = (clock: typeof lawful, measure: string) => (
    <Stat
      figure={clock.share.estimate === null ? '—' : number(locale, 100 * clock.share.estimate) + '\u00a0%'}
      label={word(words, `measure.${measure}.name`)}
      note={[shareText(t, clock.share), countText(t, clock.share), bandText({ t, locale, words }, clock.share, scoring)]
        .filter(Boolean)
        .join('. ')}
    />
  );
  return (
    <Section title={say.title} id="country">
      <Stack>
        <Grid min="s">
          <Stat figure={number(locale, country.cases)} label={say.cases(country.bodies)} />
          {figure(lawful, 'lawful_term')}
          {figure(extended, 'extended_term')}
          <Stat figure={median.figure} label={say.median} note={median.note} />
          <Stat
            figure={number(locale, country.overdue)}
            label={say.overdue}
            tone={country.overdue > 0 ? 'danger' : 'plain'}
          />
        </Grid>
        <Curve t={t} locale={locale} curve={country.curve} />
        <ByKind t={t} words={words} byKind={country.byKind} />
        <Others {...{ t, words, country }} />
      </Stack>
    </Section>
  );
}

/** What else is published of all bodies together, each as its share with what it was counted from. */
function Others({ t, words, country }: { t: Text; words: Words; country: Overview['country'] }) {
  const { rates, satisfied, comments, councilReplies, promises, afterHours } = country;
  const measure = (id: string) => word(words, `measure.${id}.name`);
  const shares: [id: string, name: string, share: typeof satisfied][] = [
    ...RATES.map((id): [string, string, typeof satisfied] => [
      ...([id, id === 'returned' ? t.scores.body.returned.name : measure(id)] as const),
      // Figures of earlier code may lack one.
      (rates[id] as typeof satisfied | undefined) ?? wilson(0, 0),
    ]),
    ['satisfied', measure('satisfied'), satisfied],
    ['comments', measure('comments'), comments.share],
    ['council_replies', measure('council_replies'), councilReplies.share],
    ...(promises ? [['promises', measure('promises'), promises.share] as [string, string, typeof satisfied]] : []),
    ...(afterHours
      ? [['after_hours', t.scores.body.afterHours.share, afterHours] as [string, string, typeof satisfied]]
      : []),
  ];
  return (
    <Table
      caption={t.scores.country.others}
      density="dense"
      columns={[
        { key: 'name', label: t.scores.body.rates.measure, width: 'wide' },
        { key: 'share', label: t.scores.body.rates.share, align: 'end' },
        { key: 'n', label: t.scores.league.cases, align: 'end' },
      ]}
      rows={shares.map(([id, name, share]) => ({
        id,
        cells: { name, share: shareText(t, share), n: countText(t, share) },
      }))}
    />
  );
}
