// What follows when a notice is not seen to arrive, and when it is served after all. Part of the table of consequences.
import { applicantOf } from './appeal';
import { handOver, serveKey } from './notice';
import { present, type Consequences } from './owing';
import { toBody } from './step-letter';

export const UNSERVED: Pick<Consequences, 'appeal.notice_unserved' | 'appeal.notice_served'> = {
  'appeal.notice_unserved': ({ payload }, appeal, around) => {
    const it = present(appeal);
    const { notices } = around.edition;
    if (!notices) throw new Error(`edition ${around.edition.id} knows no notices`);
    const reckoning = handOver(around.edition, notices, around.calendar, around.today);
    const key = serveKey(payload.letterId);
    const debtor = { kind: 'body', id: around.body.id } as const;
    return {
      opens: [{ id: around.newId(), key, rule: 'serve', debtor, creditor: applicantOf(it), reckoning }],
      moves: it.officialId ? [{ key, officialId: it.officialId }] : [],
      letters: [
        toBody(it, around, payload.why === 'lost' ? 'notice_lost' : 'notice_unread', {
          day: reckoning.due,
          text: '',
          by: '',
        }),
      ],
    };
  },

  'appeal.notice_served': ({ payload }, _appeal, _around, open) => {
    const key = serveKey(payload.letterId);
    return { closes: open.includes(key) ? [{ key, how: 'discharged' }] : [] };
  },
};
