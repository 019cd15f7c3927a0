// Public councils: added at a body, filled by invitation, closed; who may sit in which role; what the public reads of it. And what
// representatives say of their organisation in the register.
import { beforeAll, describe, expect, it } from 'vitest';
import { editOrganisation } from '../../app/commands/accounts/edit-organisation';
import { endMembership } from '../../app/commands/accounts/end-membership';
import { register } from '../../app/commands/accounts/register';
import { takeInvitation } from '../../app/commands/accounts/take-invitation';
import { takeLink } from '../../app/commands/accounts/take-link';
import { addCouncil } from '../../app/commands/councils/add-council';
import { closeCouncil } from '../../app/commands/councils/close-council';
import { correctSeat } from '../../app/commands/councils/correct-seat';
import { editCouncil } from '../../app/commands/councils/edit-council';
import { inviteMember } from '../../app/commands/councils/invite-member';
import { invitationBehind } from '../../app/queries/links';
import { allCouncils, councilBySlug, listCouncils, publicCouncil } from '../../app/queries/councils';
import { publicBody } from '../../app/queries/public-bodies';
import { viewerOf } from '../../app/queries/viewer';
import { castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
const visitor = { address: null, agent: 'Firefox' };
type Told = { ok: boolean; refusal?: { code: string; fields?: object; basis?: object } };
const codeOf = (outcome: Told) => (outcome.ok ? 'done' : outcome.refusal?.code);
const fieldsOf = (outcome: Told) => (outcome.ok ? {} : outcome.refusal?.fields);

let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

const named = { nameKk: 'Су кеңесі', nameRu: 'Совет по воде', nameEn: 'Water council' };
let councils = 0;
async function aCouncil(): Promise<{ id: string; slug: string }> {
  const added = await addCouncil(world, cast.administrator, {
    slug: `water-${++councils}`,
    bodyId: cast.committee.id,
    ...named,
  });
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value;
}
const invite = (councilId: string, role: string, email: string, post = '', more: object = {}) =>
  inviteMember(world, cast.administrator, { councilId, role, post, email, locale: 'ru', side: 'civil', ...more });
const secretOf = (path: string | null) => path?.split('/').at(-1) ?? '';
/** The secret in the letter that carried the newest invitation to this address. */
async function secretFor(email: string): Promise<string> {
  const letter = await world.db.prisma.letter.findFirstOrThrow({
    where: { email, letter: 'invitation' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return secretOf((letter.data as { path: string }).path);
}
const take = (token: string, name = 'Новый Член') =>
  takeInvitation(world, { token, name, locale: 'ru', password: '' }, visitor);
let people = 0;
/** Somebody new on the council in this role. */
async function seated(councilId: string, role: string, name: string, post = '', more: object = {}): Promise<string> {
  const email = `councillor-${++people}@kenes.test`;
  const invited = await invite(councilId, role, email, post, more);
  if (!invited.ok) throw new Error(invited.refusal.code);
  const taken = await take(secretOf(invited.value.path), name);
  if (!taken.ok) throw new Error(taken.refusal.code);
  return email;
}

describe('a council', () => {
  it('stands at its body for everyone as soon as it is added', async () => {
    const { slug } = await aCouncil();
    const at = { slug: cast.committee.slug, name: 'Committee of Tests' };
    expect(await listCouncils(world, 'en')).toContainEqual({
      ...{ slug, name: 'Water council', body: at, members: 0, chair: null },
    });
    const body = await publicBody(world, cast.committee.slug, 'kk');
    expect(body?.councils).toContainEqual({ slug, name: 'Су кеңесі' });
    expect(await publicCouncil(world, slug, 'ru')).toMatchObject({
      name: 'Совет по воде',
      body: { slug: cast.committee.slug },
      members: [],
      secretary: null,
    });
  });

  it('has an address of its own, a body that is not closed and a name in every language', async () => {
    const { slug } = await aCouncil();
    const add = (more: object) =>
      addCouncil(world, cast.administrator, { slug: 'another', bodyId: cast.ministry.id, ...named, ...more });
    expect(codeOf(await add({ slug }))).toBe('slug_taken');
    expect(fieldsOf(await add({ slug: 'new' }))).toEqual({ slug: 'bad_value' });
    expect(fieldsOf(await add({ nameKk: '', nameEn: 'x' }))).toEqual({ nameKk: 'required', nameEn: 'too_short' });
    expect(codeOf(await add({ bodyId: world.newId() }))).toBe('not_found');
    const closed = await world.db.prisma.body.create({
      data: {
        ...{ id: world.newId(), slug: 'closed-body', level: 'central', address: 'Астана', workdayEnd: '18:30' },
        ...{ ...named, createdAt: new Date(world.now()), closedAt: new Date(world.now()) },
      },
    });
    expect(codeOf(await add({ bodyId: closed.id }))).toBe('body_closed');
  });

  it('gets other names, and keeps its address', async () => {
    const { id, slug } = await aCouncil();
    const names = { nameKk: 'Өзен кеңесі', nameRu: 'Совет по рекам', nameEn: 'River council' };
    expect(codeOf(await editCouncil(world, cast.administrator, { councilId: id, ...names }))).toBe('done');
    expect((await councilBySlug(world, slug))?.names).toEqual({
      kk: names.nameKk,
      ru: names.nameRu,
      en: names.nameEn,
    });
    expect(codeOf(await editCouncil(world, cast.administrator, { councilId: world.newId(), ...names }))).toBe(
      'not_found',
    );
  });

  it('is closed for invitations, keeps its page and its people, and can be opened again', async () => {
    const { id, slug } = await aCouncil();
    await seated(id, 'council_member', 'Айжан Сәкен');
    const waiting = await invite(id, 'council_member', 'waits@kenes.test');
    const close = (step: string) => closeCouncil(world, cast.administrator, { councilId: id, step });
    expect(codeOf(await close('close'))).toBe('done');
    expect(codeOf(await invite(id, 'council_member', 'late@kenes.test'))).toBe('council_closed');
    const token = secretOf(waiting.ok ? waiting.value.path : null);
    expect(codeOf(await take(token))).toBe('council_closed');
    expect(await publicCouncil(world, slug, 'kk')).toMatchObject({ closed: true, members: [{ name: 'Айжан Сәкен' }] });
    const listed = (await listCouncils(world, 'kk')).map((one) => one.slug);
    expect(listed).not.toContain(slug);
    expect((await allCouncils(world)).find((one) => one.slug === slug)?.closedAt).toBe(world.now());
    expect(codeOf(await close('reopen'))).toBe('done');
    expect(codeOf(await take(token)), 'the link was not spent while the council was closed').toBe('done');
  });

  it('is kept by administrators only', async () => {
    for (const viewer of [cast.ngo, cast.head, cast.chair, cast.secretary]) {
      const councilId = cast.council.id;
      const outcomes = [
        await addCouncil(world, viewer, { slug: 'x', bodyId: cast.ministry.id, ...named }),
        await editCouncil(world, viewer, { councilId, ...named }),
        await closeCouncil(world, viewer, { councilId, step: 'close' }),
        await inviteMember(world, viewer, { councilId, role: 'council_member', email: 'x@kenes.test', locale: 'kk' }),
      ];
      expect(outcomes.map(codeOf)).toEqual(Array.from({ length: 4 }, () => 'not_allowed'));
    }
  });
});

describe('the term of a seat', () => {
  const seatOf = async (slug: string, name: string) =>
    (await publicCouncil(world, slug, 'ru'))?.members.find((one) => one.name === name);

  it('runs from the day and to the day that were named, both included, no longer than the guide says', async () => {
    const { id, slug } = await aCouncil();
    const asked = (more: object) => invite(id, 'council_member', 'term@kenes.test', '', more);
    const long = await asked({ termFrom: '2026-03-10', termUntil: '2029-03-10' });
    expect(long).toMatchObject({
      refusal: {
        ...{ code: 'term_too_long', params: { latest: '2029-03-09' }, fields: { termUntil: 'bad_day' } },
        basis: { act: 'councils_law', article: '9(4)–(8)' },
      },
    });
    for (const termUntil of ['2026-03-09', '2026-03-01'])
      expect(fieldsOf(await asked({ termFrom: '2026-03-10', termUntil }))).toEqual({ termUntil: 'bad_day' });
    await seated(id, 'council_member', 'Дана Сейіт', '', { termFrom: '2026-03-02', termUntil: '2026-04-30' });
    expect(await seatOf(slug, 'Дана Сейіт')).toMatchObject({ since: '2026-03-02', until: '2026-04-30' });
    at('2026-04-30', '23:59');
    expect(await seatOf(slug, 'Дана Сейіт')).toBeDefined();
    at('2026-05-01', '00:00');
    expect(await seatOf(slug, 'Дана Сейіт')).toBeUndefined();
    at('2026-03-02');
  });

  it('that begins later seats nobody before', async () => {
    const { id, slug } = await aCouncil();
    await seated(id, 'council_member', 'Бота Жан', '', { termFrom: '2026-03-10' });
    expect(await seatOf(slug, 'Бота Жан')).toBeUndefined();
    at('2026-03-10');
    expect(await seatOf(slug, 'Бота Жан')).toMatchObject({ since: '2026-03-10', until: '2029-03-09' });
    at('2026-03-02');
  });

  it('stays that of a member who becomes the chair; the secretary has none and is on no side', async () => {
    const { id, slug } = await aCouncil();
    const email = await seated(id, 'council_member', 'Дана Сейіт', '', { termUntil: '2027-01-31' });
    await seated(id, 'council_secretary', 'Гүлнар Бек');
    expect(codeOf(await invite(id, 'council_chair', email))).toBe('done');
    expect(codeOf(await take(await secretFor(email)))).toBe('done');
    expect(await seatOf(slug, 'Дана Сейіт')).toMatchObject({ role: 'council_chair', until: '2027-01-31' });
    expect((await publicCouncil(world, slug, 'ru'))?.secretary).toMatchObject({ until: null, side: null });
  });

  it('ends everything that the seat allowed: the member is none at the next request', async () => {
    const { id } = await aCouncil();
    const invited = await invite(id, 'council_member', 'ends@kenes.test', '', { termUntil: '2026-03-20' });
    const taken = await take(secretOf(invited.ok ? invited.value.path : null), 'Асель Тур');
    const token = taken.ok ? taken.value.token : '';
    at('2026-03-20');
    expect((await viewerOf(world, token))?.mandates).toHaveLength(1);
    at('2026-03-21', '00:00');
    expect((await viewerOf(world, token))?.mandates).toEqual([]);
    at('2026-03-02');
  });

  it('is corrected by an administrator for who sits there, not beyond the longest, and for nobody else', async () => {
    const { id, slug } = await aCouncil();
    await seated(id, 'council_member', 'Дана Сейіт');
    await seated(id, 'council_secretary', 'Гүлнар Бек');
    const of = (role: string) => world.db.prisma.membership.findFirstOrThrow({ where: { councilId: id, role } });
    const { id: membershipId } = await of('council_member');
    const correct = (more: object, viewer = cast.administrator) =>
      correctSeat(world, viewer, { membershipId, side: 'state', termUntil: '2028-12-31', ...more });
    expect(codeOf(await correct({}, cast.secretary))).toBe('not_allowed');
    expect(codeOf(await correct({ termUntil: '2029-03-02' }))).toBe('term_too_long');
    expect(fieldsOf(await correct({ termUntil: '2026-03-01' }))).toEqual({ termUntil: 'bad_day' });
    expect(fieldsOf(await correct({ side: '' }))).toEqual({ side: 'required' });
    expect(codeOf(await correct({ membershipId: (await of('council_secretary')).id }))).toBe('not_found');
    expect(codeOf(await correct({}))).toBe('done');
    expect(await seatOf(slug, 'Дана Сейіт')).toMatchObject({ until: '2028-12-31', side: 'state' });
  });
});

describe('the share of civil society', () => {
  const share = async (slug: string) => (await publicCouncil(world, slug, 'en'))?.composition;

  it('is asked of every member, and held against the guide for everyone to see, with the article and its doubt', async () => {
    const { id, slug } = await aCouncil();
    const unsaid = await invite(id, 'council_member', 'side@kenes.test', '', { side: undefined });
    expect(fieldsOf(unsaid)).toEqual({ side: 'required' });
    expect(await share(slug)).toBeNull();
    await seated(id, 'council_member', 'Бір Мүше');
    await seated(id, 'council_member', 'Екі Мүше');
    await seated(id, 'council_member', 'Үш Мүше', '', { side: 'state' });
    await seated(id, 'council_secretary', 'Гүлнар Бек');
    expect(await share(slug)).toMatchObject({ members: 3, civil: 2, state: 1, needed: 2, standing: 'kept' });
    await seated(id, 'council_member', 'Төрт Мүше', '', { side: 'state' });
    const below = await share(slug);
    expect(below).toMatchObject({ members: 4, civil: 2, state: 2, needed: 3, standing: 'below' });
    expect(below?.sources[0]?.label).toContain('1(7)');
    expect(below?.sources[0]?.doubt, 'the amended wording was not read').not.toBeNull();
    expect(
      codeOf(await invite(id, 'council_member', 'more@kenes.test', '', { side: 'state' })),
      'nothing is blocked',
    ).toBe('done');
  });

  it('counts whoever holds an office at a state body to the state, whatever was said', async () => {
    const { id, slug } = await aCouncil();
    const email = await seated(id, 'council_member', 'Бір Мүше');
    expect(await share(slug)).toMatchObject({ civil: 1, standing: 'kept' });
    const person = await world.db.prisma.person.findUniqueOrThrow({ where: { email } });
    const office = { role: 'executor', bodyId: cast.committee.id, since: new Date(world.now()) };
    await world.db.prisma.membership.create({ data: { id: world.newId(), personId: person.id, ...office } });
    expect(await share(slug)).toMatchObject({ civil: 0, state: 1, standing: 'below' });
  });
});

describe('an invitation to a council', () => {
  it('names the council and the role, and makes a member of whoever takes it', async () => {
    const { id, slug } = await aCouncil();
    const invited = await invite(id, 'council_member', 'fresh@kenes.test', 'ОФ «Таза Су»');
    const token = secretOf(invited.ok ? invited.value.path : null);
    expect(await invitationBehind(world, token)).toMatchObject({
      role: 'council_member',
      place: { kk: 'Су кеңесі', ru: 'Совет по воде', en: 'Water council' },
      post: 'ОФ «Таза Су»',
      known: false,
    });
    const taken = await take(token, 'Марал Ержан');
    const viewer = taken.ok ? await viewerOf(world, taken.value.token) : null;
    expect(viewer?.mandates).toEqual([
      {
        role: 'council_member',
        post: 'ОФ «Таза Су»',
        bodyId: null,
        organisationId: null,
        councilId: id,
        councilSlug: slug,
        head: null,
      },
    ]);
    const council = await publicCouncil(world, slug, 'en');
    expect(council?.members).toEqual([
      {
        ...{ name: 'Марал Ержан', role: 'council_member', post: 'ОФ «Таза Су»' },
        ...{ side: 'civil', since: '2026-03-02', until: '2029-03-01' },
      },
    ]);
    expect(JSON.stringify(council), 'addresses stay private').not.toContain('fresh@kenes.test');
    expect(codeOf(await invite(id, 'council_member', 'fresh@kenes.test'))).toBe('already_member');
    expect(codeOf(await take(token))).toBe('link_spent');
  });

  it('lists the chair first, the members by the alphabet of the reader, the secretary apart', async () => {
    const { id, slug } = await aCouncil();
    for (const name of ['Ярослав Ким', 'Әсем Айтбай', 'Бота Жан']) await seated(id, 'council_member', name);
    await seated(id, 'council_chair', 'Шолпан Омар');
    await seated(id, 'council_secretary', 'Гүлнар Бек');
    const council = await publicCouncil(world, slug, 'kk');
    expect(council?.members.map(({ name }) => name)).toEqual(['Шолпан Омар', 'Әсем Айтбай', 'Бота Жан', 'Ярослав Ким']);
    expect(council?.secretary?.name).toBe('Гүлнар Бек');
    const line = (await listCouncils(world, 'kk')).find((one) => one.slug === slug);
    expect(line).toMatchObject({ members: 4, chair: 'Шолпан Омар' });
  });

  it('makes a member the chair in place of a member, not beside it', async () => {
    const { id, slug } = await aCouncil();
    const email = await seated(id, 'council_member', 'Дана Сейіт');
    expect(codeOf(await invite(id, 'council_chair', email))).toBe('done');
    expect(codeOf(await take(await secretFor(email)))).toBe('done');
    const council = await publicCouncil(world, slug, 'ru');
    expect(council?.members.map(({ name, role }) => [name, role])).toEqual([['Дана Сейіт', 'council_chair']]);
  });

  it('offers no second chair and no second secretary, also when both were invited before either came', async () => {
    const { id } = await aCouncil();
    const first = await invite(id, 'council_chair', 'first@kenes.test');
    const second = await invite(id, 'council_chair', 'second@kenes.test');
    const tokens = [first, second].map((it) => secretOf(it.ok ? it.value.path : null));
    const codes = (await Promise.all(tokens.map((token) => take(token)))).map(codeOf);
    expect(codes.toSorted()).toEqual(['done', 'seat_taken']);
    expect(codeOf(await invite(id, 'council_chair', 'third@kenes.test'))).toBe('seat_taken');
    await seated(id, 'council_secretary', 'Хатшы');
    expect(codeOf(await invite(id, 'council_secretary', 'other@kenes.test'))).toBe('seat_taken');
  });

  it('keeps secretary and members apart, by the law’s article, both when invited and when taken', async () => {
    const { id } = await aCouncil();
    const secretary = await seated(id, 'council_secretary', 'Хатшы');
    const refused = await invite(id, 'council_member', secretary);
    expect(refused).toMatchObject({
      refusal: { code: 'secretary_apart', basis: { act: 'councils_law', article: '12(2)' } },
    });
    const both = await aCouncil();
    await invite(both.id, 'council_member', 'both@kenes.test');
    const member = await secretFor('both@kenes.test');
    await invite(both.id, 'council_secretary', 'both@kenes.test');
    const asSecretary = await secretFor('both@kenes.test');
    expect(codeOf(await take(member))).toBe('done');
    expect(codeOf(await take(asSecretary))).toBe('secretary_apart');
  });

  it('makes no civil servant the chair, though a civil servant may be a member', async () => {
    const { id } = await aCouncil();
    expect(await invite(id, 'council_chair', cast.executor.email)).toMatchObject({
      refusal: { code: 'chair_is_official', basis: { act: 'councils_law', article: '13(1)' } },
    });
    expect(codeOf(await invite(id, 'council_member', cast.executor.email))).toBe('done');
    expect(codeOf(await take(await secretFor(cast.executor.email)))).toBe('done');
  });

  it('makes no second member out of one organisation, also where both were invited before either came', async () => {
    const { id } = await aCouncil();
    const speak = async (email: string) => {
      expect(codeOf(await invite(id, 'council_member', email))).toBe('done');
      return secretFor(email);
    };
    const organisationId = cast.organisationId;
    await world.db.prisma.membership.create({
      data: {
        ...{ id: world.newId(), personId: cast.citizen.personId, role: 'representative', organisationId },
        since: new Date('2026-01-01T00:00:00Z'),
      },
    });
    const [one, other] = [await speak(cast.ngo.email), await speak(cast.citizen.email)];
    expect(codeOf(await take(one))).toBe('done');
    const refused = { code: 'organisation_seated', params: { name: '«Сынақ» қоғамдық бірлестігі' } };
    expect(await take(other)).toMatchObject({ refusal: refused });
    expect(await invite(id, 'council_member', cast.citizen.email)).toMatchObject({ refusal: refused });
    expect(codeOf(await invite(id, 'council_member', cast.stranger.email)), 'of another organisation').toBe('done');
  });

  it('gives nobody a third term in a row', async () => {
    const { id } = await aCouncil();
    const seat = (since: string, until: string) => ({
      ...{ id: world.newId(), personId: cast.stranger.personId, role: 'council_member', councilId: id, side: 'civil' },
      ...{ since: new Date(since), until: new Date(until) },
    });
    await world.db.prisma.membership.createMany({
      data: [
        seat('2020-02-29T19:00:00Z', '2023-02-28T19:00:00Z'),
        seat('2023-02-28T19:00:00Z', '2026-03-01T19:00:00Z'),
      ],
    });
    expect(await invite(id, 'council_member', cast.stranger.email)).toMatchObject({
      refusal: { code: 'terms_used_up', basis: { act: 'councils_law', article: '9(4)–(8)' } },
    });
    await world.db.prisma.membership.updateMany({
      where: { councilId: id, personId: cast.stranger.personId, until: new Date('2026-03-01T19:00:00Z') },
      data: { until: new Date('2025-12-31T19:00:00Z') },
    });
    expect(codeOf(await invite(id, 'council_member', cast.stranger.email)), 'after a break').toBe('done');
  });

  it('is undone by an administrator, or by whoever sits there; not by a stranger', async () => {
    const { id, slug } = await aCouncil();
    await seated(id, 'council_member', 'Бірінші');
    await seated(id, 'council_member', 'Екінші');
    const held = await world.db.prisma.membership.findMany({
      where: { councilId: id },
      include: { person: { select: { name: true } } },
    });
    const [one, two] = ['Бірінші', 'Екінші'].map((name) => held.find(({ person }) => person.name === name));
    const self = { ...cast.citizen, personId: two?.personId ?? '' };
    expect(codeOf(await endMembership(world, cast.chair, { membershipId: one?.id }))).toBe('not_allowed');
    expect(codeOf(await endMembership(world, cast.administrator, { membershipId: one?.id }))).toBe('done');
    expect(codeOf(await endMembership(world, self, { membershipId: two?.id }))).toBe('done');
    expect((await publicCouncil(world, slug, 'ru'))?.members).toEqual([]);
  });
});

describe('the register of organisations', () => {
  const fieldsAndRegion = () =>
    world.db.prisma.organisation.findUniqueOrThrow({
      where: { id: cast.organisationId },
      select: { region: true, fields: true },
    });

  it('holds fields of work and the region as representatives say, in the order of the list and each once', async () => {
    const edited = await editOrganisation(world, cast.ngo, {
      organisationId: cast.organisationId,
      region: 'KZ-75',
      fields: ['transport', 'disability', 'transport'],
    });
    expect(codeOf(edited)).toBe('done');
    expect(await fieldsAndRegion()).toEqual({ region: 'KZ-75', fields: ['disability', 'transport'] });
  });

  it('takes one field as well as none, and no field that it does not know', async () => {
    const edit = (fields: unknown) =>
      editOrganisation(world, cast.ngo, { organisationId: cast.organisationId, region: '', fields });
    expect(codeOf(await edit('health'))).toBe('done');
    expect((await fieldsAndRegion()).fields).toEqual(['health']);
    expect(fieldsOf(await edit(['health', 'astrology']))).toHaveProperty('fields');
    expect(codeOf(await edit(undefined))).toBe('done');
    expect(await fieldsAndRegion()).toEqual({ region: null, fields: [] });
  });

  it('is filled at registration already', async () => {
    const asked = await register(
      world,
      {
        ...{ as: 'organisation', email: 'fields@ngo.kz', name: 'Айгүл Серікқызы', locale: 'kk', bin: '081140000436' },
        ...{ organisationName: 'ОО «Тірек»', organisationAddress: 'Астана, Кенесары 5', region: 'KZ-71' },
        fields: ['ecology', 'youth'],
      },
      visitor,
    );
    const path = asked.ok ? asked.value.path : null;
    expect(codeOf(await takeLink(world, { token: secretOf(path), password: '' }, visitor))).toBe('done');
    const organisation = await world.db.prisma.organisation.findUniqueOrThrow({ where: { bin: '081140000436' } });
    expect(organisation).toMatchObject({ region: 'KZ-71', fields: ['ecology', 'youth'] });
  });
});
