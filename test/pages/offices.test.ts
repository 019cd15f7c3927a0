// The pages on which a body's people do their own work, as a browser without scripts meets them: drafting and signing an answer, the page on
// which the body's work is arranged.
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { LOCALES, textFor } from '../../app/text';
import { must } from '../help/rounds';
import { form, givePasswords, hiddenIn, signedInOn, words, type Browser } from '../help/page';
import { openSite } from '../help/site';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld('2026-03-02');
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const people: Record<'head' | 'executor' | 'ngo', Browser> = {} as never;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['appeals/', 'desk/', 'accounts/sign-in']);
  for (const who of ['head', 'executor', 'ngo'] as const) people[who] = await signedInOn(site, cast[who]);
});

const PARTS = ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order'];
const fieldsOf = ({ requirements, ...reply }: ReturnType<typeof aReply>) => ({
  ...reply,
  ...Object.fromEntries(Object.entries(requirements).map(([id, text]) => [`requirements.${id}`, text])),
});
const filed = async () => (await must(fileAppeal(world, cast.ngo, anAppeal(cast)))).number;
const read = async (browser: Browser, path: string) => (await browser.get(path)).text();

describe('an answer with four eyes', () => {
  it('is drafted, sent back, put right from what stood there, and signed; each page says so in three languages', async () => {
    const chosen = await people.head.post('/ru/desk/office', { kinds: 'application' });
    expect(chosen.headers.get('location')).toContain('/ru/desk/office?body=');
    expect(words(await read(people.executor, '/ru/desk/office'))).toContain('Это выбирает руководитель органа');
    const number = await filed();
    const page = `/ru/appeals/${number}`;
    expect(await read(people.executor, page)).toContain(`${page}/draft-answer`);
    expect(await read(people.executor, page)).not.toContain(`${page}/answer"`);
    const missing = await people.executor.post(`${page}/draft-answer`, { outcome: 'act_favourable', text: 'Мало' });
    expect(missing.status).toBe(422);
    const sent = await people.executor.post(`${page}/draft-answer`, fieldsOf(aReply('act_favourable', PARTS)));
    expect(sent.headers.get('location')).toBe(`${page}?done=draft-answer`);
    expect(await read(people.executor, page)).not.toContain(`${page}/decide-draft`);
    for (const locale of LOCALES) {
      const desk = words(await read(people.head, `/${locale}/desk`));
      expect(desk).toContain(textFor(locale).office.queue.title(1));
      expect(desk).toContain(textFor(locale).office.queue.decide);
    }
    const form = await read(people.head, `${page}/decide-draft`);
    expect(words(form)).toContain('Обращение рассмотрено, работы включены в план второго квартала.');
    const { version = '' } = hiddenIn(form);
    const back = await people.head.post(`${page}/decide-draft`, {
      ...{ version, decision: 'return', remark: 'Назовите срок установки.' },
    });
    expect(back.headers.get('location')).toBe(`${page}?done=decide-draft`);
    expect(words(await read(people.executor, '/ru/desk'))).toContain('Назовите срок установки.');
    const again = await read(people.executor, `${page}/draft-answer`);
    expect(words(again)).toContain('Назовите срок установки.');
    expect(again).toContain('работы включены в план второго квартала');
    await people.executor.post(`${page}/draft-answer`, {
      ...fieldsOf(aReply('act_favourable', PARTS)),
      text: 'Обращение рассмотрено: пандус установят до 1 мая.',
    });
    const last = hiddenIn(await read(people.head, `${page}/decide-draft`)).version ?? '';
    await people.head.post(`${page}/decide-draft`, { version: last, decision: 'approve' });
    const toAll = words(await (await site.visitor().get(page)).text());
    expect(toAll).toContain('пандус установят до 1 мая');
    expect(toAll).not.toContain('Назовите срок установки');
    expect(toAll).not.toContain('работы включены в план второго квартала');
    await people.head.post('/ru/desk/office', {});
    expect(words(await read(people.executor, '/ru/desk/office'))).toContain('Ни для одного вида обращений.');
  });

  it('leaves the page of a body’s work to its officials', async () => {
    expect((await people.ngo.get('/ru/desk/office')).status).toBe(403);
  });
});

