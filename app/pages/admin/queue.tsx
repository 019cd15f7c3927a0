// The queue for administrators: who is at work, what the database knows to be due, what the broker holds of each job, and failed jobs, which can be
// tried again or taken away.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { settleJob } from '../../commands/jobs/settle';
import { queueView } from '../../queries/queue';
import { textFor } from '../../text';
import { dayAndTime } from '../../text/format';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Stack } from '../../ui/layout';
import { Muted } from '../../ui/words';
import { typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireMay, type Answered } from '../respond';
import { Acts, Broker, DueTable, Failed, Processes } from './queue-parts';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = requireMay(args, 'operations.read', undefined);
  return { locale, modes: args.context.modes, queue: await queueView(world) };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireMay(args, 'queue.settle', undefined);
  const settled = await settleJob(here.world, here.viewer, await typedIn(args.request));
  return settled.ok ? redirect(`/${here.locale}/admin/queue`, 303) : refusalResponse(here, settled.refusal);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').queue.title} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function QueuePage() {
  const { locale, modes, queue } = useLoaderData<typeof loader>();
  const { refused } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const part = { t, locale, queue };
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/admin`, label: t.operations.title }]} />
        }
        title={t.queue.title}
        lead={t.queue.lead}
        meta={<Muted>{t.operations.at(dayAndTime(locale, queue.now))}</Muted>}
      />
      <Refused t={t} refused={refused} />
      <Stack gap="l">
        <DueTable {...part} />
        <Processes {...part} />
        <Broker {...part} kind={modes.queue} />
        <Failed {...part} />
        <Acts {...part} />
      </Stack>
    </>
  );
}
