// Somebody stops letters by the link that they carry, without signing in. Mail programs do it by themselves when their reader presses
// their own button (RFC 8058): then it is about the case or round of that letter, or about gathering where the letter is about none.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, type Outcome } from '../../core/refusal';
import type { World } from '../../world';
import { caseOf, muteFor } from './mute';

export const STOPS = ['one', 'gather', 'all'] as const;

export const input = z.object({
  /** As the letter's link carries it. */
  token: z.string().max(100),
  letterId: z.union([z.uuid(), z.literal('')]).catch(''),
  /** one: no more mail about this case or round. gather: one letter a week. all: no more news by mail. */
  stop: z.enum(STOPS).default('one'),
});

/** `stopped`: whether the link leads to anybody. Refuses: invalid. */
export async function stopByLink(world: World, raw: unknown): Promise<Outcome<{ stopped: boolean }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { token, letterId, stop } = read.value;
  const { prisma } = world.db;
  const person = await prisma.person.findFirst({
    where: { stopToken: token, closedAt: null, demo: false },
    select: { id: true },
  });
  if (!person) return done({ stopped: false });
  const about = stop === 'one' && letterId ? await caseOf(world, person.id, letterId) : null;
  if (about) await muteFor(world, person.id, about);
  else await prisma.person.update({ where: { id: person.id }, data: { pace: stop === 'gather' ? 'weekly' : 'site' } });
  return done({ stopped: true });
}
