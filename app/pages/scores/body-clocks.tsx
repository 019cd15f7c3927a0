// Parts of a body's page of scores that are about time: both clocks, the parts of the score, when in the term, the curve, the backlog.
import { CASE_ENDS } from '../../../guide/schema';
import { COUNTED_AS } from '../../core/score/clock';
import { BUCKETS } from '../../core/score/distribution';
import type { Figures } from '../../core/score/figures';
import type { ScoreGuide } from '../../queries/scores';
import type { Text } from '../../text';
import { number, percent, type Locale } from '../../text/format';
import { BarChart, barOf, Stat } from '../../ui/figure';
import { Grid, Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { ByKind, Curve } from './parts';
import { bandText, countText, pointsText, quantileText, shareText, word } from './words';

/** `cases`: the address of the lists behind figures, to which the id of a figure is added. */
export type FiguresPart = { t: Text; locale: Locale; figures: Figures; guide: ScoreGuide; cases: string };

export function Clocks({ t, locale, figures, guide: { words, scoring }, cases }: FiguresPart) {
  const say = t.scores.body.clocks;
  const { lawful, extended } = figures.clocks;
  const bar = (id: 'lawful' | 'extended') => {
    const { share } = figures.clocks[id];
    return {
      id,
      label: say[id],
      ...barOf(share),
      text: shareText(t, share),
      note: countText(t, share),
    };
  };
  const counted = (clock: 'lawful' | 'extended', as: (typeof COUNTED_AS)[number]) => {
    const count = figures.clocks[clock].counts[as];
    return count === 0 ? '0' : <a href={`${cases}&of=${clock}.${as}`}>{number(locale, count)}</a>;
  };
  const band = bandText({ t, locale, words }, lawful.share, scoring);
  return (
    <Section title={say.title} lead={say.lead} id="clocks">
      <Stack>
        <BarChart
          title={say.title}
          desc={say.desc}
          columns={say.columns}
          max={1}
          bars={[bar('lawful'), bar('extended')]}
        />
        {band ? <p>{band}</p> : null}
        <Table
          caption={say.counts}
          density="dense"
          columns={[
            { key: 'as', label: say.as },
            { key: 'lawful', label: say.lawful, align: 'end' },
            { key: 'extended', label: say.extended, align: 'end' },
          ]}
          rows={COUNTED_AS.filter((as) => lawful.counts[as] + extended.counts[as] > 0).map((as) => ({
            id: as,
            cells: { as: t.scores.body.counted[as], lawful: counted('lawful', as), extended: counted('extended', as) },
          }))}
        />
        <ByKind t={t} words={words} byKind={figures.byKind} cases={cases} />
      </Stack>
    </Section>
  );
}

export function Drivers({ t, locale, figures, guide: { words } }: FiguresPart) {
  const say = t.scores.body.drivers;
  const { score, parts } = figures.composite;
  return (
    <Section title={say.title} lead={say.lead} id="score">
      <Stack>
        <Stat
          figure={score.estimate === null ? '—' : number(locale, score.estimate)}
          label={word(words, 'measure.composite.name')}
          note={pointsText(t, score)}
        />
        <Table
          caption={say.title}
          captionHidden
          density="dense"
          columns={[
            { key: 'part', label: say.part },
            { key: 'share', label: say.share, align: 'end' },
            { key: 'weight', label: say.weight, align: 'end' },
            { key: 'used', label: say.used, align: 'end' },
            { key: 'gives', label: say.gives, align: 'end' },
            { key: 'lost', label: say.lost, align: 'end' },
          ]}
          rows={parts.map(({ measure, share, weight, used }) => ({
            id: measure,
            cells: {
              part: word(words, `measure.${measure}.name`),
              share: `${shareText(t, share)}, ${countText(t, share)}`,
              weight: percent(locale, weight / 100),
              used: percent(locale, used),
              gives: share.estimate === null ? '—' : number(locale, 100 * used * share.estimate, 1),
              lost: share.estimate === null ? '—' : number(locale, 100 * used * (1 - share.estimate), 1),
            },
          }))}
        />
      </Stack>
    </Section>
  );
}

export function Spread({ t, locale, figures, cases }: FiguresPart) {
  const say = t.scores.body.spread;
  return (
    <Section title={say.title} id="spread">
      <BarChart
        title={say.title}
        desc={say.lead}
        columns={say.columns}
        bars={BUCKETS.map((bucket) => ({
          id: bucket,
          label:
            figures.distribution[bucket] > 0 ? (
              <a href={`${cases}&of=bucket.${bucket}`}>{say.buckets[bucket]}</a>
            ) : (
              say.buckets[bucket]
            ),
          value: figures.distribution[bucket],
          text: number(locale, figures.distribution[bucket]),
          tone:
            bucket === 'late' || bucket === 'late_open'
              ? ('danger' as const)
              : bucket === 'last_day'
                ? ('clock' as const)
                : ('brand' as const),
        }))}
      />
    </Section>
  );
}

export function Time({ t, locale, figures: { time }, cases }: FiguresPart) {
  const say = t.scores.body.time;
  const last = time.ends.steps.at(-1);
  return (
    <Section title={say.title} lead={say.seen(time.answered, time.open, time.others)} id="time">
      <Stack>
        <Grid min="s">
          {(['first', 'median', 'third'] as const).map((quartile) => (
            <Stat key={quartile} label={say[quartile]} {...quantileText(t, time.quartiles[quartile])} />
          ))}
        </Grid>
        <Curve t={t} locale={locale} curve={time.curve} />
        {last ? (
          <Table
            caption={say.ends}
            density="dense"
            columns={[
              { key: 'end', label: say.end },
              { key: 'share', label: say.share, align: 'end' },
            ]}
            rows={CASE_ENDS.map((end) => ({
              id: end,
              cells: {
                end: <a href={`${cases}&of=end.${end}`}>{t.appeals.standing[end]}</a>,
                share: shareText(t, { n: time.n, ...last.ends[end] }),
              },
            }))}
          />
        ) : null}
      </Stack>
    </Section>
  );
}

/** The age in working days that half of what is overdue has reached. */
function halfOf({ overdue, ages }: FiguresPart['figures']['backlog']): number {
  let older = 0;
  for (const { days, count } of [...ages].reverse()) {
    older += count;
    if (2 * older >= overdue) return days;
  }
  return 0;
}

export function Backlog({ t, locale, figures: { backlog }, cases }: FiguresPart) {
  const say = t.scores.body.backlog;
  const oldest = backlog.ages.at(-1);
  return (
    <Section title={say.title} id="backlog">
      {oldest ? (
        <Grid min="s">
          <Stat
            figure={<a href={`${cases}&of=extended.late_open`}>{number(locale, backlog.overdue)}</a>}
            label={say.cases}
            tone="danger"
          />
          <Stat figure={t.scores.days(halfOf(backlog))} label={say.half} />
          <Stat figure={t.scores.days(oldest.days)} label={say.oldest} />
        </Grid>
      ) : (
        <p>{say.none}</p>
      )}
    </Section>
  );
}
