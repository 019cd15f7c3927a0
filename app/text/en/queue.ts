// The queue page: what is due by the database, who is at work, what the queue holds.
import { number } from '../format';

export const queue = {
  title: 'Queue',
  lead: 'The database remembers what is due; the queue only wakes workers. If the queue is lost, nothing else is.',
  due: {
    title: 'Due by the database',
    lead: 'Counted from the facts themselves, whatever the queue says.',
    columns: { what: 'What', late: 'Due now', oldest: 'Longest due since', next: 'The next one' },
    what: {
      letters: 'Letters to send',
      gathered: 'Letters to gather into one',
      webhooks: 'Webhook messages to send',
      reminders: 'Reminders to write',
      terms: 'Passed terms to record',
      scores: 'Figures to recalculate',
      days: 'Days of the register to sign',
    },
  },
  processes: {
    title: 'Processes',
    lead: 'Each says every fifteen seconds that it is there.',
    noWorker: 'No worker is at work',
    noWorkerText: 'Pages are right all the same, and acts are taken. Letters and reminders wait until a worker starts.',
    columns: { process: 'Machine and number', role: 'Does', started: 'Started', seen: 'State' },
    roles: { web: 'pages', worker: 'jobs', both: 'pages and jobs' },
    alive: 'at work',
    gone: (when: string) => `not seen since ${when}`,
  },
  broker: {
    title: 'In the queue',
    lead: {
      redis:
        'Jobs that workers are woken for, on Redis. Completed ones are remembered for an hour, failed ones for a day.',
      postgresql:
        'Jobs that workers are woken for, in the same database. Completed ones are remembered for an hour, failed ones for a day.',
    },
    away: 'The queue does not answer',
    awayText:
      'Workers look into the database by themselves meanwhile: letters and reminders are minutes late, none is lost.',
    job: 'Job',
    all: 'All',
    states: {
      waiting: 'Waiting',
      active: 'Running',
      delayed: 'Planned',
      failed: 'Failed',
      completed: 'Completed',
    },
    oldest: 'Longest waiting since',
    lookedAt: (n: number) => `The counts by job are of the first ${number('en', n)} in each state.`,
  },
  failed: {
    title: 'Failed jobs',
    lead: 'After three tries. Each job starts again at its time; what was due is still due.',
    none: 'No job has failed within the last day.',
    at: 'When',
    tries: 'Tries',
    error: 'Error',
    acts: 'What to do',
    retry: 'Try again',
    remove: 'Remove',
  },
  acts: {
    title: 'What administrators did here',
    none: 'Nothing yet.',
    at: 'When',
    act: 'What',
    by: 'By whom',
    retried: 'tried again',
    removed: 'removed',
  },
} as const;
