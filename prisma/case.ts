// A case of the invented country as those who live with it know it: shared by live.ts and what happens at desks.
import type { Kind } from '../guide/schema';
import type { Country } from './populate';

export type Place = Country['bodies'][number];
export type Case = {
  id: string;
  number: string;
  place: Place;
  kind: Kind;
  language: 'kk' | 'ru';
  subject: string;
  applicant: Country['applicants'][number];
  redirected: boolean;
};

/** Bodies that answer what they are asked, and mean it. */
export const isHonest = ({ body: { temper } }: Place): boolean => temper === 'prompt' || temper === 'steady';
