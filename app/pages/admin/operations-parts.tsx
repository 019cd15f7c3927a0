// Parts of the operations page. Used by operations.tsx only.
import type { ReactNode } from 'react';
import type { JobView, Operations } from '../../queries/operations';
import { LETTER_STATES } from '../../queries/letters';
import type { Text } from '../../text';
import { dayAndTime, fileSize, list, number, percent, type Locale } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Stat } from '../../ui/figure';
import { Form } from '../../ui/form';
import { Grid, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Code, DefinitionList, Tag } from '../../ui/words';
import type { Modes } from '../../world';
import { StateTag } from '../letters/letter-parts';

type Part = { t: Text; locale: Locale; operations: Operations };
type Problem = { id: string; tone: 'danger' | 'warning'; title: string; text: ReactNode };

const jobName = (t: Text, job: string): string =>
  (t.operations.jobs.names as Readonly<Record<string, string>>)[job] ?? job;

function problemsOf({ t, locale, operations }: Part): Problem[] {
  const say = t.operations.problems;
  const { letters, lettersLate, reminders, obligations, jobs, mismatches, calendarDue } = operations;
  const failed = (
    <>
      <p>
        {say.failedText} <a href={`/${locale}/letters?state=failed`}>{say.seeFailed}</a>
      </p>
      <Form>
        <div>
          <SubmitButton weight="secondary" size="small">
            {say.resendAll}
          </SubmitButton>
        </div>
      </Form>
    </>
  );
  return [
    ...(letters.failed > 0
      ? [{ id: 'failed', tone: 'danger' as const, title: say.failed(letters.failed), text: failed }]
      : []),
    ...jobs.flatMap(({ job, error }) =>
      error ? [{ id: job, tone: 'danger' as const, title: say.job(jobName(t, job)), text: <Code>{error}</Code> }] : [],
    ),
    ...(lettersLate > 0
      ? [{ id: 'late', tone: 'danger' as const, title: say.late(lettersLate), text: <p>{say.lateText}</p> }]
      : []),
    ...(reminders.unwritten > 0
      ? [
          {
            id: 'unwritten',
            tone: 'danger' as const,
            title: say.unwritten(reminders.unwritten),
            text: <p>{say.unwrittenText}</p>,
          },
        ]
      : []),
    ...(obligations.unrecorded > 0
      ? [
          {
            id: 'unrecorded',
            tone: 'warning' as const,
            title: say.unrecorded(obligations.unrecorded),
            text: <p>{say.unrecordedText}</p>,
          },
        ]
      : []),
    ...(mismatches.length > 0
      ? [
          {
            id: 'scores',
            tone: 'danger' as const,
            title: say.scores(mismatches.length),
            text: <Withheld {...{ t, locale, operations }} />,
          },
        ]
      : []),
    ...(calendarDue
      ? [
          {
            id: 'calendar',
            tone: 'warning' as const,
            title: say.calendar(String(calendarDue)),
            text: <p>{say.calendarText}</p>,
          },
        ]
      : []),
  ];
}

/** Which figures are withheld, and in which part the two counts differ. */
function Withheld({ t, locale, operations }: Part) {
  return (
    <>
      <p>
        {t.operations.problems.scoresText} <Code>npm run verify</Code>
      </p>
      <ul className="steps">
        {operations.mismatches.map(({ body, slug, period, parts, foundAt }) => (
          <li key={`${slug} ${period}`}>
            <a href={`/${locale}/bodies/${slug}/scores?period=${period}`}>{body}</a>, {period}:{' '}
            {list(
              locale,
              parts.map((part) => t.operations.problems.parts[part]),
            )}
            . {t.operations.problems.since(dayAndTime(locale, foundAt))}
          </li>
        ))}
      </ul>
    </>
  );
}

export function Problems(part: Part) {
  const say = part.t.operations.problems;
  const problems = problemsOf(part);
  return (
    <Section id="problems" title={say.title}>
      <Stack gap="s">
        {problems.map(({ id, tone, title, text }) => (
          <Alert key={id} tone={tone} title={title}>
            {text}
          </Alert>
        ))}
        {problems.length === 0 ? (
          <Alert tone="info" title={say.none}>
            <p>{say.noneText}</p>
          </Alert>
        ) : null}
      </Stack>
    </Section>
  );
}

const tookOf = ({ startedAt, endedAt }: JobView): number | null =>
  endedAt !== null && endedAt >= startedAt ? (endedAt - startedAt) / 1000 : null;

