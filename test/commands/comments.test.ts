// Contributions to a round: until which moment, in whose name, about which clause; joined by others, entered from paper, hidden with a
// reason, taken back in time. Each is owed an answer by a day, whatever happens to it.
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { enterComment } from '../../app/commands/comments/enter';
import { makeComment } from '../../app/commands/comments/make';
import { moderateComment } from '../../app/commands/comments/moderate';
import { withdrawComment } from '../../app/commands/comments/withdraw';
import { uploadFile } from '../../app/commands/files/upload';
import { follow } from '../../app/commands/follows/follow';
import { groupComments } from '../../app/commands/points/group';
import { movePeriod } from '../../app/commands/rounds/move-period';
import { commentStream } from '../../app/core/comment';
import type { Day } from '../../app/core/day';
import { roundStream } from '../../app/core/round';
import type { Viewer } from '../../app/core/viewer';
import { verifyLedger } from '../../app/data/verify';
import { codeOf, must, refusalOf, roundHouse } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const test = testWorld();
const { world, at } = test;
let cast: Cast;
const house = roundHouse(test, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
});

const OPENS: Day = '2026-02-02';
const CLOSES: Day = '2026-02-23';
const open = async (more: Parameters<typeof house.open>[0] = {}) => {
  at(OPENS);
  return house.open(more);
};
const say = (roundId: string, more: Record<string, unknown> = {}, viewer: Viewer | null = cast.citizen) =>
  makeComment(world, viewer, { roundId, text: 'Десяти рабочих дней мало.', language: 'ru', ...more });
const ofNgo = () => ({ organisationId: cast.organisationId });
const draftOf = async (roundId: string, language = 'ru') => {
  const found = (await house.state(roundId)).documents.find((one) => one.role === 'draft' && one.language === language);
  if (!found) throw new Error('no draft');
  return found.documentId;
};

describe('the last day', () => {
  it('counts to its last minute; a minute later it is the next day, and the comment is refused with both days', async () => {
    const roundId = await open();
    at(CLOSES, '23:59');
    const id = await must(say(roundId));
    expect(await house.row(id.id)).toMatchObject({ receivedDay: CLOSES, phase: 'open', origin: 'site' });
    at('2026-02-24', '00:00');
    expect(await refusalOf(say(roundId))).toMatchObject({
      code: 'round_not_open',
      params: { opens: OPENS, closes: CLOSES },
    });
  });

  it('gives every comment the day by which it must be answered, whenever it came: ten working days from it', async () => {
    const roundId = await open();
    const early = await house.comment(roundId);
    at(CLOSES, '23:59');
    const late = await house.comment(roundId);
    for (const id of [early, late]) {
      expect(await house.row(id)).toMatchObject({ dueDay: '2026-03-10' });
      expect(await house.owed(commentStream(id), 'dispose_comment')).toMatchObject({
        ...{ rule: 'dispose_comment', debtorId: cast.ministry.id, fromDay: CLOSES, dueDay: '2026-03-10' },
        creditorId: cast.citizen.personId,
      });
    }
  });
});

