// An analyst drafts the answer to a point: a code, a reason in both state languages, the changed clauses, and other words for single
// comments where they need them. Another person approves it.
import { z } from 'zod';
import { DISPOSITIONS } from '../../../guide/schema';
import { faultOfAnswer } from '../../core/disposing';
import { rootOf } from '../../core/duplicates';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { ClauseLink, Disposition } from '../../core/round-event';
import { bothOf, listOf } from '../../core/round-fields';
import type { Round } from '../../core/round';
import type { Viewer } from '../../core/viewer';
import { shownClauses } from '../../data/clauses';
import { chainOf } from '../../data/same-comment';
import type { World } from '../../world';
import { actOnRound } from '../rounds/act';
import { openOf } from './voices';

const REASON = 10_000;
/** Clauses travel as 'documentId/anchor'. */
const change = z.string().regex(/^[0-9a-f-]{36}\/[\w.-]+$/, 'bad_value');
export const input = z.object({
  roundId: z.uuid(),
  pointId: z.uuid(),
  code: z.enum(DISPOSITIONS),
  ...bothOf('reason', 10, REASON),
  changes: listOf(change),
  /** Number of the comment that this one is the same as. */
  duplicateOf: z.string().trim().max(40).default(''),
  /** Other words for single comments: 'edit.<commentId>.kk' and '.ru' of the form, gathered by the page. */
  edits: z
    .array(z.object({ commentId: z.uuid(), kk: z.string().trim().max(REASON), ru: z.string().trim().max(REASON) }))
    .default([]),
});

/**
 * Drafts an answer, in place of an earlier draft. Refuses: invalid, point_unknown, point_empty, change_missing, clause_unknown,
 * change_not_different, target_missing, target_is_duplicate, duplicate_circle, round_completed, and what every act on a round refuses.
 */
export async function draftAnswer(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, pointId, code, reasonKk, reasonRu, edits } = read.value;
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.analyse',
    comments: () => openOf(world, roundId, pointId),
    decide: async ({ round, around, signatory, comments }) => {
      if (round.phase === 'completed') return refuse('round_completed');
      if (!round.points.some(({ id }) => id === pointId)) return refuse('point_unknown');
      if (comments.size === 0) return refuse('point_empty');
      const changes = read.value.changes.map((link) => linkOf(round, link));
      const links = changes.filter((one) => one !== null);
      const same = await sameAs(world, round, read.value);
      if (!same.ok) return same;
      const duplicateOf = same.value;
      const disposition: Disposition = { code, reason: { kk: reasonKk, ru: reasonRu }, changes: links, duplicateOf };
      const fault = faultOfAnswer({
        guide: around.edition.rounds ?? { dispositions: [] },
        disposition,
        hasDraft: around.kind.has_draft,
        shown: links.length < changes.length ? [null] : await shownClauses(world.db, round, links),
      });
      if (fault) return fault;
      const own = edits
        .filter(({ commentId, kk, ru }) => comments.has(commentId) && kk !== '' && ru !== '')
        .map(({ commentId, kk, ru }) => ({ commentId, reason: { kk, ru } }));
      return done({
        facts: [{ type: 'point.drafted', payload: { pointId, disposition, edits: own, drafter: signatory } }],
      });
    },
  });
}

/** 'documentId/anchor' as a link into one of the round's documents. */
function linkOf(round: Round, text: string): ClauseLink | null {
  const [documentId = '', anchor = ''] = text.split('/');
  const document = round.documents.find((one) => one.documentId === documentId);
  return document ? { documentId, version: document.version, anchor } : null;
}

/** The number of the comment that this answer says to be the same, at the end of the chain; null where none is named. */
async function sameAs(
  { db }: World,
  { id, points }: Round,
  { pointId, duplicateOf }: z.output<typeof input>,
): Promise<Outcome<string | null>> {
  if (!duplicateOf) return done(null);
  return rootOf({ chain: await chainOf(db, id, duplicateOf.toUpperCase()), pointId, points });
}
