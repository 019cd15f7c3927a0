// Which comment an answer "the same as …" may name, so that whoever follows it finds an answer: always the one at the end, never one that
// points on or back, and approved only when that one has its answer. What is answered can neither be withdrawn nor taken out of its point,
// so that nobody is left with an answer that leads nowhere. Pure; asked by points/draft-answer and points/decide-answer.
import type { CommentPhase } from './comment';
import type { Point } from './point';
import { done, refuse, type Outcome } from './refusal';

/** A comment that may be named; `sameAs`: the number that its own approved answer names, where it does. */
export type Target = { number: string; phase: CommentPhase; pointId: string | null; sameAs: string | null };
type Scene = {
  /** The comment named and those that its answer leads on to, the last one at the end. */
  chain: readonly Target[];
  /** The point whose answer names it. */
  pointId: string;
  points: readonly Pick<Point, 'id' | 'draft'>[];
};

const fields = { duplicateOf: 'bad_value' } as const;

/**
 * The number to be named in a draft: the last of the chain. Refuses: target_missing (no such comment, a withdrawn one, or one of the same
 * point), duplicate_circle (it leads back to this point), target_is_duplicate (its own draft names another one).
 */
export function rootOf({ chain, pointId, points }: Scene): Outcome<string> {
  const [named] = chain;
  const root = chain.at(-1);
  if (!named || !root || named.pointId === pointId || root.phase === 'withdrawn')
    return refuse('target_missing', { fields });
  const { number } = named;
  if (chain.some((one) => one.pointId === pointId) || root.sameAs !== null)
    return refuse('duplicate_circle', { params: { number }, fields });
  const next =
    root.phase === 'open' ? points.find(({ id }) => id === root.pointId)?.draft?.disposition.duplicateOf : null;
  return next
    ? refuse('target_is_duplicate', { params: { number: root.number, other: next }, fields })
    : done(root.number);
}

/** What keeps an answer that names another comment from being approved, or null. Refuses: target_missing, target_unanswered, target_is_duplicate. */
export function faultOfTarget(
  chain: readonly Target[],
): { ok: false; refusal: ReturnType<typeof refuse>['refusal'] } | null {
  const [named] = chain;
  if (!named || named.phase === 'withdrawn') return refuse('target_missing');
  const { number, phase, sameAs } = named;
  if (phase === 'open') return refuse('target_unanswered', { params: { number } });
  return sameAs === null
    ? null
    : refuse('target_is_duplicate', { params: { number, other: chain.at(-1)?.number ?? sameAs } });
}
