// What the first page of trust shows: the latest counted wave of each occasion with the levels of both directions, and the trend of
// overall trust.
import type { Instrument, Locale, Occasion } from '../../guide/schema';
import { mainItem } from '../core/measure';
import { waveOf } from '../core/wave';
import type { World } from '../world';
import { stepsOf, wholeCells, type Sides, type Step } from './trust-cells';
import { responsesOf, waveName, type Response } from './waves';

export type Latest = {
  occasion: Occasion;
  number: string;
  title: string;
  countedDay: string;
  instrument: Instrument;
  item: string;
  responses: Response[];
  sides: Sides;
  steps: Step[];
};

/** Waves that the guide itself asks for, the whole questionnaire first; those of councils are many and stand in the list only. */
const REGULAR = ['yearly', 'after_case'] as const satisfies readonly Occasion[];

/** Of the waves of a regular occasion those that speak for the country: by invitation, about all bodies. Others stand in the list only. */
const WHOLE = { phase: 'counted', councilId: null, openness: 'closed', facts: { path: ['bodyIds'], equals: [] } };

/** The latest counted wave of each regular occasion. */
export async function latestLevels(world: World, locale: Locale): Promise<Latest[]> {
  const found = await Promise.all(
    REGULAR.map((occasion) =>
      world.db.prisma.wave.findFirst({
        where: { occasion, ...WHOLE },
        orderBy: [{ closesDay: 'desc' }, { number: 'desc' }],
        select: { facts: true },
      }),
    ),
  );
  const waves = found.flatMap((one) => (one ? [waveOf(one)] : []));
  const cells = await wholeCells(world, { waveIds: waves.map(({ id }) => id), of: 'total' });
  const levels = await Promise.all(
    waves.map(async (wave): Promise<Latest[]> => {
      const item = mainItem(wave.instrument);
      if (item === null || !wave.counted) return [];
      const { occasion, number, instrument } = wave;
      const steps = await stepsOf(world, { like: wave, item, of: 'total', locale });
      return [
        {
          ...{ occasion, number, title: waveName(wave, locale), countedDay: wave.counted.day, instrument, item, steps },
          ...{ responses: responsesOf(wave), sides: cells.get(wave.id) ?? {} },
        },
      ];
    }),
  );
  return levels.flat();
}
