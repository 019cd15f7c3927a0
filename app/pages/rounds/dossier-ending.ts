// The last part of a dossier: the council's view with votes and dissent, the decision, the outcome, what was promised, and every day with
// why it is the day.
import { facts, heading, lines, paragraph, table } from '../../papers/parts';
import type { PaperPart } from '../../papers/paper';
import type { RoundDuty } from '../../queries/round-clock';
import type { Voted } from '../../queries/round-council';
import { longDay, number } from '../../text/format';
import { whyDay } from '../why-day';
import { basisOf } from '../basis';
import type { Scene } from './dossier-opening';
import { byline } from './said';

export function council({ t, dossier }: Scene): PaperPart[] {
  const say = t.round.council;
  const { council: view, notAdopted, conflicts } = dossier.result;
  return [
    heading(say.title),
    ...(view
      ? [...votedParts({ t, dossier }, view), ...answerParts({ t, dossier })]
      : [paragraph(t.dossier.council.none)]),
    ...notAdopted.flatMap((one) => [
      heading(say.notAdopted, 2),
      paragraph(say.failed[one.failed.why](one.failed.had, one.failed.needed)),
      paragraph(say.nothingOwed),
      ...votedParts({ t, dossier }, one),
    ]),
    ...(conflicts.length > 0
      ? [
          heading(say.conflicts, 2),
          ...table(
            [say.name, say.conflicts],
            conflicts.map(({ name, origin, conflict, explanation }) => [
              name,
              lines(
                origin === 'represents' ? say.represents : conflict,
                say.origin[origin === 'declared' ? 'declared' : 'register'],
                explanation,
              ),
            ]),
          ),
        ]
      : []),
  ];
}

function answerParts({ t, dossier }: Scene): PaperPart[] {
  const say = t.round.council;
  const answer = dossier.result.council?.answer;
  if (!answer) return [];
  return [
    heading(say.answer, 2),
    paragraph(answer.text.text),
    paragraph(say.answered(byline(answer.by), answer.day, answer.capacity)),
  ];
}

function votedParts({ t, dossier }: Scene, view: Voted): PaperPart[] {
  const say = t.round.council;
  const { language } = dossier;
  const n = (count: number) => number(language, count);
  const dissents = view.votes.filter(({ dissent }) => dissent);
  return [
    paragraph(view.text.text),
    ...facts([
      [t.roundReport.by, t.dossier.signed(byline(view.by), longDay(language, view.day))],
      [say.members, n(view.members)],
      [say.present, n(view.votes.length)],
      [say.votes.for, n(view.for)],
      [say.votes.against, n(view.against)],
      [say.votes.abstained, n(view.abstained)],
      [t.dossier.check.basis, basisOf(view.sources)],
    ]),
    ...table(
      [say.name, say.vote],
      [
        ...view.votes.map(({ name, vote }) => [name, say.votes[vote]]),
        ...view.recused.map(({ name, conflict }) => [name, lines(say.recused, conflict)]),
      ],
    ),
    ...dissents.flatMap(({ name, dissent }) => [heading(say.dissent(name), 2), paragraph(dissent)]),
  ];
}

export function decision({ t, dossier }: Scene): PaperPart[] {
  const say = t.round.decision;
  const { decision: decided, followUp, outcome } = dossier.result;
  return [
    heading(say.title),
    ...(decided
      ? [
          paragraph(decided.text.text),
          heading(say.next, 2),
          paragraph(decided.next.text),
          paragraph(say.signed(byline(decided.by), decided.day)),
        ]
      : [paragraph(t.dossier.undecided)]),
    ...(followUp
      ? [
          heading(say.followUp, 2),
          paragraph(followUp.text.text),
          paragraph(say.signed(byline(followUp.by), followUp.day)),
        ]
      : []),
    heading(t.round.outcome.title),
    ...(outcome
      ? [
          ...(['asked', 'said', 'did', 'next'] as const).flatMap((part) => [
            heading(t.round.outcome[part], 2),
            paragraph(outcome[part].text),
          ]),
          paragraph(t.round.outcome.signed(byline(outcome.by), outcome.day)),
        ]
      : [paragraph(t.dossier.unpublished)]),
  ];
}

export function commitments({ t, dossier }: Scene): PaperPart[] {
  const say = t.round.commitments;
  const words = t.dossier.commitments;
  const { kept } = t.roundLetters;
  return [
    heading(say.title),
    ...table(
      [t.roundReport.commitment, t.roundReport.due, words.kept, words.people],
      dossier.result.commitments.map(({ text, dueDay, clock, point, report, judged, words: told }) => [
        lines(text.text, point && say.from(point.title)),
        lines(longDay(dossier.language, dueDay), t.clocks.state[clock]),
        report
          ? lines(
              kept[report.kept],
              report.evidence.text,
              t.dossier.signed(byline(report.by), longDay(dossier.language, report.day)),
            )
          : t.roundReport.none,
        lines(
          judged.kept + judged.partly + judged.not_kept > 0
            ? say.judged(judged.kept, judged.partly, judged.not_kept)
            : say.nobody,
          ...told.map(({ verdict, comment }) => `${kept[verdict]}: ${comment}`),
        ),
      ]),
      words.none,
    ),
  ];
}

export function days({ t, dossier }: Scene): PaperPart[] {
  const say = t.dossier.days;
  const { view, language } = dossier;
  const part = (duty: RoundDuty): PaperPart[] => [
    heading(duty.name, 2),
    ...facts([
      [t.round.duties.what, duty.text],
      [say.from, longDay(language, duty.from)],
      [
        t.round.duties.due,
        lines(
          longDay(language, duty.dueDay),
          duty.lawfulDue !== duty.dueDay && t.round.duties.was(duty.lawfulDue),
          duty.term.provisional && t.ledger.provisional,
        ),
      ],
      [say.why, whyDay(language, duty.term, view.today)],
      [
        say.standing,
        duty.clock === 'overdue' ? t.clocks.overdue(Math.max(0, -duty.daysLeft)) : t.clocks.state[duty.clock],
      ],
      [say.done, duty.closedDay && duty.clock !== 'released' ? longDay(language, duty.closedDay) : null],
      [t.round.duties.basis, basisOf(duty.sources)],
    ]),
  ];
  return [heading(say.title), ...(view.duties.length === 0 ? [paragraph(say.none)] : []), ...view.duties.flatMap(part)];
}
