// The guide in the reader's words: its contents page, and the pieces that its other pages share (a law with its mark, a term,
// a calendar year in numbers). Everything is read from the edition in force today.
import type { Basis, CalendarYear, Confidence, Edition, Guide, Locale, Start, Term } from '../../guide/schema';
import { CONFIDENCES, CONTEST, KINDS } from '../../guide/schema';
import { isWorking } from '../core/calendar';
import { addDays, dayOf, daysInMonth, type Day } from '../core/day';
import { isRoundKind, kindsOf, nounOf } from '../core/duty';
import type { World } from '../world';
import { sourceOf, type Source } from './reasons';

/** A provision as it is shown: where it stands, how its wording was found, when it was last compared. */
export type Law = Source & { confidence: Confidence; verified: Day };
export type TermView = Pick<Term, 'n' | 'unit' | 'direction'> & { start: string };

export const lawOf = (edition: Edition, locale: Locale, basis: Basis): Law => ({
  ...sourceOf(edition, locale, basis),
  confidence: basis.confidence,
  verified: basis.verified,
});
export const lawsOf = (edition: Edition, locale: Locale, bases: readonly Basis[]): Law[] =>
  bases.map((basis) => lawOf(edition, locale, basis));

/** A text of the guide; `npm run guide` promises that every id has its own. */
export const wordOf = (edition: Edition, locale: Locale, key: string): string => edition.texts[locale][key] ?? key;

export const startName = (edition: Edition, locale: Locale, start: Start): string =>
  wordOf(edition, locale, `start.${start}.name`);
export const termView = (
  edition: Edition,
  locale: Locale,
  { n, unit, direction, from }: Pick<Term, 'n' | 'unit' | 'direction' | 'from'>,
): TermView => ({ n, unit, direction, start: startName(edition, locale, from) });

/** Every provision quoted anywhere in a part of the guide. */
function basesIn(part: unknown): Basis[] {
  if (part === null || typeof part !== 'object') return [];
  if ('act' in part && 'article' in part && 'confidence' in part) return [part as Basis];
  return Object.values(part).flatMap(basesIn);
}

const provision = ({ act, article, note }: Basis) => [act, article, note].join(' ');

export type Reading = {
  /** How many different provisions carry each mark. */
  marks: Record<Confidence, number>;
  /** The last day on which anyone compared the edition with the texts. */
  verified: Day;
};
const readings = new WeakMap<Edition, Reading>();

/** How well an edition was read. Editions never change, so each is gone through once. */
export function readingOf(edition: Edition): Reading {
  const known = readings.get(edition);
  if (known) return known;
  const { texts: _words, ...rules } = edition;
  const bases = basesIn(rules);
  const different = [
    ...new Map(bases.map((basis) => [`${provision(basis)} ${basis.confidence}`, basis.confidence])).values(),
  ];
  const marks = Object.fromEntries(CONFIDENCES.map((mark) => [mark, different.filter((one) => one === mark).length]));
  const verified = bases.reduce<Day>(
    (latest, basis) => (basis.verified > latest ? basis.verified : latest),
    edition.in_force_from,
  );
  const reading: Reading = { marks: marks as Reading['marks'], verified };
  readings.set(edition, reading);
  return reading;
}

export const workingDaysOf = ({ calendar }: Pick<Guide, 'calendar'>, year: number): number[] =>
  Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const first = `${year}-${String(month).padStart(2, '0')}-01` as Day;
    return Array.from({ length: daysInMonth(year, month) }, (_day, n) => addDays(first, n)).filter((day) =>
      isWorking(calendar, day),
    ).length;
  });

export type YearView = { year: number; status: CalendarYear['status']; statusName: string; workingDays: number };
export const yearViews = (guide: Guide, edition: Edition, locale: Locale): YearView[] =>
  guide.calendarYears.map(({ year, status }) => ({
    year,
    status,
    statusName: wordOf(edition, locale, `calendar_status.${status}.name`),
    workingDays: workingDaysOf(guide, year).reduce((sum, n) => sum + n, 0),
  }));

/** Provisions that could not be confirmed, each once, with the kinds of appeal and of round that rest on it. */
function unsureOf(edition: Edition, locale: Locale) {
  const found = new Map<string, { law: Law; kinds: string[]; appealsOnly: boolean }>();
  for (const kind of kindsOf(edition)) {
    const part = isRoundKind(kind)
      ? edition.rounds?.kinds[kind]
      : kind === CONTEST
        ? edition.contests
        : edition.procedures[kind];
    for (const basis of basesIn(part)) {
      if (basis.confidence !== 'unsure') continue;
      const known = found.get(provision(basis)) ?? {
        law: lawOf(edition, locale, basis),
        kinds: [],
        appealsOnly: true,
      };
      known.appealsOnly &&= nounOf(kind) === 'appeal';
      const name = wordOf(edition, locale, `kind.${kind}.name`);
      if (!known.kinds.includes(name)) known.kinds.push(name);
      found.set(provision(basis), known);
    }
  }
  return [...found.values()];
}

/** The same of surveys, each once. */
function unsureOfSurveys({ surveys, ...edition }: Edition, locale: Locale): Law[] {
  const unsure = basesIn(surveys).filter(({ confidence }) => confidence === 'unsure');
  return [
    ...new Map(unsure.map((basis) => [provision(basis), lawOf({ ...edition, surveys }, locale, basis)])).values(),
  ];
}

/** The contents page: kinds with their terms, conventions, marks, doubts, calendars, acts. */
export function guideContents({ guide, now }: Pick<World, 'guide' | 'now'>, locale: Locale) {
  const edition = guide.inForceOn(dayOf(now()));
  const word = (key: string) => wordOf(edition, locale, key);
  const { counting, body_defaults: defaults, procedures } = edition;
  const { marks, verified } = readingOf(edition);
  return {
    edition: edition.id,
    from: edition.in_force_from,
    verified,
    told: edition.told.map(word),
    kinds: KINDS.map((id) => {
      const { rules, extension } = procedures[id];
      const { decide } = rules;
      const limit = extension.allowed ? rules[extension.limit_rule] : undefined;
      return {
        id,
        name: word(`kind.${id}.name`),
        text: word(`kind.${id}.text`),
        term: decide ? termView(edition, locale, decide.term) : null,
        laws: lawsOf(edition, locale, decide?.basis ?? []),
        extension: limit ? termView(edition, locale, limit.term) : null,
      };
    }),
    counting: {
      start: [lawOf(edition, locale, counting.start_basis)],
      roll: [lawOf(edition, locale, counting.roll_basis)],
      workweek: [lawOf(edition, locale, counting.workweek_basis)],
      receipt: lawsOf(edition, locale, procedures.application.rules.register?.basis ?? []),
      hour: lawsOf(edition, locale, defaults.basis),
      backward: lawsOf(edition, locale, procedures.application.rules.hearing_notice?.basis ?? []),
      month: lawsOf(edition, locale, procedures.application.rules.decide_extended?.basis ?? []),
    },
    workdayEnd: defaults.workday_end,
    marks: CONFIDENCES.map((id) => ({
      id,
      name: word(`confidence.${id}.name`),
      text: word(`confidence.${id}.text`),
      count: marks[id],
    })),
    unsure: unsureOf(edition, locale),
    unsureOfSurveys: unsureOfSurveys(edition, locale),
    calendars: yearViews(guide, edition, locale),
    acts: Object.entries(edition.acts).map(([id, { number, adopted, url }]) => ({
      id,
      name: word(`act.${id}.name`),
      number,
      adopted,
      version: word(`act.${id}.version`),
      url,
    })),
  };
}
