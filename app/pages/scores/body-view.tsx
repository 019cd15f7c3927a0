// A body's figures of a quarter on one page: both clocks, when in the term it decides, how long until an answer, what is overdue, what the
// score is made of, how it went before, and how all of it was reckoned. Shown to everyone, and to the body's officials before them.
import type { BodyScores, ScoreGuide } from '../../queries/scores';
import { number } from '../../text/format';
import type { Locale, Text } from '../../text';
import { Jump } from '../../ui/jump';
import { Backlog, Clocks, Drivers, Spread, Time, type FiguresPart } from './body-clocks';
import { AfterHours, Consulting, Duties, LastDay, Promised, Rates } from './body-rates';
import { BodyTrend } from './body-trend';
import { ContestedCases } from './contested';
import { How, Periods } from './parts';
import { word } from './words';

type Props = {
  t: Text;
  locale: Locale;
  guide: ScoreGuide;
  scores: BodyScores & { figures: FiguresPart['figures']; origin: NonNullable<BodyScores['origin']> };
  /** The page's own address; its lists stand below it. */
  path: string;
};

export function BodyFigures({
  t,
  locale,
  guide,
  scores: { body, periods, origin, figures, trend, contests },
  path,
}: Props) {
  const say = t.scores;
  const part = { t, locale, figures, guide, cases: `${path}/cases?period=${origin.period}` };
  return (
    <>
      <Periods t={t} locale={locale} periods={periods} current={origin.period} path={path} />
      <Jump
        label={say.body.jump}
        places={[
          ['clocks', say.body.clocks.title],
          ['score', say.body.drivers.title],
          ['trend', say.body.trend.title],
          ['time', say.body.time.title],
          ['rates', say.body.rates.title],
          ['consulting', say.body.consult.title],
          ['contested', t.contests.share.title],
          ['how', say.how.title],
        ]}
      />
      <Clocks {...part} />
      <Drivers {...part} />
      <BodyTrend t={t} locale={locale} trend={trend} path={path} />
      <Spread {...part} />
      <Time {...part} />
      <Backlog {...part} />
      <Rates {...part} />
      <Duties {...part} />
      <Consulting {...part} />
      <Promised {...part} />
      <LastDay {...part} />
      <AfterHours {...part} />
      {contests ? <ContestedCases {...{ t, locale, contests, figures, words: guide.words, slug: body.slug }} /> : null}
      <How t={t} locale={locale} origin={origin} guide={guide} left={leftOut(part)} />
    </>
  );
}

/** What is in no share, with how many and why. */
function leftOut({ locale, figures, guide }: FiguresPart): string[] {
  const { counts } = figures.clocks.lawful;
  return [
    ...(['not_due', 'withdrawn', 'redirected'] as const).map((as) => [as, counts[as]] as const),
    ['not_begun', figures.cases.notBegun] as const,
  ].map(([as, count]) => {
    const [name, text] = [word(guide.words, `exclusion.${as}.name`), word(guide.words, `exclusion.${as}.text`)];
    return `${name}: ${number(locale, count)}. ${text}`;
  });
}
