// Parts of a body's page of scores that are shares: how cases are handled, duties of procedure, rounds and councils, the last day.
import type { NotEstimable } from '../../core/statistics/estimate';
import type { Share } from '../../core/statistics/wilson';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import type { FiguresPart } from './body-clocks';
import { countText, shareText, word } from './words';

type Row = { id: string; name: string; text?: string; share: Share | NotEstimable };

function Shares({
  t,
  title,
  first,
  rows,
}: Pick<FiguresPart, 't'> & { title: string; first: string; rows: readonly Row[] }) {
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
      rows={rows.map(({ id, name, text, share }) => ({
        id,
        cells: {
          name: (
            <span className="term-words">
              {name}
              {text ? <small>{text}</small> : null}
            </span>
          ),
          share: shareText(t, share),
          n: countText(t, share),
        },
      }))}
    />
  );
}

const measured = (words: FiguresPart['guide']['words'], id: string, share: Share | NotEstimable): Row => ({
  ...{ id, share },
  name: word(words, `measure.${id}.name`),
  text: word(words, `measure.${id}.text`),
});

export function Rates({ t, figures, guide: { words } }: FiguresPart) {
  const say = t.scores.body;
  const { rates, satisfied } = figures;
  const judged = Object.values(satisfied.verdicts).reduce((sum, count) => sum + count, 0);
  return (
    <Section title={say.rates.title} id="rates">
      <Stack>
        <Shares
          t={t}
          title={say.rates.title}
          first={say.rates.measure}
          rows={[
            ...Object.entries(rates).map(([id, share]) => measured(words, id, share)),
            measured(words, 'satisfied', satisfied.share),
          ]}
        />
        <p>{say.judged(judged, satisfied.ended)}</p>
      </Stack>
    </Section>
  );
}

export function Duties({ t, figures: { duties }, guide: { words } }: FiguresPart) {
  const say = t.scores.body.duties;
  return (
    <Section title={say.title} id="duties">
      {duties.length > 0 ? (
        <Shares
          t={t}
          title={say.title}
          first={say.duty}
          rows={duties.map(({ rule, clock }) => ({
            id: rule,
            name: word(words, `rule.${rule}.name`),
            share: clock.share,
          }))}
        />
      ) : (
        <p>{say.none}</p>
      )}
    </Section>
  );
}

export function Consulting({ t, figures: { comments, councilReplies }, guide: { words } }: FiguresPart) {
  const say = t.scores.body;
  return (
    <Section title={say.consult.title} id="consulting">
      <Shares
        t={t}
        title={say.consult.title}
        first={say.rates.measure}
        rows={[
          measured(words, 'comments', comments.clock.share),
          measured(words, 'coverage', comments.coverage),
          measured(words, 'council_replies', councilReplies.share),
        ]}
      />
    </Section>
  );
}

export function LastDay({ t, figures: { lastDay }, guide: { words } }: FiguresPart) {
  const say = t.scores.body.lastDay;
  return (
    <Section title={word(words, 'measure.last_day.name')} lead={word(words, 'measure.last_day.text')} id="last-day">
      <p>
        {shareText(t, lastDay)}. {lastDay.estimate === null ? null : `${say.chance(lastDay.p)} `}
        {say.sign}
      </p>
    </Section>
  );
}
