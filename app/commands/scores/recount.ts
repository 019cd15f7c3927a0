// Nightly, what every figure is counted from is folded from the ledger alone and held against the tables. Where the
// two differ, the body's figures of that period are not shown until they agree; where they agree, figures are reckoned anew. Called by the worker recount.
import canonicalize from 'canonicalize';
import type { Counted } from '../../core/score/counting';
import { NO_FACTS, type Facts } from '../../core/score/facts';
import { isPeriod, type Period } from '../../core/score/period';
import type { Mark } from '../../core/score/stale';
import { factsOf, factsOfAll } from '../../data/score-facts';
import { factsInLedger } from '../../data/score-ledger';
import { judge } from '../../data/score-mismatch';
import type { World } from '../../world';
import { byBody, placeAll, reckonAll, TOGETHER } from './figures';

/** Gives the number of bodies and periods held against each other. */
export async function recountAll(world: World, signal: AbortSignal): Promise<number> {
  const { db, guide, log } = world;
  const ledger = await factsInLedger(db, guide, signal);
  if (!ledger) return 0;
  const marks = new Map<string, Mark>(ledger);
  for (const mark of await everyPlace(world)) marks.set(`${mark.bodyId} ${mark.period}`, mark);
  const periods = new Set<Period>();
  const agreeing: Mark[] = [];
  let again: Counted | null = null;
  for await (const { key, mark, stored } of everyFacts(world, [...marks])) {
    if (signal.aborted) break;
    let parts = differing(stored, (again ?? ledger).get(key) ?? NO_FACTS);
    if (parts.length > 0) {
      // An act may have come in after one of the two was read: both are read once more before anything is said, the ledger once in all.
      again ??= await factsInLedger(db, guide, signal);
      if (!again) break;
      parts = differing(await factsOf(db.pool, guide, mark), again.get(key) ?? NO_FACTS);
    }
    if (parts.length > 0) log.error({ ...mark, parts }, 'the ledger and the tables count differently');
    if (await judge(db, world, mark, parts)) periods.add(mark.period);
    if (parts.length === 0) agreeing.push(mark);
  }
  await reckonAll(world, agreeing, 'nightly', signal);
  // Every period: trust that was counted since stands beside the same figures.
  for (const { period } of marks.values()) periods.add(period);
  for (const period of periods) await placeAll(world, period, 'nightly');
  return marks.size;
}

/** Every body and period that the tables know, or that was ever published. */
async function everyPlace({ db }: World): Promise<Mark[]> {
  const { rows } = await db.pool.query<{ bodyId: string; period: string }>(
    `SELECT DISTINCT "bodyId", left("registeredDay", 5) || 'Q' || ceil(substr("registeredDay", 6, 2)::int / 3.0) AS period FROM "Appeal"
     UNION SELECT DISTINCT "bodyId", period::text FROM "ScoreSnapshot" WHERE "bodyId" IS NOT NULL`,
  );
  return rows.flatMap(({ bodyId, period }) => (isPeriod(period) ? [{ bodyId, period }] : []));
}

const listed = (facts: readonly object[]): string =>
  facts
    .map((fact) => canonicalize(fact) ?? '')
    .sort()
    .join('\n');

/** The parts in which the tables differ from what the ledger says. */
const differing = (stored: Facts, ledger: Facts): (keyof Facts)[] =>
  (Object.keys(NO_FACTS) as (keyof Facts)[]).filter((part) => listed(stored[part]) !== listed(ledger[part]));

/** What the tables say of each place, some hundred places read at once. */
async function* everyFacts({ db, guide }: World, places: readonly [key: string, mark: Mark][]) {
  const sorted = places
    .map(([key, { bodyId, period }]) => ({ key, mark: { bodyId, period } }))
    .sort((one, other) => byBody(one.mark, other.mark));
  for (let from = 0; from < sorted.length; from += TOGETHER) {
    const some = sorted.slice(from, from + TOGETHER);
    const marks = some.map(({ mark }) => mark);
    let at = 0;
    for (const stored of await factsOfAll(db.pool, guide, marks, 'each')) {
      const place = some[at++];
      if (place) yield { ...place, stored };
    }
  }
}
