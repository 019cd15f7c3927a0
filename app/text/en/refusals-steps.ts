// What Kenes says when a step of a case beside its main line can't be taken. Part of refusals.ts.
import { longDay } from '../format';
import type { Params } from '../shape';

const day = (value: string | number | undefined) => (value === undefined ? '' : longDay('en', String(value)));

export const stepRefusals = {
  cure_not_known: () => ({
    what: 'This procedure knows no putting right.',
    why: 'The law names no such step for cases of this kind.',
    now: 'Consider the appeal as it is.',
  }),
  cure_pending: ({ until }: Params) => ({
    what: 'The applicant has been asked already.',
    why: until ? `They have until ${day(until)}.` : 'What was asked has not been put right yet.',
    now: 'Wait for them, or consider the appeal as it is.',
  }),
  cure_not_asked: () => ({
    what: 'There is nothing to put right.',
    why: 'The body did not name a defect and a day, or what it named has been put right.',
    now: 'A body first names what is wrong and sets a day.',
  }),
  cure_running: ({ until }: Params) => ({
    what: 'The appeal can’t be returned yet.',
    why: until ? `The applicant has until ${day(until)} to put it right.` : 'The day that was set has not passed.',
    now: 'Wait until that day has passed.',
  }),
  cure_after_due: ({ due }: Params) => ({
    what: 'This day is too late.',
    why: due
      ? `Your own answer is due by ${day(due)}: the term does not stop while something is put right.`
      : 'The term for the answer does not stop while something is put right.',
    now: 'Choose an earlier day.',
  }),
  day_not_later: () => ({
    what: 'This day is too early.',
    why: 'It has to be a day after today.',
    now: 'Choose a later day.',
  }),
  return_needs_earlier: () => ({
    what: 'There is no such terminated case.',
    why: 'On this ground an appeal is returned only when your body considered and terminated an identical one of the same applicant.',
    now: 'Give the number of that case, or consider the appeal.',
  }),
};
