// A wave that was asked and counted, out of a planted truth: planned by its command, counted as the count does it, but for boxes and
// credentials, which have tests of their own.
import type { Direction, Instrument } from '../../guide/schema';
import { openedWave, recordWave } from '../../app/commands/waves/act';
import { planWave } from '../../app/commands/waves/plan';
import { hashOfTables, tabulate } from '../../app/commands/waves/tabulate';
import { addDays, type Day } from '../../app/core/day';
import type { Viewer } from '../../app/core/viewer';
import type { World } from '../../app/world';
import { answersOf, type Truth } from './answers';
import { must } from './rounds';

export type Asked = { bodyId: string; direction: Direction; n: number; invited: number; truth: Truth };
type Plan = {
  administrator: Viewer;
  instrument: string;
  titles: { titleKk: string; titleRu: string; titleEn: string };
  opensDay: Day;
  closesDay: Day;
  asked: readonly Asked[];
  seed: number;
  openness?: 'closed' | 'open';
  receipts?: readonly string[];
  councilId?: string;
  /** Those that the wave names; if not given, all in a closed wave, those asked about in an open one. */
  bodyIds?: readonly string[];
};
type Clocked = { world: World; at: (day: Day) => void };

/** Plans it on the day before its first, counts it on the day after its last; leaves the clock there. Gives its number. */
export async function countedWave({ world, at }: Clocked, plan: Plan): Promise<string> {
  const {
    administrator,
    instrument,
    titles,
    opensDay,
    closesDay,
    asked,
    seed,
    openness = 'closed',
    receipts = [],
    councilId = '',
    bodyIds = openness === 'open' ? [...new Set(asked.map(({ bodyId }) => bodyId))] : [],
  } = plan;
  at(addDays(opensDay, -1));
  const { number } = await must(
    planWave(world, administrator, { instrument, ...titles, openness, opensDay, closesDay, bodyIds, councilId }),
  );
  const { id } = await world.db.prisma.wave.findUniqueOrThrow({ where: { number }, select: { id: true } });
  const state = async () => {
    const found = await openedWave(world, id);
    if (!found) throw new Error('the wave was not planned');
    return { ...found, writing: { id, edition: found.wave.edition, before: found.events, head: found.head } };
  };
  at(opensDay);
  await recordWave(world, {
    ...(await state()).writing,
    ...{ actor: { kind: 'time' }, fact: { type: 'wave.opened', payload: { sealKey: 'unused' } } },
  });
  at(addDays(closesDay, 1));
  const { wave, writing } = await state();
  const publishing = world.guide.edition(wave.edition).surveys?.publishing;
  if (!publishing) throw new Error('the edition publishes nothing');
  const answers = answersTo(wave.instrument, asked, seed, publishing.internal.n);
  const cuts = await tabulate(world, { wave, publishing, panels: asked, answers });
  await recordWave(world, {
    ...writing,
    actor: { kind: 'time' },
    fact: {
      type: 'wave.counted',
      payload: {
        panels: asked.map(({ bodyId, direction, n, invited }) => ({
          ...{ bodyId, direction, counted: n, spoiled: 0 },
          ...{ invited: openness === 'open' ? 0 : invited, taken: n },
        })),
        ...{ withheld: 0, receipts: 'a'.repeat(64), figures: hashOfTables(cuts), method: 'trust-1' },
      },
    },
    also: [
      { table: 'SurveyCut', rows: cuts },
      { table: 'SurveyReceipt', rows: receipts.map((hash) => ({ waveId: id, hash })) },
    ],
  });
  return number;
}

const answersTo = (instrument: Instrument, asked: readonly Asked[], seed: number, least: number) =>
  asked.flatMap(({ bodyId, direction, n, truth }, at) =>
    answersOf(instrument, { bodyId, direction, n, truth, seed: seed + at, pooled: n < least }),
  );
