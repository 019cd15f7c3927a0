// One question of a draft: its wording for each side in three languages, its answers, what it measures, when it is asked.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { Select } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { textOf } from '../form';
import { InLanguages, languageLabels, WhenFields } from './fields';
import { ItemId, LimitFields, PartFields, ScaleFields } from './item-parts';
import { actOnDraft, draftAt, DraftCrumbs, Notices, valueIn, type EditAnswer } from './working';

export async function loader(args: LoaderFunctionArgs) {
  const { locale, t, view, viewer } = await draftAt(args);
  const id = args.params.item ?? '';
  const item = Object.hasOwn(view.draft.items, id) ? view.draft.items[id] : undefined;
  if (!item) throw new Response(null, { status: 404 });
  const page = view.draft.pages.find(({ items }) => items.some((one) => one.item === id));
  return {
    ...{ locale, view, id, item, title: t.instruments.item.title },
    page: page?.id ?? '',
    when: page?.items.find((one) => one.item === id)?.when ?? null,
    done: new URL(args.request.url).searchParams.get('done'),
    draftKey: `instrument-item-${view.id}-${id}:${viewer.personId}`,
  };
}

/** What another part or a condition was added to comes back to be filled in, and so does a question that has become another. */
export const action = (args: ActionFunctionArgs) =>
  actOnDraft(args, ({ at, renamed }, typed) => {
    if (renamed) return `/items/${at}?done=another`;
    const goesOn = typed.more !== undefined || (textOf(typed, 'whenItem') !== '' && typed.whenAny === undefined);
    return goesOn ? `/items/${at}?done=kept` : `?done=kept#${at}`;
  });

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function InstrumentItem() {
  const { locale, view, id, item, page, when, title, done, draftKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as EditAnswer | undefined;
  const t = textFor(locale);
  const { item: say, settings, draft: outline } = t.instruments;
  const { draft, words } = view;
  const { typed, refused } = answer ?? {};
  const kept: Record<string, string> = {
    ...{ construct: item.construct, page, whenItem: when?.item ?? '' },
    scale: 'scale' in item ? item.scale : '',
    atMost: item.kind === 'multiple' && item.at_most !== null ? String(item.at_most) : '',
    longest: item.kind === 'text' ? String(item.longest) : '',
  };
  const group = item.kind === 'matrix' ? 'row' : 'option';
  const value = valueIn(typed, (name) => {
    const [spoken, what, part] = name.split('.');
    if (!what) return kept[name];
    const texts = draft.texts[spoken as keyof typeof draft.texts];
    return part ? texts[`${group}.${id}.${part}`] : texts[`item.${id}.${what}`];
  });
  const sides = words.directions.filter((one) => draft.directions.some((direction) => direction === one.id));
  const wording = (name: string) => (sides.length > 1 ? `${say.wording}: ${name}` : say.wording);
  const parts = 'options' in item ? item.options : 'rows' in item ? item.rows : [];
  const labels = {
    ...languageLabels(t, 'name', say.name),
    ...Object.assign({}, ...sides.map((side) => languageLabels(t, side.id, wording(side.name)))),
    ...Object.assign({}, ...parts.map((part, at) => languageLabels(t, `part.${part}`, say.part(at + 1)))),
    ...{ construct: say.construct, scale: say.scale, atMost: say.atMost, longest: say.longest },
  };
  const scene = { t, view, item, value, typed, refused };
  return (
    <Narrow>
      <PageHead
        title={title}
        eyebrow={words.kinds.find(({ id: kind }) => kind === item.kind)?.name}
        meta={<ItemId t={t} id={id} />}
        crumbs={<DraftCrumbs {...{ t, locale, view }} below />}
      />
      {done === 'kept' && !answer ? <Alert tone="success">{t.instruments.done.kept}</Alert> : null}
      {done === 'another' && !answer ? <Alert tone="success">{say.becameAnother}</Alert> : null}
      {view.known.includes(id) ? <Alert tone="info">{say.known}</Alert> : null}
      <Notices {...{ t, answer, labels }} />
      <Form draft={{ key: draftKey, ...t.acts.draft }}>
        <Hidden values={{ intent: 'item', version: String(view.version), item: id }} />
        {sides.map((side) => (
          <InLanguages
            key={side.id}
            {...{ t, value, refused }}
            what={side.id}
            legend={wording(side.name)}
            rows={3}
            maxLength={600}
          />
        ))}
        <InLanguages {...{ t, value, refused }} what="name" legend={say.name} />
        <ScaleFields {...scene} />
        <PartFields {...scene} />
        <LimitFields {...scene} />
        <Checkbox
          name="required"
          label={say.required}
          checked={typed ? textOf(typed, 'required') === 'on' : draft.required.includes(id)}
        />
        <Select
          name="construct"
          label={say.construct}
          hint={say.constructHint}
          value={value('construct')}
          options={words.constructs.map((one) => ({ value: one.id, label: one.name }))}
          error={refused?.fields.construct}
        />
        <Select
          name="page"
          label={say.page}
          value={value('page')}
          options={draft.pages.map((one, at) => ({
            value: one.id,
            label: outline.page(at + 1, draft.texts[locale][`page.${draft.id}.${one.id}.title`] ?? '…'),
          }))}
        />
        <WhenFields {...{ t, locale, view, value, typed, refused, when }} at={id} />
        <FormActions>
          <SubmitButton busy={t.acts.sending}>{settings.save}</SubmitButton>
        </FormActions>
      </Form>
    </Narrow>
  );
}
