// The list behind a figure of a body, for everyone and for the body's officials: who looks decides what is in it and where it stands.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { mandateAt, OFFICIAL_ROLES } from '../../core/viewer';
import { scoreCases, type Reader, type ScoreCase } from '../../queries/score-cases';
import { bodyScores, scoreGuide } from '../../queries/scores';
import { textFor } from '../../text';
import { numericDay } from '../../text/format';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Stack } from '../../ui/layout';
import { Pagination, Table } from '../../ui/table';
import { contextOf } from '../respond';
import { behindWords } from './behind-words';
import { periodName, word } from './words';

/** What the address asks for; 404 where no such figure, period or body is there for this reader. */
export async function casesAsked(args: LoaderFunctionArgs, reader: Reader) {
  const { world, viewer, locale } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const [asked, of, after] = ['period', 'of', 'after'].map((name) => query.get(name) ?? '');
  const scores = await bodyScores(world, args.params.slug ?? '', asked ?? null, locale, reader);
  const guide = scoreGuide(world, locale);
  if (!scores?.origin || !scores.figures || !guide || scores.origin.period !== asked || !of)
    throw new Response(null, { status: 404 });
  const { body, origin } = scores;
  const { period, reportDay } = origin;
  const found = await scoreCases(world, {
    ...{ bodyId: body.id, period, reportDay, of, after: after ?? '', reader, size: 'page' },
  });
  if (!found) throw new Response(null, { status: 404 });
  const official = viewer !== null && mandateAt(viewer, body.id, OFFICIAL_ROLES) !== undefined;
  return { locale, reader, body, period, reportDay, of, found, words: guide.words, official };
}
type Asked = Awaited<ReturnType<typeof casesAsked>>;

export const casesTitle = ({ locale, words, of, body }: Asked): string => {
  const t = textFor(locale);
  return `${t.scores.cases.title(behindWords(t, words, of).title)} · ${body.name} — Kenes`;
};

export function CaseList({ locale, reader, body, period, reportDay, of, found, words, official }: Asked) {
  const t = textFor(locale);
  const say = t.scores;
  const page = `/${locale}/bodies/${body.slug}/scores${reader === 'body' ? '/own' : ''}`;
  const called = behindWords(t, words, of);
  const file = `${page}/cases/${of}.${period}.csv`;
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/bodies/${body.slug}`, label: body.name },
              { href: `${page}?period=${period}`, label: reader === 'body' ? say.own.title : say.body.title },
            ]}
          />
        }
        eyebrow={`${body.name}, ${periodName(t, period)}`}
        title={say.cases.title(called.title)}
        lead={[called.of, say.asOf(reportDay)].filter(Boolean).join('. ')}
        meta={<p>{say.cases.counted(found.all)}</p>}
        actions={
          reader === 'everyone' && found.rows.length > 0 ? (
            <a href={file}>{say.files.csv(say.cases.list)}</a>
          ) : undefined
        }
      />
      <Stack>
        {found.rows.length > 0 ? (
          <Table
            caption={say.cases.title(called.title)}
            captionHidden
            columns={[
              { key: 'case', label: say.cases.number, width: 'wide' },
              { key: 'registered', label: say.cases.from },
              { key: 'due', label: say.cases.due },
              { key: 'ended', label: say.cases.ended },
              { key: 'contest', label: t.contests.columns.contest },
            ]}
            rows={found.rows.map((row) => ({
              id: `${row.number} ${row.dueDay} ${row.subject}`,
              cells: {
                case: <Subject locale={locale} words={words} row={row} />,
                registered: numericDay(locale, row.fromDay),
                due: numericDay(locale, row.dueDay),
                ended: row.endedDay ? numericDay(locale, row.endedDay) : say.cases.open,
                contest: <OfContest {...{ locale, row, official }} />,
              },
            }))}
          />
        ) : (
          <p>{say.cases.none}</p>
        )}
        {found.hidden > 0 ? <p>{say.cases.hidden(found.hidden)}</p> : null}
        {found.next ? (
          <Pagination
            label={say.cases.label}
            older={{
              href: `${page}/cases?period=${period}&of=${of}&after=${encodeURIComponent(found.next)}`,
              label: say.cases.next,
            }}
          />
        ) : null}
      </Stack>
    </>
  );
}

const Subject = ({ locale, words, row }: Pick<Asked, 'locale' | 'words'> & { row: ScoreCase }) => (
  <span className="term-words">
    <a href={`/${locale}/${row.place}/${row.number}`} lang={row.language}>
      {row.subject}
    </a>
    <small>
      {[row.number, row.what && word(words, `${row.what.group}.${row.what.id}.name`)].filter(Boolean).join(', ')}
    </small>
  </span>
);

/** The contest of a case; for officials of the body the way to make one. Only what a case counts as can be contested. */
function OfContest({ locale, row, official }: Pick<Asked, 'locale' | 'official'> & { row: ScoreCase }) {
  const t = textFor(locale);
  if (row.contest && row.contestStatus)
    return (
      <span className="term-words">
        <a href={`/${locale}/contests/${row.contest}`}>{row.contest}</a>
        <small>{t.contests.status[row.contestStatus]}</small>
      </span>
    );
  if (!official || row.place !== 'appeals') return '—';
  return (
    <a href={`/${locale}/appeals/${row.number}/contest`}>
      {t.contests.make.link}
      <span className="unseen">: {row.number}</span>
    </a>
  );
}
