// The descriptor of the open data: a Frictionless data package that tells each file with its size and hash, and each column with its type,
// its possible values and its meaning in three languages.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { KINDS, LOCALES, RULINGS, type Locale } from '../../../guide/schema';
import { VERDICTS } from '../../core/appeal';
import { CONTEST_STATUSES } from '../../core/contest';
import type { Instant } from '../../core/day';
import { scoredPhase } from '../../core/score/facts';
import { KEPT } from '../../core/kept';
import { PAST_OUTCOMES } from '../../core/past';
import { PHASES } from '../../core/standing';
import { fileOf, kindOf, TABLE_NAMES, TABLES, type ColumnType, type TableName } from './columns';
import type { Dumped } from './write';

type ColumnName = { [T in TableName]: keyof (typeof TABLES)[T] }[TableName];
/** What is said of the whole, of each table and of each column, by language. */
export type Words = Record<
  Locale,
  { title: string; lead: string; guide: string; lines: string; tables: Record<TableName, string>; columns: Record<ColumnName, string> }
>;

const VALUES: { readonly [name: string]: readonly string[] } = {
  ...{ kind: KINDS, verdict: VERDICTS, said: KEPT, closedHow: ['discharged', 'released'], heard: ['agree', 'differ'], outcome: PAST_OUTCOMES },
  ...{ ruling: RULINGS, status: CONTEST_STATUSES },
  ...{ level: ['central', 'regional', 'district'], 'cases.phase': [...new Set(PHASES.map(scoredPhase))], 'comments.phase': ['open', 'disposed', 'withdrawn'] },
};

/** Under which the open data may be used. */
export const LICENCE = { name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' } as const;

type Made = { words: Words; createdAt: Instant; origin: string };

/** Writes datapackage.json beside the files. */
export async function describe(folder: string, { tables, guide }: Dumped, { words, createdAt, origin }: Made): Promise<void> {
  const told = (of: (say: Words[Locale]) => string) => ({
    description: of(words.en),
    descriptions: Object.fromEntries(LOCALES.map((locale) => [locale, of(words[locale])])),
  });
  const schemaOf = (table: TableName) => ({
    fields: Object.entries<ColumnType>(TABLES[table]).map(([name, type]) => {
      const values = VALUES[`${table}.${name}`] ?? VALUES[name];
      return {
        ...{ name, type: kindOf(type), ...told((say) => say.columns[name as ColumnName]) },
        constraints: { required: !type.endsWith('?'), ...(values && { enum: values }) },
      };
    }),
    missingValues: [''],
  });
  const resources = TABLE_NAMES.flatMap((table) => {
    const { csv, lines, rows } = tables[table];
    const about = { rows, schema: schemaOf(table) };
    return [
      { name: fileOf(table), ...csv, profile: 'tabular-data-resource', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', ...told((say) => say.tables[table]), ...about },
      { name: `${fileOf(table)}-lines`, ...lines, format: 'jsonl', mediatype: 'application/jsonl', encoding: 'utf-8', ...told((say) => `${say.tables[table]}: ${say.lines}`), ...about },
    ];
  });
  const descriptor = {
    ...{ profile: 'data-package', name: 'kenes-scores', title: words.en.title, titles: Object.fromEntries(LOCALES.map((locale) => [locale, words[locale].title])) },
    ...{ ...told((say) => say.lead), homepage: `${origin}/en/scores`, created: new Date(createdAt).toISOString(), licenses: [LICENCE] },
    resources: [...resources, { name: 'guide', ...guide, format: 'json', mediatype: 'application/json', encoding: 'utf-8', ...told((say) => say.guide) }],
  };
  await writeFile(path.join(folder, 'datapackage.json'), `${JSON.stringify(descriptor, null, 1)}\n`);
}
