// What changed between two versions of a round's document, as everyone reads it: word by word, with what was said and answered.
import { beforeAll, describe, expect, it } from 'vitest';
import { moderateComment } from '../../app/commands/comments/moderate';
import { openRound } from '../../app/commands/rounds/open';
import { LOCALES, textFor } from '../../app/text';
import { words } from '../help/page';
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
  site = await openSite(world, ['rounds/']);
});

const read = async (address: string): Promise<string> => {
  const answer = await site.visitor().get(address);
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.text();
};
const clause = async (roundId: string, number: string, version = 1, language = 'ru') => {
  const { documentId, anchor } = await world.db.prisma.clause.findFirstOrThrow({
    where: { number, document: { roundId, role: 'draft', language, version } },
    select: { documentId: true, anchor: true },
  });
  return { documentId, anchor, link: `${documentId}/${anchor}` };
};
/** A round with comments on the clauses of these numbers, closed. */
const commented = async (...numbers: readonly string[]) => {
  at('2026-03-02');
  const roundId = await house.open();
  const commentIds: string[] = [];
  for (const number of numbers) {
    const { documentId, anchor } = await clause(roundId, number);
    commentIds.push(await house.comment(roundId, { documentId, anchor, text: `Слово о пункте ${number}` }));
  }
  await house.close(roundId);
  const { number } = await house.state(roundId);
  return { roundId, number, commentIds };
};
const FIFTEEN = DRAFT.ru.replace('десяти рабочих дней', 'пятнадцати рабочих дней');

