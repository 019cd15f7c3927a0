// Which facts stand behind a figure? An id such as 'lawful.late_open.complaint' or 'rate.extended' gives the test by which the figure
// counts, so that the list of its cases can't be another list. Called by queries/score-cases; pages make the ids.
import { CASE_ENDS, KINDS } from '../../../guide/schema';
import { VERDICTS } from '../appeal';
import { afterHoursDecided } from './after-hours';
import { caseOn, commentOn, dutyOn } from './case-clock';
import { COUNTED_AS, countedAs, type CountedAs } from './clock';
import { BUCKETS, bucketOf } from './distribution';
import type { CaseFact, Facts } from './facts';
import type { Reckoned } from './figures';
import { PROMISE_AS, promiseAs } from './promises';
import { overOn, RATE, RATES } from './rates';

/** The part of the facts that is meant, and whether one of them is counted. */
export type Behind = { [P in Listed]: { part: P; is: (fact: Facts[P][number]) => boolean } }[Listed];
export type Listed = 'cases' | 'duties' | 'comments' | 'councilReplies' | 'promises';

const oneOf = <T extends string>(list: readonly T[], text: string | undefined): T | null =>
  list.find((one) => one === text) ?? null;

/** The test of a figure on the day of its report; null for an id that names none. */
export function behindOf(id: string, reckoned: Reckoned): Behind | null {
  const [group = '', first, second] = id.split('.');
  const { today } = reckoned;
  const as = oneOf(COUNTED_AS, first);
  const cases = (is: (one: CaseFact) => boolean): Behind => ({
    part: 'cases',
    is: (one) => one.registeredDay <= today && is(one),
  });
  switch (group) {
    case 'all':
      return cases(() => true);
    case 'lawful':
    case 'extended':
      return as && onClock(cases, group === 'lawful' ? 'lawfulDue' : 'dueDay', { as, kind: second, today });
    case 'bucket': {
      const bucket = oneOf(BUCKETS, first);
      return bucket && cases((one) => bucketOf(one, reckoned.calendar, today) === bucket);
    }
    case 'rate': {
      const rate = oneOf(RATES, first);
      return rate && cases((one) => RATE[rate].of(one, today) && RATE[rate].is(one, today));
    }
    case 'verdict': {
      const verdict = oneOf(VERDICTS, first);
      return verdict && cases((one) => one.verdict === verdict);
    }
    case 'end': {
      const end = oneOf(CASE_ENDS, first);
      if (first === 'open') return cases((one) => !overOn(one, today));
      return end && cases((one) => overOn(one, today) && one.phase === end);
    }
    case 'hours':
      return cases((one) => afterHoursDecided(one, reckoned));
    default:
      return besideCases({ group, first, second }, as, reckoned);
  }
}

type Ided = { group: string; first: string | undefined; second: string | undefined };

/** Duties, comments, replies to councils and promises. */
function besideCases(
  { group, first, second }: Ided,
  as: CountedAs | null,
  { today, scoring }: Reckoned,
): Behind | null {
  switch (group) {
    case 'duty': {
      const counted = oneOf(COUNTED_AS, second);
      return (
        counted && { part: 'duties', is: (one) => one.rule === first && countedAs(dutyOn(one), today) === counted }
      );
    }
    case 'comments':
      return (
        as && {
          part: 'comments',
          is: (one) => (second === undefined || one.topic === second) && countedAs(commentOn(one), today) === as,
        }
      );
    case 'council':
      return as && { part: 'councilReplies', is: (one) => countedAs(dutyOn(one), today) === as };
    case 'promise': {
      const counted = oneOf(PROMISE_AS, first);
      const kept = scoring.promises?.kept;
      return counted && kept ? { part: 'promises', is: (one) => promiseAs(one, today, kept) === counted } : null;
    }
    default:
      return null;
  }
}

type OnClock = { as: CountedAs; kind: string | undefined; today: Reckoned['today'] };

function onClock(
  cases: (is: (one: CaseFact) => boolean) => Behind,
  due: 'lawfulDue' | 'dueDay',
  { as, kind, today }: OnClock,
): Behind | null {
  if (kind !== undefined && !oneOf(KINDS, kind)) return null;
  return cases((one) => (kind === undefined || one.kind === kind) && countedAs(caseOn(due)(one), today) === as);
}
