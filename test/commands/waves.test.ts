// A wave from its plan to its count: who is asked, that a right is taken once, that an answer counts once whatever happens, and that nothing
// is lost or told on the way.
import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withdrawComment } from '../../app/commands/comments/withdraw';
import { castAnswer } from '../../app/commands/waves/cast';
import { cancelWave } from '../../app/commands/waves/cancel';
import { countWaves } from '../../app/commands/waves/count';
import { inviteAsked, remindAsked } from '../../app/commands/waves/invite';
import { openRound } from '../../app/commands/rounds/open';
import { openWaves } from '../../app/commands/waves/open';
import { hashOfTables } from '../../app/commands/waves/tabulate';
import { planWave, quarterOf } from '../../app/commands/waves/plan';
import { takeRight, takeRightWithoutScripts } from '../../app/commands/waves/take-right';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import type { Day } from '../../app/core/day';
import type { Cut, Direction } from '../../guide/schema';
import type { Viewer } from '../../app/core/viewer';
import { foldWave, waveStream, type Wave } from '../../app/core/wave';
import { readCredential, takeFor } from '../../app/data/credentials';
import { openStream } from '../../app/data/ledger';
import { verifyLedger } from '../../app/data/verify';
import { roundQuestions } from '../../app/queries/round-questions';
import { NEUTRAL_QUESTIONS } from '../../guide/schema';
import { rightsOf } from '../../app/queries/panels';
import { survey } from '../../workers/survey';
import { codeOf, must, refusalOf, roundHouse } from '../help/rounds';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const test = testWorld('2026-02-02');
const { world, at } = test;
const { prisma, pool } = world.db;
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

const titles = { titleKk: 'Толқын', titleRu: 'Волна', titleEn: 'Wave' };
const OPENS: Day = '2026-03-02';
const CLOSES: Day = '2026-03-30';
const running = new AbortController().signal;
const plan = async (more: Record<string, unknown> = {}, viewer: Viewer = cast.administrator) => {
  const { number } = await must(
    planWave(world, viewer, {
      instrument: 'yearly',
      ...titles,
      openness: 'closed',
      opensDay: OPENS,
      closesDay: CLOSES,
      ...more,
    }),
  );
  return (await prisma.wave.findUniqueOrThrow({ where: { number } })).id;
};
const stateOf = async (waveId: string): Promise<Wave> => {
  const wave = foldWave((await openStream(world.db, waveStream(waveId))).events);
  if (!wave) throw new Error('no wave');
  return wave;
};
/** A case of the NGO that the executor accepted and answered. */
async function answeredCase() {
  const { id } = await must(fileAppeal(world, cast.ngo, anAppeal(cast)));
  await must(acceptAppeal(world, cast.registrar, { appealId: id }));
  const { requirements } = world.guide.inForceOn(test.today()).procedures.application.reply;
  const own = requirements.filter(({ given_by }) => given_by === 'official').map(({ id: requirement }) => requirement);
  await must(answerAppeal(world, cast.executor, { appealId: id, ...aReply('act_favourable', own) }));
}
const panelOf = (waveId: string, direction: string) =>
  prisma.panel.findFirstOrThrow({ where: { waveId, direction, bodyId: cast.ministry.id } });
const openNow = async (more: Record<string, unknown> = {}) => {
  at('2026-02-02');
  const waveId = await plan(more);
  at(OPENS);
  await openWaves(world);
  await inviteAsked(world);
  return waveId;
};
/** Takes a right as a browser with scripts does. */
const take = async (panelId: string, viewer: Viewer | null) => {
  const { publicKey } = await prisma.panel.findUniqueOrThrow({ where: { id: panelId } });
  return takeFor(publicKey, async (blinded) => {
    const taken = await takeRight(world, viewer, { panelId, blinded: Buffer.from(blinded).toString('base64url') });
    return taken.ok ? Buffer.from(taken.value.signature, 'base64url') : null;
  });
};
const sheet = { trust: '7', contact_frequency: 'every_month', comment: 'Жауап тез келді.' };
const cast_ = (panelId: string, credential: string | null, more: Record<string, string> = {}) =>
  castAnswer(world, { panelId, credential, sheet: { ...sheet, ...more } });

beforeAll(async () => {
  at('2026-02-02');
  await answeredCase();
});
afterEach(async () => {
  // No wave of one test asks in another.
  for (const { id, councilId } of await prisma.wave.findMany({ where: { phase: { in: ['planned', 'opened'] } } }))
    await cancelWave(world, councilId ? cast.secretary : cast.administrator, {
      waveId: id,
      reasonKk: 'x',
      reasonRu: 'x',
      reasonEn: 'x',
    });
});

