// Waves of trust surveys as everyone sees them: the list, and one wave by its number. What was answered is read from published cells
// alone (trust-cells); here stand only days, who was asked, and how many answered once that is counted.
import type { Direction, Locale, Occasion } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import { stageOfWave, waveOf, type Wave, type WaveStage } from '../core/wave';
import { wilson, type Share } from '../core/statistics/wilson';
import type { NotEstimable } from '../core/statistics/estimate';
import type { World } from '../world';
import { namesOf } from './bodies';
import { wordOf } from './guide';

/** How many answered in one direction: `invited` and the share are null where nobody was invited in particular. */
export type Response = {
  direction: Direction;
  invited: number | null;
  taken: number;
  counted: number;
  spoiled: number;
  share: Share | NotEstimable | null;
};
export type WaveLine = {
  id: string;
  number: string;
  title: string;
  occasion: Occasion;
  occasionName: string;
  opensDay: Day;
  closesDay: Day;
  stage: WaveStage;
  /** Empty until counted. */
  responses: Response[];
};
export type WaveList = { rows: WaveLine[]; older: string | null };

/** By direction, over all panels. */
export function responsesOf({ counted, openness, instrument }: Wave): Response[] {
  if (!counted) return [];
  return instrument.directions.map((direction): Response => {
    const panels = counted.panels.filter((panel) => panel.direction === direction);
    const sum = (of: 'invited' | 'taken' | 'counted' | 'spoiled') => panels.reduce((all, panel) => all + panel[of], 0);
    const invited = openness === 'closed' ? sum('invited') : null;
    const share = invited === null ? null : wilson(Math.min(sum('counted'), invited), invited);
    return { direction, invited, taken: sum('taken'), counted: sum('counted'), spoiled: sum('spoiled'), share };
  });
}

export const waveName = ({ title }: Pick<Wave, 'title'>, locale: Locale): string => title[locale];

const lineOf = (world: World, locale: Locale, wave: Wave): WaveLine => ({
  ...{ id: wave.id, number: wave.number, title: waveName(wave, locale), occasion: wave.occasion },
  occasionName: wordOf(world.guide.edition(wave.edition), locale, `occasion.${wave.occasion}.name`),
  ...{ opensDay: wave.opensDay, closesDay: wave.closesDay, stage: stageOfWave(wave, dayOf(world.now())) },
  responses: responsesOf(wave),
});

const PAGE = 20;

/** Waves by their first day, the newest first, `PAGE` at a time; `after`: the number of the last one seen. */
export async function listWaves(
  world: World,
  { after, locale }: { after: string | null; locale: Locale },
): Promise<WaveList> {
  const last = after ? await world.db.prisma.wave.findUnique({ where: { number: after } }) : null;
  const found = await world.db.prisma.wave.findMany({
    where: last
      ? { OR: [{ opensDay: { lt: last.opensDay } }, { opensDay: last.opensDay, number: { lt: last.number } }] }
      : {},
    orderBy: [{ opensDay: 'desc' }, { number: 'desc' }],
    take: PAGE + 1,
    select: { facts: true },
  });
  const rows = found.slice(0, PAGE).map((row) => lineOf(world, locale, waveOf(row)));
  return { rows, older: found.length > PAGE ? (rows.at(-1)?.number ?? null) : null };
}

export type WaveView = WaveLine & {
  wave: Wave;
  opennessName: string;
  instrumentName: string;
  /** Who hosts it and what it belongs to, where it does. */
  council: { slug: string; name: string } | null;
  round: { number: string } | null;
  receipts: number;
};

/** One wave; null where there is none of this number. */
export async function waveView(world: World, number: string, locale: Locale): Promise<WaveView | null> {
  const { prisma } = world.db;
  const found = await prisma.wave.findUnique({ where: { number }, select: { facts: true } });
  if (!found) return null;
  const wave = waveOf(found);
  const [council, round, receipts] = await Promise.all([
    wave.councilId ? prisma.council.findUnique({ where: { id: wave.councilId } }) : null,
    wave.roundId
      ? prisma.round.findUnique({ where: { id: wave.roundId }, select: { number: true, phase: true } })
      : null,
    wave.counted ? prisma.surveyReceipt.count({ where: { waveId: wave.id } }) : 0,
  ]);
  return {
    ...lineOf(world, locale, wave),
    ...{ wave, receipts },
    opennessName: wordOf(world.guide.edition(wave.edition), locale, `openness.${wave.openness}.name`),
    instrumentName: wave.instrument.texts[locale][`instrument.${wave.instrument.id}.name`] ?? wave.instrument.id,
    council: council && { slug: council.slug, name: namesOf(council)[locale] },
    round: round && round.phase !== 'preparing' ? { number: round.number } : null,
  };
}
