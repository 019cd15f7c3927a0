// The forms of acts on a round, each with the command that does it and how its fields are gathered. An act without one does not compile.
import type { ReactNode } from 'react';
import { enterComment } from '../../commands/comments/enter';
import { answerCouncil } from '../../commands/rounds/answer-council';
import { decideRound } from '../../commands/rounds/decide';
import { declareConflict } from '../../commands/rounds/declare-conflict';
import { followUp } from '../../commands/rounds/follow-up';
import { giveView } from '../../commands/rounds/give-view';
import { holdHearing } from '../../commands/rounds/hold-hearing';
import { makeCommitment } from '../../commands/rounds/make-commitment';
import { movePeriod } from '../../commands/rounds/move-period';
import { publishOutcome } from '../../commands/rounds/publish-outcome';
import type { Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import type { RoundAct } from '../../queries/round-acts';
import { RadioCards } from '../../ui/choice';
import { Select } from '../../ui/field';
import type { World } from '../../world';
import type { Typed } from '../form';
import { Entering, placeIn } from './act-entering';
import { Both, Line, type Asked } from './act-fields';
import { OutcomeFields, titlesIn } from './act-outcome';
import { ballotField, CouncilChoice, Votes, votesIn } from './act-votes';

type Row = {
  command: (world: World, viewer: Viewer | null, raw: unknown) => Promise<Outcome<unknown>>;
  /** Fields as the command's schema takes them; what was typed, unless told. */
  gather?: (typed: Typed) => object;
  /** The field of the form that the command names so; the same, unless told. */
  fieldOf?: (name: string, typed: Typed) => string;
  Fields: (asked: Asked) => ReactNode;
  /** Files may come along. */
  files?: true;
};
export const ROUND_ACT_TABLE: Record<RoundAct, Row> = {
  enter: { command: enterComment, gather: placeIn, Fields: Entering, files: true },
  period: {
    command: movePeriod,
    Fields: (asked) => (
      <>
        <Line {...asked} name="closesDay" type="date" first={asked.view.settings.closesDay} />
        <Both {...asked} name="reason" most={2000} />
      </>
    ),
  },
  hearing: {
    command: holdHearing,
    files: true,
    Fields: (asked) => (
      <>
        <Line {...asked} name="present" type="number" />
        <Line {...asked} name="chair" />
        <Both {...asked} name="protocol" rows={10} most={50_000} />
      </>
    ),
  },
  conflict: {
    command: declareConflict,
    Fields: (asked) => (
      <>
        <CouncilChoice {...asked} />
        <RadioCards
          name="conflict"
          layout="list"
          legend={asked.t.roundWork.fields.conflict}
          value={asked.value('conflict')}
          error={asked.wrong('conflict')}
          options={asked.view.conflicts.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Line {...asked} name="explanation" />
      </>
    ),
  },
  view: {
    command: giveView,
    gather: (typed) => ({ ...typed, votes: votesIn(typed) }),
    fieldOf: ballotField,
    Fields: Votes,
  },
  'council-answer': {
    command: answerCouncil,
    Fields: (asked) => <Both {...asked} name="text" rows={8} most={50_000} />,
  },
  decide: {
    command: decideRound,
    Fields: (asked) => (
      <>
        <Both {...asked} name="decision" rows={6} most={20_000} />
        <Both {...asked} name="next" most={20_000} />
      </>
    ),
  },
  commitment: {
    command: makeCommitment,
    Fields: (asked) => (
      <>
        <Both {...asked} name="text" most={5000} />
        <Line {...asked} name="dueDay" type="date" />
        <Select
          name="pointId"
          label={asked.t.roundWork.fields.pointId}
          empty={asked.t.roundWork.fields.noPoint}
          value={asked.value('pointId')}
          error={asked.wrong('pointId')}
          options={asked.view.points.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </>
    ),
  },
  outcome: {
    command: publishOutcome,
    gather: (typed) => ({ ...typed, titles: titlesIn(typed) }),
    Fields: OutcomeFields,
  },
  'follow-up': { command: followUp, Fields: (asked) => <Both {...asked} name="text" rows={6} most={50_000} /> },
};
