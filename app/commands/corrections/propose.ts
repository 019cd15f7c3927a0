// An administrator has a corrected calendar or edition looked at: what would become of which day stands in a list, and nothing is changed.
import { z } from 'zod';
import { correctionReason, type Cause } from '../../core/correction';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { propose } from '../../data/correcting';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({
  /** 'calendar', or two editions: 'the one reckoned by>the one that corrects it'. */
  cause: z.string().regex(/^(calendar|\d{4}-\d+>\d{4}-\d+)$/),
  reasonKk: correctionReason,
  reasonRu: correctionReason,
});

/** The cause as a form or a command line names it; null where the guide has no such editions. */
export function causeOf({ editions }: World['guide'], text: string): Cause | null {
  if (text === 'calendar') return { kind: 'calendar' };
  const [from, to] = text.split('>');
  const known = (id: string | undefined) => editions.some((edition) => edition.id === id);
  return from && to && from !== to && known(from) && known(to) ? { kind: 'edition', from, to } : null;
}

/** Looks and keeps the list. Refuses: invalid, not_signed_in, not_allowed, nothing_to_correct. */
export async function proposeCorrection(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ id: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'correction.manage', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const cause = causeOf(world.guide, read.value.cause);
    if (!cause) return refuse('invalid', { fields: { cause: 'bad_value' } });
    const { reasonKk: kk, reasonRu: ru } = read.value;
    const { personId, name } = viewer;
    const id = world.newId();
    const found = await propose(world, { id, cause, reason: { kk, ru }, proposer: { personId, name } });
    if (!found) return refuse('nothing_to_correct');
    return done({ id });
  });
}
