// Parts of the queue page. Used by queue.tsx only.
import { QUEUED } from '../../core/queued';
import type { QueueView } from '../../queries/queue';
import type { Text } from '../../text';
import { dayAndTime, number, type Locale } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Form, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Code, Muted } from '../../ui/words';
import type { Modes } from '../../world';

type Part = { t: Text; locale: Locale; queue: QueueView };

const jobName = (t: Text, job: string): string =>
  (t.operations.jobs.names as Readonly<Record<string, string>>)[job] ?? job;
const when = (locale: Locale, instant: number | null): string => (instant === null ? '—' : dayAndTime(locale, instant));

/** What waits in the database, whatever the queue says. */
export function DueTable({ t, locale, queue }: Part) {
  const say = t.queue.due;
  return (
    <Section id="due" title={say.title} lead={say.lead}>
      <Table
        caption={say.title}
        captionHidden
        density="dense"
        columns={[
          { key: 'what', label: say.columns.what },
          { key: 'late', label: say.columns.late, align: 'end' },
          { key: 'oldest', label: say.columns.oldest },
          { key: 'next', label: say.columns.next },
        ]}
        rows={queue.due.map(({ what, late, oldest, next }) => ({
          id: what,
          tone: late > 0 ? ('clock' as const) : ('plain' as const),
          cells: {
            what: say.what[what],
            late: number(locale, late),
            oldest: when(locale, oldest),
            next: when(locale, next),
          },
        }))}
      />
    </Section>
  );
}

export function Processes({ t, locale, queue }: Part) {
  const say = t.queue.processes;
  const working = queue.processes.some(({ role, alive }) => alive && role !== 'web');
  return (
    <Section id="processes" title={say.title} lead={say.lead}>
      <Stack gap="s">
        {working ? null : (
          <Alert tone="danger" title={say.noWorker}>
            <p>{say.noWorkerText}</p>
          </Alert>
        )}
        {queue.processes.length === 0 ? null : (
          <Table
            caption={say.title}
            captionHidden
            density="dense"
            columns={[
              { key: 'process', label: say.columns.process },
              { key: 'role', label: say.columns.role },
              { key: 'started', label: say.columns.started },
              { key: 'seen', label: say.columns.seen },
            ]}
            rows={queue.processes.map(({ id, role, host, pid, startedAt, seenAt, alive }) => ({
              id,
              tone: alive ? ('plain' as const) : ('danger' as const),
              cells: {
                process: <Code>{`${host} ${pid}`}</Code>,
                role: role === 'web' || role === 'worker' ? say.roles[role] : say.roles.both,
                started: dayAndTime(locale, startedAt),
                seen: alive ? say.alive : say.gone(dayAndTime(locale, seenAt)),
              },
            }))}
          />
        )}
      </Stack>
    </Section>
  );
}

/** Jobs by kind as the broker holds them. */
export function Broker({ t, locale, queue: { broker }, kind }: Part & { kind: Modes['queue'] }) {
  const say = t.queue.broker;
  if (!broker)
    return (
      <Section id="broker" title={say.title}>
        <Alert tone="danger" title={say.away}>
          <p>{say.awayText}</p>
        </Alert>
      </Section>
    );
  const states = QUEUED.map((state) => ({ key: state, label: say.states[state], align: 'end' as const }));
  const figures = (counts: (typeof broker)['counts']) =>
    Object.fromEntries(QUEUED.map((state) => [state, number(locale, counts[state])])) as Record<
      (typeof QUEUED)[number],
      string
    >;
  return (
    <Section id="broker" title={say.title} lead={say.lead[kind]}>
      <Stack gap="s">
        <Table
          caption={say.title}
          captionHidden
          density="dense"
          columns={[{ key: 'job', label: say.job }, ...states, { key: 'oldest', label: say.oldest }]}
          rows={[
            {
              id: 'all',
              cells: { job: <strong>{say.all}</strong>, ...figures(broker.counts), oldest: '—' },
            },
            ...broker.jobs.map(({ job, counts, oldest }) => ({
              id: job,
              tone: counts.failed > 0 ? ('danger' as const) : ('plain' as const),
              cells: { job: jobName(t, job), ...figures(counts), oldest: when(locale, oldest) },
            })),
          ]}
        />
        {broker.lookedAt === null ? null : <Muted>{say.lookedAt(broker.lookedAt)}</Muted>}
      </Stack>
    </Section>
  );
}

export function Failed({ t, locale, queue: { broker } }: Part) {
  const say = t.queue.failed;
  if (!broker) return null;
  const act = (jobId: string, name: 'retry' | 'remove') => (
    <Form>
      <Hidden values={{ jobId, act: name }} />
      <SubmitButton weight="secondary" size="small">
        {say[name]}
      </SubmitButton>
    </Form>
  );
  return (
    <Section id="failed" title={say.title} lead={say.lead}>
      {broker.failed.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Table
          caption={say.title}
          captionHidden
          columns={[
            { key: 'job', label: t.queue.broker.job },
            { key: 'at', label: say.at },
            { key: 'tries', label: say.tries, align: 'end' },
            { key: 'error', label: say.error, width: 'wide' },
            { key: 'acts', label: say.acts },
          ]}
          rows={broker.failed.map(({ id, job, at, tries, error }) => ({
            id,
            tone: 'danger' as const,
            cells: {
              job: jobName(t, job),
              at: when(locale, at),
              tries: number(locale, tries),
              error: <Code>{error}</Code>,
              acts: (
                <Stack gap="s">
                  {act(id, 'retry')}
                  {act(id, 'remove')}
                </Stack>
              ),
            },
          }))}
        />
      )}
    </Section>
  );
}

export function Acts({ t, locale, queue: { acts } }: Part) {
  const say = t.queue.acts;
  return (
    <Section id="acts" title={say.title}>
      {acts.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Table
          caption={say.title}
          captionHidden
          density="dense"
          columns={[
            { key: 'at', label: say.at },
            { key: 'job', label: t.queue.broker.job },
            { key: 'act', label: say.act },
            { key: 'by', label: say.by },
          ]}
          rows={acts.map(({ id, at, job, act, by }) => ({
            id,
            cells: {
              at: dayAndTime(locale, at),
              job: jobName(t, job),
              act: act === 'retry' ? say.retried : say.removed,
              by: by.name,
            },
          }))}
        />
      )}
    </Section>
  );
}
