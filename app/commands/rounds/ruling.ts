// Who rules for the body in a round has no interest in it: none that was declared, and does not speak for an organisation that took part.
// Asked by every act by which the body approves, decides or promises.
import { faultOfInterest } from '../../core/interest';
import type { Refusal } from '../../core/refusal';
import type { RoundSurroundings } from '../../core/round-owing';
import type { Round } from '../../core/round';
import type { Viewer } from '../../core/viewer';
import { holdersOf, speakingIn } from '../../data/interests';
import type { World } from '../../world';

/** Refuses interest_bars with the names of the other heads who have none; null for whoever may rule. */
export async function faultOfRuling(
  { db }: Pick<World, 'db'>,
  { id, bodyId, conflicts }: Pick<Round, 'id' | 'bodyId' | 'conflicts'>,
  { personId, mandates }: Viewer,
  { edition, now }: Pick<RoundSurroundings, 'edition' | 'now'>,
): Promise<{ ok: false; refusal: Refusal } | null> {
  const declared = conflicts.map((one) => one.personId);
  const speaks = mandates.some(({ role }) => role === 'representative');
  if (!declared.includes(personId) && !(speaks && (await speakingIn(db, id, [personId], now)).length > 0)) return null;
  const others = await holdersOf(db, { bodyId }, ['approver'], now);
  const spoken = await speakingIn(
    db,
    id,
    others.map((one) => one.personId),
    now,
  );
  return faultOfInterest({
    rounds: edition.rounds ?? null,
    personId,
    barred: [...declared, ...spoken, personId],
    others,
  });
}
