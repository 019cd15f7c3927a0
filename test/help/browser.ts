// A real browser for the journeys: the Chromium from npm, which is the same everywhere, has no windows to draw and opens pages in half the
// time; where that one does not run, the system's.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import zlib from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { takeLock } from '../../app/lock.mjs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
];
const CACHE = path.resolve('node_modules/.cache/chromium');
/** The one from npm is for Linux on x64. */
const canUnpack = process.platform === 'linux' && process.arch === 'x64';

/** Whether this machine has a browser: tests that need one say `describe.skipIf(!hasBrowser)`. */
export const hasBrowser = canUnpack || INSTALLED.some((file) => existsSync(file));

/** Starts it, without a window. The caller closes it. */
export async function startBrowser(): Promise<Browser> {
  const packed = canUnpack ? await unpacked() : null;
  // The package's own arguments would end the browser with its first page and switch web security off.
  if (packed)
    return chromium.launch({ executablePath: packed.file, args: ARGUMENTS, env: { ...environment(), ...packed.env } });
  const installed = INSTALLED.find((file) => existsSync(file) && runs(file, {}));
  if (!installed) throw new Error('no browser runs here');
  return chromium.launch({ executablePath: installed, args: ARGUMENTS });
}

const environment = () =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const runs = (file: string, env: Record<string, string>): boolean =>
  spawnSync(file, ['--version', '--no-sandbox'], { stdio: 'ignore', env: { ...process.env, ...env } }).status === 0;

/** The browser from npm, unpacked once per checkout, with what it needs to run here; null when it does not. */
async function unpacked(): Promise<{ file: string; env: Record<string, string> } | null> {
  const file = path.join(CACHE, 'chromium');
  if (!existsSync(file)) await unpack();
  // libnss3 and libnspr4 are on most desktops and few servers.
  const withLibraries = { LD_LIBRARY_PATH: path.join(CACHE, 'lib') };
  return [{}, withLibraries].map((env) => ({ file, env })).find(({ env }) => runs(file, env)) ?? null;
}

/** All of it or nothing, by one process at a time. */
async function unpack(): Promise<void> {
  const lock = await alone(`${CACHE}.lock`);
  try {
    if (existsSync(path.join(CACHE, 'chromium'))) return;
    const dir = `${CACHE}.new`;
    for (const old of [dir, CACHE]) rmSync(old, { recursive: true, force: true });
    mkdirSync(dir, { recursive: true });
    const before = process.env.TMPDIR;
    // It unpacks into the temporary folder, where another account's copy may stand in the way.
    process.env.TMPDIR = dir;
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    const archive = path.join(dir, 'libraries.tar');
    const packedLibraries = path.resolve('node_modules/@sparticuz/chromium/bin/al2023.tar.br');
    writeFileSync(archive, zlib.brotliDecompressSync(readFileSync(packedLibraries)));
    execFileSync('tar', ['-C', dir, '-xf', archive]);
    rmSync(archive);
    renameSync(dir, CACHE);
  } finally {
    lock.release();
  }
}

async function alone(file: string) {
  for (;;) {
    const lock = takeLock(file);
    if ('release' in lock) return lock;
    await sleep(100);
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
type Finding = { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] };

/** Rules that a missing or foreign word breaks. */
const OF_WORDS = [
  ...['html-has-lang', 'html-lang-valid', 'valid-lang', 'document-title', 'empty-heading', 'image-alt', 'svg-img-alt'],
  ...['link-name', 'button-name', 'input-button-name', 'label', 'select-name', 'summary-name', 'empty-table-header'],
];
/** What axe has against the page that is open, one line a finding; empty when all is well. Runs in spite of the page's policy on scripts. `words`: only what differs from one language to the other, for a page that was judged whole in another. */
export async function faultsOf(page: Page, { words = false }: { words?: boolean } = {}): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  const options = { runOnly: words ? { type: 'rule', values: OF_WORDS } : RULES, resultTypes: ['violations'] };
  const found = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then((result) => result.violations)`,
  )) as Finding[];
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