export function Jobs({ t, locale, operations }: Part) {
  const say = t.operations.jobs;
  const known = Object.keys(say.names);
  const never = known.filter((job) => operations.jobs.every((run) => run.job !== job));
  return (
    <Section id="jobs" title={say.title}>
      <Table
        caption={say.title}
        captionHidden
        density="dense"
        columns={[
          { key: 'job', label: say.columns.job },
          { key: 'started', label: say.columns.started },
          { key: 'took', label: say.columns.took, align: 'end' },
          { key: 'count', label: say.columns.count, align: 'end' },
          { key: 'error', label: say.columns.error },
        ]}
        rows={[
          ...operations.jobs.map((run) => {
            const took = tookOf(run);
            return {
              id: run.job,
              tone: run.error ? ('danger' as const) : ('plain' as const),
              cells: {
                job: jobName(t, run.job),
                started: (
                  <time dateTime={new Date(run.startedAt).toISOString()}>{dayAndTime(locale, run.startedAt)}</time>
                ),
                took: took === null ? say.running : say.seconds(took),
                count: number(locale, run.count),
                error: run.error ? <Code>{run.error}</Code> : say.noError,
              },
            };
          }),
          ...never.map((job) => ({
            id: job,
            cells: { job: jobName(t, job), started: say.never, took: '—', count: '—', error: '—' },
          })),
        ]}
      />
    </Section>
  );
}

export function Duties({ t, locale, operations }: Part) {
  const say = t.operations.duties;
  const { obligations, reminders } = operations;
  const { kept, n } = reminders.covered;
  const figure = (value: number) => number(locale, value);
  return (
    <Section id="duties" title={say.title}>
      <Grid min="xs">
        <Stat figure={figure(obligations.open)} label={say.open} />
        <Stat
          figure={figure(obligations.overdue)}
          label={say.overdue}
          tone={obligations.overdue > 0 ? 'danger' : 'plain'}
        />
        <Stat figure={figure(reminders.planned)} label={say.planned} />
        <Stat figure={figure(reminders.unwritten)} label={say.due} tone={reminders.unwritten > 0 ? 'danger' : 'good'} />
        <Stat
          figure={n > 0 ? percent(locale, Math.floor((1000 * kept) / n) / 1000, 1) : '—'}
          label={say.coverage}
          note={n > 0 ? say.coverageNote(kept, n) : say.coverageNone}
          tone={n > 0 && kept === n ? 'good' : 'plain'}
        />
      </Grid>
    </Section>
  );
}

export function LetterStates({ t, locale, operations }: Part) {
  const say = t.operations.post;
  const { oldestWaiting } = operations;
  return (
    <Section id="letters" title={say.title}>
      <Stack gap="s">
        <Table
          caption={say.title}
          captionHidden
          density="dense"
          columns={[
            { key: 'state', label: say.columns.state },
            { key: 'count', label: say.columns.count, align: 'end' },
          ]}
          rows={LETTER_STATES.map((state) => ({
            id: state,
            cells: {
              state: <StateTag t={t} state={state} />,
              count: <a href={`/${locale}/letters?state=${state}`}>{number(locale, operations.letters[state])}</a>,
            },
          }))}
        />
        <p>{oldestWaiting === null ? say.oldestNone : `${say.oldest}: ${dayAndTime(locale, oldestWaiting)}`}</p>
      </Stack>
    </Section>
  );
}

export function Store({ t, locale, operations }: Part) {
  const say = t.operations.store;
  const { events, lastEventAt, appeals, people, bytes } = operations.store;
  return (
    <Section id="store" title={say.title}>
      <DefinitionList
        layout="pairs"
        items={[
          { term: say.events, value: number(locale, events) },
          { term: say.last, value: lastEventAt === null ? say.none : dayAndTime(locale, lastEventAt) },
          { term: say.appeals, value: number(locale, appeals) },
          { term: say.people, value: number(locale, people) },
          { term: say.size, value: fileSize(locale, bytes) },
        ]}
      />
    </Section>
  );
}

export function Versions({ t, operations, modes }: Part & { modes: Modes }) {
  const say = t.operations.versions;
  const { edition, editionHash, calendars, postgres, node } = operations.versions;
  return (
    <Section id="versions" title={say.title}>
      <DefinitionList
        items={[
          { term: say.edition, value: edition },
          { term: say.editionHash, value: <Code>{editionHash}</Code> },
          {
            term: say.calendars,
            value: (
              <span className="row">
                {calendars.map(({ year, official, statusName }) => (
                  <Tag key={year} tone={official ? 'plain' : 'clock'}>
                    {official ? year : `${year}: ${statusName}`}
                  </Tag>
                ))}
              </span>
            ),
          },
          { term: say.database, value: say.modes[modes.database] },
          { term: say.queue, value: say.modes[modes.queue] },
          { term: say.mail, value: say.modes[modes.post] },
          { term: say.postgres, value: postgres },
          { term: say.node, value: node },
        ]}
      />
    </Section>
  );
}
