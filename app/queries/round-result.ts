// What came of a round: the council's view with its votes, the body's reply, the decision, the outcome in its four parts, and what was
// promised with what became of it. Drafts of answers are not here.
import type { DispositionId, Locale, StateLanguage } from '../../guide/schema';
import { workingDaysBetween } from '../core/calendar';
import type { Day } from '../core/day';
import { clockOf, type Clock } from '../core/obligation';
import type { Commitment } from '../core/round';
import { titleOf } from '../core/point-title';
import { saidIn, type Said } from '../core/said';
import type { Attachment, Bilingual } from '../core/shape';
import type { World } from '../world';
import { rulesOf } from './round-clock';
import { councilParts, signed, type CouncilParts, type Signed } from './round-council';
import type { RoundFacts } from './round-facts';

export type Verdict = Commitment['judgements'][number]['verdict'];
export type CommitmentView = {
  id: string;
  text: Said;
  dueDay: Day;
  clock: Clock;
  daysLeft: number;
  /** The point of the round from which it follows. */
  point: { id: string; title: string } | null;
  report: ({ kept: Verdict; evidence: Said; files: Pick<Attachment, 'id' | 'name' | 'size'>[] } & Signed) | null;
  judged: Record<Verdict, number>;
  /** What those who took part said in words. */
  words: { verdict: Verdict; comment: string; day: Day }[];
};
export type PointView = {
  id: string;
  title: string;
  code: DispositionId | null;
  codeName: string | null;
  reason: Said | null;
  approvedDay: Day | null;
};
export type ResultView = CouncilParts & {
  decision: ({ text: Said; next: Said } & Signed) | null;
  outcome: ({ asked: Said; said: Said; did: Said; next: Said } & Signed) | null;
  commitments: CommitmentView[];
  followUp: ({ text: Said } & Signed) | null;
  points: PointView[];
};

/** Everything that came of a loaded round so far. */
export async function resultView(
  world: Pick<World, 'db' | 'guide' | 'now'>,
  facts: RoundFacts,
  { locale, lang }: { locale: Locale; lang: StateLanguage },
): Promise<ResultView> {
  const { round, today, owed } = facts;
  const { edition } = rulesOf(world, facts);
  const texts = edition.texts[locale];
  const said = (text: Bilingual) => saidIn(text, lang);
  const { decision, outcome, followUp } = round;
  return {
    ...(await councilParts(world, facts, { locale, lang })),
    decision: decision && { text: said(decision.decision), next: said(decision.next), ...signed(decision) },
    outcome: outcome && {
      ...{ asked: said(outcome.asked), said: said(outcome.said), did: said(outcome.did), next: said(outcome.next) },
      ...signed(outcome),
    },
    commitments: round.commitments.map((one) => {
      const own = owed.find(({ key }) => key === `commitment:${one.id}`);
      const facts = { dueDay: one.dueDay, closedDay: own?.closedDay ?? null, closedHow: own?.closedHow ?? null };
      const point = round.points.find(({ id }) => id === one.pointId);
      return {
        ...{ id: one.id, text: said(one.text), dueDay: one.dueDay },
        clock: clockOf(facts, today),
        daysLeft: workingDaysBetween(world.guide.calendar, today, one.dueDay),
        point: point ? { id: point.id, title: titleOf(round, point, lang) } : null,
        report: one.report && {
          ...{ kept: one.report.kept, evidence: said(one.report.evidence), ...signed(one.report) },
          files: one.report.files.map(({ id, name, size }) => ({ id, name, size })),
        },
        judged: judgedOf(one),
        words: one.judgements.flatMap(({ verdict, comment, day }) => (comment ? [{ verdict, comment, day }] : [])),
      };
    }),
    followUp: followUp && { text: said(followUp.text), ...signed(followUp) },
    points: round.points.map(({ id, title, disposition, approved }) => ({
      ...{
        id,
        title: titleOf(round, { id, title }, lang),
        code: disposition?.code ?? null,
        approvedDay: approved?.day ?? null,
      },
      codeName: disposition && (texts[`disposition.${disposition.code}.name`] ?? disposition.code),
      reason: disposition && said(disposition.reason),
    })),
  };
}

const judgedOf = ({ judgements }: Commitment): Record<Verdict, number> => {
  const of = (verdict: Verdict) => judgements.filter((one) => one.verdict === verdict).length;
  return { kept: of('kept'), partly: of('partly'), not_kept: of('not_kept') };
};
