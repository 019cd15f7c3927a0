// Does a complaint suspend the execution of what is complained of? It does, unless the act says itself that an exception of the law applies and
// why (APPC 96). Pure: asked when a complaint is filed, when it ends, by the form of an answer and by the pages of both cases.
import type { Edition, OutcomeId, Procedure } from '../../guide/schema';
import type { Appeal } from './appeal';
import type { Event } from './event';
import type { Exception } from './steps';

type Around = { edition: Pick<Edition, 'procedures'>; procedure: Pick<Procedure, 'family'> };

/** What the guide says of suspending acts of this procedure; null where its cases end in no administrative act, and in editions that say nothing of it. */
export const suspensionOf = ({ edition, procedure }: Around): NonNullable<Procedure['suspension']> | null =>
  procedure.family === 'full' ? edition.procedures.complaint.suspension : null;

/** The exception that the act of the case states. */
export function exceptionIn(events: readonly Event[]): Exception | null {
  const given = events.findLast((event) => event.type === 'appeal.answered');
  return given?.payload.enforced ?? null;
}

/** Whether there is an act that a complaint may suspend. */
export const hasAct = ({ phase }: Pick<Appeal, 'phase'>, around: Around): boolean =>
  phase === 'answered' && suspensionOf(around) !== null;

/** Decisions on a complaint after which the act is there no more. */
const ANNULLING: readonly (string | null)[] = ['annul', 'annul_and_new_act'] satisfies OutcomeId[];

/** Whether the act is there after a complaint ended so; after all other ends it is, and what is left of it has to be carried out. */
export const actStands = ({ phase, outcome }: Pick<Appeal, 'phase' | 'outcome'>): boolean =>
  !(phase === 'answered' && ANNULLING.includes(outcome));
