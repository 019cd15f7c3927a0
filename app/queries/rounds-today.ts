// Rounds on the day of an NGO or a person: those it is invited to, and those that close in the next working days and concern it (its fields
// and regions, what it follows); its comments that wait for an answer, answers that came lately, promises on which its word is awaited.
import type { Locale, RoundKind } from '../../guide/schema';
import { addWorkingDays, workingDaysBetween } from '../core/calendar';
import { addDays, dayOf, type Day } from '../core/day';
import type { Commitment } from '../core/round';
import { readsIn, saidIn, type Said } from '../core/said';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { ownCondition } from './comment-seen';
import { titledFor, type Titled } from './rounds';
import { NAME_IN, parameters } from './statement';

/** Days that an answer stays among the news. */
const FRESH = 30;
const AT_MOST = 50;

/** Why a round is shown: the nearest reason. */
export type Concern = 'invited' | 'followed' | 'field' | 'region';
export type ClosingRound = Titled & {
  number: string;
  body: string;
  closesDay: Day;
  daysLeft: number;
  why: Concern;
  /** Comments that the viewer's side made there already. */
  own: number;
};
export type AnsweredComment = Titled & {
  number: string;
  round: string;
  codeName: string;
  endedDay: Day;
  late: boolean;
};

type ClosingRow = {
  number: string;
  kind: RoundKind;
  edition: string;
  titleKk: string;
  titleRu: string;
  body: string;
  closesDay: Day;
  why: Concern;
  own: number;
};

const sidesOf = (viewer: Viewer): string[] =>
  viewer.mandates.flatMap(({ role, organisationId }) =>
    role === 'representative' && organisationId ? [organisationId] : [],
  );

/** Open rounds that the viewer's side is invited to, and those that concern it and close within `days` working days; the nearest first. */
export async function closingFor(world: World, viewer: Viewer, days: number, locale: Locale): Promise<ClosingRound[]> {
  const { calendar } = world.guide;
  const today = dayOf(world.now());
  const { values, given } = parameters();
  const [now, until] = [given(today), given(addWorkingDays(calendar, today, days))];
  const [organisations, person] = [given(sidesOf(viewer)), given(viewer.personId)];
  const own = ownCondition(viewer, given)();
  const { rows } = await world.db.pool.query<ClosingRow>({
    text: `
WITH mine AS (SELECT id, region, fields FROM "Organisation" WHERE id = ANY (${organisations}::uuid[]))
SELECT * FROM (
  SELECT r.number, r.kind, r.edition, r."titleKk", r."titleRu", b.${NAME_IN[locale]} AS body, r."closesDay",
         CASE WHEN EXISTS (SELECT 1 FROM "Invitation" i JOIN mine m ON m.id = i."organisationId" WHERE i."roundId" = r.id) THEN 'invited'
              WHEN EXISTS (SELECT 1 FROM "Follow" f WHERE f."personId" = ${person}::uuid
                     AND (f.what, f.value) IN (SELECT 'round', r.number UNION ALL SELECT 'topic', r.topic UNION ALL SELECT 'body', r."bodyId"::text
                                               UNION ALL SELECT 'region', unnest(r.regions))) THEN 'followed'
              WHEN EXISTS (SELECT 1 FROM mine m WHERE r.topic = ANY (m.fields) AND (cardinality(r.regions) = 0 OR m.region = ANY (r.regions))) THEN 'field'
              WHEN EXISTS (SELECT 1 FROM mine m WHERE m.region = ANY (r.regions)) THEN 'region' END AS why,
         (SELECT count(*)::int FROM "Comment" c WHERE c."roundId" = r.id AND c.phase IN ('open', 'disposed') AND ${own}) AS own
    FROM "Round" r JOIN "Body" b ON b.id = r."bodyId"
   WHERE r.phase = 'opened' AND r."opensDay" <= ${now}::bpchar AND r."closesDay" >= ${now}::bpchar) x
 WHERE why = 'invited' OR (why IS NOT NULL AND "closesDay" <= ${until}::bpchar) ORDER BY "closesDay", number LIMIT ${AT_MOST}`,
    values,
  });
  const taking = rows.filter(({ kind, edition }) => contributorsOf(world, { kind, edition }) === 'everyone');
  return taking.map(({ titleKk, titleRu, kind: _kind, edition: _edition, ...row }) => ({
    ...row,
    ...titledFor(locale, { titleKk, titleRu }),
    daysLeft: workingDaysBetween(calendar, today, row.closesDay),
  }));
}

/** Rounds of some kinds take nothing from people: they are open to councils alone. */
const contributorsOf = ({ guide }: World, { kind, edition }: Pick<ClosingRow, 'kind' | 'edition'>) =>
  guide.edition(edition).rounds?.kinds[kind]?.contributors;

