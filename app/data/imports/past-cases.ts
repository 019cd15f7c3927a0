// Appeals from before Kenes from a table: written beside everything that counts, public once the ledger says that all rows are there, gone when it
// says that they were taken back.
import { dayOf } from '../../core/day';
import { pastCases as table, pastKey } from '../../core/imports/past-cases';
import type { Words } from '../../core/imports/table';
import { recordBrought, recordTakenBack } from '../past-cases';
import { batch } from '../write';
import { importKind } from './kind';

type Stored = Record<'number' | 'register' | 'body', string> & Words;
const THERE = `
SELECT p.id, p.number, p.register, b.slug AS body, coalesce(p.bin, '') AS bin, coalesce(p.kind, '') AS kind, p.subject, p."filedDay" AS filed,
       coalesce(p."dueDay", '') AS due, p."answeredDay" AS answered, p.outcome
  FROM unnest($1::text[], $2::text[], $3::text[]) r (body, register, number)
  JOIN "Body" b ON b.slug = r.body JOIN "PastCase" p ON p."bodyId" = b.id AND p.register = r.register AND p.number = r.number`;

export const pastCases = importKind({
  ...table,
  holdsTree: false,
  async known(db, { now }, rows) {
    const slugs = rows.map(({ body }) => body);
    const named = await db.query<{ id: string; slug: string }>({
      ...{ name: 'past_bodies', text: 'SELECT id, slug FROM "Body" WHERE slug = ANY ($1::text[])', values: [slugs] },
    });
    const values = [slugs, rows.map(({ register }) => register), rows.map(({ number }) => number)];
    const found = await db.query<Stored & { id: string }>({ name: 'past_there', text: THERE, values });
    return {
      today: dayOf(now()),
      bodies: new Map(named.rows.map(({ id, slug }) => [slug, id])),
      there: new Map(found.rows.map(({ id, ...words }) => [pastKey(words), { id, words }])),
    };
  },
  async write(tx, _world, { table: { id: tableId }, doing, known: { bodies } }) {
    const write = batch();
    const rows = doing.map(({ line, objectId: id, row: { body, bin, kind, due, filed, answered, ...said } }) => ({
      ...{ id, tableId, line, ...said, bodyId: bodies.get(body), bin: bin || null, kind: kind || null },
      ...{ filedDay: filed, dueDay: due || null, answeredDay: answered },
    }));
    write.insert({ table: 'PastCase', rows });
    const statement = write.statement();
    if (statement) await tx.query(statement);
  },
  // All rows of a table go at once, with the event that says so: what the ledger has the hash of is whole or gone.
  remove: () => Promise.resolve(null),
  applied: recordBrought,
  undone: recordTakenBack,
});
