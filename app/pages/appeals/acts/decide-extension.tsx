// The head approves or declines what an executor proposed.
import { fullDay } from '../../../text/format';
import { SubmitButton } from '../../../ui/button';
import { RadioCards } from '../../../ui/choice';
import { TextArea } from '../../../ui/field';
import { Form, FormActions } from '../../../ui/form';
import { DefinitionList, Prose } from '../../../ui/words';
import { Sources } from '../../sources';
import type { ActForm } from './form';

export function DecideExtensionForm({ t, locale, view, value, wrong }: ActForm) {
  const say = t.acts.decideExtension;
  const { proposed, cap, due } = view;
  if (!proposed) return null;
  return (
    <Form>
      <DefinitionList
        items={[
          { term: say.proposedBy, value: proposed.officer },
          { term: say.until, value: fullDay(locale, proposed.until) },
          { term: say.reason, value: <Prose text={proposed.reason} /> },
        ]}
      />
      <p>
        {t.acts.extend.due(due.dueDay)} {cap ? t.acts.extend.cap(cap.day) : null}{' '}
        {cap ? <Sources sources={cap.sources} /> : null}
      </p>
      <RadioCards
        name="decision"
        legend={say.decision}
        value={value('decision')}
        error={wrong('decision')}
        options={(['approve', 'decline'] as const).map((one) => ({ value: one, ...say[one] }))}
      />
      <TextArea
        name="reason"
        label={say.why}
        mark={say.whyMark}
        rows={3}
        maxLength={2000}
        value={value('reason')}
        error={wrong('reason')}
      />
      <FormActions>
        <SubmitButton busy={t.acts.sending}>{say.submit}</SubmitButton>
      </FormActions>
    </Form>
  );
}
