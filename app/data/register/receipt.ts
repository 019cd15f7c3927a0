// A receipt: an event as it was recorded, what opens its commitment in the register, and the way from its leaf to the signed root of its day.
// Made for whoever did it or was answered by it; checked without a database, and without asking Kenes.
import { z } from 'zod';
import type { Event } from '../../core/event';
import { personalFieldsOf } from '../../core/personal-fields';
import { hashOf, openingOf, saltOf } from '../chain';
import type { Database } from '../connect';
import { readEvent } from '../ledger';
import { canonical, entryOf, hex, leafShape, ZEROS } from './leaf';
import { leafHash, pathOf, rootFrom } from './merkle';
import { isSigned, signedShape, statementHash } from './statement';

const receiptShape = z.strictObject({
  format: z.literal('kenes receipt/1'),
  event: z.looseObject({ type: z.string(), stream: z.string(), version: z.int(), payload: z.looseObject({}), actor: z.looseObject({ kind: z.string() }) }),
  prevHash: hex,
  /** Salts of the personal fields, and commitments of those that were erased; null for events from before there were salts. */
  erased: z.strictObject({ salts: z.record(z.string(), hex), commitments: z.record(z.string(), hex) }).nullable(),
  nonce: hex,
  leaf: leafShape,
  index: z.int().nonnegative(),
  path: z.array(hex),
  signed: signedShape,
});
export type Receipt = z.infer<typeof receiptShape>;

/** The receipt as its file says it; null while the day of the event is not signed. */
export async function receiptOf({ prisma }: Pick<Database, 'prisma'>, stream: string, version: number): Promise<string | null> {
  const at = { stream_version: { stream, version } };
  const [row, leaf, before] = await Promise.all([
    prisma.event.findUnique({ where: at }),
    prisma.registerLeaf.findUnique({ where: at }),
    prisma.registerLeaf.findUnique({ where: { stream_version: { stream, version: version - 1 } }, select: { hash: true } }),
  ]);
  if (!row || !leaf) return null;
  const [day, beside] = await Promise.all([
    prisma.registerDay.findUniqueOrThrow({ where: { day: leaf.day }, select: { statement: true } }),
    prisma.registerLeaf.findMany({ where: { day: leaf.day }, orderBy: { position: 'asc' }, select: { hash: true } }),
  ]);
  const event = readEvent(row);
  const { seed, erased } = openingOf(row);
  const hashes = beside.map(({ hash }) => Buffer.from(hash, 'hex'));
  return canonical({
    format: 'kenes receipt/1',
    event,
    prevHash: row.prevHash,
    erased: seed
      ? { salts: Object.fromEntries(personalFieldsOf(event).map((field) => [field, saltOf(seed, field)])), commitments: {} }
      : erased,
    nonce: leaf.nonce,
    leaf: { object: leaf.object, version, previous: before?.hash ?? ZEROS, entry: leaf.entry },
    index: leaf.position,
    path: pathOf(leaf.position, hashes).map((one) => one.toString('hex')),
    signed: signedShape.parse(JSON.parse(day.statement)),
  } satisfies Omit<Receipt, 'event'> & { event: Event });
}

export type ReceiptVerdict = { what: string; day: string | null; statement: string | null; faults: string[] };

/** What is wrong with a receipt; `faults` is empty when it proves what it says. `registered`: hash of a day's statement in the register, where one is at hand. */
export async function checkReceipt(text: string, registered?: (day: string) => Promise<string | null>): Promise<ReceiptVerdict> {
  const read = receiptShape.safeParse(parsed(text));
  if (!read.success || canonical(read.data) !== text.trimEnd()) return { what: '', day: null, statement: null, faults: ['is not what Kenes writes'] };
  const { event, prevHash, erased, nonce, leaf, index, path, signed } = read.data;
  const { statement } = signed;
  const hash = statementHash(statement);
  const faults: string[] = [];
  if (eventHash(event as unknown as Event, prevHash, erased) !== leaf.entry) faults.push('the event is not the one in its leaf');
  if (event.version !== leaf.version) faults.push('the event has another place in its object than the leaf');
  const root = rootFrom({ index, size: statement.leaves, hash: leafHash(canonical(leaf)), path: path.map((one) => Buffer.from(one, 'hex')) });
  if (root?.toString('hex') !== statement.root) faults.push('the leaf is not under the signed root');
  if (!isSigned(signed)) faults.push('the statement is not signed by the key that it names');
  if (registered && (await registered(statement.day)) !== hash) faults.push('the register has another statement of that day');
  return { what: `${event.type} ${event.stream} ${event.version}`, day: statement.day, statement: hash, faults };

  function eventHash(recorded: Event, before: string, opening: Receipt['erased']): string | null {
    try {
      return entryOf(nonce, hashOf(recorded, before, { seed: null, erased: opening }));
    } catch {
      return null;
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
