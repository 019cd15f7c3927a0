// The pages of public councils as a browser without scripts meets them: what everyone reads, what an administrator keeps, and the
// register of organisations on the pages of accounts.
import { beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../app/data/password';
import { LOCALES, textFor } from '../../app/text';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld('2026-03-02');
const PASSWORD = 'тау су жел от';
const COUNCIL = 'ministry-council';
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await world.db.prisma.person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } });
  site = await openSite(world, ['accounts/', 'admin/council', 'councils/', 'bodies/body']);
});

const signedIn = async (email: string) => {
  const visitor = site.visitor();
  expect((await visitor.post('/ru/sign-in', { email, password: PASSWORD })).status).toBe(302);
  return visitor;
};
/** Text as a reader sees it. */
const words = (html: string): string =>
  html
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/[\s\u00a0]+/g, ' ');
const htmlOf = async (answer: Response | Promise<Response>) => (await answer).text();
const form = (fields: Record<string, string | string[]>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
  return data;
};

const tickedIn = (html: string): string[] =>
  [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].flatMap(([tag]) =>
    / checked/.test(tag) ? [/value="(\w+)"/.exec(tag)?.[1] ?? ''] : [],
  );

describe('the public pages', () => {
  it.each(LOCALES)('list councils under their bodies, in %s', async (locale) => {
    const t = textFor(locale);
    const html = await htmlOf(site.visitor().get(`/${locale}/councils`));
    const name = { kk: 'Қоғамдық кеңес', ru: 'Общественный совет', en: 'Public Council of Tests' }[locale];
    const text = words(html);
    for (const part of [t.councils.lead, name, t.councils.columns.chair, 'Chair', ' 5 ']) expect(text).toContain(part);
    expect(html).toContain(`href="/${locale}/councils/${COUNCIL}"`);
    expect(html).toContain(`href="/${locale}/bodies/ministry"`);
  });

  it.each(LOCALES)(
    'say who sits on a council, how it decides and what the law has it publish, in %s',
    async (locale) => {
      const t = textFor(locale);
      const html = await htmlOf(site.visitor().get(`/${locale}/councils/${COUNCIL}`));
      const text = words(html);
      const edition = world.guide.inForceOn('2026-03-02');
      for (const part of [
        ...['Chair', 'Member Two', 'Secretary', 'Председатель совета'],
        ...[t.accounts.roles.council_chair, t.accounts.roles.council_member, t.councils.secretary.text],
        ...[edition.texts[locale]['quorum.text'], edition.texts[locale]['recusal.text'], t.councils.publicity.text],
        `${edition.texts[locale]['act.councils_law.short']} 14`,
      ])
        expect(text).toContain(part);
      expect(html, 'addresses stay private').not.toContain('@kenes.test');
    },
  );

  it('lead from a body to its councils, and know no council that is not there', async () => {
    expect(await htmlOf(site.visitor().get('/en/bodies/ministry'))).toContain(`href="/en/councils/${COUNCIL}"`);
    expect((await site.visitor().get('/en/councils/nothing')).status).toBe(404);
  });
});

