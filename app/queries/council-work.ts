// What a public council did, for everyone: its meetings, and the rounds that it hosts or on which it gave its view, page by page.
import type { Locale } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import type { Meeting } from '../core/meeting';
import type { World } from '../world';
import { meetingsOf, type MeetingPage } from './council-desk';

const PAGE = 50;

export type CouncilRound = { number: string; title: string; closesDay: Day; hosts: boolean; view: boolean };
/** `next`: the meeting that is called and comes first; `olderRounds`: where the next page of rounds begins. */
export type CouncilWork = {
  next: { number: string; day: Day; time: string; place: string } | null;
  meetings: MeetingPage;
  rounds: CouncilRound[];
  olderRounds: string | null;
};
/** Where a page begins, as an earlier one gave it; null for the first. */
export type WorkAsked = { meetings: string | null; rounds: string | null };

/** A council gives its view only on rounds of its body, so that no others are looked through. */
const ROUNDS = `
SELECT * FROM (
  SELECT r.number, CASE WHEN $2 = 'kk' THEN r."titleKk" ELSE r."titleRu" END AS title, r."closesDay", r."openedDay", r.id,
         r."councilId" IS NOT DISTINCT FROM $1::uuid AS hosts, r.facts->'view'->>'councilId' IS NOT DISTINCT FROM $1::uuid::text AS view
    FROM "Round" r
   WHERE r.phase <> 'preparing' AND (r."councilId" = $1::uuid OR r."bodyId" = (SELECT "bodyId" FROM "Council" WHERE id = $1::uuid))
) x WHERE (hosts OR view) AND ($3::bpchar IS NULL OR ("openedDay", id) < ($3::bpchar, $4::uuid))
ORDER BY "openedDay" DESC, id DESC LIMIT ${PAGE + 1}`;

type Row = CouncilRound & { id: string; openedDay: Day };

/** A page of each, the latest first, or null where there is no such council. */
export async function councilWork(
  world: World,
  slug: string,
  locale: Locale,
  asked: WorkAsked = { meetings: null, rounds: null },
): Promise<CouncilWork | null> {
  const council = await world.db.prisma.council.findUnique({ where: { slug }, select: { id: true } });
  if (!council) return null;
  const [day = null, id = null] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(asked.rounds ?? '')?.slice(1) ?? [];
  const [next, meetings, { rows }] = await Promise.all([
    nextMeeting(world, council.id),
    meetingsOf(world, council.id, asked.meetings),
    world.db.pool.query<Row>({ name: 'council_rounds', text: ROUNDS, values: [council.id, locale, day, id] }),
  ]);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    next,
    meetings,
    rounds: page.map(({ number, title, closesDay, hosts, view }) => ({ number, title, closesDay, hosts, view })),
    olderRounds: rows.length > PAGE && last ? `${last.openedDay}_${last.id}` : null,
  };
}

async function nextMeeting({ db, now }: World, councilId: string): Promise<CouncilWork['next']> {
  const row = await db.prisma.meeting.findFirst({
    where: { councilId, held: false, day: { gte: dayOf(now()) } },
    orderBy: [{ day: 'asc' }, { id: 'asc' }],
    select: { facts: true },
  });
  if (!row) return null;
  const { number, day, time, place } = row.facts as unknown as Meeting;
  return { number, day, time, place };
}
