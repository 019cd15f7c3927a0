// Clauses of the Kazakh and the Russian text of one draft find each other by their place.
import { describe, expect, it } from 'vitest';
import { twinsOf } from '../../app/core/twin';

const clauses = (...numbers: (string | null)[]) => numbers.map((number, at) => ({ anchor: `c${at + 1}`, number }));

describe('twins of clauses', () => {
  it('stand at the same article and point, whatever the language calls them', () => {
    const ru = clauses(null, 'Статья 1', '1.', '2.', 'Статья 2', '1.');
    const kk = clauses('1-бап', '1.', '2.', '2-бап', '1.');
    expect([...twinsOf(ru, kk)]).toEqual([
      ['c2', 'c1'],
      ['c3', 'c2'],
      ['c4', 'c3'],
      ['c5', 'c4'],
      ['c6', 'c5'],
    ]);
  });

  it('are not guessed: no number, no twin; two clauses at one place, no twin', () => {
    expect([...twinsOf(clauses(null, 'Статья 1'), clauses(null, 'Статья 2'))]).toEqual([]);
    expect([...twinsOf(clauses('1.', '1.'), clauses('1.'))]).toEqual([]);
  });
});
