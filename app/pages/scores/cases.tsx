// The cases behind a figure of a body: those that count as in time, late, not yet due ... on one of the two clocks.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isClock, isCountedAs, scoreCases } from '../../queries/score-cases';
import { bodyScores, scoreGuide } from '../../queries/scores';
import { textFor } from '../../text';
import { numericDay } from '../../text/format';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Stack } from '../../ui/layout';
import { Pagination, Table } from '../../ui/table';
import { contextOf } from '../respond';
import { periodName, word } from './words';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const [clock, as, after] = [query.get('clock'), query.get('as'), query.get('after') ?? ''];
  const scores = await bodyScores(world, args.params.slug ?? '', query.get('period'), locale);
  const guide = scoreGuide(world, locale);
  if (!scores?.origin || !scores.figures || !guide || !isClock(clock) || !isCountedAs(as))
    throw new Response(null, { status: 404 });
  const { body, origin } = scores;
  const { period, reportDay } = origin;
  const found = await scoreCases(world, { bodyId: body.id, period, reportDay, clock, as, after });
  return { locale, body, period, reportDay, clock, as, found, words: guide.words };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? `${textFor(data.locale).scores.cases.title(textFor(data.locale).scores.body.counted[data.as])} · ${data.body.name} — Kenes`
      : 'Kenes',
  },
];

export default function ScoreCases() {
  const { locale, body, period, reportDay, clock, as, found, words } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.scores;
  const page = `/${locale}/bodies/${body.slug}/scores`;
  const self = `${page}/cases?period=${period}&clock=${clock}&as=${as}`;
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/bodies/${body.slug}`, label: body.name },
              { href: `${page}?period=${period}`, label: say.body.title },
            ]}
          />
        }
        eyebrow={`${body.name}, ${periodName(t, period)}`}
        title={say.cases.title(say.body.counted[as])}
        lead={`${say.body.clocks[clock]}. ${say.asOf(reportDay)}`}
      />
      <Stack>
        {found.rows.length > 0 ? (
          <Table
            caption={say.cases.title(say.body.counted[as])}
            captionHidden
            columns={[
              { key: 'case', label: say.cases.number, width: 'wide' },
              { key: 'registered', label: say.cases.registered },
              { key: 'due', label: say.cases.due },
              { key: 'ended', label: say.cases.ended },
            ]}
            rows={found.rows.map(({ number, subject, language, kind, registeredDay, dueDay, endedDay }) => ({
              id: number,
              cells: {
                case: (
                  <span className="term-words">
                    <a href={`/${locale}/appeals/${number}`} lang={language}>
                      {subject}
                    </a>
                    <small>
                      {number}, {word(words, `kind.${kind}.name`)}
                    </small>
                  </span>
                ),
                registered: numericDay(locale, registeredDay),
                due: numericDay(locale, dueDay),
                ended: endedDay ? numericDay(locale, endedDay) : say.cases.open,
              },
            }))}
          />
        ) : (
          <p>{say.cases.none}</p>
        )}
        {found.hidden > 0 ? <p>{say.cases.hidden(found.hidden)}</p> : null}
        {found.next ? (
          <Pagination label={say.cases.label} older={{ href: `${self}&after=${found.next}`, label: say.cases.next }} />
        ) : null}
      </Stack>
    </>
  );
}
