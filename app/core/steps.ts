// What happened on the way of an appeal beside its main line, as its events tell it: part of the fold, kept in one column.
// A step that was not taken is not there.
import type { Day } from './day';
import type { FactOf } from './event';

export type Steps = {
  /** From another body, and how; absent where it was filed here. */
  arrived?: 'redirect' | 'forwarding';
  cure?: { defects: string; until: Day; day: Day; curedDay: Day | null };
};

export const cureAsked = ({ payload }: FactOf<'appeal.cure_asked'>, day: Day): Steps => ({
  cure: { defects: payload.defects, until: payload.until, day, curedDay: null },
});

export const cured = ({ cure }: Steps, day: Day): Steps => (cure ? { cure: { ...cure, curedDay: day } } : {});

/** The defects that the applicant has still to put right, on any day; null when there is nothing to. */
export const openCure = ({ cure }: Steps): NonNullable<Steps['cure']> | null =>
  cure && cure.curedDay === null ? cure : null;
