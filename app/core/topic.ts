// What rounds are about and organisations work on: one list, so that whom a draft concerns can be found in the register.
export const TOPICS = [
  'social',
  'health',
  'education',
  'ecology',
  'culture',
  'youth',
  'women_family',
  'disability',
  'housing',
  'transport',
  'agriculture',
  'economy',
  'justice',
  'digital',
  'governance',
] as const;
export type Topic = (typeof TOPICS)[number];
