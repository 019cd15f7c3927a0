// From a request to a page. Remix' own handler makes every page twice, as HTML and as data for the browser to go on with. Nothing
// goes on in the browser here (app/README.md, decision 8), so a page that is read is made by Remix' router and components alone,
// among its own routes only; forms, downloads and the API go to Remix' handler. Used by server.ts and by the tests of pages.
import { createRequestHandler, type AppLoadContext, type EntryContext, type ServerBuild } from '@remix-run/node';
import {
  createStaticHandler,
  getStaticContextFromError,
  matchRoutes,
  type AgnosticDataRouteObject,
  type LoaderFunctionArgs,
  type StaticHandler,
  type StaticHandlerContext,
} from '@remix-run/router';
import { documentOf, handleError, retryAfter } from './entry.server';

/** A page; or what Remix answered: a redirect, a file, the page of a form. */
export type Answer = { status: number; headers: Headers; html: string } | Response;
type Route = ServerBuild['routes'][string];

/** Addresses whose routes are remembered: looking through the site map costs more than most that follows. */
const REMEMBERED = 2000;

/** Answers requests by the site that was built. A fault in a page is logged, and its frame shows that something broke. */
export function renderer(build: ServerBuild): (request: Request, context: AppLoadContext) => Promise<Answer> {
  const remix = createRequestHandler(build, 'production');
  const site = routesUnder(build, undefined);
  const branches = new Map<string, Branch>();
  const branchAt = (path: string): Branch | null => {
    const routes = matchRoutes(site, path)?.flatMap(({ route }) => build.routes[route.id] ?? []) ?? [];
    const leaf = routes.at(-1);
    if (!leaf?.module.default) return null;
    const branch = branches.get(leaf.id) ?? branchOf(build, routes, leaf);
    branches.set(leaf.id, branch);
    return branch;
  };
  const remembered = new Map<string, Branch | null>();
  return async (request, context) => {
    if (request.method !== 'GET') return remix(request, context);
    const path = new URL(request.url).pathname;
    if (remembered.size > REMEMBERED) remembered.clear();
    if (!remembered.has(path)) remembered.set(path, branchAt(path));
    const branch = remembered.get(path);
    return branch ? read(branch, request, context) : remix(request, context);
  };
}

function routeWith(children: AgnosticDataRouteObject[], { id, path, index, module }: Route): AgnosticDataRouteObject {
  const { loader, ErrorBoundary } = module;
  const route = {
    ...{ id, path, hasErrorBoundary: id === 'root' || ErrorBoundary !== undefined },
    loader: loader && (({ request, params, context }: LoaderFunctionArgs) => loader({ request, params, context })),
  };
  return index ? { ...route, index } : { ...route, children };
}

const routesUnder = (build: ServerBuild, parentId: string | undefined): AgnosticDataRouteObject[] =>
  Object.values(build.routes)
    .filter((route) => route.parentId === parentId)
    .map((route) => routeWith(routesUnder(build, route.id), route));

/** The routes that a page stands in, from the root to itself: all that takes part in loading and drawing it. */
type Branch = { handler: StaticHandler; shown: Omit<EntryContext, 'staticHandlerContext'>; leaf: Route };

function branchOf(build: ServerBuild, routes: readonly Route[], leaf: Route): Branch {
  const nested = routes.reduceRight<AgnosticDataRouteObject[]>((children, route) => [routeWith(children, route)], []);
  const here = new Set(routes.map(({ id }) => id));
  const manifest = Object.entries(build.assets.routes).filter(([id]) => here.has(id));
  const modules = routes.map(({ id, module }) => [id, module] as const);
  return {
    leaf,
    handler: createStaticHandler(nested, { future: { v7_relativeSplatPath: true, v7_throwAbortReason: true } }),
    shown: {
      manifest: { ...build.assets, routes: Object.fromEntries(manifest) },
      routeModules: Object.fromEntries(modules) as EntryContext['routeModules'],
      future: build.future,
      isSpaMode: false,
      serializeError: ({ message }) => ({ message }),
    },
  };
}

async function read({ handler, shown, leaf }: Branch, request: Request, loadContext: AppLoadContext): Promise<Answer> {
  const note = (error: unknown) => handleError(error, { request, context: loadContext });
  const context = await handler.query(request, { requestContext: loadContext });
  if (context instanceof Response) return context;
  Object.values(context.errors ?? {}).forEach(note);
  const draw = (staticHandlerContext: StaticHandlerContext) =>
    documentOf({ ...shown, staticHandlerContext, renderMeta: {} }, request.url);
  const headers = headersOf(leaf, context);
  try {
    return { status: context.statusCode, headers, html: draw(context) };
  } catch (error) {
    note(error);
    return { status: 500, headers, html: draw(getStaticContextFromError(handler.dataRoutes, context, error)) };
  }
}

/** The headers that the page itself asks for, and the cookies that loaders set. */
function headersOf({ module, id }: Route, context: StaticHandlerContext): Headers {
  const { loaderHeaders } = context;
  const none = new Headers();
  const asked = {
    loaderHeaders: loaderHeaders[id] ?? none,
    parentHeaders: none,
    actionHeaders: none,
    errorHeaders: undefined,
  };
  const headers = new Headers(typeof module.headers === 'function' ? module.headers(asked) : module.headers);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  retryAfter(context, headers);
  for (const given of Object.values(loaderHeaders))
    for (const cookie of given.getSetCookie()) headers.append('Set-Cookie', cookie);
  return headers;
}
