// `npm start`: prepares a fresh clone, makes sure it is alone on the data folder, opens the front door (build/start.js, made of
// start.ts) in this very process, and ends it cleanly on a signal. Plain JavaScript without a dependency: nothing is installed yet.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { takeLock } from './lock.mjs';
import { prepare, root } from './prepare.mjs';

/** A web behind a proxy first takes requests for a while longer (DRAIN_SECONDS). */
const PATIENCE_MS = 25_000 + 1000 * Number(process.env.DRAIN_SECONDS || 5);
const HURRY_MS = 1_000;
const began = performance.now();
const log = (line) => console.log(`[${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s] ${line}`);
const refuse = (sentence) => {
  console.error(sentence);
  process.exit(1);
};
// Whoever read our words may be gone before us.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  refuse(`Node ${process.version} is too old: Kenes needs 20.19 or newer.`);

const dataDir = path.resolve(process.env.DATA_DIR || path.join(root, 'data'));
process.env.DATA_DIR = dataDir;
process.env.NODE_ENV = 'production';
process.chdir(root);
try {
  fs.mkdirSync(dataDir, { recursive: true });
  fs.accessSync(dataDir, fs.constants.W_OK);
} catch (error) {
  refuse(`The data folder ${dataDir} can not be written to (${error.code}): set DATA_DIR to a folder that can.`);
}

// The embedded database belongs to one process; with a database outside, several may share the folder.
const lock = process.env.DATABASE_URL ? null : takeLock(path.join(dataDir, 'run.json'));
if (lock && 'holder' in lock) {
  const { url, pid } = lock.holder;
  refuse(
    `Kenes is already ${url ? `running on this data folder: ${url}` : 'starting on this data folder'} (process ${pid}). Another one needs a DATA_DIR of its own.`,
  );
}

const children = new Set();
const told = new AbortController();
let started = null;
/** When the end began, in milliseconds since the start. */
let ending = null;

async function end(why, code) {
  if (ending !== null) {
    // Ctrl-C reaches us from the terminal and from npm at once; only someone who asks again later is in a hurry.
    if (performance.now() - ending > HURRY_MS) process.exit(1);
    return;
  }
  ending = performance.now();
  // Connections that were just being made when the database went down have nobody left to tell.
  process.on('uncaughtException', () => {});
  process.on('unhandledRejection', () => {});
  log(`stopping: ${why}`);
  setTimeout(() => {
    log(`it did not stop within ${PATIENCE_MS / 1000} s and is ended as it stands; nothing acknowledged is lost`);
    process.exit(1);
  }, PATIENCE_MS).unref();
  for (const child of children) child.kill('SIGTERM');
  told.abort(new Error(`the start was ended: ${why}`));
  const { stop } = (await started?.catch(() => null)) ?? {};
  await stop?.().catch((error) => console.error(error.message));
  log('stopped');
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(signal, 0));
// A signal to `npm start` ends npm and its shell without a word to us: follow the parent.
const parent = process.ppid;
if (process.env.npm_lifecycle_event)
  setInterval(() => {
    if (process.ppid !== parent && ending === null) void end('npm is gone', 0);
  }, 500).unref();

try {
  await prepare({ say: log, children });
  const { main } = await import(pathToFileURL(path.join(root, 'build/start.js')).href);
  if (ending === null) {
    started = main({ log, signal: told.signal });
    const { url } = await started;
    if (ending === null) {
      lock?.note(url ? { url } : {});
      log(`ready: ${url ?? 'at work'}`);
    }
  }
} catch (error) {
  // A signal to the whole group (Ctrl-C) ends our helpers too: it is heard before their failure is judged.
  for (let turn = 0; turn < 2; turn++) await new Promise((heard) => setImmediate(heard));
  if (ending === null) {
    console.error(error instanceof Error ? error.message : error);
    if (process.env.LOG_LEVEL === 'debug') console.error(error);
    await end('it could not start', 1);
  }
}
