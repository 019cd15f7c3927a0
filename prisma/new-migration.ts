// `npm run migrate:new -- name`: writes the migration that brings the database from the last one to prisma/schema.prisma. Read it
// before it is committed, and add what Prisma can't say (functions, triggers, special indexes). It is applied at the next start.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from '../app/data/postgres';
import { migrationFaults } from './migration-rules';
import { missingSql } from './schema-engine';

const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Give the migration a name of small letters, such as: npm run migrate:new -- letters_in_braille');
  process.exit(1);
}
const scratch = mkdtempSync(path.join(os.tmpdir(), 'kenes-migration-'));
const server = await startPostgres({ dataDir: path.join(scratch, 'postgres'), flags: ['fsync=off'] });
try {
  const sql = await missingSql({ conn: server.conn });
  if (!sql) console.log('The migrations already say all that the schema says.');
  else {
    const folder = path.join(
      'prisma/migrations',
      `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`,
    );
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'migration.sql'), sql);
    console.log(`Written: ${folder}/migration.sql`);
    for (const { statement, why, instead } of migrationFaults(sql))
      console.log(`${statement}\n  people could not work meanwhile: ${why}; ${instead} (prisma/migrations.md)`);
  }
} finally {
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
}
