// Figures for Prometheus, at /metrics on a port of their own: what the web answered and how fast, the process, and how the machinery stands by
// the facts in the database. Nothing personal: no address of a page, no name. Started by start.ts where METRICS_PORT is set.
import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { vitals, type Vitals } from './queries/vitals';
import type { World } from './world';

/** Upper bounds of the histogram of answers, in seconds. */
const BOUNDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type WebCounts = {
  /** An answer left: `seconds` from the first byte asked to the last byte given. */
  answered(status: number, seconds: number): void;
  lines(): string[];
};

type Labels = Readonly<Record<string, string>>;
const sample = (name: string, value: number, labels: Labels = {}): string => {
  const list = Object.entries(labels).map(([key, text]) => `${key}="${text.replace(/[\\"\n]/g, '_')}"`);
  return `${name}${list.length > 0 ? `{${list.join(',')}}` : ''} ${value}`;
};
type Kind = 'counter' | 'gauge' | 'histogram';
const family = (name: string, kind: Kind, help: string, samples: readonly string[]): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${kind}`,
  ...samples,
];
const gauge = (name: string, help: string, value: number): string[] =>
  family(name, 'gauge', help, [sample(name, value)]);

/** Counts answers of this process. */
export function webCounts(): WebCounts {
  const byClass = new Map<string, number>();
  const within = BOUNDS.map(() => 0);
  let [count, sum] = [0, 0];
  return {
    answered(status, seconds) {
      const name = `${Math.floor(status / 100)}xx`;
      byClass.set(name, (byClass.get(name) ?? 0) + 1);
      BOUNDS.forEach((bound, i) => {
        if (seconds <= bound) within[i] = (within[i] ?? 0) + 1;
      });
      count += 1;
      sum += seconds;
    },
    lines: () => [
      ...family(
        'kenes_http_answers_total',
        'counter',
        'Answers by class of status.',
        [...byClass].map(([status, n]) => sample('kenes_http_answers_total', n, { status })),
      ),
      ...family('kenes_http_answer_seconds', 'histogram', 'Time from a request to the end of its answer.', [
        ...BOUNDS.map((bound, i) => sample('kenes_http_answer_seconds_bucket', within[i] ?? 0, { le: String(bound) })),
        sample('kenes_http_answer_seconds_bucket', count, { le: '+Inf' }),
        sample('kenes_http_answer_seconds_sum', sum),
        sample('kenes_http_answer_seconds_count', count),
      ]),
    ],
  };
}

/** The figures of the database as lines. */
export function vitalLines({
  letters,
  letterLag,
  webhooks,
  reminders,
  obligations,
  jobs,
  unsignedDays,
  withheldScores,
}: Vitals): string[] {
  const perJob = (name: string, help: string, valueOf: (job: Vitals['jobs'][number]) => number | null) =>
    family(
      name,
      'gauge',
      help,
      jobs.flatMap((job) => {
        const value = valueOf(job);
        return value === null ? [] : [sample(name, value, { job: job.job })];
      }),
    );
  return [
    ...family(
      'kenes_letters',
      'gauge',
      'Letters that have not left, by state.',
      Object.entries(letters).map(([state, n]) => sample('kenes_letters', n, { state })),
    ),
    ...gauge('kenes_letter_lag_seconds', 'How long the letter that is due longest has waited.', letterLag),
    ...gauge('kenes_webhook_messages_due', 'Messages to webhooks whose moment has come.', webhooks.due),
    ...gauge('kenes_webhook_lag_seconds', 'How long the message that is due longest has waited.', webhooks.lag),
    ...gauge(
      'kenes_reminders_unwritten',
      'Reminders whose moment has come and that are not written.',
      reminders.unwritten,
    ),
    ...gauge('kenes_reminder_lag_seconds', 'How long the reminder that is due longest has waited.', reminders.lag),
    ...gauge('kenes_reminders_due', 'Reminders that fell due in the last 30 days.', reminders.due),
    ...gauge('kenes_reminders_kept', 'Of these, those written on their day.', reminders.kept),
    ...gauge('kenes_obligations_open', 'Open obligations.', obligations.open),
    ...gauge('kenes_obligations_overdue', 'Open obligations past their day.', obligations.overdue),
    ...gauge('kenes_obligations_unrecorded', 'Passed terms that the sweep has not recorded.', obligations.unrecorded),
    ...gauge('kenes_register_unsigned_days', 'Days that are over and not signed.', unsignedDays),
    ...gauge('kenes_scores_withheld', 'Figures withheld because ledger and tables differ.', withheldScores),
    ...perJob(
      'kenes_job_started_seconds',
      'When the job last began, in seconds since 1970.',
      ({ startedAt }) => startedAt / 1000,
    ),
    ...perJob('kenes_job_seconds', 'How long its last run took.', ({ startedAt, endedAt }) =>
      endedAt === null ? null : (endedAt - startedAt) / 1000,
    ),
    ...perJob('kenes_job_failed', 'Whether its last run ended with an error.', ({ failed }) => (failed ? 1 : 0)),
  ];
}

/** Serves until stopped. `counts`: of the web in this process, where there is one. */
export async function serveMetrics(
  world: World,
  { port, host, counts }: { port: number; host: string; counts: WebCounts | null },
): Promise<{ url: string; stop(): Promise<void> }> {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const processLines = () => {
    const lag = delay.percentile(99) / 1e9;
    delay.reset();
    return [
      ...gauge('process_resident_memory_bytes', 'Resident memory.', process.memoryUsage.rss()),
      ...gauge('process_uptime_seconds', 'Since the process began.', process.uptime()),
      ...gauge('kenes_event_loop_lag_seconds', 'p99 of the delay of the event loop since the last scrape.', lag),
      ...gauge('kenes_database_connections', 'Connections of this process to the database.', world.db.pool.totalCount),
      ...gauge('kenes_database_waiting', 'Queries that wait for a connection.', world.db.pool.waitingCount),
    ];
  };
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    vitals(world).then(
      (found) => {
        const lines = [
          ...(counts?.lines() ?? []),
          ...processLines(),
          ...gauge('kenes_database_up', 'The database answers.', 1),
          ...vitalLines(found),
        ];
        response
          .writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
          .end(`${lines.join('\n')}\n`);
      },
      () => {
        // Prometheus must see that it is the database that is away, not this process.
        const lines = [
          ...(counts?.lines() ?? []),
          ...processLines(),
          ...gauge('kenes_database_up', 'The database answers.', 0),
        ];
        response
          .writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
          .end(`${lines.join('\n')}\n`);
      },
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const address = server.address();
  const bound = address && typeof address === 'object' ? address.port : port;
  return {
    url: `http://${host}:${bound}/metrics`,
    stop: () =>
      new Promise((resolve) => {
        delay.disable();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
