// Who may sit on a public council in which role. Asked when somebody is invited and again when the invitation is taken: seats
// may have changed in between.
import { refuse, type Citation, type Refusal } from './refusal';
import type { COUNCIL_ROLES, Role } from './viewer';

export type CouncilRole = (typeof COUNCIL_ROLES)[number];
type Organisation = { id: string; name: string };
/** Who holds which role on the council now; `speaksFor`: the organisations that the person represents. */
export type Seat = { personId: string; role: Role; speaksFor?: readonly Organisation[] };
/** Whoever is to sit there; `personId` null for somebody without an account, `official`: holds an office at a state body. */
export type Candidate = { personId: string | null; official: boolean; speaksFor?: readonly Organisation[] };

const LAW = 'councils_law';
/** Composition, agendas, decisions and results are published. */
export const PUBLICITY: Citation = { act: LAW, article: '14' };
const SECRETARY_APART: Citation = { act: LAW, article: '12(2)' };
const NO_CIVIL_SERVANT: Citation = { act: LAW, article: '13(1)' };

const ONE_EACH: Citation = { act: LAW, article: '9(4)–(8)' };

/** Of these a council has one. */
const SINGLE: readonly CouncilRole[] = ['council_chair', 'council_secretary'];

/**
 * What keeps the candidate from the role, or null. A member may become chair and a chair member; the secretary is no member.
 * Gives: secretary_apart, chair_is_official, seat_taken, organisation_seated (an organisation has one representative on a council).
 */
export function seatBarred(
  role: CouncilRole,
  seats: readonly Seat[],
  { personId, official, speaksFor = [] }: Candidate,
): { ok: false; refusal: Refusal } | null {
  const own = seats.filter((seat) => seat.personId === personId);
  const apart = own.some((seat) => seat.role !== role && [seat.role, role].includes('council_secretary'));
  if (apart) return refuse('secretary_apart', { basis: SECRETARY_APART });
  if (role === 'council_chair' && official) return refuse('chair_is_official', { basis: NO_CIVIL_SERVANT });
  const beside = role === 'council_secretary' ? undefined : fellowOf(personId, speaksFor, seats);
  if (beside) return refuse('organisation_seated', { params: { name: beside.name }, basis: ONE_EACH });
  const taken = seats.some((seat) => seat.role === role && seat.personId !== personId);
  return taken && SINGLE.includes(role) ? refuse('seat_taken') : null;
}

/** The organisation of which somebody else is a member already. */
const fellowOf = (
  personId: string | null,
  speaksFor: readonly Organisation[],
  seats: readonly Seat[],
): Organisation | undefined =>
  speaksFor.find(({ id }) =>
    seats.some(
      (seat) =>
        seat.role !== 'council_secretary' &&
        seat.personId !== personId &&
        (seat.speaksFor ?? []).some((one) => one.id === id),
    ),
  );