describe('a comment', () => {
  it('has a number, and stands at the clause it is about', async () => {
    const roundId = await open();
    const documentId = await draftOf(roundId);
    const { id, number } = await must(
      say(roundId, { documentId, anchor: 'c2', text: '', wording: 'В течение двадцати рабочих дней.' }),
    );
    expect(number).toMatch(/^C-2026-\d{6}$/);
    expect(await house.row(id)).toMatchObject({
      documentId,
      version: 1,
      anchor: 'c2',
      wording: 'В течение двадцати рабочих дней.',
    });
  });

  it('about a clause or a document that is not there is refused', async () => {
    const roundId = await open();
    const other = await draftOf(await open());
    expect(await codeOf(say(roundId, { documentId: await draftOf(roundId), anchor: 'c9' }))).toBe('clause_unknown');
    expect(await codeOf(say(roundId, { documentId: other, anchor: 'c1' }))).toBe('clause_unknown');
  });

  it('needs words, of its own or for the draft', async () => {
    const roundId = await open();
    expect(await refusalOf(say(roundId, { text: '' }))).toMatchObject({ fields: { text: 'required' } });
    expect(await refusalOf(say(roundId, { text: 'Нет' }))).toMatchObject({ fields: { text: 'too_short' } });
    expect(await codeOf(say(roundId, { text: '', wording: 'Иначе.' }))).toBe('done');
  });

  it('made for an organisation is owed to the organisation; nobody speaks for one they do not represent', async () => {
    const roundId = await open();
    const { id } = await must(say(roundId, ofNgo(), cast.ngo));
    expect(await house.row(id)).toMatchObject({ participant: 'organisation', personId: cast.ngo.personId, ...ofNgo() });
    expect(await house.owed(commentStream(id), 'dispose_comment')).toMatchObject({
      creditorKind: 'organisation',
      creditorId: cast.organisationId,
    });
    expect(await codeOf(say(roundId, ofNgo(), cast.stranger))).toBe('not_allowed');
    expect(await codeOf(say(roundId, {}, null))).toBe('not_signed_in');
  });

  it('sent twice by the same form, even at the same moment, is one comment', async () => {
    const roundId = await open();
    const key = world.newId();
    const both = await Promise.all([must(say(roundId, { key })), must(say(roundId, { key }))]);
    const again = await must(say(roundId, { key, text: 'Уже другие слова, но та же форма.' }));
    expect(new Set([...both, again].map(({ id }) => id)).size).toBe(1);
    expect(await world.db.prisma.comment.count({ where: { roundId } })).toBe(1);
  });

  it('carries files, once: what one act took, another can’t take', async () => {
    const roundId = await open();
    const file = await must(
      uploadFile(world, cast.citizen, { name: 'расчёт.txt', bytes: Readable.from([Buffer.from('Расчёт')]) }),
    );
    const { id } = await must(say(roundId, { files: file.id }));
    expect(await world.db.prisma.file.findUniqueOrThrow({ where: { id: file.id } })).toMatchObject({
      stream: commentStream(id),
      version: 1,
    });
    expect(await codeOf(say(roundId, { files: [file.id] }))).toBe('not_found');
  });

  it('is not taken in a round that answers a council’s recommendations', async () => {
    at(OPENS);
    const host = { kind: 'council_recommendation' as const, councilId: cast.council.id };
    const roundId = await house.open(host, { prepares: cast.secretary, opens: cast.chair });
    expect(await codeOf(say(roundId))).toBe('contributors_only');
    const id = await house.paper(roundId, {}, cast.secretary);
    expect(await house.row(id)).toMatchObject({
      participant: 'council',
      councilId: cast.council.id,
      dueDay: '2026-03-02',
    });
  });
});

describe('personal data', () => {
  const IIN = '900101300017';
  it('in a comment is found and named before it is published', async () => {
    const roundId = await open();
    const refusal = await refusalOf(say(roundId, { text: 'Звоните мне: +7 701 123 45 67, отвечу.' }));
    expect(refusal).toMatchObject({
      code: 'personal_data_found',
      params: { found: expect.stringContaining('701') as string },
    });
  });

  it('may be published by whoever it belongs to, but an individual number never', async () => {
    const roundId = await open();
    const phone = { text: 'Звоните мне: +7 701 123 45 67, отвечу.', publishPersonal: 'true' };
    expect(await codeOf(say(roundId, phone))).toBe('done');
    const number = { text: `Мой ИИН ${IIN}, проверьте.`, publishPersonal: 'true' };
    expect(await codeOf(say(roundId, number))).toBe('personal_data_found');
  });

  it('is looked for in the proposed wording too', async () => {
    const roundId = await open();
    expect(await codeOf(say(roundId, { text: '', wording: `Заявитель ${IIN}.` }))).toBe('personal_data_found');
  });
});

