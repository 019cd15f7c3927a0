// How a round ends: its hearing held, the council's view with quorum and dissent, the body's reply and decision, the outcome that no
// unanswered comment lets through, and promises that are reported on, judged or left to lapse.
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeComment } from '../../app/commands/comments/make';
import { enterComment } from '../../app/commands/comments/enter';
import { uploadFile } from '../../app/commands/files/upload';
import { follow } from '../../app/commands/follows/follow';
import { stopLetters } from '../../app/commands/follows/stop-letters';
import { lapseObligations } from '../../app/commands/obligations/lapse';
import { nameHead } from '../../app/commands/bodies/name-head';
import { decideAnswer } from '../../app/commands/points/decide-answer';
import { draftAnswer } from '../../app/commands/points/draft-answer';
import { makePoint } from '../../app/commands/points/make-point';
import { writeReminders } from '../../app/commands/reminders/write';
import { answerCouncil } from '../../app/commands/rounds/answer-council';
import { decideRound } from '../../app/commands/rounds/decide';
import { declareConflict } from '../../app/commands/rounds/declare-conflict';
import { followUp } from '../../app/commands/rounds/follow-up';
import { giveView } from '../../app/commands/rounds/give-view';
import { holdHearing } from '../../app/commands/rounds/hold-hearing';
import { judgeCommitment } from '../../app/commands/rounds/judge-commitment';
import { makeCommitment } from '../../app/commands/rounds/make-commitment';
import { publishOutcome } from '../../app/commands/rounds/publish-outcome';
import { reportCommitment } from '../../app/commands/rounds/report-commitment';
import { commentStream } from '../../app/core/comment';
import { isWorking } from '../../app/core/calendar';
import { addDays, dayOf, type Day } from '../../app/core/day';
import { clockOf } from '../../app/core/obligation';
import { roundStream } from '../../app/core/round';
import { stageOf } from '../../app/core/stage';
import type { Role, Viewer } from '../../app/core/viewer';
import { countComments } from '../../app/data/round-counts';
import { verifyLedger } from '../../app/data/verify';
import { AMENDED, codeOf, DECISION, must, OUTCOME, REASON, refusalOf, roundHouse, titlesOf } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const test = testWorld();
const { world, at } = test;
let cast: Cast;
const house = roundHouse(test, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
});

/** An open round of the first days of February. */
const open = async (more: Parameters<typeof house.open>[0] = {}) => {
  at('2026-02-02');
  return house.open(more);
};
const stageOn = async (roundId: string) =>
  stageOf(await house.state(roundId), await countComments(world.db, roundId), house.dayNow());
const publish = async (roundId: string, viewer = cast.head) =>
  publishOutcome(world, viewer, { roundId, ...OUTCOME, titles: titlesOf(await house.state(roundId)) });

describe('a hearing', () => {
  const called = { kind: 'hearing' as const, hearingDay: '2026-02-20', hearingTime: '15:00', hearingPlace: 'Астана' };
  const protocol = {
    protocolKk: 'Тыңдауға қатысқандар рампа туралы айтты.',
    protocolRu: 'Участники слушания говорили о пандусе.',
    ...{ present: '41', chair: 'С. Омарова' },
  };
  const hold = (roundId: string, viewer = cast.executor) => holdHearing(world, viewer, { roundId, ...protocol });

  it('is recorded on its day or later, with a protocol in both languages, and once', async () => {
    const roundId = await open(called);
    at('2026-02-19', '23:59');
    expect(await refusalOf(hold(roundId))).toEqual({ code: 'hearing_not_yet', params: { day: '2026-02-20' } });
    at('2026-02-20', '17:00');
    const silent = holdHearing(world, cast.executor, { roundId, ...protocol, protocolKk: '' });
    expect(await refusalOf(silent)).toMatchObject({ code: 'invalid', fields: { protocolKk: 'required' } });
    await must(hold(roundId));
    expect((await house.state(roundId)).hearing).toMatchObject({ present: 41, chair: 'С. Омарова', day: '2026-02-20' });
    expect(await codeOf(hold(roundId))).toBe('hearing_held_already');
  });

  it('ends with its protocol: before that is there, no outcome is published, and the article says why', async () => {
    const roundId = await open(called);
    await house.close(roundId);
    await house.decide(roundId);
    expect(await refusalOf(publish(roundId))).toEqual({
      ...{ code: 'hearing_protocol_missing', params: { day: '2026-02-20' } },
      basis: { act: 'councils_law', article: '21(2) 4)' },
    });
    expect((await house.state(roundId)).phase).toBe('decided');
    await must(hold(roundId));
    await must(publish(roundId));
  });

  it('before a decision on a document of public control asks for its notice, not for a protocol', async () => {
    const early = { ...called, kind: 'public_control_document' as const, hearingDay: '2026-02-03' };
    const roundId = await open(early);
    const decide = () => refusalOf(decideRound(world, cast.head, { roundId, ...DECISION }));
    const basis = { act: 'control_law', article: '13' };
    expect(await decide()).toEqual({ code: 'hearing_to_come', params: { day: '2026-02-03' }, basis });
    at('2026-02-04');
    const params = { announced: '2026-02-02', last: '2026-01-30', days: 3 };
    expect(await decide()).toEqual({ code: 'hearing_notice_short', params, basis });
    at('2026-02-05');
    expect(await decide()).toBeNull();
    expect(await codeOf(publish(roundId))).toBe('done');
  });

  it('on such a document may be left out: then nothing is waited for', async () => {
    const roundId = await open({ kind: 'public_control_document' });
    expect(await codeOf(decideRound(world, cast.head, { roundId, ...DECISION }))).toBe('done');
  });

  it('before such a decision is counted over days off: they make the notice earlier, never later', async () => {
    at('2026-03-19');
    const roundId = await house.open({ ...called, kind: 'public_control_document', hearingDay: '2026-03-20' });
    const decide = () => refusalOf(decideRound(world, cast.head, { roundId, ...DECISION }));
    const { calendar } = world.guide;
    const working = Array.from({ length: 14 }, (_, n) => addDays('2026-03-20', n)).filter((day) =>
      isWorking(calendar, day),
    );
    for (const day of working.slice(0, 2)) {
      at(day);
      expect(await decide(), day).toMatchObject({ code: 'hearing_notice_short' });
    }
    at(working[2] ?? '2026-04-01');
    expect(await decide()).toBeNull();
  });

  it('is not recorded where none was called', async () => {
    expect(await codeOf(hold(await open()))).toBe('hearing_not_called');
    expect(await codeOf(hold(await open({ kind: 'public_control_document' })))).toBe('hearing_not_called');
  });
});

