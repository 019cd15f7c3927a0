// The tables of a wave: every cell of every cut in both directions, with its figures and the verdict on who may see it. Computed once,
// when the wave is counted; called by commands/waves/count. Pages and open data read nothing else.
import type { Cut, Direction, Instrument, Openness, Publishing, Suppression } from '../../guide/schema';
import { DIRECTIONS } from '../../guide/survey-ids';
import { LEVELS, type Level } from './region';
import type { Values } from './sheet';
import { suppress, type Atom, type Cell, type Verdict } from './suppression';
import { trustFigures, type TrustFigures } from './trust-figures';

/** A valid answer. `pooled`: its panel is too small to be kept with its body. */
export type CountedAnswer = { direction: Direction; bodyId: string; pooled: boolean; values: Values };
export type CountedPanel = { direction: Direction; bodyId: string; invited: number };
export type BodyPlace = { id: string; level: Level; region: string | null };

/** A row of SurveyCut but for its id and wave; `figures` is null where nobody may see them. */
export type CutRow = {
  direction: Direction;
  cut: Cut;
  cell: string;
  bodyId: string | null;
  public: boolean;
  internal: boolean;
  suppressed: Suppression | null;
  figures: TrustFigures | null;
};

type Asked = {
  answers: readonly CountedAnswer[];
  /** Every panel of the wave, also those that nobody answered. */
  panels: readonly CountedPanel[];
  /** The bodies of the panels. */
  bodies: readonly BodyPlace[];
  instrument: Instrument;
  publishing: Publishing;
  openness: Openness;
};

/**
 * The rows of a counted wave, ordered by direction, cut, body and cell; the same for the same answers in any order.
 *
 * Answers of pooled panels count in the total, in a level or in a region only where at least the public threshold of them come together
 * there and nobody can subtract their way below it, not even with the whole database. `valid` counts all, `n` those counted in.
 */
export function cutsOf(asked: Asked): CutRow[] {
  const isAsked = (direction: Direction) => asked.panels.some((panel) => panel.direction === direction);
  return DIRECTIONS.filter(isAsked).flatMap((direction) => rowsOf(asked, direction));
}

/** People who stand together in every table: of one body (null: pooled), place and answer to the item that divides. */
type Group = { bodyId: string | null; level: Level; region: string | null; option: string; sheets: Values[] };
/** A cell before it is judged: whose answers are in it, and who it is about. */
type Draft = {
  cut: Cut;
  cell: string;
  bodyId: string | null;
  within: (group: Group) => boolean;
  about: ((place: BodyPlace) => boolean) | null;
};

const UNSAID = '';

