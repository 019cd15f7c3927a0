// Answers to comments: grouped by people, drafted by one, approved by another, in one act however many there are. "Accepted" means
// that the text differs; planted changes that change nothing are refused.
import { beforeAll, describe, expect, it } from 'vitest';
import { makeComment } from '../../app/commands/comments/make';
import { withdrawComment } from '../../app/commands/comments/withdraw';
import { decideAnswer } from '../../app/commands/points/decide-answer';
import { draftAnswer } from '../../app/commands/points/draft-answer';
import { groupComments } from '../../app/commands/points/group';
import { makePoint, renamePoint } from '../../app/commands/points/make-point';
import { commentStream } from '../../app/core/comment';
import { pointStanding } from '../../app/core/point';
import { roundStream } from '../../app/core/round';
import { verifyLedger } from '../../app/data/verify';
import { codeOf, DRAFT, must, REASON, refusalOf, roundHouse } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const test = testWorld();
const { world, at } = test;
let cast: Cast;
const house = roundHouse(test, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
});

/** A closed round with `n` comments of as many people's words, and their ids. */
async function closedRound(n = 1, more: Parameters<typeof house.open>[0] = {}) {
  at('2026-02-02');
  const roundId = await house.open(more);
  const ids: string[] = [];
  for (let i = 0; i < n; i++) ids.push(await house.comment(roundId, { text: `Срок мал, замечание ${i + 1}.` }));
  await house.close(roundId);
  return { roundId, ids };
}
const draft = (roundId: string, pointId: string, more: object = {}, viewer = cast.executor) =>
  draftAnswer(world, viewer, { roundId, pointId, code: 'rejected', ...REASON, ...more });
const approve = (roundId: string, pointId: string, viewer = cast.head) =>
  decideAnswer(world, viewer, { roundId, pointId, decision: 'approve' });
/** The second version of the draft in a language, with one clause told otherwise. */
async function changed(roundId: string, language: 'kk' | 'ru', change: (markdown: string) => string) {
  await house.document(roundId, 'draft', language, { markdown: change(DRAFT[language]) });
  const added = (await house.state(roundId)).documents.at(-1);
  return added?.documentId ?? '';
}
const twentyDays = (markdown: string) => markdown.replace('десяти рабочих', 'двадцати рабочих');

