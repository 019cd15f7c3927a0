// The figures of what was chosen: both clocks of one kind of appeal, or the one of comments of a field, with what they count.
import type { ReactNode } from 'react';
import type { Scoring } from '../../../guide/schema';
import { COUNTED_AS, type CountedAs } from '../../core/score/clock';
import type { Clocked } from '../../core/score/cut';
import type { Text } from '../../text';
import { number, type Locale } from '../../text/format';
import { BarChart, barOf, Stat } from '../../ui/figure';
import { Grid, Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { bandText, countText, shareText, type Words } from './words';

type Clock = 'lawful' | 'extended';
type Props = {
  t: Text;
  locale: Locale;
  words: Words;
  scoring: Scoring;
  /** What is chosen, in words. */
  name: string;
  clocked: Clocked | null;
  facts?: readonly { label: string; figure: ReactNode; note?: string; tone?: 'danger' | 'plain' }[];
  /** The address of the list behind a count. */
  behind?: (clock: Clock, as: CountedAs) => string;
};

export function Chosen({ t, locale, words, scoring, name, clocked, facts = [], behind }: Props) {
  const say = t.scores.body.clocks;
  const title = t.scores.cuts.chosen(name);
  if (!clocked)
    return (
      <Section title={title} id="chosen">
        <p>{t.scores.cuts.nothing}</p>
      </Section>
    );
  const clocks = (['lawful', 'extended'] as const).flatMap((id) => {
    const clock = clocked[id];
    return clock ? [{ id, clock, label: clocked.extended ? say[id] : t.scores.cuts.term }] : [];
  });
  const band = bandText({ t, locale, words }, clocked.lawful.share, scoring);
  const counted = (clock: Clock, as: CountedAs, count: number) =>
    count > 0 && behind ? <a href={behind(clock, as)}>{number(locale, count)}</a> : number(locale, count);
  const columns: { key: 'as' | Clock; label: string; align?: 'end' }[] = [
    { key: 'as', label: say.as },
    ...clocks.map(({ id, label }) => ({ key: id, label, align: 'end' as const })),
  ];
  return (
    <Section title={title} id="chosen">
      <Stack>
        {facts.length > 0 ? (
          <Grid min="s">
            {facts.map((fact) => (
              <Stat key={fact.label} {...fact} />
            ))}
          </Grid>
        ) : null}
        <BarChart
          title={say.title}
          desc={say.desc}
          columns={say.columns}
          max={1}
          bars={clocks.map(({ id, clock, label }) => ({
            ...{ id, label, ...barOf(clock.share) },
            ...{ text: shareText(t, clock.share), note: countText(t, clock.share) },
          }))}
        />
        {band ? <p>{band}</p> : null}
        <Table
          caption={say.counts}
          density="dense"
          columns={columns}
          rows={COUNTED_AS.filter((as) => clocks.some(({ clock }) => clock.counts[as] > 0)).map((as) => ({
            id: as,
            cells: {
              as: t.scores.body.counted[as],
              lawful: counted('lawful', as, clocked.lawful.counts[as]),
              extended: clocked.extended ? counted('extended', as, clocked.extended.counts[as]) : '',
            },
          }))}
        />
      </Stack>
    </Section>
  );
}
