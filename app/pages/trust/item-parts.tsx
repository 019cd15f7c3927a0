// Every question of an instrument with what was said: the gap of all that both sides were asked, and each question on its own.
import type { Construct, Direction } from '../../../guide/schema';
import { askedItems } from '../../../guide/instrument';
import { gapOf } from '../../core/gap';
import type { ItemFigures, ScaleFigures } from '../../core/item-figures';
import { DONT_KNOW } from '../../core/sheet';
import { instrumentWords } from '../../queries/trust-words';
import { number, percent } from '../../text/format';
import { Details } from '../../ui/details';
import { Stack } from '../../ui/layout';
import { Ranges } from '../../ui/ranges';
import { Table } from '../../ui/table';
import { Quote } from '../../ui/words';
import type { Part, Side } from './level-parts';
import { axisAround, estimated, meanSaid, saidOf, shareSaid } from './said';

type Props = Part & { sides: readonly Side[] };

/** The differences of the questions of these constructs that both sides were asked on one scale, in the order in which they are asked. */
export function GapPlot({ t, locale, instrument, sides, of }: Props & { of: (construct: Construct) => boolean }) {
  const say = t.trust.gap;
  const own = instrumentWords(instrument, locale);
  const gap = gapOf(Object.fromEntries(sides.map(({ direction, seen }) => [direction, seen.figures])));
  if (!gap) return sides.length > 1 ? <p>{say.none}</p> : null;
  const shown = askedItems(instrument).flatMap((item) => {
    const found = gap.find((one) => one.item === item);
    return found && of(instrument.items[item]?.construct ?? 'other') ? [found] : [];
  });
  if (shown.length === 0) return null;
  return (
    <Ranges
      title={say.title}
      desc={say.desc}
      columns={say.columns}
      axis={axisAround(shown.map(({ mean }) => estimated(mean)))}
      zero={0}
      rows={shown.map(({ item, mean, trust }) => ({
        ...{ id: item, label: own.name(item), mark: 'diamond' as const, value: estimated(mean) },
        text: saidOf(t, mean, t.trust.said.gain),
        note: trust ? saidOf(t, trust, t.trust.said.points) : '—',
      }))}
    />
  );
}

/** As many questions stand in full on one page without its growing heavy; of more, one does, and the others are one press away. */
const FEW = 8;
const ALL = 'all';

/** Questions with their wording and everything that was said; questions in words are named only. `asked` is what the address asks for. */
export function EveryItem({ asked, ...props }: Props & { asked: string | null }) {
  const { t, instrument, locale } = props;
  const own = instrumentWords(instrument, locale);
  const say = t.trust.wave.items;
  const items = askedItems(instrument);
  const whole = asked === ALL || items.length <= FEW;
  const one = items.find((item) => item === asked) ?? items[0];
  const shown = whole ? items : items.filter((item) => item === one);
  return (
    <>
      {shown.map((item) => (
        <Details key={item} id={`item-${item}`} summary={own.name(item)} open={!whole}>
          <Stack>
            {props.sides.map(({ direction }) => (
              <Quote key={direction} source={props.words.direction[direction].name}>
                {own.question(item, direction)}
              </Quote>
            ))}
            {instrument.items[item]?.kind === 'text' ? <p>{say.words}</p> : <ItemTable {...props} item={item} />}
          </Stack>
        </Details>
      ))}
      {whole ? null : (
        <nav aria-label={say.others}>
          <p>{say.others}</p>
          <ul className="other-questions">
            {items
              .filter((item) => item !== one)
              .map((item) => (
                <li key={item}>
                  <a href={`?question=${item}#items`}>{own.name(item)}</a>
                </li>
              ))}
            <li>
              <a href={`?question=${ALL}#items`}>{say.all}</a>
            </li>
          </ul>
        </nav>
      )}
    </>
  );
}

type Line = { id: string; label: string; cells: Partial<Record<Direction, string>> };

/** What was said, one line a point, an option or a row, one column a direction. */
function ItemTable({ item, ...props }: Props & { item: string }) {
  const { t, locale, instrument, words, sides } = props;
  const own = instrumentWords(instrument, locale);
  const say = t.trust.wave.items;
  const of = instrument.items[item];
  const by = (line: (figures: ItemFigures) => string): Line['cells'] =>
    Object.fromEntries(
      sides.map(({ direction, seen }) => {
        const figures = seen.figures?.items[item];
        if (!figures) return [direction, seen.suppressed ? words.suppression[seen.suppressed].name : t.trust.notAsked];
        return [direction, figures.kind === 'withheld' ? t.trust.withheld : line(figures)];
      }),
    );
  const scale = (line: (figures: ScaleFigures) => string) => by((one) => (one.kind === 'scale' ? line(one) : '—'));
  const stands = (): Line[] => [
    {
      id: 'dont_know',
      label: say.dontKnow,
      cells: by((one) => ('dontKnow' in one ? number(locale, one.dontKnow) : '—')),
    },
    { id: 'missing', label: say.missing, cells: by((one) => ('missing' in one ? number(locale, one.missing) : '—')) },
  ];
  const lines = (): Line[] => {
    if (of?.kind === 'scale') {
      const range = instrument.scales[of.scale] ?? { from: 0, to: 0 };
      const points = Array.from({ length: range.to - range.from + 1 }, (_, at) => range.from + at);
      return [
        { id: 'mean', label: say.mean, cells: scale((one) => meanSaid(t, words, { figures: one, suppressed: null })) },
        ...points.map((point) => ({
          ...{ id: String(point), label: own.point(item, point) },
          cells: scale((one) => counted(locale, one, point - range.from)),
        })),
        ...stands(),
      ];
    }
    if (of?.kind === 'matrix')
      return of.rows.map((row) => ({
        ...{ id: row, label: own.row(item, row) },
        cells: by((one) =>
          one.kind === 'matrix' ? meanSaid(t, words, { figures: one.rows[row], suppressed: null }) : '—',
        ),
      }));
    if (of?.kind !== 'choice' && of?.kind !== 'multiple') return [];
    return [
      ...of.options.map((option) => ({
        ...{ id: option, label: own.option(item, option) },
        cells: by((one) => ('shares' in one && one.kind !== 'scale' ? shareSaid(t, one.shares[option]) : '—')),
      })),
      {
        ...{ id: DONT_KNOW, label: say.dontKnow },
        cells: by((one) => ('shares' in one && one.kind !== 'scale' ? shareSaid(t, one.shares[DONT_KNOW]) : '—')),
      },
      ...stands().filter(({ id }) => id !== DONT_KNOW),
    ];
  };
  const head = of?.kind === 'scale' ? say.point : of?.kind === 'matrix' ? say.row : say.option;
  return (
    <Table
      caption={own.name(item)}
      captionHidden
      density="dense"
      columns={[
        { key: 'head', label: head },
        ...sides.map(({ direction }) => ({
          key: direction,
          label: words.direction[direction].name,
          align: 'end' as const,
        })),
      ]}
      rows={lines().map(({ id, label, cells }) => ({
        id,
        cells: { head: label, ngo_to_body: cells.ngo_to_body ?? '', body_to_ngo: cells.body_to_ngo ?? '' },
      }))}
    />
  );
}

/** '14 (23 %)': how many chose the point, and which part of those who chose any. */
function counted(locale: Part['locale'], { counts, answered }: ScaleFigures, at: number): string {
  const n = counts[at] ?? 0;
  return answered === 0 ? number(locale, n) : `${number(locale, n)} (${percent(locale, n / answered)})`;
}
