// An auditor says of a case of the sample whether its answer answers. The first two who begin are the auditors, each alone: neither sees
// what the other said, nor which cases carry a sign, until both have judged everything; from then on nothing changes.
import { z } from 'zod';
import { AUDITORS, auditStream, codedBy, foldAudit, isAuditOver } from '../../core/audit';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { AUDIT_CODES } from '../../core/score/audit';
import { isPeriod } from '../../core/score/period';
import type { Viewer } from '../../core/viewer';
import { openStream } from '../../data/ledger';
import type { World } from '../../world';
import { limited } from '../limited';
import { again } from '../again';
import { recordAudit } from './act';

export const input = z.object({
  period: z.string().refine(isPeriod),
  position: z.coerce.number().int().nonnegative(),
  code: z.enum(AUDIT_CODES),
});
type Coding = z.infer<typeof input>;

/** Judges. Refuses: not_signed_in, invalid, not_allowed (an official anywhere), not_found, audit_taken, audit_over, changed_meanwhile. */
export async function codeAudit(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ left: number }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    if (!may(viewer, 'audit.code', null)) return refuse('not_allowed');
    return again(() => attempt(world, viewer, read.value));
  });
}

async function attempt(world: World, { personId, name }: Viewer, { period, position, code }: Coding) {
  const found = await world.db.prisma.audit.findUnique({ where: { period }, select: { id: true } });
  if (!found) return refuse('not_found');
  const { events, head } = await openStream(world.db, auditStream(found.id));
  const audit = foldAudit(events);
  if (!audit || position >= audit.items.length) return refuse('not_found');
  const mine = audit.auditors.find((one) => one.personId === personId);
  if (!mine && audit.auditors.length === AUDITORS) return refuse('audit_taken');
  if (isAuditOver(audit)) return refuse('audit_over');
  const left = audit.items.length - (mine ? codedBy(mine) : 0) - (mine && mine.codes[position] !== null ? 0 : 1);
  if (mine?.codes[position] === code) return done({ left });
  await recordAudit(world, {
    ...{ id: found.id, edition: audit.edition, before: events, head },
    actor: { kind: 'person', personId, name, post: null },
    fact: { type: 'audit.coded', payload: { personId, position, code } },
  });
  return done({ left });
}
