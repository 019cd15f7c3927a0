// Interests in a round: who declared one, and whom the register itself shows to hold a role at the body whose round it is. Such a member of
// a council neither votes nor records its view; an official with an interest does not decide. Pure; asked by the acts and by the pages
// that show interests to everyone.
import type { FactOf } from './event';
import type { Citation, Refusal } from './refusal';
import { refuse } from './refusal';
import type { Rounds } from '../../guide/schema';

type Declared = Pick<FactOf<'round.conflict_declared'>['payload'], 'personId' | 'name' | 'conflict'>;
type Person = { personId: string; name: string };

/** `origin`: what the person said, or what the register of roles says without their word. */
export type Interest = Person & Pick<Declared, 'conflict'> & { origin: 'declared' | 'membership' };

/** Every interest once a person: what was declared stands in the person's own words, whatever the register says besides. */
export function interestsIn(declared: readonly Declared[], employed: readonly Person[]): Interest[] {
  const said = declared.map(({ personId, name, conflict }) => ({
    personId,
    name,
    conflict,
    origin: 'declared' as const,
  }));
  const known = new Set(said.map(({ personId }) => personId));
  const found = employed
    .filter(({ personId }) => !known.has(personId))
    .map(({ personId, name }) => ({ personId, name, conflict: 'employed' as const, origin: 'membership' as const }));
  return [...said, ...found];
}

export const recusalBasis = ({ council }: Pick<Rounds, 'council'>): Citation | undefined => {
  const [first] = council.recusal.basis;
  return first && { act: first.act, article: first.article };
};

type Acting = {
  rounds: Pick<Rounds, 'council'> | null;
  personId: string;
  /** The people whose interest bars them. */
  barred: readonly string[];
  /** Who else holds a role in which the act is done. */
  others: readonly Person[];
};

/** The refusal interest_bars with the names of those who may act instead, or null. */
export function faultOfInterest({ rounds, personId, barred, others }: Acting): { ok: false; refusal: Refusal } | null {
  if (!barred.includes(personId)) return null;
  const free = others.filter((one) => one.personId !== personId && !barred.includes(one.personId));
  const basis = rounds ? recusalBasis(rounds) : undefined;
  return refuse('interest_bars', {
    params: free.length > 0 ? { names: [...new Set(free.map(({ name }) => name))].join(', ') } : {},
    ...(basis && { basis }),
  });
}
