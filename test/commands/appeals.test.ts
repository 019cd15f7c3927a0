// The main line of an appeal, as the law tells it: filing, registration, redirect, extension, answer, termination, withdrawal.
import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { answerAppeal, askedOf } from '../../app/commands/appeals/answer';
import { assignAppeal } from '../../app/commands/appeals/assign';
import { decideExtension } from '../../app/commands/appeals/decide-extension';
import { fileAppeal } from '../../app/commands/appeals/file';
import { judgeAnswer } from '../../app/commands/appeals/judge';
import { proposeExtension } from '../../app/commands/appeals/propose-extension';
import { redirectAppeal } from '../../app/commands/appeals/redirect';
import { terminateAppeal } from '../../app/commands/appeals/terminate';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import { uploadFile } from '../../app/commands/files/upload';
import { standingOf } from '../../app/core/standing';
import type { Outcome } from '../../app/core/refusal';
import type { Viewer } from '../../app/core/viewer';
import { verifyLedger } from '../../app/data/verify';
import { aReply, anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world, at, today } = testWorld();
const inForce = () => world.guide.inForceOn(today());
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

const must = async <T>(outcome: Promise<Outcome<T>>): Promise<T> => {
  const it = await outcome;
  if (!it.ok) throw new Error(`refused: ${JSON.stringify(it.refusal)}`);
  return it.value;
};
const codeOf = async (outcome: Promise<Outcome<unknown>>): Promise<string> => {
  const it = await outcome;
  return it.ok ? 'done' : it.refusal.code;
};
const file = async (more: object = {}, viewer: Viewer = cast.ngo) =>
  (await must(fileAppeal(world, viewer, { ...anAppeal(cast), ...more }))).id;
const row = (id: string) => world.db.prisma.appeal.findUniqueOrThrow({ where: { id } });
const owed = async (id: string, key: string) =>
  world.db.prisma.obligation.findUniqueOrThrow({ where: { stream_key: { stream: `appeal:${id}`, key } } });
const lettersOf = async (id: string) =>
  (
    await world.db.prisma.letter.findMany({
      where: { stream: `appeal:${id}` },
      orderBy: { key: 'asc' },
      select: { letter: true, personId: true },
    })
  ).map(({ letter, personId }) => ({ letter, personId }));
const asked = () => askedOf(inForce().procedures.application).map(({ id }) => id);

