// What follows from what happened: one table from event type to obligations opened, moved and closed and letters ordered.
// Pure: asked by the appeal commands before they record. A new event type without its consequences does not compile.
import type { Procedure, RuleId } from '../../guide/schema';
import { applicantOf, MAIN_CLOCK, type Appeal } from './appeal';
import { timeOf, type Day } from './day';
import type { EventType, FactOf } from './event';
import type { LetterOrder } from './letter';
import type { Opening } from './obligation';
import { both, ended, opening, reckonNextDay, reckonRule, stepDone, type Consequence, type Following, type Names, type Surroundings } from './owing';
import type { Role } from './viewer';

type AppealEventType = Extract<EventType, `appeal.${string}`>;
type Table = { [T in AppealEventType]: (fact: FactOf<T>, appeal: Appeal | null, around: Surroundings, open: readonly string[]) => Following };

const INTAKE: readonly Role[] = ['registrar'];
const HEADS: readonly Role[] = ['approver'];

const about = (appeal: Pick<Appeal, 'number' | 'subject' | 'edition' | 'kind'>, body: { names: Names }) => ({
  number: appeal.number,
  title: appeal.subject,
  path: `/appeals/${appeal.number}`,
  edition: appeal.edition,
  procedure: appeal.kind,
  body: body.names,
});

const present = (appeal: Appeal | null): Appeal => {
  if (!appeal) throw new Error('an event before the filing');
  return appeal;
};

const CONSEQUENCES: Table = {
  'appeal.filed': ({ payload }, _, around) => {
    const applicant = applicantOf(payload);
    const opens: Opening[] = [];
    for (const [id, rule] of Object.entries(around.procedure.rules) as [RuleId, Procedure['rules'][RuleId]][]) {
      if (!rule?.opens) continue;
      if (rule.term.from === 'receipt') opens.push(opening(around, id, payload.receivedDay, applicant));
      if (rule.term.from === 'registration')
        opens.push(opening(around, id, payload.arrivedBy === 'redirect' ? startAtReceiver(around, payload) : payload.registeredDay, applicant));
    }
    const register = opens.find(({ key }) => key === 'register');
    if (register && payload.registeredWhy !== 'in_hours') register.reckoning = reckonNextDay(around, payload.receivedDay);
    const clock = opens.find(({ key }) => key === MAIN_CLOCK);
    if (!clock) throw new Error(`procedure ${around.procedure.id} opens no main clock`);
    const facts = about({ ...payload, kind: around.procedure.id }, around.body);
    const { due: dueDay, provisional } = clock.reckoning;
    const receipt: LetterOrder = {
      letter: 'appeal_filed',
      key: `filed:${payload.number}`,
      to: { party: applicant },
      data: {
        ...facts,
        receivedDay: payload.receivedDay,
        receivedTime: timeOf(payload.receivedAt),
        registeredDay: payload.registeredDay,
        dueDay,
        provisional,
      },
    };
    const received: LetterOrder = {
      letter: 'appeal_received',
      key: `received:${payload.number}`,
      to: { party: { kind: 'body', id: around.body.id }, roles: INTAKE },
      data: { ...facts, registeredDay: payload.registeredDay, dueDay, from: around.other?.names ?? null },
    };
    return { opens, letters: payload.arrivedBy === 'redirect' ? [received] : [receipt, received] };
  },

  'appeal.accepted': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    return {
      closes: open.includes('register') ? [{ key: 'register', how: 'discharged' }] : [],
      letters: [
        {
          letter: 'appeal_accepted',
          key: `accepted:${it.number}`,
          to: { party: applicantOf(it) },
          data: { ...about(it, around.body), registeredDay: it.registeredDay, officer: payload.officer.name, post: payload.officer.post ?? '', dueDay: it.dueDay },
        },
      ],
    };
  },

  'appeal.assigned': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    const official = payload.official.personId;
    return {
      moves: open.map((key) => ({ key, officialId: official })),
      letters: [
        {
          letter: 'appeal_assigned',
          key: `assigned:${it.number}:${around.now}`,
          to: { party: { kind: 'person', id: official } },
          data: { ...about(it, around.body), dueDay: it.dueDay, by: around.actor.kind === 'person' ? around.actor.name : '' },
        },
      ],
    };
  },

  'appeal.redirected': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    const applicant = applicantOf(it);
    const { redirect } = around.procedure;
    const forwarded = open.includes('forward');
    const rest = open.filter((key) => key !== 'forward');
    return both(
      { closes: [...ended(rest, 'released'), ...(forwarded ? [{ key: 'forward', how: 'discharged' } as const] : [])] },
      redirect && !forwarded ? stepDone(around, redirect.rule, it.receivedDay, applicant) : {},
      redirect && !forwarded ? stepDone(around, redirect.notice_rule, around.today, applicant) : {},
      {
        letters: [
          {
            letter: 'appeal_redirected',
            key: `redirected:${it.number}`,
            to: { party: applicant },
            data: {
              ...about(it, around.body),
              to: around.other?.names ?? around.body.names,
              reason: payload.reason,
              toNumber: payload.toNumber,
              toPath: `/appeals/${payload.toNumber}`,
            },
          },
        ],
      },
    );
  },

  'appeal.extension_proposed': ({ payload }, appeal, around) => {
    const it = present(appeal);
    return {
      letters: [
        {
          letter: 'extension_proposed',
          key: `proposed:${it.number}:${around.now}`,
          to: { party: { kind: 'body', id: around.body.id }, roles: HEADS },
          data: { ...about(it, around.body), reason: payload.reason, until: payload.until, officer: payload.officer.name },
        },
      ],
    };
  },

  'appeal.extension_declined': ({ payload }, appeal, around) => {
    const it = present(appeal);
    const proposer = it.proposed?.officer.personId;
    return {
      letters: proposer
        ? [
            {
              letter: 'extension_declined',
              key: `declined:${it.number}:${around.now}`,
              to: { party: { kind: 'person', id: proposer } },
              data: { ...about(it, around.body), reason: payload.reason, dueDay: it.dueDay },
            },
          ]
        : [],
    };
  },

  'appeal.extended': ({ payload }, appeal, around) => {
    const it = present(appeal);
    const extension = around.procedure.extension;
    if (!extension.allowed) throw new Error(`procedure ${around.procedure.id} allows no extension`);
    const limit = reckonRule(around, extension.limit_rule, around.today);
    return both(
      { moves: [{ key: MAIN_CLOCK, reckoning: { ...limit, due: payload.until, notes: limit.notes.filter(({ date }) => date <= payload.until) } }] },
      stepDone(around, extension.notice_rule, around.today, applicantOf(it)),
      {
        letters: [
          {
            letter: 'extension_notice',
            key: `extended:${it.number}:${around.now}`,
            to: { party: applicantOf(it) },
            data: {
              ...about(it, around.body),
              reason: payload.reason,
              was: it.dueDay,
              until: payload.until,
              officer: payload.officer.name,
              post: payload.officer.post ?? '',
            },
          },
        ],
      },
    );
  },

  'appeal.answered': (fact, appeal, around, open) => replied(fact, present(appeal), around, open),
  'appeal.noted': (fact, appeal, around, open) => replied(fact, present(appeal), around, open),

  'appeal.terminated': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    return both({ closes: ended(open, 'discharged') }, stepDone(around, 'termination_notice', around.today, applicantOf(it)), {
      letters: [
        {
          letter: 'appeal_terminated',
          key: `ended:${it.number}`,
          to: { party: applicantOf(it) },
          data: { ...about(it, around.body), ground: payload.ground, text: payload.text, signedBy: payload.signatory.name, post: payload.signatory.post ?? '' },
        },
      ],
    });
  },

  'appeal.withdrawn': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    return {
      closes: ended(open, 'released'),
      letters: [
        {
          letter: 'appeal_withdrawn',
          key: `ended:${it.number}`,
          to: { party: { kind: 'body', id: around.body.id }, roles: INTAKE, officialId: it.officialId },
          data: { ...about(it, around.body), statement: payload.statement },
        },
      ],
    };
  },

  'appeal.judged': ({ payload }, appeal, around) => {
    const it = present(appeal);
    return {
      letters: [
        {
          letter: 'answer_judged',
          key: `judged:${it.number}`,
          to: { party: { kind: 'body', id: around.body.id }, roles: HEADS, officialId: it.officialId },
          data: { ...about(it, around.body), verdict: payload.verdict },
        },
      ],
    };
  },
};

