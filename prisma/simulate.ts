// npm run simulate -- --months 12 --appeals 5000 --rounds 24 --seed 1 [--until 2026-11-23]: fills an empty database through the commands
// with a moved clock. The same seed and last day give the same country, to the hash.
import { z } from 'zod';
import { addMonths, dayOf, instantOf, isDay, type Day } from '../app/core/day';
import { readArguments, withWorld } from '../app/script';
import { chance } from './chance';
import { randomCourses } from './courses';
import { live } from './live';

const input = z.object({
  months: z.coerce.number().int().min(1).max(120).default(12),
  appeals: z.coerce.number().int().min(1).max(1_000_000).default(1000),
  rounds: z.coerce.number().int().min(0).max(10_000).default(12),
  seed: z.coerce.number().int().min(0).default(1),
  until: z.custom<Day>((value) => typeof value === 'string' && isDay(value)).optional(),
});

await withWorld(async (world) => {
  const { months, appeals, rounds, seed, until } = input.parse(readArguments(process.argv.slice(2)));
  if ((await world.db.prisma.body.count()) > 0)
    throw new Error(
      'The database is not empty: simulate fills an empty one (set DATA_DIR or DATABASE_URL to another).',
    );
  const last = until ?? dayOf(world.now());
  // Before the first edition came into force there is no law to count by.
  const first = world.guide.editions.map((edition) => edition.in_force_from).sort()[0];
  const wanted = addMonths(last, -months);
  const from = first !== undefined && wanted < first ? first : wanted;
  const started = performance.now();
  let shown = 0;
  // When rounds are held is drawn apart, before life begins.
  const course = chance(seed + 1);
  const lived = await live(world, {
    appeals,
    from,
    until: until ? instantOf(last, '12:00') : world.now(),
    chance: chance(seed),
    rounds: (country) => randomCourses(country, { rounds, from, until: last, chance: course }),
    progress: (done, day) => {
      if (done - shown < appeals / 20) return;
      shown = done;
      console.error(`${day}: ${done} of ${appeals} appeals`);
    },
  });
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${lived.filed} appeals and ${lived.rounds.length} rounds from ${from} to ${last} in ${seconds.toFixed(1)} s (${lived.refused} acts refused, as in life)`,
  );
});
