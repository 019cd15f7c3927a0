// Which rows of a reduced matrix add up to the least group of people? The search under derivation: a group is a sum of some of the
// rows in which every class of people comes once or not at all. Rows that share no class are looked through apart, so that the work
// grows with how far tables are entangled, not with how many there are.

/**
 * A row that is taken or not. `head`: a class that no other line touches, so that whoever takes the line takes these people; `at`: all
 * classes in it, of which `whole` is once; `along`: what is carried with it.
 */
export type Line = {
  head: number;
  at: ReadonlyMap<number, number>;
  along: ReadonlyMap<number, number>;
  whole: number;
};

type Asked = {
  lines: readonly Line[];
  /** People in a class. */
  weightOf: (one: number) => number;
  /** Classes of which a group must contain at least one. */
  counts: (one: number) => boolean;
  below: number;
};
type Search = Omit<Asked, 'lines' | 'below'> & { left: number };
type Chosen = { n: number; lines: Line[] };
/** `open`: a class that counts is still to be touched; `room`: the group must stay below so many people. */
type Want = { open: boolean; room: number };
type Base = ReadonlyMap<number, number>;

/** Steps after which a search is given up; the caller then takes the worst for true. */
const STEPS = 20_000;

/** Lines that add up to the least group below `below`; null where there is none, or where the search was given up (`exhausted`). */
export function leastGroup({ lines, below, ...ask }: Asked): { found: Line[] | null; exhausted: boolean } {
  const search: Search = { ...ask, left: STEPS };
  const chosen = least(search, possible(search, lines, new Map(), below), new Map(), { open: true, room: below });
  return { found: chosen?.lines ?? null, exhausted: search.left <= 0 };
}

/**
 * Lines that can be taken beside `base` where there is room for so many people, as far as each shows by itself: what comes of a class
 * that no other touches must be nought or whole, and the people in such classes few enough. A line that can't be taken leaves more of
 * others alone, until nothing changes.
 */
function possible(
  { weightOf }: Pick<Asked, 'weightOf'>,
  lines: readonly Line[],
  base: Base,
  room: number,
): readonly Line[] {
  // By class: how many lines touch it, and the sum of their places, which is the place of the last one left.
  const users = new Map<number, { count: number; places: number }>();
  lines.forEach(({ at }, place) => {
    for (const one of at.keys()) {
      const by = users.get(one);
      if (by) {
        by.count += 1;
        by.places += place;
      } else users.set(one, { count: 1, places: place });
    }
  });
  const weights = lines.map(() => 0);
  const leaving: number[] = [];
  const alone = (one: number, place: number) => {
    const { at, whole } = lines[place] ?? {};
    const value = (base.get(one) ?? 0) + (at?.get(one) ?? 0);
    const before = weights[place] ?? Infinity;
    const weight = before + (value === whole ? weightOf(one) : value === 0 ? 0 : Infinity);
    weights[place] = weight;
    if (weight >= room && before < room) leaving.push(place);
  };
  for (const [one, { count, places }] of users) if (count === 1) alone(one, places);
  for (let next = 0; next < leaving.length; next += 1) {
    const place = leaving[next] ?? 0;
    for (const one of lines[place]?.at.keys() ?? []) {
      const by = users.get(one);
      if (!by) continue;
      by.count -= 1;
      by.places -= place;
      if (by.count === 1) alone(one, by.places);
    }
  }
  if (leaving.length === 0) return lines;
  const gone = new Set(leaving);
  return lines.filter((_, place) => !gone.has(place));
}

const touches = (lines: readonly Line[], base: Base): boolean => {
  for (const { at } of lines) for (const one of at.keys()) if (base.get(one)) return true;
  return false;
};

/** The least group that is `base` and some of the lines. */
function least(search: Search, lines: readonly Line[], base: Base, want: Want): Chosen | null {
  if (!want.open && !touches(lines, base)) return { n: 0, lines: [] };
  if (lines.length === 0 || --search.left <= 0) return null;
  const [line, ...more] = lines;
  if (line && more.length === 0) return last(search, line, base, want);
  const parts = apart(lines);
  return parts.length > 1 ? together(search, parts, base, want) : branch(search, lines, base, want);
}

