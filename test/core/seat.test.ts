import { describe, expect, it } from 'vitest';
import { instantOf, type Day } from '../../app/core/day';
import { seatBarred, type Seat } from '../../app/core/seat';
import { endOf, faultOfTerms } from '../../app/core/seat-term';
import { loadGuide } from '../../guide/load';

const chair: Seat = { personId: 'chair', role: 'council_chair' };
const secretary: Seat = { personId: 'secretary', role: 'council_secretary' };
const member: Seat = { personId: 'member', role: 'council_member' };
const seats = [chair, secretary, member];
const code = (...[role, taken, who]: Parameters<typeof seatBarred>) =>
  seatBarred(role, taken, who)?.refusal.code ?? 'free';
const somebody = { personId: null, official: false };

describe('a seat on a public council', () => {
  it('as a member is free for anybody who is not its secretary, civil servants too', () => {
    expect(code('council_member', seats, somebody)).toBe('free');
    expect(code('council_member', seats, { personId: 'new', official: true })).toBe('free');
    expect(code('council_member', seats, { personId: 'chair', official: false })).toBe('free');
    expect(code('council_member', seats, { personId: 'secretary', official: false })).toBe('secretary_apart');
  });

  it('as chair is one, and never a civil servant’s', () => {
    expect(code('council_chair', seats, { personId: 'member', official: false })).toBe('seat_taken');
    expect(code('council_chair', [secretary, member], { personId: 'member', official: false })).toBe('free');
    expect(code('council_chair', [member], { personId: 'member', official: true })).toBe('chair_is_official');
    expect(code('council_chair', [secretary], { personId: 'secretary', official: false })).toBe('secretary_apart');
  });

  it('as secretary is one, apart from the members, and may be a civil servant’s', () => {
    expect(code('council_secretary', seats, somebody)).toBe('seat_taken');
    expect(code('council_secretary', [chair, member], { personId: 'new', official: true })).toBe('free');
    expect(code('council_secretary', [member], { personId: 'member', official: false })).toBe('secretary_apart');
  });

  it('that somebody holds already bars nobody but others', () => {
    for (const [role, personId] of [
      ['council_chair', 'chair'],
      ['council_secretary', 'secretary'],
    ] as const)
      expect(code(role, seats, { personId, official: false })).toBe('free');
  });

  it('is one for an organisation: its second representative is no member, but may be secretary; so is nobody who holds the seat', () => {
    const fund = { id: 'fund', name: 'Қор' };
    const taken = [chair, secretary, { ...member, speaksFor: [fund] }];
    const fellow = { personId: 'new', official: false, speaksFor: [{ id: 'other', name: 'Басқа' }, fund] };
    expect(seatBarred('council_member', taken, fellow)).toEqual({
      ok: false,
      refusal: {
        code: 'organisation_seated',
        params: { name: 'Қор' },
        basis: { act: 'councils_law', article: '9(4)–(8)' },
      },
    });
    expect(code('council_chair', [secretary, { ...member, speaksFor: [fund] }], fellow)).toBe('organisation_seated');
    expect(code('council_member', taken, { personId: 'member', official: false, speaksFor: [fund] })).toBe('free');
    expect(code('council_secretary', [{ ...member, speaksFor: [fund] }], fellow)).toBe('free');
    expect(code('council_member', [{ ...secretary, speaksFor: [fund] }], fellow)).toBe('free');
  });
});

describe('terms in a row', () => {
  const { councils } = loadGuide('guide').edition('2026-7');
  const seat = (from: Day, last: Day) => ({ since: instantOf(from, '00:00'), until: endOf(last) });
  const fault = (now: ReturnType<typeof seat>, ...before: ReturnType<typeof seat>[]) =>
    faultOfTerms(councils, now, before)?.refusal.params?.latest ?? 'none';

  it('are two: a third that follows them is refused, with the last day that could be', () => {
    const first = seat('2026-03-01', '2029-02-28');
    const second = seat('2029-03-01', '2032-02-29');
    expect(fault(second, first)).toBe('none');
    expect(fault(seat('2032-03-01', '2032-03-01'), first, second)).toBe('2032-02-29');
    expect(fault(seat('2029-03-01', '2032-03-01'), first)).toBe('2032-02-29');
  });

  it('are counted anew after a break, and a member who becomes the chair goes on in the same term', () => {
    const first = seat('2026-03-01', '2029-02-28');
    const second = seat('2029-03-01', '2032-02-29');
    expect(fault(seat('2032-03-02', '2035-03-01'), first, second)).toBe('none');
    const chairing = seat('2027-01-01', '2029-02-28');
    expect(fault(chairing, seat('2026-03-01', '2026-12-31'))).toBe('none');
    expect(fault(seat('2029-03-01', '2032-02-29'), seat('2026-03-01', '2026-12-31'), chairing)).toBe('none');
  });
});
