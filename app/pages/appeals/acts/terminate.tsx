// The head terminates the procedure on one of the lawful grounds, with reasons.
import { SubmitButton } from '../../../ui/button';
import { RadioCards } from '../../../ui/choice';
import { TextArea } from '../../../ui/field';
import { Form, FormActions } from '../../../ui/form';
import { Sources } from '../../sources';
import { draftOf, type ActForm } from './form';

export function TerminateForm(props: ActForm) {
  const { t, view, value, wrong } = props;
  const say = t.acts.terminate;
  return (
    <Form draft={draftOf(props)}>
      <RadioCards
        name="ground"
        legend={say.ground}
        value={value('ground')}
        error={wrong('ground')}
        options={view.grounds.map(({ id, name, text, source, deciders }) => ({
          value: id,
          label: name,
          text: (
            <>
              {text} {source ? <Sources sources={[source]} /> : null}
              {deciders.length > 0 ? <small className="case-line">{say.deciders(deciders.join(', '))}</small> : null}
            </>
          ),
        }))}
      />
      <TextArea
        name="text"
        label={say.text}
        hint={say.textHint}
        rows={8}
        maxLength={20_000}
        value={value('text')}
        error={wrong('text')}
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
