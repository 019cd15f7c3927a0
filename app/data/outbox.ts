// The outbox: letters stored before they leave. Claims those whose moment came, so that two workers never hold the same one,
// and settles them one by one. A claim is a lease: a killed worker's letters come up again when it runs out.
import type { Instant } from '../core/day';
import type { Database } from './connect';

/** How long a claim holds. Longer than a whole batch may take with a mail server that hangs on every letter. */
const LEASE_MS = 5 * 60_000;
/** Tried for about a day: after a minute, then twice as long each time, at most six hours; then it is left to a person. */
const TRIES = 12;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;

export type Claimed = {
  id: string;
  letter: string;
  stream: string | null;
  personId: string | null;
  email: string;
  locale: 'kk' | 'ru' | 'en';
  data: unknown;
  attempts: number;
  /** As written by an earlier try: a letter says the same however often it is tried. */
  subject: string | null;
  html: string | null;
  text: string | null;
  /** In the link of a notice: whoever has it got the letter. */
  token: string;
};
export type Written = { id: string; subject: string; html: string; text: string };

/** Where its reader has it sent now: the first address, or the further one that it went to. */
const ADDRESS = `coalesce((SELECT p.email FROM "Person" p WHERE p.id = l."personId" AND NOT EXISTS (
  SELECT 1 FROM "Address" a WHERE a."personId" = p.id AND right(l.key, 36) = a.id::text)), l.email)`;

const iso = (instant: Instant): string => new Date(instant).toISOString();

const CLAIM = `
WITH fresh AS (
  SELECT id FROM "Letter" WHERE state = 'waiting' AND "nextAt" <= $1 ORDER BY "nextAt" LIMIT $2 FOR UPDATE SKIP LOCKED
), abandoned AS (
  SELECT id FROM "Letter" WHERE state = 'sending' AND "nextAt" <= $1 ORDER BY "nextAt" LIMIT $2 FOR UPDATE SKIP LOCKED
)
UPDATE "Letter" l SET state = 'sending', attempts = l.attempts + 1, "nextAt" = $3
  FROM (SELECT id FROM fresh UNION ALL SELECT id FROM abandoned) due
 WHERE l.id = due.id
RETURNING l.id, l.letter, l.stream, l."personId", l.email, l.locale, l.data, l.attempts, l.subject, l.html, l.text, l.token`;

/** Claims up to `limit` waiting letters, and as many whose claim ran out. A claim counts as a try, also when its worker dies. */
export async function claimLetters({ pool }: Database, { now, limit }: { now: Instant; limit: number }): Promise<Claimed[]> {
  const { rows } = await pool.query<Claimed>({ name: 'claim_letters', text: CLAIM, values: [iso(now), limit, iso(now + LEASE_MS)] });
  return rows;
}

/** Keeps the words of claimed letters before any of them leaves; with `kept`, they are done: letterbox mode. */
export async function storeWords({ pool }: Database, words: readonly Written[], kept: { at: Instant } | null): Promise<void> {
  if (words.length === 0) return;
  await pool.query({
    name: 'store_words',
    text: `UPDATE "Letter" l SET subject = x.subject, html = x.html, text = x.text,
                  state = CASE WHEN $2::timestamptz IS NULL THEN l.state ELSE 'kept' END, "sentAt" = coalesce($2, l."sentAt")
             FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, subject text, html text, text text)
            WHERE l.id = x.id AND l.state = 'sending'`,
    values: [JSON.stringify(words), kept ? iso(kept.at) : null],
  });
}

/**
 * The mail server took it, with these words of its own, which are kept as evidence. Called the moment it did: only a crash in between can
 * make it leave twice, with one Message-ID.
 */
export async function markSent({ pool }: Database, { id }: Pick<Claimed, 'id'>, { at, response }: { at: Instant; response: string }): Promise<void> {
  await pool.query({
    name: 'mark_sent',
    text: `WITH sent AS (UPDATE "Letter" SET state = 'sent', "sentAt" = $2, error = NULL WHERE id = $1)
           INSERT INTO "Evidence" ("letterId", what, at, detail) VALUES ($1, 'accepted', $2, $3) ON CONFLICT DO NOTHING`,
    values: [id, iso(at), response.slice(0, 500)],
  });
}

/** The mail server says for good that it does not take it for this address: left to a person at once, its words kept as evidence. */
export async function markRefused({ pool }: Database, { id, attempts }: Pick<Claimed, 'id' | 'attempts'>, { at, response }: { at: Instant; response: string }): Promise<void> {
  await pool.query({
    name: 'mark_refused',
    text: `WITH refused AS (UPDATE "Letter" SET state = 'failed', error = $3 WHERE id = $1 AND state = 'sending' AND attempts = $4 RETURNING id)
           INSERT INTO "Evidence" ("letterId", what, at, detail) SELECT id, 'refused', $2, $3 FROM refused ON CONFLICT DO NOTHING`,
    values: [id, iso(at), response.slice(0, 500), attempts],
  });
}

/** It did not leave: waits for its next try, or is left to a person as `failed` with the reason. A claim taken over is let be. */
export async function markUnsent({ pool }: Database, { id, attempts }: Pick<Claimed, 'id' | 'attempts'>, reason: string, now: Instant): Promise<void> {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
  const state = attempts >= TRIES ? 'failed' : 'waiting';
  await pool.query({
    name: 'mark_unsent',
    text: `UPDATE "Letter" SET state = $3, "nextAt" = $4, error = $5 WHERE id = $1 AND state = 'sending' AND attempts = $2`,
    values: [id, attempts, state, iso(now + pause), reason.slice(0, 500)],
  });
}

/** A failed letter waits again from the start, for the address its reader has now. False when it is not there or not failed. */
export async function sendAgain({ pool }: Database, id: string, now: Instant): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'send_again',
    text: `UPDATE "Letter" l SET state = 'waiting', attempts = 0, "nextAt" = $2,
                  email = ${ADDRESS}
            WHERE l.id = $1 AND l.state = 'failed'`,
    values: [id, iso(now)],
  });
  return rowCount === 1;
}

/** Every failed letter waits again, each for the address its reader has now. Gives how many they were. */
export async function sendAllAgain({ pool }: Database, now: Instant): Promise<number> {
  const { rowCount } = await pool.query({
    name: 'send_all_again',
    text: `UPDATE "Letter" l SET state = 'waiting', attempts = 0, "nextAt" = $1,
                  email = ${ADDRESS}
            WHERE l.state = 'failed'`,
    values: [iso(now)],
  });
  return rowCount ?? 0;
}
