import { describe, expect, it } from 'vitest';
import { seatBarred, type Seat } from '../../app/core/seat';

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
});
