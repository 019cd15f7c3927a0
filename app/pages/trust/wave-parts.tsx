// What stands around the results of a wave: its facts, why results are sealed, who answered, and where the data are.
import type { WaveView } from '../../queries/waves';
import type { Locale, Text } from '../../text';
import { dayRange, number } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Code, DefinitionList, Muted } from '../../ui/words';
import { waveAddress } from './addresses';
import type { Part, Side } from './level-parts';
import { saidOf } from './said';

type Props = { t: Text; locale: Locale; view: WaveView };

/** Why there are no results, where there are none. */
export function WaveStageNotice({ t, locale, view }: Props) {
  const say = t.trust.wave;
  const { stage, wave, opensDay, closesDay } = view;
  switch (stage) {
    case 'counted':
      return null;
    case 'cancelled':
      return (
        <Alert tone="info" title={wave.cancelled ? say.cancelled(wave.cancelled.day) : undefined}>
          {`${say.cancelledWhy}: ${wave.cancelled?.reason[locale] ?? ''}`}
        </Alert>
      );
    case 'planned':
    case 'waiting':
      return <Alert tone="info">{say.sealed.planned(opensDay)}</Alert>;
    case 'closed':
      return (
        <Alert tone="info" title={say.sealed.title}>
          {say.sealed.closed}
        </Alert>
      );
    case 'open':
      return (
        <Alert tone="info" title={say.sealed.title}>
          <p>{say.sealed.open(closesDay)}</p>
          <p className="after-table">
            <LinkButton href={`/${locale}/trust/rights`}>{say.sealed.rights}</LinkButton>
          </p>
        </Alert>
      );
  }
}

export function WaveFacts({ t, locale, view }: Props) {
  const say = t.trust.wave.facts;
  const { wave, opensDay, closesDay, council, round } = view;
  const over = view.stage === 'counted' || view.stage === 'closed' || view.stage === 'cancelled';
  const link = (href: string, label: string) => <a href={`/${locale}${href}`}>{label}</a>;
  return (
    <DefinitionList
      layout="pairs"
      items={[
        { term: say.kind, value: view.occasionName },
        { term: say.questionnaire, value: view.instrumentName },
        { term: over ? say.days : say.daysOpen, value: dayRange(locale, opensDay, closesDay) },
        { term: say.who, value: view.opennessName },
        {
          term: say.window,
          value:
            wave.window && wave.openness === 'closed'
              ? say.windowText(wave.window.from, wave.window.to)
              : say.windowOpen,
        },
        { term: say.edition, value: wave.edition },
        ...(council ? [{ term: say.council, value: link(`/councils/${council.slug}`, council.name) }] : []),
        ...(round ? [{ term: say.round, value: link(`/rounds/${round.number}`, round.number) }] : []),
      ]}
    />
  );
}

/** How many were invited, took their right and answered, and what could not be counted. */
export function WaveResponse({
  t,
  locale,
  words,
  sides,
  view,
}: Omit<Part, 'instrument'> & { sides: readonly Side[]; view: WaveView }) {
  const say = t.trust.wave.response;
  const counted = view.wave.counted;
  const spoiled = view.responses.reduce((sum, one) => sum + one.spoiled, 0);
  const shownOf = (direction: string) => sides.find((side) => side.direction === direction)?.seen.figures?.n ?? null;
  return (
    <>
      <Table
        caption={t.trust.wave.sections.response}
        captionHidden
        columns={[
          { key: 'direction', label: say.columns.direction },
          { key: 'invited', label: say.columns.invited, align: 'end' },
          { key: 'taken', label: say.columns.taken, align: 'end' },
          { key: 'valid', label: say.columns.valid, align: 'end' },
          { key: 'rate', label: say.columns.rate },
          { key: 'shown', label: say.columns.shown, align: 'end' },
        ]}
        rows={view.responses.map(({ direction, invited, taken, counted: valid, share }) => ({
          id: direction,
          cells: {
            direction: (
              <span className="term-words">
                {words.direction[direction].name}
                <small>{words.direction[direction].text}</small>
              </span>
            ),
            invited: invited === null ? '—' : number(locale, invited),
            taken: number(locale, taken),
            valid: number(locale, valid),
            rate: invited === null ? say.open : saidOf(t, share, t.trust.said.share),
            shown: shownOf(direction) === null ? '—' : number(locale, shownOf(direction) ?? 0),
          },
        }))}
      />
      <p className="after-table">
        <Muted>
          {[
            spoiled > 0 ? say.spoiled(spoiled) : null,
            counted && counted.withheld > 0 ? say.withheld(counted.withheld) : null,
            say.pooled,
          ]
            .filter(Boolean)
            .join(' ')}
        </Muted>
      </p>
    </>
  );
}

export function WaveData({ t, locale, view }: Props) {
  const say = t.trust.wave.data;
  const { counted } = view.wave;
  const at = waveAddress(locale, view.number);
  return (
    <>
      <ul className="steps">
        <li>
          <a href={`${at}/tables.csv`}>{say.csv}</a>
        </li>
        <li>
          <a href={`${at}/tables.json`}>{say.json}</a>
        </li>
        <li>
          <a href={`${at}/receipt`}>{say.receipt}</a>
        </li>
        <li>
          <a href={`/${locale}/trust/method`}>{t.trust.method}</a>
        </li>
      </ul>
      {counted ? (
        <DefinitionList
          items={[
            { term: say.hash, value: <Code>{counted.figures}</Code> },
            { term: say.receiptsHash, value: <Code>{counted.receipts}</Code> },
            { term: say.method, value: <Code>{counted.method}</Code> },
          ]}
        />
      ) : null}
    </>
  );
}
