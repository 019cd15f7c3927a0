/**
 * Does every reference in the guide meet its target? Called by guide/load.ts after the shapes are known to be right.
 * Returns faults as sentences with the path inside the file; an empty list means the edition or year hangs together.
 */
import { faultsOfSurveys } from './survey-faults';
import { calendarTextKeys, editionTextKeys } from './texts';
import {
  CASE_ENDS,
  KINDS,
  LOCALES,
  ROUND_KINDS,
  type Act,
  type CalendarYear,
  type Edition,
  type Locale,
  type Procedure,
  type RoundRuleId,
  type Rounds,
  type Scoring,
  type Texts,
} from './schema';

/** Paths of bases that name an act the guide does not know. */
function unknownActs(value: unknown, acts: Record<string, Act>, at: string): string[] {
  if (value === null || typeof value !== 'object') return [];
  const faults: string[] = [];
  if ('act' in value && 'confidence' in value && typeof value.act === 'string' && !(value.act in acts)) {
    faults.push(`${at}: there is no act ${value.act}`);
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'texts') faults.push(...unknownActs(inner, acts, at ? `${at}.${key}` : key));
  }
  return faults;
}

function twice(ids: readonly string[], at: string): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${at}: ${id} stands twice`);
}

function faultsOfProcedure(id: string, procedure: Procedure): string[] {
  const faults: string[] = [];
  if (procedure.id !== id) faults.push(`${id}: the procedure calls itself ${procedure.id}`);
  const need = (rule: string, at: string) => {
    if (!(rule in procedure.rules)) faults.push(`${id}.${at}: the procedure has no rule ${rule}`);
  };
  need('register', 'rules');
  need('decide', 'rules');
  if (procedure.extension.allowed) {
    need(procedure.extension.limit_rule, 'extension.limit_rule');
    need(procedure.extension.notice_rule, 'extension.notice_rule');
  }
  if (procedure.redirect) {
    need(procedure.redirect.rule, 'redirect.rule');
    need(procedure.redirect.notice_rule, 'redirect.notice_rule');
  }
  for (const ground of procedure.cure?.grounds ?? []) need(ground.rule, `cure.grounds.${ground.id}`);
  faults.push(
    ...twice(
      procedure.reply.requirements.map(({ id }) => id),
      `${id}.reply.requirements`,
    ),
    ...twice(
      procedure.outcomes.map(({ id }) => id),
      `${id}.outcomes`,
    ),
    ...twice(
      procedure.termination_grounds.map(({ id }) => id),
      `${id}.termination_grounds`,
    ),
    ...twice(
      procedure.escalation.map(({ id }) => id),
      `${id}.escalation`,
    ),
    ...twice(procedure.not_a_reply, `${id}.not_a_reply`),
    ...twice(
      procedure.next.map(({ id }) => id),
      `${id}.next`,
    ),
  );
  return faults;
}

/** A kind or a rule of rounds that is missing, stands twice or is gathered in one that is not there. */
function faultsOfRounds({ kinds, dispositions, examples }: Rounds): string[] {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  return [
    ...ROUND_KINDS.filter((kind) => !kinds[kind]).map((kind) => `rounds.yaml: ${kind} is missing`),
    ...Object.entries(kinds).flatMap(([kind, { id, rules, gate, documents, has_council_view, has_hearing }]) => {
      const need = (rule: RoundRuleId, why: string) =>
        rule in rules ? [] : [`rounds.yaml: ${kind}: no rule ${rule}, which ${why} needs`];
      return [
        ...(id === kind ? [] : [`rounds.yaml: ${kind} calls itself ${id}`]),
        ...twice(ids(gate), `rounds.yaml: ${kind}.gate`),
        ...twice(
          documents.map(({ role }) => role),
          `rounds.yaml: ${kind}.documents`,
        ),
        ...(['dispose', 'dispose_comment', 'publish_outcome', 'commitment'] as const).flatMap((rule) =>
          need(rule, 'every round'),
        ),
        ...(has_council_view ? need('council_reply', "the council's view") : []),
        ...(has_hearing ? need('hearing_call', 'a hearing') : []),
        ...Object.values(rules).flatMap(({ gathered_in }) => (gathered_in ? need(gathered_in, 'gathering') : [])),
        ...Object.entries(rules)
          .filter(([, rule]) => rule.gathered_in && rule.reminders !== 'none')
          .map(([rule]) => `rounds.yaml: ${kind}: ${rule} is gathered in another and can't remind by itself`),
      ];
    }),
    ...twice(ids(dispositions), 'rounds.yaml: dispositions'),
    ...twice(ids(examples), 'rounds.yaml: examples'),
    ...examples
      .filter(({ kind, rule }) => !kinds[kind]?.rules[rule])
      .map(({ id, kind, rule }) => `rounds.yaml: example ${id}: ${kind} has no rule ${rule}`),
  ];
}