describe('an administrator', () => {
  it('adds a council, invites its chair and hands the link over; the chair signs in by it', async () => {
    const admin = await signedIn(cast.administrator.email);
    const page = await htmlOf(admin.get('/ru/admin/councils/new'));
    expect(page).toMatch(new RegExp(`<option value="${cast.committee.id}"`));
    const added = await admin.post('/ru/admin/councils/new', {
      ...{ nameKk: 'Орман кеңесі', nameRu: 'Совет по лесу', nameEn: 'Forest council' },
      ...{ bodyId: cast.committee.id, slug: 'forest' },
    });
    expect(added.headers.get('location')).toBe('/ru/admin/councils/forest?done=added');
    const council = await htmlOf(admin.get('/ru/admin/councils/forest?done=added'));
    expect(words(council)).toContain(textFor('ru').councils.admin.added);
    expect(words(council)).toContain(textFor('ru').councils.admin.peopleNone);
    const councilId = /name="councilId" value="([^"]*)"/.exec(council)?.[1] ?? '';
    const sent = await htmlOf(
      admin.post('/ru/admin/councils/forest', {
        ...{ intent: 'invite', councilId, role: 'council_chair', email: 'chair@forest.kz', locale: 'ru' },
        ...{ post: 'ОФ «Лес»', side: 'civil', termFrom: '', termUntil: '2028-12-31' },
      }),
    );
    const link = /(\/ru\/invitation\/[\w-]{43})/.exec(sent)?.[1] ?? '';
    const visitor = site.visitor();
    const offer = words(await htmlOf(visitor.get(link)));
    const t = textFor('ru');
    for (const part of [
      t.accounts.invitation.leadCouncil('Administrator'),
      'Совет по лесу',
      t.accounts.roles.council_chair,
      `${t.councils.occupation} ОФ «Лес»`,
      t.accounts.invitation.nameHintCouncil,
    ])
      expect(offer).toContain(part);
    const entered = await visitor.post(link, { name: 'Асель Лесная', locale: 'ru', password: '' });
    expect(entered.headers.get('location')).toBe('/ru/councils/forest/desk');
    const account = words(await htmlOf(visitor.get('/ru/account')));
    expect(account).toContain(t.accounts.account.roleAt(t.accounts.roles.council_chair, 'Совет по лесу'));
    const forest = words(await htmlOf(site.visitor().get('/ru/councils/forest')));
    const { composition } = t.councils;
    for (const part of ['Асель Лесная', composition.sides.civil, '31.12.2028', composition.kept(1, 1, 1)])
      expect(forest).toContain(part);
    const seat = await world.db.prisma.membership.findFirstOrThrow({ where: { councilId } });
    const corrected = await admin.post('/ru/admin/councils/forest', {
      ...{ intent: 'correct', membershipId: seat.id, side: 'state', termUntil: '2027-12-31' },
    });
    expect(corrected.headers.get('location')).toBe('/ru/admin/councils/forest?done=corrected');
    for (const locale of LOCALES) {
      const seen = words(await htmlOf(site.visitor().get(`/${locale}/councils/forest`)));
      expect(seen, 'below the share, for everyone to see').toContain(
        textFor(locale).councils.composition.below(0, 1, 1),
      );
      expect(seen).toContain('1(7)');
    }
    expect(words(await htmlOf(admin.get('/ru/admin/councils')))).toContain('Совет по лесу');
  });

  it('is told the article when a seat can’t be given, and loses nothing typed', async () => {
    const admin = await signedIn(cast.administrator.email);
    const answer = await admin.post(`/en/admin/councils/${COUNCIL}`, {
      ...{ intent: 'invite', councilId: cast.council.id, role: 'council_member', email: cast.secretary.email },
      ...{ locale: 'en', post: 'Nowhere', side: 'civil' },
    });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    const { what, now } = textFor('en').refusals.codes.secretary_apart();
    const article = `${world.guide.inForceOn('2026-03-02').texts.en['act.councils_law.short']} 12(2)`;
    for (const part of [what, now, article]) expect(words(html)).toContain(part);
    expect(html).toContain('https://adilet.zan.kz/rus/docs/Z1500000383');
    expect(html).toContain(`value="${cast.secretary.email}"`);
    expect(html).toContain('value="Nowhere"');
  });

  it('renames, closes and reopens a council and ends a seat', async () => {
    const admin = await signedIn(cast.administrator.email);
    const here = `/en/admin/councils/${COUNCIL}`;
    const councilId = cast.council.id;
    const names = { nameKk: 'Сынақ кеңесі', nameRu: 'Совет испытаний', nameEn: 'Trial council' };
    const done = async (fields: Record<string, string>) => (await admin.post(here, fields)).headers.get('location');
    expect(await done({ intent: 'edit', councilId, ...names })).toBe(`${here}?done=saved`);
    expect(await done({ intent: 'close', councilId, step: 'close' })).toBe(`${here}?done=closed`);
    const closed = words(await htmlOf(site.visitor().get(`/en/councils/${COUNCIL}`)));
    expect(closed).toContain('Trial council');
    expect(closed).toContain(textFor('en').councils.closed);
    expect(await done({ intent: 'close', councilId, step: 'reopen' })).toBe(`${here}?done=reopened`);
    const held = await world.db.prisma.membership.findFirstOrThrow({
      where: { councilId, personId: cast.members[0].personId },
    });
    expect(await done({ intent: 'end', membershipId: held.id })).toBe(`${here}?done=ended`);
    expect((await admin.post(here, { intent: 'other' })).status).toBe(400);
  });

  it('alone keeps councils', async () => {
    for (const path of ['/ru/admin/councils', '/ru/admin/councils/new', `/ru/admin/councils/${COUNCIL}`]) {
      expect((await (await signedIn(cast.chair.email)).get(path)).status).toBe(403);
      expect((await site.visitor().get(path)).headers.get('location')).toContain('/ru/sign-in');
    }
  });
});

describe('the register of organisations', () => {
  it('is kept by representatives on the account page, as ticks that come back ticked', async () => {
    const ngo = await signedIn(cast.ngo.email);
    const sent = await ngo.post(
      '/ru/account',
      form({
        ...{ intent: 'register', organisationId: cast.organisationId, region: 'KZ-75' },
        fields: ['disability', 'transport'],
      }),
    );
    expect(sent.headers.get('location')).toBe('/ru/account?done=registered&n=0');
    const html = await htmlOf(ngo.get('/ru/account?done=registered&n=0'));
    expect(words(html)).toContain(textFor('ru').accounts.account.registerSaved);
    const ticked = tickedIn(html);
    expect(ticked).toEqual(['disability', 'transport']);
    expect(html).toMatch(/<option value="KZ-75" selected/);
  });

  it('is not there for whoever represents nobody', async () => {
    expect(await htmlOf((await signedIn(cast.citizen.email)).get('/ru/account'))).not.toContain('name="fields"');
  });

  it('is asked for at registration, and ticks survive a mistake elsewhere', async () => {
    const answer = await site.visitor().post(
      '/kk/register',
      form({
        ...{ as: 'organisation', email: 'x', name: 'Айгүл Серікқызы', locale: 'kk', bin: '1', region: '' },
        ...{ organisationName: 'ОО «Тірек»', organisationAddress: 'Астана, Кенесары 5', fields: ['ecology', 'youth'] },
      }),
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(words(html)).toContain(textFor('kk').topics.ecology);
    expect(tickedIn(html)).toEqual(['ecology', 'youth']);
  });
});
