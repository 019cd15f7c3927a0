// The day of an NGO or a person: answers that came, what others owe them and when, what they owe themselves, their latest cases.
// What is owed is read from obligations; why a day is the day comes with each in full.
import type { Locale } from '../../guide/schema';
import type { Verdict } from '../core/appeal';
import { addWorkingDays, workingDaysBetween } from '../core/calendar';
import { addDays, dayOf, type Day } from '../core/day';
import { pageOf } from '../core/duty';
import type { Reckoning } from '../core/term';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { sideConditions } from './appeals-where';
import { dutyTitle } from './duty-title';
import { gatheredIn, notGathered } from './gathered';
import { reasoned, type ReasonedTerm } from './reasons';
import { NAME_IN, parameters } from './statement';

/** Working days ahead that count as soon. */
export const SOON = 5;
const AT_MOST = 50;
/** Days that an answer stays among the news. */
const FRESH = 30;

export type OwedLine = {
  id: string;
  path: string;
  number: string;
  title: string;
  titleLang?: 'ru';
  what: string;
  decides: boolean;
  body: string;
  dueDay: Day;
  lawfulDue: Day;
  daysLeft: number;
  provisional: boolean;
  term: ReasonedTerm;
};
export type Came = {
  number: string;
  subject: string;
  body: string;
  outcome: string;
  phase: string;
  endedDay: Day;
  dueDay: Day;
  verdict: Verdict | null;
};
export type TodayView = {
  today: Day;
  overdue: OwedLine[];
  soon: OwedLine[];
  own: OwedLine[];
  came: Came[];
  open: number;
};

type OwedRow = {
  id: string;
  stream: string;
  number: string;
  title: string;
  titleRu: string | null;
  rule: string;
  edition: string;
  dueDay: Day;
  lawfulDue: Day;
  provisional: boolean;
  reckoning: Reckoning;
  body: string;
  side: 'creditor' | 'debtor';
};

export const partiesOf = (viewer: Viewer) => ({
  organisations: viewer.mandates.flatMap(({ role, organisationId }) =>
    role === 'representative' && organisationId ? [organisationId] : [],
  ),
  person: viewer.personId,
});

const OWED = (locale: Locale) => `
WITH due AS (
  SELECT o.*, 'creditor' AS side, o."debtorId" AS at FROM "Obligation" o
   WHERE o."closedDay" IS NULL AND o."dueDay" <= $3::bpchar AND ${notGathered('$4')}
     AND ((o."creditorKind" = 'organisation' AND o."creditorId" = ANY($1::uuid[])) OR (o."creditorKind" = 'person' AND o."creditorId" = $2::uuid))
  UNION ALL
  SELECT o.*, 'debtor', o."creditorId" FROM "Obligation" o
   WHERE o."closedDay" IS NULL AND ${notGathered('$4')}
     AND ((o."debtorKind" = 'organisation' AND o."debtorId" = ANY($1::uuid[])) OR (o."debtorKind" = 'person' AND o."debtorId" = $2::uuid)))
SELECT due.id, due.stream, due.number, due.title, due."titleRu", due.rule, due.edition, due."dueDay", due."lawfulDue", due.provisional, due.reckoning, due.side,
       coalesce(b.${NAME_IN[locale]}, '') AS body
  FROM due LEFT JOIN "Body" b ON b.id = due.at
 ORDER BY due."dueDay", due.id LIMIT ${2 * AT_MOST}`;

/** Everything of today for this viewer; lists are the nearest first and bounded, the full ones are a link away. */
export async function todayOf(world: World, viewer: Viewer, locale: Locale): Promise<TodayView> {
  const today = dayOf(world.now());
  const until = addWorkingDays(world.guide.calendar, today, SOON);
  const [owed, came, open] = await Promise.all([
    owedLines(world, viewer, until, locale),
    cameLately(world, viewer, today, locale),
    openCount(world, viewer),
  ]);
  const creditor = owed.filter(({ side }) => side === 'creditor');
  return {
    today,
    overdue: creditor.filter(({ dueDay }) => dueDay < today),
    soon: creditor.filter(({ dueDay }) => dueDay >= today),
    own: owed.filter(({ side }) => side === 'debtor'),
    came,
    open,
  };
}

async function owedLines(
  world: World,
  viewer: Viewer,
  until: Day,
  locale: Locale,
): Promise<(OwedLine & Pick<OwedRow, 'side'>)[]> {
  const { organisations, person } = partiesOf(viewer);
  const { rows } = await world.db.pool.query<OwedRow>({
    name: `owed_${locale}`,
    text: OWED(locale),
    values: [organisations, person, until, gatheredIn(world)],
  });
  const today = dayOf(world.now());
  return rows.map(
    ({
      id,
      stream,
      number,
      title,
      titleRu,
      rule,
      edition: editionId,
      dueDay,
      lawfulDue,
      provisional,
      reckoning,
      body,
      side,
    }) => {
      const edition = world.guide.edition(editionId);
      return {
        ...{ id, number, body, dueDay, lawfulDue, provisional, side },
        ...dutyTitle(locale, { title, titleRu }),
        path: pageOf(stream, number),
        what: edition.texts[locale][`rule.${rule}.name`] ?? rule,
        decides: rule === 'decide',
        daysLeft: workingDaysBetween(world.guide.calendar, today, dueDay),
        term: reasoned(edition, locale, reckoning),
      };
    },
  );
}

type CameRow = Came & { edition: string };

/** Own cases that a body ended lately, and answers that still wait for the applicant's word. */
async function cameLately(world: World, viewer: Viewer, today: Day, locale: Locale): Promise<Came[]> {
  const { values, given } = parameters();
  const { mine } = sideConditions(viewer, given);
  const { rows } = await world.db.pool.query<CameRow>({
    text: `
SELECT a.number, a.subject, b.${NAME_IN[locale]} AS body, a.outcome, a.edition, a.phase, a."endedDay", a."dueDay", a.verdict
  FROM "Appeal" a JOIN "Body" b ON b.id = a."bodyId"
 WHERE ${mine()} AND a.phase IN ('answered', 'taken_to_note', 'terminated')
   AND (a."endedDay" >= ${given(addDays(today, -FRESH))}::bpchar OR (a.verdict IS NULL AND a.phase <> 'terminated'))
 ORDER BY a."endedAt" DESC, a.id LIMIT ${AT_MOST}`,
    values,
  });
  return rows.map(({ edition, outcome, ...row }) => ({
    ...row,
    outcome:
      world.guide.edition(edition).texts[locale][
        `${row.phase === 'terminated' ? 'termination' : 'outcome'}.${outcome}.name`
      ] ?? outcome,
  }));
}

async function openCount({ db }: World, viewer: Viewer): Promise<number> {
  const { values, given } = parameters();
  const { mine } = sideConditions(viewer, given);
  const { rows } = await db.pool.query<{ n: number }>({
    text: `SELECT count(*)::int AS n FROM "Appeal" a WHERE ${mine()} AND a.phase = 'open'`,
    values,
  });
  return rows[0]?.n ?? 0;
}
