// How a wave of a survey is kept in the ledger. Used by the commands of waves; rights and answers are no events and don't pass here.
import { dayOf } from '../../core/day';
import type { Actor, Event, FactOf } from '../../core/event';
import { foldWave, waveStream, type Wave } from '../../core/wave';
import { waveRow } from '../../data/projections';
import { openStream, record, type Act, type Head } from '../../data/ledger';
import type { World } from '../../world';
import { chapterOf } from '../chapter';

type WaveEventType = 'wave.planned' | 'wave.opened' | 'wave.cancelled' | 'wave.counted';
export type WaveFact = FactOf<WaveEventType>;
type Writing = {
  id: string;
  edition: string;
  actor: Actor;
  fact: WaveFact;
  before?: readonly Event[];
  head: Head;
  also?: Act['also'];
  updates?: Act['updates'];
};

/** Records one fact of a wave with the rows that belong to it. Nothing is owed for a wave. Throws Overtaken. */
export async function recordWave(
  world: World,
  { id, edition, actor, fact, before = [], head, also, updates }: Writing,
): Promise<void> {
  const now = world.now();
  const around = {
    edition: world.guide.edition(edition),
    calendar: world.guide.calendar,
    now,
    today: dayOf(now),
    actor,
  };
  const { chapter } = chapterOf({
    ...{ before, head, facts: [fact], around },
    book: {
      stream: waveStream(id),
      fold: foldWave,
      follow: () => ({ opens: [], moves: [], closes: [], letters: [] }),
      rules: {},
      projection: (state) => ({ table: 'Wave', row: waveRow(state) }),
      about: ({ number }) => ({ number, title: number, edition, procedure: 'wave' }),
    },
  });
  await record(world, { actor, at: now, day: around.today, chapters: [chapter], letters: [], also, updates });
}

/** A wave with its events; null where there is none. */
export async function openedWave(
  world: Pick<World, 'db'>,
  waveId: string,
): Promise<{ wave: Wave; events: Event[]; head: Head } | null> {
  const { events, head } = await openStream(world.db, waveStream(waveId));
  const wave = foldWave(events);
  return wave && { wave, events, head };
}
