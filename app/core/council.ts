// Whether a public council's view stands: who may vote, whether enough members took part, whether enough were for it. The shares are
// the guide's. Pure; asked by rounds/give-view.
import type { Rounds } from '../../guide/schema';
import type { FactOf } from './event';
import type { Interest } from './interest';
import { refuse, done, type Citation, type Outcome, type Refusal } from './refusal';
import type { FailedView } from './round';

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
  /** Interests in this round, also of people who are no members here. */
  interests: readonly Interest[];
  ballots: readonly Ballot[];
};

/** The fewest that make up the share of `all`: two thirds of 7 are 5, more than half of 6 are 4. */
export const neededOf = ({ of, from, strictly }: Share, all: number): number =>
  strictly ? Math.floor((all * of) / from) + 1 : Math.ceil((all * of) / from);

export type Counted = Pick<View, 'members' | 'votes' | 'recused'>;

/**
 * The votes as they are recorded. A member with an interest, declared or shown by the register, neither votes nor counts towards the quorum.
 * Refuses: invalid (who is no member voted, or somebody twice), term_ended (with the names of those whose seat is over), recused (with the
 * names); each with the guide's article.
 */
export function votesOf({ guide, seats, ended, term, interests, ballots }: Sitting): Outcome<Counted> {
  const names = new Map(seats.map(({ personId, name }) => [personId, name]));
  const recused = interests.filter(({ personId }) => names.has(personId));
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
  return done({
    members: names.size - recused.length,
    votes: ballots.map((ballot) => ({ ...ballot, name: names.get(ballot.personId) ?? '' })),
    recused: recused.map(({ personId, name, conflict, origin }) => ({ personId, name, conflict, origin })),
  });
}

/** Why no view came about by these votes: too few took part, or too few of them were for it; null where it is adopted. */
export function failureOf(
  { quorum, adoption }: Rounds['council'],
  { members, votes }: Counted,
): FailedView['failed'] | null {
  const present = votes.length;
  const needed = Math.max(neededOf(quorum, members), 1);
  if (present < needed) return { why: 'quorum', had: present, needed };
  const had = votes.filter(({ vote }) => vote === 'for').length;
  const majority = neededOf(adoption, present);
  return had < majority ? { why: 'majority', had, needed: majority } : null;
}

/** The votes of a view that stands. Refuses what votesOf refuses, and quorum_missing or not_adopted where none came about. */
export function viewOf(sitting: Sitting): Outcome<Counted> {
  const voted = votesOf(sitting);
  const failed = voted.ok ? failureOf(sitting.guide, voted.value) : null;
  return failed ? refusalOfFailure(sitting.guide, failed) : voted;
}

/** A failure as whoever wanted to record a view is told of it: quorum_missing or not_adopted, with the guide's article. */
export const refusalOfFailure = (
  guide: Rounds['council'],
  { why, had, needed }: FailedView['failed'],
): { ok: false; refusal: Refusal } =>
  why === 'quorum'
    ? refuse('quorum_missing', { params: { present: had, needed }, ...citing(guide.quorum) })
    : refuse('not_adopted', { params: { for: had, needed }, ...citing(guide.adoption) });

const citing = ({ basis: [first] }: { basis: Share['basis'] }): { basis?: Citation } =>
  first ? { basis: { act: first.act, article: first.article } } : {};