describe('filing', () => {
  it('gives a number and a due day fifteen working days after registration, with the reasons stored', async () => {
    at('2026-02-02');
    const id = await file();
    const appeal = await row(id);
    expect(appeal).toMatchObject({
      phase: 'open',
      receivedDay: '2026-02-02',
      registeredDay: '2026-02-02',
      dueDay: '2026-02-23',
      edition: inForce().id,
      provisional: false,
    });
    expect(appeal.number).toMatch(/^2026-\d{6}$/);
    const clock = await owed(id, 'decide');
    expect(clock).toMatchObject({
      debtorKind: 'body',
      debtorId: cast.ministry.id,
      creditorKind: 'organisation',
      creditorId: cast.organisationId,
      dueDay: '2026-02-23',
    });
    expect(clock.reckoning).toMatchObject({ from: '2026-02-02', due: '2026-02-23' });
  });

  it('counts what arrives on a day off as registered on the next working day, and says which days were off', async () => {
    at('2026-03-21', '11:20');
    const id = await file();
    expect(await row(id)).toMatchObject({ receivedDay: '2026-03-21', registeredDay: '2026-03-26' });
    const register = await owed(id, 'register');
    expect(register.dueDay).toBe('2026-03-26');
    expect(JSON.stringify(register.reckoning)).toContain('nauryz');
  });

  it('counts what arrives after the end of the working day as registered on the next one', async () => {
    at('2026-02-02', '18:31');
    expect(await row(await file())).toMatchObject({
      receivedDay: '2026-02-02',
      registeredDay: '2026-02-03',
      dueDay: '2026-02-24',
    });
  });

  it('writes to the applicant in their language and to the registrar, once each', async () => {
    at('2026-02-02');
    const id = await file();
    expect(await lettersOf(id)).toEqual([
      { letter: 'appeal_filed', personId: cast.ngo.personId },
      { letter: 'appeal_received', personId: cast.registrar.personId },
    ]);
  });

  it('plans reminders at the guide’s points, all in working time', async () => {
    at('2026-02-02');
    const clock = await owed(await file(), 'decide');
    const reminders = await world.db.prisma.reminder.findMany({
      where: { obligationId: clock.id },
      orderBy: { dueAt: 'asc' },
    });
    expect(reminders.map(({ point }) => point)).toEqual([
      'half_term',
      'minus_3',
      'minus_1',
      'due_day',
      'plus_1',
      'weekly_overdue',
    ]);
    for (const { dueAt } of reminders) expect(dueAt.toISOString()).toMatch(/T04:00:00/);
  });

  it('refuses nobody, a stranger to the organisation, a closed body, and says which field is wrong', async () => {
    expect(await codeOf(fileAppeal(world, null, anAppeal(cast)))).toBe('not_signed_in');
    expect(await codeOf(fileAppeal(world, cast.stranger, anAppeal(cast)))).toBe('not_allowed');
    expect(await codeOf(fileAppeal(world, cast.ngo, { ...anAppeal(cast), bodyId: world.newId() }))).toBe('not_found');
    const wrong = await fileAppeal(world, cast.ngo, {
      ...anAppeal(cast),
      subject: ' ',
      text: 'Помогите',
      kind: 'petition',
    });
    expect(wrong).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: { subject: 'required', text: 'too_short', kind: 'bad_choice' } },
    });
  });

  it('lets a person file in their own name', async () => {
    at('2026-02-02');
    const id = await file({ organisationId: '' }, cast.citizen);
    expect(await owed(id, 'decide')).toMatchObject({ creditorKind: 'person', creditorId: cast.citizen.personId });
  });

  it('is written whole or not at all', async () => {
    at('2026-02-02');
    const before = await world.db.prisma.event.count();
    const broken = { ...world, newId: () => 'not a uuid' };
    await expect(fileAppeal(broken, cast.ngo, anAppeal(cast))).rejects.toThrow();
    expect(await world.db.prisma.event.count()).toBe(before);
  });
});

describe('a form sent more than once', () => {
  const upload = async (text: string) => {
    const file = await must(
      uploadFile(world, cast.ngo, { name: 'смета.txt', bytes: Readable.from([Buffer.from(text)]) }),
    );
    return file.id;
  };
  const lettersOn = async (id: string) => (await lettersOf(id)).length;

  it('is filed once: the second sending is told the first case', async () => {
    at('2026-02-02');
    const form = { ...anAppeal(cast), key: world.newId() };
    const first = await must(fileAppeal(world, cast.ngo, form));
    const cases = await world.db.prisma.appeal.count();
    const second = await must(fileAppeal(world, cast.ngo, form));
    expect(second).toEqual({ ...first, again: true });
    expect(first.again).toBe(false);
    expect(await world.db.prisma.appeal.count()).toBe(cases);
    expect(await lettersOn(first.id)).toBe(2);
  });

  it('is filed once also when all sendings arrive at the same moment', async () => {
    at('2026-02-02');
    const form = { ...anAppeal(cast), key: world.newId() };
    const cases = await world.db.prisma.appeal.count();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => must(fileAppeal(world, cast.ngo, form))));
    expect(new Set(outcomes.map(({ number }) => number)).size).toBe(1);
    expect(outcomes.filter(({ again }) => !again)).toHaveLength(1);
    expect(await world.db.prisma.appeal.count()).toBe(cases + 1);
    expect(await verifyLedger(world)).toMatchObject({ faults: [] });
  });

  it('is the same form when its files are: by the ids that the first sending took, and chosen again', async () => {
    at('2026-02-02');
    const form = { ...anAppeal(cast), key: world.newId(), files: [await upload('1;2'), await upload('3;4')] };
    const first = await must(fileAppeal(world, cast.ngo, form));
    expect(await must(fileAppeal(world, cast.ngo, form))).toEqual({ ...first, again: true });
    const anew = { ...form, files: [await upload('3;4'), await upload('1;2')] };
    expect(await must(fileAppeal(world, cast.ngo, anew))).toEqual({ ...first, again: true });
    const others = await fileAppeal(world, cast.ngo, { ...form, files: [await upload('5;6')] });
    expect(others).toMatchObject({ ok: false, refusal: { code: 'form_taken', params: { number: first.number } } });
  });

  it('loses no words when it was changed in between: it is refused with the number of the first case', async () => {
    at('2026-02-02');
    const form = { ...anAppeal(cast), key: world.newId() };
    const { number } = await must(fileAppeal(world, cast.ngo, form));
    for (const change of [{ text: `${form.text} И о сроках.` }, { kind: 'message' }, { nameHidden: 'on' }])
      expect(await fileAppeal(world, cast.ngo, { ...form, ...change })).toMatchObject({
        ok: false,
        refusal: { code: 'form_taken', params: { number } },
      });
  });

  it('is nobody else’s: the key of one person says nothing about another’s form', async () => {
    at('2026-02-02');
    const key = world.newId();
    const own = await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), key }));
    const other = await must(fileAppeal(world, cast.citizen, { ...anAppeal(cast), organisationId: '', key }));
    expect(other).toMatchObject({ again: false });
    expect(other.number).not.toBe(own.number);
  });

  it('without a key files every time, as machines mean it', async () => {
    at('2026-02-02');
    expect(await file()).not.toBe(await file());
  });

  it('is taken together with what it made: a form that failed can be sent again', async () => {
    at('2026-02-02');
    const form = { ...anAppeal(cast), key: world.newId() };
    const broken = { ...world, newId: () => 'not a uuid' };
    await expect(fileAppeal(broken, cast.ngo, form)).rejects.toThrow();
    expect(await must(fileAppeal(world, cast.ngo, form))).toMatchObject({ again: false });
  });
});

