// `npm test`: prepares a fresh clone, then runs every check, one line each, and ends with how many passed and failed.
// `npm test -- pattern` runs only the tests of files whose path has the pattern in it. What can't run where a tool is absent is
// skipped and named; with CI set, such a skip is a failure. Plain JavaScript without a dependency: nothing is installed yet.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { prepare, root } from '../app/prepare.mjs';

process.chdir(root);
const CI = Boolean(process.env.CI) && process.env.CI !== 'false';
const HEARTBEAT_MS = 15_000;
const results = path.join(root, 'node_modules/.cache/test-results');
const pattern = process.argv.slice(2);
const say = (line) => console.log(line);

const checks = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '--noEmit'] },
  { name: 'lint', args: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--quiet'] },
  { name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
  { name: 'guide', args: ['node_modules/tsx/dist/cli.mjs', 'guide/check.ts'] },
];
const projects = [
  { name: 'core', title: 'tests of the rules' },
  { name: 'db', title: 'tests on PostgreSQL' },
  { name: 'journeys', title: 'journeys', needsBuild: true },
  { name: 'starts', title: 'starts and ends', needsBuild: true },
];
const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs a program of this checkout; resolves to its exit code and words. Says now and then that it is still at it. */
function run(name, args, { live = false } = {}) {
  return new Promise((resolve) => {
    const began = performance.now();
    const env = { ...process.env, ...(live ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }), NODE_ENV: '' };
    const child = spawn(process.execPath, args, {
      env,
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    });
    let words = '';
    child.stdout?.on('data', (text) => (words += text));
    child.stderr?.on('data', (text) => (words += text));
    const heartbeat = setInterval(
      () => live || say(`  … ${name}: ${Math.round((performance.now() - began) / 1000)} s`),
      HEARTBEAT_MS,
    );
    child.once('close', (code) => {
      clearInterval(heartbeat);
      resolve({ code: code ?? 1, words: words.trim(), seconds: ((performance.now() - began) / 1000).toFixed(1) });
    });
  });
}

async function check({ name, args }) {
  const { code, words, seconds } = await run(name, args);
  total[code === 0 ? 'passed' : 'failed'] += 1;
  say(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (code !== 0) say(indented(words));
}

async function builds() {
  const began = performance.now();
  const fault = await prepare({ say: (line) => line.startsWith('  …') && say(line) }).then(
    () => null,
    (error) => error,
  );
  total[fault ? 'failed' : 'passed'] += 1;
  say(`${fault ? 'FAIL' : 'ok  '} build (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  if (fault) say(indented(fault.message));
  return !fault;
}

/** Runs vitest with `args` and adds what its report says; a run that failed without a failed test counts as one. */
async function tests(name, title, args, options) {
  const report = path.join(results, `${name}.json`);
  fs.rmSync(report, { force: true });
  const { code, words, seconds } = await run(
    title,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    options,
  );
  const found = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : { testResults: [] };
  const each = found.testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (...states) => each.filter(({ status }) => states.includes(status)).length;
  const passed = count('passed');
  const failed = Math.max(count('failed'), code === 0 ? 0 : 1);
  const skipped = each.filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo');
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped.length;
  say(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${title}: ${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ''} (${seconds} s)`,
  );
  if (failed > 0 && words) say(indented(words));
  for (const { fullName } of skipped) say(`  skipped: ${fullName}`);
}

const indented = (text) => text.replace(/^/gm, '  | ');

process.on('SIGINT', () => process.exit(130));
try {
  await prepare({ say, until: 'client' });
  fs.mkdirSync(results, { recursive: true });
  if (pattern.length > 0) await tests('some', 'the chosen tests', pattern, { live: true });
  else {
    for (const one of checks) await check(one);
    const built = await builds();
    for (const { name, title, needsBuild } of projects)
      if (built || !needsBuild) await tests(name, title, [`--project=${name}`, '--passWithNoTests']);
  }
} catch (error) {
  total.failed += 1;
  say(`FAIL ${error.message}`);
}
if (total.skipped > 0)
  say(
    `${total.skipped} tests were skipped because a tool is absent (redis-server, or a browser)${CI ? '; with CI set this is a failure' : ''}.`,
  );
if (CI) total.failed += total.skipped;
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
