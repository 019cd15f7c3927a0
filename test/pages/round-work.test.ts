// The pages of those who prepare and answer a round, as a browser without scripts meets them: from the first words to the outcome,
// by people in their own roles, and what each page refuses.
import { beforeAll, describe, expect, it } from 'vitest';
import { NEUTRAL_QUESTIONS } from '../../guide/schema';
import { LOCALES, textFor } from '../../app/text';
import { DECISION, DRAFT, OUTCOME, REASON, roundHouse } from '../help/rounds';
import { givePasswords, signedInOn, words } from '../help/page';
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
  site = await openSite(world, ['round-work/', 'accounts/sign-in', 'trust/']);
});

const as = (person: { email: string }) => signedInOn(site, person);
const form = (fields: Record<string, string | readonly string[]>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
  return data;
};
const settings = (more: Record<string, string> = {}) => ({
  ...{
    host: cast.ministry.id,
    kind: 'draft_act',
    topic: 'disability',
    opensDay: '2026-03-02',
    closesDay: '2026-03-31',
  },
  ...{
    titleKk: 'Қабылдау қағидалары',
    titleRu: 'Правила приёма',
    summaryKk: 'Пікіріңіз керек.',
    summaryRu: 'Нужно ваше мнение.',
  },
  ...{
    decidesKk: 'Министр шешеді.',
    decidesRu: 'Решает министр.',
    fixedKk: 'Тегін болады.',
    fixedRu: 'Останется бесплатным.',
  },
  ...{ contact: '+7 7172 00 00 00', ...more },
});
const numberOf = (answer: Response) => /rounds\/(R-[\d-]+)\//.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
const roundOf = (number: string) => world.db.prisma.round.findUniqueOrThrow({ where: { number } });

/** A round begun by its pages, on 2 March. */
const begin = async (more: Record<string, string> = {}) => {
  at('2026-03-02');
  const executor = await as(cast.executor);
  const answer = await executor.post('/ru/rounds/new', form(settings(more)));
  expect([answer.status, answer.status === 303 ? '' : await answer.text()]).toEqual([303, '']);
  return { executor, number: numberOf(answer) };
};

