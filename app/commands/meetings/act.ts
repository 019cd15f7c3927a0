// How a council's meeting is kept in the ledger, and what every act on one does the same way. Used by the commands of meetings.
import type { Actor, AnyStream, EventOf, Signatory } from '../../core/event';
import { dayOf } from '../../core/day';
import { foldMeeting, meetingStream, type Meeting } from '../../core/meeting';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import { COUNCIL_ROLES, mandateOn, type Viewer } from '../../core/viewer';
import { meetingRow } from '../../data/projections';
import { openStream, Overtaken, record, type Act, type Head } from '../../data/ledger';
import type { World } from '../../world';
import { limited } from '../limited';
import { chapterOf } from '../chapter';

export type MeetingFact =
  Exclude<EventOf<'meeting'>, { type: AnyStream }> extends infer E
    ? E extends { type: infer T; payload: infer P }
      ? { type: T; payload: P }
      : never
    : never;
type Writing = {
  id: string;
  edition: string;
  viewer: Viewer;
  councilId: string;
  facts: MeetingFact[];
  before?: Awaited<ReturnType<typeof openStream>>['events'];
  head: Head;
  also?: Act['also'];
};

export const secretaryOf = (viewer: Viewer, councilId: string): Signatory => ({
  personId: viewer.personId,
  name: viewer.name,
  post: mandateOn(viewer, councilId, COUNCIL_ROLES)?.post ?? null,
});

/** Writes facts of one meeting. Nothing is owed for a meeting; what its dossiers are about has clocks of its own. */
export async function recordMeeting(
  world: World,
  { id, edition, viewer, councilId, facts, before = [], head, also }: Writing,
): Promise<void> {
  const now = world.now();
  const actor: Actor = { kind: 'person', ...secretaryOf(viewer, councilId) };
  const around = {
    edition: world.guide.edition(edition),
    calendar: world.guide.calendar,
    now,
    today: dayOf(now),
    actor,
  };
  const { chapter } = chapterOf({
    ...{ before, head, facts, around },
    book: {
      stream: meetingStream(id),
      fold: foldMeeting,
      follow: () => ({ opens: [], moves: [], closes: [], letters: [] }),
      rules: {},
      projection: (state) => ({ table: 'Meeting', row: meetingRow(state) }),
      about: ({ number }) => ({ number, title: number, edition, procedure: 'meeting' }),
    },
  });
  await record(world, { actor, at: now, day: around.today, chapters: [chapter], letters: [], also });
}

type Command = {
  meetingId: string;
  decide: (meeting: Meeting) => Outcome<MeetingFact[]> | Promise<Outcome<MeetingFact[]>>;
};

/** Runs one act on a meeting. Refuses not_found, not_signed_in, not_allowed, changed_meanwhile, or what `decide` refuses. */
export async function actOnMeeting(
  world: World,
  viewer: Viewer | null,
  { meetingId, decide }: Command,
): Promise<Outcome<{ number: string }>> {
  return limited(world, viewer, 'act', async () => {
    const { events, head } = await openStream(world.db, meetingStream(meetingId));
    const meeting = foldMeeting(events);
    if (!meeting) return refuse('not_found');
    if (!viewer) return refuse('not_signed_in');
    const { councilId, edition, number } = meeting;
    if (!may(viewer, 'council.record_view', { councilId })) return refuse('not_allowed');
    const decided = await decide(meeting);
    if (!decided.ok) return decided;
    try {
      await recordMeeting(world, {
        id: meetingId,
        edition,
        viewer,
        councilId,
        facts: decided.value,
        before: events,
        head,
      });
    } catch (error) {
      if (error instanceof Overtaken) return refuse('changed_meanwhile');
      throw error;
    }
    return done({ number });
  });
}