describe('grouping', () => {
  it('makes a point of comments that say the same, and of any that is left; a comment is in one point only', async () => {
    const { roundId, ids } = await closedRound(3);
    const [a = '', b = '', c = ''] = ids;
    const first = await house.point(roundId, [a, b]);
    const numberOfB = (await house.row(b)).number;
    const elsewhere = { code: 'comment_grouped_elsewhere', params: { numbers: numberOfB } };
    const both = makePoint(world, cast.executor, { roundId, title: 'Порядок', commentIds: [b, c] });
    expect(await refusalOf(both)).toMatchObject(elsewhere);
    const second = await house.point(roundId, [c], 'Порядок');
    const into = (pointId: string) => groupComments(world, cast.executor, { roundId, pointId, commentIds: [b] });
    expect(await refusalOf(into(second))).toMatchObject(elsewhere);
    await must(into(''));
    await must(into(second));
    expect((await Promise.all(ids.map(house.row))).map(({ pointId }) => pointId)).toEqual([first, second, second]);
    await must(into(second));
    await must(into(''));
    await must(into(first));
    await must(groupComments(world, cast.executor, { roundId, pointId: '', commentIds: [c] }));
    expect((await Promise.all(ids.map(house.row))).map(({ pointId }) => pointId)).toEqual([first, first, null]);
  });

  it('takes a comment that is named twice once', async () => {
    const { roundId, ids } = await closedRound(1);
    const [id = ''] = ids;
    const point = await house.point(roundId, [id, id]);
    expect((await house.row(id)).pointId).toBe(point);
    expect(await world.db.prisma.event.count({ where: { stream: commentStream(id), type: 'comment.grouped' } })).toBe(
      1,
    );
  });

  it('takes the voices that stand where the comment stands; one that was put elsewhere stays there', async () => {
    at('2026-02-02');
    const roundId = await house.open();
    const id = await house.comment(roundId);
    const [near, far] = [await house.comment(roundId, { joinsId: id }), await house.comment(roundId, { joinsId: id })];
    const other = await house.point(roundId, [far], 'Порядок');
    const point = await house.point(roundId, [id]);
    const standing = async () => (await Promise.all([id, near, far].map(house.row))).map(({ pointId }) => pointId);
    expect(await standing()).toEqual([point, point, other]);
    await must(groupComments(world, cast.executor, { roundId, pointId: '', commentIds: [id] }));
    expect(await standing()).toEqual([null, null, other]);
  });

  it('of the same comment by two analysts at the same moment puts it into one point, and tells the other', async () => {
    const { roundId, ids } = await closedRound(1);
    const codes = await Promise.all(
      ['Срок', 'Порядок'].map((title) =>
        codeOf(makePoint(world, cast.executor, { roundId, title: `${title} рассмотрения`, commentIds: ids })),
      ),
    );
    expect(codes.toSorted()).toEqual(['comment_grouped_elsewhere', 'done']);
    expect((await house.state(roundId)).points).toHaveLength(1);
  });

  it('may begin while comments still come, and leaves other rounds alone', async () => {
    at('2026-02-02');
    const roundId = await house.open();
    const id = await house.comment(roundId);
    await house.point(roundId, [id]);
    const other = await house.comment(await house.open());
    expect(await codeOf(makePoint(world, cast.executor, { roundId, title: 'Чужое', commentIds: [other] }))).toBe(
      'not_found',
    );
    expect(await codeOf(groupComments(world, cast.executor, { roundId, pointId: world.newId(), commentIds: id }))).toBe(
      'point_unknown',
    );
  });

  it('a point is given a better title; one that is not there is not', async () => {
    const { roundId, ids } = await closedRound();
    const pointId = await house.point(roundId, ids);
    await must(renamePoint(world, cast.executor, { roundId, pointId, title: 'Срок рассмотрения мал' }));
    expect((await house.state(roundId)).points).toMatchObject([{ title: 'Срок рассмотрения мал' }]);
    const unknown = renamePoint(world, cast.executor, { roundId, pointId: world.newId(), title: 'Нет такого' });
    expect(await codeOf(unknown)).toBe('point_unknown');
  });

  it('what was answered or withdrawn is grouped no more', async () => {
    const { roundId, ids } = await closedRound(2);
    const pointId = await house.point(roundId, ids.slice(0, 1));
    await house.answer(roundId, pointId);
    expect(await codeOf(makePoint(world, cast.executor, { roundId, title: 'Ещё раз', commentIds: ids }))).toBe(
      'comment_ended',
    );
    expect((await house.row(ids[1] ?? '')).pointId, 'nor the one beside it').toBeNull();
  });
});

describe('four eyes', () => {
  it('whoever drafts an answer does not approve it, not even the head; another head may', async () => {
    const { roundId, ids } = await closedRound();
    const pointId = await house.point(roundId, ids);
    await must(draft(roundId, pointId, {}, cast.head));
    expect(await refusalOf(approve(roundId, pointId))).toEqual({
      code: 'same_person',
      basis: { act: 'guide', article: '11' },
    });
    expect(await codeOf(approve(roundId, pointId, cast.executor))).toBe('not_allowed');
    expect((await house.row(ids[0] ?? '')).phase).toBe('open');
    await must(draft(roundId, pointId));
    await must(approve(roundId, pointId));
    expect(await house.row(ids[0] ?? '')).toMatchObject({
      phase: 'disposed',
      drafter: expect.objectContaining({ name: 'Executor' }) as object,
      approver: expect.objectContaining({ name: 'Head' }) as object,
    });
  });

  it('a draft is sent back with a reason that its drafter reads, and comes again', async () => {
    const { roundId, ids } = await closedRound();
    const { number } = await house.state(roundId);
    const pointId = await house.point(roundId, ids);
    await must(draft(roundId, pointId));
    expect((await house.lettersOf('answer_to_approve', number)).map(({ personId }) => personId)).toEqual([
      cast.head.personId,
    ]);
    const back = { roundId, pointId, decision: 'return', reason: 'Нет статьи закона, на которой стоит отказ.' };
    await must(decideAnswer(world, cast.head, back));
    expect(await house.lettersOf('answer_returned', number)).toMatchObject([
      { personId: cast.executor.personId, data: { reason: back.reason } },
    ]);
    expect(await codeOf(approve(roundId, pointId)), 'what was sent back').toBe('point_without_draft');
    await must(draft(roundId, pointId));
    await must(approve(roundId, pointId));
    expect((await house.state(roundId)).points.map(pointStanding)).toEqual(['approved']);
  });

  it('nothing is approved twice, and nothing that was not drafted', async () => {
    const { roundId, ids } = await closedRound();
    const pointId = await house.point(roundId, ids);
    expect(await codeOf(approve(roundId, pointId))).toBe('point_without_draft');
    await must(draft(roundId, pointId));
    const both = await Promise.all([codeOf(approve(roundId, pointId)), codeOf(approve(roundId, pointId))]);
    const [other, ...more] = both.filter((code) => code !== 'done');
    expect(more, 'one of the two is done').toEqual([]);
    expect(['point_without_draft', 'point_empty']).toContain(other);
    const answers = { stream: commentStream(ids[0] ?? ''), type: 'comment.disposed' };
    expect(await world.db.prisma.event.count({ where: answers })).toBe(1);
  });

  it('while comments are still taken nothing is answered for good', async () => {
    at('2026-02-02');
    const roundId = await house.open();
    const pointId = await house.point(roundId, [await house.comment(roundId)]);
    await must(draft(roundId, pointId));
    at('2026-02-23', '23:59');
    expect(await refusalOf(approve(roundId, pointId))).toMatchObject({
      code: 'round_still_open',
      params: { closes: '2026-02-23' },
    });
    at('2026-02-24', '00:00');
    expect(await codeOf(approve(roundId, pointId))).toBe('done');
  });
});