/** Where one line is left nothing else can follow. */
function last(search: Search, line: Line, base: Base, want: Want): Chosen | null {
  let best: Chosen | null = null;
  for (const taken of [1, 0]) {
    let [n, open, fits] = [0, want.open, true];
    for (const [one, by] of line.at) {
      const value = (base.get(one) ?? 0) + taken * by;
      if (value === line.whole) {
        n += search.weightOf(one);
        open &&= !search.counts(one);
      } else fits &&= value === 0;
    }
    if (fits && !open && n < (best?.n ?? want.room)) best = { n, lines: taken ? [line] : [] };
  }
  return best;
}

/** Parts that share no class: the least of each, and where something must still be touched, the part where that costs least. */
function together(search: Search, parts: Line[][], base: Base, want: Want): Chosen | null {
  const each = new Map<Line[], Chosen>();
  let n = 0;
  for (const part of parts) {
    const any = least(search, part, base, { open: false, room: want.room - n });
    if (!any) return null;
    each.set(part, any);
    n += any.n;
  }
  const joined = (part: Line[] | null, own: Chosen | null): Chosen => ({
    n: n - (part ? (each.get(part)?.n ?? 0) : 0) + (own?.n ?? 0),
    lines: [...(own?.lines ?? []), ...[...each].flatMap(([other, { lines }]) => (other === part ? [] : lines))],
  });
  if (!want.open) return joined(null, null);
  let best: Chosen | null = null;
  for (const part of parts) {
    const room: number = (best?.n ?? want.room) - (n - (each.get(part)?.n ?? 0));
    const own = least(search, part, base, { open: true, room });
    if (own) best = joined(part, own);
  }
  return best;
}

/** Takes the line that is entangled with most others, and leaves it. */
function branch(search: Search, lines: readonly Line[], base: Base, want: Want): Chosen | null {
  const users = new Map<number, number>();
  for (const { at } of lines) for (const one of at.keys()) users.set(one, (users.get(one) ?? 0) + 1);
  let [pick, most]: [Line | null, number] = [null, -1];
  for (const line of lines) {
    let bonds = 0;
    for (const one of line.at.keys()) bonds += (users.get(one) ?? 1) - 1;
    if (bonds > most) [pick, most] = [line, bonds];
  }
  if (!pick) return null;
  const { head, at, whole } = pick;
  const others = lines.filter((line) => line !== pick);
  let best: Chosen | null = null;
  for (const taken of [1, 0]) {
    const most: number = best?.n ?? want.room;
    const after = new Map<number, number>();
    for (const one of users.keys()) after.set(one, (base.get(one) ?? 0) + taken * (at.get(one) ?? 0));
    const rest = possible(search, others, after, most - taken * search.weightOf(head));
    const still = rest === others ? null : new Set(rest.flatMap((line) => [...line.at.keys()]));
    const next = new Map<number, number>();
    let [n, open, fits] = [0, want.open, true];
    for (const [one, used] of users) {
      const value = after.get(one) ?? 0;
      if (still ? still.has(one) : used > 1 || !at.has(one)) next.set(one, value);
      else if (value === whole) {
        n += search.weightOf(one);
        open &&= !search.counts(one);
      } else fits &&= value === 0;
    }
    if (!fits || n >= most) continue;
    const found = least(search, rest, next, { open, room: most - n });
    if (found) best = { n: n + found.n, lines: taken ? [pick, ...found.lines] : found.lines };
  }
  return best;
}

/** Lines in parts that share no class with each other: lines that meet in a class are under one head. */
export function apart<L extends Pick<Line, 'at'>>(lines: readonly L[]): L[][] {
  const above = lines.map((_, index) => index);
  const headOf = (line: number): number => {
    let head = line;
    while (above[head] !== undefined && above[head] !== head) {
      const next = above[head] ?? head;
      above[head] = above[next] ?? next;
      head = next;
    }
    return head;
  };
  const met = new Map<number, number>();
  lines.forEach(({ at }, index) => {
    let head = index;
    for (const one of at.keys()) {
      const other = met.get(one);
      met.set(one, index);
      if (other === undefined) continue;
      const otherHead = headOf(other);
      if (otherHead !== head) above[Math.max(head, otherHead)] = head = Math.min(head, otherHead);
    }
  });
  const parts = new Map<number, L[]>();
  lines.forEach((line, index) => {
    const part = parts.get(headOf(index));
    if (part) part.push(line);
    else parts.set(headOf(index), [line]);
  });
  return [...parts.values()];
}