describe('acceptance and assignment', () => {
  it('puts the officer’s name and post on the ticket and discharges the duty to register', async () => {
    at('2026-02-02');
    const id = await file();
    await must(acceptAppeal(world, cast.registrar, { appealId: id }));
    expect((await row(id)).acceptedBy).toMatchObject({ name: 'Registrar', post: 'Специалист канцелярии' });
    expect(await owed(id, 'register')).toMatchObject({ closedHow: 'discharged', closedDay: '2026-02-02' });
    expect(await codeOf(acceptAppeal(world, cast.registrar, { appealId: id }))).toBe('already_accepted');
  });

  it('does not let a late acceptance move the applicant’s due day', async () => {
    at('2026-02-02');
    const id = await file();
    at('2026-02-06');
    await must(acceptAppeal(world, cast.registrar, { appealId: id }));
    expect(await row(id)).toMatchObject({ registeredDay: '2026-02-02', dueDay: '2026-02-23' });
    expect(await owed(id, 'register')).toMatchObject({ dueDay: '2026-02-02', closedDay: '2026-02-06' });
  });

  it('moves the open obligations to the executor’s desk', async () => {
    at('2026-02-02');
    const id = await file();
    await must(assignAppeal(world, cast.registrar, { appealId: id, officialId: cast.executor.personId }));
    expect(await owed(id, 'decide')).toMatchObject({ officialId: cast.executor.personId, dueDay: '2026-02-23' });
    expect(
      await codeOf(assignAppeal(world, cast.registrar, { appealId: id, officialId: cast.committeeRegistrar.personId })),
    ).toBe('official_not_here');
  });
});

describe('assigning twice', () => {
  it('writes one event and one letter, and is done both times', async () => {
    at('2026-02-02');
    const id = await file();
    const act = () => must(assignAppeal(world, cast.registrar, { appealId: id, officialId: cast.executor.personId }));
    await Promise.all([act(), act()]);
    await act();
    const events = await world.db.prisma.event.findMany({ where: { stream: `appeal:${id}`, type: 'appeal.assigned' } });
    expect(events).toHaveLength(1);
    expect((await lettersOf(id)).filter(({ letter }) => letter === 'appeal_assigned')).toHaveLength(1);
  });
});

