// Rounds as a table, and the last day of one as lists show it. Used by the list, the landing page and a body's page.
import type { RoundRow } from '../../queries/rounds';
import type { Locale, Text } from '../../text';
import { number, numericDay } from '../../text/format';
import { Deadline, type Nearness } from '../../ui/deadline';
import { StageBadge } from '../../ui/stage';
import { Table } from '../../ui/table';
import { Tag } from '../../ui/words';
import { roundAddress } from './addresses';

type Closing = Pick<RoundRow, 'stage' | 'opensDay' | 'closesDay' | 'daysLeft'>;
type ClosesProps = { t: Text; locale: Locale; round: Closing };

/** Working days within which a last day is shown as near. */
const NEAR = 3;

const nearnessOf = ({ stage, daysLeft }: Closing, lastDay: boolean): Nearness => {
  if (stage === 'announced') return 'calm';
  if (stage !== 'open') return 'ended';
  if (lastDay) return 'today';
  return daysLeft <= NEAR ? 'soon' : 'calm';
};

/** The last day for comments and how near it is; of a round that is only announced its first day. */
export function Closes({ t, locale, round, today }: ClosesProps & { today: string }) {
  const say = t.rounds.closes;
  const { stage, opensDay, closesDay, daysLeft } = round;
  const lastDay = stage === 'open' && closesDay === today;
  const day = stage === 'announced' ? opensDay : closesDay;
  const note =
    stage === 'announced' ? say.opens : stage !== 'open' ? say.closed : lastDay ? say.today : t.clocks.left(daysLeft);
  return <Deadline nearness={nearnessOf(round, lastDay)} day={day} dayText={numericDay(locale, day)} note={note} />;
}

type Column = 'round' | 'body' | 'closes' | 'stage' | 'comments';
type Props = {
  t: Text;
  locale: Locale;
  today: string;
  rows: readonly RoundRow[];
  columns?: readonly Column[];
  caption?: string;
};
const ALL: readonly Column[] = ['round', 'body', 'closes', 'stage', 'comments'];

export function RoundTable({ t, locale, today, rows, columns = ALL, caption }: Props) {
  const say = t.rounds.table;
  const known = {
    round: { key: 'round', label: say.round, width: 'wide' },
    body: { key: 'body', label: say.body },
    closes: { key: 'closes', label: say.closes },
    stage: { key: 'stage', label: say.stage },
    comments: { key: 'comments', label: say.comments, align: 'end', width: 'fit' },
  } as const;
  return (
    <Table
      caption={caption ?? say.caption}
      captionHidden
      columns={columns.map((column) => known[column])}
      rows={rows.map((row) => ({
        id: row.number,
        tone: row.overdue ? 'danger' : row.stage === 'open' && row.daysLeft <= NEAR ? 'clock' : 'plain',
        cells: {
          round: (
            <>
              <a href={roundAddress(locale, row.number)} lang={row.language === locale ? undefined : row.language}>
                {row.title}
              </a>
              <small className="case-line">
                {row.number} · {row.kindName} · {t.topics[row.topic]}
              </small>
            </>
          ),
          body: (
            <>
              <a href={`/${locale}/bodies/${row.body.slug}`}>{row.body.name}</a>
              {row.council ? <small className="case-line">{say.host(row.council)}</small> : null}
            </>
          ),
          closes: <Closes t={t} locale={locale} round={row} today={today} />,
          stage: (
            <span className="term-words">
              <StageBadge stage={row.stage}>{row.stageName}</StageBadge>
              {row.overdue ? (
                <span>
                  <Tag tone="danger">{say.overdue}</Tag>
                </span>
              ) : null}
            </span>
          ),
          comments: number(locale, row.comments),
        },
      }))}
    />
  );
}
