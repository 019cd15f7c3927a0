// One contest: both versions side by side, what the body says, by when the council rules, and its ruling.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { periodOf } from '../../core/score/period';
import { contestView, isContestAct } from '../../queries/contest';
import { textFor } from '../../text';
import { fileSize } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Columns, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { FileList } from '../../ui/timeline';
import { DefinitionList } from '../../ui/words';
import { contextOf } from '../respond';
import { byline } from '../rounds/said';
import { periodName } from '../scores/words';
import { CouncilClock, Interests, Ruling, Versions, Words } from './contest-parts';
import { StatusTag } from './status';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const view = await contestView(world, viewer, args.params.number ?? '', locale);
  if (!view) throw new Response(null, { status: 404 });
  return { locale, view, done: new URL(args.request.url).searchParams.get('done') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textFor(data.locale).contests.about(data.view.number)} — Kenes` : 'Kenes' },
  ...(data?.view.appeal ? [] : [{ name: 'robots', content: 'noindex' }]),
];

export default function ContestPage() {
  const { locale, view, done } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.contests;
  const { number, appeal, body, council, made, files, ruled, withdrawn, acts } = view;
  const self = `/${locale}/contests/${number}`;
  const scores = `/${locale}/bodies/${body.slug}/scores?period=${periodOf(view.period)}`;
  const part = { t, locale, view };
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/contests`, label: say.title }]} />}
        eyebrow={say.about(number)}
        title={appeal ? appeal.subject : say.about(number)}
        titleLang={appeal?.language}
        meta={
          <>
            <StatusTag t={t} status={view.status} />
            <span>{say.made(made.day)}</span>
          </>
        }
        actions={
          acts.length > 0
            ? acts.map((act, index) => (
                <LinkButton key={act} href={`${self}/${act}`} weight={index === 0 ? 'primary' : 'secondary'}>
                  {say.acts[act]}
                </LinkButton>
              ))
            : undefined
        }
      />
      {done === 'made' || isContestAct(done ?? undefined) ? (
        <Alert tone="success">
          <p>{say.done[done as keyof typeof say.done]}</p>
        </Alert>
      ) : null}
      <Columns
        asideLabel={say.theCase}
        aside={
          <Card title={say.theCase} level={2}>
            <DefinitionList
              items={[
                {
                  term: say.theCase,
                  value: appeal ? <a href={`/${locale}/appeals/${appeal.number}`}>{appeal.number}</a> : say.closedCase,
                },
                { term: say.body, value: <a href={`/${locale}/bodies/${body.slug}`}>{body.name}</a> },
                { term: t.scores.title, value: <a href={scores}>{periodName(t, periodOf(view.period))}</a> },
                { term: say.council, value: <a href={`/${locale}/councils/${council.slug}`}>{council.name}</a> },
              ]}
            />
          </Card>
        }
      >
        <Versions {...part} />
        <Section title={say.reasons} id="reasons">
          <Stack>
            <Words t={t} said={made.reasons} />
            <p>{say.signed(byline(made.by), made.day)}</p>
            {files.length > 0 ? (
              <FileList
                files={files.map(({ id, name, size }) => ({
                  ...{ href: `${self}/files/${id}`, name, detail: fileSize(locale, size) },
                }))}
              />
            ) : null}
          </Stack>
        </Section>
        {withdrawn ? (
          <Section title={say.withdrawn} id="withdrawn">
            <Stack>
              <Words t={t} said={withdrawn.reason} />
              <p>{say.signed(byline(withdrawn.by), withdrawn.day)}</p>
            </Stack>
          </Section>
        ) : null}
        {ruled ? <Ruling t={t} ruled={ruled} /> : null}
        <CouncilClock {...part} />
        <Interests {...part} />
      </Columns>
    </>
  );
}
