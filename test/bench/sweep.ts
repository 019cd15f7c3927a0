// A thousand due reminders among many open obligations. The sweep judges each against its obligation, settles it, and writes a letter
// to its reader. Beside it: the raw SELECT … FOR UPDATE SKIP LOCKED of the same rows with their obligations, and raw statements
// that also settle them and insert as many letters. At 10,000, 100,000 and 1,000,000 open ones: it should be flat.
import { writeReminders } from '../../app/commands/reminders/write';
import { addDays, dayOf } from '../../app/core/day';
import { chance } from '../../prisma/chance';
import { populate } from '../../prisma/populate';
import { compare, median, openGround, type Ground } from './ground';

const SIZES = [10_000, 100_000, 1_000_000];
const DUE = 1000;
const ROUNDS = 5;

export async function benchSweep(): Promise<void> {
  const ground = await openGround();
  try {
    const { world } = ground;
    const country = await populate(world, {
      chance: chance(5),
      since: Date.parse(`${addDays(dayOf(world.now()), -30)}T00:00:00Z`),
    });
    const [place] = country.bodies;
    const [applicant] = country.applicants;
    if (!place || !applicant) throw new Error('an empty country');
    const reader = place.post.head;
    let open = 0;
    for (const size of SIZES) {
      await addOpen(ground, {
        from: open,
        to: size,
        bodyId: place.id,
        organisationId: applicant.organisationId,
        officialId: reader.personId,
      });
      open = size;
      const times = { sweep: [] as number[], raw: [] as number[], written: [] as number[] };
      for (let round = 0; round < ROUNDS; round++) {
        await makeDue(ground);
        times.raw.push(await timed(() => raw(ground, CLAIM)));
        times.written.push(await timed(() => raw(ground, CLAIM_AND_WRITE, reader.personId)));
        times.sweep.push(await timed(async () => void (await writeReminders(world))));
      }
      const name = `${DUE} due of ${size.toLocaleString('en')} open`;
      compare(`${name}, select`, 'ms', median(times.sweep), median(times.raw));
      compare(`${name}, same writes`, 'ms', median(times.sweep), median(times.written));
    }
  } finally {
    await ground.close();
  }
}

const timed = async (act: () => Promise<void>): Promise<number> => {
  const began = performance.now();
  await act();
  return performance.now() - began;
};

async function addOpen(
  { world }: Ground,
  {
    from,
    to,
    bodyId,
    organisationId,
    officialId,
  }: { from: number; to: number; bodyId: string; organisationId: string; officialId: string },
): Promise<void> {
  const { pool } = world.db;
  const today = dayOf(world.now());
  await pool.query({
    text: `WITH o AS (
      INSERT INTO "Obligation" (id, stream, key, rule, "debtorKind", "debtorId", "creditorKind", "creditorId", "officialId", edition, procedure, number, title, "fromDay", "dueDay", "lawfulDue", provisional, reckoning, "openedAt", "openedBy")
      SELECT gen_random_uuid(), 'appeal:' || gen_random_uuid(), 'decide', 'decide', 'body', $1, 'organisation', $2, $7, '2026-1', 'application', 'N-' || i, 'Open obligation', $3, $4, $4, false, '{}', now(), 1
        FROM generate_series($5::int, $6::int) i RETURNING id)
      INSERT INTO "Reminder" (id, "obligationId", point, "plannedBy", "dueAt", state)
      SELECT gen_random_uuid(), id, 'minus_3', 1, now() + interval '5 days', 'waiting' FROM o`,
    values: [bodyId, organisationId, addDays(today, -10), addDays(today, 10), from + 1, to, officialId],
  });
  await pool.query('VACUUM ANALYZE "Obligation", "Reminder"');
}

/** A thousand reminders, spread over the obligations, come due now. */
const makeDue = ({ world }: Ground) =>
  world.db.pool.query({
    text: `UPDATE "Reminder" SET state = 'waiting', "dueAt" = now() - interval '1 minute' WHERE id IN (SELECT id FROM "Reminder" WHERE state = 'waiting' AND "dueAt" > now() LIMIT $1)`,
    values: [DUE],
  });

const CLAIM = `SELECT r.*, o.number, o.title, o."dueDay", o."debtorId" FROM "Reminder" r JOIN "Obligation" o ON o.id = r."obligationId"
  WHERE r.state = 'waiting' AND r."dueAt" <= now() ORDER BY r."dueAt" LIMIT ${DUE} FOR UPDATE OF r SKIP LOCKED`;
const CLAIM_AND_WRITE = `WITH c AS MATERIALIZED (${CLAIM}), s AS (UPDATE "Reminder" r SET state = 'written', "settledAt" = now() FROM c WHERE r.id = c.id)
  INSERT INTO "Letter" (id, key, letter, "personId", email, locale, data, stream, state, attempts, "nextAt", "createdAt")
  SELECT gen_random_uuid(), 'raw:' || c.id, 'deadline_reminder', $1::uuid, 'reader@kenes.test', 'ru', jsonb_build_object('number', number, 'title', title, 'dueDay', "dueDay"), 'appeal', 'waiting', 0, now(), now() FROM c`;

/** Rolled back, so that the sweep finds the same rows. */
async function raw({ world }: Ground, text: string, ...values: string[]): Promise<void> {
  const client = await world.db.pool.connect();
  await client.query('BEGIN');
  await client.query({ text, values });
  await client.query('ROLLBACK');
  client.release();
}
