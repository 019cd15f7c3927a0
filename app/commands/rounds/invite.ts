// The host invites organisations of the register. Before the round opens their letters wait; afterwards they go out at once.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { LetterOrder } from '../../core/letter';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Round } from '../../core/round';
import { listOf } from '../../core/round-fields';
import { aboutRound } from '../../core/round-letter';
import type { Viewer } from '../../core/viewer';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({ roundId: z.uuid(), organisationIds: listOf(z.uuid()) });

/** Invites. Those invited before are left alone. Refuses: invalid, not_found, round_completed, and what every act on a round refuses. */
export async function inviteToRound(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, organisationIds } = read.value;
  if (organisationIds.length === 0) return refuse('invalid', { fields: { organisationIds: 'required' } });
  const known = await world.db.prisma.organisation.findMany({
    where: { id: { in: organisationIds } },
    select: { id: true },
  });
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.prepare',
    decide: ({ round, around }) => {
      if (round.phase === 'completed') return refuse('round_completed');
      const fresh = known.map(({ id }) => id).filter((id) => !round.invited.includes(id));
      if (known.length === 0) return refuse('not_found');
      if (fresh.length === 0) return done({ facts: [] });
      const invitations = fresh.map((organisationId) => ({
        ...{ roundId, organisationId, token: randomBytes(18).toString('base64url') },
        invitedAt: new Date(around.now).toISOString(),
      }));
      return done({
        facts: [{ type: 'round.invited', payload: { organisationIds: fresh } }],
        also: [{ table: 'Invitation', rows: invitations }],
        letters: round.phase === 'opened' ? invitationLetters(round, around.body, invitations) : [],
      });
    },
  });
}

type Invited = { organisationId: string; token: string };

/** The letters of invitation, each with its own link. */
export const invitationLetters = (
  round: Round,
  body: Parameters<typeof aboutRound>[1],
  invitations: readonly Invited[],
): LetterOrder[] =>
  invitations.map(({ organisationId, token }) => ({
    letter: 'round_invitation',
    key: `invited:${round.number}:${organisationId}`,
    to: { party: { kind: 'organisation', id: organisationId } },
    data: {
      ...aboutRound(round, body),
      path: `/rounds/${round.number}?invitation=${token}`,
      opensDay: round.settings.opensDay,
      closesDay: round.settings.closesDay,
    },
  }));
