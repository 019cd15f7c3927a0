// An administrator invites somebody to a public council: as member, chair or secretary. Called by the administration page. The person
// sits on it by taking the invitation (commands/accounts/take-invitation), not before.
import { z } from 'zod';
import { emailField, localeField } from '../../core/fields';
import { SIDES } from '../../core/composition';
import { dayOf, instantOf } from '../../core/day';
import { optionalDay } from '../../core/round-fields';
import { seatBarred } from '../../core/seat';
import { endOf, lastDayOf, longestTerm, type Appointment } from '../../core/seat-term';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import { COUNCIL_ROLES, type Viewer } from '../../core/viewer';
import { attempt } from '../../data/attempts';
import { addresseeOf, holdsRole, invitationOf, withdrawInvitations } from '../../data/invitations';
import { issuePass } from '../../data/passes';
import { isOfficial, seatsOf, speaksFor, termsBarred } from '../../data/seats';
import type { World } from '../../world';

/**
 * `post`: whom the person represents or where they work, as published with the composition; may be empty. `side` and the days of the term
 * are those of a member or the chair; a term without days begins when the invitation is taken and is as long as the guide lets it be.
 */
export const input = z.object({
  councilId: z.uuid(),
  role: z.enum(COUNCIL_ROLES),
  post: z.string().trim().max(200, 'too_long').default(''),
  side: z.enum(SIDES, 'required').optional(),
  termFrom: optionalDay,
  termUntil: optionalDay,
  email: emailField,
  locale: localeField,
});

/**
 * Writes the invitation. `path` is its link where no mail leaves the house and the person has no account yet. Refuses:
 * not_signed_in, not_allowed, invalid (also a member without a side), term_too_long, not_found, council_closed, already_member, seat_taken, secretary_apart, chair_is_official, organisation_seated, terms_used_up,
 * too_many_attempts.
 */
export async function inviteMember(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ email: string; path: string | null }>> {
  if (!viewer) return refuse('not_signed_in');
  if (!may(viewer, 'council.manage', undefined)) return refuse('not_allowed');
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { councilId, role, post, email, locale } = read.value;
  const { prisma } = world.db;
  const council = await prisma.council.findUnique({ where: { id: councilId } });
  if (!council) return refuse('not_found');
  if (council.closedAt) return refuse('council_closed');
  const appointed = appointmentOf(world, read.value);
  if (!appointed.ok) return appointed;
  const place = { role, bodyId: null, organisationId: null, councilId };
  if (await holdsRole(world, email, place)) return refuse('already_member');
  const addressee = await addresseeOf(world, email, locale);
  const { personId } = addressee;
  const now = world.now();
  const official = personId !== null && (await isOfficial(prisma, personId, now));
  const spoken = personId === null ? [] : ((await speaksFor(prisma, [personId], now)).get(personId) ?? []);
  const barred =
    seatBarred(role, await seatsOf(prisma, councilId, now), { personId, official, speaksFor: spoken }) ??
    (await overTerms(world, { councilId, personId, role }, appointed.value));
  if (barred) return barred;
  const until = await attempt(world, [['invite', viewer.personId]]);
  if (until !== null) return refuse('too_many_attempts', { params: { until, now } });
  await withdrawInvitations(world, email, place);
  const [pass, letter] = invitationOf({
    ...{ email, place, post: post || null, by: viewer, details: appointed.value },
    named: { kk: council.nameKk, ru: council.nameRu, en: council.nameEn },
  });
  const path = await issuePass(world, pass, addressee, letter);
  return done({ email, path: personId === null ? path : null });
}

/** Whether the term, as it would run if the invitation were taken today, is one too many. */
async function overTerms(
  world: World,
  { councilId, personId, role }: { councilId: string; personId: string | null; role: string },
  { from, until }: Appointment,
) {
  if (personId === null || role === 'council_secretary') return null;
  const today = dayOf(world.now());
  const { councils } = world.guide.inForceOn(today);
  const last = until ?? longestTerm(councils, from ?? today);
  const since = new Date(instantOf(from ?? today, '00:00'));
  return termsBarred(
    world.db.prisma,
    councils,
    { councilId, personId },
    { since, until: last && new Date(endOf(last)) },
  );
}

/** How the seat will be held. The secretary is no member: of no side, and for no term. */
function appointmentOf(
  world: World,
  { role, side, termFrom, termUntil }: z.output<typeof input>,
): Outcome<Appointment> {
  if (role === 'council_secretary') return done({ side: null, from: null, until: null });
  if (!side) return refuse('invalid', { fields: { side: 'required' } });
  const today = dayOf(world.now());
  const { councils } = world.guide.inForceOn(today);
  const last = lastDayOf({ councils, from: termFrom ?? today, until: termUntil, today });
  // A term that begins when the invitation is taken is counted from then.
  return last.ok ? done({ side, from: termFrom, until: termFrom === null ? termUntil : last.value }) : last;
}
