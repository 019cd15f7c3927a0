// A body that is not competent sends the case on to the one that is (APPC 65), or a body complained of forwards the complaint to
// the body above it (APPC 91(4)). Both parties get notice in the same act, and a new case with its own clock begins there.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnAppeal, type Decided, type Scene } from './act';
import { bodiesOf, type ActingBody } from './around';
import { acceptedFirst } from './accepted';
import { caseThere } from './case-there';

export const input = z.object({ appealId: z.uuid(), toBodyId: z.uuid(), reason: z.string().trim().min(10).max(2000) });

/** Redirects. Refuses: already_ended, redirect_to_itself, body_closed, and what every act on an appeal refuses. */
export async function redirectAppeal(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { appealId, toBodyId, reason } = read.value;
  return actOnAppeal(world, viewer, {
    appealId,
    action: 'appeal.redirect',
    otherBodyId: toBodyId,
    decide: async (scene) => {
      const { appeal, around } = scene;
      if (appeal.phase !== 'open') return refuse('already_ended');
      if (toBodyId === appeal.bodyId) return refuse('redirect_to_itself', basisOf(scene));
      const receiver = (await bodiesOf(world, [toBodyId])).get(toBodyId);
      if (!receiver) return refuse('not_found');
      if (receiver.closed) return refuse('body_closed');
      const { redirect, rules } = around.procedure;
      const forwarded = rules.forward !== undefined && (await isAbove(world, receiver.id, appeal.bodyId));
      if (!redirect && !forwarded) return refuse('redirect_not_superior', basisOf(scene));
      return done(await sendOn(world, scene, { receiver, reason, forwarded }));
    },
  });
}

const basisOf = ({ around }: Scene) => {
  const basis = (around.procedure.redirect ?? around.procedure.rules.forward)?.basis[0];
  return basis ? { basis: { act: basis.act, article: basis.article } } : {};
};

async function sendOn(
  world: World,
  scene: Scene,
  { receiver, reason, forwarded }: { receiver: ActingBody; reason: string; forwarded: boolean },
): Promise<Decided> {
  const { appeal, signatory } = scene;
  const { id, number, also } = await caseThere(world, scene, {
    receiver,
    arrivedBy: forwarded ? 'forwarding' : 'redirect',
  });
  return {
    facts: [
      ...acceptedFirst(appeal, signatory),
      {
        type: 'appeal.redirected',
        payload: { toBodyId: receiver.id, toAppealId: id, toNumber: number, forwarded, reason, officer: signatory },
      },
    ],
    also,
  };
}

/** Whether `upperId` stands anywhere above `lowerId` in the tree of bodies. */
async function isAbove({ db }: World, upperId: string, lowerId: string): Promise<boolean> {
  const { rows } = await db.pool.query<{ found: boolean }>({
    name: 'is_above',
    text: `WITH RECURSIVE up AS (
             SELECT "parentId" FROM "Body" WHERE id = $2::uuid
             UNION SELECT b."parentId" FROM "Body" b JOIN up ON b.id = up."parentId")
           SELECT EXISTS (SELECT 1 FROM up WHERE "parentId" = $1::uuid) AS found`,
    values: [upperId, lowerId],
  });
  return rows[0]?.found === true;
}
