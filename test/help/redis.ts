// A Redis of its own for a test, on a free port, nothing on disk but what `persistent` asks for.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from './port';

/** Whether this machine can run a Redis: tests that need one say `describe.skipIf(!hasRedis)`. */
export const hasRedis = spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

export type TestRedis = {
  url: string;
  /** Forgets everything, as a Redis without persistence does when it restarts. */
  wipe(): Promise<void>;
  /** Ends it at once; `start` brings it back on the same port. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts it and waits until it answers. The caller stops it. */
export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kenes-redis-'));
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | null = null;

  const start = async () => {
    server = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir],
      { stdio: 'ignore' },
    );
    const client = new Redis(url, { retryStrategy: () => 30, maxRetriesPerRequest: null });
    client.on('error', () => {});
    await client.ping();
    client.disconnect();
  };
  const kill = async () => {
    const dying = server;
    server = null;
    dying?.kill('SIGKILL');
    while (dying && dying.exitCode === null && dying.signalCode === null) await sleep(5);
  };
  await start();
  return {
    url,
    start,
    kill,
    async wipe() {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
    async stop() {
      await kill();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
