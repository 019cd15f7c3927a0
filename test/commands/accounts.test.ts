// Keeping an account: signing in, sessions, passwords, roles, limits of attempts.
import { beforeAll, describe, expect, it } from 'vitest';
import { askLink } from '../../app/commands/accounts/ask-link';
import { changePassword } from '../../app/commands/accounts/change-password';
import { editAccount } from '../../app/commands/accounts/edit-account';
import { endAllSessions } from '../../app/commands/accounts/end-all-sessions';
import { endMembership } from '../../app/commands/accounts/end-membership';
import { revokeSession } from '../../app/commands/accounts/revoke-session';
import { signIn } from '../../app/commands/accounts/sign-in';
import { signOut } from '../../app/commands/accounts/sign-out';
import { LIMITS } from '../../app/core/limits';
import type { Viewer } from '../../app/core/viewer';
import { hashPassword } from '../../app/data/password';
import { hashOfSecret } from '../../app/data/secret';
import { accountOf } from '../../app/queries/accounts';
import { viewerOf } from '../../app/queries/viewer';
import { castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
world.limits = LIMITS;
const visitor = { address: null, agent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
const PASSWORD = 'тау су жел от';
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'done' : outcome.refusal?.code);
const fieldsOf = (outcome: { ok: boolean; refusal?: { fields?: object } }) =>
  outcome.ok ? {} : outcome.refusal?.fields;

let cast: Cast;
let passwordHash: string;
beforeAll(async () => {
  cast = await castInto(world);
  passwordHash = await hashPassword(PASSWORD);
});

let people = 0;
/** Somebody with a password of whom no other test knows. */
async function somebody(more: { demo?: boolean; passwordHash?: string | null } = {}): Promise<Viewer> {
  const personId = world.newId();
  const email = `somebody-${++people}@kenes.test`;
  const name = `Somebody ${people}`;
  await world.db.prisma.person.create({
    data: { id: personId, email, name, locale: 'kk', passwordHash, createdAt: new Date(world.now()), ...more },
  });
  return { personId, email, name, locale: 'kk', mandates: [] };
}
async function session(email: string): Promise<string> {
  const entered = await signIn(world, { email, password: PASSWORD }, visitor);
  if (!entered.ok) throw new Error(entered.refusal.code);
  return entered.value.token;
}
const idOf = async (token: string) =>
  (await world.db.prisma.session.findUniqueOrThrow({ where: { tokenHash: hashOfSecret(token) } })).id;

describe('signing in', () => {
  it('opens a session whose secret the database does not know', async () => {
    const { email, personId } = await somebody();
    const token = await session(email);
    expect((await viewerOf(world, token))?.personId).toBe(personId);
    const stored = await world.db.prisma.session.findFirstOrThrow({ where: { personId } });
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(await viewerOf(world, stored.tokenHash)).toBeNull();
  });

  it('gives one answer for an unknown address, a wrong password, an account without password and a closed one', async () => {
    const { email } = await somebody();
    const linksOnly = await somebody({ passwordHash: null });
    const closed = await somebody();
    await world.db.prisma.person.update({ where: { id: closed.personId }, data: { closedAt: new Date(world.now()) } });
    const answers = await Promise.all([
      signIn(world, { email: 'ghost@kenes.test', password: PASSWORD }, visitor),
      signIn(world, { email, password: 'not the password' }, visitor),
      signIn(world, { email: linksOnly.email, password: PASSWORD }, visitor),
      signIn(world, { email: closed.email, password: PASSWORD }, visitor),
    ]);
    for (const answer of answers) expect(answer).toEqual({ ok: false, refusal: { code: 'wrong_credentials' } });
  });

  it('works as hard for an unknown address as for a wrong password', async () => {
    const { email } = await somebody();
    const spent = async (address: string) => {
      const before = process.cpuUsage();
      await signIn(world, { email: address, password: 'not the password' }, visitor);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await spent('warm-up@kenes.test');
    const known = Math.min(await spent(email), await spent(email), await spent(email));
    const unknown = Math.min(
      await spent('ghost-1@kenes.test'),
      await spent('ghost-2@kenes.test'),
      await spent('ghost-3@kenes.test'),
    );
    expect(unknown).toBeGreaterThan(known / 3);
  });

  it('names the empty fields', async () => {
    expect(fieldsOf(await signIn(world, { email: '', password: '' }, visitor))).toEqual({
      email: 'required',
      password: 'required',
    });
    expect(fieldsOf(await signIn(world, {}, visitor))).toEqual({ email: 'required', password: 'required' });
  });

  it('is refused after ten wrong tries, also with the right password, and says until when', async () => {
    const { email } = await somebody();
    for (let wrong = 0; wrong < 10; wrong++)
      expect(codeOf(await signIn(world, { email, password: 'wrong again' }, visitor))).toBe('wrong_credentials');
    const refused = await signIn(world, { email, password: PASSWORD }, visitor);
    if (refused.ok) throw new Error('was let in');
    expect(refused.refusal.code).toBe('too_many_attempts');
    expect(Number(refused.refusal.params?.until)).toBeGreaterThan(world.now());
  });

  it('from another address is not blocked by whoever tries at one address', async () => {
    const { email } = await somebody();
    for (let wrong = 0; wrong < 11; wrong++)
      await signIn(world, { email, password: 'wrong again' }, { ...visitor, address: '192.0.2.1' });
    expect(codeOf(await signIn(world, { email, password: PASSWORD }, { ...visitor, address: '192.0.2.2' }))).toBe(
      'done',
    );
  });

  it('often and rightly is not limited', async () => {
    const { email } = await somebody();
    for (let time = 0; time < 15; time++)
      expect(codeOf(await signIn(world, { email, password: PASSWORD }, visitor))).toBe('done');
  });

  it('by link is limited to five letters an hour', async () => {
    const { email } = await somebody();
    for (let letter = 0; letter < 5; letter++) expect(codeOf(await askLink(world, { email }, visitor))).toBe('done');
    expect(codeOf(await askLink(world, { email }, visitor))).toBe('too_many_attempts');
    expect(await world.db.prisma.letter.count({ where: { email } })).toBe(5);
  });
});

describe('a session', () => {
  it('ends at once when it is signed out', async () => {
    const token = await session((await somebody()).email);
    await signOut(world, token);
    expect(await viewerOf(world, token)).toBeNull();
    await signOut(world, token);
    await signOut(world, null);
  });

  it('ends thirty days after it was last used, and every use moves that on', async () => {
    at('2026-03-02');
    const token = await session((await somebody()).email);
    at('2026-03-31');
    expect(await viewerOf(world, token)).not.toBeNull();
    at('2026-04-29');
    expect(await viewerOf(world, token)).not.toBeNull();
    at('2026-05-29', '10:00');
    expect(await viewerOf(world, token)).toBeNull();
    at('2026-03-02');
  });

  it('ends ninety days after signing in, however often it is used', async () => {
    at('2026-03-02');
    const token = await session((await somebody()).email);
    for (const day of ['2026-03-22', '2026-04-11', '2026-05-01', '2026-05-21'] as const) {
      at(day);
      expect(await viewerOf(world, token)).not.toBeNull();
    }
    at('2026-05-31', '09:59');
    expect(await viewerOf(world, token)).not.toBeNull();
    at('2026-05-31', '10:00');
    expect(await viewerOf(world, token)).toBeNull();
    at('2026-03-02');
  });

  it('of one person, or of everybody, is ended by whoever runs the house, and the log says so', async () => {
    const told: object[] = [];
    const logged = { ...world, log: { ...world.log, info: (facts: object) => void told.push(facts) } };
    const [one, other] = [await somebody(), await somebody()];
    const tokens = [await session(one.email), await session(one.email), await session(other.email)];
    const alive = () => Promise.all(tokens.map(async (token) => (await viewerOf(world, token)) !== null));
    expect(await endAllSessions(logged, 'ghost@kenes.test')).toBeNull();
    expect(await endAllSessions(logged, one.email)).toBe(2);
    expect(await alive()).toEqual([false, false, true]);
    expect(await endAllSessions(logged, null)).toBeGreaterThan(0);
    expect(await alive()).toEqual([false, false, false]);
    expect(told).toEqual([
      { security: 'sessions_ended', personId: one.personId, count: 2 },
      { security: 'sessions_ended', personId: null, count: expect.any(Number) as number },
    ]);
  });

  it('is noted as used at most once in five minutes', async () => {
    const token = await session((await somebody()).email);
    const seen = async () =>
      (await world.db.prisma.session.findUniqueOrThrow({ where: { tokenHash: hashOfSecret(token) } })).seenAt.getTime();
    const begun = await seen();
    at('2026-03-02', '10:04');
    await viewerOf(world, token);
    expect(await seen()).toBe(begun);
    at('2026-03-02', '10:06');
    await viewerOf(world, token);
    expect(await seen()).toBe(begun + 6 * 60_000);
    at('2026-03-02');
  });

  it('shows the roles held now: a role that ended is gone at the next request', async () => {
    const { personId, email } = await somebody();
    const membership = await world.db.prisma.membership.create({
      data: {
        id: world.newId(),
        personId,
        role: 'registrar',
        post: 'Маман',
        bodyId: cast.ministry.id,
        since: new Date(world.now()),
      },
    });
    const token = await session(email);
    expect((await viewerOf(world, token))?.mandates).toEqual([
      {
        role: 'registrar',
        post: 'Маман',
        bodyId: cast.ministry.id,
        organisationId: null,
        councilId: null,
        councilSlug: null,
        head: null,
      },
    ]);
    expect(codeOf(await endMembership(world, cast.administrator, { membershipId: membership.id }))).toBe('done');
    expect((await viewerOf(world, token))?.mandates).toEqual([]);
  });

  it('of a closed account is nobody', async () => {
    const { personId, email } = await somebody();
    const token = await session(email);
    await world.db.prisma.person.update({ where: { id: personId }, data: { closedAt: new Date(world.now()) } });
    expect(await viewerOf(world, token)).toBeNull();
  });

  it('of a made-up cookie is nobody', async () => {
    for (const token of ['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`, 'a'.repeat(5000)])
      expect(await viewerOf(world, token)).toBeNull();
  });

  it('is revoked one by one by its owner, and by nobody else', async () => {
    const owner = await somebody();
    const [here, there] = [await session(owner.email), await session(owner.email)];
    const sessionId = await idOf(there);
    expect(codeOf(await revokeSession(world, null, { sessionId }, null))).toBe('not_signed_in');
    expect(codeOf(await revokeSession(world, await somebody(), { sessionId }, null))).toBe('not_found');
    expect(codeOf(await revokeSession(world, owner, { sessionId: 'all' }, here))).toBe('invalid');
    expect(await revokeSession(world, owner, { sessionId }, here)).toEqual({ ok: true, value: { ended: 1 } });
    expect(await viewerOf(world, there)).toBeNull();
    expect(await viewerOf(world, here)).not.toBeNull();
    expect(codeOf(await revokeSession(world, owner, { sessionId }, here))).toBe('not_found');
  });

  it('survives when all others are revoked', async () => {
    const owner = await somebody();
    const [here, second, third] = [await session(owner.email), await session(owner.email), await session(owner.email)];
    expect(await revokeSession(world, owner, { sessionId: 'others' }, here)).toEqual({ ok: true, value: { ended: 2 } });
    expect(
      await Promise.all([here, second, third].map(async (token) => (await viewerOf(world, token)) !== null)),
    ).toEqual([true, false, false]);
  });

  it('is listed with its browser, the present one marked', async () => {
    const owner = await somebody();
    const [here] = [await session(owner.email), await session(owner.email)];
    const { sessions } = await accountOf(world, owner.personId, here);
    expect(sessions.map(({ agent, current }) => ({ agent, current }))).toEqual(
      expect.arrayContaining([
        { agent: visitor.agent, current: true },
        { agent: visitor.agent, current: false },
      ]),
    );
    expect(sessions).toHaveLength(2);
  });
});

describe('a password', () => {
  it('is changed by whoever knows the present one, and every other session ends', async () => {
    const owner = await somebody();
    const [here, there] = [await session(owner.email), await session(owner.email)];
    expect(await changePassword(world, owner, { current: PASSWORD, password: 'жаңа құпиясөз бар' }, here)).toEqual({
      ok: true,
      value: { ended: 1 },
    });
    expect(await viewerOf(world, here)).not.toBeNull();
    expect(await viewerOf(world, there)).toBeNull();
    expect(codeOf(await signIn(world, { email: owner.email, password: PASSWORD }, visitor))).toBe('wrong_credentials');
    expect(codeOf(await signIn(world, { email: owner.email, password: 'жаңа құпиясөз бар' }, visitor))).toBe('done');
  });

  it('stays as it is when the present one is wrong, missing or the new one weak', async () => {
    const owner = await somebody();
    const password = 'жаңа құпиясөз бар';
    expect(codeOf(await changePassword(world, null, { current: PASSWORD, password }, null))).toBe('not_signed_in');
    expect(codeOf(await changePassword(world, owner, { current: 'wrong', password }, null))).toBe('wrong_password');
    expect(fieldsOf(await changePassword(world, owner, { password }, null))).toEqual({ current: 'required' });
    expect(fieldsOf(await changePassword(world, owner, { current: PASSWORD, password: 'short' }, null))).toEqual({
      password: 'weak_password',
    });
    expect(codeOf(await signIn(world, { email: owner.email, password: PASSWORD }, visitor))).toBe('done');
  });

  it('cannot be guessed from inside a stolen session', async () => {
    const owner = await somebody();
    const guess = () => changePassword(world, owner, { current: 'a guess', password: 'жаңа құпиясөз бар' }, null);
    for (let wrong = 0; wrong < 10; wrong++) expect(codeOf(await guess())).toBe('wrong_password');
    expect(codeOf(await guess())).toBe('too_many_attempts');
  });

  it('is set without a present one where there is none', async () => {
    const owner = await somebody({ passwordHash: null });
    expect(codeOf(await changePassword(world, owner, { password: 'алғашқы құпиясөз' }, null))).toBe('done');
    expect(codeOf(await signIn(world, { email: owner.email, password: 'алғашқы құпиясөз' }, visitor))).toBe('done');
  });
});

describe('an account', () => {
  it('changes its name, address and language', async () => {
    const owner = await somebody();
    expect(await editAccount(world, owner, { name: ' Жаңа Ат ', address: '', locale: 'ru' })).toEqual({
      ok: true,
      value: { locale: 'ru' },
    });
    expect(await accountOf(world, owner.personId, null)).toMatchObject({
      name: 'Жаңа Ат',
      address: null,
      locale: 'ru',
    });
    expect(fieldsOf(await editAccount(world, owner, { name: '', locale: 'de' }))).toEqual({
      name: 'required',
      locale: 'bad_choice',
    });
    expect(codeOf(await editAccount(world, null, { name: 'X Y', locale: 'ru' }))).toBe('not_signed_in');
  });

  it('of a demonstration stays as it is, whoever uses it, and shows nobody else’s sessions', async () => {
    const shared = await somebody({ demo: true });
    const [mine] = [await session(shared.email), await session(shared.email)];
    expect(codeOf(await editAccount(world, shared, { name: 'Басқа Ат', locale: 'en' }))).toBe('demo_account');
    expect(
      codeOf(await changePassword(world, shared, { current: PASSWORD, password: 'жаңа құпиясөз бар' }, mine)),
    ).toBe('demo_account');
    expect(codeOf(await revokeSession(world, shared, { sessionId: 'others' }, mine))).toBe('demo_account');
    expect((await accountOf(world, shared.personId, mine)).sessions).toHaveLength(1);
  });
});

describe('a role', () => {
  const membershipOf = async (viewer: Viewer) =>
    (await world.db.prisma.membership.findFirstOrThrow({ where: { personId: viewer.personId } })).id;
  const member = async (role: string, place: { organisationId?: string; bodyId?: string }, more = {}) => {
    const viewer = await somebody(more);
    const mandate = { role: role as 'representative', post: null, bodyId: null, organisationId: null, ...place };
    await world.db.prisma.membership.create({
      data: { id: world.newId(), personId: viewer.personId, since: new Date(world.now()), ...mandate },
    });
    return { ...viewer, mandates: [mandate] };
  };

  it('of an official is ended by administrators and by the official alone', async () => {
    const official = await member('executor', { bodyId: cast.ministry.id });
    const membershipId = await membershipOf(official);
    for (const viewer of [cast.head, cast.ngo, cast.stranger])
      expect(codeOf(await endMembership(world, viewer, { membershipId }))).toBe('not_allowed');
    expect(codeOf(await endMembership(world, null, { membershipId }))).toBe('not_signed_in');
    expect(codeOf(await endMembership(world, official, { membershipId }))).toBe('done');
    expect(codeOf(await endMembership(world, official, { membershipId }))).toBe('not_found');
  });

  it('of a representative is ended by a colleague in the same organisation, not in another', async () => {
    const colleague = await member('representative', { organisationId: cast.organisationId });
    const membershipId = await membershipOf(colleague);
    expect(codeOf(await endMembership(world, cast.stranger, { membershipId }))).toBe('not_allowed');
    expect(codeOf(await endMembership(world, cast.ngo, { membershipId }))).toBe('done');
  });

  it('of a demonstration account is not ended: others need it', async () => {
    const shared = await member('executor', { bodyId: cast.ministry.id }, { demo: true });
    expect(codeOf(await endMembership(world, cast.administrator, { membershipId: await membershipOf(shared) }))).toBe(
      'demo_account',
    );
  });

  it('of the last administrator is not ended, also when two end each other at the same moment', async () => {
    const first = cast.administrator;
    const membershipId = await membershipOf(first);
    expect(codeOf(await endMembership(world, first, { membershipId }))).toBe('last_administrator');
    const second = await member('administrator', {});
    const outcomes = await Promise.all([
      endMembership(world, second, { membershipId }),
      endMembership(world, first, { membershipId: await membershipOf(second) }),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(['done', 'last_administrator']);
  });
});