describe('the council’s view', () => {
  const words = {
    textKk: 'Кеңес жобаны мерзімі ұзартылса қолдайды.',
    textRu: 'Совет поддержит проект с более долгим сроком.',
  };
  const votes = (viewers: readonly Viewer[], vote = 'for') => viewers.map(({ personId }) => ({ personId, vote }));
  const seats = () => [cast.chair, ...cast.members];
  const view = (roundId: string, ballots: readonly object[], viewer = cast.secretary) =>
    giveView(world, viewer, { roundId, councilId: cast.council.id, ...words, votes: ballots });
  const declare = (roundId: string, viewer: Viewer) =>
    declareConflict(world, viewer, {
      ...{
        roundId,
        councilId: cast.council.id,
        conflict: 'funded',
        explanation: 'Моя организация получает грант органа.',
      },
    });

  it('is given by a quorum, with each vote and each dissent; the body then owes a reply in ten working days', async () => {
    const roundId = await open();
    const { number } = await house.state(roundId);
    const [chair, ...members] = seats();
    if (!chair) throw new Error('no chair');
    const ballots = [
      ...votes(members.slice(0, 3)),
      { personId: chair.personId, vote: 'against', dissent: 'Срок нужен ещё дольше.' },
    ];
    at('2026-02-10');
    await must(view(roundId, ballots));
    expect((await house.state(roundId)).view).toMatchObject({
      ...{
        councilId: cast.council.id,
        members: 5,
        recused: [],
        signatory: { name: 'Secretary', post: 'Кеңес хатшысы' },
      },
      votes: expect.arrayContaining([
        { personId: chair.personId, name: 'Chair', vote: 'against', dissent: 'Срок нужен ещё дольше.' },
      ]) as object,
    });
    expect(await house.owed(roundStream(roundId), 'council_reply')).toMatchObject({
      ...{ creditorKind: 'council', creditorId: cast.council.id, fromDay: '2026-02-10', dueDay: '2026-02-24' },
    });
    expect((await house.lettersOf('council_view_given', number)).map(({ personId }) => personId)).toEqual([
      cast.head.personId,
    ]);
    expect(await codeOf(view(roundId, ballots))).toBe('view_given_already');
  });

  it('is not given by three of five, nor when as many are against as for', async () => {
    const roundId = await open();
    expect(await refusalOf(view(roundId, votes(seats().slice(0, 3))))).toMatchObject({
      ...{ code: 'quorum_missing', params: { present: 3, needed: 4 } },
      basis: { act: 'councils_law' },
    });
    const split = [...votes(seats().slice(0, 2)), ...votes(seats().slice(2, 4), 'against')];
    expect(await refusalOf(view(roundId, split))).toMatchObject({ code: 'not_adopted', params: { for: 2, needed: 3 } });
    expect((await house.state(roundId)).view).toBeNull();
  });

  it('a member with an interest says so, is shown, does not vote, and does not count towards the quorum', async () => {
    const roundId = await open();
    const [one, two, three, four] = cast.members;
    await must(declare(roundId, four));
    expect(await refusalOf(view(roundId, votes([one, two, three, four])))).toMatchObject({
      ...{ code: 'recused', params: { name: 'Member Four' }, basis: { act: 'guide', article: '12' } },
    });
    expect(await codeOf(view(roundId, votes([one, two])))).toBe('quorum_missing');
    await must(view(roundId, votes([one, two, three])));
    expect((await house.state(roundId)).view).toMatchObject({
      members: 4,
      recused: [{ personId: four.personId, name: 'Member Four', conflict: 'funded', origin: 'declared' }],
    });
    expect(await codeOf(declare(roundId, one)), 'after the view').toBe('view_given_already');
  });

  it('that did not come about is recorded as it went where that is asked for, and nothing is owed for it', async () => {
    const roundId = await open();
    const { number } = await house.state(roundId);
    const three = votes(seats().slice(0, 3));
    const split = [
      ...votes(seats().slice(0, 2)),
      ...votes(seats().slice(2, 4), 'against').map((one) => ({ ...one, dissent: 'Срок слишком мал.' })),
    ];
    const asItWent = (ballots: readonly object[]) =>
      giveView(world, cast.secretary, {
        ...{ roundId, councilId: cast.council.id, ...words, votes: ballots, asItWent: 'on' },
      });
    await must(asItWent(three));
    at('2026-02-09');
    await must(asItWent(split));
    await must(asItWent([]));
    expect(await house.state(roundId)).toMatchObject({
      view: null,
      notAdopted: [
        { failed: { why: 'quorum', had: 3, needed: 4 }, day: '2026-02-02', members: 5 },
        { failed: { why: 'majority', had: 2, needed: 3 }, day: '2026-02-09' },
        { failed: { why: 'quorum', had: 0, needed: 4 }, votes: [] },
      ],
    });
    expect((await house.state(roundId)).notAdopted[1]?.votes.map(({ dissent }) => dissent)).toEqual([
      ...['', '', 'Срок слишком мал.', 'Срок слишком мал.'],
    ]);
    expect(await house.owed(roundStream(roundId), 'council_reply')).toBeNull();
    expect(await house.lettersOf('council_view_given', number)).toEqual([]);
    await house.close(roundId);
    expect(await stageOn(roundId)).toBe('closed');
    await must(asItWent(votes(seats())));
    expect((await house.state(roundId)).view, 'adopted, whatever was ticked').not.toBeNull();
    expect(await house.owed(roundStream(roundId), 'council_reply')).not.toBeNull();
    expect(await codeOf(asItWent(three))).toBe('view_given_already');
  });

  /** The person also holds the role while `work` is done. */
  const also = async (
    viewer: Viewer,
    role: { role: Role; bodyId?: string; organisationId?: string },
    work: (viewer: Viewer) => Promise<void>,
  ) => {
    const id = world.newId();
    const mandate = { bodyId: null, organisationId: null, councilId: null, post: null, ...role };
    await world.db.prisma.membership.create({
      data: { id, personId: viewer.personId, since: new Date('2026-01-01T00:00:00Z'), ...mandate },
    });
    await work({ ...viewer, mandates: [...viewer.mandates, mandate] });
    await world.db.prisma.membership.delete({ where: { id } });
  };

  it('a member who works at the body is recused by the register, though nobody declared anything', async () => {
    const roundId = await open();
    const [one, two, three, four] = cast.members;
    await also(four, { role: 'executor', bodyId: cast.committee.id }, async () => {
      await must(view(await open(), votes([cast.chair, one, two, four])));
    });
    await also(four, { role: 'executor', bodyId: cast.ministry.id }, async () => {
      expect(await refusalOf(view(roundId, votes([one, two, three, four])))).toMatchObject({
        ...{ code: 'recused', params: { name: 'Member Four' }, basis: { act: 'guide', article: '12' } },
      });
      expect(await codeOf(view(roundId, votes([one, two])))).toBe('quorum_missing');
      await must(view(roundId, votes([one, two, three])));
    });
    expect((await house.state(roundId)).view).toMatchObject({
      members: 4,
      recused: [{ personId: four.personId, name: 'Member Four', conflict: 'employed', origin: 'membership' }],
    });
  });

  it('is recorded by nobody with an interest: the refusal names who may', async () => {
    const roundId = await open();
    const all = votes(cast.members);
    const instead = (names?: string) => ({
      ...{ code: 'interest_bars', params: names === undefined ? {} : { names } },
      basis: { act: 'guide', article: '12' },
    });
    await also(cast.chair, { role: 'approver', bodyId: cast.ministry.id }, async (chair) => {
      expect(await refusalOf(view(roundId, all, chair))).toEqual(instead('Secretary'));
      await must(declare(roundId, cast.secretary));
      expect(await refusalOf(view(roundId, all, cast.secretary))).toEqual(instead());
    });
    expect(await refusalOf(view(roundId, all, cast.secretary))).toEqual(instead('Chair'));
    await must(view(roundId, all, cast.chair));
    expect((await house.state(roundId)).view, 'the secretary has no vote to lose').toMatchObject({
      members: 5,
      recused: [],
    });
  });

  it('an official with an interest, declared or of an organisation that took part, does not rule for the body', async () => {
    const roundId = await open();
    await house.comment(roundId, { organisationId: cast.organisationId }, cast.ngo);
    await house.close(roundId);
    const rule = (viewer: Viewer) => refusalOf(decideRound(world, viewer, { roundId, ...DECISION }));
    const own = { roundId, conflict: 'kin', explanation: 'Решение касается моей сестры.' };
    expect(await refusalOf(declareConflict(world, cast.head, { ...own, conflict: 'employed' }))).toMatchObject({
      fields: { conflict: 'bad_choice' },
    });
    expect(await codeOf(declareConflict(world, cast.registrar, own))).toBe('not_allowed');
    await also(cast.head, { role: 'representative', organisationId: cast.organisationId }, async (head) => {
      expect(await rule(head)).toEqual({ code: 'interest_bars', params: {}, basis: { act: 'guide', article: '12' } });
      await also(cast.citizen, { role: 'approver', bodyId: cast.ministry.id }, async () => {
        expect(await rule(head)).toMatchObject({ code: 'interest_bars', params: { names: 'Citizen' } });
      });
    });
    await must(declareConflict(world, cast.head, own));
    expect((await house.state(roundId)).conflicts).toMatchObject([{ name: 'Head', conflict: 'kin', side: 'body' }]);
    expect(await rule(cast.head)).toMatchObject({ code: 'interest_bars' });
    const pointId = await house.point(
      roundId,
      (await world.db.prisma.comment.findMany({ where: { roundId } })).map(({ id }) => id),
    );
    await must(draftAnswer(world, cast.executor, { roundId, pointId, code: 'rejected', ...REASON }));
    expect(await codeOf(decideAnswer(world, cast.head, { roundId, pointId, decision: 'approve' }))).toBe(
      'interest_bars',
    );
    await also(cast.citizen, { role: 'approver', bodyId: cast.ministry.id }, async (other) => {
      expect(await rule(other)).toBeNull();
    });
  });

  it('who left the council has no seat, who joined has one', async () => {
    const roundId = await open();
    const four = cast.members[3];
    await world.db.prisma.membership.updateMany({
      where: { personId: four.personId },
      data: { until: new Date('2026-02-01T00:00:00Z') },
    });
    expect(await refusalOf(view(roundId, votes(seats())))).toMatchObject({
      code: 'term_ended',
      params: { name: 'Member Four' },
    });
    await must(view(roundId, votes(seats().slice(0, 3))));
    await world.db.prisma.membership.updateMany({ where: { personId: four.personId }, data: { until: null } });
  });

  it('a member whose term is over does not vote, and does not count towards the quorum', async () => {
    const [first, second] = cast.members;
    const seat = { personId: first.personId, role: 'council_member' };
    await world.db.prisma.membership.updateMany({ where: seat, data: { until: new Date('2026-02-10T19:00:00Z') } });
    const roundId = await open();
    at('2026-02-10', '23:59');
    const four = [cast.chair, first, second, cast.members[2]];
    expect(await codeOf(view(roundId, votes([cast.chair, first, second]))), 'three of five').toBe('quorum_missing');
    at('2026-02-11', '00:00');
    expect(await refusalOf(view(roundId, votes(four)))).toEqual({
      ...{ code: 'term_ended', params: { name: first.name } },
      basis: { act: 'councils_law', article: '9(4)–(8)' },
    });
    await must(view(roundId, votes([cast.chair, second, cast.members[2]])));
    expect((await house.state(roundId)).view).toMatchObject({ members: 4 });
    await world.db.prisma.membership.updateMany({ where: seat, data: { until: null } });
  });

  it('is recorded by the secretary or the chair of a council of this body, for a kind that asks for it, while there is something to decide', async () => {
    const roundId = await open();
    const all = votes(seats());
    expect(await codeOf(view(roundId, all, cast.members[0]))).toBe('not_allowed');
    expect(await codeOf(view(await open({ kind: 'early_dialogue' }), all))).toBe('view_not_asked');
    expect(await codeOf(declare(await open({ kind: 'early_dialogue' }), cast.chair))).toBe('view_not_asked');
    const other = await world.db.prisma.council.create({
      data: {
        ...{ id: world.newId(), slug: 'other-council', bodyId: cast.committee.id, createdAt: new Date() },
        ...{ nameKk: 'Басқа', nameRu: 'Другой', nameEn: 'Other' },
      },
    });
    const mandate = {
      role: 'council_chair' as const,
      post: null,
      bodyId: null,
      organisationId: null,
      councilId: other.id,
    };
    const stranger = { ...cast.citizen, mandates: [mandate] };
    const foreign = giveView(world, stranger, { roundId, councilId: other.id, ...words, votes: [] });
    expect(await codeOf(foreign)).toBe('not_found');
    await house.close(roundId);
    await house.decide(roundId);
    expect(await codeOf(view(roundId, all))).toBe('already_decided');
  });

  it('is replied to by the head, once; the council reads it', async () => {
    const roundId = await open();
    const reply = (viewer = cast.head) =>
      answerCouncil(world, viewer, {
        ...{ roundId, textKk: 'Мерзім жиырма күнге ұзартылды.', textRu: 'Срок продлён до двадцати дней.' },
      });
    expect(await codeOf(reply())).toBe('no_view');
    await must(view(roundId, votes(seats())));
    expect(await codeOf(reply(cast.executor))).toBe('not_allowed');
    at('2026-02-17');
    await must(reply());
    expect(await house.owed(roundStream(roundId), 'council_reply')).toMatchObject({
      dueDay: '2026-02-16',
      closedDay: '2026-02-17',
    });
    expect(await codeOf(reply())).toBe('council_answered_already');
    const { number } = await house.state(roundId);
    const readers = (await house.lettersOf('council_answered', number)).map(({ personId }) => personId);
    expect(readers).toContain(cast.secretary.personId);
  });

  it('is replied to by the first head alone, or by whoever acts for the first head, and says so', async () => {
    const roundId = await open();
    await must(view(roundId, votes(seats())));
    const reply = (viewer: Viewer) =>
      answerCouncil(world, viewer, {
        ...{ roundId, textKk: 'Мерзім жиырма күнге ұзартылды.', textRu: 'Срок продлён до двадцати дней.' },
      });
    const membership = async ({ personId }: Viewer) =>
      (await world.db.prisma.membership.findFirstOrThrow({ where: { personId, role: 'approver' } })).id;
    const bodyId = cast.ministry.id;
    const first = await membership(cast.head);
    await also(cast.citizen, { role: 'approver', bodyId }, async (deputy) => {
      expect(await refusalOf(reply(deputy))).toEqual({
        ...{ code: 'first_head_only', params: { names: 'Head' } },
        basis: { act: 'guide', article: '4' },
      });
      const acting = await membership(cast.citizen);
      const name = (who: object) => nameHead(world, cast.administrator, { bodyId, ...who });
      expect(await refusalOf(name({ firstId: first, actingId: first }))).toMatchObject({ code: 'invalid' });
      expect(await codeOf(nameHead(world, cast.administrator, { bodyId: cast.committee.id, firstId: first }))).toBe(
        'not_found',
      );
      await must(name({}));
      expect(await refusalOf(reply(deputy))).toMatchObject({ code: 'first_head_only', params: {} });
      await must(name({ firstId: first, actingId: acting }));
      const held = { ...deputy, mandates: deputy.mandates.map((one) => ({ ...one, head: 'acting' as const })) };
      await must(reply(held));
    });
    expect((await house.state(roundId)).councilAnswer).toMatchObject({ capacity: 'acting' });
  });

  it('on a round of its own the council votes too, and the reply to it is owed', async () => {
    at('2026-02-02');
    const host = { kind: 'budget_plan' as const, councilId: cast.council.id };
    const roundId = await house.open(host, { prepares: cast.secretary, opens: cast.chair });
    await must(view(roundId, votes(seats())));
    expect(await house.owed(roundStream(roundId), 'council_reply')).toMatchObject({ creditorId: cast.council.id });
  });
});

