// Several days in one phrase, months said once and runs drawn together: '21–25 March and 7 May'. Called by texts about terms.
import { list, plainDay, type Locale } from './format';

const DAY_MS = 86_400_000;
const nextOf = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
const dateOf = (day: string): string => String(Number(day.slice(8)));

/** Days in ascending order, as the language writes them, without the year. */
export function dayList(locale: Locale, days: readonly string[]): string {
  const phrases: string[] = [];
  for (const month of new Set(days.map((day) => day.slice(0, 7)))) {
    const runs: string[][] = [];
    for (const day of days.filter((one) => one.startsWith(month))) {
      const run = runs.at(-1);
      const last = run?.at(-1);
      if (run && last && nextOf(last) === day) run.push(day);
      else runs.push([day]);
    }
    const parts = runs.map((run) => {
      const [first, last] = [run[0] ?? '', run.at(-1) ?? ''];
      return run.length === 1
        ? dateOf(first)
        : run.length === 2
          ? `${dateOf(first)}, ${dateOf(last)}`
          : `${dateOf(first)}–${dateOf(last)}`;
    });
    const flat = parts.flatMap((part) => part.split(', '));
    const last = runs.at(-1) ?? [];
    const date = dateOf(last.at(-1) ?? '');
    const named = plainDay(locale, last.at(-1) ?? '');
    const tail = flat.at(-1) ?? '';
    phrases.push(list(locale, [...flat.slice(0, -1), named.replace(date, tail)]));
  }
  return list(locale, phrases);
}