describe('quarters', () => {
  it.each([
    ['2026-01-01', '2026-01-01', '2026-03-31', '2026-Q1'],
    ['2026-06-30', '2026-04-01', '2026-06-30', '2026-Q2'],
    ['2026-11-26', '2026-10-01', '2026-12-31', '2026-Q4'],
  ] as const)('%s is within %s to %s', (day, from, to, name) => expect(quarterOf(day)).toEqual({ from, to, name }));
});

describe('planning', () => {
  beforeEach(() => at('2026-02-02'));
  it('keeps the whole instrument, so that a later edition changes nothing of what is asked', async () => {
    const { instrument, window } = await stateOf(await plan());
    expect(Object.keys(instrument.items)).toContain('trust');
    expect(instrument.texts.kk['item.trust.ngo_to_body']).toBeTruthy();
    expect(window).toEqual({ from: '2025-03-02', to: '2026-03-01' });
  });
  it.each([
    ['a day that has passed', { opensDay: '2026-02-01' }, { opensDay: 'bad_day' }],
    ['a last day before the first', { closesDay: '2026-03-01' }, { closesDay: 'bad_day' }],
    ['an open wave about nobody', { openness: 'open' }, { bodyIds: 'required' }],
  ])('is refused for %s', async (_, more, fields) => {
    const refusal = await refusalOf(
      planWave(world, cast.administrator, {
        instrument: 'yearly',
        ...titles,
        openness: 'closed',
        opensDay: OPENS,
        closesDay: CLOSES,
        ...more,
      }),
    );
    expect(refusal).toMatchObject({ code: 'invalid', fields });
  });
  it('is refused for a questionnaire that nobody published', async () => {
    expect(
      await codeOf(
        planWave(world, cast.administrator, {
          instrument: 'gossip',
          ...titles,
          openness: 'closed',
          opensDay: OPENS,
          closesDay: CLOSES,
        }),
      ),
    ).toBe('instrument_unknown');
  });
  it('of a host is asked beside its draft until the round opens, with the checklist signed whole, about the host alone', async () => {
    const house = roundHouse(test, () => cast);
    at('2026-02-02');
    const roundId = await house.prepare({ opensDay: '2026-03-02' });
    const asked = (more: Record<string, unknown> = {}, viewer: Viewer = cast.executor) =>
      planWave(world, viewer, {
        ...{ instrument: 'draft_questions', ...titles, openness: 'closed', opensDay: OPENS, closesDay: CLOSES },
        ...{ roundId, answers: [...NEUTRAL_QUESTIONS], bodyIds: [cast.committee.id], ...more },
      });
    expect(await codeOf(asked({}, cast.committeeRegistrar))).toBe('not_allowed');
    expect(await codeOf(asked({}, cast.registrar))).toBe('not_allowed');
    expect(await codeOf(asked({ roundId: '' }))).toBe('not_allowed');
    expect(await refusalOf(asked({ answers: NEUTRAL_QUESTIONS.slice(1) }))).toMatchObject({
      fields: { answers: 'required' },
    });
    expect(await refusalOf(asked({ opensDay: '2026-02-20' }))).toMatchObject({ fields: { opensDay: 'bad_day' } });
    const { number } = await must(asked());
    const { id } = await prisma.wave.findUniqueOrThrow({ where: { number }, select: { id: true } });
    expect(await stateOf(id)).toMatchObject({
      ...{ bodyIds: [cast.ministry.id], roundId, councilId: null, checked: [...NEUTRAL_QUESTIONS] },
      plannedBy: { name: cast.executor.name, post: 'Бас сарапшы' },
    });
    at(OPENS);
    await openWaves(world);
    expect((await stateOf(id)).opened, 'nobody is asked beside a draft that nobody reads').toBeNull();
    await house.fill(roundId);
    await must(openRound(world, cast.head, { roundId }));
    await openWaves(world);
    expect((await stateOf(id)).opened).not.toBeNull();
    expect(await roundQuestions(world, roundId, 'ru')).toMatchObject([{ number, signedBy: cast.executor.name }]);
    expect(await codeOf(asked({ opensDay: '2026-03-03' })), 'what is asked is settled before the opening').toBe(
      'not_allowed',
    );
  });
  it('of a council asks beside rounds of its own body alone, and none that nobody reads yet', async () => {
    const house = roundHouse(test, () => cast);
    const [own, unseen] = [await house.open(), await house.prepare()];
    const asked = (roundId: string, councilId: string = cast.council.id) =>
      planWave(world, cast.secretary, {
        instrument: 'draft_questions',
        ...titles,
        openness: 'closed',
        opensDay: OPENS,
        closesDay: CLOSES,
        councilId,
        roundId,
      });
    expect(await codeOf(asked(unseen))).toBe('not_found');
    const elsewhere = await house.open();
    await prisma.round.update({ where: { id: elsewhere }, data: { bodyId: cast.committee.id, councilId: null } });
    expect(await codeOf(asked(elsewhere))).toBe('not_found');
    await prisma.round.update({ where: { id: elsewhere }, data: { bodyId: cast.ministry.id } });
    expect(await must(asked(own))).toMatchObject({ number: expect.stringMatching(/^W-/) as string });
  });
  it('of one form sent twice at once is one wave', async () => {
    const key = world.newId();
    const sent = { instrument: 'yearly', ...titles, openness: 'closed', opensDay: OPENS, closesDay: CLOSES, key };
    const made = await Promise.all([0, 1, 2].map(() => must(planWave(world, cast.administrator, sent))));
    expect(new Set(made.map(({ number }) => number)).size).toBe(1);
  });
});

