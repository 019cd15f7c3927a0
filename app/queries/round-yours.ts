// What somebody who works on a round has to do with it: prepare it, answer its comments, one of its acts; and which of these comes next.
// Null for everyone else. Pages offer nothing that the command would refuse for the round's standing.
import type { Day } from '../core/day';
import { may } from '../core/permission';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { openRoundActs, type RoundAct } from './round-acts';
import type { RoundFacts } from './round-facts';

/** `work`: grouping and answering on the workbench. */
export type OwnTask = 'prepare' | 'work' | RoundAct;
export type RoundYours = {
  /** What the round waits for from this viewer; null when it waits for nothing. */
  next: OwnTask | null;
  /** Everything else that may be done now. */
  more: OwnTask[];
  /** Commitments on which this viewer may report, the nearest day first. */
  reports: { id: string; dueDay: Day }[];
  /** Comments without an answer, and all that ask for one. */
  counts: RoundFacts['counts'];
};

/** What a round waits for once no more comments come, the most pressing first. */
const AWAITED: readonly OwnTask[] = ['hearing', 'work', 'council-answer', 'view', 'decide', 'outcome', 'follow-up'];

export async function roundYours(world: World, viewer: Viewer | null, facts: RoundFacts): Promise<RoundYours | null> {
  if (!viewer) return null;
  const { round, counts } = facts;
  if (round.phase === 'preparing')
    return may(viewer, 'round.prepare', round) ? { next: 'prepare', more: [], reports: [], counts } : null;
  const tasks: OwnTask[] = [
    ...(may(viewer, 'round.analyse', round) ? (['work'] as const) : []),
    ...(await openRoundActs(world, viewer, round)),
  ];
  const reports = may(viewer, 'round.report', round)
    ? round.commitments.filter(({ report }) => report === null).map(({ id, dueDay }) => ({ id, dueDay }))
    : [];
  if (tasks.length + reports.length === 0) return null;
  const next = AWAITED.find((task) => tasks.includes(task) && isAwaited(task, facts)) ?? null;
  return {
    next,
    more: tasks.filter((task) => task !== next && (task !== 'work' || round.phase !== 'completed')),
    reports: reports.toSorted((a, b) => a.dueDay.localeCompare(b.dueDay)),
    counts,
  };
}

/** While comments come, nothing is awaited but what has a day of its own. */
function isAwaited(task: OwnTask, { stage, counts }: RoundFacts): boolean {
  const taking = stage === 'announced' || stage === 'open';
  if (task === 'work') return counts.open > 0 && !taking;
  if (task === 'outcome') return counts.open === 0;
  return task === 'hearing' || task === 'council-answer' || !taking;
}
