// The port that the web listens on: found, kept open longer than proxies keep it, and closed without cutting anybody off. Used by server.ts.
import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export type Doors = {
  port: number;
  /** Takes requests for `drain` milliseconds more, so that a proxy in front has time to see that this process leaves; then lets those under way end. */
  close(drain: number): Promise<void>;
};

const FIRST_PORT = 3000;
const PORTS_TRIED = 50;
/** Proxies keep idle connections for up to a minute. Who closes first must be the proxy: a request that it sends into a closing connection is lost. */
const IDLE_MS = 75_000;
const LAST_REQUESTS = 10_000;

/** Listens until closed. Without a port it takes 3000 or the next free one; a given port that is taken throws. */
export async function openDoors(answer: RequestListener, at: { host: string; port: number | null }): Promise<Doors> {
  const server = createServer({ keepAliveTimeout: IDLE_MS }, answer);
  const port = await listen(server, at);
  return {
    port,
    async close(drain) {
      // Idle connections stay until the end of it: closed now, they might be closed under a request that is on its way.
      await sleep(drain);
      await shut(server);
    },
  };
}

async function listen(server: Server, { host, port }: { host: string; port: number | null }): Promise<number> {
  for (let candidate = port ?? FIRST_PORT; ; candidate++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(candidate, host, () => {
          server.removeListener('error', reject);
          resolve();
        });
      });
      const address = server.address();
      return address && typeof address === 'object' ? address.port : candidate;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken) throw error;
      if (port !== null)
        throw new Error(
          `Port ${port} is taken. Choose another with PORT=…, or leave PORT unset for the next free one.`,
          { cause: error },
        );
      if (candidate - FIRST_PORT >= PORTS_TRIED)
        throw new Error(`No free port between ${FIRST_PORT} and ${candidate}. Choose one with PORT=….`, {
          cause: error,
        });
    }
  }
}

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS);
    server.close(() => {
      clearTimeout(hurry);
      resolve();
    });
    server.closeIdleConnections();
  });