describe('one more voice', () => {
  it('joins what another comment says: at the same clause, in the same point, with or without words of its own', async () => {
    const roundId = await open();
    const documentId = await draftOf(roundId);
    const first = await house.comment(roundId, { documentId, anchor: 'c2' });
    const pointId = await house.point(roundId, [first]);
    const { id } = await must(say(roundId, { ...ofNgo(), joinsId: first, text: '' }, cast.ngo));
    expect(await house.row(id)).toMatchObject({ joinsId: first, documentId, anchor: 'c2', version: 1, pointId });
  });

  it('that joins a voice joins what that one joined; a withdrawn comment is joined by nobody', async () => {
    const roundId = await open();
    const first = await house.comment(roundId);
    const second = await house.comment(roundId, { joinsId: first }, cast.ngo);
    const { id } = await must(say(roundId, { joinsId: second }, cast.stranger));
    expect(await house.row(id)).toMatchObject({ joinsId: first });
    await must(withdrawComment(world, cast.ngo, { commentId: second }));
    expect(await codeOf(say(roundId, { joinsId: second }, cast.stranger))).toBe('not_found');
    expect(await codeOf(say(await open(), { joinsId: first }))).toBe('not_found');
  });

  it('goes with the comment it joined when that one is grouped', async () => {
    const roundId = await open();
    const first = await house.comment(roundId);
    const voice = await house.comment(roundId, { joinsId: first }, cast.ngo);
    const pointId = await house.point(roundId, [first]);
    expect((await house.row(voice)).pointId).toBe(pointId);
    await must(groupComments(world, cast.executor, { roundId, pointId: '', commentIds: first }));
    expect((await house.row(voice)).pointId).toBeNull();
  });
});

describe('input from paper, phone or a hearing', () => {
  it('received in time counts however late it is entered, with its origin, and is equal to the rest', async () => {
    const roundId = await open();
    at('2026-03-02');
    const id = await house.paper(roundId, { receivedDay: CLOSES, givenName: 'Қ. Әлім', origin: 'phone' });
    expect(await house.row(id)).toMatchObject({
      ...{ origin: 'phone', givenName: 'Қ. Әлім', personId: null, participant: 'person', receivedDay: CLOSES },
      ...{ dueDay: '2026-03-10', enteredBy: expect.objectContaining({ name: 'Registrar' }) as object },
    });
    expect(await house.owed(commentStream(id), 'dispose_comment')).toMatchObject({ creditorId: null, closedDay: null });
  });

  it.each([
    ['after the last day', '2026-02-24'],
    ['before the first day', '2026-02-01'],
    ['on a day that is still to come', '2026-03-03'],
  ])('received %s is refused', async (_what, receivedDay) => {
    const roundId = await open();
    at('2026-03-02');
    const entered = enterComment(world, cast.registrar, {
      ...{ roundId, origin: 'paper', receivedDay, text: 'С бумаги.', language: 'ru' },
    });
    expect(await refusalOf(entered)).toMatchObject({ code: 'invalid', fields: { receivedDay: 'bad_day' } });
  });

  it('is not published with somebody’s number, who was never asked', async () => {
    const roundId = await open();
    const text = 'Звоните мне: +7 701 123 45 67, я подожду.';
    const entered = enterComment(world, cast.registrar, {
      ...{ roundId, origin: 'paper', receivedDay: OPENS, text, language: 'ru' },
    });
    expect(await refusalOf(entered)).toMatchObject({ code: 'personal_data_found' });
    expect(await world.db.prisma.comment.count({ where: { roundId } })).toBe(0);
  });

  it('is not entered once the outcome is published: what came so late is another question', async () => {
    at(OPENS);
    const roundId = await house.completed();
    const entered = enterComment(world, cast.registrar, {
      ...{ roundId, origin: 'paper', receivedDay: CLOSES, text: 'С бумаги.', language: 'ru' },
    });
    expect(await codeOf(entered)).toBe('round_completed');
  });

  it('of public control comes from an organisation of the register, each recommendation with its own ten working days', async () => {
    at('2026-08-24');
    const roundId = await house.open({ kind: 'public_control_document' });
    const enter = (organisationId: string) =>
      enterComment(world, cast.registrar, {
        ...{
          roundId,
          origin: 'paper',
          receivedDay: '2026-08-24',
          organisationId,
          text: 'Рекомендуем пандус.',
          language: 'ru',
        },
      });
    expect(await codeOf(enter(''))).toBe('contributors_only');
    expect(await codeOf(enter(world.newId()))).toBe('not_found');
    const { id } = await must(enter(cast.organisationId));
    expect(await house.row(id)).toMatchObject({ participant: 'organisation', dueDay: '2026-09-07' });
  });
});

