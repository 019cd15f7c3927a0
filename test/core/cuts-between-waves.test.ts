// What two waves tell together. Somebody holds the published cells of both and adds and subtracts them, supposing nothing, or supposing
// that the same people answered the same: what the method's page promises and what it says that it does not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instrumentOf } from '../../guide/instrument';
import { loadGuide } from '../../guide/load';
import { cutsOf, type BodyPlace, type CountedAnswer, type CutRow } from '../../app/core/cuts';
import { knownFrom, smallGroups } from '../../app/core/derivation';
import { insert, type Row, type Sum } from '../../app/core/elimination';
import { answersOf, leaning } from '../help/answers';

const edition = loadGuide('guide').edition('2026-3');
const instrument = instrumentOf(edition, 'yearly');
if (!instrument || !edition.surveys) throw new Error('the edition has no yearly instrument');
const { publishing } = edition.surveys;
const [PUBLIC, INTERNAL] = [publishing.public.n, publishing.internal.n];
const direction = 'ngo_to_body';
const BODIES: readonly BodyPlace[] = [
  { id: 'a', level: 'central', region: 'KZ-71' },
  { id: 'b', level: 'central', region: 'KZ-71' },
  { id: 'c', level: 'regional', region: 'KZ-71' },
  { id: 'd', level: 'regional', region: 'KZ-75' },
];
const placeOf = new Map(BODIES.map((body) => [body.id, body]));

/** Everyone of each body, an object a person: the same one wherever they take part. */
const people = (sizes: readonly number[], seed: number): CountedAnswer[][] =>
  BODIES.map(({ id: bodyId }, at) =>
    answersOf(instrument, {
      ...{ bodyId, direction, n: sizes[at] ?? 0, seed: seed + at, pooled: false },
      truth: { points: leaning(0.6), dontKnow: 0, alike: 0.7 },
    }),
  );
const waveOf = (answers: readonly CountedAnswer[]) => ({
  answers,
  rows: cutsOf({
    ...{ answers, bodies: BODIES, instrument, publishing, openness: 'closed' },
    panels: BODIES.map(({ id: bodyId }) => ({ direction, bodyId, invited: 100 })),
  }),
});
type Counted = ReturnType<typeof waveOf>;

const isIn = ({ cut, cell, bodyId }: CutRow, { bodyId: of, values }: CountedAnswer): boolean => {
  const place = placeOf.get(of);
  switch (cut) {
    case 'total':
      return true;
    case 'level':
      return place?.level === cell;
    case 'region':
      return place?.region === cell;
    case 'body':
      return of === cell;
    case 'background':
      return (bodyId === null || of === bodyId) && values[instrument.divided_by ?? ''] === cell;
  }
};

/** Everyone in both waves as a column: a person of both is one column for who supposes them the same, else two. */
function attackerOf(waves: readonly Counted[], supposing: 'the same people' | 'nothing') {
  const columns = new Map<unknown, number>();
  const columnOf = (answer: CountedAnswer, wave: number) => {
    const who = supposing === 'nothing' ? `${wave} ${waves[wave]?.answers.indexOf(answer)}` : answer;
    const column = columns.get(who) ?? columns.size;
    columns.set(who, column);
    return column;
  };
  const cells = waves.flatMap(({ answers, rows }, wave) =>
    rows.map((row) => ({
      ...{ row, wave },
      who: answers.filter((one) => isIn(row, one)).map((one) => columnOf(one, wave)),
    })),
  );
  const shown = cells.filter(({ row }) => row.public);
  for (const { row, who } of shown) expect(row.figures?.n, `${row.cut} ${row.cell}`).toBe(who.length);
  const sum = (who: readonly number[]): Sum => new Map(who.map((column) => [column, 1]));
  const rank = (column: number) => column;
  const heads = new Map<number, Row>();
  insert(
    heads,
    shown.map(({ who }) => sum(who)),
    rank,
  );
  const sums = shown.map(({ who }) => who);
  return {
    /** Cells of too few people that follow from the shown ones, as wave, cut and cell. */
    solved: cells
      .filter(({ row, who }) => row.suppressed === 'small' && who.length > 0)
      .filter(({ who }) => insert(new Map(heads), [sum(who)], rank).length === 0)
      .map(({ row, wave }) => `${wave} ${row.cut} ${row.cell}`),
    /** Sizes of groups below the threshold that follow, cell of a table or not; one at least where there is any. */
    small: smallGroups(knownFrom({ sizes: [...columns].map(() => 1), sums, below: PUBLIC })).map(({ n }) => n),
  };
}

