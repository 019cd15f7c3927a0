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
import type { RoundAct, RoundActView } from '../../queries/round-acts';
import { LOCALES, type Locale, type Text } from '../../text';
import { Fieldset, RadioCards } from '../../ui/choice';
import { Field, Select, TextArea } from '../../ui/field';
import { Hidden } from '../../ui/form';
import type { World } from '../../world';
import { textOf, type Typed } from '../form';

export type Asked = {
  t: Text;
  locale: Locale;
  view: RoundActView;
  value: (name: string) => string;
  wrong: (name: string) => string | undefined;
};
type Row = {
  command: (world: World, viewer: Viewer | null, raw: unknown) => Promise<Outcome<unknown>>;
  /** Fields as the command's schema takes them; what was typed, unless told. */
  gather?: (typed: Typed) => object;
  Fields: (asked: Asked) => ReactNode;
  /** Files may come along. */
  files?: true;
};
type Said = keyof Text['roundWork']['fields'];

const STATE = ['Kk', 'Ru'] as const;

/** The same text in both state languages. */
function Both({ name, rows = 4, most, t, value, wrong }: Asked & { name: string; rows?: number; most: number }) {
  return STATE.map((one) => (
    <TextArea
      key={one}
      name={name + one}
      label={t.roundWork.fields[`${name}${one}` as Said]}
      lang={one === 'Kk' ? 'kk' : 'ru'}
      rows={rows}
      maxLength={most}
      value={value(name + one)}
      error={wrong(name + one)}
      required
    />
  ));
}

function Line({
  name,
  type,
  t,
  value,
  wrong,
  width,
  first,
}: Asked & { name: Said; type?: 'date' | 'number'; width?: 's' | 'm' | 'full'; first?: string }) {
  return (
    <Field
      name={name}
      type={type ?? 'text'}
      width={width ?? (type ? 'm' : 'full')}
      label={t.roundWork.fields[name]}
      value={value(name) || first}
      error={wrong(name)}
      required
    />
  );
}

function Votes(asked: Asked) {
  const { t, view, value, wrong } = asked;
  const say = t.roundWork;
  const options = (['for', 'against', 'abstained', 'absent'] as const).map((one) => ({
    value: one,
    label: say.votes[one],
  }));
  return (
    <>
      <CouncilChoice {...asked} />
      <Both {...asked} name="text" rows={8} most={50_000} />
      {view.councils.map(({ id, name, members }) => (
        <Fieldset
          key={id}
          legend={`${say.fields.votes}: ${name}`}
          id={id === view.councils[0]?.id ? 'votes' : undefined}
          error={wrong('votes')}
        >
          {members.map(({ personId, name: member, post, conflict }) =>
            conflict ? (
              <p key={personId}>
                {member}: {say.recused}
              </p>
            ) : (
              <Fieldset key={personId} legend={[member, post].filter(Boolean).join(', ')}>
                <Select
                  name={`vote.${personId}`}
                  label={say.fields.votes}
                  width="m"
                  value={value(`vote.${personId}`) || 'absent'}
                  options={options}
                />
                <TextArea
                  name={`dissent.${personId}`}
                  label={say.fields.dissent}
                  rows={2}
                  maxLength={10_000}
                  value={value(`dissent.${personId}`)}
                />
              </Fieldset>
            ),
          )}
        </Fieldset>
      ))}
    </>
  );
}

const votesIn = (typed: Typed) =>
  Object.keys(typed).flatMap((name) => {
    const personId = /^vote\.([0-9a-f-]{36})$/.exec(name)?.[1];
    const vote = textOf(typed, name);
    return personId && vote !== 'absent' ? [{ personId, vote, dissent: textOf(typed, `dissent.${personId}`) }] : [];
  });

function CouncilChoice({ t, view, value, wrong }: Asked) {
  const [only, ...more] = view.councils;
  if (only && more.length === 0) return <Hidden values={{ councilId: only.id }} />;
  return (
    <Select
      name="councilId"
      label={t.roundWork.fields.councilId}
      value={value('councilId')}
      error={wrong('councilId')}
      options={view.councils.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function Entering(asked: Asked) {
  const { t, locale, view, value, wrong } = asked;
  const say = t.roundWork.fields;
  return (
    <>
      <RadioCards
        name="origin"
        layout="list"
        legend={say.origin}
        value={value('origin')}
        error={wrong('origin')}
        options={view.origins.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Line {...asked} name="receivedDay" type="date" first={view.today} />
      <Field
        name="givenName"
        label={say.givenName}
        maxLength={200}
        value={value('givenName')}
        error={wrong('givenName')}
      />
      <Select
        name="organisationId"
        label={say.organisationId}
        empty={say.noOrganisation}
        value={value('organisationId')}
        error={wrong('organisationId')}
        options={view.organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select name="clause" label={say.clause} empty={say.wholeDraft} value={value('clause')} options={view.clauses} />
      <TextArea
        name="text"
        label={say.text}
        rows={6}
        maxLength={20_000}
        value={value('text')}
        error={wrong('text')}
        required
      />
      <TextArea
        name="wording"
        label={say.wording}
        rows={3}
        maxLength={20_000}
        value={value('wording')}
        error={wrong('wording')}
      />
      <Select
        name="language"
        label={say.language}
        width="m"
        value={value('language') || locale}
        error={wrong('language')}
        options={LOCALES.map((one) => ({ value: one, label: t.case.languages[one] }))}
      />
    </>
  );
}

const placeIn = (typed: Typed) => {
  const [documentId = '', anchor = ''] = textOf(typed, 'clause').split('/');
  return { ...typed, documentId, anchor };
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
  view: { command: giveView, gather: (typed) => ({ ...typed, votes: votesIn(typed) }), Fields: Votes },
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
    Fields: (asked) => (
      <>
        {(['asked', 'said', 'did', 'next'] as const).map((name) => (
          <Both key={name} {...asked} name={name} rows={5} most={20_000} />
        ))}
      </>
    ),
  },
  'follow-up': { command: followUp, Fields: (asked) => <Both {...asked} name="text" rows={6} most={50_000} /> },
};
