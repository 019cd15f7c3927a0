// What each table of the open data is read by: every row that the published figures are counted from, and no word about a person. A case
// that is not public stands without its number. Places are the bodies and periods whose figures go with them: $1 and $2; $3 is today.
import type { Guide, Kind } from '../../../guide/schema';
import { ZONE } from '../../core/day';
import type { Facts } from '../../core/score/facts';
import { heardOf } from '../../core/score/promises';
import type { Kept } from '../../core/kept';
import { openOn } from '../open-on';
import { broughtIn } from '../past-cases';
import { CASE, isDeemed, OF_THE_GUIDE, RULED, RULING, rulingOf, type RulingRow } from '../score-facts';
import type { TableName } from './columns';

type Raw = Record<string, unknown>;
type Statement = { text: string; rowOf?: (raw: Raw, guide: Guide) => Raw };

const PLACES = `WITH place AS MATERIALIZED (SELECT p.*, b.slug AS body, $3::bpchar AS today FROM unnest($1::uuid[], $2::text[]) p ("bodyId", period) JOIN "Body" b ON b.id = p."bodyId")`;
const periodOf = (day: string) => `left(${day}, 5) || 'Q' || ceil(substr(${day}, 6, 2)::int / 3.0)`;
const at = (owner: string, day: string) => `JOIN place p ON p."bodyId" = ${owner} AND p.period = ${periodOf(day)}`;
const OPENED = `to_char(o."openedAt" AT TIME ZONE '${ZONE}', 'YYYY-MM-DD')`;
const NUMBER = `CASE WHEN ${openOn('p.today')} THEN a.number END`;
const DUTY = `o.rule, o."dueDay", o."closedDay", o."closedHow"`;

/** Of the facts: in the order of what is told, so that the place of a row says no more than the row. */
export const STATEMENTS: Record<keyof Facts, Statement> & Record<Extract<TableName, 'bodies' | 'pastCases'>, Statement> = {
  bodies: {
    text: `${PLACES} SELECT b.slug AS body, b.id, b.level, b.region, b."nameKk", b."nameRu", b."nameEn" FROM "Body" b
      WHERE b.id IN (SELECT "bodyId" FROM place) ORDER BY b.slug`,
  },
  cases: {
    text: `${PLACES} SELECT ${NUMBER} AS number, p.body, p.period, ${CASE}
      FROM "Appeal" a JOIN "Body" b ON b.id = a."bodyId" ${at('a."bodyId"', 'a."registeredDay"')}
      ORDER BY p.body, a."registeredDay", 1, a.kind, a."lawfulDue", a."dueDay", a.phase, a."endedDay", a.verdict, "afterHours"`,
    rowOf: ({ edition, kind, ...rest }, guide) => ({
      ...{ edition, kind, ...rest },
      deemed: isDeemed(guide, { edition: edition as string, kind: kind as Kind }),
    }),
  },
  duties: {
    text: `${PLACES} SELECT ${NUMBER} AS number, p.body, p.period, ${DUTY}
      FROM "Appeal" a ${at('a."bodyId"', 'a."registeredDay"')}
      JOIN "Obligation" o ON o.stream = 'appeal:' || a.id AND o."debtorKind" = 'body' AND o."debtorId" = a."bodyId" AND ${OF_THE_GUIDE}
      ORDER BY p.body, p.period, 1, ${DUTY}`,
  },
  comments: {
    text: `${PLACES} SELECT c.number, p.body, p.period, r.topic, c."dueDay", c.phase, c."endedDay"
      FROM "Comment" c JOIN "Round" r ON r.id = c."roundId" ${at('c."bodyId"', 'c."receivedDay"')} ORDER BY p.body, p.period, c.number`,
  },
  councilReplies: {
    text: `${PLACES} SELECT o.number, p.body, p.period, ${DUTY}
      FROM "Obligation" o ${at('o."debtorId"', OPENED)} WHERE o.rule = 'council_reply' AND o."debtorKind" = 'body' ORDER BY p.body, p.period, o.number, ${DUTY}`,
  },
  promises: {
    text: `${PLACES} SELECT o.number, p.body, p.period, o."dueDay", made #>> '{report,day}' AS "reportedDay", made #>> '{report,kept}' AS said,
        jsonb_path_query_array(made, '$.judgements[*].verdict') AS heard
      FROM "Obligation" o JOIN "Round" r ON o.stream = 'round:' || r.id CROSS JOIN LATERAL jsonb_array_elements(r.facts -> 'commitments') made
      ${at('o."debtorId"', OPENED)}
      WHERE o.rule = 'commitment' AND o.key = 'commitment:' || (made ->> 'id') AND o."debtorKind" = 'body'
      UNION ALL SELECT ${NUMBER}, p.body, p.period, o."dueDay", coalesce(made #>> '{report,day}', CASE made #>> '{judged,verdict}' WHEN 'kept' THEN made #>> '{judged,day}' END),
        coalesce(made #>> '{report,kept}', CASE made #>> '{judged,verdict}' WHEN 'kept' THEN 'kept' END),
        CASE WHEN made #>> '{report,kept}' IS NULL OR made #>> '{judged,verdict}' IS NULL THEN '[]' ELSE jsonb_build_array(made #> '{judged,verdict}') END
      FROM "Obligation" o JOIN "Appeal" a ON o.stream = 'appeal:' || a.id CROSS JOIN LATERAL jsonb_array_elements(a.steps -> 'promises') made
      ${at('o."debtorId"', OPENED)} WHERE o.rule = 'promise' AND o.key = 'promise:' || (made ->> 'id') AND o."debtorKind" = 'body'
      ORDER BY body, period, number, "dueDay", "reportedDay", said`,
    rowOf: ({ heard, ...rest }) => ({ ...rest, heard: heardOf(rest.said as Kept | null, heard as Kept[]) }),
  },
  rulings: {
    text: `${PLACES} SELECT p.body, p.period, ${RULING} FROM ${RULED} ${at('c."bodyId"', 'c."registeredDay"')} WHERE c.effect IS NOT NULL ORDER BY c.number`,
    rowOf: ({ body, period, ...row }, guide) => ({ body, period, ...rulingOf(row as RulingRow, guide) }),
  },
  pastCases: {
    text: `${PLACES} SELECT b.slug AS body, c.register, c.number AS elsewhere, c.kind, c."filedDay", c."dueDay", c."answeredDay", c.outcome,
        t.id AS table, t."broughtAt", t.sha256 FROM "PastCase" c ${broughtIn('c')}
      JOIN "Body" b ON b.id = c."bodyId" ORDER BY t."broughtAt", t.id, c.line`,
    rowOf: ({ broughtAt, ...row }) => ({ ...row, broughtAt: (broughtAt as Date).toISOString() }),
  },
  contests: {
    text: `${PLACES} SELECT c.number, p.body, p.period, c.status FROM "Contest" c ${at('c."bodyId"', 'c."registeredDay"')} ORDER BY c.number`,
  },
};
