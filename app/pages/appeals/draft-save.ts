// Keeps a draft for a browser whose user pauses in typing; what it says comes back in words. Without scripts the form's own button does this.
import { json, type ActionFunctionArgs } from '@remix-run/node';
import { saveDraft } from '../../commands/drafts/save';
import { listIn, textOf, typedIn, wordsOf } from '../form';
import { contextOf, refusalView, saidBy } from '../respond';
import { draftAddress } from './filing-first';

export const loader = () => {
  throw new Response(null, { status: 404 });
};

export async function action(args: ActionFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const typed = await typedIn(args.request);
  const about = textOf(typed, 'about');
  const saved = await saveDraft(world, viewer, {
    ...{ key: textOf(typed, 'key'), about, typed: wordsOf(typed) },
    files: listIn(typed, 'files').filter(Boolean),
  });
  if (!saved.ok) return json({ said: refusalView(t, saved.refusal).what }, saidBy(saved.refusal));
  const { id, savedAt } = saved.value;
  return json({
    said: t.drafts.savedAt(savedAt),
    key: `appeal-${id}`,
    address: draftAddress(locale, { id, about }),
  });
}
