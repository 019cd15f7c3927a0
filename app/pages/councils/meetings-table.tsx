// The meetings of a council, the latest first. Used by its desk and by its public page.
import type { Day } from '../../core/day';
import type { MeetingLine } from '../../queries/council-desk';
import type { Locale, Text } from '../../text';
import { number as figure, numericDay } from '../../text/format';
import { Table } from '../../ui/table';
import { Tag } from '../../ui/words';

type Props = { t: Text; locale: Locale; slug: string; today: Day; meetings: readonly MeetingLine[] };

export function MeetingsTable({ t, locale, slug, today, meetings }: Props) {
  const say = t.councilDesk.meetings;
  if (meetings.length === 0) return <p>{say.none}</p>;
  return (
    <Table
      caption={say.title}
      captionHidden
      columns={[
        { key: 'number', label: say.columns.number },
        { key: 'day', label: say.columns.day, width: 'fit' },
        { key: 'questions', label: say.columns.questions, align: 'end', width: 'fit' },
        { key: 'standing', label: say.columns.standing },
      ]}
      rows={meetings.map(({ number, day, held, questions }) => ({
        id: number,
        cells: {
          number: <a href={`/${locale}/councils/${slug}/meetings/${number}`}>{number}</a>,
          day: <time dateTime={day}>{numericDay(locale, day)}</time>,
          questions: figure(locale, questions),
          standing: held ? (
            <Tag tone="good">{say.held}</Tag>
          ) : day < today ? (
            <Tag tone="clock">{say.notRecorded}</Tag>
          ) : (
            <Tag tone="brand">{say.called}</Tag>
          ),
        },
      }))}
    />
  );
}
