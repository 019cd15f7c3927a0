// The second person erases what an administrator asked for, or declines: another administrator, or a head of the body whose record it is.
import { z } from 'zod';
import { dayOf } from '../../core/day';
import { ERASURE_GROUNDS, type FactOf } from '../../core/event';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { signatory } from '../../core/shape';
import { mandateAt, type Viewer } from '../../core/viewer';
import { erase } from '../../data/erasing';
import { inTransaction } from '../../data/transaction';
import type { World } from '../../world';
import { again } from '../again';
import { limited } from '../limited';

export const input = z.object({ id: z.uuid(), step: z.enum(['erase', 'decline']) });

const events = z.array(z.object({ version: z.int(), fields: z.array(z.string()) }));

/** Erases, or declines. Refuses: not_signed_in, invalid, not_found, not_allowed, own_request (who asked does not decide), changed_meanwhile (decided already). */
export const decideErasure = (
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> => limited(world, viewer, 'act', () => again(() => decide(world, viewer, raw)));

async function decide(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<{ number: string }>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { id, step } = read.value;
  const asked = await world.db.prisma.erasure.findUnique({ where: { id } });
  if (!asked) return refuse('not_found');
  if (!may(viewer, 'record.decide_erasure', { bodyId: asked.bodyId ?? '' })) return refuse('not_allowed');
  const by = signatory.parse(asked.asked);
  if (by.personId === viewer.personId) return refuse('own_request');
  const [at, day] = [world.now(), dayOf(world.now())];
  const post = mandateAt(viewer, asked.bodyId ?? '', ['approver'])?.post ?? null;
  const approved = { personId: viewer.personId, name: viewer.name, post };
  const left = await inTransaction(world.db, async (through) => {
    const { rowCount } = await through.query({
      text: `UPDATE "Erasure" SET state = $2, decided = $3, "decidedAt" = $4 WHERE id = $1 AND state = 'asked'`,
      values: [id, step === 'erase' ? 'done' : 'declined', JSON.stringify(approved), new Date(at).toISOString()],
    });
    if (rowCount !== 1) return null;
    if (step === 'decline') return [];
    const fact: FactOf<'record.erased'> = {
      type: 'record.erased',
      payload: {
        events: events.parse(asked.events),
        ground: z.enum(ERASURE_GROUNDS).parse(asked.ground),
        reason: asked.reason,
        asked: by,
        approved,
      },
    };
    return erase(world, through, {
      stream: asked.stream,
      number: asked.number,
      fact,
      actor: { kind: 'person', ...approved },
      at,
      day,
    });
  });
  if (left === null) return refuse('changed_meanwhile');
  for (const sha256 of left) await world.files.remove(sha256);
  world.db.position += 1;
  return done({ number: asked.number });
}
