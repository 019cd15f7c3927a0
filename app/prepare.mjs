// Everything between a fresh clone and a Kenes that can start: packages, database client, build. Called by launch.mjs, by the
// tests, and by itself for images (`node app/prepare.mjs`). Plain JavaScript without a dependency, because nothing is installed yet.
// Promises: a step whose inputs did not change since it succeeded is not done again; a step that was killed is.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { takeLock } from './lock.mjs';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);
const read = (file) => {
  try {
    return JSON.parse(fs.readFileSync(at(file), 'utf8'));
  } catch {
    return null;
  }
};

const STAMPS = '.prepared/stamps.json';
const LOCK = '.prepared/lock';
const BUILT_FROM = ['app', 'guide', 'workers', 'prisma', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];
/** Read at run time, or made from the rest: no reason to build again. */
const NOT_BUILT = /\.(?:ya?ml|md|sql|toml)$|^prisma[\\/]generated$|^app[\\/](?:launch|lock)\.mjs$/;

/** The steps in their order. `isDone` is asked again after waiting for another process, `run` does the work. */
const steps = [
  {
    name: 'packages',
    doing: 'installing packages (once; about a minute)',
    isDone: () => isInstalled({ tools: !(isStamped('client') && isStamped('build')) }),
    run: (children) =>
      npm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], children),
  },
  {
    name: 'client',
    doing: 'generating the database client (a few seconds)',
    inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
    made: 'prisma/generated/client.ts',
    isDone: () => isStamped('client'),
    // Generating needs no schema engine, but looks for one and would go and fetch it: any program that is there will do.
    run: (children) =>
      node(['node_modules/prisma/build/index.js', 'generate', '--no-hints'], children, {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      }),
  },
  {
    name: 'build',
    doing: 'building the site (about ten seconds)',
    inputs: BUILT_FROM,
    made: 'build/server/index.js',
    isDone: () => isStamped('build') && fs.existsSync(at('build/start.js')),
    async run(children) {
      await node(['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], children, { NODE_ENV: 'production' });
      await bundle();
    },
  },
];

/**
 * Does what is still to be done up to the step `until` (packages, client or build), saying what and how long it takes. Throws an
 * Error that ends with the words of the step that failed.
 */
export async function prepare({ say, children = new Set(), until = 'build' }) {
  const wanted = steps.slice(0, steps.findIndex(({ name }) => name === until) + 1);
  if (wanted.every((step) => step.isDone())) return;
  const lock = await onlyOne(say);
  try {
    for (const step of wanted) {
      if (step.isDone()) continue;
      const key = step.inputs && hashOf(step.inputs);
      const began = performance.now();
      const seconds = () => Math.round((performance.now() - began) / 1000);
      say(`${step.doing} …`);
      const patience = setInterval(() => say(`  … still ${step.doing.replace(/ \(.*/, '')}, ${seconds()} s`), 5_000);
      try {
        await step.run(children);
      } finally {
        clearInterval(patience);
      }
      if (key) fs.writeFileSync(at(STAMPS), JSON.stringify({ ...read(STAMPS), [step.name]: key }));
      say(`${step.name}: done in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
  } finally {
    lock.release();
  }
}

async function onlyOne(say) {
  for (let asked = 0; ; asked++) {
    const lock = takeLock(at(LOCK));
    if ('release' in lock) return lock;
    if (asked === 0) say(`waiting for process ${lock.holder.pid}, which is preparing the same checkout …`);
    await sleep(500);
  }
}

function isStamped(name) {
  const { inputs, made } = steps.find((step) => step.name === name);
  const stamp = read(STAMPS)?.[name];
  return stamp !== undefined && fs.existsSync(at(made)) && stamp === hashOf(inputs);
}

/** Whether node_modules is what the lock says; npm notes what it installed, as the last thing it does. `tools`: also what only building and testing need. */
function isInstalled({ tools }) {
  const wanted = read('package-lock.json')?.packages;
  const installed = read('node_modules/.package-lock.json')?.packages;
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([place, { version, optional, dev, devOptional }]) => {
    if (place === '') return true;
    const found = installed[place];
    if (!found) return Boolean(optional) || (!tools && Boolean(dev || devOptional));
    return found.version === version;
  });
}

function hashOf(inputs) {
  const hash = createHash('sha256').update(process.platform);
  const add = (file) => {
    const stat = fs.statSync(at(file), { throwIfNoEntry: false });
    if (!stat || NOT_BUILT.test(file)) return;
    if (stat.isDirectory()) for (const entry of fs.readdirSync(at(file)).sort()) add(path.join(file, entry));
    else
      hash
        .update(file)
        .update('\0')
        .update(fs.readFileSync(at(file)));
  };
  for (const input of inputs) add(input);
  return hash.digest('hex');
}

async function bundle() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [at('app/start.ts')],
    outfile: at('build/start.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'silent',
    absWorkingDir: root,
  });
}

const npm = (args, children) =>
  process.env.npm_execpath
    ? node([process.env.npm_execpath, ...args], children, { NODE_ENV: '' })
    : run('npm', args, children, { NODE_ENV: '' });
const node = (args, children, env) => run(process.execPath, args, children, env);

function run(command, args, children, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    children.add(child);
    let words = '';
    const listen = (text) => (words = (words + text).slice(-6_000));
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      children.delete(child);
      if (code === 0) resolve();
      else
        reject(
          new Error(`${[path.basename(command), ...args].join(' ')} ended with ${signal ?? code}:\n${words.trim()}`),
        );
    });
  });
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await prepare({ say: (line) => console.log(line) }).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
