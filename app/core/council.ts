// Whether a public council's view stands: who may vote, whether enough members took part, whether enough were for it. The shares are
// the guide's. Pure; asked by rounds/give-view.
import type { Rounds } from '../../guide/schema';
import { refuse, done, type Citation, type Outcome } from './refusal';
import type { FactOf } from './event';

type View = FactOf<'round.view_given'>['payload'];
type Share = Rounds['council']['quorum'];
export type Seat = { personId: string; name: string };
export type Ballot = Omit<View['votes'][number], 'name'>;
type Sitting = {
  guide: Rounds['council'];
  /** Who is a member on that day. */
  seats: readonly Seat[];
  /** Who was one until a day before it. */
  ended: readonly Seat[];
  /** Where the term of a member stands. */
  term?: Citation;
  /** Interests declared on this round, also by people who are no members here. */
  conflicts: readonly View['recused'][number][];
  ballots: readonly Ballot[];
};

/** The fewest that make up the share of `all`: two thirds of 7 are 5, more than half of 6 are 4. */
export const neededOf = ({ of, from, strictly }: Share, all: number): number =>
  strictly ? Math.floor((all * of) / from) + 1 : Math.ceil((all * of) / from);

/**
 * The votes as they are recorded. A member with a declared interest neither votes nor counts towards the quorum. Refuses: invalid (who
 * is no member voted, or somebody twice), term_ended (with the names of those whose seat is over), recused (with the names), quorum_missing, not_adopted; each with the guide's article.
 */
export function viewOf({
  guide,
  seats,
  ended,
  term,
  conflicts,
  ballots,
}: Sitting): Outcome<Pick<View, 'members' | 'votes' | 'recused'>> {
  const names = new Map(seats.map(({ personId, name }) => [personId, name]));
  const recused = conflicts.filter(({ personId }) => names.has(personId));
  const barred = recused.filter(({ personId }) => ballots.some((ballot) => ballot.personId === personId));
  const voters = new Set(ballots.map(({ personId }) => personId));
  const over = ended.filter(({ personId }) => voters.has(personId) && !names.has(personId));
  if (over.length > 0)
    return refuse('term_ended', {
      params: { name: over.map(({ name }) => name).join(', ') },
      ...(term && { basis: term }),
    });
  if (voters.size < ballots.length || [...voters].some((id) => !names.has(id)))
    return refuse('invalid', { fields: { votes: 'bad_choice' } });
  if (barred.length > 0)
    return refuse('recused', { params: { name: barred.map(({ name }) => name).join(', ') }, ...citing(guide.recusal) });
  const members = names.size - recused.length;
  const present = ballots.length;
  const quorum = neededOf(guide.quorum, members);
  if (present === 0 || present < quorum)
    return refuse('quorum_missing', { params: { present, needed: Math.max(quorum, 1) }, ...citing(guide.quorum) });
  const votesFor = ballots.filter(({ vote }) => vote === 'for').length;
  const majority = neededOf(guide.adoption, present);
  if (votesFor < majority)
    return refuse('not_adopted', { params: { for: votesFor, needed: majority }, ...citing(guide.adoption) });
  const votes = ballots.map((ballot) => ({ ...ballot, name: names.get(ballot.personId) ?? '' }));
  return done({
    members,
    votes,
    recused: recused.map(({ personId, name, conflict }) => ({ personId, name, conflict })),
  });
}

const citing = ({ basis: [first] }: { basis: Share['basis'] }): { basis?: Citation } =>
  first ? { basis: { act: first.act, article: first.article } } : {};
