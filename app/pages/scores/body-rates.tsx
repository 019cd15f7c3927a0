// Parts of a body's page of scores that are shares: how cases are handled, duties of procedure, rounds and councils, the last day.
import { VERDICTS } from '../../core/appeal';
import type { ClockShare } from '../../core/score/clock';
import { PROMISE_AS } from '../../core/score/promises';
import { RATES } from '../../core/score/rates';
import type { NotEstimable } from '../../core/statistics/estimate';
import type { Heaping } from '../../core/statistics/heaping';
import { wilson, type Share } from '../../core/statistics/wilson';
import type { Text } from '../../text';
import { number } from '../../text/format';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import type { FiguresPart } from './body-clocks';
import { BehindLinks, type BehindLink } from './parts';
import { countText, shareText, word } from './words';

/** How many of what a clock counts are late, each with its list. */
const lateOf = (t: Text, group: string, { counts }: ClockShare, after = ''): BehindLink[] =>
  (['late', 'late_open', 'not_due'] as const)
    .filter((as) => counts[as] > 0)
    .map((as) => ({ id: `${group}.${as}${after}`, name: t.scores.body.counted[as], count: counts[as] }));

type Row = {
  id: string;
  name: string;
  text?: string;
  share: Share | NotEstimable;
  behind?: readonly BehindLink[];
};

function Shares({
  t,
  cases,
  title,
  first,
  rows,
}: Pick<FiguresPart, 't' | 'cases'> & { title: string; first: string; rows: readonly Row[] }) {
  const say = t.scores.body.rates;
  return (
    <Table
      caption={title}
      captionHidden
      density="dense"
      columns={[
        { key: 'name', label: first },
        { key: 'share', label: say.share, align: 'end' },
        { key: 'n', label: t.scores.league.cases, align: 'end' },
      ]}
      rows={rows.map(({ id, name, text, share, behind = [] }) => ({
        id,
        cells: {
          name: (
            <span className="term-words">
              {name}
              {text ? <small>{text}</small> : null}
              <BehindLinks cases={cases} behind={behind} />
            </span>
          ),
          share: shareText(t, share),
          n: countText(t, share),
        },
      }))}
    />
  );
}

const measured = (
  words: FiguresPart['guide']['words'],
  id: string,
  share: Share | NotEstimable,
  behind: readonly BehindLink[] = [],
): Row => ({
  ...{ id, share, behind },
  name: word(words, `measure.${id}.name`),
  text: word(words, `measure.${id}.text`),
});

export function Rates({ t, figures, guide: { words }, cases }: FiguresPart) {
  const say = t.scores.body;
  const { rates, satisfied } = figures;
  const judged = Object.values(satisfied.verdicts).reduce((sum, count) => sum + count, 0);
  return (
    <Section title={say.rates.title} id="rates">
      <Stack>
        <Shares
          t={t}
          cases={cases}
          title={say.rates.title}
          first={say.rates.measure}
          rows={[
            ...RATES.map((id) => {
              const share = rates[id];
              const count = share.estimate === null ? 0 : share.of;
              const behind = count > 0 ? [{ id: `rate.${id}`, name: say.cases, count }] : [];
              return id === 'returned' ? { id, share, behind, ...say.returned } : measured(words, id, share, behind);
            }),
            measured(
              words,
              'satisfied',
              satisfied.share,
              VERDICTS.flatMap((verdict) => {
                const count = satisfied.verdicts[verdict] ?? 0;
                return count > 0 ? [{ id: `verdict.${verdict}`, name: t.letters.verdicts[verdict], count }] : [];
              }),
            ),
          ]}
        />
        <p>{say.judged(judged, satisfied.ended)}</p>
      </Stack>
    </Section>
  );
}

export function Duties({ t, figures: { duties }, guide: { words }, cases }: FiguresPart) {
  const say = t.scores.body.duties;
  return (
    <Section title={say.title} id="duties">
      {duties.length > 0 ? (
        <Shares
          t={t}
          cases={cases}
          title={say.title}
          first={say.duty}
          rows={duties.map(({ rule, clock }) => ({
            id: rule,
            name: word(words, `rule.${rule}.name`),
            share: clock.share,
            behind: lateOf(t, `duty.${rule}`, clock),
          }))}
        />
      ) : (
        <p>{say.none}</p>
      )}
    </Section>
  );
}

