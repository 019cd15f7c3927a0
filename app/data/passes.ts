// One-time links: made with the letter that carries them in one statement, taken once. The secret stands only in the
// letter's path; here only its hash. Called by the account commands.
import type { Prisma } from '../../prisma/generated/client';
import type { AnyLetter } from '../core/letter';
import { PASS_LIFE, type FormPurpose, type Purpose } from '../core/session';
import type { Role } from '../core/viewer';
import type { World } from '../world';
import { letterRow } from './ledger';
import { hashOfSecret, isSecret, newSecret } from './secret';
import { batch, type Batch } from './write';

type MailedPurpose = Exclude<Purpose, FormPurpose>;
export type NewPass = {
  purpose: MailedPurpose;
  email: string;
  personId?: string | null;
  role?: Role;
  post?: string | null;
  bodyId?: string | null;
  organisationId?: string | null;
  councilId?: string | null;
  invitedBy?: string | null;
  details?: object;
};
/** Who gets the letter: the account's language where there is one, else the language of the page. */
export type Addressee = { personId: string | null; locale: string };

const PATH = { sign_in: 'link', registration: 'link', invitation: 'invitation', address: 'address' } as const satisfies Record<MailedPurpose, string>;

/**
 * Writes the pass and its letter, then wakes the post. `letter` gets the path, without language, that carries the secret.
 * Resolves to that path where no mail leaves the house (then someone must hand it over), else to null: a secret is told once.
 */
export async function issuePass(world: World, pass: NewPass, to: Addressee, letter: (path: string) => AnyLetter): Promise<string | null> {
  const write = batch();
  const path = addPass(write, world, { id: world.newId(), ...pass }, to, letter);
  const statement = write.statement();
  if (statement) await world.db.pool.query(statement);
  world.wake('deliver');
  return world.post === null ? path : null;
}

/** Puts the pass and its letter among other writes; whoever calls wakes the post after the commit. Gives the path with the secret. */
export function addPass(
  write: Batch,
  { now, newId }: Pick<World, 'now' | 'newId'>,
  { id, details, ...pass }: NewPass & { id: string },
  to: Addressee,
  letter: (path: string) => AnyLetter,
): string {
  const at = now();
  const secret = newSecret();
  const path = `/${PATH[pass.purpose]}/${secret}`;
  const times = { createdAt: new Date(at).toISOString(), expiresAt: new Date(at + PASS_LIFE[pass.purpose]).toISOString() };
  write.insert({ table: 'Pass', rows: [{ id, tokenHash: hashOfSecret(secret), ...pass, details: details ?? null, ...times }] });
  const carrier = { key: `pass:${id}`, ...letter(path), personId: to.personId, email: pass.email, locale: to.locale, stream: null };
  write.insert({ table: 'Letter', rows: [letterRow({ newId }, carrier, at)] });
  return path;
}

/**
 * What takes the database as long as `issuePass`, for an address that gets no letter: a pass that nobody holds and that was over before it was written, so that
 * the time of an answer tells nobody who has an account. The address is not kept; the job tidy takes the row away.
 */
export async function idlePass(world: World, purpose: MailedPurpose): Promise<void> {
  const at = new Date(world.now()).toISOString();
  const write = batch();
  const row = { id: world.newId(), tokenHash: hashOfSecret(newSecret()), purpose, email: '', createdAt: at, expiresAt: at };
  write.insert({ table: 'Pass', rows: [row] });
  const statement = write.statement();
  if (statement) await world.db.pool.query(statement);
  world.wake('deliver');
}

export type Transaction = Prisma.TransactionClient;

type FormPass = { purpose: FormPurpose; email: string; personId: string | null; details: Prisma.InputJsonObject };

/** Writes a pass that a form carries from one step to the next; resolves to its secret. */
export async function formPass({ db, now, newId }: Pick<World, 'db' | 'now' | 'newId'>, pass: FormPass): Promise<string> {
  const secret = newSecret();
  const at = now();
  await db.prisma.pass.create({
    data: { id: newId(), tokenHash: hashOfSecret(secret), ...pass, createdAt: new Date(at), expiresAt: new Date(at + PASS_LIFE[pass.purpose]) },
  });
  return secret;
}

/** Takes a pass: null when it was never given, is taken, replaced or too old. Of two takers at once one gets it. */
export async function takePass(world: Pick<World, 'now'>, tx: Transaction, token: string, purposes: readonly Purpose[]) {
  if (!isSecret(token)) return null;
  const now = new Date(world.now());
  const [pass] = await tx.pass.updateManyAndReturn({
    where: { tokenHash: hashOfSecret(token), purpose: { in: [...purposes] }, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return pass ?? null;
}

/** The pass behind a link as it stands, without taking it; null when it can't be taken. */
export async function lookAtPass(world: Pick<World, 'db' | 'now'>, token: string, purposes: readonly Purpose[]) {
  if (!isSecret(token)) return null;
  return world.db.prisma.pass.findFirst({
    where: { tokenHash: hashOfSecret(token), purpose: { in: [...purposes] }, usedAt: null, expiresAt: { gt: new Date(world.now()) } },
  });
}
