// A round until it opens: prepared unseen, held up by its gate, let through by signed waivers, announced to those invited and to those
// who follow. What is published at the opening stays.
import { beforeAll, describe, expect, it } from 'vitest';
import { follow } from '../../app/commands/follows/follow';
import { unfollow } from '../../app/commands/follows/unfollow';
import { makeComment } from '../../app/commands/comments/make';
import { draftAnswer } from '../../app/commands/points/draft-answer';
import { addDocument } from '../../app/commands/rounds/add-document';
import { inviteToRound } from '../../app/commands/rounds/invite';
import { prepareView } from '../../app/queries/round-prepare';
import { openRound } from '../../app/commands/rounds/open';
import { prepareRound } from '../../app/commands/rounds/prepare';
import { reviseRound } from '../../app/commands/rounds/revise';
import { signChecklist } from '../../app/commands/rounds/sign-checklist';
import { waiveCheck } from '../../app/commands/rounds/waive';
import { scorecardOf } from '../../app/core/gate';
import { clockOf } from '../../app/core/obligation';
import type { Refusal } from '../../app/core/refusal';
import { roundStream } from '../../app/core/round';
import { reachOf } from '../../app/data/round-people';
import { verifyLedger } from '../../app/data/verify';
import { DOCUMENT_ROLES, NEUTRAL_QUESTIONS, ROUND_KINDS, type GateCheck, type RoundKind } from '../../guide/schema';
import { codeOf, DRAFT, must, REASON, refusalOf, roundHouse } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const test = testWorld();
const { world, at } = test;
let cast: Cast;
const house = roundHouse(test, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
});

const open = (roundId: string, viewer = cast.head) => openRound(world, viewer, { roundId });
const barredBy = async (roundId: string): Promise<string[]> => {
  const refusal = await refusalOf(open(roundId));
  expect(refusal?.code).toBe('gate_barred');
  return String(refusal?.params?.checks).split(' ');
};
const waive = (roundId: string, check: GateCheck, viewer = cast.head) =>
  waiveCheck(world, viewer, { roundId, check, reason: 'Срок назван в поручении, другого времени нет.' });
const reader = ({ personId }: { personId: string | null }) => personId;

