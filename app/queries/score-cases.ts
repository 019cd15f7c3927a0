// What stands behind a figure of a body: its cases, duties, comments, replies to councils or promises, found by the test by which the
// figure itself counts. The body's officials see all of them; everybody else those open to the public, and how many more there are.
import type { Kind } from '../../guide/schema';
import type { Day } from '../core/day';
import type { Facts } from '../core/score/facts';
import { behindOf, type Behind, type Listed } from '../core/score/behind';
import { daysOf, type Period } from '../core/score/period';
import type { ContestStatus } from '../core/contest';
import type { Mark } from '../core/score/stale';
import { afterRulings } from '../core/score/ruled';
import { AFTER_HOURS, factsOf, instantsOf, isDeemed, PROMISES } from '../data/score-facts';
import { openOn } from '../data/open-on';
import type { World } from '../world';
import { AS_RULED } from './as-ruled';

export type ScoreCase = {
  number: string;
  /** The folder of its address: appeals, comments, rounds. */
  place: string;
  subject: string;
  language: string;
  /** The kind of a case, the rule of a duty; null where there is nothing to say. */
  what: { group: 'kind' | 'rule'; id: string } | null;
  fromDay: Day;
  dueDay: Day;
  endedDay: Day | null;
  /** Number of the contest of what the case counts as, and where it stands. */
  contest: string | null;
  contestStatus: ContestStatus | null;
};
export type ScoreCases = { rows: ScoreCase[]; all: number; hidden: number; next: string | null };
/** Who looks: everyone, or the officials of the body. */
export type Reader = 'everyone' | 'body';

const PAGE = 50;
type Asked = {
  bodyId: string;
  period: Period;
  reportDay: Day;
  /** The id of a figure, as core/score/behind reads it. */
  of: string;
  after: string;
  reader: Reader;
  /** A page, or everything: for a file. */
  size: 'page' | 'whole';
};

/** A page of them, beginning after `after`; null for an id that names no figure. */
export async function scoreCases({ db, guide }: Pick<World, 'db' | 'guide'>, asked: Asked): Promise<ScoreCases | null> {
  const { bodyId, period, reportDay, of, after, reader, size } = asked;
  const { scoring } = guide.inForceOn(reportDay);
  const behind = scoring && behindOf(of, { calendar: guide.calendar, scoring, today: reportDay });
  if (!behind) return null;
  const mark = { bodyId, period };
  const due = /^(lawful|bucket)/.test(of) ? 'lawfulDue' : 'dueDay';
  const { text, values } = LISTED[behind.part](mark, due);
  const found = await db.pool.query<ScoreCase & { at: string; all: number; hidden: number }>({
    name: `score_behind_${behind.part}_${due}_${size}`,
    text: `WITH one AS MATERIALIZED (${text}), counted AS (SELECT count(*)::int AS "all", count(*) FILTER (WHERE NOT shown)::int AS hidden FROM one)
           SELECT counted.*, rows.* FROM counted LEFT JOIN LATERAL (
             SELECT * FROM one WHERE (shown OR $5) AND at > $6 ORDER BY at ${size === 'page' ? `LIMIT ${PAGE + 1}` : ''}) rows ON true ORDER BY at`,
    values: [
      ...values,
      JSON.stringify(await meant({ db, guide }, mark, { behind, today: reportDay })),
      reader === 'body',
      after,
    ],
  });
  const [first] = found.rows;
  const listed = found.rows.filter(({ at }) => at !== null);
  const page = size === 'page' ? listed.slice(0, PAGE) : listed;
  return {
    rows: page.map(({ at: _at, all: _all, hidden: _hidden, ...row }) => row),
    all: first?.all ?? 0,
    hidden: reader === 'body' ? 0 : (first?.hidden ?? 0),
    next: listed.length > page.length ? (page.at(-1)?.at ?? null) : null,
  };
}

/** The facts that are meant, each of which stands for one row or more, and in which cases silence is a refusal. */
async function meant(
  { db, guide }: Pick<World, 'db' | 'guide'>,
  mark: Mark,
  { behind, today }: { behind: Behind; today: Day },
) {
  const { first, last } = daysOf(mark.period);
  const kinds = await db.pool.query<{ edition: string; kind: Kind }>({
    name: 'score_kinds',
    text: `SELECT DISTINCT edition, kind FROM "Appeal" WHERE "bodyId" = $1::uuid AND "registeredDay" BETWEEN $2::bpchar AND $3::bpchar`,
    values: [mark.bodyId, first, last],
  });
  return {
    today,
    facts: keysOf(afterRulings(await factsOf(db.pool, guide, mark)), behind),
    deemed: kinds.rows.filter((one) => isDeemed(guide, one)).map(({ edition, kind }) => `${edition} ${kind}`),
  };
}

function keysOf(facts: Facts, behind: Behind): readonly object[] {
  switch (behind.part) {
    case 'cases':
      return facts.cases.filter(behind.is);
    case 'duties':
      return facts.duties.filter(behind.is);
    case 'comments':
      return facts.comments.filter(behind.is);
    case 'councilReplies':
      return facts.councilReplies.filter(behind.is);
    case 'promises':
      return facts.promises.filter(behind.is);
  }
}

const UNCONTESTED = 'NULL::text AS contest, NULL::text AS "contestStatus"';
type Listing = (mark: Mark, due: 'lawfulDue' | 'dueDay') => { text: string; values: string[] };
const days = ({ bodyId, period }: Mark): string[] => {
  const { first, last } = daysOf(period);
  return [bodyId, first, last];
};
const SAME = (columns: readonly string[], of: string) =>
  columns.map((column) => `k."${column}" IS NOT DISTINCT FROM ${of}."${column}"`).join(' AND ');
