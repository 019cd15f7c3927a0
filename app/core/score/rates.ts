// How a body handles its cases: which share it extends, sends on, ends without a decision, takes to note, lets pass in silence. What a
// rate counts stands here once: figures count by it, and the list of the cases behind it is made by it.
import type { Day } from '../day';
import type { NotEstimable } from '../statistics/estimate';
import { wilson, type Share } from '../statistics/wilson';
import { caseOn } from './case-clock';
import { countedAs } from './clock';
import type { CaseFact } from './facts';

export const RATES = ['extended', 'redirected', 'terminated', 'returned', 'taken_to_note', 'deemed_refused'] as const;
export type Rate = (typeof RATES)[number];
export type Rates = Record<Rate, Share | NotEstimable>;

/** Whether the case had ended on the day. */
export const overOn = ({ phase, endedDay }: Pick<CaseFact, 'phase' | 'endedDay'>, today: Day): boolean =>
  phase !== 'open' && endedDay !== null && endedDay <= today;

const had = (one: CaseFact, today: Day, ...phases: CaseFact['phase'][]) =>
  overOn(one, today) && phases.includes(one.phase);
const decided = (one: CaseFact, today: Day) => had(one, today, 'answered', 'taken_to_note', 'terminated');
const asOnTerm = (one: CaseFact, today: Day) => countedAs(caseOn('dueDay')(one), today);

/**
 * Of which cases a rate is, and which of them it counts. Extended, redirected: of all. Terminated (returned ones among them), returned, taken to note: of those that the body
 * ended. Refused by silence: of those whose day came, where the law takes silence for a refusal.
 */
export const RATE: Record<
  Rate,
  { of: (one: CaseFact, today: Day) => boolean; is: (one: CaseFact, today: Day) => boolean }
> = {
  extended: { of: () => true, is: ({ extended }) => extended },
  redirected: { of: () => true, is: (one, today) => had(one, today, 'redirected') },
  terminated: { of: decided, is: (one, today) => had(one, today, 'terminated') },
  returned: { of: decided, is: (one, today) => overOn(one, today) && one.returned },
  taken_to_note: { of: decided, is: (one, today) => had(one, today, 'taken_to_note') },
  deemed_refused: {
    of: (one, today) => one.deemed && ['in_time', 'late', 'late_open'].includes(asOnTerm(one, today)),
    is: (one, today) => ['late', 'late_open'].includes(asOnTerm(one, today)),
  },
};

export function ratesOf(cases: readonly CaseFact[], { today, level }: { today: Day; level: number }): Rates {
  const rate = (id: Rate) => {
    let [counted, n] = [0, 0];
    for (const one of cases) {
      if (!RATE[id].of(one, today)) continue;
      n += one.count;
      if (RATE[id].is(one, today)) counted += one.count;
    }
    return wilson(counted, n, level);
  };
  return {
    extended: rate('extended'),
    redirected: rate('redirected'),
    terminated: rate('terminated'),
    returned: rate('returned'),
    taken_to_note: rate('taken_to_note'),
    deemed_refused: rate('deemed_refused'),
  };
}