describe('who is asked', () => {
  it('an NGO by the person who last acted for it, officials who had a part; each with a letter, once', async () => {
    const waveId = await openNow();
    const rights = await prisma.surveyRight.findMany({ where: { panel: { waveId } }, include: { panel: true } });
    expect(
      rights.map(({ panel, personId, organisationId }) => [panel.direction, personId, organisationId]).sort(),
    ).toEqual(
      [
        ['ngo_to_body', cast.ngo.personId, cast.organisationId],
        ['body_to_ngo', cast.registrar.personId, null],
      ].sort(),
    );
    const letters = await prisma.letter.count({
      where: { letter: 'survey_invitation', data: { path: ['number'], equals: (await stateOf(waveId)).number } },
    });
    expect(letters).toBe(2);
    expect(await inviteAsked(world)).toBe(0);
    expect(await openWaves(world)).toBe(0);
  });
  it('an NGO also by a comment alone, officials who drafted or approved its answer; nobody for other days, for themselves or for what they took back', async () => {
    const house = roundHouse(test, () => cast);
    const inNameOf = ({ mandates }: Viewer) => ({ organisationId: mandates[0]?.organisationId ?? '' });
    at('2026-02-25');
    const earlier = await house.open();
    at('2026-03-01');
    await house.comment(earlier, inNameOf(cast.ngo), cast.ngo);
    // From here on is the year of a wave that opens on 2 March 2027; no case came or ended in it.
    at('2026-03-02');
    const roundId = await house.open();
    await house.comment(roundId, inNameOf(cast.stranger), cast.stranger);
    await house.comment(roundId);
    const commentId = await house.comment(roundId, inNameOf(cast.ngo), cast.ngo);
    await must(withdrawComment(world, cast.ngo, { commentId }));
    await house.close(roundId);
    await house.answerAll(roundId);
    at('2027-03-01');
    const waveId = await plan({ opensDay: '2027-03-02', closesDay: '2027-03-30' });
    expect((await stateOf(waveId)).window).toEqual({ from: '2026-03-02', to: '2027-03-01' });
    at('2027-03-02');
    await openWaves(world);
    await inviteAsked(world);
    const rights = await prisma.surveyRight.findMany({ where: { panel: { waveId } }, include: { panel: true } });
    expect(
      rights
        .map(({ panel, personId, organisationId }) => [panel.bodyId, panel.direction, personId, organisationId])
        .sort(),
    ).toEqual(
      [
        [cast.ministry.id, 'ngo_to_body', cast.stranger.personId, inNameOf(cast.stranger).organisationId],
        [cast.ministry.id, 'body_to_ngo', cast.executor.personId, null],
        [cast.ministry.id, 'body_to_ngo', cast.head.personId, null],
      ].sort(),
    );
  });
  it('nobody twice when two workers invite at once', async () => {
    at('2026-02-02');
    const waveId = await plan();
    at(OPENS);
    await Promise.all([openWaves(world), openWaves(world)]);
    await Promise.all([inviteAsked(world), inviteAsked(world), inviteAsked(world)]);
    expect(await prisma.surveyRight.count({ where: { panel: { waveId } } })).toBe(2);
    expect(await prisma.panel.count({ where: { waveId } })).toBe(2);
  });
  it('is reminded on the days that the guide plans, until the right is taken, and of nothing else', async () => {
    const waveId = await openNow();
    const { id } = await panelOf(waveId, 'ngo_to_body');
    at('2026-03-08');
    expect(await remindAsked(world)).toBe(0);
    at('2026-03-09');
    expect(await remindAsked(world)).toBe(2);
    expect(await remindAsked(world)).toBe(0);
    expect(await take(id, cast.ngo)).toBeTruthy();
    at('2026-03-16');
    expect(await remindAsked(world)).toBe(1);
  });
});

