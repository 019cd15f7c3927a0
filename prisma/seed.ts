// Fills an empty database with a small believable country: ten bodies, eighteen NGOs, three public councils, a good four months of appeals,
// a round in every stage, a counted wave of trust, a contested figure that was restated, demo accounts.
// Called by the front door when the database is empty; the same day gives the same country.
import { drawAudit } from '../app/commands/audits/draw';
import { addDays, dayOf } from '../app/core/day';
import type { World } from '../app/world';
import { chance } from './chance';
import { demoCourses } from './courses';
import { live } from './live';
import { cover } from '../workers/cover';
import { liveContest } from './live-contest';
import { score } from '../workers/score';

const SEED = 2026;
/** Long enough to reach into a quarter whose figures are published, on whichever day the country is made. */
const DAYS = 130;
const APPEALS = 150;
/** The demo officials' ministry: a quarter of all appeals go there. */
const FOCUS = { slug: 'social', share: 0.25 };
/** The yearly wave: days before today on which it opened and closed, and whom it asks about. Each body costs keys, and time of the start. */
const WAVE = { opens: 25, closes: 4, bodies: ['social', 'ecology', 'schools', 'zhetisay-education'] };

/** What happens around cases beside their main line: a few of each, for the start is to be short. */
const DESKS = { every: 26, awayEvery: 130 };

/** Seeds as of now. Says what it does, for it takes a few seconds. Throws the signal's reason when that comes first. */
export async function seedDemo(world: World, log: (line: string) => void, signal?: AbortSignal): Promise<void> {
  log(
    `seeding a small country: ${APPEALS} appeals of the last ${DAYS} days, rounds in every stage, a wave of trust, a few seconds …`,
  );
  const until = world.now();
  const today = dayOf(until);
  const { filed, rounds, waves, country } = await live(world, {
    appeals: APPEALS,
    from: addDays(today, -DAYS),
    until,
    chance: chance(SEED),
    focus: FOCUS,
    rounds: (country) => demoCourses(country, today),
    waves: {
      courses: [{ ...WAVE, opens: addDays(today, -WAVE.opens), closes: addDays(today, -WAVE.closes) }],
      chance: chance(SEED + 1),
    },
    desks: { ...DESKS, chance: chance(SEED + 3) },
    signal,
  });
  const stop = signal ?? new AbortController().signal;
  await score(world, stop);
  // Once figures stand: what the council rules restates them.
  const contested = await liveContest(world, { country, slug: FOCUS.slug, chance: chance(SEED + 2) });
  if (contested) await score(world, stop);
  await cover(world, stop);
  await drawAudit(world, stop);
  log(
    `seeded: ${filed} appeals, ${rounds.length} consultation rounds, ${waves.length} wave of trust${contested ? ', a contested figure' : ''}`,
  );
}
