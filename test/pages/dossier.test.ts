// The dossier of a round: everything public of it in one file, in both state languages and both forms, and nothing that is not public.
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { moderateComment } from '../../app/commands/comments/moderate';
import { withdrawComment } from '../../app/commands/comments/withdraw';
import { callMeeting } from '../../app/commands/meetings/call';
import { draftAnswer } from '../../app/commands/points/draft-answer';
import { answerCouncil } from '../../app/commands/rounds/answer-council';
import { declareConflict } from '../../app/commands/rounds/declare-conflict';
import { giveView } from '../../app/commands/rounds/give-view';
import { makeCommitment } from '../../app/commands/rounds/make-commitment';
import { openRound } from '../../app/commands/rounds/open';
import { waiveCheck } from '../../app/commands/rounds/waive';
import { addDays } from '../../app/core/day';
import { checkFile } from '../../app/data/register/issued';
import { textFor } from '../../app/text';
import { longDay } from '../../app/text/format';
import { readPdf, type Heard } from '../papers/read-pdf';
import { AMENDED, DECISION, must, OUTCOME, REASON, roundHouse } from '../help/rounds';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const tested = testWorld('2026-03-02');
const { world, at, today } = tested;
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const house = roundHouse(tested, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
  site = await openSite(world, ['rounds/', 'councils/', 'verify/']);
});

const get = (address: string) => site.visitor().get(address);
const fileOf = async (number: string, file: string): Promise<Buffer> => {
  const answer = await get(`/ru/rounds/${number}/dossier/${file}`);
  expect([file, answer.status]).toEqual([file, 200]);
  return Buffer.from(await answer.arrayBuffer());
};
const wordsOf = async (number: string, language: 'kk' | 'ru'): Promise<string> => {
  const { value } = await mammoth.extractRawText({ buffer: await fileOf(number, `${language}.docx`) });
  return value.replaceAll(/\s+/g, ' ');
};
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
const allText = ({ text, children }: Heard): string => [text, ...children.map(allText)].join(' ');

const WAIVED = 'Закон вступает в силу в апреле, и правила нужны к этому дню.';
const INSULT = 'Бранноеслово о людях.';
const SECRET = 'Черновик, который ещё никто не утвердил.';
const VIEW = { textKk: 'Кеңес мерзімді ұзартуды ұсынады.', textRu: 'Совет предлагает продлить срок.' };
const REPLY = { textKk: 'Мерзім жиырма күнге ұзартылды.', textRu: 'Срок продлён до двадцати дней.' };
const PROMISE = { textKk: 'Үлгі нысан жарияланады.', textRu: 'Опубликуем образец формы.' };

/** A round with everything that a round may have, its outcome published. */
async function wholeRound() {
  at('2026-03-16');
  const roundId = await house.prepare({ closesDay: '2026-04-03' });
  await house.fill(roundId);
  await must(waiveCheck(world, cast.head, { roundId, check: 'time_left', reason: WAIVED }));
  await must(openRound(world, cast.head, { roundId }));
  const clause = (version: number) =>
    world.db.prisma.clause.findFirstOrThrow({
      where: { number: '2.', document: { roundId, role: 'draft', language: 'ru', version } },
      select: { documentId: true, anchor: true },
    });
  const said = await house.comment(roundId, { ...(await clause(1)), text: 'Десяти дней мало для аулов.' });
  await house.comment(roundId, { text: 'Имя моё не для всех.', nameHidden: true }, cast.ngo);
  await house.paper(roundId, { text: 'Қағазбен келген сөз.' });
  const insult = await house.comment(roundId, { text: INSULT });
  await must(
    moderateComment(world, cast.registrar, {
      step: 'hide',
      commentId: insult,
      ground: 'insult',
      reason: 'Брань в тексте.',
    }),
  );
  const gone = await house.comment(roundId, { text: 'Передуманноеслово.' });
  await must(withdrawComment(world, cast.citizen, { commentId: gone }));
  await must(
    declareConflict(world, cast.members[3], {
      ...{ roundId, councilId: cast.council.id, conflict: 'funded', explanation: 'Моя организация получает грант.' },
    }),
  );
  await house.close(roundId);
  for (const language of ['kk', 'ru'] as const)
    await house.document(roundId, 'draft', language, { markdown: AMENDED[language] });
  const { documentId, anchor } = await clause(2);
  await house.answer(roundId, await house.point(roundId, [said], 'Срок для аулов'), {
    ...{ code: 'accepted', changes: [`${documentId}/${anchor}`] },
  });
  await house.answerAll(roundId);
  const [first, second, third] = cast.members;
  const ballots = [cast.chair, first, second].map(({ personId }) => ({ personId, vote: 'for' }));
  const dissent = { personId: third.personId, vote: 'against', dissent: 'Двадцати дней тоже мало.' };
  await must(
    giveView(world, cast.secretary, { roundId, councilId: cast.council.id, ...VIEW, votes: [...ballots, dissent] }),
  );
  await must(answerCouncil(world, cast.head, { roundId, ...REPLY }));
  await house.decide(roundId);
  await must(makeCommitment(world, cast.head, { roundId, dueDay: addDays(today(), 30), pointId: '', ...PROMISE }));
  await house.publish(roundId);
  return house.state(roundId);
}

