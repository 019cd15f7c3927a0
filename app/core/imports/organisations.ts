// A table of organisations: a row enters one, or changes it.
import { z } from 'zod';
import { binField, regionField } from '../fields';
import { TOPICS } from '../topic';
import { planOf, type Table, type Words } from './table';

const shape = z.object({
  bin: binField,
  name: z.string().trim().min(1, 'required').min(3, 'too_short').max(300, 'too_long'),
  address: z.string().trim().min(1, 'required').min(5, 'too_short').max(300, 'too_long'),
  region: regionField,
  /** Ids of core/topic with spaces between. */
  fields: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,|]+/).filter(Boolean))
    .pipe(z.array(z.enum(TOPICS, { error: 'bad_choice' }))),
});
export type OrganisationRow = z.output<typeof shape>;

/** Those that the rows name, by BIN. */
export type KnownOrganisations = ReadonlyMap<string, { id: string; words: Words }>;

export const organisations: Table<OrganisationRow, KnownOrganisations> = {
  columns: ['bin', 'name', 'address', 'region', 'fields'],
  shape,
  keyOf: ({ bin }) => bin,
  plan: ({ bin, fields, ...rest }, known) => planOf(known.get(bin), { ...rest, fields: fields.join(' ') }),
};