describe('a right to answer', () => {
  it('is taken once: the same blinded message gets the same signature again, another none', async () => {
    const { id: panelId } = await panelOf(await openNow(), 'ngo_to_body');
    const blinded = Buffer.alloc(256, 1).toString('base64url');
    const first = await must(takeRight(world, cast.ngo, { panelId, blinded }));
    expect(await must(takeRight(world, cast.ngo, { panelId, blinded }))).toEqual(first);
    expect(
      await codeOf(takeRight(world, cast.ngo, { panelId, blinded: Buffer.alloc(256, 2).toString('base64url') })),
    ).toBe('right_taken');
    expect(await codeOf(takeRightWithoutScripts(world, cast.ngo, { panelId }))).toBe('right_taken');
  });
  it('is not there for those who were not asked, and for nobody before the first and after the last day', async () => {
    const { id: panelId } = await panelOf(await openNow(), 'ngo_to_body');
    const blinded = Buffer.alloc(256, 1).toString('base64url');
    expect(await codeOf(takeRight(world, null, { panelId, blinded }))).toBe('not_signed_in');
    expect(await codeOf(takeRight(world, cast.stranger, { panelId, blinded }))).toBe('no_right');
    expect(await codeOf(takeRight(world, cast.administrator, { panelId, blinded }))).toBe('no_right');
    at('2026-03-31');
    expect(await codeOf(takeRight(world, cast.ngo, { panelId, blinded }))).toBe('wave_not_open');
  });
  it('that can not be signed is not lost', async () => {
    const { id: panelId } = await panelOf(await openNow(), 'ngo_to_body');
    const large = Buffer.alloc(256, 255).toString('base64url');
    expect(await codeOf(takeRight(world, cast.ngo, { panelId, blinded: large }))).toBe('invalid');
    expect(await take(panelId, cast.ngo)).toBeTruthy();
  });
  it('in an open wave is whoever has the role', async () => {
    const waveId = await openNow({ openness: 'open', bodyIds: [cast.ministry.id] });
    const { id: panelId } = await panelOf(waveId, 'ngo_to_body');
    // It stands among their rights without an invitation, and stays there as taken.
    const listed = async (viewer: Viewer) => (await rightsOf(world, viewer, 'ru')).map((one) => one.state);
    expect(await listed(cast.stranger)).toEqual(['waits']);
    expect(await take(panelId, cast.stranger)).toBeTruthy();
    expect(await listed(cast.stranger)).toEqual(['taken']);
    expect(await take(panelId, cast.citizen)).toBeNull();
    expect(await listed(cast.citizen)).toEqual([]);
    expect(await listed(cast.executor)).toEqual(['waits']);
  });
});

