// What follows when an extension is proposed, declined or approved. Part of the table of consequences.
import { applicantOf, MAIN_CLOCK } from './appeal';
import { about, both, HEADS, extensionLimit, present, stepDone, type Consequences } from './owing';

export const EXTENDING: Pick<
  Consequences,
  'appeal.extension_proposed' | 'appeal.extension_declined' | 'appeal.extended'
> = {
  'appeal.extension_proposed': ({ payload }, appeal, around) => {
    const it = present(appeal);
    return {
      letters: [
        {
          letter: 'extension_proposed',
          key: `proposed:${it.number}:${around.place}`,
          to: { party: { kind: 'body', id: around.body.id }, roles: HEADS },
          data: {
            ...about(it, around.body),
            reason: payload.reason,
            until: payload.until,
            officer: payload.officer.name,
          },
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
              key: `declined:${it.number}:${around.place}`,
              to: { party: { kind: 'body', id: around.body.id }, roles: HEADS, officialId: proposer },
              data: { ...about(it, around.body), reason: payload.reason, dueDay: it.dueDay },
            },
          ]
        : [],
    };
  },

  'appeal.extended': ({ payload }, appeal, around) => {
    const it = present(appeal);
    const { extension } = around.procedure;
    const limit = extensionLimit(around, it.dueDay);
    if (!extension.allowed || !limit) throw new Error(`procedure ${around.procedure.id} allows no extension`);
    return both(
      {
        moves: [
          {
            key: MAIN_CLOCK,
            reckoning: { ...limit, due: payload.until, notes: limit.notes.filter(({ date }) => date <= payload.until) },
          },
        ],
      },
      stepDone(around, extension.notice_rule, around.today, applicantOf(it)),
      {
        letters: [
          {
            letter: 'extension_notice',
            key: `extended:${it.number}:${around.place}`,
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
};
