// The desk: what the bodies of an official owe, by lawful time left. Reads obligations alone and knows nothing of appeals: a row
// leads to its case by the path that its stream and number give. Of many duties that one stands for, it shows that one.
import { z } from 'zod';
import type { Locale } from '../../guide/schema';
import { coveredBy } from '../core/acting';
import { workingDaysBetween } from '../core/calendar';
import { dayOf, type Day } from '../core/day';
import { pageOf } from '../core/duty';
import { horizon, loadForecast, type LoadForecast } from '../core/load-forecast';
import { NEARNESS, nearnessOf, nearUntil, type Nearness } from '../core/nearness';
import { OFFICIAL_ROLES, type Viewer } from '../core/viewer';
import { absencesAt, standInsAt, type StandIn } from '../data/absences';
import type { World } from '../world';
import { dutyTitle } from './duty-title';
import { gatheredIn, notGathered } from './gathered';
import { NAME_IN, onDemand, parameters } from './statement';

export const COUNTED = 1000;
const PAGE = 50;

const askedShape = z.object({
  due: z.enum(NEARNESS).nullable().catch(null),
  /** `nobody`: not assigned yet. */
  whose: z.enum(['mine', 'all', 'nobody']).nullable().catch(null),
  body: z.uuid().nullable().catch(null),
  after: z.string().nullable().catch(null),
  before: z.string().nullable().catch(null),
});
export type DeskAsked = z.output<typeof askedShape>;
export const deskAsked = (query: URLSearchParams): DeskAsked =>
  askedShape.parse(
    Object.fromEntries(['due', 'whose', 'body', 'after', 'before'].map((name) => [name, query.get(name)])),
  );

export type DeskRow = {
  id: string;
  path: string;
  number: string;
  title: string;
  titleLang?: 'ru';
  what: string;
  kind: string;
  dueDay: Day;
  provisional: boolean;
  nearness: Nearness;
  daysLeft: number;
  official: string | null;
  /** Who acts in the place of that official today. */
  cover: string | null;
  mine: boolean;
  body: string;
};
export type Desk = {
  today: Day;
  nearUntil: Day;
  bodies: { id: string; slug: string; name: string }[];
  whose: 'mine' | 'all' | 'nobody';
  counts: Record<Nearness, number>;
  shares: Record<'mine' | 'all' | 'nobody', number>;
  rows: DeskRow[];
  /** What is due at these bodies on the coming days, of the share that is shown. */
  load: LoadForecast;
  newer: string | null;
  older: string | null;
};

/** The bodies where the viewer is an official. */
export const bodiesOfOfficial = (viewer: Viewer): string[] => [
  ...new Set(
    viewer.mandates.flatMap(({ role, bodyId }) =>
      bodyId && (OFFICIAL_ROLES as readonly string[]).includes(role) ? [bodyId] : [],
    ),
  ),
];

/** An executor begins with the own work; whoever registers or decides sees the whole body's. */
export const usualShare = (viewer: Viewer): 'mine' | 'all' =>
  viewer.mandates.some(({ role }) => role === 'registrar' || role === 'approver') ? 'all' : 'mine';

type Row = {
  id: string;
  stream: string;
  number: string;
  title: string;
  titleRu: string | null;
  rule: string;
  procedure: string;
  edition: string;
  dueDay: Day;
  provisional: boolean;
  officialId: string | null;
  official: string | null;
  body: string;
  bodyId: string;
};

const dueIn = (nearness: Nearness, today: string, near: string): string => {
  switch (nearness) {
    case 'overdue':
      return `o."dueDay" < ${today}::bpchar`;
    case 'today':
      return `o."dueDay" = ${today}::bpchar`;
    case 'near':
      return `o."dueDay" > ${today}::bpchar AND o."dueDay" <= ${near}::bpchar`;
    case 'later':
      return `o."dueDay" > ${near}::bpchar`;
  }
};

