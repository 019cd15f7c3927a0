// The secretary records a meeting that was held: who was there, what was decided on each question, the minutes in both state languages.
// Without a quorum no decision can be recorded; the meeting itself can.
import { z } from 'zod';
import { dayOf, instantOf } from '../../core/day';
import { quorumOf } from '../../core/meeting';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { listOf, unpersonal, unpersonalBothOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { seatsOf } from '../../data/councils';
import type { World } from '../../world';
import { actOnMeeting, secretaryOf } from './act';

const DECISION = 10_000;
const decision = unpersonal(z.string().trim().max(DECISION));
export const input = z.object({
  meetingId: z.uuid(),
  /** Members who were there. */
  present: listOf(z.uuid()),
  guests: unpersonal(z.string().trim().max(5000, 'too_long')).default(''),
  /** 'decision.<itemId>.kk' and '.ru' of the form, gathered by the page. */
  decisions: z.array(z.object({ itemId: z.uuid(), kk: decision, ru: decision })).default([]),
  ...unpersonalBothOf('minutes', 20, 50_000),
});

/**
 * Records. Refuses: invalid (a meeting that is still to come; a decision in one language only), meeting_held, quorum_missing (decisions
 * without a quorum), and what every act on a meeting refuses.
 */
export async function holdMeeting(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { meetingId, present, guests, minutesKk, minutesRu } = read.value;
  return actOnMeeting(world, viewer, {
    meetingId,
    decide: async (meeting) => {
      if (meeting.held) return refuse('meeting_held');
      if (dayOf(world.now()) < meeting.day) return refuse('meeting_to_come', { params: { day: meeting.day } });
      const guide = world.guide.edition(meeting.edition).rounds?.council;
      if (!guide || !viewer) return refuse('not_found');
      const seats = await seatsOf(world.db, meeting.councilId, instantOf(meeting.day, meeting.time));
      const attendance = seats.map(({ personId, name }) => ({ personId, name, present: present.includes(personId) }));
      const half = read.value.decisions.find(({ kk, ru }) => (kk === '') !== (ru === ''));
      if (half)
        return refuse('invalid', { fields: { [`decision.${half.itemId}.${half.kk ? 'ru' : 'kk'}`]: 'required' } });
      const decisions = read.value.decisions
        .filter(({ itemId, kk }) => kk !== '' && meeting.agenda.some(({ id }) => id === itemId))
        .map(({ itemId, kk, ru }) => ({ itemId, text: { kk, ru } }));
      const quorum = quorumOf(guide, attendance);
      const [basis] = guide.quorum.basis;
      if (decisions.length > 0 && !quorum.reached)
        return refuse('quorum_missing', {
          params: { present: quorum.present, needed: quorum.needed },
          ...(basis && { basis: { act: basis.act, article: basis.article } }),
        });
      return done([
        {
          type: 'meeting.held',
          payload: {
            ...{ attendance, guests, decisions, minutes: { kk: minutesKk, ru: minutesRu } },
            signatory: secretaryOf(viewer, meeting.councilId),
          },
        },
      ]);
    },
  });
}
