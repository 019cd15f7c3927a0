// npm run simulate -- --months 12 --appeals 5000 --rounds 24 --waves 1 --seed 1 [--until 2026-11-23]: fills an empty database through the
// commands with a moved clock. The same seed and last day give the same country, to the hash but for what waves keep secret (keys,
// credentials, and the order of answers are nobody's to give twice). Says how much of everything happened, whether the ledger is whole, and
// what tables tell of the trust that was planted. Exit code 1 where the ledger is not whole.
import { z } from 'zod';
import { addMonths, dayOf, instantOf, isDay, type Day } from '../app/core/day';
import { verifyLedger } from '../app/data/verify';
import { readArguments, withWorld } from '../app/script';
import { cover } from '../workers/cover';
import { chance } from './chance';
import { randomCourses } from './courses';
import { happened } from './happened';
import { live } from './live';
import { yearly } from './live-waves';
import { recoveredFrom } from './recovered';

const input = z.object({
  months: z.coerce.number().int().min(1).max(120).default(12),
  appeals: z.coerce.number().int().min(1).max(1_000_000).default(1000),
  rounds: z.coerce.number().int().min(0).max(10_000).default(12),
  waves: z.coerce.number().int().min(0).max(100).default(1),
  seed: z.coerce.number().int().min(0).default(1),
  until: z.custom<Day>((value) => typeof value === 'string' && isDay(value)).optional(),
});

/** What happens around cases beside their main line, and how often: of each one case in eight, at each body an absence every five weeks. */
const DESKS = { every: 8, awayEvery: 35, refusals: 2 };

await withWorld(async (world) => {
  const { months, appeals, rounds, waves, seed, until } = input.parse(readArguments(process.argv.slice(2)));
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
    waves: { courses: yearly({ waves, from, until: last }), chance: chance(seed + 2) },
    desks: { ...DESKS, chance: chance(seed + 3) },
    progress: (done, day) => {
      if (done - shown < appeals / 20) return;
      shown = done;
      console.error(`${day}: ${done} of ${appeals} appeals`);
    },
  });
  const looked = await cover(world, new AbortController().signal);
  console.log(`${looked} reminders of ${months} months looked at: /reminders says how many left on their day`);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${lived.filed} appeals, ${lived.rounds.length} rounds and ${lived.waves.length} waves from ${from} to ${last} in ${seconds.toFixed(1)} s (${lived.refused} acts refused, as in life)`,
  );
  for (const { told, count } of await happened(world)) console.log(`${String(count).padStart(6)} ${told}`);
  const { events, streams, obligations, faults } = await verifyLedger(world);
  for (const { stream, what } of faults) console.log(`${stream}: ${what}`);
  console.log(
    `${events} events in ${streams} streams and ${obligations} obligations checked: ${faults.length === 0 ? 'all as written' : `${faults.length} faults`}`,
  );
  if (faults.length > 0) process.exitCode = 1;
  const recovered = await recoveredFrom(world, lived.waves);
  const slugs = new Map(
    (await world.db.prisma.body.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [id, slug]),
  );
  for (const { wave, kind, direction, cell, seen, truth, figure, holds } of recovered)
    console.log(
      `wave ${wave + 1} ${(slugs.get(cell) ?? 'all').padEnd(20)} ${(direction ?? kind).padEnd(12)} ${seen.padEnd(8)} n ${String(figure.n).padStart(3)}: planted ${truth.toFixed(2)}, published ${figure.estimate.toFixed(2)} (${figure.low.toFixed(2)} to ${figure.high.toFixed(2)})${holds ? '' : ' MISSED'}`,
    );
  if (recovered.length > 0)
    console.log(
      `${recovered.filter(({ holds }) => holds).length} of ${recovered.length} intervals hold what was planted`,
    );
});