describe('an answer', () => {
  it('with one credential counts once, however many send it at the same moment', async () => {
    const { id: panelId } = await panelOf(await openNow(), 'ngo_to_body');
    const credential = await take(panelId, cast.ngo);
    const sent = await Promise.all(Array.from({ length: 20 }, () => must(cast_(panelId, credential))));
    expect(sent.filter(({ before }) => !before)).toHaveLength(1);
    const boxes = await prisma.surveyBox.findMany({ where: { panelId } });
    const names = boxes.flatMap(({ sealed }) => Object.keys(sealed as object));
    expect(names).toHaveLength(1);
    expect(names, 'a box names no receipts').not.toContain(sent[0]?.receipt);
  });
  it('is refused with a credential of another panel, with none, and with what was cut off', async () => {
    const waveId = await openNow();
    const [one, other] = [await panelOf(waveId, 'ngo_to_body'), await panelOf(waveId, 'body_to_ngo')];
    const credential = await take(one.id, cast.ngo);
    expect(await codeOf(cast_(other.id, credential))).toBe('credential_foreign');
    expect(await codeOf(cast_(one.id, (credential ?? '').slice(2)))).toBe('credential_unreadable');
    expect(await refusalOf(cast_(one.id, ''))).toMatchObject({ code: 'invalid', fields: { credential: 'required' } });
  });
  it('that is not whole costs nothing: it is told what is missing, and the credential counts afterwards', async () => {
    const { id: panelId } = await panelOf(await openNow(), 'ngo_to_body');
    const credential = await take(panelId, cast.ngo);
    expect(await refusalOf(castAnswer(world, { panelId, credential, sheet: { trust: '11' } }))).toMatchObject({
      code: 'invalid',
      fields: { trust: 'bad_value' },
    });
    expect(await must(cast_(panelId, credential))).toMatchObject({ before: false });
  });
  it('comes too late after the last day, to the minute', async () => {
    const { id: panelId } = await panelOf(await openNow(), 'ngo_to_body');
    const credential = await take(panelId, cast.ngo);
    at('2026-03-31', '00:00');
    expect(await codeOf(cast_(panelId, credential))).toBe('wave_not_open');
    at(CLOSES, '23:59');
    expect(await must(cast_(panelId, credential))).toMatchObject({ before: false });
  });
  it('leaves nothing readable behind while the wave is open: no row, no time, no words', async () => {
    const { id: panelId } = await panelOf(await openNow(), 'ngo_to_body');
    const credential = await take(panelId, cast.ngo);
    await must(cast_(panelId, credential));
    const { rows } = await pool.query<{ tablename: string }>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { tablename } of rows) {
      const found = await pool.query<{ text: string }>(`SELECT t::text AS text FROM "${tablename}" t`);
      const all = found.rows.map(({ text }) => text).join('\n');
      expect(all).not.toContain('Жауап тез келді');
      expect(all).not.toContain(credential);
    }
  });
});

