// Addresses of the list of appeals: a filter as a query, with one part changed or taken away.
import type { AppealFilter } from '../queries/appeal-filter';
import type { Locale } from '../text';

type Changes = Partial<Record<keyof AppealFilter | 'after' | 'before', string | null>>;

/** '/ru/appeals?kind=message&standing=overdue'. A change to null takes that part away; the place in the list never stays. */
export function listAddress(locale: Locale, filter: Partial<AppealFilter>, changes: Changes = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...changes })) if (value) query.set(name, value);
  const text = query.toString();
  return `/${locale}/appeals${text ? `?${text}` : ''}`;
}
