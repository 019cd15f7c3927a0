// A proxy as it stands before several web processes: round robin over those whose /readyz says yes, connections kept open and used again,
// nothing ever sent twice. What it can't hand on it answers with 502 or 503, as a proxy does.
import { Agent, createServer, get, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Balancer = {
  url: string;
  /** Takes a process in; requests go there as soon as it is ready. Resolves then. */
  add(url: string): Promise<void>;
  remove(url: string): void;
  /** From now on answers get lost on their way to people: all, every fifth to a form, or none any more. */
  lose(answers: Losing): void;
  /** Answers that said that something was done, and that nobody got. */
  swallowed: readonly string[];
  /** Requests that it could not hand on, with why. */
  faults: string[];
  stop(): Promise<void>;
};

export type Losing = 'all' | 'some' | 'none';
type Behind = { ready: boolean; noes: number; agent: Agent };

const LOOK_EVERY_MS = 100;
/** A busy process may be slow to say that it is ready; one that says no twice is left out. */
const CHECK_MS = 5_000;
const NOES = 2;
/** Of answers to forms, where some get lost. */
const ONE_IN = 5;

export async function startBalancer(): Promise<Balancer> {
  const behind = new Map<string, Behind>();
  const faults: string[] = [];
  let turn = 0;
  let losing: Losing = 'none';
  let forms = 0;
  const swallowed: string[] = [];
  /** Whether this answer gets lost. Forms alone are counted: sent again, they may do twice what was done. */
  const isLost = ({ method, url }: IncomingMessage, { statusCode }: IncomingMessage): boolean => {
    const isForm = method === 'POST';
    if (isForm) forms += 1;
    const lost = losing === 'all' || (losing === 'some' && isForm && forms % ONE_IN === 0);
    if (lost && isForm && statusCode === 303) swallowed.push(url ?? '');
    return lost;
  };

  const look = (url: string): Promise<boolean> =>
    new Promise((resolve) => {
      get(`${url}/readyz`, { agent: false, timeout: CHECK_MS }, (answer) => {
        answer.resume();
        resolve(answer.statusCode === 200);
      })
        .on('timeout', function (this: ReturnType<typeof get>) {
          this.destroy();
        })
        .on('error', () => resolve(false));
    });
  let looking = true;
  /** Looks at one as long as it is there; that another is slow to answer does not matter to it. */
  const watch = async (url: string, one: Behind) => {
    while (looking && behind.get(url) === one) {
      one.noes = (await look(url)) ? 0 : one.noes + 1;
      one.ready = one.noes === 0 || (one.ready && one.noes < NOES);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  };

  const answer = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const ready = [...behind].filter(([, one]) => one.ready);
    const [url, one] = ready[turn++ % Math.max(1, ready.length)] ?? [];
    const fail = (status: number, why: string) => {
      faults.push(`${incoming.method} ${incoming.url}: ${why}`);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(status).end(why);
    };
    if (!url || !one) return fail(503, 'no process is ready');
    const headers = {
      ...incoming.headers,
      'x-forwarded-for': incoming.socket.remoteAddress ?? '',
      connection: 'keep-alive',
    };
    const handed = request(url + (incoming.url ?? '/'), { method: incoming.method, headers, agent: one.agent });
    handed.on('response', (given) => {
      if (isLost(incoming, given)) {
        given.resume();
        return void outgoing.destroy();
      }
      const { connection: _, ...kept } = given.headers;
      outgoing.writeHead(given.statusCode ?? 502, kept);
      given.on('error', (error) => fail(502, error.message));
      given.pipe(outgoing);
    });
    handed.on('error', (error) => fail(502, error.message));
    incoming.pipe(handed);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    swallowed,
    async add(url) {
      const one = { ready: false, noes: 0, agent: new Agent({ keepAlive: true }) };
      behind.set(url, one);
      void watch(url, one);
      while (looking && behind.get(url) === one && !one.ready)
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS / 4));
    },
    remove(url) {
      behind.get(url)?.agent.destroy();
      behind.delete(url);
    },
    lose(answers) {
      losing = answers;
    },
    async stop() {
      looking = false;
      for (const { agent } of behind.values()) agent.destroy();
      behind.clear();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
