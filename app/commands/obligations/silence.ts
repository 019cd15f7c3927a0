// Those who follow a case hear of silence too: that its term passed without an answer, or the day of a promise without a word. Called by lapse.
import { foldAppeal, MAIN_CLOCK } from '../../core/appeal';
import { toFollowers } from '../../core/case-news';
import type { Day } from '../../core/day';
import type { Event } from '../../core/event';
import type { CaseNews, LetterOrder } from '../../core/letter';
import { visibilityOn } from '../../core/publicity';
import { caseFollowers } from '../../data/case-followers';
import type { Overdue } from '../../data/overdue';
import type { World } from '../../world';

const NEWS: Record<string, CaseNews> = { [MAIN_CLOCK]: 'overdue', promise: 'promise_passed' };

/** Letters to the followers of a case that everyone may read; none about anything else than a case. */
export async function silenceTold(
  world: World,
  { stream, owed, events, today }: { stream: string; owed: readonly Overdue[]; events: readonly Event[]; today: Day },
): Promise<LetterOrder[]> {
  const news = owed.flatMap(({ rule, debtor }) => (debtor.kind === 'body' ? (NEWS[rule] ?? []) : []));
  const body = owed[0]?.body;
  if (!stream.startsWith('appeal:') || news.length === 0 || !body) return [];
  const appeal = foldAppeal(events);
  if (!appeal || visibilityOn(appeal, today) !== 'public') return [];
  const followers = await caseFollowers(world.db, appeal);
  const version = events.length + owed.length;
  return toFollowers([...new Set(news)], { appeal, body, followers, version });
}
