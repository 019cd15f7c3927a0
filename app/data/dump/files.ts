// Rows as files: each table as CSV (RFC 4180) and as JSON lines side by side, with the size and SHA-256 of what was written.
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Columns } from './columns';

export type Written = { path: string; bytes: number; hash: string };
export type TableWritten = { csv: Written; lines: Written; rows: number };
type Row = Record<string, unknown>;

/** A file that grows by pieces and says in the end what it is. */
export function growing(folder: string, name: string) {
  const stream = createWriteStream(path.join(folder, name));
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async add(text: string): Promise<void> {
      const piece = Buffer.from(text);
      hash.update(piece);
      bytes += piece.length;
      if (!stream.write(piece)) await once(stream, 'drain');
    },
    async end(): Promise<Written> {
      stream.end();
      await finished(stream);
      return { path: name, bytes, hash: `sha256:${hash.digest('hex')}` };
    },
  };
}

/** One value of a line of CSV. */
export const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Writes all rows, in the order of the columns, however many come. */
export async function writeTable(
  folder: string,
  { file, columns, rows }: { file: string; columns: Columns; rows: AsyncIterable<readonly Row[]> },
): Promise<TableWritten> {
  const names = Object.keys(columns);
  const [csv, lines] = [growing(folder, `${file}.csv`), growing(folder, `${file}.jsonl`)];
  let count = 0;
  await csv.add(`${names.join(',')}\r\n`);
  for await (const batch of rows) {
    count += batch.length;
    await csv.add(batch.map((row) => `${names.map((name) => cell(row[name])).join(',')}\r\n`).join(''));
    await lines.add(batch.map((row) => `${JSON.stringify(Object.fromEntries(names.map((name) => [name, row[name] ?? null])))}\n`).join(''));
  }
  return { csv: await csv.end(), lines: await lines.end(), rows: count };
}

export async function writeJson(folder: string, name: string, content: object): Promise<Written> {
  const file = growing(folder, name);
  await file.add(`${JSON.stringify(content, null, 1)}\n`);
  return file.end();
}