const size = fc.oneof(fc.integer({ min: INTERNAL, max: 14 }), fc.integer({ min: PUBLIC, max: 40 }));
const sizes = fc.array(size, { minLength: BODIES.length, maxLength: BODIES.length });
const moves = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: BODIES.length, maxLength: BODIES.length });
/** Two waves: of each body some leave and others come. */
const twoWaves = (first: readonly number[], left: readonly number[], came: readonly number[]): Counted[] => {
  const before = people(first, 10);
  const newcomers = people(came, 90);
  const after = before.map((all, at) => [...all.slice(left[at] ?? 0), ...(newcomers[at] ?? [])]);
  return [waveOf(before.flat()), waveOf(after.flat())];
};

describe('the published cells of two waves', () => {
  it('tell whoever supposes nothing of no small group, however many took part in both', () => {
    fc.assert(
      fc.property(sizes, moves, moves, (first, left, came) => {
        expect(attackerOf(twoWaves(first, left, came), 'nothing')).toEqual({ solved: [], small: [] });
      }),
      { numRuns: 15 },
    );
  });

  it('hide the same where the same people answered the same, so that supposing it gives nothing', () => {
    fc.assert(
      fc.property(sizes, (first) => {
        const answers = people(first, 10).flat();
        const waves = [waveOf(answers), waveOf([...answers].reverse())];
        expect(attackerOf(waves, 'the same people')).toEqual({ solved: [], small: [] });
      }),
      { numRuns: 15 },
    );
  });

  it('give away newcomers to whoever supposes rightly that all others stayed and said the same: disclosed, not prevented', () => {
    const waves = twoWaves([40, 50, 60, 40], [0, 0, 0, 0], [0, 0, 0, 3]);
    expect(attackerOf(waves, 'nothing').small).toEqual([]);
    expect(attackerOf(waves, 'the same people').small).not.toEqual([]);
    const sumIn = ({ rows }: Counted) => {
      const trust = rows.find(({ cut, cell }) => cut === 'body' && cell === 'd')?.figures?.items.trust;
      if (trust?.kind !== 'scale' || trust.mean.estimate === null) throw new Error('no mean');
      return trust.mean.estimate * trust.mean.n;
    };
    const [before, after] = waves.map(sumIn);
    const theirs = (waves[1]?.answers ?? []).slice(-3).map(({ values }) => Number(values.trust));
    expect((after ?? 0) - (before ?? 0)).toBeCloseTo(theirs.reduce((sum, one) => sum + one, 0));
  });

  it('give away a cell hidden in one wave where the cell that protects it is shown in the other: disclosed, not prevented', () => {
    const waves = twoWaves([8, 12, 40, 40], [0, 0, 0, 0], [4, 0, 0, 0]);
    const stateOf = ({ rows }: Counted) =>
      ['a', 'b'].map((id) => rows.find(({ cut, cell }) => cut === 'body' && cell === id)?.suppressed);
    expect(waves.map(stateOf)).toEqual([
      ['small', 'complementary'],
      [null, null],
    ]);
    expect(attackerOf(waves, 'nothing').solved).toEqual([]);
    expect(attackerOf(waves, 'the same people').solved).toContain('0 body a');
  });
});
