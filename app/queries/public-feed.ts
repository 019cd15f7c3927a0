// What the public feeds of one body, topic or round hold: what happened lately, and the open duties with their last days. Only what every
// visitor reads: public cases, and rounds that were opened. Of a body its cases and rounds, and those of the bodies under it.
import type { Locale } from '../../guide/schema';
import { addDays, dayOf, type Day, type Instant } from '../core/day';
import { pageOf, streamNoun } from '../core/duty';
import type { EventType } from '../core/event';
import { TOPICS, type Topic } from '../core/topic';
import { openKind, openTypes, type WebhookKind } from '../core/webhook';
import { openOn } from '../data/open-on';
import type { World } from '../world';
import { underBody } from './appeals-where';
import { gatheredIn, notGathered } from './gathered';
import { bodyName } from './round-days';
import { NAME_IN, onDemand, parameters } from './statement';

export type FeedScope = { what: 'body' | 'topic' | 'round'; value: string };
/** `name`: of a body in the reader's language, of a round its title; null for a topic, whose name is a text. `page`: a path without language. */
export type FeedAbout = FeedScope & { name: string | null; page: string };
type Looking = Pick<World, 'db' | 'guide' | 'now'>;

/** What the address of a feed asks for: a body, else a topic, else a round. Null where it asks for nothing that is there. */
export async function feedAbout(world: Looking, query: URLSearchParams, locale: Locale): Promise<FeedAbout | null> {
  const [body, topic, round] = ['body', 'topic', 'round'].map((name) => query.get(name)?.slice(0, 80));
  if (body) {
    const name = await bodyName(world, body, locale);
    return name === null ? null : { what: 'body', value: body, name, page: `/bodies/${encodeURIComponent(body)}` };
  }
  if (topic) {
    const known: Topic | undefined = TOPICS.find((one) => one === topic);
    return known ? { what: 'topic', value: known, name: null, page: `/rounds?topic=${known}` } : null;
  }
  if (!round) return null;
  const found = await world.db.prisma.round.findFirst({
    where: { number: round, phase: { not: 'preparing' } },
    select: { titleKk: true, titleRu: true },
  });
  return (
    found && {
      what: 'round',
      value: round,
      name: locale === 'kk' ? found.titleKk : found.titleRu,
      page: `/rounds/${round}`,
    }
  );
}

const ofRounds = ({ what, value }: FeedScope, given: (value: unknown) => string): string =>
  what === 'body'
    ? underBody('r', given(value))
    : what === 'topic'
      ? `r.topic = ${given(value)}`
      : `r.number = ${given(value)}`;

export type NewsItem = {
  kind: WebhookKind;
  path: string;
  number: string;
  version: number;
  at: Instant;
  title: string;
  body: string;
};
const LATEST = 50;
type EventRow = Omit<NewsItem, 'kind' | 'at' | 'path'> & { type: EventType; at: Date; stream: string };

