// What a page weighs over the wire for a browser that was never here before: everything it loads by itself, fonts too.
import type { Browser } from 'playwright-core';

/** Bytes as they came, headers too, by the ending of the address (`html` for the page itself). */
export async function weightOf(browser: Browser, page: string): Promise<Map<string, number>> {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send('Network.enable');
    const addresses = new Map<string, string>();
    const sizes = new Map<string, number>();
    session.on('Network.responseReceived', ({ requestId, response }) => addresses.set(requestId, response.url));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      sizes.set(requestId, encodedDataLength),
    );
    await tab.goto(page, { waitUntil: 'networkidle' });
    const kinds = new Map<string, number>();
    for (const [id, size] of sizes) {
      const kind = /\.(\w+)(?:\?|$)/.exec(new URL(addresses.get(id) ?? page).pathname)?.[1] ?? 'html';
      kinds.set(kind, (kinds.get(kind) ?? 0) + size);
    }
    return kinds;
  } finally {
    await context.close();
  }
}
