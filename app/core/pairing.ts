// Which clause of a new version is which of the former one. Asked by clause, which gives anchors by it.
import { placesOf } from './numbering';
import { likeness, shinglesOf } from './similarity';
import { canonical } from './spelling';

type Said = { number: string | null; heading: string | null; plain: string };
type Known = { at: number; said: string; place: string | null; heading: string | null; shingles: Set<string> };
type Pair = { was: Known; now: Known };

/** From which score two clauses are one that changed, and what the same number and the same heading add to their likeness. */
const LIKE = 0.4;
const SAME_PLACE = 0.15;
const SAME_HEADING = 0.1;
/** A phrase that stands in more clauses than this doesn't tell which is which; of the clauses with rare phrases in common, the first few are weighed. */
const COMMON = 40;
const WEIGHED = 6;

/**
 * Which clause of `previous` (value) each clause of `next` (key) was, by their indices; no clause is in two pairs. First those that
 * say the same, of several the one with the same number; then the likest, the same number and heading counting for it; then what is
 * left with the same number, then with the same heading. Of equals, those that stand nearest to each other.
 */
export function pairsOf(previous: readonly Said[], next: readonly Said[]): Map<number, number> {
  const pairs = new Map<number, number>();
  let left = { was: known(previous), now: known(next) };
  const pair = (find: (was: Known[], now: Known[]) => Pair[]) => {
    const taken = new Set<Known>();
    for (const { was, now } of find(left.was, left.now)) {
      if (taken.has(was) || taken.has(now)) continue;
      taken.add(was).add(now);
      pairs.set(now.at, was.at);
    }
    left = { was: left.was.filter((one) => !taken.has(one)), now: left.now.filter((one) => !taken.has(one)) };
  };
  pair(inOrderBy(({ said, place }) => place && `${place} says ${said}`));
  pair(inOrderBy(({ said }) => `says ${said}`));
  pair((was, now) => likest({ was, now, pairs }));
  pair(inOrderBy(({ place }) => place));
  pair(inOrderBy(({ heading }) => heading));
  return pairs;
}

const known = (clauses: readonly Said[]): Known[] => {
  const places = placesOf(clauses.map(({ number }) => number));
  return clauses.map(({ heading, plain }, at) => ({
    at,
    said: canonical(plain),
    place: places[at] ?? null,
    heading: heading && canonical(heading).toLowerCase(),
    shingles: shinglesOf(plain),
  }));
};

function grouped<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[] | ReadonlySet<string>,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

const listed = (key: string | null): string[] => (key === null ? [] : [key]);

/** Clauses with the same key, the first with the first, the second with the second. */
const inOrderBy =
  (keyOf: (clause: Known) => string | null) =>
  (was: Known[], now: Known[]): Pair[] => {
    const waiting = grouped(now, (clause) => listed(keyOf(clause)));
    for (const queue of waiting.values()) queue.reverse();
    return was.flatMap((before) => {
      const after = waiting.get(keyOf(before) ?? '')?.pop();
      return after ? [{ was: before, now: after }] : [];
    });
  };

/** What changed, the likest first: weighed are those with rare phrases in common, with the same number, and those at the same place in order. */
function likest({ was, now, pairs }: { was: Known[]; now: Known[]; pairs: ReadonlyMap<number, number> }): Pair[] {
  const holders = grouped(now, ({ shingles }) => shingles);
  const places = grouped(now, ({ place }) => listed(place));
  const standing = new Map(now.map((clause) => [clause.at, clause]));
  const expected = expectedPlaces(was, pairs);
  const beside = (before: Known) =>
    [0, 1, -1, 2, -2].flatMap((step) => standing.get((expected.get(before) ?? before.at) + step) ?? []);
  const weigh = (before: Known): (Pair & { score: number })[] =>
    [...new Set([...inCommon(before, holders), ...(places.get(before.place ?? '') ?? []), ...beside(before)])]
      .map((after) => ({ was: before, now: after, score: scoreOf(before, after) }))
      .filter(({ score }) => score >= LIKE);
  const distance = (pair: Pair) => Math.abs((expected.get(pair.was) ?? pair.was.at) - pair.now.at);
  return was
    .flatMap(weigh)
    .sort((a, b) => b.score - a.score || distance(a) - distance(b) || a.was.at - b.was.at || a.now.at - b.now.at);
}

/** Where each clause would stand in the new version if nothing came or went between it and the paired clause before it. */
function expectedPlaces(was: readonly Known[], pairs: ReadonlyMap<number, number>): Map<Known, number> {
  const wentTo = new Map([...pairs].map(([now, before]) => [before, now]));
  const expected = new Map<Known, number>();
  let [at, shift] = [0, 0];
  for (const clause of was) {
    for (; at < clause.at; at++) shift = (wentTo.get(at) ?? at + shift) - at;
    expected.set(clause, clause.at + shift);
  }
  return expected;
}

/** The clauses that have the most rare phrases in common with one. */
function inCommon(clause: Known, holders: ReadonlyMap<string, Known[]>): Known[] {
  const shared = new Map<Known, number>();
  for (const shingle of clause.shingles) {
    const holding = holders.get(shingle) ?? [];
    if (holding.length <= COMMON) for (const other of holding) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  const most = [...shared].sort((a, b) => b[1] - a[1] || Math.abs(a[0].at - clause.at) - Math.abs(b[0].at - clause.at));
  return most.slice(0, WEIGHED).map(([other]) => other);
}

const scoreOf = (was: Known, now: Known): number =>
  likeness(was.shingles, now.shingles) +
  (was.place !== null && was.place === now.place ? SAME_PLACE : 0) +
  (was.heading && was.heading === now.heading ? SAME_HEADING : 0);
