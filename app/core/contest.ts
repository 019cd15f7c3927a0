// A contest of what a case counts as, as the fold of its events.
import type { RulingId } from '../../guide/schema';
import type { Effect } from './contest-event';
import type { Day } from './day';
import { eventsOf, type Event, type EventOf, type FactOf, type Signatory } from './event';

type Made = FactOf<'contest.made'>['payload'];
type Ruled = FactOf<'contest.ruled'>['payload'];
type Conflict = FactOf<'contest.conflict_declared'>['payload'];

/** Where it stands: open until it is ruled upon or withdrawn. */
export const CONTEST_STATUSES = ['open', 'upheld', 'partly', 'rejected', 'withdrawn'] as const;
export type ContestStatus = 'open' | RulingId | 'withdrawn';

export type Contest = Made & {
  id: string;
  status: ContestStatus;
  madeDay: Day;
  /** Of the council that rules now; the latest of each person. */
  conflicts: Conflict[];
  passedOn: (FactOf<'contest.passed_on'>['payload'] & { day: Day })[];
  /** `version`: of the event, which a recomputed figure names. */
  ruled: (Ruled & { day: Day; version: number }) | null;
  withdrawn: (FactOf<'contest.withdrawn'>['payload'] & { day: Day; signatory: Signatory }) | null;
  closedDay: Day | null;
};

export const contestStream = (contestId: string): string => `contest:${contestId}`;

/** What the case counts as by the ruling; null while there is none that changes anything. */
export const effectOf = ({ ruled }: Pick<Contest, 'ruled'>): Effect | null => ruled?.effect ?? null;

function step(state: Contest, event: EventOf<'contest'>): Partial<Contest> {
  switch (event.type) {
    case 'contest.made':
      throw new Error(`${event.stream}: made twice`);
    case 'contest.conflict_declared':
      return {
        conflicts: [...state.conflicts.filter(({ personId }) => personId !== event.payload.personId), event.payload],
      };
    case 'contest.passed_on':
      return {
        councilId: event.payload.councilId,
        conflicts: [],
        passedOn: [...state.passedOn, { ...event.payload, day: event.day }],
      };
    case 'contest.ruled':
      return {
        status: event.payload.ruling,
        ruled: { ...event.payload, day: event.day, version: event.version },
        closedDay: event.day,
      };
    case 'contest.withdrawn':
      return { status: 'withdrawn', withdrawn: { ...event.payload, day: event.day }, closedDay: event.day };
    case 'obligation.lapsed':
    case 'record.erased':
    case 'obligation.corrected':
      return {};
  }
}

/** The state after all events, oldest first; null for a stream without any. Throws on a history that can't have happened. */
export function foldContest(events: readonly Event[]): Contest | null {
  const [first, ...rest] = eventsOf(events, 'contest');
  if (!first) return null;
  if (first.type !== 'contest.made') throw new Error(`${first.stream}: the first event is ${first.type}`);
  const begun: Contest = {
    ...first.payload,
    ...{ id: first.stream.slice('contest:'.length), status: 'open', madeDay: first.day },
    ...{ conflicts: [], passedOn: [], ruled: null, withdrawn: null, closedDay: null },
  };
  return rest.reduce<Contest>((state, event) => {
    if (state.status !== 'open' && !event.type.startsWith('obligation.') && event.type !== 'record.erased')
      throw new Error(`${event.stream}: ${event.type} after its end`);
    return { ...state, ...step(state, event) };
  }, begun);
}
