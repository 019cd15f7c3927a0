// The last day for comments is moved: extended or shortened while the round is open, or the round is reopened after it. Always signed
// and reasoned in both state languages; every open duty moves with it, also of comments made at the same moment; followers and
// contributors are told.
import { z } from 'zod';
import type { CommentFact } from '../../core/comment-consequences';
import { COMMENT_CLOCK } from '../../core/comment';
import type { Day } from '../../core/day';
import { dayField } from '../../core/fields';
import type { LetterOrder } from '../../core/letter';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { unpersonalBothOf } from '../../core/round-fields';
import { aboutRound } from '../../core/round-letter';
import type { RoundSurroundings } from '../../core/round-owing';
import type { PeriodMove, Round } from '../../core/round';
import type { Viewer } from '../../core/viewer';
import type { Asking } from '../../data/connect';
import { partiesOf } from '../../data/round-people';
import type { World } from '../../world';
import { actOnRound } from './act';
import { faultOfPeriod } from './open';

export const input = z.object({ roundId: z.uuid(), closesDay: dayField, ...unpersonalBothOf('reason', 20, 2000) });

/**
 * Moves the last day. Refuses: invalid, round_not_open, already_decided, round_completed, period_not_later, period_not_shorter (the
 * day has passed), period_too_short, and what every act on a round refuses.
 */
export async function movePeriod(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, closesDay, reasonKk, reasonRu } = read.value;
  const reason = { kk: reasonKk, ru: reasonRu };
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.move_period',
    alone: true,
    comments: openComments,
    decide: async ({ round, around, signatory, comments, through }) => {
      const { closesDay: was, opensDay } = round.settings;
      const { today } = around;
      if (round.phase === 'preparing') return refuse('round_not_open');
      if (round.phase !== 'opened') return refuse(round.phase === 'decided' ? 'already_decided' : 'round_completed');
      const how = howMoved({ was, closesDay, today });
      const fields = { closesDay: 'bad_day' } as const;
      if (!how) return refuse('period_not_later', { params: { closes: was }, fields });
      if (closesDay < opensDay || closesDay < today)
        return refuse(how === 'shortened' ? 'period_not_shorter' : 'period_not_later', {
          params: { closes: was },
          fields,
        });
      const moved: Round = { ...round, settings: { ...round.settings, closesDay } };
      const fault = how === 'shortened' ? faultOfPeriod(moved, around) : null;
      if (fault) return fault;
      const open = [...comments.values()].filter(({ phase }) => phase === 'open');
      const due: CommentFact = { type: 'comment.due_moved', payload: { closesDay } };
      return done({
        facts: [{ type: `round.${how}`, payload: { closesDay, was, reason, signatory } }],
        comments: countsFromClose(around) ? open.map((comment) => ({ comment, facts: [due] })) : [],
        letters: await movedLetters(through, moved, around, { how, was, closesDay, reason }),
      });
    },
  });
}

const howMoved = ({ was, closesDay, today }: { was: Day; closesDay: Day; today: Day }): PeriodMove['how'] | null => {
  if (closesDay === was) return null;
  if (today > was) return closesDay > was ? 'reopened' : null;
  return closesDay > was ? 'extended' : 'shortened';
};

const countsFromClose = ({ kind }: RoundSurroundings): boolean =>
  kind.rules[COMMENT_CLOCK]?.term.from === 'round_closed';

async function openComments({ id }: Round, through: Asking): Promise<string[]> {
  const { rows } = await through.query<{ id: string }>({
    name: 'open_comments',
    text: `SELECT id FROM "Comment" WHERE "roundId" = $1::uuid AND phase = 'open'`,
    values: [id],
  });
  return rows.map((one) => one.id);
}

async function movedLetters(
  pool: Asking,
  round: Round,
  around: RoundSurroundings,
  change: Pick<PeriodMove, 'how' | 'was' | 'closesDay' | 'reason'>,
): Promise<LetterOrder[]> {
  const parties = await partiesOf({ pool }, round);
  return parties.map(({ party, unfollow }) => ({
    letter: 'round_period_moved',
    key: `moved:${round.number}:${around.now}`,
    to: { party },
    data: { ...aboutRound(round, around.body), ...change, unfollow },
  }));
}