export function Consulting({ t, figures: { comments, councilReplies }, guide: { words }, cases }: FiguresPart) {
  const say = t.scores.body;
  return (
    <Section title={say.consult.title} id="consulting">
      <Stack>
        <Shares
          t={t}
          cases={cases}
          title={say.consult.title}
          first={say.rates.measure}
          rows={[
            measured(words, 'comments', comments.clock.share, lateOf(t, 'comments', comments.clock)),
            measured(words, 'coverage', comments.coverage),
            measured(words, 'council_replies', councilReplies.share, lateOf(t, 'council', councilReplies)),
          ]}
        />
        {comments.byTopic.length > 0 ? (
          <Shares
            t={t}
            cases={cases}
            title={say.consult.byTopic}
            first={say.consult.topic}
            rows={comments.byTopic.map(({ topic, clock }) => ({
              id: topic,
              name: t.topics[topic as keyof Text['topics']] ?? topic,
              share: clock.share,
              behind: lateOf(t, 'comments', clock, `.${topic}`),
            }))}
          />
        ) : null}
      </Stack>
    </Section>
  );
}

export function Promised({ t, locale, figures: { promises }, guide: { words }, cases }: FiguresPart) {
  const say = t.scores.body.promises;
  if (!promises) return null;
  const { counts, disputed, share } = promises;
  const rows = PROMISE_AS.filter((as) => counts[as] > 0);
  return (
    <Section title={say.title} lead={say.lead} id="promises">
      {rows.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Stack>
          <Shares
            t={t}
            cases={cases}
            title={say.title}
            first={t.scores.body.rates.measure}
            rows={[measured(words, 'promises', share)]}
          />
          <Table
            caption={say.title}
            captionHidden
            density="dense"
            columns={[
              { key: 'as', label: say.as },
              { key: 'count', label: say.count, align: 'end' },
            ]}
            rows={rows.map((as) => ({
              id: as,
              cells: {
                as: say.names[as],
                count: <a href={`${cases}&of=promise.${as}`}>{number(locale, counts[as])}</a>,
              },
            }))}
          />
          {disputed.estimate === null ? null : <p>{say.disputed(disputed.of, disputed.n)}</p>}
        </Stack>
      )}
    </Section>
  );
}

/** Decisions after hours: all of them, and the last day of the term against the other days. */
export function AfterHours({ t, figures: { afterHours }, guide: { words }, cases }: FiguresPart) {
  const say = t.scores.body;
  if (!afterHours) return null;
  const { share, heaping } = afterHours;
  return (
    <Section
      title={word(words, 'measure.after_hours.name')}
      lead={word(words, 'measure.after_hours.text')}
      id="after-hours"
    >
      <Stack>
        <Shares
          t={t}
          cases={cases}
          title={word(words, 'measure.after_hours.name')}
          first={say.rates.measure}
          rows={[
            {
              ...{ id: 'all', name: say.afterHours.share, share },
              behind:
                share.estimate !== null && share.of > 0 ? [{ id: 'hours', name: say.cases, count: share.of }] : [],
            },
            ...(heaping.estimate === null
              ? []
              : (['last', 'before'] as const).map((when) => ({
                  id: when,
                  name: when === 'last' ? say.afterHours.last : say.afterHours.other,
                  share: wilson(heaping[when].of, heaping[when].n),
                }))),
          ]}
        />
        <Heaped t={t} heaping={heaping} />
      </Stack>
    </Section>
  );
}

/** The excess with its interval, how often chance would make it, and what that is worth. */
function Heaped({ t, heaping }: Pick<FiguresPart, 't'> & { heaping: Heaping | NotEstimable }) {
  const say = t.scores.body.lastDay;
  return (
    <p>
      {shareText(t, heaping)}. {heaping.estimate === null ? null : `${say.chance(heaping.p)} `}
      {say.sign}
    </p>
  );
}

export function LastDay({ t, figures: { lastDay }, guide: { words } }: FiguresPart) {
  return (
    <Section title={word(words, 'measure.last_day.name')} lead={word(words, 'measure.last_day.text')} id="last-day">
      <Heaped t={t} heaping={lastDay} />
    </Section>
  );
}
