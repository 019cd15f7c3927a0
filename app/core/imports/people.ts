// A table of people: a row invites one of them to one role at a body or for an organisation. Who holds several roles has several rows. Nobody gets
// an account, or a role, without their own word; administrators are not made by tables.
import { z } from 'zod';
import type { Day } from '../day';
import { emailField, localeField, personName } from '../fields';
import { optionalDay } from '../round-fields';
import { OFFICIAL_ROLES } from '../viewer';
import { refused, type Plan, type Table } from './table';

const ROLES = [...OFFICIAL_ROLES, 'representative'] as const;
const shape = z.object({
  email: emailField,
  name: personName,
  language: localeField,
  role: z.enum(ROLES),
  /** Short address of the body, or the BIN of the organisation. */
  place: z
    .string()
    .transform((text) => text.replaceAll(/\s/g, '').toLowerCase())
    .pipe(z.string().min(1, 'required').max(60, 'too_long')),
  /** Of an official. */
  post: z.string().trim().max(200, 'too_long').default(''),
  /** Of the mandate; empty for none. */
  lastDay: optionalDay,
});
export type PersonRow = z.output<typeof shape>;

type Names = Record<'kk' | 'ru' | 'en', string>;
/** What the registers hold about the people and places that the rows name. */
export type KnownPeople = {
  today: Day;
  /** By short address or BIN. */
  places: ReadonlyMap<string, { id: string; closed: boolean; names: Names }>;
  /** By e-mail. */
  accounts: ReadonlyMap<string, { id: string; locale: string; closed: boolean }>;
  /** By the row's key: a mandate that is held, or an invitation that nobody took yet. */
  standing: ReadonlyMap<string, { id: string; note: 'holds' | 'invited' }>;
};

export const keyOfMandate = ({ email, role, place }: Pick<PersonRow, 'email' | 'role' | 'place'>): string =>
  `${email} ${role} ${place}`;

const looksLikeBin = (place: string) => /^\d{12}$/.test(place);

export const people: Table<PersonRow, KnownPeople> = {
  columns: ['email', 'name', 'language', 'role', 'place', 'post', 'lastDay'],
  choices: { language: localeField.options, role: ROLES },
  shape,
  keyOf: keyOfMandate,
  plan(row, known): Plan {
    const { email, role, place, post, lastDay } = row;
    const isOfficial = role !== 'representative';
    if (looksLikeBin(place) === isOfficial) return refused('role', 'role_elsewhere');
    const there = known.places.get(place);
    if (!there) return refused('place', isOfficial ? 'no_body' : 'no_organisation');
    if (there.closed) return refused('place', 'closed_body');
    if (isOfficial && post.length < 2) return refused('post', post ? 'too_short' : 'required');
    if (lastDay !== null && lastDay < known.today) return refused('lastDay', 'past_day');
    const account = known.accounts.get(email);
    if (account?.closed) return refused('email', 'account_closed');
    const standing = known.standing.get(keyOfMandate(row));
    if (standing) return { state: 'same', objectId: standing.id, note: standing.note };
    const { name, language } = row;
    const after = { name, language, role, place, post, lastDay: lastDay ?? '' };
    return { state: 'new', after, note: account ? 'has_account' : 'newcomer' };
  },
};
