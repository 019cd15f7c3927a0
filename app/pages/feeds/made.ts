// How every feed is made: news for readers (Atom, RFC 4287) and days for calendars (iCalendar, RFC 5545). Days are dates, never instants: a last
// day is a day wherever one lives. The same facts give the same bytes, so that a reader who asks again is told that nothing changed.
import ical, { ICalCalendarMethod, type ICalCalendar } from 'ical-generator';
import { Feed, type Item } from 'feed';
import type { Instant } from '../../core/day';
import type { Locale } from '../../text';

/** The library writes titles and summaries as HTML; ours are words. */
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** `id`: what readers know an entry by: it never changes. */
type Entry = {
  id: string;
  url: string;
  title: string;
  text: string;
  author: string;
  at: Instant;
  published?: Instant;
  category?: Item['category'];
};
type Atom = { locale: Locale; title: string; about: string; page: string; self: string; entries: readonly Entry[] };

export function atomAnswer({ locale, title, about, page, self, entries }: Atom): Response {
  const feed = new Feed({
    ...{ id: page, link: page, title, description: about, language: locale, generator: 'Kenes', copyright: '' },
    updated: new Date(entries.reduce((last, { at }) => Math.max(last, at), 0)),
    feedLinks: { atom: self },
  });
  for (const { id, url, title: heading, text, author, at, published, category } of entries)
    feed.addItem({
      ...{ id, link: url, title: asHtml(heading), description: asHtml(text), author: [{ name: author }] },
      ...{ date: new Date(at), published: published === undefined ? undefined : new Date(published), category },
    });
  return new Response(feed.atom1(), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}

const HOURS_6 = 6 * 60 * 60;
type Calendar = { locale: Locale; title: string; about: string; page?: string; product: string };

/** A calendar without entries; `product` also names its file. */
export const newCalendar = ({ locale, title, about, page, product }: Calendar): ICalCalendar =>
  ical({
    ...{ name: title, description: about, url: page, ttl: HOURS_6, method: ICalCalendarMethod.PUBLISH },
    prodId: { company: 'Kenes', product, language: locale.toUpperCase() },
  });

export const calendarAnswer = (calendar: ICalCalendar, product: string, more: Record<string, string> = {}): Response =>
  new Response(calendar.toString(), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `inline; filename="kenes-${product}.ics"`,
      ...more,
    },
  });

/** What an entry says below its title: each on a line of its own. */
export const lines = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join('\n\n');
