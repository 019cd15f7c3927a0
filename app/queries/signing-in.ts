// How a person signs in beyond password and link: whether codes are asked for, and which passkeys there are. Called by the page of it.
import { secretBehind, totpAddress } from '../data/totp';
import type { World } from '../world';

type Looking = Pick<World, 'db' | 'now'>;
export type SigningInView = {
  demo: boolean;
  hasPassword: boolean;
  authenticator: boolean;
  codesLeft: number;
  passkeys: { id: string; name: string; createdAt: number; usedAt: number | null }[];
};

export async function signingInOf({ db }: Looking, personId: string): Promise<SigningInView> {
  const { demo, passwordHash, totpSecret, _count, passkeys } = await db.prisma.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      ...{ demo: true, passwordHash: true, totpSecret: true },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
      passkeys: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { id: true, name: true, createdAt: true, usedAt: true },
      },
    },
  });
  return {
    ...{ demo, hasPassword: passwordHash !== null, authenticator: totpSecret !== null },
    codesLeft: _count.recoveryCodes,
    passkeys: passkeys.map(({ createdAt, usedAt, ...rest }) => ({
      ...rest,
      createdAt: createdAt.getTime(),
      usedAt: usedAt?.getTime() ?? null,
    })),
  };
}

/** The secret to be taken into an authenticator, as letters and as the address behind the picture; `pass` goes on with the form. */
export type Setting = { secret: string; address: string; pass: string };

/** Null where the pass is somebody else's, taken or too old. */
export async function settingBehind(
  world: Looking,
  { personId, email }: { personId: string; email: string },
  pass: string,
): Promise<Setting | null> {
  const secret = await secretBehind(world, personId, pass);
  return secret === null ? null : { secret, address: totpAddress(secret, email), pass };
}
