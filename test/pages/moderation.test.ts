// Moderation as people meet it: the form with a ground and a reason, what the public, the author and the moderator see then, the log.
import { beforeAll, describe, expect, it } from 'vitest';
import { moderateComment } from '../../app/commands/comments/moderate';
import { commentStream } from '../../app/core/comment';
import { LOCALES, textFor } from '../../app/text';
import { type Browser, givePasswords, signedInOn, words } from '../help/page';
import { must, roundHouse } from '../help/rounds';
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
  site = await openSite(world, ['rounds/', 'round-work/', 'accounts/sign-in']);
});

const as = (person: { email: string }) => signedInOn(site, person);
const read = async (browser: Browser, address: string): Promise<string> => {
  const answer = await browser.get(address);
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.text();
};
const INSULT = 'Бранноеслово о людях.';
const REASON = 'Оскорбительные слова о сотрудниках.';
const commented = async (more: Record<string, unknown> = {}) => {
  at('2026-03-02');
  const roundId = await house.open();
  const { id, number } = await house.row(await house.comment(roundId, { text: INSULT, ...more }));
  return { id, number, round: (await house.state(roundId)).number };
};
const hide = { step: 'hide', ground: 'insult', reason: REASON };

describe('hiding a comment', () => {
  it.each(LOCALES)(
    'by the form in %s takes its words from the public, and says on which ground, why and who did it',
    async (locale) => {
      const { number, round } = await commented();
      const t = textFor(locale).moderation;
      const registrar = await as(cast.registrar);
      const comment = `/${locale}/comments/${number}`;
      expect(await read(registrar, comment)).toContain(`href="${comment}/moderate"`);
      const form = words(await read(registrar, `${comment}/moderate`));
      for (const word of [t.act.title.hide, number, t.act.stays, t.act.reasonHint, INSULT])
        expect(form).toContain(words(word));
      const sent = await registrar.post(`${comment}/moderate`, hide);
      expect([sent.status, sent.headers.get('location')]).toEqual([303, `${comment}?done=hidden`]);
      expect(words(await read(registrar, `${comment}?done=hidden`))).toContain(t.act.done.hidden);

      const seen = await read(site.visitor(), comment);
      const log = await read(site.visitor(), `/${locale}/rounds/${round}/moderation`);
      for (const page of [seen, log]) {
        expect(page).not.toContain(INSULT);
        for (const word of [REASON, cast.registrar.name]) expect(page).toContain(word);
      }
      expect(log).toContain(`href="${comment}"`);
      expect(words(log)).toContain(t.log.hiddenNow(1));
      expect(await read(site.visitor(), `/${locale}/rounds/${round}`)).toContain(
        `href="/${locale}/rounds/${round}/moderation"`,
      );
    },
  );

  it('leaves all of it to its author, who is told what to do now', async () => {
    const { id, number } = await commented();
    await must(moderateComment(world, cast.head, { ...hide, commentId: id }));
    const page = words(await read(await as(cast.citizen), `/ru/comments/${number}`));
    const t = textFor('ru');
    for (const word of [INSULT, REASON, t.comments.one.hiddenShown, t.moderation.act.ownNext])
      expect(page).toContain(word);
    expect(words(await read(await as(cast.ngo), `/ru/comments/${number}`))).not.toContain(INSULT);
    expect(
      words(await read(await as(cast.ngo), `/ru/comments/${number}`)),
      'nobody joins what nobody reads',
    ).not.toContain(t.comments.one.addVoice);
  });

  it('is refused without a ground, without a reason and with a phone number in the reason; what was typed stays', async () => {
    const { id, number } = await commented();
    const head = await as(cast.head);
    const send = async (fields: Record<string, string>) => {
      const answer = await head.post(`/ru/comments/${number}/moderate`, { step: 'hide', ...fields });
      return { status: answer.status, page: await answer.text() };
    };
    const { problems } = textFor('ru').refusals;
    expect(await send({ reason: REASON })).toMatchObject({ status: 422 });
    const without = await send({ ground: 'insult', reason: '' });
    expect([without.status, words(without.page)]).toEqual([422, expect.stringContaining(problems.required)]);
    const phone = await send({ ground: 'personal_data', reason: 'В тексте телефон соседа: +7 701 123 45 67.' });
    expect(words(phone.page)).toContain(problems.personal_data);
    expect(phone.page).toContain('В тексте телефон соседа: +7 701 123 45 67.');
    expect((await house.row(id)).hidden).toBeNull();
  });

  it('is for those who moderate the round alone', async () => {
    const { number } = await commented();
    const statusFor = async (browser: Browser, address = `/ru/comments/${number}/moderate`) =>
      (await browser.get(address)).status;
    expect(await statusFor(site.visitor())).toBe(302);
    for (const who of [cast.citizen, cast.ngo, cast.executor, cast.secretary])
      expect(await statusFor(await as(who))).toBe(403);
    expect(await statusFor(await as(cast.head), '/ru/comments/C-2026-999999/moderate')).toBe(404);
    expect(await (await as(cast.executor)).post(`/ru/comments/${number}/moderate`, hide)).toMatchObject({
      status: 403,
    });
    expect(words(await read(await as(cast.executor), `/ru/comments/${number}`))).not.toContain(
      textFor('ru').moderation.act.hide,
    );
  });

  it('is offered to the secretary where the council hosts the round, and on the list and the desk of a round', async () => {
    at('2026-03-02');
    const host = { kind: 'budget_plan' as const, councilId: cast.council.id };
    const hosted = await house.open(host, { prepares: cast.secretary, opens: cast.chair });
    const { number } = await house.row(await house.comment(hosted));
    const round = (await house.state(hosted)).number;
    const secretary = await as(cast.secretary);
    await read(secretary, `/ru/comments/${number}/moderate`);
    const link = `href="/ru/comments/${number}/moderate"`;
    expect(await read(secretary, `/ru/rounds/${round}/comments?view=all`)).toContain(link);
    expect(await read(site.visitor(), `/ru/rounds/${round}/comments?view=all`)).not.toContain(link);
    expect(words(await read(secretary, `/ru/rounds/${round}/acts`))).toContain(textFor('ru').moderation.act.card.title);
    expect(await read(await as(cast.head), `/ru/rounds/${round}/work`)).toContain(link);
    expect(await read(await as(cast.executor), `/ru/rounds/${round}/work`)).not.toContain(link);
  });
});

