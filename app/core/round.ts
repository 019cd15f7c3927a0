// A consultation round as the fold of its events. Comments have streams of their own (core/comment); the round keeps what is said
// of it, its documents, its points with their answers, the council's view, the decision and what was promised.
import type { DocumentRole, GateCheck, RoundKind, StateLanguage } from '../../guide/schema';
import type { Day, Instant } from './day';
import { eventsOf, type Event, type EventOf, type FactOf, type Signatory } from './event';
import type { Party } from './obligation';
import { foldPoint, type Point } from './point';
import type { RoundSettings, ScoreLine } from './round-event';
import type { Bilingual } from './shape';
import type { Head } from './viewer';

export const ROUND_PHASES = ['preparing', 'opened', 'decided', 'completed'] as const;
export type RoundPhase = (typeof ROUND_PHASES)[number];

export type RoundDocument = Omit<FactOf<'round.document_added'>['payload'], 'role' | 'language'> & {
  role: DocumentRole;
  language: StateLanguage;
  day: Day;
  /** Added after the round opened: a later version, in which what was accepted must be seen. */
  later: boolean;
};
export type PeriodMove = {
  how: 'extended' | 'shortened' | 'reopened';
  was: Day;
  closesDay: Day;
  reason: Bilingual;
  day: Day;
  signatory: Signatory;
};
export type CouncilView = FactOf<'round.view_given'>['payload'] & { day: Day };
export type FailedView = FactOf<'round.view_not_adopted'>['payload'] & { day: Day };
export type Commitment = Omit<FactOf<'round.commitment_made'>['payload'], 'commitmentId'> & {
  id: string;
  report: (Omit<FactOf<'round.commitment_reported'>['payload'], 'commitmentId'> & { day: Day }) | null;
  judgements: (Omit<FactOf<'round.commitment_judged'>['payload'], 'commitmentId'> & { day: Day })[];
};
type Signed = { day: Day; signatory: Signatory };

export type Round = {
  id: string;
  number: string;
  kind: RoundKind;
  edition: string;
  bodyId: string;
  councilId: string | null;
  personId: string;
  settings: RoundSettings;
  phase: RoundPhase;
  documents: RoundDocument[];
  invited: string[];
  checked: { answers: string[]; signatory: Signatory } | null;
  waivers: { check: GateCheck; reason: string; signatory: Signatory }[];
  scorecard: ScoreLine[] | null;
  openedDay: Day | null;
  openedBy: Signatory | null;
  moves: PeriodMove[];
  hearing: (Omit<FactOf<'round.hearing_held'>['payload'], 'signatory'> & Signed) | null;
  points: Point[];
  conflicts: FactOf<'round.conflict_declared'>['payload'][];
  view: CouncilView | null;
  /** Votes by which no view came about, the earliest first. Nothing is owed for them. */
  notAdopted: FailedView[];
  councilAnswer: ({ text: Bilingual; capacity?: Head } & Signed) | null;
  decision: ({ decision: Bilingual; next: Bilingual } & Signed) | null;
  commitments: Commitment[];
  followUp: ({ text: Bilingual } & Signed) | null;
  outcome: (Omit<FactOf<'round.outcome_published'>['payload'], 'signatory'> & Signed) | null;
  completedAt: Instant | null;
};

export const roundStream = (roundId: string): string => `round:${roundId}`;

/** Who hosts: the council, or the body that must answer. */
export const hostOf = ({ bodyId, councilId }: Pick<Round, 'bodyId' | 'councilId'>): Party =>
  councilId === null ? { kind: 'body', id: bodyId } : { kind: 'council', id: councilId };

type RoundEvent = EventOf<'round' | 'point'>;

function begin(event: Extract<RoundEvent, { type: 'round.prepared' }>): Round {
  return {
    ...event.payload,
    id: event.stream.slice('round:'.length),
    phase: 'preparing',
    ...{ documents: [], invited: [], checked: null, waivers: [], scorecard: null, openedDay: null, openedBy: null },
    ...{ moves: [], hearing: null, points: [], conflicts: [], view: null, notAdopted: [], councilAnswer: null },
    ...{ decision: null, commitments: [], followUp: null, outcome: null, completedAt: null },
  };
}

