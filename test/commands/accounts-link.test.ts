// Getting an account: registration, one-time links, invitations; each link works once, and looking at one takes nothing.
import { beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../app/core/limits';
import { askLink } from '../../app/commands/accounts/ask-link';
import { inviteFirstAdministrator } from '../../app/commands/accounts/first-administrator';
import { inviteColleague } from '../../app/commands/accounts/invite-colleague';
import { inviteOfficial } from '../../app/commands/accounts/invite-official';
import { register } from '../../app/commands/accounts/register';
import { signIn } from '../../app/commands/accounts/sign-in';
import { takeInvitation } from '../../app/commands/accounts/take-invitation';
import { takeLink } from '../../app/commands/accounts/take-link';
import { controlDigit } from '../../app/core/bin';
import { hashOfSecret } from '../../app/data/secret';
import { invitationBehind, linkBehind } from '../../app/queries/links';
import { viewerOf } from '../../app/queries/viewer';
import { castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
world.limits = LIMITS;
const visitor = { address: null, agent: 'a test' };
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'done' : outcome.refusal?.code);
const fieldsOf = (outcome: { ok: boolean; refusal?: { fields?: object } }) =>
  outcome.ok ? {} : outcome.refusal?.fields;

/** The secret in the newest letter to an address. */
async function secretFor(
  email: string,
): Promise<{ letter: string; secret: string; personId: string | null; locale: string }> {
  const letters = await world.db.prisma.letter.findMany({ where: { email }, orderBy: { id: 'desc' } });
  const carrier = letters.find(({ data }) => /^\/(link|invitation)\//.test(String((data as { path?: string }).path)));
  const path = String((carrier?.data as { path?: string } | undefined)?.path);
  return {
    letter: carrier?.letter ?? '',
    secret: path.split('/').pop() ?? '',
    personId: carrier?.personId ?? null,
    locale: carrier?.locale ?? '',
  };
}

let serial = 100;
/** A BIN that no other test uses. */
function aBin(): string {
  for (;;) {
    const eleven = `1601400${String(++serial).padStart(4, '0')}`;
    const control = controlDigit(eleven);
    if (control !== null) return `${eleven}${control}`;
  }
}
const anOrganisation = (email: string, bin = aBin()) => ({
  as: 'organisation',
  email,
  name: 'Айгүл Серікқызы',
  locale: 'kk',
  bin,
  organisationName: 'ОО «Таза су»',
  organisationAddress: 'Алматы, Абай 1',
  region: 'KZ-75',
});
/** Someone who registered an organisation and waits for the letter. */
async function waiting(email: string) {
  const asked = anOrganisation(email);
  const outcome = await register(world, asked, visitor);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return { email, bin: asked.bin, secret: (await secretFor(email)).secret };
}
const aPerson = (email: string) => ({
  as: 'person',
  email,
  name: 'Тимур Ахметов',
  locale: 'ru',
  address: 'Алматы, Абай 2',
});

let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

describe('registration', () => {
  it('makes nothing but a link until the address is confirmed', async () => {
    const { email, bin } = await waiting('nothing-yet@ngo.kz');
    expect(await world.db.prisma.person.count({ where: { email } })).toBe(0);
    expect(await world.db.prisma.organisation.count({ where: { bin } })).toBe(0);
    expect(await secretFor(email)).toMatchObject({ letter: 'confirm_email', personId: null, locale: 'kk' });
  });

  it('keeps the secret out of the database but for the letter that carries it', async () => {
    const { secret } = await waiting('secret@ngo.kz');
    const pass = await world.db.prisma.pass.findUniqueOrThrow({ where: { tokenHash: hashOfSecret(secret) } });
    expect(JSON.stringify(pass)).not.toContain(secret);
  });

  it('is shown before it is confirmed, as often as a mail scanner likes, and still works', async () => {
    const { secret, bin } = await waiting('scanned@ngo.kz');
    for (let look = 0; look < 3; look++)
      expect(await linkBehind(world, secret)).toMatchObject({ purpose: 'registration', organisation: { bin } });
    expect(codeOf(await takeLink(world, { token: secret }, visitor))).toBe('done');
  });

  it('refuses a weak password at confirmation without using up the link', async () => {
    const { secret } = await waiting('weak@ngo.kz');
    for (const password of ['short', '1234567890', 'aaaaaaaaaaaa', 'Qwertyuiop'])
      expect(fieldsOf(await takeLink(world, { token: secret, password }, visitor))).toEqual({
        password: 'weak_password',
      });
    expect(await linkBehind(world, secret)).not.toBeNull();
  });

  it('ends in an account, an organisation and a session in which one represents it', async () => {
    const { email, bin, secret } = await waiting('done@ngo.kz');
    const taken = await takeLink(world, { token: secret, password: 'дұрыс ат батарея' }, visitor);
    if (!taken.ok) throw new Error(taken.refusal.code);
    const viewer = await viewerOf(world, taken.value.token);
    expect(viewer).toMatchObject({ email, locale: 'kk', mandates: [{ role: 'representative', bodyId: null }] });
    expect(await world.db.prisma.letter.count({ where: { email, letter: 'welcome' } })).toBe(1);
    const organisation = await world.db.prisma.organisation.findUniqueOrThrow({ where: { bin } });
    expect(viewer?.mandates[0]?.organisationId).toBe(organisation.id);
    expect(codeOf(await signIn(world, { email: ' Done@NGO.kz', password: 'дұрыс ат батарея' }, visitor))).toBe('done');
  });

  it('without a password ends in an account that is opened by links', async () => {
    const { email, secret } = await waiting('no-password@ngo.kz');
    expect(codeOf(await takeLink(world, { token: secret, password: '' }, visitor))).toBe('done');
    for (const password of ['null', 'anything at all'])
      expect(codeOf(await signIn(world, { email, password }, visitor))).toBe('wrong_credentials');
    await askLink(world, { email }, visitor);
    expect(codeOf(await takeLink(world, { token: (await secretFor(email)).secret }, visitor))).toBe('done');
  });

  it('cannot be confirmed twice', async () => {
    const { secret } = await waiting('once@ngo.kz');
    await takeLink(world, { token: secret }, visitor);
    expect(codeOf(await takeLink(world, { token: secret }, visitor))).toBe('link_spent');
    expect(await linkBehind(world, secret)).toBeNull();
  });

  it('cannot be confirmed after a day', async () => {
    at('2026-03-02', '10:00');
    const { secret } = await waiting('day@ngo.kz');
    at('2026-03-03', '10:00');
    expect(codeOf(await takeLink(world, { token: secret }, visitor))).toBe('link_spent');
    at('2026-03-02', '10:00');
  });

  it('of a BIN that is registered is refused and says nothing of who registered it', async () => {
    const outcome = await register(world, anOrganisation('second@ngo.kz', '940140000385'), visitor);
    expect(outcome).toEqual({ ok: false, refusal: { code: 'bin_taken' } });
  });

  it('of one BIN by two who both wait is won by the one who confirms first; the other is told', async () => {
    await register(world, anOrganisation('fast@ngo.kz', '010940000162'), visitor);
    await register(world, anOrganisation('slow@ngo.kz', '010940000162'), visitor);
    const [fast, slow] = [await secretFor('fast@ngo.kz'), await secretFor('slow@ngo.kz')];
    expect(codeOf(await takeLink(world, { token: fast.secret }, visitor))).toBe('done');
    expect(codeOf(await takeLink(world, { token: slow.secret }, visitor))).toBe('bin_taken');
    expect(await world.db.prisma.person.count({ where: { email: 'slow@ngo.kz' } })).toBe(0);
  });

  it('of one address twice opens one account; the second link is spent', async () => {
    await register(world, aPerson('twice@mail.kz'), visitor);
    const first = await secretFor('twice@mail.kz');
    await register(world, aPerson('twice@mail.kz'), visitor);
    const second = await secretFor('twice@mail.kz');
    expect(codeOf(await takeLink(world, { token: second.secret }, visitor))).toBe('done');
    expect(codeOf(await takeLink(world, { token: first.secret }, visitor))).toBe('link_spent');
  });

  it('with an address that has an account answers the same and sends that person a sign-in link', async () => {
    const known = await register(world, aPerson(cast.citizen.email), visitor);
    const unknown = await register(world, aPerson('nobody-yet@mail.kz'), visitor);
    expect(known.ok && Object.keys(known.value)).toEqual(unknown.ok && Object.keys(unknown.value));
    expect(await secretFor(cast.citizen.email)).toMatchObject({
      letter: 'sign_in_link',
      personId: cast.citizen.personId,
    });
  });

  it('never shows the link of an existing account, also where no mail leaves the house', async () => {
    expect(await register(world, aPerson(cast.citizen.email), visitor)).toMatchObject({
      ok: true,
      value: { path: null },
    });
    const fresh = await register(world, aPerson('fresh@mail.kz'), visitor);
    expect(fresh.ok && fresh.value.path).toMatch(/^\/link\/[\w-]{43}$/);
  });

  it('never shows a link where letters are sent by mail', async () => {
    const sending = { ...world, post: { send: async () => '250 OK', close: () => undefined } };
    expect(await register(sending, aPerson('by-mail@mail.kz'), visitor)).toMatchObject({
      ok: true,
      value: { path: null },
    });
  });

  it('names every field that is wrong', async () => {
    const wrong = {
      as: 'organisation',
      email: 'nobody',
      name: '',
      locale: 'kk',
      bin: '020240000556',
      organisationName: 'X',
      organisationAddress: '',
      region: 'KZ-99',
    };
    expect(fieldsOf(await register(world, wrong, visitor))).toEqual({
      email: 'bad_email',
      name: 'required',
      bin: 'bad_bin',
      organisationName: 'too_short',
      organisationAddress: 'required',
      region: expect.any(String),
    });
    expect(codeOf(await register(world, { as: 'king' }, visitor))).toBe('invalid');
  });

  it('forgives spaces in a BIN and capitals in an address', async () => {
    await register(world, { ...anOrganisation(' Spaces@NGO.kz', '9702 4000 0816') }, visitor);
    expect(await linkBehind(world, (await secretFor('spaces@ngo.kz')).secret)).toMatchObject({
      organisation: { bin: '970240000816' },
    });
  });
});

describe('a one-time link', () => {
  it('signs in once', async () => {
    await askLink(world, { email: cast.ngo.email }, visitor);
    const { secret } = await secretFor(cast.ngo.email);
    const taken = await takeLink(world, { token: secret }, visitor);
    expect(taken.ok && (await viewerOf(world, taken.value.token))?.personId).toBe(cast.ngo.personId);
    expect(codeOf(await takeLink(world, { token: secret }, visitor))).toBe('link_spent');
  });

  it('pressed twice at the same moment opens one session', async () => {
    await askLink(world, { email: cast.ngo.email }, visitor);
    const { secret } = await secretFor(cast.ngo.email);
    const outcomes = await Promise.all([1, 2, 3].map(() => takeLink(world, { token: secret }, visitor)));
    expect(outcomes.map(codeOf).sort()).toEqual(['done', 'link_spent', 'link_spent']);
  });

  it('is too old after ten minutes', async () => {
    at('2026-03-02', '10:00');
    await askLink(world, { email: cast.ngo.email }, visitor);
    const { secret } = await secretFor(cast.ngo.email);
    at('2026-03-02', '10:10');
    expect(await linkBehind(world, secret)).toBeNull();
    expect(codeOf(await takeLink(world, { token: secret }, visitor))).toBe('link_spent');
    at('2026-03-02', '10:00');
  });

  it('of an unknown address is not written, and the answer is the same', async () => {
    const known = await askLink(world, { email: cast.head.email }, visitor);
    const unknown = await askLink(world, { email: 'ghost@mail.kz' }, visitor);
    expect(known.ok && unknown.ok).toBe(true);
    expect(unknown).toEqual({ ok: true, value: { email: 'ghost@mail.kz' } });
    expect(await world.db.prisma.letter.count({ where: { email: 'ghost@mail.kz' } })).toBe(0);
  });

  it('lets one set a forgotten password anew and ends every other session', async () => {
    await askLink(world, { email: cast.head.email }, visitor);
    const first = await takeLink(world, { token: (await secretFor(cast.head.email)).secret }, visitor);
    await askLink(world, { email: cast.head.email }, visitor);
    const second = await takeLink(
      world,
      { token: (await secretFor(cast.head.email)).secret, password: 'жаңа құпиясөз керек' },
      visitor,
    );
    if (!first.ok || !second.ok) throw new Error('no session');
    expect(await viewerOf(world, first.value.token)).toBeNull();
    expect(await viewerOf(world, second.value.token)).not.toBeNull();
    expect(codeOf(await signIn(world, { email: cast.head.email, password: 'жаңа құпиясөз керек' }, visitor))).toBe(
      'done',
    );
    const told = await world.db.prisma.letter.findMany({
      where: { email: cast.head.email, letter: 'sign_in_changed' },
      select: { data: true },
    });
    expect(told.map(({ data }) => data)).toMatchObject([{ change: 'password_set' }]);
  });

  it('does not change the password of a demonstration account', async () => {
    await world.db.prisma.person.update({ where: { id: cast.executor.personId }, data: { demo: true } });
    await askLink(world, { email: cast.executor.email }, visitor);
    const { secret } = await secretFor(cast.executor.email);
    expect(codeOf(await takeLink(world, { token: secret, password: 'a new long password' }, visitor))).toBe(
      'demo_account',
    );
    expect(codeOf(await takeLink(world, { token: secret }, visitor))).toBe('done');
    await world.db.prisma.person.update({ where: { id: cast.executor.personId }, data: { demo: false } });
  });

  it('that was never given is spent, whatever it looks like', async () => {
    for (const token of ['', 'x', 'a'.repeat(43), '../../etc/passwd', 'a'.repeat(99)])
      expect(codeOf(await takeLink(world, { token }, visitor))).toBe('link_spent');
  });

  it('is not an invitation, and an invitation is not a link', async () => {
    await askLink(world, { email: cast.ngo.email }, visitor);
    const { secret } = await secretFor(cast.ngo.email);
    expect(codeOf(await takeInvitation(world, { token: secret }, visitor))).toBe('link_spent');
    expect(await invitationBehind(world, secret)).toBeNull();
  });
});

describe('an invitation', () => {
  const official = (email: string) => ({
    email,
    locale: 'kk',
    role: 'executor',
    bodyId: cast.ministry.id,
    post: 'Бас сарапшы',
  });

  it('makes a newcomer an official with the role and post offered', async () => {
    expect(codeOf(await inviteOfficial(world, cast.administrator, official('new@gov.kz')))).toBe('done');
    const { secret, letter } = await secretFor('new@gov.kz');
    expect(letter).toBe('invitation');
    expect(await invitationBehind(world, secret)).toMatchObject({
      role: 'executor',
      post: 'Бас сарапшы',
      known: false,
      inviter: cast.administrator.name,
    });
    expect(fieldsOf(await takeInvitation(world, { token: secret }, visitor))).toMatchObject({ name: 'required' });
    const taken = await takeInvitation(
      world,
      { token: secret, name: 'Дәурен Жұмабай', locale: 'kk', password: '' },
      visitor,
    );
    const viewer = taken.ok ? await viewerOf(world, taken.value.token) : null;
    expect(viewer).toMatchObject({
      name: 'Дәурен Жұмабай',
      mandates: [{ role: 'executor', post: 'Бас сарапшы', bodyId: cast.ministry.id }],
    });
    expect(codeOf(await takeInvitation(world, { token: secret, name: 'Басқа', locale: 'kk' }, visitor))).toBe(
      'link_spent',
    );
  });

  it('adds a role to an account that exists, without asking for a name', async () => {
    await inviteOfficial(world, cast.administrator, {
      ...official(cast.registrar.email),
      role: 'approver',
      post: 'Заместитель руководителя',
    });
    const taken = await takeInvitation(world, { token: (await secretFor(cast.registrar.email)).secret }, visitor);
    const viewer = taken.ok ? await viewerOf(world, taken.value.token) : null;
    expect(viewer?.mandates.map(({ role }) => role).sort()).toEqual(['approver', 'registrar']);
  });

  it('written anew replaces the one before', async () => {
    await inviteOfficial(world, cast.administrator, official('again@gov.kz'));
    const first = await secretFor('again@gov.kz');
    await inviteOfficial(world, cast.administrator, official('again@gov.kz'));
    const second = await secretFor('again@gov.kz');
    const words = { name: 'Еркін Сапар', locale: 'kk' };
    expect(codeOf(await takeInvitation(world, { token: first.secret, ...words }, visitor))).toBe('link_spent');
    expect(codeOf(await takeInvitation(world, { token: second.secret, ...words }, visitor))).toBe('done');
  });

  it('lives seven days', async () => {
    at('2026-03-02', '10:00');
    await inviteOfficial(world, cast.administrator, official('late@gov.kz'));
    const { secret } = await secretFor('late@gov.kz');
    at('2026-03-09', '09:59');
    expect(await invitationBehind(world, secret)).not.toBeNull();
    at('2026-03-09', '10:00');
    expect(await invitationBehind(world, secret)).toBeNull();
    at('2026-03-02', '10:00');
  });

  it('to an office is written by administrators only, and to an open body', async () => {
    expect(codeOf(await inviteOfficial(world, null, official('x@gov.kz')))).toBe('not_signed_in');
    for (const viewer of [cast.ngo, cast.head, cast.registrar, cast.citizen])
      expect(codeOf(await inviteOfficial(world, viewer, official('x@gov.kz')))).toBe('not_allowed');
    expect(
      codeOf(await inviteOfficial(world, cast.administrator, { ...official('x@gov.kz'), bodyId: world.newId() })),
    ).toBe('not_found');
    await world.db.prisma.body.update({ where: { id: cast.committee.id }, data: { closedAt: new Date(world.now()) } });
    expect(
      codeOf(await inviteOfficial(world, cast.administrator, { ...official('x@gov.kz'), bodyId: cast.committee.id })),
    ).toBe('body_closed');
    expect(fieldsOf(await inviteOfficial(world, cast.administrator, { ...official('x'), post: '' }))).toEqual({
      email: 'bad_email',
      post: 'required',
    });
  });

  it('to a role that the person holds is refused', async () => {
    const held = {
      email: cast.head.email,
      locale: 'ru',
      role: 'approver',
      bodyId: cast.ministry.id,
      post: 'Руководитель аппарата',
    };
    expect(codeOf(await inviteOfficial(world, cast.administrator, held))).toBe('already_member');
    const colleague = { email: cast.ngo.email, locale: 'kk', organisationId: cast.organisationId };
    expect(codeOf(await inviteColleague(world, cast.ngo, colleague))).toBe('already_member');
  });

  it('of a colleague is written by those who represent the organisation, and gives the same mandate', async () => {
    const colleague = { email: 'colleague@ngo.kz', locale: 'ru', organisationId: cast.organisationId };
    for (const viewer of [cast.stranger, cast.citizen, cast.administrator])
      expect(codeOf(await inviteColleague(world, viewer, colleague))).toBe('not_allowed');
    expect(codeOf(await inviteColleague(world, cast.ngo, colleague))).toBe('done');
    const { secret } = await secretFor('colleague@ngo.kz');
    const taken = await takeInvitation(world, { token: secret, name: 'Марат Ли', locale: 'ru' }, visitor);
    const viewer = taken.ok ? await viewerOf(world, taken.value.token) : null;
    expect(viewer?.mandates).toEqual([
      {
        role: 'representative',
        post: null,
        bodyId: null,
        organisationId: cast.organisationId,
        councilId: null,
        councilSlug: null,
        head: null,
      },
    ]);
  });

  it('that would open an existing account is never shown to whoever invites', async () => {
    const existing = await inviteColleague(world, cast.ngo, {
      email: cast.citizen.email,
      locale: 'ru',
      organisationId: cast.organisationId,
    });
    expect(existing).toMatchObject({ ok: true, value: { path: null } });
  });

  it('of the first administrator is written once, and not where there is one', async () => {
    expect(await inviteFirstAdministrator(world, 'boss@kenes.kz')).toEqual({ path: null });
    await world.db.prisma.membership.updateMany({
      where: { role: 'administrator' },
      data: { until: new Date(world.now()) },
    });
    expect((await inviteFirstAdministrator(world, 'boss@kenes.kz')).path).toMatch(/^\/invitation\//);
    expect(await inviteFirstAdministrator(world, 'other@kenes.kz')).toEqual({ path: null });
    const taken = await takeInvitation(
      world,
      { token: (await secretFor('boss@kenes.kz')).secret, name: 'Ерлан Әбдіхан', locale: 'kk' },
      visitor,
    );
    const viewer = taken.ok ? await viewerOf(world, taken.value.token) : null;
    expect(viewer?.mandates).toEqual([
      {
        role: 'administrator',
        post: null,
        bodyId: null,
        organisationId: null,
        councilId: null,
        councilSlug: null,
        head: null,
      },
    ]);
  });
});
