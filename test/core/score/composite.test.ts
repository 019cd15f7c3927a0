// How often the interval of the composite score holds the truth: by simulation, for bodies as they are, whatever a case's parts have to
// do with each other. What is nominal (93–97 %) was fixed before any run.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { composite } from '../../../app/core/score/composite';
import type { Share } from '../../../app/core/statistics/wilson';
import { wilson } from '../../../app/core/statistics/wilson';
import type { NotEstimable } from '../../../app/core/statistics/estimate';
import { loadGuide } from '../../../guide/load';
import { coverage, nominal, successes } from '../statistics/coverage';

const { scoring } = loadGuide(path.resolve('guide')).edition('2026-6');
if (!scoring) throw new Error('the edition says nothing of scores');
const BODIES = {
  usual: { lawful_term: 0.85, registered: 0.9, satisfied: 0.7, comments: 0.8, council_replies: 0.75 },
  excellent: { lawful_term: 0.97, registered: 0.98, satisfied: 0.93, comments: 0.95, council_replies: 0.95 },
  failing: { lawful_term: 0.3, registered: 0.5, satisfied: 0.2, comments: 0.4, council_replies: 0.3 },
};
type Body = keyof typeof BODIES;
/**
 * What a case's parts have to do with each other: nothing; the same luck in half of the cases; the same luck in all; the term and the
 * registration alone; what goes well in the term goes badly in the rest.
 */
type Tie = 'none' | 'half' | 'all' | 'term and registration' | 'opposed';

/** How often the score of a body with so many cases holds the truth; of six cases in ten the applicant says how it was. */
function held(body: Body, tie: Tie, cases: number): number {
  const share = BODIES[body];
  const truth = scoring?.composite.parts.reduce((sum, { measure, weight }) => sum + weight * share[measure], 0) ?? 0;
  return coverage({
    ...{ runs: 3000, seed: cases, truth },
    sample: (by) => {
      const fared = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
      let [inTime, registered] = [0, 0];
      for (let one = 0; one < cases; one++) {
        const luck = by.unit();
        const same = tie === 'all' || (tie === 'half' && by.unit() < 0.5);
        const other = tie === 'opposed' ? 1 - luck : same ? luck : by.unit();
        const atDoor = tie === 'term and registration' ? luck : same || tie === 'opposed' ? other : by.unit();
        const well = luck < share.lawful_term;
        if (well) inTime += 1;
        if (atDoor < share.registered) registered += 1;
        if (by.unit() >= 0.6) continue;
        const says = other < share.satisfied;
        fared[well ? (says ? 'both' : 'onlyFirst') : says ? 'onlySecond' : 'neither'] += 1;
      }
      const satisfied = fared.both + fared.onlySecond;
      const judged = satisfied + fared.onlyFirst + fared.neither;
      return scored(
        {
          ...{ lawful_term: wilson(inTime, cases), registered: wilson(registered, cases) },
          satisfied: wilson(satisfied, judged),
          comments: wilson(successes(80, share.comments, by), 80),
          council_replies: wilson(successes(50, share.council_replies, by), 50),
        },
        fared,
      );
    },
  });
}

type Shares = Parameters<typeof composite>[0];
const NONE = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
const scored = (shares: Shares, fared: typeof NONE) => {
  if (!scoring) throw new Error('the edition says nothing of scores');
  return composite(shares, { first: 'lawful_term', second: 'satisfied', fared }, scoring).score;
};

const TIES = ['none', 'half', 'all', 'term and registration'] as const;
const stated = (['usual', 'excellent', 'failing'] as const).flatMap((body) =>
  TIES.flatMap((tie) => [20, 100, 400].map((cases) => [body, tie, cases] as const)),
);

describe('how often the interval of a score holds the truth', () => {
  it.each(stated)('is 93–97 %%: a body that is %s, parts of a case tied: %s, %i cases', (body, tie, cases) => {
    expect(held(body, tie, cases)).toSatisfy(nominal);
  });

  it('is not less where what goes well in one part goes badly in the others, but may be more', () => {
    for (const body of ['usual', 'excellent', 'failing'] as const)
      for (const cases of [20, 100]) expect(held(body, 'opposed', cases)).toBeGreaterThan(0.93);
  });
});

describe('the interval of a score', () => {
  const empty = wilson(0, 0);
  const figure = (more: Partial<Record<keyof Shares, Share | NotEstimable>>, fared = NONE) => {
    const none = { lawful_term: empty, registered: empty, satisfied: empty, comments: empty, council_replies: empty };
    const score = scored({ ...none, ...more }, fared);
    if (score.estimate === null) throw new Error('there is no score');
    return score;
  };

  it('lies around the score, within 0 to 100, with an error above 0, of all, none and one of its cases', () => {
    for (const [of, n] of [
      [1, 1],
      [0, 1],
      [50, 50],
      [0, 50],
      [7, 9],
    ] as const) {
      const share = wilson(of, n);
      for (const more of [
        { lawful_term: share },
        { lawful_term: share, registered: share, satisfied: share, comments: share },
      ]) {
        const { low, high, estimate, error } = figure(more, { both: of, onlyFirst: 0, onlySecond: 0, neither: n - of });
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        expect(high).toBeLessThanOrEqual(100);
        expect(error).toBeGreaterThan(0);
      }
    }
  });

  it('is longer where the cases that were late are those whose applicants are dissatisfied, shorter where they are others', () => {
    const shares = { lawful_term: wilson(60, 100), satisfied: wilson(60, 100) };
    const error = (fared: typeof NONE) => figure(shares, fared).error;
    const apart = error({ both: 36, onlyFirst: 24, onlySecond: 24, neither: 16 });
    expect(error({ both: 60, onlyFirst: 0, onlySecond: 0, neither: 40 })).toBeGreaterThan(1.15 * apart);
    expect(error({ both: 20, onlyFirst: 40, onlySecond: 40, neither: 0 })).toBeLessThan(0.9 * apart);
  });
});
