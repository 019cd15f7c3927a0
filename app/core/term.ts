/**
 * When does a term end, and which day counted? `reckon` answers with a compact value that is stored on every obligation;
 * `ledgerOf` unfolds it into the full list of days without any calendar, so an old answer can always be shown as it was given.
 * Called by core/why, commands, the calculator and npm run why. Counting: the start day is not counted (APPC 76(2));
 * a last day that is not a working day moves to the next working day (APPC 76(5)) where the term says so.
 */
import type { Basis, Calendar, Counting, DayReason, Holiday, ReceivedWhy, Term } from '../../guide/schema';
import { dayStatus, isProvisional, isWorking, nextWorkingDay, addWorkingDays } from './calendar';
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  instantOf,
  isDay,
  timeOf,
  weekday,
  type Day,
  type Instant,
  type TimeOfDay,
} from './day';

/** A term without its legal start: what the plain calculator counts too. */
export type Span = Pick<Term, 'n' | 'unit' | 'direction' | 'roll'>;
/** A day of the term that is not what its weekday says. */
export type Note = { date: Day; why: DayReason; name: Holiday | null; basis: Basis | null };
/** JSON-safe. `notes` holds only days that differ from a plain weekday or weekend, the start day and a rolled due day. */
export type Reckoning = {
  from: Day;
  term: Span;
  workweek: number[];
  due: Day;
  provisional: boolean;
  notes: Note[];
};
/** One day of the ledger, in counting order. `number` is the count reached on that day (of months: on the day a month is complete). */
export type TermDay = {
  date: Day;
  counts: boolean;
  number: number | null;
  why: DayReason;
  name: Holiday | null;
  basis: Basis | null;
};
/** Bad input is a value: the field at fault and a code that app/text turns into a sentence. */
export type Problem = {
  field: 'kind' | 'rule' | 'received' | 'registered' | 'from' | 'term';
  code: 'unknown' | 'not_in_procedure' | 'form' | 'too_long' | 'needed' | 'before_received' | 'not_of_round';
};
export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

const LONGEST: Record<Span['unit'], number> = { working_day: 1000, calendar_day: 1500, month: 48 };
const UNIT_OF: Record<string, Span['unit']> = { wd: 'working_day', d: 'calendar_day', mo: 'month' };

/** '15wd' working days, '15d' calendar days, '2mo' months; '-3wd' counted backward. Refuses other forms and terms over about four years. */
export function parseTerm(text: string): Answer<Span> {
  const match = /^(-?)(\d{1,5})(wd|d|mo)$/.exec(text.trim());
  const unit = UNIT_OF[match?.[3] ?? ''];
  if (!match || !unit) return { ok: false, problem: { field: 'term', code: 'form' } };
  const n = Number(match[2]);
  if (n > LONGEST[unit]) return { ok: false, problem: { field: 'term', code: 'too_long' } };
  const backward = match[1] === '-';
  return {
    ok: true,
    value: { n, unit, direction: backward ? 'backward' : 'forward', roll: backward ? 'none' : 'next_working_day' },
  };
}

function nominalEnd(calendar: Calendar, from: Day, term: Span, workweek: readonly number[]): Day {
  const n = term.direction === 'backward' ? -term.n : term.n;
  switch (term.unit) {
    case 'working_day':
      return addWorkingDays(calendar, from, n, workweek);
    case 'calendar_day':
      return addDays(from, n);
    case 'month':
      return addMonths(from, n);
  }
}

/**
 * The due day of a term counted from `from` (not counted itself), with the days that need a reason.
 * Backward ("at least n working days before") the due day is the last one from which n working days fit in up to the event: an event
 * on a day off is counted from the working day before it.
 * `provisional` when a day whose status decided the answer lies in a year whose calendar is missing or projected.
 */
export function reckon(input: { calendar: Calendar; from: Day; term: Span; conventions: Counting }): Reckoning {
  const { calendar, from, term, conventions } = input;
  const { workweek } = conventions;
  const backward = term.direction === 'backward';
  const start = backward && term.unit === 'working_day' ? lastWorkingDay(calendar, from, workweek) : from;
  const nominal = nominalEnd(calendar, start, term, workweek);
  const rolls = term.roll === 'next_working_day' && !backward;
  const due = rolls ? nextWorkingDay(calendar, nominal, workweek) : nominal;

  const step = backward ? -1 : 1;
  const counted = term.unit === 'working_day' && (term.n > 0 || backward);
  const decisive = counted ? (backward ? from : addDays(from, 1)) : rolls ? nominal : null;
  const provisional = decisive !== null && touchesProvisionalYear(calendar, decisive, due);

  const notes: Note[] = [];
  const last = dayNumber(due);
  for (let at = dayNumber(from); ; at += step) {
    const date = dayFromNumber(at);
    const { why, name, basis } = dayStatus(calendar, date, workweek);
    if (date === start) notes.push({ date, why: 'start', name: null, basis: conventions.start_basis });
    else if (date === due && due !== nominal) notes.push({ date, why: 'rolled', name, basis: conventions.roll_basis });
    else if (why !== 'working_day' && why !== 'weekend') notes.push({ date, why, name, basis });
    if (at === last) break;
  }
  return { from, term, workweek: [...workweek], due, provisional, notes };
}

