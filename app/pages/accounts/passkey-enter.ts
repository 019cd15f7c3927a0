// Signing in with a passkey, for the script of the sign-in page: first what is to be signed, then who signed it. JSON.
import type { ActionFunctionArgs } from '@remix-run/node';
import { askPasskey } from '../../commands/accounts/ask-passkey';
import { enterByPasskey } from '../../commands/accounts/enter-by-passkey';
import { textOf, typedIn } from '../form';
import { contextOf } from '../respond';
import { entered, visitorOf } from './enter';
import { passkeyJson, passkeyRefused } from './passkey-answer';

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  const typed = await typedIn(args.request);
  if (textOf(typed, 'step') === 'ask') {
    const asked = await askPasskey(here.world, visitorOf(args));
    return asked.ok ? passkeyJson(asked.value) : passkeyRefused(here, asked.refusal);
  }
  const known = await enterByPasskey(here.world, typed, visitorOf(args));
  if (!known.ok) return passkeyRefused(here, known.refusal);
  const { to, cookie } = await entered(args, known.value.token, textOf(typed, 'to'));
  return passkeyJson({ to }, { 'Set-Cookie': cookie });
}
