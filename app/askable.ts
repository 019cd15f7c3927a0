// What never reaches a page: methods that mean nothing here, and addresses that are none or no text. Used by server.ts, first of all.
import type { NextFunction, Request, Response } from 'express';
import { bare } from './answer';

/** What pages, files and the API are asked by; TRACE would give back what a browser may not read. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Whether the signs behind percents are UTF-8. */
function isText(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Answers what can't be asked; lets everything else through. */
export function askable(request: Request, response: Response, next: NextFunction): void {
  if (!METHODS.has(request.method)) {
    response.setHeader('allow', [...METHODS].join(', '));
    return bare(request, response, 405, 'This is not done here.');
  }
  // A host or path that makes no address or no text; and no address of ours holds a NUL, which the database can't even be asked about.
  const readable =
    URL.canParse(`http://${request.headers.host ?? ''}${request.url}`) &&
    !/%00/.test(request.url) &&
    isText(request.path);
  if (readable) return next();
  bare(request, response, 400, 'This is not an address.');
}
