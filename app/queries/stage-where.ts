// The stages of core/stage as SQL over the table of rounds (alias `r`): the one place where they stand in SQL. A test holds them
// against stageOf through a round's whole life. Whether comments are answered is asked of the comments themselves.
import { STAGES, type Stage } from '../../guide/schema';

const some = (condition: string): string =>
  `EXISTS (SELECT 1 FROM "Comment" c WHERE c."roundId" = r.id AND ${condition})`;
const UNANSWERED = some(`c.phase = 'open'`);
const ANSWERED = some(`c.phase = 'disposed'`);
const BEGUN = `(r.grouped OR ${ANSWERED})`;
/** Nothing waits for a reply and nothing was said after it: no view, no decision. */
const SILENT = `(r.phase = 'opened' AND NOT r.viewed AND NOT ${UNANSWERED})`;

/** What holds of a round after its last day, before its outcome: nothing after the replies while one is missing. */
const WORKED_ON: Record<'decision' | 'council_view' | 'replies' | 'analysis' | 'closed', string> = {
  decision: `r.phase = 'decided' AND NOT ${UNANSWERED}`,
  council_view: `r.phase = 'opened' AND r.viewed AND NOT ${UNANSWERED}`,
  replies: `${SILENT} AND ${ANSWERED}`,
  analysis: `((${UNANSWERED} AND ${BEGUN}) OR (${SILENT} AND r.grouped AND NOT ${ANSWERED}))`,
  closed: `NOT ${BEGUN} AND (${UNANSWERED} OR ${SILENT})`,
};

/** The condition that a round is in `stage` on the day that `today` (a placeholder) stands for. */
export function stageIs(stage: Stage, today: string): string {
  const day = `${today}::bpchar`;
  switch (stage) {
    case 'announced':
      return `r.phase = 'opened' AND r."opensDay" > ${day}`;
    case 'open':
      return `r.phase = 'opened' AND r."opensDay" <= ${day} AND r."closesDay" >= ${day}`;
    case 'closed':
    case 'analysis':
    case 'replies':
    case 'council_view':
    case 'decision':
      return `(r.phase = 'decided' OR (r.phase = 'opened' AND r."closesDay" < ${day})) AND ${WORKED_ON[stage]}`;
    case 'outcome_published':
      return `r.phase = 'completed' AND NOT r.followed`;
    case 'follow_up':
      return `r.phase = 'completed' AND r.followed`;
  }
}

/** One column that names the stage of each round that is public; null while it is prepared. */
export const stageColumn = (today: string): string =>
  `CASE ${STAGES.map((stage) => `WHEN ${stageIs(stage, today)} THEN '${stage}'`).join(' ')} END`;
