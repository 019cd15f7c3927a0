// The acts of moderators as a table: of a round's comments, and of what was redacted in a body's cases.
import type { ModerationEntry } from '../queries/moderation';
import type { Locale, Text } from '../text';
import { numericDay } from '../text/format';
import { Table } from '../ui/table';
import { Muted, Tag } from '../ui/words';
import { byline } from './rounds/said';

type Props = {
  t: Text;
  locale: Locale;
  /** What the rows are about. */
  title: string;
  entries: readonly ModerationEntry[];
  href: (number: string) => string;
};

export function ModerationTable({ t, locale, title, entries, href }: Props) {
  const say = t.moderation.log;
  return (
    <Table
      caption={say.caption}
      captionHidden
      head="about"
      columns={[
        { key: 'day', label: say.day, width: 'fit' },
        { key: 'about', label: title, width: 'fit' },
        { key: 'what', label: say.what },
        { key: 'reason', label: say.reason, width: 'wide' },
        { key: 'by', label: say.by },
      ]}
      rows={entries.map(({ seq, day, number, shown, ground, reason, by }) => ({
        id: seq,
        cells: {
          day: <time dateTime={day}>{numericDay(locale, day)}</time>,
          about: number === null ? <Muted>{t.office.redaction.notPublic}</Muted> : <a href={href(number)}>{number}</a>,
          what: (
            <span>
              <Tag tone={shown ? 'good' : 'clock'}>{shown ? say.shown : say.hidden}</Tag>
              {ground ? <small className="case-line">{ground.name}</small> : null}
            </span>
          ),
          reason: <span className="keep-lines">{reason}</span>,
          by: byline(by),
        },
      }))}
    />
  );
}
