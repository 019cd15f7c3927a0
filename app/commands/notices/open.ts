// Whoever has the link of a notice says that they have the letter before them. Not by following the link: programs that look through mail
// follow links too. Called by the page that the link leads to.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { witness } from '../../data/evidence';
import type { World } from '../../world';

export const input = z.object({ token: z.uuid() });

/** Keeps that it was opened, and leads to what it is about. Needs no account. Refuses: invalid, not_found. */
export async function openNotice(
  world: World,
  _viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ letterId: string; path: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const letter = await world.db.prisma.letter.findUnique({
    where: { token: read.value.token },
    select: { id: true, data: true },
  });
  const about = (letter?.data ?? {}) as { path?: string; toPath?: string };
  const path = about.toPath ?? about.path;
  if (!letter || !path) return refuse('not_found');
  await witness(world.db, { letterId: letter.id, what: 'opened', at: world.now() });
  return done({ letterId: letter.id, path });
}
