// Figures of scores in words: a share with its interval or why there is none, a band with all that it may be, a time that is reached or not.
import type { Band, Scoring } from '../../../guide/schema';
import { banded, reached } from '../../core/score/band';
import type { Period } from '../../core/score/period';
import type { Estimate, NotEstimable } from '../../core/statistics/estimate';
import type { Reached, SurvivalQuantile } from '../../core/statistics/survival-quantile';
import type { Share } from '../../core/statistics/wilson';
import type { Text } from '../../text';
import { either, type Locale } from '../../text/format';

export type Words = Readonly<Record<string, string>>;
export const word = (words: Words, key: string): string => words[key] ?? key;

export const periodName = (t: Text, period: Period): string => t.scores.period(period.slice(0, 4), period.slice(6));

/** '83% (70% to 91%)', or that it can't be estimated and why. */
export function shareText(t: Text, share: Estimate | NotEstimable): string {
  const say = t.scores;
  return share.estimate === null
    ? `${say.notEstimable}: ${say.lack[share.lack]}`
    : say.share(share.estimate, share.low, share.high);
}

export const countText = (t: Text, share: Share | NotEstimable): string =>
  share.estimate === null ? t.scores.ofN(0, share.n) : t.scores.ofN(share.of, share.n);

export const pointsText = (t: Text, score: Estimate | NotEstimable): string =>
  score.estimate === null
    ? `${t.scores.notEstimable}: ${t.scores.lack[score.lack]}`
    : t.scores.points(score.estimate, score.low, score.high);

/** The band of a share; null where there is no share. */
export function bandText(
  { t, locale, words }: { t: Text; locale: Locale; words: Words },
  share: Estimate | NotEstimable,
  scoring: Scoring,
): string | null {
  const found = banded(share, scoring);
  if (!found) return null;
  const name = (band: Band) => word(words, `band.${band}.name`);
  return found.sure
    ? t.scores.band(name(found.band))
    : t.scores.bandUnsure(name(found.band), either(locale, reached(found).map(name)));
}

const timeText = (t: Text, time: Reached): string =>
  time === 'not_reached' ? t.scores.notReached : t.scores.days(time);

/** A quantile of the time to an answer: figure and interval. */
export const quantileText = (t: Text, found: SurvivalQuantile | NotEstimable): { figure: string; note?: string } =>
  found.estimate === null
    ? { figure: t.scores.notEstimable, note: t.scores.lack[found.lack] }
    : {
        figure: timeText(t, found.estimate),
        note: t.scores.interval(timeText(t, found.low), timeText(t, found.high)),
      };
