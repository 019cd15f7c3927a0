// Part of what is published: cases of one kind, or comments on drafts of one field of work. Appeals belong to no field and comments to no
// kind, so that a cut is one or the other. Read from figures that are there; nothing is counted here.
import type { Kind } from '../../../guide/schema';
import type { ClockShare } from './clock';
import type { Figures } from './figures';

/** What was asked for; empty is everything. `region`: a region's code, or `central` for bodies of the whole country. */
export type Cut = { kind: string; topic: string; region: string };
export const CENTRAL = 'central';

type Counted = {
  clocks: { lawful: ClockShare; extended: ClockShare };
  byKind: readonly { kind: Kind; clocks: { lawful: ClockShare; extended: ClockShare } }[];
  /** Absent in figures of earlier code; null where comments were not asked for. */
  byTopic?: readonly { topic: string; clock: ClockShare }[] | null;
};
/** `extended`: null of comments, whose term nobody extends. */
export type Clocked = { lawful: ClockShare; extended: ClockShare | null };

/** The clocks of a part of what a body, a region or all bodies have; null where there is nothing of it. */
export function clocksIn({ clocks, byKind, byTopic }: Counted, { kind, topic }: Cut): Clocked | null {
  if (topic) {
    const found = byTopic?.find((one) => one.topic === topic);
    return found ? { lawful: found.clock, extended: null } : null;
  }
  return kind ? (byKind.find((one) => one.kind === kind)?.clocks ?? null) : clocks;
}

/** The same of one body, whose comments stand apart in its figures. */
export const clocksOfBody = (
  { clocks, byKind, comments }: Pick<Figures, 'clocks' | 'byKind' | 'comments'>,
  cut: Cut,
): Clocked | null => clocksIn({ clocks, byKind, byTopic: comments.byTopic }, cut);

/** Whether a place is in the region asked for. */
export const inRegion = (region: string | null, { region: asked }: Pick<Cut, 'region'>): boolean =>
  !asked || (region ?? CENTRAL) === asked;

export const isCut = ({ kind, topic, region }: Cut): boolean => Boolean(kind || topic || region);