describe('showing it again', () => {
  it('needs a reason too, makes it public, tells its author, and both acts stay in the log', async () => {
    const { id, number, round } = await commented();
    await must(moderateComment(world, cast.registrar, { ...hide, commentId: id }));
    const head = await as(cast.head);
    const why = 'Скрыто по ошибке: это цитата.';
    expect((await head.post(`/ru/comments/${number}/moderate`, { step: 'show', reason: '' })).status).toBe(422);
    expect((await head.post(`/ru/comments/${number}/moderate`, { step: 'show', reason: why })).status).toBe(303);
    expect(await read(site.visitor(), `/ru/comments/${number}`)).toContain(INSULT);
    const log = words(await read(site.visitor(), `/ru/rounds/${round}/moderation`));
    expect(log.indexOf(why)).toBeLessThan(log.indexOf(REASON));
    expect(log).toContain(REASON);
    expect(log).not.toContain(textFor('ru').moderation.log.hiddenNow(1));
    expect(await house.lettersOf('comment_restored', commentStream(id))).toMatchObject([
      { personId: cast.citizen.personId, data: { number, reason: why } },
    ]);
    const again = await head.post(`/ru/comments/${number}/moderate`, { step: 'show', reason: why });
    expect(words(await again.text())).toContain(textFor('ru').refusals.codes.nothing_to_moderate().what);
  });
});

describe('the log', () => {
  it('of a round without moderation says so and names the grounds; a round in preparation has none', async () => {
    const { round } = await commented();
    const page = words(await read(site.visitor(), `/kk/rounds/${round}/moderation`));
    const say = textFor('kk').moderation.log;
    for (const word of [say.none.title, say.groundsLead, 'Қорлау']) expect(page).toContain(word);
    const prepared = await house.state(await house.prepare());
    expect((await site.visitor().get(`/kk/rounds/${prepared.number}/moderation`)).status).toBe(404);
  });

  it('comes in pages with nothing left out or said twice', async () => {
    const { id, round } = await commented();
    for (let n = 1; n <= 26; n++) {
      await must(moderateComment(world, cast.head, { ...hide, reason: `Скрыто в раз ${n}: слова.`, commentId: id }));
      await must(
        moderateComment(world, cast.head, { step: 'show', reason: `Снова в раз ${n}: цитата.`, commentId: id }),
      );
    }
    const first = await read(site.visitor(), `/ru/rounds/${round}/moderation`);
    const next = /moderation\?after=\d+/.exec(first)?.[0] ?? '';
    const second = await read(site.visitor(), `/ru/rounds/${round}/${next}`);
    const told = (html: string) => [...html.matchAll(/(?:Скрыто|Снова) в раз \d+/g)].map(([hit]) => hit);
    expect([told(first).length, told(second).length]).toEqual([50, 2]);
    expect(new Set([...told(first), ...told(second)]).size).toBe(52);
  });
});
