// A registration that waits in its one-time link until the address is confirmed: written by commands/accounts/register,
// read again by take-link and by the page that shows what is being confirmed.
import { z } from 'zod';
import { localeField } from './fields';
import { TOPICS } from './topic';

export const registration = z.object({
  name: z.string(),
  locale: localeField,
  address: z.string().nullable(),
  organisation: z
    .object({
      bin: z.string(),
      name: z.string(),
      address: z.string(),
      region: z.string().nullable(),
      fields: z.array(z.enum(TOPICS)).default([]),
    })
    .nullable(),
});
export type Registration = z.infer<typeof registration>;
