// What those hear who follow a case and are no party of it: that it was extended, how it ended, what became of its promises. Asked by the
// acts on appeals, which write the letters with the act.
import type { Appeal } from './appeal';
import type { CaseNews, LetterOrder } from './letter';
import { about, type AppealEventType } from './owing';
import type { Names } from './shape';

const NEWS: Partial<Record<AppealEventType, CaseNews>> = {
  'appeal.extended': 'extended',
  'appeal.answered': 'answered',
  'appeal.noted': 'noted',
  'appeal.terminated': 'terminated',
  'appeal.returned': 'returned',
  'appeal.redirected': 'redirected',
  'appeal.withdrawn': 'withdrawn',
  'appeal.promised': 'promised',
  'appeal.promise_reported': 'promise_reported',
};

/** The news in an act's facts, in their order. */
export const newsIn = (facts: readonly { type: AppealEventType }[]): CaseNews[] =>
  facts.flatMap(({ type }) => NEWS[type] ?? []);

/** A letter for each follower. `version`: of the act's last event, so that the same news twice are two letters. */
export const toFollowers = (
  news: readonly CaseNews[],
  {
    appeal,
    body,
    followers,
    version,
  }: { appeal: Appeal; body: { names: Names }; followers: readonly Follower[]; version: number },
): LetterOrder[] =>
  news.flatMap((one) =>
    followers.map(({ personId, unfollow }): LetterOrder => ({
      letter: 'case_news',
      key: `news:${appeal.number}:${one}:${version}`,
      to: { party: { kind: 'person', id: personId } },
      data: { ...about(appeal, body), news: one, unfollow },
    })),
  );
type Follower = { personId: string; unfollow: string };