describe('preparing', () => {
  it('begins with what is said of the round, and nobody but the host’s people sees it', async () => {
    const { number } = await begin();
    expect((await roundOf(number)).phase).toBe('preparing');
    for (const someone of [cast.citizen, cast.committeeRegistrar])
      expect((await (await as(someone)).get(`/ru/rounds/${number}/prepare`)).status).toBe(404);
    expect((await site.visitor().get(`/ru/rounds/${number}/prepare`)).headers.get('location')).toContain('/ru/sign-in');
  });

  it('says what is wrong beside the field and keeps everything typed', async () => {
    const executor = await as(cast.executor);
    at('2026-03-02');
    const answer = await executor.post('/kk/rounds/new', form(settings({ closesDay: '2026-02-01', titleRu: 'Нет' })));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('value="Қабылдау қағидалары"');
    expect(html).toContain('id="titleRu-error"');
  });

  it('is open to nobody without an office from which rounds are opened', async () => {
    for (const someone of [cast.ngo, cast.citizen, cast.administrator])
      expect((await (await as(someone)).get('/en/rounds/new')).status).toBe(403);
  });

  it('shows in every language what the gate still misses, with its article', async () => {
    const { executor, number } = await begin();
    for (const locale of LOCALES) {
      const html = await (await executor.get(`/${locale}/rounds/${number}/prepare`)).text();
      const { roundPrepare } = textFor(locale);
      expect(html).toContain(roundPrepare.failed);
      expect(html).toContain(roundPrepare.documentsNone);
      expect(html).not.toContain('undefined');
    }
  });

  it('opens by the head when documents, invitations and the signed checklist are there', async () => {
    const { executor, number } = await begin();
    for (const role of ['draft', 'explanatory_note', 'comparison_table'])
      for (const language of ['kk', 'ru'] as const) {
        const fields = { role, language, title: 'Құжат', markdown: DRAFT[language] };
        const added = await executor.post(`/ru/rounds/${number}/documents`, form(fields));
        expect([added.status, added.status === 303 ? '' : await added.text()]).toEqual([303, '']);
      }
    await executor.post(`/ru/rounds/${number}/invitations`, form({ organisationIds: [cast.organisationId] }));
    const head = await as(cast.head);
    const early = await head.post(`/ru/rounds/${number}/prepare`, form({ intent: 'open' }));
    expect(early.status).toBe(422);
    await executor.post(`/ru/rounds/${number}/prepare`, form({ intent: 'sign', answers: [...NEUTRAL_QUESTIONS] }));
    expect((await executor.post(`/ru/rounds/${number}/prepare`, form({ intent: 'open' }))).status).toBe(403);
    const opened = await head.post(`/ru/rounds/${number}/prepare`, form({ intent: 'open' }));
    expect(opened.headers.get('location')).toBe(`/ru/rounds/${number}?done=opened`);
    expect((await roundOf(number)).phase).toBe('opened');
  });

  it('reads the text of a DOCX file into the form, and refuses what is none', async () => {
    const { executor, number } = await begin();
    const data = form({ role: 'draft', language: 'ru', title: 'Проект', markdown: '' });
    data.append('docx', new File(['no zip at all'], 'draft.docx'));
    const answer = await executor.post(`/ru/rounds/${number}/documents`, data);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('value="Проект"');
  });

  it('shows the clauses that a text splits into before it is added', async () => {
    const { executor, number } = await begin();
    const fields = { role: 'draft', language: 'ru', title: 'Проект', markdown: DRAFT.ru, intent: 'preview' };
    const html = await (await executor.post(`/ru/rounds/${number}/documents`, form(fields))).text();
    expect(html).toContain(textFor('ru').roundPrepare.previewTitle(4));
  });

  it('takes questions beside the draft from its host, signed as neutral, until it opens', async () => {
    const { executor, number } = await begin();
    const address = `/ru/trust/waves/new?round=${number}`;
    const page = await (await executor.get(`/ru/rounds/${number}/prepare`)).text();
    expect(page).toContain(`href="${address}"`);
    const asked = await (await executor.get(address)).text();
    expect(asked).toContain('value="draft_questions"');
    expect(asked).not.toContain('name="bodyIds"');
    for (const question of NEUTRAL_QUESTIONS)
      expect(asked).toMatch(new RegExp(`name="answers"[^>]*value="${question}"`));
    const { opensDay, closesDay } = await roundOf(number);
    const fields = {
      ...{ instrument: 'draft_questions', titleKk: 'Жоба туралы', titleRu: 'О проекте', titleEn: 'On the draft' },
      ...{ openness: 'closed', opensDay, closesDay },
    };
    const unsigned = await executor.post(address, form(fields));
    expect([unsigned.status, (await unsigned.text()).includes('href="#answers"')]).toEqual([422, true]);
    const planned = await executor.post(address, form({ ...fields, answers: [...NEUTRAL_QUESTIONS] }));
    expect(planned.headers.get('location')).toBe(`/ru/rounds/${number}/prepare?done=asked#questions`);
    const kept = await (await executor.get(`/ru/rounds/${number}/prepare?done=asked`)).text();
    for (const word of [
      'О проекте',
      textFor('ru').roundPrepare.asked,
      textFor('ru').round.questions.neutral(cast.executor.name),
    ])
      expect(kept).toContain(word);
    for (const someone of [cast.citizen, cast.committeeRegistrar])
      expect((await (await as(someone)).get(address)).status).toBe(404);
  });

  it('lets the head alone waive a check, with a reason that is kept', async () => {
    const { executor, number } = await begin();
    const waiver = form({ intent: 'waive', check: 'invited', reason: 'Тізілімде бұл салада бірде-бір ұйым жоқ.' });
    expect((await executor.post(`/ru/rounds/${number}/prepare`, waiver)).status).toBe(403);
    const head = await as(cast.head);
    expect(
      (await head.post(`/ru/rounds/${number}/prepare`, form({ intent: 'waive', check: 'invited', reason: 'так' })))
        .status,
    ).toBe(422);
    const again = form({ intent: 'waive', check: 'invited', reason: 'Тізілімде бұл салада бірде-бір ұйым жоқ.' });
    expect((await head.post(`/ru/rounds/${number}/prepare`, again)).status).toBe(303);
    expect(await (await head.get(`/ru/rounds/${number}/prepare`)).text()).toContain('Тізілімде бұл салада');
  });
});

