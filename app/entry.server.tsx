// Renders a page to one string: pages carry no scripts to hydrate, so nothing is streamed and every answer has its length.
// Also the door by which the server finds what it needs of the built pages.
import type { EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';

export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return new Response(`<!DOCTYPE html>${renderToString(<RemixServer context={context} url={request.url} />)}`, {
    headers,
    status,
  });
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
  const stack = error instanceof Error ? error.stack : String(error);
  context.world?.log.error({ method: request.method, path: new URL(request.url).pathname, stack }, 'a page failed');
}
