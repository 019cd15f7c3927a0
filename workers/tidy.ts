// The job tidy: nightly, throws away what nobody can use any more. Sessions and links that ended, counts of attempts, uploads
// that no act took and no draft holds, drafts that nobody came back to, what webhooks were told long ago, keys of the API that ended and what their acts were answered. Never anything that was said or done.
import { draftsFrom } from '../app/core/draft';
import { rememberedFrom } from '../app/core/key';
import { dropMessages } from '../app/data/webhooks/messages';
import type { World } from '../app/world';

const DAY = 86_400_000;
/** An ended session or link stays visible this long to those who look for a misuse. */
const KEPT_DAYS = 30;

export async function tidy({ db, files, replies, now }: World): Promise<number> {
  const at = now();
  const ended = new Date(at - KEPT_DAYS * DAY);
  const dropped = await Promise.all([
    db.prisma.session.deleteMany({ where: { OR: [{ expiresAt: { lt: ended } }, { revokedAt: { lt: ended } }] } }),
    db.prisma.pass.deleteMany({ where: { expiresAt: { lt: ended } } }),
    db.prisma.attempt.deleteMany({ where: { expire: { lt: at } } }),
    db.prisma.draft.deleteMany({ where: { savedAt: { lte: new Date(draftsFrom(at)) } } }),
    db.prisma.apiKey.deleteMany({ where: { OR: [{ expiresAt: { lt: ended } }, { revokedAt: { lt: ended } }] } }),
    db.prisma.apiAnswer.deleteMany({ where: { beganAt: { lt: new Date(rememberedFrom(at)) } } }),
  ]);
  const people = await dropPeople(db, ended);
  const parts = await dropParts({ db, files, before: new Date(at - DAY) });
  const messages = await dropMessages(db, at);
  const mail = await dropMail({ db, replies }, at);
  const uploads = await dropUploads({ db, files, before: new Date(at - DAY) });
  return dropped.reduce((sum, { count }) => sum + count, 0) + people + parts + uploads + messages + mail;
}

/** What tables say of people, when their invitations are long over. Who brought which table, and when, stays. */
async function dropPeople({ prisma }: World['db'], ended: Date): Promise<number> {
  const over = [
    { applyBegunAt: null, createdAt: { lt: ended } },
    { undoBegunAt: null, appliedAt: { lt: ended } },
    { undoneAt: { lt: ended } },
  ];
  const { count } = await prisma.importRow.deleteMany({ where: { import: { kind: 'people', OR: over } } });
  return count;
}

/** Bytes of letters that came in and did nothing, after a while, and those whose row was never written. What stands on a case keeps its letter. */
async function dropMail({ db, replies }: Pick<World, 'db' | 'replies'>, at: number): Promise<number> {
  if (!replies) return 0;
  const there = await replies.mail.list(new Date(at - DAY));
  const { rows } = await db.pool.query<{ raw: string }>(
    `SELECT raw FROM "Incoming" WHERE raw = ANY ($1::uuid[]) GROUP BY raw
     HAVING NOT bool_and(state = 'done' AND "receivedAt" < $2 AND what IN ('automatic', 'bounced', 'delayed', 'duplicate', 'discarded', 'returned'))`,
    [there, new Date(at - KEPT_DAYS * DAY).toISOString()],
  );
  const kept = new Set(rows.map(({ raw }) => raw));
  const dropped = there.filter((raw) => !kept.has(raw));
  for (const raw of dropped) await replies.mail.remove(raw);
  return dropped.length;
}

/** Uploads that were begun and never finished. */
async function dropParts({ db, files, before }: Pick<World, 'db' | 'files'> & { before: Date }): Promise<number> {
  const begun = await db.prisma.upload.findMany({ where: { createdAt: { lt: before } }, select: { id: true } });
  for (const { id } of begun) await files.parts.remove(id);
  const { count } = await db.prisma.upload.deleteMany({ where: { id: { in: begun.map(({ id }) => id) } } });
  return count;
}

/** Rows first, then bytes that no row names any more: a crash in between leaves bytes, never a row without them. */
async function dropUploads({ db, files, before }: Pick<World, 'db' | 'files'> & { before: Date }): Promise<number> {
  const { rows } = await db.pool.query<{ sha256: string }>(
    `DELETE FROM "File" f WHERE version IS NULL AND "createdAt" < $1 AND NOT EXISTS (SELECT 1 FROM "Draft" d WHERE d."personId" = f."ownerId" AND f.id = ANY (d.files)) RETURNING sha256`,
    [before.toISOString()],
  );
  const hashes = [...new Set(rows.map(({ sha256 }) => sha256))];
  const kept = await db.prisma.file.findMany({
    where: { sha256: { in: hashes } },
    select: { sha256: true },
    distinct: ['sha256'],
  });
  const named = new Set(kept.map(({ sha256 }) => sha256));
  for (const sha256 of hashes) if (!named.has(sha256)) await files.remove(sha256);
  return rows.length;
}
