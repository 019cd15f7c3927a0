// The web: static assets, health, shared answers for visitors without a session, Remix for everyone else. Puts the world, the
// viewer and the language into every page's context. Started by start.ts; `stop` sends nobody
// away: readiness says no first, requests are still taken for a while, and those under way end.
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import helmet from 'helmet';
import { bare, isApi, requestOf, send } from './answer';
import { askable } from './askable';
import { faultTold } from './core/error-told';
import { openDoors } from './doors';
import { sessionCookieName, viewerOf } from './queries/viewer';
import { isShareable, microCache } from './micro-cache';
import { openFolder } from './open-files';
import { maintenanceUntil } from './queries/settings';
import { renderer, type Answer } from './render';
import { securityText } from './security-text';
import { REQUEST_ID, told } from './told';
import { isLocale } from './text';
import type { Modes, World } from './world';

declare module '@remix-run/node' {
  interface AppLoadContext {
    world: World;
    viewer: import('./core/viewer').Viewer | null;
    locale: 'kk' | 'ru' | 'en';
    /** The session's token as the cookie carries it; null without a session. */
    sessionToken: string | null;
    /** Whether the visitor came over https: cookies are then marked Secure. */
    secure: boolean;
    /** The visitor's address, for rate limits only; never stored. */
    address: string;
    modes: Modes;
  }
}

export type Web = { url: string; port: number; stop(): Promise<void> };
type Options = {
  world: World;
  build: ServerBuild;
  modes: Modes;
  host: string;
  port: number | null;
  trustProxy: number;
  /** How long, in milliseconds, a process that is told to end still takes requests while /readyz already says no. */
  drain?: number;
  buildDir: string;
  health: () => Promise<Record<string, boolean>>;
  /** Told of every answer: its status, and how long it took in seconds. */
  answered?: ((status: number, seconds: number) => void) | null;
};

const SHARED_LIFE = 1000;
const SHARED_ADDRESSES = 2000;

