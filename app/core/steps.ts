// What happened on the way of an appeal beside its main line, as its events tell it: part of the fold, kept in one column.
// A step that was not taken is not there.
import type { Day } from './day';
import type { EventOf, FactOf, Signatory } from './event';
import type { Kept } from './kept';
import type { Redactions } from './redaction';
import type { StepEvent } from './step-event';

export type Steps = {
  /** From another body, and how; absent where it was filed here. */
  arrived?: 'redirect' | 'forwarding';
  cure?: { defects: string; until: Day; day: Day; curedDay: Day | null };
  hearing?: Omit<FactOf<'appeal.hearing_called'>['payload'], 'officer'> & {
    day: Day;
    /** The last day to object. */
    objectBy: Day;
    objected: { day: Day; oral: boolean } | null;
    heldDay: Day | null;
    /** Who presided, and the last day for remarks on the protocol, where the guide gives one. */
    chair?: Signatory;
    remarkUntil?: Day;
    /** Remarks that wait for the decision of whoever presided. */
    remarks?: number;
  };
  /** Requests to see the file that wait for the body. */
  fileAsked?: number;
  errands?: Errand[];
  /** Notices that are to be handed over on paper. */
  unserved?: FactOf<'appeal.notice_unserved'>['payload'][];
  promises?: Promised[];
  /** What the last complaint about the act does to its execution. */
  suspension?: Suspension;
  execution?: { until: Day; executedDay: Day | null; confirmed: boolean | null };
  /** Numbers of the cases that it is considered together with. */
  joined?: { with: string[]; day: Day };
  /** What the public reads otherwise than it was written, or not at all. */
  redacted?: Redactions;
  /** An answer that waits for its approval, or was sent back; its words stand in the event of that version. */
  draft?: { version: number; day: Day; drafter: Signatory; returned: { remark: string; by: string; day: Day } | null };
};

export type Exception = NonNullable<FactOf<'appeal.complained'>['payload']['exception']>;
/** What a complaint does to the act of a case; `stands`: whether it was left standing, once the complaint ended. */
export type Suspension = {
  /** The complaint as it was filed. */
  number: string;
  day: Day;
  /** Why it does not suspend; null where it does. */
  exception: Exception | null;
  endedDay: Day | null;
  stands: boolean | null;
};

/** A sentence of the answer that is a promise by its day, and what either side says became of it. */
export type Promised = {
  id: string;
  text: string;
  day: Day;
  by: 'body' | 'applicant';
  report: { kept: Kept; text: string; day: Day } | null;
  judged: { verdict: Kept; comment: string; day: Day } | null;
};
/** The key of a promise's obligation. */
export const promiseKey = (id: string): string => `promise:${id}`;

/** What another unit or body was asked; `key` is that of its obligation. */
export type Errand = {
  key: string;
  bodyId: string;
  unit: string;
  question: string;
  until: Day;
  answeredDay: Day | null;
};

type StepEvents = Extract<EventOf<'appeal'>, { type: StepEvent }>;

