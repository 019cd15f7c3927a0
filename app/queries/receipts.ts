// The receipts of a record that are the viewer's, and one of them as a file.
import type { Day, Instant } from '../core/day';
import type { EventType } from '../core/event';
import { hasReceipt } from '../core/receipt';
import type { Viewer } from '../core/viewer';
import { openStream } from '../data/ledger';
import { recordNumbered } from '../data/records';
import { receiptOf } from '../data/register/receipt';
import type { World } from '../world';

export type ReceiptView = {
  version: number;
  type: EventType;
  at: Instant;
  /** The signed day that it is in; null until the night. */
  day: Day | null;
};
export type Receipts = { noun: 'appeal' | 'comment' | 'contest'; receipts: ReceiptView[] };

/** Null where there is no such record, or nothing in it is the viewer's. */
export async function receiptsIn(
  world: Pick<World, 'db'>,
  viewer: Viewer,
  number: string,
): Promise<(Receipts & { stream: string }) | null> {
  const found = await recordNumbered(world.db, number);
  if (!found) return null;
  const { prisma } = world.db;
  const [{ events }, appeal, leaves] = await Promise.all([
    openStream(world.db, found.stream),
    found.noun === 'appeal'
      ? prisma.appeal.findUnique({
          where: { id: found.id },
          select: { bodyId: true, personId: true, organisationId: true, visibility: true },
        })
      : null,
    prisma.registerLeaf.findMany({ where: { stream: found.stream }, select: { version: true, day: true } }),
  ]);
  const days = new Map(leaves.map(({ version, day }) => [version, day as Day]));
  const receipts = events
    .filter((event) => hasReceipt(viewer, event, appeal))
    .map(({ version, type, at }) => ({ version, type, at, day: days.get(version) ?? null }));
  return receipts.length === 0 ? null : { noun: found.noun, stream: found.stream, receipts };
}

/** The file; null where it is not the viewer's, or its day is not signed. */
export async function receiptFile(
  world: Pick<World, 'db'>,
  viewer: Viewer,
  { number, version }: { number: string; version: number },
): Promise<string | null> {
  const found = await receiptsIn(world, viewer, number);
  return found?.receipts.some((one) => one.version === version && one.day !== null)
    ? receiptOf(world.db, found.stream, version)
    : null;
}
