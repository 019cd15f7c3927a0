// Search over cases, rounds and comments: found through inflection in three languages, through slips and missing Kazakh letters, in
// answers and attachments; and nothing found by those who may not read it.
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal, askedOf } from '../../app/commands/appeals/answer';
import { askFile } from '../../app/commands/appeals/ask-file';
import { fileAppeal } from '../../app/commands/appeals/file';
import { giveFile } from '../../app/commands/appeals/give-file';
import { moderateComment } from '../../app/commands/comments/moderate';
import { withdrawComment } from '../../app/commands/comments/withdraw';
import { uploadFile } from '../../app/commands/files/upload';
import { dropSearch } from '../../app/commands/searches/drop';
import { saveSearch, SEARCHES_LIMIT } from '../../app/commands/searches/save';
import { seeSearch } from '../../app/commands/searches/see';
import { may } from '../../app/core/permission';
import type { Viewer } from '../../app/core/viewer';
import { pdfOf } from '../../app/papers/pdf';
import { savedSearches } from '../../app/queries/saved-searches';
import { search, type SearchView } from '../../app/queries/search';
import { searchFilterOf } from '../../app/queries/search-filter';
import { similarCases } from '../../app/queries/similar-cases';
import { search as runSearch } from '../../workers/search';
import { codeOf, must, roundHouse } from '../help/rounds';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const town = testWorld('2026-03-02');
const { world, at } = town;
let cast: Cast;
const house = roundHouse(town, () => cast);
const never = new AbortController().signal;
const index = () => runSearch(world, never);

const find = (query: string | Record<string, string>, viewer: Viewer | null = null): Promise<SearchView> =>
  search(world, viewer, {
    filter: searchFilterOf(new URLSearchParams(typeof query === 'string' ? { q: query } : query)),
    locale: 'ru',
  });
const numbers = async (query: string | Record<string, string>, viewer: Viewer | null = null) =>
  (await find(query, viewer)).hits.map(({ number }) => number);

const CASES = {
  kk: {
    subject: 'Қоғамдық көлік аялдамасы',
    text: 'Мектептердің жанындағы көшелерге жарық орнатуды сұраймыз, балалардың қауіпсіздігі үшін.',
    language: 'kk',
  },
  ru: {
    subject: 'Ремонт пандусов',
    text: 'Просим отремонтировать пандусы у подземных переходов на проспекте.',
    language: 'ru',
  },
  en: {
    subject: 'Broken lifts',
    text: 'The lifts of the clinics have been broken for several weeks now.',
    language: 'en',
  },
  secret: {
    subject: 'Тайное словечко',
    text: 'Здесь стоит редкостноеслово и больше ничего особенного нет.',
    language: 'ru',
    visibility: 'private',
  },
} as const;
const filed: Record<string, { id: string; number: string }> = {};

beforeAll(async () => {
  cast = await castInto(world);
  for (const [name, said] of Object.entries(CASES))
    filed[name] = await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), ...said }));
  const requirements = askedOf(world.guide.inForceOn('2026-03-02').procedures.application).map(({ id }) => id);
  await must(
    answerAppeal(world, cast.executor, {
      ...{ appealId: filed.ru?.id, ...aReply('act_favourable', requirements) },
      text: 'Подрядчик приступит к работам после паводка, виадук будет обследован.',
    }),
  );
  const file = await must(
    uploadFile(world, cast.ngo, {
      name: 'смета.txt',
      bytes: Readable.from([Buffer.from('Стоимость поручней и тактильной плитки')]),
    }),
  );
  filed.file = await must(
    fileAppeal(world, cast.ngo, {
      ...anAppeal(cast),
      subject: 'Обращение с вложением',
      text: 'Подробности изложены в приложенном файле.',
      files: [file.id],
    }),
  );
  await index();
});

