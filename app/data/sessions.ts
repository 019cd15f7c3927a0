// Sessions of signed-in browsers: opened with a secret that only the cookie holds, ended by writing when.
import { CODE_LIFE, SESSION_LIFE, type Visitor } from '../core/session';
import type { World } from '../world';
import { noted } from './noted';
import type { Transaction } from './passes';
import { hashOfSecret, newSecret } from './secret';

const AGENT_LENGTH = 300;

/** What was proved before: the password or a link (`first`), or all that this person is asked for (`all`). */
export type Proved = 'first' | 'all';

/**
 * Opens a session and resolves to its secret, which exists nowhere else. Where the person has a second factor and only the first is
 * proved, the session is nobody's until its code comes (give-code).
 */
export async function openSession(world: Pick<World, 'now' | 'newId' | 'log'>, tx: Transaction, personId: string, { agent }: Visitor, proved: Proved = 'first'): Promise<string> {
  const token = newSecret();
  const now = world.now();
  const at = new Date(now);
  const codeDue = proved === 'first' && (await tx.person.count({ where: { id: personId, totpSecret: { not: null } } })) > 0;
  await tx.session.create({
    data: {
      id: world.newId(),
      tokenHash: hashOfSecret(token),
      personId,
      agent: agent.slice(0, AGENT_LENGTH),
      createdAt: at,
      seenAt: at,
      expiresAt: new Date(now + (codeDue ? CODE_LIFE : SESSION_LIFE)),
      codeDue,
      strong: proved === 'all',
    },
  });
  noted(world, 'session_opened', { personId, proved, codeDue });
  return token;
}

/** Ends all of a person's sessions but the one that `keep` opens. Resolves to how many ended. */
export async function endSessions(world: Pick<World, 'now' | 'log'>, tx: Transaction, personId: string, keep: string | null): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { personId, revokedAt: null, ...(keep && { tokenHash: { not: hashOfSecret(keep) } }) },
    data: { revokedAt: new Date(world.now()) },
  });
  if (count > 0) noted(world, 'sessions_ended', { personId, count });
  return count;
}

/** An authenticator or a passkey. */
export const hasSecondFactor = async ({ person }: Pick<Transaction, 'person'>, personId: string): Promise<boolean> =>
  (await person.count({ where: { id: personId, OR: [{ totpSecret: { not: null } }, { passkeys: { some: {} } }] } })) > 0;

/** Notes that a second factor was proved in the session that `token` opens. */
export async function strengthen(tx: Transaction, token: string | null): Promise<void> {
  if (token) await tx.session.updateMany({ where: { tokenHash: hashOfSecret(token) }, data: { strong: true } });
}

/** A person who has no second factor any more proves one thing only, in every session. */
export async function weaken(tx: Transaction, personId: string): Promise<void> {
  if (!(await hasSecondFactor(tx, personId))) await tx.session.updateMany({ where: { personId, strong: true }, data: { strong: false } });
}
