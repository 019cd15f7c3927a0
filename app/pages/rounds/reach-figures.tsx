// The figures of a round's reach: each share with its interval and the counts it stands on, drawn and as a table.
import type { ReachRow } from '../../queries/reach';
import type { Locale, Text } from '../../text';
import { number } from '../../text/format';
import { BarChart, barOf, type Bar } from '../../ui/figure';
import { Table } from '../../ui/table';

/** A row with what it is called. */
export type Named = ReachRow & { name: string; note?: string };
type Share = ReachRow['invitedShare'];
type Common = { t: Text; locale: Locale };

const shareText = (t: Text, share: Share): string =>
  share.estimate === null ? t.reach.notEstimable : t.reach.share(share.estimate, share.low, share.high);

const shareBar = ({ t, share, ...named }: Pick<Bar, 'id' | 'label' | 'note'> & { t: Text; share: Share }): Bar => ({
  ...named,
  ...barOf(share),
  text: shareText(t, share),
});

/** From the register to those who contributed, step by step, each of what it is counted from. */
export function ReachSteps({ t, title, row }: Common & { title: string; row: ReachRow }) {
  const say = t.reach;
  const { register, invited, opened, contributed, contributedInvited } = row;
  const step = (id: 'invited' | 'opened' | 'answered' | 'contributed', of: number, n: number, share: Share): Bar =>
    shareBar({ t, id, label: say.steps[id], share, note: say.ofN(of, n) });
  return (
    <BarChart
      title={title}
      desc={say.steps.desc}
      columns={say.steps.columns}
      max={1}
      bars={[
        step('invited', invited, register, row.invitedShare),
        step('opened', opened, invited, row.openedShare),
        step('answered', contributedInvited, invited, row.answeredShare),
        step('contributed', contributed, register, row.contributedShare),
      ]}
    />
  );
}

type Rows = Common & { column: string; rows: readonly Named[] };

/** Which share of the register contributed, row by row; nothing where no row has a share. */
export function ReachChart({ t, title, column, rows }: Rows & { title: string }) {
  if (rows.every(({ contributedShare }) => contributedShare.estimate === null)) return null;
  const { columns, desc } = t.reach.steps;
  return (
    <BarChart
      title={title}
      desc={desc}
      columns={{ label: column, value: columns.value, note: columns.note }}
      max={1}
      bars={rows.map(({ id, name, contributed, register, contributedShare }) =>
        shareBar({ t, id, label: name, share: contributedShare, note: t.reach.ofN(contributed, register) }),
      )}
    />
  );
}

/** Every count with its share. */
export function ReachTable({ t, locale, caption, column, rows }: Rows & { caption: string }) {
  const say = t.reach.columns;
  const counted = (count: number, share: Share) => (
    <span className="term-words">
      {number(locale, count)}
      <small>{shareText(t, share)}</small>
    </span>
  );
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: 'name', label: column },
        { key: 'register', label: say.register, align: 'end', width: 'fit' },
        { key: 'invited', label: say.invited, align: 'end' },
        { key: 'opened', label: say.opened, align: 'end' },
        { key: 'answered', label: say.answered, align: 'end' },
        { key: 'contributed', label: say.contributed, align: 'end' },
      ]}
      rows={rows.map((row) => ({
        id: row.id || 'none',
        cells: {
          name: (
            <span className="term-words">
              {row.name}
              {row.note ? <small>{row.note}</small> : null}
            </span>
          ),
          register: number(locale, row.register),
          invited: counted(row.invited, row.invitedShare),
          opened: counted(row.opened, row.openedShare),
          answered: counted(row.contributedInvited, row.answeredShare),
          contributed: counted(row.contributed, row.contributedShare),
        },
      }))}
    />
  );
}
