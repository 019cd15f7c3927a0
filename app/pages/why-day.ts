// Why a day is the day, for paper: the sentences of the term, then each day on its way that is not what its weekday says, with its act.
import type { Day } from '../core/day';
import { lines } from '../papers/parts';
import type { ReasonedTerm } from '../queries/reasons';
import { textFor, type Locale } from '../text';
import { numericDay } from '../text/format';
import { whySentences } from './appeals/why';

const NOTED = new Set(['holiday', 'substitute', 'moved_off', 'moved_work', 'rolled']);

export const whyDay = (lang: Locale, term: ReasonedTerm, today: Day): string =>
  lines(
    whySentences(textFor(lang), term, today).join(' '),
    ...term.days.flatMap(({ date, why, text, basis }) =>
      NOTED.has(why) ? [[`${numericDay(lang, date)}: ${text}`, basis?.label].filter(Boolean).join(', ')] : [],
    ),
  );
