// An administrator asks that personal fields of a record be erased, upon a lawful request. Nothing is erased yet: a second person decides.
import { z } from 'zod';
import { ERASURE_GROUNDS } from '../../core/event';
import { personalFieldsOf } from '../../core/personal-fields';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { listOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { openStream } from '../../data/ledger';
import { recordNumbered } from '../../data/records';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.object({
  /** Of a case, a comment, a contest: as it is printed. */
  number: z.string().trim().min(1, 'required').max(40),
  /** 'version field', each. */
  fields: listOf(z.string().regex(/^\d{1,6} \w{1,40}$/)).refine((sent) => sent.length > 0, 'required'),
  ground: z.enum(ERASURE_GROUNDS),
  reason: z.string().trim().min(10, 'too_short').max(1000, 'too_long'),
});

/** Keeps what is asked. Refuses: not_signed_in, not_allowed, invalid, not_found (no such record), nothing_to_erase. */
export async function askErasure(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ id: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    if (!may(viewer, 'record.ask_erasure', undefined)) return refuse('not_allowed');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { number, fields, ground, reason } = read.value;
    const found = await recordNumbered(world.db, number);
    if (!found) return refuse('not_found');
    const { events } = await openStream(world.db, found.stream);
    const asked = events.flatMap((event) => {
      const own = personalFieldsOf(event).filter((field) => fields.includes(`${event.version} ${field}`));
      return own.length > 0 ? [{ version: event.version, fields: own }] : [];
    });
    if (asked.length === 0) return refuse('nothing_to_erase');
    const id = world.newId();
    await world.db.prisma.erasure.create({
      data: {
        ...{ id, stream: found.stream, number, bodyId: found.bodyId, events: asked, ground, reason, state: 'asked' },
        asked: { personId: viewer.personId, name: viewer.name, post: null },
        askedAt: new Date(world.now()),
      },
    });
    return done({ id });
  });
}
