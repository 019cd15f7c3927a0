// Organisations from a table: found by their BIN, written, removed where nothing was built upon them.
import { organisations as table } from '../../core/imports/organisations';
import { batch } from '../write';
import { importKind } from './kind';
import { removed } from './removed';

type Stored = { id: string; bin: string; name: string; address: string; region: string; fields: string };
const FOUND = `
SELECT id, bin, name, address, coalesce(region, '') AS region, array_to_string(fields, ' ') AS fields FROM "Organisation" WHERE bin = ANY ($1::bpchar[])`;
const TYPES = { id: 'uuid', name: 'text', address: 'text', region: 'text', fields: 'text[]' };

/** What stands upon an organisation without a foreign key that would say so. */
const USED = `
SELECT EXISTS (SELECT 1 FROM "Pass" WHERE "organisationId" = $1::uuid AND "usedAt" IS NULL) OR EXISTS (SELECT 1 FROM "Webhook" WHERE "organisationId" = $1::uuid)
    OR EXISTS (SELECT 1 FROM "Comment" WHERE "organisationId" = $1::uuid) OR EXISTS (SELECT 1 FROM "SurveyRight" WHERE "organisationId" = $1::uuid) AS used`;

export const organisations = importKind({
  ...table,
  holdsTree: false,
  async known(db, _world, rows) {
    const bins = rows.map(({ bin }) => bin);
    const found = await db.query<Stored>({ name: 'import_organisations', text: FOUND, values: [bins] });
    return new Map(found.rows.map(({ id, bin, ...words }) => [bin, { id, words }]));
  },
  async write(tx, { now }, { doing }) {
    const createdAt = new Date(now()).toISOString();
    const write = batch();
    for (const { row, plan, objectId: id } of doing) {
      const { bin, region, ...rest } = row;
      const said = { ...rest, region: region || null };
      if (plan.state === 'new') write.insert({ table: 'Organisation', rows: [{ id, bin, createdAt, ...said }] });
      else write.update({ table: 'Organisation', rows: [{ id, ...said }], by: ['id'], types: TYPES });
    }
    const statement = write.statement();
    if (statement) await tx.query(statement);
  },
  remove: (tx, _world, id) => removed(tx, { table: 'Organisation', id, used: USED }),
});
