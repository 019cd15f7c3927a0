// A case is given to one of the body's officials; beside each name stands the work already there.
import { SubmitButton } from '../../../ui/button';
import { RadioCards } from '../../../ui/choice';
import { Form, FormActions } from '../../../ui/form';
import type { ActForm } from './form';

export function AssignForm({ t, view, value, wrong }: ActForm) {
  const say = t.acts.assign;
  return (
    <Form>
      <RadioCards
        name="officialId"
        legend={say.who}
        value={value('officialId')}
        error={wrong('officialId')}
        options={view.officials.map(({ personId, name, post, open, away }) => ({
          value: personId,
          label: name,
          text:
            [post, away ? t.office.absences.away(away.fromDay, away.untilDay, away.cover) : null]
              .filter(Boolean)
              .join('. ') || undefined,
          aside: say.load(open),
        }))}
      />
      <FormActions>
        <SubmitButton busy={t.acts.sending}>{say.submit}</SubmitButton>
      </FormActions>
    </Form>
  );
}
