// Rounds on the day of an NGO or a person: those that close in the next working days and concern it (its fields and regions, what it
// follows, where it is invited), and answers that came to its comments lately.
import type { Locale } from '../../guide/schema';
import { addWorkingDays, workingDaysBetween } from '../core/calendar';
import { addDays, dayOf, type Day } from '../core/day';
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

/** Open rounds that concern the viewer and close within `days` working days, the nearest first. */
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
  SELECT r.number, r."titleKk", r."titleRu", b.${NAME_IN[locale]} AS body, r."closesDay",
         CASE WHEN EXISTS (SELECT 1 FROM "Invitation" i JOIN mine m ON m.id = i."organisationId" WHERE i."roundId" = r.id) THEN 'invited'
              WHEN EXISTS (SELECT 1 FROM "Follow" f WHERE f."personId" = ${person}::uuid
                     AND (f.what, f.value) IN (SELECT 'round', r.number UNION ALL SELECT 'topic', r.topic UNION ALL SELECT 'body', r."bodyId"::text
                                               UNION ALL SELECT 'region', unnest(r.regions))) THEN 'followed'
              WHEN EXISTS (SELECT 1 FROM mine m WHERE r.topic = ANY (m.fields) AND (cardinality(r.regions) = 0 OR m.region = ANY (r.regions))) THEN 'field'
              WHEN EXISTS (SELECT 1 FROM mine m WHERE m.region = ANY (r.regions)) THEN 'region' END AS why,
         (SELECT count(*)::int FROM "Comment" c WHERE c."roundId" = r.id AND c.phase IN ('open', 'disposed') AND ${own}) AS own
    FROM "Round" r JOIN "Body" b ON b.id = r."bodyId"
   WHERE r.phase = 'opened' AND r."opensDay" <= ${now}::bpchar AND r."closesDay" >= ${now}::bpchar AND r."closesDay" <= ${until}::bpchar) x
 WHERE why IS NOT NULL ORDER BY "closesDay", number LIMIT ${AT_MOST}`,
    values,
  });
  return rows.map(({ titleKk, titleRu, ...row }) => ({
    ...row,
    ...titledFor(locale, { titleKk, titleRu }),
    daysLeft: workingDaysBetween(calendar, today, row.closesDay),
  }));
}

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
