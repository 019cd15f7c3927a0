// The page of open data: each table with its files and columns in the reader's language, as the descriptor says them.
import type { Locale } from '../../guide/schema';
import type { Instant } from '../core/day';
import { LICENCE } from '../data/dump/descriptor';
import { publishedPackage, type Package } from '../data/dump/published';
import type { World } from '../world';

export type OpenFile = { path: string; format: string; bytes: number; sha256: string };
export type OpenTable = {
  name: string;
  text: string;
  rows: number | null;
  files: OpenFile[];
  columns: { name: string; type: string; text: string }[];
};
export type OpenDataView = { createdAt: Instant; tables: OpenTable[] };
export const openLicence = LICENCE;

/** Null while nothing was published. */
export async function openDataView(
  { openData }: Pick<World, 'openData'>,
  locale: Locale,
): Promise<OpenDataView | null> {
  const found = await publishedPackage(openData);
  if (!found) return null;
  const tables = found.resources.filter(({ name }) => !name.endsWith('-lines'));
  return {
    createdAt: Date.parse(found.created),
    tables: tables.map(({ name, descriptions, rows, schema }) => ({
      ...{ name, text: descriptions[locale], rows: rows ?? null },
      files: found.resources.filter((one) => one.name === name || one.name === `${name}-lines`).map(fileOf),
      columns: (schema?.fields ?? []).map((field) => ({
        ...{ name: field.name, type: field.type },
        text: field.descriptions[locale],
      })),
    })),
  };
}

const fileOf = ({ path, format, bytes, hash }: Package['resources'][number]): OpenFile => ({
  ...{ path, format, bytes, sha256: hash.replace('sha256:', '') },
});
