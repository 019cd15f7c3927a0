// Takes the forms of the follow buttons wherever they stand and leads back to the page they were pressed on.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { follow } from '../../commands/follows/follow';
import { unfollow } from '../../commands/follows/unfollow';
import { textOf, typedIn } from '../form';
import { requireViewer, safeReturn } from '../respond';

/** Nothing to read here: what one follows stands on the account page. */
export function loader(args: LoaderFunctionArgs) {
  const { locale } = requireViewer(args);
  return redirect(`/${locale}/account#follows`, 303);
}

export async function action(args: ActionFunctionArgs) {
  const { world, viewer, locale } = requireViewer(args);
  const typed = await typedIn(args.request);
  const done = await (textOf(typed, 'step') === 'unfollow' ? unfollow : follow)(world, viewer, typed);
  // The buttons send what is there; what is not was typed by hand.
  if (!done.ok) throw new Response(null, { status: done.refusal.code === 'not_found' ? 404 : 400 });
  return redirect(safeReturn(textOf(typed, 'back'), `/${locale}/account#follows`), 303);
}
