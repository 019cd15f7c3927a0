// What the figures of a body and period are counted from, as the tables say it: like cases counted together by the database. The same
// as folded from the ledger is in data/score-ledger; the nightly job holds the two together.
import { SET_DUTIES, type Guide, type Kind } from '../../guide/schema';
import { addDays, instantOf, isDay, ZONE, type Day } from '../core/day';
import type { Verdict } from '../core/appeal';
import { KEPT } from '../core/kept';
import type { Phase } from '../core/standing';
import { NO_FACTS, scoredPhase, type CaseFact, type DutyFact, type Facts, type RulingFact } from '../core/score/facts';
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
/** Cases `a` of the places `p`, one place after another: each is a stretch of one index, which holds all that is read of a case. */
const PLACED = `place p CROSS JOIN LATERAL (SELECT * FROM "Appeal" a WHERE ${within('a."bodyId"', 'a."registeredDay"')} OFFSET 0) a`;
/**
 * All cases of a place as one text, a line each: its four days, which are equally long, and what is the same in many cases. There may be a
 * million of them, and none is kept longer than its figures take.
 */
const CASES = `${PLACES}
SELECT p.at::int, c.lines FROM place p JOIN "Body" b ON b.id = p."bodyId" CROSS JOIN LATERAL (
  SELECT string_agg(concat_ws(' ', a."registeredDay", a."lawfulDue", a."dueDay", coalesce(a."endedDay", '${'-'.repeat(10)}'),
                    a.kind, a.edition, a.extended, a.phase, coalesce(a.verdict, '-'), coalesce(${AFTER_HOURS}, false)), E'\\n') AS lines
    FROM "Appeal" a WHERE ${within('a."bodyId"', 'a."registeredDay"')}) c`;
/** A duty `o` that the guide times: of a day that somebody set no figure speaks. */
export const OF_THE_GUIDE = `o.rule <> ALL ('{${SET_DUTIES.join()}}')`;
/** A body's duties, found case by case: for few places. OFFSET 0 holds the database to it, however few other cases there are. */
const BY_CASE = `JOIN LATERAL (SELECT * FROM "Obligation" o WHERE o.stream = a.stream OFFSET 0) o
    ON o."debtorKind" = 'body' AND o."debtorId" = a."bodyId" AND ${OF_THE_GUIDE}`;
/** The same found by the body, all at once: for many places, where it keeps the database from going back to each case. */
const BY_BODY = `JOIN (SELECT * FROM "Obligation" o WHERE o."debtorKind" = 'body' AND o."debtorId" = ANY (ARRAY(SELECT DISTINCT "bodyId" FROM place)) AND ${OF_THE_GUIDE} OFFSET 0) o
    ON o.stream = a.stream AND o."debtorId" = a."bodyId"`;
const duties = (found: string, days: string, alike: string) => `${PLACES}
SELECT a.at, o.rule, o."closedHow", ${days}, count(*)::int AS count
  FROM (SELECT p.at::int, a."bodyId", 'appeal:' || a.id AS stream FROM ${PLACED}) a ${found} GROUP BY 1, 2, 3, ${alike}`;
const EACH = ['o."dueDay", o."closedDay"', '4, 5'] as const;
const order = (one: string, other: string) => `(CASE WHEN ${one} < ${other} THEN 0 WHEN ${one} = ${other} THEN 1 ELSE 2 END)`;
/**
 * Duties whose days stand in one order around the day of the report ($6), as core/score/ordered tells them apart, as one: with the first of
 * their days, which stand in that order too.
 */
const IN_ORDER = [
  `min(o."dueDay") AS "dueDay", min(o."closedDay") AS "closedDay"`,
  `${order('o."dueDay"', '$6::bpchar')} + CASE WHEN o."closedDay" IS NULL THEN 100 ELSE 3 * ${order('o."closedDay"', '$6::bpchar')} + 9 * ${order('o."closedDay"', 'o."dueDay"')} END`,
] as const;
/** Up to so many places, duties are found by their cases. */
const FEW = 8;
const COMMENTS = `${PLACES}
SELECT p.at::int, r.topic, c."dueDay", c.phase, c."endedDay", count(*)::int AS count
  FROM place p JOIN "Comment" c ON ${within('c."bodyId"', 'c."receivedDay"')} JOIN "Round" r ON r.id = c."roundId" GROUP BY 1, 2, 3, 4, 5`;
