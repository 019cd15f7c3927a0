// What is told of requests: each gets an id, which its answer carries and the log names; answers are counted; the slow and the broken are
// logged, and refusals of what nobody should ask for, with the id of whoever was signed in. Never a name, what was sent, nor an address that is a secret by itself. Used by server.ts.
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { World } from './world';

export const REQUEST_ID = 'x-request-id';
const SLOW_SECONDS = 2;
/** Not an address, nobody there, not theirs, no such method, too large, too often: what somebody who looks for a way in gets. */
const REFUSED = new Set([400, 401, 403, 405, 413, 429]);

/** Whose session it was: server.ts leaves it on the answer. */
const personOf = ({ locals }: Response): string | null =>
  typeof locals.personId === 'string' ? locals.personId : null;

type Telling = { world: Pick<World, 'log'>; answered: ((status: number, seconds: number) => void) | null };

/** The id that a proxy in front gave, if it is one; else a new one. */
const idOf = (given: unknown): string =>
  typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();

/** The path without its query, and without what could be a secret in it: links of letters, calendars, panels of surveys. */
export const pathTold = (url: string): string =>
  (url.split('?', 1)[0] ?? '').replace(/\/[\w-]{20,}(?=[/.]|$)/g, '/…').slice(0, 200);

export const told =
  ({ world, answered }: Telling) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const began = performance.now();
    const requestId = idOf(request.headers[REQUEST_ID]);
    response.setHeader(REQUEST_ID, requestId);
    response.once('finish', () => {
      // Of trust surveys nothing is told: when somebody answered is nobody's business.
      if (request.originalUrl.includes('/trust/')) return;
      const seconds = (performance.now() - began) / 1000;
      const { statusCode: status } = response;
      answered?.(status, seconds);
      const refused = REFUSED.has(status);
      if (status < 500 && seconds <= SLOW_SECONDS && !refused) return;
      const facts = { requestId, method: request.method, path: pathTold(request.originalUrl), status, seconds };
      if (status >= 500) world.log.error(facts, 'an answer says that something broke');
      else if (refused) world.log.info({ ...facts, personId: personOf(response) }, 'an answer refuses');
      else world.log.warn(facts, 'an answer took long');
    });
    next();
  };
