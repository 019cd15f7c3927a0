// The filing form beyond its first questions, as a browser without scripts meets it: several bodies, personal data found with its place, a file
// for the parties alone, a day of publication and its change, promises of the answer, following.
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { textFor } from '../../app/text';
import { form, givePasswords, hiddenIn, signedInOn, words } from '../help/page';
import { must } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
const PARTS = ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order'];
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['appeals/', 'rounds/follow', 'rounds/unfollow', 'accounts/']);
});
const data = (fields: Record<string, string | string[]>, files: readonly File[] = []): FormData => {
  const sent = form({}, files);
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) sent.append(name, one);
  return sent;
};
const numberIn = (answer: Response) => /appeals\/([\d-]+)\?/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';

describe('one form to several bodies', () => {
  it('asks for another body, keeps what was typed, and shows each case the other', async () => {
    const browser = await signedInOn(site, cast.ngo);
    const more = await browser.post('/ru/appeals/new', data({ ...anAppeal(cast), intent: 'another-body' }));
    const html = await more.text();
    expect(html.match(/<select[^>]*name="bodyId"/g)).toHaveLength(2);
    expect(html).toContain(anAppeal(cast).text);
    const bodyId = [cast.ministry.id, cast.committee.id, ''];
    const sent = await browser.post('/ru/appeals/new', data({ ...anAppeal(cast), bodyId, subject: 'Двум органам' }));
    expect(sent.headers.get('location')).toContain('?done=filed-several');
    const page = await (await browser.get(sent.headers.get('location') ?? '')).text();
    const rows = await world.db.prisma.appeal.findMany({ where: { subject: 'Двум органам' } });
    const other = rows.find(({ number }) => number !== numberIn(sent));
    expect(page).toContain(`/ru/appeals/${other?.number}"`);
    expect(words(page)).toContain('Обращение подано во все выбранные органы');
    expect(await (await browser.get(`/ru/appeals/${other?.number}`)).text()).toContain(
      `/ru/appeals/${numberIn(sent)}"`,
    );
  });

  it('refuses where the guide has one body, with the article', async () => {
    const browser = await signedInOn(site, cast.ngo);
    const bodyId = [cast.ministry.id, cast.committee.id];
    const refused = await browser.post('/ru/appeals/new', data({ ...anAppeal(cast), kind: 'complaint', bodyId }));
    expect(refused.status).toBe(422);
    expect(words(await refused.text())).toContain('Обращение этого вида подаётся в один орган.');
  });
});

describe('personal data', () => {
  it('is shown with its place; the file is kept for the parties, and the appeal is filed', async () => {
    const browser = await signedInOn(site, cast.ngo);
    const list = new File(['Имя,ИИН\nАйгүл,850101300124\n'], 'список.csv', { type: 'text/csv' });
    const refused = await browser.post('/ru/appeals/new', data({ ...anAppeal(cast), subject: 'Со списком' }, [list]));
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(words(html)).toContain('список.csv, строка 2: ИИН 850101300124');
    expect(html).not.toContain('name="publishPersonal"');
    const file = /name="withheld"[^>]*value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
    const sent = await browser.post(
      '/ru/appeals/new',
      data({ ...anAppeal(cast), subject: 'Со списком', files: file, withheld: file }),
    );
    const number = numberIn(sent);
    expect(words(await (await browser.get(`/ru/appeals/${number}`)).text())).toContain('только для сторон');
    expect(await (await site.visitor().get(`/ru/appeals/${number}`)).text()).not.toContain('список.csv');
  });

  it('of an answer keeps it back until the official says that it may be read', async () => {
    const browser = await signedInOn(site, cast.ngo);
    const number = numberIn(await browser.post('/ru/appeals/new', data({ ...anAppeal(cast), subject: 'Позвоните' })));
    const executor = await signedInOn(site, cast.executor);
    const { requirements, ...reply } = aReply('act_favourable', PARTS);
    const fields = {
      ...{ ...reply, text: 'Обращение рассмотрено. Телефон исполнителя: 8 7172 74 00 00.' },
      ...Object.fromEntries(Object.entries(requirements).map(([id, text]) => [`requirements.${id}`, text])),
    };
    const refused = await executor.post(`/ru/appeals/${number}/answer`, data(fields));
    const html = await refused.text();
    expect([refused.status, words(html)]).toEqual([
      422,
      expect.stringContaining('В тексте: номер телефона 8 7172 74 00 00'),
    ]);
    expect(html).toContain('name="publishPersonal"');
    expect(
      (await executor.post(`/ru/appeals/${number}/answer`, data({ ...fields, publishPersonal: 'on' }))).status,
    ).toBe(303);
  });
});

