// My drafts: appeals not sent yet, each to go on with or to throw away.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dropDraft } from '../../commands/drafts/drop';
import { dayOf } from '../../core/day';
import { draftsOf, type DraftLine } from '../../queries/drafts';
import { textFor, type Locale, type Text } from '../../text';
import { dayAndTime } from '../../text/format';
import { Button, LinkButton } from '../../ui/button';
import { PageHead } from '../../ui/head';
import { Card, Row, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { EmptyState } from '../../ui/words';
import { interrupted } from '../carry';
import { typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireViewer, type Answered } from '../respond';
import { draftAddress } from './filing-first';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const { texts } = world.guide.inForceOn(dayOf(world.now()));
  const kinds = texts[locale];
  const drafts = await draftsOf(world, viewer, locale);
  return {
    ...{ locale, title: t.drafts.title, dropped: new URL(args.request.url).searchParams.has('dropped') },
    drafts: drafts.map((draft) => ({ ...draft, kindName: draft.kind ? (kinds[`kind.${draft.kind}.name`] ?? '') : '' })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  if (!here.viewer) return interrupted(args);
  const typed = await typedIn(args.request);
  const dropped = await dropDraft(here.world, here.viewer, typed);
  return dropped.ok ? redirect(`/${here.locale}/drafts?dropped`, 303) : refusalResponse(here, dropped.refusal);
}

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [{ title: `${known?.title ?? ''} — Kenes` }];

export default function Drafts() {
  const { locale, title, drafts, dropped } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answered | undefined;
  const t = textFor(locale);
  const say = t.drafts;
  const fresh = (
    <LinkButton href={`/${locale}/appeals/new`} weight="primary" icon="plus">
      {t.today.file}
    </LinkButton>
  );
  return (
    <>
      <PageHead title={title} lead={say.lead} actions={drafts.length > 0 ? fresh : undefined} />
      <Stack>
        {dropped ? <Alert tone="success" title={say.dropped} /> : null}
        <Refused t={t} refused={answer?.refused} />
        {drafts.length === 0 ? (
          <EmptyState title={say.none} action={fresh}>
            {say.noneText}
          </EmptyState>
        ) : null}
        {drafts.map((draft) => (
          <DraftCard key={draft.id} {...{ t, locale, draft }} />
        ))}
      </Stack>
    </>
  );
}

function DraftCard({ t, locale, draft }: { t: Text; locale: Locale; draft: DraftLine & { kindName: string } }) {
  const say = t.drafts;
  const { id, subject, text, body, kindName, savedAt, until, files } = draft;
  const name = subject || say.nameless;
  return (
    <Card
      title={name}
      level={2}
      meta={[kindName, body ?? ''].filter(Boolean).join(' · ')}
      footer={
        <Row>
          <LinkButton href={draftAddress(locale, draft)} weight="secondary">
            {say.goOn} <span className="unseen">{name}</span>
          </LinkButton>
          <form method="post">
            <input type="hidden" name="draftId" value={id} />
            <Button type="submit" weight="quiet">
              {say.drop} <span className="unseen">{name}</span>
            </Button>
          </form>
        </Row>
      }
    >
      {text ? <p>{text}</p> : null}
      <p>
        <small className="case-line">
          {say.changed(dayAndTime(locale, savedAt))} {files > 0 ? say.files(files) : ''} {say.until(until)}
        </small>
      </p>
    </Card>
  );
}
