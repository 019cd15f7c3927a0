// Where a round stands on a day: derived from its dates and what happened, never stored, moved by nobody. The last day for comments
// still counts as open; a stage may last one day. A round is in the first stage of the guide's order that is not over: a view or a
// decision that came before every reply stands on its page, and moves it no further than the replies are.
import type { Stage } from '../../guide/schema';
import type { Day } from './day';
import type { Round } from './round';

/** `preparing` is not public. */
export type RoundStage = Stage | 'preparing';
/** Comments of the round: still unanswered, and all that were not withdrawn. */
export type Counts = { open: number; total: number };

type Facts = Pick<Round, 'phase' | 'points' | 'view' | 'decision' | 'outcome' | 'commitments' | 'followUp'> & {
  settings: Pick<Round['settings'], 'opensDay' | 'closesDay' | 'followUpDay'>;
};

/** Whether anything that the outcome promised is still to be reported on. */
export const isFollowed = ({ commitments, settings, followUp }: Facts): boolean =>
  commitments.some(({ report }) => report === null) || (settings.followUpDay !== null && followUp === null);

/** The one stage of a round on `today`. */
export function stageOf(round: Facts, { open, total }: Counts, today: Day): RoundStage {
  const { phase, settings } = round;
  if (phase === 'preparing') return 'preparing';
  if (phase === 'completed') return isFollowed(round) ? 'follow_up' : 'outcome_published';
  if (phase === 'opened' && today < settings.opensDay) return 'announced';
  if (phase === 'opened' && today <= settings.closesDay) return 'open';
  if (open > 0) return round.points.length > 0 || open < total ? 'analysis' : 'closed';
  if (phase === 'decided') return 'decision';
  if (round.view) return 'council_view';
  if (total > 0) return 'replies';
  return round.points.length > 0 ? 'analysis' : 'closed';
}

/** Whether comments are taken on `today`. */
export const takesComments = ({ phase, settings }: Pick<Facts, 'phase' | 'settings'>, today: Day): boolean =>
  phase === 'opened' && settings.opensDay <= today && today <= settings.closesDay;