describe('an absence', () => {
  it('is announced on the page of the body’s work, seen by who is covered for, and ended there', async () => {
    const days = { fromDay: '2026-03-02', untilDay: '2026-03-06' };
    const wrong = await people.executor.post('/ru/desk/office', {
      ...{ intent: 'announce', personId: cast.executor.personId, coverId: cast.executor.personId, ...days },
    });
    expect(wrong.status).toBe(422);
    const done = await people.executor.post('/ru/desk/office', {
      ...{ intent: 'announce', personId: cast.executor.personId, coverId: cast.head.personId, ...days },
    });
    expect(done.status).toBe(303);
    for (const locale of LOCALES) {
      const page = words(await read(people.head, `/${locale}/desk/office`));
      expect(page).toContain(textFor(locale).office.absences.end);
      expect(words(await read(people.head, `/${locale}/desk`))).toContain(
        textFor(locale).office.absences.acting('Executor'),
      );
    }
    const number = await filed();
    expect(words(await read(people.head, `/ru/appeals/${number}/assign`))).toContain('замещает Head');
    const absenceId = hiddenIn(await read(people.executor, '/ru/desk/office')).absenceId ?? '';
    await people.executor.post('/ru/desk/office', { intent: 'end', absenceId });
    expect(words(await read(people.executor, '/ru/desk/office'))).toContain('Сейчас никто не отсутствует');
  });
});

describe('a template', () => {
  it('is written on its page, fills the form of an answer, and is refused with a placeholder left', async () => {
    const written = await people.executor.post('/ru/desk/templates/new', {
      ...{ kind: 'application', language: 'ru', name: 'Включено в план' },
      text: 'Обращение {{номер}} рассмотрено: {{что сделано}}.',
    });
    const place = written.headers.get('location') ?? '';
    expect(place).toMatch(/^\/ru\/desk\/templates\/[0-9a-f-]{36}\?done=1$/);
    const id = /templates\/([0-9a-f-]{36})/.exec(place)?.[1] ?? '';
    for (const locale of LOCALES) {
      const page = words(await read(people.head, `/${locale}/desk/templates/${id}`));
      expect(page).toContain(textFor(locale).office.templates.history);
      expect(words(await read(people.head, `/${locale}/desk/templates`))).toContain('Включено в план');
    }
    const number = await filed();
    const answer = `/ru/appeals/${number}/answer`;
    expect(await read(people.executor, answer)).toContain(`${answer}?template=${id}`);
    expect(await read(people.executor, `${answer}?template=${id}`)).toContain(`Обращение ${number} рассмотрено: {{что`);
    const refused = await people.executor.post(answer, {
      ...fieldsOf(aReply('act_favourable', PARTS)),
      text: `Обращение ${number} рассмотрено: {{что сделано}}.`,
    });
    expect(refused.status).toBe(422);
    expect(words(await refused.text())).toContain('Осталось заполнить: {{что сделано}}');
    const changed = await people.head.post(`/ru/desk/templates/${id}`, { intent: 'retire' });
    expect(changed.status).toBe(303);
    expect(await read(people.executor, answer)).not.toContain(`template=${id}`);
    expect((await people.ngo.get('/ru/desk/templates')).status).toBe(403);
    expect((await people.ngo.get(`/ru/desk/templates/${id}`)).status).toBe(404);
  });
});