const REPLIES = `${PLACES}
SELECT p.at::int, o.rule, o."dueDay", o."closedDay", o."closedHow", count(*)::int AS count
  FROM place p JOIN "Obligation" o ON o.rule = 'council_reply' AND o."debtorKind" = 'body' AND o."debtorId" = p."bodyId"
   AND o."openedAt" >= p.begins AND o."openedAt" < p.ends GROUP BY 1, 2, 3, 4, 5`;

/** Promises with what those to whom they were made say of each; `where` says whose and of which time. Of rounds first, then of answers. */
const promises = (where: string) => `${OF_ROUNDS(where)} UNION ALL ${OF_ANSWERS(where)}`;
const OF_ROUNDS = (where: string) => `
SELECT o.number, o.key, o."fromDay", c #>> '{text,ru}' AS text, o."dueDay", c #>> '{report,day}' AS "reportedDay", c #>> '{report,kept}' AS said,
       (SELECT CASE WHEN count(*) = 0 OR c #>> '{report,kept}' IS NULL THEN NULL
                    WHEN 2 * count(*) FILTER (WHERE ${worth("j ->> 'verdict'")} > ${worth("c #>> '{report,kept}'")}) > count(*) THEN 'differ' ELSE 'agree' END
          FROM jsonb_array_elements(c -> 'judgements') j) AS heard
  FROM "Obligation" o JOIN "Round" r ON o.stream = 'round:' || r.id
  CROSS JOIN LATERAL jsonb_array_elements(r.facts -> 'commitments') c
 WHERE o.rule = 'commitment' AND o.key = 'commitment:' || (c ->> 'id') AND o."debtorKind" = 'body' AND ${where}`;
/** What core/score/promises promiseTold says of an answer's promise. */
const OF_ANSWERS = (where: string) => `
SELECT o.number, o.key, o."fromDay", c ->> 'text' AS text, o."dueDay", coalesce(c #>> '{report,day}', kept.day) AS "reportedDay", coalesce(c #>> '{report,kept}', kept.said) AS said,
       CASE WHEN c #>> '{report,kept}' IS NULL OR c #>> '{judged,verdict}' IS NULL THEN NULL
            WHEN ${worth("c #>> '{judged,verdict}'")} > ${worth("c #>> '{report,kept}'")} THEN 'differ' ELSE 'agree' END AS heard
  FROM "Obligation" o JOIN "Appeal" a ON o.stream = 'appeal:' || a.id
  CROSS JOIN LATERAL jsonb_array_elements(a.steps -> 'promises') c
  LEFT JOIN LATERAL (SELECT c #>> '{judged,day}' AS day, 'kept' AS said WHERE c #>> '{judged,verdict}' = 'kept') kept ON true
 WHERE o.rule = 'promise' AND o.key = 'promise:' || (c ->> 'id') AND o."debtorKind" = 'body' AND ${where}`;
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

const caseOf = (row: CaseRow, guide: Guide): CaseFact => {
  const { kind, registeredDay, lawfulDue, dueDay, extended, phase, returned, endedDay, verdict, afterHours, count } = row;
  return { kind, registeredDay, lawfulDue, dueDay, extended, phase, returned, endedDay, verdict, deemed: isDeemed(guide, row), afterHours, count };
};

type Rest = Pick<CaseFact, 'kind' | 'extended' | 'phase' | 'returned' | 'verdict' | 'deemed' | 'afterHours'>;
type Words = [Kind, string, string, Phase, Verdict | '-', string];

/** Reads what CASES tells of a place. Equal days and words are one string each, which are compared at a glance. */
function reading(guide: Guide): (lines: string | null) => CaseFact[] {
  const days = new Map<string, Day | null>();
  const dayOf = (text: string): Day | null => {
    const known = days.get(text);
    if (known !== undefined) return known;
    const day = isDay(text) ? text : null;
    days.set(text, day);
    return day;
  };
  const rests = new Map<string, Rest>();
  const restOf = (words: string): Rest => {
    const known = rests.get(words);
    if (known) return known;
    const [kind, edition, extended, phase, verdict, afterHours] = words.split(' ') as Words;
    const rest = {
      ...{ kind, extended: extended === 't', phase: scoredPhase(phase), returned: phase === 'returned', verdict: verdict === '-' ? null : verdict },
      ...{ deemed: isDeemed(guide, { edition, kind }), afterHours: afterHours === 't' },
    };
    rests.set(words, rest);
    return rest;
  };
  return (lines) =>
    (lines?.split('\n') ?? []).map((line): CaseFact => {
      const { kind, extended, phase, returned, verdict, deemed, afterHours } = restOf(line.slice(44));
      const registeredDay = dayOf(line.slice(0, 10)) as Day;
      const lawfulDue = dayOf(line.slice(11, 21)) as Day;
      const dueDay = dayOf(line.slice(22, 32)) as Day;
      const endedDay = dayOf(line.slice(33, 43));
      return { kind, registeredDay, lawfulDue, dueDay, extended, phase, returned, endedDay, verdict, deemed, afterHours, count: 1 };
    });
}