describe('redirect', () => {
  it('sends both notices and starts a fresh clock at the receiver from arrival', async () => {
    at('2026-02-02');
    const id = await file();
    at('2026-02-04', '11:00');
    await must(
      redirectAppeal(world, cast.registrar, {
        appealId: id,
        toBodyId: cast.committee.id,
        reason: 'Не входит в компетенцию министерства.',
      }),
    );
    expect(await row(id)).toMatchObject({ phase: 'redirected', endedDay: '2026-02-04' });
    expect(await owed(id, 'redirect')).toMatchObject({
      dueDay: '2026-02-05',
      closedDay: '2026-02-04',
      closedHow: 'discharged',
    });
    expect(await owed(id, 'decide')).toMatchObject({ closedHow: 'released' });
    const there = await world.db.prisma.appeal.findFirstOrThrow({ where: { originId: id } });
    expect(there).toMatchObject({
      bodyId: cast.committee.id,
      phase: 'open',
      dueDay: '2026-02-25',
      organisationId: cast.organisationId,
    });
    expect((await lettersOf(id)).map(({ letter }) => letter)).toContain('appeal_redirected');
    expect(await lettersOf(there.id)).toEqual([
      { letter: 'appeal_received', personId: cast.committeeRegistrar.personId },
    ]);
  });

  it('is recorded as late after the third working day from receipt, and still helps the applicant', async () => {
    at('2026-02-02');
    const id = await file();
    at('2026-02-10');
    await must(
      redirectAppeal(world, cast.registrar, {
        appealId: id,
        toBodyId: cast.committee.id,
        reason: 'Не входит в компетенцию министерства.',
      }),
    );
    const step = await owed(id, 'redirect');
    expect(step.closedDay! > step.dueDay).toBe(true);
  });

  it('refuses to send a case to the body where it is', async () => {
    const id = await file();
    expect(
      await codeOf(
        redirectAppeal(world, cast.registrar, {
          appealId: id,
          toBodyId: cast.ministry.id,
          reason: 'По компетенции сюда же.',
        }),
      ),
    ).toBe('redirect_to_itself');
  });
});

