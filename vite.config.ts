// How pages are built: Remix with every flag of its next major version on. Nothing of it reaches the browser: pages are complete as
// HTML, so the browser's half of every route is empty, and no server room can leak into what isn't there.
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

const BROWSER_HALF = '?__remix-build-client-route';

/** Empties the browser's half of each route; fails the build when anything of ours but styles, fonts and comfort would be sent. */
const nothingForTheBrowser = (): Plugin => ({
  name: 'kenes-nothing-for-the-browser',
  enforce: 'post',
  transform: (_code, id) => (id.endsWith(BROWSER_HALF) ? 'export default null;' : null),
  generateBundle(_options, bundle) {
    if (this.environment?.name === 'ssr') return;
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const ours = Object.entries(chunk.modules).find(
        ([id, { renderedLength }]) => renderedLength > 0 && /\/(app|guide|workers|prisma)\/.*\.tsx?$/.test(id),
      );
      if (ours) this.error(`${ours[0]} would reach the browser in ${chunk.fileName}`);
    }
  },
});

/** A script that is bundled for itself (`?worker&url`) comes out of the server's build alone: it is served with the rest. */
const bundledScripts = (): Plugin => ({
  name: 'kenes-bundled-scripts',
  writeBundle({ dir = '' }) {
    const made = path.join(dir, 'assets');
    if (this.environment?.name === 'ssr' && existsSync(made))
      cpSync(made, path.join(dir, '../client/assets'), { recursive: true });
  },
});

export default defineConfig({
  publicDir: 'app/public',
  plugins: [
    nothingForTheBrowser(),
    bundledScripts(),
    remix({
      appDirectory: 'app',
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
  ],
  build: { target: 'es2022' },
  worker: { format: 'es' },
});
