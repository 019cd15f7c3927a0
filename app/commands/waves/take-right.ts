// Whoever may answer takes the right once: a blinded message is signed with the panel's key. That the right was taken is kept, and the
// hash of the blinded message, so that a lost connection costs nothing; what was signed can't be recognised afterwards.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dayOf } from '../../core/day';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { MODULUS_BYTES, signBlinded, takeFor } from '../../data/credentials';
import { signingKeyOf } from '../../data/panels';
import type { World } from '../../world';
import type { Direction } from '../../../guide/schema';

const BLINDED = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .refine((text) => Buffer.from(text, 'base64url').length === MODULUS_BYTES, 'bad_value');
export const input = z.object({ panelId: z.uuid(), blinded: BLINDED });
export const inputWithoutScripts = input.pick({ panelId: true });

/**
 * Signs a blinded message of the browser's for the right of whoever asks; the same message again gets the same signature. Gives the
 * blind signature as base64url. Refuses: invalid, not_signed_in, not_found, not_allowed, wave_not_open, no_right, right_taken.
 */
export async function takeRight(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ signature: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const signed = await sign(world, viewer, read.value.panelId, Buffer.from(read.value.blinded, 'base64url'));
  return signed.ok ? done({ signature: signed.value.toString('base64url') }) : signed;
}

/** The same where the browser runs no scripts: the server makes the credential, hands it over and forgets it. Refuses as takeRight does. */
export async function takeRightWithoutScripts(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ credential: string }>> {
  const read = parse(inputWithoutScripts, raw);
  if (!read.ok) return read;
  const { panelId } = read.value;
  const panel = await world.db.prisma.panel.findUnique({ where: { id: panelId }, select: { publicKey: true } });
  if (!panel) return refuse('not_found');
  let refused: Outcome<never> | null = null;
  const credential = await takeFor(panel.publicKey, async (blinded) => {
    const signed = await sign(world, viewer, panelId, Buffer.from(blinded));
    if (signed.ok) return signed.value;
    refused = signed;
    return null;
  });
  return credential ? done({ credential }) : (refused ?? refuse('invalid'));
}

async function sign(world: World, viewer: Viewer | null, panelId: string, message: Buffer): Promise<Outcome<Buffer>> {
  if (!viewer) return refuse('not_signed_in');
  const { prisma, pool } = world.db;
  const panel = await prisma.panel.findUnique({
    where: { id: panelId },
    select: {
      ...{ id: true, waveId: true, bodyId: true, direction: true, signingKey: true },
      wave: { select: { phase: true, openness: true, opensDay: true, closesDay: true } },
    },
  });
  if (!panel) return refuse('not_found');
  const { wave, bodyId } = panel;
  const today = dayOf(world.now());
  if (wave.phase !== 'opened' || today > wave.closesDay)
    return refuse('wave_not_open', { params: { opens: wave.opensDay, closes: wave.closesDay } });
  const key = await signingKeyOf(world, panel);
  if (!key) return refuse('wave_not_open', { params: { opens: wave.opensDay, closes: wave.closesDay } });
  // Before the right is marked as taken: what can't be signed must not cost it.
  const signature = signBlinded(key, message);
  if (!signature) return refuse('invalid', { fields: { blinded: 'bad_value' } });
  const right = await prisma.surveyRight.findUnique({
    where: { panelId_personId: { panelId, personId: viewer.personId } },
    select: { personId: true },
  });
  if (!right && wave.openness === 'closed') return refuse('no_right');
  const direction = panel.direction as Direction;
  if (!may(viewer, 'right.take', { direction, bodyId, holderId: right?.personId ?? null })) return refuse('no_right');
  const { rowCount } = await pool.query({
    name: 'take_right',
    text: `INSERT INTO "SurveyRight" AS r (id, "panelId", "personId", "organisationId", taken, blinded) VALUES ($1, $2, $3, $4, true, $5)
      ON CONFLICT ("panelId", "personId") DO UPDATE SET taken = true, blinded = $5 WHERE NOT r.taken OR r.blinded = $5`,
    values: [...[world.newId(), panelId, viewer.personId, null], createHash('sha256').update(message).digest('hex')],
  });
  return rowCount === 1 ? done(signature) : refuse('right_taken');
}
