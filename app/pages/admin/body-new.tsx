// Administration: a new body.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addBody } from '../../commands/bodies/add-body';
import { bodyTree } from '../../queries/bodies';
import { textFor } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow } from '../../ui/layout';
import { textOf, typedIn } from '../form';
import { refusalResponse, requireMay, type Answered } from '../respond';
import { BodyForm } from './body-form';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = requireMay(args, 'body.manage', undefined);
  return { locale, title: t.administration.new, tree: await bodyTree(world, locale) };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireMay(args, 'body.manage', undefined);
  const typed = await typedIn(args.request);
  const added = await addBody(here.world, here.viewer, typed);
  return added.ok
    ? redirect(`/${here.locale}/admin/bodies/${added.value.slug}?done=added`)
    : refusalResponse(here, added.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function NewBody() {
  const { locale, title, tree } = useLoaderData<typeof loader>();
  const { refused, typed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  return (
    <Narrow>
      <PageHead
        title={title}
        lead={t.administration.newLead}
        crumbs={
          <Breadcrumbs
            label={t.administration.bodies}
            items={[{ href: `/${locale}/admin/bodies`, label: t.administration.bodies }]}
          />
        }
      />
      <BodyForm
        t={t}
        locale={locale}
        tree={tree}
        value={(name) => textOf(typed, name)}
        refused={refused}
        hidden={{}}
        own={null}
      />
    </Narrow>
  );
}
