// The second factor: set up, asked for, used up once, got round by nobody; recovery codes; what each change tells its person.
import { Secret, TOTP } from 'otpauth';
import { LIMITS } from '../../app/core/limits';
import { beforeAll, describe, expect, it } from 'vitest';
import { beginAuthenticator } from '../../app/commands/accounts/begin-authenticator';
import { confirmAuthenticator } from '../../app/commands/accounts/confirm-authenticator';
import { giveCode } from '../../app/commands/accounts/give-code';
import { liftSecondFactor } from '../../app/commands/accounts/lift-second-factor';
import { removePasskey } from '../../app/commands/accounts/remove-passkey';
import { signIn } from '../../app/commands/accounts/sign-in';
import { changeSetting } from '../../app/commands/settings/change';
import { stopAuthenticator } from '../../app/commands/accounts/stop-authenticator';
import { CODE_LIFE } from '../../app/core/session';
import type { Viewer } from '../../app/core/viewer';
import { hashPassword } from '../../app/data/password';
import { stepOf } from '../../app/data/totp';
import { accountOf } from '../../app/queries/accounts';
import { liftedFactors } from '../../app/queries/lifted-factors';
import { settingBehind } from '../../app/queries/signing-in';
import { viewerOf } from '../../app/queries/viewer';
import { must } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const test = testWorld('2026-03-02');
test.world.limits = LIMITS;
const { world } = test;
const visitor = { address: null, agent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
const PASSWORD = 'тау су жел от';
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'done' : outcome.refusal?.code);

let passwordHash: string;
let cast: Cast;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
  cast = await castInto(world);
  await world.db.prisma.person.updateMany({ data: { passwordHash } });
});

let people = 0;
async function somebody(more: { demo?: boolean } = {}): Promise<Viewer> {
  const personId = world.newId();
  const email = `code-${++people}@kenes.test`;
  await world.db.prisma.person.create({
    data: { id: personId, email, name: 'А. Б.', locale: 'ru', passwordHash, createdAt: new Date(world.now()), ...more },
  });
  return { personId, email, name: 'А. Б.', locale: 'ru', mandates: [] };
}

const MINUTE_MS = 60_000;
let minutes = 9 * 60;
/** A minute later, so that the authenticator shows another code. */
function later(by = 1) {
  minutes += by;
  const time = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  test.at('2026-03-02', time.join(':'));
}
/** What an authenticator shows at an instant. */
const shown = (secret: string, at = world.now()) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
const entered = (email: string) => must(signIn(world, { email, password: PASSWORD }, visitor));

/** Somebody whose second factor is on, with the secret that the authenticator holds. */
async function guarded() {
  const viewer = await somebody();
  const { pass } = await must(beginAuthenticator(world, viewer, { current: PASSWORD }));
  const setting = await settingBehind(world, viewer, pass);
  const secret = setting?.secret ?? '';
  const { codes } = await must(confirmAuthenticator(world, viewer, { pass, code: shown(secret) }, null));
  // The code of setting up is used up.
  later();
  return { viewer, secret, codes, pass };
}

