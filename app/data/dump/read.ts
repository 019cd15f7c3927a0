// Reads the open data back, from a folder or from the web, by its descriptor: every file's bytes are held against what the descriptor says
// of them, every row against its columns. Needs no database.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { scoringSchema, type Calendar } from '../../../guide/schema';
import { fileOf, rowShape, TABLES, type TableName } from './columns';

const descriptor = z.looseObject({
  resources: z.array(z.looseObject({ path: z.string(), bytes: z.int(), hash: z.string() })),
});
const guide = z.object({
  editions: z.array(z.looseObject({ id: z.string(), scoring: scoringSchema })),
  calendar: z.custom<Calendar>((value) => z.object({ years: z.record(z.string(), z.looseObject({ days: z.record(z.string(), z.looseObject({ working: z.boolean() })) })) }).safeParse(value).success),
});
export type DumpGuide = z.infer<typeof guide>;
export type Dump = {
  guide: DumpGuide;
  /** All rows of a table; ends with a fault where the file is not what the descriptor says. */
  rows(table: TableName): AsyncIterable<Record<string, unknown>>;
  /** Files that are not what the descriptor says: those read so far, and by `checkAll` all of them. */
  faults: Set<string>;
  checkAll(): Promise<void>;
};

/** Opens the dump at a folder or at an address. Throws where there is none. */
export async function openDump(place: string): Promise<Dump> {
  const open = (name: string): Promise<Readable> => (/^https?:\/\//.test(place) ? download(`${place.replace(/\/$/, '')}/${name}`) : Promise.resolve(createReadStream(path.join(place, name))));
  const { resources } = descriptor.parse(JSON.parse(await text(await open('datapackage.json'))));
  const faults = new Set<string>();
  const checked = new Set<string>();
  const pieces = async function* (name: string): AsyncGenerator<Buffer> {
    const told = resources.find((one) => one.path === name);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const piece of (await open(name)) as AsyncIterable<Buffer>) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
    checked.add(name);
    if (told?.bytes !== bytes || told.hash !== `sha256:${hash.digest('hex')}`) faults.add(name);
  };
  return {
    guide: guide.parse(JSON.parse(await text(Readable.from(pieces('guide.json'))))),
    faults,
    async *rows(table) {
      const shape = rowShape(TABLES[table]);
      for await (const line of linesOf(pieces(`${fileOf(table)}.jsonl`))) yield shape.parse(JSON.parse(line));
    },
    async checkAll() {
      for (const { path: name } of resources) if (!checked.has(name)) for await (const _piece of pieces(name)) continue;
    },
  };
}

async function download(address: string): Promise<Readable> {
  const answer = await fetch(address);
  if (!answer.ok || !answer.body) throw new Error(`${address}: ${answer.status}`);
  return Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
}

/** Lines of a text that comes in pieces. */
export async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}
