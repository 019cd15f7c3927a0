// Extensions that wait for the head's decision at the bodies where the viewer decides: shown above the desk.
import type { Locale } from '../../guide/schema';
import type { Proposal } from '../core/appeal';
import { workingDaysBetween } from '../core/calendar';
import { dayOf, type Day } from '../core/day';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { NAME_IN } from './statement';

export type Waiting = {
  number: string;
  subject: string;
  body: string;
  dueDay: Day;
  until: Day;
  reason: string;
  officer: string;
  daysLeft: number;
};
type Row = Omit<Waiting, 'until' | 'reason' | 'officer' | 'daysLeft'> & { proposed: Proposal };

/** Proposals at the viewer's bodies, the soonest due day first. */
export async function waitingProposals(world: World, viewer: Viewer, locale: Locale): Promise<Waiting[]> {
  const bodies = viewer.mandates.flatMap(({ role, bodyId }) => (role === 'approver' && bodyId ? [bodyId] : []));
  if (bodies.length === 0) return [];
  const { rows } = await world.db.pool.query<Row>({
    name: `proposals_${locale}`,
    text: `
SELECT a.number, a.subject, b.${NAME_IN[locale]} AS body, a."dueDay", a.proposed
  FROM "Appeal" a JOIN "Body" b ON b.id = a."bodyId"
 WHERE a."bodyId" = ANY($1::uuid[]) AND a.phase = 'open' AND a.proposed IS NOT NULL AND a.proposed <> 'null'::jsonb
 ORDER BY a."dueDay", a.id`,
    values: [bodies],
  });
  const today = dayOf(world.now());
  return rows.map(({ proposed: { until, reason, officer }, ...row }) => ({
    ...row,
    until,
    reason,
    officer: officer.name,
    daysLeft: workingDaysBetween(world.guide.calendar, today, row.dueDay),
  }));
}