/** The latest first. Of a body's cases those count that came or ended last. */
export async function publicNews({ db, now }: Looking, scope: FeedScope, locale: Locale): Promise<NewsItem[]> {
  const { values, given } = parameters();
  const name = NAME_IN[locale];
  const today = onDemand(() => given(dayOf(now())));
  const latestCases = (order: string) =>
    `(SELECT 'appeal:' || a.id AS stream, a.number, a.subject AS title, a."bodyId" FROM "Appeal" a
       WHERE ${underBody('a', given(scope.value))} AND ${openOn(today())} ${order} LIMIT ${LATEST})`;
  const cases =
    scope.what === 'body'
      ? ` UNION ${latestCases('ORDER BY a."receivedAt" DESC, a.id DESC')} UNION ${latestCases(`AND a."endedDay" IS NOT NULL ORDER BY a."endedDay" DESC, a.id DESC`)}`
      : '';
  const { rows } = await db.pool.query<EventRow>({
    text: `
WITH objects AS (
  (SELECT 'round:' || r.id AS stream, r.number, ${locale === 'kk' ? 'r."titleKk"' : 'r."titleRu"'} AS title, r."bodyId" FROM "Round" r
    WHERE r.phase <> 'preparing' AND ${ofRounds(scope, given)} ORDER BY r."openedDay" DESC, r.id DESC LIMIT ${LATEST})${cases}
)
SELECT e.type, e.stream, e.version, e.at, o.number, o.title, b.${name} AS body
  FROM objects o JOIN "Event" e ON e.stream = o.stream JOIN "Body" b ON b.id = o."bodyId"
 WHERE e.type = ANY (CASE WHEN e.stream LIKE 'appeal:%' THEN ${given(openTypes('appeal'))}::text[] ELSE ${given(openTypes('round'))}::text[] END)
   AND (e.type <> 'obligation.lapsed' OR e.payload ->> 'rule' = 'decide')
   AND (e.type <> 'round.document_added' OR EXISTS (
     SELECT FROM "Event" f WHERE f.stream = e.stream AND f.type = 'round.opened' AND f.version < e.version))
 ORDER BY e.at DESC, e.seq DESC LIMIT ${LATEST}`,
    values,
  });
  return rows.flatMap(({ type, stream, at, ...row }) => {
    const kind = openKind(streamNoun(stream), type);
    return kind ? [{ ...row, kind, at: at.getTime(), path: pageOf(stream, row.number) }] : [];
  });
}

export type PublicDuty = {
  id: string;
  path: string;
  number: string;
  title: string;
  what: string;
  body: string;
  dueDay: Day;
  provisional: boolean;
  /** When the duty came to be: what a calendar takes as the time of the entry. */
  since: Instant;
};
/** What is long overdue stands on pages; a calendar is about days to come and those just gone. */
const BEHIND_DAYS = 90;
const AHEAD_DAYS = 400;
type DutyRow = Omit<PublicDuty, 'path' | 'what' | 'since'> & {
  stream: string;
  rule: string;
  edition: string;
  openedAt: Date;
};

/** Open duties of state bodies, the soonest first: in public cases those of the law, in rounds all. */
export async function publicDuties(world: Looking, scope: FeedScope, locale: Locale): Promise<PublicDuty[]> {
  const { values, given } = parameters();
  const today = dayOf(world.now());
  const cases =
    scope.what === 'body'
      ? `a.id IS NOT NULL AND ${openOn(given(today))} AND ${underBody('a', given(scope.value))}`
      : 'false';
  const { rows } = await world.db.pool.query<DutyRow>({
    text: `
SELECT o.id, o.number, o.stream, o.rule, o.edition, o."dueDay", o.provisional, o."openedAt", b.${NAME_IN[locale]} AS body,
       coalesce(a.subject, ${locale === 'kk' ? 'r."titleKk"' : 'r."titleRu"'}) AS title
  FROM "Obligation" o JOIN "Body" b ON b.id = o."debtorId"
  LEFT JOIN "Appeal" a ON a.id = CASE WHEN o.stream LIKE 'appeal:%' THEN substr(o.stream, 8)::uuid END
  LEFT JOIN "Round" r ON r.id = CASE WHEN o.stream LIKE 'round:%' THEN substr(o.stream, 7)::uuid END
 WHERE o."debtorKind" = 'body' AND o."closedDay" IS NULL AND o."dueDay" BETWEEN ${given(addDays(today, -BEHIND_DAYS))} AND ${given(addDays(today, AHEAD_DAYS))}
   AND o.rule NOT IN ('errand', 'serve') AND ${notGathered(given(gatheredIn(world)))}
   AND ((${cases}) OR (r.phase <> 'preparing' AND ${ofRounds(scope, given)}))
 ORDER BY o."dueDay", o.id`,
    values,
  });
  return rows.map(({ stream, rule, edition, openedAt, ...row }) => ({
    ...row,
    path: pageOf(stream, row.number),
    what: world.guide.edition(edition).texts[locale][`rule.${rule}.name`] ?? rule,
    since: openedAt.getTime(),
  }));
}
