// Nobody arrives at a group below the threshold, whatever they add and subtract: attacked by brute force, over every group of people
// that small tables know, by other arithmetic than the audit's own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppress, type Atom, type Cell, type Verdict } from '../../app/core/suppression';

type Body = { level: number; region: number; n: number[] };
type Table = { atoms: Atom[]; cells: Cell[] };

/** The tables that a wave publishes: total, levels, regions, bodies, answers to an item within all and within each body. */
function tableOf(bodies: readonly Body[]): Table {
  const atoms: Atom[] = [];
  const of: { body: number; option: number; level: number; region: number }[] = [];
  bodies.forEach(({ level, region, n }, body) =>
    n.forEach((count, option) => {
      atoms.push({ n: count, bodyId: `b${body}` });
      of.push({ body, option, level, region });
    }),
  );
  const where = (test: (one: (typeof of)[number]) => boolean) => of.flatMap((one, atom) => (test(one) ? [atom] : []));
  const options = Math.max(0, ...bodies.map(({ n }) => n.length));
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
  const all: Cell[] = [
    { cut: 'total', bodyId: null, atoms: where(() => true) },
    ...upTo(3).map((level): Cell => ({ cut: 'level', bodyId: null, atoms: where((one) => one.level === level) })),
    ...upTo(20).map((region): Cell => ({ cut: 'region', bodyId: null, atoms: where((one) => one.region === region) })),
    ...upTo(options).map((option): Cell => ({
      cut: 'background',
      bodyId: null,
      atoms: where((one) => one.option === option),
    })),
    ...bodies.flatMap((_, body): Cell[] => [
      { cut: 'body', bodyId: `b${body}`, atoms: where((one) => one.body === body) },
      ...upTo(options).map((option): Cell => ({
        cut: 'background',
        bodyId: `b${body}`,
        atoms: where((one) => one.body === body && one.option === option),
      })),
    ]),
  ];
  return { atoms, cells: all.filter((cell) => cell.atoms.length > 0) };
}

/** Vectors that are at right angles to every row, by elimination in fractions: a group follows from the rows if it is so to these. */
function kernel(rows: number[][], width: number): number[][] {
  const matrix = rows.map((row) => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < width; column++) {
    const from = pivots.length;
    const best = matrix.findIndex((row, index) => index >= from && Math.abs(row[column] ?? 0) > 1e-9);
    if (best < 0) continue;
    const row = matrix.splice(best, 1)[0] ?? [];
    const scaled = row.map((value) => value / (row[column] ?? 1));
    matrix.splice(from, 0, scaled);
    matrix.forEach((other, index) => {
      const times = other[column] ?? 0;
      if (index !== from && Math.abs(times) > 1e-12)
        matrix[index] = other.map((v, at) => v - times * (scaled[at] ?? 0));
    });
    pivots.push(column);
  }
  const free = Array.from({ length: width }, (_, column) => column).filter((column) => !pivots.includes(column));
  return free.map((column) => {
    const vector = Array.from({ length: width }, () => 0);
    vector[column] = 1;
    pivots.forEach((pivot, index) => (vector[pivot] = -(matrix[index]?.[column] ?? 0)));
    return vector;
  });
}

/** Every group of people that follows from the cells, by trying all; as lists of places among the atoms with somebody in them. */
function groupsFrom({ atoms, cells }: Table, seen: (cell: Cell, index: number) => boolean) {
  const full = atoms.flatMap(({ n }, atom) => (n > 0 ? [atom] : []));
  const rows = cells.filter(seen).map((cell) => full.map((atom) => (cell.atoms.includes(atom) ? 1 : 0)));
  const walls = kernel(rows, full.length);
  const found: { n: number; bodies: Set<string | null> }[] = [];
  for (let set = 1; set < 2 ** full.length; set++) {
    const inside = full.filter((_, index) => (set >> index) & 1);
    const follows = walls.every(
      (wall) => Math.abs(wall.reduce((sum, value, index) => sum + ((set >> index) & 1) * value, 0)) < 1e-9,
    );
    if (follows)
      found.push({
        n: inside.reduce((sum, atom) => sum + (atoms[atom]?.n ?? 0), 0),
        bodies: new Set(inside.map((atom) => atoms[atom]?.bodyId ?? null)),
      });
  }
  return found;
}

const PUBLIC = 10;
const INTERNAL = 5;
const judge = (table: Table): Verdict[] => suppress({ ...table, publicAt: PUBLIC, internalAt: INTERNAL });

const count = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.integer({ min: 3, max: 14 }),
  fc.integer({ min: 10, max: 40 }),
);
const small = fc
  .record({ bodies: fc.integer({ min: 1, max: 5 }), options: fc.integer({ min: 1, max: 3 }) })
  .filter(({ bodies, options }) => bodies * options <= 12)
  .chain(({ bodies, options }) =>
    fc.array(
      fc.record({
        level: fc.integer({ min: 0, max: 1 }),
        region: fc.integer({ min: 0, max: 2 }),
        n: fc.array(count, { minLength: options, maxLength: options }),
      }),
      { minLength: bodies, maxLength: bodies },
    ),
  );

