// Drafted answers on the desk: those that wait for an approver, those that were sent back to whoever wrote them.
import { nearnessOf } from '../../core/nearness';
import type { Day } from '../../core/day';
import type { draftedAnswers } from '../../queries/drafted-answers';
import type { Locale, Text } from '../../text';
import { numericDay } from '../../text/format';
import { Deadline } from '../../ui/deadline';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Muted, Quote } from '../../ui/words';
import { LOOK } from './look';

type Props = {
  t: Text;
  locale: Locale;
  drafts: Awaited<ReturnType<typeof draftedAnswers>>;
  today: Day;
  nearUntil: Day;
};

export function Drafts({ t, locale, drafts: { waiting, returned }, today, nearUntil }: Props) {
  const say = t.office.queue;
  const due = ({ dueDay, daysLeft }: { dueDay: Day; daysLeft: number }) => (
    <Deadline
      nearness={LOOK[nearnessOf(dueDay, today, nearUntil)]}
      day={dueDay}
      dayText={numericDay(locale, dueDay)}
      note={
        dueDay < today
          ? t.clocks.overdue(Math.max(0, -daysLeft))
          : dueDay === today
            ? t.clocks.today
            : t.clocks.left(daysLeft)
      }
    />
  );
  const title = (number: string, subject: string) => (
    <>
      <a href={`/${locale}/appeals/${number}`}>{subject}</a>
      <small className="case-line">{t.case.number(number)}</small>
    </>
  );
  return (
    <Stack>
      {waiting.length > 0 ? (
        <Section title={say.title(waiting.length)} id="drafts">
          <Table
            caption={say.caption}
            captionHidden
            density="dense"
            head="case"
            columns={[
              { key: 'due', label: say.due, width: 'fit' },
              { key: 'case', label: say.case, width: 'wide' },
              { key: 'drafter', label: say.drafter },
              { key: 'decide', label: say.decide },
            ]}
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
        </Section>
      ) : null}
      {returned.length > 0 ? (
        <Section title={say.returned(returned.length)} id="returned">
          <Table
            caption={say.caption}
            captionHidden
            density="dense"
            head="case"
            columns={[
              { key: 'due', label: say.due, width: 'fit' },
              { key: 'case', label: say.case, width: 'wide' },
              { key: 'remark', label: say.remark, width: 'wide' },
              { key: 'again', label: say.again },
            ]}
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
        </Section>
      ) : null}
    </Stack>
  );
}