describe('an answer', () => {
  it('has its reason in both state languages', async () => {
    const { roundId, ids } = await closedRound();
    const pointId = await house.point(roundId, ids);
    expect(await refusalOf(draft(roundId, pointId, { reasonKk: '' }))).toMatchObject({
      fields: { reasonKk: 'required' },
    });
    expect(await refusalOf(draft(roundId, pointId, { reasonRu: 'Нет.' }))).toMatchObject({
      fields: { reasonRu: 'too_short' },
    });
  });

  it('closes the duty to answer each comment, and tells each author in the words meant for them', async () => {
    const { roundId, ids } = await closedRound(2);
    const [first = '', second = ''] = ids;
    const pointId = await house.point(roundId, ids);
    const own = { commentId: second, kk: 'Сіздің мысалыңыз бөлек қаралды.', ru: 'Ваш пример рассмотрен отдельно.' };
    await must(draft(roundId, pointId, { edits: [own] }));
    await must(approve(roundId, pointId));
    for (const id of ids)
      expect(await house.owed(commentStream(id), 'dispose_comment')).toMatchObject({ closedHow: 'discharged' });
    const told = async (id: string) =>
      (await house.lettersOf('comment_answered', (await house.row(id)).number)).map(({ data }) => data.reason);
    expect(await told(first)).toEqual([{ kk: REASON.reasonKk, ru: REASON.reasonRu }]);
    expect(await told(second)).toEqual([{ kk: own.kk, ru: own.ru }]);
    expect((await house.row(second)).disposition).toMatchObject({ code: 'rejected', reason: { ru: own.ru } });
  });

  it('with words for a comment of another point, or in one language only, changes nothing for it', async () => {
    const { roundId, ids } = await closedRound(2);
    const [first = '', second = ''] = ids;
    const pointId = await house.point(roundId, [first]);
    const halves = { kk: '', ru: 'Только по-русски.' };
    await must(
      draft(roundId, pointId, {
        edits: [
          { commentId: second, kk: 'Басқа', ru: 'Иное' },
          { commentId: first, ...halves },
        ],
      }),
    );
    expect((await house.state(roundId)).points[0]?.draft?.edits).toEqual([]);
  });

  it('to all comments discharges the round’s duty; a last one left keeps it', async () => {
    const { roundId, ids } = await closedRound(2);
    const rest = await house.point(roundId, ids.slice(1), 'Порядок');
    await house.answer(roundId, await house.point(roundId, ids.slice(0, 1)));
    expect(await house.owed(roundStream(roundId), 'dispose')).toMatchObject({ closedDay: null });
    await house.answer(roundId, rest);
    expect(await house.owed(roundStream(roundId), 'dispose')).toMatchObject({
      closedDay: '2026-02-24',
      closedHow: 'discharged',
    });
  });

  it('to a point without comments has nobody to read it', async () => {
    const { roundId, ids } = await closedRound();
    const pointId = await house.point(roundId, ids);
    await must(groupComments(world, cast.executor, { roundId, pointId: '', commentIds: ids }));
    expect(await codeOf(draft(roundId, pointId))).toBe('point_empty');
    expect(await codeOf(draft(roundId, world.newId()))).toBe('point_unknown');
  });

  it('reaches comments that came into the point after it was drafted, and none that were withdrawn', async () => {
    at('2026-02-02');
    const roundId = await house.open();
    const [stays, goes] = [await house.comment(roundId), await house.comment(roundId)];
    const pointId = await house.point(roundId, [stays, goes]);
    await must(draft(roundId, pointId));
    await must(withdrawComment(world, cast.citizen, { commentId: goes }));
    const voice = await house.comment(roundId, { joinsId: stays }, cast.ngo);
    await house.close(roundId);
    await must(approve(roundId, pointId));
    expect((await Promise.all([stays, goes, voice].map(house.row))).map(({ phase }) => phase)).toEqual([
      'disposed',
      'withdrawn',
      'disposed',
    ]);
  });
});