export const rulingOf = (row: RulingRow, guide: Guide): RulingFact => {
  const { contest, version, ruling, effect, duties } = row;
  return { contest, version, ruling, effect, duties, recorded: caseOf(row, guide), count: 1 };
};

/** The instants at which a period begins and has ended. */
export function instantsOf(period: Period): [string, string] {
  const { first, last } = daysOf(period);
  const at = (day: Day) => new Date(instantOf(day, '00:00')).toISOString();
  return [at(first), at(addDays(last, 1))];
}

type Placed = { at: number };

/** `each`: duties by their days, as they are. A day: as they count in a report of that day, by the order of their days (core/score/ordered). */
export type Telling = 'each' | Day;

/** The facts of each body and period, in their order, each made when it is asked for. */
export async function factsOfAll(db: Asking, guide: Guide, marks: readonly Mark[], telling: Telling): Promise<Iterable<Facts>> {
  const [days, instants] = [marks.map(({ period }) => daysOf(period)), marks.map(({ period }) => instantsOf(period))];
  const values = [
    ...[marks.map(({ bodyId }) => bodyId), days.map(({ first }) => first), days.map(({ last }) => last)],
    ...[instants.map(([begins]) => begins), instants.map(([, ends]) => ends)],
  ];
  /** Rows by the place that each is of. */
  const read = async <R extends object>(name: string, text: string, ...also: string[]): Promise<R[][]> => {
    const found: R[][] = marks.map(() => []);
    const { rows } = await db.query<R & Placed>({ name: `score_${name}`, text, values: [...values, ...also] });
    for (const row of rows) found[row.at - 1]?.push(row);
    return found;
  };
  /** The same, where rows are facts. */
  const facts = async <F extends object>(name: string, text: string, ...also: string[]): Promise<F[][]> =>
    (await read<F & Placed>(name, text, ...also)).map((rows) => rows.map(({ at: _at, ...fact }) => fact as unknown as F));
  const few = marks.length <= FEW;
  const [by, found] = few ? (['case', BY_CASE] as const) : (['body', BY_BODY] as const);
  const cases = await read<{ lines: string | null }>('cases', CASES);
  const owed = await (telling === 'each'
    ? facts<DutyFact>(`duties_by_${by}`, duties(found, ...EACH))
    : facts<DutyFact>(`duties_in_order_by_${by}`, duties(found, ...IN_ORDER), telling));
  const comments = await facts<Facts['comments'][number]>('comments', COMMENTS);
  const councilReplies = await facts<DutyFact>('replies', REPLIES);
  const promised = await facts<Facts['promises'][number]>('promises', PROMISES_ALIKE);
  const rulings = await read<RulingRow>('rulings', RULINGS);
  const contests = await facts<Facts['contests'][number]>('contests', CONTESTS);
  const casesIn = reading(guide);
  return (function* () {
    for (const at of marks.keys()) {
      const each = casesIn(cases[at]?.[0]?.lines ?? null);
      yield {
        ...NO_FACTS,
        ...{ cases: telling === 'each' ? merged(each) : each, duties: owed[at] ?? [], comments: comments[at] ?? [] },
        ...{ councilReplies: councilReplies[at] ?? [], promises: promised[at] ?? [], contests: contests[at] ?? [] },
        rulings: (rulings[at] ?? []).map((row) => rulingOf(row, guide)),
      };
    }
  })();
}

/** The facts of one body and period, each duty by its days. */
export async function factsOf(db: Asking, guide: Guide, mark: Mark): Promise<Facts> {
  const [facts] = await factsOfAll(db, guide, [mark], 'each');
  return facts ?? NO_FACTS;
}
