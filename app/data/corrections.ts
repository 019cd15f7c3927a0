// Corrections as they are kept: the dry run with its list, approvals, and what is still to be applied. Decides nothing.
import type { ChangedDay, Cause, How } from '../core/correction';
import type { Day, Instant } from '../core/day';
import type { Names } from '../core/shape';
import type { Reckoning } from '../core/term';
import type { Asking, Database } from './connect';
import type { Chapter } from './ledger';

const iso = (instant: Instant): string => new Date(instant).toISOString();

/** An open obligation, as the dry run looks at it. */
export type OpenDuty = {
  obligationId: string;
  stream: string;
  key: string;
  rule: string;
  procedure: string;
  edition: string;
  number: string;
  bodyId: string | null;
  reckoning: Reckoning;
};

/** A page of them in the order of their ids, beginning after `after`. */
export async function openDuties(
  { pool }: { pool: Asking },
  { after, limit }: { after: string | null; limit: number },
): Promise<OpenDuty[]> {
  const { rows } = await pool.query<OpenDuty>({
    name: 'open_duties',
    text: `SELECT id AS "obligationId", stream, key, rule, procedure, edition, number, reckoning,
                  CASE WHEN "debtorKind" = 'body' THEN "debtorId" WHEN "creditorKind" = 'body' THEN "creditorId" END AS "bodyId"
             FROM "Obligation" WHERE "closedDay" IS NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
    values: [after, limit],
  });
  return rows;
}

export type Item = Omit<OpenDuty, 'reckoning'> & { how: How; was: Day; due: Day; days: ChangedDay[] };
type Person = { personId: string; name: string };
export type Proposal = {
  id: string;
  cause: Cause;
  reason: { kk: string; ru: string };
  guide: string;
  proposer: Person;
  at: Instant;
  looked: number;
  items: readonly Item[];
};

/** Keeps a proposed correction with its whole list, all or nothing. */
export async function keepProposal(
  { pool }: { pool: Asking },
  { id, cause, reason, guide, proposer, at, looked, items }: Proposal,
): Promise<void> {
  await pool.query({
    name: 'keep_correction',
    text: `WITH made AS (
             INSERT INTO "Correction" (id, cause, "reasonKk", "reasonRu", guide, proposer, "proposedAt", state, looked)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 'proposed', $8) RETURNING id)
           INSERT INTO "CorrectionItem" ("correctionId", "obligationId", stream, key, rule, procedure, edition, number, "bodyId", how, was, due, days)
           SELECT made.id, i."obligationId", i.stream, i.key, i.rule, i.procedure, i.edition, i.number, i."bodyId", i.how, i.was, i.due, i.days
             FROM made, jsonb_to_recordset($9::jsonb) AS i("obligationId" uuid, stream text, key text, rule text, procedure text, edition text, number text,
                  "bodyId" uuid, how text, was text, due text, days jsonb)`,
    values: [
      ...[id, JSON.stringify(cause), reason.kk, reason.ru, guide, JSON.stringify(proposer), iso(at), looked],
      JSON.stringify(items),
    ],
  });
}

/** One more approval, by somebody who has not given one; the last needed makes it approved. Gives the state, null where nothing was written. */
export async function approve(
  { pool }: Database,
  { id, by, at, needed }: { id: string; by: Person; at: Instant; needed: number },
): Promise<string | null> {
  const { rows } = await pool.query<{ state: string }>({
    name: 'approve_correction',
    text: `UPDATE "Correction" SET approvals = approvals || $2::jsonb,
                  state = CASE WHEN jsonb_array_length(approvals) + 1 >= $4 THEN 'approved' ELSE state END
            WHERE id = $1 AND state = 'proposed' AND NOT approvals @> jsonb_build_array(jsonb_build_object('personId', $3::text)) RETURNING state`,
    values: [id, JSON.stringify([{ ...by, at }]), by.personId, needed],
  });
  return rows[0]?.state ?? null;
}

/** A proposal that nobody wants any more. False where it is not proposed. */
export async function withdraw({ pool }: { pool: Asking }, id: string, at: Instant): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'withdraw_correction',
    text: `UPDATE "Correction" SET state = 'withdrawn', "settledAt" = $2 WHERE id = $1 AND state = 'proposed'`,
    values: [id, iso(at)],
  });
  return rowCount === 1;
}

/** One obligation of a stream that waits; `body`: the names of the body among its parties. */
export type WaitingItem = { obligationId: string; key: string; was: Day; body: Names | null };
/** What is to be done to the obligations of one stream by an approved correction. */
export type Waiting = {
  correctionId: string;
  cause: Cause;
  reason: { kk: string; ru: string };
  stream: string;
  /** What rows of the stream's obligations say of it. */
  about: Chapter['about'];
  items: WaitingItem[];
};

/** A page of streams whose items wait, in the order of their names. */
export async function waitingStreams(
  { pool }: Database,
  { after, limit }: { after: string | null; limit: number },
): Promise<Waiting[]> {
  const { rows } = await pool.query<Waiting>({
    name: 'waiting_corrections',
    text: `SELECT c.id AS "correctionId", c.cause, json_build_object('kk', c."reasonKk", 'ru', c."reasonRu") AS reason, i.stream,
                  (array_agg(json_build_object('number', o.number, 'title', o.title, 'titleRu', o."titleRu", 'edition', o.edition, 'procedure', o.procedure)))[1] AS about,
                  json_agg(json_build_object('obligationId', i."obligationId", 'key', i.key, 'was', i.was, 'body',
                    CASE WHEN b.id IS NOT NULL THEN json_build_object('kk', b."nameKk", 'ru', b."nameRu", 'en', b."nameEn") END) ORDER BY i.key) AS items
             FROM "Correction" c JOIN "CorrectionItem" i ON i."correctionId" = c.id AND i."appliedAt" IS NULL
             JOIN "Obligation" o ON o.id = i."obligationId" LEFT JOIN "Body" b ON b.id = i."bodyId"
            WHERE c.state = 'approved' AND ($1::text IS NULL OR i.stream > $1) GROUP BY c.id, i.stream ORDER BY i.stream, c.id LIMIT $2`,
    values: [after, limit],
  });
  return rows;
}

/** Items that came to nothing: their obligations ended or moved before. */
export async function overtake(
  { pool }: Database,
  { correctionId, obligationIds, at }: { correctionId: string; obligationIds: readonly string[]; at: Instant },
): Promise<void> {
  if (obligationIds.length === 0) return;
  await pool.query({
    name: 'overtake_corrections',
    text: `UPDATE "CorrectionItem" SET "appliedAt" = $3, overtaken = true WHERE "correctionId" = $1 AND "obligationId" = ANY ($2::uuid[])`,
    values: [correctionId, obligationIds, iso(at)],
  });
}

/** Approved corrections of which nothing waits any more are applied. */
export async function settle({ pool }: Database, at: Instant): Promise<void> {
  await pool.query({
    name: 'settle_corrections',
    text: `UPDATE "Correction" c SET state = 'applied', "settledAt" = $1
            WHERE state = 'approved' AND NOT EXISTS (SELECT 1 FROM "CorrectionItem" i WHERE i."correctionId" = c.id AND i."appliedAt" IS NULL)`,
    values: [iso(at)],
  });
}