/** The steps after one more event. */
export function stepsAfter(steps: Steps, event: StepEvents): Steps {
  const { cure, hearing, execution, draft } = steps;
  switch (event.type) {
    case 'appeal.cure_asked': {
      const { defects, until } = event.payload;
      return { ...steps, cure: { defects, until, day: event.day, curedDay: null } };
    }
    case 'appeal.cured':
      return cure ? { ...steps, cure: { ...cure, curedDay: event.day } } : steps;
    case 'appeal.hearing_called': {
      const { officer: _, ...called } = event.payload;
      const objectBy = dueIn(event, 'objections') ?? event.day;
      return { ...steps, hearing: { ...called, day: event.day, objectBy, objected: null, heldDay: null } };
    }
    case 'appeal.objected':
      return hearing
        ? { ...steps, hearing: { ...hearing, objected: { day: event.day, oral: event.payload.oral } } }
        : steps;
    case 'appeal.heard':
      return hearing
        ? {
            ...steps,
            hearing: {
              ...hearing,
              ...{ heldDay: event.payload.heldDay, chair: event.payload.officer },
              ...remarking(event),
            },
          }
        : steps;
    case 'appeal.hearing_set': {
      const { officer: _, ...set } = event.payload;
      return hearing ? { ...steps, hearing: { ...hearing, ...set } } : steps;
    }
    case 'appeal.protocol_remarked':
      return hearing ? { ...steps, hearing: { ...hearing, remarks: (hearing.remarks ?? 0) + 1 } } : steps;
    case 'appeal.remarks_decided':
      return hearing ? { ...steps, hearing: { ...hearing, remarks: 0 } } : steps;
    case 'appeal.file_asked':
      return { ...steps, fileAsked: (steps.fileAsked ?? 0) + 1 };
    case 'appeal.file_given':
      return { ...steps, fileAsked: 0 };
    case 'appeal.executed':
      return execution ? { ...steps, execution: { ...execution, executedDay: event.day } } : steps;
    case 'appeal.complained': {
      const { number, exception } = event.payload;
      return { ...steps, suspension: { number, day: event.day, exception, endedDay: null, stands: null } };
    }
    case 'appeal.complaint_ended':
      return afterComplaint(steps, event);
    case 'appeal.execution_judged':
      return execution ? { ...steps, execution: { ...execution, confirmed: event.payload.done } } : steps;
    case 'appeal.errand_given': {
      const { officer: _, ...given } = event.payload;
      const key = event.opens[0]?.key ?? '';
      return { ...steps, errands: [...(steps.errands ?? []), { ...given, key, answeredDay: null }] };
    }
    case 'appeal.errand_answered': {
      const { key } = event.payload;
      const answered = (one: Errand): Errand => (one.key === key ? { ...one, answeredDay: event.day } : one);
      return { ...steps, errands: (steps.errands ?? []).map(answered) };
    }
    case 'appeal.answer_drafted': {
      const { drafter } = event.payload;
      return { ...steps, draft: { version: event.version, day: event.day, drafter, returned: null } };
    }
    case 'appeal.draft_returned': {
      const { remark, officer } = event.payload;
      return draft ? { ...steps, draft: { ...draft, returned: { remark, by: officer.name, day: event.day } } } : steps;
    }
    case 'appeal.notice_unserved':
      return { ...steps, unserved: [...(steps.unserved ?? []), event.payload] };
    case 'appeal.notice_served': {
      const { letterId } = event.payload;
      return { ...steps, unserved: (steps.unserved ?? []).filter((one) => one.letterId !== letterId) };
    }
    case 'appeal.promised': {
      const { promises, by } = event.payload;
      const made = promises.map((one): Promised => ({ ...one, by, report: null, judged: null }));
      return { ...steps, promises: [...(steps.promises ?? []), ...made] };
    }
    case 'appeal.promise_reported': {
      const { promiseId, kept, text } = event.payload;
      return withPromise(steps, promiseId, { report: { kept, text, day: event.day } });
    }
    case 'appeal.promise_judged': {
      const { promiseId, verdict, comment } = event.payload;
      return withPromise(steps, promiseId, { judged: { verdict, comment, day: event.day } });
    }
    case 'appeal.joined':
      return { ...steps, joined: { with: event.payload.with, day: event.day } };
    case 'appeal.parted': {
      const { joined: _, ...rest } = steps;
      return rest;
    }
    case 'appeal.redacted': {
      const { part, text, ground, reason, signatory } = event.payload;
      return {
        ...steps,
        redacted: { ...steps.redacted, [part]: { text, ground, reason, signatory, day: event.day } },
      };
    }
    case 'appeal.restored': {
      const { [event.payload.part]: _, ...redacted } = steps.redacted ?? {};
      return { ...steps, redacted };
    }
    case 'appeal.remarked':
    case 'appeal.letter_received':
    case 'appeal.letter_set_aside':
    case 'appeal.letter_settled':
    case 'appeal.part_redirected':
    case 'appeal.returned':
      return steps;
    default:
      return (event satisfies never, steps);
  }
}

/** The act is carried out by a day counted anew, or is there no more. */
function afterComplaint(steps: Steps, event: EventOf<'appeal'> & { type: 'appeal.complaint_ended' }): Steps {
  const { suspension, execution, ...rest } = steps;
  const { stands } = event.payload;
  const until = event.opens.find(({ rule }) => rule === 'execute')?.reckoning.due;
  return {
    ...rest,
    ...(suspension && { suspension: { ...suspension, endedDay: event.day, stands } }),
    ...(execution &&
      (stands || execution.executedDay !== null) && { execution: { ...execution, ...(until && { until }) } }),
  };
}

const withPromise = (steps: Steps, id: string, more: Partial<Promised>): Steps => ({
  ...steps,
  promises: (steps.promises ?? []).map((one) => (one.id === id ? { ...one, ...more } : one)),
});

/** What an answer leaves to be carried out. */
export const executionIn = (steps: Steps, event: Pick<EventOf<'appeal'>, 'opens'>): Steps => {
  const until = dueIn(event, 'execute');
  return until === null ? steps : { ...steps, execution: { until, executedDay: null, confirmed: null } };
};

/** Until when the applicant may remark on a protocol that was recorded. */
const remarking = (event: Pick<EventOf<'appeal'>, 'opens'>): { remarkUntil?: Day } => {
  const remarkUntil = dueIn(event, 'protocol_remarks');
  return remarkUntil === null ? {} : { remarkUntil };
};

const dueIn = ({ opens }: Pick<EventOf<'appeal'>, 'opens'>, key: string): Day | null =>
  opens.find((opening) => opening.key === key)?.reckoning.due ?? null;

/** The defects that the applicant has still to put right, on any day; null when there is nothing to. */
export const openCure = ({ cure }: Steps): NonNullable<Steps['cure']> | null =>
  cure && cure.curedDay === null ? cure : null;

/** Whether remarks on the protocol are taken: always while the case is open, afterwards until their last day. */
export const mayRemark = ({ phase, steps: { hearing } }: { phase: string; steps: Steps }, today: Day): boolean =>
  hearing !== undefined &&
  hearing.heldDay !== null &&
  (phase === 'open' || (hearing.remarkUntil !== undefined && today <= hearing.remarkUntil));

/** Whether the applicant asked to be heard in person after a written announcement, and no day was set for it. */
export const asksForHearing = ({ hearing }: Steps): boolean =>
  hearing?.how === 'written' && hearing.objected?.oral === true && !hearing.hearingDay;

/** The answer that waits for its approval; null when there is none. */
export const waitingDraft = ({ draft }: Steps): NonNullable<Steps['draft']> | null =>
  draft && draft.returned === null ? draft : null;

/** Errands that wait for their answer. */
export const openErrands = ({ errands = [] }: Steps): Errand[] =>
  errands.filter(({ answeredDay }) => answeredDay === null);
