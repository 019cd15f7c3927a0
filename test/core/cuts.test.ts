// The tables of a wave out of synthetic answers: cells add up, a planted truth is found again, small groups stay hidden, and small panels
// count only where nobody can take the others away from them.
import { describe, expect, it } from 'vitest';
import type { Direction } from '../../guide/schema';
import { instrumentOf } from '../../guide/instrument';
import { loadGuide } from '../../guide/load';
import { cutsOf, type BodyPlace, type CutRow } from '../../app/core/cuts';
import { gapOf } from '../../app/core/gap';
import type { TrustFigures } from '../../app/core/trust-figures';
import { answersOf, leaning, meanOf, type Truth } from '../help/answers';

const edition = loadGuide('guide').edition('2026-3');
const found = instrumentOf(edition, 'yearly');
if (!found || !edition.surveys) throw new Error('the edition has no yearly instrument');
const instrument = found;
const { publishing } = edition.surveys;
const [PUBLIC, INTERNAL] = [publishing.public.n, publishing.internal.n];

const place = (id: string, level: BodyPlace['level'], region: string | null): BodyPlace => ({ id, level, region });
const truth = (lean: number): Truth => ({ points: leaning(lean), dontKnow: 0.05, alike: 0.7 });
type Plan = { place: BodyPlace; n: number; lean?: number }[];

function count(plan: Plan, direction: Direction = 'ngo_to_body', seed = 100) {
  const answers = plan.flatMap(({ place: { id }, n, lean = 0.6 }, at) =>
    answersOf(instrument, {
      ...{ bodyId: id, direction, n, truth: truth(lean) },
      ...{ seed: seed + at, pooled: n < INTERNAL },
    }),
  );
  return {
    answers,
    panels: plan.map((one) => ({ direction, bodyId: one.place.id, invited: one.n * 2 })),
    bodies: plan.map((one) => one.place),
  };
}
const cut = (counted: ReturnType<typeof count>): CutRow[] =>
  cutsOf({ ...counted, instrument, publishing, openness: 'closed' });
const row = (
  rows: readonly CutRow[],
  cutName: string,
  cell: string,
  bodyId: string | null = cutName === 'body' ? cell : null,
) => {
  const one = rows.find((each) => each.cut === cutName && each.cell === cell && each.bodyId === bodyId);
  if (!one) throw new Error(`no row ${cutName} ${cell}`);
  return one;
};
const figures = (one: CutRow): TrustFigures => {
  if (!one.figures) throw new Error(`${one.cut} ${one.cell} has no figures`);
  return one.figures;
};

const LARGE: Plan = [
  { place: place('a', 'central', 'KZ-71'), n: 80, lean: 0.7 },
  { place: place('b', 'central', 'KZ-71'), n: 60, lean: 0.5 },
  { place: place('c', 'regional', 'KZ-75'), n: 90, lean: 0.6 },
  { place: place('d', 'regional', 'KZ-10'), n: 70, lean: 0.4 },
];

describe('the tables of a wave', () => {
  const rows = cut(count(LARGE));

  it('have a cell for the total, for each level, region and body, and for each answer to the item that divides, within all and each', () => {
    const options = 4;
    expect(rows.filter((one) => one.cut === 'total')).toHaveLength(1);
    expect(rows.filter((one) => one.cut === 'level').map(({ cell }) => cell)).toEqual(['central', 'regional']);
    expect(rows.filter((one) => one.cut === 'region').map(({ cell }) => cell)).toEqual(['KZ-10', 'KZ-71', 'KZ-75']);
    expect(rows.filter((one) => one.cut === 'body').map(({ cell }) => cell)).toEqual(['a', 'b', 'c', 'd']);
    expect(rows.filter((one) => one.cut === 'background')).toHaveLength(options * (1 + LARGE.length));
  });

  it('add up to the total, with the rate of answers of those asked', () => {
    const n = (cutName: string) =>
      rows.filter((one) => one.cut === cutName).reduce((sum, one) => sum + figures(one).n, 0);
    expect([n('total'), n('level'), n('region'), n('body')]).toEqual([300, 300, 300, 300]);
    expect(figures(row(rows, 'total', '')).response).toMatchObject({ of: 300, n: 600, estimate: 0.5 });
    expect(figures(row(rows, 'body', 'b')).response).toMatchObject({ of: 60, n: 120 });
    expect(figures(row(rows, 'background', 'every_week')).response).toBeNull();
  });

  it('find the planted means of the bodies again', () => {
    for (const { place: body, lean } of LARGE) {
      const trust = figures(row(rows, 'body', body.id)).items.trust;
      if (trust?.kind !== 'scale' || trust.mean.estimate === null) throw new Error('no mean');
      const planted = meanOf(leaning(lean ?? 0));
      expect(trust.mean.low < planted && planted < trust.mean.high, `${body.id}: ${planted}`).toBe(true);
    }
  });

  it('find the planted gap between two directions again', () => {
    const officials = count(
      LARGE.map((one) => ({ ...one, lean: 0.35 })),
      'body_to_ngo',
      500,
    );
    const ngos = count(LARGE);
    const both = cut({
      ...ngos,
      answers: [...ngos.answers, ...officials.answers],
      panels: [...ngos.panels, ...officials.panels],
    });
    const of = (direction: string) =>
      figures(
        row(
          both.filter((one) => one.direction === direction),
          'body',
          'a',
        ),
      );
    const gap = gapOf({ ngo_to_body: of('ngo_to_body'), body_to_ngo: of('body_to_ngo') })?.find(
      ({ item }) => item === 'trust',
    );
    const planted = meanOf(leaning(0.7)) - meanOf(leaning(0.35));
    expect(gap && gap.mean.estimate !== null && gap.mean.low < planted && planted < gap.mean.high).toBe(true);
  });

  it('are the same for the same answers in any order', () => {
    const counted = count(LARGE);
    const turned = {
      answers: counted.answers.toReversed(),
      panels: counted.panels.toReversed(),
      bodies: counted.bodies.toReversed(),
    };
    const bare = (some: readonly CutRow[]) =>
      some.map(({ figures: of, ...one }) => ({
        ...one,
        n: of?.n,
        trust: of?.items.trust,
      }));
    const rounded = (some: readonly CutRow[]) =>
      JSON.stringify(bare(some), (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e9) : value));
    expect(rounded(cut(turned))).toBe(rounded(rows));
  });

  it('say in an open wave that there is no rate', () => {
    const open = cutsOf({ ...count(LARGE), instrument, publishing, openness: 'open' });
    expect(figures(row(open, 'total', ''))).toMatchObject({ invited: null, response: null, valid: 300 });
  });
});

