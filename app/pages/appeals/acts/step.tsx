// The form of any step beside the main line, built from what the step asks for.
import { SubmitButton } from '../../../ui/button';
import { Checkbox, Checkboxes, RadioCards } from '../../../ui/choice';
import { Field, Select, TextArea } from '../../../ui/field';
import { Form, FormActions } from '../../../ui/form';
import { Prose, Quote } from '../../../ui/words';
import { AttachField } from '../attach-field';
import { isStepAct } from '../open-acts';
import { PublishPersonal } from '../publish-personal';
import { draftOf, type ActForm } from './form';
import { stepFields, type StepField } from './step-fields';

export function StepForm(props: ActForm) {
  const { t, locale, view, value, refused } = props;
  if (!isStepAct(view.act)) return null;
  const fields = stepFields(view.act, view, t, locale);
  return (
    <Form draft={draftOf(props)} multipart={fields.some(({ as }) => as === 'files')}>
      {view.said ? (
        <Quote source={t.steps.said[view.said.what]}>
          <Prose text={view.said.text} />
        </Quote>
      ) : null}
      {fields.map((field) => (
        <Question key={field.name} {...props} field={field} />
      ))}
      {view.act === 'cure' ? <PublishPersonal {...{ t, refused }} ticked={value('publishPersonal') === 'on'} /> : null}
      <FormActions>
        <SubmitButton busy={t.acts.sending}>{t.steps.forms[view.act].submit}</SubmitButton>
      </FormActions>
    </Form>
  );
}

function Question({ t, view, value, ticked, wrong, kept, field }: ActForm & { field: StepField }) {
  if (!isStepAct(view.act)) return null;
  const { name, optional } = field;
  if (field.as === 'files')
    return (
      <AttachField
        {...{ t, kept }}
        accept={view.accept}
        withheld={view.act === 'cure' ? (ticked('withheld') ?? []) : undefined}
        error={wrong(name)}
      />
    );
  const words: Record<string, { label: string; hint: string }> = t.steps.forms[view.act].fields;
  const { label = name, hint } = words[name] ?? {};
  const asked = {
    ...{ name, label, value: value(name), error: wrong(name) },
    hint,
    ...(optional ? { mark: t.acts.optional } : { required: true }),
  };
  switch (field.as) {
    case 'tick':
      return <Checkbox name={name} label={label} hint={hint} checked={value(name) === 'on'} error={wrong(name)} />;
    case 'text':
      return <TextArea {...asked} rows={field.rows} maxLength={field.most} />;
    case 'line':
      return (
        <Field {...asked} width="m" maxLength={field.most} value={ticked(name) ? asked.value : (field.first ?? '')} />
      );
    case 'day':
      return (
        <Field
          {...asked}
          type="date"
          width="s"
          min={field.min}
          max={field.max}
          value={asked.value || (field.first ?? '')}
        />
      );
    case 'ticks':
      return (
        <Checkboxes
          name={name}
          legend={label}
          hint={hint}
          values={ticked(name) ?? field.ticked}
          options={field.options}
        />
      );
    case 'body':
      return <Select {...asked} empty={field.empty} options={[]} groups={field.groups} />;
    case 'choice':
      return (
        <RadioCards
          name={name}
          legend={label}
          hint={hint}
          value={asked.value}
          error={asked.error}
          options={field.options}
        />
      );
  }
}
