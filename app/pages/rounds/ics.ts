// The calendar of rounds for people's own calendars (iCalendar, RFC 5545): last days for comments, first days of announced rounds,
// hearings. Days are given as dates, never as instants: a last day is a day wherever one lives.
import type { LoaderFunctionArgs } from '@remix-run/node';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays, dayOf, instantOf } from '../../core/day';
import { roundDays } from '../../queries/round-days';
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
  const calendar = ical({
    name: title,
    description: say.description,
    prodId: { company: 'Kenes', product: 'rounds', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    url: addressOf(`${world.origin}/${locale}/rounds/calendar`, asked),
    ttl: 60 * 60 * 6,
  });
  const host = new URL(world.origin).host;
  for (const round of rounds) {
    const url = `${world.origin}/${locale}/rounds/${round.number}`;
    const common = {
      ...{ url, sequence: round.moves, stamp: new Date(round.changedAt), location: null },
      description: [round.kindName, round.body, round.summary, url].filter(Boolean).join('\n\n'),
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
  return new Response(calendar.toString(), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="kenes-rounds.ics"',
    },
  });
}
