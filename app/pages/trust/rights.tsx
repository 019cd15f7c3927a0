// What somebody is asked to answer now.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { rightsOf } from '../../queries/panels';
import { textFor } from '../../text';
import { longDay } from '../../text/format';
import { PageHead } from '../../ui/head';
import { Section } from '../../ui/layout';
import { Table } from '../../ui/table';
import { EmptyState, Tag } from '../../ui/words';
import { requireViewer } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = requireViewer(args);
  return { locale, rights: await rightsOf(world, viewer, locale) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? textFor(data.locale).answering.rights.title : ''} — Kenes` },
];

export default function Rights() {
  const { locale, rights } = useLoaderData<typeof loader>();
  const say = textFor(locale).answering;
  const words = say.rights;
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <Section title={words.survey}>
        {rights.length === 0 ? (
          <EmptyState title={words.none}>{words.noneText}</EmptyState>
        ) : (
          <Table
            caption={words.title}
            captionHidden
            columns={[
              { key: 'survey', label: words.survey },
              { key: 'closes', label: words.closes, width: 'fit' },
              { key: 'state', label: words.state, width: 'fit' },
            ]}
            rows={rights.map(({ panelId, title, direction, body, closesDay, minutes, state }) => ({
              id: panelId,
              cells: {
                survey: (
                  <>
                    <a href={`/${locale}/trust/take/${panelId}`}>{title}</a>
                    <br />
                    {`${say.about[direction](body)}, ${say.minutes(minutes)}`}
                  </>
                ),
                closes: <time dateTime={closesDay}>{longDay(locale, closesDay)}</time>,
                state: <Tag tone={state === 'waits' ? 'clock' : 'plain'}>{words[state]}</Tag>,
              },
            }))}
          />
        )}
      </Section>
    </>
  );
}