describe('a comment on paper that is entered when all others were answered', () => {
  const remindersOf = async (roundId: string, key: string) => {
    const duty = await house.owed(roundStream(roundId), key);
    const waiting = await world.db.prisma.reminder.findMany({
      where: { obligationId: duty?.id ?? roundId, state: 'waiting' },
      orderBy: { dueAt: 'asc' },
    });
    return { duty, waiting: waiting.map(({ point, dueAt }) => ({ point, day: dayOf(dueAt.getTime()) })) };
  };

  it('is owed with its own day and with reminders, until it is answered too; the one after it again', async () => {
    const roundId = await open();
    await house.comment(roundId);
    const closesDay = await house.close(roundId);
    const inTime = { receivedDay: closesDay };
    const early = await house.paper(roundId, inTime);
    expect(await house.owed(roundStream(roundId), 'dispose#2'), 'the first duty still stands').toBeNull();
    await house.answerAll(roundId);
    expect((await remindersOf(roundId, 'dispose')).duty).toMatchObject({ closedHow: 'discharged' });
    at('2026-02-26');
    const late = await house.paper(roundId, inTime);
    const { duty, waiting } = await remindersOf(roundId, 'dispose#2');
    expect(duty).toMatchObject({ closedDay: null, dueDay: (await house.row(late)).dueDay });
    expect(waiting.length).toBeGreaterThan(1);
    expect(waiting.every(({ day }) => day >= '2026-02-26')).toBe(true);
    await house.paper(roundId, inTime);
    expect(await house.owed(roundStream(roundId), 'dispose#3'), 'one duty for both').toBeNull();
    await house.answerAll(roundId);
    expect((await remindersOf(roundId, 'dispose#2')).duty).toMatchObject({ closedHow: 'discharged' });
    expect((await remindersOf(roundId, 'dispose#2')).waiting).toEqual([]);

    at('2026-06-01');
    await house.paper(roundId, inTime);
    const again = await remindersOf(roundId, 'dispose#3');
    expect(again.duty).toMatchObject({ closedDay: null, dueDay: duty?.dueDay });
    expect(again.waiting, 'overdue from its first day: reminded weekly from now').toHaveLength(1);
    expect(again.waiting[0]?.day ?? '').toMatch(/^2026-06-0[1-9]/);
    await writeReminders(world);
    at(again.waiting[0]?.day ?? '2026-06-09', '18:00');
    expect(await writeReminders(world)).toBeGreaterThan(0);
    expect((await house.row(early)).phase).toBe('disposed');
  });

  it('of a council is owed from the day on which the council’s paper was received', async () => {
    at('2026-02-02');
    const host = { kind: 'council_recommendation' as const, councilId: cast.council.id };
    const roundId = await house.open(host, { prepares: cast.secretary, opens: cast.chair });
    await house.paper(roundId, {}, cast.secretary);
    await house.answerAll(roundId);
    at('2026-02-12');
    const later = await house.paper(roundId, { receivedDay: '2026-02-10' }, cast.secretary);
    expect(await house.owed(roundStream(roundId), 'dispose#2')).toMatchObject({
      ...{ fromDay: '2026-02-10', dueDay: (await house.row(later)).dueDay },
      ...{ creditorKind: 'council', creditorId: cast.council.id },
    });
  });

  it('at the same moment as the last approval never stands without the duty to answer all', async () => {
    for (let n = 0; n < 10; n++) {
      const roundId = await open();
      const id = await house.comment(roundId);
      const receivedDay = await house.close(roundId);
      const pointId = await house.point(roundId, [id]);
      await must(draftAnswer(world, cast.executor, { roundId, pointId, code: 'rejected', ...REASON }));
      await Promise.all([
        must(decideAnswer(world, cast.head, { roundId, pointId, decision: 'approve' })),
        house.paper(roundId, { receivedDay }),
      ]);
      const owed = await world.db.prisma.obligation.count({
        where: { stream: roundStream(roundId), rule: 'dispose', closedDay: null },
      });
      expect(owed).toBe(1);
    }
  });
});

