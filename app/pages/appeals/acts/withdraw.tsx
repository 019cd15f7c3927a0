// The applicant withdraws by a written statement.
import { SubmitButton } from '../../../ui/button';
import { TextArea } from '../../../ui/field';
import { Form, FormActions } from '../../../ui/form';
import type { ActForm } from './form';

export function WithdrawForm({ t, value, wrong }: ActForm) {
  const say = t.acts.withdraw;
  return (
    <Form>
      <TextArea
        name="statement"
        label={say.statement}
        rows={4}
        maxLength={2000}
        value={value('statement')}
        error={wrong('statement')}
        required
      />
      <FormActions>
        <SubmitButton weight="danger" busy={t.acts.sending}>
          {say.submit}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}