describe('preparing', () => {
  it('a round that is being prepared is seen by its host alone: to everyone else there is none', async () => {
    at('2026-02-02');
    const roundId = await house.prepare();
    const refused: Refusal | null = await refusalOf(
      makeComment(world, cast.citizen, { roundId, text: 'Есть замечание.', language: 'ru' }),
    );
    expect(refused?.code).toBe('not_found');
    const { number } = await house.state(roundId);
    expect(await codeOf(follow(world, cast.citizen, { what: 'round', value: number }))).toBe('not_found');
    expect(await codeOf(follow(world, cast.executor, { what: 'round', value: number }))).toBe('done');
  });

  it('the same form sent twice, even at the same moment, prepares one round', async () => {
    at('2026-02-02');
    const key = world.newId();
    const form = { ...house.said(), key };
    const [first, second] = await Promise.all([
      prepareRound(world, cast.executor, form),
      prepareRound(world, cast.executor, form),
    ]);
    const third = await must(prepareRound(world, cast.executor, form));
    expect([first, second].map((it) => it.ok && it.value.id)).toEqual([third.id, third.id]);
  });

  it.each([
    ['a first day that has passed', { opensDay: '2026-01-30' }, { opensDay: 'bad_day' }],
    ['a last day before the first', { opensDay: '2026-02-10', closesDay: '2026-02-09' }, { closesDay: 'bad_day' }],
    ['a hearing before the round opens', { hearingDay: '2026-01-31' }, { hearingDay: 'bad_day' }],
    [
      'a follow-up before comments end',
      { closesDay: '2026-02-23', followUpDay: '2026-02-23' },
      { followUpDay: 'bad_day' },
    ],
    ['no title in Kazakh', { titleKk: '' }, { titleKk: 'required' }],
    ['a topic that is none', { topic: 'weather' }, { topic: 'bad_choice' }],
  ])('%s is refused with the field', async (_what, fault, fields) => {
    at('2026-02-02');
    const refusal = await refusalOf(prepareRound(world, cast.executor, { ...house.said(), ...fault }));
    expect(refusal).toMatchObject({ code: 'invalid', fields });
  });

  it('a body does not host what only a council may, and a council not what only a body may', async () => {
    at('2026-02-02');
    const recommend = house.said({ kind: 'council_recommendation' });
    expect(await codeOf(prepareRound(world, cast.executor, recommend))).toBe('contributors_only');
    const act = { ...house.said({ kind: 'draft_act' }), councilId: cast.council.id };
    expect(await codeOf(prepareRound(world, cast.secretary, act))).toBe('contributors_only');
    expect(await codeOf(prepareRound(world, cast.secretary, { ...recommend, councilId: cast.council.id }))).toBe(
      'done',
    );
  });

  it('a council hosts rounds of its own body, not of another', async () => {
    at('2026-02-02');
    const elsewhere = { ...house.said({ kind: 'budget_plan' }), councilId: cast.council.id, bodyId: cast.committee.id };
    expect(await codeOf(prepareRound(world, cast.secretary, elsewhere))).toBe('not_found');
  });

  it('a signed checklist is void when the words it was signed for change', async () => {
    at('2026-02-02');
    const roundId = await house.prepare();
    await house.fill(roundId);
    await must(reviseRound(world, cast.executor, { roundId, ...house.said(), summaryRu: 'Согласны ли вы, как все?' }));
    expect(await barredBy(roundId)).toEqual(['neutral']);
    await must(signChecklist(world, cast.executor, { roundId, answers: NEUTRAL_QUESTIONS.slice(1) }));
    expect(await barredBy(roundId), 'one question is not answered').toEqual(['neutral']);
    await must(signChecklist(world, cast.executor, { roundId, answers: NEUTRAL_QUESTIONS }));
    expect(await codeOf(open(roundId))).toBe('done');
  });
});