describe('what changed', () => {
  it('stands word by word with the comments on the clause and the answer that names it, in each language', async () => {
    const { roundId, number, commentIds } = await commented('2.');
    await house.document(roundId, 'draft', 'ru', { markdown: FIFTEEN });
    await house.answer(roundId, await house.point(roundId, commentIds, 'Срок рассмотрения'), {
      code: 'accepted',
      changes: [(await clause(roundId, '2.', 2)).link],
    });
    for (const locale of LOCALES) {
      const html = await read(`/${locale}/rounds/${number}/changes?text=ru`);
      const say = textFor(locale).roundChanges;
      expect(html).toMatch(/<del>(?:<span[^>]*>[^<]*<\/span>)?десяти<span/);
      expect(html).toMatch(/<ins>(?:<span[^>]*>[^<]*<\/span>)?пятнадцати<span/);
      for (const word of [say.title, say.kinds.changed, 'Срок рассмотрения', say.comments(1), 'Слово о пункте 2.'])
        expect(words(html)).toContain(word);
      expect(html).toContain(locale === 'kk' ? REASON.reasonKk : REASON.reasonRu);
      expect(html, 'what stays the same is not shown').not.toContain('Ответ подписывает руководитель.');
      expect(words(html)).not.toContain(say.flag.undone);
      expect(words(html)).not.toContain(say.flag.unasked);
    }
    const page = await read(`/ru/rounds/${number}`);
    expect(page).toContain(`href="/ru/rounds/${number}/changes?doc=draft"`);
    const { number: comment } = await house.row(commentIds[0] ?? '');
    expect(await read(`/ru/comments/${comment}`)).toContain(
      `href="/ru/rounds/${number}/changes?doc=draft&amp;text=ru&amp;clause=c2#c2"`,
    );
  });

  it('is flagged where an accepted clause reads as before, and where nobody had said a word', async () => {
    const { roundId, number, commentIds } = await commented('2.');
    await house.document(roundId, 'draft', 'ru', { markdown: FIFTEEN });
    const pointId = await house.point(roundId, commentIds);
    const { link } = await clause(roundId, '2.', 2);
    await house.answer(roundId, pointId, { code: 'accepted', changes: [link] });
    await house.document(roundId, 'draft', 'ru', {
      markdown: DRAFT.ru.replace('подписывает руководитель', 'подписывает заместитель'),
    });
    const say = textFor('ru').roundChanges;
    const whole = words(await read(`/ru/rounds/${number}/changes`));
    for (const word of [say.flags.undone(1), say.flags.unasked(1), say.flag.undone, say.flag.unasked, say.kinds.same])
      expect(whole).toContain(word);
    const between = words(await read(`/ru/rounds/${number}/changes?from=1&to=2`));
    expect(between).toContain(say.notWhole);
    expect(between).not.toContain(say.flag.undone);
    expect(between).toContain('пятнадцати');
    expect(words(await read(`/ru/rounds/${number}/changes?from=3&to=2`))).toContain(say.lead(2, 3));
  });

  it('of a clause that came with an answer and went again says that it is gone', async () => {
    const { roundId, number, commentIds } = await commented('4.');
    await house.document(roundId, 'draft', 'ru', { markdown: `${DRAFT.ru}\n\n5. Отказ можно обжаловать.` });
    const pointId = await house.point(roundId, commentIds);
    await house.answer(roundId, pointId, { code: 'accepted', changes: [(await clause(roundId, '5.', 2)).link] });
    await house.document(roundId, 'draft', 'ru', { markdown: `${DRAFT.ru} Кратко.` });
    const page = words(await read(`/ru/rounds/${number}/changes`));
    const say = textFor('ru').roundChanges;
    for (const word of [say.gone, say.flag.undone, 'пункт 5']) expect(page).toContain(word);
    expect(page, 'a clause is called by its name, also when it is gone').not.toContain('c5');
  });

  it('of a clause that nobody changed is shown to whoever asks for it, without comments hidden from the public', async () => {
    const { roundId, number, commentIds } = await commented('3.');
    await house.document(roundId, 'draft', 'ru', { markdown: FIFTEEN });
    const hide = { step: 'hide', ground: 'insult', reason: 'Оскорбление руководителя в тексте.' };
    await must(moderateComment(world, cast.registrar, { ...hide, commentId: commentIds[0] }));
    expect(await read(`/ru/rounds/${number}/changes`)).not.toContain('id="c3"');
    const page = await read(`/ru/rounds/${number}/changes?clause=c3`);
    expect(page).toContain('id="c3"');
    expect(page).not.toContain('Слово о пункте 3');
    expect(page).toContain('Оскорбление руководителя в тексте.');
  });

  it('comes in pages, and a link to a clause leads to the page that has it', async () => {
    at('2026-03-02');
    const roundId = await house.prepare();
    await house.fill(roundId);
    const text = (word: string) =>
      Array.from({ length: 90 }, (_, n) => `${n + 1}. Пункт ${word} порядка номер ${n + 1}.`).join('\n\n');
    await house.document(roundId, 'draft', 'ru', { markdown: text('прежнего') });
    await house.document(roundId, 'draft', 'ru', { markdown: text('нового') });
    const { number } = await house.state(roundId);
    await must(openRound(world, cast.head, { roundId }));
    const address = `/ru/rounds/${number}/changes?from=2&to=3`;
    const first = await read(address);
    expect(first.match(/<article/g)).toHaveLength(40);
    expect(first).toContain('at=41');
    const { anchor } = await clause(roundId, '85.', 3);
    expect(await read(`${address}&clause=${anchor}`)).toContain(`id="${anchor}"`);
    expect((await read(`${address}&at=81`)).match(/<article/g)).toHaveLength(10);
  });

  it('before there is a second version says so, and is hidden while the round is prepared', async () => {
    at('2026-03-02');
    const { number } = await house.state(await house.open());
    expect(words(await read(`/en/rounds/${number}/changes`))).toContain(textFor('en').roundChanges.none.title);
    const prepared = await house.state(await house.prepare());
    expect((await site.visitor().get(`/en/rounds/${prepared.number}/changes`)).status).toBe(404);
  });
});

describe('a clause taken out of both texts', () => {
  it('was asked for in both where it was commented on in one', async () => {
    const { roundId, number } = await commented('2.');
    const without = (text: string) =>
      text
        .split('\n\n')
        .filter((line) => !line.startsWith('2.'))
        .join('\n\n');
    for (const language of ['kk', 'ru'] as const)
      await house.document(roundId, 'draft', language, { markdown: without(DRAFT[language]) });
    const say = textFor('kk');
    const page = words(await read(`/kk/rounds/${number}/changes`));
    expect(page).toContain(say.roundChanges.kinds.removed);
    expect(page).toContain(say.round.documents.elsewhere.kk('1'));
    expect(page).not.toContain(say.roundChanges.flag.unasked);
  });
});
