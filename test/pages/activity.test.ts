// The report on everything that an organisation did in a period: for its own people alone, as a page and as files that say the same.
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { notePromises } from '../../app/commands/appeals/note-promises';
import { givePasswords, signedInOn, words } from '../help/page';
import { must, roundHouse } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const test = testWorld('2026-03-02');
const { world, at } = test;
const PARTS = ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order'];
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const house = roundHouse(test, () => cast);
let comment = '';
const PERIOD = 'from=2026-03-01&to=2026-04-30';

beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  at('2026-02-20');
  await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), subject: 'До периода' }));
  at('2026-03-02');
  const { id } = await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), subject: '=Пандус' }));
  await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), subject: 'Ждёт ответа', visibility: 'private' }));
  await must(fileAppeal(world, cast.stranger, { ...anAppeal(cast), organisationId: '', subject: 'Чужое дело' }));
  at('2026-03-12');
  const text = 'Обращение рассмотрено. Пандус будет установлен до 1 мая.';
  await must(
    answerAppeal(world, cast.executor, { appealId: id, ...aReply('act_favourable', PARTS), text, execution: 'done' }),
  );
  await must(notePromises(world, cast.ngo, { appealId: id, sentences: ['0'] }));
  const round = await house.open();
  comment = await house.comment(round, { organisationId: cast.organisationId }, cast.ngo);
  site = await openSite(world, ['accounts/activity', 'accounts/sign-in']);
});

const number = async () => (await world.db.prisma.comment.findUniqueOrThrow({ where: { id: comment } })).number;

describe('the report', () => {
  it('says what was filed, contributed and promised in the period, and nothing of others', async () => {
    const page = words(await (await (await signedInOn(site, cast.ngo)).get(`/ru/report?${PERIOD}`)).text());
    for (const said of ['Сынақ', '=Пандус', 'Ждёт ответа', await number(), 'Пандус будет установлен до 1 мая.'])
      expect(page).toContain(said);
    for (const unsaid of ['До периода', 'Чужое дело']) expect(page).not.toContain(unsaid);
    expect(page).toMatch(/Подано обращений 2/);
    expect(page).toMatch(/из них завершено 1/);
  });

  it('is nobody else’s, and a visitor signs in first', async () => {
    const asked = `/ru/report?${PERIOD}&organisation=${cast.organisationId}`;
    expect((await (await signedInOn(site, cast.stranger)).get(asked)).status).toBe(404);
    expect(
      (await (await signedInOn(site, cast.stranger)).get(asked.replace('report?', 'report/report.csv?'))).status,
    ).toBe(404);
    expect((await site.visitor().get(asked)).status).toBe(302);
  });

  it('as CSV has a row for each thing, and no cell that a spreadsheet runs', async () => {
    const answer = await (await signedInOn(site, cast.ngo)).get(`/kk/report/report.csv?${PERIOD}`);
    const rows = (await answer.text()).trim().split('\r\n');
    expect(rows).toHaveLength(1 + 2 + 1 + 1);
    expect(rows[1]).toContain("'=Пандус");
    expect(answer.headers.get('content-disposition')).toContain('report.2026-03-01.2026-04-30.csv');
  });

  it.each(['kk', 'ru', 'en'])('as PDF in %s', async (locale) => {
    const answer = await (await signedInOn(site, cast.ngo)).get(`/${locale}/report/report.pdf?${PERIOD}`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});
