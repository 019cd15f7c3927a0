// How long a start takes and what it keeps in memory: with an empty data folder (database made, migrated, seeded), and again.
// Installing and building come on top on a fresh clone; time those with a clone of your own.
import { readFileSync } from 'node:fs';
import { scratchFolder, startApp } from '../help/app';

const memory = (pid: number): string =>
  `${Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)} MB`;

export async function benchStart(): Promise<void> {
  const { dir, remove } = scratchFolder();
  try {
    for (const name of ['empty data folder', 'second start']) {
      const began = performance.now();
      const app = await startApp({ DATA_DIR: dir, LOG_LEVEL: 'warn' });
      const seconds = (performance.now() - began) / 1000;
      await fetch(`${app.url}/ru`);
      console.log(`  ${name.padEnd(42)} ready after ${seconds.toFixed(1)} s, node ${memory(app.pid)} resident`);
      await app.kill('SIGTERM');
    }
  } finally {
    remove();
  }
}
