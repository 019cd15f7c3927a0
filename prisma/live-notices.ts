// Reads notices in the invented country: nearly every applicant does so within a day, some never; honest registrars then send paper, others
// let it be. Which is told by the case's own number, so that no other chance is drawn. Called once a day by live.ts.
import { recordPaper } from '../app/commands/appeals/record-paper';
import { showCase } from '../app/commands/notices/show';
import { dayOf } from '../app/core/day';
import { NOTICE } from '../app/data/evidence';
import { NOTICES } from '../guide/schema';
import { serve } from '../workers/serve';
import type { Life } from './life';

const DAY = 86_400_000;
/** Applicants of one case in so many read nothing that is sent to them. */
const NEVER_READS = 16;
/** Tempers of bodies that hand notices over on paper when they have to. */
const HONEST: readonly string[] = ['prompt', 'steady', 'stretching'];

const reads = (stream: string): boolean => Number.parseInt(stream.slice(-4), 16) % NEVER_READS !== 0;

/** What is read, recorded and found unread on the evening of a day. */
export async function liveNotices({ world, country, clock, counted }: Life): Promise<void> {
  const { pool } = world.db;
  const now = clock();
  const { rows } = await pool.query<{ personId: string; stream: string }>(
    `SELECT DISTINCT l."personId", l.stream FROM "Letter" l
      WHERE l."createdAt" BETWEEN $1 AND $2 AND ${NOTICE('l')} = ANY ($3::text[])
        AND NOT EXISTS (SELECT 1 FROM "Evidence" e WHERE e."letterId" = l.id)
      ORDER BY 2, 1`,
    [new Date(now - 4 * DAY).toISOString(), new Date(now - DAY / 2).toISOString(), NOTICES],
  );
  const viewers = new Map(country.applicants.map(({ viewer }) => [viewer.personId, viewer]));
  for (const { personId, stream } of rows) {
    const viewer = viewers.get(personId);
    if (viewer && reads(stream)) await showCase(world, viewer, stream);
  }
  const owed = await pool.query<{ stream: string; key: string; debtorId: string }>(
    `SELECT stream, key, "debtorId" FROM "Obligation" WHERE rule = 'serve' AND "closedDay" IS NULL AND "fromDay" < $1 ORDER BY stream, key`,
    [dayOf(now)],
  );
  for (const { stream, key, debtorId } of owed.rows) {
    const place = country.bodies.find(({ id }) => id === debtorId);
    if (!place || !HONEST.includes(place.body.temper)) continue;
    const letterId = key.slice('serve:'.length);
    const number = `RR${String(Number.parseInt(letterId.slice(-7), 16) % 1_000_000_000).padStart(9, '0')}KZ`;
    const appealId = stream.slice('appeal:'.length);
    await counted(recordPaper(world, place.post.registrar, { appealId, letterId, on: dayOf(now), number }));
  }
  await serve(world, new AbortController().signal);
}
