/**
 * Reads the guide from its folder: editions, calendar years, texts. Called once by compose.ts, the seed, scripts and tests.
 * It promises a frozen Guide in which every value passed guide/schema.ts and every reference meets its target;
 * otherwise it throws one error that names the file, the path in it and what is wrong.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { faultsOfCalendar, faultsOfEdition } from './crosscheck';
import { amended, inheritProcedures, inheritRounds, withRules } from './inherit';
import {
  actsSchema,
  amendmentsSchema,
  calendarYearSchema,
  contestsSchema,
  councilsSchema,
  editionFileSchema,
  exampleSchema,
  filingSchema,
  furtherRulesSchema,
  KINDS,
  LOCALES,
  noticesSchema,
  procedureSchema,
  roundsSchema,
  scoringSchema,
  surveysSchema,
  textsSchema,
  type Act,
  type Calendar,
  type CalendarYear,
  type Day,
  type DayMark,
  type Edition,
  type Guide,
  type Locale,
  type Texts,
} from './schema';

function parseAs<T>(file: string, schema: z.ZodType<T>, data: unknown): T {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${file}: ${issue.path.join('.') || '(root)'}: ${issue.message}`);
  throw new Error(`The guide can't be read.\n${faults.join('\n')}`);
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'), { uniqueKeys: true });
  } catch (fault) {
    throw new Error(`The guide can't be read.\n${file}: ${fault instanceof Error ? fault.message : String(fault)}`, {
      cause: fault,
    });
  }
}

/** Nested maps become flat keys: { kind: { message: { name } } } is 'kind.message.name'. */
function flatten(tree: unknown, prefix = ''): Record<string, unknown> {
  if (tree === null || typeof tree !== 'object') return { [prefix]: tree };
  const entries = Object.entries(tree).map(([key, value]) => flatten(value, prefix ? `${prefix}.${key}` : key));
  return Object.assign({}, ...entries);
}

function readTexts(dir: string): Record<Locale, Texts> {
  const read = (locale: Locale) => {
    const file = path.join(dir, `text.${locale}.yaml`);
    return [locale, parseAs(file, textsSchema, flatten(readYaml(file)))];
  };
  return Object.fromEntries(LOCALES.map(read)) as Record<Locale, Texts>;
}

/** What lies under every edition: the calendars' acts and texts, and the names of duties whose day the parties set themselves. */
type Shelf = { acts: Record<string, Act>; texts: Record<Locale, Texts>; setDuties: Record<Locale, Texts> };

