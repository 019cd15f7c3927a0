// What those hear who follow a case, or the body where it is, and are no party of it: that it was extended, how it ended, what became of its promises. Asked by the
// acts on appeals, which write the letters with the act.
import type { Appeal } from './appeal';
import { BODY_NEWS, type BodyNews, type CaseNews, type LetterOrder } from './letter';
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

const ofBody = (news: CaseNews): news is BodyNews => BODY_NEWS.some((one) => one === news);

/** A letter for each follower; of a body only what its cases come to. `version`: of the act's last event, so that the same news twice are two letters. */
export const toFollowers = (
  news: readonly CaseNews[],
  {
    appeal,
    body,
    followers,
    version,
  }: { appeal: Appeal; body: { names: Names }; followers: readonly CaseFollower[]; version: number },
): LetterOrder[] =>
  news.flatMap((one) =>
    followers.flatMap(({ personId, why, unfollow }): LetterOrder[] => {
      const order = {
        key: `news:${appeal.number}:${one}:${version}`,
        to: { party: { kind: 'person' as const, id: personId } },
      };
      const told = { ...about(appeal, body), unfollow };
      if (why === 'appeal') return [{ ...order, letter: 'case_news', data: { ...told, news: one } }];
      return ofBody(one) ? [{ ...order, letter: 'body_news', data: { ...told, news: one } }] : [];
    }),
  );
export type CaseFollower = { personId: string; why: 'appeal' | 'body'; unfollow: string };
