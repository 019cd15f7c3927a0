// Migrations since the first release let people read and file while they run (prisma/migrations.md). The check itself is held to statements that
// would stop them, and to the way each is done instead.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrationFaults } from '../../prisma/migration-rules';

/** Before it nobody ran Kenes for others. */
const FIRST_RELEASE = '20261130000000';
const FOLDER = 'prisma/migrations';

describe('migrations', () => {
  it('since the first release keep to the rules', () => {
    const since = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name > FIRST_RELEASE);
    const faults = since.flatMap(({ name }) =>
      migrationFaults(readFileSync(`${FOLDER}/${name}/migration.sql`, 'utf8')).map((fault) => ({ name, ...fault })),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ['ALTER TABLE "Appeal" RENAME COLUMN "kind" TO "sort"', 'old name'],
    ['ALTER TABLE "Appeal" DROP COLUMN "kind"', 'relies on it'],
    ['DROP TABLE "Draft"', 'asks for it'],
    ['DROP INDEX "Appeal_number_key"', 'locked'],
    ['ALTER TABLE "Appeal" ALTER COLUMN "kind" SET DATA TYPE TEXT', 'written anew'],
    ['ALTER TABLE "Appeal" ALTER COLUMN "kind" SET NOT NULL', 'validated check'],
    ['ALTER TABLE "Appeal" ADD COLUMN "a" TEXT, ADD COLUMN "b" TEXT NOT NULL', 'without it'],
    ['ALTER TABLE "Letter" ADD COLUMN "token" UUID NOT NULL DEFAULT gen_random_uuid()', 'written anew'],
    ['ALTER TABLE "Letter" ADD COLUMN "n" BIGSERIAL', 'written anew'],
    ['ALTER TABLE "Letter" ADD CONSTRAINT "c" CHECK (attempts >= 0)', 'every row is read'],
    ['ALTER TABLE "Letter" ADD CONSTRAINT "c" FOREIGN KEY ("personId") REFERENCES "Person"("id")', 'every row is read'],
    ['ALTER TABLE "Letter" ADD CONSTRAINT "c" UNIQUE ("key")', 'every row is read'],
    ['CREATE UNIQUE INDEX "i" ON "Letter"("key")', 'while it is built'],
    ['CREATE INDEX CONCURRENTLY IF NOT EXISTS "i" ON "Letter"("key")', 'transaction'],
    ['-- alone: two\nCREATE INDEX CONCURRENTLY IF NOT EXISTS "i" ON "Letter"("key"); SELECT 1', 'transaction'],
    ['-- alone: no reason\nALTER TABLE "Letter" ADD COLUMN "a" TEXT', 'undoes'],
    ['UPDATE "Letter" SET "readAt" = "createdAt"', 'stay locked'],
    ['WITH x AS (SELECT 1) DELETE FROM "Letter"', 'stay locked'],
    ['LOCK TABLE "Letter" IN EXCLUSIVE MODE', 'everybody out'],
    ['TRUNCATE "Letter"', 'everybody out'],
    ['REINDEX TABLE "Letter"', 'everybody out'],
    ['ALTER TABLE "Letter" ADD COLUMN "a" TEXT; ALTER TABLE "Person" ADD COLUMN "b" TEXT', 'waited for'],
    ['ALTER TABLE "Letter" ADD CONSTRAINT "c" CHECK (a > 0) NOT VALID; ALTER TABLE "Letter" VALIDATE CONSTRAINT "c"', 'held while'],
    ['-- allowed: so\nTRUNCATE "Letter"', 'everybody out'],
  ])('%s is found, with why', (sql, why) => {
    const faults = migrationFaults(`${sql};\n`);
    expect(faults.map((fault) => fault.why).join()).toContain(why);
    expect(faults.every(({ instead }) => instead.length > 0)).toBe(true);
  });

  it.each([
    'CREATE TABLE "N" ("id" UUID NOT NULL, "a" INT, CONSTRAINT "N_pkey" PRIMARY KEY ("id")); CREATE INDEX "N_a" ON "N"("a"); ALTER TABLE "N" ADD CONSTRAINT "f" FOREIGN KEY ("id") REFERENCES "Person"("id")',
    'ALTER TABLE "Letter" ADD COLUMN "a" TEXT, ADD COLUMN "b" TEXT NOT NULL DEFAULT \'at_once; DROP TABLE x\'',
    'ALTER TABLE "Letter" ADD COLUMN "a" BOOLEAN DEFAULT false NOT NULL',
    'ALTER TABLE "Letter" ADD CONSTRAINT "c" CHECK (attempts >= 0) NOT VALID',
    'ALTER TABLE "Letter" VALIDATE CONSTRAINT "c"',
    'ALTER TABLE "Letter" ADD CONSTRAINT "u" UNIQUE USING INDEX "i"',
    '-- alone: people write letters meanwhile\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "i" ON "Letter"("key")',
    'CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN DELETE FROM "Letter"; RETURN 2; END $$',
    '-- TRUNCATE is not done here\nALTER TABLE "Letter" ALTER COLUMN "bodyId" DROP NOT NULL',
    '-- allowed: twelve rows that only administrators read\nUPDATE "Council" SET "slug" = lower("slug")',
  ])('%s is let pass', (sql) => {
    expect(migrationFaults(`${sql};\n`)).toEqual([]);
  });
});
