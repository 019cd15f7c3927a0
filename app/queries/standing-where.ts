// The standings of core/standing as SQL over the table of appeals (alias `a`): the one place where they stand in SQL.
// A test holds them against standingOf and isLate on every day around every due day.
import { PHASES, STANDINGS, type Phase, type Standing } from '../core/standing';

const isPhase = (standing: Standing): standing is Extract<Standing, Phase> =>
  (PHASES as readonly string[]).includes(standing);

/** Not ended on the day that `today` (a placeholder) stands for. */
const stillOpen = (today: string): string => `(a.phase = 'open' OR a."endedDay" > ${today}::bpchar)`;

/** The condition that a case is in `standing` on the day that `today` stands for. */
export function standingIs(standing: Standing, today: string): string {
  if (isPhase(standing)) return `a.phase = '${standing}' AND a."endedDay" <= ${today}::bpchar`;
  const registered = `a."registeredDay" <= ${today}::bpchar`;
  switch (standing) {
    case 'received':
      return `${stillOpen(today)} AND a."registeredDay" > ${today}::bpchar`;
    case 'running':
      return `${stillOpen(today)} AND ${registered} AND a."dueDay" > ${today}::bpchar`;
    case 'due_today':
      return `${stillOpen(today)} AND ${registered} AND a."dueDay" = ${today}::bpchar`;
    case 'overdue':
      return `${stillOpen(today)} AND ${registered} AND a."dueDay" < ${today}::bpchar`;
  }
}

/** Conditions of which each case in `standing` meets exactly one, and which an index answers: by phase, or by the day of an end to come. */
export const stretchesIn = (standing: Standing, today: string): string[] =>
  isPhase(standing)
    ? [`a.phase = '${standing}'`]
    : [`a.phase = 'open'`, `a.phase <> 'open' AND a."endedDay" > ${today}::bpchar`];

/** The condition that a case ended, or still stands open, after its due day. */
export const lateIs = (today: string): string => `coalesce(a."endedDay", ${today}::bpchar) > a."dueDay"`;

/** One column that names the standing of each case. */
export const standingColumn = (today: string): string =>
  `CASE ${STANDINGS.map((standing) => `WHEN ${standingIs(standing, today)} THEN '${standing}'`).join(' ')} END`;