describe('the gate', () => {
  it('six working days are left over Nauryz where ten are asked: the round does not open, and says from which day it could end', async () => {
    at('2026-03-18');
    const roundId = await house.prepare({ kind: 'budget_plan', closesDay: '2026-03-31' });
    await house.fill(roundId);
    expect(await barredBy(roundId)).toEqual(['time_left']);
    await must(waive(roundId, 'time_left'));
    await must(open(roundId));
    const line = (await house.state(roundId)).scorecard?.find(({ check }) => check === 'time_left');
    expect(line).toMatchObject({
      passed: false,
      facts: { workingDays: 6, needed: 10, earliest: '2026-04-06' },
      waiver: { reason: 'Срок назван в поручении, другого времени нет.', signatory: { name: 'Head' } },
    });
  });

  it('the Kazakh annex is missing: the gate names it', async () => {
    at('2026-02-02');
    const roundId = await house.prepare();
    for (const role of ['draft', 'explanatory_note'] as const)
      for (const language of ['kk', 'ru'] as const) await house.document(roundId, role, language);
    await house.document(roundId, 'comparison_table', 'ru');
    await must(inviteToRound(world, cast.executor, { roundId, organisationIds: cast.organisationId }));
    await must(signChecklist(world, cast.executor, { roundId, answers: NEUTRAL_QUESTIONS }));
    expect(await barredBy(roundId)).toEqual(['languages']);
    await house.document(roundId, 'comparison_table', 'kk');
    await must(open(roundId));
    const { scorecard } = await house.state(roundId);
    expect(scorecard?.every(({ passed, waiver }) => passed && waiver === null)).toBe(true);
  });

  it('a picture of a text passes for no text', async () => {
    at('2026-02-02');
    const roundId = await house.prepare();
    await house.fill(roundId);
    await house.document(roundId, 'comparison_table', 'kk', { readable: false });
    expect(await barredBy(roundId)).toEqual(['machine_readable']);
  });

  it('nobody was invited; then somebody, but nobody from a region that has organisations', async () => {
    at('2026-02-02');
    const roundId = await house.prepare({ regions: ['KZ-75', 'KZ-71', 'KZ-10'] });
    for (const role of ['draft', 'explanatory_note', 'comparison_table'] as const)
      for (const language of ['kk', 'ru'] as const) await house.document(roundId, role, language);
    await must(signChecklist(world, cast.executor, { roundId, answers: NEUTRAL_QUESTIONS }));
    expect(await barredBy(roundId)).toEqual(['invited']);
    await must(inviteToRound(world, cast.executor, { roundId, organisationIds: [cast.organisationId] }));
    expect(await barredBy(roundId)).toEqual(['invited']);
    const round = await house.state(roundId);
    expect(await reachOf(world.db, round)).toEqual({
      inField: 1,
      invited: 1,
      invitedInField: 1,
      regionsWithout: ['KZ-71'],
    });
    const other = cast.stranger.mandates[0]?.organisationId ?? '';
    await must(inviteToRound(world, cast.executor, { roundId, organisationIds: [other] }));
    expect(await codeOf(open(roundId)), 'a region without organisations can’t be invited').toBe('done');
  });

  it('organisations were invited, but none of the field that the register has some of', async () => {
    at('2026-02-02');
    const roundId = await house.prepare();
    for (const role of ['draft', 'explanatory_note', 'comparison_table'] as const)
      for (const language of ['kk', 'ru'] as const) await house.document(roundId, role, language);
    await must(signChecklist(world, cast.executor, { roundId, answers: NEUTRAL_QUESTIONS }));
    const elsewhere = cast.stranger.mandates[0]?.organisationId ?? '';
    await must(inviteToRound(world, cast.executor, { roundId, organisationIds: [elsewhere] }));
    expect(await barredBy(roundId)).toEqual(['invited']);
    await must(inviteToRound(world, cast.executor, { roundId, organisationIds: [cast.organisationId] }));
    await must(open(roundId));
    const line = (await house.state(roundId)).scorecard?.find(({ check }) => check === 'invited');
    expect(line?.facts).toEqual({ invited: 2, register: 1, invitedInField: 1, regionsWithout: '' });
  });

  it('a document given out besides those asked for is there in one language only: the gate names it', async () => {
    at('2026-02-02');
    const roundId = await house.prepare();
    await house.fill(roundId);
    await house.document(roundId, 'materials', 'ru');
    expect(await barredBy(roundId)).toEqual(['languages']);
    const round = await house.state(roundId);
    const view = await prepareView(world, cast.executor, round, 'ru');
    expect(view.checks.find(({ id }) => id === 'languages')?.facts.missing).toBe('materials:kk');
    expect(view.needed.find(({ role }) => role === 'materials')).toMatchObject({ missing: ['kk'] });
    await house.document(roundId, 'materials', 'kk');
    await must(open(roundId));
  });

  it('everything that is missing is named at once', async () => {
    at('2026-02-02');
    const bare = { decidesKk: '', decidesRu: '', fixedKk: '', fixedRu: '', contact: '' };
    const roundId = await house.prepare({ ...bare, closesDay: '2026-02-20' });
    expect(await barredBy(roundId)).toEqual([
      'time_left',
      'languages',
      'documents',
      'machine_readable',
      'neutral',
      'invited',
      'decides',
      'fixed',
      'contact',
    ]);
  });

  it('a kind without a draft is asked for none', async () => {
    at('2026-02-02');
    const roundId = await house.prepare({ kind: 'early_dialogue' });
    expect(await barredBy(roundId)).toEqual(['neutral', 'invited']);
  });

  it('anyone can reckon the scorecard again from what the round shows', async () => {
    at('2026-02-02');
    const roundId = await house.open();
    const round = await house.state(roundId);
    const edition = world.guide.edition(round.edition);
    const kind = edition.rounds?.kinds[round.kind];
    if (!kind) throw new Error('no such kind');
    const reach = await reachOf(world.db, round);
    const again = scorecardOf({
      round,
      kind,
      edition,
      calendar: world.guide.calendar,
      today: round.openedDay ?? '2026-01-01',
      reach,
    });
    expect(again).toEqual(round.scorecard);
  });
});

