// The secretary's week: what the council must look at or is waiting for, read from rounds, obligations and appeals of its body; each
// line can go on the agenda of a meeting.
import type { Locale } from '../../guide/schema';
import { addWorkingDays, workingDaysBetween } from '../core/calendar';
import { addDays, dayOf, type Day } from '../core/day';
import { may } from '../core/permission';
import type { Meeting } from '../core/meeting';
import type { Viewer } from '../core/viewer';
import { openOn } from '../data/open-on';
import type { World } from '../world';
import { NAME_IN } from './statement';

/** Working days ahead that the desk looks. */
export const AHEAD = 10;
const AT_MOST = 100;
/** Meetings on one page. */
const PAGE = 50;

export const DESK_PARTS = [
  'to_rule',
  'closing',
  'owed_to_council',
  'overdue',
  'commitments',
  'overdue_appeals',
] as const;
export type DeskPart = (typeof DESK_PARTS)[number];
export type DeskItem = {
  /** Number of the round or the appeal. */
  about: string;
  path: string;
  title: string;
  /** The title as it goes on an agenda: that of a round in both state languages. */
  question: string;
  what: string;
  dueDay: Day;
  daysLeft: number;
};
export type MeetingLine = { number: string; day: Day; held: boolean; questions: number };
export type CouncilDesk = {
  council: { id: string; slug: string; name: string; body: string };
  today: Day;
  /** `more`: further ones that are not among the items, later than those. */
  parts: { part: DeskPart; items: DeskItem[]; more: number }[];
  meetings: MeetingPage;
  /** Every council on which the viewer sits, where there are several. */
  councils: { slug: string; name: string }[];
  mayCall: boolean;
};

type Row = {
  part: DeskPart;
  about: string;
  path: string;
  title: string;
  question: string;
  rule: string;
  edition: string;
  dueDay: Day;
  total: number;
};

const TITLES = `CASE WHEN $6 = 'kk' THEN r."titleKk" ELSE r."titleRu" END AS title, r."titleKk" || ' / ' || r."titleRu" AS question`;

/** How many there are, however many are given. */
const TOTAL = 'count(*) OVER ()::int AS total';

/**
 * Contested figures that the council has to rule upon, rounds of the body that close soon, replies the body owes the council, what it has let pass in rounds, commitments that fall due, and
 * appeals that stand overdue. Of each the nearest, with how many there are.
 */
const ITEMS = `
SELECT * FROM (
  (SELECT 'to_rule' AS part, o.number AS about, '/contests/' || o.number AS path, o.title, o.title AS question, o.rule, o.edition, o."dueDay", ${TOTAL}
     FROM "Obligation" o WHERE o."debtorKind" = 'council' AND o."debtorId" = $2::uuid AND o."closedDay" IS NULL
    ORDER BY o."dueDay" LIMIT ${AT_MOST})
  UNION ALL
  (SELECT 'closing' AS part, r.number AS about, '/rounds/' || r.number AS path, ${TITLES},
          'comment_period' AS rule, r.edition, r."closesDay" AS "dueDay", ${TOTAL}
     FROM "Round" r WHERE r."bodyId" = $1::uuid AND r.phase = 'opened' AND r."closesDay" >= $3::bpchar AND r."closesDay" <= $4::bpchar
    ORDER BY r."closesDay" LIMIT ${AT_MOST})
  UNION ALL
  (SELECT 'owed_to_council', o.number, '/' || split_part(o.stream, ':', 1) || 's/' || o.number, ${TITLES}, o.rule, o.edition, o."dueDay", ${TOTAL}
     FROM "Obligation" o JOIN "Round" r ON r.number = o.number WHERE o."creditorKind" = 'council' AND o."creditorId" = $2::uuid AND o."closedDay" IS NULL AND o.stream LIKE 'round:%'
    ORDER BY o."dueDay" LIMIT ${AT_MOST})
  UNION ALL
  (SELECT 'overdue', o.number, '/rounds/' || o.number, ${TITLES}, o.rule, o.edition, o."dueDay", ${TOTAL}
     FROM "Obligation" o JOIN "Round" r ON r.number = o.number WHERE o."debtorKind" = 'body' AND o."debtorId" = $1::uuid AND o."closedDay" IS NULL AND o."dueDay" < $3::bpchar
      AND o.stream LIKE 'round:%' AND o.rule <> 'commitment' AND (o."creditorKind" IS DISTINCT FROM 'council')
    ORDER BY o."dueDay" LIMIT ${AT_MOST})
  UNION ALL
  (SELECT 'commitments', o.number, '/rounds/' || o.number, ${TITLES}, o.rule, o.edition, o."dueDay", ${TOTAL}
     FROM "Obligation" o JOIN "Round" r ON r.number = o.number WHERE o."debtorKind" = 'body' AND o."debtorId" = $1::uuid AND o."closedDay" IS NULL AND o."dueDay" <= $4::bpchar AND o.rule = 'commitment'
    ORDER BY o."dueDay" LIMIT ${AT_MOST})
  UNION ALL
  (SELECT 'overdue_appeals', a.number, '/appeals/' || a.number, a.subject, a.subject, 'decide', a.edition, a."dueDay", ${TOTAL}
     FROM "Appeal" a WHERE a."bodyId" = $1::uuid AND a.phase = 'open' AND a."dueDay" < $3::bpchar AND a."dueDay" >= $5::bpchar AND ${openOn('$3')}
    ORDER BY a."dueDay" LIMIT ${AT_MOST})
) x`;

