// Backup and the drill of restoring, of ten thousand cases as they are lived (`--cases 100000`: of so many): how long each takes, and how large the
// backup is. Cases come from the simulation; the others are copies of them with ids, numbers and hash chains of their own, so that all of it can
// be verified.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { addDays, dayOf } from '../../app/core/day';
import { writeBackup } from '../../app/data/backup/write';
import { GENESIS, hashOf, openingOf } from '../../app/data/chain';
import { readEvent } from '../../app/data/ledger';
import { readArguments } from '../../app/script';
import { chance } from '../../prisma/chance';
import { live } from '../../prisma/live';
import { openGround, type Ground } from './ground';

const LIVED = 200;
const CASES = Number(readArguments(process.argv.slice(2)).cases ?? 10_000);
const AT_ONCE = 40;

export async function benchBackup(): Promise<void> {
  const ground = await openGround();
  try {
    const until = Date.now();
    await live(ground.world, { appeals: LIVED, from: addDays(dayOf(until), -200), until, chance: chance(7) });
    const copies = Math.ceil(CASES / LIVED) - 1;
    const made = await timed(() => copyCases(ground, copies));
    const folder = path.join(ground.dataDir, 'backup');
    let rows = 0;
    const written = await timed(async () => {
      ({ rows } = await writeBackup(ground.world, { folder, dataDir: ground.dataDir }));
    });
    const bytes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
      (sum, file) => sum + statSync(path.join(folder, file)).size,
      0,
    );
    const { rows: size } = await ground.world.db.pool.query<{ gb: number }>(
      `SELECT pg_database_size(current_database())::float8 / 1e9 AS gb`,
    );
    const cases = await ground.world.db.prisma.appeal.count();
    console.log(`  ${cases} cases (made in ${made.toFixed(0)} s): ${rows} rows, ${size[0]?.gb.toFixed(1)} GB`);
    console.log(`  backup    ${written.toFixed(0)} s, ${(bytes / 1e9).toFixed(2)} GB`);
    // As it is run by hand: an empty PostgreSQL of its own, everything back, every event and attachment checked.
    const drill = spawn(process.execPath, ['--import', 'tsx', 'app/restore.ts', '--from', folder, '--drill'], {
      stdio: 'inherit',
    });
    await once(drill, 'close');
  } finally {
    await ground.close();
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return (performance.now() - began) / 1000;
}

type Row = Record<string, unknown>;
/** Rows of a case by table; each but the case itself found by its stream or by the rows before it. */
const TABLES = ['Event', 'Appeal', 'Obligation', 'Reminder', 'Letter', 'SearchEntry'] as const;
type Case = Record<(typeof TABLES)[number], Row[]>;

const OWN: Record<(typeof TABLES)[number], string> = {
  Event: 'stream = $1',
  Appeal: `'appeal:' || id = $1`,
  Obligation: 'stream = $1',
  Reminder: `"obligationId" IN (SELECT id FROM "Obligation" WHERE stream = $1)`,
  Letter: 'stream = $1',
  SearchEntry: `'appeal:' || id = $1`,
};

async function copyCases({ world }: Ground, copies: number): Promise<void> {
  const { pool } = world.db;
  const columns = new Map<string, string>();
  for (const table of TABLES) {
    const { rows } = await pool.query<{ list: string }>(
      `SELECT string_agg(format('%I', column_name), ',') AS list FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name = $1 AND column_name <> 'seq' AND is_generated = 'NEVER'`,
      [table],
    );
    columns.set(table, rows[0]?.list ?? '');
  }
  const appeals = await world.db.prisma.appeal.findMany({ select: { id: true, number: true } });
  for (const [n, { id, number }] of appeals.entries()) {
    const lived = {} as Case;
    for (const table of TABLES) {
      const { rows } = await pool.query<{ row: Row }>(
        `SELECT to_jsonb(t) AS row FROM "${table}" t WHERE ${OWN[table]} ORDER BY 1`,
        [`appeal:${id}`],
      );
      lived[table] = rows.map(({ row }) => row);
    }
    const again = copier(lived, { id, number });
    for (let from = 1; from <= copies; from += AT_ONCE) {
      const made = Array.from({ length: Math.min(AT_ONCE, copies - from + 1) }, (_, k) =>
        again(from + k, `${number.slice(0, 4)}-${1_000_000 + n * copies + from + k}`),
      );
      for (const table of TABLES) {
        const rows = made.flatMap((one) => one[table]);
        const list = columns.get(table) ?? '';
        if (rows.length > 0)
          await pool.query({
            name: `copy_${table}`,
            text: `INSERT INTO "${table}" (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
            values: [JSON.stringify(rows)],
          });
      }
    }
  }
  await pool.query('VACUUM ANALYZE');
}

/** Makes the k-th copy of a case: everything that is its own has another id, and its events another chain. */
function copier(lived: Case, { id, number }: { id: string; number: string }): (k: number, as: string) => Case {
  const own = new Set([id, number]);
  for (const table of ['Obligation', 'Reminder', 'Letter'] as const)
    for (const row of lived[table])
      for (const name of ['id', 'token']) if (typeof row[name] === 'string') own.add(row[name]);
  const text = JSON.stringify(lived);
  const any = new RegExp([...own].join('|'), 'g');
  const pieces = text.split(any);
  const between = text.match(any) ?? [];
  return (k, as) => {
    const made = JSON.parse(
      pieces
        .map(
          (piece, at) => piece + (between[at] === undefined ? '' : between[at] === number ? as : other(between[at], k)),
        )
        .join(''),
    ) as Case;
    let prevHash = GENESIS;
    for (const row of made.Event.toSorted((a, b) => Number(a.version) - Number(b.version))) {
      const stored = { ...row, at: new Date(String(row.at)) } as unknown as Parameters<typeof readEvent>[0];
      const hash = hashOf(
        readEvent(stored),
        prevHash,
        openingOf({ seed: (row.seed as string | null) ?? null, erased: row.erased }),
      );
      Object.assign(row, { prevHash, hash });
      prevHash = hash;
    }
    for (const row of made.Letter) row.key = `${String(row.key)}:${k}`;
    return made;
  };
}

const other = (id: string, k: number): string => {
  const hex = createHash('md5').update(`${id}${k}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};