describe('a day of publication', () => {
  it('is chosen in the form and moved on the page of the case', async () => {
    const browser = await signedInOn(site, cast.ngo);
    const later = { visibility: 'later', publicDay: '2026-05-04', subject: 'Откроется позже' };
    const number = numberIn(await browser.post('/ru/appeals/new', data({ ...anAppeal(cast), ...later })));
    expect(words(await (await browser.get(`/ru/appeals/${number}`)).text())).toContain('4 мая 2026 г.');
    expect((await site.visitor().get(`/ru/appeals/${number}`)).status).toBe(404);
    expect(await (await browser.get(`/ru/appeals/${number}/set-publicity`)).text()).toContain('value="2026-05-04"');
    const moved = await browser.post(`/ru/appeals/${number}/set-publicity`, data({ publicDay: '2026-03-03' }));
    expect(moved.status).toBe(303);
    at('2026-03-03');
    expect((await site.visitor().get(`/ru/appeals/${number}`)).status).toBe(200);
    at('2026-03-02');
  });
});

describe('an answer that promises', () => {
  it('is shown to the official before it leaves, and what they tick is noted with it', async () => {
    const browser = await signedInOn(site, cast.ngo);
    const number = numberIn(await browser.post('/ru/appeals/new', data({ ...anAppeal(cast), subject: 'Обещание' })));
    const executor = await signedInOn(site, cast.executor);
    const page = `/ru/appeals/${number}/answer`;
    const blank = await (await executor.get(page)).text();
    expect(hiddenIn(blank)).toMatchObject({ askPromises: 'on' });
    expect(blank).not.toContain('name="promises"');
    const { requirements, ...reply } = aReply('act_favourable', PARTS);
    const letter = new File(['Смета'], 'смета.txt', { type: 'text/plain' });
    const fields = {
      ...{ ...reply, text: 'Пандус будет установлен до 1 мая.\r\nЛифт будет заменён до 1 июня.', askPromises: 'on' },
      ...Object.fromEntries(Object.entries(requirements).map(([id, said]) => [`requirements.${id}`, said])),
    };
    const shown = await executor.post(page, data(fields, [letter]));
    expect(shown.status).toBe(422);
    const html = await shown.text();
    expect(words(html)).toContain('Похоже, ответ что-то обещает к определённому дню.');
    expect(words(html)).toContain('Пандус будет установлен до 1 мая. (срок: 1 мая 2026 г.)');
    expect(html).not.toMatch(/<input[^>]*name="promises"[^>]*checked/);
    const promisesShown = [...html.matchAll(/name="promisesShown" value="([^"]*)"/g)].map((found) => found[1] ?? '');
    expect(promisesShown).toEqual(['Пандус будет установлен до 1 мая.', 'Лифт будет заменён до 1 июня.']);
    const files = /name="files"[^>]*value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
    // A sentence that was written since is shown too, and what was ticked stays ticked.
    const more = {
      ...fields,
      text: `Двор будет убран до 5 апреля. ${fields.text}`,
      files,
      promisesShown,
      promises: '1',
    };
    const again = await executor.post(page, data(more));
    expect(again.status).toBe(422);
    expect(await again.text()).toMatch(
      /<input[^>]*name="promises"[^>]*value="2"[^>]*checked|<input[^>]*checked[^>]*value="2"/,
    );
    expect((await executor.post(page, data({ ...more, text: fields.text }))).status).toBe(303);
    const { id, phase, steps } = await world.db.prisma.appeal.findUniqueOrThrow({ where: { number } });
    expect(phase).toBe('answered');
    expect(steps).toMatchObject({
      promises: [{ text: 'Лифт будет заменён до 1 июня.', day: '2026-06-01', by: 'body' }],
    });
    const event = await world.db.prisma.event.findFirstOrThrow({
      where: { stream: `appeal:${id}`, type: 'appeal.answered' },
    });
    expect(await world.db.prisma.file.findUniqueOrThrow({ where: { id: files } })).toMatchObject({
      version: event.version,
    });
  });

  it('is offered to both sides, noted, and followers of the case hear of it with a way out', async () => {
    const browser = await signedInOn(site, cast.ngo);
    const number = numberIn(await browser.post('/ru/appeals/new', data({ ...anAppeal(cast), subject: 'Обещают' })));
    const stranger = await signedInOn(site, cast.stranger);
    const follow = { what: 'appeal', value: number, step: 'follow', back: `/ru/appeals/${number}` };
    expect((await stranger.post('/ru/follow', follow)).status).toBe(303);
    expect(words(await (await stranger.get(`/ru/appeals/${number}`)).text())).toContain('Больше не следить за делом');
    const { id } = await world.db.prisma.appeal.findUniqueOrThrow({ where: { number } });
    const text = 'Обращение рассмотрено. Пандус будет установлен до 1 мая.';
    await must(answerAppeal(world, cast.executor, { appealId: id, ...aReply('act_favourable', PARTS), text }));
    const letter = await world.db.prisma.letter.findFirstOrThrow({
      where: { personId: cast.stranger.personId, letter: 'case_news' },
    });
    expect(letter.data).toMatchObject({ number, news: 'answered', unfollow: expect.stringMatching(/^\/unfollow\//) });
    for (const person of [cast.ngo, cast.executor])
      expect(await (await (await signedInOn(site, person)).get(`/ru/appeals/${number}`)).text()).toContain(
        `/ru/appeals/${number}/note-promises`,
      );
    expect(await (await stranger.get(`/ru/appeals/${number}`)).text()).not.toContain('note-promises');
    const offered = await (await browser.get(`/ru/appeals/${number}/note-promises`)).text();
    expect(words(offered)).toContain('Пандус будет установлен до 1 мая. (срок: 1 мая 2026 г.)');
    expect(
      (await browser.post(`/ru/appeals/${number}/note-promises`, data({ ...hiddenIn(offered), sentences: '0' })))
        .status,
    ).toBe(303);
    expect(words(await (await site.visitor().get(`/ru/appeals/${number}`)).text())).toContain('Обещания из ответа');
    const { unfollow } = letter.data as { unfollow: string };
    expect((await site.visitor().post(`/ru${unfollow}`, { scope: 'this' })).status).toBe(200);
    expect(await world.db.prisma.follow.count()).toBe(0);
  });
});

describe('a decision that burdens the applicant', () => {
  it('is told on the form of the answer to need a hearing first, and a day too near is refused beside its field', async () => {
    const { codes, seeAbove } = textFor('ru').refusals;
    const browser = await signedInOn(site, cast.ngo);
    const number = numberIn(await browser.post('/ru/appeals/new', data({ ...anAppeal(cast), subject: 'Отказать' })));
    const executor = await signedInOn(site, cast.executor);
    const ahead = words(await (await executor.get(`/ru/appeals/${number}/answer`)).text());
    expect(ahead.split(codes.hearing_missing({}).what)).toHaveLength(2);
    const call = {
      text: 'Намерены отказать: школу закрывают в следующем году.',
      decisionDay: '2026-03-03',
      how: 'written',
      place: '',
      hearingDay: '',
    };
    const refused = await executor.post(`/ru/appeals/${number}/call-hearing`, data(call));
    expect(refused.status).toBe(422);
    const page = words(await refused.text());
    expect(page).toContain(codes.hearing_notice_late({}).what);
    expect(page.toLowerCase()).toContain(seeAbove);
    expect(page).not.toContain(textFor('ru').refusals.problems.bad_value);
  });
});

describe('the time to complain', () => {
  it('is told to the applicant as theirs, to others as the applicant’s, and nobody is offered a complaint after it', async () => {
    const { yours, title } = textFor('ru').case.complaint;
    const browser = await signedInOn(site, cast.ngo);
    const number = numberIn(await browser.post('/ru/appeals/new', data({ ...anAppeal(cast), subject: 'Жалоба' })));
    const { id, edition } = await world.db.prisma.appeal.findUniqueOrThrow({ where: { number } });
    await must(answerAppeal(world, cast.executor, { appealId: id, ...aReply('act_favourable', PARTS) }));
    const page = async (reader: Pick<typeof browser, 'get'>) =>
      words(await (await reader.get(`/ru/appeals/${number}`)).text());
    const may = world.guide.edition(edition).texts.ru['next.complain_reply.text'] ?? '';
    const [own, public_] = [await page(browser), await page(site.visitor())];
    expect([own.includes(yours), own.includes(title), public_.includes(yours), public_.includes(title)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(own).toContain(may);
    at('2026-12-01');
    expect(await page(site.visitor())).not.toContain(may);
    at('2026-03-02');
  });
});