function rowsOf(
  { answers: all, panels: every, bodies, instrument, publishing, openness }: Asked,
  direction: Direction,
) {
  const answers = all.filter((one) => one.direction === direction);
  const panels = every.filter((one) => one.direction === direction);
  const places = new Map(bodies.map((body) => [body.id, body]));
  const placeOf = (bodyId: string): BodyPlace => {
    const place = places.get(bodyId);
    if (!place) throw new Error(`body ${bodyId} has answers and no place`);
    return place;
  };
  const about = panels.map(({ bodyId }) => placeOf(bodyId)).sort((a, b) => compare(a.id, b.id));
  const groups = groupsOf(answers, placeOf, instrument);
  const pool = poolOf(groups, publishing);
  const drafts = draftsOf(about, groups, instrument);
  const counts = (group: Group, draft: Draft) => draft.within(group) && (group.bodyId !== null || pool(draft));
  const members = drafts.map((draft) => groups.flatMap((group, at) => (counts(group, draft) ? [at] : [])));
  const verdicts = suppress({
    atoms: groups.map(({ sheets, bodyId }): Atom => ({ n: sheets.length, bodyId })),
    cells: drafts.map(({ cut, bodyId }, at): Cell => ({ cut, bodyId, atoms: members[at] ?? [] })),
    ...{ publicAt: publishing.public.n, internalAt: publishing.internal.n },
  });
  return drafts.map(({ cut, cell, bodyId, about: whom }, at): CutRow => {
    const verdict = verdicts[at];
    if (!verdict) throw new Error(`the cell ${cut} ${cell} was not judged`);
    const of = whom && new Set(about.filter(whom).map(({ id }) => id));
    const valid = of ? answers.filter((one) => of.has(one.bodyId)).length : verdict.n;
    const figures = () =>
      trustFigures({
        ...{
          sheets: (members[at] ?? []).flatMap((group) => groups[group]?.sheets ?? []),
          valid,
          instrument,
          publishing,
        },
        invited: of && openness === 'closed' ? invitedOf(panels, of) : null,
        least: verdict.public ? publishing.public.n : publishing.internal.n,
      });
    return {
      ...{ direction, cut, cell, bodyId, public: verdict.public, internal: verdict.internal },
      suppressed: reasonOf(verdict, valid),
      figures: verdict.public || verdict.internal ? figures() : null,
    };
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const invitedOf = (panels: readonly CountedPanel[], of: ReadonlySet<string>): number =>
  panels.reduce((sum, { bodyId, invited }) => sum + (of.has(bodyId) ? invited : 0), 0);

/** Answers that could not be counted in are somebody's all the same. */
const reasonOf = ({ suppressed }: Verdict, valid: number): Suppression | null =>
  suppressed === 'nobody' && valid > 0 ? 'small' : suppressed;

/** The answers in groups, in an order that does not depend on theirs. */
function groupsOf(
  answers: readonly CountedAnswer[],
  placeOf: (bodyId: string) => BodyPlace,
  { divided_by: divider, items }: Instrument,
): Group[] {
  const of = divider === null ? undefined : items[divider];
  const options = of?.kind === 'choice' ? of.options : [];
  const groups = new Map<string, Group>();
  for (const { bodyId, pooled, values } of answers) {
    const { level, region } = placeOf(bodyId);
    const said = divider === null ? undefined : values[divider];
    const option = typeof said === 'string' && options.includes(said) ? said : UNSAID;
    const key = [pooled ? '' : bodyId, level, region ?? '', option].join(' ');
    const group = groups.get(key);
    if (group) group.sheets.push(values);
    else groups.set(key, { bodyId: pooled ? null : bodyId, level, region, option, sheets: [values] });
  }
  return [...groups].sort(([a], [b]) => compare(a, b)).map(([, group]) => group);
}

/** Where pooled answers count: judged over the pool alone, since whoever has the database can take all others away. */
function poolOf(groups: readonly Group[], publishing: Publishing): (draft: Draft) => boolean {
  const pooled = groups.filter(({ bodyId }) => bodyId === null);
  const cells = [
    { cut: 'total' as const, cell: '', within: () => true },
    ...LEVELS.map((level) => ({
      cut: 'level' as const,
      cell: level as string,
      within: (one: Group) => one.level === level,
    })),
    ...regionsOf(pooled).map((region) => ({
      cut: 'region' as const,
      cell: region,
      within: (one: Group) => one.region === region,
    })),
  ];
  const verdicts = suppress({
    atoms: pooled.map(({ sheets }) => ({ n: sheets.length, bodyId: null })),
    cells: cells.map(({ cut, within }) => ({
      ...{ cut, bodyId: null },
      atoms: pooled.flatMap((group, at) => (within(group) ? [at] : [])),
    })),
    ...{ publicAt: publishing.public.n, internalAt: publishing.internal.n },
  });
  const open = new Set(cells.flatMap(({ cut, cell }, at) => (verdicts[at]?.public ? [`${cut} ${cell}`] : [])));
  // An answer to the item that divides is told of the same people as the total.
  return ({ cut, cell, bodyId }) => bodyId === null && open.has(cut === 'background' ? 'total ' : `${cut} ${cell}`);
}

const regionsOf = (places: readonly { region: string | null }[]): string[] =>
  [...new Set(places.flatMap(({ region }) => region ?? []))].sort(compare);

function draftsOf(
  about: readonly BodyPlace[],
  groups: readonly Group[],
  { divided_by: divider, items }: Instrument,
): Draft[] {
  const of = divider === null ? undefined : items[divider];
  const options = of?.kind === 'choice' ? of.options : [];
  const apart = new Set(groups.flatMap(({ bodyId }) => bodyId ?? []));
  const here = LEVELS.filter((level) => about.some((place) => place.level === level));
  return [
    { cut: 'total', cell: '', bodyId: null, within: () => true, about: () => true },
    ...here.map((level): Draft => {
      const at = (place: { level: Level }) => place.level === level;
      return { cut: 'level', cell: level, bodyId: null, within: at, about: at };
    }),
    ...regionsOf(about).map((region): Draft => {
      const at = (place: { region: string | null }) => place.region === region;
      return { cut: 'region', cell: region, bodyId: null, within: at, about: at };
    }),
    ...about.map(({ id }): Draft => ({
      ...{ cut: 'body', cell: id, bodyId: id },
      ...{ within: (group) => group.bodyId === id, about: (place) => place.id === id },
    })),
    ...[null, ...about.map(({ id }) => id).filter((id) => apart.has(id))].flatMap((bodyId) =>
      options.map((option): Draft => ({
        ...{ cut: 'background', cell: option, bodyId, about: null },
        within: (group) => group.option === option && (bodyId === null || group.bodyId === bodyId),
      })),
    ),
  ];
}
