// The proof of service of one notice: what it is, to whom it went, what shows that it arrived and what does not. Made to be printed.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '../../core/day';
import { caseFacts } from '../../queries/case-facts';
import { noticesOf, type Copy, type NoticeView } from '../../queries/notices';
import { textFor, type Locale, type Text } from '../../text';
import { dayAndTime, longDay } from '../../text/format';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { DefinitionList } from '../../ui/words';
import { contextOf } from '../respond';
import { Sources } from '../sources';
import { WayTag } from './case-notices';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const facts = await caseFacts(world, viewer, args.params.number ?? '');
  const notices = facts ? await noticesOf(world, viewer, facts, locale) : [];
  const notice = notices.find(({ letterId }) => letterId === args.params.letterId);
  if (!facts || !notice) throw new Response(null, { status: 404 });
  const { number, subject, language } = facts.appeal;
  const body = facts.body.names[locale];
  const chain = { hash: facts.hash, events: facts.events.length };
  return { locale, notice, number, subject, language, body, chain, today: dayOf(world.now()) };
}

export const headers = () => ({ 'Cache-Control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textFor(data.locale).notices.proof} · ${data.number} — Kenes` : 'Kenes' },
  { name: 'robots', content: 'noindex' },
];

export default function Notice() {
  const { locale, notice, number, subject, language, body, chain, today } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.notices;
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/appeals`, label: t.appeals.title },
              { href: `/${locale}/appeals/${number}`, label: t.case.number(number) },
            ]}
          />
        }
        eyebrow={`${t.case.number(number)} · ${notice.name}`}
        title={say.proof}
        lead={say.ways[notice.way]}
        meta={<WayTag t={t} way={notice.way} />}
      />
      <Stack>
        <DefinitionList
          items={[
            {
              term: say.facts.notice,
              value: (
                <>
                  {notice.name} <Sources sources={notice.sources} />
                </>
              ),
            },
            { term: say.facts.about, value: <span lang={language}>{subject}</span> },
            { term: say.facts.body, value: body },
            { term: say.facts.written, value: dayAndTime(locale, notice.writtenAt) },
            { term: say.facts.asOf, value: longDay(locale, today) },
          ]}
        />
        {notice.copies.map((copy) => (
          <Evidence key={copy.letterId} t={t} locale={locale} copy={copy} />
        ))}
        <Paper t={t} locale={locale} notice={notice} />
        <Section title={say.shows.title}>
          <ul>
            {say.shows.texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
        <DefinitionList
          items={[
            { term: t.case.chain.hash, value: <span className="code">{chain.hash}</span> },
            { term: t.case.chain.events, value: t.case.count(chain.events) },
          ]}
        />
      </Stack>
    </>
  );
}

function Evidence({ t, locale, copy }: { t: Text; locale: Locale; copy: Copy }) {
  const say = t.notices;
  return (
    <Section title={say.letterTo(copy.reader)}>
      <DefinitionList
        items={[
          { term: say.facts.address, value: <span className="code">{copy.address}</span> },
          { term: say.facts.language, value: t.frame.languageNames[copy.language] },
          ...(copy.subject
            ? [{ term: say.facts.subject, value: <span lang={copy.language}>{copy.subject}</span> }]
            : []),
          { term: say.facts.id, value: <span className="code">{copy.letterId}</span> },
          ...(copy.sha256 ? [{ term: say.facts.hash, value: <span className="code">{copy.sha256}</span> }] : []),
        ]}
      />
      {copy.evidence.length === 0 ? (
        <p>{say.nothing}</p>
      ) : (
        <Table
          caption={say.letterTo(copy.reader)}
          captionHidden
          columns={[
            { key: 'what', label: say.columns.what, width: 'wide' },
            { key: 'at', label: say.columns.at, width: 'fit' },
            { key: 'detail', label: say.columns.detail },
          ]}
          rows={copy.evidence.map(({ what, at, detail }) => ({
            id: what,
            tone: what === 'refused' || what === 'bounced' ? 'danger' : 'plain',
            cells: {
              what: say.evidence[what],
              at: <time dateTime={new Date(at).toISOString()}>{dayAndTime(locale, at)}</time>,
              detail: detail ? <span className="code">{detail}</span> : '–',
            },
          }))}
        />
      )}
    </Section>
  );
}

function Paper({ t, locale, notice: { unserved, paper } }: { t: Text; locale: Locale; notice: NoticeView }) {
  const say = t.notices;
  if (!unserved && !paper) return null;
  return (
    <Section title={say.paper.title}>
      {unserved ? (
        <p>
          {say.paper[unserved.why](unserved.on)} {say.paper.by(unserved.by)}
        </p>
      ) : null}
      {paper ? (
        <DefinitionList
          items={[
            { term: say.paper.posted, value: longDay(locale, paper.on) },
            { term: say.paper.number, value: <span className="code">{paper.number}</span> },
            { term: say.paper.officer, value: paper.officer },
            { term: say.paper.recorded, value: longDay(locale, paper.recordedOn) },
          ]}
        />
      ) : null}
    </Section>
  );
}
