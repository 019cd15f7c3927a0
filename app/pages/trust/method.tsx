// How trust is measured, published and kept anonymous: promises and their limits, thresholds, formulas, sources.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { methodView, type MethodView } from '../../queries/trust-method';
import { textFor, type Locale, type Text } from '../../text';
import { number } from '../../text/format';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Jump } from '../../ui/jump';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Code, Muted } from '../../ui/words';
import { Laws } from '../guide/parts';
import { contextOf } from '../respond';

export function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  return { locale, method: methodView(world, locale) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { trustMethod } = textFor(data?.locale ?? 'kk');
  return [{ title: `${trustMethod.title} — Kenes` }, { name: 'description', content: trustMethod.lead }];
};

export default function Method() {
  const { locale, method } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.trustMethod;
  const part = { t, locale };
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/trust`, label: t.trust.title }]} />}
        title={say.title}
        lead={say.lead}
      />
      <Jump label={t.trust.onThisPage} places={Object.entries(say.sections)} />
      <Points id="promised" title={say.sections.promised} points={say.promised} />
      <Points id="not" title={say.sections.not} points={say.not} />
      {method ? <Thresholds {...part} method={method} /> : null}
      <Figures {...part} />
      <Points id="comparing" title={say.sections.comparing} points={say.comparing} />
      {method ? <Sources {...part} method={method} /> : null}
      <Section id="check" title={say.sections.check}>
        <p>{say.check.text}</p>
        <p>{say.check.receipts}</p>
      </Section>
    </>
  );
}

type Part = { t: Text; locale: Locale };

function Points({ id, title, points }: { id: string; title: string; points: readonly string[] }) {
  return (
    <Section id={id} title={title}>
      <ul className="prose-list">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Section>
  );
}

function Thresholds({ t, locale, method }: Part & { method: MethodView }) {
  const say = t.trustMethod.thresholds;
  const { publishing, laws } = method;
  const range = ({ from, to }: { from: number; to: number }) => (from === to ? `${from}` : `${from}–${to}`);
  const { trust, neutral, low } = publishing.shares;
  const rows = [
    ...(['public', 'internal', 'reliability', 'association'] as const).map((id) => ({
      ...{ id, what: say[id], number: number(locale, publishing[id].n), laws: laws[id] },
    })),
    {
      id: 'shares',
      what: say.shares,
      number: say.shareText(range(trust), range(neutral), range(low)),
      laws: laws.shares,
    },
  ];
  return (
    <Section id="thresholds" title={t.trustMethod.sections.thresholds} lead={say.lead}>
      <Stack>
        <Table
          caption={t.trustMethod.sections.thresholds}
          captionHidden
          columns={[
            { key: 'what', label: say.columns.what, width: 'wide' },
            { key: 'number', label: say.columns.number },
            { key: 'law', label: say.columns.law },
          ]}
          rows={rows.map(({ id, what, number: value, laws: of }) => ({
            id,
            cells: { what, number: value, law: <Laws laws={of} /> },
          }))}
        />
        <Section title={say.how} level={3}>
          <ol className="prose-list">
            {say.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ol>
          <p>
            <Muted>{say.source}</Muted>
          </p>
        </Section>
      </Stack>
    </Section>
  );
}

function Figures({ t }: Part) {
  const say = t.trustMethod.figures;
  return (
    <Section id="figures" title={t.trustMethod.sections.figures} lead={say.lead}>
      <Table
        caption={t.trustMethod.sections.figures}
        captionHidden
        columns={[
          { key: 'figure', label: say.columns.figure, width: 'wide' },
          { key: 'formula', label: say.columns.formula },
          { key: 'source', label: say.columns.source },
        ]}
        rows={Object.entries(say.items).map(([id, { name, text, formula, source }]) => ({
          id,
          cells: {
            figure: (
              <span className="term-words">
                {name}
                <small>{text}</small>
              </span>
            ),
            formula: <Code>{formula}</Code>,
            source,
          },
        }))}
      />
    </Section>
  );
}

function Sources({ t, method }: Part & { method: MethodView }) {
  const say = t.trustMethod.sources;
  return (
    <Section id="sources" title={t.trustMethod.sections.sources} lead={say.lead}>
      <Table
        caption={t.trustMethod.sections.sources}
        captionHidden
        columns={[
          { key: 'what', label: say.columns.what },
          { key: 'law', label: say.columns.law, width: 'wide' },
        ]}
        rows={method.sources.map(({ construct, name, laws }) => ({
          id: construct,
          cells: { what: name, law: <Laws laws={laws} /> },
        }))}
      />
    </Section>
  );
}
