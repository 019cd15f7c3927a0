// A registrar accepts: name and post go on the ticket.
import { longDay } from '../../../text/format';
import { SubmitButton } from '../../../ui/button';
import { Form, FormActions } from '../../../ui/form';
import { DefinitionList } from '../../../ui/words';
import type { ActForm } from './form';

export function AcceptForm({ t, locale, view }: ActForm) {
  const say = t.acts.accept;
  return (
    <Form>
      <DefinitionList
        items={[
          { term: t.case.ticket.registered, value: longDay(locale, view.registeredDay) },
          { term: t.case.ticket.officer, value: <strong>{view.signer}</strong> },
        ]}
      />
      <FormActions>
        <SubmitButton busy={t.acts.sending}>{say.submit}</SubmitButton>
      </FormActions>
    </Form>
  );
}
