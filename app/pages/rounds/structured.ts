// A round in the words of schema.org, for search engines: an event of public consultation with its first and last day and its organiser.
import type { RoundView } from '../../queries/round';
import type { Locale } from '../../text';

export const structuredData = (
  { number, title, summary, period, body, council, hearing, today }: RoundView,
  { origin, locale }: { origin: string; locale: Locale },
) => {
  const url = `${origin}/${locale}/rounds/${number}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    ...{ '@id': url, url, name: title.text, description: summary.text, inLanguage: title.lang, identifier: number },
    ...{ startDate: period.opensDay, endDate: period.closesDay },
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: { '@type': 'VirtualLocation', url },
    organizer: {
      '@type': council ? 'Organization' : 'GovernmentOrganization',
      name: council ?? body.name,
      url: `${origin}/${locale}/bodies/${body.slug}`,
    },
    isAccessibleForFree: true,
    ...(hearing && hearing.day >= today
      ? { subEvent: { '@type': 'Event', name: title.text, startDate: hearing.day, location: hearing.place } }
      : {}),
  };
};
