// What a public council did, for everyone: its meetings, and the rounds that it hosts or on which it gave its view.
import type { Locale } from '../../guide/schema';
import type { Day } from '../core/day';
import type { World } from '../world';
import { meetingsOf, type MeetingLine } from './council-desk';

const AT_MOST = 50;

export type CouncilRound = { number: string; title: string; closesDay: Day; hosts: boolean; view: boolean };
export type CouncilWork = { meetings: MeetingLine[]; rounds: CouncilRound[] };

/** A council gives its view only on rounds of its body, so that no others are looked through. */
const ROUNDS = `
SELECT * FROM (
  SELECT r.number, CASE WHEN $2 = 'kk' THEN r."titleKk" ELSE r."titleRu" END AS title, r."closesDay", r."openedDay", r.id,
         r."councilId" IS NOT DISTINCT FROM $1::uuid AS hosts, r.facts->'view'->>'councilId' IS NOT DISTINCT FROM $1::uuid::text AS view
    FROM "Round" r
   WHERE r.phase <> 'preparing' AND (r."councilId" = $1::uuid OR r."bodyId" = (SELECT "bodyId" FROM "Council" WHERE id = $1::uuid))
) x WHERE hosts OR view
ORDER BY "openedDay" DESC, id DESC LIMIT ${AT_MOST}`;

/** The latest of each, or null where there is no such council. */
export async function councilWork(world: World, slug: string, locale: Locale): Promise<CouncilWork | null> {
  const council = await world.db.prisma.council.findUnique({ where: { slug }, select: { id: true } });
  if (!council) return null;
  const [meetings, { rows }] = await Promise.all([
    meetingsOf(world, council.id),
    world.db.pool.query<CouncilRound>({ name: 'council_rounds', text: ROUNDS, values: [council.id, locale] }),
  ]);
  return {
    meetings,
    rounds: rows.map(({ number, title, closesDay, hosts, view }) => ({ number, title, closesDay, hosts, view })),
  };
}
