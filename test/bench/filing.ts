// Filing an appeal, all it writes in one transaction, against raw inserts of the same rows: one prepared multi-row insert a table.
import { randomUUID } from 'node:crypto';
import { addDays, dayOf } from '../../app/core/day';
import { fileAppeal } from '../../app/commands/appeals/file';
import { chance } from '../../prisma/chance';
import { populate } from '../../prisma/populate';
import { compare, median, openGround, type Ground } from './ground';

const FILINGS = 300;
const ROUNDS = 5;
const TABLES = ['Event', 'Appeal', 'Obligation', 'Reminder', 'Letter'] as const;

export async function benchFiling(): Promise<void> {
  const ground = await openGround();
  try {
    const { world } = ground;
    const country = await populate(world, {
      chance: chance(3),
      since: Date.parse(`${addDays(dayOf(world.now()), -30)}T00:00:00Z`),
    });
    const [applicant] = country.applicants;
    const [place] = country.bodies;
    if (!applicant || !place) throw new Error('an empty country');
    const file = () =>
      fileAppeal(world, applicant.viewer, {
        ...{ kind: 'application', bodyId: place.id, organisationId: applicant.organisationId, language: 'ru' },
        subject: 'Пандус у подземного перехода',
        text: 'Просим установить пандус у подземного перехода. '.repeat(12),
      });
    await file();
    const rates = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      rates.ours.push(await perSecond(FILINGS, file));
      rates.bare.push(await rawInserts(ground));
    }
    compare('filings, one after the other', '/s', median(rates.ours), median(rates.bare));
  } finally {
    await ground.close();
  }
}

async function perSecond(times: number, act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < times; n++) await act();
  return (times * 1000) / (performance.now() - began);
}

/** The rows of the last filing, read back and written again under new keys. */
async function rawInserts({ world }: Ground): Promise<number> {
  const { pool } = world.db;
  const last = await world.db.prisma.appeal.findFirstOrThrow({ orderBy: { receivedAt: 'desc' }, select: { id: true } });
  const stream = `appeal:${last.id}`;
  const where: Record<(typeof TABLES)[number], string> = {
    Event: 'stream = $1',
    Appeal: `'appeal:' || id = $1`,
    Obligation: 'stream = $1',
    Reminder: `"obligationId" IN (SELECT id FROM "Obligation" WHERE stream = $1)`,
    Letter: 'stream = $1',
  };
  const rows = new Map<string, Record<string, unknown>[]>();
  for (const table of TABLES)
    rows.set(
      table,
      (await pool.query({ text: `SELECT * FROM "${table}" WHERE ${where[table]}`, values: [stream] })).rows as Record<
        string,
        unknown
      >[],
    );
  let serial = 0;
  const run = `${process.pid}-${performance.now()}`;
  return perSecond(FILINGS, async () => {
    const client = await pool.connect();
    const fresh = `appeal:${world.newId()}`;
    await client.query('BEGIN');
    for (const table of TABLES) {
      const own = (rows.get(table) ?? []).map((row) =>
        renewed(row, { stream: fresh, number: `${run}-${++serial}`, id: world.newId }),
      );
      const columns = Object.keys(own[0] ?? {});
      const places = own
        .map((_, r) => `(${columns.map((_, c) => `$${r * columns.length + c + 1}`).join(',')})`)
        .join(',');
      const values = own.flatMap((row) => columns.map((column) => plain(row[column])));
      await client.query({
        name: `raw-${table}-${own.length}`,
        text: `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(',')}) VALUES ${places}`,
        values,
      });
    }
    await client.query('COMMIT');
    client.release();
  });
}

const renewed = (
  row: Record<string, unknown>,
  { stream, number, id }: { stream: string; number: string; id: () => string },
): Record<string, unknown> => {
  const { seq: _seq, ...rest } = row;
  return {
    ...rest,
    ...('id' in row && { id: id() }),
    ...('stream' in row && { stream }),
    ...('number' in row && { number }),
    ...('token' in row && { token: randomUUID() }),
    ...('key' in row && { key: `${String(row.key)}:${number}` }),
    ...('obligationId' in row && { obligationId: id() }),
  };
};

const plain = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value;
