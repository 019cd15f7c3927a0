// A registrar accepts: name and post go on the ticket.
import { SubmitButton } from '../../../ui/button';
import { Form, FormActions } from '../../../ui/form';
import type { ActForm } from './form';

export function AcceptForm({ t, view }: ActForm) {
  const say = t.acts.accept;
  return (
    <Form>
      <p>{say.registered(view.registeredDay)}</p>
      <p>
        <strong>{view.signer}</strong>
      </p>
      <FormActions>
        <SubmitButton busy={t.acts.sending}>{say.submit}</SubmitButton>
      </FormActions>
    </Form>
  );
}