const moved = (
  state: Round,
  how: PeriodMove['how'],
  { day, payload }: Extract<RoundEvent, { type: 'round.extended' | 'round.shortened' | 'round.reopened' }>,
): Partial<Round> => ({
  settings: { ...state.settings, closesDay: payload.closesDay },
  moves: [...state.moves, { how, ...payload, day }],
});

const withCommitment = (state: Round, id: string, change: (one: Commitment) => Commitment): Partial<Round> => ({
  commitments: state.commitments.map((one) => (one.id === id ? change(one) : one)),
});

function step(state: Round, event: RoundEvent): Partial<Round> {
  const { day } = event;
  switch (event.type) {
    case 'round.prepared':
      throw new Error(`${event.stream}: prepared twice`);
    case 'round.revised':
      // What was signed was signed for other words.
      return { settings: event.payload.settings, checked: null };
    case 'round.document_added':
      return { documents: [...state.documents, { ...event.payload, day, later: state.phase !== 'preparing' }] };
    case 'round.invited':
      return { invited: [...new Set([...state.invited, ...event.payload.organisationIds])] };
    case 'round.checked':
      return { checked: event.payload };
    case 'round.waived':
      return { waivers: [...state.waivers.filter(({ check }) => check !== event.payload.check), event.payload] };
    case 'round.opened':
      return { phase: 'opened', scorecard: event.payload.scorecard, openedDay: day, openedBy: event.payload.signatory };
    case 'round.extended':
      return moved(state, 'extended', event);
    case 'round.shortened':
      return moved(state, 'shortened', event);
    case 'round.reopened':
      return moved(state, 'reopened', event);
    case 'round.hearing_held':
      return { hearing: { ...event.payload, day } };
    case 'point.made':
    case 'point.renamed':
    case 'point.drafted':
    case 'point.returned':
    case 'point.approved':
      return { points: foldPoint(state.points, event) };
    case 'round.conflict_declared':
      return {
        conflicts: [...state.conflicts.filter(({ personId }) => personId !== event.payload.personId), event.payload],
      };
    case 'round.view_given':
      return { view: { ...event.payload, day } };
    case 'round.view_not_adopted':
      return { notAdopted: [...state.notAdopted, { ...event.payload, day }] };
    case 'round.council_answered':
      return { councilAnswer: { ...event.payload, day } };
    case 'round.decided':
      return { phase: 'decided', decision: { ...event.payload, day } };
    case 'round.commitment_made': {
      const { commitmentId, ...made } = event.payload;
      return { commitments: [...state.commitments, { id: commitmentId, ...made, report: null, judgements: [] }] };
    }
    case 'round.commitment_reported': {
      const { commitmentId, ...report } = event.payload;
      return withCommitment(state, commitmentId, (one) => ({ ...one, report: { ...report, day } }));
    }
    case 'round.commitment_judged': {
      const { commitmentId, ...judgement } = event.payload;
      return withCommitment(state, commitmentId, (one) => ({
        ...one,
        judgements: [
          ...one.judgements.filter(({ personId }) => personId !== judgement.personId),
          { ...judgement, day },
        ],
      }));
    }
    case 'round.followed_up':
      return { followUp: { ...event.payload, day } };
    case 'round.outcome_published':
      return { phase: 'completed', outcome: { ...event.payload, day }, completedAt: event.at };
    case 'round.contribution_entered':
    case 'obligation.lapsed':
    case 'record.erased':
    case 'obligation.corrected':
      return {};
    default:
      return (event satisfies never, state);
  }
}

/** The state after all events, oldest first; null for a stream without any. Throws on a history that can't have happened. */
export function foldRound(events: readonly Event[]): Round | null {
  const [first, ...rest] = eventsOf(events, 'round', 'point');
  if (!first) return null;
  if (first.type !== 'round.prepared') throw new Error(`${first.stream}: the first event is ${first.type}`);
  return rest.reduce<Round>((state, event) => ({ ...state, ...step(state, event) }), begin(first));
}
