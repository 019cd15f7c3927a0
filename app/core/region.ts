// The regions of Kazakhstan by ISO 3166-2 code, as organisations and bodies carry them. Names stand in text/*/regions.
export const REGIONS = [
  'KZ-10',
  'KZ-11',
  'KZ-15',
  'KZ-19',
  'KZ-23',
  'KZ-27',
  'KZ-31',
  'KZ-33',
  'KZ-35',
  'KZ-39',
  'KZ-43',
  'KZ-47',
  'KZ-55',
  'KZ-59',
  'KZ-61',
  'KZ-62',
  'KZ-63',
  'KZ-71',
  'KZ-75',
  'KZ-79',
] as const;
export type Region = (typeof REGIONS)[number];

/** Levels of state bodies, from the country down. */
export const LEVELS = ['central', 'regional', 'district'] as const;
export type Level = (typeof LEVELS)[number];
