// Who changes how they sign in, and the codes and passwords that such a change asks for. Shared by the commands of the password, the
// authenticator and passkeys.
import { isEasy } from '../../core/easy-password';
import type { SignInChange } from '../../core/letter';
import type { LimitId } from '../../core/limits';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { attempt, forgive } from '../../data/attempts';
import { isLeaked } from '../../data/common-password';
import { noted } from '../../data/noted';
import { opens } from '../../data/password';
import type { Transaction } from '../../data/passes';
import { writeLetter } from '../../data/write-letter';
import type { World } from '../../world';

export type Own = {
  personId: string;
  email: string;
  name: string;
  locale: string;
  passwordHash: string | null;
  totpSecret: string | null;
};

/** Whoever may change how they sign in, or what else of an account is its person's own to say. Refuses: not_signed_in, not_allowed, demo_account. */
export async function own({ db }: World, viewer: Viewer | null): Promise<Outcome<Own>> {
  if (!viewer) return refuse('not_signed_in');
  const { personId } = viewer;
  if (!may(viewer, 'account.edit', { personId })) return refuse('not_allowed');
  const { demo, ...rest } = await db.prisma.person.findUniqueOrThrow({
    where: { id: personId },
    select: { demo: true, email: true, name: true, locale: true, passwordHash: true, totpSecret: true },
  });
  return demo ? refuse('demo_account') : done({ personId, ...rest });
}

/** Does `work`, which says whether what was given was right; wrong ones are counted. Refuses: too_many_attempts, and what it refuses. */
export async function counted<T>(
  world: World,
  limit: LimitId,
  personId: string,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const attempts = [[limit, personId]] as const;
  const until = await attempt(world, attempts);
  if (until !== null) return refuse('too_many_attempts', { params: { until, now: world.now() } });
  const outcome = await work();
  if (outcome.ok) await forgive(world, attempts);
  else noted(world, 'proof_refused', { personId, proof: limit });
  return outcome;
}

type Told = { change: SignInChange; passkey: string | null };

/** Tells the person that how they sign in has changed, in case that it was not they. Whoever calls wakes the post after the commit. */
export function tell(
  world: World,
  tx: Transaction,
  { personId, email, locale }: Pick<Own, 'personId' | 'email' | 'locale'>,
  data: Told,
): Promise<void> {
  noted(world, 'sign_in_changed', { personId, change: data.change });
  return writeLetter(
    world,
    tx,
    `sign-in-changed:${world.newId()}`,
    { letter: 'sign_in_changed', data: { ...data, path: '/account/signing-in' } },
    { personId, email, locale },
  );
}

/** A new password that is not whose name or address it has, and stands in no list of leaked ones. Refuses: invalid (weak_password). */
export async function notGuessed(password: string | null, about: readonly string[]): Promise<Outcome<null>> {
  const weak = password !== null && (isEasy(password, about) || (await isLeaked(password)));
  return weak ? refuse('invalid', { fields: { password: 'weak_password' } }) : done(null);
}

export const wrongCode = () => refuse('wrong_code', { fields: { code: 'bad_code' } });

/** Where the account has a password it is asked for: a browser left open is not enough. Refuses: invalid, too_many_attempts, wrong_password. */
export async function withPassword(
  world: World,
  { personId, passwordHash }: Pick<Own, 'personId' | 'passwordHash'>,
  current: string,
): Promise<Outcome<null>> {
  if (passwordHash === null) return done(null);
  if (current === '') return refuse('invalid', { fields: { current: 'required' } });
  return counted(world, 'password', personId, async () =>
    (await opens(passwordHash, current)) ? done(null) : refuse('wrong_password'),
  );
}
