// Administration: every draft of a questionnaire, and the form that begins one for everybody or for a council.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { draftLines, sourcesOf, writesFor } from '../../queries/instruments';
import { textFor } from '../../text';
import { PageHead } from '../../ui/head';
import { Stack } from '../../ui/layout';
import { interrupted } from '../carry';
import { textOf } from '../form';
import { begin } from '../instruments/begin';
import { BeginForm, Drafts } from '../instruments/list-parts';
import type { EditAnswer } from '../instruments/working';
import { contextOf, requireMay } from '../respond';
import { AdminCrumbs } from './crumbs';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireMay(args, 'instrument.edit', { councilId: null });
  const [drafts, sources, councils] = await Promise.all([
    draftLines(world, null, locale),
    sourcesOf(world, locale),
    writesFor(world, viewer, locale),
  ]);
  return { locale, drafts, sources, councils, key: world.newId(), title: t.instruments.title };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const here = requireMay(args, 'instrument.edit', { councilId: null });
  return begin(args, here);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${loaded?.title ?? ''} — Kenes` }];

export default function Instruments() {
  const { locale, title, drafts, sources, councils, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as EditAnswer | undefined;
  const t = textFor(locale);
  return (
    <>
      <PageHead crumbs={<AdminCrumbs t={t} locale={locale} />} title={title} lead={t.instruments.lead} />
      <Stack gap="l">
        <Drafts {...{ t, locale, drafts }} councils />
        <BeginForm {...{ t, sources, answer, councils }} formKey={textOf(answer?.typed, 'key') || key} />
      </Stack>
    </>
  );
}
