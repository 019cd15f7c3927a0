// The list of rounds: those open now first, the nearest last day before the others, then the rest by stage. Filters, keyset pages both
// ways without a ceiling. Only rounds that are public are in it. Asked by the list, the landing page, a body's page and the feeds.
import { STAGES, type Locale, type RoundKind, type Stage } from '../../guide/schema';
import { workingDaysBetween } from '../core/calendar';
import { dayOf, type Day } from '../core/day';
import type { Topic } from '../core/topic';
import type { World } from '../world';
import { underBody } from './appeals-where';
import { concerns, roundCursorText, type RoundCursor, type RoundFilter } from './round-filter';
import { stageColumn } from './stage-where';
import { NAME_IN, onDemand, parameters } from './statement';

const PAGE = 20;

/** A title in the language of the reader where it has one; English readers get the Russian one. */
export type Titled = { title: string; language: 'kk' | 'ru' };
export type RoundRow = Titled & {
  id: string;
  number: string;
  kind: RoundKind;
  kindName: string;
  body: { slug: string; name: string };
  /** The council that hosts it, where one does. */
  council: string | null;
  topic: Topic;
  regions: string[];
  stage: Stage;
  stageName: string;
  opensDay: Day;
  closesDay: Day;
  /** Working days until the last day for comments; negative when it has passed. */
  daysLeft: number;
  /** Comments that were not withdrawn, voices included. */
  comments: number;
  /** Something that the body owes in this round is past its day. */
  overdue: boolean;
};
export type RoundPage = { rows: RoundRow[]; newer: string | null; older: string | null };

type Row = RoundCursor & {
  number: string;
  kind: RoundKind;
  edition: string;
  titleKk: string;
  titleRu: string;
  slug: string;
  body: string;
  council: string | null;
  topic: Topic;
  regions: string[];
  stage: Stage;
  opensDay: Day;
  closesDay: Day;
  comments: number;
  overdue: boolean;
};
type Asked = {
  filter: RoundFilter;
  after?: RoundCursor | null;
  before?: RoundCursor | null;
  limit?: number;
  locale: Locale;
  /** Only rounds whose last day for comments is not later than this. */
  closesBy?: Day;
};

/** Open ones first, then the others in the guide's order of stages. */
const ORDER: readonly Stage[] = ['open', ...STAGES.filter((stage) => stage !== 'open')];
const RANK = `array_position(ARRAY[${ORDER.map((stage) => `'${stage}'`).join(', ')}], s.stage) - 1`;
/** What is still to come: the nearest day first. What is over: the latest first. */
const DAY = `(s."closesDay"::date - DATE '2000-01-01') * CASE WHEN s.stage IN ('open', 'announced') THEN 1 ELSE -1 END`;

type Given = (value: unknown) => string;

/** Conditions on the table of rounds (alias `r`), to be joined by AND; the stage is asked of the column that tells it. */
function conditionsOf({ q, body, kind, topic, region }: RoundFilter, given: Given): string[] {
  const words = q.normalize('NFC').match(/[\p{L}\p{N}-]+/gu) ?? [];
  const one = (word: string) => {
    const like = given(`%${word.replaceAll(/[%_\\]/g, '\\$&')}%`);
    return `(r."titleKk" ILIKE ${like} OR r."titleRu" ILIKE ${like} OR r.number ILIKE ${like})`;
  };
  return [
    `r.phase <> 'preparing'`,
    ...words.map(one),
    ...(q && words.length === 0 ? ['false'] : []),
    ...(body ? [underBody('r', given(body))] : []),
    ...(kind ? [`r.kind = ${given(kind)}`] : []),
    ...(topic ? [`r.topic = ${given(topic)}`] : []),
    ...(region ? [concerns(given(region))] : []),
  ];
}

const COLUMNS = `r.id, r.number, r.kind, r.edition, r."titleKk", r."titleRu", r.topic, r.regions, r."opensDay", r."closesDay", r."bodyId", r."councilId"`;

