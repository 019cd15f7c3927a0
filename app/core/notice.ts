// Notices: letters that the law asks a body to send to the applicant. Which letter is one, what shows that it reached its reader, and
// from which day on it counts as unread. Pure; asked by the post, by the watch over notices and by the page of a case.
import { NOTICES, type Calendar, type Edition, type NoticeId, type Notices } from '../../guide/schema';
import { addDays, addMonths, type Day } from './day';
import { addWorkingDays } from './calendar';
import { reckon, type Reckoning } from './term';

/** What is known of a letter's way, each kept once: the mail server's word, or that its reader saw it. */
export type EvidenceKind = 'accepted' | 'refused' | 'bounced' | 'opened' | 'shown';
/** What shows that somebody whom the letter is for has it before them. */
export const SEEN = ['opened', 'shown'] as const satisfies readonly EvidenceKind[];
/** What shows that the address does not take it. */
export const LOST = ['refused', 'bounced'] as const satisfies readonly EvidenceKind[];

const isNotice = (id: string): id is NoticeId => NOTICES.some((known) => known === id);

/** The notice that a letter is; null for letters that no law asks for. */
export function noticeIn(letter: string, data: unknown): NoticeId | null {
  const id = letter === 'case_step' ? (data as { step?: string }).step : letter;
  return id !== undefined && isNotice(id) ? id : null;
}

/** The duty to hand over on paper the notice of this letter. */
export const serveKey = (letterId: string): string => `serve:${letterId}`;

type Span = Notices['hand_over'];
const later = (calendar: Calendar, day: Day, { n, unit }: Pick<Span, 'n' | 'unit'>, sign: 1 | -1): Day =>
  unit === 'working_day'
    ? addWorkingDays(calendar, day, sign * n)
    : unit === 'month'
      ? addMonths(day, sign * n)
      : addDays(day, sign * n);

/**
 * The day from which a notice that nobody has seen counts as unread: so long after it was written, and no later than so long before the
 * day by which its reader has to act, where it names one.
 */
export function unreadFrom(
  { unread }: Pick<Notices, 'unread'>,
  calendar: Calendar,
  { writtenDay, actBy }: { writtenDay: Day; actBy: Day | null },
): Day {
  const after = later(calendar, writtenDay, unread.after, 1);
  const before = actBy === null ? after : later(calendar, actBy, unread.before_day, -1);
  return before < after ? before : after;
}

/** By when the body hands it over on paper, counted from the day on which it was found unread or lost. */
export function handOver(
  { counting }: Pick<Edition, 'counting'>,
  { hand_over: { n, unit } }: Pick<Notices, 'hand_over'>,
  calendar: Calendar,
  from: Day,
): Reckoning {
  const term = { n, unit, direction: 'forward', roll: 'next_working_day' } as const;
  return reckon({ calendar, from, term, conventions: counting });
}

/** What a notice's way came to, as its page says first: from nothing known to seen, or handed over on paper. */
export type Way = 'waiting' | 'accepted' | 'lost' | 'seen' | 'paper';

export function wayOf(found: readonly (EvidenceKind | 'paper')[]): Way {
  const has = (kinds: readonly string[]) => found.some((kind) => kinds.includes(kind));
  if (has(SEEN)) return 'seen';
  if (has(['paper'])) return 'paper';
  if (has(LOST)) return 'lost';
  return has(['accepted']) ? 'accepted' : 'waiting';
}
