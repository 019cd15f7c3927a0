// The guide's first page: every kind with its term and article, how days are counted, how sure we are, calendars, acts.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { guideContents } from '../../queries/guide';
import { roundKinds } from '../../queries/guide-round';
import { textFor, type Text } from '../../text';
import { number, type Locale } from '../../text/format';
import { PageHead } from '../../ui/head';
import { Jump } from '../../ui/jump';
import { Card, Grid, Section } from '../../ui/layout';
import { Table } from '../../ui/table';
import { LawLink, Muted } from '../../ui/words';
import { contextOf } from '../respond';
import { RoundKinds } from './contents-rounds';
import { Checked, Laws, MarkTag, Term } from './parts';

export function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  return { locale, guide: guideContents(world, locale), rounds: roundKinds(world, locale) };
}
type Contents = ReturnType<typeof guideContents>;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { guide } = textFor(data?.locale ?? 'kk');
  return [{ title: `${guide.title} — Kenes` }, { name: 'description', content: guide.lead }];
};

export default function GuideContents() {
  const { locale, guide, rounds } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.guide;
  const part = { locale, guide, t };
  return (
    <>
      <PageHead
        title={say.title}
        lead={say.lead}
        eyebrow={say.edition(guide.edition, guide.from)}
        meta={[say.verified(guide.verified), ...guide.told].map((text) => (
          <Muted key={text}>{text}</Muted>
        ))}
      />
      <Jump label={say.onThisPage} places={Object.entries(say.sections)} />
      <Kinds {...part} />
      <RoundKinds t={t} locale={locale} rounds={rounds} />
      <Section id="surveys" title={say.sections.surveys} lead={t.surveyGuide.contentsLead}>
        <p>
          <a href={`/${locale}/guide/surveys`}>{t.surveyGuide.open}</a>
        </p>
      </Section>
      <Counting {...part} />
      <Marks {...part} />
      <Unsure {...part} />
      <Calendars {...part} />
      <Acts {...part} />
    </>
  );
}

type Part = { locale: Locale; guide: Contents; t: Text };

function Kinds({ locale, guide, t }: Part) {
  const { columns, sections, noExtension, extendedTo, kindsLead } = t.guide;
  return (
    <Section id="kinds" title={sections.kinds} lead={kindsLead}>
      <Table
        caption={sections.kinds}
        captionHidden
        columns={[
          { key: 'kind', label: columns.kind, width: 'wide' },
          { key: 'term', label: columns.term },
          { key: 'extension', label: columns.extension },
          { key: 'law', label: columns.law },
          { key: 'checked', label: columns.checked, width: 'fit' },
        ]}
        rows={guide.kinds.map(({ id, name, text, term, extension, laws }) => ({
          id,
          cells: {
            kind: (
              <span className="term-words">
                <a href={`/${locale}/guide/${id}`}>{name}</a>
                <small>{text}</small>
              </span>
            ),
            term: term ? <Term t={t} term={term} /> : '—',
            extension: extension ? (
              <span className="term-words">
                {extendedTo(t.ledger.term(extension.n, extension.unit))}
                <small>{extension.start}</small>
              </span>
            ) : (
              noExtension
            ),
            law: <Laws laws={laws} />,
            checked: <Checked locale={locale} laws={laws} />,
          },
        }))}
      />
    </Section>
  );
}

function Counting({ guide, t }: Part) {
  const { counting: say, sections } = t.guide;
  const { counting, workdayEnd } = guide;
  const rules = [
    { id: 'start', ...say.start, laws: counting.start },
    { id: 'roll', ...say.roll, laws: counting.roll },
    { id: 'workweek', ...say.workweek, laws: counting.workweek },
    { id: 'receipt', ...say.receipt, laws: counting.receipt },
    { id: 'hour', title: say.hour.title(workdayEnd), text: say.hour.text, laws: counting.hour },
    { id: 'backward', ...say.backward, laws: counting.backward },
    { id: 'month', ...say.month, laws: counting.month },
    { id: 'provisional', ...say.provisional, laws: [] },
  ];
  return (
    <Section id="counting" title={sections.counting}>
      <Grid min="m">
        {rules.map(({ id, title, text, laws }) => (
          <Card
            key={id}
            id={`counting-${id}`}
            title={title}
            footer={laws.length > 0 ? <Laws laws={laws} /> : undefined}
          >
            <p>{text}</p>
          </Card>
        ))}
      </Grid>
    </Section>
  );
}

