// A person's open duties for their own calendar (iCalendar), by the secret in the address.
// Reads no session, and nobody on the way keeps it.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { dutiesOf } from '../../queries/duties';
import { calendarOwner } from '../../queries/viewer';
import { calendarAnswer, lines, newCalendar } from '../feeds/made';
import { contextOf } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const secret = (args.params.file ?? '').replace(/\.ics$/, '');
  const owner = await calendarOwner(world, secret);
  if (!owner) throw new Response(null, { status: 404 });
  const say = t.duties;
  const calendar = newCalendar({ locale, title: say.title, about: say.lead, product: 'duties' });
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
      description: lines(number, body, provisional ? say.provisional : null, url),
    });
  }
  return calendarAnswer(calendar, 'duties', { 'Cache-Control': 'no-store' });
}
