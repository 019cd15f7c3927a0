// What every story of the invented country lives with: the moved clock, the agenda, chance, and the people. Made by live.ts.
import { addWorkingDays, nextWorkingDay } from '../app/core/calendar';
import type { Day, Instant } from '../app/core/day';
import type { Outcome } from '../app/core/refusal';
import type { World } from '../app/world';
import type { Calendar } from '../guide/schema';
import type { Agenda } from './agenda';
import type { Chance } from './chance';
import type { Country } from './populate';

export type Life = {
  world: World;
  chance: Chance;
  country: Country;
  todo: Agenda;
  /** The moment it is in the country. */
  clock(): Instant;
  /** A moment of a day, within office hours unless an hour is given; never one that has passed. */
  at(day: Day, hour?: number): Instant;
  /** A moment so many working days from now. */
  inWorkingDays(n: number): Instant;
  /** What a command gave; null where it refused, which is part of life and counted. */
  counted<T>(outcome: Promise<Outcome<T>>): Promise<T | null>;
};

/** n working days on from a day (back for a negative n), itself a working day. */
export const workingDayAfter = (calendar: Calendar, day: Day, n: number): Day =>
  n === 0 ? nextWorkingDay(calendar, day) : addWorkingDays(calendar, day, n);
