// Parts of the landing page that show cases: figures with their lists, where the cases of the period stand, the latest ones.
import type { AppealRow } from '../queries/appeals';
import type { Figures } from '../queries/front';
import type { RoundRow } from '../queries/rounds';
import type { Day } from '../core/day';
import type { Standing } from '../core/standing';
import type { Text } from '../text';
import { number, numericDay, percent, type Locale } from '../text/format';
import { BarChart, Stat, type Bar } from '../ui/figure';
import { Grid, Section, Stack } from '../ui/layout';
import { StandingBadge } from '../ui/standing';
import { Table } from '../ui/table';
import { EmptyState } from '../ui/words';
import { roundsAddress } from './rounds/addresses';
import { RoundCards } from './rounds/round-cards';

const TONE: Partial<Record<Standing, Bar['tone']>> = {
  answered: 'good',
  overdue: 'danger',
  due_today: 'clock',
  running: 'brand',
  received: 'brand',
};

type Common = { t: Text; locale: Locale };

export function FiguresPart({ t, locale, figures }: Common & { figures: Figures }) {
  const say = t.home.figures;
  const { from, to, received, byStanding, inTime, overdueNow, runningNow, dueToday } = figures;
  const cases = (filter: Record<string, string>) => `/${locale}/appeals?${new URLSearchParams(filter).toString()}`;
  const see = (filter: Record<string, string>) => ({ href: cases(filter), label: say.see });
  const shown = byStanding.filter(({ count }) => count > 0);
  return (
    <Section id="figures" title={say.title} lead={say.lead(from, to)}>
      <Stack>
        <Grid min="s">
          <Stat figure={number(locale, received)} label={say.received} note={say.receivedNote} source={see({ from })} />
          <Stat
            figure={inTime.n > 0 ? percent(locale, inTime.kept / inTime.n) : '—'}
            label={say.inTime}
            note={inTime.n > 0 ? say.inTimeNote(inTime.kept, inTime.n) : say.noneYet}
            source={see({ from, standing: 'answered', time: 'in_time' })}
            tone="good"
          />
          <Stat
            figure={number(locale, overdueNow)}
            label={say.overdue}
            note={say.overdueNote}
            source={see({ standing: 'overdue' })}
            tone={overdueNow > 0 ? 'danger' : 'plain'}
          />
          <Stat
            figure={number(locale, runningNow)}
            label={say.running}
            note={say.runningNote(dueToday)}
            source={see({ standing: 'running' })}
          />
        </Grid>
        {shown.length > 0 ? (
          <BarChart
            title={say.chart}
            desc={say.chartDesc}
            columns={say.columns}
            bars={shown.map(({ standing, count }) => ({
              id: standing,
              label: <a href={cases({ from, standing })}>{t.appeals.standing[standing]}</a>,
              value: count,
              text: number(locale, count),
              note: percent(locale, count / received),
              tone: TONE[standing] ?? 'muted',
            }))}
          />
        ) : null}
      </Stack>
    </Section>
  );
}

type RoundsProps = Common & { rows: readonly RoundRow[]; open: number; today: Day };

/** Rounds that take comments now, those that close first; nothing where there is none. */
export function OpenRounds({ t, locale, rows, open, today }: RoundsProps) {
  const say = t.rounds.elsewhere;
  if (rows.length === 0) return null;
  return (
    <Section
      id="rounds"
      title={say.title}
      lead={say.lead}
      action={<a href={roundsAddress(locale, { stage: 'open' })}>{t.rounds.openNow(open)}</a>}
    >
      <RoundCards t={t} locale={locale} today={today} rows={rows} />
    </Section>
  );
}

export function Latest({ t, locale, latest }: Common & { latest: readonly AppealRow[] }) {
  const say = t.home.latest;
  const all = `/${locale}/appeals`;
  if (latest.length === 0) {
    return (
      <Section id="latest" title={say.title}>
        <EmptyState title={say.empty}>{say.emptyText}</EmptyState>
      </Section>
    );
  }
  return (
    <Section id="latest" title={say.title} action={<a href={all}>{say.action}</a>}>
      <Table
        caption={say.title}
        captionHidden
        columns={[
          { key: 'title', label: say.columns.title, width: 'wide' },
          { key: 'body', label: say.columns.body },
          { key: 'received', label: say.columns.received, width: 'fit' },
          { key: 'due', label: say.columns.due, width: 'fit' },
          { key: 'standing', label: say.columns.standing, width: 'fit' },
        ]}
        rows={latest.map((row) => ({
          id: row.number,
          cells: {
            title: (
              <span className="term-words">
                <a href={`${all}/${row.number}`} lang={row.language}>
                  {row.subject}
                </a>
                <small>
                  {t.case.number(row.number)} · {row.kind}
                </small>
              </span>
            ),
            body: <a href={`/${locale}/bodies/${row.body.slug}`}>{row.body.name}</a>,
            received: <time dateTime={row.receivedDay}>{numericDay(locale, row.receivedDay)}</time>,
            due: <time dateTime={row.dueDay}>{numericDay(locale, row.dueDay)}</time>,
            standing: (
              <span className="term-words">
                <StandingBadge standing={row.standing}>{t.appeals.standing[row.standing]}</StandingBadge>
                {row.late && row.standing !== 'overdue' ? <small>{say.late}</small> : null}
              </span>
            ),
          },
        }))}
      />
    </Section>
  );
}
