// An administrator brings a table along. Nothing of it is done yet: it is kept to be looked at, row by row.
import { z } from 'zod';
import { columnsOf, KINDS, MOST_ROWS } from '../../core/imports/kinds';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import { storableText } from '../../core/storable';
import type { Viewer } from '../../core/viewer';
import { csvTable } from '../../data/csv-table';
import { batch } from '../../data/write';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({ kind: z.enum(KINDS) });

/** Refuses: not_signed_in, not_allowed, invalid, import_unreadable (no table, other columns, too many rows). */
export async function bringTable(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
  file: { name: string; bytes: Buffer } | null,
): Promise<Outcome<{ id: string }>> {
  return limited(world, viewer, 'import', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'register.import', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    if (!file) return refuse('invalid', { fields: { file: 'required' } });
    const { kind } = read.value;
    const table = csvTable(file.bytes, MOST_ROWS);
    const columns = columnsOf(kind);
    if (typeof table === 'string' || table.rows.length === 0 || columns.some((name) => !table.columns.includes(name)))
      return refuse('import_unreadable', {
        params: { columns: columns.join(', '), most: MOST_ROWS },
        fields: { file: table === 'too_many' ? 'too_many' : 'bad_value' },
      });
    const id = world.newId();
    const { personId, name } = viewer;
    const createdAt = new Date(world.now()).toISOString();
    const write = batch();
    write.insert({
      table: 'Import',
      rows: [{ id, kind, personId, name, createdAt, fileName: storableText(file.name).slice(-120) }],
    });
    write.insert({
      table: 'ImportRow',
      rows: table.rows.map(({ line, values }) => ({
        ...{ importId: id, line, state: 'waiting' },
        values: Object.fromEntries(columns.map((column) => [column, storableText(values[column] ?? '')])),
      })),
    });
    const statement = write.statement();
    if (statement) await world.db.pool.query(statement);
    return done({ id });
  });
}