describe('accepted means changed', () => {
  it('without a changed clause nothing is accepted, not even in part', async () => {
    const { roundId, ids } = await closedRound();
    const pointId = await house.point(roundId, ids);
    for (const code of ['accepted', 'partly'])
      expect(await refusalOf(draft(roundId, pointId, { code }))).toMatchObject({
        code: 'change_missing',
        fields: { changes: 'required' },
        basis: { act: 'guide', article: '10' },
      });
  });

  it('a clause of the version that people commented on shows no change', async () => {
    const { roundId, ids } = await closedRound();
    const pointId = await house.point(roundId, ids);
    const first = (await house.state(roundId)).documents.find(
      ({ role, language }) => role === 'draft' && language === 'ru',
    );
    expect(await codeOf(draft(roundId, pointId, { code: 'accepted', changes: `${first?.documentId}/c2` }))).toBe(
      'clause_unknown',
    );
  });

  it.each([
    ['the very same words', (text: string) => text],
    ['another number before the clause', (text: string) => text.replace('2. ', '12. ')],
    ['a space more', (text: string) => text.replace('десяти рабочих', 'десяти  рабочих')],
    ['Latin letters that look like Cyrillic ones', (text: string) => text.replace('десяти рабочих', 'дeсяти pабочих')],
    ['no full stop at the end', (text: string) => text.replace('рабочих дней.', 'рабочих дней')],
    [
      'a clause that was changed, but another one',
      (text: string) => text.replace('руководитель', 'первый руководитель'),
    ],
  ])('planted: %s is no change', async (_what, change) => {
    const { roundId, ids } = await closedRound();
    const pointId = await house.point(roundId, ids);
    const documentId = await changed(roundId, 'ru', change);
    expect(await codeOf(draft(roundId, pointId, { code: 'accepted', changes: `${documentId}/c2` }))).toBe(
      'change_not_different',
    );
  });

  it('one empty change among real ones is found', async () => {
    const { roundId, ids } = await closedRound();
    const pointId = await house.point(roundId, ids);
    const documentId = await changed(roundId, 'ru', twentyDays);
    const changes = [`${documentId}/c2`, `${documentId}/c3`];
    expect(await refusalOf(draft(roundId, pointId, { code: 'partly', changes }))).toMatchObject({
      code: 'change_not_different',
      params: { clause: 'c3' },
    });
  });

  it('a clause that says something else is a change; so is one that is new, and one that is gone', async () => {
    const { roundId, ids } = await closedRound();
    const pointId = await house.point(roundId, ids);
    const documentId = await changed(roundId, 'ru', (text) =>
      twentyDays(text).replace(
        '\n\n4. Причина отказа указывается.',
        '\n\n5. Отказ можно обжаловать вышестоящему органу.',
      ),
    );
    const anchors = (await world.db.prisma.clause.findMany({ where: { documentId }, select: { anchor: true } })).map(
      ({ anchor }) => anchor,
    );
    const fresh = anchors.find((anchor) => !['c1', 'c2', 'c3', 'c4'].includes(anchor));
    for (const anchor of ['c2', fresh, 'c4'].filter((one) => one !== undefined))
      expect(
        await codeOf(draft(roundId, pointId, { code: 'accepted', changes: `${documentId}/${anchor}` })),
        anchor,
      ).toBe('done');
    expect(await codeOf(draft(roundId, pointId, { code: 'accepted', changes: `${documentId}/c99` }))).toBe(
      'clause_unknown',
    );
  });

  it('the change is compared with what people read, however many versions lie between', async () => {
    const { roundId, ids } = await closedRound();
    const pointId = await house.point(roundId, ids);
    await changed(roundId, 'ru', twentyDays);
    const back = await changed(roundId, 'ru', (text) => text);
    expect(await codeOf(draft(roundId, pointId, { code: 'accepted', changes: `${back}/c2` }))).toBe(
      'change_not_different',
    );
  });

  it('a change in the Kazakh text counts like one in the Russian', async () => {
    const { roundId, ids } = await closedRound();
    const pointId = await house.point(roundId, ids);
    const documentId = await changed(roundId, 'kk', (text) => text.replace('он жұмыс', 'жиырма жұмыс'));
    await house.answer(roundId, pointId, { code: 'accepted', changes: `${documentId}/c2` });
    expect((await house.row(ids[0] ?? '')).disposition).toMatchObject({
      code: 'accepted',
      changes: [{ documentId, version: 2, anchor: 'c2' }],
    });
  });

  it('is looked at once more when the answer is approved: a change that was taken back meanwhile is none', async () => {
    const { roundId, ids } = await closedRound();
    const pointId = await house.point(roundId, ids);
    const documentId = await changed(roundId, 'ru', twentyDays);
    await must(draft(roundId, pointId, { code: 'partly', changes: `${documentId}/c2` }));
    await changed(roundId, 'ru', (text) => text.replace('руководитель', 'первый руководитель'));
    expect(await refusalOf(approve(roundId, pointId))).toEqual({
      ...{ code: 'change_undone', params: { version: 3 } },
      basis: { act: 'guide', article: '10' },
    });
    expect((await house.row(ids[0] ?? '')).phase).toBe('open');
    await changed(roundId, 'ru', (text) =>
      twentyDays(text).replace('Заявление рассматривается', 'Оно рассматривается'),
    );
    await must(approve(roundId, pointId));
  });

  it('that stood in a clause which came and went again is none; of a clause that is gone for good it stands', async () => {
    const { roundId, ids } = await closedRound(2);
    const [first = '', second = ''] = ids;
    const points = [await house.point(roundId, [first]), await house.point(roundId, [second], 'Отказ')];
    const longer = await changed(roundId, 'ru', (text) => `${text}\n\n5. Отказ можно обжаловать вышестоящему органу.`);
    const anchors = await world.db.prisma.clause.findMany({ where: { documentId: longer }, select: { anchor: true } });
    const fresh = anchors.find(({ anchor }) => !['c1', 'c2', 'c3', 'c4'].includes(anchor))?.anchor;
    await must(draft(roundId, points[0] ?? '', { code: 'accepted', changes: `${longer}/${fresh}` }));
    const shorter = await changed(roundId, 'ru', (text) => text.replace('\n\n4. Причина отказа указывается.', ''));
    await must(draft(roundId, points[1] ?? '', { code: 'accepted', changes: `${shorter}/c4` }));
    expect(await refusalOf(approve(roundId, points[0] ?? ''))).toMatchObject({ code: 'change_undone' });
    await must(approve(roundId, points[1] ?? ''));
  });

  it('where there is no draft, there is nothing to show', async () => {
    const { roundId, ids } = await closedRound(1, { kind: 'early_dialogue' });
    const pointId = await house.point(roundId, ids);
    expect(await codeOf(draft(roundId, pointId, { code: 'accepted' }))).toBe('done');
  });
});

