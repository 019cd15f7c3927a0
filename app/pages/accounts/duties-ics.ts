// A person's open duties for their own calendar (iCalendar, RFC 5545), by the secret in the address: last days as dates, never as instants.
// Reads no session, and nobody on the way keeps it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { dutiesOf } from '../../queries/duties';
import { calendarOwner } from '../../queries/viewer';
import { contextOf } from '../respond';

const HOURS_6 = 6 * 60 * 60;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const secret = (args.params.file ?? '').replace(/\.ics$/, '');
  const owner = await calendarOwner(world, secret);
  if (!owner) throw new Response(null, { status: 404 });
  const say = t.duties;
  const calendar = ical({
    name: say.title,
    description: say.lead,
    prodId: { company: 'Kenes', product: 'duties', language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOURS_6,
  });
  const host = new URL(world.origin).host;
  for (const { id, side, path, number, title, what, body, dueDay, provisional } of await dutiesOf(
    world,
    owner,
    locale,
  )) {
    const url = `${world.origin}/${locale}${path}`;
    calendar.createEvent({
      ...{ id: `${id}-${side}@${host}`, allDay: true, start: dueDay, stamp: new Date(world.now()), url },
      summary: side === 'own' ? say.own(what, title) : say.owed(what, title),
      description: [number, body, provisional ? say.provisional : null, url].filter(Boolean).join('\n\n'),
    });
  }
  return new Response(calendar.toString(), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="kenes-duties.ics"',
      'Cache-Control': 'no-store',
    },
  });
}