describe('a waiver', () => {
  it('is signed by the head, not by who prepares the round, and gives a reason of some length', async () => {
    at('2026-02-02');
    const roundId = await house.prepare({ contact: '' });
    expect(await codeOf(waive(roundId, 'contact', cast.executor))).toBe('not_allowed');
    expect(await codeOf(waiveCheck(world, cast.head, { roundId, check: 'contact', reason: 'Так надо.' }))).toBe(
      'invalid',
    );
    expect(await codeOf(waive(roundId, 'contact'))).toBe('done');
    expect((await house.state(roundId)).waivers).toMatchObject([
      { check: 'contact', signatory: { name: 'Head', post: 'Руководитель аппарата' } },
    ]);
  });

  it('is not signed for what passes, and not for a check that the kind does not have', async () => {
    at('2026-02-02');
    const roundId = await house.prepare();
    expect(await codeOf(waive(roundId, 'contact')), 'it passes').toBe('waiver_not_possible');
    const dialogue = await house.prepare({ kind: 'early_dialogue' });
    expect(await codeOf(waive(dialogue, 'documents')), 'the kind has none').toBe('waiver_not_possible');
  });

  it('does not help a period below the floor: ten working days for a draft act, whatever is signed', async () => {
    at('2026-02-02');
    const roundId = await house.prepare({ closesDay: '2026-02-13' });
    await house.fill(roundId);
    await must(waive(roundId, 'time_left'));
    expect(await refusalOf(open(roundId))).toEqual({
      code: 'period_too_short',
      params: { earliest: '2026-02-16' },
      fields: { closesDay: 'bad_day' },
      basis: { act: 'legal_acts_law', article: '17-1, 18, 19' },
    });
    await must(reviseRound(world, cast.executor, { roundId, ...house.said({ closesDay: '2026-02-16' }) }));
    await must(signChecklist(world, cast.executor, { roundId, answers: NEUTRAL_QUESTIONS }));
    expect(await codeOf(open(roundId)), 'ten, and the waiver for the rest').toBe('done');
  });

  it('does not help a round whose own words are in one language, nor one without its draft', async () => {
    at('2026-02-02');
    const silent = await house.prepare({ summaryKk: '' });
    expect(await codeOf(waive(silent, 'languages'))).toBe('waiver_not_possible');
    const empty = await house.prepare();
    expect(await codeOf(waive(empty, 'documents'))).toBe('waiver_not_possible');
  });

  it('signed for a missing annex is void when the round loses words of its own', async () => {
    at('2026-02-02');
    const roundId = await house.prepare();
    await house.document(roundId, 'draft', 'kk');
    await must(waive(roundId, 'languages'));
    await must(reviseRound(world, cast.executor, { roundId, ...house.said(), fixedKk: '' }));
    expect(await barredBy(roundId)).toContain('languages');
  });
});

