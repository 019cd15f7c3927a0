// Reckons every published figure again from the published files alone, and says which are not what was published. No database, no state
// of ours: whoever has the files and core/score can do the same. Called by npm run recompute and before a dump is published.
import canonicalize from 'canonicalize';
import type { Day } from '../../core/day';
import type { Cell } from '../../core/score/association';
import { counting, type Counted } from '../../core/score/counting';
import { NO_FACTS, type Facts } from '../../core/score/facts';
import type { Figures } from '../../core/score/figures';
import { cellsOf, overviewOf, type BodyFigures, type PlacedFigures } from '../../core/score/overview';
import { publishedOf } from '../../core/score/published';
import type { Period } from '../../core/score/period';
import { FACT_TABLES, FACTS } from './columns';
import type { Dump } from './read';

/** `body` null: the overview of the period. `parts`: which of its figures differ. */
export type Recomputed = { body: string | null; period: Period; parts: string[] };

/** Every figure of the dump, each with the parts in which it differs: none where it agrees. */
export async function recompute(dump: Dump): Promise<Recomputed[]> {
  const facts = await factsInDump(dump);
  const scoringOf = (edition: string) => {
    const found = dump.guide.editions.find(({ id }) => id === edition);
    if (!found) throw new Error(`the dump says nothing of the edition ${edition}`);
    return found.scoring;
  };
  const bodies = new Map<string, { id: string; region: string | null }>();
  for await (const { body, id, region } of dump.rows('bodies')) bodies.set(body as string, { id: id as string, region: region as string | null });
  const found: Recomputed[] = [];
  const published: (BodyFigures & PlacedFigures)[] = [];
  for await (const row of dump.rows('figures')) {
    const { body, period, reportDay, edition, figures, contests } = row as { body: string; period: Period; reportDay: Day; edition: string; figures: Figures; contests: object };
    const own = facts.get(`${body} ${period}`) ?? NO_FACTS;
    const again = publishedOf(own, { calendar: dump.guide.calendar, scoring: scoringOf(edition), today: reportDay });
    found.push({ body, period, parts: differing({ ...figures, contests }, { ...again.figures, contests: again.contests }) });
    const known = bodies.get(body);
    if (known) published.push({ ...known, bodyId: known.id, period, figures });
  }
  const trust: Omit<Cell, 'score'>[] = [];
  for await (const row of dump.rows('trust')) {
    const { body, period, trust: mean } = row as { body: string; period: Period; trust: number };
    trust.push({ bodyId: bodies.get(body)?.id ?? '', period, trust: mean });
  }
  // In the order in which the league was made: of equal bodies the one with the smaller id stands first.
  published.sort((a, b) => (a.id < b.id ? -1 : 1));
  for await (const row of dump.rows('overviews')) {
    const { period, edition, overview } = row as { period: Period; edition: string; overview: object };
    const own = published.filter((one) => one.period === period);
    const cells = cellsOf(
      trust.filter((one) => one.period <= period),
      published,
    );
    found.push({ body: null, period, parts: differing(overview, overviewOf({ bodies: own, cells }, scoringOf(edition))) });
  }
  return found;
}

/** What figures are counted from, by body and period, as the files say it. */
export async function factsInDump(dump: Dump): Promise<Counted> {
  const { add, result } = counting();
  for (const part of FACT_TABLES) {
    const fields = Object.keys(FACTS[part]);
    for await (const row of dump.rows(part)) {
      const { body, period } = row as { body: string; period: Period };
      const fact = Object.fromEntries(fields.map((field) => [field, row[field]])) as Omit<Facts[typeof part][number], 'count'>;
      add({ bodyId: body, period }, part, fact);
    }
  }
  return result();
}

/** The names of those parts that are not the same in both. */
function differing(one: object, other: object): string[] {
  const [a, b] = [one, JSON.parse(JSON.stringify(other)) as object].map((it) => new Map(Object.entries(it)));
  const names = [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])];
  return names.filter((name) => canonicalize(a?.get(name) ?? null) !== canonicalize(b?.get(name) ?? null));
}
