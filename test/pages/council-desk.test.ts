// The desk of a council and its meetings, as a browser without scripts meets them: who reads what, a meeting called out of ticks,
// recorded on its day, and read by everyone.
import { beforeAll, describe, expect, it } from 'vitest';
import { callMeeting } from '../../app/commands/meetings/call';
import { giveView } from '../../app/commands/rounds/give-view';
import { neededOf } from '../../app/core/council';
import { hashPassword } from '../../app/data/password';
import { LOCALES, textFor } from '../../app/text';
import { must, roundHouse } from '../help/rounds';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const tested = testWorld('2026-12-01');
const { world, at } = tested;
const PASSWORD = 'тау су жел от';
const DESK = '/ru/councils/ministry-council/desk';
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const house = roundHouse(tested, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
  await world.db.prisma.person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } });
  site = await openSite(world, ['councils/', 'desk/', 'accounts/sign-in']);
});

const as = async ({ email }: { email: string }) => {
  const browser = site.visitor();
  const landed = (await browser.post('/ru/sign-in', { email, password: PASSWORD })).headers.get('location');
  return { ...browser, landed };
};
const form = (fields: Record<string, string | readonly string[]>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
  return data;
};
const words = (html: string): string =>
  html
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/(&nbsp;|[\s\u00a0])+/g, ' ');
const ticksIn = (html: string, name: string): string[] =>
  [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].flatMap(([tag]) =>
    tag.includes(`name="${name}"`) ? [(/value="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&quot;', '"')] : [],
  );
const MINUTES = {
  minutesKk: 'Отырыс хаттамасы: мәселелер қаралды.',
  minutesRu: 'Протокол заседания: вопросы рассмотрены.',
};
const WHEN = { day: '2026-12-10', time: '15:00', place: 'Астана, Мәңгілік Ел 8' };

/** A round of the ministry that closes within the desk's sight, and the secretary's browser. */
const ready = async () => {
  at('2026-12-01');
  const { number } = await house.state(await house.open());
  const { closesDay } = await world.db.prisma.round.findUniqueOrThrow({ where: { number } });
  at(closesDay as `${number}-${number}-${number}`);
  return { number, closesDay, secretary: await as(cast.secretary) };
};
const called = async (more: Record<string, string | string[]> = {}) => {
  at('2026-12-01');
  const secretary = await as(cast.secretary);
  const answer = await secretary.post(DESK, form({ ...WHEN, more: 'Жоспар туралы', ...more }));
  expect([answer.status, answer.status === 303 ? '' : words(await answer.text())]).toEqual([303, '']);
  const address = (answer.headers.get('location') ?? '').replace(/\?.*$/, '');
  return { secretary, address };
};

/** Of the five who sit on the council, how many make its quorum. */
const needed = () => {
  const quorum = world.guide.inForceOn('2026-12-10').rounds?.council.quorum;
  return quorum ? neededOf(quorum, 5) : 0;
};

describe('the desk', () => {
  it('is where the people of a council land and find it in the navigation', async () => {
    const { nav } = textFor('ru').frame;
    for (const who of [cast.secretary, cast.chair, cast.members[0]]) {
      const browser = await as(who);
      expect(browser.landed).toBe(DESK);
      const html = await (await browser.get('/ru/councils')).text();
      expect(html).toMatch(new RegExp(`<a[^>]*href="${DESK}"[^>]*>${nav.councilDesk}`));
    }
    expect((await as(cast.ngo)).landed).toBe('/ru/today');
    expect((await as(cast.executor)).landed).toBe('/ru/desk');
    expect(await (await (await as(cast.ngo)).get('/ru/councils')).text()).not.toContain(DESK);
  });

  it('shows what waits, with its day and its dossier, in every language', async () => {
    const { number, secretary } = await ready();
    for (const locale of LOCALES) {
      const html = await (await secretary.get(DESK.replace('ru', locale))).text();
      const t = textFor(locale);
      for (const { title, none } of Object.values(t.councilDesk.parts))
        expect([title, none].some((said) => words(html).includes(said))).toBe(true);
      expect(words(html)).toContain(t.councilDesk.parts.closing.title);
      expect(html).toContain(`href="/${locale}/rounds/${number}"`);
      expect(words(html)).toContain(t.clocks.today);
      expect(html).not.toContain('undefined');
    }
  });

  it('says how many more there are than it shows, the nearest first', async () => {
    const { number, secretary } = await ready();
    const round = await world.db.prisma.round.findUniqueOrThrow({ where: { number } });
    const promised = Array.from({ length: 103 }, (_, n) => ({
      ...{ id: world.newId(), stream: `round:${round.id}`, key: `commitment:planted-${n}`, rule: 'commitment' },
      ...{ debtorKind: 'body', debtorId: cast.ministry.id, edition: round.edition, procedure: round.kind },
      ...{ number, title: round.titleKk, titleRu: round.titleRu, provisional: false, reckoning: {} },
      ...{ fromDay: '2026-12-01', dueDay: `2026-11-${String(1 + (n % 28)).padStart(2, '0')}`, lawfulDue: '2026-11-01' },
      ...{ openedAt: new Date(world.now()), openedBy: 1 },
    }));
    await world.db.prisma.obligation.createMany({ data: promised });
    const html = await (await secretary.get(DESK)).text();
    expect(words(html)).toContain(textFor('ru').councilDesk.more(3));
    const shown = /id="commitments"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
    expect(ticksIn(shown, 'items')).toHaveLength(100);
    await world.db.prisma.obligation.deleteMany({ where: { key: { startsWith: 'commitment:planted' } } });
    expect(words(await (await secretary.get(DESK)).text())).not.toContain(textFor('ru').councilDesk.more(3));
  });

  it('lets members read it without ticks and form, and nobody else', async () => {
    const { number } = await ready();
    const html = await (await (await as(cast.members[1])).get(DESK)).text();
    expect(html).toContain(`/ru/rounds/${number}`);
    expect(ticksIn(html, 'items')).toEqual([]);
    expect(html).not.toContain('name="place"');
    for (const someone of [cast.ngo, cast.head, cast.administrator])
      expect((await (await as(someone)).get(DESK)).status).toBe(403);
    expect((await site.visitor().get(DESK)).headers.get('location')).toContain('/ru/sign-in');
    expect((await (await as(cast.secretary)).get('/ru/councils/nothing/desk')).status).toBe(404);
    const sent = await (await as(cast.members[1])).post(DESK, form({ ...WHEN, more: 'Жоспар туралы' }));
    expect(sent.status).toBe(403);
  });

  it('makes a meeting of the ticks and of own questions', async () => {
    const { number, closesDay, secretary } = await ready();
    const html = await (await secretary.get(DESK)).text();
    const tick = ticksIn(html, 'items').find((value) => value.startsWith(`${number}|`)) ?? '';
    const { titleKk, titleRu } = await world.db.prisma.round.findUniqueOrThrow({ where: { number } });
    expect(tick, 'an agenda names a round in both state languages').toBe(`${number}|${titleKk} / ${titleRu}`);
    const fields = { ...WHEN, day: closesDay, items: [tick], more: 'Жоспар туралы\nБюджет туралы' };
    const answer = await secretary.post(DESK, form(fields));
    const address = answer.headers.get('location') ?? '';
    expect(address).toMatch(/^\/ru\/councils\/ministry-council\/meetings\/M-2026-\d+\?done=called$/);
    const page = await (await secretary.get(address)).text();
    for (const part of [textFor('ru').councilDesk.meeting.done.called, 'Бюджет туралы', WHEN.place])
      expect(words(page)).toContain(part);
    expect(page).toContain(`href="/ru/rounds/${number}"`);
    expect(await (await secretary.get(DESK)).text()).toContain(address.replace(/\?.*$/, ''));
  });

  it('says what is wrong beside the field and keeps ticks and words', async () => {
    const { number, secretary } = await ready();
    const tick = ticksIn(await (await secretary.get(DESK)).text(), 'items').find((value) => value.startsWith(number));
    const answer = await secretary.post(
      DESK,
      form({ ...WHEN, day: '2026-01-01', items: [tick ?? ''], more: 'Жоспар туралы' }),
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('id="day-error"');
    expect(html).toContain('Жоспар туралы</textarea>');
    expect(/<input[^>]*checked=""[^>]*>/.exec(html)?.[0]).toContain(number);
  });
});

describe('a meeting', () => {
  it('is public, under its own council only, and is changed by the secretary alone', async () => {
    const { secretary, address } = await called();
    const nobody = site.visitor();
    const html = await (await nobody.get(address)).text();
    expect(words(html)).toContain('Жоспар туралы');
    expect(html).not.toContain('name="intent"');
    expect((await nobody.get(address.replace('ministry-council', 'other'))).status).toBe(404);
    expect((await nobody.get(`${address}9`)).status).toBe(404);
    const change = () => form({ intent: 'change', ...WHEN, day: '2026-12-11', more: 'Басқа мәселе' });
    expect((await nobody.post(address, change())).headers.get('location')).toContain('/ru/sign-in');
    expect((await (await as(cast.members[0])).post(address, change())).status).toBe(403);
    expect((await secretary.post(address, change())).headers.get('location')).toBe(`${address}?done=changed`);
    expect(words(await (await nobody.get(address)).text())).toContain('Басқа мәселе');
    expect((await secretary.post(address, form({ intent: 'other' }))).status).toBe(400);
  });

  it('offers the form for its minutes from its day on, and shows everyone what was recorded', async () => {
    const { secretary, address } = await called();
    expect(await (await secretary.get(address)).text()).not.toContain('name="minutesKk"');
    at('2026-12-10');
    const page = await (await secretary.get(address)).text();
    const seats = ticksIn(page, 'present');
    expect(seats).toHaveLength(5);
    const itemId = /name="decision\.([0-9a-f-]{36})\.kk"/.exec(page)?.[1] ?? '';
    const decision = {
      [`decision.${itemId}.kk`]: 'Жоспар қолдау тапты.',
      [`decision.${itemId}.ru`]: 'План поддержан.',
    };
    const sent = (more: Record<string, string | string[]>) =>
      secretary.post(address, form({ intent: 'hold', present: seats, ...MINUTES, ...more }));

    const half = await sent({ [`decision.${itemId}.kk`]: 'Жоспар қолдау тапты.' });
    expect(half.status).toBe(422);
    expect(await half.text()).toContain(`id="decision.${itemId}.ru-error"`);
    const long = await sent({ ...decision, [`decision.${itemId}.ru`]: 'п'.repeat(10_001) });
    expect(await long.text()).toContain(`id="decision.${itemId}.ru-error"`);
    const few = await sent({ ...decision, present: seats.slice(0, 2) });
    const refused = words(await few.text());
    expect(few.status).toBe(422);
    expect(refused).toContain(textFor('ru').refusals.codes.quorum_missing({ present: 2, needed: needed() }).why);
    expect(refused).toContain('План поддержан.');

    expect((await sent(decision)).headers.get('location')).toBe(`${address}?done=held`);
    for (const locale of LOCALES) {
      const html = await (await site.visitor().get(address.replace('ru', locale))).text();
      const say = textFor(locale).councilDesk.meeting;
      const article = world.guide.inForceOn('2026-12-10').texts[locale]['act.councils_law.short'] ?? '?';
      for (const part of [
        say.reached(5, 5, needed()),
        article,
        'Member Four',
        'План поддержан.',
        'Жоспар қолдау тапты.',
      ])
        expect(words(html)).toContain(part);
      for (const part of [MINUTES.minutesKk, MINUTES.minutesRu]) expect(html).toContain(part);
      expect(html).not.toContain('name="intent"');
    }
    expect((await sent(decision)).status).toBe(422);
  });

  it('without a quorum says so', async () => {
    const { secretary, address } = await called();
    at('2026-12-10');
    const [one = ''] = ticksIn(await (await secretary.get(address)).text(), 'present');
    await secretary.post(address, form({ intent: 'hold', present: [one], ...MINUTES }));
    const html = await (await site.visitor().get(address)).text();
    expect(words(html)).toContain(textFor('ru').councilDesk.meeting.missed(1, 5, needed()));
  });
});

describe('the public page of a council', () => {
  it('pages its meetings, the latest first, each on one page', async () => {
    at('2026-12-01');
    const days = Array.from({ length: 60 }, (_, n) => `2027-0${1 + (n % 9)}-1${n % 7}`);
    for (const day of days)
      await must(
        callMeeting(world, cast.secretary, { councilId: cast.council.id, ...WHEN, day, items: '', more: 'Жоспар' }),
      );
    const all = await world.db.prisma.meeting.findMany({
      where: { councilId: cast.council.id },
      orderBy: [{ day: 'desc' }, { id: 'desc' }],
      select: { number: true },
    });
    const seen: string[] = [];
    for (let next: string | undefined = '/ru/councils/ministry-council'; next;) {
      const html: string = await (await site.visitor().get(next)).text();
      const listed = html.slice(html.indexOf('id="meetings"'));
      seen.push(...[...listed.matchAll(/meetings\/(M-[\d-]+)"/g)].map(([, number]) => number ?? ''));
      next = /href="([^"#]*)[^"]*" rel="next"/.exec(html)?.[1];
    }
    expect(seen).toEqual(all.map(({ number }) => number));
    expect(seen.length).toBeGreaterThanOrEqual(60);
    await world.db.prisma.meeting.deleteMany({ where: { day: { in: days } } });
  });

  it('lists its meetings, the rounds that it hosts or gave its view on, and no others', async () => {
    const { address } = await called();
    const opens = { prepares: cast.secretary, opens: cast.chair };
    const hosted = await house.state(await house.open({ kind: 'budget_plan', councilId: cast.council.id }, opens));
    const other = await house.state(await house.open());
    const viewed = await house.state(await house.open());
    await must(
      giveView(world, cast.secretary, {
        ...{ roundId: viewed.id, councilId: cast.council.id },
        ...{ textKk: 'Кеңес жобаны қарады, қолдайды.', textRu: 'Совет рассмотрел проект, поддерживает.' },
        votes: [cast.chair, ...cast.members].map(({ personId }) => ({ personId, vote: 'for' })),
      }),
    );
    const html = await (await site.visitor().get('/ru/councils/ministry-council')).text();
    expect(html).toContain(`href="${address}"`);
    expect(html).toContain(`href="/ru/rounds/${hosted.number}"`);
    expect(html).not.toContain(`href="/ru/rounds/${other.number}"`);
    expect(html).toContain(`href="/ru/rounds/${viewed.number}"`);
    const { hosts, view } = textFor('ru').councilDesk.work;
    for (const part of [hosts, view]) expect(words(html)).toContain(part);
  });
});

describe('the desk of officials', () => {
  it('leads executors and heads to a new round and to the workbench', async () => {
    at('2026-12-01');
    const roundId = await house.open();
    await house.comment(roundId);
    const { number } = await house.state(roundId);
    const html = await (await (await as(cast.head)).get('/ru/desk?whose=all')).text();
    expect(html).toContain('href="/ru/rounds/new"');
    expect(html).toContain(`href="/ru/rounds/${number}/work"`);
    const registrars = await (await (await as(cast.registrar)).get('/ru/desk?whose=all')).text();
    expect(registrars).not.toContain('/work"');
    expect(registrars).not.toContain('/rounds/new');
  });
});