function lastWorkingDay(calendar: Calendar, day: Day, workweek: readonly number[]): Day {
  let at = day;
  while (!isWorking(calendar, at, workweek)) at = addDays(at, -1);
  return at;
}

function touchesProvisionalYear(calendar: Calendar, a: Day, b: Day): boolean {
  const [first, last] = (a < b ? [a, b] : [b, a]).map((day) => Number(day.slice(0, 4))) as [number, number];
  for (let year = first; year <= last; year += 1) if (calendar.years[year]?.status !== 'official') return true;
  return false;
}

/** Every day from the start to the due day with its reason, rebuilt from the compact value alone. */
export function ledgerOf(reckoning: Reckoning): TermDay[] {
  const { from, term, due, workweek } = reckoning;
  const notes = new Map(reckoning.notes.map((note) => [note.date, note]));
  const step = term.direction === 'backward' ? -1 : 1;
  const months = new Map<Day, number>();
  if (term.unit === 'month') for (let n = 1; n <= term.n; n += 1) months.set(addMonths(from, n * step), n);

  const days: TermDay[] = [];
  let counted = 0;
  let reached = term.n === 0;
  const length = Math.max(0, daysBetween(from, due) * step);
  for (let index = 0; index <= length; index += 1) {
    const date = addDays(from, index * step);
    const note = notes.get(date);
    const plain: DayReason = workweek.includes(weekday(date))
      ? term.unit === 'working_day'
        ? 'working_day'
        : 'calendar_day'
      : 'weekend';
    const why = note?.why ?? plain;
    const works = why === 'working_day' || why === 'moved_work';
    const counts = date !== from && why !== 'start' && !reached && (term.unit !== 'working_day' || works);
    let number: number | null = null;
    if (counts) {
      counted += 1;
      number = term.unit === 'month' ? (months.get(date) ?? null) : counted;
      reached = number === term.n;
    }
    days.push({ date, counts, number, why, name: note?.name ?? null, basis: note?.basis ?? null });
  }
  return days;
}

export type LocalMoment = { day: Day; time: TimeOfDay };
/** Receipt and registration of one submission. `provisional` as in Reckoning, for the registration day. */
export type Receipt = {
  receivedDay: Day;
  receivedTime: TimeOfDay;
  registeredDay: Day;
  why: ReceivedWhy;
  provisional: boolean;
};

/**
 * Registered on the day of receipt; received after the end of the working day or on a day off, on the next working day (APPC 64(3)).
 * `workdayEnd` is the body's own hour; the minute it names is still within the working day.
 */
export function receive(input: {
  calendar: Calendar;
  at: Instant | LocalMoment;
  workdayEnd: TimeOfDay;
  workweek?: readonly number[];
}): Receipt {
  const { calendar, at, workdayEnd, workweek } = input;
  const { day, time } = typeof at === 'number' ? { day: dayOf(at), time: timeOf(at) } : at;
  const working = isWorking(calendar, day, workweek);
  const why: ReceivedWhy = !working ? 'day_off' : time > workdayEnd ? 'after_hours' : 'in_hours';
  const registeredDay = why === 'in_hours' ? day : nextWorkingDay(calendar, addDays(day, 1), workweek);
  const provisional = isProvisional(calendar, day) || isProvisional(calendar, registeredDay);
  return { receivedDay: day, receivedTime: time, registeredDay, why, provisional };
}

/** '2026-03-21T11:20', local unless it carries Z or an offset (a '+' that a query string turned into a space is understood). */
export function parseMoment(text: string): Answer<LocalMoment> {
  const match = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(Z|[+\- ]\d\d:?\d\d)?$/.exec(
    text.trim(),
  );
  const day = match?.[1] ?? '';
  if (!match || !isDay(day)) return { ok: false, problem: { field: 'received', code: 'form' } };
  const time = `${match[2]}:${match[3]}`;
  const zone = match[4];
  if (zone === undefined) return { ok: true, value: { day, time } };
  const digits = zone === 'Z' ? '0000' : zone.slice(1).replace(':', '');
  const offset = (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * (zone.startsWith('-') ? -1 : 1);
  const utc = dayNumber(day) * 1440 + Number(match[2]) * 60 + Number(match[3]) - offset;
  const instant = utc * 60_000;
  return { ok: true, value: { day: dayOf(instant), time: timeOf(instant) } };
}

/** The instant a receipt names, for callers that hold a local moment. */
export function instantOfMoment(moment: LocalMoment): Instant {
  return instantOf(moment.day, moment.time);
}
