// What the figures of a body and period are counted from, as the tables say it: like cases counted together by the database. The same
// as folded from the ledger is in data/score-ledger; the nightly job holds the two together.
import { SET_DUTIES, type Guide, type Kind } from '../../guide/schema';
import { addDays, instantOf, ZONE, type Day } from '../core/day';
import { KEPT, NO_FACTS, scoredPhase, type CaseFact, type DutyFact, type Facts, type RulingFact } from '../core/score/facts';
import { merged } from '../core/score/merged';
import { daysOf, type Period } from '../core/score/period';
import type { Mark } from '../core/score/stale';
import type { Asking } from './connect';

/** The place of a report in the order from kept to not kept, as core/score/facts has it. */
const worth = (of: string) => `array_position(ARRAY[${KEPT.map((kept) => `'${kept}'`).join(', ')}], ${of})`;

/** Whether a case `a` ended after the working day of its body `b`. */
export const AFTER_HOURS = `to_char(a."endedAt" AT TIME ZONE '${ZONE}', 'HH24:MI') > b."workdayEnd"`;

/** What core/score/facts says of a phase. */
export const PHASE = `CASE a.phase WHEN 'returned' THEN '${scoredPhase('returned')}' ELSE a.phase END`;
/** What is read of a case `a` of the body `b`, of many alike or of one. */
export const CASE = `a.kind, a.edition, a."registeredDay", a."lawfulDue", a."dueDay", a.extended, ${PHASE} AS phase, a.phase = 'returned' AS returned, a."endedDay", a.verdict,
       coalesce(${AFTER_HOURS}, false) AS "afterHours"`;
/** Bodies and periods asked about, in their order: bodies, first and last days, first and last instants. */
const PLACES = `WITH place AS MATERIALIZED (
SELECT * FROM unnest($1::uuid[], $2::bpchar[], $3::bpchar[], $4::timestamptz[], $5::timestamptz[]) WITH ORDINALITY p ("bodyId", first, last, begins, ends, at))`;
const within = (owner: string, day: string) => `${owner} = p."bodyId" AND ${day} BETWEEN p.first AND p.last`;
const CASES = `${PLACES}
SELECT p.at::int, ${CASE}, count(*)::int AS count
  FROM place p JOIN "Body" b ON b.id = p."bodyId" JOIN "Appeal" a ON ${within('a."bodyId"', 'a."registeredDay"')} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12`;
/** A duty `o` that the guide times: of a day that somebody set no figure speaks. */
export const OF_THE_GUIDE = `o.rule <> ALL ('{${SET_DUTIES.join()}}')`;
const DUTIES = `${PLACES}
SELECT p.at::int, o.rule, o."dueDay", o."closedDay", o."closedHow", count(*)::int AS count
  FROM place p JOIN "Appeal" a ON ${within('a."bodyId"', 'a."registeredDay"')}
  JOIN "Obligation" o ON o.stream = 'appeal:' || a.id AND o."debtorKind" = 'body' AND o."debtorId" = a."bodyId" AND ${OF_THE_GUIDE} GROUP BY 1, 2, 3, 4, 5`;
const COMMENTS = `${PLACES}
SELECT p.at::int, r.topic, c."dueDay", c.phase, c."endedDay", count(*)::int AS count
  FROM place p JOIN "Comment" c ON ${within('c."bodyId"', 'c."receivedDay"')} JOIN "Round" r ON r.id = c."roundId" GROUP BY 1, 2, 3, 4, 5`;
const REPLIES = `${PLACES}
SELECT p.at::int, o.rule, o."dueDay", o."closedDay", o."closedHow", count(*)::int AS count
  FROM place p JOIN "Obligation" o ON o.rule = 'council_reply' AND o."debtorKind" = 'body' AND o."debtorId" = p."bodyId"
   AND o."openedAt" >= p.begins AND o."openedAt" < p.ends GROUP BY 1, 2, 3, 4, 5`;

/** Promises with what most of those who took part say of each; `where` says whose and of which time. */
const promises = (where: string) => `
SELECT o.number, o.key, o."fromDay", c #>> '{text,ru}' AS text, o."dueDay", c #>> '{report,day}' AS "reportedDay", c #>> '{report,kept}' AS said,
       (SELECT CASE WHEN count(*) = 0 OR c #>> '{report,kept}' IS NULL THEN NULL
                    WHEN 2 * count(*) FILTER (WHERE ${worth("j ->> 'verdict'")} > ${worth("c #>> '{report,kept}'")}) > count(*) THEN 'differ' ELSE 'agree' END
          FROM jsonb_array_elements(c -> 'judgements') j) AS heard
  FROM "Obligation" o JOIN "Round" r ON o.stream = 'round:' || r.id
  CROSS JOIN LATERAL jsonb_array_elements(r.facts -> 'commitments') c
 WHERE o.rule = 'commitment' AND o.key = 'commitment:' || (c ->> 'id') AND o."debtorKind" = 'body' AND ${where}`;