const cookieOf = (request: IncomingMessage, name: string): string | null =>
  new RegExp(`(?:^|;\\s*)${name}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1] ?? null;

const urlOf = ({ protocol, headers, originalUrl }: express.Request): string =>
  `${protocol}://${headers.host ?? 'localhost'}${originalUrl}`;

/** The language that a page's address begins with; null where it is no page of a language. */
const localeIn = (url: string): AppLoadContext['locale'] | null => {
  const first = /^\/(kk|ru|en)(?:[/?.]|$)/.exec(url)?.[1];
  return isLocale(first) ? first : null;
};

/** Serves until stopped. Without a port it takes 3000 or the next free one; a given port that is taken throws. */
export async function serve({
  world,
  build,
  modes,
  host,
  port,
  trustProxy,
  drain = 0,
  buildDir,
  health,
  answered = null,
}: Options): Promise<Web> {
  const app = express();
  let leaving = false;
  app.disable('x-powered-by').set('etag', false).set('trust proxy', trustProxy);
  const headers = headersFor('own');
  const framed = headersFor('framed');
  app.use((request, response, next) => (isCard(request.url) ? framed : headers)(request, response, next));
  app.use(told({ world, answered }));
  app.use((_request, response, next) => {
    // Whoever keeps this connection open shall make the next one to another process.
    if (leaving) response.setHeader('connection', 'close');
    next();
  });
  app.use(askable);
  app.get('/healthz', (_request, response) => void response.type('text/plain').send('ok'));
  app.get('/.well-known/security.txt', (_request, response, next) => {
    const words = securityText(world);
    if (words === null) return next();
    response.type('text/plain').send(words);
  });
  app.get('/readyz', async (_request, response) => {
    const checks = { ...(await health()), ...(leaving && { leaving: false }) };
    response.status(Object.values(checks).every(Boolean) ? 200 : 503).json(checks);
  });
  const files = express
    .Router()
    .use(compression())
    .use(
      '/assets',
      express.static(path.join(buildDir, 'client/assets'), { immutable: true, maxAge: '1y', index: false }),
    )
    .use(express.static(path.join(buildDir, 'client'), { maxAge: '1h', index: false }));
  app.use('/open', openFolder(path.join(world.openData, 'latest'), { index: false, maxAge: '10m' }));
  // A day that is signed never changes; only the list of them grows.
  app.use('/register', openFolder(world.register.folder, { index: 'register.json', maxAge: '1m' }));
  // No page is a file: nobody need look for it among them.
  app.use((request, response, next) => (localeIn(request.url) ? next() : files(request, response, next)));

  const contextOf = (
    request: express.Request,
    viewer: AppLoadContext['viewer'],
    token: string | null,
  ): AppLoadContext => ({
    world,
    viewer,
    locale: localeIn(request.url) ?? 'kk',
    sessionToken: token,
    secure: request.protocol === 'https',
    address: isApart(request.url) ? '' : (request.ip ?? ''),
    modes,
  });

  const handle = renderer(build);
  const shared = microCache({
    life: SHARED_LIFE,
    size: SHARED_ADDRESSES,
    now: () => performance.now(),
    position: () => world.db.position,
    render: (request) => {
      const asked = new Request(urlOf(request as express.Request), { headers: sharedHeaders(request) });
      return handle(asked, contextOf(request as express.Request, null, null));
    },
  });
  /** The page that says when to come back, in the place of an act; null where acts are taken. */
  const refusal = async (request: express.Request, context: AppLoadContext): Promise<Answer | null> => {
    if (!isAct(request)) return null;
    const until = await maintenanceUntil(world);
    if (until === null) return null;
    const asked = new Request(new URL(`/${context.locale}/maintenance`, urlOf(request)), {
      headers: sharedHeaders(request),
    });
    const answer = await handle(asked, context);
    answer.headers.set('retry-after', String(Math.ceil((until - world.now()) / 1000)));
    return 'html' in answer ? { ...answer, status: 503 } : answer;
  };
  const own = async (request: express.Request, response: express.Response) => {
    const token =
      isApart(request.url) || isApi(request.url)
        ? null
        : cookieOf(request, sessionCookieName(request.protocol === 'https'));
    const viewer = token ? await viewerOf(world, token) : null;
    response.locals.personId = viewer?.personId;
    const context = contextOf(request, viewer, token);
    const refused = await refusal(request, context);
    if (refused) return send(refused, request, response);
    const asked = requestOf(urlOf(request), request, response);
    await send(await handle(asked, context), request, response);
  };
  app.use((request, response, next) => {
    if (isApi(request.url) || !isShareable(request)) return next();
    // Already compressed and cut to length: the compressing middleware must leave it alone.
    response.setHeader('cache-control', 'no-cache, no-transform');
    shared(request, response).catch(next);
  });
  app.use((request, response, next) => {
    // Where cookies count for nothing, nobody's page can send a form in somebody's name.
    if (isApi(request.url) || !isForeign(request)) return next();
    response.status(403).type('text/plain').send('This form was sent from another site.');
  });
  app.all('*', (request, response, next) => {
    // Kept by the reader's own browser alone, so that going back finds what was typed; what is secret or one's own, by nobody.
    response.setHeader('cache-control', isSecretive(request.url) ? 'private, no-store' : 'private, no-cache');
    own(request, response).catch(next);
  });

  // What failed before a page could answer for itself.
  app.use((error: unknown, request: express.Request, response: express.Response, next: express.NextFunction) => {
    if (response.headersSent) return next(error);
    const requestId = response.getHeader(REQUEST_ID);
    world.log.error({ requestId, method: request.method, error: faultTold(error) }, 'an answer failed');
    bare(request, response, 500, 'Something broke.');
  });

  const doors = await openDoors(app, { host, port });
  return {
    port: doors.port,
    url: `http://${host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host}:${doors.port}`,
    async stop() {
      leaving = true;
      await doors.close(drain);
    },
  };
}

/** Cards for other sites (pages/embeds), which say themselves that they may be framed. */
const isCard = (url: string): boolean => /^\/(?:kk|ru|en)\/embed\//.test(url);

/** What keeps a browser from harm, on every answer. `framed`: for cards, where the policy of the card alone says who may frame it. */
const headersFor = (how: 'own' | 'framed') =>
  helmet({
    // Remix compares Origin with Host on every form; 'no-referrer' would make browsers send Origin: null.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    ...(how === 'framed' && { frameguard: false, crossOriginResourcePolicy: { policy: 'cross-origin' as const } }),
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
  });

/** Pages that must not know who reads them: a session is not even looked up there, so that its last use tells nothing. */
const isApart = (url: string): boolean =>
  isCard(url) || /^\/(?:kk|ru|en)\/trust\/(?:answer\/|waves\/[^/]+\/receipt(?:$|\?))/.test(url);

/** Pages that show ways of signing in, letters, notices, and what only who runs the house sees. */
const isSecretive = (url: string): boolean =>
  /^\/(?:kk|ru|en)\/(?:account|admin|inbox|letters|link|invitation|sign-in|notices)(?:[/?]|$)/.test(url);

/** What maintenance refuses: everything that is sent, but for coming in, going out, and ending the maintenance. */
const isAct = ({ method, url }: IncomingMessage): boolean =>
  method !== 'GET' &&
  method !== 'HEAD' &&
  !isApi(url ?? '') &&
  !/^\/(?:kk|ru|en)\/(?:sign-in|sign-out|link|admin\/settings)(?:[/?]|$)/.test(url ?? '');

/** A form sent from another site: refused before any page sees it, with a status that says so. */
const isForeign = ({ method, headers }: IncomingMessage): boolean => {
  if (method === 'GET' || method === 'HEAD') return false;
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  return headers.origin !== undefined && !headers.origin.endsWith(`://${headers.host ?? ''}`);
};

/** Only what a shared answer may depend on: never a cookie but the chosen language of the bare address. */
const sharedHeaders = ({ headers }: IncomingMessage): Headers => {
  const kept = new Headers();
  for (const name of ['accept', 'accept-language', 'user-agent', 'cookie'] as const)
    if (headers[name]) kept.set(name, headers[name]);
  return kept;
};
