// A template is not offered any more. Its history stays, and writing it anew brings it back.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import { foldTemplate, templateStream } from '../../core/template';
import type { Viewer } from '../../core/viewer';
import { openStream } from '../../data/ledger';
import type { World } from '../../world';
import { limited } from '../limited';
import { again } from '../again';
import { recordTemplate } from './record';

export const input = z.object({ templateId: z.uuid() });

/** Retires. Refuses: not_signed_in, invalid, not_found, not_allowed, changed_meanwhile. One that is retired stays so. */
export async function retireTemplate(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ id: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { templateId: id } = read.value;
    return again(async () => {
      const { events: before, head } = await openStream(world.db, templateStream(id));
      const template = foldTemplate(before);
      if (!template) return refuse('not_found');
      const { bodyId } = template;
      if (!may(viewer, 'template.write', { bodyId })) return refuse('not_allowed');
      if (!template.retired)
        await recordTemplate(world, viewer, {
          ...{ id, bodyId, before, head },
          fact: (officer) => ({ type: 'template.retired', payload: { officer } }),
        });
      return done({ id });
    });
  });
}
