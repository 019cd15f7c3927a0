// Whoever represents an organisation or is an official of a body makes a key of the API for its program. The token is told this once; what is kept of it is
// its hash. Called by the page of keys. Whoever else keeps keys there is told by letter.
import { z } from 'zod';
import { KEY_DAYS, KEYS_LIMIT, ownerOf, rolesThere, SCOPES, scopesFor, type KeyFacts } from '../../core/key';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import { listOf } from '../../core/round-fields';
import type { Viewer } from '../../core/viewer';
import { noted } from '../../data/noted';
import { hashOfSecret, newSecret, TOKEN_SIGN } from '../../data/secret';
import type { World } from '../../world';
import { limited } from '../limited';
import { withPassword } from '../accounts/own';
import { lettersAbout, tellKeepers } from './tell';

const OWNER = /^(organisation|body):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** `owner`: 'organisation:<id>' or 'body:<id>'. `days`: after which it opens nothing any more. */
export const input = z.object({
  owner: z.string().regex(OWNER, 'bad_choice'),
  name: z.string().trim().min(1, 'required').max(80, 'too_long'),
  scopes: listOf(z.enum(SCOPES)).pipe(z.array(z.enum(SCOPES)).min(1, 'required')),
  days: z.enum(KEY_DAYS),
  /** The maker's present password, where there is one: a browser left open is not enough. */
  current: z.string().max(1000).default(''),
});

const DAY = 86_400_000;

/** Whose it is, as the form says it. */
export function ownerIn(owner: string): KeyFacts {
  const [, of, id = null] = OWNER.exec(owner) ?? [];
  return of === 'body' ? { organisationId: null, bodyId: id } : { organisationId: id, bodyId: null };
}

/** Makes it. Refuses: not_signed_in, invalid, not_allowed, wrong_password, keys_full, too_many_attempts. */
export async function makeKey(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ id: string; token: string }>> {
  return limited(world, viewer, 'account', async () => {
    if (!viewer) return refuse('not_signed_in');
    const read = parse(input, raw);
    if (!read.ok) return read;
    const { owner, name, scopes, days, current } = read.value;
    const facts = ownerIn(owner);
    if (!may(viewer, 'key.make', facts)) return refuse('not_allowed');
    const roles = rolesThere(viewer, facts);
    const open = scopesFor(ownerOf(facts), roles);
    if (!scopes.every((scope) => open.includes(scope))) return refuse('invalid', { fields: { scopes: 'bad_choice' } });
    const { prisma } = world.db;
    const person = await prisma.person.findUniqueOrThrow({
      where: { id: viewer.personId },
      select: { passwordHash: true },
    });
    const proved = await withPassword(world, { personId: viewer.personId, ...person }, current);
    if (!proved.ok) return proved;
    const [id, secret, now] = [world.newId(), newSecret(), world.now()];
    const living = { revokedAt: null, expiresAt: { gt: new Date(now) } };
    if ((await prisma.apiKey.count({ where: { ...facts, ...living, personId: viewer.personId } })) >= KEYS_LIMIT)
      return refuse('keys_full', { params: { most: KEYS_LIMIT } });
    const token = `${TOKEN_SIGN}${secret}`;
    const letters = await lettersAbout(world, facts, { key: name, change: 'made', by: viewer });
    await prisma.$transaction(async (tx) => {
      await tx.apiKey.create({
        data: {
          ...{ id, ...facts, name, scopes: [...new Set(scopes)], personId: viewer.personId },
          ...{ tokenHash: hashOfSecret(secret), createdAt: new Date(now) },
          expiresAt: new Date(now + Number(days) * DAY),
        },
      });
      await tellKeepers(world, tx, letters);
    });
    noted(world, 'key_made', { personId: viewer.personId, keyId: id, role: roles.join(' ') });
    world.wake('deliver');
    return done({ id, token });
  });
}
