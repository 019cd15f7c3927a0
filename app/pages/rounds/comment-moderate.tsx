// Hides a comment from the public on a ground of the guide, or shows it again; either with a reason that everyone reads. For those who
// moderate the round.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MODERATION_GROUNDS } from '../../../guide/schema';
import { moderateComment } from '../../commands/comments/moderate';
import { readsIn } from '../../core/said';
import { commentFound, commentView } from '../../queries/comment';
import { wordOf } from '../../queries/guide';
import { textFor, type Text } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { RadioCards } from '../../ui/choice';
import { TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Narrow, Stack } from '../../ui/layout';
import { interrupted, resumedIn } from '../carry';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireMay, requireViewer, type Answered } from '../respond';
import { Resumed } from '../resumed';
import { commentAddress, roundAddress } from './addresses';
import { CommentSaid } from './comment-said';

async function here(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = requireViewer(args);
  const found = await commentFound(world, viewer, args.params.number ?? '', locale);
  if (!found) throw new Response(null, { status: 404 });
  return { ...requireMay(args, 'round.moderate', found.facts.round), found };
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t, found } = await here(args);
  const view = await commentView(world, viewer, found, { locale, lang: readsIn(locale) });
  const edition = world.guide.edition(found.facts.round.edition);
  const step = view.moderated ? ('show' as const) : ('hide' as const);
  return {
    ...{ locale, view, step, title: t.moderation.act.title[step] },
    grounds: MODERATION_GROUNDS.map((value) => ({
      value,
      label: wordOf(edition, locale, `moderation.${value}.name`),
      text: wordOf(edition, locale, `moderation.${value}.text`),
    })),
    draftKey: `moderate-${view.number}:${viewer.personId}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const { world, viewer, locale, found, ...known } = await here(args);
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const made = await moderateComment(world, viewer, { ...typed, commentId: found.row.id });
  const done = textOf(typed, 'step') === 'hide' ? 'hidden' : 'shown';
  return made.ok
    ? redirect(`${commentAddress(locale, made.value.number)}?done=${done}`, 303)
    : refusalResponse({ world, viewer, locale, ...known }, made.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} · ${data.view.number} — Kenes` : 'Kenes' },
];

export default function Moderate() {
  const { locale, view, step, title, grounds, draftKey } = useLoaderData<typeof loader>();
  const { refused, typed, resumed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.moderation.act;
  return (
    <Narrow>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: roundAddress(locale, view.round.number), label: view.round.number },
              { href: commentAddress(locale, view.number), label: view.number },
            ]}
          />
        }
        eyebrow={view.number}
        title={title}
        lead={say.lead[step]}
      />
      <Stack>
        <Changes {...{ t, step }} files={view.files.length} />
        <Resumed t={t} resumed={resumed} />
        <Refused t={t} refused={refused} labels={{ ground: say.ground, reason: say.reason }} />
        <Form draft={{ key: `${draftKey}:${step}`, ...t.acts.draft }} fresh={resumed && true}>
          <Hidden values={{ step }} />
          {step === 'hide' ? (
            <RadioCards
              name="ground"
              legend={say.ground}
              options={grounds}
              value={textOf(typed, 'ground')}
              error={refused?.fields.ground}
              required
            />
          ) : null}
          <TextArea
            name="reason"
            label={say.reason}
            hint={step === 'hide' ? say.reasonHint : say.showHint}
            rows={4}
            maxLength={2000}
            value={textOf(typed, 'reason')}
            error={refused?.fields.reason}
            required
          />
          <FormActions>
            <SubmitButton weight={step === 'hide' ? 'danger' : 'primary'} busy={t.acts.sending}>
              {say[step]}
            </SubmitButton>
            <LinkButton href={commentAddress(locale, view.number)} weight="quiet">
              {say.back}
            </LinkButton>
          </FormActions>
        </Form>
      </Stack>
      <CommentSaid {...{ t, locale, view }} />
    </Narrow>
  );
}

type ChangesProps = { t: Text; step: 'hide' | 'show'; files: number };

/** What the public will see then, and what its author. */
function Changes({ t, step, files }: ChangesProps) {
  const say = t.moderation.act;
  if (step === 'show') return <p>{say.shownAuthor}</p>;
  return (
    <Card title={say.what} level={2} tone="tint">
      <ul className="steps">
        <li>{files > 0 ? `${say.goes} ${say.files(files)}` : say.goes}</li>
        <li>{say.stays}</li>
        <li>{say.author}</li>
      </ul>
    </Card>
  );
}