describe('many cases', () => {
  const asked = (act: string, numbers: string[]) =>
    `/ru/desk/together?${new URLSearchParams([['act', act], ...numbers.map((one) => ['case', one])])}`;
  const sent = (fields: Record<string, string>, numbers: string[]) => {
    const data = form(fields);
    for (const number of numbers) data.append('case', number);
    return data;
  };
  const phases = async (numbers: string[]) =>
    (await world.db.prisma.appeal.findMany({ where: { number: { in: numbers } }, orderBy: { number: 'asc' } })).map(
      ({ phase, officialId }) => [phase, officialId],
    );

  it('are ticked on the desk and assigned on one page, each to its own executor where one is chosen', async () => {
    const numbers = [await filed(), await filed(), await filed()];
    const desk = await read(people.head, '/ru/desk?whose=all');
    expect(desk).toContain('form="together"');
    const [first = '', second = '', third = ''] = numbers;
    expect(words(await read(people.head, asked('assign', numbers)))).toContain('Поручить сразу несколько');
    const done = await people.head.post(
      asked('assign', numbers),
      sent({ intent: 'send', officialId: cast.executor.personId, [`own.${second}.officialId`]: cast.head.personId }, [
        first,
        second,
      ]),
    );
    expect(done.status).toBe(200);
    expect(words(await done.text())).toContain('Сделано 2 дела');
    expect((await phases(numbers)).map(([, officialId]) => officialId)).toEqual([
      cast.executor.personId,
      cast.head.personId,
      null,
    ]);
    expect((await people.executor.get(asked('assign', [third]))).status).toBe(200);
    expect((await people.ngo.get(asked('assign', [third]))).status).toBe(403);
  });

  it('are answered together, each in its own words with its own number; one that is refused stays with its reason and text', async () => {
    const numbers = [await filed(), await filed()];
    const [first = '', second = ''] = numbers;
    const common = {
      ...fieldsOf(aReply('act_favourable', PARTS)),
      text: 'По обращению {{номер}} решено: построим пандус.',
    };
    const page = asked('answer', numbers);
    const spread = await (await people.executor.post(page, sent({ intent: 'spread', ...common }, numbers))).text();
    for (const number of numbers) expect(spread).toContain(`По обращению ${number} решено: построим пандус.`);
    expect((await phases(numbers)).map(([phase]) => phase)).toEqual(['open', 'open']);
    const own = {
      [`own.${first}.text`]: `По обращению ${first} решено: построим пандус у входа А.`,
      [`own.${second}.text`]: `По обращению ${second} решено: {{что сделано}}.`,
    };
    const answered = await people.executor.post(page, sent({ intent: 'send', ...common, ...own }, numbers));
    expect(answered.status).toBe(422);
    const told = await answered.text();
    expect(words(told)).toContain('Сделано 1 дело');
    expect(words(told)).toContain('Осталось заполнить: {{что сделано}}');
    expect(told).toContain(`По обращению ${second} решено: {{что сделано}}.`);
    expect((await phases(numbers)).map(([phase]) => phase)).toEqual(['answered', 'open']);
    expect(words(await (await site.visitor().get(`/ru/appeals/${first}`)).text())).toContain(
      'построим пандус у входа А',
    );
    const rest = { ...own, [`own.${second}.text`]: `По обращению ${second} решено: построим пандус у входа Б.` };
    expect((await people.executor.post(page, sent({ intent: 'send', ...common, ...rest }, [second]))).status).toBe(200);
    expect((await phases(numbers)).map(([phase]) => phase)).toEqual(['answered', 'answered']);
  });

  it('go to the approvers where the body has such answers approved by a second official', async () => {
    await people.head.post('/ru/desk/office', { intent: 'eyes', kinds: 'application' });
    const numbers = [await filed(), await filed()];
    const page = asked('answer', numbers);
    expect(words(await read(people.executor, page))).toContain('такие ответы утверждает второе лицо');
    const common = fieldsOf(aReply('act_favourable', PARTS));
    expect((await people.executor.post(page, sent({ intent: 'send', ...common }, numbers))).status).toBe(200);
    expect((await phases(numbers)).map(([phase]) => phase)).toEqual(['open', 'open']);
    expect(words(await read(people.head, '/ru/desk'))).toContain(textFor('ru').office.queue.title(2));
    await people.head.post('/ru/desk/office', { intent: 'eyes' });
  });

  it('that ask the same are shown together in three languages and joined there', async () => {
    for (const locale of LOCALES)
      expect(words(await read(people.executor, `/${locale}/desk/similar`))).toContain(
        textFor(locale).office.similar.reason,
      );
    const open = await world.db.prisma.appeal.findMany({
      where: { phase: 'open' },
      select: { id: true, number: true },
    });
    const data = form({ reason: 'Все обращения об одном переходе.' });
    for (const { id } of open) data.append('appealIds', id);
    expect((await people.executor.post('/ru/desk/similar', data)).status).toBe(303);
    const page = words(await read(people.executor, `/ru/appeals/${open[0]?.number ?? ''}`));
    expect(page).toContain(textFor('ru').office.similar.joined);
    expect(page).toContain(open[1]?.number);
    expect(words(await read(people.ngo, `/ru/appeals/${open[0]?.number ?? ''}`))).not.toContain(open[1]?.number);
  });
});

describe('a note', () => {
  it('stands in the case for colleagues and for nobody else', async () => {
    const page = `/ru/appeals/${await filed()}`;
    await people.executor.post(`${page}/remark`, { text: 'Проект у подрядчика.' });
    expect(words(await read(people.head, page))).toContain('Проект у подрядчика.');
    expect(await read(people.ngo, page)).not.toContain('подрядчика');
    expect(await (await site.visitor().get(page)).text()).not.toContain('подрядчика');
    expect((await people.ngo.get(`${page}/remark`)).status).toBe(403);
  });
});
