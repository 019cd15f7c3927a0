// An answer is cast with a credential, by nobody in particular: no viewer, no time, no address. Sealed on arrival, it goes into the box of
// its panel; the same credential counts once, however often and from wherever it comes.
import { z } from 'zod';
import type { Direction } from '../../../guide/schema';
import { dayOf } from '../../core/day';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { longestSheet, readSheet } from '../../core/sheet';
import { waveOf } from '../../core/wave';
import { isUsed, putAnswer } from '../../data/boxes';
import { isSigned, readCredential } from '../../data/credentials';
import { boxNameOf, sealAnswer } from '../../data/sealing';
import type { World } from '../../world';

export const input = z.object({
  panelId: z.uuid(),
  credential: z.string().trim().min(1, 'required').max(1_000, 'too_long'),
  /** The fields of the sheet as a form sends them. */
  sheet: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
});

/**
 * Casts an answer. Gives the receipt, and whether this credential had been counted before (what was said then stands). Refuses: invalid
 * (fields of the sheet by their names), not_found, wave_not_open, credential_unreadable, credential_foreign (signed for another panel, or by nobody).
 */
export async function castAnswer(world: World, raw: unknown): Promise<Outcome<{ receipt: string; before: boolean }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { panelId, sheet } = read.value;
  const panel = await world.db.prisma.panel.findUnique({
    where: { id: panelId },
    select: {
      direction: true,
      publicKey: true,
      wave: { select: { facts: true } },
      _count: { select: { boxes: true } },
    },
  });
  if (!panel) return refuse('not_found');
  const credential = readCredential(read.value.credential);
  if (!credential) return refuse('credential_unreadable');
  if (!(await isSigned(panel.publicKey, credential))) return refuse('credential_foreign');
  const wave = waveOf(panel.wave);
  const receipt = credential.hash;
  const closed = refuse('wave_not_open', { params: { opens: wave.opensDay, closes: wave.closesDay } });
  const today = dayOf(world.now());
  const seal = await world.seals.read(wave.id);
  const name = seal && boxNameOf(seal, receipt);
  if (!wave.opened || !name || wave.counted || wave.cancelled || today > wave.closesDay)
    return (await isUsed(world.db, { panelId, name, hash: receipt })) ? done({ receipt, before: true }) : closed;
  const answer = readSheet(wave.instrument, panel.direction as Direction, sheet);
  if (!answer.ok) return refuse('invalid', { fields: answer.problems });
  const sealed = await sealAnswer(wave.opened.sealKey, {
    answer: `${receipt}${JSON.stringify(answer.values)}`,
    ...{ bound: name, longest: receipt.length + longestSheet(wave.instrument) },
  });
  const put = await putAnswer(world.db, { panelId, name, hash: receipt, sealed, slots: panel._count.boxes, today });
  return put === 'closed' ? closed : done({ receipt, before: put === 'already' });
}
