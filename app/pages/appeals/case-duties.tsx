// Steps of the procedure that have days of their own: registering, redirecting, notices. Each is an obligation with its clock.
import type { Duty } from '../../queries/case';
import type { Locale, Text } from '../../text';
import { numericDay } from '../../text/format';
import { Deadline } from '../../ui/deadline';
import { Section } from '../../ui/layout';
import { Table } from '../../ui/table';
import { clockNote, NEARNESS } from '../clock-look';
import { Sources } from '../sources';

type Props = { t: Text; locale: Locale; duties: readonly Duty[]; internal?: true };

export function CaseDuties({ t, locale, duties, internal }: Props) {
  const say = { ...t.case.duties, ...(internal && t.steps.internal) };
  if (duties.length === 0) return null;
  return (
    <Section title={say.title} lead={say.lead} id={internal ? 'internal' : 'duties'}>
      <Table
        caption={say.caption}
        captionHidden
        density="dense"
        columns={[
          { key: 'what', label: say.what, width: 'wide' },
          { key: 'from', label: say.from, width: 'fit' },
          { key: 'due', label: say.due },
          { key: 'done', label: say.done, width: 'fit' },
        ]}
        rows={duties.map((duty) => ({
          id: duty.key,
          tone: duty.clock === 'overdue' ? 'danger' : duty.clock === 'due_today' ? 'clock' : 'plain',
          cells: {
            what: (
              <>
                {duty.name}
                <small className="case-line">
                  {duty.text} {duty.source ? <Sources sources={[duty.source]} /> : null}
                </small>
              </>
            ),
            from: <time dateTime={duty.from}>{numericDay(locale, duty.from)}</time>,
            due: (
              <Deadline
                nearness={NEARNESS[duty.clock]}
                day={duty.dueDay}
                dayText={numericDay(locale, duty.dueDay)}
                note={clockNote(t, duty)}
              />
            ),
            done:
              duty.closedDay && duty.clock !== 'released' ? (
                <time dateTime={duty.closedDay}>{numericDay(locale, duty.closedDay)}</time>
              ) : (
                '–'
              ),
          },
        }))}
      />
    </Section>
  );
}
