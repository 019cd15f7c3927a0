// The list of appeals: filters, search in any of the three languages, keyset pages both ways without a ceiling. Only cases that
// the viewer may read are in it, and a hidden name never leaves the database for those who may not see it.
import type { Kind, Locale } from '../../guide/schema';
import { workingDaysBetween } from '../core/calendar';
import { dayOf, type Day } from '../core/day';
import { isLate, standingOf, type Phase, type Standing } from '../core/standing';
import type { Viewer } from '../core/viewer';
import { openOn } from '../data/open-on';
import type { World } from '../world';
import { cursorText, type AppealFilter, type Cursor } from './appeal-filter';
import { stretchesOf } from './appeal-stretches';
import { readQuestion, type Question } from './search-question';
import { placeIn, reaches, upTo, type Reach } from './search-reach';
import { NAME_IN, parameters } from './statement';

const PAGE = 25;
/** Counts are exact up to here; beyond it a page says "1,000+". */
export const COUNTED = 1000;

export type AppealRow = {
  number: string;
  subject: string;
  language: Locale;
  kindId: Kind;
  /** Its name. */
  kind: string;
  body: { slug: string; name: string };
  /** Null when the applicant's name is hidden from this viewer. */
  applicant: string | null;
  isPrivate: boolean;
  receivedDay: Day;
  dueDay: Day;
  endedDay: Day | null;
  provisional: boolean;
  extended: boolean;
  standing: Standing;
  late: boolean;
  /** Of an open case: working days until the due day, negative when it has passed. */
  daysLeft: number;
};
type Row = {
  id: string;
  number: string;
  subject: string;
  language: Locale;
  kind: Kind;
  edition: string;
  slug: string;
  body: string;
  applicant: string | null;
  isPrivate: boolean;
  receivedAt: Date;
  receivedDay: Day;
  registeredDay: Day;
  dueDay: Day;
  endedDay: Day | null;
  provisional: boolean;
  extended: boolean;
  phase: Phase;
};
export type AppealPage = { rows: AppealRow[]; newer: string | null; older: string | null };
type Asked = { filter: AppealFilter; after?: Cursor | null; before?: Cursor | null; limit?: number; locale: Locale };

/** A page of cases, newest first: from the start, after a cursor, or before one. */
export async function listAppeals(
  world: World,
  viewer: Viewer | null,
  { filter, after = null, before = null, limit = PAGE, locale }: Asked,
): Promise<AppealPage> {
  const today = dayOf(world.now());
  const read = await rowsOf(world, viewer, {
    filter,
    at: before ?? after,
    up: before !== null,
    limit: limit + 1,
    locale,
  });
  const more = read.length > limit;
  const page = read.slice(0, limit);
  if (before) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  return {
    rows: page.map((row) => viewOf(world, row, today, locale)),
    newer: first && (before ? more : after !== null) ? cursorText(first) : null,
    older: last && (before ? true : more) ? cursorText(last) : null,
  };
}

type Some = { filter: AppealFilter; at: Cursor | null; up: boolean; limit: number; locale: Locale };

/** Of a search the newest first, and further back until there are enough. A case is as old as its entry. */
async function rowsOf(world: World, viewer: Viewer | null, some: Some): Promise<Row[]> {
  const { filter, at, up, limit } = some;
  if (!filter.q) return rowsIn(world, viewer, some, null, null);
  const question = await readQuestion(world, filter.q, { beginnings: true });
  let rows: Row[] = [];
  for await (const reach of reaches(world, { question, what: 'appeal', from: at, up, limit })) {
    rows = await rowsIn(world, viewer, some, question, reach);
    if (rows.length === limit) break;
  }
  return rows;
}