describe('a search', () => {
  it.each([
    ['kk', 'қоғамдық көлік'],
    ['kk', 'қоғамдық көліктің аялдамалары'],
    ['kk', 'когамдык колик'],
    ['kk', 'мектеп көшесі'],
    ['kk', 'баланың қауіпсіздігіне'],
    ['kk', 'МЕКТЕПТЕР'],
    ['ru', 'пандус'],
    ['ru', 'пандусы'],
    ['ru', 'подземный переход'],
    ['ru', 'отремонтировать'],
    ['ru', 'и пандусы в переходе'],
    ['en', 'lift'],
    ['en', 'clinic lifts'],
    ['en', 'the broken clinic'],
    ['ru', 'виадука'],
    ['file', 'тактильная плитка'],
  ] as const)('finds the case in %s by "%s"', async (name, words) => {
    expect(await numbers(words)).toEqual([filed[name]?.number]);
  });

  it.each([
    ['пандсус', 'ru', 'пандус'],
    ['пнадусы', 'ru', 'пандус'],
    ['подзмный переход', 'ru', 'подземн'],
    ['қоғмадық көлік', 'kk', 'қоғамдық'],
    ['когмадык', 'kk', 'қоғамдық'],
    ['brokne clinic', 'en', 'broken'],
  ] as const)('through the slip in "%s" finds the case in %s and says what was meant', async (typed, name, meant) => {
    const { hits, slips } = await find(typed);
    expect(hits.map(({ number }) => number)).toEqual([filed[name]?.number]);
    expect(slips.map((slip) => slip.meant).join()).toContain(meant);
  });

  it('shows where the words stand, and whether that was asked, answered or attached', async () => {
    const shown = async (words: string) =>
      (await find(words)).hits.flatMap(({ parts }) =>
        parts.map(({ part, name, pieces }) => [part, name, pieces.filter(({ hit }) => hit).map(({ text }) => text)]),
      );
    expect(await shown('переходы')).toEqual([['body', null, ['переходов']]]);
    expect(await shown('паводок')).toEqual([['said', null, ['паводка']]]);
    expect(await shown('поручни')).toEqual([['file', 'смета.txt', ['поручней']]]);
    expect((await find('пандус')).hits[0]?.title.filter(({ hit }) => hit)).toEqual([{ text: 'пандусов', hit: true }]);
    expect((await find('сұраған')).hits[0]?.parts[0]?.pieces.some(({ hit, text }) => hit && text === 'сұраймыз')).toBe(
      true,
    );
  });

  it('finds what was said a moment ago, before any worker ran', async () => {
    const { number } = await must(
      fileAppeal(world, cast.citizen, {
        ...anAppeal(cast),
        organisationId: '',
        subject: 'Новейшееслово о деле',
        text: 'Больше об этом деле ничего не сказано.',
      }),
    );
    expect(await numbers('новейшееслово')).toEqual([number]);
  });

  it('finds a case by its number', async () => {
    expect(await numbers(filed.kk?.number ?? '')).toEqual([filed.kk?.number]);
  });

  it('finds what is attached to an appeal to several bodies in every one of its cases', async () => {
    async function* bytes() {
      yield new TextEncoder().encode('Перечень подземелий с барельефами.');
    }
    const { id } = await must(uploadFile(world, cast.ngo, { name: 'перечень.txt', bytes: bytes() }));
    const bodyId = [cast.ministry.id, cast.committee.id];
    const said = { subject: 'Опись зала', text: 'Просим принять опись зала вместе с приложением к ней.' };
    const filed = await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), ...said, bodyId, files: [id] }));
    await index();
    const all = [filed.number, ...filed.others].toSorted();
    expect(all).toHaveLength(2);
    expect((await numbers('барельефами')).toSorted()).toEqual(all);
    const parts = (await find('барельефами')).hits.flatMap((hit) => hit.parts.map(({ part, name }) => [part, name]));
    expect(parts).toEqual(all.map(() => ['file', 'перечень.txt']));
  });

  it.each([
    ['kk', 'Қызғалдақтардың гүлзарына қоршау орнатылды', 'қызғалдақ гүлзары'],
    ['ru', 'Ограждение клумбы с орхидеями установлено', 'орхидея'],
    ['en', 'The fences around the dahlias have been built', 'dahlia fence'],
  ] as const)('finds what a PDF file says in %s', async (lang, words, asked) => {
    const bytes = await pdfOf({ title: 'Kenes', lang, made: new Date(0), parts: [{ kind: 'paragraph', text: words }] });
    const { id } = await must(uploadFile(world, cast.ngo, { name: `${lang}.pdf`, bytes: Readable.from([bytes]) }));
    const said = { subject: 'Құжат қоса берілді', text: 'Мәтін қоса берілген файлда, оқып шығуды сұраймыз.' };
    const { number } = await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), ...said, files: [id] }));
    await index();
    expect(await numbers(asked)).toEqual([number]);
  });

  it('narrows by body, kind, standing and period', async () => {
    const of = (more: Record<string, string>) => numbers({ q: 'пандус', ...more });
    expect(await of({ body: 'ministry' })).toEqual([filed.ru?.number]);
    expect(await of({ body: 'committee' })).toEqual([]);
    expect(await of({ standing: 'answered' })).toEqual([filed.ru?.number]);
    expect(await of({ standing: 'running' })).toEqual([]);
    expect(await of({ kind: 'complaint' })).toEqual([]);
    expect(await of({ from: '2026-03-02', to: '2026-03-02' })).toEqual([filed.ru?.number]);
    expect(await of({ from: '2026-03-03' })).toEqual([]);
  });

  it('of several words that stand nowhere together offers each alone', async () => {
    const { hits, single } = await find('пандус lifts');
    expect(hits).toEqual([]);
    expect(single).toEqual(['пандус', 'lifts']);
  });
});

