// The report on what an organisation did, as a paper for its board and as rows for its own tables.
import type { Paper, PaperPart } from '../../papers/paper';
import type { Activity, ActivityAppeal } from '../../queries/activity';
import { textFor, type Locale, type Text } from '../../text';
import { dayRange, number, numericDay } from '../../text/format';
import type { DataTable } from '../scores/tables';

/** The counts that stand first, with their words. */
export function countsOf(
  t: Text,
  locale: Locale,
  { appeals, comments, invited, promises }: Activity,
): (readonly [string, string])[] {
  const say = t.activity.counts;
  const n = (count: number) => number(locale, count);
  const ended = appeals.filter(({ endedDay }) => endedDay !== null);
  return [
    [say.appeals, n(appeals.length)],
    [say.ended, n(ended.length)],
    [say.late, n(appeals.filter(({ late }) => late).length)],
    [say.overdue, n(appeals.filter(({ standing }) => standing === 'overdue').length)],
    [say.rounds, n(new Set(comments.map(({ round }) => round)).size)],
    [say.comments, n(comments.length)],
    [say.answered, n(comments.filter(({ answer }) => answer !== null).length)],
    [say.invited, n(invited)],
    [say.promises, n(promises.length)],
    [say.kept, n(promises.filter(({ judged, report }) => (judged?.verdict ?? report?.kept) === 'kept').length)],
  ];
}

/** What became of a case in one line. */
export const becameOf = (t: Text, { standing, late, outcome, verdict }: ActivityAppeal): string =>
  [
    t.appeals.standing[standing],
    ...(late && standing !== 'overdue' ? [t.clocks.late] : []),
    ...(outcome ? [outcome] : []),
    ...(verdict ? [t.letters.verdicts[verdict]] : []),
  ].join('; ');

export function activityPaper(activity: Activity, locale: Locale, made: Date): Paper {
  const t = textFor(locale);
  const say = t.activity;
  const { name, from, to, appeals, comments, promises } = activity;
  const day = (on: string) => numericDay(locale, on);
  const table = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): PaperPart[] =>
    rows.length === 0
      ? []
      : [
          { kind: 'heading', level: 1, text: title },
          { kind: 'table', head, rows },
        ];
  return {
    title: say.of(name),
    lang: locale,
    made,
    parts: [
      { kind: 'facts', rows: [[say.period, dayRange(locale, from, to)], ...countsOf(t, locale, activity)] },
      ...table(
        say.appeals,
        [say.columns.number, say.columns.what, say.columns.body, say.columns.due, say.columns.became],
        appeals.map((one) => [
          one.number,
          `${one.subject}\n${one.kindName}`,
          one.body,
          day(one.dueDay),
          becameOf(t, one),
        ]),
      ),
      ...table(
        say.comments,
        [say.columns.number, say.columns.round, say.columns.day, say.columns.answer],
        comments.map((one) => [one.number, `${one.round}\n${one.roundTitle}`, day(one.receivedDay), answerOf(t, one)]),
      ),
      ...table(
        say.promises,
        [say.columns.number, say.columns.what, say.columns.due, say.columns.became],
        promises.map((one) => [one.number, one.text, day(one.day), promiseOf(t, one)]),
      ),
      { kind: 'paragraph', text: say.source },
    ],
  };
}

export const answerOf = (t: Text, { answer, withdrawn }: Activity['comments'][number]): string =>
  withdrawn ? t.activity.withdrawn : (answer ?? t.activity.waiting);

export function promiseOf(t: Text, { report, judged }: Activity['promises'][number]): string {
  const say = t.steps.promises;
  return [
    `${say.columns.body}: ${report ? say.kept[report.kept].label : say.silent}`,
    `${say.columns.applicant}: ${judged ? say.verdict[judged.verdict].label : say.silent}`,
  ].join('; ');
}

/** One row for each thing; column names are English in every language, for programs. */
export const activityTable = ({ appeals, comments, promises }: Activity): DataTable => ({
  columns: ['what', 'number', 'title', 'body_or_round', 'day', 'due_day', 'ended_day', 'state', 'result', 'verdict'],
  rows: (
    [
      ...appeals.map((one) => [
        ...['appeal', one.number, one.subject, one.body, one.receivedDay, one.dueDay, one.endedDay],
        ...[one.standing, one.outcome, one.verdict],
      ]),
      ...comments.map((one) => [
        ...['comment', one.number, one.roundTitle, one.round, one.receivedDay, null, null],
        ...[one.withdrawn ? 'withdrawn' : one.answer === null ? 'open' : 'answered', one.answer, null],
      ]),
      ...promises.map((one) => [
        ...['promise', one.number, one.text, null, null, one.day, one.report?.day ?? null],
        ...[one.report ? 'reported' : 'open', one.report?.kept ?? null, one.judged?.verdict ?? null],
      ]),
    ] as (string | null)[][]
  ).map((row) => row.map(plain)),
});

/** What a spreadsheet would take for a formula stays words. */
const plain = (cell: string | null): string | null => (cell && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
