// Reminder coverage: what should have gone out in a month and what did, body by body; of one body also each reminder that came late or not at all.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { remindersOf } from '../../commands/reminders/looked';
import type { Covered, Side } from '../../core/coverage';
import type { Day } from '../../core/day';
import { pageOf } from '../../core/duty';
import { wilson } from '../../core/statistics/wilson';
import { bodyIdOf, coverageOf, type CoverageOfBody } from '../../queries/coverage';
import { textFor, type Locale, type Text } from '../../text';
import { dayAndTime, monthAndYear, number, numericDay, percent } from '../../text/format';
import { Select } from '../../ui/field';
import { FilterBar } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { EmptyState, Muted } from '../../ui/words';
import { contextOf } from '../respond';

type Gap = {
  id: string;
  number: string | null;
  path: string;
  duty: string;
  point: string;
  day: Day;
  side: Side;
  covered: Exclude<Covered, 'sent'>;
};

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const coverage = await coverageOf(world, { month: query.get('month'), locale });
  const slug = query.get('body');
  const bodyId = slug === null || coverage.month === null ? null : await bodyIdOf(world, slug);
  const gaps: Gap[] = [];
  if (bodyId !== null && coverage.month !== null)
    for await (const looked of remindersOf(world, coverage.month, bodyId))
      for (const { covered, obligation, point, day, side } of looked) {
        if (covered === 'sent') continue;
        const { id, stream, rule, edition, number: of, open } = obligation;
        const texts = world.guide.edition(edition).texts[locale];
        gaps.push({
          ...{ id: `${id}:${point}:${side}:${day}`, day, side, covered },
          number: open ? of : null,
          path: pageOf(stream, of),
          duty: texts[`rule.${rule}.name`] ?? rule,
          point: texts[`reminder.${point}.name`] ?? point,
        });
      }
  return { locale, ...coverage, body: bodyId === null ? null : slug, gaps };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').coverage.title} — Kenes` },
];

export default function Coverage() {
  const { locale, months, month, rows, countedAt, body, gaps } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.coverage;
  const file = (form: string) => `/${locale}/reminders/files/coverage.${form}`;
  return (
    <>
      <PageHead
        title={say.title}
        lead={say.lead}
        meta={countedAt === null ? undefined : <Muted>{say.counted(dayAndTime(locale, countedAt))}</Muted>}
      />
      {month === null ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <>
          <FilterBar action={`/${locale}/reminders`} label={say.month} apply={say.show}>
            <Select
              name="month"
              label={say.month}
              value={month}
              options={months.map((value) => ({ value, label: inWords(locale, value) }))}
            />
          </FilterBar>
          <Section title={say.byBody(inWords(locale, month))} lead={say.how}>
            <Stack gap="s">
              <Bodies {...{ t, locale, month, rows }} />
              <p>
                <a href={file('csv')}>CSV</a> · <a href={file('json')}>JSON</a>
              </p>
            </Stack>
          </Section>
          {body === null ? null : <Gaps {...{ t, locale, gaps }} name={rows.find(({ slug }) => slug === body)?.name} />}
        </>
      )}
    </>
  );
}

type Part = { t: Text; locale: Locale };

const inWords = (locale: Locale, month: string): string => monthAndYear(locale, `${month}-01`);

function Bodies({ t, locale, month, rows }: Part & { month: string; rows: readonly CoverageOfBody[] }) {
  const say = t.coverage.columns;
  const count = (n: number) => number(locale, n);
  return (
    <Table
      caption={t.coverage.byBody(inWords(locale, month))}
      captionHidden
      density="dense"
      columns={[
        { key: 'body', label: say.body, width: 'wide' },
        { key: 'due', label: say.due, align: 'end', width: 'fit' },
        { key: 'sent', label: say.sent, align: 'end', width: 'fit' },
        { key: 'share', label: say.share, align: 'end', width: 'fit' },
        { key: 'late', label: say.late, align: 'end', width: 'fit' },
        { key: 'none', label: say.none, align: 'end', width: 'fit' },
      ]}
      rows={rows.map(({ slug, name, due, sent, late, none }) => {
        const share = wilson(sent, due);
        return {
          id: slug,
          tone: none > 0 ? 'danger' : 'plain',
          cells: {
            body:
              late + none > 0 ? <a href={`/${locale}/reminders?month=${month}&body=${slug}#missing`}>{name}</a> : name,
            due: count(due),
            sent: count(sent),
            share: share.estimate === null ? '–' : percent(locale, share.estimate, 1),
            late: count(late),
            none: count(none),
          },
        };
      })}
    />
  );
}

function Gaps({ t, locale, gaps, name }: Part & { gaps: readonly Gap[]; name: string | undefined }) {
  const say = t.coverage.gaps;
  return (
    <Section title={name === undefined ? say.title : `${say.title}: ${name}`} id="missing">
      {gaps.length === 0 ? (
        <p>{say.nothing}</p>
      ) : (
        <Table
          caption={say.title}
          captionHidden
          density="dense"
          columns={[
            { key: 'number', label: say.number, width: 'fit' },
            { key: 'duty', label: say.duty, width: 'wide' },
            { key: 'point', label: say.point },
            { key: 'day', label: say.day, width: 'fit' },
            { key: 'side', label: say.side, width: 'fit' },
            { key: 'covered', label: say.covered, width: 'fit' },
          ]}
          rows={gaps.map(({ id, number: of, path, duty, point, day, side, covered }) => ({
            id,
            tone: covered === 'none' ? 'danger' : 'plain',
            cells: {
              number: of === null ? say.hidden : <a href={`/${locale}${path}`}>{of}</a>,
              duty,
              point,
              day: <time dateTime={day}>{numericDay(locale, day)}</time>,
              side: say.sides[side],
              covered: say.words[covered],
            },
          }))}
        />
      )}
    </Section>
  );
}
