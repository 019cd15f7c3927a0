// Receipts of a counted wave: whether one is among them, and the whole list in its own order.
import type { World } from '../world';

/** A receipt as it may be typed: 64 hexadecimal digits in any case; null for anything else. */
export function receiptIn(text: string): string | null {
  const plain = text.trim().toLowerCase();
  return /^[0-9a-f]{64}$/.test(plain) ? plain : null;
}

export const isCounted = async ({ db }: World, { waveId, hash }: { waveId: string; hash: string }): Promise<boolean> =>
  (await db.prisma.surveyReceipt.findUnique({ where: { waveId_hash: { waveId, hash } }, select: { hash: true } })) !==
  null;

/** Every receipt of a wave, sorted: the list whose hash is in the ledger. */
export async function receiptsOf({ db }: World, waveId: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ hash: string }>({
    name: 'trust_receipts',
    text: `SELECT hash FROM "SurveyReceipt" WHERE "waveId" = $1::uuid ORDER BY hash COLLATE "C"`,
    values: [waveId],
  });
  return rows.map(({ hash }) => hash);
}
