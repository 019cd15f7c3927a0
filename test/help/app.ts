// The whole app in a process of its own, started the way people start it, for the journeys.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type Ended = { code: number | null; signal: NodeJS.Signals | null };
export type RunningApp = {
  /** The address it printed; a worker alone prints none. */
  url: string;
  pid: number;
  /** Everything it has said so far. */
  logs(): string;
  /** Sends a signal and waits for the end. */
  kill(signal: NodeJS.Signals): Promise<Ended>;
};

const READY = /\bready: (http\S+|at work)$/m;
/** Variables of the person who runs the tests that must not leak into the app. */
const OURS =
  /^(VITEST|NODE_ENV|TEST$|PROD$|DEV$|MODE$|BASE_URL$|SSR$|npm_|PORT$|HOST$|ROLE$|DATA_DIR$|DATABASE_|REDIS_URL$|SMTP_URL$|MAIL_FROM$|ORIGIN$|SEED$|FIRST_ADMIN$|LOG_LEVEL$)/;

/** A scratch folder under the system's temporary one; removed by the returned function. */
export function scratchFolder(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kenes-test-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Starts `node app/launch.mjs` (or `npm start`) with `env` on a free port (unless `env.PORT`), resolves when it is ready; rejects with all it said when it ends before. */
export async function startApp(env: Record<string, string>, how?: { throughNpm: true }): Promise<RunningApp> {
  const command = how ? ['npm', 'start'] : [process.execPath, 'app/launch.mjs'];
  const { process: child, logs, ended } = launch(command, { PORT: '0', ...env });
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = READY.exec(logs());
      if (found) resolve(found[1] === undefined || found[1] === 'at work' ? '' : found[1]);
    };
    child.stdout.on('data', look);
    void ended.then(({ code, signal }) =>
      reject(new Error(`the app ended (${signal ?? code}) before it was ready:\n${logs()}`)),
    );
  });
  return {
    url,
    pid: child.pid ?? 0,
    logs,
    kill(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Starts it and waits for its end: for starts that are meant to be refused. */
export async function runApp(env: Record<string, string>): Promise<Ended & { logs: string }> {
  const { ended, logs } = launch([process.execPath, 'app/launch.mjs'], env);
  return { ...(await ended), logs: logs() };
}

function launch([command = '', ...args]: string[], env: Record<string, string>) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name)));
  const child = spawn(command, args, {
    env: { ...inherited, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  return { process: child, logs: () => said, ended };
}
