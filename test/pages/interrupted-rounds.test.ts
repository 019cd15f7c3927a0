// A session that ends while somebody types on the pages of rounds: documents, promises, waivers, points, moderation and judgements come
// back filled in, nothing is stored, nothing is done by itself.
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCommitment } from '../../app/commands/rounds/make-commitment';
import { addDays } from '../../app/core/day';
import { textFor } from '../../app/text';
import { form, givePasswords, hiddenIn, PASSWORD, signedInOn } from '../help/page';
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
  site = await openSite(world, ['rounds/', 'round-work/', 'accounts/']);
});

const plain = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&').replaceAll('\r\n', '\n');
type Sent = { place: string; fields: Record<string, string>; who?: Cast['head']; files?: File[] };

/** Signed in, then out without noticing; the form is sent, its sender signs in again: the page as it stands then. */
async function resumedAfter({ place, fields, who = cast.head, files = [] }: Sent): Promise<string> {
  const browser = await signedInOn(site, who);
  await world.db.prisma.session.updateMany({ data: { revokedAt: new Date(world.now()) } });
  const before = await world.db.prisma.event.count();
  const first = await browser.post(place, form(fields, files));
  const signIn = first.headers.get('location') ?? '';
  expect([first.status, signIn]).toEqual([307, `/ru/sign-in/form?to=${encodeURIComponent(place)}`]);
  const page = await (await browser.post(signIn, form(fields, files))).text();
  const carried = { ...hiddenIn(page), email: who.email, password: PASSWORD };
  const unescaped = Object.fromEntries(Object.entries(carried).map(([name, value]) => [name, plain(value)]));
  const back = await browser.post(signIn, form(unescaped));
  const landed = await browser.post(back.headers.get('location') ?? '', form(unescaped));
  expect([back.status, landed.status]).toEqual([307, 200]);
  const html = plain(await landed.text());
  expect(html).toContain(textFor('ru').accounts.interrupted.resumed.title);
  expect(await world.db.prisma.event.count(), 'nothing was done').toBe(before);
  return html;
}

describe('when the session has ended', () => {
  it('a document comes back with its words, however long; the file must be chosen again', async () => {
    at('2026-03-02');
    const { number } = await house.state(await house.prepare());
    // More than a megabyte: the text of a code.
    const markdown = Array.from(
      { length: 9000 },
      (_, n) => `${n + 1}. Пункт о мерах, сроках и "ответственности".`,
    ).join('\n\n');
    const fields = { role: 'materials', language: 'ru', title: 'Кодекс', markdown };
    const files = [new File(['…'], 'кодекс.docx')];
    const html = await resumedAfter({ place: `/ru/rounds/${number}/documents`, fields, files, who: cast.executor });
    expect(html).toContain('value="Кодекс"');
    expect(html).toContain(`${markdown}</textarea>`);
    expect(html).toContain(textFor('ru').accounts.interrupted.files);
    expect(html).toMatch(/<option[^>]*value="materials"[^>]*selected|<option[^>]*selected[^>]*value="materials"/);
  });

  it('the reason of a waiver comes back in the form of its check', async () => {
    at('2026-03-02');
    const { number } = await house.state(await house.prepare());
    const reason = 'Организации этой сферы "закрылись".';
    const fields = { intent: 'waive', check: 'invited', reason };
    const html = await resumedAfter({ place: `/ru/rounds/${number}/prepare`, fields });
    expect(html).toContain(`${reason}</textarea>`);
  });

  it('the name of a new point, the reason of a moderator and the words of withdrawing come back', async () => {
    at('2026-03-02');
    const roundId = await house.open();
    const { number } = await house.state(roundId);
    const commentId = await house.comment(roundId);
    const comment = (await house.row(commentId)).number;
    const statement = 'Передумал, вопрос решён.';
    const taken = await resumedAfter({ place: `/ru/comments/${comment}`, fields: { statement }, who: cast.citizen });
    expect(taken).toContain(`${statement}</textarea>`);
    const moderated = await resumedAfter({
      place: `/ru/comments/${comment}/moderate`,
      fields: { step: 'hide', ground: 'insult', reason: 'Бранное слово в тексте.' },
    });
    expect(moderated).toContain('Бранное слово в тексте.</textarea>');
    expect(moderated).toMatch(/checked=""[^>]*value="insult"/);
    await house.close(roundId);
    const fields = { intent: 'make', title: 'Срок рассмотрения', commentIds: commentId };
    const made = await resumedAfter({ place: `/ru/rounds/${number}/work`, fields, who: cast.executor });
    expect(made).toContain('value="Срок рассмотрения"');
    expect(made).toMatch(new RegExp(`checked=""[^>]*value="${commentId}"`));
  });

  it('the report on a promise and the word of a participant come back', async () => {
    at('2026-03-02');
    const roundId = await house.open();
    const { number } = await house.state(roundId);
    await house.comment(roundId);
    await house.close(roundId);
    await house.answerAll(roundId);
    await house.decide(roundId);
    const promise = { textKk: 'Үлгі нысан жарияланады.', textRu: 'Опубликуем образец формы.', pointId: '' };
    await must(makeCommitment(world, cast.head, { roundId, dueDay: addDays(tested.today(), 30), ...promise }));
    await house.publish(roundId);
    const [commitment] = (await house.state(roundId)).commitments;
    const id = commitment?.id ?? '';
    const report = {
      ...{ intent: 'report', kept: 'partly', evidenceKk: 'Үлгі нысанның жартысы сайтта жарияланды.' },
      evidenceRu: 'Половина образца опубликована на сайте.',
    };
    const place = `/ru/rounds/${number}/commitments/${id}`;
    const html = await resumedAfter({ place, fields: report, who: cast.executor });
    for (const words of ['жартысы сайтта жарияланды.</textarea>', 'опубликована на сайте.</textarea>'])
      expect(html).toContain(words);
    expect(html).toMatch(/checked=""[^>]*value="partly"/);
    const browser = await signedInOn(site, cast.executor);
    expect((await browser.post(place, form(report))).status).toBe(303);
    const judged = await resumedAfter({
      place: `/ru/rounds/${number}`,
      fields: { intent: 'judge', commitmentId: id, verdict: 'not_kept', comment: 'Половины мало.' },
      who: cast.citizen,
    });
    expect(judged).toContain('Половины мало.</textarea>');
  });
});