const DUTY_KEYS = `jsonb_to_recordset($4::jsonb -> 'facts') AS k(rule text, "dueDay" bpchar, "closedDay" bpchar, "closedHow" text)`;

/** Each part of the facts as a list: $1 the body, $2 and $3 the period's ends, $4 the facts that are meant. */
const LISTED: Record<Listed, Listing> = {
  cases: (mark, due) => ({
    text: `SELECT a.number AS at, a.number, 'appeals' AS place, a.subject, a.language, json_build_object('group', 'kind', 'id', a.kind) AS what,
                  a."registeredDay" AS "fromDay", a."${due}" AS "dueDay", a."endedDay", a.contest, a."contestStatus", ${openOn(`($4::jsonb ->> 'today')`)} AS shown
             FROM ${AS_RULED} a JOIN "Body" b ON b.id = a."bodyId"
             JOIN jsonb_to_recordset($4::jsonb -> 'facts') AS k(kind text, deemed boolean, "registeredDay" bpchar, "lawfulDue" bpchar, "dueDay" bpchar,
                  extended boolean, phase text, returned boolean, "endedDay" bpchar, verdict text, "afterHours" boolean)
               ON k.kind = a.kind AND k."registeredDay" = a."registeredDay" AND k."lawfulDue" = a."lawfulDue" AND k."dueDay" = a."dueDay"
              AND ${SAME(['extended', 'phase', 'returned', 'endedDay', 'verdict'], 'a')} AND k."afterHours" = coalesce(${AFTER_HOURS}, false)
              AND k.deemed = (($4::jsonb -> 'deemed') ? (a.edition || ' ' || a.kind))
            WHERE a."bodyId" = $1::uuid AND a."registeredDay" BETWEEN $2::bpchar AND $3::bpchar`,
    values: days(mark),
  }),
  duties: (mark) => ({
    text: `SELECT a.number || ' ' || o.key AS at, a.number, 'appeals' AS place, a.subject, a.language, json_build_object('group', 'rule', 'id', o.rule) AS what,
                  o."fromDay", o."dueDay", o."closedDay" AS "endedDay", a.contest, a."contestStatus", ${openOn(`($4::jsonb ->> 'today')`)} AS shown
             FROM ${AS_RULED} a JOIN "Obligation" o ON o.stream = 'appeal:' || a.id AND o."debtorKind" = 'body' AND o."debtorId" = a."bodyId"
             JOIN ${DUTY_KEYS} ON k.rule = o.rule AND k."dueDay" = o."dueDay" AND ${SAME(['closedDay', 'closedHow'], 'o')}
            WHERE a."bodyId" = $1::uuid AND a."registeredDay" BETWEEN $2::bpchar AND $3::bpchar`,
    values: days(mark),
  }),
  comments: (mark) => ({
    text: `SELECT c.number AS at, c.number, 'comments' AS place, r."titleRu" AS subject, 'ru' AS language, NULL::json AS what,
                  c."receivedDay" AS "fromDay", c."dueDay", c."endedDay", ${UNCONTESTED}, true AS shown
             FROM "Comment" c JOIN "Round" r ON r.id = c."roundId"
             JOIN jsonb_to_recordset($4::jsonb -> 'facts') AS k(topic text, "dueDay" bpchar, phase text, "endedDay" bpchar)
               ON k.topic = r.topic AND k."dueDay" = c."dueDay" AND ${SAME(['phase', 'endedDay'], 'c')}
            WHERE c."bodyId" = $1::uuid AND c."receivedDay" BETWEEN $2::bpchar AND $3::bpchar`,
    values: days(mark),
  }),
  councilReplies: (mark) => ({
    text: `SELECT o.number || ' ' || o.key AS at, o.number, 'rounds' AS place, coalesce(o."titleRu", o.title) AS subject, 'ru' AS language,
                  json_build_object('group', 'rule', 'id', o.rule) AS what, o."fromDay", o."dueDay", o."closedDay" AS "endedDay", ${UNCONTESTED}, true AS shown
             FROM "Obligation" o JOIN ${DUTY_KEYS} ON k."dueDay" = o."dueDay" AND ${SAME(['closedDay', 'closedHow'], 'o')}
            WHERE o.rule = 'council_reply' AND o."debtorKind" = 'body' AND o."debtorId" = $1::uuid
              AND o."openedAt" >= $2::timestamptz AND o."openedAt" < $3::timestamptz`,
    values: [mark.bodyId, ...instantsOf(mark.period)],
  }),
  promises: (mark) => ({
    text: `SELECT p.number || ' ' || p.key AS at, p.number, CASE WHEN a.id IS NULL THEN 'rounds' ELSE 'appeals' END AS place, p.text AS subject, coalesce(a.language, 'ru') AS language,
                  json_build_object('group', 'rule', 'id', split_part(p.key, ':', 1)) AS what, p."fromDay", p."dueDay", p."reportedDay" AS "endedDay", ${UNCONTESTED},
                  a.id IS NULL OR ${openOn(`($4::jsonb ->> 'today')`)} AS shown
             FROM (${PROMISES}) p LEFT JOIN "Appeal" a ON p.key LIKE 'promise:%' AND a.number = p.number JOIN jsonb_to_recordset($4::jsonb -> 'facts') AS k("dueDay" bpchar, "reportedDay" text, said text, heard text)
               ON k."dueDay" = p."dueDay" AND ${SAME(['reportedDay', 'said', 'heard'], 'p')}`,
    values: [mark.bodyId, ...instantsOf(mark.period)],
  }),
};
