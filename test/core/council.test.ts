// Quorum, adoption and recusal on a public council, by the shares of the guide.
import { describe, expect, it } from 'vitest';
import { neededOf, viewOf, type Ballot } from '../../app/core/council';
import { interestsIn } from '../../app/core/interest';
import { loadGuide } from '../../guide/load';

const guide = loadGuide('guide').edition('2026-2').rounds?.council;
if (!guide) throw new Error('the edition knows no councils');

const seats = Array.from({ length: 7 }, (_, n) => ({ personId: `p${n + 1}`, name: `Member ${n + 1}` }));
const ballot = (n: number, vote: Ballot['vote'] = 'for', dissent = ''): Ballot => ({
  personId: `p${n}`,
  vote,
  dissent,
});
const conflict = (n: number) => ({
  ...{ personId: `p${n}`, name: `Member ${n}`, conflict: 'funded' as const, origin: 'declared' as const },
});
const sit = (ballots: Ballot[], interests: ReturnType<typeof interestsIn> = [], ended: typeof seats = []) =>
  viewOf({ guide, seats, ended, interests, ballots });
const refusal = (it: ReturnType<typeof sit>) => (it.ok ? 'adopted' : it.refusal);

describe('quorum', () => {
  it('two thirds of seven members are five: four cannot decide, five can', () => {
    expect(neededOf(guide.quorum, 7)).toBe(5);
    expect(refusal(sit([1, 2, 3, 4].map((n) => ballot(n))))).toEqual({
      code: 'quorum_missing',
      params: { present: 4, needed: 5 },
      basis: { act: 'councils_law', article: '13(2)–(3)' },
    });
    expect(sit([1, 2, 3, 4, 5].map((n) => ballot(n))).ok).toBe(true);
  });

  it('exactly two thirds are enough: four of six', () => {
    expect(neededOf(guide.quorum, 6)).toBe(4);
  });

  it('a council without a member present, or with every member recused, decides nothing', () => {
    expect(refusal(sit([]))).toMatchObject({ code: 'quorum_missing' });
    expect(
      refusal(
        sit(
          [],
          seats.map((_, n) => conflict(n + 1)),
        ),
      ),
    ).toMatchObject({ code: 'quorum_missing' });
  });
});

describe('recusal', () => {
  it('a recused member counts neither among those present nor among the seats: four of six others are enough', () => {
    const voted = sit(
      [2, 3, 4, 5].map((n) => ballot(n)),
      [conflict(1)],
    );
    expect(voted).toMatchObject({ ok: true, value: { members: 6, recused: [conflict(1)] } });
  });

  it('a vote of a recused member is refused by name, though the quorum would be there', () => {
    expect(
      refusal(
        sit(
          [1, 2, 3, 4, 5].map((n) => ballot(n)),
          [conflict(1)],
        ),
      ),
    ).toMatchObject({ code: 'recused', params: { name: 'Member 1' } });
  });

  it('an interest declared by somebody of another council changes nothing here', () => {
    expect(
      sit(
        [1, 2, 3, 4, 5].map((n) => ballot(n)),
        [conflict(9)],
      ),
    ).toMatchObject({
      ok: true,
      value: { members: 7, recused: [] },
    });
  });
});

describe('an interest that nobody declared', () => {
  const employed = [{ personId: 'p1', name: 'Member 1' }];

  it('recuses whom the register shows to work at the body, as if it had been declared', () => {
    const interests = interestsIn([], employed);
    expect(interests).toEqual([{ ...employed[0], conflict: 'employed', origin: 'membership' }]);
    expect(
      refusal(
        sit(
          [1, 2, 3, 4, 5].map((n) => ballot(n)),
          interests,
        ),
      ),
    ).toMatchObject({ code: 'recused', params: { name: 'Member 1' } });
    const voted = sit(
      [2, 3, 4, 5].map((n) => ballot(n)),
      interests,
    );
    expect(voted).toMatchObject({ ok: true, value: { members: 6, recused: interests } });
  });

  it('stands once, in the person’s own words, where it was declared too', () => {
    const declared = { personId: 'p1', name: 'Member 1', conflict: 'kin' as const, explanation: 'Брат решает.' };
    expect(interestsIn([declared], employed)).toEqual([{ ...employed[0], conflict: 'kin', origin: 'declared' }]);
  });
});

describe('adoption', () => {
  it('half of those present is not more than half', () => {
    const six = [ballot(1), ballot(2), ballot(3), ballot(4, 'against'), ballot(5, 'against'), ballot(6, 'abstained')];
    expect(refusal(sit(six))).toMatchObject({ code: 'not_adopted', params: { for: 3, needed: 4 } });
    expect(sit([ballot(4), ...six.slice(0, 3), ...six.slice(4)]).ok).toBe(true);
  });

  it('abstaining is taking part: it helps the quorum and not the view', () => {
    expect(
      refusal(sit([ballot(1), ballot(2), ballot(3, 'abstained'), ballot(4, 'abstained'), ballot(5, 'abstained')])),
    ).toMatchObject({ code: 'not_adopted' });
  });

  it('dissent stands beside the vote, with the name', () => {
    const voted = sit([1, 2, 3, 4, 5].map((n) => ballot(n, n === 5 ? 'against' : 'for', n === 5 ? 'Срок мал.' : '')));
    expect(voted.ok && voted.value.votes.at(-1)).toEqual({
      personId: 'p5',
      name: 'Member 5',
      vote: 'against',
      dissent: 'Срок мал.',
    });
  });
});

it('who is no member does not vote, and nobody votes twice', () => {
  expect(refusal(sit([ballot(9)]))).toEqual({ code: 'invalid', fields: { votes: 'bad_choice' } });
  expect(refusal(sit([ballot(1), ballot(1)]))).toEqual({ code: 'invalid', fields: { votes: 'bad_choice' } });
});
