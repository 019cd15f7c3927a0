// The earlier case that a filing is about: one's own, a complaint about what a body did or did not do in it (APPC 91), or the same
// appeal filed again after it was returned, terminated or withdrawn (64(8)-(9), 70(5)). Asked by file.ts.
import type { Kind } from '../../../guide/schema';
import { whyNotComplain } from '../../core/complaint';
import { dayOf, type Day } from '../../core/day';
import { isApplicant } from '../../core/side';
import type { Refusal } from '../../core/refusal';
import type { Phase } from '../../core/standing';
import type { Viewer } from '../../core/viewer';
import { standingComplaint } from '../../data/standing-complaint';
import type { World } from '../../world';

const FILED_AGAIN: readonly string[] = ['returned', 'terminated', 'withdrawn'] satisfies Phase[];
const COMPLAINT: Kind = 'complaint';
const FILED_WITH = { act: 'appc', article: '91(4)' };

const PARTIES = { bodyId: true, personId: true, organisationId: true, visibility: true } as const;
const FACTS = { kind: true, edition: true, phase: true, dueDay: true, endedDay: true } as const;

/** Why this filing can't be tied to that case; null when it can. */
export async function whyNotAbout(
  world: World,
  viewer: Viewer,
  { kind, bodyId, originId }: { kind: Kind; bodyId: string; originId: string },
): Promise<Refusal | null> {
  const origin = await world.db.prisma.appeal.findUnique({ where: { id: originId }, select: { ...PARTIES, ...FACTS } });
  if (!origin || !isApplicant(viewer, origin)) return { code: 'not_found' };
  if (kind === COMPLAINT) {
    if (bodyId !== origin.bodyId)
      return { code: 'complaint_elsewhere', basis: FILED_WITH, fields: { bodyId: 'bad_choice' } };
    const procedure = world.guide.edition(origin.edition).procedures[origin.kind as Kind];
    const around = { procedure, calendar: world.guide.calendar, today: dayOf(world.now()) };
    const facts = {
      phase: origin.phase as Phase,
      dueDay: origin.dueDay as Day,
      endedDay: origin.endedDay as Day | null,
    };
    return whyNotComplain(facts, around) ?? (await whyNotTwice(world, originId));
  }
  return kind === origin.kind && bodyId === origin.bodyId && FILED_AGAIN.includes(origin.phase)
    ? null
    : { code: 'not_found' };
}

/** One complaint about a case at a time: the one filed stands until it is withdrawn, returned or left without consideration. */
async function whyNotTwice({ db }: World, originId: string): Promise<Refusal | null> {
  const number = await standingComplaint(db, originId);
  return number === null ? null : { code: 'complaint_filed', params: { number } };
}