/** A page of rounds: from the start, after a cursor, or before one. */
export async function listRounds(
  world: World,
  { filter, after = null, before = null, limit = PAGE, locale, closesBy }: Asked,
): Promise<RoundPage> {
  const { values, given } = parameters();
  const now = dayOf(world.now());
  const today = given(now);
  const at = before ?? after;
  const compare = before ? '<' : '>';
  const order = before ? 'DESC' : 'ASC';
  const outer = [
    ...(filter.stage ? [`s.stage = ${given(filter.stage)}`] : []),
    ...(closesBy ? [`s."closesDay" <= ${given(closesBy)}::bpchar`] : []),
    ...(at ? [`(${RANK}, ${DAY}, s.id) ${compare} (${given(at.rank)}, ${given(at.day)}, ${given(at.id)}::uuid)`] : []),
  ];
  const text = `
WITH page AS (
  SELECT s.*, ${RANK} AS rank, ${DAY} AS day
    FROM (SELECT ${COLUMNS}, ${stageColumn(today)} AS stage FROM "Round" r WHERE ${conditionsOf(filter, given).join(' AND ')}) s
   ${outer.length > 0 ? `WHERE ${outer.join(' AND ')}` : ''}
   ORDER BY rank ${order}, day ${order}, s.id ${order} LIMIT ${limit + 1})
SELECT p.*, b.slug, b.${NAME_IN[locale]} AS body, k.${NAME_IN[locale]} AS council,
       (SELECT count(*)::int FROM "Comment" c WHERE c."roundId" = p.id AND c.phase IN ('open', 'disposed')) AS comments,
       EXISTS (SELECT 1 FROM "Obligation" o WHERE o.stream = 'round:' || p.id AND o."closedDay" IS NULL AND o."dueDay" < ${today}::bpchar) AS overdue
  FROM page p JOIN "Body" b ON b.id = p."bodyId" LEFT JOIN "Council" k ON k.id = p."councilId"
 ORDER BY p.rank ${order}, p.day ${order}, p.id ${order}`;
  const { rows: found } = await world.db.pool.query<Row>({ text, values });
  const more = found.length > limit;
  const page = found.slice(0, limit);
  if (before) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: page.map((row) => viewOf(world, row, now, locale)),
    newer: first && (before ? more : after !== null) ? roundCursorText(first) : null,
    older: last && (before ? true : more) ? roundCursorText(last) : null,
  };
}

/** The title as this reader gets it. */
export const titledFor = (locale: Locale, { titleKk, titleRu }: Pick<Row, 'titleKk' | 'titleRu'>): Titled =>
  locale === 'kk' ? { title: titleKk, language: 'kk' } : { title: titleRu, language: 'ru' };

function viewOf({ guide }: World, row: Row, today: Day, locale: Locale): RoundRow {
  const { id, number, kind, edition, slug, body, council, topic, regions, stage, opensDay, closesDay } = row;
  const texts = guide.edition(edition).texts[locale];
  return {
    ...{ id, number, kind, council, topic, regions, stage, opensDay, closesDay },
    ...titledFor(locale, row),
    kindName: texts[`kind.${kind}.name`] ?? kind,
    body: { slug, name: body },
    stageName: texts[`stage.${stage}.name`] ?? stage,
    daysLeft: workingDaysBetween(guide.calendar, today, closesDay),
    ...{ comments: row.comments, overdue: row.overdue },
  };
}

export type StageCounts = Partial<Record<Stage, number>>;

/** How many rounds of the filter are in each stage today, whatever stage it asks for. */
export async function countStages({ db, now }: Pick<World, 'db' | 'now'>, filter: RoundFilter): Promise<StageCounts> {
  const { values, given } = parameters();
  const today = onDemand(() => given(dayOf(now())));
  const { rows } = await db.pool.query<{ stage: Stage; n: number }>({
    text: `SELECT s.stage, count(*)::int AS n
             FROM (SELECT ${stageColumn(today())} AS stage FROM "Round" r WHERE ${conditionsOf(filter, given).join(' AND ')}) s
            GROUP BY 1`,
    values,
  });
  return Object.fromEntries(rows.map(({ stage, n }) => [stage, n]));
}
