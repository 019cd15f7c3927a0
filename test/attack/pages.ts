// Participants of the attack come by the pages: with a session to take their right, without one to answer, as browsers do.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { SESSION_COOKIE } from '../../app/queries/viewer';
import { serve } from '../../app/server';
import type { Scene, Way } from './wave';

/** The web of this checkout's build in this process, on the scene's world. */
export async function byPages({ world }: Scene, buildDir: string): Promise<Way & { stop(): Promise<void> }> {
  const build = (await import(pathToFileURL(path.join(buildDir, 'server/index.js')).href)) as ServerBuild;
  const web = await serve({
    ...{ world, build, buildDir, host: '127.0.0.1', port: 0, trustProxy: 0 },
    modes: { database: 'embedded', queue: 'postgresql', post: 'letterbox' },
    health: async () => ({}),
  });
  const send = async (page: string, fields: Record<string, string | string[]>, cookie?: string) => {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    );
    return fetch(`${web.url}/kk/trust/${page}`, { method: 'POST', body, headers: cookie ? { cookie } : {} });
  };
  const read = async (page: string, cookie?: string) => {
    const answer = await fetch(`${web.url}/kk/trust/${page}`, { headers: cookie ? { cookie } : {} });
    if (answer.status !== 200) throw new Error(`${page}: ${answer.status}`);
    await answer.text();
  };
  return {
    async sign(token, panelId, blinded) {
      const cookie = `${SESSION_COOKIE}=${token}`;
      await read(`take/${panelId}`, cookie);
      const signed = await send(`take/${panelId}/sign`, { blinded }, cookie);
      if (!signed.ok) throw new Error(`signing: ${signed.status} ${await signed.text()}`);
      return ((await signed.json()) as { signature: string }).signature;
    },
    async answer(panelId, credential, sheet) {
      await read(`answer/${panelId}`);
      const counted = await send(`answer/${panelId}`, { ...sheet, credential, go: 'send' });
      const page = await counted.text();
      if (!counted.ok || !page.includes('data-counted')) throw new Error(`answering: ${counted.status}`);
    },
    stop: () => web.stop(),
  };
}
