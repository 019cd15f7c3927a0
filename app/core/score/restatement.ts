// Is a new snapshot a restatement? A published figure of a quarter that is over changes by itself only while its cases run their course. Whatever
// else changes it (a ruling, another edition, method or code, a correction) is restated in public: from what, to what, and why.
import type { Measure } from '../../../guide/schema';
import type { Day } from '../day';
import type { Contested } from './contested';
import { daysOf, type Period } from './period';

/** `late_act`: an act after everything of the quarter had ended; `correction`: what the nightly count put right. */
export const CAUSES = ['ruling', 'edition', 'method', 'code', 'correction', 'late_act'] as const;
export type Cause = (typeof CAUSES)[number];

/** A published value: `count` of `n` where it is a share; `value` a share 0..1, or points; null where it was not estimable. */
export type Value = { value: number | null; count: number | null; n: number | null };
/** What is compared besides the guide's own measures: a body's place in the league. */
type Restatable = Measure | 'promises' | 'after_hours' | 'place';
/** `of`: 'all'; or the duty that the measure is of, of a league the body. Null where the measure was not published then. */
export type Change = { measure: Restatable; of: string; from: Value | null; to: Value | null };
/** An act that came late: its entry in the ledger, and the case or round where everybody may read it. */
export type LateAct = {
  seq: string;
  type: string;
  day: Day;
  place: 'appeals' | 'rounds' | null;
  number: string | null;
};
/** What a restatement is traced to: contests whose rulings came or went, acts that came late, and names from and to. */
export type Trace = {
  contests: string[];
  /** Absent in restatements from before acts were named. */
  acts?: LateAct[];
  edition: [string, string] | null;
  method: [string, string] | null;
  code: [string, string] | null;
};
export type Restated = { causes: Cause[]; changes: Change[]; trace: Trace };

/** What is compared of a snapshot; figures as they stand in the database, perhaps of older code. */
export type Said = {
  period: Period;
  reportDay: Day;
  edition: string;
  method: string;
  codeHash: string;
  because: string;
  moves: boolean;
  figures: unknown;
  contests: Contested | null;
};

const PUBLISHED: readonly (readonly [Restatable, readonly string[]])[] = [
  ['lawful_term', ['clocks', 'lawful', 'share']],
  ['extended_term', ['clocks', 'extended', 'share']],
  ['extended', ['rates', 'extended']],
  ['redirected', ['rates', 'redirected']],
  ['terminated', ['rates', 'terminated']],
  ['taken_to_note', ['rates', 'taken_to_note']],
  ['deemed_refused', ['rates', 'deemed_refused']],
  ['satisfied', ['satisfied', 'share']],
  ['comments', ['comments', 'clock', 'share']],
  ['coverage', ['comments', 'coverage']],
  ['council_replies', ['councilReplies', 'share']],
  ['backlog', ['backlog', 'overdue']],
  ['promises', ['promises', 'share']],
  ['after_hours', ['afterHours', 'share']],
  ['time_to_answer', ['time', 'quartiles', 'median']],
  ['composite', ['composite', 'score']],
];

type Json = Record<string, unknown>;
const inside = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, key) => (inside(part) ? part[key] : undefined), value);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function valueOf(found: unknown): Value | null {
  if (typeof found === 'number') return { value: found, count: null, n: null };
  if (!inside(found) || !('estimate' in found)) return null;
  return { value: numberOf(found.estimate), count: numberOf(found.of), n: numberOf(found.n) };
}

/** Every published value of a body's figures, by measure and what it is of. */
function publishedIn(figures: unknown): Map<string, { measure: Restatable; of: string; value: Value }> {
  const found = new Map<string, { measure: Restatable; of: string; value: Value }>();
  const put = (measure: Restatable, of: string, raw: unknown) => {
    const value = valueOf(raw);
    if (value) found.set(`${measure} ${of}`, { measure, of, value });
  };
  for (const [measure, path] of PUBLISHED) put(measure, 'all', at(figures, path));
  const duties = at(figures, ['duties']);
  for (const duty of Array.isArray(duties) ? (duties as unknown[]) : []) {
    const rule = at(duty, ['rule']);
    if (typeof rule === 'string') put('duties', rule, at(duty, ['clock', 'share']));
  }
  return found;
}

const differ = (one: Value | null, other: Value | null): boolean =>
  one?.value !== other?.value || one?.count !== other?.count || one?.n !== other?.n;

/** What is published otherwise than before. A measure that one of the two does not know is not among them: it is new, not changed. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [old, now] = [publishedIn(before), publishedIn(after)];
  return [...now].flatMap(([key, { measure, of, value }]) => {
    const was = old.get(key)?.value;
    return was && differ(was, value) ? [{ measure, of, from: was, to: value }] : [];
  });
}

const rulingsIn = (contests: Contested | null): Map<string, number> =>
  new Map((contests?.rulings ?? []).map(({ contest, version }) => [contest, version]));

/** Numbers of the contests whose rulings one of the two counts by and the other does not. */
export function rulingsBetween(before: Contested | null, after: Contested | null): string[] {
  const [old, now] = [rulingsIn(before), rulingsIn(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((contest) => old.get(contest) !== now.get(contest)).sort();
}

type Ways = Pick<Said, 'edition' | 'method' | 'codeHash'>;
const moved = (one: string, other: string): [string, string] | null => (one === other ? null : [one, other]);
/** What of the way of reckoning is another than before. */
export const waysBetween = (before: Ways, after: Ways): Pick<Trace, 'edition' | 'method' | 'code'> => ({
  edition: moved(before.edition, after.edition),
  method: moved(before.method, after.method),
  code: moved(before.codeHash, after.codeHash),
});

/** What is compared before any figure is. */
type Told = Omit<Said, 'figures'>;

/**
 * Why a snapshot would restate the one before it, if its figures are others; null where it would not. `publicFrom`: the day from which the
 * figures are everybody's.
 */
export function restating(before: Told, after: Told, publicFrom: Day): Pick<Restated, 'causes' | 'trace'> | null {
  if (after.reportDay <= daysOf(after.period).last || after.reportDay < publicFrom) return null;
  const contests = rulingsBetween(before.contests, after.contests);
  const trace: Trace = { contests, ...waysBetween(before, after) };
  const named = [
    ...(contests.length > 0 ? (['ruling'] as const) : []),
    ...(trace.edition ? (['edition'] as const) : []),
    ...(trace.method ? (['method'] as const) : []),
    ...(trace.code ? (['code'] as const) : []),
  ];
  const causes: Cause[] =
    named.length > 0 ? named : after.because === 'nightly' ? ['correction'] : before.moves ? [] : ['late_act'];
  return causes.length === 0 ? null : { causes, trace };
}

/** The restatement that a snapshot makes of the one before it; null where it makes none. */
export function restatementOf(before: Said, after: Said, publicFrom: Day): Restated | null {
  const found = restating(before, after, publicFrom);
  const changes = found ? changesBetween(before.figures, after.figures) : [];
  return found && changes.length > 0 ? { ...found, changes } : null;
}