describe('extension', () => {
  const reason = 'Нужна лабораторная экспертиза, которая ещё не закончена.';
  it('needs the head, moves the clock within the cap, keeps the lawful day and gives notice', async () => {
    at('2026-02-02');
    const id = await file();
    at('2026-02-16');
    await must(proposeExtension(world, cast.executor, { appealId: id, reason, until: '2026-04-10' }));
    expect(await row(id)).toMatchObject({ dueDay: '2026-02-23', extended: false });
    expect(await codeOf(decideExtension(world, cast.executor, { appealId: id, decision: 'approve' }))).toBe(
      'not_allowed',
    );
    await must(decideExtension(world, cast.head, { appealId: id, decision: 'approve' }));
    expect(await row(id)).toMatchObject({ dueDay: '2026-04-10', lawfulDue: '2026-02-23', extended: true });
    expect(await owed(id, 'decide')).toMatchObject({ dueDay: '2026-04-10', lawfulDue: '2026-02-23', closedDay: null });
    expect(await owed(id, 'extension_notice')).toMatchObject({ closedHow: 'discharged', closedDay: '2026-02-16' });
    expect((await lettersOf(id)).map(({ letter }) => letter)).toContain('extension_notice');
    expect(await codeOf(proposeExtension(world, cast.executor, { appealId: id, reason, until: '2026-04-13' }))).toBe(
      'extension_used_up',
    );
  });

  it('is refused beyond two months from the decision, after the due day, and backwards', async () => {
    at('2026-02-02');
    const id = await file();
    expect(await codeOf(proposeExtension(world, cast.executor, { appealId: id, reason, until: '2026-04-03' }))).toBe(
      'extension_beyond_cap',
    );
    expect(await codeOf(proposeExtension(world, cast.executor, { appealId: id, reason, until: '2026-02-23' }))).toBe(
      'extension_not_later',
    );
    at('2026-02-24');
    expect(await codeOf(proposeExtension(world, cast.executor, { appealId: id, reason, until: '2026-03-10' }))).toBe(
      'extension_after_due',
    );
  });

  it('that would end on a day off ends on the next working day', async () => {
    at('2026-02-02');
    const id = await file();
    await must(proposeExtension(world, cast.executor, { appealId: id, reason, until: '2026-03-07' }));
    expect((await row(id)).proposed).toMatchObject({ until: '2026-03-10' });
  });

  it('of a request for information needs several holders and counts from the first due day', async () => {
    at('2026-02-02');
    const id = await file({ kind: 'request_information' });
    const due = (await row(id)).dueDay;
    expect(due).toBe('2026-02-17');
    const ask = { appealId: id, reason, until: '2026-03-04' };
    expect(await proposeExtension(world, cast.executor, ask)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', fields: { severalHolders: 'required' }, basis: { act: 'access_law' } },
    });
    await must(proposeExtension(world, cast.executor, { ...ask, severalHolders: true }));
    await must(decideExtension(world, cast.head, { appealId: id, decision: 'approve' }));
    expect((await owed(id, 'decide')).reckoning).toMatchObject({ from: due, due: '2026-03-04' });
  });

  it('is not allowed for a complaint at all', async () => {
    at('2026-02-02');
    const id = await file({ kind: 'complaint' });
    expect(await codeOf(proposeExtension(world, cast.executor, { appealId: id, reason, until: '2026-03-10' }))).toBe(
      'extension_not_allowed',
    );
  });

  it('may be declined, and the executor learns why', async () => {
    at('2026-02-02');
    const id = await file();
    await must(proposeExtension(world, cast.executor, { appealId: id, reason, until: '2026-03-10' }));
    expect(await codeOf(decideExtension(world, cast.head, { appealId: id, decision: 'decline' }))).toBe('invalid');
    await must(
      decideExtension(world, cast.head, { appealId: id, decision: 'decline', reason: 'Материалов достаточно.' }),
    );
    expect(await row(id)).toMatchObject({ dueDay: '2026-02-23', extended: false, proposed: null });
    expect(await lettersOf(id)).toContainEqual({ letter: 'extension_declined', personId: cast.executor.personId });
  });
});

describe('the reply', () => {
  it('is refused until it has everything the law asks, naming each missing part and the article', async () => {
    at('2026-02-02');
    const id = await file();
    const answer = await answerAppeal(world, cast.executor, { appealId: id, ...aReply('act_favourable', []) });
    if (answer.ok) throw new Error('accepted an empty reply');
    expect(answer.refusal.code).toBe('reply_incomplete');
    expect(answer.refusal.basis?.act).toBe('appc');
    expect(Object.keys(answer.refusal.fields ?? {}).sort()).toEqual(
      asked()
        .map((requirement) => `requirements.${requirement}`)
        .sort(),
    );
    expect((await row(id)).phase).toBe('open');
  });

  it('discharges the main clock, releases what is no longer owed, cancels reminders and tells the applicant', async () => {
    at('2026-02-02');
    const id = await file();
    at('2026-02-20');
    await must(answerAppeal(world, cast.executor, { appealId: id, ...aReply('act_favourable', asked()) }));
    expect(await row(id)).toMatchObject({ phase: 'answered', outcome: 'act_favourable', endedDay: '2026-02-20' });
    const clock = await owed(id, 'decide');
    expect(clock).toMatchObject({ closedHow: 'discharged', closedDay: '2026-02-20' });
    expect(await world.db.prisma.reminder.count({ where: { obligationId: clock.id, state: 'waiting' } })).toBe(0);
    expect(await lettersOf(id)).toContainEqual({ letter: 'appeal_answered', personId: cast.ngo.personId });
    expect(
      await codeOf(answerAppeal(world, cast.executor, { appealId: id, ...aReply('act_favourable', asked()) })),
    ).toBe('already_ended');
  });

  it('may take a proposal to note, which is not an answer', async () => {
    at('2026-02-02');
    const id = await file({ kind: 'proposal' });
    const parts = askedOf(inForce().procedures.proposal).map((requirement) => requirement.id);
    await must(answerAppeal(world, cast.executor, { appealId: id, ...aReply('taken_to_note', parts) }));
    expect(await row(id)).toMatchObject({ phase: 'taken_to_note', outcome: 'taken_to_note' });
    const other = await file();
    expect(
      await codeOf(answerAppeal(world, cast.executor, { appealId: other, ...aReply('taken_to_note', asked()) })),
    ).toBe('outcome_unknown');
  });

  it('must be in the state language or the language of the appeal', async () => {
    at('2026-02-02');
    const id = await file({ kind: 'message' });
    const parts = askedOf(inForce().procedures.message).map((requirement) => requirement.id);
    expect(
      await codeOf(answerAppeal(world, cast.executor, { appealId: id, ...aReply('answered', parts), language: 'en' })),
    ).toBe('reply_incomplete');
    await must(answerAppeal(world, cast.executor, { appealId: id, ...aReply('answered', parts), language: 'kk' }));
  });

  it('is judged by the applicant once, beside the body’s own outcome', async () => {
    at('2026-02-02');
    const id = await file();
    expect(await codeOf(judgeAnswer(world, cast.ngo, { appealId: id, verdict: 'partly' }))).toBe('not_ended');
    await must(answerAppeal(world, cast.executor, { appealId: id, ...aReply('act_favourable', asked()) }));
    expect(await codeOf(judgeAnswer(world, cast.executor, { appealId: id, verdict: 'answers' }))).toBe('not_allowed');
    await must(judgeAnswer(world, cast.ngo, { appealId: id, verdict: 'only_acknowledgement' }));
    expect(await row(id)).toMatchObject({ outcome: 'act_favourable', verdict: 'only_acknowledgement' });
    expect(await codeOf(judgeAnswer(world, cast.ngo, { appealId: id, verdict: 'answers' }))).toBe('already_judged');
  });
});

