// Comments and answers as a browser without scripts reads them: a comment's own page, the list in its three ways, and what nobody may see.
import { beforeAll, describe, expect, it } from 'vitest';
import { moderateComment } from '../../app/commands/comments/moderate';
import { LOCALES, textFor } from '../../app/text';
import { longDay } from '../../app/text/format';
import { type Browser, form, givePasswords, signedInOn, words } from '../help/page';
import { DRAFT, must, REASON, roundHouse } from '../help/rounds';
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

  it('shows word by word what changed in the clause', async () => {
    const { roundId, documentId } = await openNow();
    const commentId = await house.comment(roundId, { documentId, anchor: 'c2' });
    const { number } = await house.row(commentId);
    await house.close(roundId);
    await house.document(roundId, 'draft', 'ru', { markdown: DRAFT.ru.replace('десяти', 'пятнадцати') });
    const changed = (await house.state(roundId)).documents.at(-1)?.documentId ?? '';
    await house.answer(roundId, await house.point(roundId, [commentId]), {
      code: 'accepted',
      changes: [`${changed}/c2`],
    });
    const html = await (await site.visitor().get(`/ru/comments/${number}`)).text();
    const answer = html.slice(html.indexOf('id="answer"'));
    expect(answer).toMatch(/<del>(?:<span[^>]*>[^<]*<\/span>)?десяти/);
    expect(answer).toMatch(/<ins>(?:<span[^>]*>[^<]*<\/span>)?пятнадцати/);
  });

  it('that has not come in time is said to be missing, without any worker', async () => {
    const { roundId, number } = await openNow();
    const comment = await house.row(await house.comment(roundId));
    at('2026-06-01');
    const html = await (await site.visitor().get(`/ru/comments/${comment.number}`)).text();
    expect(html).toContain(textFor('ru').comments.standing.overdue);
    expect(await (await site.visitor().get(`/ru/rounds/${number}/comments`)).text()).toContain(
      textFor('ru').comments.list.overdue(longDay('ru', comment.dueDay)),
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
    expect(await read('?answer=accepted')).toContain(textFor('ru').comments.list.none.title);
  });

  it('gives away no word that was hidden or taken back, neither in the page nor in its data nor to a search', async () => {
    const { roundId, number } = await openNow();
    const insult = await house.row(await house.comment(roundId, { text: 'Бранноеслово.' }));
    const gone = await house.row(await house.comment(roundId, { text: 'Передуманноеслово.' }, cast.ngo));
    const kept = await house.row(await house.comment(roundId, { text: 'Поддержанноеслово.' }));
    await house.comment(roundId, { text: '', joinsId: kept.id }, cast.stranger);
    const reason = 'Бранные слова о людях.';
    await must(moderateComment(world, cast.head, { step: 'hide', commentId: insult.id, ground: 'insult', reason }));
    await (await as(cast.ngo)).post(`/ru/comments/${gone.number}`, form({ statement: '' }));
    await (await as(cast.citizen)).post(`/ru/comments/${kept.number}`, form({ statement: '' }));
    const list = `/ru/rounds/${number}/comments`;
    const addresses = [
      ...[list, `${list}.data`, `${list}?view=clauses`, `${list}?q=Бранноеслово`, `${list}?q=Передуманноеслово`],
      ...[insult, gone].flatMap((one) => [`/ru/comments/${one.number}`, `/ru/comments/${one.number}.data`]),
    ];
    const read = async (browser: Browser) =>
      (await Promise.all(addresses.map(async (one) => (await browser.get(one)).text()))).join('\n');
    const seen = await read(site.visitor());
    expect(seen).not.toMatch(/(?:Бранное|Передуманное)слово\./);
    expect(seen).toContain(reason);
    expect(words(seen)).toContain(textFor('ru').comments.list.none.title);
    const keptPage = await (await site.visitor().get(`/ru/comments/${kept.number}`)).text();
    expect(keptPage).toContain('Поддержанноеслово.');
    expect(words(keptPage)).toContain(textFor('ru').comments.one.keptForVoices);
    expect(await read(await as(cast.head))).toContain('Бранноеслово.');
  });

  it('is read by point with the answer all share, and by clause with what most have joined', async () => {
    const { roundId, number, documentId } = await openNow();
    const first = await house.comment(roundId, { documentId, anchor: 'c2', text: 'Первое.' });
    const second = await house.comment(roundId, { documentId, anchor: 'c2', text: 'Второе.' }, cast.ngo);
    await house.comment(roundId, { joinsId: second, text: '' }, cast.stranger);
    await house.comment(roundId, { text: 'О целом.' }, cast.stranger);
    const clauses = await (await site.visitor().get(`/ru/rounds/${number}/comments?view=clauses`)).text();
    expect(clauses.indexOf('О целом.')).toBeLessThan(clauses.indexOf('Второе.'));
    expect(clauses.indexOf('Второе.')).toBeLessThan(clauses.indexOf('Первое.'));
    expect(words(clauses)).toContain(textFor('ru').round.documents.comments(2, 1));
    await house.close(roundId);
    const pointId = await house.point(roundId, [first, second], 'Срок ответа');
    await house.answer(roundId, pointId);
    const points = await (await site.visitor().get(`/kk/rounds/${number}/comments`)).text();
    expect(words(points)).toContain(REASON.reasonKk);
    expect(words(points)).toContain(textFor('kk').comments.points.read(3));
    expect(words(points)).toContain(textFor('kk').comments.points.ungrouped(1));
    const inPoint = await (await site.visitor().get(`/kk/rounds/${number}/comments?point=${pointId}`)).text();
    expect(inPoint).toContain('Первое.');
    expect(inPoint).not.toContain('О целом.');
  });
});