describe('who may not read it', () => {
  it('does not find it, has no count of it, and no slip leads to it', async () => {
    for (const viewer of [
      null,
      cast.ngo,
      cast.citizen,
      cast.stranger,
      cast.registrar,
      cast.executor,
      cast.head,
      cast.committeeRegistrar,
      cast.administrator,
      cast.secretary,
    ]) {
      const allowed = may(
        viewer,
        'appeal.read',
        await world.db.prisma.appeal.findUniqueOrThrow({ where: { id: filed.secret?.id }, omit: { steps: true } }),
      );
      const found = await find('редкостноеслово', viewer);
      expect([found.hits.length, found.counts.appeal]).toEqual(allowed ? [1, 1] : [0, 0]);
      const slipped = await find('редкостнеослово', viewer);
      expect([slipped.hits.length, slipped.slips.length]).toEqual(allowed ? [1, 1] : [0, 0]);
      const similar = await similarCases(world, viewer, {
        subject: 'Тайное словечко',
        text: 'редкостноеслово и больше ничего особенного',
        locale: 'ru',
      });
      expect(similar.map(({ number }) => number).includes(filed.secret?.number ?? '')).toBe(allowed);
    }
  });

  it('is told no name of a file where the applicant hides theirs, and nothing of materials given to the parties', async () => {
    const upload = async (who: Viewer, name: string, text: string) =>
      (await must(uploadFile(world, who, { name, bytes: Readable.from([Buffer.from(text)]) }))).id;
    const file = await upload(cast.ngo, 'Заявление Айгуль.txt', 'Бирюзовоеслово в приложении');
    const { number, id } = await must(
      fileAppeal(world, cast.ngo, {
        ...anAppeal(cast),
        subject: 'Без имени',
        text: 'Имя заявителя просим не показывать.',
        nameHidden: true,
        files: [file],
      }),
    );
    const given = await upload(cast.executor, 'материалы.txt', 'Пурпурноеслово из материалов дела');
    await must(askFile(world, cast.ngo, { appealId: id, what: 'Просим показать материалы нашего дела.' }));
    await must(giveFile(world, cast.executor, { appealId: id, text: 'Материалы дела приложены.', files: [given] }));
    await index();
    const { hits } = await find('бирюзовоеслово');
    expect(hits.map((hit) => [hit.number, hit.parts.map(({ part, name }) => [part, name])])).toEqual([
      [number, [['file', null]]],
    ]);
    for (const viewer of [null, cast.stranger, cast.ngo, cast.executor])
      expect(await numbers('пурпурноеслово', viewer)).toEqual([]);
  });

  it('finds no round that is being prepared, no hidden comment and none that was taken back', async () => {
    at('2026-03-03');
    const hidden = await house.open({ titleRu: 'Раунд о велодорожках' });
    const comments = await Promise.all(
      ['Велосипедноеслово первое.', 'Велосипедноеслово второе.', 'Велосипедноеслово третье.'].map((text) =>
        house.comment(hidden, { text }),
      ),
    );
    await house.prepare({ titleRu: 'Раунд о велопарковках' });
    await must(
      moderateComment(world, cast.head, {
        step: 'hide',
        ground: 'insult',
        reason: 'Оскорбительные слова о людях.',
        commentId: comments[0],
      }),
    );
    await must(withdrawComment(world, cast.citizen, { commentId: comments[1], statement: '' }));
    await index();
    const third = await world.db.prisma.comment.findUniqueOrThrow({ where: { id: comments[2] } });
    for (const viewer of [null, cast.citizen, cast.executor, cast.administrator]) {
      expect(await numbers({ q: 'велосипедноеслово', what: 'comment' }, viewer)).toEqual([third.number]);
      const rounds = await find({ q: 'раунды', what: 'round' }, viewer);
      expect(rounds.hits.map(({ title }) => title.map(({ text }) => text).join(''))).toEqual(['Раунд о велодорожках']);
      expect((await find('велопарковках', viewer)).counts.round).toBe(0);
    }
  });
});

