// A scale of a draft's own: its points and their words in three languages.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkbox } from '../../ui/choice';
import { Field } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Row } from '../../ui/layout';
import { Muted } from '../../ui/words';
import { textOf } from '../form';
import { InLanguages, languageLabels } from './fields';
import { actOnDraft, draftAt, DraftCrumbs, Notices, valueIn, type EditAnswer } from './working';

export async function loader(args: LoaderFunctionArgs) {
  const { locale, t, view, viewer } = await draftAt(args);
  const id = args.params.scale ?? '';
  const scale = Object.hasOwn(view.draft.scales, id) ? view.draft.scales[id] : undefined;
  if (!scale) throw new Response(null, { status: 404 });
  const draftKey = `instrument-scale-${view.id}-${id}:${viewer.personId}`;
  return { locale, view, id, scale, draftKey, title: t.instruments.scale.title };
}

export const action = (args: ActionFunctionArgs) => actOnDraft(args, ({ at }) => `/scales/${at}?done=kept`);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function InstrumentScale() {
  const { locale, view, id, scale, title, draftKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as EditAnswer | undefined;
  const t = textFor(locale);
  const say = t.instruments.scale;
  const { draft: outline } = t.instruments;
  const { draft } = view;
  const { typed, refused } = answer ?? {};
  const value = valueIn(typed, (name) => {
    const [spoken, what] = name.split('.');
    if (what) return draft.texts[spoken as keyof typeof draft.texts][`scale.${id}.${what}`];
    return name === 'from' ? String(scale.from) : String(scale.to);
  });
  const words: [what: string, legend: string][] = scale.labelled
    ? Array.from({ length: scale.to - scale.from + 1 }, (_, n) => [`p${scale.from + n}`, say.point(scale.from + n)])
    : [
        ['low', say.low],
        ['high', say.high],
      ];
  const labels = {
    ...{ from: outline.from, to: outline.to },
    ...Object.assign({}, ...words.map(([what, legend]) => languageLabels(t, what, legend))),
  };
  return (
    <Narrow>
      <PageHead title={title} crumbs={<DraftCrumbs {...{ t, locale, view }} below />} />
      <Notices {...{ t, answer, labels }} />
      <Form draft={{ key: draftKey, ...t.acts.draft }}>
        <Hidden values={{ intent: 'scale', version: String(view.version), scale: id }} />
        <Row>
          <Field
            name="from"
            type="number"
            width="s"
            label={outline.from}
            value={value('from')}
            error={refused?.fields.from}
          />
          <Field name="to" type="number" width="s" label={outline.to} value={value('to')} error={refused?.fields.to} />
        </Row>
        <Checkbox
          name="labelled"
          label={say.labelled}
          checked={typed ? textOf(typed, 'labelled') === 'on' : scale.labelled}
        />
        <Muted>{say.keepFirst}</Muted>
        {words.map(([what, legend]) => (
          <InLanguages key={what} {...{ t, value, refused, what, legend }} />
        ))}
        <FormActions>
          <SubmitButton busy={t.acts.sending}>{t.instruments.settings.save}</SubmitButton>
        </FormActions>
      </Form>
    </Narrow>
  );
}