describe('moderation', () => {
  const ground = { ground: 'insult', reason: 'Оскорбительные слова о сотрудниках.' };
  it('hides with a ground and a reason that its author reads; the comment stays owed an answer', async () => {
    const roundId = await open();
    const { id, number } = await must(say(roundId));
    await must(moderateComment(world, cast.registrar, { step: 'hide', commentId: id, ...ground }));
    expect((await house.row(id)).hidden).toMatchObject({ ...ground, signatory: { name: 'Registrar' } });
    expect(await house.owed(commentStream(id), 'dispose_comment')).toMatchObject({ closedDay: null });
    const told = await house.lettersOf('comment_moderated', number);
    expect(told).toMatchObject([{ personId: cast.citizen.personId, data: ground }]);
  });

  it('shows again with a reason, and neither twice', async () => {
    const roundId = await open();
    const commentId = await house.comment(roundId);
    const show = () => moderateComment(world, cast.head, { step: 'show', commentId, reason: 'Скрыто по ошибке.' });
    expect(await codeOf(show())).toBe('nothing_to_moderate');
    await must(moderateComment(world, cast.head, { step: 'hide', commentId, ...ground }));
    expect(await codeOf(moderateComment(world, cast.head, { step: 'hide', commentId, ...ground }))).toBe(
      'nothing_to_moderate',
    );
    await must(show());
    expect((await house.row(commentId)).hidden).toBeNull();
  });

  it('of a comment that disagrees has no ground: a reason without one is refused', async () => {
    const commentId = await house.comment(await open());
    const hide = moderateComment(world, cast.head, {
      step: 'hide',
      commentId,
      ground: 'disagrees',
      reason: 'Критика.',
    });
    expect(await codeOf(hide)).toBe('invalid');
  });
});

describe('taking back', () => {
  it('is possible to the last minute of the last day, by whoever spoke; then nothing more is owed', async () => {
    const roundId = await open();
    const id = await house.comment(roundId, ofNgo(), cast.ngo);
    expect(await codeOf(withdrawComment(world, cast.citizen, { commentId: id }))).toBe('not_allowed');
    at(CLOSES, '23:59');
    await must(withdrawComment(world, cast.ngo, { commentId: id, statement: 'Вопрос решён.' }));
    expect(await house.row(id)).toMatchObject({ phase: 'withdrawn', endedDay: CLOSES });
    expect(await house.owed(commentStream(id), 'dispose_comment')).toMatchObject({ closedHow: 'released' });
    expect(await codeOf(withdrawComment(world, cast.ngo, { commentId: id }))).toBe('comment_ended');
  });

  it('is over with the last day: what stood there when comments ended is answered', async () => {
    const roundId = await open();
    const commentId = await house.comment(roundId);
    at('2026-02-24', '00:00');
    expect(await codeOf(withdrawComment(world, cast.citizen, { commentId }))).toBe('round_not_open');
  });
});