describe('answering', () => {
  const closedRound = async (comments: number, text = 'Десяти рабочих дней мало, пункт') => {
    at('2026-03-02');
    const roundId = await house.open();
    const ids: string[] = [];
    for (let n = 0; n < comments; n++) ids.push(await house.comment(roundId, { text: `${text} ${n}.` }));
    await house.close(roundId);
    const { number } = await house.state(roundId);
    return { roundId, number, ids };
  };

  it('of a campaign is a page at a time, each with words of its own, and one answer for all of them', async () => {
    const many = 130;
    const { roundId, number, ids } = await closedRound(
      many,
      'Десяти рабочих дней мало для аула, где почта раз в неделю. '.repeat(15),
    );
    const pointId = await house.point(roundId, ids);
    const address = `/ru/rounds/${number}/points/${pointId}`;
    const [executor, head] = [await as(cast.executor), await as(cast.head)];
    const shown = async (page: string, who = executor) => {
      const html = await (await who.get(address + page)).text();
      expect(Buffer.byteLength(html), `${page} stays legible`).toBeLessThan(120_000);
      return html;
    };
    const numberOf = async (id: string | undefined) => (await house.row(id ?? '')).number;
    const [first, last] = [await numberOf(ids[0]), await numberOf(ids[many - 1])];
    const one = await shown('');
    expect([one.includes(first), one.includes(last)]).toEqual([true, false]);
    expect(one).toContain(`href="${address}?page=2#comments"`);
    expect(words(one)).toContain(textFor('ru').roundWork.pageOf(1, 7));
    const end = await shown('?page=7');
    expect([end.includes(first), end.includes(last)]).toEqual([false, true]);
    expect(await shown('?page=99'), 'beyond the last page is the last page').toContain(last);

    const edit = (id: string | undefined, ru: string) => ({
      [`edit.${id}.kk`]: 'Сізге бөлек жауап.',
      [`edit.${id}.ru`]: ru,
    });
    const draft = (page: string, own: Record<string, string>) =>
      executor.post(address + page, form({ intent: 'draft', code: 'rejected', ...REASON, ...own }));
    expect((await draft('', edit(ids[0], 'Вам отдельно, первому.'))).status).toBe(303);
    expect((await draft('?page=7', edit(ids[many - 1], 'Вам отдельно, последнему.'))).status).toBe(303);
    const again = await shown('?page=7');
    expect(again).toContain('Вам отдельно, последнему.</textarea>');
    expect(words(again)).toContain(textFor('ru').roundWork.ownOnPage(1, 1));
    const approver = await shown('', head);
    expect(approver).toContain('Вам отдельно, первому.');
    expect(words(approver)).toContain(textFor('ru').roundWork.ownElsewhere);

    expect((await head.post(address, form({ intent: 'approve' }))).status).toBe(303);
    const answers = await world.db.prisma.comment.findMany({
      where: { roundId, phase: 'disposed' },
      orderBy: { id: 'asc' },
    });
    expect(answers).toHaveLength(many);
    const said = answers.map(({ disposition }) => JSON.stringify(disposition));
    expect([said[0], said[1], said[many - 1]]).toEqual([
      expect.stringContaining('Вам отдельно, первому.') as string,
      expect.stringContaining(REASON.reasonRu) as string,
      expect.stringContaining('Вам отдельно, последнему.') as string,
    ]);
  });

  it('finds similar comments, makes a point of them, and loses none', async () => {
    const { roundId, number, ids } = await closedRound(4);
    const executor = await as(cast.executor);
    const html = await (await executor.get(`/ru/rounds/${number}/work?similar=1`)).text();
    expect(html).toContain(textFor('ru').roundWork.offersLead);
    const made = await executor.post(
      `/ru/rounds/${number}/work`,
      form({ intent: 'make', title: 'Срок рассмотрения', commentIds: ids }),
    );
    expect(made.status).toBe(303);
    const rows = await world.db.prisma.comment.findMany({ where: { roundId }, select: { pointId: true } });
    expect(new Set(rows.map(({ pointId }) => pointId)).size).toBe(1);
    expect(rows).toHaveLength(4);
  });

  it('is drafted by one, approved by another, and reaches every author with the words meant for that one', async () => {
    const { roundId, number, ids } = await closedRound(2);
    const pointId = await house.point(roundId, ids);
    const address = `/ru/rounds/${number}/points/${pointId}`;
    const executor = await as(cast.executor);
    const own = {
      [`edit.${ids[0]}.kk`]: 'Сізге бөлек түсіндіреміз: мерзім заңда.',
      [`edit.${ids[0]}.ru`]: 'Вам отдельно: срок в законе.',
    };
    const drafted = await executor.post(address, form({ intent: 'draft', code: 'rejected', ...REASON, ...own }));
    expect(drafted.headers.get('location')).toBe(`/ru/rounds/${number}/work?done=draft`);
    expect((await executor.post(address, form({ intent: 'approve' }))).status).toBe(403);
    const head = await as(cast.head);
    expect((await head.post(address, form({ intent: 'approve' }))).headers.get('location')).toContain('done=approve');
    const answered = await world.db.prisma.comment.findMany({
      where: { roundId },
      orderBy: { id: 'asc' },
      select: { id: true, phase: true, disposition: true },
    });
    expect(answered.map(({ phase }) => phase)).toEqual(['disposed', 'disposed']);
    expect(JSON.stringify(answered.find(({ id }) => id === ids[0])?.disposition)).toContain('Вам отдельно');
    expect(JSON.stringify(answered.find(({ id }) => id === ids[1])?.disposition)).toContain(REASON.reasonRu);
  });

  it('offers as a change only clauses whose text differs, and refuses an acceptance without one', async () => {
    const { roundId, number, ids } = await closedRound(1);
    const pointId = await house.point(roundId, ids);
    const address = `/ru/rounds/${number}/points/${pointId}`;
    const executor = await as(cast.executor);
    const refused = await executor.post(address, form({ intent: 'draft', code: 'accepted', ...REASON }));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(textFor('ru').roundWork.changesNone);
    const markdown = DRAFT.ru.replace('десяти рабочих дней', 'пятнадцати рабочих дней');
    await executor.post(
      `/ru/rounds/${number}/documents`,
      form({ role: 'draft', language: 'ru', title: 'Проект', markdown }),
    );
    const html = await (await executor.get(address)).text();
    const offered = [...html.matchAll(/name="changes"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="changes"/g)].map(
      (m) => m[1] ?? m[2] ?? '',
    );
    expect(offered).toHaveLength(1);
    expect(html).toMatch(/<ins>[^\n]*пятнадцати[^\n]*<\/ins>/);
    const drafted = await executor.post(
      address,
      form({ intent: 'draft', code: 'accepted', ...REASON, changes: offered }),
    );
    expect(drafted.status).toBe(303);
  });

  it('goes back to the drafter with a reason', async () => {
    const { roundId, number, ids } = await closedRound(1);
    const pointId = await house.point(roundId, ids);
    const address = `/kk/rounds/${number}/points/${pointId}`;
    const executor = await as(cast.executor);
    await executor.post(address, form({ intent: 'draft', code: 'rejected', ...REASON }));
    const head = await as(cast.head);
    const returned = await head.post(
      address,
      form({ intent: 'return', reason: 'Назовите статью, на которой стоит отказ.' }),
    );
    expect(returned.status).toBe(303);
    expect(await (await executor.get(address)).text()).toContain('Назовите статью');
  });

  it('is closed to everybody but the officials of the body', async () => {
    const { number } = await closedRound(1);
    for (const someone of [cast.ngo, cast.citizen, cast.committeeRegistrar, cast.administrator])
      expect((await (await as(someone)).get(`/ru/rounds/${number}/work`)).status).toBe(404);
  });

  it('ends with a decision and an outcome, which a comment left unanswered keeps back', async () => {
    const { roundId, number } = await closedRound(1);
    const head = await as(cast.head);
    const acts = await (await head.get(`/ru/rounds/${number}/acts`)).text();
    expect(acts).toContain(textFor('ru').roundWork.acts.decide);
    expect(acts).not.toContain(textFor('ru').roundWork.acts.outcome);
    await head.post(`/ru/rounds/${number}/acts/decide`, form(DECISION));
    const early = await head.post(`/ru/rounds/${number}/acts/outcome`, form(OUTCOME));
    expect(early.status).toBe(422);
    await house.answerAll(roundId);
    const page = await (await head.get(`/ru/rounds/${number}/acts/outcome`)).text();
    const title = (language: string) =>
      new RegExp(`<input[^>]*name="(title\\.[0-9a-f-]+\\.${language})"[^>]*value="([^"]*)"`).exec(page)?.slice(1) ?? [];
    expect([title('kk')[1], title('ru')[1]]).toEqual(['', 'Срок рассмотрения']);
    const [kk = '', ru = ''] = [title('kk')[0], title('ru')[0]];
    const named = { ...OUTCOME, [ru]: 'Срок рассмотрения' };
    const untitled = await (await head.post(`/ru/rounds/${number}/acts/outcome`, form(named))).text();
    expect(words(untitled)).toContain('Нет названия на обоих языках у сводных замечаний: «Срок рассмотрения».');
    expect(untitled).toContain(`href="#${kk}"`);
    const published = await head.post(`/ru/rounds/${number}/acts/outcome`, form({ ...named, [kk]: 'Қарау мерзімі' }));
    expect(published.headers.get('location')).toBe(`/ru/rounds/${number}?done=outcome`);
    const { phase, outcome } = await house.state(roundId);
    expect(phase).toBe('completed');
    expect(outcome?.titles?.[0]?.title).toEqual({ kk: 'Қарау мерзімі', ru: 'Срок рассмотрения' });
  });

  it('takes what came on paper, on its clause, with its day', async () => {
    at('2026-03-02');
    const roundId = await house.open();
    const { number } = await house.state(roundId);
    const registrar = await as(cast.registrar);
    const page = await (await registrar.get(`/ru/rounds/${number}/acts/enter`)).text();
    const clause = /<option value="([0-9a-f-]{36}\/[\w.-]+)"/.exec(page)?.[1] ?? '';
    const fields = {
      origin: 'paper',
      receivedDay: '2026-03-02',
      givenName: 'Қ. Әлім',
      clause,
      text: 'Он күн аз.',
      language: 'kk',
    };
    expect((await registrar.post(`/ru/rounds/${number}/acts/enter`, form(fields))).status).toBe(303);
    const row = await world.db.prisma.comment.findFirstOrThrow({ where: { roundId } });
    expect([row.origin, row.givenName, `${row.documentId}/${row.anchor}`]).toEqual(['paper', 'Қ. Әлім', clause]);
    expect(row.nameHidden, 'nobody was asked whether the name may be published').toBe(true);
    const agreed = form({ ...fields, publishName: 'on' });
    expect((await registrar.post(`/ru/rounds/${number}/acts/enter`, agreed)).status).toBe(303);
    const names = await world.db.prisma.comment.findMany({ where: { roundId }, orderBy: { id: 'asc' } });
    expect(names.map(({ nameHidden }) => nameHidden)).toEqual([true, false]);
  });
});
