// The body reports what became of a promise: kept, in part or not, with evidence in both state languages and files. Said once; whoever
// took part is told and may say otherwise (rounds/judge-commitment).
import { z } from 'zod';
import type { LetterOrder } from '../../core/letter';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { bothOf, listOf } from '../../core/round-fields';
import { aboutRound } from '../../core/round-letter';
import type { RoundSurroundings } from '../../core/round-owing';
import { type Round } from '../../core/round';
import type { Viewer } from '../../core/viewer';
import { partiesOf } from '../../data/round-people';
import { attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({
  roundId: z.uuid(),
  commitmentId: z.uuid(),
  kept: z.enum(['kept', 'partly', 'not_kept']),
  ...bothOf('evidence', 20, 20_000),
  files: listOf(z.uuid()),
});

/** Reports. Refuses: invalid, not_found (a file), commitment_unknown, commitment_reported_already, and what every act on a round refuses. */
export async function reportCommitment(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, commitmentId, kept, evidenceKk, evidenceRu } = read.value;
  const files = viewer ? await attachmentsOf(world, viewer.personId, read.value.files) : [];
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.report',
    decide: async ({ round, around, signatory }) => {
      const commitment = round.commitments.find(({ id }) => id === commitmentId);
      if (!commitment) return refuse('commitment_unknown');
      if (commitment.report) return refuse('commitment_reported_already');
      if (files.length !== read.value.files.length) return refuse('not_found');
      const report = { kept, evidence: { kk: evidenceKk, ru: evidenceRu } };
      return done({
        facts: [{ type: 'round.commitment_reported', payload: { commitmentId, ...report, files, signatory } }],
        letters: await reportLetters(world, round, around, {
          id: commitmentId,
          commitment: commitment.text,
          ...report,
        }),
        files,
      });
    },
  });
}

type Reported = Extract<LetterOrder, { letter: 'commitment_reported' }>['data'];

async function reportLetters(
  { db }: World,
  round: Round,
  { body }: RoundSurroundings,
  { id, ...report }: Pick<Reported, 'commitment' | 'kept' | 'evidence'> & { id: string },
): Promise<LetterOrder[]> {
  const parties = await partiesOf(db, round);
  return parties.map(({ party, unfollow }) => ({
    letter: 'commitment_reported',
    key: `commitment:${id}`,
    to: { party },
    data: { ...aboutRound(round, body), ...report, unfollow },
  }));
}
