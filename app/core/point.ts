// A point: comments that say the same, with the one answer they share. Made by analysts, drafted by one person, approved by another.
// Which comments belong to it is recorded with the comments themselves.
import type { Day } from './day';
import type { AnyStream, EventOf, FactOf, Signatory } from './event';
import type { Disposition } from './round-event';

export type Draft = Omit<FactOf<'point.drafted'>['payload'], 'pointId'> & { day: Day };
export type Point = {
  id: string;
  title: string;
  draft: Draft | null;
  /** Why the approver sent the draft back; gone with the next draft. */
  returned: { reason: string; signatory: Signatory; day: Day } | null;
  /** The answer in force, once approved. */
  disposition: Disposition | null;
  approved: { signatory: Signatory; day: Day; comments: number } | null;
};

/** Where a point stands, for lists and permissions. */
export const POINT_STANDINGS = ['collecting', 'drafted', 'returned', 'approved'] as const;
export type PointStanding = (typeof POINT_STANDINGS)[number];
export const pointStanding = ({ draft, returned, disposition }: Point): PointStanding => {
  if (draft && !returned) return 'drafted';
  if (returned) return 'returned';
  return disposition ? 'approved' : 'collecting';
};

/** The points after one more event. Throws when the event speaks of a point that is not there. */
export function foldPoint(points: readonly Point[], event: EventOf<'point'>): Point[] {
  if (event.type === 'obligation.lapsed' || event.type === 'record.erased') return [...points];
  const { day, payload } = event;
  if (event.type === 'point.made') {
    const { pointId: id, title } = event.payload;
    return [...points, { id, title, draft: null, returned: null, disposition: null, approved: null }];
  }
  if (!points.some(({ id }) => id === payload.pointId)) throw new Error(`${event.stream}: no point ${payload.pointId}`);
  return points.map((point) => (point.id === payload.pointId ? { ...point, ...step(point, event, day) } : point));
}

function step(
  point: Point,
  event: Exclude<EventOf<'point'>, { type: 'point.made' | AnyStream }>,
  day: Day,
): Partial<Point> {
  switch (event.type) {
    case 'point.renamed':
      return { title: event.payload.title };
    case 'point.drafted': {
      const { pointId: _id, ...draft } = event.payload;
      return { draft: { ...draft, day }, returned: null };
    }
    case 'point.returned':
      return { returned: { reason: event.payload.reason, signatory: event.payload.signatory, day } };
    case 'point.approved': {
      if (!point.draft) throw new Error(`point ${point.id} was approved without a draft`);
      const { signatory, comments } = event.payload;
      return {
        disposition: point.draft.disposition,
        draft: null,
        returned: null,
        approved: { signatory, day, comments: comments + (point.approved?.comments ?? 0) },
      };
    }
  }
}
