// The questions that a council or the host asks beside the draft of a round: the waves that belong to it, with where each stands.
import type { Locale } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import { stageOfWave, waveOf, type WaveStage } from '../core/wave';
import type { World } from '../world';

export type RoundQuestions = {
  number: string;
  title: string;
  stage: WaveStage;
  opensDay: Day;
  closesDay: Day;
  /** Who signed for the host that they are neutral. */
  signedBy: string | null;
}[];

/** In the order of their first days; cancelled ones are left out. */
export async function roundQuestions({ db, now }: World, roundId: string, locale: Locale): Promise<RoundQuestions> {
  const rows = await db.prisma.wave.findMany({
    where: { roundId, phase: { not: 'cancelled' } },
    orderBy: [{ opensDay: 'asc' }, { id: 'asc' }],
    select: { facts: true },
  });
  return rows.map((row) => {
    const wave = waveOf(row);
    const { number, title, opensDay, closesDay } = wave;
    return {
      ...{ number, title: title[locale], stage: stageOfWave(wave, dayOf(now())), opensDay, closesDay },
      signedBy: wave.checked ? (wave.plannedBy?.name ?? null) : null,
    };
  });
}
