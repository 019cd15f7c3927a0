// The representatives of an organisation, held while one of them changes: it never loses the last one who has no last day.
import type { Transaction } from './passes';

/** Whoever changes representatives of the organisation after this waits until `tx` is over. */
export async function holdRepresentatives(tx: Transaction, organisationId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
}

/** Whether somebody without a last day represents it beside this mandate. Asked while they are held. */
export async function othersStay(
  tx: Transaction,
  { organisationId, id, now }: { organisationId: string; id: string; now: number },
): Promise<boolean> {
  const others = await tx.membership.count({
    where: {
      ...{ organisationId, role: 'representative', id: { not: id }, until: null },
      ...{ since: { lte: new Date(now) }, person: { closedAt: null } },
    },
  });
  return others > 0;
}
