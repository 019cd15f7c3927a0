// The letterbox and the operations page: who reads which letter, what lies open where no mail leaves, what needs a person.
import { beforeAll, describe, expect, it } from 'vitest';
import { askLink } from '../../app/commands/accounts/ask-link';
import { fileAppeal } from '../../app/commands/appeals/file';
import { hashPassword } from '../../app/data/password';
import { LOCALES, textFor } from '../../app/text';
import type { World } from '../../app/world';
import { deliver } from '../../workers/deliver';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world, at, today } = testWorld('2026-03-02');
const PASSWORD = 'тау су жел от';
const HERE = { address: '10.0.0.1', agent: 'Firefox' };
type Site = Awaited<ReturnType<typeof openSite>>;
let cast: Cast;
let site: Site;
const PAGES = ['letters/', 'admin/operations', 'accounts/sign-in'];
beforeAll(async () => {
  cast = await castInto(world);
  await world.db.prisma.person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } });
  site = await openSite(world, PAGES);
  await fileAppeal(world, cast.ngo, anAppeal(cast));
  await deliver(world, new AbortController().signal);
});

const as = async ({ email }: { email: string }, where: Site = site) => {
  const browser = where.visitor();
  const answer = await browser.post('/en/sign-in', { email, password: PASSWORD });
  expect(answer.status).toBe(302);
  return browser;
};
const words = (html: string): string =>
  html
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<(script|style|head)[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
const textOf = async (answer: Response) => words(await answer.text());
const lettersTo = (email: string) =>
  world.db.prisma.letter.findMany({ where: { email }, orderBy: { createdAt: 'desc' } });
const idOf = async (email: string, letter: string): Promise<string> => {
  const found = (await lettersTo(email)).find((one) => one.letter === letter);
  if (!found) throw new Error(`${email} has no letter ${letter}`);
  return found.id;
};
/** Whether demo accounts exist; the clock moves on, because the house asks about it once a minute. */
let minute = 10;
const demonstration = async (demo: boolean) => {
  await world.db.prisma.person.updateMany({ where: { email: cast.stranger.email }, data: { demo } });
  minute += 2;
  at('2026-03-02', `12:${String(minute).padStart(2, '0')}`);
};
const linkFor = async (email: string) => {
  await askLink(world, { email }, HERE);
  await deliver(world, new AbortController().signal);
};

describe('my letters', () => {
  it('are mine alone, the newest first, each with its state', async () => {
    const text = await textOf(await (await as(cast.ngo)).get('/en/letters'));
    expect(text).toContain('2026-000001');
    expect(text).toContain(textFor('en').letterbox.states.kept);
    expect(text).toContain(textFor('en').letterbox.noMail.title);
    expect(await textOf(await (await as(cast.citizen)).get('/en/letters'))).toContain(
      textFor('en').letterbox.empty.title,
    );
  });

  it('are read as text whose links stay on this site', async () => {
    const id = await idOf(cast.ngo.email, 'appeal_filed');
    const html = await (await (await as(cast.ngo)).get(`/kk/letters/${id}`)).text();
    expect(html).toContain('href="/kk/appeals/2026-000001"');
    expect(html).not.toMatch(/<iframe|style=/);
  });

  it('a letter of somebody else is a page that is not there', async () => {
    const id = await idOf(cast.ngo.email, 'appeal_filed');
    expect((await (await as(cast.citizen)).get(`/en/letters/${id}`)).status).toBe(404);
    expect((await (await as(cast.head)).get(`/en/letters/${id}`)).status).toBe(404);
    expect((await (await as(cast.ngo)).get('/en/letters/not-a-letter')).status).toBe(404);
  });

  it('markup in a letter is shown, never obeyed, and addresses elsewhere are no links', async () => {
    const id = world.newId();
    const now = new Date(world.now());
    const text =
      'Heading\n\n<script>alert(1)</script> https://evil.example/x http://kenes.test.evil.example/y\n\nBody:\n> <b>quoted</b>\n';
    await world.db.prisma.letter.create({
      data: {
        id,
        key: id,
        letter: 'welcome',
        personId: cast.citizen.personId,
        email: cast.citizen.email,
        locale: 'en',
        data: {},
        subject: 'Test',
        html: '',
        text,
        state: 'kept',
        attempts: 1,
        nextAt: now,
        createdAt: now,
      },
    });
    const html = await (await (await as(cast.citizen)).get(`/en/letters/${id}`)).text();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/href="[^"]*evil/);
    expect(html).toMatch(/<blockquote[^>]*><strong>Body<\/strong><p>&lt;b&gt;quoted&lt;\/b&gt;/);
  });
});

