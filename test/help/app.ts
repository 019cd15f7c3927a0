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
  /** Sends it to the process and every helper of its group, as a terminal does, and waits for the end. */
  killGroup(signal: NodeJS.Signals): Promise<Ended>;
};

const READY = /\bready: (http\S+|at work)$/m;
/** Variables of the person who runs the tests that must not leak into the app. */
const OURS =
  /^(VITEST|NODE_ENV|TEST$|PROD$|DEV$|MODE$|BASE_URL$|SSR$|npm_|PORT$|HOST$|ROLE$|DATA_DIR$|DATABASE_|TRUST_PROXY$|DRAIN_SECONDS$|METRICS_|REDIS_URL$|SMTP_URL$|MAIL_FROM$|ORIGIN$|SEED$|FIRST_ADMIN$|LOG_LEVEL$)/;

/** A scratch folder under the system's temporary one; removed by the returned function. */
export function scratchFolder(): { dir: string; remove: () => void } {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kenes-test-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Starts `node app/launch.mjs` (or `npm start`, or that of another checkout) with `env` on a free port (unless `env.PORT`), resolves when it is
 * ready; rejects with all it said when it ends before.
 */
export async function startApp(
  env: Record<string, string>,
  how: { throughNpm: true } | { of: string } = { of: '.' },
): Promise<RunningApp> {
  const command = 'of' in how ? [process.execPath, path.join(how.of, 'app/launch.mjs')] : ['npm', 'start'];
  const begun = launch(command, { PORT: '0', ...env });
  const found = await said(begun, READY);
  return running(begun, found[1] === undefined || found[1] === 'at work' ? '' : found[1]);
}

/** Starts it and resolves as soon as it says `line`, or where that is a question, as soon as the answer is yes: it is still starting. */
export async function beginApp(env: Record<string, string>, line: RegExp | (() => boolean)): Promise<RunningApp> {
  const begun = launch([process.execPath, 'app/launch.mjs'], { PORT: '0', ...env });
  if (line instanceof RegExp) await said(begun, line);
  else while (!line()) await new Promise((resolve) => setImmediate(resolve));
  return running(begun, '');
}

type Begun = ReturnType<typeof launch>;

/** What matches in its words, as soon as they do; rejects with all it said when it ends before. */
const said = ({ process: child, logs, ended }: Begun, line: RegExp): Promise<RegExpExecArray> =>
  new Promise((resolve, reject) => {
    child.stdout.on('data', () => {
      const found = line.exec(logs());
      if (found) resolve(found);
    });
    void ended.then(({ code, signal }) =>
      reject(new Error(`the app ended (${signal ?? code}) before it said ${line}:\n${logs()}`)),
    );
  });

const running = ({ process: child, logs, ended }: Begun, url: string): RunningApp => ({
  url,
  pid: child.pid ?? 0,
  logs,
  kill(signal) {
    child.kill(signal);
    return ended;
  },
  killGroup(signal) {
    process.kill(-(child.pid ?? 0), signal);
    return ended;
  },
});

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
    // A group of its own, as under a shell: its signals are not the tests'.
    detached: true,
  });
  let words = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (words += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words += text));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  return { process: child, logs: () => words, ended };
}
