// The applicant says what the answer was; it stands beside the body's own outcome.
import { VERDICTS } from '../../../core/appeal';
import { SubmitButton } from '../../../ui/button';
import { RadioCards } from '../../../ui/choice';
import { TextArea } from '../../../ui/field';
import { Form, FormActions } from '../../../ui/form';
import { Prose, Quote } from '../../../ui/words';
import type { ActForm } from './form';

export function JudgeForm({ t, view, value, wrong }: ActForm) {
  const say = t.acts.judge;
  return (
    <Form>
      {view.outcome ? <p>{say.outcome(view.outcome)}</p> : null}
      {view.answer ? (
        <Quote source={view.answer.signer}>
          <Prose text={view.answer.text} lang={view.answer.language} />
        </Quote>
      ) : null}
      <RadioCards
        name="verdict"
        legend={say.legend}
        value={value('verdict')}
        error={wrong('verdict')}
        options={VERDICTS.map((verdict) => ({
          value: verdict,
          label: t.letters.verdicts[verdict],
          text: say.texts[verdict],
        }))}
      />
      <TextArea
        name="comment"
        label={say.comment}
        mark={t.acts.optional}
        hint={say.commentHint}
        rows={4}
        maxLength={2000}
        value={value('comment')}
        error={wrong('comment')}
      />
      <FormActions>
        <SubmitButton busy={t.acts.sending}>{say.submit}</SubmitButton>
      </FormActions>
    </Form>
  );
}
