// The tables that are copies of folds: for each noun of a stream, its fold and the row it gives. Written by the commands through
// the ledger, compared by verify. A new noun is one more entry.
import { foldAbsence, type Absence } from '../core/absence';
import { foldAudit, type Audit } from '../core/audit';
import { foldAppeal, type Appeal } from '../core/appeal';
import { streamNoun } from '../core/duty';
import type { Event } from '../core/event';
import { foldComment, type Comment } from '../core/comment';
import { effectOf, foldContest, type Contest } from '../core/contest';
import { foldInstrument, type Published } from '../core/instrument';
import { foldMeeting, type Meeting } from '../core/meeting';
import { foldOffice } from '../core/office';
import { foldPast } from '../core/past';
import { foldRound, type Round } from '../core/round';
import { isFollowed } from '../core/stage';
import { foldTemplate } from '../core/template';
import { foldWave, type Wave } from '../core/wave';
import { pastRow } from './past-cases';
import type { Row } from './write';

/** The row of an appeal: the folded state, instants as the database writes them. */
export const appealRow = ({ receivedAt, endedAt, ...rest }: Appeal): Row => ({
  ...rest,
  receivedAt: new Date(receivedAt).toISOString(),
  endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
});

/** The row of an absence; names stand with the people. */
export const absenceRow = ({ id, bodyId, person, cover, fromDay, untilDay }: Absence): Row => ({
  ...{ id, bodyId, fromDay, untilDay },
  ...{ personId: person.personId, coverId: cover.personId },
});

/** The row of a round: what lists filter by and tell its stage from, and the whole fold. */
export const roundRow = (round: Round): Row => {
  const { id, number, kind, edition, bodyId, councilId, personId, phase, openedDay, outcome, completedAt } = round;
  const { title, topic, regions, opensDay, closesDay } = round.settings;
  return {
    ...{ id, number, kind, edition, bodyId, councilId, personId, phase, openedDay, topic, regions, opensDay, closesDay },
    ...{ titleKk: title.kk, titleRu: title.ru, completedDay: outcome?.day ?? null },
    ...{ grouped: round.points.length > 0, viewed: round.view !== null, followed: isFollowed(round) },
    completedAt: completedAt === null ? null : new Date(completedAt).toISOString(),
    facts: round,
  };
};

/** The row of a contribution; the round's number and title stand with the round. */
export const commentRow = ({ roundNumber: _number, roundTitle: _title, receivedAt, endedAt, ...rest }: Comment): Row => ({
  ...rest,
  receivedAt: new Date(receivedAt).toISOString(),
  endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
});

/** The row of a council's meeting. */
export const meetingRow = (meeting: Meeting): Row => {
  const { id, number, councilId, day, held } = meeting;
  return { id, number, councilId, day, held: held !== null, facts: meeting };
};

/** The row of a contest: what lists and figures read, and the whole fold. */
export const contestRow = (contest: Contest): Row => {
  const { id, number, edition, bodyId, councilId, appealId, registeredDay, status, madeDay, closedDay, ruled } = contest;
  return {
    ...{ id, number, edition, bodyId, councilId, appealId, registeredDay, status, madeDay, closedDay },
    ...{ version: ruled?.version ?? null, effect: effectOf(contest), facts: contest },
  };
};

export type Projection = { table: string; rowOf(events: readonly Event[]): Row | null };

/** The row of a wave: what lists filter by, and the whole fold. */
export const waveRow = (wave: Wave): Row => {
  const { id, number, occasion, edition, openness, opensDay, closesDay, councilId, roundId, title } = wave;
  return {
    ...{ id, number, occasion, edition, openness, opensDay, closesDay, councilId, roundId },
    ...{ titleKk: title.kk, titleRu: title.ru, titleEn: title.en, instrument: wave.instrument.id },
    phase: wave.cancelled ? 'cancelled' : wave.counted ? 'counted' : wave.opened ? 'opened' : 'planned',
    facts: wave,
  };
};

/** The row of an audit of signs. */
export const auditRow = (audit: Audit): Row => ({ id: audit.id, period: audit.period, facts: audit });

/** The row of a published instrument. */
export const instrumentRow = ({ id, data, version, sha256, councilId, publishedAt }: Published): Row => ({
  ...{ id, slug: data.id, version, data, sha256, councilId },
  publishedAt: new Date(publishedAt).toISOString(),
});

const kept = <State>(table: string, fold: (events: readonly Event[]) => State | null, rowOf: (state: State) => Row): Projection => ({
  table,
  rowOf: (events) => {
    const state = fold(events);
    return state && rowOf(state);
  },
});
export const PROJECTIONS: Record<string, Projection> = {
  appeal: kept('Appeal', foldAppeal, appealRow),
  round: kept('Round', foldRound, roundRow),
  comment: kept('Comment', foldComment, commentRow),
  meeting: kept('Meeting', foldMeeting, meetingRow),
  contest: kept('Contest', foldContest, contestRow),
  absence: kept('Absence', foldAbsence, absenceRow),
  template: { table: 'Template', rowOf: foldTemplate },
  office: { table: 'Office', rowOf: foldOffice },
  wave: kept('Wave', foldWave, waveRow),
  audit: kept('Audit', foldAudit, auditRow),
  past: kept('PastTable', foldPast, pastRow),
  instrument: kept('PublishedInstrument', foldInstrument, instrumentRow),
};

/** That of a stream's noun; undefined for nouns whose state no table copies. */
export const projectionOf = (stream: string): Projection | undefined => PROJECTIONS[streamNoun(stream)];
