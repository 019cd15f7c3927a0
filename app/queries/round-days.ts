// Days of rounds, for the calendar page and the feeds that calendars and readers subscribe to: first and last days for comments and
// hearings. Everything public, of one body, topic or region where asked.
import type { Locale, RoundKind } from '../../guide/schema';
import type { Day, Instant } from '../core/day';
import type { World } from '../world';
import { underBody } from './appeals-where';
import { concerns, type DaysAsked } from './round-filter';
import { titledFor, type Titled } from './rounds';
import { NAME_IN, parameters } from './statement';

export type RoundDays = Titled & {
  number: string;
  kind: RoundKind;
  kindName: string;
  body: string;
  opensDay: Day;
  closesDay: Day;
  hearing: { day: Day; time: string; place: string } | null;
  summary: string;
  /** How often the last day was moved: calendars take the entry with the higher number. */
  moves: number;
  openedAt: Instant;
  /** When anything public was last recorded about the round itself. */
  changedAt: Instant;
};

type Row = {
  number: string;
  kind: RoundKind;
  edition: string;
  titleKk: string;
  titleRu: string;
  body: string;
  opensDay: Day;
  closesDay: Day;
  hearing: RoundDays['hearing'];
  summary: { kk: string; ru: string } | null;
  moves: number;
  openedAt: Date;
  changedAt: Date;
};

/** Events of a round's stream that are no one's business but the body's. */
const INTERNAL = `('point.drafted', 'point.returned', 'obligation.lapsed', 'record.erased')`;

/** Rounds with a public day in [from, to], or open throughout it; by their last day. `latest`: instead, those opened last, at most so many. */
export async function roundDays(
  { db, guide }: Pick<World, 'db' | 'guide'>,
  { body, topic, region }: DaysAsked,
  span: { from: Day; to: Day } | { latest: number },
  locale: Locale,
): Promise<RoundDays[]> {
  const { values, given } = parameters();
  const ofBody = body ? [underBody('r', given(body))] : [];
  const ofTopic = topic ? [`r.topic = ${given(topic)}`] : [];
  const inRegion = region ? [concerns(given(region))] : [];
  const within =
    'latest' in span
      ? []
      : [
          `((r."opensDay" <= ${given(span.to)}::bpchar AND r."closesDay" >= ${given(span.from)}::bpchar)
            OR r.facts #>> '{settings,hearing,day}' BETWEEN ${given(span.from)} AND ${given(span.to)})`,
        ];
  const order =
    'latest' in span ? `r."openedDay" DESC, r.id DESC LIMIT ${Math.trunc(span.latest)}` : `r."closesDay", r.id`;
  const { rows } = await db.pool.query<Row>({
    text: `
SELECT r.number, r.kind, r.edition, r."titleKk", r."titleRu", b.${NAME_IN[locale]} AS body, r."opensDay", r."closesDay", r.facts #> '{settings,hearing}' AS hearing,
       r.facts #> '{settings,summary}' AS summary, jsonb_array_length(r.facts -> 'moves') AS moves, e."openedAt", e."changedAt"
  FROM "Round" r JOIN "Body" b ON b.id = r."bodyId"
  CROSS JOIN LATERAL (SELECT min(at) FILTER (WHERE type = 'round.opened') AS "openedAt", max(at) FILTER (WHERE type NOT IN ${INTERNAL}) AS "changedAt"
                        FROM "Event" WHERE stream = 'round:' || r.id) e
 WHERE ${[`r.phase <> 'preparing'`, ...ofBody, ...ofTopic, ...inRegion, ...within].join(' AND ')}
 ORDER BY ${order}`,
    values,
  });
  return rows.map((row) => {
    const titled = titledFor(locale, row);
    const { number, kind, body: name, opensDay, closesDay, hearing, moves, openedAt, changedAt } = row;
    return {
      ...{ number, kind, body: name, opensDay, closesDay, hearing, moves, ...titled },
      kindName: guide.edition(row.edition).texts[locale][`kind.${kind}.name`] ?? kind,
      summary: row.summary?.[titled.language] ?? '',
      openedAt: openedAt.getTime(),
      changedAt: changedAt.getTime(),
    };
  });
}

/** What a feed is about, for its title: the body's name where one is asked for; null when there is no such body. */
export async function bodyName({ db }: Pick<World, 'db'>, slug: string, locale: Locale): Promise<string | null> {
  const { rows } = await db.pool.query<{ name: string }>({
    name: `body_name_${locale}`,
    text: `SELECT ${NAME_IN[locale]} AS name FROM "Body" WHERE slug = $1`,
    values: [slug],
  });
  return rows[0]?.name ?? null;
}
