// What follows from what happens to a round: one table from event type to obligations and letters. A new type of event without
// its row does not compile. Letters to followers and contributors are many and are ordered by the commands.
import type { RoundRuleId } from '../../guide/schema';
import type { Day } from './day';
import type { EventType, FactOf } from './event';
import type { LetterOrder } from './letter';
import type { Party } from './obligation';
import { both, HEADS, type Consequence, type Following, type Keys } from './owing';
import { hostOf, type Round } from './round';
import { closesOf, doneNow, freshKey, movesOf, owes, ruleOfKey, type RoundSurroundings } from './round-owing';
import { aboutRound } from './round-letter';

export type RoundEventType = Extract<EventType, `round.${string}` | `point.${string}`>;
export type RoundFact = FactOf<RoundEventType>;
type Row<T extends RoundEventType> = (
  fact: FactOf<T>,
  round: Round,
  around: RoundSurroundings,
  keys: Keys,
) => Following;

const nothing = (): Following => ({});
const fromClose = (around: RoundSurroundings): RoundRuleId[] =>
  (['dispose', 'publish_outcome'] as const).filter((rule) => around.kind.rules[rule]?.term.from === 'round_closed');

/** To whom a rule of the kind is owed: the council that hosts, where it is owed to a council. */
const creditorOf = (rule: RoundRuleId, round: Round, { kind }: RoundSurroundings): Party | null =>
  kind.rules[rule]?.creditor === 'council' && round.councilId !== null ? hostOf(round) : null;

/** All were answered before: what comes now is to be answered in a term of its own, with reminders of its own. */
const anew = (round: Round, around: RoundSurroundings, { open, used }: Keys, from: Day): Following =>
  open.some((key) => ruleOfKey(key) === 'dispose')
    ? {}
    : {
        opens: [
          owes(around, {
            ...{ rule: 'dispose', from, creditor: creditorOf('dispose', round, around) },
            key: freshKey('dispose', used),
          }),
        ],
      };

/** Duties that begin with the round: counted from its first day or its last. */
const beginning = (round: Round, around: RoundSurroundings): Following => {
  const { opensDay, closesDay, followUpDay } = round.settings;
  const opens = (['dispose', 'publish_outcome'] as const).flatMap((rule) => {
    const found = around.kind.rules[rule];
    if (!found) return [];
    const from = found.term.from === 'round_opened' ? opensDay : closesDay;
    return [owes(around, { rule, from, creditor: creditorOf(rule, round, around) })];
  });
  const stated = followUpDay ? [owes(around, { rule: 'follow_up', from: followUpDay, creditor: null })] : [];
  return { opens: [...opens, ...stated] };
};

const called = ({ settings: { hearing } }: Round, around: RoundSurroundings): Following =>
  hearing && around.kind.rules.hearing_call?.term.from === 'hearing'
    ? both(
        doneNow(around, { rule: 'hearing_call', from: hearing.day, creditor: null }),
        doneNow(around, { rule: 'hearing_materials', from: hearing.day, creditor: null }),
      )
    : {};

const moved = (closesDay: Round['settings']['closesDay'], around: RoundSurroundings, { open }: Keys): Following => ({
  moves: fromClose(around).flatMap((rule) => movesOf(around, open, rule, closesDay)),
});

const toHeads = (around: RoundSurroundings): LetterOrder['to'] => ({
  party: { kind: 'body', id: around.body.id },
  roles: HEADS,
});

