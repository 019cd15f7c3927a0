// The earlier case that a filing is about: one's own, a complaint about what a body did or did not do in it, or the same appeal filed
// again after it was returned, terminated or withdrawn (APPC 64(8)-(9), 70(5)). Asked by file.ts.
import type { Kind } from '../../../guide/schema';
import { isApplicant } from '../../core/permission';
import type { Refusal } from '../../core/refusal';
import type { Phase } from '../../core/standing';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';

const FILED_AGAIN: readonly string[] = ['returned', 'terminated', 'withdrawn'] satisfies Phase[];

/** Why this filing can't be tied to that case; null when it can. */
export async function whyNotAbout(
  { db }: World,
  viewer: Viewer,
  { kind, bodyId, originId }: { kind: Kind; bodyId: string; originId: string },
): Promise<Refusal | null> {
  const origin = await db.prisma.appeal.findUnique({
    where: { id: originId },
    select: { kind: true, phase: true, bodyId: true, personId: true, organisationId: true, visibility: true },
  });
  if (!origin || !isApplicant(viewer, origin)) return { code: 'not_found' };
  if (kind === 'complaint') return null;
  return kind === origin.kind && bodyId === origin.bodyId && FILED_AGAIN.includes(origin.phase)
    ? null
    : { code: 'not_found' };
}