describe('a document', () => {
  const clausesOf = (documentId: string) =>
    world.db.prisma.clause.findMany({
      where: { documentId },
      orderBy: { position: 'asc' },
      select: { anchor: true, number: true, plain: true, fate: true },
    });
  const latest = async (roundId: string) => (await house.state(roundId)).documents.at(-1);

  it('is read into clauses; in a later version each keeps its anchor, and the version before says what became of it', async () => {
    at('2026-02-02');
    const roundId = await house.prepare();
    await house.document(roundId, 'draft', 'ru');
    const first = await latest(roundId);
    const next = DRAFT.ru
      .replace('десяти рабочих', 'двадцати рабочих')
      .replace('\n\n3. Ответ подписывает руководитель.', '');
    await house.document(roundId, 'draft', 'ru', { markdown: `0. Это новая глава.\n\n${next}` });
    const second = await latest(roundId);
    expect([first?.version, second?.version, second?.later]).toEqual([1, 2, false]);
    expect((await clausesOf(first?.documentId ?? '')).map(({ anchor, fate }) => [anchor, fate])).toEqual([
      ['c1', 'same'],
      ['c2', 'changed'],
      ['c3', 'removed'],
      ['c4', 'same'],
    ]);
    const anchors = (await clausesOf(second?.documentId ?? '')).map(({ anchor }) => anchor);
    expect(anchors.filter((anchor) => ['c1', 'c2', 'c4'].includes(anchor))).toEqual(['c1', 'c2', 'c4']);
    expect(anchors).not.toContain('c3');
    expect(anchors).toHaveLength(4);
  });

  it('after the opening is a later version: of the host before, of the body that must answer afterwards too', async () => {
    at('2026-02-02');
    const host = { kind: 'budget_plan' as const, councilId: cast.council.id };
    const roundId = await house.open(host, { prepares: cast.secretary, opens: cast.chair });
    await house.document(roundId, 'draft', 'kk', { viewer: cast.executor });
    expect(await latest(roundId)).toMatchObject({ version: 2, later: true });
    const foreign = { roundId, role: 'draft', language: 'kk', title: 'Жоба', markdown: '1. Бөтен.' };
    expect(await codeOf(addDocument(world, cast.ngo, foreign))).toBe('not_allowed');
  });

  it('without a word is refused, and none is added once the outcome is published', async () => {
    at('2026-02-02');
    const roundId = await house.prepare();
    const add = (id: string, markdown: string) =>
      addDocument(world, cast.executor, { roundId: id, role: 'draft', language: 'kk', title: 'Жоба', markdown });
    expect(await codeOf(add(roundId, '---'))).toBe('document_unreadable');
    expect(await codeOf(add(roundId, ''))).toBe('invalid');
    expect(await codeOf(add(await house.completed(), '1. Кеш.'))).toBe('round_completed');
  });

  it('is one that rounds of the kind have: each kind takes those that the guide names, and materials', async () => {
    const TAKEN: Record<RoundKind, string> = {
      service_bylaw: 'draft explanatory_note comparison_table materials',
      draft_act: 'draft explanatory_note comparison_table materials',
      budget_plan: 'draft explanatory_note materials',
      council_recommendation: 'recommendations materials',
      public_control_document: 'recommendations materials',
      hearing: 'materials',
      early_dialogue: 'materials',
    };
    for (const kind of ROUND_KINDS) {
      at('2026-02-02');
      const hosted = kind === 'council_recommendation';
      const viewer = hosted ? cast.secretary : cast.executor;
      const roundId = await house.prepare({ kind, ...(hosted && { councilId: cast.council.id }) }, viewer);
      const taken: string[] = [];
      for (const role of DOCUMENT_ROLES) {
        const added = await refusalOf(
          addDocument(world, viewer, { roundId, role, language: 'ru', title: role, markdown: DRAFT.ru }),
        );
        if (added === null) taken.push(role);
        else expect(added).toMatchObject({ code: 'document_not_of_kind', fields: { role: 'bad_choice' } });
      }
      expect(taken.toSorted().join(' '), kind).toBe(TAKEN[kind].split(' ').toSorted().join(' '));
    }
  });

  it('at a hearing is the text that people speak on: what is accepted shows a changed clause of its materials', async () => {
    at('2026-05-10');
    const roundId = await house.open({ kind: 'hearing', hearingDay: '2026-05-20', closesDay: '2026-05-25' });
    const id = await house.comment(roundId);
    await house.close(roundId);
    const pointId = await house.point(roundId, [id]);
    const accepted = (changes: string[]) =>
      codeOf(draftAnswer(world, cast.executor, { roundId, pointId, code: 'accepted', ...REASON, changes }));
    expect(await accepted([])).toBe('change_missing');
    const markdown = DRAFT.ru.replace('десяти рабочих', 'двадцати рабочих');
    await house.document(roundId, 'materials', 'ru', { markdown });
    const documentId = (await house.state(roundId)).documents.at(-1)?.documentId;
    expect(await accepted([`${documentId}/c1`])).toBe('change_not_different');
    expect(await accepted([`${documentId}/c2`])).toBe('done');
  });

  it('once given never changes, not even by the database’s owner', async () => {
    at('2026-02-02');
    const roundId = await house.prepare();
    await house.document(roundId, 'draft', 'kk');
    await expect(world.db.pool.query(`UPDATE "Document" SET title = 'Басқа'`)).rejects.toThrow(/never changes/);
  });
});

