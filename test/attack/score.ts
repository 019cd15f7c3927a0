// How good are guesses? Against what was really answered, and against the same guesses dealt at random among the same people: what
// a strategy that knows nothing gets.
import { wilson } from '../../app/core/statistics/wilson';
import { text, type Holdings } from './holdings';

/** What the attack alone writes down: who answered what. The strategies never see it. */
export type Truth = {
  personId: string;
  panelId: string;
  /** The receipt, and the name that the answer had in its box. */
  hash: string;
  name: string;
  sheet: string;
  texts: readonly string[];
};

/** That a row of the final database is a person's, that a text is, that they wrote much, or that a receipt is theirs. */
export type Claim =
  | { kind: 'answer'; id: string }
  | { kind: 'text'; id: string }
  | { kind: 'wrote'; much: boolean }
  | { kind: 'receipt'; hash: string };
/** `group`: people among whom the claims could be dealt anew. */
export type Guess = { personId: string; group: string; claim: Claim };

export type Score = { guesses: number; right: number; chance: number; low: number; high: number; beats: boolean };

/** Words of more bytes than this are much. */
export const MUCH = 300;
export const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

function judge({ final }: Pick<Holdings, 'final'>, truths: readonly Truth[]) {
  const answers = new Map((final.SurveyAnswer ?? []).map(({ row }) => [text(row.id), sorted(row.values)]));
  const texts = new Map((final.SurveyText ?? []).map(({ row }) => [text(row.id), text(row.text)]));
  const byPerson = new Map<string, Truth[]>();
  for (const truth of truths) byPerson.set(truth.personId, [...(byPerson.get(truth.personId) ?? []), truth]);
  return (personId: string, claim: Claim): boolean =>
    (byPerson.get(personId) ?? []).some((truth) => {
      switch (claim.kind) {
        case 'answer':
          return answers.get(claim.id) === truth.sheet;
        case 'text':
          return truth.texts.includes(texts.get(claim.id) ?? '\0');
        case 'wrote':
          return truth.texts.some((one) => Buffer.byteLength(one) > MUCH) === claim.much;
        case 'receipt':
          return claim.hash === truth.hash;
      }
    });
}

/** Counts what is right, and what would be by chance. `level`: how sure one must be (0..1) to say that it beats chance. */
export function score(
  holdings: Pick<Holdings, 'final'>,
  truths: readonly Truth[],
  guesses: readonly Guess[],
  level: number,
): Score {
  const isRight = judge(holdings, truths);
  const groups = new Map<string, Guess[]>();
  for (const guess of guesses) groups.set(guess.group, [...(groups.get(guess.group) ?? []), guess]);
  let expected = 0;
  for (const group of groups.values())
    for (const { claim } of group)
      expected += group.filter(({ personId }) => isRight(personId, claim)).length / group.length;
  const right = guesses.filter(({ personId, claim }) => isRight(personId, claim)).length;
  const chance = guesses.length > 0 ? expected / guesses.length : 0;
  const [usual, sure] = [wilson(right, guesses.length), wilson(right, guesses.length, level)];
  if (!('low' in usual) || !('low' in sure)) return { guesses: 0, right: 0, chance: 0, low: 0, high: 1, beats: false };
  return { guesses: guesses.length, right, chance, low: usual.low, high: usual.high, beats: sure.low > chance };
}
