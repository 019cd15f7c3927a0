// Search over a hundred thousand cases: how long the page's query takes, for common and rare words, through filters, for a signed-in reader,
// on a later page, with a slip and with nothing to find; and similar cases before filing. Milliseconds of 100: the least, the median, the 95th.
import { dayOf, addDays } from '../../app/core/day';
import { search, type SearchView } from '../../app/queries/search';
import { searchFilterOf, type Place } from '../../app/queries/search-filter';
import { findPage } from '../../app/queries/search-list';
import { readQuestion } from '../../app/queries/search-question';
import { similarCases } from '../../app/queries/similar-cases';
import type { Viewer } from '../../app/core/viewer';
import type { World } from '../../app/world';
import { chance } from '../../prisma/chance';
import { populate } from '../../prisma/populate';
import { openGround, quantile } from './ground';
import { ASKED, fill } from './search-ground';

const CASES = 100_000;
const TIMES = 100;

export async function benchSearch(): Promise<void> {
  const ground = await openGround();
  try {
    const { world } = ground;
    const since = Date.parse(`${addDays(dayOf(world.now()), -30)}T00:00:00Z`);
    const country = await populate(world, { chance: chance(3), since });
    await fill(world, country, CASES);
    await measureSearch(world, country.applicants[0]?.viewer ?? null);
  } finally {
    await ground.close();
  }
}

export async function measureSearch(world: World, member: Viewer | null): Promise<void> {
  const asked =
    (query: Record<string, string>, viewer: Viewer | null = null, after: Place | null = null) =>
    () =>
      search(world, viewer, { filter: searchFilterOf(new URLSearchParams(query)), after, locale: 'kk' });
  const { common, usual, seldom, rare } = ASKED;
  const later = (await asked({ q: common })()).older;
  const questions: [string, () => Promise<SearchView>][] = [
    ['a word of a third of all', asked({ q: common })],
    ['the same, second page', asked({ q: common }, null, later)],
    ['the same, signed in', asked({ q: common }, member)],
    ['the same, of one body', asked({ q: common, body: 'social' })],
    ['a word of one in forty', asked({ q: usual })],
    ['two words, common and usual', asked({ q: `${common} ${usual}` })],
    ['a word of one in 700', asked({ q: seldom })],
    ['a rare word', asked({ q: rare })],
    ['a slip in a rare word', asked({ q: 'виадкук' })],
    ['nothing like it', asked({ q: 'эхщфцж' })],
  ];
  const all: number[] = [];
  for (const [name, ask] of questions) {
    const found = await ask();
    const times = await timed(ask);
    all.push(...times);
    report(`${name} (${found.hits.length} of ${found.counts.appeal})`, times);
  }
  report('all of these', all);
  const filter = searchFilterOf(new URLSearchParams({ q: usual }));
  const question = await readQuestion(world, usual);
  report(
    'the list alone: a word of one in forty',
    await timed(() =>
      findPage(world, null, { filter, question, what: 'appeal' }, { after: null, before: null, limit: 20 }),
    ),
  );
  const [one] = await world.db.prisma.appeal.findMany({ take: 1, skip: 50, select: { subject: true, text: true } });
  if (one) report('similar cases of one', await timed(() => similarCases(world, null, { ...one, locale: 'kk' })));
}

async function timed(act: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n++) {
    const began = performance.now();
    await act();
    times.push(performance.now() - began);
  }
  return times;
}

const report = (name: string, times: readonly number[]): void =>
  console.log(
    `  ${name.padEnd(46)} ${[0, 0.5, 0.95].map((part) => quantile(times, part).toFixed(1).padStart(7)).join(' ')} ms`,
  );