type AnsweredRow = Omit<AnsweredComment, keyof Titled | 'codeName' | 'late'> & {
  titleKk: string;
  titleRu: string;
  code: string;
  edition: string;
  dueDay: Day;
};

/** The viewer's comments that were answered in the last thirty days, the latest first. */
export async function answersFor(world: World, viewer: Viewer, locale: Locale): Promise<AnsweredComment[]> {
  const { values, given } = parameters();
  const own = ownCondition(viewer, given)();
  const { rows } = await world.db.pool.query<AnsweredRow>({
    text: `
SELECT c.number, r.number AS round, r."titleKk", r."titleRu", c.code, c.edition, c."endedDay", c."dueDay"
  FROM "Comment" c JOIN "Round" r ON r.id = c."roundId"
 WHERE ${own} AND c.phase = 'disposed' AND c."endedDay" >= ${given(addDays(dayOf(world.now()), -FRESH))}::bpchar
 ORDER BY c."endedAt" DESC, c.number DESC LIMIT ${AT_MOST}`,
    values,
  });
  return rows.map(({ titleKk, titleRu, code, edition, dueDay, ...row }) => ({
    ...row,
    ...titledFor(locale, { titleKk, titleRu }),
    codeName: world.guide.edition(edition).texts[locale][`disposition.${code}.name`] ?? code,
    late: row.endedDay > dueDay,
  }));
}

export type WaitingComment = Titled & {
  number: string;
  round: string;
  dueDay: Day;
  daysLeft: number;
  /** Comments are still taken: nobody is late with anything. */
  open: boolean;
};
/** The nearest ones, and how many there are in all. */
export type Waiting = { rows: WaitingComment[]; total: number };
type WaitingRow = Pick<WaitingComment, 'number' | 'round' | 'dueDay' | 'open'> & {
  titleKk: string;
  titleRu: string;
  total: number;
};

/** The viewer's comments without an answer, those due first before the others. */
export async function waitingFor(world: World, viewer: Viewer, locale: Locale): Promise<Waiting> {
  const { values, given } = parameters();
  const today = dayOf(world.now());
  const own = ownCondition(viewer, given)();
  const { rows } = await world.db.pool.query<WaitingRow>({
    text: `
SELECT c.number, r.number AS round, r."titleKk", r."titleRu", c."dueDay", r."closesDay" >= ${given(today)}::bpchar AS open, count(*) OVER ()::int AS total
  FROM "Comment" c JOIN "Round" r ON r.id = c."roundId"
 WHERE ${own} AND c.phase = 'open' ORDER BY c."dueDay", c.number LIMIT ${AT_MOST}`,
    values,
  });
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ titleKk, titleRu, total: _total, ...row }) => ({
      ...row,
      ...titledFor(locale, { titleKk, titleRu }),
      daysLeft: workingDaysBetween(world.guide.calendar, today, row.dueDay),
    })),
  };
}

export type AwaitedWord = Titled & { round: string; commitmentId: string; text: Said; dueDay: Day; reportedDay: Day };
type AwaitedRow = { round: string; titleKk: string; titleRu: string; promise: Commitment };

/** Promises of rounds to which the viewer's side contributed, reported on as kept, of which none of that side has said anything yet. */
export async function awaitedWords(world: World, viewer: Viewer, locale: Locale): Promise<AwaitedWord[]> {
  const { values, given } = parameters();
  const [person, organisations] = [given(viewer.personId), given(sidesOf(viewer))];
  const own = ownCondition(viewer, given)();
  const { rows } = await world.db.pool.query<AwaitedRow>({
    text: `
SELECT r.number AS round, r."titleKk", r."titleRu", p.promise
  FROM "Round" r CROSS JOIN LATERAL jsonb_array_elements(r.facts -> 'commitments') AS p(promise)
 WHERE r.phase = 'completed' AND p.promise -> 'report' <> 'null'::jsonb
   AND r.id IN (SELECT c."roundId" FROM "Comment" c WHERE ${own} AND c.phase <> 'withdrawn')
   AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(p.promise -> 'judgements') AS j(said)
                    WHERE j.said ->> 'personId' = ${person} OR j.said ->> 'organisationId' = ANY (${organisations}::text[]))
 ORDER BY p.promise -> 'report' ->> 'day' DESC, r.number LIMIT ${AT_MOST}`,
    values,
  });
  return rows.map(({ round, titleKk, titleRu, promise }) => ({
    ...{ round, ...titledFor(locale, { titleKk, titleRu }) },
    ...{ commitmentId: promise.id, text: saidIn(promise.text, readsIn(locale)), dueDay: promise.dueDay },
    reportedDay: promise.report?.day ?? promise.dueDay,
  }));
}
