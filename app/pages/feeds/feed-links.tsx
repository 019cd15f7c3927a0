// Where a body, a topic or a round can be followed by programs: links that people see, and those that programs look for in the head.
import type { FeedScope } from '../../queries/public-feed';
import type { Locale, Text } from '../../text';
import { textFor } from '../../text';
import { feedPath } from './asked';

export function FeedLinks({ t, locale, of }: { t: Text; locale: Locale; of: FeedScope }) {
  const say = t.feeds;
  return (
    <p className="feeds">
      {say.lead} <a href={`/${locale}/${feedPath('news.atom', of)}`}>{say.atom}</a>{' '}
      <a href={`/${locale}/${feedPath('duties.ics', of)}`}>{say.ics}</a>
    </p>
  );
}

/** For a page's `meta`. */
export function feedMeta(locale: Locale, of: FeedScope) {
  const say = textFor(locale).feeds;
  const link = { tagName: 'link', rel: 'alternate' };
  return [
    { ...link, type: 'application/atom+xml', title: say.atom, href: `/${locale}/${feedPath('news.atom', of)}` },
    { ...link, type: 'text/calendar', title: say.ics, href: `/${locale}/${feedPath('duties.ics', of)}` },
  ];
}