/** An end of a case that is both an answer and none, or neither. */
function faultsOfScoring({ ends }: Scoring): string[] {
  const named = [...ends.answer, ...ends.others];
  return [
    ...twice(named, 'scoring.yaml: ends'),
    ...CASE_ENDS.filter((end) => !named.includes(end)).map((end) => `scoring.yaml: ends: ${end} is missing`),
  ];
}

function faultsOfTexts(texts: Record<Locale, Texts>, wanted: readonly string[]): string[] {
  const keys = new Set(wanted);
  return LOCALES.flatMap((locale) => [
    ...[...keys].filter((key) => !(key in texts[locale])).map((key) => `text.${locale}.yaml: ${key} is missing`),
    ...Object.keys(texts[locale])
      .filter((key) => !keys.has(key))
      .map((key) => `text.${locale}.yaml: nobody asks for ${key}`),
  ]);
}

/** Faults of an edition: unknown acts and rules, ids twice, procedures or texts missing or unused. */
export function faultsOfEdition(input: {
  edition: Edition;
  own: Record<Locale, Texts>;
  calendarTexts: Record<Locale, Texts>;
  calendarActs: Record<string, Act>;
}): string[] {
  const { edition, own, calendarTexts, calendarActs } = input;
  const faults = unknownActs(edition, edition.acts, '');
  for (const kind of KINDS) {
    const procedure = edition.procedures[kind];
    faults.push(...(procedure ? faultsOfProcedure(kind, procedure) : [`appeals.yaml: ${kind} is missing`]));
  }
  faults.push(
    ...twice(
      edition.examples.map(({ id }) => id),
      'examples.yaml',
    ),
  );
  for (const { id, kind, rule } of edition.examples) {
    if (!(rule in (edition.procedures[kind]?.rules ?? {})))
      faults.push(`examples.yaml: ${id}: ${kind} has no rule ${rule}`);
  }
  if (edition.rounds) faults.push(...faultsOfRounds(edition.rounds));
  if (edition.scoring) faults.push(...faultsOfScoring(edition.scoring));
  if (faults.length > 0) return faults;
  faults.push(...faultsOfTexts(own, editionTextKeys(edition, calendarActs)));
  // Last: a text that is missing is told by its file and key.
  if (edition.surveys && faults.length === 0) faults.push(...faultsOfSurveys(edition, edition.surveys));
  faults.push(...faultsOfTexts(calendarTexts, calendarTextKeys(calendarActs)).map((fault) => `calendars: ${fault}`));
  return faults;
}

const weekdayOf = (day: string) =>
  (Math.floor(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000) +
    3) %
  7;
const isWeekend = (day: string) => weekdayOf(day) > 4;

/** Faults of a calendar year: a day twice or outside the year, a substitute for no holiday, a move that moves nothing, a wrong monthly count. */
export function faultsOfCalendar(calendar: CalendarYear, acts: Record<string, Act>): string[] {
  const faults = unknownActs(calendar, acts, '');
  const holidays = new Set<string>();
  const off = new Set<string>();
  const work = new Set<string>();
  const inYear = (day: string) => {
    if (!day.startsWith(`${calendar.year}-`)) faults.push(`${day} is not in ${calendar.year}`);
  };
  for (const entry of calendar.entries) {
    const days = entry.type === 'move' ? [entry.off, entry.work] : [entry.date];
    for (const day of days) {
      inYear(day);
      if (off.has(day) || work.has(day)) faults.push(`${day} stands twice`);
    }
    if (entry.type === 'holiday') holidays.add(entry.date);
    if (entry.type === 'substitute' && isWeekend(entry.date))
      faults.push(`the substitute ${entry.date} is a weekend day itself`);
    if (entry.type === 'move') {
      if (isWeekend(entry.off)) faults.push(`${entry.off} is a weekend day and can't be moved off`);
      if (!isWeekend(entry.work)) faults.push(`${entry.work} is a weekday and can't be worked instead of ${entry.off}`);
      work.add(entry.work);
    }
    off.add(entry.type === 'move' ? entry.off : entry.date);
  }
  for (const entry of calendar.entries) {
    if (
      entry.type === 'substitute' &&
      entry.for.startsWith(`${calendar.year}-`) &&
      !(holidays.has(entry.for) && isWeekend(entry.for))
    ) {
      faults.push(`${entry.date} stands for ${entry.for}, which is no holiday on a weekend`);
    }
  }
  const months = workingDaysByMonth(calendar.year, off, work);
  calendar.oracle?.working_days.forEach((expected, index) => {
    if (months[index] !== expected)
      faults.push(`month ${index + 1} has ${months[index]} working days, the published count is ${expected}`);
  });
  return faults;
}

function workingDaysByMonth(year: number, off: Set<string>, work: Set<string>): number[] {
  const months: number[] = Array.from({ length: 12 }, () => 0);
  for (let month = 1; month <= 12; month += 1) {
    const last =
      [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
        month - 1
      ] ?? 0;
    for (let date = 1; date <= last; date += 1) {
      const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
      if (work.has(day) || (!isWeekend(day) && !off.has(day))) months[month - 1] = (months[month - 1] ?? 0) + 1;
    }
  }
  return months;
}
