// Checks what the house rests on: every hash chain is whole, folding the events gives exactly the rows that lists and pages read, and
// every event of a signed day is in the public register. Called by npm run verify and by tests; reads only, in batches, whatever the size of the ledger.
import canonicalize from 'canonicalize';
import type { Event } from '../core/event';
import { foldObligations } from '../core/obligation';
import type { World } from '../world';
import { GENESIS, hashOf, openingOf, type Opening } from './chain';
import { erasureFaults } from './erased';
import { readEvent } from './ledger';
import { pastFaults } from './past-cases';
import { PROJECTIONS, projectionOf } from './projections';
import { registerFaults } from './register/held';
import type { Row } from './write';

export type Fault = { stream: string; what: string };
export type Verdict = { events: number; streams: number; obligations: number; faults: Fault[] };

const BATCH = 500;

/** Every stream of the ledger, checked. `faults` is empty when all is well. */
export async function verifyLedger({ db }: Pick<World, 'db'>): Promise<Verdict> {
  const verdict: Verdict = { events: 0, streams: 0, obligations: 0, faults: [] };
  for (let last = ''; ; ) {
    const { rows } = await db.pool.query<{ stream: string }>({
      text: 'SELECT DISTINCT stream FROM "Event" WHERE stream > $1 ORDER BY stream LIMIT $2',
      values: [last, BATCH],
    });
    if (rows.length === 0) break;
    await verifyStreams(db, rows.map(({ stream }) => stream), verdict);
    last = rows.at(-1)?.stream ?? last;
  }
  verdict.faults.push(...(await registerFaults(db)), ...(await pastFaults(db)));
  return verdict;
}

async function verifyStreams(db: World['db'], streams: string[], verdict: Verdict): Promise<void> {
  const [rows, obligations] = await Promise.all([
    db.prisma.event.findMany({ where: { stream: { in: streams } }, orderBy: [{ stream: 'asc' }, { version: 'asc' }] }),
    db.prisma.obligation.findMany({ where: { stream: { in: streams } } }),
  ]);
  const stored = await storedRows(db, streams);
  const verifyStream = (stream: string, fault: (what: string) => void) => {
    const own = rows.filter((row) => row.stream === stream);
    verdict.streams += 1;
    verdict.events += own.length;
    const events: Event[] = [];
    const openings: Opening[] = [];
    let prevHash = GENESIS;
    for (const row of own) {
      const event = readEvent(row);
      if (event.version !== events.length + 1) fault(`event ${events.length + 1} is missing`);
      if (row.prevHash !== prevHash) fault(`event ${event.version} does not follow the one before it`);
      const opening = openingOf(row);
      if (hashOf(event, row.prevHash, opening) !== row.hash) fault(`event ${event.version} is not what was written`);
      openings.push(opening);
      prevHash = row.hash;
      events.push(event);
    }
    for (const what of erasureFaults(events, openings)) fault(what);
    const projection = projectionOf(stream);
    if (projection) compare(fault, projection.table, projection.rowOf(events), stored.get(stream));
    const owed = foldObligations(events);
    const held = new Map(obligations.filter((row) => row.stream === stream).map((row) => [row.key, row]));
    verdict.obligations += owed.size;
    for (const key of new Set([...owed.keys(), ...held.keys()])) {
      const [folded, row] = [owed.get(key), held.get(key)];
      if (!folded || !row) fault(`obligation ${key} stands only in the ${row ? 'table' : 'ledger'}`);
      else
        compare(
          fault,
          `obligation ${key}`,
          {
            ...{ id: folded.id, rule: folded.rule, debtorId: folded.debtor.id, creditorId: folded.creditor?.id ?? null, officialId: folded.officialId },
            ...{ fromDay: folded.reckoning.from, dueDay: folded.reckoning.due, lawfulDue: folded.lawfulDue, reckoning: folded.reckoning },
            ...{ closedDay: folded.closedDay, closedHow: folded.closedHow, closedBy: folded.closedBy, openedBy: folded.openedBy },
          },
          row,
        );
    }
  };
  for (const stream of streams) {
    const fault = (what: string) => verdict.faults.push({ stream, what });
    try {
      verifyStream(stream, fault);
    } catch (error) {
      // Events that make no history are a fault of this stream; the others are still to be checked.
      fault(`its events can't be read or followed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** The rows of the projections of these streams, by stream. */
async function storedRows(db: World['db'], streams: readonly string[]): Promise<Map<string, Row>> {
  const found = new Map<string, Row>();
  for (const [noun, { table }] of Object.entries(PROJECTIONS)) {
    const ids = streams.filter((stream) => stream.startsWith(`${noun}:`)).map((stream) => stream.slice(noun.length + 1));
    const { rows } = await db.pool.query<Row & { id: string }>({ text: `SELECT * FROM "${table}" WHERE id = ANY ($1::uuid[])`, values: [ids] });
    for (const row of rows) found.set(`${noun}:${row.id}`, row);
  }
  return found;
}

const plain = (value: unknown): string => canonicalize(value instanceof Date ? value.toISOString() : (value ?? null)) ?? '';

function compare(fault: (what: string) => void, name: string, folded: Row | null, stored: Row | undefined) {
  if (!folded || !stored) return fault(`${name}: the ${folded ? 'row' : 'history'} is missing`);
  const different = Object.keys(folded).filter((column) => plain(folded[column]) !== plain(stored[column]));
  if (different.length > 0) fault(`${name}: ${different.join(', ')} differ from what the events say`);
}