describe('the decision', () => {
  it('comes after the last day for comments, also before every answer, and once', async () => {
    const roundId = await open();
    await house.comment(roundId);
    const decide = () => decideRound(world, cast.head, { roundId, ...DECISION });
    at('2026-02-23', '23:59');
    expect(await refusalOf(decide())).toMatchObject({ code: 'round_still_open', params: { closes: '2026-02-23' } });
    at('2026-02-24', '00:00');
    await must(decide());
    expect(await stageOn(roundId), 'the replies come first').toBe('closed');
    await house.answerAll(roundId);
    expect(await stageOn(roundId)).toBe('decision');
    expect(await codeOf(decide())).toBe('already_decided');
    const silent = decideRound(world, cast.head, { roundId, ...DECISION, nextKk: '' });
    expect(await codeOf(silent)).toBe('invalid');
  });

  it('on a council’s recommendations waits for no last day', async () => {
    at('2026-02-02');
    const host = { kind: 'council_recommendation' as const, councilId: cast.council.id };
    const roundId = await house.open(host, { prepares: cast.secretary, opens: cast.chair });
    expect(await codeOf(decideRound(world, cast.head, { roundId, ...DECISION }))).toBe('done');
  });
});

describe('the outcome', () => {
  it('is refused while one comment is unanswered, hidden or not, and says how many there are', async () => {
    const roundId = await open();
    const [first, second] = [await house.comment(roundId), await house.comment(roundId)];
    expect(await codeOf(publish(roundId))).toBe('round_still_open');
    await house.close(roundId);
    await house.decide(roundId);
    expect(await refusalOf(publish(roundId))).toEqual({ code: 'comments_unanswered', params: { open: 2 } });
    await house.answer(roundId, await house.point(roundId, [first]));
    expect(await refusalOf(publish(roundId))).toEqual({ code: 'comments_unanswered', params: { open: 1 } });
    await house.answer(roundId, await house.point(roundId, [second]));
    await must(publish(roundId));
    expect(await house.state(roundId)).toMatchObject({ phase: 'completed', outcome: { did: { ru: OUTCOME.didRu } } });
  });

  it('is refused before the decision, and needs all four parts in both languages', async () => {
    const roundId = await open();
    await house.close(roundId);
    expect(await codeOf(publish(roundId))).toBe('round_not_decided');
    await house.decide(roundId);
    for (const part of ['askedKk', 'saidRu', 'didKk', 'nextRu'])
      expect(await refusalOf(publishOutcome(world, cast.head, { roundId, ...OUTCOME, [part]: '' }))).toMatchObject({
        fields: { [part]: 'required' },
      });
    expect(await codeOf(publish(roundId, cast.executor))).toBe('not_allowed');
  });

  it('is refused while the report would lack a point’s title or a changed text in one of the languages, naming them', async () => {
    const roundId = await open();
    const commentId = await house.comment(roundId);
    await house.close(roundId);
    const amend = (language: 'kk' | 'ru') =>
      house.document(roundId, 'draft', language, { markdown: AMENDED[language] });
    await amend('ru');
    const { documentId, anchor } = await world.db.prisma.clause.findFirstOrThrow({
      where: { number: '2.', document: { roundId, role: 'draft', language: 'ru', version: 2 } },
    });
    const pointId = await house.point(roundId, [commentId], 'Срок для аулов');
    await house.answer(roundId, pointId, { code: 'accepted', changes: [`${documentId}/${anchor}`] });
    await house.decide(roundId);
    const titled = (kk: string, ru: string) =>
      refusalOf(publishOutcome(world, cast.head, { roundId, ...OUTCOME, titles: [{ pointId, kk, ru }] }));
    expect(await titled(' ', 'Срок для аулов')).toMatchObject({
      code: 'report_incomplete',
      params: { points: '«Срок для аулов»', documents: '«draft kk» (kk)' },
      fields: { [`title.${pointId}.kk`]: 'required' },
    });
    expect(await refusalOf(publishOutcome(world, cast.head, { roundId, ...OUTCOME }))).toMatchObject({
      fields: { [`title.${pointId}.kk`]: 'required', [`title.${pointId}.ru`]: 'required' },
    });
    expect(await titled('Ауылдар үшін мерзім', 'Срок для аулов')).toMatchObject({
      params: { points: '', documents: '«draft kk» (kk)' },
    });
    await amend('kk');
    expect(await titled('Ауылдар үшін мерзім', 'Срок для аулов')).toBeNull();
  });

  it('tells those who contributed and those who follow, once each, as what they are', async () => {
    const roundId = await open({ topic: 'housing' });
    const { number } = await house.state(roundId);
    await house.comment(roundId, { organisationId: cast.organisationId }, cast.ngo);
    await house.paper(roundId);
    for (const viewer of [cast.ngo, cast.stranger])
      await must(follow(world, viewer, { what: 'topic', value: 'housing' }));
    await house.close(roundId);
    await house.answerAll(roundId);
    await house.decide(roundId);
    await must(publish(roundId));
    const told = (await house.lettersOf('outcome_published', number)).map(({ personId, data }) => [personId, data.why]);
    expect(told.sort()).toEqual(
      [
        [cast.ngo.personId, 'contributor'],
        [cast.stranger.personId, 'follower'],
      ].sort(),
    );
    await world.db.prisma.follow.deleteMany();
  });

  it('ends the round: nothing is commented, entered, grouped, decided or published any more', async () => {
    at('2026-02-02');
    const roundId = await house.completed();
    const said = { roundId, text: 'Ещё слово.', language: 'ru' };
    expect(await codeOf(makeComment(world, cast.citizen, said))).toBe('round_not_open');
    expect(
      await codeOf(enterComment(world, cast.registrar, { ...said, origin: 'paper', receivedDay: '2026-02-20' })),
    ).toBe('round_completed');
    expect(await codeOf(makePoint(world, cast.executor, { roundId, title: 'Ещё один', commentIds: [] }))).toBe(
      'round_completed',
    );
    expect(await codeOf(decideRound(world, cast.head, { roundId, ...DECISION }))).toBe('round_completed');
    expect(await codeOf(publish(roundId))).toBe('round_completed');
  });

  it('of a round that nobody commented on releases the duty to answer: there was nothing to answer', async () => {
    const roundId = await open();
    await house.close(roundId);
    await house.decide(roundId);
    await must(publish(roundId));
    expect(await house.owed(roundStream(roundId), 'dispose')).toMatchObject({ closedHow: 'released' });
    expect(await house.owed(roundStream(roundId), 'publish_outcome')).toMatchObject({ closedHow: 'discharged' });
  });
});

