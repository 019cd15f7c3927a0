// An auditor says of a case of the sample whether its answer answers. The first two who begin are the auditors, each alone: neither sees
// what the other said, nor which cases carry a sign, until both have judged everything; from then on nothing changes.
import { z } from 'zod';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { AUDIT_CODES } from '../../core/score/audit';
import { isPeriod, type Period } from '../../core/score/period';
import type { Viewer } from '../../core/viewer';
import type { Asking } from '../../data/connect';
import { inTransaction } from '../../data/transaction';
import type { World } from '../../world';

export const input = z.object({
  period: z.string().refine(isPeriod),
  position: z.coerce.number().int().nonnegative(),
  code: z.enum(AUDIT_CODES),
});

/** Judges. Refuses: not_signed_in, invalid, not_allowed (an official anywhere), not_found, audit_taken, audit_over. */
export async function codeAudit(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ left: number }>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  if (!may(viewer, 'audit.code', null)) return refuse('not_allowed');
  const { period, position, code } = read.value;
  return inTransaction(world.db, async (through) => {
    const items = await held(through, period);
    if (position >= items) return refuse('not_found');
    const auditors = await auditorsOf(through, period);
    const mine = auditors.find(({ personId }) => personId === viewer.personId);
    if (!mine && auditors.length === 2) return refuse('audit_taken');
    if (auditors.length === 2 && auditors.every(({ coded }) => coded === items)) return refuse('audit_over');
    const slot = mine?.slot ?? auditors.length + 1;
    if (!mine)
      await through.query({
        text: 'INSERT INTO "Auditor" (period, slot, "personId") VALUES ($1, $2, $3)',
        values: [period, slot, viewer.personId],
      });
    await through.query({
      text: `INSERT INTO "AuditCode" (period, position, slot, code, "codedAt") VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (period, position, slot) DO UPDATE SET code = EXCLUDED.code, "codedAt" = EXCLUDED."codedAt"`,
      values: [period, position, slot, code, new Date(world.now()).toISOString()],
    });
    const [after] = (await auditorsOf(through, period)).filter((one) => one.slot === slot);
    return done({ left: items - (after?.coded ?? 0) });
  });
}

/** How many cases the sample has; holds it, so that two who begin at one moment are told apart. */
async function held(through: Asking, period: Period): Promise<number> {
  await through.query({ text: 'SELECT 1 FROM "AuditSample" WHERE period = $1 FOR UPDATE', values: [period] });
  const { rows } = await through.query<{ items: number }>({
    text: 'SELECT count(*)::int AS items FROM "AuditItem" WHERE period = $1',
    values: [period],
  });
  return rows[0]?.items ?? 0;
}

async function auditorsOf(through: Asking, period: Period) {
  const { rows } = await through.query<{ slot: number; personId: string; coded: number }>({
    text: `SELECT a.slot, a."personId", (SELECT count(*)::int FROM "AuditCode" c WHERE c.period = a.period AND c.slot = a.slot) AS coded
             FROM "Auditor" a WHERE a.period = $1 ORDER BY a.slot`,
    values: [period],
  });
  return rows;
}
