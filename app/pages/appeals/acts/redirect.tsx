// A case goes to the competent body, a complaint to the body above: which one, and why.
import { SubmitButton } from '../../../ui/button';
import { Select, TextArea } from '../../../ui/field';
import { Form, FormActions } from '../../../ui/form';
import { bodyOptions } from '../../body-options';
import { draftOf, type ActForm } from './form';

export function RedirectForm(props: ActForm) {
  const { t, locale, view, value, wrong } = props;
  const say = t.acts.redirect;
  return (
    <Form draft={draftOf(props)}>
      <Select
        name="toBodyId"
        label={say.to}
        empty={say.empty}
        value={value('toBodyId')}
        error={wrong('toBodyId')}
        options={[]}
        groups={bodyOptions({ tree: view.tree, locale, value: ({ id }) => id, except: view.bodyId })}
        required
      />
      <TextArea
        name="reason"
        label={say.reason}
        hint={say.reasonHint}
        rows={4}
        maxLength={2000}
        value={value('reason')}
        error={wrong('reason')}
        required
      />
      <FormActions>
        <SubmitButton busy={t.acts.sending}>{say.submit}</SubmitButton>
      </FormActions>
    </Form>
  );
}
