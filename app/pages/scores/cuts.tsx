// Figures by region, by body and by field of work on the overview: read from the cuts that the snapshot holds.
import type { ReactNode } from 'react';
import type { ClockShare } from '../../core/score/clock';
import { CENTRAL, clocksIn, inRegion, isCut, type Cut } from '../../core/score/cut';
import type { OverviewView } from '../../queries/scores';
import type { Locale, Text } from '../../text';
import { number } from '../../text/format';
import { BarChart, barOf } from '../../ui/figure';
import { Section, Stack } from '../../ui/layout';
import { placeName, topicName } from './filter';
import { countText, shareText } from './words';

type Props = { t: Text; locale: Locale; view: OverviewView; cut: Cut };

export function Cuts({ t, locale, view: { overview, rows, origin }, cut }: Props) {
  const say = t.scores.cuts;
  const { regions, country } = overview;
  const bar = (id: string, label: ReactNode, clock: ClockShare | undefined) =>
    clock
      ? [{ id, label, ...barOf(clock.share), text: shareText(t, clock.share), note: countText(t, clock.share) }]
      : [];
  const shown = regions.filter(({ region }) => inRegion(region, cut));
  const own = rows.filter(({ region }) => inRegion(region, cut));
  const columns = { ...t.scores.body.clocks.columns };
  return (
    <Section title={say.title} lead={say.lead} id="cuts">
      <Stack>
        <BarChart
          title={say.byRegion}
          desc={t.scores.body.clocks.desc}
          columns={{ ...columns, label: say.region }}
          max={1}
          bars={shown.flatMap((one) =>
            bar(
              one.region ?? CENTRAL,
              `${placeName(t, one.region)} (${number(locale, one.bodies)})`,
              clocksIn(one, cut)?.lawful,
            ),
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
              clocksIn(figures, cut)?.lawful,
            ),
          )}
        />
        {country.byTopic.length > 0 && !isCut(cut) ? (
          <BarChart
            title={t.scores.body.consult.byTopic}
            desc={t.scores.body.clocks.desc}
            columns={{ ...columns, label: t.scores.body.consult.topic }}
            max={1}
            bars={country.byTopic.flatMap(({ topic, clock }) => bar(topic, topicName(t, topic), clock))}
          />
        ) : null}
      </Stack>
    </Section>
  );
}
