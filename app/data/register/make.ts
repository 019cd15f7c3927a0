// Makes a day of the public register: a leaf for every event that is not in it yet, the root over them, the signed statement. All in one
// transaction, alone: killed anywhere it has done nothing, run twice it does nothing more.
import { randomBytes } from 'node:crypto';
import { addDays, type Day } from '../../core/day';
import type { World } from '../../world';
import type { Asking } from '../connect';
import { letterRow } from '../ledger';
import { inTransaction } from '../transaction';
import { batch } from '../write';
import type { Keyring, SigningKey } from './keyring';
import { canonical, entryOf, inOrder, ZEROS, type Leaf } from './leaf';
import { leafHash, rootOf } from './merkle';
import { FORMAT, signedShape, statementHash, type Signed, type Statement } from './statement';

const LOCK = 20_261_126;
const BATCH = 5000;
/** A day that is only caught up with looks this many days back for what was recorded late; the newest looks at everything. */
const LATE_DAYS = 3;

type Making = Pick<World, 'db' | 'now' | 'newId'> & { register: { keys: Keyring } };
type Candidate = { stream: string; version: number; hash: string; object: string | null; previous: string | null };
type Made = { stream: string; version: number; nonce: string; leaf: Leaf; hash: Buffer };

/** Events until the end of a day that have no leaf, with the leaf before each; none that follows one of a later day. */
const CANDIDATES = `
SELECT e.stream, e.version, e.hash, p.object, p.hash AS previous
  FROM "Event" e
  LEFT JOIN "RegisterLeaf" p ON p.stream = e.stream AND p.version = e.version - 1
 WHERE e.day <= $1 AND e.at >= $2
   AND NOT EXISTS (SELECT 1 FROM "RegisterLeaf" l WHERE l.stream = e.stream AND l.version = e.version)
 ORDER BY e.stream, e.version`;

/** The day that the register stands at: the last that was made, or the one before the first event; null while there is nothing. */
export async function registeredUntil({ db }: Pick<World, 'db'>): Promise<Day | null> {
  const { rows } = await db.pool.query<{ day: Day | null; first: Day | null }>(
    `SELECT (SELECT max(day) FROM "RegisterDay") AS day, (SELECT day FROM "Event" ORDER BY at LIMIT 1) AS first`,
  );
  const { day = null, first = null } = rows[0] ?? {};
  return day ?? (first && addDays(first, -1));
}

/**
 * Makes the next day; gives its statement, or null where another process made it meanwhile. `newest`: no day after it is over yet, so
 * that whatever was recorded late is looked for, and subscribers are written to.
 */
export function makeDay(world: Making, day: Day, { newest }: { newest: boolean }): Promise<Statement | null> {
  return inTransaction(world.db, async (through) => {
    await through.query({ text: 'SELECT pg_advisory_xact_lock($1)', values: [LOCK] });
    const before = await lastSigned(through);
    if (before && before.statement.day >= day) return null;
    const keys = choose(await world.register.keys.read(), before?.statement ?? null);
    const since = newest ? '-infinity' : addDays(day, -LATE_DAYS);
    const { rows } = await through.query<Candidate>({ text: CANDIDATES, values: [day, since] });
    const made = leavesOf(rows);
    for (let i = 0; i < made.length; i += BATCH) await insert(through, { day, from: i, made: made.slice(i, i + BATCH) });
    const statement: Statement = {
      format: FORMAT,
      day,
      leaves: made.length,
      total: (before?.statement.total ?? 0) + made.length,
      root: rootOf(made.map(({ hash }) => hash)).toString('hex'),
      previous: before ? statementHash(before.statement) : ZEROS,
      key: keys.signs.id,
      ...(keys.next && { next: keys.next.id }),
      madeAt: new Date(world.now()).toISOString(),
    };
    const signed: Signed = { statement, signature: keys.signs.sign(canonical(statement)) };
    await insertDay(through, signed);
    if (newest) await writeLetters(world, through, statement);
    return statement;
  });
}

