// A role as one reads it: which role, and where it is held.
import type { Role } from '../../core/viewer';
import type { Locale, Text } from '../../text';

type Held = {
  role: Role;
  body: { names: Record<Locale, string> } | null;
  organisation: { name: string } | null;
  council: { names: Record<Locale, string> } | null;
};

/** The name of the body, council or organisation; Kenes itself for an administrator. */
export const placeOf = (t: Text, locale: Locale, { body, council, organisation }: Omit<Held, 'role'>): string =>
  (body ?? council)?.names[locale] ?? organisation?.name ?? t.accounts.kenes;

export const roleAt = (t: Text, locale: Locale, held: Held): string =>
  t.accounts.account.roleAt(t.accounts.roles[held.role], placeOf(t, locale, held));
