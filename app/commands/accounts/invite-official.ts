// An administrator invites an official to a role and post at a body, or another administrator. Called by the administration
// pages. The person becomes an official by taking the invitation (take-invitation), not before.
import { z } from 'zod';
import { emailField, localeField } from '../../core/fields';
import { faultOfLastDay } from '../../core/mandate';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import { optionalDay } from '../../core/round-fields';
import { OFFICIAL_ROLES, type Viewer } from '../../core/viewer';
import { attempt } from '../../data/attempts';
import { addresseeOf, holdsRole, invitationOf, withdrawInvitations } from '../../data/invitations';
import { issuePass } from '../../data/passes';
import type { World } from '../../world';

const to = { email: emailField, locale: localeField };
export const input = z.discriminatedUnion('role', [
  z.object({
    role: z.enum(OFFICIAL_ROLES),
    ...to,
    bodyId: z.uuid(),
    /** Of the office; empty for none. */
    lastDay: optionalDay,
    post: z.string().trim().min(1, 'required').min(2, 'too_short').max(200, 'too_long'),
  }),
  z.object({ role: z.literal('administrator'), ...to }),
]);

const KENES = { kk: 'Kenes', ru: 'Kenes', en: 'Kenes' };

/**
 * Writes the invitation. `path` is its link where no mail leaves the house and the person has no account yet.
 * Refuses: not_allowed, invalid (also a last day that has passed), not_found, body_closed, already_member, too_many_attempts.
 */
export async function inviteOfficial(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ email: string; path: string | null }>> {
  if (!viewer) return refuse('not_signed_in');
  if (!may(viewer, 'person.invite', undefined)) return refuse('not_allowed');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { email, role, locale } = read.value;
  const bodyId = read.value.role === 'administrator' ? null : read.value.bodyId;
  const lastDay = read.value.role === 'administrator' ? null : read.value.lastDay;
  const fault = faultOfLastDay(lastDay, world.now());
  if (fault) return fault;
  const post = read.value.role === 'administrator' ? null : read.value.post;
  const body = bodyId === null ? null : await world.db.prisma.body.findUnique({ where: { id: bodyId } });
  if (bodyId !== null && !body) return refuse('not_found');
  if (body?.closedAt) return refuse('body_closed');
  const place = { role, bodyId, organisationId: null, councilId: null };
  if (await holdsRole(world, email, place)) return refuse('already_member');
  const until = await attempt(world, [['invite', viewer.personId]]);
  if (until !== null) return refuse('too_many_attempts', { params: { until, now: world.now() } });
  await withdrawInvitations(world, email, place);
  const addressee = await addresseeOf(world, email, locale);
  const names = body ? { kk: body.nameKk, ru: body.nameRu, en: body.nameEn } : KENES;
  const [pass, letter] = invitationOf({ email, place, post, by: viewer, named: names, details: { lastDay } });
  const path = await issuePass(world, pass, addressee, letter);
  return done({ email, path: addressee.personId === null ? path : null });
}