const TABLE: { [T in RoundEventType]: Row<T> } = {
  'round.prepared': nothing,
  'round.revised': nothing,
  'round.document_added': nothing,
  'round.invited': nothing,
  'round.checked': nothing,
  'round.waived': nothing,
  'round.opened': (_, round, around) => both(beginning(round, around), called(round, around)),
  'round.extended': ({ payload }, _, around, keys) => moved(payload.closesDay, around, keys),
  'round.shortened': ({ payload }, _, around, keys) => moved(payload.closesDay, around, keys),
  'round.reopened': ({ payload }, round, around, keys) =>
    both(moved(payload.closesDay, around, keys), anew(round, around, keys, payload.closesDay)),
  'round.hearing_held': nothing,
  'round.contribution_entered': ({ payload }, round, around, keys) => anew(round, around, keys, payload.from),
  'point.made': nothing,
  'point.renamed': nothing,
  'point.drafted': ({ payload }, round, around) => ({
    letters: [
      {
        letter: 'answer_to_approve',
        key: `drafted:${payload.pointId}:${around.place}`,
        to: toHeads(around),
        data: {
          ...aboutRound(round, around.body),
          point: round.points.find(({ id }) => id === payload.pointId)?.title ?? '',
          code: payload.disposition.code,
          drafter: payload.drafter.name,
        },
      },
    ],
  }),
  'point.returned': ({ payload }, round, around) => {
    const point = round.points.find(({ id }) => id === payload.pointId);
    const drafter = point?.draft?.drafter.personId;
    if (!point || !drafter) return {};
    return {
      letters: [
        {
          letter: 'answer_returned',
          key: `returned:${payload.pointId}:${around.place}`,
          to: { party: { kind: 'person', id: drafter } },
          data: {
            ...aboutRound(round, around.body),
            point: point.title,
            reason: payload.reason,
            by: payload.signatory.name,
          },
        },
      ],
    };
  },
  'point.approved': (_fact, _round, { counts }, { open }) =>
    counts.open === 0 ? { closes: closesOf(open, 'dispose') } : {},
  'round.conflict_declared': nothing,
  'round.view_given': ({ payload }, round, around, { used }) =>
    around.kind.rules.council_reply === undefined
      ? {}
      : {
          opens: [
            owes(around, {
              rule: 'council_reply',
              from: around.today,
              creditor: { kind: 'council', id: payload.councilId },
              key: freshKey('council_reply', used),
            }),
          ],
          letters: [
            {
              letter: 'council_view_given',
              key: `view:${round.number}`,
              to: toHeads(around),
              data: aboutRound(round, around.body),
            },
          ],
        },
  'round.view_not_adopted': nothing,
  'round.council_answered': (_, round, around, { open }) => {
    const council = viewer(round);
    return {
      closes: closesOf(open, 'council_reply'),
      letters: council
        ? [
            {
              letter: 'council_answered',
              key: `council-answered:${round.number}:${around.place}`,
              to: { party: council },
              data: aboutRound(round, around.body),
            },
          ]
        : [],
    };
  },
  'round.decided': nothing,
  'round.commitment_made': ({ payload }, round, around) => ({
    opens: [
      owes(around, {
        rule: 'commitment',
        from: payload.dueDay,
        creditor: around.kind.rules.commitment?.creditor === 'council' ? viewer(round) : null,
        key: `commitment:${payload.commitmentId}`,
      }),
    ],
  }),
  'round.commitment_reported': ({ payload }, _round, _around, { open }) => ({
    closes: open
      .filter((key) => key === `commitment:${payload.commitmentId}`)
      .map((key) => ({ key, how: 'discharged' })),
  }),
  'round.commitment_judged': nothing,
  'round.followed_up': (_fact, _round, _around, { open }) => ({ closes: closesOf(open, 'follow_up') }),
  'round.outcome_published': (_fact, _round, { counts }, { open }) => ({
    closes: [
      ...closesOf(open, 'publish_outcome'),
      // Nobody said anything: there was nothing to answer.
      ...closesOf(open, 'dispose', counts.total === 0 ? 'released' : 'discharged'),
    ],
  }),
};

/** The council concerned: the host, or the one whose view was given. */
const viewer = ({ councilId, view }: Round): Party | null => {
  const id = councilId ?? view?.councilId ?? null;
  return id === null ? null : { kind: 'council', id };
};

/** Everything that follows from one fact. `round` is the state before it; of the first fact nothing follows. */
export function roundConsequences(
  fact: RoundFact,
  round: Round | null,
  around: RoundSurroundings,
  keys: Keys,
): Consequence {
  const none: Consequence = { opens: [], moves: [], closes: [], letters: [] };
  if (!round) return none;
  const row = TABLE[fact.type] as (fact: RoundFact, round: Round, around: RoundSurroundings, keys: Keys) => Following;
  return { ...none, ...row(fact, round, around, keys) };
}
