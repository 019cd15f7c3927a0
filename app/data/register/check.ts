// Checks a published register from its files alone: every line as it was written, each object's chain, every root, every signature, each
// day following the one before it. Called by npm run verify -- --register and by tests.
import { z } from 'zod';
import { addDays, type Day } from '../../core/day';
import { day } from '../../core/shape';
import { INDEX, LEAVES, STATEMENT } from './files';
import { canonical, hex, inOrder, leafShape, ZEROS, type Leaf } from './leaf';
import { leafHash, rootOf } from './merkle';
import type { Place } from './open';
import { isSigned, signedShape, statementHash, type Signed, type Statement } from './statement';

const indexShape = z.strictObject({ format: z.literal('kenes register/1'), first: day, last: day, statement: hex });

export type RegisterVerdict = {
  days: number;
  leaves: number;
  /** The last day that was read, and the hash of its statement. */
  until: Day | null;
  statement: string | null;
  /** Hashes of all statements, by day. */
  statements: Map<Day, string>;
  /** Keys that signed, in their order. The first is trusted as it stands; each other was announced by the one before. */
  keys: string[];
  faults: { where: string; what: string }[];
};
/** What a reader knows from elsewhere: a statement's hash out of a letter, the first key from the page. */
export type Known = { statement?: string; key?: string };

/** Text that parses to `shape` and is canonical JSON to the byte; null otherwise. */
export function exact<S extends z.ZodType>(shape: S, text: string): z.output<S> | null {
  try {
    const read = shape.safeParse(JSON.parse(text));
    return read.success && canonical(read.data as object) === text ? read.data : null;
  } catch {
    return null;
  }
}

/** The bytes as text that ends in one line feed, without it; null where they are not UTF-8 or end otherwise. */
function oneText(bytes: Buffer): string | null {
  const text = bytes.toString('utf8');
  return text.endsWith('\n') && Buffer.from(text).equals(bytes) ? text.slice(0, -1) : null;
}

/** Everything that can be found wrong; `faults` is empty when the register is whole. */
export async function checkRegister(place: Place, known: Known = {}): Promise<RegisterVerdict> {
  const verdict: RegisterVerdict = { days: 0, leaves: 0, until: null, statement: null, statements: new Map(), keys: [], faults: [] };
  const fault = (where: string, what: string) => verdict.faults.push({ where, what });
  const read = (name: string) => place.read(name).catch((error: unknown) => (fault(name, error instanceof Error ? error.message : String(error)), null));
  const bytes = await read(INDEX);
  if (!bytes) return verdict;
  const index = exact(indexShape, oneText(bytes) ?? '');
  if (!index) return (fault(INDEX, 'is not what Kenes writes'), verdict);
  const objects = new Map<string, { version: number; hash: string }>();
  let before: Statement | null = null;
  for (let at: Day = index.first; at <= index.last; at = addDays(at, 1)) {
    const name = `${at}/${STATEMENT}`;
    const written = await read(name);
    const signed = written && exact(signedShape, oneText(written) ?? '');
    if (!signed) {
      if (written) fault(name, 'is not what Kenes writes');
      return verdict;
    }
    const { statement } = signed;
    if (statement.day !== at) fault(name, `is about ${statement.day}`);
    for (const what of faultsOf(signed, before, known)) fault(name, what);
    const lines = await read(`${at}/${LEAVES}`);
    if (lines) for (const what of faultsIn(lines, statement, objects)) fault(`${at}/${LEAVES}`, what);
    verdict.days += 1;
    verdict.leaves += statement.leaves;
    verdict.until = at;
    verdict.statement = statementHash(statement);
    verdict.statements.set(at, verdict.statement);
    if (verdict.keys.at(-1) !== statement.key) verdict.keys.push(statement.key);
    before = statement;
  }
  if (verdict.statement !== index.statement) fault(INDEX, 'names another last statement');
  if (known.statement && ![...verdict.statements.values()].includes(known.statement)) fault(INDEX, 'the statement that you know is not among these: the register was written anew');
  return verdict;
}

function faultsOf(signed: Signed, before: Statement | null, known: Known): string[] {
  const { statement } = signed;
  const faults: string[] = [];
  if (!isSigned(signed)) faults.push('is not signed by the key that it names');
  if (statement.previous !== (before ? statementHash(before) : ZEROS)) faults.push('does not follow the statement of the day before');
  if (statement.total !== (before?.total ?? 0) + statement.leaves) faults.push('counts otherwise than the day before');
  const expected = before ? (before.next ?? before.key) : (known.key ?? statement.key);
  if (statement.key !== expected) faults.push(before ? 'is signed by a key that the key before did not announce' : 'is signed by another key than the one you know');
  return faults;
}

/** Holds the lines of a day against its statement, and each object's chain against what came before; remembers where each stands. */
function faultsIn(bytes: Buffer, statement: Statement, objects: Map<string, { version: number; hash: string }>): string[] {
  const faults: string[] = [];
  const text = oneText(bytes);
  if (text === null && bytes.length > 0) return ['is not what Kenes writes'];
  const hashes: Buffer[] = [];
  let before: Leaf | null = null;
  for (const [i, line] of (text?.split('\n') ?? []).entries()) {
    const hash = leafHash(line);
    hashes.push(hash);
    const leaf = exact(leafShape, line);
    if (!leaf) {
      faults.push(`line ${i + 1} is not what Kenes writes`);
      continue;
    }
    const last = objects.get(leaf.object);
    if (leaf.version !== (last?.version ?? 0) + 1) faults.push(`line ${i + 1}: version ${leaf.version} of an object that stands at ${last?.version ?? 0}`);
    if (leaf.previous !== (last?.hash ?? ZEROS)) faults.push(`line ${i + 1} does not follow the leaf before it`);
    if (!last && leaf.object !== leaf.entry) faults.push(`line ${i + 1} begins an object under another name`);
    if (before && inOrder(before, leaf) >= 0) faults.push(`line ${i + 1} is out of order`);
    objects.set(leaf.object, { version: leaf.version, hash: hash.toString('hex') });
    before = leaf;
  }
  if (hashes.length !== statement.leaves) faults.push(`has ${hashes.length} leaves; ${statement.leaves} were signed`);
  if (rootOf(hashes).toString('hex') !== statement.root) faults.push('does not give the root that was signed');
  return faults;
}
