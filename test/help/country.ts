// Databases that hold the invented country, for the journeys: made once in a run of the tests, each test file works on a clone of its own.
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { inject } from 'vitest';
import { newId } from '../../app/compose';
import { instantOf, type Day } from '../../app/core/day';
import { connect } from '../../app/data/connect';
import { pinGuide } from '../../app/data/editions';
import { diskFiles } from '../../app/data/files';
import { diskKeyring } from '../../app/data/register/keyring';
import { diskSeals } from '../../app/data/seals';
import { openOutward } from '../../app/data/webhooks/outward';
import type { World } from '../../app/world';
import { loadGuide } from '../../guide/load';
import { chance } from '../../prisma/chance';
import { populate } from '../../prisma/populate';
import { seedDemo } from '../../prisma/seed';
import { scratchFolder } from './app';
import { inDatabase, urlOf } from './client';

/** 'registers': bodies, NGOs, councils and accounts as of the first days of 2026; or all that happened there until a day. */
export type Held = 'registers' | { countryOf: Day };
export type Country = { url: string; dir: string; drop(): Promise<void> };

const { template, folder } = inject('postgres');
const REGISTERED: Day = '2026-01-03';
let clones = 0;

/** A database of its own, and the folder of what is kept outside of it. The caller drops it, with no connection left. */
export async function countryWith(held: Held): Promise<Country> {
  const name = held === 'registers' ? 'template_registers' : `template_country_${held.countryOf.replaceAll('-', '')}`;
  const own = `test_${process.pid}_country_${(clones += 1)}`;
  const kept = path.join(folder, name);
  const scratch = scratchFolder();
  await inDatabase('postgres', async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await make(client, name, (url) => fill(held, url, kept));
    await client.query(`CREATE DATABASE ${own} TEMPLATE ${name}`);
  });
  cpSync(kept, scratch.dir, { recursive: true });
  return {
    url: urlOf(own),
    dir: scratch.dir,
    async drop() {
      await inDatabase('postgres', (client) => client.query(`DROP DATABASE ${own} WITH (FORCE)`));
      scratch.remove();
    },
  };
}

/** The world on such a database. */
export function countryWorld(
  { url, dir }: Pick<Country, 'url' | 'dir'>,
  given: Pick<World, 'now' | 'limits' | 'log'>,
): World {
  return {
    db: connect({ url, size: 10, onIdleError: silent }),
    guide: loadGuide(path.resolve('guide')),
    wake: silent,
    queue: null,
    post: null,
    outward: openOutward({ loopback: false }),
    replies: null,
    files: diskFiles(path.join(dir, 'files')),
    seals: diskSeals(path.join(dir, 'seals')),
    openData: path.join(dir, 'open'),
    register: { folder: path.join(dir, 'register'), keys: diskKeyring(path.join(dir, 'keys')) },
    newId,
    origin: 'http://localhost',
    securityContact: null,
    ...given,
  };
}

/** Whole or not there: it gets its name when it is filled. */
async function make(client: pg.Client, name: string, fills: (url: string) => Promise<void>): Promise<void> {
  const unready = `${name}_unready`;
  await client.query(`DROP DATABASE IF EXISTS ${unready} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${unready} TEMPLATE ${template}`);
  await fills(urlOf(unready));
  await inDatabase(unready, (inside) => inside.query('ANALYZE'));
  await client.query(`ALTER DATABASE ${unready} RENAME TO ${name}`);
}

async function fill(held: Held, url: string, dir: string): Promise<void> {
  mkdirSync(dir, { recursive: true });
  const now = instantOf(held === 'registers' ? REGISTERED : held.countryOf, '10:00');
  const log = { info: silent, warn: silent, error: silent };
  const world = countryWorld({ url, dir }, { limits: null, now: () => now, log });
  await pinGuide(world);
  if (held === 'registers') await populate(world, { chance: chance(2026), since: now });
  else await seedDemo(world, silent);
  await world.db.close();
}

const silent = () => {};