describe('whatever is typed', () => {
  it.each([
    '',
    '   ',
    '&|!():*<->',
    '\'; DROP TABLE "Appeal"; --',
    '\0пандус\0',
    '\u202eпандус\u202c',
    'пан\u00adдус',
    '👩‍👩‍👧 🇰🇿',
    "пандус' & !лифт:* |",
    '҈҉',
    'и в на',
    'the of and',
    'және мен',
    `${'а'.repeat(1_000_000)}`,
    `${'слово '.repeat(200_000)}`,
    '\ud800',
    '№',
    '١٢٣',
    'ﷺ',
  ])('gets an answer (%#)', async (q) => {
    const view = await find(q);
    expect(view.hits.length).toBeLessThanOrEqual(20);
  });

  it('finds the word within invisible characters', async () => {
    expect(await numbers('\0пан\u00adдус\u202c')).toEqual([filed.ru?.number]);
  });
});

describe('similar cases', () => {
  it('are those that share the rarer words, with their answers', async () => {
    const similar = await similarCases(world, cast.citizen, {
      ...{
        subject: 'Пандус у перехода',
        text: 'Просим отремонтировать пандус у подземного перехода на нашем проспекте.',
        locale: 'ru',
      },
    });
    expect(similar[0]).toMatchObject({ number: filed.ru?.number, standing: 'answered' });
    expect(similar[0]?.answer).toContain('Подрядчик приступит к работам');
    expect(similar.map(({ number }) => number)).not.toContain(filed.en?.number);
  });

  it('are none where nothing is shared', async () => {
    expect(await similarCases(world, null, { subject: 'Zebra quagga', text: 'okapi tapir', locale: 'en' })).toEqual([]);
  });
});

describe('a saved search', () => {
  it('tells what came since it was looked at, and stops when it is dropped', async () => {
    at('2026-03-04');
    const value = 'q=фонарь';
    await must(saveSearch(world, cast.stranger, { value }));
    await must(saveSearch(world, cast.stranger, { value }));
    const fresh = async () => (await savedSearches(world, cast.stranger)).map((one) => one.fresh);
    expect(await fresh()).toEqual([0]);
    at('2026-03-05');
    await must(
      fileAppeal(world, cast.ngo, {
        ...anAppeal(cast),
        subject: 'Погасли фонари',
        text: 'Погасли все фонари на нашей улице.',
      }),
    );
    await must(
      fileAppeal(world, cast.ngo, {
        ...anAppeal(cast),
        subject: 'Фонари тайно',
        text: 'Погасли все фонари во дворе.',
        visibility: 'private',
      }),
    );
    expect(await fresh()).toEqual([1]);
    await must(seeSearch(world, cast.stranger, { value }));
    expect(await fresh()).toEqual([0]);
    expect(await codeOf(seeSearch(world, cast.ngo, { value }))).toBe('not_found');
    await must(dropSearch(world, cast.stranger, { value }));
    expect(await fresh()).toEqual([]);
  });

  it('is one of at most so many', async () => {
    for (let n = 0; n < SEARCHES_LIMIT; n += 1) await must(saveSearch(world, cast.citizen, { value: `q=${n}` }));
    expect(await codeOf(saveSearch(world, cast.citizen, { value: 'q=more' }))).toBe('searches_full');
    expect(await codeOf(saveSearch(world, cast.citizen, { value: 'q=0' }))).toBe('done');
    expect(await codeOf(saveSearch(world, null, { value: 'q=0' }))).toBe('not_signed_in');
  });
});
