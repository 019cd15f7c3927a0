// Behind the link of a letter to a further address: a page with a button, which says that the address is read by whoever named it.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { confirmAddress } from '../../commands/accounts/confirm-address';
import { addressBehind } from '../../queries/addresses';
import { textFor } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Form, FormActions } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, refusalView, type Answered } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const link = await addressBehind(world, args.params.token ?? '');
  return { locale, link, spent: link ? null : refusalView(t, { code: 'link_spent' }) };
}

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  await typedIn(args.request);
  const confirmed = await confirmAddress(here.world, { token: args.params.token });
  return confirmed.ok ? { confirmed: confirmed.value.email } : refusalResponse(here, confirmed.refusal);
}

/** Never kept by anyone: the address is a secret. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').addresses.confirm.title} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function AddressPage() {
  const { locale, link, spent } = useLoaderData<typeof loader>();
  const { refused, confirmed } = (useActionData<typeof action>() ?? {}) as Answered & { confirmed?: string };
  const t = textFor(locale);
  const say = t.addresses.confirm;
  return (
    <Narrow>
      <PageHead title={say.title} lead={link && !confirmed ? say.lead(link.email, link.name) : undefined} />
      <Stack>
        {confirmed ? <Alert tone="success">{say.done(confirmed)}</Alert> : null}
        {confirmed ? null : <Refused t={t} refused={refused ?? spent ?? undefined} />}
        {link && !confirmed ? (
          <Form>
            <FormActions>
              <SubmitButton>{say.button}</SubmitButton>
            </FormActions>
          </Form>
        ) : (
          <FormActions>
            <LinkButton href={`/${locale}/account#addresses`}>{say.account}</LinkButton>
          </FormActions>
        )}
      </Stack>
    </Narrow>
  );
}
