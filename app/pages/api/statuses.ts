// With which statuses an operation may say no, derived from what it is: its address, its question, what is sent. The document lists these and
// no others; a test holds every answer to it.
import type { Operation } from './operation';

/** What any request may be told. */
const ALWAYS = [400, 401, 406, 429, 500] as const;
/** What only an act may be told. */
const OF_ACTS = [403, 409, 413, 415, 422, 503] as const;

export const statusesOf = ({ path, body, query }: Operation): number[] => {
  const named = path.includes('{') || Object.keys(query.shape).some((name) => name === 'period' || name === 'edition');
  const mayMiss = named || body !== null;
  return [...ALWAYS, ...(mayMiss ? [404] : []), ...(body === null ? [] : OF_ACTS)].sort((a, b) => a - b);
};
