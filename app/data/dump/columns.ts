// The tables of the open data, column by column: what stands in a file, what is read back from it, and what its descriptor says of it
// are this one list. A fact that figures are counted from and that has no column here does not compile.
import { z } from 'zod';
import type { Facts } from '../../core/score/facts';

/** '?' where a value may be missing. `object` is JSON, also within a cell of CSV. */
type Kind = 'string' | 'date' | 'datetime' | 'boolean' | 'integer' | 'number' | 'object' | 'array';
export type ColumnType = Kind | `${Kind}?`;
export type Columns = Readonly<Record<string, ColumnType>>;
type Fields<F> = { readonly [K in Exclude<keyof F, 'count'>]: ColumnType };

/** What figures are counted from, one row a case, duty, comment or promise. */
export const FACTS = {
  cases: {
    ...{ kind: 'string', registeredDay: 'date', lawfulDue: 'date', dueDay: 'date', extended: 'boolean', phase: 'string', returned: 'boolean' },
    ...{ endedDay: 'date?', verdict: 'string?', deemed: 'boolean', afterHours: 'boolean' },
  },
  duties: { rule: 'string', dueDay: 'date', closedDay: 'date?', closedHow: 'string?' },
  comments: { topic: 'string', dueDay: 'date', phase: 'string', endedDay: 'date?' },
  councilReplies: { rule: 'string', dueDay: 'date', closedDay: 'date?', closedHow: 'string?' },
  promises: { dueDay: 'date', reportedDay: 'date?', said: 'string?', heard: 'string?' },
  rulings: { contest: 'string', version: 'integer', ruling: 'string', effect: 'object', recorded: 'object', duties: 'array' },
  contests: { status: 'string' },
} as const satisfies { [P in keyof Facts]: Fields<Facts[P][number]> };

const PLACE = { body: 'string', period: 'string' } as const;
const ORIGIN = { reportDay: 'date', edition: 'string', method: 'string', codeHash: 'string', computedAt: 'datetime' } as const;

export const TABLES = {
  bodies: { body: 'string', id: 'string', level: 'string', region: 'string?', nameKk: 'string', nameRu: 'string', nameEn: 'string' },
  cases: { number: 'string?', ...PLACE, edition: 'string', ...FACTS.cases },
  duties: { number: 'string?', ...PLACE, ...FACTS.duties },
  comments: { number: 'string', ...PLACE, ...FACTS.comments },
  councilReplies: { number: 'string', ...PLACE, ...FACTS.councilReplies },
  promises: { number: 'string?', ...PLACE, ...FACTS.promises },
  rulings: { ...PLACE, ...FACTS.rulings },
  contests: { number: 'string', ...PLACE, ...FACTS.contests },
  trust: { ...PLACE, trust: 'number' },
  figures: { ...PLACE, ...ORIGIN, figures: 'object', contests: 'object' },
  overviews: { period: 'string', ...ORIGIN, overview: 'object' },
  pastCases: {
    ...{ body: 'string', register: 'string', elsewhere: 'string', kind: 'string?', filedDay: 'date', dueDay: 'date?' },
    ...{ answeredDay: 'date', outcome: 'string', table: 'string', broughtAt: 'datetime', sha256: 'string' },
  },
} as const satisfies Record<string, Columns>;
export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];
export const FACT_TABLES = Object.keys(FACTS) as (keyof Facts)[];

/** 'councilReplies' is the file council-replies. */
export const fileOf = (table: TableName): string => table.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const SHAPES: Record<Kind, z.ZodType> = {
  ...{ string: z.string(), date: DAY, datetime: z.iso.datetime(), boolean: z.boolean(), integer: z.int(), number: z.number(), object: z.looseObject({}), array: z.array(z.looseObject({})) },
};
export const kindOf = (type: ColumnType): Kind => type.replace('?', '') as Kind;

/** The shape of a row of a table: exactly its columns. */
export const rowShape = (columns: Columns): z.ZodType<Record<string, unknown>> =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(columns).map(([name, type]) => [name, type.endsWith('?') ? SHAPES[kindOf(type)].nullable() : SHAPES[kindOf(type)]]),
    ),
  );
