// What a table would do, row by row, against what stands in the registers now: asked by whoever looks at it, and again by whoever applies it.
import {
  bodyRow,
  columnsOf,
  organisationRow,
  type BodyRow,
  type ImportKind,
  type OrganisationRow,
  type Wrong,
} from '../core/imports/kinds';
import type { Transaction } from './passes';

export type TableRow = { line: number; values: Readonly<Record<string, string>> };
type Words = Record<string, string>;
/** `before` and `after` hold the columns that differ; of a new row, all of them. */
export type Planned = { line: number; key: string } & (
  | { state: 'new'; after: Words }
  | { state: 'changed'; objectId: string; before: Words; after: Words }
  | { state: 'same'; objectId: string }
  | { state: 'refused'; wrong: Wrong[] }
);
type Reading = Pick<Transaction, 'body' | 'organisation'>;
type Known = { id: string; closed: boolean; words: Words };

/** Every row in its order; a row may rest on one before it. */
export async function planned(db: Reading, kind: ImportKind, rows: readonly TableRow[]): Promise<Planned[]> {
  const [column] = columnsOf(kind);
  const known = kind === 'bodies' ? await knownBodies(db) : await knownOrganisations(db, rows);
  const seen = new Set<string>();
  return rows.map(({ line, values }) => {
    const read = kind === 'bodies' ? bodyRow(values) : organisationRow(values);
    const key = read.ok ? keyOf(read.row) : (values[column] ?? '').trim();
    if (!read.ok) return { line, key, state: 'refused', wrong: read.wrong };
    const problem = seen.has(key) ? 'twice' : 'slug' in read.row ? superiorProblem(known, read.row) : null;
    if (problem)
      return { line, key, state: 'refused', wrong: [{ column: problem === 'twice' ? column : 'superior', problem }] };
    seen.add(key);
    const words = wordsOf(read.row);
    const there = known.get(key);
    known.set(key, { id: there?.id ?? '', closed: there?.closed ?? false, words });
    if (!there) return { line, key, state: 'new', after: words };
    const differ = Object.keys(words).filter((name) => words[name] !== there.words[name]);
    if (differ.length === 0) return { line, key, state: 'same', objectId: there.id };
    const only = (all: Words) => Object.fromEntries(differ.map((name) => [name, all[name] ?? '']));
    return { line, key, state: 'changed', objectId: there.id, before: only(there.words), after: only(words) };
  });
}

const keyOf = (row: BodyRow | OrganisationRow): string => ('slug' in row ? row.slug : row.bin);
/** What a row says beside its key, as text. */
function wordsOf(row: BodyRow | OrganisationRow): Words {
  if ('slug' in row) {
    const { slug: _slug, ...rest } = row;
    return rest;
  }
  const { bin: _bin, fields, ...rest } = row;
  return { ...rest, fields: fields.join(' ') };
}

/** The body above has to be there, open (unless it was above before), and not below this one. */
function superiorProblem(known: ReadonlyMap<string, Known>, { slug, superior }: BodyRow) {
  if (superior === '') return null;
  const above = known.get(superior);
  if (!above) return 'no_superior' as const;
  if (above.closed && known.get(slug)?.words.superior !== superior) return 'closed_superior' as const;
  for (let at: string | undefined = superior, steps = 0; at && steps <= known.size; at = known.get(at)?.words.superior, steps++)
    if (at === slug) return 'circle' as const;
  return null;
}

export const BODY = {
  id: true,
  slug: true,
  nameKk: true,
  nameRu: true,
  nameEn: true,
  level: true,
  region: true,
  address: true,
  workdayEnd: true,
  closedAt: true,
  parent: { select: { slug: true } },
} as const;

async function knownBodies({ body }: Reading): Promise<Map<string, Known>> {
  const bodies = await body.findMany({ select: BODY });
  return new Map(
    bodies.map(({ id, slug, closedAt, parent, region, ...words }) => [
      slug,
      { id, closed: closedAt !== null, words: { ...words, region: region ?? '', superior: parent?.slug ?? '' } },
    ]),
  );
}

async function knownOrganisations({ organisation }: Reading, rows: readonly TableRow[]): Promise<Map<string, Known>> {
  const bins = rows.map(({ values }) => (values.bin ?? '').replaceAll(/[\s-]/g, ''));
  const found = await organisation.findMany({ where: { bin: { in: bins } } });
  return new Map(
    found.map(({ id, bin, name, address, region, fields }) => [
      bin,
      { id, closed: false, words: { name, address, region: region ?? '', fields: fields.join(' ') } },
    ]),
  );
}
