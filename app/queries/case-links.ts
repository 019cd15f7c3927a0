// Cases tied to this one, as its page may name them: where it came from, complaints about it, the same filed again.
import type { Locale } from '../../guide/schema';
import { may } from '../core/permission';
import type { Viewer } from '../core/viewer';
import type { CaseFacts, LinkedCase } from './case-facts';

export type Linked = { number: string; body: string; open: boolean };

/** A case tied to this one, and whether the viewer may open it. */
export const linkedView = (
  viewer: Viewer | null,
  linked: LinkedCase | null | undefined,
  locale: Locale,
): Linked | null =>
  linked ? { number: linked.number, body: linked.body[locale], open: may(viewer, 'appeal.read', linked) } : null;

/** Cases tied to this one, as the page may name them. */
export const linksOf = ({ facts, viewer, locale }: { facts: CaseFacts; viewer: Viewer | null; locale: Locale }) => ({
  origin: linkedView(viewer, facts.origin, locale),
  complaints: facts.followers
    .filter(({ kind }) => kind !== facts.appeal.kind)
    .flatMap((linked) => linkedView(viewer, linked, locale) ?? []),
  /** The same appeal at other bodies. */
  together: facts.together.flatMap((linked) => linkedView(viewer, linked, locale) ?? []),
  again: facts.followers
    .filter(({ kind, bodyId }) => kind === facts.appeal.kind && bodyId === facts.appeal.bodyId)
    .flatMap((linked) => linkedView(viewer, linked, locale) ?? []),
});
