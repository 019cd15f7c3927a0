// Where a browser begins to send a file piece by piece. Answers are for its script; without scripts files come with their form.
import { json, type ActionFunctionArgs } from '@remix-run/node';
import { beginUpload } from '../../commands/files/begin-upload';
import { typedIn } from '../form';
import { contextOf, refusalView, saidBy } from '../respond';

export const loader = () => {
  throw new Response(null, { status: 404 });
};

export async function action(args: ActionFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  const begun = await beginUpload(world, viewer, await typedIn(args.request));
  if (!begun.ok) return json({ said: refusalView(t, begun.refusal).what }, saidBy(begun.refusal));
  return json({ to: `/${locale}/uploads/${begun.value.id}`, offset: 0 });
}