describe('opening', () => {
  it('tells those invited, each with a link of its own, and those who follow, once each and with the nearest reason', async () => {
    at('2026-02-02');
    const roundId = await house.prepare({ topic: 'transport', regions: ['KZ-75'] });
    await house.fill(roundId);
    const { number } = await house.state(roundId);
    for (const [viewer, what, value] of [
      [cast.citizen, 'topic', 'transport'],
      [cast.citizen, 'region', 'KZ-75'],
      [cast.stranger, 'body', cast.ministry.id],
      [cast.administrator, 'topic', 'health'],
    ] as const)
      await must(follow(world, viewer, { what, value }));
    expect(await house.lettersOf('round_invitation', number), 'before it opens nobody is told').toEqual([]);
    await must(open(roundId));
    const [invited, ...more] = await house.lettersOf('round_invitation', number);
    const { token } = await world.db.prisma.invitation.findFirstOrThrow({ where: { roundId } });
    expect(more).toEqual([]);
    expect(invited).toMatchObject({
      personId: cast.ngo.personId,
      data: { path: `/rounds/${number}?invitation=${token}` },
    });
    const told = (await house.lettersOf('round_opened', number)).map(({ personId, data }) => [personId, data.why]);
    expect(told.sort()).toEqual(
      [
        [cast.citizen.personId, 'topic'],
        [cast.stranger.personId, 'body'],
      ].sort(),
    );
    await world.db.prisma.follow.deleteMany();
  });

  it('begins the clocks: an answer to every comment and the outcome, counted from the last day', async () => {
    at('2026-02-02');
    const roundId = await house.open();
    expect(await house.owed(roundStream(roundId), 'dispose')).toMatchObject({
      debtorId: cast.ministry.id,
      fromDay: '2026-02-23',
      dueDay: '2026-03-10',
      edition: world.guide.inForceOn('2026-02-02').id,
    });
    expect(await house.owed(roundStream(roundId), 'publish_outcome')).toMatchObject({ dueDay: '2026-03-27' });
  });

  it('is done once, by the head; afterwards what was published can’t be changed', async () => {
    at('2026-02-02');
    const roundId = await house.prepare();
    await house.fill(roundId);
    expect(await codeOf(open(roundId, cast.executor))).toBe('not_allowed');
    const both = await Promise.all([codeOf(open(roundId)), codeOf(open(roundId))]);
    expect(both.sort()).toEqual(['done', 'round_opened_already']);
    expect(await codeOf(reviseRound(world, cast.executor, { roundId, ...house.said() }))).toBe('round_opened_already');
    expect(await codeOf(waive(roundId, 'contact'))).toBe('round_opened_already');
    expect(await codeOf(signChecklist(world, cast.executor, { roundId, answers: [] }))).toBe('round_opened_already');
  });

  it('a first day that passed while the round was prepared is asked for anew', async () => {
    at('2026-02-02');
    const roundId = await house.prepare();
    await house.fill(roundId);
    at('2026-02-03');
    expect(await refusalOf(open(roundId))).toMatchObject({ code: 'invalid', fields: { opensDay: 'bad_day' } });
  });

  it('announced ahead, it is read by everyone and takes comments from its first day', async () => {
    at('2026-02-02');
    const roundId = await house.open({ opensDay: '2026-02-05' });
    const comment = () => makeComment(world, cast.citizen, { roundId, text: 'Есть замечание.', language: 'ru' });
    at('2026-02-04', '23:59');
    expect(await refusalOf(comment())).toMatchObject({
      code: 'round_not_open',
      params: { opens: '2026-02-05', closes: '2026-02-26' },
    });
    at('2026-02-05', '00:00');
    expect(await codeOf(comment())).toBe('done');
  });

  it('later invitations go out at once; whoever was invited before hears nothing twice', async () => {
    at('2026-02-02');
    const roundId = await house.open();
    const { number } = await house.state(roundId);
    const other = cast.stranger.mandates[0]?.organisationId ?? '';
    await must(inviteToRound(world, cast.executor, { roundId, organisationIds: [cast.organisationId, other] }));
    await must(inviteToRound(world, cast.executor, { roundId, organisationIds: [cast.organisationId, other] }));
    expect((await house.lettersOf('round_invitation', number)).map(reader).sort()).toEqual(
      [cast.ngo, cast.stranger].map(reader).sort(),
    );
    expect((await house.state(roundId)).invited).toEqual([cast.organisationId, other]);
  });
});

