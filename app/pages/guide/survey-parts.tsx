// The parts of the guide's page of surveys, each a table with where it comes from and how sure that is.
import type { Explained, SurveyContents } from '../../queries/guide-surveys';
import type { Locale, Text } from '../../text';
import { list, number } from '../../text/format';
import { Section } from '../../ui/layout';
import { Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { Laws } from './parts';
import { Explained as Words } from './round-parts';

type Part = { t: Text; locale: Locale; surveys: SurveyContents };

export function Instruments({ t, locale, surveys }: Part) {
  const { columns, instruments: title, instrumentsLead } = t.surveyGuide;
  return (
    <Section id="instruments" title={title} lead={instrumentsLead}>
      <Table
        caption={title}
        captionHidden
        columns={[
          { key: 'name', label: columns.name, width: 'wide' },
          { key: 'occasion', label: columns.occasion },
          { key: 'directions', label: columns.directions },
          { key: 'items', label: columns.items, align: 'end', width: 'fit' },
          { key: 'minutes', label: columns.minutes, align: 'end', width: 'fit' },
        ]}
        rows={surveys.instruments.map(({ id, name, lead, occasion, directions, items, minutes }) => ({
          id,
          cells: {
            name: (
              <span className="term-words">
                <a href={`/${locale}/guide/surveys/${id}`}>{name}</a>
                <small>{lead}</small>
              </span>
            ),
            occasion,
            directions: list(locale, directions),
            items: number(locale, items),
            minutes: number(locale, minutes),
          },
        }))}
      />
    </Section>
  );
}

export function Published({ t, locale, surveys }: Part) {
  const say = t.surveyGuide;
  const { columns } = say;
  return (
    <Section id="published" title={say.published} lead={say.publishedLead}>
      {surveys.published.length === 0 ? (
        <EmptyState title={say.publishedNone} />
      ) : (
        <Table
          caption={say.published}
          captionHidden
          columns={[
            { key: 'name', label: columns.name, width: 'wide' },
            { key: 'version', label: columns.version },
            { key: 'when', label: columns.when },
            { key: 'who', label: columns.who, width: 'wide' },
          ]}
          rows={surveys.published.map(({ id, slug, name, version, publishedAt, by, post, reason, council }) => ({
            id,
            cells: {
              name: (
                <span className="term-words">
                  <a href={`/${locale}/guide/surveys/${slug}`}>{name}</a>
                  <small>{council ?? t.instruments.everybody}</small>
                </span>
              ),
              version: say.page.version(version),
              when: <time dateTime={new Date(publishedAt).toISOString()}>{say.page.publishedOn(publishedAt)}</time>,
              who: (
                <span className="term-words">
                  {post ? `${by}, ${post}` : by}
                  <small>{reason}</small>
                </span>
              ),
            },
          }))}
        />
      )}
    </Section>
  );
}

type MeaningsProps = {
  id: string;
  title: string;
  lead?: string;
  head: string;
  meaning: string;
  rows: readonly Explained[];
};

const Meanings = ({ id, title, lead, head, meaning, rows }: MeaningsProps) => (
  <Section id={id} title={title} lead={lead}>
    <Table
      caption={title}
      captionHidden
      columns={[
        { key: 'name', label: head },
        { key: 'text', label: meaning, width: 'wide' },
      ]}
      rows={rows.map(({ id: key, name, text }) => ({ id: key, cells: { name, text } }))}
    />
  </Section>
);

export function Constructs({ t, surveys }: Part) {
  const { columns, constructs, constructsLead } = t.surveyGuide;
  return (
    <Meanings
      id="constructs"
      title={constructs}
      lead={constructsLead}
      head={columns.construct}
      meaning={columns.meaning}
      rows={surveys.constructs}
    />
  );
}

export function Cells({ t, surveys }: Part) {
  const { columns, cells, cuts } = t.surveyGuide;
  return (
    <>
      <Meanings id="cells" title={cells} head={columns.cell} meaning={columns.meaning} rows={surveys.suppressions} />
      <Meanings id="cuts" title={cuts} head={cuts} meaning={columns.meaning} rows={surveys.cuts} />
    </>
  );
}

export function Scales({ t, locale, surveys }: Part) {
  const { columns, scales: title } = t.surveyGuide;
  return (
    <Section id="scales" title={title}>
      <Table
        caption={title}
        captionHidden
        columns={[
          { key: 'scale', label: columns.scale },
          { key: 'points', label: columns.points, width: 'fit' },
          { key: 'words', label: columns.words, width: 'wide' },
        ]}
        rows={surveys.scales.map(({ id, name, from, to, words }) => ({
          id,
          cells: { scale: name, points: `${number(locale, from)}–${number(locale, to)}`, words: words.join(' … ') },
        }))}
      />
    </Section>
  );
}

export function Thresholds({ t, locale, surveys }: Part) {
  const { columns, thresholds: title, thresholdsLead, rules } = t.surveyGuide;
  return (
    <Section id="thresholds" title={title} lead={thresholdsLead}>
      <Table
        caption={title}
        captionHidden
        columns={[
          { key: 'rule', label: columns.rule, width: 'wide' },
          { key: 'number', label: columns.number, align: 'end', width: 'fit' },
          { key: 'why', label: columns.basis, width: 'wide' },
        ]}
        rows={(['public', 'internal', 'reliability', 'association'] as const).map((id) => ({
          id,
          cells: {
            rule: rules[id],
            number: <strong>{number(locale, surveys.thresholds[id].n)}</strong>,
            why: <Laws laws={surveys.thresholds[id].laws} />,
          },
        }))}
      />
    </Section>
  );
}

export function Shares({ t, surveys }: Part) {
  const { columns, shares: title, sharesLead } = t.surveyGuide;
  const { parts, laws } = surveys.shares;
  const points = ({ from, to }: { from: number; to: number }) => (from === to ? String(from) : `${from}–${to}`);
  return (
    <Section id="shares" title={title} lead={sharesLead}>
      <Table
        caption={title}
        captionHidden
        columns={[
          { key: 'share', label: columns.share, width: 'wide' },
          { key: 'points', label: columns.points, width: 'fit' },
        ]}
        rows={[
          ...parts.map((share) => ({
            id: share.id,
            cells: { share: <Words name={share.name} text={share.text} />, points: points(share) },
          })),
          ...(surveys.dontKnow
            ? [
                {
                  id: 'dont_know',
                  cells: { share: <Words name={surveys.dontKnow.name} text={surveys.dontKnow.text} />, points: '—' },
                },
              ]
            : []),
        ]}
      />
      <Laws laws={laws} />
    </Section>
  );
}

export function Waves({ t, surveys }: Part) {
  const say = t.surveyGuide;
  const { columns } = say;
  return (
    <Section id="waves" title={say.waves} lead={say.wavesLead}>
      <Table
        caption={say.waves}
        captionHidden
        columns={[
          { key: 'occasion', label: columns.occasion, width: 'wide' },
          { key: 'window', label: columns.window },
          { key: 'open', label: columns.open },
          { key: 'reminders', label: columns.reminders },
        ]}
        rows={surveys.waves.map(({ id, name, text, windowDays, openDays, remindAfterDays, laws }) => ({
          id,
          cells: {
            occasion: <Words name={name} text={text} />,
            window: (
              <>
                {say.windowDays(windowDays.n)}
                <Laws laws={windowDays.laws} />
              </>
            ),
            open: (
              <>
                {say.openDays(openDays.n)}
                <Laws laws={openDays.laws} />
              </>
            ),
            reminders: (
              <>
                {say.reminders(remindAfterDays)}
                <Laws laws={laws} />
              </>
            ),
          },
        }))}
      />
    </Section>
  );
}
