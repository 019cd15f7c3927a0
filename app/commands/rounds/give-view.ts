// A public council gives its view of a draft: the text in both state languages and the vote of each member present, with dissent.
// Recorded by its secretary or chair; quorum and adoption are the guide's. The body then owes a reply. A vote by which no view came about
// is recorded too where that is asked for, as public as a view, and nothing is owed for it.
import { z } from 'zod';
import { failureOf, refusalOfFailure, votesOf } from '../../core/council';
import { tick } from '../../core/fields';
import { faultOfInterest, interestsIn } from '../../core/interest';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { unpersonal, unpersonalBothOf } from '../../core/round-fields';
import { termBasis } from '../../core/seat-term';
import { COUNCIL_ROLES, type Role, type Viewer } from '../../core/viewer';
import { formerSeats, isCouncilOf, seatsOf } from '../../data/councils';
import { employedOn, holdersOf } from '../../data/interests';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({
  roundId: z.uuid(),
  /** The council whose view it is: the host of the round, or one of the body that must answer. */
  councilId: z.uuid(),
  ...unpersonalBothOf('text', 20, 50_000),
  /** One vote of each member present, gathered by the page. */
  votes: z
    .array(
      z.object({
        personId: z.uuid(),
        vote: z.enum(['for', 'against', 'abstained']),
        /** A member's own opinion, published with the view. */
        dissent: unpersonal(z.string().trim().max(10_000, 'too_long')).default(''),
      }),
    )
    .max(500, 'too_long'),
  /** Record the vote also where no view came about by it. */
  asItWent: tick,
});

/** Who records what the council said. */
const RECORDERS: readonly Role[] = ['council_secretary', 'council_chair'];

/**
 * Records the view. Refuses: invalid (also a vote of who is no member), term_ended (of who no longer is), not_found (no council of this body), view_not_asked (the kind
 * has no council's view), round_not_open, already_decided, round_completed, view_given_already, interest_bars (whoever records it has
 * an interest; with the names of those who may), recused (who voted with one), quorum_missing, not_adopted (unless it is to be recorded as it
 * went), and what every act on a round refuses.
 */
export async function giveView(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, councilId, textKk, textRu, votes: ballots, asItWent } = read.value;
  return actOnRound(world, viewer, {
    roundId,
    action: null,
    councilId,
    decide: async ({ round, around, signatory, viewer: who }) => {
      if (!may(who, 'council.record_view', { councilId })) return refuse('not_allowed');
      if (!(await isCouncilOf(world.db, councilId, round.bodyId))) return refuse('not_found');
      const guide = around.edition.rounds?.council;
      if (!guide || !around.kind.has_council_view) return refuse('view_not_asked');
      if (round.phase === 'preparing' || around.today < round.settings.opensDay)
        return refuse('round_not_open', {
          params: { opens: round.settings.opensDay, closes: round.settings.closesDay },
        });
      if (round.phase !== 'opened') return refuse(round.phase === 'decided' ? 'already_decided' : 'round_completed');
      if (round.view) return refuse('view_given_already');
      const employed = await employedOn(world.db, { councilId, bodyId: round.bodyId, at: around.now }, COUNCIL_ROLES);
      const interests = interestsIn(round.conflicts, employed);
      const recorders = await holdersOf(world.db, { councilId }, RECORDERS, around.now);
      const barred = faultOfInterest({
        rounds: around.edition.rounds ?? null,
        personId: who.personId,
        barred: interests.map(({ personId }) => personId),
        others: recorders,
      });
      if (barred) return barred;
      const seats = await seatsOf(world.db, councilId, around.now);
      const voters = ballots.map(({ personId }) => personId);
      const ended = await formerSeats(world.db, councilId, around.now, voters);
      const term = termBasis(world.guide.inForceOn(around.today).councils);
      const voted = votesOf({ guide, seats, ended, term, interests, ballots });
      if (!voted.ok) return voted;
      const failed = failureOf(guide, voted.value);
      if (failed && !asItWent) return refusalOfFailure(guide, failed);
      const view = { councilId, text: { kk: textKk, ru: textRu }, ...voted.value, signatory };
      return done({
        facts: [
          failed
            ? { type: 'round.view_not_adopted', payload: { ...view, failed } }
            : { type: 'round.view_given', payload: view },
        ],
      });
    },
  });
}
