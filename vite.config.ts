// How pages are built: Remix with every flag of its next major version on, and walls between the server's rooms and the browser.
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

const SERVER_ROOMS = /\/(?:app\/(?:data|commands|queries|mail)|workers|prisma\/generated)\//;

/** Fails the browser build when code of a server room would survive in it. */
const walls = (): Plugin => ({
  name: 'kenes-walls',
  generateBundle(_options, bundle) {
    if (this.environment?.name === 'ssr') return;
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const inside = Object.entries(chunk.modules).find(
        ([id, { renderedLength }]) => renderedLength > 0 && SERVER_ROOMS.test(id),
      );
      if (inside) this.error(`${inside[0]} would reach the browser in ${chunk.fileName}`);
    }
  },
});

export default defineConfig({
  publicDir: 'app/public',
  plugins: [
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
    walls(),
  ],
  build: { target: 'es2022' },
});
