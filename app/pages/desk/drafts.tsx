// Drafted answers on the desk: those that wait for an approver, those that were sent back to whoever wrote them.
import { nearnessOf } from '../../core/nearness';
import type { Day } from '../../core/day';
import type { draftedAnswers } from '../../queries/drafted-answers';
import type { Locale, Text } from '../../text';
import { numericDay } from '../../text/format';
import { Deadline } from '../../ui/deadline';
import { Section, Stack } from '../../ui/layout';
import { Table, type Column, type TableRow } from '../../ui/table';
import { Muted, Quote } from '../../ui/words';
import { LOOK, noteOf } from './look';

type Props = {
  t: Text;
  locale: Locale;
  drafts: Awaited<ReturnType<typeof draftedAnswers>>;
  today: Day;
  nearUntil: Day;
};

type ListedProps<K extends string> = {
  id: string;
  title: string;
  caption: string;
  columns: readonly Column<K | 'case'>[];
  rows: readonly TableRow<K | 'case'>[];
};

/** Drafts in one standing, as a section of its own; nothing where there are none. */
const Listed = <K extends string>({ id, title, caption, columns, rows }: ListedProps<K>) =>
  rows.length > 0 ? (
    <Section title={title} id={id}>
      <Table {...{ caption, columns, rows }} captionHidden density="dense" head="case" />
    </Section>
  ) : null;

export function Drafts({ t, locale, drafts: { waiting, returned }, today, nearUntil }: Props) {
  const say = t.office.queue;
  const due = ({ dueDay, daysLeft }: { dueDay: Day; daysLeft: number }) => {
    const nearness = nearnessOf(dueDay, today, nearUntil);
    return (
      <Deadline
        nearness={LOOK[nearness]}
        day={dueDay}
        dayText={numericDay(locale, dueDay)}
        note={noteOf(t, { nearness, daysLeft })}
      />
    );
  };
  const title = (number: string, subject: string) => (
    <>
      <a href={`/${locale}/appeals/${number}`}>{subject}</a>
      <small className="case-line">{t.case.number(number)}</small>
    </>
  );
  const columns = [
    { key: 'due', label: say.due, width: 'fit' },
    { key: 'case', label: say.case, width: 'wide' },
  ] as const;
  return (
    <Stack>
      <Listed
        id="drafts"
        title={say.title(waiting.length)}
        caption={say.caption}
        columns={[...columns, { key: 'drafter', label: say.drafter }, { key: 'decide', label: say.decide }]}
        rows={waiting.map((draft) => ({
          id: draft.number,
          cells: {
            due: due(draft),
            case: title(draft.number, draft.subject),
            drafter: (
              <>
                {draft.drafter}
                <small className="case-line">{numericDay(locale, draft.draftedDay)}</small>
              </>
            ),
            decide: draft.own ? (
              <Muted>{say.own}</Muted>
            ) : (
              <a href={`/${locale}/appeals/${draft.number}/decide-draft`}>{say.decide}</a>
            ),
          },
        }))}
      />
      <Listed
        id="returned"
        title={say.returned(returned.length)}
        caption={say.caption}
        columns={[...columns, { key: 'remark', label: say.remark, width: 'wide' }, { key: 'again', label: say.again }]}
        rows={returned.map((draft) => ({
          id: draft.number,
          tone: 'clock',
          cells: {
            due: due(draft),
            case: title(draft.number, draft.subject),
            remark: <Quote source={t.office.draft.returned(draft.by)}>{draft.remark}</Quote>,
            again: <a href={`/${locale}/appeals/${draft.number}/draft-answer`}>{say.again}</a>,
          },
        }))}
      />
    </Stack>
  );
}
