// Waves whose first day has come are opened: each body asked about gets its panel with a signing key, and the wave its seal. Called by
// the job survey; done again after a crash it goes on where it stood.
import { DIRECTIONS } from '../../../guide/schema';
import { dayOf } from '../../core/day';
import { Overtaken } from '../../data/ledger';
import { sealKeyOf } from '../../data/sealing';
import { makePanels } from '../../data/panels';
import type { World } from '../../world';
import { openedWave, recordWave } from './act';

/** Opens what is due. Gives how many waves it opened. */
export async function openWaves(world: World, signal?: AbortSignal): Promise<number> {
  const today = dayOf(world.now());
  const due = await world.db.prisma.wave.findMany({
    where: { phase: 'planned', opensDay: { lte: today }, closesDay: { gte: today } },
    select: { id: true },
    orderBy: { opensDay: 'asc' },
  });
  let opened = 0;
  for (const { id } of due) {
    if (signal?.aborted) break;
    opened += Number(await openWave(world, id));
  }
  return opened;
}

/** A round whose gate has not opened: nobody is asked beside a draft that nobody reads. */
async function isUnopened({ db }: World, roundId: string | null): Promise<boolean> {
  return roundId !== null && (await db.prisma.round.count({ where: { id: roundId, phase: 'preparing' } })) > 0;
}

async function openWave(world: World, waveId: string): Promise<boolean> {
  const found = await openedWave(world, waveId);
  if (!found || found.wave.opened || found.wave.cancelled) return false;
  const { wave, events, head } = found;
  if (await isUnopened(world, wave.roundId)) return false;
  const seal = await world.seals.make(waveId);
  try {
    await recordWave(world, {
      ...{ id: waveId, edition: wave.edition, before: events, head, actor: { kind: 'time' } },
      fact: { type: 'wave.opened', payload: { sealKey: await sealKeyOf(seal) } },
    });
  } catch (error) {
    if (error instanceof Overtaken) return false;
    throw error;
  }
  if (wave.openness === 'open') {
    const panels = wave.bodyIds.flatMap((bodyId) =>
      DIRECTIONS.filter((one) => wave.instrument.directions.includes(one)).map((direction) => ({ bodyId, direction })),
    );
    await makePanels(world, { waveId, seal, panels: panels.map((one) => ({ ...one, invited: 0 })) });
  }
  return true;
}
