// npm run attack [-- --participants 200 --backups 400|every_act --seed 1]: makes a wave of a survey on a scratch database, lets people take part by
// the pages, and plays an insider who has the database, backups of it and all logs, and wants to know who answered what. Ends with 1
// where a strategy beats chance, or where a control that leaks on purpose is not found: the one on lengths rests on answers that backups link
// for sure, of which it needs 23 (there are 28 by default), so with far fewer people it is not found. Needs a built app (npm start builds it).
import path from 'node:path';
import { z } from 'zod';
import { readArguments } from '../../app/script';
import { chance } from '../../prisma/chance';
import { openGround } from '../bench/ground';
import { LEAKS } from './leaks';
import { byPages } from './pages';
import { play, playUnpromised, type Played } from './play';
import { talkativeDatabase } from './talkative';
import { attackedWave, type Scene } from './wave';

const input = z.object({
  participants: z.coerce.number().int().min(30).max(5000).default(200),
  backups: z.union([z.literal('every_act'), z.coerce.number().int().min(1).max(10_000)]).default(400),
  seed: z.coerce.number().int().min(0).default(1),
});
/** Over all strategies together. */
const FALSE_ALARM = 0.01;
/** Small panels beside the large one: two that are pooled, one that is just large enough to be kept apart. */
const SMALL = [3, 4, 7];

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const line = ({ name, right, guesses, chance: level, low, high, beats }: Played): string =>
  guesses === 0
    ? `  ${name.padEnd(66)} nothing to guess from`
    : `  ${name.padEnd(66)} ${String(right).padStart(4)} of ${String(guesses).padEnd(4)} chance ${percent(level).padStart(6)}, 95 % interval ${percent(low)} to ${percent(high)}: ${beats ? 'BEATS CHANCE' : 'no better than chance'}`;

const by = () => ({ chance: chance(seed), falseAlarm: FALSE_ALARM });
const { participants, backups, seed } = input.parse(readArguments(process.argv.slice(2)));
const database = await talkativeDatabase();
const ground = await openGround(database.url);
try {
  let now = Date.now();
  const logs: string[] = [];
  const note =
    (level: string) =>
    (...said: unknown[]) =>
      void logs.push(JSON.stringify([level, ...said]));
  const world = {
    ...ground.world,
    now: () => now,
    log: { info: note('info'), warn: note('warn'), error: note('error') },
  };
  const scene: Scene = { world, logs, at: (moment) => (now = moment) };
  const house = await byPages(scene, path.resolve('build'));
  const began = performance.now();
  const {
    holdings: found,
    truths,
    seal,
  } = await attackedWave({
    ...{ scene, chance: chance(seed), backups, atOnce: 0.6, way: house },
    sizes: [participants, ...SMALL],
  }).finally(() => house.stop());
  const ofDatabase = database.lines();
  const holdings = { ...found, logs: [...found.logs, ...ofDatabase] };
  const rows = Object.values(holdings.final).reduce((sum, table) => sum + table.length, 0);
  console.log(
    `${truths.length} answered among ${[participants, ...SMALL].join(' + ')} invited (${((performance.now() - began) / 1000).toFixed(0)} s, seed ${seed}). The insider has ${rows} rows, ${holdings.backups.length} backups, ${logs.length} lines of the house's log, ${ofDatabase.length} of the database's with every statement and what was in it.\n`,
  );
  const played = play(holdings, truths, by());
  console.log('Who gave which answer?');
  for (const one of played) console.log(line(one));
  console.log('\nControls: the same with a leak put in on purpose');
  const missed: string[] = [];
  for (const [name, leak] of Object.entries(LEAKS)) {
    const found = play(leak(holdings, truths), truths, by()).filter(({ beats }) => beats);
    if (found.length === 0) missed.push(name);
    console.log(`  ${name}: ${found.length === 0 ? 'NOT FOUND' : 'found'}`);
    for (const one of found) console.log(`  ${line(one)}`);
  }
  console.log('\nNot promised: with a copy of the seal, taken while the wave was open');
  for (const one of await playUnpromised(holdings, truths, { seal, ...by() })) console.log(line(one));
  const leaks = played.filter(({ beats }) => beats);
  if (leaks.length > 0 || missed.length > 0) process.exitCode = 1;
  console.log(
    `\n${leaks.length === 0 ? `None of ${played.length} strategies beats chance.` : `${leaks.length} of ${played.length} strategies beat chance.`}${missed.length > 0 ? ` Controls not found: ${missed.join('; ')}.` : ''}`,
  );
} finally {
  await ground.close();
  await database.close();
}