describe('an administrator', () => {
  it('sees every letter, and none of the one-time links in other people’s', async () => {
    await linkFor(cast.ngo.email);
    const admin = await as(cast.administrator);
    expect(await textOf(await admin.get('/en/letters'))).toContain(cast.ngo.email);
    const html = await (await admin.get(`/en/letters/${await idOf(cast.ngo.email, 'sign_in_link')}`)).text();
    expect(words(html)).toContain(textFor('en').letterbox.withheld);
    expect(html).not.toMatch(/\/link\//);
    const own = await (await as(cast.ngo)).get(`/en/letters/${await idOf(cast.ngo.email, 'sign_in_link')}`);
    expect(await own.text()).toMatch(/href="\/kk\/link\/[\w-]{20,}"/);
  });

  it('narrows the list by state and address', async () => {
    const admin = await as(cast.administrator);
    expect(await textOf(await admin.get('/en/letters?state=failed'))).toContain(textFor('en').letterbox.none.title);
    const text = await textOf(await admin.get(`/en/letters?to=${encodeURIComponent(cast.registrar.email)}`));
    expect(text).toContain(cast.registrar.email);
    expect(text).not.toContain(cast.ngo.email);
  });

  it('sends a failed letter again, and nobody else can', async () => {
    const id = await idOf(cast.ngo.email, 'appeal_filed');
    const fail = () =>
      world.db.prisma.letter.update({
        where: { id },
        data: { state: 'failed', error: '550 no such mailbox', attempts: 12 },
      });
    const state = async () => (await world.db.prisma.letter.findUniqueOrThrow({ where: { id } })).state;
    await fail();
    expect((await (await as(cast.ngo)).post(`/en/letters/${id}`, {})).status).toBe(403);
    expect(await state()).toBe('failed');
    const admin = await as(cast.administrator);
    expect(await textOf(await admin.get(`/en/letters/${id}`))).toContain('550 no such mailbox');
    expect((await admin.post(`/en/letters/${id}`, {})).status).toBe(302);
    expect(await state()).toBe('waiting');
    expect((await admin.post(`/en/letters/${id}`, {})).status).toBe(422);
  });
});

describe('the open letterbox of a demonstration without mail', () => {
  it('lets anyone who names the address read its one-time link', async () => {
    await demonstration(true);
    await linkFor(cast.citizen.email);
    const stranger = site.visitor();
    const list = await stranger.get(`/en/letters?to=${encodeURIComponent(cast.citizen.email.toUpperCase())}`);
    expect(list.headers.get('cache-control')).toBe('no-store');
    const html = await list.text();
    expect(words(html)).toContain(textFor('en').letterbox.open.why);
    const id = await idOf(cast.citizen.email, 'sign_in_link');
    expect(html).toContain(`/en/letters/${id}?to=`);
    const letter = await stranger.get(`/en/letters/${id}?to=${encodeURIComponent(cast.citizen.email)}`);
    expect(letter.status).toBe(200);
    expect(await letter.text()).toMatch(/href="\/ru\/link\/[\w-]{20,}"/);
  });

  it('shows nothing else: no case letters, no other address, nothing older than an hour', async () => {
    const stranger = site.visitor();
    const filed = await idOf(cast.ngo.email, 'appeal_filed');
    expect(await textOf(await stranger.get(`/en/letters?to=${cast.ngo.email}`))).not.toContain('2026-000001');
    expect((await stranger.get(`/en/letters/${filed}?to=${cast.ngo.email}`)).headers.get('location')).toMatch(
      /sign-in/,
    );
    const link = await idOf(cast.citizen.email, 'sign_in_link');
    expect((await stranger.get(`/en/letters/${link}?to=${cast.ngo.email}`)).headers.get('location')).toMatch(/sign-in/);
    expect((await stranger.get(`/en/letters/${link}`)).headers.get('location')).toMatch(/sign-in/);
    at('2026-03-02', '13:40');
    expect(await textOf(await stranger.get(`/en/letters?to=${cast.citizen.email}`))).toContain(
      textFor('en').letterbox.open.empty,
    );
    expect((await stranger.get(`/en/letters/${link}?to=${cast.citizen.email}`)).headers.get('location')).toMatch(
      /sign-in/,
    );
  });

  it('is closed where real people work: no demo account, no open letterbox', async () => {
    await demonstration(false);
    await linkFor(cast.executor.email);
    const stranger = site.visitor();
    const link = await idOf(cast.executor.email, 'sign_in_link');
    expect((await stranger.get(`/en/letters?to=${cast.executor.email}`)).headers.get('location')).toMatch(/sign-in/);
    expect((await stranger.get(`/en/letters/${link}?to=${cast.executor.email}`)).headers.get('location')).toMatch(
      /sign-in/,
    );
  });

  it('is closed where mail is sent, demonstration or not', async () => {
    await demonstration(true);
    await linkFor(cast.head.email);
    const mailing: World = { ...world, post: { send: async () => '250 OK', close: () => {} } };
    const stranger = (await openSite(mailing, PAGES)).visitor();
    const link = await idOf(cast.head.email, 'sign_in_link');
    expect((await stranger.get(`/en/letters?to=${cast.head.email}`)).headers.get('location')).toMatch(/sign-in/);
    expect((await stranger.get(`/en/letters/${link}?to=${cast.head.email}`)).headers.get('location')).toMatch(
      /sign-in/,
    );
    await demonstration(false);
  });
});

describe('the operations page', () => {
  it('is for administrators only', async () => {
    expect((await site.visitor().get('/en/admin')).headers.get('location')).toMatch(/sign-in/);
    for (const viewer of [cast.ngo, cast.registrar, cast.executor, cast.head]) {
      const browser = await as(viewer);
      expect((await browser.get('/en/admin')).status).toBe(403);
      expect((await browser.post('/en/admin', {})).status).toBe(403);
    }
  });

  it.each(LOCALES)('shows jobs, letters, obligations, ledger, versions and modes in %s', async (locale) => {
    await world.db.prisma.jobRun.upsert({
      where: { job: 'deliver' },
      create: { job: 'deliver', startedAt: new Date(world.now()), endedAt: new Date(world.now() + 1500), count: 7 },
      update: {},
    });
    const say = textFor(locale).operations;
    const text = await textOf(await (await as(cast.administrator)).get(`/${locale}/admin`));
    for (const part of [
      say.jobs.names.deliver,
      say.jobs.never,
      say.duties.open,
      say.store.events,
      say.versions.modes.letterbox,
      say.versions.modes.embedded,
      world.guide.inForceOn(today()).id,
    ])
      expect(text).toContain(part);
  });

  it('puts problems first and counts them from the facts: failed and late letters, unwritten reminders, errors of jobs', async () => {
    const letter = await idOf(cast.ngo.email, 'appeal_filed');
    await world.db.prisma.letter.update({ where: { id: letter }, data: { state: 'failed' } });
    await world.db.prisma.jobRun.update({ where: { job: 'deliver' }, data: { error: 'connect ECONNREFUSED' } });
    at('2026-04-20');
    const say = textFor('en').operations.problems;
    const text = await textOf(await (await as(cast.administrator)).get('/en/admin'));
    expect(text).toContain(say.failed(1));
    expect(text).toContain('connect ECONNREFUSED');
    const reminders = await world.db.prisma.reminder.count({
      where: { state: 'waiting', dueAt: { lte: new Date(world.now()) } },
    });
    expect(reminders).toBeGreaterThan(0);
    expect(text).toContain(say.unwritten(reminders));
    expect(text).toContain(say.unrecorded(await world.db.prisma.obligation.count({ where: { closedDay: null } })));
  });

  it('sends all failed letters again at one press', async () => {
    const answer = await (await as(cast.administrator)).post('/en/admin', {});
    expect(await textOf(answer)).toContain(textFor('en').operations.problems.resent(1));
    expect(await world.db.prisma.letter.count({ where: { state: 'failed' } })).toBe(0);
  });
});