function Marks({ locale, guide, t }: Part) {
  const { columns, sections, marksLead } = t.guide;
  return (
    <Section id="marks" title={sections.marks} lead={marksLead}>
      <Table
        caption={sections.marks}
        captionHidden
        columns={[
          { key: 'mark', label: columns.mark, width: 'fit' },
          { key: 'meaning', label: columns.meaning },
          { key: 'number', label: columns.number, align: 'end', width: 'fit' },
        ]}
        rows={guide.marks.map(({ id, name, text, count }) => ({
          id,
          cells: { mark: <MarkTag mark={id}>{name}</MarkTag>, meaning: text, number: number(locale, count) },
        }))}
      />
    </Section>
  );
}

function Unsure({ locale, guide, t }: Part) {
  const { columns, sections, unsureLead, unsureNone, inKinds } = t.guide;
  if (guide.unsure.length === 0) {
    return (
      <Section id="unsure" title={sections.unsure}>
        <p>{unsureNone}</p>
      </Section>
    );
  }
  return (
    <Section id="unsure" title={sections.unsure} lead={unsureLead}>
      <Table
        caption={sections.unsure}
        captionHidden
        head="law"
        columns={[
          { key: 'law', label: columns.law, width: 'fit' },
          { key: 'note', label: columns.note, width: 'wide' },
          { key: 'kinds', label: columns.kind },
          { key: 'checked', label: columns.checked, width: 'fit' },
        ]}
        rows={[
          ...guide.unsure.map(({ law, kinds, appealsOnly }) => ({
            law,
            kinds: inKinds(kinds, appealsOnly ? guide.kinds.length : 0),
          })),
          ...guide.unsureOfSurveys.map((law) => ({ law, kinds: sections.surveys })),
        ].map(({ law, kinds }, index) => ({
          id: String(index),
          cells: {
            law: <LawLink label={law.label} href={law.href} />,
            note: law.note ?? law.doubt,
            kinds,
            checked: <Checked locale={locale} laws={[law]} />,
          },
        }))}
      />
    </Section>
  );
}

function Calendars({ locale, guide, t }: Part) {
  const { columns, sections, calendarsLead } = t.guide;
  return (
    <Section id="calendars" title={sections.calendars} lead={calendarsLead}>
      <Table
        caption={sections.calendars}
        captionHidden
        density="dense"
        columns={[
          { key: 'year', label: columns.year },
          { key: 'status', label: columns.status },
          { key: 'days', label: columns.workingDays, align: 'end' },
        ]}
        rows={guide.calendars.map(({ year, status, statusName, workingDays }) => ({
          id: String(year),
          cells: {
            year: <a href={`/${locale}/guide/calendar/${year}`}>{year}</a>,
            status: status === 'official' ? statusName : <MarkTag mark="unsure">{statusName}</MarkTag>,
            days: number(locale, workingDays),
          },
        }))}
      />
    </Section>
  );
}

function Acts({ guide, t }: Part) {
  const { columns, sections, actNumber, actAdopted, openAct, noLink } = t.guide;
  return (
    <Section id="acts" title={sections.acts}>
      <Table
        caption={sections.acts}
        captionHidden
        columns={[
          { key: 'act', label: columns.act, width: 'wide' },
          { key: 'version', label: columns.version },
          { key: 'law', label: columns.law, width: 'fit' },
        ]}
        rows={guide.acts.map(({ id, name, number: no, adopted, version, url }) => ({
          id,
          cells: {
            act: (
              <span className="term-words" id={`act-${id}`}>
                {name}
                {adopted ? <small>{no ? actNumber(no, adopted) : actAdopted(adopted)}</small> : null}
              </span>
            ),
            version: version,
            law: url ? <a href={url}>{openAct}</a> : noLink,
          },
        }))}
      />
      <p className="muted after-table">{t.guide.verified(guide.verified)}</p>
    </Section>
  );
}