describe('a comment and the outcome at the same moment', () => {
  const TIMES = 40;
  it(
    'never both: either the outcome waits for its answer, or the comment comes too late',
    { timeout: 120_000 },
    async () => {
      const seen = new Set<string>();
      for (let n = 0; n < TIMES; n++) {
        const roundId = await open();
        await house.close(roundId);
        await house.decide(roundId);
        const enter = () =>
          codeOf(
            enterComment(world, cast.registrar, {
              ...{ roundId, origin: 'paper', receivedDay: '2026-02-20', text: 'С бумаги.', language: 'ru' },
            }),
          );
        const race = n % 2 ? [enter(), codeOf(publish(roundId))] : [codeOf(publish(roundId)), enter()];
        const [first = '', second = ''] = await Promise.all(race);
        const [entered, published] = n % 2 ? [first, second] : [second, first];
        const { open: unanswered, total } = await countComments(world.db, roundId);
        const { phase } = await house.state(roundId);
        expect({ entered, published, unanswered, total, phase }).toEqual(
          published === 'done'
            ? { entered: 'round_completed', published, unanswered: 0, total: 0, phase: 'completed' }
            : { entered: 'done', published: 'comments_unanswered', unanswered: 1, total: 1, phase: 'decided' },
        );
        seen.add(published);
      }
      console.log(`${TIMES} races of a comment with the outcome, won by: ${[...seen].sort().join(', ')}`);
    },
  );

  it('the database itself refuses to complete a round with an open comment, and a comment to a completed round', async () => {
    const roundId = await open();
    await house.comment(roundId);
    const { pool } = world.db;
    await expect(pool.query(`UPDATE "Round" SET phase = 'completed' WHERE id = '${roundId}'`)).rejects.toMatchObject({
      code: 'KN002',
    });
    at('2026-02-02');
    const done = await house.completed();
    const copy = `INSERT INTO "Comment" SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'C-0', 'roundId', '${done}'))).* FROM "Comment" c WHERE c."roundId" = '${roundId}' LIMIT 1`;
    await expect(pool.query(copy)).rejects.toMatchObject({ code: 'KN001' });
  });
});

