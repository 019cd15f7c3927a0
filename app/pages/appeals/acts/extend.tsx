// An extension is proposed: until which day, within the cap, and for which reason.
import { SubmitButton } from '../../../ui/button';
import { Checkbox } from '../../../ui/choice';
import { Field, TextArea } from '../../../ui/field';
import { Form, FormActions } from '../../../ui/form';
import { Sources } from '../../sources';
import { draftOf, type ActForm } from './form';

export function ExtendForm(props: ActForm) {
  const { t, view, value, wrong } = props;
  const say = t.acts.extend;
  const { cap, due } = view;
  return (
    <Form draft={draftOf(props)}>
      <p>
        {say.due(due.dueDay)} {cap ? say.cap(cap.day) : null} {cap ? <Sources sources={cap.sources} /> : null}
      </p>
      <Field
        name="until"
        type="date"
        label={say.until}
        width="s"
        min={due.dueDay}
        max={cap?.day}
        value={value('until')}
        error={wrong('until')}
        required
      />
      <TextArea
        name="reason"
        label={say.reason}
        hint={say.reasonHint}
        rows={5}
        maxLength={2000}
        value={value('reason')}
        error={wrong('reason')}
        required
      />
      {view.severalHolders ? (
        <Checkbox name="severalHolders" label={say.severalHolders} error={wrong('severalHolders')} />
      ) : null}
      <FormActions>
        <SubmitButton busy={t.acts.sending}>{say.submit}</SubmitButton>
      </FormActions>
    </Form>
  );
}