async function rowsIn(
  world: World,
  viewer: Viewer | null,
  { filter, at, up, limit, locale }: Some,
  question: Question | null,
  reach: Reach | null,
): Promise<Row[]> {
  const { values, given } = parameters();
  const among = reach ? ` AND ${placeIn(at, up, given)}${upTo(reach.edge, up, given)}` : '';
  const found = stretchesOf({ filter, question, among, viewer, today: dayOf(world.now()), given });
  const keyset = at
    ? [
        `(a."receivedAt", a.id) ${up ? '>' : '<'} (${given(new Date(at.at).toISOString())}::timestamptz, ${given(at.id)}::uuid)`,
      ]
    : [];
  const order = up ? 'ASC' : 'DESC';
  const text = `
WITH page AS MATERIALIZED (${found.newest({ keyset, order, limit })})
SELECT a.id, a.number, a.subject, a.language, a.kind, a.edition, b.slug, b.${NAME_IN[locale]} AS body,
       CASE WHEN NOT a."nameHidden" OR ${found.party()} THEN coalesce(o.name, p.name) END AS applicant,
       NOT ${openOn(found.today())} AS "isPrivate", a."receivedAt", a."receivedDay", a."registeredDay", a."dueDay", a."endedDay",
       a.provisional, a.extended, a.phase
  FROM page
  JOIN "Appeal" a ON a.id = page.id
  JOIN "Body" b ON b.id = a."bodyId"
  LEFT JOIN "Organisation" o ON o.id = a."organisationId"
  LEFT JOIN "Person" p ON p.id = a."personId" AND a."organisationId" IS NULL
 ORDER BY a."receivedAt" ${order}, a.id ${order}`;
  const plain = viewer === null && Object.values(filter).every((value) => !value);
  const name = plain ? `appeals_${locale}_${order}_${keyset.length}_${limit}` : undefined;
  return (await world.db.pool.query<Row>({ ...(name && { name }), text, values })).rows;
}

function viewOf({ guide }: World, row: Row, today: Day, locale: Locale): AppealRow {
  const {
    number,
    subject,
    language,
    kind,
    edition,
    slug,
    body,
    applicant,
    isPrivate,
    receivedDay,
    dueDay,
    endedDay,
    provisional,
    extended,
  } = row;
  return {
    ...{ number, subject, language, applicant, isPrivate, receivedDay, dueDay, endedDay, provisional, extended },
    kindId: kind,
    kind: guide.edition(edition).texts[locale][`kind.${kind}.name`] ?? kind,
    body: { slug, name: body },
    standing: standingOf(row, today),
    late: isLate(row, today),
    daysLeft: row.phase === 'open' ? workingDaysBetween(guide.calendar, today, dueDay) : 0,
  };
}

export type StandingCounts = Record<Standing, number>;
/** `atLeast`: a search has more hits than were looked at, the newest; there may be more of every standing. */
export type Counted = { counts: StandingCounts; atLeast: boolean };

/** How many cases of the filter are in each standing today, whatever standing it asks for; COUNTED + 1 means "more than COUNTED". */
export async function countStandings(world: World, viewer: Viewer | null, filter: AppealFilter): Promise<Counted> {
  const { values, given } = parameters();
  const question = filter.q ? await readQuestion(world, filter.q, { beginnings: true }) : null;
  const edge = question && (await countedTo(world, question));
  const among = upTo(edge, false, given);
  const today = dayOf(world.now());
  const { counted } = stretchesOf({ filter, question, among, viewer, today, given });
  const plain = viewer === null && Object.values({ ...filter, standing: null }).every((value) => !value);
  const { rows } = await world.db.pool.query<StandingCounts>({
    ...(plain && { name: 'standings' }),
    text: counted(COUNTED + 1),
    values,
  });
  const [counts] = rows;
  if (!counts) throw new Error('counting gave no row');
  return { counts, atLeast: edge !== null };
}

/** Back to when the hits of a search are counted: some COUNTED of the newest; null where all are. */
async function countedTo(world: World, question: Question): Promise<Date | null> {
  for await (const { edge } of reaches(world, { question, what: 'appeal', from: null, up: false, limit: COUNTED / 3 }))
    return edge;
  return null;
}