describe('a promise', () => {
  const promise = (roundId: string, more: object = {}) =>
    makeCommitment(world, cast.head, {
      ...{
        roundId,
        dueDay: '2026-06-01',
        textKk: 'Пандусты маусымға дейін орнатамыз.',
        textRu: 'Установим пандус к июню.',
      },
      ...more,
    });
  const report = (roundId: string, commitmentId: string, more: object = {}) =>
    reportCommitment(world, cast.executor, {
      ...{ roundId, commitmentId, kept: 'kept', evidenceKk: 'Қабылдау актісіне қол қойылды.' },
      ...{ evidenceRu: 'Подписан акт приёмки пандуса.', ...more },
    });

  it('has a day that is to come, and is a duty from then on; a round with one is followed up', async () => {
    at('2026-02-02');
    const roundId = await house.completed();
    expect(await refusalOf(promise(roundId, { dueDay: house.dayNow() }))).toMatchObject({
      fields: { dueDay: 'bad_day' },
    });
    expect(await codeOf(promise(roundId, { pointId: world.newId() }))).toBe('point_unknown');
    expect(await stageOn(roundId)).toBe('outcome_published');
    const { commitmentId } = await must(promise(roundId));
    expect(await stageOn(roundId)).toBe('follow_up');
    expect(await house.owed(roundStream(roundId), `commitment:${commitmentId}`)).toMatchObject({
      ...{ rule: 'commitment', dueDay: '2026-06-01', closedDay: null },
    });
    expect(await codeOf(promise(await house.prepare({ opensDay: '2026-03-02' })))).toBe('round_not_open');
  });

  it('is reported on once, with evidence and files; whoever contributed is told', async () => {
    at('2026-02-02');
    const roundId = await house.completed();
    const { number } = await house.state(roundId);
    const { commitmentId } = await must(promise(roundId));
    const bytes = () => Readable.from([Buffer.from('Акт')]);
    const file = await must(uploadFile(world, cast.executor, { name: 'акт.txt', bytes: bytes() }));
    const foreign = await must(uploadFile(world, cast.head, { name: 'акт.txt', bytes: bytes() }));
    at('2026-06-01');
    expect(await codeOf(report(roundId, world.newId()))).toBe('commitment_unknown');
    expect(await codeOf(report(roundId, commitmentId, { files: foreign.id })), 'another person’s file').toBe(
      'not_found',
    );
    await must(report(roundId, commitmentId, { files: [file.id] }));
    const round = await house.state(roundId);
    expect(round.commitments).toMatchObject([
      { report: { kept: 'kept', files: [{ name: 'акт.txt' }], day: '2026-06-01' } },
    ]);
    const stored = await world.db.prisma.file.findUniqueOrThrow({ where: { id: file.id } });
    const event = await world.db.prisma.event.findFirstOrThrow({
      where: { stream: roundStream(roundId), type: 'round.commitment_reported' },
    });
    expect([stored.stream, stored.version]).toEqual([roundStream(roundId), event.version]);
    expect(await house.owed(roundStream(roundId), `commitment:${commitmentId}`)).toMatchObject({
      closedHow: 'discharged',
    });
    expect((await house.lettersOf('commitment_reported', number)).map(({ personId }) => personId)).toEqual([
      cast.citizen.personId,
    ]);
    expect(await codeOf(report(roundId, commitmentId))).toBe('commitment_reported_already');
    expect(await stageOn(roundId)).toBe('outcome_published');
  });

  it('is judged by whoever contributed, after the report, beside it; a later word replaces an earlier one of the same person', async () => {
    at('2026-02-02');
    const roundId = await house.completed();
    const { commitmentId } = await must(promise(roundId));
    const judge = (verdict: string, viewer = cast.citizen) =>
      judgeCommitment(world, viewer, { roundId, commitmentId, verdict, comment: 'Пандуса нет.' });
    expect(await codeOf(judge('not_kept'))).toBe('commitment_not_reported');
    await must(report(roundId, commitmentId));
    expect(await codeOf(judge('not_kept', cast.stranger)), 'did not contribute').toBe('not_allowed');
    await must(judge('not_kept'));
    await must(judge('partly'));
    const [promised] = (await house.state(roundId)).commitments;
    expect(promised?.judgements).toMatchObject([{ personId: cast.citizen.personId, verdict: 'partly' }]);
    expect(promised?.report?.kept, 'what the body said stays').toBe('kept');
  });

  it('is judged in the name of the organisation that contributed, by its people', async () => {
    const roundId = await open();
    await house.comment(roundId, { organisationId: cast.organisationId }, cast.ngo);
    const { commitmentId } = await must(promise(roundId));
    await must(report(roundId, commitmentId));
    await must(judgeCommitment(world, cast.ngo, { roundId, commitmentId, verdict: 'kept' }));
    const [promised] = (await house.state(roundId)).commitments;
    expect(promised?.judgements).toMatchObject([{ organisationId: cast.organisationId, verdict: 'kept' }]);
  });

  it('left in silence lapses on the record and stays open; a late report says late', async () => {
    at('2026-02-02');
    const roundId = await house.completed();
    const { commitmentId } = await must(promise(roundId));
    at('2026-06-02', '00:10');
    await lapseObligations(world);
    const key = `commitment:${commitmentId}`;
    const duty = await house.owed(roundStream(roundId), key);
    expect(duty?.lapsedAt).not.toBeNull();
    expect(clockOf(duty as Parameters<typeof clockOf>[0], '2026-06-02')).toBe('overdue');
    await must(report(roundId, commitmentId, { kept: 'partly' }));
    expect(clockOf((await house.owed(roundStream(roundId), key)) as Parameters<typeof clockOf>[0], '2026-06-02')).toBe(
      'late',
    );
  });
});

