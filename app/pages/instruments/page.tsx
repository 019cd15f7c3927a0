// One page of a draft: its title, whether its questions come in an order of chance, and for whom it is.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow } from '../../ui/layout';
import { textOf } from '../form';
import { InLanguages, languageLabels, WhenFields } from './fields';
import { actOnDraft, draftAt, DraftCrumbs, Notices, valueIn, type EditAnswer } from './working';

export async function loader(args: LoaderFunctionArgs) {
  const { locale, t, view, viewer } = await draftAt(args);
  const page = view.draft.pages.find(({ id }) => id === args.params.page);
  if (!page) throw new Response(null, { status: 404 });
  const draftKey = `instrument-page-${view.id}-${page.id}:${viewer.personId}`;
  return { locale, view, page, draftKey, title: t.instruments.page.title };
}

/** A condition whose question was just chosen comes back to have its answers ticked. */
export const action = (args: ActionFunctionArgs) =>
  actOnDraft(args, ({ at }, typed) =>
    textOf(typed, 'whenItem') !== '' && typed.whenAny === undefined ? `/pages/${at}?done=kept` : `?done=kept#${at}`,
  );

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function InstrumentPageForm() {
  const { locale, view, page, title, draftKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as EditAnswer | undefined;
  const t = textFor(locale);
  const say = t.instruments.page;
  const { draft } = view;
  const { typed, refused } = answer ?? {};
  const value = valueIn(typed, (name) => {
    const [spoken, what] = name.split('.');
    return what
      ? draft.texts[spoken as keyof typeof draft.texts][`page.${draft.id}.${page.id}.title`]
      : (page.when?.item ?? '');
  });
  return (
    <Narrow>
      <PageHead title={title} crumbs={<DraftCrumbs {...{ t, locale, view }} below />} />
      <Notices {...{ t, answer }} labels={languageLabels(t, 'title', say.heading)} />
      <Form draft={{ key: draftKey, ...t.acts.draft }}>
        <Hidden values={{ intent: 'page', version: String(view.version), page: page.id }} />
        <InLanguages {...{ t, value, refused }} what="title" legend={say.heading} />
        <Checkbox
          name="shuffled"
          label={say.shuffled}
          checked={typed ? textOf(typed, 'shuffled') === 'on' : page.shuffled}
        />
        <WhenFields {...{ t, locale, view, value, typed, refused }} at={page.id} when={page.when} />
        <FormActions>
          <SubmitButton busy={t.acts.sending}>{t.instruments.settings.save}</SubmitButton>
        </FormActions>
      </Form>
    </Narrow>
  );
}
