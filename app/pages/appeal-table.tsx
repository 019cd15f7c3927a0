// Cases in a table (cards on a phone): the public list, a body's latest cases, one's own on the Today page.
import type { AppealRow } from '../queries/appeals';
import type { Locale, Text } from '../text';
import { numericDay } from '../text/format';
import { StandingBadge } from '../ui/standing';
import { Table, type Column } from '../ui/table';
import { Due } from './appeals/due';

type Key = 'case' | 'body' | 'received' | 'due' | 'standing';
type Props = {
  t: Text;
  locale: Locale;
  rows: readonly AppealRow[];
  columns: readonly Key[];
  captionHidden?: boolean;
  /** Said under the subject; left out where all cases are one's own. */
  under?: 'applicant';
};
const WIDTH: Partial<Record<Key, 'fit' | 'wide'>> = { case: 'wide', received: 'fit', standing: 'fit' };

export function AppealTable({ t, locale, rows, columns, captionHidden, under }: Props) {
  const say = t.appeals;
  const shown = columns.map((key): Column<Key> => ({
    key,
    label: say.table[key],
    ...(WIDTH[key] && { width: WIDTH[key] }),
  }));
  return (
    <Table
      caption={say.table.caption}
      captionHidden={captionHidden}
      columns={shown}
      head="case"
      rows={rows.map((row) => ({
        id: row.number,
        tone: row.standing === 'overdue' ? 'danger' : row.standing === 'due_today' ? 'clock' : 'plain',
        cells: {
          case: (
            <>
              <a href={`/${locale}/appeals/${row.number}`} lang={row.language}>
                {row.subject}
              </a>
              <small className="case-line">
                {[
                  t.case.number(row.number),
                  row.kind,
                  ...(row.isPrivate ? [say.private] : []),
                  ...(row.extended ? [say.extended] : []),
                ].join(' · ')}
              </small>
              {under === 'applicant' ? (
                <small className="case-line">
                  <span className="unseen">{`${say.table.applicant}: `}</span>
                  {row.applicant ?? say.nameHidden}
                </small>
              ) : null}
            </>
          ),
          body: <a href={`/${locale}/bodies/${row.body.slug}`}>{row.body.name}</a>,
          received: <time dateTime={row.receivedDay}>{numericDay(locale, row.receivedDay)}</time>,
          due: <Due t={t} locale={locale} facts={row} />,
          standing: <StandingBadge standing={row.standing}>{say.standing[row.standing]}</StandingBadge>,
        },
      }))}
    />
  );
}