describe('what followed', () => {
  const tell = (roundId: string) =>
    followUp(world, cast.executor, {
      ...{
        roundId,
        textKk: 'Алты айда өтініштер екі есе жылдам қаралды.',
        textRu: 'За полгода заявления рассматривались вдвое быстрее.',
      },
    });
  it('is told after the outcome, once, and keeps the day that was named', async () => {
    const roundId = await open({ followUpDay: '2026-09-01' });
    expect(await codeOf(tell(roundId))).toBe('outcome_not_published');
    await house.close(roundId);
    await house.decide(roundId);
    await must(publish(roundId));
    expect(await stageOn(roundId)).toBe('follow_up');
    expect(await house.owed(roundStream(roundId), 'follow_up')).toMatchObject({ dueDay: '2026-09-01' });
    at('2026-09-01');
    await must(tell(roundId));
    expect(await house.owed(roundStream(roundId), 'follow_up')).toMatchObject({ closedDay: '2026-09-01' });
    expect(await stageOn(roundId)).toBe('outcome_published');
    expect(await codeOf(tell(roundId))).toBe('followed_up_already');
  });

  it('is told to those who contributed and those who follow, once each; a follower’s letter leads out, a contributor’s does not', async () => {
    const roundId = await open({ followUpDay: '2026-09-01' });
    await house.comment(roundId);
    const { number } = await house.state(roundId);
    for (const viewer of [cast.citizen, cast.stranger])
      await must(follow(world, viewer, { what: 'round', value: number }));
    await house.close(roundId);
    await house.answerAll(roundId);
    await house.decide(roundId);
    await must(publish(roundId));
    at('2026-09-01');
    await must(tell(roundId));
    const told = await house.lettersOf('follow_up_published', number);
    expect(told.map(({ personId, data }) => [personId, data.why]).toSorted()).toEqual(
      [
        [cast.citizen.personId, 'contributor'],
        [cast.stranger.personId, 'follower'],
      ].toSorted(),
    );
    for (const { data } of told)
      if (data.why === 'follower') expect(data.unfollow).toMatch(/^\/unfollow\/[\w-]{43}$/);
      else expect(data.unfollow).toBeNull();
  });

  it('is reminded of to the body the working day before, on the day and after it, as the guide plans', async () => {
    const roundId = await open({ followUpDay: '2026-09-01' });
    await house.close(roundId);
    await house.decide(roundId);
    await must(publish(roundId));
    const { number } = await house.state(roundId);
    await world.db.prisma.reminder.deleteMany({ where: { point: 'weekly_overdue' } });
    const remindedOn = async (day: Day) => {
      at(day, '09:00');
      await writeReminders(world);
      const written = await house.lettersOf('deadline_reminder', number);
      const own = written.filter(({ data }) => data.rule === 'follow_up');
      return new Set(own.map(({ personId, data }) => `${String(data.point)} ${personId}`)).size;
    };
    expect(await remindedOn('2026-08-28'), 'the Friday before is two working days away').toBe(0);
    const readers = [cast.registrar, cast.executor, cast.head].length;
    expect(await remindedOn('2026-08-31')).toBe(readers);
    expect(await remindedOn('2026-09-01')).toBe(2 * readers);
  });
});

