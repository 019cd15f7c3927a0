// What was said, in numbers: how many contributed and as what, what became of their comments; the points that most comments made.
import { DISPOSITIONS, ORIGINS } from '../../../guide/schema';
import { PARTICIPANTS } from '../../core/comment-event';
import type { PointCount, RoundNumbers } from '../../queries/round-numbers';
import type { PointView } from '../../queries/round-result';
import { number, percent } from '../../text/format';
import { BarChart, Stat, type Bar } from '../../ui/figure';
import { Grid, Section, Stack } from '../../ui/layout';
import { EmptyState, Tag } from '../../ui/words';
import { commentsAddress, roundAddress } from './addresses';
import { DISPOSITION_TONE, DispositionTag } from './disposition';
import type { Part } from './part';

type Props = Part & {
  numbers: RoundNumbers;
  points: readonly PointView[];
  byPoint: readonly PointCount[];
  /** Names of dispositions and origins in the guide's words. */
  names: { dispositions: Record<string, string>; origins: Record<string, string> };
};

const SHOWN = 5;

export function RoundNumbersPart(props: Props) {
  const { t, locale, view, numbers } = props;
  const say = t.round.numbers;
  const all = commentsAddress(locale, view.number);
  return (
    <Section
      title={say.title}
      id="comments"
      action={numbers.total > 0 ? <a href={all}>{say.all(numbers.total)}</a> : undefined}
    >
      {numbers.total === 0 ? (
        <EmptyState title={say.none}>{view.open ? say.noneYet : say.noneCame}</EmptyState>
      ) : (
        <Stack>
          <Grid min="s">
            {PARTICIPANTS.filter((kind) => numbers.byParticipant[kind] > 0).map((kind) => (
              <Stat
                key={kind}
                figure={number(locale, numbers.byParticipant[kind])}
                label={say.from[kind]}
                source={{ href: commentsAddress(locale, view.number, { participant: kind }), label: say.see }}
              />
            ))}
            <Stat
              figure={number(locale, numbers.unanswered)}
              label={say.unanswered}
              note={view.silence.some(({ rule }) => rule === 'dispose') ? t.rounds.table.overdue : undefined}
              tone={view.silence.some(({ rule }) => rule === 'dispose') ? 'danger' : 'plain'}
              source={
                numbers.unanswered > 0
                  ? { href: commentsAddress(locale, view.number, { answer: 'unanswered' }), label: say.see }
                  : undefined
              }
            />
          </Grid>
          <p>{sentence(props)}</p>
          <Dispositions {...props} />
          <Points {...props} />
          <p>
            <a href={`${roundAddress(locale, view.number)}/reach`}>{say.reach}</a>
          </p>
        </Stack>
      )}
    </Section>
  );
}

/** Voices, ways in, and what was hidden or taken back, each only where there is any. */
function sentence({ t, locale, numbers, names }: Props): string {
  const say = t.round.numbers;
  const ways = ORIGINS.filter((origin) => origin !== 'site' && numbers.byOrigin[origin] > 0).map(
    (origin) => `${names.origins[origin] ?? origin}: ${number(locale, numbers.byOrigin[origin])}`,
  );
  return [
    ...(numbers.voices > 0 ? [say.voices(numbers.voices)] : []),
    ...(ways.length > 0 ? [say.ways(ways)] : []),
    ...(numbers.hidden > 0 ? [say.hidden(numbers.hidden)] : []),
    ...(numbers.withdrawn > 0 ? [say.withdrawn(numbers.withdrawn)] : []),
  ].join(' ');
}

function Dispositions({ t, locale, view, numbers, names }: Props) {
  const say = t.round.numbers;
  const answered = numbers.total - numbers.unanswered;
  if (answered === 0) return null;
  const bars = DISPOSITIONS.filter((code) => numbers.byCode[code] > 0).map((code): Bar => ({
    id: code,
    label: <a href={commentsAddress(locale, view.number, { answer: code })}>{names.dispositions[code] ?? code}</a>,
    value: numbers.byCode[code],
    text: number(locale, numbers.byCode[code]),
    note: percent(locale, numbers.byCode[code] / answered),
    tone: DISPOSITION_TONE[code],
  }));
  return <BarChart title={say.chart} desc={say.chartDesc(answered, numbers.total)} columns={say.columns} bars={bars} />;
}

function Points({ t, locale, view, points, byPoint }: Props) {
  const say = t.round.numbers;
  const counted = points
    .map((point) => ({ point, n: byPoint.find(({ pointId }) => pointId === point.id)?.n ?? 0 }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n);
  if (counted.length === 0) return null;
  return (
    <div>
      <h3>{say.points}</h3>
      <ul className="steps">
        {counted.slice(0, SHOWN).map(({ point, n }) => (
          <li key={point.id}>
            <a href={commentsAddress(locale, view.number, { point: point.id })}>{point.title}</a>{' '}
            {point.codeName && point.code ? (
              <DispositionTag code={point.code} name={point.codeName} />
            ) : (
              <Tag>{say.pending}</Tag>
            )}
            <small className="case-line">{t.rounds.comments(n)}</small>
          </li>
        ))}
      </ul>
      {counted.length > SHOWN ? (
        <p>
          <a href={commentsAddress(locale, view.number, {}, { view: 'points' })}>{say.allPoints(counted.length)}</a>
        </p>
      ) : null}
    </div>
  );
}
