// An address without a language ('/', '/open'): sends the visitor to the same in the language chosen before, else that of the account, else
// the browser's first that Kenes speaks, else Kazakh.
import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { LOCALES } from '../text';

export function loader({ request, context }: LoaderFunctionArgs) {
  const chosen = /(?:^|;\s*)(?:__Host-)?kenes_lang=(kk|ru|en)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const asked = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((code) => (LOCALES as readonly string[]).includes(code));
  const rest = new URL(request.url).pathname.replace(/\/$/, '');
  return redirect(`/${chosen ?? context.viewer?.locale ?? asked ?? 'kk'}${rest}`, {
    headers: { Vary: 'Accept-Language, Cookie' },
  });
}