/** The files of an edition: its own, and where it has none those of the edition it extends. */
function readEdition(dir: string, calendar: Shelf, base: Edition | null): Edition {
  const at = (name: string) => path.join(dir, name);
  const has = (name: string) => existsSync(at(name));
  const { acts, ...own } = z.looseObject({ acts: actsSchema.optional() }).parse(readYaml(at('edition.yaml')));
  const merged = { ...(base && taken(base)), ...own, acts: { ...base?.acts, ...acts } };
  const file = parseAs(at('edition.yaml'), editionFileSchema, merged);
  const written =
    base && !has('appeals.yaml')
      ? base.procedures
      : parseAs(
          at('appeals.yaml'),
          z.record(z.enum(KINDS), procedureSchema),
          inheritProcedures(at('appeals.yaml'), readYaml(at('appeals.yaml'))),
        );
  const further = has('further-rules.yaml')
    ? parseAs(at('further-rules.yaml'), furtherRulesSchema, readYaml(at('further-rules.yaml')))
    : {};
  const amendments = has('amendments.yaml')
    ? parseAs(at('amendments.yaml'), amendmentsSchema, readYaml(at('amendments.yaml')))
    : {};
  const procedures = amended(withRules(written, further), amendments);
  const rounds = has('rounds.yaml')
    ? parseAs(at('rounds.yaml'), roundsSchema, inheritRounds(at('rounds.yaml'), readYaml(at('rounds.yaml'))))
    : (base?.rounds ?? null);
  const surveys = has('surveys.yaml')
    ? parseAs(at('surveys.yaml'), surveysSchema, readYaml(at('surveys.yaml')))
    : (base?.surveys ?? null);
  const councils = has('councils.yaml')
    ? parseAs(at('councils.yaml'), councilsSchema, readYaml(at('councils.yaml')))
    : (base?.councils ?? null);
  const scoring = has('scoring.yaml')
    ? parseAs(at('scoring.yaml'), scoringSchema, readYaml(at('scoring.yaml')))
    : (base?.scoring ?? null);
  const contests = has('contests.yaml')
    ? parseAs(at('contests.yaml'), contestsSchema, readYaml(at('contests.yaml')))
    : (base?.contests ?? null);
  const filing = has('filing.yaml')
    ? parseAs(at('filing.yaml'), filingSchema, readYaml(at('filing.yaml')))
    : (base?.filing ?? null);
  const notices = has('notices.yaml')
    ? parseAs(at('notices.yaml'), noticesSchema, readYaml(at('notices.yaml')))
    : (base?.notices ?? null);
  const examples = [
    ...(base?.examples ?? []),
    ...(base && !has('examples.yaml')
      ? []
      : parseAs(at('examples.yaml'), z.array(exampleSchema), readYaml(at('examples.yaml')))),
  ];
  const words = readTexts(dir);
  const editionTexts = byLocale((locale) => ({ ...baseTexts(base, calendar, locale), ...words[locale] }));
  const texts = byLocale((locale) => ({
    ...calendar.setDuties[locale],
    ...calendar.texts[locale],
    ...editionTexts[locale],
  }));
  const edition: Edition = {
    ...file,
    acts: { ...calendar.acts, ...file.acts },
    procedures,
    rounds,
    surveys,
    councils,
    scoring,
    contests,
    filing,
    notices,
    examples,
    told: [...(base?.told ?? []), ...(file.changes ? [file.changes] : [])],
    texts,
  };
  const faults = faultsOfEdition({
    edition,
    own: editionTexts,
    calendarTexts: calendar.texts,
    calendarActs: calendar.acts,
  });
  if (faults.length > 0)
    throw new Error(`The guide can't be read.\n${faults.map((fault) => `${dir}: ${fault}`).join('\n')}`);
  return edition;
}

const byLocale = (of: (locale: Locale) => Texts): Record<Locale, Texts> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, of(locale)])) as Record<Locale, Texts>;

/** What edition.yaml of an extending edition need not say again. */
const taken = ({ counting, reminder_plans, body_defaults }: Edition) => ({ counting, reminder_plans, body_defaults });

/** The texts of the extended edition without those that are laid under each edition anew. */
const baseTexts = (base: Edition | null, calendar: Shelf, locale: Locale): Texts =>
  Object.fromEntries(
    Object.entries(base?.texts[locale] ?? {}).filter(
      ([key]) => !(key in calendar.texts[locale]) && !(key in calendar.setDuties[locale]),
    ),
  );

/** Calendar years as they are looked up: the marked days of each year by date. */
export function indexCalendar(years: readonly CalendarYear[]): Calendar {
  const index: Record<number, { status: CalendarYear['status']; days: Record<string, DayMark> }> = {};
  for (const { year, status, entries } of years) {
    const days: Record<string, DayMark> = {};
    const holidays = new Map(entries.flatMap((entry) => (entry.type === 'holiday' ? [[entry.date, entry.name]] : [])));
    for (const entry of entries) {
      const [basis] = entry.basis;
      if (!basis) continue;
      if (entry.type === 'holiday') days[entry.date] = { working: false, why: 'holiday', basis, name: entry.name };
      if (entry.type === 'substitute') {
        days[entry.date] = { working: false, why: 'substitute', basis, name: holidays.get(entry.for) ?? null };
      }
      if (entry.type === 'move') {
        days[entry.off] = { working: false, why: 'moved_off', basis, name: null };
        days[entry.work] = { working: true, why: 'moved_work', basis, name: null };
      }
    }
    index[year] = { status, days };
  }
  return { years: index };
}

