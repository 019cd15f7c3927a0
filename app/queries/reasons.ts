// Why a day is the day, in the reader's language: the ledger of a term with the guide's words for each day, and citations as
// links to the law. Everything here comes from the edition that a case is pinned to.
import type { Basis, Edition, Locale } from '../../guide/schema';
import type { Citation } from '../core/refusal';
import type { Day } from '../core/day';
import { ledgerOf, type Reckoning, type Span, type TermDay } from '../core/term';

/** `label` as lawyers write it: 'APPC 76(3)'. `doubt`: the guide's word where the wording itself was not read. */
export type Source = { label: string; href: string; doubt: string | null; note: string | null };
export type ReasonedDay = Pick<TermDay, 'date' | 'counts' | 'number' | 'why'> & {
  text: string;
  basis?: { label: string; href: string };
};
export type ReasonedTerm = { from: Day; due: Day; term: Span; provisional: boolean; days: ReasonedDay[] };

/** An act and article of the edition, in Kazakh for Kazakh readers; without an address of its own it leads to the guide. */
export function citation(
  edition: Edition,
  locale: Locale,
  { act, article }: Citation,
  anchor?: string,
  url?: string,
): { label: string; href: string } {
  const known = edition.acts[act];
  const text = known?.url && (locale === 'kk' ? known.url.replace('/rus/', '/kaz/') : known.url);
  const address = url ?? (text ? `${text}${anchor ? `#${anchor}` : ''}` : `/${locale}/guide`);
  return { label: `${edition.texts[locale][`act.${act}.short`] ?? act} ${article}`, href: address };
}

export function sourceOf(edition: Edition, locale: Locale, basis: Basis): Source {
  const texts = edition.texts[locale];
  return {
    ...citation(edition, locale, basis, basis.anchor, basis.url),
    doubt: basis.confidence === 'read' ? null : (texts[`confidence.${basis.confidence}.name`] ?? null),
    note: basis.note ? (texts[basis.note] ?? null) : null,
  };
}

const MOST = 500;
const terms = new WeakMap<Edition, Map<string, ReasonedTerm>>();

/**
 * Every day of a term with what is said of it. Cases registered on one day share their terms, and editions never change: each
 * is told once and given to all who ask, so nobody may change it.
 */
export function reasoned(edition: Edition, locale: Locale, reckoning: Reckoning): ReasonedTerm {
  const told = terms.get(edition) ?? new Map<string, ReasonedTerm>();
  terms.set(edition, told);
  const key = `${locale} ${JSON.stringify(reckoning)}`;
  const known = told.get(key);
  if (known) return known;
  if (told.size >= MOST) told.clear();
  const { from, due, term, provisional } = reckoning;
  const days = ledgerOf(reckoning).map((day) => reasonedDay(edition, locale, day));
  const made = { from, due, term, provisional, days };
  told.set(key, made);
  return made;
}

/** 'Victory Day: holiday', 'Start day'. */
export function reasonedDay(
  edition: Edition,
  locale: Locale,
  { date, counts, number, why, name, basis }: TermDay,
): ReasonedDay {
  const texts = edition.texts[locale];
  const what = texts[`why.${why}.name`] ?? why;
  const holiday = name ? texts[`holiday.${name}.name`] : undefined;
  const text = holiday ? `${holiday}: ${what}` : what.charAt(0).toLocaleUpperCase(locale) + what.slice(1);
  return {
    date,
    counts,
    number,
    why,
    text,
    ...(basis && { basis: citation(edition, locale, basis, basis.anchor, basis.url) }),
  };
}
