// A draft of a questionnaire: its pages and questions, what the check says of it, and its publication. Every change is a form of its own.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { discardDraft } from '../../commands/instruments/change';
import { publishInstrument } from '../../commands/instruments/publish';
import { textFor } from '../../text';
import { PageHead } from '../../ui/head';
import { Columns, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { interrupted } from '../carry';
import { textOf, typedIn, type Typed } from '../form';
import { contextOf, refusalResponse, requireViewer } from '../respond';
import { Check, Discard, Publication } from './draft-aside';
import { DraftLinks, OwnScales, Pages } from './draft-parts';
import {
  actOnDraft,
  draftAddress,
  draftAt,
  DraftCrumbs,
  listAddress,
  nameOf,
  Notices,
  type EditAnswer,
} from './working';

export async function loader(args: LoaderFunctionArgs) {
  const { locale, view } = await draftAt(args);
  return { locale, view, done: new URL(args.request.url).searchParams.get('done') };
}

/** Where each change leads: what is new is filled in next, what was moved is shown at its place. */
const NEXT: Record<string, (at: string, typed: Typed) => string> = {
  add_page: (at) => `/pages/${at}`,
  new_item: (at) => `/items/${at}`,
  new_scale: (at) => `/scales/${at}`,
  take_item: (at) => `?done=kept#${at}`,
  move_page: (at) => `?done=moved#${at}`,
  move_item: (at) => `?done=moved#${at}`,
};

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const intent = textOf(await typedIn(args.request.clone()), 'intent');
  if (intent !== 'publish' && intent !== 'discard')
    return actOnDraft(args, ({ at, intent: made }, typed) => NEXT[made]?.(at, typed) ?? '?done=removed#pages');
  const here = requireViewer(args);
  const { view } = await draftAt(args);
  const typed = await typedIn(args.request);
  const address = draftAddress(here.locale, view.id);
  if (intent === 'publish') {
    const published = await publishInstrument(here.world, here.viewer, { ...typed, draftId: view.id });
    if (!published.ok) return refusalResponse(here, published.refusal, typed);
    return redirect(`${address}?done=published#publication`, 303);
  }
  const discarded = await discardDraft(here.world, here.viewer, { draftId: view.id });
  if (!discarded.ok) return refusalResponse(here, discarded.refusal, typed);
  return redirect(discarded.value.kept ? `${address}?done=back` : listAddress(here.locale, view), 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${(data && nameOf(data.view, data.locale)) ?? ''} — Kenes` },
];

const isSaid = <S extends object>(said: S, done: string | null): done is string & keyof S =>
  done !== null && Object.hasOwn(said, done);

export default function InstrumentDraft() {
  const { locale, view, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as EditAnswer | undefined;
  const t = textFor(locale);
  const say = t.instruments;
  const scene = { t, locale, view };
  const name = nameOf(view, locale);
  const occasion = view.words.occasions.find(({ id }) => id === view.draft.occasion);
  return (
    <>
      <PageHead
        eyebrow={say.draft.eyebrow}
        title={name ?? say.untitled}
        lead={say.draft.lead(occasion?.name ?? '', view.draft.minutes)}
        crumbs={<DraftCrumbs {...scene} />}
        actions={<DraftLinks {...scene} />}
      />
      {isSaid(say.done, done) && !answer ? <Alert tone="success">{say.done[done]}</Alert> : null}
      <Notices {...{ t, answer }} labels={{ reason: say.publish.reason, item: say.draft.take, to: say.draft.to }} />
      <Columns
        asideLabel={say.check.title}
        aside={
          <Stack gap="l">
            <Check {...scene} />
            <Publication {...scene} answer={answer} />
            <Discard {...scene} />
          </Stack>
        }
      >
        <Stack gap="l">
          <Pages scene={scene} />
          <OwnScales scene={scene} />
        </Stack>
      </Columns>
    </>
  );
}
