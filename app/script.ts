// Gives a command-line script the same world as the running house: same configuration, same database, no web and no workers.
import { compose, openLog } from './compose';
import { readConfig } from './config';
import { openDatabase } from './data/open';
import type { World } from './world';

/** Where a script works instead: an embedded database in a data folder of its own. */
type Elsewhere = { databaseUrl: null; dataDir: string };

/** Runs `work` and closes everything after it; a failure prints its one sentence and sets the exit code. */
export async function withWorld(
  work: (world: World, place: { dataDir: string }) => Promise<void>,
  elsewhere?: Elsewhere,
): Promise<void> {
  const say = (line: string) => console.error(line);
  try {
    const config = { ...readConfig(), ...elsewhere };
    const database = await openDatabase({ ...config, log: say });
    try {
      const { world, close } = await compose({
        ...config,
        replyDomain: config.replies?.domain ?? null,
        databaseUrl: database.url,
        origin: config.origin ?? 'http://localhost:3000',
        log: openLog('warn'),
      });
      try {
        await work(world, config);
      } finally {
        await close();
      }
    } finally {
      await database.close();
    }
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** '--name value' and '--flag' of the command line, by name. */
export function readArguments(args: readonly string[]): Record<string, string> {
  const read: Record<string, string> = {};
  args.forEach((argument, i) => {
    if (!argument.startsWith('--')) return;
    const next = args[i + 1];
    read[argument.slice(2)] = next === undefined || next.startsWith('--') ? 'yes' : next;
  });
  return read;
}
