// The name and the settings of a draft: its introduction, when it is asked and of whom, how long it takes.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkboxes, RadioCards } from '../../ui/choice';
import { Field, Select } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow } from '../../ui/layout';
import { listIn } from '../form';
import { InLanguages, itemName, languageLabels } from './fields';
import { actOnDraft, draftAt, DraftCrumbs, Notices, valueIn, type EditAnswer } from './working';

export async function loader(args: LoaderFunctionArgs) {
  const { locale, t, view, viewer } = await draftAt(args);
  const draftKey = `instrument-settings-${view.id}:${viewer.personId}`;
  return { locale, view, draftKey, title: t.instruments.settings.title };
}

export const action = (args: ActionFunctionArgs) => actOnDraft(args, () => '?done=kept');

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function InstrumentSettings() {
  const { locale, view, title, draftKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as EditAnswer | undefined;
  const t = textFor(locale);
  const say = t.instruments.settings;
  const { draft, words } = view;
  const { typed, refused } = answer ?? {};
  const settings: Record<string, string> = {
    ...{ occasion: draft.occasion, minutes: String(draft.minutes), dividedBy: draft.divided_by ?? '' },
  };
  const value = valueIn(typed, (name) => {
    const [spoken, what] = name.split('.');
    return what ? draft.texts[spoken as keyof typeof draft.texts][`instrument.${draft.id}.${what}`] : settings[name];
  });
  const choices = draft.pages.flatMap((page) => page.items).filter(({ item }) => draft.items[item]?.kind === 'choice');
  const labels = {
    ...languageLabels(t, 'name', say.name),
    ...languageLabels(t, 'lead', say.intro),
    ...{ occasion: say.occasion, directions: say.directions, minutes: say.minutes, dividedBy: say.dividedBy },
  };
  return (
    <Narrow>
      <PageHead title={title} crumbs={<DraftCrumbs {...{ t, locale, view }} below />} />
      <Notices {...{ t, answer, labels }} />
      <Form draft={{ key: draftKey, ...t.acts.draft }}>
        <Hidden values={{ intent: 'settings', version: String(view.version) }} />
        <InLanguages {...{ t, value, refused }} what="name" legend={say.name} />
        <InLanguages {...{ t, value, refused }} what="lead" legend={say.intro} rows={3} maxLength={1000} />
        <RadioCards
          name="occasion"
          legend={say.occasion}
          options={words.occasions.map(({ id, name, text }) => ({ value: id, label: name, text }))}
          value={value('occasion')}
          error={refused?.fields.occasion}
        />
        <Checkboxes
          name="directions"
          legend={say.directions}
          hint={say.directionsHint}
          options={words.directions.map(({ id, name }) => ({ value: id, label: name }))}
          values={typed ? listIn(typed, 'directions') : draft.directions}
          error={refused?.fields.directions}
        />
        <Field
          name="minutes"
          type="number"
          label={say.minutes}
          width="s"
          min={1}
          max={90}
          value={value('minutes')}
          error={refused?.fields.minutes}
        />
        <Select
          name="dividedBy"
          label={say.dividedBy}
          empty={say.dividedByNone}
          value={value('dividedBy')}
          options={choices.map(({ item }) => ({ value: item, label: itemName(t, view, locale, item) }))}
          error={refused?.fields.dividedBy}
        />
        <FormActions>
          <SubmitButton busy={t.acts.sending}>{say.save}</SubmitButton>
        </FormActions>
      </Form>
    </Narrow>
  );
}
