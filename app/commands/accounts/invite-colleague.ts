// A representative invites a colleague to represent the same organisation. Called by the account page.
import { z } from 'zod';
import { emailField, localeField } from '../../core/fields';
import { faultOfLastDay } from '../../core/mandate';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import { optionalDay } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { attempt } from '../../data/attempts';
import { addresseeOf, holdsRole, invitationOf, withdrawInvitations } from '../../data/invitations';
import { issuePass } from '../../data/passes';
import type { World } from '../../world';

/** `lastDay`: of the mandate; empty for none. */
export const input = z.object({
  organisationId: z.uuid(),
  email: emailField,
  locale: localeField,
  lastDay: optionalDay,
});

/**
 * Writes the invitation. `path` is its link where no mail leaves the house and the person has no account yet.
 * Refuses: not_signed_in, invalid (also a last day that has passed), not_allowed, already_member, too_many_attempts.
 */
export async function inviteColleague(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ email: string; path: string | null }>> {
  if (!viewer) return refuse('not_signed_in');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { organisationId, email, locale, lastDay } = read.value;
  if (!may(viewer, 'colleague.invite', { organisationId })) return refuse('not_allowed');
  const fault = faultOfLastDay(lastDay, world.now());
  if (fault) return fault;
  const organisation = await world.db.prisma.organisation.findUnique({
    where: { id: organisationId },
    select: { name: true },
  });
  if (!organisation) return refuse('not_found');
  const place = { role: 'representative' as const, bodyId: null, organisationId, councilId: null };
  if (await holdsRole(world, email, place)) return refuse('already_member');
  const until = await attempt(world, [['invite', viewer.personId]]);
  if (until !== null) return refuse('too_many_attempts', { params: { until, now: world.now() } });
  await withdrawInvitations(world, email, place);
  const addressee = await addresseeOf(world, email, locale);
  const { name } = organisation;
  const [pass, letter] = invitationOf({
    ...{ email, place, post: null, by: viewer, details: { lastDay } },
    named: { kk: name, ru: name, en: name },
  });
  const path = await issuePass(world, pass, addressee, letter);
  return done({ email, path: addressee.personId === null ? path : null });
}
