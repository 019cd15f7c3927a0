import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingSql } from '../../prisma/schema-engine';
import { testDatabase } from '../help/database';

describe('prisma/schema.prisma', () => {
  it('says nothing that the migrations do not say, and the migrations nothing against it', async () => {
    expect(await missingSql({ conn: testDatabase().conn })).toBe('');
  });

  it('with a new column asks for a migration that adds it', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'kenes-schema-'));
    const schema = path.join(folder, 'schema.prisma');
    writeFileSync(schema, readFileSync('prisma/schema.prisma', 'utf8').replace(/model Body \{\n/, 'model Body {\n  motto String?\n'));
    expect(await missingSql({ conn: testDatabase().conn, schema })).toContain('ALTER TABLE "Body" ADD COLUMN     "motto" TEXT');
    rmSync(folder, { recursive: true });
  });
});
