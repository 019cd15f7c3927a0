// The site in this process: the real site map, document and pages behind the house's own request handler, without a port. For tests
// of pages that need no browser. A visitor keeps the session cookie as a browser would.
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import type { RouteConfigEntry } from '@remix-run/route-config';
import * as entry from '../../app/entry.server';
import { SESSION_COOKIE, viewerOf } from '../../app/queries/viewer';
import { renderer } from '../../app/render';
import routes from '../../app/routes';
import { isLocale } from '../../app/text';
import type { World } from '../../app/world';

type Route = { id: string; parentId?: string; path?: string; index?: boolean; file: string };
type Routes = ServerBuild['routes'];
type Manifest = ServerBuild['assets']['routes'];

const flat = (entries: readonly RouteConfigEntry[], parentId: string): Route[] =>
  entries.flatMap(({ id = '', path: address, index, file, children = [] }) => [
    { id, parentId, path: address, index, file },
    ...flat(children, id),
  ]);

/** The pages whose id begins with one of `pages`, in their frame; the others answer 404. */
export async function openSite(world: World, pages: readonly string[]) {
  const known: Route[] = [{ id: 'root', path: '', file: 'root.tsx' }, ...flat(routes, 'root')];
  const wanted = known.filter(
    ({ id }) => ['root', 'frame'].includes(id) || pages.some((prefix) => id.startsWith(prefix)),
  );
  const records: Routes = {};
  const manifest: Manifest = {};
  for (const { file, ...route } of wanted) {
    const module = (await import(path.resolve('app', file))) as Routes[string]['module'];
    records[route.id] = { ...route, module };
    manifest[route.id] = {
      ...route,
      module: '',
      hasLoader: 'loader' in module,
      hasAction: 'action' in module,
      hasErrorBoundary: 'ErrorBoundary' in module,
      hasClientLoader: false,
      hasClientAction: false,
    };
  }
  const build: ServerBuild = {
    mode: 'test',
    entry: { module: entry },
    routes: records,
    assets: { entry: { imports: [], module: '' }, routes: manifest, url: '', version: '1' },
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: true,
      v3_singleFetch: true,
      v3_routeConfig: true,
      unstable_optimizeDeps: false,
    },
  } as ServerBuild;
  const handle = renderer(build);

  return {
    build,
    /** Somebody new, with an empty browser. */
    visitor() {
      let cookie: string | null = null;
      const ask = async (
        address: string,
        form?: Record<string, string> | FormData,
        init: RequestInit = {},
      ): Promise<Response> => {
        const headers = new Headers({ host: 'kenes.test', 'user-agent': 'Firefox/140.0 (Linux)', ...init.headers });
        if (form) headers.set('origin', 'http://kenes.test');
        const body = form instanceof FormData ? form : form && new URLSearchParams(form);
        const request = new Request(`http://kenes.test${address}`, {
          ...{ method: form ? 'POST' : 'GET', body, ...init, headers },
        });
        const first = address.split(/[/?]/)[1];
        const made = await handle(request, {
          world,
          viewer: cookie === null ? null : await viewerOf(world, cookie),
          locale: isLocale(first) ? first : 'kk',
          sessionToken: cookie,
          secure: false,
          address: '',
          modes: { database: 'embedded', queue: 'postgresql', post: world.post === null ? 'letterbox' : 'smtp' },
        });
        const answer = made instanceof Response ? made : new Response(made.html, made);
        const given = new RegExp(`^${SESSION_COOKIE}=([^;]*)`).exec(answer.headers.get('set-cookie') ?? '')?.[1];
        if (given !== undefined) cookie = given || null;
        return answer;
      };
      return {
        get: (address: string) => ask(address),
        post: (address: string, form: Record<string, string> | FormData) => ask(address, form),
        /** What a script sends. */
        send: (address: string, init: RequestInit) => ask(address, undefined, init),
        /** The secret in the browser's cookie. */
        token: () => cookie,
      };
    },
  };
}
