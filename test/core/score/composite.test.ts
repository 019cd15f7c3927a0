// How often the interval of the composite score holds the truth: by simulation, for bodies as they are.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { composite } from '../../../app/core/score/composite';
import { wilson } from '../../../app/core/statistics/wilson';
import { loadGuide } from '../../../guide/load';
import { coverage, nominal, successes, times } from '../statistics/coverage';

const { scoring } = loadGuide(path.resolve('guide')).edition('2026-6');
if (!scoring) throw new Error('the edition says nothing of scores');
const TRUE = { lawful_term: 0.85, registered: 0.9, satisfied: 0.7, comments: 0.8, council_replies: 0.75 };
const truth = scoring.composite.parts.reduce((sum, { measure, weight }) => sum + weight * TRUE[measure], 0);

/** `together`: whatever goes well in a case goes well in all of its parts; else each part by itself. */
const held = (together: boolean, cases: number, seed: number): number =>
  coverage({
    ...{ runs: 2000, seed, truth },
    sample: (by) => {
      const luck = times(cases, () => by.unit());
      const of = (share: number) => (together ? luck.filter((one) => one < share).length : successes(cases, share, by));
      const part = (share: number, n: number) => wilson(successes(n, share, by), n);
      return composite(
        {
          ...{ lawful_term: wilson(of(TRUE.lawful_term), cases), registered: wilson(of(TRUE.registered), cases) },
          ...{ satisfied: wilson(of(TRUE.satisfied), cases) },
          ...{ comments: part(TRUE.comments, 80), council_replies: part(TRUE.council_replies, 50) },
        },
        scoring,
      ).score;
    },
  });

describe('how often the interval of a score holds the truth', () => {
  it.each([100, 400])('is 93–97 % where all parts of a case go well or badly together, of %i cases', (cases) => {
    expect(held(true, cases, cases)).toSatisfy(nominal);
  });

  it('is more than that where they have nothing to do with each other: errors of the same cases are added up in full', () => {
    expect(held(false, 100, 7)).toBeGreaterThan(0.97);
  });
});
