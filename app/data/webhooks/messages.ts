// Messages to webhooks on their way out. A worker claims one webhook at a time, so that its messages go out one after another in the order in
// which things happened, and a slow one keeps nobody else waiting. A message that failed holds up later ones about the same object only.
// A claim runs out by itself; a try is counted before it is made: whoever dies between sending and marking sends it again, under the same id.
import type { Instant } from '../../core/day';
import type { WebhookOwner } from '../../core/side';
import { KEPT_DAYS, pauseAfter, type Called, type Settled } from '../../core/webhook-call';
import { letterRow, type LetterRow } from '../ledger';
import type { World } from '../../world';
import type { Database } from '../connect';
import { batch } from '../write';

/** Longer than a worker keeps a webhook, with its last call hanging. */
const LEASE_MS = 60_000;
const DAY_MS = 86_400_000;
const iso = (instant: Instant): string => new Date(instant).toISOString();

/** What can be sent now: its moment came, and nothing earlier about the same object is on its way. */
const DUE = `m.state = 'waiting' AND m."nextAt" <= $1::timestamptz AND NOT EXISTS (
  SELECT 1 FROM "WebhookMessage" e WHERE e."webhookId" = m."webhookId" AND e.stream = m.stream AND e.state = 'waiting' AND e.seq < m.seq)`;

export type Claimed = WebhookOwner & {
  id: string;
  personId: string;
  url: string;
  secret: string;
  formerSecret: string | null;
  formerUntil: Date | null;
};

/** The webhook that waits longest among those with something to send, or null. */
export async function claimWebhook({ pool }: Database, now: Instant): Promise<Claimed | null> {
  const { rows } = await pool.query<Claimed>({
    name: 'claim_webhook',
    text: `UPDATE "Webhook" SET "busyUntil" = $2, "triedAt" = $1 WHERE id = (
             SELECT w.id FROM "Webhook" w
              WHERE w."stoppedAt" IS NULL AND (w."busyUntil" IS NULL OR w."busyUntil" <= $1::timestamptz)
                AND EXISTS (SELECT 1 FROM "WebhookMessage" m WHERE m."webhookId" = w.id AND ${DUE})
              ORDER BY w."triedAt" NULLS FIRST, w.id LIMIT 1 FOR UPDATE SKIP LOCKED)
           RETURNING id, "personId", "organisationId", "bodyId", url, secret, "formerSecret", "formerUntil"`,
    values: [iso(now), iso(now + LEASE_MS)],
  });
  return rows[0] ?? null;
}

export type Outgoing = { seq: string; messageId: string; kind: string; payload: string; attempts: number; failingSince: Date | null };

/** The next message of a claimed webhook, its try counted; null where none is due any more. Until it is settled it comes up again by itself after a while. */
export async function takeMessage({ pool }: Database, webhookId: string, now: Instant): Promise<Outgoing | null> {
  const { rows } = await pool.query<Outgoing>({
    name: 'take_webhook_message',
    text: `UPDATE "WebhookMessage" t SET attempts = t.attempts + 1, "nextAt" = $3
             FROM "Webhook" w
            WHERE w.id = t."webhookId" AND w."stoppedAt" IS NULL AND t.seq = (
              SELECT m.seq FROM "WebhookMessage" m WHERE m."webhookId" = $2::uuid AND ${DUE} ORDER BY m.seq LIMIT 1)
           RETURNING t.seq, t."messageId", t.kind, t.payload, t.attempts, w."failingSince"`,
    values: [iso(now), webhookId, iso(now + pauseAfter(1, 0.5))],
  });
  return rows[0] ?? null;
}

type Outcome = { webhookId: string; seq: string; called: Called; settled: Settled; now: Instant; letters: readonly LetterRow[] };

/** Writes down what came of a call, in one statement: the try, the message, the webhook, and where nothing more is sent the letters that say so. */
export async function settleMessage(world: Pick<World, 'db' | 'newId'>, { webhookId, seq, called, settled, now, letters }: Outcome): Promise<void> {
  const { state, nextAt, failingSince, stop } = settled;
  const write = batch();
  // Joined with what is there: whoever removed the webhook meanwhile removed its messages too.
  write.insertMade({
    table: 'WebhookTry',
    rows: [{ message: seq, at: iso(now), ...called }],
    types: { message: 'bigint', at: 'timestamptz', ms: 'int', status: 'int', failure: 'text', excerpt: 'text' },
    columns: { message: 'x.message', at: 'x.at', ms: 'x.ms', status: 'x.status', failure: 'x.failure', excerpt: 'x.excerpt' },
    join: 'JOIN "WebhookMessage" m ON m.seq = x.message',
    onConflict: 'DO NOTHING',
  });
  write.update({
    table: 'WebhookMessage',
    rows: [{ seq, state, nextAt: iso(nextAt), doneAt: state === 'waiting' ? null : iso(now) }],
    by: ['seq'],
    types: { seq: 'bigint', state: 'text', nextAt: 'timestamptz', doneAt: 'timestamptz' },
  });
  write.update({
    table: 'Webhook',
    rows: [
      {
        ...{ id: webhookId, failingSince: failingSince === null ? null : iso(failingSince) },
        ...(stop && { stoppedAt: iso(now), stoppedWhy: stop }),
      },
    ],
    by: ['id'],
    types: { id: 'uuid', failingSince: 'timestamptz', stoppedAt: 'timestamptz', stoppedWhy: 'text' },
  });
  write.insert({ table: 'Letter', rows: letters.map((letter) => letterRow(world, letter, now)), onConflict: 'nothing' });
  const statement = write.statement();
  if (statement) await world.db.pool.query(statement);
}

/** Lets go of a webhook. One that was stopped has nothing waiting any more: what waited can be sent again by hand. */
export async function releaseWebhook({ pool }: Database, webhookId: string, now: Instant): Promise<void> {
  await pool.query({
    name: 'release_webhook',
    text: `WITH freed AS (UPDATE "Webhook" SET "busyUntil" = NULL WHERE id = $1::uuid RETURNING id, "stoppedAt")
           UPDATE "WebhookMessage" m SET state = 'failed', "doneAt" = $2 FROM freed
            WHERE m."webhookId" = freed.id AND freed."stoppedAt" IS NOT NULL AND m.state = 'waiting'`,
    values: [webhookId, iso(now)],
  });
}

/** A message that is done waits again from the start, with its id and words as they were. False where it is not there or waits already. */
export async function sendMessageAgain({ pool }: Database, webhookId: string, messageId: string, now: Instant): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'send_webhook_message_again',
    text: `UPDATE "WebhookMessage" SET state = 'waiting', attempts = 0, "nextAt" = $3, "doneAt" = NULL
            WHERE "webhookId" = $1::uuid AND "messageId" = $2::uuid AND state <> 'waiting'`,
    values: [webhookId, messageId, iso(now)],
  });
  return rowCount === 1;
}

/** Throws away messages that were done long ago, with what was answered, and those of webhooks that are gone. Gives how many. */
export async function dropMessages({ pool }: Database, now: Instant): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'drop_webhook_messages',
    text: `DELETE FROM "WebhookMessage" m WHERE m."doneAt" < $1 OR NOT EXISTS (SELECT 1 FROM "Webhook" w WHERE w.id = m."webhookId")`,
    values: [iso(now - KEPT_DAYS * DAY_MS)],
  });
  return rowCount ?? 0;
}
