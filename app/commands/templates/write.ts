// An official writes a template of an answer for a kind and a language, or writes it anew: what stood there before stays in its history.
import { z } from 'zod';
import { KINDS } from '../../../guide/schema';
import { dayOf } from '../../core/day';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import { foldTemplate, templateStream } from '../../core/template';
import type { Viewer } from '../../core/viewer';
import { NO_HEAD, openStream } from '../../data/ledger';
import type { World } from '../../world';
import { limited } from '../limited';
import { again } from '../again';
import { askedOf } from '../appeals/answer';
import { recordTemplate } from './record';

export const input = z.object({
  /** Empty for a new one. */
  templateId: z.union([z.uuid(), z.literal('')]).default(''),
  bodyId: z.uuid(),
  kind: z.enum(KINDS),
  language: z.enum(['kk', 'ru', 'en']),
  name: z.string().trim().min(1, 'required').min(3, 'too_short').max(200, 'too_long'),
  text: z.string().trim().min(1, 'required').min(20, 'too_short').max(50_000, 'too_long'),
  requirements: z.record(z.string(), z.string().trim().max(5000, 'too_long')).default({}),
});

/** Writes. Refuses: not_signed_in, invalid, not_allowed, not_found (a template of another body), changed_meanwhile. */
export async function writeTemplate(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ id: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { templateId, ...written } = read.value;
    const { bodyId, kind, requirements } = written;
    if (!may(viewer, 'template.write', { bodyId })) return refuse('not_allowed');
    const asked = askedOf(world.guide.inForceOn(dayOf(world.now())).procedures[kind]);
    const parts = Object.fromEntries(
      asked.flatMap(({ id }) => (requirements[id] ? [[id, requirements[id]] as const] : [])),
    );
    const id = templateId || world.newId();
    return again(async () => {
      const stream = templateId ? await openStream(world.db, templateStream(id)) : { events: [], head: NO_HEAD };
      const there = foldTemplate(stream.events);
      if (templateId && there?.bodyId !== bodyId) return refuse('not_found');
      await recordTemplate(world, viewer, {
        ...{ id, bodyId, before: stream.events, head: stream.head },
        fact: (officer) => ({ type: 'template.written', payload: { ...written, requirements: parts, officer } }),
      });
      return done({ id });
    });
  });
}