/** APPC 76(2): at the receiver of a redirect the clock starts from arrival, not from registration there. */
const startAtReceiver = ({ procedure }: Surroundings, { receivedDay, registeredDay }: { receivedDay: Day; registeredDay: Day }): Day =>
  procedure.redirect?.clock_at_receiver === 'arrival' ? receivedDay : registeredDay;

const replied = ({ payload }: FactOf<'appeal.answered' | 'appeal.noted'>, it: Appeal, around: Surroundings, open: readonly string[]): Following => ({
  closes: ended(open, 'discharged'),
  letters: [
    {
      letter: 'appeal_answered',
      key: `ended:${it.number}`,
      to: { party: applicantOf(it) },
      data: { ...about(it, around.body), outcome: payload.outcome, text: payload.text, signedBy: payload.signatory.name, post: payload.signatory.post ?? '' },
    },
  ],
});

export type AppealFact = FactOf<AppealEventType>;

/** Everything that follows from one fact. `appeal` is the state before it (null for the filing), `open` the keys of open obligations. */
export function consequencesOf(fact: AppealFact, appeal: Appeal | null, around: Surroundings, open: readonly string[]): Consequence {
  const row = CONSEQUENCES[fact.type] as (fact: AppealFact, appeal: Appeal | null, around: Surroundings, open: readonly string[]) => Following;
  return { opens: [], moves: [], closes: [], letters: [], ...row(fact, appeal, around, open) };
}
