// Somebody wants to hear of one case, of one round, of every round of a topic, of a body or in a region, or of the days of the public register.
import { z } from 'zod';
import { dayOf } from '../../core/day';
import { visibilityOn, type Publicity } from '../../core/publicity';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { REGIONS } from '../../core/region';
import { TOPICS } from '../../core/topic';
import type { Viewer } from '../../core/viewer';
import { newSecret } from '../../data/secret';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.discriminatedUnion('what', [
  z.object({ what: z.literal('round'), /** Its number. */ value: z.string().trim().min(1, 'required').max(40) }),
  z.object({ what: z.literal('appeal'), /** Its number. */ value: z.string().trim().min(1, 'required').max(40) }),
  z.object({ what: z.literal('topic'), value: z.enum(TOPICS) }),
  z.object({ what: z.literal('body'), value: z.uuid() }),
  z.object({ what: z.literal('region'), value: z.enum(REGIONS) }),
  z.object({ what: z.literal('register'), value: z.literal('days') }),
]);

/** Follows; twice is once. Refuses: not_signed_in, invalid, not_found. */
export async function follow(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<z.output<typeof input>>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer || !may(viewer, 'round.follow', undefined)) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { what, value } = read.value;
    if (!(await exists(world, viewer, read.value))) return refuse('not_found');
    const { personId } = viewer;
    await world.db.prisma.follow.createMany({
      data: [{ personId, what, value, token: newSecret(), createdAt: new Date(world.now()) }],
      skipDuplicates: true,
    });
    return done(read.value);
  });
}

async function exists({ db, now }: World, viewer: Viewer, { what, value }: z.output<typeof input>): Promise<boolean> {
  if (what === 'round') {
    const round = await db.prisma.round.findUnique({
      where: { number: value },
      select: { bodyId: true, councilId: true, phase: true },
    });
    return round !== null && may(viewer, 'round.read', round);
  }
  if (what === 'appeal') {
    const appeal = await db.prisma.appeal.findUnique({
      where: { number: value },
      select: { bodyId: true, personId: true, organisationId: true, visibility: true, publicDay: true, steps: true },
    });
    const today = dayOf(now());
    return (
      appeal !== null &&
      may(viewer, 'appeal.read', { ...appeal, visibility: visibilityOn(appeal as typeof appeal & Publicity, today) })
    );
  }
  return what !== 'body' || (await db.prisma.body.findUnique({ where: { id: value }, select: { id: true } })) !== null;
}
