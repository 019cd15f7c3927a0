// An act that a program sends with an Idempotency-Key is done once: sent again, it is answered as it was the first time. Only what was done
// is remembered; what was refused wrote nothing and may be sent again under the same key. Called by the door of the API.
import { CUT_OFF_AFTER, rememberedFrom } from '../../core/key';
import { done, type Outcome } from '../../core/refusal';
import type { World } from '../../world';

export type Remembered = { status: number; answer: unknown; location?: string | undefined };
/** `running`: the same is still under way. `other`: under this key something else was sent before. */
export type Once = Outcome<Remembered & { replayed: boolean }> | 'running' | 'other';
type Named = { apiKeyId: string; key: string };

// Taken over: what is too old to be remembered, and what a fault cut off.
const CLAIM = `
INSERT INTO "ApiAnswer" AS a ("apiKeyId", key, "beganAt") VALUES ($1::uuid, $2, $3::timestamptz)
ON CONFLICT ("apiKeyId", key) DO UPDATE SET "beganAt" = excluded."beganAt", fingerprint = NULL, status = NULL, answer = NULL
WHERE a."beganAt" < $4::timestamptz OR (a.status IS NULL AND a."beganAt" < $5::timestamptz)
RETURNING key`;

/** Does `work` unless it was done. `fingerprint`: of everything that was sent, asked once it was read. */
export async function once(
  world: Pick<World, 'db' | 'now'>,
  named: Named,
  fingerprint: () => Promise<string>,
  work: () => Promise<Outcome<Remembered>>,
): Promise<Once> {
  const { db, now } = world;
  const { apiKeyId, key } = named;
  const at = now();
  const { rowCount } = await db.pool.query({
    name: 'claim_api_answer',
    text: CLAIM,
    values: [apiKeyId, key, ...[at, rememberedFrom(at), at - CUT_OFF_AFTER].map((one) => new Date(one).toISOString())],
  });
  if (rowCount !== 1) return before(world, named, fingerprint);
  const drop = () => db.prisma.apiAnswer.deleteMany({ where: { apiKeyId, key, status: null } });
  const outcome = await work().catch(async (fault: unknown) => {
    await drop();
    throw fault;
  });
  if (!outcome.ok) {
    await drop();
    return outcome;
  }
  const { status, answer, location } = outcome.value;
  await db.prisma.apiAnswer.updateMany({
    where: { apiKeyId, key },
    // As text: a database's own JSON would put names in another order, and the answer has to be the same to the last sign.
    data: { status, fingerprint: await fingerprint(), answer: JSON.stringify({ answer, location }) },
  });
  return done({ ...outcome.value, replayed: false });
}

/** What was answered under this key. */
async function before({ db }: Pick<World, 'db'>, named: Named, fingerprint: () => Promise<string>): Promise<Once> {
  const known = await db.prisma.apiAnswer.findUnique({ where: { apiKeyId_key: named } });
  // Gone meanwhile: the first was refused, and this one may be sent again.
  if (!known || known.status === null) return 'running';
  if (known.fingerprint !== (await fingerprint())) return 'other';
  const { answer, location } = JSON.parse(known.answer as string) as Omit<Remembered, 'status'>;
  return done({ status: known.status, answer, location, replayed: true });
}