/** A body's promises that were made in a period. */
export const PROMISES = promises(`o."debtorId" = $1::uuid AND o."openedAt" >= $2::timestamptz AND o."openedAt" < $3::timestamptz`);
const PROMISES_ALIKE = `${PLACES}
SELECT p.at::int, "dueDay", "reportedDay", said, heard, count(*)::int AS count
  FROM place p CROSS JOIN LATERAL (${promises('o."debtorId" = p."bodyId" AND o."openedAt" >= p.begins AND o."openedAt" < p.ends')}) one GROUP BY 1, 2, 3, 4, 5`;
/** What is read of a case that a ruling counts otherwise than it was recorded, and where from. */
export const RULING = `c.number AS contest, c.version, c.status AS ruling, c.effect, ${CASE}, 1 AS count,
       coalesce((SELECT json_agg(json_build_object('rule', o.rule, 'dueDay', o."dueDay", 'closedDay', o."closedDay", 'closedHow', o."closedHow", 'count', 1) ORDER BY o.key COLLATE "C")
          FROM "Obligation" o WHERE o.stream = 'appeal:' || a.id AND o."debtorKind" = 'body' AND o."debtorId" = a."bodyId" AND ${OF_THE_GUIDE}), '[]') AS duties`;
export const RULED = `"Contest" c JOIN "Appeal" a ON a.id = c."appealId" JOIN "Body" b ON b.id = a."bodyId"`;
const RULINGS = `${PLACES}
SELECT p.at::int, ${RULING} FROM place p JOIN (${RULED}) ON ${within('c."bodyId"', 'c."registeredDay"')} WHERE c.effect IS NOT NULL ORDER BY c.number`;
const CONTESTS = `${PLACES}
SELECT p.at::int, c.status, count(*)::int AS count FROM place p JOIN "Contest" c ON ${within('c."bodyId"', 'c."registeredDay"')} GROUP BY 1, 2`;

type CaseRow = Omit<CaseFact, 'deemed'> & { edition: string };
export type RulingRow = Pick<RulingFact, 'contest' | 'version' | 'ruling' | 'effect'> & CaseRow & { duties: DutyFact[] };

/** Whether the procedure of a case treats silence as a refusal. */
export const isDeemed = (guide: Guide, { edition, kind }: { edition: string; kind: Kind }): boolean =>
  guide.edition(edition).procedures[kind].overdue.status === 'deemed_refused';

const caseOf = ({ edition, ...row }: CaseRow, guide: Guide): CaseFact => ({ ...row, deemed: isDeemed(guide, { edition, ...row }) });

export const rulingOf = ({ contest, version, ruling, effect, duties, ...row }: RulingRow, guide: Guide): RulingFact => ({
  ...{ contest, version, ruling, effect, duties, recorded: caseOf(row, guide), count: 1 },
});

/** The instants at which a period begins and has ended. */
export function instantsOf(period: Period): [string, string] {
  const { first, last } = daysOf(period);
  const at = (day: Day) => new Date(instantOf(day, '00:00')).toISOString();
  return [at(first), at(addDays(last, 1))];
}

type Placed = { at: number };

/** The facts of each body and period, in their order. */
export async function factsOfAll(db: Asking, guide: Guide, marks: readonly Mark[]): Promise<Facts[]> {
  const [days, instants] = [marks.map(({ period }) => daysOf(period)), marks.map(({ period }) => instantsOf(period))];
  const values = [
    ...[marks.map(({ bodyId }) => bodyId), days.map(({ first }) => first), days.map(({ last }) => last)],
    ...[instants.map(([begins]) => begins), instants.map(([, ends]) => ends)],
  ];
  /** Rows as facts, by the place that each is of. */
  const read = async <R, F>(name: string, text: string, factOf: (row: R) => F): Promise<F[][]> => {
    const found: F[][] = marks.map(() => []);
    const { rows } = await db.query<R & Placed>({ name: `score_${name}`, text, values });
    for (const { at, ...row } of rows) found[at - 1]?.push(factOf(row as R));
    return found;
  };
  const same = <F>(fact: F): F => fact;
  const cases = await read<CaseRow, CaseFact>('cases', CASES, (row) => caseOf(row, guide));
  const duties = await read<DutyFact, DutyFact>('duties', DUTIES, same);
  const comments = await read<Facts['comments'][number], Facts['comments'][number]>('comments', COMMENTS, same);
  const councilReplies = await read<DutyFact, DutyFact>('replies', REPLIES, same);
  const promised = await read<Facts['promises'][number], Facts['promises'][number]>('promises', PROMISES_ALIKE, same);
  const rulings = await read<RulingRow, RulingFact>('rulings', RULINGS, (row) => rulingOf(row, guide));
  const contests = await read<Facts['contests'][number], Facts['contests'][number]>('contests', CONTESTS, same);
  return marks.map((_, at) => ({
    ...NO_FACTS,
    ...{ cases: merged(cases[at] ?? []), duties: duties[at] ?? [], comments: comments[at] ?? [] },
    ...{ councilReplies: councilReplies[at] ?? [], promises: promised[at] ?? [] },
    ...{ rulings: rulings[at] ?? [], contests: contests[at] ?? [] },
  }));
}

export const factsOf = async (db: Asking, guide: Guide, mark: Mark): Promise<Facts> => (await factsOfAll(db, guide, [mark]))[0] ?? NO_FACTS;
