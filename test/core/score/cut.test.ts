// A choice of kind or field gives the clocks of that part alone, and never one of the other.
import { describe, expect, it } from 'vitest';
import { clocksIn, inRegion } from '../../../app/core/score/cut';
import { COUNTED_AS, type ClockShare } from '../../../app/core/score/clock';
import { wilson } from '../../../app/core/statistics/wilson';

const clock = (of: number, n: number): ClockShare => ({
  share: wilson(of, n),
  counts: Object.fromEntries(COUNTED_AS.map((as) => [as, as === 'in_time' ? of : 0])) as ClockShare['counts'],
});
const whole = {
  clocks: { lawful: clock(7, 10), extended: clock(8, 10) },
  byKind: [{ kind: 'complaint' as const, clocks: { lawful: clock(1, 4), extended: clock(2, 4) } }],
  byTopic: [{ topic: 'health', clock: clock(3, 5) }],
};
const cut = (more: object) => clocksIn(whole, { kind: '', topic: '', region: '', ...more });

describe('a choice of figures', () => {
  it('is everything, one kind on both clocks, or one field on its one clock', () => {
    expect(cut({})).toEqual(whole.clocks);
    expect(cut({ kind: 'complaint' })).toEqual(whole.byKind[0]?.clocks);
    expect(cut({ topic: 'health' })).toEqual({ lawful: clock(3, 5), extended: null });
  });

  it('is nothing where nothing of it is known, and figures of earlier code know no fields', () => {
    expect(cut({ kind: 'request' })).toBeNull();
    expect(cut({ topic: 'roads' })).toBeNull();
    expect(clocksIn({ ...whole, byTopic: undefined }, { kind: '', topic: 'health', region: '' })).toBeNull();
  });

  it('of a region holds its bodies; central bodies are a region of their own', () => {
    expect(inRegion('KZ-71', { region: '' })).toBe(true);
    expect(inRegion('KZ-71', { region: 'KZ-71' })).toBe(true);
    expect(inRegion(null, { region: 'KZ-71' })).toBe(false);
    expect(inRegion(null, { region: 'central' })).toBe(true);
  });
});
