// What can be brought along as a table: the columns of each kind, by which one a row is known again, and what a row must hold. Pure: whoever
// looks at a table, and whoever applies it, judges each row by this and by what stands in the register.
import { z } from 'zod';
import { bodyFields, slugField } from '../body';
import { binField } from '../fields';
import { parse } from '../parse';
import type { Problem } from '../refusal';
import { REGIONS } from '../region';
import { TOPICS } from '../topic';

export const KINDS = ['bodies', 'organisations'] as const;
export type ImportKind = (typeof KINDS)[number];
/** Rows of one table: what is applied while somebody waits. */
export const MOST_ROWS = 2_000;

const { parentId: _superior, ...body } = bodyFields;
const region = z.union([z.enum(REGIONS), z.literal('')]).default('');
const address = z.string().trim().min(1, 'required').min(5, 'too_short').max(300, 'too_long');

const SHAPES = {
  bodies: z.object({
    slug: slugField,
    ...body,
    /** Short address of the body above, here or in an earlier row. */
    superior: z.union([slugField, z.literal('')]).default(''),
  }),
  organisations: z.object({
    bin: binField,
    name: z.string().trim().min(1, 'required').min(3, 'too_short').max(300, 'too_long'),
    address,
    region,
    /** Ids of core/topic with spaces between. */
    fields: z
      .string()
      .default('')
      .transform((text) => text.split(/[\s,|]+/).filter(Boolean))
      .pipe(z.array(z.enum(TOPICS, { error: 'bad_choice' }))),
  }),
} as const;
export type BodyRow = z.output<typeof SHAPES.bodies>;
export type OrganisationRow = z.output<typeof SHAPES.organisations>;

/** Columns in the order of the template; the first is the one by which a row is known again. */
export const columnsOf = (kind: ImportKind): readonly [key: string, ...rest: string[]] =>
  kind === 'bodies'
    ? ['slug', 'nameKk', 'nameRu', 'nameEn', 'superior', 'level', 'region', 'address', 'workdayEnd']
    : ['bin', 'name', 'address', 'region', 'fields'];

/** What is wrong with a row beside single values. */
export const ROW_PROBLEMS = ['twice', 'no_superior', 'closed_superior', 'circle'] as const;
export type RowProblem = (typeof ROW_PROBLEMS)[number];
export type Wrong = { column: string; problem: Problem | RowProblem };

export type Judged<R> = { ok: true; row: R } | { ok: false; wrong: Wrong[] };

function judged<S extends z.ZodType>(shape: S, values: Readonly<Record<string, string>>): Judged<z.output<S>> {
  const read = parse(shape, values);
  if (read.ok) return { ok: true, row: read.value };
  return {
    ok: false,
    wrong: Object.entries(read.refusal.fields ?? {}).map(([at, problem]) => ({
      column: at.split('.')[0] ?? at,
      problem,
    })),
  };
}
export const bodyRow = (values: Readonly<Record<string, string>>): Judged<BodyRow> => judged(SHAPES.bodies, values);
export const organisationRow = (values: Readonly<Record<string, string>>): Judged<OrganisationRow> =>
  judged(SHAPES.organisations, values);
