// Drafted answers that wait for their approval at the bodies where the viewer approves, and those of the viewer's own that were sent back:
// shown above the desk, what is due first at the top.
import type { Locale } from '../../guide/schema';
import { workingDaysBetween } from '../core/calendar';
import { dayOf, type Day } from '../core/day';
import type { Steps } from '../core/steps';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { NAME_IN } from './statement';

export type DraftWaiting = {
  number: string;
  subject: string;
  body: string;
  dueDay: Day;
  daysLeft: number;
  drafter: string;
  draftedDay: Day;
  /** The viewer wrote it: another decides. */
  own: boolean;
};
export type DraftReturned = Pick<DraftWaiting, 'number' | 'subject' | 'dueDay' | 'daysLeft'> & {
  remark: string;
  by: string;
};
type Row = Pick<DraftWaiting, 'number' | 'subject' | 'body' | 'dueDay'> & { draft: NonNullable<Steps['draft']> };

export async function draftedAnswers(
  world: World,
  viewer: Viewer,
  locale: Locale,
): Promise<{ waiting: DraftWaiting[]; returned: DraftReturned[] }> {
  const at = (approves: boolean) =>
    viewer.mandates.flatMap(({ role, bodyId }) =>
      bodyId && (role === 'approver' || (!approves && role === 'executor')) ? [bodyId] : [],
    );
  if (at(false).length === 0) return { waiting: [], returned: [] };
  const { rows } = await world.db.pool.query<Row>({
    name: `drafted_answers_${locale}`,
    text: `
SELECT a.number, a.subject, b.${NAME_IN[locale]} AS body, a."dueDay", a.steps -> 'draft' AS draft
  FROM "Appeal" a JOIN "Body" b ON b.id = a."bodyId"
 WHERE a."bodyId" = ANY($1::uuid[]) AND a.phase = 'open' AND a.steps ? 'draft'
   AND CASE WHEN a.steps #> '{draft,returned}' = 'null'::jsonb THEN a."bodyId" = ANY($2::uuid[])
            ELSE a.steps #>> '{draft,drafter,personId}' = $3 END
 ORDER BY a."dueDay", a.id`,
    values: [at(false), at(true), viewer.personId],
  });
  const today = dayOf(world.now());
  const told = rows.map(({ draft, ...row }) => ({
    ...row,
    draft,
    daysLeft: workingDaysBetween(world.guide.calendar, today, row.dueDay),
  }));
  return {
    waiting: told.flatMap(({ draft: { returned, drafter, day }, ...row }) =>
      returned ? [] : [{ ...row, drafter: drafter.name, draftedDay: day, own: drafter.personId === viewer.personId }],
    ),
    returned: told.flatMap(({ draft: { returned }, ...row }) =>
      returned ? [{ ...row, remark: returned.remark, by: returned.by }] : [],
    ),
  };
}
