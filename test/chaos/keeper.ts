// Keeps processes of web and worker running, as a supervisor does: one that is killed, or falls by itself, is started again, as often as it takes.
import type { RunningApp } from '../help/app';

export type Keeper = {
  /** Kills one of them where it is, if one is running. */
  kill(which: number): void;
  /** How often one ended that nobody had killed, with its last words. */
  falls: string[];
  /** Resolves when all are running. */
  all(): Promise<void>;
  stop(): Promise<void>;
};

type Place = { app: RunningApp | null; killed: boolean };
const LOOK_MS = 100;

type Kept = {
  count: number;
  start: () => Promise<RunningApp>;
  came?: (app: RunningApp) => void;
  went?: (app: RunningApp) => void;
};

export function keep({ count, start, came = () => {}, went = () => {} }: Kept): Keeper {
  const falls: string[] = [];
  const places: Place[] = Array.from({ length: count }, () => ({ app: null, killed: false }));
  let going = true;
  const lives = ({ pid }: RunningApp): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  const keepOne = async (place: Place) => {
    while (going) {
      if (place.app && !lives(place.app)) {
        went(place.app);
        if (!place.killed) falls.push(place.app.logs().slice(-600));
        Object.assign(place, { app: null, killed: false });
      }
      // A start while the database is away fails: it is tried again.
      if (!place.app) {
        place.app = await start().catch(() => null);
        if (place.app) came(place.app);
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  };
  const keeping = places.map(keepOne);
  return {
    falls,
    kill(which) {
      const place = places[which % count];
      if (!place?.app) return;
      place.killed = true;
      void place.app.kill('SIGKILL');
    },
    async all() {
      while (places.some(({ app }) => app === null || !lives(app)))
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    },
    async stop() {
      going = false;
      await Promise.all(keeping);
      await Promise.all(places.flatMap(({ app }) => (app ? [app.kill('SIGTERM')] : [])));
    },
  };
}