describe('the count', () => {
  /** A wave in which so many NGOs answered about the ministry. */
  async function answered(n: number) {
    at('2026-02-02');
    const waveId = await openNow({ openness: 'open', bodyIds: [cast.ministry.id] });
    const { id: panelId } = await panelOf(waveId, 'ngo_to_body');
    const people = await manyRepresentatives(n);
    const credentials = [];
    for (const viewer of people) credentials.push(await take(panelId, viewer));
    for (const [k, credential] of credentials.entries())
      await must(cast_(panelId, credential, { trust: String(k % 11), comment: `№ ${k}` }));
    return { waveId, panelId, credentials };
  }
  async function manyRepresentatives(n: number): Promise<Viewer[]> {
    return Promise.all(
      Array.from({ length: n }, async (): Promise<Viewer> => {
        const personId = world.newId();
        const email = `${personId}@kenes.test`;
        await prisma.person.create({
          data: { id: personId, email, name: 'Many', locale: 'kk', createdAt: new Date() },
        });
        const mandate = {
          role: 'representative' as const,
          post: null,
          bodyId: null,
          organisationId: cast.organisationId,
        };
        return { personId, name: 'Many', email, locale: 'kk', mandates: [mandate] };
      }),
    );
  }

  it('does not begin before the last day is over, for nobody', async () => {
    await answered(1);
    at(CLOSES, '23:59');
    expect(await countWaves(world)).toBe(0);
    expect(await prisma.surveyAnswer.count()).toBe(0);
  });
  it('keeps every answer once, words apart from sheets, receipts in their own order; then the seal is gone', async () => {
    const { waveId, panelId, credentials } = await answered(12);
    at('2026-03-31');
    expect(await countWaves(world)).toBe(1);
    expect(await countWaves(world)).toBe(0);
    const answers = await prisma.surveyAnswer.findMany({ where: { waveId } });
    expect(answers.map(({ values }) => (values as { trust: number }).trust).sort((a, b) => a - b)).toEqual([
      0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(
      answers.every(({ bodyId, values }) => bodyId === cast.ministry.id && !('comment' in (values as object))),
    ).toBe(true);
    const texts = await prisma.surveyText.findMany({ where: { waveId } });
    expect(new Set(texts.map(({ text }) => text))).toEqual(new Set(Array.from({ length: 12 }, (_, k) => `№ ${k}`)));
    const receipts = (await prisma.surveyReceipt.findMany({ where: { waveId }, orderBy: { hash: 'asc' } })).map(
      ({ hash }) => hash,
    );
    expect(receipts).toEqual(credentials.map((one) => readCredential(one ?? '')?.hash).sort());
    const { counted } = await stateOf(waveId);
    expect(counted).toMatchObject({
      withheld: 0,
      receipts: createHash('sha256').update(receipts.join('\n')).digest('hex'),
    });
    expect(counted?.panels.find(({ direction }) => direction === 'ngo_to_body')).toMatchObject({
      taken: 12,
      counted: 12,
      spoiled: 0,
    });
    expect(await world.seals.read(waveId)).toBeNull();
    expect((await prisma.surveyBox.findMany({ where: { panelId } })).map(({ sealed }) => sealed)).toEqual([{}]);
    expect(await must(cast_(panelId, credentials[0] ?? ''))).toMatchObject({ before: true });
    expect((await verifyLedger(world)).faults).toEqual([]);
  });
  it('computes the tables, once, so that they can be checked against what the ledger says of them', async () => {
    const { waveId } = await answered(12);
    at('2026-03-31');
    await countWaves(world);
    const cuts = await prisma.surveyCut.findMany({ where: { waveId } });
    const body = cuts.find(({ cut, direction }) => cut === 'body' && direction === 'ngo_to_body');
    expect(body).toMatchObject({ public: true, internal: true, suppressed: null, bodyId: cast.ministry.id });
    expect(body?.figures).toMatchObject({ n: 12, valid: 12, invited: null, response: null });
    const none = cuts.find(({ cut, direction }) => cut === 'total' && direction === 'body_to_ngo');
    expect(none).toMatchObject({ public: false, suppressed: 'nobody', figures: {} });
    expect((await stateOf(waveId)).counted?.figures).toBe(
      hashOfTables(cuts.map((cut) => ({ ...cut, direction: cut.direction as Direction, cut: cut.cut as Cut }))),
    );
    await countWaves(world);
    expect(await prisma.surveyCut.count({ where: { waveId } })).toBe(cuts.length);
  });
  it('of too few answers keeps none', async () => {
    const { waveId } = await answered(4);
    at('2026-03-31');
    await countWaves(world);
    expect(await prisma.surveyAnswer.count({ where: { waveId } })).toBe(0);
    expect(await prisma.surveyText.count({ where: { waveId } })).toBe(0);
    expect((await stateOf(waveId)).counted).toMatchObject({ withheld: 4 });
  });
  it('that broke off after the boxes were closed comes to the same, and no answer slips in between', async () => {
    const { waveId, panelId, credentials } = await answered(6);
    const late = await take(panelId, (await manyRepresentatives(1))[0] ?? null);
    at('2026-03-31');
    await pool.query(`UPDATE "SurveyBox" SET closed = true WHERE "panelId" = $1`, [panelId]);
    at(CLOSES);
    expect(await codeOf(cast_(panelId, late))).toBe('wave_not_open');
    at('2026-03-31');
    const both = await Promise.all([countWaves(world), countWaves(world)]);
    expect(both.reduce((a, b) => a + b)).toBe(1);
    expect(await prisma.surveyAnswer.count({ where: { waveId } })).toBe(6);
    expect(credentials).toHaveLength(6);
  });
  it('without the seal fails in words and destroys nothing', async () => {
    const { waveId } = await answered(5);
    const kept = await world.seals.read(waveId);
    await world.seals.destroy(waveId);
    at('2026-03-31');
    await expect(countWaves(world)).rejects.toThrow("can't be counted without it");
    expect(
      (await prisma.surveyBox.findMany({ where: { panel: { waveId } } })).some(
        ({ sealed }) => Object.keys(sealed as object).length === 5,
      ),
    ).toBe(true);
    expect(kept).toHaveLength(32);
  });
});

describe('the timetable', () => {
  it('asks after cases by itself, quarter by quarter, those whose case ended, until a fortnight after', async () => {
    at('2026-04-10');
    await answeredCase();
    at('2026-04-11');
    await Promise.all([survey(world, running), survey(world, running)]);
    const waves = await prisma.wave.findMany({ where: { occasion: 'after_case', opensDay: { gte: '2026-04-01' } } });
    expect(waves).toHaveLength(1);
    expect(waves[0]).toMatchObject({ opensDay: '2026-04-11', closesDay: '2026-07-14' });
    await survey(world, running);
    expect(await prisma.surveyRight.count({ where: { panel: { waveId: waves[0]?.id } } })).toBe(2);
    at('2026-07-01');
    await survey(world, running);
    expect(await prisma.wave.count({ where: { occasion: 'after_case', opensDay: { gte: '2026-04-01' } } })).toBe(2);
  });
});