async function lastSigned(through: Asking): Promise<Signed | null> {
  const { rows } = await through.query<{ statement: string }>({ text: 'SELECT statement FROM "RegisterDay" ORDER BY day DESC LIMIT 1' });
  return rows[0] ? signedShape.parse(JSON.parse(rows[0].statement)) : null;
}

/** Who signs: the key that the last statement leads to. Throws a sentence where it is not there: nobody else may go on with this register. */
function choose(keys: readonly SigningKey[], before: Statement | null): { signs: SigningKey; next: SigningKey | null } {
  const wanted = keys.at(-1);
  const expected = before ? (before.next ?? before.key) : wanted?.id;
  const signs = keys.find(({ id }) => id === expected);
  if (!signs || !wanted) throw new Error(`The register is signed by the key ${expected}, which is not here: put it back from the backup.`);
  return { signs, next: wanted.id === signs.id ? null : wanted };
}

/** Leaves of the candidates, chained by object and in the order of the tree. What follows an event that is not here waits for it. */
function leavesOf(candidates: readonly Candidate[]): Made[] {
  const made: Made[] = [];
  for (const { stream, version, hash, object, previous } of candidates) {
    const last = made.at(-1);
    const own = last?.stream === stream && last.version === version - 1 ? last : null;
    const before = own ? { object: own.leaf.object, previous: own.hash.toString('hex') } : object && previous ? { object, previous } : null;
    if (!before && version > 1) continue;
    const nonce = randomBytes(32).toString('hex');
    const entry = entryOf(nonce, hash);
    const leaf: Leaf = { object: before?.object ?? entry, version, previous: before?.previous ?? ZEROS, entry };
    made.push({ stream, version, nonce, leaf, hash: leafHash(canonical(leaf)) });
  }
  return made.sort((a, b) => inOrder(a.leaf, b.leaf));
}

async function insert(through: Asking, { day, from, made }: { day: Day; from: number; made: readonly Made[] }): Promise<void> {
  const write = batch();
  write.insert({
    table: 'RegisterLeaf',
    rows: made.map(({ stream, version, nonce, leaf: { object, entry }, hash }, i) => ({
      ...{ stream, version, day, position: from + i, object, entry, nonce, hash: hash.toString('hex') },
    })),
  });
  const statement = write.statement();
  if (statement) await through.query(statement);
}

async function insertDay(through: Asking, signed: Signed): Promise<void> {
  const { day, leaves, total, root, madeAt } = signed.statement;
  await through.query({
    text: `INSERT INTO "RegisterDay" (day, leaves, total, root, hash, statement, "madeAt") VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [day, leaves, total, root, statementHash(signed.statement), canonical(signed), madeAt],
  });
}

type Subscriber = { personId: string; email: string; locale: string; token: string };

/** A letter to everyone who follows the register, with what they need to find out later that it was changed. */
async function writeLetters(world: Pick<World, 'now' | 'newId'>, through: Asking, statement: Statement): Promise<void> {
  const { rows } = await through.query<Subscriber>({
    text: `SELECT p.id AS "personId", p.email, p.locale, f.token FROM "Follow" f JOIN "Person" p ON p.id = f."personId"
            WHERE f.what = 'register' AND p."closedAt" IS NULL ORDER BY p.id`,
  });
  const { day, leaves, total, root, key } = statement;
  const write = batch();
  write.insert({
    table: 'Letter',
    rows: rows.map(({ personId, email, locale, token }) =>
      letterRow(
        world,
        {
          ...{ key: `register:${day}:${personId}`, letter: 'register_day', personId, email, locale, stream: null },
          data: { ...{ day, leaves, total, root, key }, statement: statementHash(statement), path: '/public-register', unfollow: `/unfollow/${token}` },
        },
        world.now(),
      ),
    ),
    onConflict: 'nothing',
  });
  const letters = write.statement();
  if (letters) await through.query(letters);
}
