/**
 * The shapes of what the guide says of filing beyond terms: the forecast before an appeal is sent, one appeal to several bodies, an appeal
 * that becomes public later. Part of guide/schema.ts, from which everything here can be imported too.
 */
import { z } from 'zod';
import { bases } from './rule-schema';

/** filing.yaml */
export const filingSchema = z.strictObject({
  /** How long such cases took: said from `minimum` cases on, of the last `quarters` published ones; `day`: working days after registration. */
  forecast: z.strictObject({
    minimum: z.int().min(2),
    quarters: z.int().positive(),
    day: z.int().positive(),
    basis: bases,
  }),
  /** One appeal to several bodies at once: to how many. */
  several: z.strictObject({ most: z.int().min(2), basis: bases }),
  /** A private appeal that becomes public on a day: at most so many months ahead. */
  public_later: z.strictObject({ months: z.int().positive(), basis: bases }),
});
export type Filing = z.infer<typeof filingSchema>;
