// When does a letter leave for its reader's mail, and may they do without it? Every letter stands on the site at once, in its reader's inbox;
// this says what happens with it besides. Asked by the worker deliver for each letter, and told on the page of settings.
// A letter without its weight does not compile.
import type { RuleId } from '../../guide/schema';
import { addWorkingDays, isWorking, nextWorkingDay, type Calendar } from './calendar';
import { addDays, dayOf, instantOf, timeOf, weekday, type Day, type Instant } from './day';
import type { LetterId } from './letter';

/** How often mail comes: as things happen, gathered into one letter a working day or a week, or only what is owed. */
export const PACES = ['at_once', 'daily', 'weekly', 'site'] as const;
export type Pace = (typeof PACES)[number];
export type Delivery = { pace: Pace; workingHours: boolean };

/**
 * account: about signing in; without it nobody can. owed: law or the guide owes it to its reader, and days run from it.
 * duty: somebody waits for its reader. news: everything else; may be muted.
 */
export const WEIGHTS = ['account', 'owed', 'duty', 'news'] as const;
export type Weight = (typeof WEIGHTS)[number];
/**
 * `rule`: of an application's procedure, whose articles say that the letter is owed. `many`: there are too many of them for a mail each;
 * they are gathered once a day at least.
 */
type Weighed = { weight: Weight; rule?: RuleId; many?: true };

const account = { weight: 'account' } as const;
const duty = { weight: 'duty' } as const;
const news = { weight: 'news' } as const;
const owed = (rule?: RuleId): Weighed => ({ weight: 'owed', rule });

export const LETTER_WEIGHTS: Readonly<Record<LetterId, Weighed>> = {
  confirm_email: account,
  confirm_address: account,
  sign_in_link: account,
  invitation: account,
  welcome: account,
  sign_in_changed: account,
  cover_named: duty,
  mandate_notice: duty,
  key_notice: duty,
  work_handed_over: duty,
  webhook_stopped: duty,
  digest: account,
  letter_taken: account,
  letter_returned: account,
  appeal_filed: owed('register'),
  appeal_accepted: owed('register'),
  appeal_redirected: owed('redirect_notice'),
  extension_notice: owed('extension_notice'),
  appeal_answered: owed('decide'),
  appeal_terminated: owed('termination_notice'),
  case_step: owed('hearing_notice'),
  comment_answered: owed(),
  comment_moderated: owed(),
  comment_restored: owed(),
  council_answered: owed(),
  contest_ruled: owed(),
  due_corrected: owed(),
  appeal_received: duty,
  appeal_assigned: duty,
  appeal_withdrawn: duty,
  extension_proposed: duty,
  extension_declined: duty,
  answer_to_approve: duty,
  answer_returned: duty,
  council_view_given: duty,
  contest_made: duty,
  contest_passed_on: duty,
  deadline_passed: duty,
  deadline_reminder: duty,
  answer_judged: news,
  contest_withdrawn: news,
  round_invitation: news,
  round_opened: news,
  round_period_moved: news,
  outcome_published: news,
  commitment_reported: news,
  follow_up_published: news,
  survey_invitation: news,
  survey_reminder: news,
  register_day: news,
  case_news: news,
  body_news: { ...news, many: true },
};

/** Where its reader stops such letters without signing in: a path without language. Null for what is owed, or needed to sign in. */
export const stopPath = (letter: LetterId, { id, stopToken }: { id: string; stopToken: string }): string | null =>
  LETTER_WEIGHTS[letter].weight === 'account' || LETTER_WEIGHTS[letter].weight === 'owed'
    ? letter === 'digest'
      ? `/inbox/stop/${stopToken}`
      : null
    : `/inbox/stop/${stopToken}?letter=${id}`;

/** When mail comes to whoever wants it in working hours only, and when a gathered letter is made. The house's own hours: no term follows them. */
const OPENS = '09:00';
const CLOSES = '18:30';
const MONDAY = 1;

/** `now` where it lies in working hours, else the next moment that does. */
export function inWorkingHours(now: Instant, calendar: Calendar): Instant {
  const today = dayOf(now);
  if (isWorking(calendar, today)) {
    const time = timeOf(now);
    if (time < OPENS) return instantOf(today, OPENS);
    if (time < CLOSES) return now;
  }
  return instantOf(addWorkingDays(calendar, today, 1), OPENS);
}

/** The next moment at which letters are gathered: each working day at nine, or on the first working day of each week. */
export function nextGathering(pace: 'daily' | 'weekly', now: Instant, calendar: Calendar): Instant {
  const firstOf = (day: Day): Day => nextWorkingDay(calendar, day);
  let day = dayOf(now);
  if (pace === 'weekly') day = addDays(day, MONDAY - weekday(day));
  for (;;) {
    const at = instantOf(firstOf(day), OPENS);
    if (at > now) return at;
    day = addDays(day, pace === 'weekly' ? 7 : 1);
  }
}

/** leaves now; leaves later; waits to be gathered; stands on the site only. */
export type Route = { how: 'leaves' } | { how: 'later' | 'gathered'; at: Instant } | { how: 'site' };

/** What becomes of a letter besides standing on the site. `muted`: its reader muted what it is about. */
export function routeOf(
  letter: LetterId,
  { pace, workingHours }: Delivery,
  { muted, now, calendar }: { muted: boolean; now: Instant; calendar: Calendar },
): Route {
  const { weight, many } = LETTER_WEIGHTS[letter];
  if (weight === 'account' || weight === 'owed') return { how: 'leaves' };
  if (weight === 'news' && (muted || pace === 'site')) return { how: 'site' };
  if (pace !== 'at_once' || many) {
    // What somebody waits for comes at the latest the next working day, however rarely its reader wants mail.
    const gathering = weight === 'news' && pace === 'weekly' ? 'weekly' : 'daily';
    return { how: 'gathered', at: nextGathering(gathering, now, calendar) };
  }
  const at = workingHours ? inWorkingHours(now, calendar) : now;
  return at === now ? { how: 'leaves' } : { how: 'later', at };
}