/** The desk of an official, soonest first; null for someone who is none. */
export async function deskOf(world: World, viewer: Viewer, asked: DeskAsked, locale: Locale): Promise<Desk | null> {
  const own = bodiesOfOfficial(viewer);
  if (own.length === 0) return null;
  const bodies = asked.body && own.includes(asked.body) ? [asked.body] : own;
  const today = dayOf(world.now());
  const until = nearUntil(world.guide.calendar, today);
  const whose = asked.whose ?? usualShare(viewer);
  const scope = { viewer, bodies, today, nearUntil: until, whose };
  const [page, counts, names, load, standIns] = await Promise.all([
    rowsOf(world, scope, asked, locale),
    countsOf(world, scope),
    namesOf(world, own, locale),
    loadOf(world, scope),
    standInsAt(world.db, bodies, world.now()),
  ]);
  return {
    today,
    nearUntil: until,
    bodies: names,
    whose,
    load,
    ...counts,
    ...page,
    rows: page.rows.map((row) => covered(row, standIns)),
  };
}

/** The row with whoever stands in for its official at its body. */
const covered = ({ officialId, bodyId, ...row }: Found, standIns: readonly StandIn[]): DeskRow => ({
  ...row,
  cover: standIns.find((one) => one.personId === officialId && one.bodyId === bodyId)?.cover ?? null,
});

type Found = Omit<DeskRow, 'cover'> & { officialId: string | null; bodyId: string };
type Scope = { viewer: Viewer; bodies: string[]; today: Day; nearUntil: Day; whose: Desk['whose'] };

/** What is open at these bodies, as conditions. */
function openAt(world: World, { viewer, bodies }: Scope, given: (value: unknown) => string) {
  const mine = onDemand(() => given([viewer.personId, ...coveredBy(viewer)]));
  const shares = {
    mine: () => `o."officialId" = ANY(${mine()}::uuid[])`,
    all: () => 'true',
    nobody: () => `o."officialId" IS NULL`,
  };
  return {
    open: `o."debtorKind" = 'body' AND o."debtorId" = ANY(${given(bodies)}::uuid[]) AND o."closedDay" IS NULL AND ${notGathered(given(gatheredIn(world)))}`,
    shares,
  };
}

