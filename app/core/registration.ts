// What waits in a one-time link until it is followed: a registration until the address is confirmed, and where its person was going. Written by
// commands/accounts/register and ask-link, read again by take-link and by the page that shows what is being confirmed.
import { z } from 'zod';
import { localeField } from './fields';
import { TOPICS } from './topic';

/** Where somebody was going when they were asked who they are: a path that the page looks at before it leads there. Kept in the link. */
export const onward = z.string().max(500).catch('').default('');
/** Of what a link keeps; '' where it keeps none. */
export const onwardOf = (details: unknown): string => z.object({ to: onward }).safeParse(details).data?.to ?? '';

export const registration = z.object({
  to: onward,
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
