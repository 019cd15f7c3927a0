// The calendar of rounds for people's own calendars (iCalendar): last days for comments, first days of announced rounds, hearings.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { addDays, dayOf, instantOf } from '../../core/day';
import { roundDays } from '../../queries/round-days';
import { calendarAnswer, lines, newCalendar } from '../feeds/made';
import { addressOf } from './addresses';
import { fedFrom } from './feed-query';

/** Days behind and ahead: what somebody saw in the calendar does not vanish from it the next day. */
const BEHIND = 90;
const AHEAD = 400;
const HEARING_MINUTES = 120;
const MINUTE = 60_000;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t, asked, title } = await fedFrom(args);
  const say = t.rounds.feeds;
  const today = dayOf(world.now());
  const rounds = await roundDays(world, asked, { from: addDays(today, -BEHIND), to: addDays(today, AHEAD) }, locale);
  const page = addressOf(`${world.origin}/${locale}/rounds/calendar`, asked);
  const calendar = newCalendar({ locale, title, about: say.description, page, product: 'rounds' });
  const host = new URL(world.origin).host;
  for (const round of rounds) {
    const url = `${world.origin}/${locale}/rounds/${round.number}`;
    const common = {
      ...{ url, sequence: round.moves, stamp: new Date(round.changedAt), location: null },
      description: lines(round.kindName, round.body, round.summary, url),
    };
    calendar.createEvent({
      ...{ ...common, id: `${round.number}-closes@${host}`, allDay: true, start: round.closesDay },
      summary: say.closes(round.title),
    });
    if (round.opensDay > today)
      calendar.createEvent({
        ...{ ...common, id: `${round.number}-opens@${host}`, allDay: true, start: round.opensDay },
        summary: say.opens(round.title),
      });
    if (round.hearing) {
      const { day, time, place } = round.hearing;
      const start = time ? new Date(instantOf(day, time)) : day;
      calendar.createEvent({
        ...{ ...common, id: `${round.number}-hearing@${host}`, start, location: place || null },
        ...(time ? { end: new Date(instantOf(day, time) + HEARING_MINUTES * MINUTE) } : { allDay: true }),
        summary: say.hearing(round.title),
      });
    }
  }
  return calendarAnswer(calendar, 'rounds');
}
