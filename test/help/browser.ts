// A real browser for the journeys: the system's Chromium, else the one from npm with the libraries it brings along.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import zlib from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';

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

const runs = (file: string): boolean => spawnSync(file, ['--version'], { stdio: 'ignore' }).status === 0;
const installed = INSTALLED.find((file) => existsSync(file) && runs(file));
/** Whether this machine has a browser: tests that need one say `describe.skipIf(!hasBrowser)`. The one from npm is for Linux on x64. */
export const hasBrowser = installed !== undefined || (process.platform === 'linux' && process.arch === 'x64');

/** Starts it, without a window. The caller closes it. */
export async function startBrowser(): Promise<Browser> {
  if (installed) return chromium.launch({ executablePath: installed, args: ARGUMENTS });
  const { executablePath, libraries } = await unpacked();
  // The package's own arguments would end the browser with its first page and switch web security off.
  return chromium.launch({
    executablePath,
    args: ARGUMENTS,
    env: { ...environment(), ...(libraries && { LD_LIBRARY_PATH: libraries }) },
  });
}

const environment = () =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

async function unpacked(): Promise<{ executablePath: string; libraries: string | null }> {
  mkdirSync(CACHE, { recursive: true });
  const before = process.env.TMPDIR;
  // It unpacks into the temporary folder, where another account's copy may stand in the way.
  process.env.TMPDIR = CACHE;
  const { default: packed } = await import('@sparticuz/chromium');
  const executablePath = await packed.executablePath();
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  const complete = spawnSync(executablePath, ['--version', '--no-sandbox'], { stdio: 'ignore' }).status === 0;
  return { executablePath, libraries: complete ? null : librariesDir() };
}

/** libnss3 and libnspr4 are on most desktops and few servers. */
function librariesDir(): string {
  const libraries = path.join(CACHE, 'lib');
  if (existsSync(libraries)) return libraries;
  const archive = path.join(CACHE, 'libraries.tar');
  writeFileSync(
    archive,
    zlib.brotliDecompressSync(readFileSync(path.resolve('node_modules/@sparticuz/chromium/bin/al2023.tar.br'))),
  );
  execFileSync('tar', ['-C', CACHE, '-xf', archive]);
  rmSync(archive);
  return libraries;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
type Finding = { id: string; help: string; nodes: { target: string[]; failureSummary: string }[] };

/** What axe has against the page that is open, one line a finding; empty when all is well. Runs in spite of the page's policy on scripts. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then((result) => result.violations)`,
  )) as Finding[];
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
