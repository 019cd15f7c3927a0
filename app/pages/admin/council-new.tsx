// Administration: a new public council at a body.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addCouncil } from '../../commands/councils/add-council';
import { bodyTree } from '../../queries/bodies';
import { textFor } from '../../text';
import { Field, Select } from '../../ui/field';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow } from '../../ui/layout';
import { bodyOptions } from '../body-options';
import { textOf, typedIn } from '../form';
import { refusalResponse, requireMay, type Answered } from '../respond';
import { CouncilForm } from './council-form';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = requireMay(args, 'council.manage', undefined);
  return { locale, title: t.councils.admin.new, tree: await bodyTree(world, locale) };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireMay(args, 'council.manage', undefined);
  const typed = await typedIn(args.request);
  const added = await addCouncil(here.world, here.viewer, typed);
  return added.ok
    ? redirect(`/${here.locale}/admin/councils/${added.value.slug}?done=added`)
    : refusalResponse(here, added.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function NewCouncil() {
  const { locale, title, tree } = useLoaderData<typeof loader>();
  const { refused, typed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const words = t.councils.admin;
  const { slug, body } = t.administration;
  return (
    <Narrow>
      <PageHead
        title={title}
        lead={words.newLead}
        crumbs={<Breadcrumbs label={words.title} items={[{ href: `/${locale}/admin/councils`, label: words.title }]} />}
      />
      <CouncilForm
        t={t}
        value={(name) => textOf(typed, name)}
        refused={refused}
        hidden={{}}
        submit={words.add}
        labels={{ bodyId: body, slug }}
      >
        <Select
          name="bodyId"
          label={body}
          hint={words.bodyHint}
          empty={words.bodyChoose}
          required
          value={textOf(typed, 'bodyId')}
          options={[]}
          groups={bodyOptions({ tree, locale, value: ({ id }) => id })}
          error={refused?.fields.bodyId}
        />
        <Field
          name="slug"
          label={slug}
          hint={words.slugHint}
          width="l"
          required
          value={textOf(typed, 'slug')}
          error={refused?.fields.slug}
        />
      </CouncilForm>
    </Narrow>
  );
}
