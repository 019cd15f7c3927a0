// Signing out: the form on every page posts here. Whoever opens the address by a link is shown the first page, signed in.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { signOut } from '../../commands/accounts/sign-out';
import { contextOf, sessionCookie } from '../respond';

export const loader = (args: LoaderFunctionArgs) => redirect(`/${contextOf(args).locale}`);

export async function action(args: ActionFunctionArgs) {
  const { world, locale } = contextOf(args);
  await signOut(world, args.context.sessionToken);
  // Whoever goes back in this browser is not shown what it kept (RFC 9110 lets it; Clear-Site-Data is asked of it). Drafts and credentials stay.
  return redirect(`/${locale}`, {
    headers: { 'Set-Cookie': sessionCookie(null, args.context.secure), 'Clear-Site-Data': '"cache"' },
  });
}
