// An appeal as the fold of its events. The fold is the state: the row in the database is a copy of it, and `npm run verify`
// compares the two.
import type { Kind } from '../../guide/schema';
import { eventsOf, type Event, type EventOf, type FactOf, type Signatory } from './event';
import type { Day, Instant } from './day';
import type { Party } from './obligation';
import type { Phase } from './standing';
import { executionIn, stepsAfter, type Steps } from './steps';

/** What the applicant says the answer was; never merged with the body's own outcome. */
export const VERDICTS = ['answers', 'partly', 'not_at_all', 'only_acknowledgement'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Proposal = { reason: string; until: Day; officer: Signatory; day: Day };

export type Appeal = Omit<
  FactOf<'appeal.filed'>['payload'],
  'files' | 'registeredWhy' | 'kind' | 'arrivedBy' | 'publicDay' | 'togetherId'
> & {
  id: string;
  kind: Kind;
  publicDay: Day | null;
  togetherId: string | null;
  externalSystem: string | null;
  externalNumber: string | null;
  acceptedBy: Signatory | null;
  dueDay: Day;
  lawfulDue: Day;
  provisional: boolean;
  extended: boolean;
  proposed: Proposal | null;
  officialId: string | null;
  steps: Steps;
  phase: Phase;
  outcome: string | null;
  endedDay: Day | null;
  endedAt: Instant | null;
  verdict: Verdict | null;
};

export const streamOf = (appealId: string): string => `appeal:${appealId}`;
/** The obligation that is the case's main clock. */
export const MAIN_CLOCK = 'decide';

/** The applicant as a party: the organisation when filed in its name, else the person. */
export const applicantOf = ({
  organisationId,
  personId,
}: {
  organisationId: string | null;
  personId: string;
}): Party =>
  organisationId === null ? { kind: 'person', id: personId } : { kind: 'organisation', id: organisationId };

function begin(event: Extract<Event, { type: 'appeal.filed' }>): Appeal {
  const { files: _files, registeredWhy: _why, arrivedBy, kind, ...filed } = event.payload;
  const clock = event.opens.find(({ key }) => key === MAIN_CLOCK);
  if (!clock) throw new Error(`${event.stream}: filed without a main clock`);
  const { due, provisional } = clock.reckoning;
  return {
    ...filed,
    kind: kind as Kind,
    publicDay: filed.publicDay ?? null,
    togetherId: filed.togetherId ?? null,
    ...{ externalSystem: null, externalNumber: null },
    id: event.stream.slice('appeal:'.length),
    acceptedBy: null,
    dueDay: due,
    lawfulDue: due,
    provisional,
    extended: false,
    proposed: null,
    officialId: null,
    steps: arrivedBy === 'filing' ? {} : { arrived: arrivedBy },
    phase: 'open',
    outcome: null,
    endedDay: null,
    endedAt: null,
    verdict: null,
  };
}

const end = (event: Event, phase: Phase, outcome: string | null) => ({
  phase,
  outcome,
  endedDay: event.day,
  endedAt: event.at,
  proposed: null,
});

function step(state: Appeal, event: EventOf<'appeal'>): Partial<Appeal> {
  switch (event.type) {
    case 'appeal.filed':
      throw new Error(`${event.stream}: filed twice`);
    case 'appeal.accepted':
      return { acceptedBy: event.payload.officer };
    case 'appeal.assigned':
      return { officialId: event.payload.official.personId };
    case 'appeal.extension_proposed':
      return { proposed: { ...event.payload, day: event.day } };
    case 'appeal.extension_declined':
      return { proposed: null };
    case 'appeal.extended': {
      const moved = event.moves.find(({ key }) => key === MAIN_CLOCK)?.reckoning;
      return { proposed: null, extended: true, ...(moved && { dueDay: moved.due, provisional: moved.provisional }) };
    }
    case 'appeal.answered':
      return { ...end(event, 'answered', event.payload.outcome), steps: executionIn(state.steps, event) };
    case 'appeal.noted':
      return end(event, 'taken_to_note', event.payload.outcome);
    case 'appeal.terminated':
      return end(event, 'terminated', event.payload.ground);
    case 'appeal.redirected':
      return end(event, 'redirected', null);
    case 'appeal.withdrawn':
      return end(event, 'withdrawn', null);
    case 'appeal.publicity_set':
      return { publicDay: event.payload.publicDay };
    case 'appeal.external_set': {
      const { system, number } = event.payload;
      return { externalSystem: system || null, externalNumber: number || null };
    }
    case 'appeal.judged':
      return { verdict: event.payload.verdict };
    case 'appeal.cure_asked':
    case 'appeal.cured':
    case 'appeal.hearing_called':
    case 'appeal.objected':
    case 'appeal.hearing_set':
    case 'appeal.heard':
    case 'appeal.protocol_remarked':
    case 'appeal.remarks_decided':
    case 'appeal.file_asked':
    case 'appeal.file_given':
    case 'appeal.complained':
    case 'appeal.complaint_ended':
    case 'appeal.executed':
    case 'appeal.execution_judged':
    case 'appeal.part_redirected':
    case 'appeal.errand_given':
    case 'appeal.errand_answered':
    case 'appeal.promised':
    case 'appeal.promise_reported':
    case 'appeal.promise_judged':
    case 'appeal.answer_drafted':
    case 'appeal.draft_returned':
    case 'appeal.remarked':
    case 'appeal.letter_received':
    case 'appeal.letter_set_aside':
    case 'appeal.letter_settled':
    case 'appeal.joined':
    case 'appeal.parted':
    case 'appeal.notice_unserved':
    case 'appeal.notice_served':
      return { steps: stepsAfter(state.steps, event) };
    // The state is what everyone may read; the words as they were written stand in the event of the filing.
    case 'appeal.redacted':
    case 'appeal.restored': {
      const { part, text } = event.payload;
      const steps = stepsAfter(state.steps, event);
      return part === 'subject' || part === 'text' ? { steps, [part]: text } : { steps };
    }
    case 'appeal.returned':
      return end(event, 'returned', event.payload.ground);
    case 'obligation.lapsed':
    case 'record.erased':
      return {};
    case 'obligation.corrected': {
      const moved = event.moves.find(({ key }) => key === MAIN_CLOCK)?.reckoning;
      if (!moved) return {};
      const { due, provisional } = moved;
      return { dueDay: due, provisional, ...(state.lawfulDue === state.dueDay && { lawfulDue: due }) };
    }
    default:
      return (event satisfies never, state);
  }
}

/** The state after all events, oldest first; null for a stream without any. Throws on a history that can't have happened. */
export function foldAppeal(events: readonly Event[]): Appeal | null {
  const [first, ...rest] = eventsOf(events, 'appeal');
  if (!first) return null;
  if (first.type !== 'appeal.filed') throw new Error(`${first.stream}: the first event is ${first.type}`);
  return rest.reduce<Appeal>((state, event) => ({ ...state, ...step(state, event) }), begin(first));
}
