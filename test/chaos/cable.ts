// A cable between Kenes and a service outside: everything that goes through it can be cut off, slowed down, or half closed, as networks do.
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type Cable = {
  port: number;
  /** Ends every connection at once; new ones are refused until `mend`. */
  cut(): void;
  /** Nothing gets through and nobody is told, until `mend`, which ends what hung. */
  silence(): void;
  /** Every piece takes this many milliseconds longer, until `mend`. */
  slow(ms: number): void;
  /** Tells every service that its client has finished, and the client nothing. */
  halfClose(): void;
  mend(): void;
  stop(): Promise<void>;
};

type Pair = { near: Socket; far: Socket };
type State = { how: 'through' | 'cut' | 'silent'; delay: number };

/** To a port of this machine, or to a Unix socket. */
export async function startCable(to: { port: number } | { path: string }): Promise<Cable> {
  const pairs = new Set<Pair>();
  const state: State = { how: 'through', delay: 0 };

  const carry = (from: Socket, into: Socket) => {
    let last = Promise.resolve();
    from.on('data', (piece) => {
      if (state.how === 'silent') return;
      const { delay } = state;
      // In order, however long each is held.
      last = last.then(async () => {
        if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
        if (!into.destroyed) into.write(piece);
      });
    });
    from.on('end', () => void last.then(() => into.end()));
    from.on('error', () => into.destroy());
    from.on('close', () => into.destroy());
  };
  const endAll = () => {
    for (const { near, far } of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  const server: Server = createServer({ allowHalfOpen: true }, (near) => {
    if (state.how === 'cut') return void near.destroy();
    const far = connect({ ...to, allowHalfOpen: true });
    const pair = { near, far };
    pairs.add(pair);
    near.on('close', () => pairs.delete(pair));
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      state.how = 'cut';
      endAll();
    },
    silence() {
      state.how = 'silent';
    },
    slow(ms) {
      state.delay = ms;
    },
    halfClose() {
      for (const { far } of pairs) far.end();
    },
    mend() {
      // What was swallowed is gone: those connections can't be gone on with.
      if (state.how === 'silent') endAll();
      Object.assign(state, { how: 'through', delay: 0 });
    },
    async stop() {
      endAll();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
