// Answers that say "the same as": whatever is drafted, approved and withdrawn in whatever order, each one that was approved names a comment
// with an answer of its own, and no way of following them comes back to where it began.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOfTarget, rootOf, type Target } from '../../app/core/duplicates';

/** One comment in each point; what its draft says; what was approved. */
type Draft = 'own' | number | null;
type State = { phase: Target['phase']; draft: Draft; sameAs: string | null }[];
const nameOf = (n: number) => `C-${n}`;
const chainOf = (state: State, n: number): Target[] => {
  const chain: Target[] = [];
  for (let at: number | null = n; at !== null;) {
    const one: State[number] | undefined = state[at];
    if (!one || chain.some(({ number }) => number === nameOf(at ?? 0))) break;
    chain.push({ number: nameOf(at), phase: one.phase, pointId: `p${at}`, sameAs: one.sameAs });
    at = one.sameAs === null ? null : Number(one.sameAs.slice(2));
  }
  return chain;
};
const pointsOf = (state: State) =>
  state.map(({ draft }, n) => ({
    id: `p${n}`,
    draft: {
      ...{ edits: [], drafter: { personId: 'd', name: 'D', post: null }, day: '2026-03-02' as const },
      disposition: {
        ...{ code: 'duplicate' as const, reason: { kk: '', ru: '' }, changes: [] },
        duplicateOf: typeof draft === 'number' ? nameOf(draft) : null,
      },
    },
  }));

const acts = fc.array(
  fc.record({
    what: fc.constantFrom('own', 'same', 'same', 'approve', 'approve', 'withdraw'),
    which: fc.nat({ max: 5 }),
    other: fc.nat({ max: 5 }),
  }),
  { minLength: 20, maxLength: 60 },
);

const live = (some: typeof acts extends fc.Arbitrary<infer T> ? T : never): State => {
  const state: State = Array.from({ length: 6 }, () => ({ phase: 'open', draft: null, sameAs: null }));
  for (const { what, which, other } of some) {
    const one = state[which];
    if (!one || one.phase !== 'open') continue;
    if (what === 'withdraw') one.phase = 'withdrawn';
    if (what === 'own') one.draft = 'own';
    if (what === 'same') {
      const root = rootOf({ chain: chainOf(state, other), pointId: `p${which}`, points: pointsOf(state) });
      if (root.ok) one.draft = Number(root.value.slice(2));
    }
    if (what === 'approve' && one.draft !== null) {
      if (typeof one.draft === 'number' && faultOfTarget(chainOf(state, one.draft)) !== null) continue;
      one.phase = 'disposed';
      one.sameAs = typeof one.draft === 'number' ? nameOf(one.draft) : null;
    }
  }
  return state;
};

describe('whatever is done in whatever order', () => {
  it('an approved answer that names another comment names one that is answered, and not by naming a third', () => {
    let named = 0;
    fc.assert(
      fc.property(acts, (some) => {
        const state = live(some);
        for (const { sameAs } of state) {
          if (sameAs === null) continue;
          named += 1;
          expect(state[Number(sameAs.slice(2))]).toMatchObject({ phase: 'disposed', sameAs: null });
        }
      }),
      { numRuns: 500, seed: 7 },
    );
    expect(named).toBeGreaterThan(50);
  });

  it('no draft names its own point, a withdrawn comment, or one that its chain leads back to', () => {
    fc.assert(
      fc.property(acts, fc.nat({ max: 5 }), fc.nat({ max: 5 }), (some, which, other) => {
        const state = live(some);
        const chain = chainOf(state, other);
        const root = rootOf({ chain, pointId: `p${which}`, points: pointsOf(state) });
        if (!root.ok) return true;
        const target = state[Number(root.value.slice(2))];
        return root.value !== nameOf(which) && target?.phase !== 'withdrawn' && target?.sameAs === null;
      }),
    );
  });
});

describe('a history from before there was a rule against it', () => {
  const target = (n: number, sameAs: number | null, phase: Target['phase'] = 'disposed'): Target => ({
    ...{ number: nameOf(n), phase, pointId: `p${n}` },
    sameAs: sameAs === null ? null : nameOf(sameAs),
  });
  const codeOf = (it: ReturnType<typeof rootOf>) => (it.ok ? it.value : it.refusal.code);
  const root = (chain: Target[], pointId = 'p9') => codeOf(rootOf({ chain, pointId, points: [] }));

  it('is followed to its end, through this point refused, and as a circle refused', () => {
    expect(root([target(1, 2), target(2, 3), target(3, null)])).toBe('C-3');
    expect(root([target(1, 2), target(2, null, 'open')])).toBe('C-2');
    expect(root([target(1, 2), target(2, null, 'open')], 'p2')).toBe('duplicate_circle');
    expect(root([target(1, 2), target(2, 1)])).toBe('duplicate_circle');
    expect(root([target(1, 2), target(2, null, 'withdrawn')])).toBe('target_missing');
    expect(root([])).toBe('target_missing');
  });
});
