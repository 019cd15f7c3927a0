// The report on a round as a paper: its facts with their words, in the order in which a meeting reads them.
import type { Paper, PaperPart } from '../../papers/paper';
import type { ReportChange, RoundReport } from '../../queries/round-report';
import { textFor } from '../../text';
import { dayRange, longDay, number } from '../../text/format';

export function reportPaper(report: RoundReport, made: Date): Paper {
  const { language } = report;
  const {
    roundReport: t,
    round: { council },
  } = textFor(language);
  const day = (on: string) => longDay(language, on);
  const n = (count: number) => number(language, count);
  const heading = (text: string, level: 1 | 2 = 1): PaperPart => ({ kind: 'heading', level, text });
  const said = (title: string, text: string): PaperPart[] => [heading(title), { kind: 'paragraph', text }];
  const counted = (head: string, rows: readonly (readonly [string, number])[]): PaperPart[] =>
    rows.length === 0
      ? []
      : [{ kind: 'table', head: [head, t.comments], rows: rows.map(([name, count]) => [name, n(count)]) }];
  const { languages } = textFor(language).case;
  const clauseOf = ({ name, language: spoken }: ReportChange) =>
    spoken === language ? name : `${name} (${languages[spoken]})`;
  const { view } = report;
  const parts: PaperPart[] = [
    {
      kind: 'facts',
      rows: [
        [t.kind, report.kind],
        [t.body, report.body],
        ...(report.council ? [[t.council, report.council] as const] : []),
        [t.period, dayRange(language, report.opensDay, report.closesDay)],
        ...report.moves.map(
          ({ was, closesDay, reason, by }) => [t.moved, `${day(was)} → ${day(closesDay)}\n${reason}\n${by}`] as const,
        ),
        [t.published, `${day(report.publishedDay)}\n${report.publishedBy}`],
      ],
    },
    ...said(t.asked, report.asked),
    ...said(t.said, report.said),
    ...said(t.did, report.did),
    ...said(t.next, report.next),
    ...said(t.decision, report.decision),
    { kind: 'paragraph', text: `${t.by}: ${report.decidedBy}` },
    heading(t.numbers),
    ...counted(
      t.who,
      report.byParticipant.map(({ participant, comments }) => [t.participant[participant], comments]),
    ),
    ...counted(
      t.origin,
      report.byOrigin.map(({ name, comments }) => [name, comments]),
    ),
    ...counted(t.disposition, [
      ...report.byDisposition.map(({ name, comments }) => [name, comments] as const),
      [t.withdrawn, report.withdrawn],
      [t.late, report.late],
    ]),
    heading(t.points),
    ...report.points.flatMap(({ title, comments, code, reason, changes }): PaperPart[] => [
      heading(title, 2),
      {
        kind: 'facts',
        rows: [
          [t.comments, n(comments)],
          [t.answer, code],
          [t.reason, reason],
          ...(changes.length > 0 ? [[t.changed, changes.map(clauseOf).join('\n')] as const] : []),
        ],
      },
    ]),
    ...(view
      ? [
          ...said(t.view, view.text),
          { kind: 'paragraph' as const, text: t.votes(view.votes.for, view.votes.against, view.votes.abstained) },
          ...(view.recused.length > 0
            ? [{ kind: 'paragraph' as const, text: `${t.recused}: ${view.recused.join(', ')}` }]
            : []),
          ...(view.answer ? said(t.reply, view.answer) : []),
        ]
      : []),
    ...report.notAdopted.map(({ day: on, failed: { why, had, needed } }): PaperPart => ({
      kind: 'paragraph',
      text: `${day(on)}: ${council.notAdopted}. ${council.failed[why](had, needed)}`,
    })),
    ...(report.commitments.length > 0
      ? [
          heading(t.commitments),
          {
            kind: 'table' as const,
            head: [t.commitment, t.due, t.report],
            rows: report.commitments.map(({ text, dueDay, report: told }) => [text, day(dueDay), told ?? t.none]),
          },
        ]
      : []),
  ];
  return { title: `${t.title(report.number)}: ${report.title}`, lang: language, made, parts };
}
