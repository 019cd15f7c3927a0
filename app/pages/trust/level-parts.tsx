// One item in both directions: means on one axis, shares stacked, the gap in a sentence, and its trend over waves. Parts of several pages.
import { DIRECTIONS, type Direction, type Instrument, type Publishing } from '../../../guide/schema';
import { differencesOf, gapOf } from '../../core/gap';
import type { TrustFigures } from '../../core/trust-figures';
import type { Seen, Sides, Step } from '../../queries/trust-cells';
import { instrumentWords, type TrustWords } from '../../queries/trust-words';
import type { Locale, Text } from '../../text';
import { number, numericDay } from '../../text/format';
import { Legend, Ranges } from '../../ui/ranges';
import { ShareBars, type SharePart } from '../../ui/share-bars';
import { Table } from '../../ui/table';
import { TrendChart } from '../../ui/trend';
import { axisOf, estimated, MARK, meanSaid, saidOf, scaleOf, shareSaid } from './said';
import { waveAddress } from './addresses';

export type Part = { t: Text; locale: Locale; words: TrustWords; instrument: Instrument };
/** A row of a comparison: who it is about besides the direction, where several stand in one picture. */
export type Side = { id: string; direction: Direction; seen: Seen; label?: string };

/** The sides of one cell, in the order of the directions that the instrument asks. */
export const sidesIn = (instrument: Instrument, sides: Sides): Side[] =>
  DIRECTIONS.filter((direction) => instrument.directions.includes(direction)).map((direction) => ({
    ...{ id: direction, direction },
    seen: sides[direction] ?? { figures: null, suppressed: 'nobody', internal: false },
  }));

const labelOf = (words: TrustWords, { direction, label }: Side): string =>
  label ? `${words.direction[direction].name}: ${label}` : words.direction[direction].name;

/** Means of one scale item. */
export function ItemMeans({
  t,
  locale,
  words,
  instrument,
  item,
  sides,
}: Part & { item: string; sides: readonly Side[] }) {
  const say = t.trust.mean;
  const of = instrument.items[item];
  const scale = of?.kind === 'scale' ? instrument.scales[of.scale] : undefined;
  if (!scale) return null;
  const own = instrumentWords(instrument, locale);
  const [low, high] = own.ends(item, scale);
  return (
    <Ranges
      title={say.title(own.name(item))}
      desc={scale.to === 10 ? say.desc(low, high) : say.desc5}
      columns={say.columns}
      axis={axisOf(scale)}
      rows={sides.map((side) => {
        const figures = side.seen.figures?.items[item];
        return {
          ...{ id: side.id, label: labelOf(words, side), mark: MARK[side.direction] },
          value: estimated(scaleOf(figures)?.mean),
          text: meanSaid(t, words, { figures, suppressed: side.seen.suppressed }),
          note: scaleOf(figures) ? number(locale, scaleOf(figures)?.answered ?? 0) : '—',
        };
      })}
    />
  );
}

const range = ({ from, to }: { from: number; to: number }): string => (from === to ? `${from}` : `${from}–${to}`);

/** Shares of trust, neutral, low and "don't know"; nothing where the item's scale is not that of the shares. */
export function ItemShares(part: Part & { item: string; sides: readonly Side[]; shares: Publishing['shares'] }) {
  const { t, locale, words, instrument, item, sides, shares } = part;
  const shown = sides.map((side) => ({ side, scale: scaleOf(side.seen.figures?.items[item]) }));
  if (!shown.some(({ scale }) => scale?.shares)) return null;
  const say = t.trust.shares;
  const parts: SharePart[] = [
    { key: 'trust', name: words.share.trust.name, fill: 'full' },
    { key: 'neutral', name: words.share.neutral.name, fill: 'plain' },
    { key: 'low', name: words.share.low.name, fill: 'lined' },
    { key: 'dont_know', name: words.dontKnow.name, fill: 'dotted' },
  ];
  return (
    <ShareBars
      title={say.title(instrumentWords(instrument, locale).name(item))}
      desc={say.desc(range(shares.trust), range(shares.neutral), range(shares.low))}
      columns={say.columns}
      parts={parts}
      rows={shown.map(({ side, scale }) => ({
        ...{ id: side.id, label: labelOf(words, side) },
        parts: scale?.shares
          ? Object.fromEntries(
              Object.entries(scale.shares).map(([key, share]) => [
                key,
                { share: share.estimate ?? 0, text: shareSaid(t, share) },
              ]),
            )
          : null,
        empty: meanSaid(t, words, { figures: side.seen.figures?.items[item], suppressed: side.seen.suppressed }),
        note: scale ? number(locale, scale.answered + scale.dontKnow) : '—',
      }))}
    />
  );
}

