// A body's figures of a quarter on one page: both clocks, when in the term it decides, how long until an answer, what is overdue, what the
// score is made of, how it went before, and how all of it was reckoned. Shown to everyone, and to the body's officials before them.
import type { BodyScores, ScoreGuide } from '../../queries/scores';
import { number } from '../../text/format';
import type { Locale, Text } from '../../text';
import { clocksOfBody, type Cut } from '../../core/score/cut';
import { Jump } from '../../ui/jump';
import { Stack } from '../../ui/layout';
import { Backlog, Clocks, Drivers, Spread, Time, type FiguresPart } from './body-clocks';
import { AfterHours, Consulting, Duties, LastDay, Promised, Rates } from './body-rates';
import { BodyTrend } from './body-trend';
import { Chosen } from './chosen';
import { ContestedCases } from './contested';
import { cutName, cutQuery, Filter } from './filter';
import { How, Periods } from './parts';
import { quantileText, word } from './words';

type Props = {
  t: Text;
  locale: Locale;
  guide: ScoreGuide;
  scores: BodyScores & { figures: FiguresPart['figures']; origin: NonNullable<BodyScores['origin']> };
  /** The page's own address; its lists stand below it. */
  path: string;
  cut: Cut;
};

export function BodyFigures({
  t,
  locale,
  guide,
  scores: { body, periods, origin, figures, trend, contests, trust },
  path,
  cut,
}: Props) {
  const say = t.scores;
  const part = { t, locale, figures, guide, cases: `${path}/cases?period=${origin.period}` };
  const choice = (
    <Stack>
      <Periods t={t} locale={locale} periods={periods} current={origin.period} path={path} more={cutQuery(cut)} />
      <Filter
        {...{ t, locale, cut, path }}
        words={guide.words}
        keep={{ period: origin.period }}
        choices={{
          kinds: figures.byKind.map(({ kind }) => kind),
          topics: figures.comments.byTopic.map(({ topic }) => topic),
          regions: [],
        }}
      />
    </Stack>
  );
  if (cut.kind || cut.topic)
    return (
      <>
        {choice}
        <ChosenOfBody {...part} cut={cut} />
        <How t={t} locale={locale} origin={origin} guide={guide} left={leftOut(part, cut)} />
      </>
    );
  return (
    <>
      {choice}
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
      <BodyTrend {...{ t, locale, trend, trust, path }} />
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
      <How t={t} locale={locale} origin={origin} guide={guide} left={leftOut(part, cut)} />
    </>
  );
}

/** The body's figures of one kind of appeal, or of comments of one field. */
function ChosenOfBody({ t, locale, figures, guide: { words, scoring }, cases, cut }: FiguresPart & { cut: Cut }) {
  const row = figures.byKind.find(({ kind }) => kind === cut.kind);
  return (
    <Chosen
      {...{ t, locale, words, scoring }}
      name={cutName({ t, locale, words }, { ...cut, region: '' })}
      clocked={clocksOfBody(figures, cut)}
      behind={(clock, as) => `${cases}&of=${cut.topic ? `comments.${as}.${cut.topic}` : `${clock}.${as}.${cut.kind}`}`}
      facts={
        row && !cut.topic
          ? [
              { label: t.scores.league.cases, figure: number(locale, row.cases) },
              { label: t.scores.body.time.median, ...quantileText(t, row.median) },
              {
                label: t.scores.body.backlog.cases,
                figure: number(locale, row.overdue),
                tone: row.overdue > 0 ? 'danger' : 'plain',
              },
            ]
          : []
      }
    />
  );
}

/** What is in no share, with how many and why; of what was chosen alone. */
function leftOut({ locale, figures, guide }: FiguresPart, cut: Cut): string[] {
  const counts = clocksOfBody(figures, cut)?.lawful.counts;
  const whole = !cut.kind && !cut.topic;
  return [
    ...(['not_due', 'withdrawn', 'redirected'] as const).map((as) => [as, counts?.[as] ?? 0] as const),
    ...(whole ? [['not_begun', figures.cases.notBegun] as const] : []),
  ].map(([as, count]) => {
    const [name, text] = [word(guide.words, `exclusion.${as}.name`), word(guide.words, `exclusion.${as}.text`)];
    return `${name}: ${number(locale, count)}. ${text}`;
  });
}
