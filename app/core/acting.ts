// Under which office does a person act at a body: one of their own, or that of a colleague who is away and whom they cover in these days?
import type { Signatory } from './shape';
import { mandateAt, OFFICIAL_ROLES, type Viewer } from './viewer';

/** Those whose work the viewer does beside their own today, by id. */
export const coveredBy = ({ mandates }: Viewer): string[] => [
  ...new Set(mandates.flatMap(({ lentBy }) => lentBy?.personId ?? [])),
];

/** In whose place somebody signed: name and post; null where it was in their own. */
export const inPlaceOf = ({ actingFor }: Pick<Signatory, 'actingFor'>): string | null =>
  actingFor ? [actingFor.name, actingFor.post].filter(Boolean).join(', ') : null;

/**
 * Who signs for what `allowed` allows: the person in their own post where an office of their own is enough, else acting for the colleague
 * whose office it takes. Somebody without an office there, such as an applicant, signs without a post.
 */
export function signatoryAt(viewer: Viewer, bodyId: string, allowed: (viewer: Viewer) => boolean): Signatory {
  const own = viewer.mandates.filter(({ lentBy }) => !lentBy);
  const { personId, name } = viewer;
  const post = mandateAt({ ...viewer, mandates: own }, bodyId, OFFICIAL_ROLES)?.post ?? null;
  if (allowed({ ...viewer, mandates: own })) return { personId, name, post };
  const lent = viewer.mandates.find(
    (mandate) => mandate.lentBy && mandate.bodyId === bodyId && allowed({ ...viewer, mandates: [...own, mandate] }),
  );
  if (!lent?.lentBy) return { personId, name, post };
  return { personId, name, post, actingFor: { name: lent.lentBy.name, post: lent.post } };
}