describe('cells of published tables', () => {
  it('tell everyone of no group below the threshold, whatever is added and subtracted', () => {
    fc.assert(
      fc.property(small, (bodies) => {
        const table = tableOf(bodies);
        const verdicts = judge(table);
        const groups = groupsFrom(table, (_, index) => verdicts[index]?.public ?? false);
        expect(groups.filter(({ n }) => n < PUBLIC)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('tell a body, with what only it may see, of no group of its own below its threshold and of no other below the public one', () => {
    fc.assert(
      fc.property(small, (bodies) => {
        const table = tableOf(bodies);
        const verdicts = judge(table);
        for (const body of new Set(table.atoms.map(({ bodyId }) => bodyId))) {
          const groups = groupsFrom(
            table,
            (cell, index) => verdicts[index]?.public || (cell.bodyId === body && (verdicts[index]?.internal ?? false)),
          );
          const own = (group: (typeof groups)[number]) => group.bodies.size === 1 && group.bodies.has(body);
          expect(groups.filter((group) => group.n < (own(group) ? INTERNAL : PUBLIC))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('say why each is empty, are public only from the threshold, and internal wherever they are public', () => {
    fc.assert(
      fc.property(small, (bodies) => {
        const table = tableOf(bodies);
        const verdicts = judge(table);
        table.cells.forEach(({ atoms }, index) => {
          const n = atoms.reduce((sum, atom) => sum + (table.atoms[atom]?.n ?? 0), 0);
          const verdict = verdicts[index];
          expect(verdict?.n).toBe(n);
          expect(verdict?.public).toBe(verdict?.suppressed === null);
          if (verdict?.public) expect(verdict.internal).toBe(true);
          if (verdict?.internal) expect(n).toBeGreaterThanOrEqual(INTERNAL);
          if (n === 0) expect(verdict?.suppressed).toBe('nobody');
          else if (n < PUBLIC) expect(verdict?.suppressed).toBe('small');
          else expect([null, 'complementary']).toContain(verdict?.suppressed);
        });
      }),
    );
  });

  it('are all shown where nothing is small', () => {
    const large = fc.array(
      fc.record({
        level: fc.integer({ min: 0, max: 2 }),
        region: fc.integer({ min: 0, max: 4 }),
        n: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: PUBLIC, max: 50 })), { minLength: 3, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(large, (bodies) => {
        expect(
          judge(tableOf(bodies)).filter(({ suppressed }) => suppressed !== null && suppressed !== 'nobody'),
        ).toEqual([]);
      }),
    );
  });

  it('are judged the same whenever the same is asked', () => {
    fc.assert(
      fc.property(small, (bodies) => {
        expect(judge(tableOf(bodies))).toEqual(judge(tableOf(bodies)));
      }),
    );
  });

  it('hide one more body of the region where one is too small, and leave the region', () => {
    const body = (n: number): Body => ({ level: 0, region: 0, n: [n] });
    const table = tableOf([body(4), body(12), body(30), body(40)]);
    const of = (test: (cell: Cell) => boolean) =>
      judge(table).filter((_, index) => table.cells.filter((cell, at) => at === index && test(cell)).length > 0);
    expect(of(({ cut }) => cut === 'body').map(({ suppressed }) => suppressed)).toEqual([
      'small',
      'complementary',
      null,
      null,
    ]);
    expect(of(({ cut }) => cut === 'region' || cut === 'total').every((verdict) => verdict.public)).toBe(true);
  });

  it('hide from a body its own eight where the other eight of the region would follow from them', () => {
    const body = (n: number): Body => ({ level: 0, region: 0, n: [n] });
    const table = tableOf([body(8), body(8), body(30)]);
    const verdicts = judge(table).filter((_, index) => table.cells[index]?.cut === 'body');
    expect(verdicts.map((verdict) => verdict.public)).toEqual([false, false, true]);
    expect(verdicts.map(({ internal }) => internal)).toEqual([false, false, true]);
  });

  it('of three hundred bodies and four answers are judged within a second and a half of work, however many have answered', () => {
    const draws = fc.sample(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1800, maxLength: 1800 }), {
      seed: 2026,
      numRuns: 1,
    })[0];
    for (const most of [3, 6, 12, 25, 60]) {
      const draw = (at: number, below: number) => (draws?.[at] ?? 0) % below;
      const bodies = Array.from({ length: 300 }, (_, body) => ({
        ...{ level: draw(6 * body, 3), region: draw(6 * body + 1, 20) },
        n: [2, 3, 4, 5].map((at) => draw(6 * body + at, most)),
      }));
      const table = tableOf(bodies);
      const begun = process.cpuUsage();
      const verdicts = judge(table);
      expect(process.cpuUsage(begun).user / 1e6, `up to ${most} people in an atom`).toBeLessThan(1.5);
      expect(verdicts.filter(({ n, suppressed }) => n >= PUBLIC && suppressed === 'complementary').length).toBeLessThan(
        verdicts.filter((verdict) => verdict.public).length,
      );
    }
    // Work is measured, not the wait for a crowded machine.
  }, 120_000);
});
