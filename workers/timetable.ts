// What runs how often by itself. Wakes make most jobs run sooner; the timetable finds what no wake announced.
// Read by work.ts; patterns have seconds and are read in Asia/Almaty.
import type { JobName } from '../app/data/queue';
import type { World } from '../app/world';
import { correct } from './correct';
import { cover } from './cover';
import { deliver } from './deliver';
import { digest } from './digest';
import { dump } from './dump';
import { imports } from './imports';
import { lapse } from './lapse';
import { receive } from './receive';
import { recount } from './recount';
import { register } from './register';
import { remind } from './remind';
import { score } from './score';
import { search } from './search';
import { serve } from './serve';
import { survey } from './survey';
import { drawAudit } from '../app/commands/audits/draw';
import { tidy } from './tidy';
import { webhooks } from './webhooks';

export type Job = {
  pattern: string;
  /** A job that has not begun for this long, in milliseconds, is run without the queue. */
  silence: number;
  /** Does what is due and gives how much it was; ends early, with nothing half done, when `signal` says stop. */
  run(world: World, signal: AbortSignal): Promise<number>;
};

const MINUTE = 60_000;

export const TIMETABLE = {
  deliver: { pattern: '*/30 * * * * *', silence: 2 * MINUTE, run: deliver },
  /** Messages to other people's programs: no act wakes it, so it looks often. */
  webhooks: { pattern: '*/10 * * * * *', silence: MINUTE, run: webhooks },
  /** Letters that came in. */
  receive: { pattern: '*/20 * * * * *', silence: 2 * MINUTE, run: receive },
  remind: { pattern: '0 * * * * *', silence: 3 * MINUTE, run: remind },
  /** Letters of those who want them gathered: a minute past nine, and every ten minutes for what was missed. */
  digest: { pattern: '0 1/10 * * * *', silence: 25 * MINUTE, run: digest },
  /** Five minutes past midnight, when the days have changed, and every ten minutes for what was missed. */
  lapse: { pattern: '0 5/10 * * * *', silence: 25 * MINUTE, run: lapse },
  /** Notices that nobody has seen, and those seen after all. */
  serve: { pattern: '0 7/10 * * * *', silence: 25 * MINUTE, run: serve },
  /** Days that an approved correction is about. */
  correct: { pattern: '50 * * * * *', silence: 5 * MINUTE, run: correct },
  /** Tables that administrators began to apply or to take back. */
  imports: { pattern: '*/20 * * * * *', silence: 2 * MINUTE, run: imports },
  /** Reminders that should have gone out, and those that did. */
  cover: { pattern: '0 5 5 * * *', silence: 26 * 60 * MINUTE, run: cover },
  survey: { pattern: '0 2/10 * * * *', silence: 25 * MINUTE, run: survey },
  /** Figures that acts made stale; after midnight also those that the new day changes. */
  score: { pattern: '30 * * * * *', silence: 5 * MINUTE, run: score },
  /** Every figure from the ledger, against the tables. */
  recount: { pattern: '0 40 2 * * *', silence: 26 * 60 * MINUTE, run: recount },
  /** What search does not find yet: what was said before there was an index, and what attachments say. */
  search: { pattern: '40 * * * * *', silence: 5 * MINUTE, run: search },
  /** The open data that figures are counted from, and every figure from them. */
  dump: { pattern: '0 50 3 * * *', silence: 26 * 60 * MINUTE, run: dump },
  /** Once a quarter, from the day of its publication; asked nightly. */
  audit: { pattern: '0 10 4 * * *', silence: 26 * 60 * MINUTE, run: drawAudit },
  /** The day that is over, signed; what a night missed is caught up with at the next. */
  register: { pattern: '0 15 0 * * *', silence: 26 * 60 * MINUTE, run: register },
  tidy: { pattern: '0 20 3 * * *', silence: 26 * 60 * MINUTE, run: tidy },
} as const satisfies Record<JobName, Job>;
