// Adding a passkey, for the script of the page of signing in: first what is to be made, then what was made. JSON.
import type { ActionFunctionArgs } from '@remix-run/node';
import { addPasskey } from '../../commands/accounts/add-passkey';
import { beginPasskey } from '../../commands/accounts/begin-passkey';
import { textOf, typedIn } from '../form';
import { contextOf } from '../respond';
import { passkeyJson, passkeyRefused } from './passkey-answer';

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  const { world, viewer, locale } = here;
  const typed = await typedIn(args.request);
  if (textOf(typed, 'step') === 'ask') {
    const begun = await beginPasskey(world, viewer, typed);
    return begun.ok ? passkeyJson(begun.value) : passkeyRefused(here, begun.refusal);
  }
  const added = await addPasskey(world, viewer, typed, args.context.sessionToken);
  return added.ok
    ? passkeyJson({ to: `/${locale}/account/signing-in?done=made` })
    : passkeyRefused(here, added.refusal);
}
