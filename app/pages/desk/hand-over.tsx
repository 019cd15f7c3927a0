// The form by which the head gives all open work of one official to another.
import type { OfficeView } from '../../queries/office';
import type { Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Field, Select, type Option } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section } from '../../ui/layout';
import { textOf, type Typed } from '../form';
import type { RefusalView } from '../respond';

type Props = { t: Text; office: OfficeView; people: readonly Option[]; typed?: Typed; refused?: RefusalView };

export function HandOver({ t, office, people, typed, refused }: Props) {
  const say = t.office.handOver;
  const { arranges, holders } = office;
  if (!arranges) return null;
  const sent = textOf(typed, 'intent') === 'hand_over';
  const field = (name: string) => ({
    name,
    value: sent ? textOf(typed, name) : '',
    error: sent ? refused?.fields[name] : undefined,
  });
  return (
    <Section title={say.title} lead={say.lead} id="hand-over">
      {holders.length === 0 ? (
        <p>{say.nobody}</p>
      ) : (
        <Form>
          <Hidden values={{ intent: 'hand_over' }} />
          <Select
            {...field('fromId')}
            label={say.from}
            empty={t.office.absences.choose}
            options={holders.map(({ personId, name, open, here }) => ({
              value: personId,
              label: here ? say.holder(name, open) : say.left(name, open),
            }))}
            required
          />
          <Select {...field('toId')} label={say.to} empty={t.office.absences.choose} options={people} required />
          <Field {...field('reason')} label={say.reason} hint={say.reasonHint} maxLength={500} required />
          <FormActions>
            <SubmitButton weight="secondary" busy={t.acts.sending}>
              {say.submit}
            </SubmitButton>
          </FormActions>
        </Form>
      )}
    </Section>
  );
}
