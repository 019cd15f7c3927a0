// What can happen to a meeting of a public council, with the shape of what is recorded: called with its agenda, the agenda changed,
// held with attendance, decisions and minutes.
import { z } from 'zod';
import { bilingual, day, id, signatory } from './shape';

/** One question of the agenda. `about`: the number of a round or an appeal whose dossier belongs to it; empty for others. */
export const agendaItem = z.object({ id, title: z.string(), about: z.string() });
export type AgendaItem = z.infer<typeof agendaItem>;

export const MEETING_EVENTS = {
  'meeting.called': z.object({
    number: z.string(),
    councilId: id,
    edition: z.string(),
    day,
    time: z.string(),
    place: z.string(),
    agenda: z.array(agendaItem),
    personId: id,
  }),
  'meeting.changed': z.object({ day, time: z.string(), place: z.string(), agenda: z.array(agendaItem) }),
  'meeting.held': z.object({
    /** Members of the council on that day, present or not. */
    attendance: z.array(z.object({ personId: id, name: z.string(), present: z.boolean() })),
    guests: z.string(),
    decisions: z.array(z.object({ itemId: id, text: bilingual })),
    minutes: bilingual,
    signatory,
  }),
} as const satisfies Record<string, z.ZodType>;
