// A draft of an instrument for whoever may work on it: what the commands that change, publish and discard one begin with.
import { z } from 'zod';
import type { Instrument } from '../../../guide/schema';
import { draftSchema } from '../../core/instrument-draft';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';

export const draftFields = { draftId: z.uuid(), version: z.coerce.number().int() };

export type DraftAtHand = { id: string; version: number; councilId: string | null; draft: Instrument };

/** Refuses: not_signed_in, not_found, not_allowed. */
export async function draftFor(
  { db }: Pick<World, 'db'>,
  viewer: Viewer | null,
  draftId: string,
  action: 'instrument.edit' | 'instrument.publish',
): Promise<Outcome<DraftAtHand & { viewer: Viewer }>> {
  if (!viewer) return refuse('not_signed_in');
  const row = await db.prisma.instrumentDraft.findUnique({
    where: { id: draftId },
    select: { id: true, version: true, councilId: true, data: true },
  });
  if (!row) return refuse('not_found');
  const { data, ...rest } = row;
  if (!may(viewer, action, row)) return refuse('not_allowed');
  return done({ ...rest, draft: draftSchema.parse(data), viewer });
}