it('the codes are those of RFC 6238', () => {
  // Appendix B, SHA-1: the secret is the ASCII of 12345678901234567890; of eight digits the last six are shown.
  const secret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32;
  const published: [seconds: number, code: string][] = [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ];
  for (const [seconds, code] of published) expect(stepOf(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
});

describe('turning it on', () => {
  it('takes the password, and a code that proves that the secret arrived', async () => {
    const viewer = await somebody();
    expect(codeOf(await beginAuthenticator(world, viewer, { current: 'not the password' }))).toBe('wrong_password');
    const { pass } = await must(beginAuthenticator(world, viewer, { current: PASSWORD }));
    expect(codeOf(await confirmAuthenticator(world, viewer, { pass, code: '000000' }, null))).toBe('wrong_code');
    const { token } = await entered(viewer.email);
    expect(await viewerOf(world, token)).not.toBeNull();
  });

  it('can’t be finished by somebody else, nor twice', async () => {
    const { viewer, secret, pass } = await guarded();
    const other = await somebody();
    const begun = await must(beginAuthenticator(world, other, { current: PASSWORD }));
    const stranger = await somebody();
    expect(await settingBehind(world, stranger, begun.pass)).toBeNull();
    expect(codeOf(await confirmAuthenticator(world, stranger, { pass: begun.pass, code: '123456' }, null))).toBe(
      'link_spent',
    );
    expect(codeOf(await confirmAuthenticator(world, viewer, { pass, code: shown(secret) }, null))).toBe(
      'authenticator_on',
    );
  });

  it('ends every other session and writes a letter', async () => {
    const viewer = await somebody();
    const [here, elsewhere] = [await entered(viewer.email), await entered(viewer.email)];
    const { pass } = await must(beginAuthenticator(world, viewer, { current: PASSWORD }));
    const setting = await settingBehind(world, viewer, pass);
    await must(confirmAuthenticator(world, viewer, { pass, code: shown(setting?.secret ?? '') }, here.token));
    expect((await viewerOf(world, here.token))?.personId).toBe(viewer.personId);
    expect(await viewerOf(world, elsewhere.token)).toBeNull();
    const letters = await world.db.prisma.letter.findMany({ where: { email: viewer.email } });
    expect(letters.map(({ data }) => data)).toEqual([
      { change: 'authenticator_on', passkey: null, path: '/account/signing-in' },
    ]);
  });

  it('is not for accounts of the demonstration', async () => {
    expect(codeOf(await beginAuthenticator(world, await somebody({ demo: true }), { current: PASSWORD }))).toBe(
      'demo_account',
    );
  });
});

describe('signing in with it', () => {
  it('the right password alone signs nobody in, whatever the page', async () => {
    const { viewer, secret } = await guarded();
    const { token } = await entered(viewer.email);
    expect(await viewerOf(world, token)).toBeNull();
    expect((await accountOf(world, viewer.personId, null)).sessions).toEqual([]);
    const given = await must(giveCode(world, { code: shown(secret) }, token, visitor));
    expect((await viewerOf(world, given.token))?.personId).toBe(viewer.personId);
    expect(await viewerOf(world, token)).toBeNull();
  });

  it('one code counts once, also when it is given twice at once', async () => {
    const { viewer, secret } = await guarded();
    const [one, other] = [await entered(viewer.email), await entered(viewer.email)];
    const code = shown(secret);
    const given = await Promise.all([one, other].map(({ token }) => giveCode(world, { code }, token, visitor)));
    expect(given.map(codeOf).sort()).toEqual(['done', 'wrong_code']);
    // What was used stays used.
    expect(codeOf(await giveCode(world, { code }, (await entered(viewer.email)).token, visitor))).toBe('wrong_code');
  });

  it('a recovery code stands in for it, once', async () => {
    const { viewer, codes } = await guarded();
    const [code = ''] = codes;
    expect(codes).toHaveLength(10);
    await must(giveCode(world, { code: code.toUpperCase() }, (await entered(viewer.email)).token, visitor));
    expect(codeOf(await giveCode(world, { code }, (await entered(viewer.email)).token, visitor))).toBe('wrong_code');
    const stored = await world.db.prisma.recoveryCode.findMany({ where: { personId: viewer.personId } });
    expect(JSON.stringify(stored)).not.toContain(code);
    // Fifty bits can be tried out by whoever has the database: slowly, each account by itself.
    for (const { hash } of stored) expect(hash).toMatch(/^\$argon2id\$/);
  });

  it('guessing is limited, and the wait is too long for a code', async () => {
    const { viewer, secret } = await guarded();
    const { token } = await entered(viewer.email);
    const guesses = Array.from({ length: 20 }, (_, i) =>
      giveCode(world, { code: String(100_000 + i) }, token, visitor),
    );
    const answers = (await Promise.all(guesses)).map(codeOf);
    expect(answers.filter((answer) => answer === 'too_many_attempts')).toHaveLength(10);
    expect(codeOf(await giveCode(world, { code: shown(secret) }, token, visitor))).toBe('too_many_attempts');
  });

  it('a sign-in that waits too long for its code begins anew', async () => {
    const { viewer, secret } = await guarded();
    const { token } = await entered(viewer.email);
    later(CODE_LIFE / MINUTE_MS);
    expect(codeOf(await giveCode(world, { code: shown(secret) }, token, visitor))).toBe('code_not_awaited');
    for (const nothing of [null, 'x', 'x'.repeat(43)])
      expect(codeOf(await giveCode(world, { code: shown(secret) }, nothing, visitor))).toBe('code_not_awaited');
  });
});

it('turning it off takes a code, and the recovery codes go with it', async () => {
  const { viewer, secret, codes } = await guarded();
  expect(codeOf(await stopAuthenticator(world, viewer, { code: '000000' }))).toBe('wrong_code');
  await must(stopAuthenticator(world, viewer, { code: shown(secret) }));
  expect(await viewerOf(world, (await entered(viewer.email)).token)).not.toBeNull();
  expect(codeOf(await stopAuthenticator(world, viewer, { code: codes[0] }))).toBe('authenticator_off');
  expect(await world.db.prisma.recoveryCode.count({ where: { personId: viewer.personId } })).toBe(0);
});

it('nobody removes somebody else’s passkey', async () => {
  const [owner, stranger] = [await somebody(), await somebody()];
  const id = world.newId();
  await world.db.prisma.passkey.create({
    data: {
      ...{ id, personId: owner.personId, credentialId: id, publicKey: new Uint8Array(77), counter: 0 },
      ...{ transports: [], name: 'Телефон', createdAt: new Date(world.now()) },
    },
  });
  expect(codeOf(await removePasskey(world, stranger, { passkeyId: id, current: PASSWORD }))).toBe('not_found');
  // Nor does whoever found their browser open.
  expect(codeOf(await removePasskey(world, owner, { passkeyId: id }))).toBe('invalid');
  expect(codeOf(await removePasskey(world, owner, { passkeyId: id, current: 'not the password' }))).toBe(
    'wrong_password',
  );
  await must(removePasskey(world, owner, { passkeyId: id, current: PASSWORD }));
  expect(await world.db.prisma.passkey.count({ where: { id } })).toBe(0);
});

describe('lost with everything that stands in for it', () => {
  it('is taken away by an administrator who says how it was made sure who asks; its person is told, and the record stays', async () => {
    const { administrator, head } = cast;
    const { viewer } = await guarded();
    const half = await entered(viewer.email);
    const asked = { email: viewer.email, reason: 'Келіп, жеке куәлігін көрсетті' };
    expect(codeOf(await liftSecondFactor(world, head, asked))).toBe('not_allowed');
    expect(codeOf(await liftSecondFactor(world, administrator, { ...asked, reason: 'Сұрады' }))).toBe('invalid');
    expect(codeOf(await liftSecondFactor(world, administrator, { ...asked, email: 'nobody@kenes.test' }))).toBe(
      'not_found',
    );
    expect(codeOf(await liftSecondFactor(world, administrator, { ...asked, email: administrator.email }))).toBe(
      'not_allowed',
    );
    await must(liftSecondFactor(world, administrator, asked));
    expect(codeOf(await liftSecondFactor(world, administrator, asked))).toBe('authenticator_off');

    expect(codeOf(await giveCode(world, { code: '123456' }, half.token, visitor))).toBe('code_not_awaited');
    expect((await viewerOf(world, (await entered(viewer.email)).token))?.personId).toBe(viewer.personId);
    const letters = await world.db.prisma.letter.findMany({ where: { email: viewer.email }, orderBy: { id: 'asc' } });
    expect(letters.at(-1)?.data).toMatchObject({ change: 'second_factor_lifted' });
    expect(await liftedFactors(world)).toMatchObject([
      { name: viewer.name, reason: asked.reason, by: administrator.name },
    ]);
    await expect(world.db.pool.query('DELETE FROM "FactorLift"')).rejects.toThrow('append-only');
  });
});

describe('asked of those who hold something', () => {
  const ask = (viewer: Viewer, askedOf: string) =>
    changeSetting(world, viewer, { name: 'second_factor', askedOf, reason: 'Приказ о защите данных' });
  const held = async (token: string) => (await viewerOf(world, token))?.mandates.map(({ role }) => role);
  const setUp = async (viewer: Viewer, token: string) => {
    const { pass } = await must(beginAuthenticator(world, viewer, { current: PASSWORD }));
    const secret = (await settingBehind(world, viewer, pass))?.secret ?? '';
    await must(confirmAuthenticator(world, viewer, { pass, code: shown(secret) }, token));
    later();
    return secret;
  };

  it('is not asked by whoever has none, who would be shut out', async () => {
    expect(codeOf(await ask(cast.administrator, 'administrators'))).toBe('second_factor_first');
    expect(codeOf(await ask(cast.head, 'nobody'))).toBe('not_allowed');
    expect((await viewerOf(world, (await entered(cast.administrator.email)).token))?.resting).toBeUndefined();
  });

  it('rests what they hold until the code, in every session that proved one thing; others keep theirs', async () => {
    const { token } = await entered(cast.administrator.email);
    const secret = await setUp(cast.administrator, token);
    const [official, representative] = [await entered(cast.head.email), await entered(cast.ngo.email)];
    expect(await held(official.token)).toContain('approver');
    await must(ask(cast.administrator, 'offices'));
    expect(await viewerOf(world, official.token)).toMatchObject({ mandates: [], resting: true });
    expect(await held(representative.token)).toEqual(['representative']);
    expect(await held(token)).toContain('administrator');

    await must(ask(cast.administrator, 'mandates'));
    expect(await held(representative.token)).toEqual([]);
    const headsSecret = await setUp(cast.head, official.token);
    expect(await held(official.token)).toContain('approver');
    const half = await entered(cast.head.email);
    const given = await must(giveCode(world, { code: shown(headsSecret) }, half.token, visitor));
    expect(await held(given.token)).toContain('approver');

    later();
    await must(stopAuthenticator(world, cast.head, { code: shown(headsSecret) }));
    expect(await held(given.token)).toEqual([]);
    await must(stopAuthenticator(world, cast.administrator, { code: shown(secret) }));
    expect(await held(token)).toEqual([]);
  });
});