describe('the dossier of a round', () => {
  it('holds the whole round from the announcement to the promises, in either language', async () => {
    const { number } = await wholeRound();
    const t = textFor('ru');
    const ru = await wordsOf(number, 'ru');
    for (const word of [
      ...[t.dossier.title(number), 'Решает министр, в марте.', WAIVED, t.round.gate.waived, t.dossier.reach.inField],
      ...[
        'Заявление рассматривается в течение двадцати рабочих дней.',
        t.dossier.agreement.none,
        'Срок для аулов (ru)',
      ],
      ...['Десяти дней мало для аулов.', 'Имя моё не для всех.', t.comments.hiddenName.person, 'Қағазбен келген сөз.'],
      ...[REASON.reasonRu, 'Брань в тексте.', VIEW.textRu, 'Двадцати дней тоже мало.', REPLY.textRu],
      ...['Моя организация получает грант.', DECISION.decisionRu, OUTCOME.saidRu, PROMISE.textRu],
      ...[t.dossier.days.title, t.dossier.days.why, longDay('ru', '2026-04-03')],
    ])
      expect(ru).toContain(plain(word));
    const kk = await wordsOf(number, 'kk');
    for (const word of [
      ...[
        'Срок для аулов (kk)',
        textFor('kk').dossier.title(number),
        'Министр шешеді, наурызда.',
        'Десяти дней мало для аулов.',
      ],
      ...[REASON.reasonKk, VIEW.textKk, REPLY.textKk, DECISION.decisionKk, OUTCOME.saidKk, PROMISE.textKk],
    ])
      expect(kk).toContain(plain(word));
    for (const closed of [INSULT, 'Передуманноеслово.', cast.ngo.name]) {
      expect(ru).not.toContain(closed);
      expect(kk).not.toContain(closed);
    }
  });

  it('as PDF is the same paper, tagged and in its language', async () => {
    const { number } = await wholeRound();
    const bytes = await fileOf(number, 'kk.pdf');
    const keys = (await world.register.keys.read()).map(({ id }) => id);
    const { whole, issued, code } = checkFile(keys, bytes) ?? {};
    expect({ whole, of: issued?.number, lang: issued?.lang }).toEqual({ whole: true, of: number, lang: 'kk' });
    expect((await get(`/kk/verify/${code}`)).status).toBe(200);
    const { tree, lang, marked, unbalanced, title } = readPdf(bytes);
    expect({ lang, marked, unbalanced }).toEqual({ lang: 'kk-KZ', marked: true, unbalanced: 0 });
    expect(title).toContain(number);
    const heard = plain(allText(tree));
    for (const word of [VIEW.textKk, 'Десяти дней мало для аулов.', 'Қағазбен келген сөз.'])
      expect(heard).toContain(word);
    expect(heard).not.toContain(INSULT);
  });

  it('is there from the day the round is announced, without the drafts of answers; not before', async () => {
    at('2026-03-02');
    const prepared = await house.state(await house.prepare());
    expect((await get(`/ru/rounds/${prepared.number}/dossier/ru.pdf`)).status).toBe(404);
    const roundId = await house.open();
    const { number } = await house.state(roundId);
    const say = textFor('ru').dossier;
    const open = await wordsOf(number, 'ru');
    for (const word of [say.undecided, say.unpublished, say.council.none, say.commitments.none, say.log.none])
      expect(open).toContain(word);
    const commentId = await house.comment(roundId);
    await house.close(roundId);
    const pointId = await house.point(roundId, [commentId]);
    await must(draftAnswer(world, cast.executor, { roundId, pointId, code: 'rejected', ...REASON, reasonRu: SECRET }));
    const drafted = await wordsOf(number, 'ru');
    expect(drafted).toContain('Десяти рабочих дней мало.');
    expect(drafted).not.toContain(SECRET);
    for (const file of ['en.pdf', 'ru.txt', 'ru.pdf.pdf'])
      expect((await get(`/ru/rounds/${number}/dossier/${file}`)).status).toBe(404);
  });

  it('is printed once for all who ask, anew when something was added, and at once when words were hidden', async () => {
    at('2026-03-02');
    const roundId = await house.open();
    const { number } = await house.state(roundId);
    const commentId = await house.comment(roundId, { text: INSULT });
    const first = await fileOf(number, 'ru.docx');
    expect((await fileOf(number, 'ru.docx')).equals(first)).toBe(true);
    expect(await wordsOf(number, 'ru')).toContain(INSULT);
    await must(
      moderateComment(world, cast.head, { step: 'hide', commentId, ground: 'insult', reason: 'Брань в тексте.' }),
    );
    expect(await wordsOf(number, 'ru')).not.toContain(INSULT);
    await house.comment(roundId, { text: 'Сказано позже.' });
    at('2026-03-02', '10:02');
    expect(await wordsOf(number, 'ru')).toContain('Сказано позже.');
  });

  it('is linked where the round is read and where a council takes it up', async () => {
    at('2026-03-02');
    const { number, settings } = await house.state(await house.open());
    const page = await (await get(`/kk/rounds/${number}`)).text();
    for (const file of ['kk.pdf', 'kk.docx', 'ru.pdf', 'ru.docx'])
      expect(page).toContain(`href="/kk/rounds/${number}/dossier/${file}"`);
    await must(
      callMeeting(world, cast.secretary, {
        ...{ councilId: cast.council.id, day: '2026-03-10', time: '10:00', place: 'Астана' },
        items: [`${number}|${settings.title.ru}`],
      }),
    );
    const meeting = await world.db.prisma.meeting.findFirstOrThrow({ select: { number: true } });
    const agenda = await (await get(`/ru/councils/${cast.council.slug}/meetings/${meeting.number}`)).text();
    expect(agenda).toContain(`href="/ru/rounds/${number}/dossier/kk.docx"`);
  });
});
