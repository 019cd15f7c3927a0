// An administrator has a corrected calendar or edition looked at: what would become of which day stands in a list, and nothing is changed.
import { z } from 'zod';
import type { Cause } from '../../core/correction';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { keepProposal } from '../../data/corrections';
import type { World } from '../../world';
import { limited } from '../limited';
import { dryRun, guideHash } from './dry-run';

const reason = z.string().trim().min(20).max(2000);
export const input = z.object({
  /** 'calendar', or two editions: 'the one reckoned by>the one that corrects it'. */
  cause: z.string().regex(/^(calendar|\d{4}-\d+>\d{4}-\d+)$/),
  reasonKk: reason,
  reasonRu: reason,
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
    const { looked, items } = await dryRun(world, cause);
    if (items.length === 0) return refuse('nothing_to_correct');
    const { reasonKk: kk, reasonRu: ru } = read.value;
    const { personId, name } = viewer;
    const id = world.newId();
    await keepProposal(world.db, {
      ...{ id, cause, looked, items, reason: { kk, ru }, guide: guideHash(world.guide) },
      ...{ proposer: { personId, name }, at: world.now() },
    });
    return done({ id });
  });
}
