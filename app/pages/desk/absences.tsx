// Who is away and who acts in their place, and the form by which an official, or the head for them, says so.
import type { OfficeView } from '../../queries/office';
import type { Locale, Text } from '../../text';
import { numericDay } from '../../text/format';
import { Button, SubmitButton } from '../../ui/button';
import { Field, Select, type Option } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { textOf, type Typed } from '../form';
import type { RefusalView } from '../respond';

type Props = {
  t: Text;
  locale: Locale;
  office: OfficeView;
  /** The body's officials as choices. */
  people: readonly Option[];
  typed?: Typed;
  refused?: RefusalView;
};

export function Absences({ t, locale, office, people, typed, refused }: Props) {
  const say = t.office.absences;
  const { absences, arranges, viewerId, today } = office;
  const value = (name: string) => (textOf(typed, 'intent') === 'announce' ? textOf(typed, name) : '');
  const wrong = (name: string) => (textOf(typed, 'intent') === 'announce' ? refused?.fields[name] : undefined);
  return (
    <Section title={say.title} lead={say.lead} id="absences">
      <Stack>
        {absences.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <Table
            caption={say.caption}
            captionHidden
            head="person"
            columns={[
              { key: 'person', label: say.person },
              { key: 'cover', label: say.cover },
              { key: 'from', label: say.from, width: 'fit' },
              { key: 'until', label: say.until, width: 'fit' },
              { key: 'act', label: say.act },
            ]}
            rows={absences.map(({ id, name, cover, fromDay, untilDay, mine }) => ({
              id,
              tone: fromDay <= today ? 'clock' : 'plain',
              cells: {
                person: name,
                cover,
                from: <time dateTime={fromDay}>{numericDay(locale, fromDay)}</time>,
                until: <time dateTime={untilDay}>{numericDay(locale, untilDay)}</time>,
                act: mine ? (
                  <Form>
                    <Hidden values={{ intent: 'end', absenceId: id }} />
                    <Button type="submit" weight="quiet" size="small">
                      {say.end} <span className="unseen">{name}</span>
                    </Button>
                  </Form>
                ) : null,
              },
            }))}
          />
        )}
        <Form>
          <h3>{say.announce}</h3>
          <Hidden values={{ intent: 'announce', ...(arranges ? {} : { personId: viewerId }) }} />
          {arranges ? (
            <Select
              name="personId"
              label={say.person}
              empty={say.choose}
              value={value('personId')}
              error={wrong('personId')}
              options={people}
              required
            />
          ) : null}
          <Select
            name="coverId"
            label={say.cover}
            empty={say.choose}
            value={value('coverId')}
            error={wrong('coverId')}
            options={arranges ? people : people.filter((one) => one.value !== viewerId)}
            required
          />
          <Field
            name="fromDay"
            type="date"
            width="s"
            label={say.from}
            value={value('fromDay')}
            error={wrong('fromDay')}
            required
          />
          <Field
            name="untilDay"
            type="date"
            width="s"
            min={today}
            label={say.until}
            value={value('untilDay')}
            error={wrong('untilDay')}
            required
          />
          <FormActions>
            <SubmitButton weight="secondary" busy={t.acts.sending}>
              {say.submit}
            </SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Section>
  );
}
