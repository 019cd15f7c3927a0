// What core/publicity says of an appeal, in SQL.

/** The condition that an appeal (`alias`) is public on a day (a placeholder). */
export const openOn = (today: string, alias = 'a'): string =>
  `(${alias}.visibility = 'public' OR coalesce(${alias}."publicDay" <= ${today}::bpchar, false))`;
