// What the thread of a case tells of a correction: each day that it was about, as it was shown and as it is reckoned now.
import type { Texts } from '../../guide/schema';
import type { How } from '../core/correction';
import type { Day } from '../core/day';
import type { FactOf } from '../core/event';

export type CorrectedTold = {
  type: 'corrected';
  cause: 'calendar' | 'edition';
  changes: { name: string; how: How; was: Day; due: Day }[];
};

export const correctedTold = (
  { cause, changes }: FactOf<'obligation.corrected'>['payload'],
  texts: Texts,
): CorrectedTold => ({
  type: 'corrected',
  cause,
  changes: changes.map(({ rule, how, was, due }) => ({ name: texts[`rule.${rule}.name`] ?? rule, how, was, due })),
});
