// The meetings of a council, the latest first. Used by its desk and by its public page.
import type { Day } from '../../core/day';
import type { MeetingPage } from '../../queries/council-desk';
import type { Locale, Text } from '../../text';
import { number as figure, numericDay } from '../../text/format';
import { Pagination, Table } from '../../ui/table';
import { Tag } from '../../ui/words';

type Props = {
  t: Text;
  locale: Locale;
  slug: string;
  today: Day;
  meetings: MeetingPage;
  /** Whether this is not the first page: then the way back is offered. */
  later?: boolean;
};

export function MeetingsTable({ t, locale, slug, today, meetings: { lines, older }, later }: Props) {
  const say = t.councilDesk.meetings;
  if (lines.length === 0) return <p>{say.none}</p>;
  const home = `/${locale}/councils/${slug}`;
  return (
    <>
      <Table
        caption={say.title}
        captionHidden
        columns={[
          { key: 'number', label: say.columns.number },
          { key: 'day', label: say.columns.day, width: 'fit' },
          { key: 'questions', label: say.columns.questions, align: 'end', width: 'fit' },
          { key: 'standing', label: say.columns.standing },
        ]}
        rows={lines.map(({ number, day, held, questions }) => ({
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
      {older || later ? (
        <Pagination
          label={say.title}
          newer={later ? { href: `${home}#meetings`, label: t.rounds.pages.newer } : undefined}
          older={older ? { href: `${home}?meetings=${older}#meetings`, label: t.rounds.pages.older } : undefined}
        />
      ) : null}
    </>
  );
}
