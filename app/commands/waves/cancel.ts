// Whoever may plan a wave may cancel it before it is counted, with a public reason. What was answered is not read: boxes are emptied and
// the seal is destroyed.
import { z } from 'zod';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { COUNCIL_ROLES, mandateOn, type Viewer } from '../../core/viewer';
import { Overtaken } from '../../data/ledger';
import type { World } from '../../world';
import { limited } from '../limited';
import { openedWave, recordWave } from './act';

const reason = z.string().trim().min(1, 'required').max(2_000, 'too_long');
export const input = z.object({ waveId: z.uuid(), reasonKk: reason, reasonRu: reason, reasonEn: reason });

/** Cancels. Refuses: invalid, not_signed_in, not_found, not_allowed, wave_not_open (counted or cancelled already), changed_meanwhile. */
export async function cancelWave(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { waveId, reasonKk, reasonRu, reasonEn } = read.value;
    const found = await openedWave(world, waveId);
    if (!found) return refuse('not_found');
    const { wave, events, head } = found;
    if (!may(viewer, 'wave.plan', wave)) return refuse('not_allowed');
    if (wave.counted || wave.cancelled)
      return refuse('wave_not_open', { params: { opens: wave.opensDay, closes: wave.closesDay } });
    const post = wave.councilId ? (mandateOn(viewer, wave.councilId, COUNCIL_ROLES)?.post ?? null) : null;
    const signatory = { personId: viewer.personId, name: viewer.name, post };
    const panels = await world.db.prisma.panel.findMany({ where: { waveId }, select: { id: true } });
    try {
      await recordWave(world, {
        ...{ id: waveId, edition: wave.edition, before: events, head, actor: { kind: 'person', ...signatory } },
        fact: {
          type: 'wave.cancelled',
          payload: { reason: { kk: reasonKk, ru: reasonRu, en: reasonEn }, signatory },
        },
        updates: [
          {
            table: 'SurveyBox',
            rows: panels.map(({ id }) => ({ panelId: id, sealed: {}, closed: true })),
            by: ['panelId'],
            types: { panelId: 'uuid', sealed: 'jsonb', closed: 'boolean' },
          },
        ],
      });
    } catch (error) {
      if (error instanceof Overtaken) return refuse('changed_meanwhile');
      throw error;
    }
    await world.seals.destroy(waveId);
    return done({ number: wave.number });
  });
}
