// The insider of `npm run attack` in short: no strategy tells who answered what, and each kind of leak would be found.
import { expect, it } from 'vitest';
import { instantOf, type Instant } from '../../app/core/day';
import { chance } from '../../prisma/chance';
import { LEAKS } from '../attack/leaks';
import { play, playUnpromised } from '../attack/play';
import { attackedWave, byCommands, type Scene } from '../attack/wave';
import { testWorld } from '../help/world';

const { world: bare } = testWorld();
let now: Instant = instantOf('2026-02-02', '10:00');
const logs: string[] = [];
const note = (...said: unknown[]) => void logs.push(JSON.stringify(said));
const world = { ...bare, now: () => now, log: { info: note, warn: note, error: note } };
const scene: Scene = { world, logs, at: (moment) => (now = moment) };
const by = () => ({ chance: chance(7), falseAlarm: 0.0005 });

it('who has the database, its backups and all logs guesses no better than chance who answered what; what leaks on purpose is found', async () => {
  const { holdings, truths, seal } = await attackedWave({
    ...{ scene, chance: chance(7), sizes: [60, 3, 4], backups: 'every_act', atOnce: 0.9, way: byCommands(scene) },
  });
  expect(truths.length).toBeGreaterThan(45);
  expect(play(holdings, truths, by()).filter(({ beats }) => beats)).toEqual([]);
  for (const [name, leak] of Object.entries(LEAKS)) {
    const found = play(leak(holdings, truths), truths, by()).filter(({ beats }) => beats);
    expect(found.length, name).toBeGreaterThan(0);
  }
  // Against whoever copied the seal in time nothing helps: that the attack can win at all is seen here.
  for (const { beats } of await playUnpromised(holdings, truths, { seal, ...by() })) expect(beats).toBe(true);
}, 120_000);
