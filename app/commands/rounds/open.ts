// The host opens a round: the gate is looked at once more and its scorecard kept for good; the clocks begin; those invited and those
// who follow are told. From now on everyone sees it; comments are taken from its first day.
import { z } from 'zod';
import { barred, earliestClose, scorecardOf } from '../../core/gate';
import type { LetterOrder } from '../../core/letter';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome, type Refusal } from '../../core/refusal';
import { faultOfDays } from '../../core/round-days';
import { aboutRound } from '../../core/round-letter';
import type { RoundSurroundings } from '../../core/round-owing';
import type { Round } from '../../core/round';
import type { Viewer } from '../../core/viewer';
import { followersOf, reachOf } from '../../data/round-people';
import type { World } from '../../world';
import { actOnRound } from './act';
import { invitationLetters } from './invite';

export const input = z.object({ roundId: z.uuid() });

/** Opens. Refuses: round_opened_already, invalid (days that have passed), period_too_short, gate_barred, and what every act refuses. */
export async function openRound(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId } = read.value;
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.open',
    decide: async ({ round, around, signatory }) => {
      if (round.phase !== 'preparing') return refuse('round_opened_already');
      const fault = faultOfDays(round.settings, around.today) ?? faultOfPeriod(round, around);
      if (fault) return fault;
      const reach = await reachOf(world.db, round);
      const scorecard = scorecardOf({ round, ...around, reach });
      const missing = barred(scorecard);
      if (missing.length > 0)
        return refuse('gate_barred', { params: { checks: missing.join(' '), count: missing.length } });
      return done({
        facts: [{ type: 'round.opened', payload: { scorecard, signatory } }],
        letters: [
          ...invitationLetters(round, around.body, await invitationsOf(world, roundId)),
          ...(await openedLetters(world, round, around)),
        ],
      });
    },
  });
}

/** A period below the floor of the kind, or unlike the one that the kind fixes. No waiver helps. */
export function faultOfPeriod(round: Round, around: RoundSurroundings): { ok: false; refusal: Refusal } | null {
  const floor = earliestClose(around, 'comment_floor', round.settings.opensDay);
  const [basis] = around.kind.rules.comment_floor?.basis ?? [];
  if (floor === null || round.settings.closesDay >= floor) return null;
  return refuse('period_too_short', {
    params: { earliest: floor },
    fields: { closesDay: 'bad_day' },
    ...(basis && { basis: { act: basis.act, article: basis.article } }),
  });
}

const invitationsOf = ({ db }: World, roundId: string) =>
  db.prisma.invitation.findMany({ where: { roundId }, select: { organisationId: true, token: true } });

async function openedLetters(world: World, round: Round, around: RoundSurroundings): Promise<LetterOrder[]> {
  const { topic, regions, closesDay } = round.settings;
  const followers = await followersOf(world.db, { number: round.number, topic, regions, bodyId: round.bodyId });
  return followers.map(({ personId, why, unfollow }) => ({
    letter: 'round_opened',
    key: `opened:${round.number}`,
    to: { party: { kind: 'person', id: personId } },
    data: { ...aboutRound(round, around.body), closesDay, why, unfollow },
  }));
}
