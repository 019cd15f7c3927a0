// The simulated country's waves, asked, answered and counted by commands: what was planted is what the published tables say, as often as
// their intervals promise. How often that is for each kind of interval, hundreds of waves tell in test/core/trust-recovery.test.ts.
import { expect, it } from 'vitest';
import { addDays, instantOf } from '../../app/core/day';
import { verifyLedger } from '../../app/data/verify';
import { chance } from '../../prisma/chance';
import { live } from '../../prisma/live';
import { recoveredFrom } from '../../prisma/recovered';
import { scratchDatabase } from '../help/database';
import { testWorld } from '../help/world';
import { binomial } from '../core/statistics/coverage';

/** Said before it was looked at: more misses than this, at 5 % each, come by chance less than once in a thousand. */
const UNLIKELY = 0.001;
const missesAllowed = (of: number): number => {
  let [misses, beyond] = [0, 1 - binomial(0, of, 0.05)];
  while (beyond >= UNLIKELY) beyond -= binomial(++misses, of, 0.05);
  return misses;
};

it('the tables of counted waves recover the planted trust, of all and of each body, in both directions', async () => {
  const { world } = testWorld('2026-06-10', (await scratchDatabase({ empty: false })).url);
  const bodies = ['social', 'ecology'];
  const lived = await live(world, {
    ...{ appeals: 130, from: '2026-04-13', until: instantOf('2026-06-06', '12:00'), chance: chance(1) },
    ...{ focus: { slug: 'social', share: 0.3 } },
    waves: {
      courses: Array.from({ length: 7 }, (_, n) => ({
        ...{ opens: addDays('2026-05-08', 4 * n), closes: addDays('2026-05-10', 4 * n), bodies },
      })),
      chance: chance(2),
    },
  });
  const recovered = await recoveredFrom(world, lived.waves);
  const of = (kind: string) => recovered.filter((one) => one.kind === kind);
  const seen = of('body').map(({ direction, seen }) => `${direction} ${seen}`);
  expect(seen).toEqual(expect.arrayContaining(['ngo_to_body public', 'body_to_ngo public', 'ngo_to_body internal']));
  expect(of('total').map(({ direction }) => direction)).toEqual(expect.arrayContaining(['ngo_to_body', 'body_to_ngo']));
  // Panels are drawn apart from each other: so are the misses of their intervals.
  expect(of('body').length).toBeGreaterThanOrEqual(12);
  for (const kind of ['body', 'total', 'gap'])
    expect(of(kind).filter(({ holds }) => !holds).length, kind).toBeLessThanOrEqual(missesAllowed(of(kind).length));
  // The tables tell different levels apart: they are no one number with wide intervals.
  const figures = of('body').map(({ figure }) => figure);
  expect(Math.max(...figures.map(({ low }) => low))).toBeGreaterThan(Math.min(...figures.map(({ high }) => high)));
  expect((await verifyLedger(world)).faults).toEqual([]);
}, 90_000);