/** sha-256 of a folder's or file's text, line ends made equal; `under` is the hash of the edition it extends. */
function hashOf(files: string[], under = ''): string {
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(`${path.basename(file)}\n${readFileSync(file, 'utf8').replace(/\r\n/g, '\n')}\n`);
  return hash.update(under).digest('hex');
}

const baseOf = (file: string): string | null =>
  parseAs(file, z.looseObject({ extends: z.string().nullable().default(null) }), readYaml(file)).extends;

/** 2026-9 stands before 2026-10. */
const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

function freeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

/**
 * The whole guide. `dir` is the guide folder.
 * `edition(id)` and `inForceOn(day)` throw a sentence when there is no such edition or none in force yet.
 */
export function loadGuide(dir: string): Guide {
  const calendars = path.join(dir, 'calendars');
  const calendarActs = parseAs(
    path.join(calendars, 'acts.yaml'),
    actsSchema,
    readYaml(path.join(calendars, 'acts.yaml')),
  );
  const calendarTexts = readTexts(calendars);
  const hashes: Record<string, string> = {};

  const calendarYears = readdirSync(calendars)
    .filter((name) => /^\d{4}\.yaml$/.test(name))
    .sort()
    .map((name) => {
      const file = path.join(calendars, name);
      const year = parseAs(file, calendarYearSchema, readYaml(file));
      const faults = faultsOfCalendar(year, calendarActs);
      if (name !== `${year.year}.yaml`) faults.push(`the file is named ${name} but holds the year ${year.year}`);
      if (faults.length > 0)
        throw new Error(`The guide can't be read.\n${faults.map((fault) => `${file}: ${fault}`).join('\n')}`);
      hashes[`calendar ${year.year}`] = hashOf([file]);
      return year;
    });

  const editionsDir = path.join(dir, 'editions');
  const byId = new Map<string, Edition>();
  const calendarShelf = {
    acts: calendarActs,
    texts: calendarTexts,
    setDuties: readTexts(path.join(dir, 'set-duties')),
  };
  for (const name of readdirSync(editionsDir).sort(byNumber)) {
    const folder = path.join(editionsDir, name);
    const wanted = baseOf(path.join(folder, 'edition.yaml'));
    const base = wanted === null ? null : (byId.get(wanted) ?? null);
    if (wanted !== null && !base)
      throw new Error(`The guide can't be read.\n${folder}: it extends ${wanted}, which does not stand before it`);
    const edition = readEdition(folder, calendarShelf, base);
    if (edition.id !== name)
      throw new Error(`The guide can't be read.\n${folder}: the edition calls itself ${edition.id}`);
    const files = readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .sort();
    hashes[`edition ${edition.id}`] = hashOf(
      files.map((file) => path.join(folder, file)),
      wanted === null ? '' : (hashes[`edition ${wanted}`] ?? ''),
    );
    byId.set(edition.id, edition);
  }
  // Of two from the same day the later one counts: it was published to take the other's place.
  const editions = [...byId.values()].sort((a, b) =>
    a.in_force_from < b.in_force_from ? -1 : a.in_force_from > b.in_force_from ? 1 : 0,
  );

  const guide: Guide = {
    edition(id) {
      const edition = byId.get(id);
      if (!edition) throw new Error(`The guide has no edition ${id}; it has ${[...byId.keys()].join(', ')}.`);
      return edition;
    },
    editions,
    inForceOn(day: Day) {
      const edition = editions.findLast(({ in_force_from }) => in_force_from <= day);
      if (!edition)
        throw new Error(
          `No edition of the guide is in force on ${day}; the first begins on ${editions[0]?.in_force_from}.`,
        );
      return edition;
    },
    calendar: indexCalendar(calendarYears),
    calendarYears,
    hashes,
  };
  return freeze(guide);
}