describe('letters to a follower', () => {
  const followed = async () => {
    const roundId = await open();
    const { number } = await house.state(roundId);
    await world.db.prisma.follow.deleteMany();
    await must(follow(world, cast.stranger, { what: 'round', value: number }));
    await must(follow(world, cast.stranger, { what: 'topic', value: 'ecology' }));
    const [one] = await world.db.prisma.follow.findMany({ where: { what: 'round' }, select: { token: true } });
    return one?.token ?? '';
  };
  const left = async () => (await world.db.prisma.follow.findMany({ select: { what: true } })).map(({ what }) => what);

  it('are stopped by the link that they carry, and by no other: what else is followed stays', async () => {
    const token = await followed();
    expect(await must(stopLetters(world, { token: `${token.slice(1)}A` }))).toEqual({ stopped: 0 });
    expect(await left()).toHaveLength(2);
    expect(await must(stopLetters(world, { token }))).toEqual({ stopped: 1 });
    expect(await left()).toEqual(['topic']);
    expect(await must(stopLetters(world, { token, scope: 'all' })), 'a spent link stops nothing').toEqual({
      stopped: 0,
    });
    expect(await left()).toEqual(['topic']);
  });

  it('are stopped altogether where that is asked, and nobody else’s', async () => {
    const token = await followed();
    await must(follow(world, cast.citizen, { what: 'topic', value: 'ecology' }));
    expect(await must(stopLetters(world, { token, scope: 'all' }))).toEqual({ stopped: 2 });
    const [other, ...more] = await world.db.prisma.follow.findMany({ select: { personId: true } });
    expect(more).toEqual([]);
    expect(other?.personId).toBe(cast.citizen.personId);
    await world.db.prisma.follow.deleteMany();
  });
});

describe('silence', () => {
  it('after the due day leaves every comment visibly late, and writes one letter for all, not one for each', async () => {
    const roundId = await open();
    const ids = [await house.comment(roundId), await house.comment(roundId), await house.paper(roundId)];
    const { number } = await house.state(roundId);
    at('2026-03-11', '00:10');
    await lapseObligations(world);
    for (const id of ids) {
      const duty = await house.owed(commentStream(id), 'dispose_comment');
      expect(duty?.lapsedAt).not.toBeNull();
      expect(clockOf(duty as Parameters<typeof clockOf>[0], house.dayNow())).toBe('overdue');
      expect(await house.row(id)).toMatchObject({ phase: 'open', dueDay: '2026-03-10' });
      expect(await house.lettersOf('deadline_passed', commentStream(id))).toEqual([]);
    }
    expect((await house.lettersOf('deadline_passed', number)).map(({ personId }) => personId)).toEqual([
      cast.head.personId,
    ]);
    expect(await stageOn(roundId)).toBe('closed');
  });

  it('and answers that come late count as late', async () => {
    const roundId = await open();
    const id = await house.comment(roundId);
    at('2026-03-11');
    await house.answerAll(roundId);
    const duty = await house.owed(commentStream(id), 'dispose_comment');
    expect(clockOf(duty as Parameters<typeof clockOf>[0], house.dayNow())).toBe('late');
    expect(await house.owed(roundStream(roundId), 'dispose')).toMatchObject({
      dueDay: '2026-03-10',
      closedDay: '2026-03-11',
    });
  });
});

it('after all this every chain is whole, and the rows are what the events say', async () => {
  const { faults } = await verifyLedger(world);
  expect(faults).toEqual([]);
});
