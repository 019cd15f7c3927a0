// From which side the members of a public council come, held against the share that the guide asks for. A share below it is shown, with its
// article, and blocks nothing: the law takes no right from a council for it.
import type { Councils } from '../../guide/schema';
import { neededOf } from './council';

export const SIDES = ['civil', 'state'] as const;
export type Side = (typeof SIDES)[number];

/**
 * `standing`: whether the share is kept; 'unknown' where that hangs on members of whom it is not said. `needed`: the fewest of civil
 * society among so many members.
 */
export type Composition = {
  members: number;
  civil: number;
  state: number;
  unknown: number;
  needed: number;
  standing: 'kept' | 'below' | 'unknown';
};

/** Who sits there, by side; null where nobody said. The secretary is no member. */
export function compositionOf({ civil: share }: Pick<Councils, 'civil'>, sides: readonly (Side | null)[]): Composition {
  const count = (side: Side | null) => sides.filter((one) => one === side).length;
  const [civil, state, unknown] = [count('civil'), count('state'), count(null)];
  const needed = neededOf(share, sides.length);
  const standing = civil >= needed ? 'kept' : civil + unknown < needed ? 'below' : 'unknown';
  return { members: sides.length, civil, state, unknown, needed, standing };
}
