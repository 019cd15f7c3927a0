// What follows from what happened: one table from event type to obligations opened, moved and closed and letters ordered.
// Pure: asked by the appeal commands before they record. A new event type without its consequences does not compile.
import type { Appeal } from './appeal';
import { ARRIVING } from './arriving';
import { CURING } from './curing';
import { DRAFTING } from './drafting';
import { ENDING } from './ending';
import type { FactOf } from './event';
import { EXTENDING } from './extending';
import { BY_LETTER } from './by-letter';
import { HEARING } from './hearing-first';
import type { AppealEventType, Consequence, Consequences, Following, Surroundings } from './owing';
import { PROMISING } from './promising';
import { SERVING } from './serving';
import { SHARING } from './sharing';
import { SUSPENDING } from './suspending';
import { UNSERVED } from './unserved';

const CONSEQUENCES: Consequences = {
  ...ARRIVING,
  ...EXTENDING,
  ...ENDING,
  ...CURING,
  ...HEARING,
  ...SERVING,
  ...SHARING,
  ...SUSPENDING,
  ...PROMISING,
  ...DRAFTING,
  ...UNSERVED,
  ...BY_LETTER,
};

export type AppealFact = FactOf<AppealEventType>;

/** Everything that follows from one fact. `appeal` is the state before it (null for the filing), `open` the keys of open obligations. */
export function consequencesOf(
  fact: AppealFact,
  appeal: Appeal | null,
  around: Surroundings,
  open: readonly string[],
): Consequence {
  const row = CONSEQUENCES[fact.type] as (
    fact: AppealFact,
    appeal: Appeal | null,
    around: Surroundings,
    open: readonly string[],
  ) => Following;
  return { opens: [], moves: [], closes: [], letters: [], ...row(fact, appeal, around, open) };
}
