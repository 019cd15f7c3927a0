// The hearing of a round was held: its protocol in both state languages, how many came, who chaired. What was said there is entered
// as comments (comments/enter) and answered like the others.
import { z } from 'zod';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { listOf, unpersonalBothOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { attachmentsOf } from '../../data/uploads';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({
  roundId: z.uuid(),
  ...unpersonalBothOf('protocol', 20, 50_000),
  /** How many people were present. */
  present: z.coerce.number('bad_value').int('bad_value').min(0, 'bad_value').max(1_000_000, 'bad_value'),
  chair: z.string().trim().min(1, 'required').min(2, 'too_short').max(200, 'too_long'),
  /** Uploads of the viewer's: the signed protocol, lists, slides. */
  files: listOf(z.uuid()),
});

/**
 * Records the hearing. Refuses: invalid, round_not_open (not opened yet), hearing_not_called (the kind has none, or no day was named),
 * hearing_not_yet, hearing_held_already, round_completed, not_found (a file), and what every act on a round refuses.
 */
export async function holdHearing(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, protocolKk, protocolRu, present, chair } = read.value;
  const files = viewer ? await attachmentsOf(world, viewer.personId, read.value.files) : [];
  return actOnRound(world, viewer, {
    roundId,
    action: 'round.hold_hearing',
    decide: ({ round, around, signatory }) => {
      const called = around.kind.has_hearing ? round.settings.hearing : null;
      if (!called) return refuse('hearing_not_called');
      if (round.phase === 'preparing') return refuse('round_not_open');
      if (round.phase === 'completed') return refuse('round_completed');
      if (around.today < called.day) return refuse('hearing_not_yet', { params: { day: called.day } });
      if (round.hearing) return refuse('hearing_held_already');
      if (files.length !== read.value.files.length) return refuse('not_found');
      const held = { protocol: { kk: protocolKk, ru: protocolRu }, present, chair, ...(files.length > 0 && { files }) };
      return done({
        facts: [{ type: 'round.hearing_held', payload: { ...held, signatory } }],
        files,
      });
    },
  });
}
