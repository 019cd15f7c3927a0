// What follows when a letter comes in by e-mail: the body reads it; where nobody knows whose it is, the body owes a word on it by a day of its
// own, reminded and passed up like any duty. No term of the law moves by it. Part of the table of consequences.
import type { Edition } from '../../guide/schema';
import type { Calendar } from './calendar';
import { dayOf, timeOf, type Day, type Instant } from './day';
import { MATCHED_WITHIN } from './incoming';
import { present, type Consequences } from './owing';
import { toBody } from './step-letter';
import { reckon, type Reckoning } from './term';

/** The beginning of the keys of what is owed on a letter. */
const letterKey = (incomingId: string): string => `letter:${incomingId}`;

/** By when somebody says what becomes of a letter that could not be matched on `from`. */
export function matchedBy(calendar: Calendar, { counting }: Pick<Edition, 'counting'>, from: Day): Reckoning {
  const term = { n: MATCHED_WITHIN, unit: 'working_day', direction: 'forward', roll: 'next_working_day' } as const;
  return reckon({ calendar, from, term, conventions: counting });
}

/** What stands on a public page in place of words of a letter that only the parties may read, in every language at once. */
export const sentByLetter = (receivedAt: Instant): string =>
  `Электрондық поштамен келді, хатты тараптар оқиды / Пришло по электронной почте, письмо видят стороны / Came by e-mail, the parties read the letter: ${dayOf(receivedAt)} ${timeOf(receivedAt)}`;

export const BY_LETTER: Pick<
  Consequences,
  'appeal.letter_received' | 'appeal.letter_set_aside' | 'appeal.letter_settled'
> = {
  'appeal.letter_received': ({ payload }, appeal, around) => {
    const by = around.actor.kind === 'person' && payload.by === 'applicant' ? around.actor.name : '';
    return { letters: [toBody(present(appeal), around, 'letter_received', { text: payload.text, by })] };
  },

  'appeal.letter_set_aside': ({ payload }, appeal, around) => {
    const it = present(appeal);
    const reckoning = matchedBy(around.calendar, around.edition, around.today);
    const key = `${letterKey(payload.incomingId)}:${around.place}`;
    const debtor = { kind: 'body', id: around.body.id } as const;
    return {
      opens: [{ id: around.newId(), key, rule: 'letter', debtor, creditor: null, reckoning }],
      letters: [
        toBody({ ...it, officialId: null }, around, 'letter_set_aside', { day: reckoning.due, text: '', by: '' }),
      ],
    };
  },

  'appeal.letter_settled': ({ payload }, _appeal, _around, open) => {
    const own = open.filter((key) => key.startsWith(`${letterKey(payload.incomingId)}:`));
    return { closes: own.map((key) => ({ key, how: 'discharged' })) };
  },
};
