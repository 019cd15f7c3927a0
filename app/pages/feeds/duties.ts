// Open public duties of a body, on a topic or in a round, as days for calendars (iCalendar).
import type { LoaderFunctionArgs } from '@remix-run/node';
import { publicDuties } from '../../queries/public-feed';
import { feedAsked } from './asked';
import { calendarAnswer, lines, newCalendar } from './made';

const PRODUCT = 'public-duties';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t, about, name, page } = await feedAsked(args);
  const calendar = newCalendar({
    locale,
    title: t.feeds.duties(name),
    about: t.feeds.dutiesAbout,
    page,
    product: PRODUCT,
  });
  const host = new URL(world.origin).host;
  for (const { id, path, number, title, what, body, dueDay, provisional, since } of await publicDuties(
    world,
    about,
    locale,
  )) {
    const url = `${world.origin}/${locale}${path}`;
    calendar.createEvent({
      ...{ id: `${id}@${host}`, allDay: true, start: dueDay, stamp: new Date(since), url },
      summary: t.duties.own(what, title),
      description: lines(number, body, provisional ? t.duties.provisional : null, url),
    });
  }
  return calendarAnswer(calendar, PRODUCT);
}
