// The form in which those who work on a round enter what came on paper, by phone or at a hearing: whose it is, to which clause, what was said.
import { LOCALES } from '../../text';
import { Checkbox, RadioCards } from '../../ui/choice';
import { Field, Select, TextArea } from '../../ui/field';
import { textOf, type Typed } from '../form';
import { Line, type Asked } from './act-fields';

export function Entering(asked: Asked) {
  const { t, locale, view, value, wrong } = asked;
  const say = t.roundWork.fields;
  return (
    <>
      <RadioCards
        name="origin"
        layout="list"
        legend={say.origin}
        value={value('origin')}
        error={wrong('origin')}
        options={view.origins.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Line {...asked} name="receivedDay" type="date" first={view.today} />
      <Field
        name="givenName"
        label={say.givenName}
        maxLength={200}
        value={value('givenName')}
        error={wrong('givenName')}
      />
      <Select
        name="organisationId"
        label={say.organisationId}
        empty={say.noOrganisation}
        value={value('organisationId')}
        error={wrong('organisationId')}
        options={view.organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Checkbox
        name="publishName"
        label={say.publishName}
        hint={say.publishNameHint}
        checked={value('publishName') === 'on'}
        error={wrong('publishName')}
      />
      <Select name="clause" label={say.clause} empty={say.wholeDraft} value={value('clause')} options={view.clauses} />
      <TextArea
        name="text"
        label={say.text}
        rows={6}
        maxLength={20_000}
        value={value('text')}
        error={wrong('text')}
        required
      />
      <TextArea
        name="wording"
        label={say.wording}
        rows={3}
        maxLength={20_000}
        value={value('wording')}
        error={wrong('wording')}
      />
      <Select
        name="language"
        label={say.language}
        width="m"
        value={value('language') || locale}
        error={wrong('language')}
        options={LOCALES.map((one) => ({ value: one, label: t.case.languages[one] }))}
      />
    </>
  );
}

/** The clause as the command takes it. */
export const placeIn = (typed: Typed) => {
  const [documentId = '', anchor = ''] = textOf(typed, 'clause').split('/');
  return { ...typed, documentId, anchor };
};
