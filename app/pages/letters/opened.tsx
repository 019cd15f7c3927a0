// Where the link of a notice leads: a word and one button, by which its reader says that it arrived. Following the link alone says nothing,
// because programs that look through mail follow links too; whoever is signed in as its reader goes straight on.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { openNotice } from '../../commands/notices/open';
import { showLetter } from '../../commands/notices/show';
import { noticeByToken } from '../../queries/notices';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Form, FormActions } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow } from '../../ui/layout';
import { Refused } from '../refused';
import { contextOf, refusalResponse, type Answered } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const notice = await noticeByToken(world, args.params.token ?? '', locale);
  if (!notice) throw new Response(null, { status: 404 });
  if (viewer && viewer.personId === notice.personId) {
    await showLetter(world, notice.letterId);
    throw redirect(`/${locale}${notice.path}`);
  }
  return { locale, name: notice.name, number: notice.number };
}

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  const opened = await openNotice(here.world, here.viewer, { token: args.params.token });
  return opened.ok ? redirect(`/${here.locale}${opened.value.path}`) : refusalResponse(here, opened.refusal);
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.name} · ${data.number} — Kenes` : 'Kenes' },
  { name: 'robots', content: 'noindex' },
];

export default function Opened() {
  const { locale, name, number } = useLoaderData<typeof loader>();
  const { refused } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.notices.opened;
  return (
    <Narrow>
      <PageHead eyebrow={t.case.number(number)} title={name} lead={say.lead} />
      <Refused t={t} refused={refused} />
      <Form>
        <FormActions>
          <SubmitButton busy={say.opening}>{say.open}</SubmitButton>
        </FormActions>
      </Form>
      <p>{say.why}</p>
    </Narrow>
  );
}
