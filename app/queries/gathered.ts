// Which obligations are shown as one? Those that the guide gathers in another (the answer to each comment, in the answer to all):
// their desk, their counts and their day hold the one that stands for them. Used by the desk, the day of an NGO and a body's page.
import { gatheredDuties } from '../core/duty';
import type { World } from '../world';

/** As a condition on an obligation `o`; `parameter` is the placeholder whose value is `gatheredIn(world)`. */
export const notGathered = (parameter: string): string =>
  `(o.edition, o.procedure, o.rule) NOT IN (SELECT g.edition, g.procedure, g.rule FROM jsonb_to_recordset(${parameter}::jsonb) AS g(edition text, procedure text, rule text))`;

export const gatheredIn = ({ guide }: Pick<World, 'guide'>): string => JSON.stringify(gatheredDuties(guide));
