// For which kinds of appeals a second official approves the answer: chosen by the head, read by every official of the body.
import type { OfficeView } from '../../queries/office';
import type { Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkboxes } from '../../ui/choice';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { Muted } from '../../ui/words';
import { listIn, type Typed } from '../form';

export function FourEyes({ t, office, typed }: { t: Text; office: OfficeView; typed?: Typed }) {
  const say = t.office.fourEyes;
  const { kinds, fourEyes, arranges } = office;
  return (
    <Section title={say.title} lead={say.lead} id="four-eyes">
      {arranges ? (
        <Form>
          <Hidden values={{ intent: 'eyes' }} />
          <Checkboxes
            name="kinds"
            legend={say.legend}
            options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
            values={typed?.intent === 'eyes' ? listIn(typed, 'kinds') : fourEyes}
          />
          <FormActions>
            <SubmitButton weight="secondary" busy={t.acts.sending}>
              {say.save}
            </SubmitButton>
          </FormActions>
        </Form>
      ) : (
        <Stack gap="s">
          {fourEyes.length === 0 ? (
            <p>{say.none}</p>
          ) : (
            <ul>{kinds.flatMap(({ id, name }) => (fourEyes.includes(id) ? [<li key={id}>{name}</li>] : []))}</ul>
          )}
          <Muted>{say.headOnly}</Muted>
        </Stack>
      )}
    </Section>
  );
}
