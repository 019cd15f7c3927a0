// What is missing between the migrations and prisma/schema.prisma, as SQL, found by Prisma's own engine as WebAssembly: no native
// binary, nothing fetched. For new-migration.ts and for the test that the two agree; Kenes itself never runs it.
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';

/** Connection fields. Never a URL: the adapter would take its database and forget the scratch one. */
export type Fields = { host: string; port: number; user: string; database: string };
type Where = { conn: Fields; schema?: string; migrations?: string };

/** The SQL that the next migration must hold; '' when migrations and schema agree. Works in a scratch database that it drops. */
export async function missingSql({
  conn,
  schema = 'prisma/schema.prisma',
  migrations = 'prisma/migrations',
}: Where): Promise<string> {
  await loadEngine();
  const content = await readFile(schema, 'utf8');
  const adapters: Adapter[] = [];
  const engine = await wasm.SchemaEngine.new(
    { datamodels: [[schema, content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory(conn, adapters)),
  );
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await listOf(migrations)) },
      to: { tag: 'schemaDatamodel', files: [{ path: schema, content }] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 2 ? (stdout ?? '') : '';
  } finally {
    engine.free();
    // The engine's lock lives as long as its connection.
    for (const adapter of adapters) await adapter.underlyingDriver().end();
  }
}

let loaded: Promise<void> | null = null;
const loadEngine = (): Promise<void> => (loaded ??= load());

async function load(): Promise<void> {
  (globalThis as { PRISMA_WASM_PANIC_REGISTRY?: object }).PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message: string) {
      throw new Error(`The schema engine failed: ${message}`);
    },
  };
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': wasm as unknown as WebAssembly.ModuleImports,
  });
  (wasm as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }).__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

async function listOf(baseDir: string) {
  const names = (await readdir(baseDir, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return {
    baseDir,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(path.join(baseDir, name, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  };
}

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Answer = { fields: { dataTypeID: number }[] };
type Asked = { sql: string; chars?: number[] };

/** The adapter with what the engine needs of it and what it lacks in 7.10. */
function factory(conn: Fields, adapters: Adapter[]): PrismaPg {
  const made = new PrismaPg({ ...conn, max: 1 });
  const connect = made.connect.bind(made);
  made.connect = async () => {
    const adapter = mended(await connect());
    adapters.push(adapter);
    return adapter;
  };
  made.connectToShadowDb = () => scratch(conn);
  return made;
}

/** Its own drops the scratch database while it is still connected to it. */
async function scratch(conn: Fields): Promise<Adapter> {
  const admin = new pg.Client(conn);
  await admin.connect();
  const database = `scratch_${process.pid}_${Date.now()}`;
  await admin.query(`CREATE DATABASE ${database} TEMPLATE template0`);
  const adapter = mended(await new PrismaPg({ ...conn, database, max: 1 }).connect());
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await admin.end();
  };
  return adapter;
}

const CATALOG_CHAR = 18;
const TEXT = 25;

function mended(adapter: Adapter): Adapter {
  const it = adapter as unknown as Omit<SqlDriverAdapter, 'queryRaw'> & {
    performIO(asked: Asked): Promise<Answer>;
    queryRaw(asked: Asked): ReturnType<SqlDriverAdapter['queryRaw']>;
    onError(error: unknown): never;
    underlyingDriver(): pg.Pool;
  };
  const performIO = it.performIO.bind(it);
  const queryRaw = it.queryRaw.bind(it);
  // It knows no type for the catalog's own "char", which describes tables.
  it.performIO = async (asked) => {
    const answer = await performIO(asked);
    answer.fields.forEach((field, place) => {
      if (field.dataTypeID !== CATALOG_CHAR) return;
      field.dataTypeID = TEXT;
      (asked.chars ??= []).push(place);
    });
    return answer;
  };
  it.queryRaw = async (asked) => {
    const answer = await queryRaw(asked);
    for (const place of asked.chars ?? [])
      if (answer.rows.every((row) => row[place])) answer.columnTypes[place] = ColumnTypeEnum.Character;
    return answer;
  };
  // It splits scripts at every semicolon, also inside functions and texts.
  it.executeScript = async (sql) => {
    try {
      await it.underlyingDriver().query(sql);
    } catch (error) {
      it.onError(error);
    }
  };
  return adapter;
}
