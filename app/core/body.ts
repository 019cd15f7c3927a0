// What an administrator says of a state body, and whether a tree of bodies stays a tree. Used by the commands of bodies.
import { z } from 'zod';
import { regionField } from './fields';
import { LEVELS } from './region';

const name = z.string().trim().min(1, 'required').min(3, 'too_short').max(300, 'too_long');

/** A name in each of the three languages. */
export const nameFields = { nameKk: name, nameRu: name, nameEn: name };

/** The superior body by id, empty for none; the hour after which the next working day begins. */
export const bodyFields = {
  ...nameFields,
  parentId: z.union([z.uuid(), z.literal('')]).default(''),
  level: z.enum(LEVELS),
  region: regionField,
  address: z.string().trim().min(1, 'required').min(5, 'too_short').max(300, 'too_long'),
  workdayEnd: z
    .string()
    .trim()
    .min(1, 'required')
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad_value'),
};

/** Part of the body's address on the site, for good: small Latin letters, digits and dashes. 'new' is a page. */
export const slugField = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, 'required')
  .max(60, 'too_long')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'bad_value')
  .refine((slug) => slug !== 'new', 'bad_value');

/** Whether `id` would stand below itself if `parentId` became its superior. `parentOf`: body id -> its superior's id. */
export function makesCircle(
  parentOf: ReadonlyMap<string, string | null>,
  id: string,
  parentId: string | null,
): boolean {
  const seen = new Set<string>();
  for (let above = parentId; above !== null && !seen.has(above); above = parentOf.get(above) ?? null) {
    if (above === id) return true;
    seen.add(above);
  }
  return false;
}
