// A public council rules on a contest: upheld, partly or rejected, with reasons in both state languages and the vote of each member
// present. Who is an official of the body or declared an interest neither votes nor signs. The figure follows from the ruling.
import { z } from 'zod';
import { CLAIMS, RULINGS } from '../../../guide/schema';
import { effectClaimed } from '../../core/claim';
import type { Effect } from '../../core/contest-event';
import { viewOf } from '../../core/council';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { bothOf, optionalDay } from '../../core/round-fields';
import { termBasis } from '../../core/seat-term';
import { mandateAt, OFFICIAL_ROLES, type Viewer } from '../../core/viewer';
import { barredFrom } from '../../data/contests';
import { formerSeats, seatsOf } from '../../data/councils';
import type { World } from '../../world';
import { actOnContest, type ContestScene } from './act';

export const input = z.object({
  contestId: z.uuid(),
  ruling: z.enum(RULINGS),
  /** Partly: what the case counts as instead, and the day that this names. */
  claim: z.union([z.enum(CLAIMS), z.literal('')]).default(''),
  day: optionalDay,
  ...bothOf('reasons', 20, 20_000),
  /** One vote of each member present, gathered by the page. */
  votes: z
    .array(
      z.object({
        personId: z.uuid(),
        vote: z.enum(['for', 'against', 'abstained']),
        dissent: z.string().trim().max(10_000, 'too_long').default(''),
      }),
    )
    .max(500, 'too_long'),
});

/**
 * Rules. Refuses: invalid (also a partial ruling that says what the body said, and a vote of who is no member), term_ended, recused (who
 * voted or signs and may not), quorum_missing, not_adopted, contest_changes_nothing, and what every act on a contest refuses.
 */
export async function ruleOnContest(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { contestId, ruling, reasonsKk, reasonsRu, votes: ballots } = read.value;
  return actOnContest(world, viewer, {
    contestId,
    action: 'contest.rule',
    decide: async (scene) => {
      const { contest, around, signatory } = scene;
      const guide = around.edition.rounds?.council;
      if (!guide) return refuse('contests_unknown');
      const effect = effectOf(scene, read.value);
      if (!effect.ok) return effect;
      const { councilId } = contest;
      const interests = await barredFrom(world.db, contest, around.now);
      const official = viewer && mandateAt(viewer, contest.bodyId, OFFICIAL_ROLES);
      const signs = official ? signatory : interests.find(({ personId }) => personId === signatory.personId);
      const [basis] = guide.recusal.basis;
      if (signs)
        return refuse('recused', {
          params: { name: signs.name },
          ...(basis && { basis: { act: basis.act, article: basis.article } }),
        });
      const voters = ballots.map(({ personId }) => personId);
      const voted = viewOf({
        ...{ guide, interests, ballots, term: termBasis(around.edition.councils) },
        seats: await seatsOf(world.db, councilId, around.now),
        ended: await formerSeats(world.db, councilId, around.now, voters),
      });
      if (!voted.ok) return voted;
      const reasons = { kk: reasonsKk, ru: reasonsRu };
      const payload = { councilId, ruling, effect: effect.value, reasons, ...voted.value, signatory };
      return done({ fact: { type: 'contest.ruled', payload } });
    },
  });
}

/** What the case counts as by this ruling. */
function effectOf(
  { contest, appeal, around }: ContestScene,
  { ruling, claim, day }: Pick<z.output<typeof input>, 'ruling' | 'claim' | 'day'>,
): Outcome<Effect | null> {
  if (ruling === 'rejected') return done(null);
  if (ruling === 'upheld') return done(contest.effect);
  if (claim === '') return refuse('invalid', { fields: { claim: 'required' } });
  const own = effectClaimed({ appeal, claim, day, around, today: around.today });
  if (own.ok && own.value.claim === contest.effect.claim && own.value.day === contest.effect.day)
    return refuse('invalid', { fields: { claim: 'bad_choice' } });
  return own;
}