describe('a comment that is the same as another', () => {
  it('names that other one of the round, by its number', async () => {
    const { roundId, ids } = await closedRound(3);
    const [a = '', b = '', gone = ''] = ids;
    const pointId = await house.point(roundId, [b]);
    const numberOf = async (id: string) => (await house.row(id)).number;
    const dup = async (duplicateOf: string) => codeOf(draft(roundId, pointId, { code: 'duplicate', duplicateOf }));
    expect(await dup('')).toBe('target_missing');
    expect(await dup('C-2026-999999')).toBe('target_missing');
    expect(await dup(await numberOf(b)), 'itself').toBe('target_missing');
    const elsewhere = await closedRound();
    expect(await dup(await numberOf(elsewhere.ids[0] ?? '')), 'of another round').toBe('target_missing');
    expect(await dup((await numberOf(a)).toLowerCase())).toBe('done');
    expect((await house.state(roundId)).points[0]?.draft?.disposition.duplicateOf).toBe(await numberOf(a));
    expect(await dup(await numberOf(gone))).toBe('done');
  });

  /** Three comments, each in a point of its own, with their numbers. */
  async function threePoints() {
    const { roundId, ids } = await closedRound(3);
    const points: string[] = [];
    for (const id of ids) points.push(await house.point(roundId, [id]));
    const numbers = (await Promise.all(ids.map(house.row))).map(({ number }) => number);
    const same = (at: number, other: number) =>
      draft(roundId, points[at] ?? '', { code: 'duplicate', duplicateOf: numbers[other] });
    const answer = (at: number) => approve(roundId, points[at] ?? '');
    return { roundId, ids, points, numbers, same, answer };
  }

  it('shares an answer that is there: until then it is not approved, and the comment named can leave its point', async () => {
    const { roundId, ids, points, numbers, same, answer } = await threePoints();
    await must(same(0, 1));
    expect(await refusalOf(answer(0))).toEqual({ code: 'target_unanswered', params: { number: numbers[1] } });
    await must(groupComments(world, cast.executor, { roundId, pointId: '', commentIds: [ids[1]] }));
    expect(await codeOf(answer(0)), 'in no point').toBe('target_unanswered');
    await must(groupComments(world, cast.executor, { roundId, pointId: points[1], commentIds: [ids[1]] }));
    await house.answer(roundId, points[1] ?? '');
    await must(answer(0));
    expect(await codeOf(groupComments(world, cast.executor, { roundId, pointId: '', commentIds: [ids[1]] }))).toBe(
      'comment_ended',
    );
  });

  it('leads to the one at the end of a chain, whatever it was told to name', async () => {
    const { roundId, points, numbers, same, answer } = await threePoints();
    await house.answer(roundId, points[2] ?? '');
    await must(same(1, 2));
    await must(answer(1));
    await must(same(0, 1));
    expect((await house.state(roundId)).points[0]?.draft?.disposition.duplicateOf).toBe(numbers[2]);
    await must(answer(0));
  });

  it('names none that is drafted to name another, nor one that became so afterwards', async () => {
    const { roundId, points, numbers, same, answer } = await threePoints();
    await must(same(1, 2));
    const refused = { code: 'target_is_duplicate', params: { number: numbers[1], other: numbers[2] } };
    expect(await refusalOf(same(0, 1))).toMatchObject(refused);
    await must(draft(roundId, points[1] ?? ''));
    await must(same(0, 1));
    await must(same(1, 2));
    await house.answer(roundId, points[2] ?? '');
    await must(answer(1));
    expect(await refusalOf(answer(0))).toMatchObject(refused);
    expect(await codeOf(same(0, 1))).toBe('done');
    await must(answer(0));
  });

  it('never leads back: two that name each other cannot both be drafted, and neither is approved before the other', async () => {
    const { same, answer } = await threePoints();
    await must(same(0, 1));
    expect(await codeOf(same(1, 0))).toBe('target_is_duplicate');
    expect(await codeOf(answer(0))).toBe('target_unanswered');
  });
});

