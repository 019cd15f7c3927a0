// What the pages of the editor of instruments share: the draft for those who may write it, the way back, and how a form's change is made.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { changeDraft, type ChangeMade } from '../../commands/instruments/change';
import { editorView, type EditorView } from '../../queries/instrument-draft';
import type { Locale, Text } from '../../text';
import { Breadcrumbs, type Crumb } from '../../ui/head';
import { Alert } from '../../ui/notice';
import { carriedIn, interrupted, type Carried } from '../carry';
import { textOf, typedIn, type Typed } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireViewer, type Answered } from '../respond';
import { Resumed } from '../resumed';

/** The context with the draft of the address. 404 where it is not there, 403 where it is not the viewer's to write. */
export async function draftAt(args: Pick<LoaderFunctionArgs, 'context' | 'request' | 'params'>) {
  const here = requireViewer(args);
  const looked = await editorView(here.world, here.viewer, args.params.id ?? '', here.locale);
  if ('refused' in looked) throw new Response(null, { status: looked.refused === 'not_found' ? 404 : 403 });
  return { ...here, view: looked.found };
}

export type EditAnswer = Answered & { resumed?: Pick<Carried, 'lostFiles'> };

/** Makes the change that the form says, and leads on to the page below the draft's address that `to` names. */
export async function actOnDraft(args: ActionFunctionArgs, to: (made: ChangeMade, typed: Typed) => string) {
  if (!contextOf(args).viewer) return interrupted(args);
  const here = requireViewer(args);
  const typed = await typedIn(args.request);
  const carried = carriedIn(typed);
  if (carried) return data<EditAnswer>({ typed: carried.typed, resumed: { lostFiles: carried.lostFiles } });
  const made = await changeDraft(here.world, here.viewer, { ...typed, draftId: args.params.id });
  if (!made.ok) return refusalResponse(here, made.refusal, typed);
  return redirect(`${draftAddress(here.locale, args.params.id ?? '')}${to(made.value, typed)}`, 303);
}

export const draftAddress = (locale: Locale, id: string): string => `/${locale}/instruments/${id}`;

export const nameOf = ({ draft }: Pick<EditorView, 'draft'>, locale: Locale): string | undefined =>
  draft.texts[locale][`instrument.${draft.id}.name`];

/** Where the drafts of the same council are listed; without one they are the administrators'. */
export const listAddress = (locale: Locale, { council }: Pick<EditorView, 'council'>): string =>
  council ? `/${locale}/councils/${council.slug}/instruments` : `/${locale}/admin/instruments`;

/** The way to a page of the editor: the list, and for pages below the draft also the draft. */
export function DraftCrumbs({ t, locale, view, below }: { t: Text; locale: Locale; view: EditorView; below?: true }) {
  const items: Crumb[] = [{ href: listAddress(locale, view), label: t.instruments.title }];
  if (below) items.push({ href: draftAddress(locale, view.id), label: nameOf(view, locale) ?? t.instruments.untitled });
  return <Breadcrumbs label={t.frame.crumbs} items={items} />;
}

type NoticesProps = { t: Text; answer: EditAnswer | undefined; labels?: Readonly<Record<string, string>> };

/** What stands above a form of the editor: that someone else was first, what was refused, or that it came back from the sign-in. */
export function Notices({ t, answer, labels }: NoticesProps) {
  if (answer?.refused?.code === 'changed_meanwhile') return <Alert tone="warning">{t.instruments.meanwhile}</Alert>;
  return (
    <>
      <Resumed t={t} resumed={answer?.resumed} />
      <Refused t={t} refused={answer?.refused} labels={labels} />
    </>
  );
}

/** What a field holds: what was typed, where the form came back, else what the draft says. */
export const valueIn =
  (typed: Typed | undefined, kept: (name: string) => string | undefined) =>
  (name: string): string =>
    typed ? textOf(typed, name) : (kept(name) ?? '');