describe('the other ends', () => {
  it('terminates only by the head and only on a lawful ground', async () => {
    at('2026-02-02');
    const id = await file({ kind: 'message' });
    const text = 'На тот же вопрос ответ уже дан, новых доводов нет.';
    expect(
      await codeOf(
        terminateAppeal(world, cast.executor, { appealId: id, ground: 'repeat_without_new_arguments', text }),
      ),
    ).toBe('not_allowed');
    expect(await codeOf(terminateAppeal(world, cast.head, { appealId: id, ground: 'inconvenient', text }))).toBe(
      'ground_unknown',
    );
    await must(terminateAppeal(world, cast.head, { appealId: id, ground: 'repeat_without_new_arguments', text }));
    expect(await row(id)).toMatchObject({ phase: 'terminated', outcome: 'repeat_without_new_arguments' });
    expect(
      await world.db.prisma.obligation.findFirstOrThrow({
        where: { stream: `appeal:${id}`, rule: 'termination_notice' },
        select: { dueDay: true, closedHow: true },
      }),
    ).toEqual({ dueDay: '2026-02-05', closedHow: 'discharged' });
  });

  it('lets only the applicant withdraw, and releases every obligation', async () => {
    at('2026-02-02');
    const id = await file();
    expect(await codeOf(withdrawAppeal(world, cast.head, { appealId: id, statement: 'Отзываем обращение.' }))).toBe(
      'not_allowed',
    );
    await must(withdrawAppeal(world, cast.ngo, { appealId: id, statement: 'Отзываем обращение.' }));
    expect(await world.db.prisma.obligation.count({ where: { stream: `appeal:${id}`, closedDay: null } })).toBe(0);
    expect(await codeOf(withdrawAppeal(world, cast.ngo, { appealId: id, statement: 'Отзываем обращение.' }))).toBe(
      'already_ended',
    );
  });

  it('forwards a complaint to the body above, and nowhere else', async () => {
    at('2026-02-02');
    const id = await file({ kind: 'complaint', bodyId: cast.committee.id });
    await must(
      redirectAppeal(world, cast.committeeRegistrar, {
        appealId: id,
        toBodyId: cast.ministry.id,
        reason: 'Жалоба направляется вышестоящему органу.',
      }),
    );
    expect(await owed(id, 'forward')).toMatchObject({ closedHow: 'discharged' });
    const above = await world.db.prisma.appeal.findFirstOrThrow({ where: { originId: id } });
    expect(await world.db.prisma.obligation.count({ where: { stream: `appeal:${above.id}`, rule: 'forward' } })).toBe(
      0,
    );
    expect(await world.db.prisma.appeal.findFirstOrThrow({ where: { originId: id } })).toMatchObject({
      bodyId: cast.ministry.id,
      kind: 'complaint',
      phase: 'open',
    });
  });
});