describe('small groups', () => {
  it('have no figures where nobody may see them, not even how many answered', () => {
    const rows = cut(
      count([
        ...LARGE,
        { place: place('e', 'central', 'KZ-71'), n: 3 },
        { place: place('f', 'central', 'KZ-71'), n: 0 },
      ]),
    );
    expect(row(rows, 'body', 'e')).toMatchObject({
      public: false,
      internal: false,
      suppressed: 'small',
      figures: null,
    });
    expect(row(rows, 'body', 'f')).toMatchObject({
      public: false,
      internal: false,
      suppressed: 'nobody',
      figures: null,
    });
    for (const one of rows.filter((each) => !each.public && !each.internal)) expect(one.figures).toBeNull();
  });

  it('between the two thresholds are seen by their body alone', () => {
    const plan = [...LARGE, { place: place('e', 'central', 'KZ-71'), n: INTERNAL + 2 }];
    const e = row(cut(count(plan)), 'body', 'e');
    expect(e).toMatchObject({ public: false, internal: true, suppressed: 'small' });
    expect(figures(e).n).toBe(INTERNAL + 2);
  });

  it('of too small panels count nowhere while few come together, and leave every other cell as it was', () => {
    const rows = cut(
      count([
        ...LARGE,
        { place: place('e', 'central', 'KZ-71'), n: 4 },
        { place: place('f', 'central', 'KZ-71'), n: 4 },
      ]),
    );
    expect(figures(row(rows, 'total', ''))).toMatchObject({ n: 300, valid: 308 });
    expect(row(rows, 'body', 'b').public).toBe(true);
  });

  it('of too small panels count in the total, the level and the region where enough come together', () => {
    const small = ['e', 'f', 'g'].map((id) => ({ place: place(id, 'district' as const, 'KZ-11'), n: 4 }));
    const rows = cut(count([...LARGE, ...small]));
    expect(figures(row(rows, 'total', ''))).toMatchObject({ n: 312, valid: 312 });
    expect(figures(row(rows, 'level', 'district')).n).toBe(12);
    expect(figures(row(rows, 'region', 'KZ-11')).n).toBe(12);
  });

  it('of too small panels in one level count in the total only, where they would tell of the few in another', () => {
    const plan: Plan = [
      ...LARGE,
      ...['e', 'f', 'g'].map((id) => ({ place: place(id, 'district' as const, 'KZ-11'), n: 4 })),
      { place: place('h', 'central', 'KZ-71'), n: 3 },
    ];
    // Were the twelve of the districts counted there too, the total would tell the three of the other level.
    const rows = cut(count(plan));
    expect(figures(row(rows, 'total', ''))).toMatchObject({ n: 315, valid: 315 });
    expect(row(rows, 'level', 'district')).toMatchObject({ public: false, suppressed: 'small' });
    expect(figures(row(rows, 'level', 'central'))).toMatchObject({ n: 140, valid: 143 });
  });

  it('cannot be told from the public cells of random waves, whatever is subtracted', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const plan: Plan = Array.from({ length: 4 }, (_, at) => ({
        place: place(
          `b${at}`,
          (['central', 'regional'] as const)[(seed + at) % 2] ?? 'central',
          ['KZ-10', 'KZ-11'][(seed * at) % 2] ?? null,
        ),
        n: (seed * 7 + at * 11) % 23,
      }));
      const rows = cut(count(plan, 'ngo_to_body', seed * 50));
      const sizes = plan.filter(({ n }) => n >= INTERNAL).map(({ place: { id }, n }) => ({ id, n }));
      const hidden = sizes.filter(({ id }) => !row(rows, 'body', id).public);
      const total = row(rows, 'total', '');
      if (!total.public) continue;
      const open = sizes.filter(({ id }) => row(rows, 'body', id).public).reduce((sum, { n }) => sum + n, 0);
      const rest = figures(total).n - open;
      expect(rest === 0 || rest >= PUBLIC, `wave ${seed}: ${rest} people are left, hidden ${hidden.length}`).toBe(true);
    }
  });
});

describe('of three hundred bodies', () => {
  it('the tables are made within half a minute of work', () => {
    const levels = ['central', 'regional', 'district'] as const;
    const plan: Plan = Array.from({ length: 300 }, (_, at) => ({
      place: place(`b${String(at).padStart(3, '0')}`, levels[at % 3] ?? 'central', `KZ-${10 + (at % 17)}`),
      n: (at * 13) % 31,
    }));
    const counted = count(plan);
    const begun = process.cpuUsage();
    const rows = cut(counted);
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(30);
    expect(rows.filter((one) => one.public).length).toBeGreaterThan(100);
  }, 120_000);
});
