// The report on a round as people take it along: PDF and DOCX of the same data in both state languages, once the outcome is published.
import mammoth from 'mammoth';
import { beforeAll, expect, it } from 'vitest';
import { AMENDED, OUTCOME, REASON, roundHouse } from '../help/rounds';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const tested = testWorld('2026-03-02');
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const house = roundHouse(tested, () => cast);
beforeAll(async () => {
  cast = await castInto(tested.world);
  site = await openSite(tested.world, ['rounds/']);
});

const bytesAt = async (address: string) => Buffer.from(await (await site.visitor().get(address)).arrayBuffer());

it('is not there before the outcome, and whole in both languages and both forms after it', async () => {
  tested.at('2026-03-02');
  const roundId = await house.open();
  const { number } = await house.state(roundId);
  const address = (language: string, kind: string) => `/ru/rounds/${number}/files/report.${language}.${kind}`;
  const said = await house.comment(roundId);
  expect((await site.visitor().get(address('ru', 'pdf'))).status).toBe(404);
  await house.close(roundId);
  for (const language of ['kk', 'ru'] as const)
    await house.document(roundId, 'draft', language, { markdown: AMENDED[language] });
  const { documentId, anchor } = await tested.world.db.prisma.clause.findFirstOrThrow({
    where: { number: '2.', document: { roundId, role: 'draft', language: 'ru', version: 2 } },
  });
  const point = await house.point(roundId, [said], 'Срок рассмотрения');
  await house.answer(roundId, point, { code: 'accepted', changes: [`${documentId}/${anchor}`] });
  await house.decide(roundId);
  await house.publish(roundId);

  const words = {
    kk: [OUTCOME.askedKk, OUTCOME.didKk, REASON.reasonKk, 'Срок рассмотрения (kk)', '2-тармақ'],
    ru: [OUTCOME.askedRu, OUTCOME.didRu, REASON.reasonRu, 'Срок рассмотрения (ru)', 'пункт 2'],
  };
  for (const language of ['kk', 'ru'] as const) {
    const { value } = await mammoth.extractRawText({ buffer: await bytesAt(address(language, 'docx')) });
    for (const word of words[language]) expect(value).toContain(word);
    const pdf = (await bytesAt(address(language, 'pdf'))).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf, 'tagged, for readers who listen').toContain('/StructTreeRoot');
    expect(pdf).toContain(`/Lang (${language}-KZ)`);
  }
  expect((await site.visitor().get(address('en', 'pdf'))).status).toBe(404);
  const page = await (await site.visitor().get(`/kk/rounds/${number}`)).text();
  expect(page).toContain(address('kk', 'pdf').replace('/ru/', '/kk/'));
});