const figuresBy = (sides: readonly Side[]): Partial<Record<Direction, TrustFigures | null>> =>
  Object.fromEntries(sides.map(({ direction, seen }) => [direction, seen.figures]));

/** The gap of one item in a sentence, with its intervals. */
export function GapSentence({ t, item, sides }: Pick<Part, 't'> & { item: string; sides: readonly Side[] }) {
  if (sides.length < 2) return null;
  const say = t.trust.gap;
  const gap = gapOf(figuresBy(sides))?.find((one) => one.item === item);
  const mean = estimated(gap?.mean);
  if (!gap || !mean) return <p className="trust-gap">{say.none}</p>;
  const reading = mean.low > 0 ? say.more : mean.high < 0 ? say.less : say.open;
  return (
    <p className="trust-gap">
      <strong>{say.mean(saidOf(t, mean, t.trust.said.gain))}</strong>{' '}
      {gap.trust ? `${say.shares(saidOf(t, gap.trust, t.trust.said.points))} ` : null}
      {reading}
    </p>
  );
}

/** One item over the waves of an occasion: drawn, and as a table with the changes. */
export function ItemTrend({
  t,
  locale,
  words,
  instrument,
  item,
  steps,
}: Part & { item: string; steps: readonly Step[] }) {
  const say = t.trust.trend;
  const of = instrument.items[item];
  const scale = of?.kind === 'scale' ? instrument.scales[of.scale] : undefined;
  const waves = [...new Map(steps.map((step) => [step.number, step])).values()];
  if (!scale || waves.length < 2) return <p>{say.one}</p>;
  const name = instrumentWords(instrument, locale).name(item);
  const at = (wave: string, direction: Direction) =>
    steps.find((step) => step.number === wave && step.direction === direction);
  const directions = DIRECTIONS.filter((direction) => steps.some((step) => step.direction === direction));
  const change = (index: number, direction: Direction): string => {
    const [now, before] = [at(waves[index]?.number ?? '', direction), at(waves[index - 1]?.number ?? '', direction)];
    if (!now?.figures || !before?.figures) return '—';
    const [found] = differencesOf({ items: { [item]: now.figures } }, { items: { [item]: before.figures } });
    return found ? saidOf(t, found.mean, t.trust.said.gain) : '—';
  };
  return (
    <div className="chart-card">
      <Legend
        items={directions.map((direction) => ({ mark: MARK[direction], name: words.direction[direction].name }))}
      />
      <TrendChart
        label={say.desc(name)}
        axis={axisOf(scale)}
        steps={waves.map(({ closesDay }) => numericDay(locale, closesDay).slice(-7))}
        series={directions.map((direction) => ({
          ...{ id: direction, mark: MARK[direction] },
          points: waves.map(({ number: wave }) => estimated(scaleOf(at(wave, direction)?.figures)?.mean)),
        }))}
      />
      <Table
        caption={say.desc(name)}
        density="dense"
        columns={[
          { key: 'wave', label: say.columns.wave },
          { key: 'day', label: say.columns.day, width: 'fit' },
          { key: 'who', label: t.trust.mean.columns.label },
          { key: 'mean', label: t.trust.mean.columns.value },
          { key: 'change', label: say.columns.change },
        ]}
        rows={waves.flatMap((wave, index) =>
          directions.map((direction) => ({
            id: `${wave.number} ${direction}`,
            cells: {
              wave: <a href={waveAddress(locale, wave.number)}>{wave.title}</a>,
              day: numericDay(locale, wave.closesDay),
              who: words.direction[direction].name,
              mean: meanSaid(t, words, at(wave.number, direction) ?? { figures: null, suppressed: null }),
              change: change(index, direction),
            },
          })),
        )}
      />
    </div>
  );
}
