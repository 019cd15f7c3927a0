// One question over the cells of each cut, with the reason where a cell is empty. Parts of the pages of a wave and of a body.
import { CUTS, DIRECTIONS } from '../../../guide/survey-ids';
import type { Cut, Direction, Instrument } from '../../../guide/schema';
import { differencesOf } from '../../core/gap';
import { measuresOf } from '../../core/measure';
import { LEVELS, type Level } from '../../core/region';
import type { TableCell } from '../../queries/trust-cells';
import { instrumentWords } from '../../queries/trust-words';
import { number } from '../../text/format';
import { Button } from '../../ui/button';
import { Select } from '../../ui/field';
import { Hidden } from '../../ui/form';
import { Section } from '../../ui/layout';
import { Table } from '../../ui/table';
import { DefinitionList, Tag } from '../../ui/words';
import { regionName } from '../region-choice';
import type { Part } from './level-parts';
import { meanSaid, saidOf, scaleOf, shareSaid } from './said';
import { bodyTrustAddress } from './addresses';

/** The item that the address asks the tables of, or the one given. */
export function itemIn(instrument: Instrument, search: URLSearchParams, main: string | null): string | null {
  const asked = search.get('item');
  return asked && measuresOf(instrument).some(({ item, row }) => item === asked && row === null) ? asked : main;
}

/** The choice of another question, as a form that works without scripts. */
export function ItemChoice({
  t,
  locale,
  instrument,
  item,
  at,
  keep = {},
}: Part & { item: string; at: string; keep?: Record<string, string> }) {
  const say = t.trust.wave.tables;
  const own = instrumentWords(instrument, locale);
  const single = measuresOf(instrument).filter(({ row }) => row === null);
  if (single.length < 2) return null;
  return (
    <form method="get" action={`#${at}`} className="row row-m item-choice">
      <Hidden values={keep} />
      <Select
        name="item"
        label={say.item}
        options={single.map((one) => ({ value: one.item, label: own.name(one.item) }))}
        value={item}
      />
      <Button type="submit">{say.show}</Button>
    </form>
  );
}

type Props = Part & { item: string; cells: readonly TableCell[] };
type Cell = Partial<Record<Direction, TableCell>>;

const tableCuts = CUTS.filter((cut) => cut !== 'total');

/** A table for each cut that has any cells. */
export function CutTables(props: Props) {
  return (
    <>
      {tableCuts.map((cut) => (
        <CutTable key={cut} {...props} cut={cut} />
      ))}
    </>
  );
}

export function CutTable({ cut, title, ...props }: Props & { cut: Cut; title?: string }) {
  const { t, locale, words, instrument, item, cells } = props;
  const here = cells.filter((one) => one.cut === cut);
  if (here.length === 0 || cut === 'total') return null;
  const say = t.trust.wave.tables.columns;
  const own = instrumentWords(instrument, locale);
  const share = instrument.items[item]?.construct === 'trust' ? words.share.trust.name : say.upper;
  const directions = DIRECTIONS.filter((direction) => here.some((one) => one.direction === direction));
  const byCell = new Map<string, Cell>();
  for (const one of here) byCell.set(one.cell, { ...byCell.get(one.cell), [one.direction]: one });
  const heading =
    title ??
    (cut === 'background' && instrument.divided_by
      ? t.trust.wave.tables.background(own.name(instrument.divided_by))
      : words.cut[cut].name);
  const lines = [...byCell].sort(([a], [b]) => orderOf(cut, instrument, a) - orderOf(cut, instrument, b));
  return (
    <Section title={heading} level={3}>
      <Table
        caption={`${own.name(item)}. ${heading}`}
        density="dense"
        columns={[
          { key: 'cell', label: say.cell[cut] },
          ...directions.flatMap((direction) => {
            const who = words.direction[direction].name;
            return [
              { key: `${direction} mean`, label: `${who}: ${say.mean}` },
              { key: `${direction} share`, label: `${who}: ${share}` },
              { key: `${direction} n`, label: `${who}: ${say.n}`, align: 'end' as const },
            ];
          }),
          ...(directions.length > 1 ? [{ key: 'gap', label: say.gap }] : []),
        ]}
        rows={lines.map(([cell, sides]) => ({
          id: cell,
          cells: {
            cell: <CellName {...props} cut={cut} cell={cell} sides={sides} />,
            ...Object.fromEntries(directions.flatMap((direction) => sideCells(props, direction, sides[direction]))),
            gap: gapOf(props, sides),
          },
        }))}
      />
    </Section>
  );
}

/** Levels from the country down, options as they are offered; everything else as it came. */
function orderOf(cut: Cut, { divided_by: divider, items }: Instrument, cell: string): number {
  const of = divider === null ? undefined : items[divider];
  if (cut === 'background') return of?.kind === 'choice' ? of.options.indexOf(cell) : 0;
  return cut === 'level' ? LEVELS.indexOf(cell as Level) : 0;
}

function CellName({ t, locale, instrument, cut, cell, sides }: Props & { cut: Cut; cell: string; sides: Cell }) {
  const body = (sides.ngo_to_body ?? sides.body_to_ngo)?.body;
  if (body) return <a href={bodyTrustAddress(locale, body.slug)}>{body.name}</a>;
  if (cut === 'level') return <>{t.bodies.levels[cell as Level]}</>;
  if (cut === 'region') return <>{regionName(t, cell)}</>;
  return <>{instrument.divided_by ? instrumentWords(instrument, locale).option(instrument.divided_by, cell) : cell}</>;
}

function sideCells({ t, locale, words }: Props, direction: Direction, seen: TableCell | undefined) {
  const scale = scaleOf(seen?.figures);
  const mean = seen ? meanSaid(t, words, seen) : t.trust.notAsked;
  return [
    [
      `${direction} mean`,
      seen?.internal ? (
        <>
          {mean} <Tag tone="clock">{t.trust.body.ownMark}</Tag>
        </>
      ) : (
        mean
      ),
    ],
    [`${direction} share`, scale?.shares ? shareSaid(t, scale.shares.trust) : '—'],
    [`${direction} n`, seen?.n === null || seen?.n === undefined ? '—' : number(locale, seen.n)],
  ];
}

function gapOf({ t, item }: Props, { ngo_to_body: ngos, body_to_ngo: officials }: Cell): string {
  if (!ngos?.figures || !officials?.figures) return '—';
  const [found] = differencesOf({ items: { [item]: ngos.figures } }, { items: { [item]: officials.figures } });
  return found ? saidOf(t, found.mean, t.trust.said.gain) : '—';
}

/** What stands in an empty cell, explained. */
export function WhyEmpty({ t, words }: Pick<Part, 't' | 'words'>) {
  return (
    <Section title={t.trust.hidden} level={3}>
      <DefinitionList items={Object.values(words.suppression).map(({ name, text }) => ({ term: name, value: text }))} />
    </Section>
  );
}
