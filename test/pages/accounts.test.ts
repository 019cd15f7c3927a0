// The pages of accounts as a browser without scripts meets them.
import { beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../app/core/demo';
import { hashPassword } from '../../app/data/password';
import { viewerOf } from '../../app/queries/viewer';
import { LOCALES, textFor } from '../../app/text';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld('2026-03-02');
const PASSWORD = 'тау су жел от';
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await world.db.prisma.person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } });
  site = await openSite(world, ['accounts/', 'admin/bod']);
});

const signedIn = async (email: string) => {
  const visitor = site.visitor();
  const answer = await visitor.post('/ru/sign-in', { email, password: PASSWORD });
  expect(answer.status).toBe(302);
  return { ...visitor, landed: answer.headers.get('location') };
};
/** Text as a reader sees it. */
const words = (html: string): string =>
  html
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
const bodyOf = async (answer: Response) => words(await answer.text());

describe('the sign-in page', () => {
  it.each(LOCALES)('speaks %s', async (locale) => {
    const answer = await site.visitor().get(`/${locale}/sign-in`);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain(`<html lang="${locale}"`);
    expect(words(html)).toContain(textFor(locale).accounts.signIn.lead);
  });

  it('leads officials to their desk, administrators to operations, everyone else to today', async () => {
    expect((await signedIn(cast.registrar.email)).landed).toBe('/ru/desk');
    expect((await signedIn(cast.administrator.email)).landed).toBe('/ru/admin');
    expect((await signedIn(cast.ngo.email)).landed).toBe('/ru/today');
  });

  it('leads back to the page one came from, and never to another site', async () => {
    const back = async (to: string) =>
      (await site.visitor().post('/ru/sign-in', { email: cast.ngo.email, password: PASSWORD, to })).headers.get(
        'location',
      );
    expect(await back('/ru/appeals/new?kind=complaint')).toBe('/ru/appeals/new?kind=complaint');
    for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/x y'])
      expect(await back(to)).toBe('/ru/today');
  });

  it('gives a cookie that scripts cannot read and other sites cannot send along', async () => {
    const answer = await site.visitor().post('/ru/sign-in', { email: cast.ngo.email, password: PASSWORD });
    const cookie = answer.headers.get('set-cookie') ?? '';
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
  });

  it('keeps the address and never the password when it refuses', async () => {
    const answer = await site.visitor().post('/ru/sign-in', { email: cast.ngo.email, password: 'this is not it' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(`value="${cast.ngo.email}"`);
    expect(html).not.toContain('this is not it');
    const { what, why, now } = textFor('ru').refusals.codes.wrong_credentials();
    for (const sentence of [what, why, now]) expect(words(html)).toContain(sentence);
  });

  it('offers demonstration accounts only where there are some, and one press opens one', async () => {
    const offer = textFor('ru').accounts.signIn.demoTitle;
    expect(await bodyOf(await site.visitor().get('/ru/sign-in'))).not.toContain(offer);
    await world.db.prisma.person.update({
      where: { id: cast.executor.personId },
      data: { demo: true, passwordHash: await hashPassword(DEMO_PASSWORD) },
    });
    const html = await (await site.visitor().get('/ru/sign-in')).text();
    expect(words(html)).toContain(offer);
    const form = /<form[^>]*>(?:(?!<\/form>).)*executor@kenes\.test.*?<\/form>/s.exec(html)?.[0] ?? '';
    const hidden = Object.fromEntries(
      [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
    expect((await site.visitor().post('/ru/sign-in', hidden)).headers.get('location')).toBe('/ru/desk');
    await world.db.prisma.person.update({ where: { id: cast.executor.personId }, data: { demo: false } });
  });

  it('sends whoever is signed in on to their work', async () => {
    const visitor = await signedIn(cast.ngo.email);
    expect((await visitor.get('/ru/sign-in')).headers.get('location')).toBe('/ru/today');
  });
});

describe('signing out', () => {
  it('ends the session and takes the cookie away', async () => {
    const visitor = await signedIn(cast.ngo.email);
    const token = visitor.token() ?? '';
    expect((await visitor.post('/ru/sign-out', {})).headers.get('location')).toBe('/ru');
    expect(visitor.token()).toBeNull();
    expect(await viewerOf(world, token)).toBeNull();
  });

  it('by a mere link does nothing', async () => {
    const visitor = await signedIn(cast.ngo.email);
    await visitor.get('/ru/sign-out');
    expect(await viewerOf(world, visitor.token() ?? '')).not.toBeNull();
  });
});

describe('registering', () => {
  const form = {
    as: 'organisation',
    email: 'new@ngo.kz',
    name: 'Айгүл Серікқызы',
    locale: 'kk',
    bin: '081140000436',
    organisationName: 'ОО «Тірек»',
    organisationAddress: 'Астана, Кенесары 5',
    region: 'KZ-71',
  };

  it('goes from the form over the link to an account, where no mail leaves the house', async () => {
    const visitor = site.visitor();
    const sent = await (await visitor.post('/kk/register', form)).text();
    const link = /href="(\/kk\/link\/[\w-]{43})"/.exec(sent)?.[1] ?? '';
    const page = await visitor.get(link);
    expect(await bodyOf(page)).toContain('ОО «Тірек»');
    const entered = await visitor.post(link, { password: '' });
    expect(entered.headers.get('location')).toBe('/kk/today');
    expect((await viewerOf(world, visitor.token() ?? ''))?.email).toBe('new@ngo.kz');
    const again = await site.visitor().post(link, {});
    expect(again.status).toBe(422);
    expect(await bodyOf(again)).toContain(textFor('kk').refusals.codes.link_spent().what);
  });

  it('or asking for a link leads on to where one was going, and never to another site', async () => {
    const to = '/kk/appeals/new';
    const asked = await (await site.visitor().get(`/kk/sign-in?to=${encodeURIComponent(to)}`)).text();
    for (const page of ['register', 'sign-in/link'])
      expect(asked).toContain(`href="/kk/${page}?to=%2Fkk%2Fappeals%2Fnew"`);
    const person = { ...form, as: 'person', address: 'Астана, Кенесары 5' };
    const landed = async (email: string, going: string) => {
      const visitor = site.visitor();
      const sent = await (await visitor.post('/kk/register', { ...person, email, to: going })).text();
      const link = /href="(\/kk\/link\/[\w-]{43})"/.exec(sent)?.[1] ?? '';
      return (await visitor.post(link, { password: '' })).headers.get('location');
    };
    expect(await landed('going@ngo.kz', to)).toBe(to);
    expect(await landed('lured@ngo.kz', '//evil.example')).toBe('/kk/today');

    const visitor = site.visitor();
    await visitor.post('/kk/sign-in/link', { email: 'going@ngo.kz', to });
    const letter = await world.db.prisma.letter.findFirstOrThrow({
      where: { letter: 'sign_in_link', email: 'going@ngo.kz' },
    });
    const { path } = letter.data as { path: string };
    expect((await visitor.post(`/kk${path}`, { password: '' })).headers.get('location')).toBe(to);
  });

  it('loses nothing that was typed and names each field that is wrong, with a link to it', async () => {
    const answer = await site.visitor().post('/ru/register', { ...form, bin: '081140000437', email: 'x' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    for (const value of ['081140000437', 'Айгүл Серікқызы', 'ОО «Тірек»', 'Астана, Кенесары 5'])
      expect(html).toContain(`value="${value}"`);
    for (const id of ['bin', 'email']) expect(html).toMatch(new RegExp(`href="#${id}"[\\s\\S]*id="${id}"`));
    expect(html).toMatch(/<option value="KZ-71" selected/);
  });

  it('of oneself asks for one’s postal address and for no organisation', async () => {
    const html = await (await site.visitor().get('/ru/register?as=person')).text();
    expect(html).toContain('name="address"');
    expect(html).not.toContain('name="bin"');
  });
});

describe('the account page', () => {
  it('asks a visitor to sign in and brings them back', async () => {
    const answer = await site.visitor().get('/kk/account?done=saved');
    expect(answer.headers.get('location')).toBe('/kk/sign-in?to=%2Fkk%2Faccount%3Fdone%3Dsaved');
  });

  it.each(LOCALES)('shows roles, colleagues, password and sessions in %s', async (locale) => {
    const visitor = await signedIn(cast.ngo.email);
    const text = await bodyOf(await visitor.get(`/${locale}/account`));
    const t = textFor(locale).accounts;
    for (const part of [
      t.account.profile,
      t.roles.representative,
      t.account.inviteTitle,
      t.account.sessions,
      t.account.thisOne,
    ])
      expect(text).toContain(part);
  });

  it('changes the language of the pages with the language of the account', async () => {
    const visitor = await signedIn(cast.citizen.email);
    const answer = await visitor.post('/ru/account', {
      intent: 'profile',
      name: 'Citizen',
      address: 'Астана',
      locale: 'kk',
    });
    expect(answer.headers.get('location')).toBe('/kk/account?done=saved&n=0');
    expect(await bodyOf(await visitor.get('/kk/account?done=saved&n=0'))).toContain(
      textFor('kk').accounts.account.saved,
    );
  });

  it('signs another browser out at once', async () => {
    const [here, there] = [await signedIn(cast.head.email), await signedIn(cast.head.email)];
    await here.post('/ru/account', { intent: 'revoke', sessionId: 'others' });
    expect((await there.get('/ru/account')).headers.get('location')).toContain('/ru/sign-in');
    expect((await here.get('/ru/account')).status).toBe(200);
  });

  it('says what is wrong in the form that was sent, and keeps what was typed', async () => {
    const visitor = await signedIn(cast.ngo.email);
    const answer = await visitor.post('/ru/account', {
      intent: 'invite',
      organisationId: cast.organisationId,
      email: 'not an address',
      locale: 'ru',
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="not an address"');
    expect(html).toContain(`href="#invite-${cast.organisationId}-email"`);
  });

  it.each(LOCALES)(
    'sets a colleague’s last day, keeps the last representative and hands a place over in %s',
    async (locale) => {
      const say = textFor(locale).accounts.account;
      const { personId } = cast.stranger;
      const colleague = { personId, role: 'representative', organisationId: cast.organisationId };
      const membershipId = world.newId();
      await world.db.prisma.membership.create({
        data: { id: membershipId, since: new Date(world.now()), ...colleague },
      });
      const own = { personId: cast.ngo.personId, organisationId: cast.organisationId };
      const mine = await world.db.prisma.membership.findFirstOrThrow({ where: own });
      const visitor = await signedIn(cast.ngo.email);
      const page = `/${locale}/account`;
      const wrong = await visitor.post(page, { intent: 'last_day', membershipId, lastDay: '2020-01-01' });
      expect(wrong.status).toBe(422);
      expect(await wrong.text()).toContain(`href="#mandate-${membershipId}-lastDay"`);
      const set = await visitor.post(page, { intent: 'last_day', membershipId, lastDay: '2026-03-31' });
      expect(set.headers.get('location')).toBe(`${page}?done=last_day&n=0`);
      const shown = await bodyOf(await visitor.get(`${page}?done=last_day&n=0`));
      for (const part of [say.lastDaySaved, words(say.lastDayOn('2026-03-31')), say.handOverTo(cast.stranger.name)])
        expect(shown).toContain(part);
      const last = await visitor.post(page, { intent: 'end', membershipId: mine.id });
      expect(await bodyOf(last)).toContain(textFor(locale).refusals.codes.last_representative().now);
      const { organisationId } = cast;
      const handed = await visitor.post(page, { intent: 'hand_over', membershipId, organisationId });
      expect(handed.headers.get('location')).toBe(`${page}?done=handed_over&n=0`);
      expect(await bodyOf(await visitor.get(`${page}?done=handed_over&n=0`))).toContain(say.handedOver);
      await world.db.prisma.membership.delete({ where: { id: membershipId } });
      await world.db.prisma.membership.update({ where: { id: mine.id }, data: { until: null } });
    },
  );

  it('refuses an act it does not know', async () => {
    expect((await (await signedIn(cast.ngo.email)).post('/ru/account', { intent: 'fly' })).status).toBe(400);
  });
});

describe('administration', () => {
  it('is closed to everyone but administrators, and to visitors says sign in', async () => {
    for (const address of ['/ru/admin/bodies', '/ru/admin/bodies/new', '/ru/admin/bodies/ministry']) {
      expect((await site.visitor().get(address)).headers.get('location')).toContain('/ru/sign-in?to=');
      for (const { email } of [cast.ngo, cast.head]) {
        const visitor = await signedIn(email);
        expect((await visitor.get(address)).status).toBe(403);
        expect((await visitor.post(address, { intent: 'invite' })).status).toBe(403);
      }
    }
  });

  it('adds a body, invites an official to it, and the official comes', async () => {
    const visitor = await signedIn(cast.administrator.email);
    const body = {
      slug: 'akimat',
      parentId: cast.ministry.id,
      nameKk: 'Әкімдік',
      nameRu: 'Акимат',
      nameEn: 'Akimat',
      level: 'district',
      region: 'KZ-71',
      address: 'Астана, Бейбітшілік 11',
      workdayEnd: '18:30',
    };
    expect((await visitor.post('/ru/admin/bodies/new', body)).headers.get('location')).toBe(
      '/ru/admin/bodies/akimat?done=added',
    );
    const { id } = await world.db.prisma.body.findUniqueOrThrow({ where: { slug: 'akimat' } });
    const invitation = {
      intent: 'invite',
      bodyId: id,
      email: 'clerk@akimat.kz',
      role: 'registrar',
      post: 'Кеңсе маманы',
      locale: 'kk',
    };
    const html = await (await visitor.post('/ru/admin/bodies/akimat', invitation)).text();
    const link = /value="http:\/\/kenes\.test(\/ru\/invitation\/[\w-]{43})"/.exec(html)?.[1] ?? '';
    const newcomer = site.visitor();
    expect(await bodyOf(await newcomer.get(link))).toContain('Акимат');
    const unnamed = await newcomer.post(link, { name: '', locale: 'kk' });
    expect(unnamed.status).toBe(422);
    expect(
      (await newcomer.post(link, { name: 'Мадина Оспанова', locale: 'kk', password: '' })).headers.get('location'),
    ).toBe('/ru/desk');
    expect(await bodyOf(await visitor.get('/ru/admin/bodies/akimat'))).toContain('Мадина Оспанова');
  });

  it('shows a body that is not there as not there', async () => {
    expect((await (await signedIn(cast.administrator.email)).get('/ru/admin/bodies/nowhere')).status).toBe(404);
  });
});
