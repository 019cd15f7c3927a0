// Commenting as a browser without scripts meets it: the form at a clause, a voice for what another said, personal data, the comment's own
// page with its answer, withdrawing, and the list of all.
import { beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../app/data/password';
import { LOCALES, textFor } from '../../app/text';
import { REASON, roundHouse } from '../help/rounds';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const tested = testWorld('2026-03-02');
const { world, at } = tested;
const PASSWORD = 'тау су жел от';
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const house = roundHouse(tested, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
  await world.db.prisma.person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } });
  site = await openSite(world, ['rounds/', 'accounts/sign-in']);
});

const as = async ({ email }: { email: string }) => {
  const browser = site.visitor();
  await browser.post('/ru/sign-in', { email, password: PASSWORD });
  return browser;
};
const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};
const openNow = async () => {
  at('2026-03-02');
  const roundId = await house.open();
  const { number, documents } = await house.state(roundId);
  const draft = documents.find(({ role, language }) => role === 'draft' && language === 'ru');
  return { roundId, number, documentId: draft?.documentId ?? '' };
};
const hiddenIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
      /name="([^"]*)"/.exec(tag)?.[1] ?? '',
      /value="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  );
const numberIn = (answer: Response) =>
  /comments\/(C-[\d-]+)\?done=sent/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';

describe('commenting', () => {
  it('is sent from the clause, keeps its place and number, and once however often the form is sent', async () => {
    const { roundId, number, documentId } = await openNow();
    const citizen = await as(cast.citizen);
    const address = `/ru/rounds/${number}/comment?document=${documentId}&anchor=c2`;
    const page = await (await citizen.get(address)).text();
    expect(page).toContain('десяти рабочих дней');
    const fields = { ...hiddenIn(page), organisationId: '', text: 'Десяти дней мало: заявители ждут.', language: 'ru' };
    const first = await citizen.post(address, form(fields));
    expect([first.status, first.status === 303 ? '' : await first.text()]).toEqual([303, '']);
    const again = await citizen.post(address, form(fields));
    expect(numberIn(again)).toBe(numberIn(first));
    const rows = await world.db.prisma.comment.findMany({
      where: { roundId },
      select: { anchor: true, documentId: true },
    });
    expect(rows).toEqual([{ anchor: 'c2', documentId }]);
  });

  it('offers what others said at the clause, and one voice more joins it', async () => {
    const { roundId, number, documentId } = await openNow();
    const first = await house.comment(roundId, { documentId, anchor: 'c2' });
    const { number: joined } = await house.row(first);
    const ngo = await as(cast.ngo);
    const page = await (await ngo.get(`/kk/rounds/${number}/comment?document=${documentId}&anchor=c2`)).text();
    expect(page).toContain(`joins=${joined}`);
    const join = `/kk/rounds/${number}/comment?joins=${joined}`;
    const joining = hiddenIn(await (await ngo.get(join)).text());
    const sent = await ngo.post(
      join,
      form({ ...joining, organisationId: cast.organisationId, text: '', language: 'kk' }),
    );
    expect(sent.status).toBe(303);
    const shown = await (await site.visitor().get(`/ru/comments/${joined}`)).text();
    expect(shown).toContain(textFor('ru').comments.one.voices(1));
  });

  it('asks before a phone number is published, keeps what was typed, and never publishes an individual number', async () => {
    const { number } = await openNow();
    const citizen = await as(cast.citizen);
    const address = `/ru/rounds/${number}/comment`;
    const text = 'Звоните мне: +7 701 123 45 67, расскажу.';
    const fields = { ...hiddenIn(await (await citizen.get(address)).text()), organisationId: '', text, language: 'ru' };
    const asked = await citizen.post(address, form(fields));
    const html = await asked.text();
    expect(asked.status).toBe(422);
    expect(html).toContain('name="publishPersonal"');
    expect(html).toContain(text);
    expect((await citizen.post(address, form({ ...fields, publishPersonal: 'on' }))).status).toBe(303);
  });

  it('is not taken before its first day or after its last, and the page says which days they are', async () => {
    const { roundId, number } = await openNow();
    const citizen = await as(cast.citizen);
    await house.close(roundId);
    const page = await (await citizen.get(`/en/rounds/${number}/comment`)).text();
    expect(page).toContain(textFor('en').comments.new.notNow);
    const late = await citizen.post(
      `/en/rounds/${number}/comment`,
      form({ organisationId: '', text: 'Too late?', language: 'en' }),
    );
    expect(late.status).toBe(422);
  });

  it('is taken back by its author while comments are taken, and stays in the record', async () => {
    const { roundId } = await openNow();
    const { number } = await house.row(await house.comment(roundId));
    expect((await (await as(cast.ngo)).post(`/ru/comments/${number}`, form({ statement: '' }))).status).toBe(403);
    const citizen = await as(cast.citizen);
    expect((await citizen.post(`/ru/comments/${number}`, form({ statement: 'Передумал.' }))).status).toBe(303);
    expect(await (await site.visitor().get(`/ru/comments/${number}`)).text()).toContain(
      textFor('ru').comments.one.withdrawnNote,
    );
  });
});

describe('the answer', () => {
  it('stands on the comment’s page in the reader’s language, with who drafted and who approved it', async () => {
    const { roundId } = await openNow();
    const commentId = await house.comment(roundId);
    const { number } = await house.row(commentId);
    await house.close(roundId);
    await house.answer(roundId, await house.point(roundId, [commentId]));
    const pages = { kk: REASON.reasonKk, ru: REASON.reasonRu, en: REASON.reasonRu };
    for (const locale of LOCALES) {
      const html = await (await site.visitor().get(`/${locale}/comments/${number}`)).text();
      expect(html).toContain(pages[locale]);
      expect(html).toContain(cast.head.name);
    }
  });

  it('that has not come in time is said to be missing, without any worker', async () => {
    const { roundId, number } = await openNow();
    const comment = await house.row(await house.comment(roundId));
    at('2026-06-01');
    const html = await (await site.visitor().get(`/ru/comments/${comment.number}`)).text();
    expect(html).toContain(textFor('ru').comments.one.overdue(comment.dueDay));
    expect(await (await site.visitor().get(`/ru/rounds/${number}/comments`)).text()).toContain(
      textFor('ru').comments.list.silent(comment.dueDay),
    );
  });
});

describe('the list of comments', () => {
  it('finds by words and by answer, and hides the names and words it must', async () => {
    const { roundId, number } = await openNow();
    await house.comment(roundId, { text: 'Лифт нужен раньше.', nameHidden: true });
    await house.comment(roundId, { text: 'Пандус нужен раньше.' }, cast.ngo);
    const visitor = site.visitor();
    const read = async (query: string) => (await visitor.get(`/ru/rounds/${number}/comments${query}`)).text();
    expect(await read('?q=лифт')).toContain('Лифт нужен раньше.');
    expect(await read('?q=лифт')).not.toContain('Пандус нужен раньше.');
    expect(await read('')).not.toContain(cast.citizen.name);
    expect(await read('?answer=unanswered')).toContain('Пандус нужен раньше.');
    expect(await read('?answer=accepted')).toContain(textFor('ru').comments.list.none);
  });
});
