// The questionnaires of a public council, for its secretary and chair: drafts, and the form that begins one.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { may } from '../../core/permission';
import { councilBySlug } from '../../queries/councils';
import { draftLines, sourcesOf } from '../../queries/instruments';
import { textFor } from '../../text';
import { LinkButton } from '../../ui/button';
import { PageHead } from '../../ui/head';
import { Stack } from '../../ui/layout';
import { interrupted } from '../carry';
import { textOf } from '../form';
import { contextOf, requireViewer } from '../respond';
import { begin } from './begin';
import { BeginForm, Drafts } from './list-parts';
import type { EditAnswer } from './working';

async function councilAt(args: LoaderFunctionArgs) {
  const here = requireViewer(args);
  const council = await councilBySlug(here.world, args.params.slug ?? '');
  if (!council) throw new Response(null, { status: 404 });
  if (!may(here.viewer, 'instrument.edit', { councilId: council.id })) throw new Response(null, { status: 403 });
  return { ...here, council };
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t, council } = await councilAt(args);
  const [drafts, sources] = await Promise.all([draftLines(world, council.id, locale), sourcesOf(world, locale)]);
  return {
    ...{ locale, drafts, sources, slug: council.slug, name: council.names[locale] },
    ...{ key: world.newId(), title: t.instruments.title },
  };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const { council, ...here } = await councilAt(args);
  return begin(args, here, { councilId: council.id });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? `${loaded.title}: ${loaded.name}` : ''} — Kenes` },
];

export default function CouncilInstruments() {
  const { locale, title, drafts, sources, slug, name, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as EditAnswer | undefined;
  const t = textFor(locale);
  return (
    <>
      <PageHead
        eyebrow={name}
        title={title}
        lead={t.instruments.lead}
        actions={<LinkButton href={`/${locale}/councils/${slug}/desk`}>{t.councilDesk.title}</LinkButton>}
      />
      <Stack gap="l">
        <Drafts {...{ t, locale, drafts }} />
        <BeginForm {...{ t, sources, answer }} formKey={textOf(answer?.typed, 'key') || key} />
      </Stack>
    </>
  );
}
