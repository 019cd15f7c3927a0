// Which cases a list holds, as SQL conditions over the table of appeals (alias `a`): what the viewer may read, and the filter.
// The reading rule is core/permission's 'appeal.read' in SQL; a test holds the two together.
import { openOn } from '../data/open-on';
import type { Day } from '../core/day';
import { addDays, instantOf } from '../core/day';
import { OFFICIAL_ROLES, type Viewer } from '../core/viewer';
import type { AppealFilter } from './appeal-filter';
import type { Question } from './search-question';
import { lateIs, standingIs } from './standing-where';
import { onDemand } from './statement';

type Given = (value: unknown) => string;
type Asked = {
  filter: AppealFilter;
  /** What `filter.q` asks for; null where nothing is searched, or where it is searched elsewhere. */
  question: Question | null;
  /** A condition on the entries (`e`) that are searched, with AND before it. */
  among?: string;
  viewer: Viewer | null;
  today: Day;
  given: Given;
};

const sidesOf = (viewer: Viewer) => ({
  bodies: viewer.mandates.flatMap(({ role, bodyId }) =>
    bodyId && (OFFICIAL_ROLES as readonly string[]).includes(role) ? [bodyId] : [],
  ),
  organisations: viewer.mandates.flatMap(({ role, organisationId }) =>
    organisationId && role === 'representative' ? [organisationId] : [],
  ),
});

/** Conditions on the viewer's side in a case: as applicant, as official of the body. 'false' where there is none. */
export function sideConditions(viewer: Viewer | null, given: Given): { mine: () => string; ours: () => string } {
  if (!viewer) return { mine: () => 'false', ours: () => 'false' };
  const { bodies, organisations } = sidesOf(viewer);
  return {
    mine: onDemand(() => {
      // Nothing is one's own through a key (core/viewer isSelf).
      const own = viewer.keyId
        ? 'false'
        : `(a."personId" = ${given(viewer.personId)}::uuid AND a."organisationId" IS NULL)`;
      return organisations.length > 0 ? `(${own} OR a."organisationId" = ANY(${given(organisations)}::uuid[]))` : own;
    }),
    ours: onDemand(() => (bodies.length > 0 ? `a."bodyId" = ANY(${given(bodies)}::uuid[])` : 'false')),
  };
}

const FIRST_YEAR = 2020;

/** Numbers of cases that the typed text may mean: '2026-000123', '123', '000123' of any year. */
export function numbersIn(q: string, now: Day): string[] {
  const [, year, digits] = /^(?:№\s*)?(?:(\d{4})-)?(\d{1,6})$/.exec(q) ?? [];
  if (!digits) return [];
  const padded = digits.padStart(6, '0');
  if (year) return [`${year}-${padded}`];
  const years = Number(now.slice(0, 4)) - FIRST_YEAR + 1;
  return Array.from({ length: years }, (_, index) => `${FIRST_YEAR + index}-${padded}`);
}

/** What was typed, as a number elsewhere is kept. */
export const externalIn = (q: string): string => q.trim().toUpperCase().replaceAll(/\s+/g, ' ').slice(0, 60);

/** Cases that a search finds, looked up once in the index of words and not row by row along the list. */
type Searched = { q: string; question: Question; among: string; now: Day; given: Given };
function hitsOf({ q, question, among, now, given }: Searched): string | null {
  if (question.tsquery === null) return null;
  const numbers = numbersIn(q, now);
  const byNumber = ` UNION SELECT n.id FROM "Appeal" n WHERE n.number = ANY(${given(numbers)}::text[]) OR n."externalNumber" = ${given(externalIn(q))}`;
  return `WITH hits AS MATERIALIZED (SELECT e.id FROM "SearchEntry" e WHERE e.kind = 'appeal'${among} AND e.words @@ ${given(question.tsquery)}::tsquery${byNumber}) `;
}

/** The body of this slug (a placeholder) and those under it, by id. */
export const bodiesUnder = (slug: string): string => `WITH RECURSIVE down AS (SELECT id FROM "Body" WHERE slug = ${slug}
    UNION SELECT b.id FROM "Body" b JOIN down ON b."parentId" = down.id) SELECT id FROM down`;

/** The condition that a row (`alias`) belongs to the body of this slug (a placeholder) or to one under it. */
export const underBody = (alias: string, slug: string): string => `${alias}."bodyId" IN (${bodiesUnder(slug)})`;

const instant = (day: Day): string => new Date(instantOf(day, '00:00')).toISOString();

type Conditions = {
  /** Stands before the statement; empty without a search. */
  hits: string;
  conditions: string[];
  party: () => string;
  today: () => string;
};

/** Conditions to be joined by AND (never empty), the one that says the viewer is a party, and the placeholder of today. */
export function conditionsOf({ filter, question, among = '', viewer, today: now, given }: Asked): Conditions {
  const { mine, ours } = sideConditions(viewer, given);
  const party = () => (viewer ? `(${mine()} OR ${ours()})` : 'false');
  const today = onDemand(() => given(now));
  const { q, body, kind, standing, time, from, to, whose } = filter;
  const hits = question && hitsOf({ q, question, among, now, given });
  const open = () => (viewer ? `(${openOn(today())} OR ${party()})` : openOn(today()));
  const asked = [
    whose === 'mine' ? mine() : whose === 'ours' ? ours() : open(),
    // A search in which no word can be read finds nothing, rather than everything.
    hits ? 'a.id IN (SELECT id FROM hits)' : question ? 'false' : null,
    body ? underBody('a', given(body)) : null,
    kind ? `a.kind = ${given(kind)}` : null,
    standing ? `(${standingIs(standing, today())})` : null,
    time === 'late' ? lateIs(today()) : time === 'in_time' ? `NOT (${lateIs(today())})` : null,
    from ? `a."receivedAt" >= ${given(instant(from))}::timestamptz` : null,
    to ? `a."receivedAt" < ${given(instant(addDays(to, 1)))}::timestamptz` : null,
  ];
  return { hits: hits ?? '', conditions: asked.filter((condition) => condition !== null), party, today };
}
