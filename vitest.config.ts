// Four kinds of tests: core needs nothing; db works on a real PostgreSQL (one database per test worker, emptied before each file);
// journeys use the whole site as people do, starts begin and end the app itself, and nothing runs beside them. `npm test` runs all of
// them, `npx vitest run <path>` some.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { scratchForTheRun } from './test/help/scratch';

scratchForTheRun();

const inFolders = (...names: string[]) => names.map((name) => `test/${name}/**/*.test.{ts,tsx}`);

/** Files that look at every page or attack every form take longest and begin first: on a fresh clone no earlier run tells so, and two workers would wait for the last. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const long = new Set(sorted.filter(({ moduleId }) => /pages\.test\.ts$|\/hostile\.test\.ts$/.test(moduleId)));
    return [...long, ...sorted.filter((file) => !long.has(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'core',
          include: ['test/*.test.ts', ...inFolders('core', 'guide', 'text', 'ui', 'web', 'documents', 'papers')],
          isolate: false,
          maxWorkers: 2,
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'db',
          include: inFolders('data', 'commands', 'queries', 'workers', 'mail', 'pages'),
          globalSetup: 'test/help/postgres.ts',
          setupFiles: 'test/help/database.ts',
          pool: 'forks',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        esbuild: { jsxDev: false },
        test: {
          name: 'journeys',
          include: inFolders('journeys'),
          globalSetup: 'test/help/postgres.ts',
          // The site runs in the tests' own process: as in production, or React draws pages at half its speed.
          env: { NODE_ENV: 'production' },
          pool: 'forks',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'starts',
          include: inFolders('starts'),
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