describe('moving the last day', () => {
  const reason = {
    reasonKk: 'Ұйымдар мереке күндеріне байланысты уақыт сұрады.',
    reasonRu: 'Организации просили времени из-за праздничных дней.',
  };
  const move = (roundId: string, closesDay: Day, viewer = cast.head) =>
    movePeriod(world, viewer, { roundId, closesDay, ...reason });

  it('later moves every day by which something is owed, keeps the day shown before, and tells everyone once', async () => {
    const roundId = await open({ topic: 'transport' });
    const { number } = await house.state(roundId);
    const mine = await house.comment(roundId, ofNgo(), cast.ngo);
    const paper = await house.paper(roundId);
    await must(follow(world, cast.citizen, { what: 'topic', value: 'transport' }));
    await must(follow(world, cast.ngo, { what: 'round', value: number }));
    await must(move(roundId, '2026-03-02'));
    for (const id of [mine, paper]) {
      expect((await house.row(id)).dueDay).toBe('2026-03-17');
      expect(await house.owed(commentStream(id), 'dispose_comment')).toMatchObject({
        ...{ dueDay: '2026-03-17', lawfulDue: '2026-03-10' },
      });
    }
    for (const [key, dueDay] of [
      ['dispose', '2026-03-17'],
      ['publish_outcome', '2026-04-03'],
    ] as const)
      expect(await house.owed(roundStream(roundId), key)).toMatchObject({ dueDay });
    const told = await house.lettersOf('round_period_moved', number);
    expect(told.map(({ personId }) => personId).sort()).toEqual([cast.ngo.personId, cast.citizen.personId].sort());
    expect(told[0]?.data).toMatchObject({ how: 'extended', was: CLOSES, closesDay: '2026-03-02' });
    at('2026-03-02', '23:59');
    expect(await codeOf(say(roundId))).toBe('done');
    await world.db.prisma.follow.deleteMany();
  });

  it('is signed by the head, with a reason in both languages', async () => {
    const roundId = await open();
    expect(await codeOf(move(roundId, '2026-03-02', cast.executor))).toBe('not_allowed');
    const silent = movePeriod(world, cast.head, { roundId, closesDay: '2026-03-02', ...reason, reasonKk: '' });
    expect(await refusalOf(silent)).toMatchObject({ code: 'invalid', fields: { reasonKk: 'required' } });
  });

  it('to the same day, or to a day that has passed, moves nothing', async () => {
    const roundId = await open();
    expect(await refusalOf(move(roundId, CLOSES))).toMatchObject({
      code: 'period_not_later',
      params: { closes: CLOSES },
    });
    at('2026-02-17');
    expect(await codeOf(move(roundId, '2026-02-16'))).toBe('period_not_shorter');
  });

  it('earlier never goes below the floor, and not into the past', async () => {
    const roundId = await open();
    expect(await refusalOf(move(roundId, '2026-02-13'))).toMatchObject({
      code: 'period_too_short',
      params: { earliest: '2026-02-16' },
    });
    const commentId = await house.comment(roundId);
    await must(move(roundId, '2026-02-16'));
    expect((await house.row(commentId)).dueDay).toBe('2026-03-02');
    expect((await house.state(roundId)).moves).toMatchObject([
      { how: 'shortened', was: CLOSES, closesDay: '2026-02-16' },
    ]);
    at('2026-02-17');
    expect(await codeOf(say(roundId))).toBe('round_not_open');
  });

  it('after it has passed reopens the round: it takes comments again, and what was answered stays answered', async () => {
    const roundId = await open();
    const answered = await house.comment(roundId);
    await house.close(roundId);
    await house.answerAll(roundId);
    expect(await house.owed(roundStream(roundId), 'dispose')).toMatchObject({ closedHow: 'discharged' });
    at('2026-03-02');
    await must(move(roundId, '2026-03-06'));
    const late = await house.comment(roundId);
    expect((await house.row(late)).dueDay).toBe('2026-03-26');
    expect(await house.row(answered)).toMatchObject({ phase: 'disposed', dueDay: '2026-03-10' });
    expect(await house.owed(roundStream(roundId), 'dispose#2')).toMatchObject({
      dueDay: '2026-03-26',
      closedDay: null,
    });
  });

  it('is over once the body has decided', async () => {
    const roundId = await open();
    await house.close(roundId);
    await house.decide(roundId);
    expect(await codeOf(move(roundId, '2026-03-06'))).toBe('already_decided');
  });

  it('moves nothing where the answer is owed from the day the recommendation came', async () => {
    at('2026-08-24');
    const roundId = await house.open({ kind: 'public_control_document', closesDay: '2026-09-30' });
    const id = await house.paper(roundId, { receivedDay: '2026-08-24', organisationId: cast.organisationId });
    await must(move(roundId, '2026-10-09'));
    expect((await house.row(id)).dueDay).toBe('2026-09-07');
  });
});

it('after all this every chain is whole, and the rows are what the events say', async () => {
  const { faults, streams } = await verifyLedger(world);
  expect(faults).toEqual([]);
  expect(streams).toBeGreaterThan(40);
});
