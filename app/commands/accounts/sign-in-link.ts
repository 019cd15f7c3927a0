// The letter with a one-time link that signs in: for whoever asks for one, and for whoever registers with an address that has an account.
import { SIGN_IN_MINUTES } from '../../core/session';
import { issuePass } from '../../data/passes';
import type { World } from '../../world';

type Person = { id: string; locale: string };

/** `to`: where they were going. */
export const sendSignInLink = (
  world: World,
  { id: personId, locale }: Person,
  { email, to }: { email: string; to: string },
): Promise<string | null> =>
  issuePass(world, { purpose: 'sign_in', email, personId, details: { to } }, { personId, locale }, (path) => ({
    letter: 'sign_in_link',
    data: { path, minutes: SIGN_IN_MINUTES },
  }));
