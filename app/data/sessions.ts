// Sessions of signed-in browsers: opened with a secret that only the cookie holds, ended by writing when.
import { SESSION_LIFE, type Visitor } from '../core/session';
import type { World } from '../world';
import type { Transaction } from './passes';
import { hashOfSecret, newSecret } from './secret';

const AGENT_LENGTH = 300;

/** Opens a session and resolves to its secret, which exists nowhere else. */
export async function openSession(world: Pick<World, 'now' | 'newId'>, tx: Transaction, personId: string, { agent }: Visitor): Promise<string> {
  const token = newSecret();
  const now = world.now();
  const at = new Date(now);
  await tx.session.create({
    data: {
      id: world.newId(),
      tokenHash: hashOfSecret(token),
      personId,
      agent: agent.slice(0, AGENT_LENGTH),
      createdAt: at,
      seenAt: at,
      expiresAt: new Date(now + SESSION_LIFE),
    },
  });
  return token;
}

/** Ends all of a person's sessions but the one that `keep` opens. Resolves to how many ended. */
export async function endSessions(world: Pick<World, 'now'>, tx: Transaction, personId: string, keep: string | null): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { personId, revokedAt: null, ...(keep && { tokenHash: { not: hashOfSecret(keep) } }) },
    data: { revokedAt: new Date(world.now()) },
  });
  return count;
}