/** Appeals that have stood overdue for longer are a matter for figures, not for an agenda. */
const LOOKED_BACK = 120;

/** The desk of a council for whoever sits on it; null for others and where there is no such council. */
export async function councilDesk(
  world: World,
  viewer: Viewer,
  slug: string,
  locale: Locale,
): Promise<CouncilDesk | null> {
  const council = await councilBySlug(world, slug, locale);
  if (!council || !may(viewer, 'council.read_desk', { councilId: council.id })) return null;
  const { calendar } = world.guide;
  const today = dayOf(world.now());
  const [{ rows }, meetings] = await Promise.all([
    world.db.pool.query<Row>({
      name: 'council_desk',
      text: ITEMS,
      values: [
        council.bodyId,
        council.id,
        today,
        addWorkingDays(calendar, today, AHEAD),
        addDays(today, -LOOKED_BACK),
        locale,
      ],
    }),
    meetingsOf(world, council.id, null),
  ]);
  const { id, name, body } = council;
  return {
    ...{ council: { id, slug, name, body }, today, meetings },
    councils: await seatsHeld(world, viewer, locale),
    mayCall: !council.closed && may(viewer, 'council.record_view', { councilId: id }),
    parts: DESK_PARTS.map((part) => {
      const own = rows.filter((row) => row.part === part);
      return {
        part,
        more: (own[0]?.total ?? 0) - own.length,
        items: own.map(({ about, path, title, question, rule, edition, dueDay }) => ({
          ...{ about, path, title, question, dueDay, daysLeft: workingDaysBetween(calendar, today, dueDay) },
          what: world.guide.edition(edition).texts[locale][`rule.${rule}.name`] ?? rule,
        })),
      };
    }),
  };
}

type Found = { id: string; bodyId: string; name: string; body: string; closed: boolean };

async function councilBySlug({ db }: World, slug: string, locale: Locale): Promise<Found | null> {
  const { rows } = await db.pool.query<Found>({
    name: `council_by_slug_${locale}`,
    text: `SELECT c.id, c."bodyId", c.${NAME_IN[locale]} AS name, b.${NAME_IN[locale]} AS body, c."closedAt" IS NOT NULL AS closed
             FROM "Council" c JOIN "Body" b ON b.id = c."bodyId" WHERE c.slug = $1`,
    values: [slug],
  });
  return rows[0] ?? null;
}

/** A page of meetings, the latest first; `older`: where the next page begins. */
export type MeetingPage = { lines: MeetingLine[]; older: string | null };

/** The meetings of a council, from `after` on (as `older` gave it). Public: the law has them published. */
export async function meetingsOf({ db }: World, councilId: string, after: string | null): Promise<MeetingPage> {
  const [day, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(after ?? '')?.slice(1) ?? [];
  const rows = await db.prisma.meeting.findMany({
    where: { councilId, ...(day && id && { OR: [{ day: { lt: day } }, { day, id: { lt: id } }] }) },
    orderBy: [{ day: 'desc' }, { id: 'desc' }],
    select: { id: true, number: true, facts: true },
    take: PAGE + 1,
  });
  const page = rows.slice(0, PAGE).map(({ id: meetingId, number, facts }) => {
    const meeting = facts as unknown as Meeting;
    const { agenda, held } = meeting;
    return { id: meetingId, number, day: meeting.day, held: held !== null, questions: agenda.length };
  });
  const last = page.at(-1);
  return {
    lines: page.map(({ id: _id, ...line }) => line),
    older: rows.length > PAGE && last ? `${last.day}_${last.id}` : null,
  };
}

async function seatsHeld({ db }: World, viewer: Viewer, locale: Locale): Promise<{ slug: string; name: string }[]> {
  const ids = [...new Set(viewer.mandates.flatMap(({ councilId }) => (councilId ? [councilId] : [])))];
  if (ids.length < 2) return [];
  const { rows } = await db.pool.query<{ slug: string; name: string }>({
    name: `council_seats_${locale}`,
    text: `SELECT slug, ${NAME_IN[locale]} AS name FROM "Council" WHERE id = ANY ($1::uuid[]) ORDER BY 2`,
    values: [ids],
  });
  return rows;
}
