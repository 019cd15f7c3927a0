// A second person approves the drafted answer to a point, or sends it back with a reason. Approving answers every open comment of the
// point in one act, however many there are, each with its own words where the drafter gave some; each author is told.
import { z } from 'zod';
import type { CommentFact } from '../../core/comment-consequences';
import { faultOfChange } from '../../core/disposing';
import { capacityAt, notFirstHead } from '../../core/first-head';
import { faultOfTarget } from '../../core/duplicates';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome, type Refusal } from '../../core/refusal';
import type { Point } from '../../core/point';
import type { Disposition } from '../../core/round-event';
import type { Round } from '../../core/round';
import type { RoundSurroundings } from '../../core/round-owing';
import type { Viewer } from '../../core/viewer';
import { newestClauses } from '../../data/clauses';
import { firstHeads } from '../../data/interests';
import { chainOf } from '../../data/same-comment';
import type { World } from '../../world';
import { actOnRound } from '../rounds/act';
import { openOf } from './voices';

const ids = { roundId: z.uuid(), pointId: z.uuid() };
export const input = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('approve'), ...ids }),
  z.object({
    decision: z.literal('return'),
    ...ids,
    reason: z.string().trim().min(1, 'required').min(10, 'too_short').max(2000, 'too_long'),
  }),
]);

/**
 * Approves or returns. Refuses: invalid, point_unknown, point_without_draft, same_person (four eyes), point_empty,
 * round_still_open (comments are still taken), change_undone (a newer version says again what people commented on), target_unanswered (the
 * comment that it is the same as), target_is_duplicate, target_missing, first_head_only (recommendations of a council: the law
 * has the reply to them signed so), round_completed, and what every act on a round refuses.
 */
export async function decideAnswer(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const asked = read.value;
  const { roundId, pointId } = asked;
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.approve',
    comments: () => openOf(world, roundId, pointId),
    decide: async ({ round, around, signatory, comments, viewer: who }) => {
      const point = round.points.find(({ id }) => id === pointId);
      if (!point) return refuse('point_unknown');
      if (round.phase === 'completed') return refuse('round_completed');
      const { draft } = point;
      if (!draft || point.returned) return refuse('point_without_draft');
      if (asked.decision === 'return')
        return done({ facts: [{ type: 'point.returned', payload: { pointId, reason: asked.reason, signatory } }] });
      if (around.kind.contributors === 'council' && !capacityAt(who, round.bodyId))
        return notFirstHead(await firstHeads(world.db, round.bodyId, around.now), around);
      const fault =
        faultOfApproval({ round, point, around, personId: signatory.personId }) ??
        (await faultOfWord(world, { round, around, disposition: draft.disposition }));
      if (fault) return fault;
      // What was answered, taken back or taken out since the list was read is left alone.
      const open = [...comments.values()].filter((one) => one.phase === 'open' && one.pointId === pointId);
      if (open.length === 0) return refuse('point_empty');
      const edits = new Map(draft.edits.map(({ commentId, reason }) => [commentId, reason]));
      const answers = open.map((comment) => {
        const reason = edits.get(comment.id) ?? draft.disposition.reason;
        const fact: CommentFact = {
          type: 'comment.disposed',
          payload: {
            pointId,
            disposition: { ...draft.disposition, reason },
            drafter: draft.drafter,
            approver: signatory,
          },
        };
        return { comment, facts: [fact] };
      });
      return done({
        facts: [{ type: 'point.approved', payload: { pointId, comments: answers.length, signatory } }],
        comments: answers,
      });
    },
  });
}

/** The draft said that a clause changed, or that another comment is the same: both are looked at again as they are now. */
async function faultOfWord(
  { db }: World,
  { round, around, disposition }: Pick<Scene, 'round' | 'around'> & { disposition: Disposition },
): Promise<{ ok: false; refusal: Refusal } | null> {
  const { changes, duplicateOf } = disposition;
  const change = faultOfChange({
    guide: around.edition.rounds ?? { dispositions: [] },
    disposition,
    hasDraft: around.kind.has_draft,
    newest: await newestClauses(db, round, changes),
  });
  return change ?? (duplicateOf === null ? null : faultOfTarget(await chainOf(db, round.id, duplicateOf)));
}

type Scene = { round: Round; point: Point; around: RoundSurroundings; personId: string };

/** Four eyes; and while comments are still taken, nothing is answered for good. */
function faultOfApproval({ round, point, around, personId }: Scene): (Outcome<never> & { ok: false }) | null {
  const eyes = around.edition.rounds?.four_eyes;
  const [basis] = eyes?.basis ?? [];
  if (eyes?.required && point.draft?.drafter.personId === personId)
    return refuse('same_person', basis && { basis: { act: basis.act, article: basis.article } });
  const taking = around.kind.contributors === 'everyone' && around.today <= round.settings.closesDay;
  return taking ? refuse('round_still_open', { params: { closes: round.settings.closesDay } }) : null;
}
