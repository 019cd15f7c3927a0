// The secretary calls a meeting of the council and builds its agenda out of what is due, or changes what was called.
import { z } from 'zod';
import { dayOf } from '../../core/day';
import { dayField } from '../../core/fields';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { listOf } from '../../core/round-fields';
import type { AgendaItem } from '../../core/meeting-event';
import type { Viewer } from '../../core/viewer';
import { idMade, madeBy, madeFirst, taking } from '../../data/forms';
import { NO_HEAD } from '../../data/ledger';
import { nextMeetingNumber } from '../../data/numbers';
import type { World } from '../../world';
import { limited } from '../limited';
import { actOnMeeting, recordMeeting } from './act';

const fields = {
  day: dayField,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'bad_value'),
  place: z.string().trim().min(1, 'required').max(300, 'too_long'),
  /** Questions as 'number|title', ticked on the desk; the number of a round or an appeal, or nothing. */
  items: listOf(z.string().max(700, 'too_long')),
  /** Further questions, one a line. */
  more: z.string().max(10_000, 'too_long').default(''),
};
export const input = z.object({
  councilId: z.uuid(),
  ...fields,
  key: z.union([z.uuid(), z.literal('')]).default(''),
});
export const changeInput = z.object({ meetingId: z.uuid(), ...fields });

type Asked = Pick<z.output<typeof input>, 'items' | 'more'>;

/** The agenda in the order given, all of it; a question said twice stands once. */
const agendaOf = ({ items, more }: Asked, newId: () => string): AgendaItem[] => {
  const own = more.split('\n').map((line) => `|${line.trim()}`);
  const texts = [...new Set([...items, ...own])].filter((text) => text.slice(text.indexOf('|') + 1).trim() !== '');
  return texts.map((text) => {
    const at = text.indexOf('|');
    return { id: newId(), about: at < 0 ? '' : text.slice(0, at), title: text.slice(at + 1).trim() };
  });
};

/** Calls a meeting. Refuses: invalid (also a day that has passed, or no question), not_signed_in, not_allowed, not_found. */
export async function callMeeting(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  return limited(world, viewer, 'act', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { councilId, day, time, place, key } = read.value;
    if (!may(viewer, 'council.record_view', { councilId })) return refuse('not_allowed');
    const form = key ? { personId: viewer.personId, key } : null;
    const before = form && (await madeBy(world, form));
    if (before) return numberOf(world, before);
    const today = dayOf(world.now());
    if (day < today) return refuse('invalid', { fields: { day: 'bad_day' } });
    const agenda = agendaOf(read.value, world.newId);
    if (agenda.length === 0) return refuse('invalid', { fields: { items: 'required' } });
    const council = await world.db.prisma.council.findUnique({ where: { id: councilId }, select: { closedAt: true } });
    if (!council || council.closedAt) return refuse('not_found');
    const id = world.newId();
    const number = await nextMeetingNumber(world);
    const edition = world.guide.inForceOn(today).id;
    try {
      await recordMeeting(world, {
        ...{ id, edition, viewer, councilId, head: NO_HEAD },
        facts: [
          {
            type: 'meeting.called',
            payload: { number, councilId, edition, day, time, place, agenda, personId: viewer.personId },
          },
        ],
        also: form ? taking(form, { stream: `meeting:${id}`, at: world.now() }) : [],
      });
    } catch (error) {
      return numberOf(world, await madeFirst(world, form, error));
    }
    return done({ number });
  });
}

/** Changes day, place or agenda before the meeting was held. Refuses: invalid, meeting_held, and what every act on a meeting refuses. */
export async function changeMeeting(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(changeInput, raw);
  if (!read.ok) return read;
  const { meetingId, day, time, place } = read.value;
  return actOnMeeting(world, viewer, {
    meetingId,
    decide: (meeting) => {
      if (meeting.held) return refuse('meeting_held');
      if (day < dayOf(world.now())) return refuse('invalid', { fields: { day: 'bad_day' } });
      const agenda = agendaOf(read.value, world.newId);
      if (agenda.length === 0) return refuse('invalid', { fields: { items: 'required' } });
      return done([{ type: 'meeting.changed', payload: { day, time, place, agenda } }]);
    },
  });
}

async function numberOf({ db }: World, stream: string): Promise<Outcome<{ number: string }>> {
  const found = await db.prisma.meeting.findUnique({
    where: { id: idMade('meeting', stream) },
    select: { number: true },
  });
  return found ? done(found) : refuse('not_found');
}
