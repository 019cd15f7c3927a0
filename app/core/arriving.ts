// What follows when a case arrives at a body, is accepted, given to an official, or sent on. Part of the table of consequences.
import type { Procedure, RuleId } from '../../guide/schema';
import { applicantOf, MAIN_CLOCK } from './appeal';
import { timeOf, type Day } from './day';
import { toApplicant } from './step-letter';
import type { LetterOrder } from './letter';
import type { Opening } from './obligation';
import {
  about,
  both,
  ended,
  INTAKE,
  opening,
  present,
  reckonNextDay,
  stepDone,
  type Consequences,
  type Surroundings,
} from './owing';

export const ARRIVING: Pick<
  Consequences,
  'appeal.filed' | 'appeal.accepted' | 'appeal.assigned' | 'appeal.redirected'
> = {
  'appeal.filed': ({ payload }, _, around) => {
    const applicant = applicantOf(payload);
    const opens: Opening[] = [];
    for (const [id, rule] of Object.entries(around.procedure.rules) as [RuleId, Procedure['rules'][RuleId]][]) {
      // Whoever a complaint was forwarded to decides it: forwarding it on is not owed again.
      if (!rule?.opens || (id === 'forward' && payload.arrivedBy === 'forwarding')) continue;
      if (rule.term.from === 'receipt') opens.push(opening(around, id, payload.receivedDay, applicant));
      if (rule.term.from === 'registration')
        opens.push(
          opening(
            around,
            id,
            payload.arrivedBy === 'redirect' ? startAtReceiver(around, payload) : payload.registeredDay,
            applicant,
          ),
        );
    }
    const register = opens.find(({ key }) => key === 'register');
    if (register && payload.registeredWhy !== 'in_hours')
      register.reckoning = reckonNextDay(around, payload.receivedDay);
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
    return { opens, letters: payload.arrivedBy === 'filing' ? [receipt, received] : [received] };
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
          data: {
            ...about(it, around.body),
            registeredDay: it.registeredDay,
            officer: payload.officer.name,
            post: payload.officer.post ?? '',
            dueDay: it.dueDay,
          },
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
          key: `assigned:${it.number}:${around.place}`,
          to: { party: { kind: 'body', id: around.body.id }, roles: [], officialId: official },
          data: {
            ...about(it, around.body),
            dueDay: it.dueDay,
            by: around.actor.kind === 'person' ? around.actor.name : '',
          },
        },
      ],
    };
  },

  'appeal.redirected': ({ payload }, appeal, around, open) => {
    const it = present(appeal);
    const applicant = applicantOf(it);
    const { redirect } = around.procedure;
    const { forwarded } = payload;
    const closes = ended(open, 'released').map((closing) =>
      forwarded && closing.key === 'forward' ? { ...closing, how: 'discharged' as const } : closing,
    );
    return both(
      { closes },
      redirect && !forwarded ? stepDone(around, redirect.rule, it.receivedDay, applicant) : {},
      redirect && !forwarded ? stepDone(around, redirect.notice_rule, around.today, applicant) : {},
      {
        letters: [
          forwarded
            ? toApplicant(it, around, 'complaint_forwarded', { text: payload.reason, by: payload.officer.name })
            : {
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
};

/** APPC 76(2): at the receiver of a redirect the clock starts from arrival, not from registration there. */
const startAtReceiver = (
  { procedure }: Surroundings,
  { receivedDay, registeredDay }: { receivedDay: Day; registeredDay: Day },
): Day => (procedure.redirect?.clock_at_receiver === 'arrival' ? receivedDay : registeredDay);