describe('steps that an outcome brings with it', () => {
  const partsOf = (kind: 'request_information' | 'complaint') =>
    askedOf(inForce().procedures[kind]).map(({ id }) => id);

  it('refusing information has its own shorter term, and being late with it is on the record', async () => {
    at('2026-02-02');
    const id = await file({ kind: 'request_information' });
    at('2026-02-16');
    await must(
      answerAppeal(world, cast.executor, {
        appealId: id,
        ...aReply('information_refused', partsOf('request_information')),
      }),
    );
    const step = await owed(id, 'refuse');
    expect(step).toMatchObject({ dueDay: '2026-02-09', closedDay: '2026-02-16', closedHow: 'discharged' });
    expect(await owed(id, 'decide')).toMatchObject({ closedDay: '2026-02-16', dueDay: '2026-02-17' });
  });

  it('leaving a complaint without consideration brings its notice in the same act', async () => {
    at('2026-02-02');
    const id = await file({ kind: 'complaint' });
    await must(
      answerAppeal(world, cast.executor, { appealId: id, ...aReply('without_consideration', partsOf('complaint')) }),
    );
    expect(await owed(id, 'no_consideration_notice')).toMatchObject({
      closedHow: 'discharged',
      closedDay: '2026-02-02',
    });
  });

  it('sending a complaint to a body that is not above does not discharge the duty to forward it', async () => {
    at('2026-02-02');
    const id = await file({ kind: 'complaint' });
    await must(
      redirectAppeal(world, cast.registrar, {
        appealId: id,
        toBodyId: cast.committee.id,
        reason: 'Действия другого органа.',
      }),
    );
    expect(await owed(id, 'forward')).toMatchObject({ closedHow: 'released' });
  });
});

describe('who sees and who may', () => {
  it('keeps a private case from everyone but the two sides', async () => {
    at('2026-02-02');
    const id = await file({ visibility: 'private' });
    expect(await codeOf(withdrawAppeal(world, cast.stranger, { appealId: id, statement: 'Отзываем обращение.' }))).toBe(
      'not_found',
    );
    expect(await codeOf(withdrawAppeal(world, null, { appealId: id, statement: 'Отзываем обращение.' }))).toBe(
      'not_found',
    );
    expect(await codeOf(acceptAppeal(world, cast.committeeRegistrar, { appealId: id }))).toBe('not_found');
  });

  it('lets two officials act at once, one after the other, without losing either', async () => {
    at('2026-02-02');
    const id = await file();
    const both = await Promise.all([
      acceptAppeal(world, cast.registrar, { appealId: id }),
      acceptAppeal(world, cast.registrar, { appealId: id }),
    ]);
    expect(both.map((outcome) => (outcome.ok ? 'done' : outcome.refusal.code)).sort()).toEqual([
      'already_accepted',
      'done',
    ]);
  });
});

it('the facts say overdue from the day after the due day, and no worker is needed for it', async () => {
  at('2026-02-02');
  const appeal = await row(await file());
  const facts = {
    phase: 'open' as const,
    registeredDay: appeal.registeredDay as never,
    dueDay: appeal.dueDay as never,
    endedDay: null,
  };
  expect(standingOf(facts, '2026-02-22')).toBe('running');
  expect(standingOf(facts, '2026-02-23')).toBe('due_today');
  expect(standingOf(facts, '2026-02-24')).toBe('overdue');
  expect(today()).toBe('2026-02-02');
});

it('after all this every chain is whole and every row is what its events say', async () => {
  const { faults, events } = await verifyLedger(world);
  expect(faults).toEqual([]);
  expect(events).toBeGreaterThan(40);
});
