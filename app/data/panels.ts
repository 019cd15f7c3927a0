// Panels of waves: who is asked about which body in which direction, with the key that signs rights to answer and the boxes for answers.
import type { Direction } from '../../guide/schema';
import type { World } from '../world';
import { slotsFor } from './boxes';
import { newPanelKey } from './credentials';
import { lockKey, unlockKey } from './sealing';

/** Panels made at once: each needs a key, and keys are made on the few threads that files and passwords need too. */
const AT_ONCE = 2;

export type NewPanel = { bodyId: string; direction: Direction; invited: number };

/** Makes the panels that are not there yet, each with its boxes in one statement. */
export async function makePanels(
  world: Pick<World, 'db' | 'newId'>,
  { waveId, seal, panels }: { waveId: string; seal: Uint8Array; panels: readonly NewPanel[] },
): Promise<void> {
  const there = await world.db.prisma.panel.findMany({ where: { waveId }, select: { bodyId: true, direction: true } });
  const known = new Set(there.map(({ bodyId, direction }) => `${bodyId} ${direction}`));
  const waiting = panels.filter(({ bodyId, direction }) => !known.has(`${bodyId} ${direction}`));
  const one = async () => {
    for (let panel = waiting.shift(); panel; panel = waiting.shift()) {
      const { bodyId, direction, invited } = panel;
      const id = world.newId();
      const { publicKey, privateKey } = await newPanelKey();
      await world.db.pool.query({
        name: 'make_panel',
        text: `WITH made AS (
            INSERT INTO "Panel" (id, "waveId", "bodyId", direction, "publicKey", "signingKey") VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING RETURNING id)
          INSERT INTO "SurveyBox" ("panelId", slot, sealed) SELECT id, slot, '{}' FROM made, generate_series(0, $7::int - 1) AS slot`,
        values: [id, waveId, bodyId, direction, publicKey, lockKey(seal, id, privateKey), slotsFor(invited)],
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** The private key of a panel, or null where the seal of its wave is gone: nothing is signed any more then. */
export async function signingKeyOf(
  { seals }: Pick<World, 'seals'>,
  { id, waveId, signingKey }: { id: string; waveId: string; signingKey: string },
): Promise<Buffer | null> {
  const seal = await seals.read(waveId);
  return seal && unlockKey(seal, id, signingKey);
}
