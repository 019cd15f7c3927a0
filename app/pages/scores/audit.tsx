// One quarter's audit: how it was drawn, how far it is, and once both have judged everything what came of it, case by case.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { may } from '../../core/permission';
import { AUDIT_CODES } from '../../core/score/audit';
import { auditedCases, auditOf, maySit } from '../../queries/audits';
import { textFor } from '../../text';
import { dayAndTime, number, percent } from '../../text/format';
import { LinkButton } from '../../ui/button';
import { Stat } from '../../ui/figure';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Grid, Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Code, DefinitionList } from '../../ui/words';
import { contextOf } from '../respond';
import { countText, periodName, shareText } from './words';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const audit = await auditOf(world, args.params.period ?? '');
  if (!audit) throw new Response(null, { status: 404 });
  const cases = audit.figures ? await auditedCases(world, audit.period, locale) : [];
  const judges =
    audit.figures === null &&
    viewer !== null &&
    may(viewer, 'audit.code', null) &&
    (await maySit(world, viewer, audit.period));
  return { locale, audit, cases, judges };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textFor(data.locale).scores.audit.title} · ${data.audit.period} — Kenes` : 'Kenes' },
];

export default function Audit() {
  const { locale, audit, cases, judges } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.scores.audit;
  const { period, frame, items, coded, figures } = audit;
  const path = `/${locale}/scores/audits/${period}`;
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/scores`, label: t.scores.title },
              { href: `/${locale}/scores/audits`, label: say.title },
            ]}
          />
        }
        eyebrow={periodName(t, period)}
        title={say.title}
        lead={figures ? say.over : say.progress(Math.min(coded[0] ?? 0, coded[1] ?? 0), items)}
        actions={judges ? <LinkButton href={`${path}/next`}>{say.judge}</LinkButton> : undefined}
      />
      <Stack>
        <DefinitionList
          items={[
            { term: say.flaggedOf, value: t.scores.ofN(frame.flagged, frame.flagged + frame.others) },
            { term: say.sample, value: number(locale, items) },
            { term: say.drawn, value: dayAndTime(locale, audit.drawnAt) },
            { term: say.seed, value: <Code>{audit.seed}</Code> },
            { term: t.scores.how.edition, value: audit.edition },
          ]}
        />
        {figures ? (
          <>
            <Grid min="s">
              <Stat
                figure={figures.kappa.estimate === null ? '—' : number(locale, figures.kappa.estimate, 2)}
                label={say.kappa}
                note={
                  figures.kappa.estimate === null
                    ? t.scores.lack[figures.kappa.lack]
                    : t.scores.interval(number(locale, figures.kappa.low, 2), number(locale, figures.kappa.high, 2))
                }
              />
              <Stat
                figure={figures.precision.estimate === null ? '—' : percent(locale, figures.precision.estimate)}
                label={say.precision}
                note={`${shareText(t, figures.precision)}, ${countText(t, figures.precision)}`}
              />
              <Stat
                figure={figures.recall ? percent(locale, figures.recall.estimate) : '—'}
                label={say.recall}
                note={
                  figures.recall
                    ? t.scores.interval(percent(locale, figures.recall.low), percent(locale, figures.recall.high))
                    : t.scores.notEstimable
                }
              />
              <Stat
                figure={figures.missed.estimate === null ? '—' : percent(locale, figures.missed.estimate)}
                label={say.missed}
                note={`${shareText(t, figures.missed)}, ${countText(t, figures.missed)}`}
              />
            </Grid>
            <Table
              caption={say.agreement}
              density="dense"
              head="first"
              columns={[
                { key: 'first' as string, label: say.first },
                ...AUDIT_CODES.map((code) => ({ key: code, label: say.codes[code], align: 'end' as const })),
              ]}
              rows={AUDIT_CODES.map((code, row) => ({
                id: code,
                cells: {
                  first: say.codes[code],
                  ...Object.fromEntries(
                    AUDIT_CODES.map((column, at) => [column, number(locale, figures.table[row]?.[at] ?? 0)]),
                  ),
                } as Record<string, string>,
              }))}
            />
            <Section title={say.cases} id="cases">
              <Table
                caption={say.cases}
                captionHidden
                density="dense"
                columns={[
                  { key: 'case', label: t.scores.cases.number, width: 'wide' },
                  { key: 'sign', label: say.sign },
                  { key: 'codes', label: say.said },
                ]}
                rows={cases.map((one) => ({
                  id: one.number,
                  cells: {
                    case: (
                      <span className="term-words">
                        <a href={`/${locale}/appeals/${one.number}`} lang={one.language}>
                          {one.subject}
                        </a>
                        <small>
                          {one.number}, {one.body}
                        </small>
                      </span>
                    ),
                    sign: signOf(one, say),
                    codes: one.codes.map((code) => say.codes[code]).join(', '),
                  },
                }))}
              />
            </Section>
            <p>
              <a href={`/${locale}/scores/files/audit.${period}.csv`}>{t.scores.files.csv(say.cases)}</a>{' '}
              <a href={`/${locale}/scores/files/audit.${period}.json`}>{t.scores.files.json(say.cases)}</a>
            </p>
          </>
        ) : (
          <p>{say.hidden}</p>
        )}
      </Stack>
    </>
  );
}

type Say = ReturnType<typeof textFor>['scores']['audit'];
const signOf = ({ flagged, signals }: Awaited<ReturnType<typeof auditedCases>>[number], say: Say): string =>
  flagged
    ? [
        signals.same ? say.signs.same : null,
        signals.missed.length > 0 ? say.signs.missed(signals.missed.join(', ')) : null,
      ]
        .filter(Boolean)
        .join('. ')
    : say.signs.none;
