// Figures by kind of appeal, by region and by field of work on the overview: read from the cuts that the snapshot holds.
import type { ReactNode } from 'react';
import type { ClockShare } from '../../core/score/clock';
import type { LeagueRow, OverviewView, ScoreGuide } from '../../queries/scores';
import type { Locale, Text } from '../../text';
import { number } from '../../text/format';
import { Select } from '../../ui/field';
import { BarChart, barOf } from '../../ui/figure';
import { FilterBar } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { countText, shareText, word } from './words';

/** What was asked for; empty is everything. `central`: bodies of the whole country. */
export type Cut = { kind: string; region: string };
type Props = { t: Text; locale: Locale; view: OverviewView; guide: ScoreGuide; cut: Cut };

export function Cuts({ t, locale, view: { overview, rows, origin }, guide: { words }, cut }: Props) {
  const say = t.scores.cuts;
  const { regions, country } = overview;
  const place = (region: string | null) =>
    region === null ? say.central : (t.regions[region as keyof Text['regions']] ?? region);
  const clockOf = (
    one: Pick<LeagueRow['figures'], 'clocks'> & {
      byKind: readonly { kind: string; clocks: LeagueRow['figures']['clocks'] }[];
    },
  ) => (cut.kind ? one.byKind.find(({ kind }) => kind === cut.kind)?.clocks.lawful : one.clocks.lawful);
  const bar = (id: string, label: ReactNode, clock: ClockShare | undefined) =>
    clock
      ? [{ id, label, ...barOf(clock.share), text: shareText(t, clock.share), note: countText(t, clock.share) }]
      : [];
  const shown = regions.filter(({ region }) => !cut.region || (region ?? 'central') === cut.region);
  const own = rows.filter(({ region }) => !cut.region || (region ?? 'central') === cut.region);
  const columns = { ...t.scores.body.clocks.columns };
  const address = `/${locale}/scores`;
  return (
    <Section title={say.title} lead={say.lead} id="cuts">
      <Stack>
        <FilterBar
          action={`${address}#cuts`}
          label={say.title}
          apply={say.apply}
          keep={{ period: origin.period }}
          clear={
            cut.kind || cut.region ? { href: `${address}?period=${origin.period}#cuts`, label: say.clear } : undefined
          }
        >
          <Select
            name="kind"
            label={t.scores.country.kind}
            value={cut.kind}
            empty={say.everyKind}
            options={country.byKind.map(({ kind }) => ({ value: kind, label: word(words, `kind.${kind}.name`) }))}
          />
          <Select
            name="region"
            label={say.region}
            value={cut.region}
            empty={say.everyRegion}
            options={regions.map(({ region }) => ({ value: region ?? 'central', label: place(region) }))}
          />
        </FilterBar>
        <BarChart
          title={say.byRegion}
          desc={t.scores.body.clocks.desc}
          columns={{ ...columns, label: say.region }}
          max={1}
          bars={shown.flatMap((one) =>
            bar(one.region ?? 'central', `${place(one.region)} (${number(locale, one.bodies)})`, clockOf(one)),
          )}
        />
        <BarChart
          title={say.byBody}
          desc={t.scores.body.clocks.desc}
          columns={{ ...columns, label: t.scores.league.body }}
          max={1}
          bars={own.flatMap(({ slug, name, figures }) =>
            bar(
              slug,
              <a href={`/${locale}/bodies/${slug}/scores?period=${origin.period}`}>{name}</a>,
              clockOf(figures),
            ),
          )}
        />
        {country.byTopic.length > 0 && !cut.kind && !cut.region ? (
          <BarChart
            title={t.scores.body.consult.byTopic}
            desc={t.scores.body.clocks.desc}
            columns={{ ...columns, label: t.scores.body.consult.topic }}
            max={1}
            bars={country.byTopic.flatMap(({ topic, clock }) =>
              bar(topic, t.topics[topic as keyof Text['topics']] ?? topic, clock),
            )}
          />
        ) : null}
      </Stack>
    </Section>
  );
}
