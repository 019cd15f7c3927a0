// In whose name and of which period a report is asked: from the address, or this calendar year in the name of the first organisation.
import { parseDay, type Day } from '../../core/day';
import type { Identity } from '../../queries/filing';

export type Asked = { organisationId: string; from: Day; to: Day };

export function activityAsked(url: string, today: Day, identities: readonly Identity[]): Asked {
  const query = new URL(url).searchParams;
  const day = (name: string, usual: Day): Day => parseDay(query.get(name) ?? '') ?? usual;
  const [from, to] = [day('from', `${today.slice(0, 4)}-01-01` as Day), day('to', today)];
  const usual = identities[0]?.organisationId ?? '';
  const organisationId = query.get('organisation') ?? usual;
  return from <= to ? { organisationId, from, to } : { organisationId, from: to, to: from };
}

/** The query part of an address that asks for the same. */
export const askedQuery = ({ organisationId, from, to }: Asked): string =>
  new URLSearchParams({ organisation: organisationId, from, to }).toString();