async function rowsOf(
  world: World,
  scope: Scope,
  { due, after, before }: DeskAsked,
  locale: Locale,
): Promise<Pick<Desk, 'newer' | 'older'> & { rows: Found[] }> {
  const { values, given } = parameters();
  const { open, shares } = openAt(world, scope, given);
  const [at, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(before ?? after ?? '')?.slice(1) ?? [];
  const back = before !== null && at !== undefined;
  const conditions = [
    open,
    shares[scope.whose](),
    ...(due
      ? [
          due === 'near'
            ? dueIn(due, given(scope.today), given(scope.nearUntil))
            : dueIn(due, due === 'later' ? '' : given(scope.today), due === 'later' ? given(scope.nearUntil) : ''),
        ]
      : []),
    ...(at && id ? [`(o."dueDay", o.id) ${back ? '<' : '>'} (${given(at)}::bpchar, ${given(id)}::uuid)`] : []),
  ];
  const order = back ? 'DESC' : 'ASC';
  const { rows } = await world.db.pool.query<Row>({
    text: `
SELECT o.id, o.stream, o.number, o.title, o."titleRu", o.rule, o.procedure, o.edition, o."dueDay", o.provisional, o."officialId", p.name AS official, b.${NAME_IN[locale]} AS body, b.id AS "bodyId"
  FROM "Obligation" o
  JOIN "Body" b ON b.id = o."debtorId"
  LEFT JOIN "Person" p ON p.id = o."officialId"
 WHERE ${conditions.join(' AND ')}
 ORDER BY o."dueDay" ${order}, o.id ${order} LIMIT ${PAGE + 1}`,
    values,
  });
  const more = rows.length > PAGE;
  const page = rows.slice(0, PAGE);
  if (back) page.reverse();
  const cursor = (row: Row | undefined) => (row ? `${row.dueDay}_${row.id}` : null);
  return {
    rows: page.map((row) => viewOf(world, row, scope, locale)),
    newer: (back ? more : at !== undefined) ? cursor(page[0]) : null,
    older: (back ? true : more) ? cursor(page.at(-1)) : null,
  };
}

function viewOf({ guide }: World, row: Row, { viewer, today, nearUntil }: Scope, locale: Locale): Found {
  const { id, stream, number, rule, procedure, edition, dueDay, provisional, officialId, official, body, bodyId } = row;
  const texts = guide.edition(edition).texts[locale];
  return {
    ...{ id, number, dueDay, provisional, officialId, official, body, bodyId },
    ...dutyTitle(locale, row),
    path: pageOf(stream, number),
    what: texts[`rule.${rule}.name`] ?? rule,
    kind: texts[`kind.${procedure}.name`] ?? procedure,
    nearness: nearnessOf(dueDay, today, nearUntil),
    daysLeft: workingDaysBetween(guide.calendar, today, dueDay),
    mine: officialId === viewer.personId,
  };
}

/** How many are open by nearness (in the share asked for) and by share; COUNTED + 1 means more than that. */
async function countsOf(world: World, scope: Scope): Promise<Pick<Desk, 'counts' | 'shares'>> {
  const { values, given } = parameters();
  const { open, shares } = openAt(world, scope, given);
  const [today, near] = [given(scope.today), given(scope.nearUntil)];
  const bounded = (name: string, condition: string) =>
    `(SELECT count(*)::int FROM (SELECT 1 FROM "Obligation" o WHERE ${open} AND ${condition} LIMIT ${COUNTED + 1}) x) AS "${name}"`;
  const columns = [
    ...NEARNESS.map((nearness) => bounded(nearness, `${shares[scope.whose]()} AND ${dueIn(nearness, today, near)}`)),
    ...(['mine', 'all', 'nobody'] as const).map((share) => bounded(share, shares[share]())),
  ];
  const { rows } = await world.db.pool.query<Record<Nearness | Desk['whose'], number>>({
    text: `SELECT ${columns.join(', ')}`,
    values,
  });
  const [found] = rows;
  if (!found) throw new Error('counting gave no row');
  const { overdue, today: now, near: soon, later, mine, all, nobody } = found;
  return { counts: { overdue, today: now, near: soon, later }, shares: { mine, all, nobody } };
}

/** Of work of one's own: what falls due on days on which one is there, and that of colleagues on days on which one covers them. */
const MINE = (me: string) => `((o."officialId" = ${me}::uuid AND NOT EXISTS (SELECT 1 FROM "Absence" a
         WHERE a."personId" = o."officialId" AND a."bodyId" = o."debtorId" AND o."dueDay" BETWEEN a."fromDay" AND a."untilDay"))
   OR EXISTS (SELECT 1 FROM "Absence" a
         WHERE a."coverId" = ${me}::uuid AND a."personId" = o."officialId" AND a."bodyId" = o."debtorId" AND o."dueDay" BETWEEN a."fromDay" AND a."untilDay"))`;

async function loadOf(world: World, scope: Scope): Promise<LoadForecast> {
  const { calendar } = world.guide;
  const { values, given } = parameters();
  const { open, shares } = openAt(world, scope, given);
  const whose = scope.whose === 'mine' ? MINE(given(scope.viewer.personId)) : shares[scope.whose]();
  const until = horizon(calendar, scope.today);
  const [{ rows }, away] = await Promise.all([
    world.db.pool.query<{ day: Day; due: number }>({
      text: `SELECT o."dueDay" AS day, count(*)::int AS due FROM "Obligation" o
            WHERE ${open} AND ${whose} AND o."dueDay" BETWEEN ${given(scope.today)}::bpchar AND ${given(until)}::bpchar GROUP BY 1`,
      values,
    }),
    Promise.all(scope.bodies.map((id) => absencesAt(world.db, id, { fromDay: scope.today, untilDay: until }))),
  ]);
  const due = new Map(rows.map(({ day, due: n }) => [day, n]));
  const those = away.flat().filter(({ personId }) => scope.whose !== 'mine' || personId === scope.viewer.personId);
  return loadForecast({ due, away: those, calendar, today: scope.today });
}

/** Bodies by name. */
export async function namesOf({ db }: Pick<World, 'db'>, ids: string[], locale: Locale): Promise<Desk['bodies']> {
  const { rows } = await db.pool.query<Desk['bodies'][number]>({
    name: `own_bodies_${locale}`,
    text: `SELECT id, slug, ${NAME_IN[locale]} AS name FROM "Body" WHERE id = ANY($1::uuid[]) ORDER BY name`,
    values: [ids],
  });
  return rows;
}
