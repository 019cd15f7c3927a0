// A page as one string: pages carry no scripts to hydrate, so nothing is streamed and every answer has its length. render.ts asks for
// pages that are read; Remix itself, through the default export, for those that answer a form.
import type { EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { faultTold } from './core/error-told';
import { pathTold } from './told';

/** The document of the page that `context` tells of. */
export const documentOf = (context: EntryContext, url: string): string =>
  `<!DOCTYPE html>${renderToStaticMarkup(<RemixServer context={context} url={url} />)}`;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  { serverHandoffStream: _unsent, ...context }: EntryContext,
) {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  retryAfter(context.staticHandlerContext, headers);
  return new Response(documentOf(context, request.url), { headers, status });
}

/** What a refusal says of when to try again (pages/respond): pages need not pass it on themselves. */
export function retryAfter(
  { actionHeaders, loaderHeaders }: EntryContext['staticHandlerContext'],
  headers: Headers,
): void {
  for (const given of [...Object.values(loaderHeaders), ...Object.values(actionHeaders)]) {
    const said = given.get('Retry-After');
    if (said !== null) headers.set('Retry-After', said);
  }
}

/** A fault in a loader or action: logged with what was asked, never with what was sent. */
export function handleError(
  error: unknown,
  {
    request,
    context,
  }: { request: Request; context: { world?: { log: { error(facts: object, text: string): void } } } },
) {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.world?.log.error(
    { method: request.method, path: pathTold(new URL(request.url).pathname), stack: faultTold(error) },
    'a page failed',
  );
}
