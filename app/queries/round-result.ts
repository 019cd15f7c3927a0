// What came of a round: the council's view with its votes, the body's reply, the decision, the outcome in its four parts, and what was
// promised with what became of it. Drafts of answers are not here.
import type { DispositionId, Locale, StateLanguage } from '../../guide/schema';
import { workingDaysBetween } from '../core/calendar';
import type { Day } from '../core/day';
import { clockOf, type Clock } from '../core/obligation';
import type { Commitment, CouncilView } from '../core/round';
import { titleOf } from '../core/point-title';
import { saidIn, type Said } from '../core/said';
import type { Attachment, Bilingual, Signatory } from '../core/shape';
import type { World } from '../world';
import { rulesOf, type Who } from './round-clock';
import type { RoundFacts } from './round-facts';
import { sourceOf, type Source } from './reasons';

type Signed = { day: Day; by: Who };
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
export type CouncilPart = {
  text: Said;
  members: number;
  for: number;
  against: number;
  abstained: number;
  votes: { name: string; vote: CouncilView['votes'][number]['vote']; dissent: string }[];
  recused: { name: string; conflict: string }[];
  sources: Source[];
  answer: ({ text: Said } & Signed) | null;
} & Signed;
export type PointView = {
  id: string;
  title: string;
  code: DispositionId | null;
  codeName: string | null;
  reason: Said | null;
  approvedDay: Day | null;
};
export type ResultView = {
  council: CouncilPart | null;
  /** Members who declared an interest, also those who did not come to vote. */
  conflicts: { name: string; conflict: string; explanation: string }[];
  decision: ({ text: Said; next: Said } & Signed) | null;
  outcome: ({ asked: Said; said: Said; did: Said; next: Said } & Signed) | null;
  commitments: CommitmentView[];
  followUp: ({ text: Said } & Signed) | null;
  points: PointView[];
};

const signed = ({ day, signatory }: { day: Day; signatory: Signatory }): Signed => ({
  day,
  by: { name: signatory.name, post: signatory.post },
});

/** Everything that came of a loaded round so far. */
export function resultView(
  world: Pick<World, 'guide'>,
  facts: RoundFacts,
  { locale, lang }: { locale: Locale; lang: StateLanguage },
): ResultView {
  const { round, today, owed } = facts;
  const { edition } = rulesOf(world, facts);
  const texts = edition.texts[locale];
  const said = (text: Bilingual) => saidIn(text, lang);
  const conflictName = (id: string) => texts[`conflict.${id}.name`] ?? id;
  const { decision, outcome, followUp } = round;
  return {
    council: round.view && councilPart(facts, round.view, { said, conflictName, sources: sourcesOf() }),
    conflicts: round.conflicts.map(({ name, conflict, explanation }) => ({
      ...{ name, explanation },
      conflict: conflictName(conflict),
    })),
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

  function sourcesOf(): Source[] {
    const { quorum, adoption, recusal } = edition.rounds?.council ?? {};
    return [quorum, adoption, recusal].flatMap((rule) =>
      (rule?.basis ?? []).map((basis) => sourceOf(edition, locale, basis)),
    );
  }
}

const judgedOf = ({ judgements }: Commitment): Record<Verdict, number> => {
  const of = (verdict: Verdict) => judgements.filter((one) => one.verdict === verdict).length;
  return { kept: of('kept'), partly: of('partly'), not_kept: of('not_kept') };
};

type Words = { said: (text: Bilingual) => Said; conflictName: (id: string) => string; sources: Source[] };

function councilPart({ round }: RoundFacts, view: CouncilView, { said, conflictName, sources }: Words): CouncilPart {
  const of = (vote: CouncilView['votes'][number]['vote']) => view.votes.filter((one) => one.vote === vote).length;
  return {
    text: said(view.text),
    ...{ members: view.members, for: of('for'), against: of('against'), abstained: of('abstained'), sources },
    votes: view.votes.map(({ name, vote, dissent }) => ({ name, vote, dissent })),
    recused: view.recused.map(({ name, conflict }) => ({ name, conflict: conflictName(conflict) })),
    answer: round.councilAnswer && { text: said(round.councilAnswer.text), ...signed(round.councilAnswer) },
    ...signed(view),
  };
}
