// Everything that stands open of a person's duties and of what others owe them, as a calendar shows it: the desk of an official, the day of
// an NGO and the work of a council in one list. Reads obligations alone.
import type { Locale } from '../../guide/schema';
import { coveredBy } from '../core/acting';
import type { Day } from '../core/day';
import { pageOf } from '../core/duty';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { bodiesOfOfficial, usualShare } from './desk';
import { dutyTitle } from './duty-title';
import { gatheredIn, notGathered } from './gathered';
import { NAME_IN } from './statement';
import { partiesOf } from './today';

/** `side`: the person's own, or one owed to them. `body`: the other side, or the body that owes. */
export type Duty = {
  id: string;
  side: 'own' | 'owed';
  path: string;
  number: string;
  title: string;
  what: string;
  body: string | null;
  dueDay: Day;
  provisional: boolean;
};

type Row = Pick<Duty, 'id' | 'side' | 'number' | 'title' | 'body' | 'dueDay' | 'provisional'> & {
  stream: string;
  titleRu: string | null;
  rule: string;
  edition: string;
};

const OF_PARTIES = (side: 'creditor' | 'debtor') =>
  `(o."${side}Kind" = 'organisation' AND o."${side}Id" = ANY($1::uuid[])) OR (o."${side}Kind" = 'person' AND o."${side}Id" = $2::uuid)`;

const DUTIES = (locale: Locale) => `
WITH open AS (
  SELECT o.*, 'own' AS side FROM "Obligation" o
   WHERE o."closedDay" IS NULL AND ${notGathered('$5')}
     AND ((o."debtorKind" = 'body' AND o."debtorId" = ANY($3::uuid[]) AND ($6::bool OR o."officialId" = ANY($7::uuid[])))
          OR (o."debtorKind" = 'council' AND o."debtorId" = ANY($4::uuid[])) OR ${OF_PARTIES('debtor')})
  UNION ALL
  SELECT o.*, 'owed' FROM "Obligation" o
   WHERE o."closedDay" IS NULL AND ${notGathered('$5')} AND (${OF_PARTIES('creditor')}))
SELECT open.id, open.side, open.stream, open.number, open.title, open."titleRu", open.rule, open.edition, open."dueDay", open.provisional,
       b.${NAME_IN[locale]} AS body
  FROM open LEFT JOIN "Body" b ON b.id = CASE WHEN open."debtorKind" = 'body' THEN open."debtorId" ELSE open."creditorId" END
 ORDER BY open."dueDay", open.id`;

/** The soonest first. Of an official who registers or decides, everything of the body; of an executor, what is assigned to them. */
export async function dutiesOf(world: World, viewer: Viewer, locale: Locale): Promise<Duty[]> {
  const { organisations, person } = partiesOf(viewer);
  const councils = viewer.mandates.flatMap(({ councilId }) => councilId ?? []);
  const { rows } = await world.db.pool.query<Row>({
    name: `duties_${locale}`,
    text: DUTIES(locale),
    values: [
      ...[organisations, person, bodiesOfOfficial(viewer), councils, gatheredIn(world)],
      usualShare(viewer) === 'all',
      [viewer.personId, ...coveredBy(viewer)],
    ],
  });
  return rows.map(({ stream, rule, edition, titleRu, ...row }) => ({
    ...row,
    title: dutyTitle(locale, { title: row.title, titleRu }).title,
    path: pageOf(stream, row.number),
    what: world.guide.edition(edition).texts[locale][`rule.${rule}.name`] ?? rule,
  }));
}
