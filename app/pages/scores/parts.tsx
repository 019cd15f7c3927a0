// Pieces that the pages of scores share: the choice of a quarter, how figures were reckoned, the same as data, the curve.
import type { Figures } from '../../core/score/figures';
import type { Period } from '../../core/score/period';
import type { SurvivalCurve } from '../../core/statistics/kaplan-meier';
import type { Origin, ScoreGuide } from '../../queries/scores';
import type { Text } from '../../text';
import { dayAndTime, longDay, type Locale } from '../../text/format';
import { StepCurve } from '../../ui/curve';
import { Tabs } from '../../ui/details';
import { BarChart, barOf } from '../../ui/figure';
import { Section, Stack } from '../../ui/layout';
import { Code, DefinitionList } from '../../ui/words';
import { Laws } from '../guide/parts';
import { countText, periodName, shareText, word } from './words';

type Part = { t: Text; locale: Locale };

export function Periods({
  t,
  periods,
  current,
  path,
  more = '',
}: Part & { periods: readonly Period[]; current: Period; path: string; more?: string }) {
  if (periods.length < 2) return null;
  return (
    <Tabs
      label={t.scores.periods}
      tabs={periods.map((period) => ({
        href: `${path}?period=${period}${more}`,
        label: periodName(t, period),
        current: period === current,
      }))}
    />
  );
}

type KindRow = Pick<Figures['byKind'][number], 'kind' | 'clocks'>;
type ByKindProps = { t: Text; words: ScoreGuide['words']; byKind: readonly KindRow[]; cases?: string };

/** The share in time on the lawful term, kind by kind; of one body with the lists of its late cases at the address `cases`. */
export function ByKind({ t, words, byKind, cases }: ByKindProps) {
  const { country, body } = t.scores;
  const late = ({ kind, clocks: { lawful } }: KindRow) =>
    (['late', 'late_open'] as const)
      .filter((as) => lawful.counts[as] > 0)
      .map((as) => ({ id: `lawful.${as}.${kind}`, name: body.counted[as], count: lawful.counts[as] }));
  return (
    <BarChart
      title={country.kinds}
      desc={body.clocks.desc}
      columns={{ ...body.clocks.columns, label: country.kind }}
      max={1}
      bars={byKind.map((row) => ({
        id: row.kind,
        label: (
          <span className="term-words">
            {word(words, `kind.${row.kind}.name`)}
            {cases ? <BehindLinks cases={cases} behind={late(row)} /> : null}
          </span>
        ),
        ...barOf(row.clocks.lawful.share),
        text: shareText(t, row.clocks.lawful.share),
        note: countText(t, row.clocks.lawful.share),
      }))}
    />
  );
}

/** Counts that lead to what is behind them: 'late: 3'. */
export type BehindLink = { id: string; name: string; count: number };
export const BehindLinks = ({ cases, behind }: { cases: string; behind: readonly BehindLink[] }) =>
  behind.length === 0 ? null : (
    <small className="behind">
      {behind.map(({ id, name, count }) => (
        <a key={id} href={`${cases}&of=${id}`}>
          {name}: {count}
        </a>
      ))}
    </small>
  );

export function Curve({ t, curve }: Part & { curve: SurvivalCurve }) {
  const say = t.scores.body.time;
  const last = curve.steps.at(-1)?.time ?? 0;
  if (curve.steps.length < 2) return null;
  return (
    <StepCurve
      title={say.title}
      desc={say.desc}
      steps={curve.steps.map(({ time, survival, low, high }) => ({ time, value: survival, low, high }))}
      from={say.start}
      to={t.scores.days(last)}
      top={say.top}
      bottom={say.bottom}
    />
  );
}

/** Edition, method, code, day; what is left out; where the numbers come from. */
export function How({
  t,
  locale,
  origin,
  guide,
  left,
}: Part & { origin: Origin; guide: ScoreGuide; left?: readonly string[] }) {
  const say = t.scores.how;
  return (
    <Section title={say.title} id="how">
      <Stack>
        <DefinitionList
          items={[
            { term: say.report, value: longDay(locale, origin.reportDay) },
            { term: say.computed, value: dayAndTime(locale, origin.computedAt) },
            { term: say.edition, value: origin.edition },
            { term: say.method, value: <Code>{origin.method}</Code> },
            { term: say.code, value: <Code>{origin.codeHash}</Code> },
            ...(left && left.length > 0
              ? [
                  {
                    term: say.left,
                    value: (
                      <ul className="steps">
                        {left.map((line) => (
                          <li key={line}>{line}</li>
                        ))}
                      </ul>
                    ),
                  },
                ]
              : []),
            { term: say.basis, value: <Laws laws={guide.laws} /> },
          ]}
        />
        <ul className="steps">
          {(['lawful_term', 'extended_term', 'time_to_answer', 'composite'] as const).map((measure) => (
            <li key={measure}>
              <strong>{word(guide.words, `measure.${measure}.name`)}.</strong>{' '}
              {word(guide.words, `measure.${measure}.text`)}
            </li>
          ))}
          <li>{say.returns}</li>
          <li>{say.intervals}</li>
          <li>{say.correlated}</li>
          <li>{say.checked}</li>
        </ul>
      </Stack>
    </Section>
  );
}

export function Files({
  t,
  path,
  period,
  tables,
  also,
}: Part & {
  path: string;
  period: Period;
  tables: readonly ('league' | 'regions' | 'cuts' | 'trust' | 'shares' | 'curve' | 'trend')[];
  /** Where more of it is. */
  also?: { href: string; name: string };
}) {
  const say = t.scores;
  return (
    <Section title={say.files.title} id="data">
      <ul className="steps">
        {tables.flatMap((table) => [
          <li key={`${table}.csv`}>
            <a href={`${path}/${table}.${period}.csv`}>{say.files.csv(say.tables[table])}</a>
          </li>,
          <li key={`${table}.json`}>
            <a href={`${path}/${table}.${period}.json`}>{say.files.json(say.tables[table])}</a>
          </li>,
        ])}
        <li>
          <a href={`${path}/all.${period}.json`}>{say.files.json(say.tables.all)}</a>
        </li>
        {also ? (
          <li>
            <a href={also.href}>{also.name}</a>
          </li>
        ) : null}
      </ul>
    </Section>
  );
}
