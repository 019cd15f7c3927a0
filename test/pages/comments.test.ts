// Commenting as a browser without scripts meets it: the form at a clause, what others said there, a voice for it, files, personal data,
// withdrawing.
import { beforeAll, describe, expect, it } from 'vitest';
import { moderateComment } from '../../app/commands/comments/moderate';
import { textFor } from '../../app/text';
import { type Browser, form, givePasswords, hiddenIn, signedInOn, words } from '../help/page';
import { must, REASON, roundHouse } from '../help/rounds';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const tested = testWorld('2026-03-02');
const { world, at } = tested;
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const house = roundHouse(tested, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['rounds/', 'accounts/sign-in']);
});

const as = (person: { email: string }) => signedInOn(site, person);
const openNow = async () => {
  at('2026-03-02');
  const roundId = await house.open();
  const { number, documents } = await house.state(roundId);
  const draft = documents.find(({ role, language }) => role === 'draft' && language === 'ru');
  return { roundId, number, documentId: draft?.documentId ?? '' };
};
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
    expect(shown).toContain(textFor('ru').comments.voices(1));
  });

  it('that says nearly what another said is asked first, keeps the words, and then goes as it is or as a voice', async () => {
    const { roundId, number, documentId } = await openNow();
    const text = 'Десяти рабочих дней мало: людям с инвалидностью нужно больше времени.';
    const { number: theirs, id } = await house.row(await house.comment(roundId, { text, documentId, anchor: 'c2' }));
    const address = `/ru/rounds/${number}/comment?document=${documentId}&anchor=c2`;
    const ngo = await as(cast.ngo);
    const fields: Record<string, string> = {
      ...hiddenIn(await (await ngo.get(address)).text()),
      ...{ language: 'ru', organisationId: '' },
    };
    const mine = 'Десяти рабочих дней мало: людям с инвалидностью нужно больше времени!';
    const other = await ngo.post(address, form({ ...fields, key: '', text: 'Пусть подписывает заместитель.' }));
    expect(other.status).toBe(303);
    const asked = await ngo.post(address, form({ ...fields, text: mine }));
    const html = await asked.text();
    expect(asked.status).toBe(200);
    expect(words(html)).toContain(textFor('ru').commenting.near.title);
    expect(html).toContain(theirs);
    expect(html).toContain(mine);
    expect(html).toMatch(/<form[^>]*data-draft-fresh/);
    expect(hiddenIn(html)).toMatchObject({ considered: 'yes', key: fields['key'] });
    const voice = await ngo.post(address, form({ ...fields, considered: 'yes', text: mine, joinsId: id }));
    expect(voice.status).toBe(303);
    const joined = await world.db.prisma.comment.findUniqueOrThrow({ where: { number: numberIn(voice) } });
    expect(joined).toMatchObject({ joinsId: id, text: mine, documentId, anchor: 'c2' });
    const stranger = await as(cast.stranger);
    const alone = await stranger.post(
      address,
      form({ ...hiddenIn(await (await stranger.get(address)).text()), language: 'ru', considered: 'yes', text: mine }),
    );
    expect(numberIn(alone)).not.toBe('');
  });

  it('puts the words of the clause in on request, and shows what is proposed word by word', async () => {
    const { number, documentId } = await openNow();
    const citizen = await as(cast.citizen);
    const address = `/ru/rounds/${number}/comment?document=${documentId}&anchor=c2`;
    const fields = { ...hiddenIn(await (await citizen.get(address)).text()), organisationId: '', language: 'ru' };
    const text = 'Нужно больше времени.';
    const filled = await citizen.post(address, form({ ...fields, text, intent: 'prefill' }));
    const html = await filled.text();
    const clause = 'Заявление рассматривается в течение десяти рабочих дней.';
    expect(html).toContain(`${clause}</textarea>`);
    expect(html).toContain(text);
    const wording = clause.replace('десяти', 'двадцати');
    const sent = await citizen.post(address, form({ ...fields, text, wording }));
    const shown = await (await site.visitor().get(`/en/comments/${numberIn(sent)}`)).text();
    expect(shown).toMatch(/<del>(?:<span[^>]*>[^<]*<\/span>)?десяти/);
    expect(shown).toMatch(/<ins>(?:<span[^>]*>[^<]*<\/span>)?двадцати/);
    const ngo = await as(cast.ngo);
    const proposing = async (days: string) => {
      const asked = { ...fields, key: '', text: '', wording: clause.replace('десяти', days) };
      return (await ngo.post(address, form(asked))).status;
    };
    expect([await proposing('двадцати'), await proposing('пятнадцати')]).toEqual([200, 303]);
  });

  it('carries files, whose names tell nothing of an author who hides their name', async () => {
    const { number } = await openNow();
    const citizen = await as(cast.citizen);
    const address = `/ru/rounds/${number}/comment`;
    const fields = { ...hiddenIn(await (await citizen.get(address)).text()), organisationId: '', language: 'ru' };
    const sent = await citizen.post(
      address,
      form({ ...fields, text: 'Расчёт приложен.', nameHidden: 'on' }, [new File(['a;b'], 'Расчёт Сапаровой.csv')]),
    );
    const seen = async (browser: Browser) => {
      const html = await (await browser.get(`/ru/comments/${numberIn(sent)}`)).text();
      const [, href = '', name] = /href="([^"]*\/files\/[^"]*)">([^<]*)</.exec(html) ?? [];
      const file = await browser.get(href);
      return { name, sent: await file.text(), as: file.headers.get('content-disposition') ?? '', href };
    };
    const mine = await seen(citizen);
    expect([mine.name, mine.sent]).toEqual(['Расчёт Сапаровой.csv', 'a;b']);
    const theirs = await seen(site.visitor());
    expect(theirs.name).toBe(textFor('ru').case.attachment(1, 'csv'));
    expect(decodeURIComponent(theirs.as)).not.toContain('Сапаровой');
    const { id } = await world.db.prisma.comment.findUniqueOrThrow({ where: { number: numberIn(sent) } });
    await must(
      moderateComment(world, cast.head, { step: 'hide', commentId: id, ground: 'insult', reason: REASON.reasonRu }),
    );
    expect((await site.visitor().get(mine.href)).status).toBe(404);
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
    const iin = { ...fields, key: '', text: 'Мой ИИН 950101300046, проверьте.' };
    const never = await citizen.post(address, form({ ...iin, publishPersonal: 'on' }));
    expect(never.status).toBe(422);
    expect(words(await never.text())).toContain(textFor('ru').commenting.neverPersonal);
  });

  it('is not taken before its first day or after its last, and the page says which days they are', async () => {
    const { roundId, number } = await openNow();
    const citizen = await as(cast.citizen);
    await house.close(roundId);
    const page = await (await citizen.get(`/en/rounds/${number}/comment`)).text();
    expect(page).toContain(textFor('en').commenting.notNow.title);
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
      textFor('ru').comments.one.takenBack('2026-03-02'),
    );
  });
});
