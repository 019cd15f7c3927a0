// Cases as they count: as recorded, or as a council ruled on a contest (core/score/ruled says the same of facts; a test holds the two
// together). A source for queries in place of the table "Appeal".

import { PHASE } from '../data/score-facts';

const CLAIM = `c.effect->>'claim'`;
const DAY = `(c.effect->>'day')::bpchar`;

/** In brackets, to be named `a`. With the contest of a case, unless it was withdrawn; without cases that belong in no figure. */
export const AS_RULED = `(
  SELECT a.id, a.number, a.subject, a.language, a.kind, a.edition, a.visibility, a."publicDay", a."bodyId", a."registeredDay", a.extended, a.verdict, a."organisationId",
         CASE WHEN ${CLAIM} = 'due_day' THEN ${DAY} ELSE a."lawfulDue" END AS "lawfulDue",
         CASE WHEN ${CLAIM} = 'due_day' THEN CASE WHEN a.extended THEN greatest(a."dueDay", ${DAY}) ELSE ${DAY} END ELSE a."dueDay" END AS "dueDay",
         CASE WHEN ${CLAIM} = 'answered' OR (${CLAIM} = 'ended_day' AND a.phase = 'open') THEN 'answered' ELSE ${PHASE} END AS phase,
         a.phase = 'returned' AND ${CLAIM} IS DISTINCT FROM 'answered' AS returned,
         CASE WHEN ${CLAIM} = 'ended_day' THEN ${DAY} ELSE a."endedDay" END AS "endedDay",
         CASE WHEN ${CLAIM} = 'ended_day' THEN NULL ELSE a."endedAt" END AS "endedAt",
         c.number AS contest, c.status AS "contestStatus"
    FROM "Appeal" a LEFT JOIN "Contest" c ON c."appealId" = a.id AND c.status <> 'withdrawn'
   WHERE ${CLAIM} IS DISTINCT FROM 'not_counted')`;
