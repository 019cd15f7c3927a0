// A wave of a survey as the fold of its events, and where it stands on a day. Derived from days and facts: nothing has to run for a wave
// to be over.
import type { Day } from './day';
import { eventsOf, type Event, type EventOf, type FactOf, type Signatory } from './event';
import type { Names } from './shape';

export type PanelCount = FactOf<'wave.counted'>['payload']['panels'][number];
export type Wave = Omit<FactOf<'wave.planned'>['payload'], 'signatory'> & {
  id: string;
  plannedBy: Signatory | null;
  opened: { day: Day; sealKey: string } | null;
  cancelled: { day: Day; reason: Names; signatory: Signatory } | null;
  counted: (FactOf<'wave.counted'>['payload'] & { day: Day }) | null;
};

/** The state as its row keeps it: the whole fold. */
export const waveOf = ({ facts }: { facts: unknown }): Wave => facts as Wave;

export const waveStream = (waveId: string): string => `wave:${waveId}`;

function step(event: EventOf<'wave'>): Partial<Wave> {
  switch (event.type) {
    case 'wave.planned':
      throw new Error(`${event.stream}: planned twice`);
    case 'wave.opened':
      return { opened: { ...event.payload, day: event.day } };
    case 'wave.cancelled':
      return { cancelled: { ...event.payload, day: event.day } };
    case 'wave.counted':
      return { counted: { ...event.payload, day: event.day } };
    case 'obligation.lapsed':
    case 'record.erased':
      return {};
  }
}

/** The state after all events, oldest first; null for a stream without any. Throws on a history that can't have happened. */
export function foldWave(events: readonly Event[]): Wave | null {
  const [first, ...rest] = eventsOf(events, 'wave');
  if (!first) return null;
  if (first.type !== 'wave.planned') throw new Error(`${first.stream}: the first event is ${first.type}`);
  const { signatory, ...planned } = first.payload;
  const begun: Wave = {
    ...planned,
    id: first.stream.slice('wave:'.length),
    plannedBy: signatory,
    opened: null,
    cancelled: null,
    counted: null,
  };
  return rest.reduce<Wave>((state, event) => ({ ...state, ...step(event) }), begun);
}

/** `planned` until its first day, `waiting` where that came and nobody opened it yet, `open`, `closed` until counted, `counted`, `cancelled`. */
export const WAVE_STAGES = ['planned', 'waiting', 'open', 'closed', 'counted', 'cancelled'] as const;
export type WaveStage = (typeof WAVE_STAGES)[number];

/** What `stageOfWave` turns on. */
export type WaveDays = Pick<Wave, 'opensDay' | 'closesDay' | 'cancelled' | 'counted'> & { opened: unknown };

/** Where a wave stands on a day. The last day counts as open. */
export function stageOfWave({ opensDay, closesDay, opened, cancelled, counted }: WaveDays, today: Day): WaveStage {
  if (cancelled) return 'cancelled';
  if (counted) return 'counted';
  if (today > closesDay) return 'closed';
  if (opened) return 'open';
  return today < opensDay ? 'planned' : 'waiting';
}
