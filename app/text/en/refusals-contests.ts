// What Kenes says when something about a contested figure can't be done. Merged into the table of refusals.ts. Params: until (a day), number,
// count.
import { longDay, plural } from '../format';
import type { Params } from '../shape';

const day = (value: string | number) => longDay('en', String(value));

export const contestRefusals = {
  contests_unknown: () => ({
    what: 'Figures can’t be contested now.',
    why: 'The edition of the guide in force says nothing of contesting figures.',
    now: 'Write to the administrators of Kenes: they can say when an edition with contests comes into force.',
  }),
  contested_already: ({ number }: Params) => ({
    what: number ? `This case is contested already: ${number}.` : 'This case is contested already.',
    why: 'A case is contested once, so that one ruling says what it counts as. Only after a withdrawal may it be contested anew.',
    now: 'Open the contest on the page of the case and follow it there.',
  }),
  contest_window_over: ({ until }: Params) => ({
    what: 'The term to contest is over.',
    why: until === undefined ? 'The guide names a last day.' : `The last day to contest was ${day(until)}.`,
    now: 'The figure stands. What you want to say about it you can publish on the body’s own site.',
  }),
  contest_changes_nothing: () => ({
    what: 'This would change no figure.',
    why: 'The case counts that way already.',
    now: 'Choose another claim or another day, or leave the case as it is.',
  }),
  contest_ended: ({ number }: Params) => ({
    what: number ? `Contest ${number} has ended.` : 'This contest has ended.',
    why: 'It was ruled upon or withdrawn, and what was said stays as it is.',
    now: 'Read the ruling on its page.',
  }),
  no_council: () => ({
    what: 'There is no public council that could rule.',
    why: 'Neither at the body nor at any body above it does an open council stand with a member who is no official of the body and declared no interest.',
    now: 'Ask the administrators of Kenes to enter the council and its members. Until somebody can rule, the figure stands as counted, and what is contested stays shown.',
  }),
  someone_may_rule: ({ count }: Params) => ({
    what: 'The contest stays with this council.',
    why:
      count === undefined
        ? 'Some of its members may rule.'
        : plural('en', Number(count), {
            one: '{n} of its members may rule.',
            other: '{n} of its members may rule.',
          }),
    now: 'Record the ruling. Only when nobody may rule does a contest go to the council of the superior body.',
  }),
} as const;
