// Someone whose password or link was right gives the code of the second factor and is signed in. Called by the page that asks for it.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { codeField } from '../../core/second-factor';
import type { Visitor } from '../../core/session';
import { hashOfSecret, isSecret } from '../../data/secret';
import { openSession } from '../../data/sessions';
import { useCode } from '../../data/totp';
import type { World } from '../../world';
import { counted, wrongCode } from './own';

export const input = z.object({ code: codeField });

/**
 * Opens a whole session in place of the one that waits for a code; `token` belongs into the cookie. A code of the authenticator counts
 * once, and so does a recovery code. Refuses: invalid, code_not_awaited (signed in too long ago, or not at all), too_many_attempts, wrong_code.
 */
export async function giveCode(
  world: World,
  raw: unknown,
  token: string | null,
  visitor: Visitor,
): Promise<Outcome<{ token: string }>> {
  const { prisma } = world.db;
  const now = new Date(world.now());
  const half =
    token && isSecret(token)
      ? await prisma.session.findFirst({
          where: { tokenHash: hashOfSecret(token), codeDue: true, revokedAt: null, expiresAt: { gt: now } },
          select: { id: true, personId: true },
        })
      : null;
  if (!half) return refuse('code_not_awaited');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { personId } = half;
  return counted(world, 'code', personId, () =>
    prisma.$transaction(async (tx) => {
      if (!(await useCode(world, tx, personId, read.value.code))) return wrongCode();
      await tx.session.update({ where: { id: half.id }, data: { revokedAt: now } });
      return done({ token: await openSession(world, tx, personId, visitor, 'all') });
    }),
  );
}