describe('many', () => {
  it('500 identical comments are one point and are answered in one act', { timeout: 120_000 }, async () => {
    at('2026-02-02');
    const roundId = await house.open();
    const ids: string[] = [];
    for (let n = 0; n < 500; n += 25)
      ids.push(...(await Promise.all(Array.from({ length: 25 }, () => house.comment(roundId)))));
    await house.close(roundId);
    const pointId = await house.point(roundId, ids);
    await must(draft(roundId, pointId));
    const events = await world.db.prisma.event.count();
    const began = performance.now();
    await must(approve(roundId, pointId));
    console.log(
      `500 identical comments approved in one act: ${Math.round(performance.now() - began)} ms (expected below 2,000)`,
    );
    expect((await world.db.prisma.event.count()) - events).toBe(501);
    expect(await world.db.prisma.comment.count({ where: { roundId, phase: 'disposed', code: 'rejected' } })).toBe(500);
    expect(await house.owed(roundStream(roundId), 'dispose')).toMatchObject({ closedHow: 'discharged' });
  });
});

it('after all this every chain is whole, and the rows are what the events say', async () => {
  const { faults } = await verifyLedger(world);
  expect(faults).toEqual([]);
  expect(await codeOf(makeComment(world, cast.citizen, {}))).toBe('invalid');
});