describe('a hearing', () => {
  const hearing = { kind: 'hearing' as const, hearingDay: '2026-05-20', hearingTime: '15:00', hearingPlace: 'Астана' };
  it('is called ten calendar days before, days off included: on the Sunday before it is in time', async () => {
    at('2026-05-10');
    const roundId = await house.open({ ...hearing, closesDay: '2026-05-25' });
    const call = await house.owed(roundStream(roundId), 'hearing_call');
    expect(call).toMatchObject({ dueDay: '2026-05-10', closedDay: '2026-05-10' });
  });

  it('without a day is none: no waiver helps', async () => {
    at('2026-05-10');
    const roundId = await house.prepare({ kind: 'hearing', closesDay: '2026-05-25' });
    await house.fill(roundId);
    expect(await barredBy(roundId)).toEqual(['time_left']);
    expect(await codeOf(waive(roundId, 'time_left'))).toBe('waiver_not_possible');
  });

  it('called a day later it opens only by a signed waiver, and both duties are on the record as kept late', async () => {
    at('2026-05-11');
    const roundId = await house.prepare({ ...hearing, closesDay: '2026-05-25' });
    await house.fill(roundId);
    expect(await barredBy(roundId)).toEqual(['time_left']);
    await must(waive(roundId, 'time_left'));
    await must(open(roundId));
    for (const key of ['hearing_call', 'hearing_materials']) {
      const duty = await house.owed(roundStream(roundId), key);
      expect(duty && clockOf(duty as Parameters<typeof clockOf>[0], '2026-05-11'), key).toBe('late');
    }
  });
});

describe('following', () => {
  it('twice is once, and stops when one says so', async () => {
    const ecology = { what: 'topic', value: 'ecology' };
    await must(follow(world, cast.citizen, ecology));
    await must(follow(world, cast.citizen, ecology));
    expect(await world.db.prisma.follow.count({ where: { personId: cast.citizen.personId } })).toBe(1);
    await must(unfollow(world, cast.citizen, ecology));
    await must(unfollow(world, cast.citizen, ecology));
    expect(await world.db.prisma.follow.count({ where: { personId: cast.citizen.personId } })).toBe(0);
  });

  it('needs something that is there', async () => {
    expect(await codeOf(follow(world, cast.citizen, { what: 'topic', value: 'weather' }))).toBe('invalid');
    expect(await codeOf(follow(world, cast.citizen, { what: 'body', value: world.newId() }))).toBe('not_found');
    expect(await codeOf(follow(world, cast.citizen, { what: 'round', value: 'R-2026-999999' }))).toBe('not_found');
    expect(await codeOf(follow(world, null, { what: 'topic', value: 'health' }))).toBe('not_signed_in');
  });
});

it('after all this every chain is whole, and the rows are what the events say', async () => {
  const { faults, streams } = await verifyLedger(world);
  expect(faults).toEqual([]);
  expect(streams).toBeGreaterThan(15);
});
