// What happens to them: at random, but the same for the same seed. Each trouble lasts a while and is put right; two may overlap.
import type { Chance } from '../../prisma/chance';
import type { Balancer } from '../help/balancer';
import type { TestRedis } from '../help/redis';
import type { TestSmtp } from '../help/smtp';
import type { Cable } from './cable';
import type { Keeper } from './keeper';

export type Trouble = { what: string; from: number; until: number };
export type Scene = {
  webs: Keeper;
  workers: Keeper;
  redis: TestRedis;
  /** Kills the server where it is, and resolves when it runs again. */
  postgres: { kill(): Promise<void> };
  cables: { postgres: Cable; redis: Cable };
  smtp: TestSmtp;
  balancer: Balancer;
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
type Kind = (scene: Scene, by: Chance) => Promise<void>;

const short = (by: Chance) => pause(by.between(300, 2_500));
const wire =
  (which: 'postgres' | 'redis', act: (cable: Cable, by: Chance) => void): Kind =>
  async ({ cables }, by) => {
    act(cables[which], by);
    await short(by);
    cables[which].mend();
  };
const mood =
  (name: 'refuse' | 'busy' | 'drop' | 'lose'): Kind =>
  async ({ smtp }, by) => {
    smtp.become(name);
    await short(by);
    smtp.become('accept');
  };

export const KINDS: Readonly<Record<string, Kind>> = {
  'web killed': async ({ webs }, by) => webs.kill(by.between(0, 9)),
  'worker killed': async ({ workers }, by) => workers.kill(by.between(0, 9)),
  'Redis killed, all it knew lost': async ({ redis }, by) => {
    await redis.kill();
    await short(by);
    await redis.start();
  },
  'PostgreSQL killed': ({ postgres }) => postgres.kill(),
  'cable to PostgreSQL cut': wire('postgres', (cable) => cable.cut()),
  'cable to PostgreSQL silent': wire('postgres', (cable) => cable.silence()),
  'cable to PostgreSQL slow': wire('postgres', (cable, by) => cable.slow(by.between(20, 200))),
  'cable to PostgreSQL half closed': wire('postgres', (cable) => cable.halfClose()),
  'cable to Redis cut': wire('redis', (cable) => cable.cut()),
  'cable to Redis silent': wire('redis', (cable) => cable.silence()),
  'cable to Redis half closed': wire('redis', (cable) => cable.halfClose()),
  'answers lost on their way to people': async ({ balancer }, by) => {
    balancer.lose('all');
    await short(by);
    balancer.lose('some');
  },
  'mail server says later': mood('busy'),
  'mail server refuses for good': mood('refuse'),
  'mail server drops the line': mood('drop'),
  'mail server takes a letter and its answer is lost': mood('lose'),
};

const mixed = (names: readonly string[], by: Chance): string[] =>
  names
    .map((name) => ({ name, at: by.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ name }) => name);

/** Makes trouble until `signal`; resolves when all is put right, with what happened. */
export async function makeTrouble(
  scene: Scene,
  { by, every, signal }: { by: Chance; every: readonly [number, number]; signal: AbortSignal },
): Promise<Trouble[]> {
  const made: Trouble[] = [];
  const underWay = new Map<string, Promise<void>>();
  let names: string[] = [];
  while (!signal.aborted) {
    // Each kind once before any comes again: a short drill meets most of them.
    if (names.length === 0) names = mixed(Object.keys(KINDS), by);
    const what = names.pop() ?? '';
    const kind = KINDS[what];
    // The same thing is not broken twice at once.
    const about = /web|worker|cable to \w+|mail|\w+/.exec(what)?.[0] ?? what;
    if (kind && !underWay.has(about)) {
      const trouble = { what, from: Date.now(), until: Number.POSITIVE_INFINITY };
      made.push(trouble);
      const over = kind(scene, by).finally(() => {
        trouble.until = Date.now();
        underWay.delete(about);
      });
      underWay.set(about, over);
    }
    await pause(by.between(...every));
  }
  await Promise.all(underWay.values());
  return made;
}
