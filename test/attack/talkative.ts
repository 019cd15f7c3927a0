// A PostgreSQL that writes down every statement with its parameters, its moment, its connection and its transaction: more than any that
// an installation keeps by itself, and all that an administrator could make it say.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureDatabase, startPostgres } from '../../app/data/postgres';

const DATABASE = 'attacked';
const FLAGS = ['log_statement=all', 'log_parameter_max_length=-1', 'log_line_prefix=%m [%p] %c %x '];

/** A line that begins another record; parameters follow their statement on lines of their own. */
const BEGINS = /^\d{4}-\d{2}-\d{2} [\d:.]+ \S+ \[\d+\] (?!\S+ \d+ DETAIL:)/;

/** Its address, and the records that it wrote so far, each with all that belongs to it. */
export async function talkativeDatabase(): Promise<{ url: string; lines(): string[]; close(): Promise<void> }> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'kenes-attack-'));
  let said = '';
  const server = await startPostgres({ dataDir, flags: FLAGS, log: (text) => (said += text) });
  await ensureDatabase(server.conn, DATABASE);
  return {
    url: server.url(DATABASE),
    lines() {
      const records: string[] = [];
      for (const line of said.split('\n'))
        if (BEGINS.test(line) || records.length === 0) records.push(line);
        else records.push(`${records.pop() ?? ''} ${line}`);
      return records;
    },
    async close() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
