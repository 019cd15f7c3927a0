// Somebody wants no mail about a case or round, a body or a topic, as far as nobody owes it to them (core/delivery), or wants it again.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { TOPICS } from '../../core/topic';
import type { Viewer } from '../../core/viewer';
import { ABOUT, CASE_OF } from '../../data/delivery';
import type { World } from '../../world';
import { limited } from '../limited';

export const input = z.union([
  /** What one letter to this person is about. */
  z.object({ letterId: z.uuid() }),
  z.object({ what: z.literal('body'), value: z.uuid() }),
  z.object({ what: z.literal('topic'), value: z.enum(TOPICS) }),
]);
export type Muted = { what: 'case' | 'body' | 'topic'; value: string };

/** Mutes; twice is once. Refuses: not_signed_in, invalid, not_found (no such body, or a letter that is about no case), demo_account. */
export async function mute(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<Muted>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { personId } = viewer;
    const { prisma } = world.db;
    if ((await prisma.person.count({ where: { id: personId, demo: true } })) > 0) return refuse('demo_account');
    const muted = 'letterId' in read.value ? await caseOf(world, personId, read.value.letterId) : read.value;
    if (!muted) return refuse('not_found');
    if (muted.what === 'body' && !(await prisma.body.findUnique({ where: { id: muted.value }, select: { id: true } })))
      return refuse('not_found');
    await muteFor(world, personId, muted);
    return done(muted);
  });
}

/** Keeps it; twice is once. */
export async function muteFor({ db, now }: World, personId: string, muted: Muted): Promise<void> {
  await db.prisma.mute.createMany({
    data: [{ personId, ...muted, createdAt: new Date(now()) }],
    skipDuplicates: true,
  });
}

/** The case or round that a letter to this person is about; null where it is about none, or somebody else's. */
export async function caseOf({ db }: World, personId: string, letterId: string): Promise<Muted | null> {
  const { rows } = await db.pool.query<{ stream: string | null }>({
    name: 'case_of_letter',
    text: `SELECT ${CASE_OF} AS stream FROM "Letter" l ${ABOUT} WHERE l.id = $1 AND l."personId" = $2`,
    values: [letterId, personId],
  });
  const stream = rows[0]?.stream;
  return stream ? { what: 'case', value: stream } : null;
}

const unmuteInput = z.object({ what: z.enum(['case', 'body', 'topic']), value: z.string().min(1).max(60) });

/** What was not muted is done already. Refuses: not_signed_in, invalid. */
export async function unmute(world: World, viewer: Viewer | null, raw: unknown): Promise<Outcome<Muted>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(unmuteInput, raw);
  if (!read.ok) return read;
  await world.db.prisma.mute.deleteMany({ where: { personId: viewer.personId, ...read.value } });
  return done(read.value);
}
