// A person, or the first representative of an NGO, asks for an account. Nothing exists until the link in the letter is
// followed (take-link): nobody holds a BIN or an e-mail by typing it, and nobody sets a password for someone else.
// An address that has an account gets a sign-in link in place of a new account, and the page says the same to both.
import { z } from 'zod';
import { binField, emailField, localeField, personName, regionField, topicsField } from '../../core/fields';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { onward, type Registration } from '../../core/registration';
import { CONFIRM_HOURS, type Visitor } from '../../core/session';
import { attempt } from '../../data/attempts';
import { idlePass, issuePass } from '../../data/passes';
import type { World } from '../../world';
import { sendSignInLink } from './sign-in-link';

const who = { email: emailField, name: personName, locale: localeField, to: onward };
const address = z.string().trim().min(1, 'required').min(5, 'too_short').max(300, 'too_long');

export const input = z.discriminatedUnion('as', [
  z.object({ as: z.literal('person'), ...who, address }),
  z.object({
    as: z.literal('organisation'),
    ...who,
    bin: binField,
    organisationName: z.string().trim().min(1, 'required').min(3, 'too_short').max(300, 'too_long'),
    organisationAddress: address,
    region: regionField,
    fields: topicsField,
  }),
]);

const detailsOf = (it: z.infer<typeof input>): Registration =>
  it.as === 'person'
    ? { to: it.to, name: it.name, locale: it.locale, address: it.address, organisation: null }
    : {
        to: it.to,
        name: it.name,
        locale: it.locale,
        address: null,
        organisation: {
          bin: it.bin,
          name: it.organisationName,
          address: it.organisationAddress,
          region: it.region || null,
          fields: it.fields,
        },
      };

/**
 * Writes the letter with the link. `path` is that link where no mail leaves the house, and never opens an existing account.
 * Refuses: invalid, bin_taken (registers of BINs are public), too_many_attempts.
 */
export async function register(
  world: World,
  raw: unknown,
  visitor: Visitor,
): Promise<Outcome<{ email: string; path: string | null }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { email, name, locale } = read.value;
  const until = await attempt(world, [
    ['link', email],
    ['register_address', visitor.address],
  ]);
  if (until !== null) return refuse('too_many_attempts', { params: { until, now: world.now() } });
  const { prisma } = world.db;
  const details = detailsOf(read.value);
  if (details.organisation && (await prisma.organisation.count({ where: { bin: details.organisation.bin } })) > 0)
    return refuse('bin_taken');
  const known = await prisma.person.findUnique({
    where: { email },
    select: { id: true, locale: true, closedAt: true },
  });
  if (known && !known.closedAt) await sendSignInLink(world, known, { email, to: details.to });
  if (known?.closedAt) await idlePass(world, 'sign_in');
  const path = known
    ? null
    : await issuePass(world, { purpose: 'registration', email, details }, { personId: null, locale }, (link) => ({
        letter: 'confirm_email',
        data: { name, path: link, hours: CONFIRM_HOURS },
      }));
  return done({ email, path });
}
