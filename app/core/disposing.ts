// Whether an answer to a point can stand: a reason in both state languages, a changed clause where it says that something changed,
// another comment where it says that this one is the same. "Accepted" means that the text differs.
import type { Rounds } from '../../guide/schema';
import { sameText } from './clause';
import { refuse, type Refusal } from './refusal';
import type { Disposition } from './round-event';

/** A clause of a version as an answer points to it, with what it said before: null where it is new. */
export type Shown = { anchor: string; version: number; after: string; before: string | null };

type Scene = {
  guide: Pick<Rounds, 'dispositions'>;
  disposition: Disposition;
  /** Whether the round has a draft that can change at all. */
  hasDraft: boolean;
  /** The clauses named, in the order of `disposition.changes`; null where there is none of that name. */
  shown: readonly (Shown | null)[];
};

/**
 * Whether a change that the draft showed still stands in the newest version, which may have come since: "accepted" is approved upon the text
 * as it is. Refuses change_undone (with the version); null where it stands.
 */
export function faultOfChange({
  guide,
  disposition,
  hasDraft,
  newest,
}: Omit<Scene, 'shown'> & { newest: readonly (Shown | null)[] }): { ok: false; refusal: Refusal } | null {
  const rule = guide.dispositions.find(({ id }) => id === disposition.code);
  if (!rule?.change || !hasDraft) return null;
  const undone = newest.find((one) => one === null || (one.before !== null && sameText(one.before, one.after)));
  if (undone === undefined) return null;
  const [first] = rule.basis;
  return refuse('change_undone', {
    ...(undone && { params: { version: undone.version } }),
    ...(first && { basis: { act: first.act, article: first.article } }),
  });
}

/** Refuses change_missing, clause_unknown, change_not_different or target_missing; null when the answer can stand. */
export function faultOfAnswer({ guide, disposition, hasDraft, shown }: Scene): { ok: false; refusal: Refusal } | null {
  const rule = guide.dispositions.find(({ id }) => id === disposition.code);
  if (!rule) return refuse('invalid', { fields: { code: 'bad_choice' } });
  const [first] = rule.basis;
  const basis = first && { basis: { act: first.act, article: first.article } };
  if (rule.target && !disposition.duplicateOf)
    return refuse('target_missing', { fields: { duplicateOf: 'required' }, ...basis });
  if (!rule.change || !hasDraft) return null;
  if (disposition.changes.length === 0) return refuse('change_missing', { fields: { changes: 'required' }, ...basis });
  if (shown.some((one) => one === null)) return refuse('clause_unknown', { fields: { changes: 'bad_choice' } });
  const empty = shown.find((one) => one !== null && one.before !== null && sameText(one.before, one.after));
  return empty
    ? refuse('change_not_different', { params: { clause: empty.anchor }, fields: { changes: 'bad_choice' }, ...basis })
    : null;
}
