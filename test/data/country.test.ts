// The simulated country: the same seed gives the same one to the hash, and everything it did is whole in the ledger.
import { expect, it } from 'vitest';
import { isDeepStrictEqual } from 'node:util';
import { workingDaysBetween } from '../../app/core/calendar';
import { addDays, instantOf, type Day } from '../../app/core/day';
import { quorumOf, type Meeting } from '../../app/core/meeting';
import type { Round } from '../../app/core/round';
import { stageOf } from '../../app/core/stage';
import { hashOf } from '../../app/data/chain';
import { readEvent } from '../../app/data/ledger';
import { countComments } from '../../app/data/round-counts';
import { verifyLedger } from '../../app/data/verify';
import { chance } from '../../prisma/chance';
import { BODIES } from '../../prisma/country';
import { courseOf, demoCourses, randomCourses, type Course } from '../../prisma/courses';
import { happened } from '../../prisma/happened';
import { live } from '../../prisma/live';
import { BOILERPLATE, type Both } from '../../prisma/round-story';
import { roundStory } from '../../prisma/stories-rounds';
import type { World } from '../../app/world';
import { STAGES } from '../../guide/schema';
import { scratchDatabase } from '../help/database';
import { testWorld } from '../help/world';

const country = async (seed: number) => {
  const { world } = testWorld('2026-05-29', (await scratchDatabase({ empty: false })).url);
  const [from, last] = ['2026-03-02', '2026-05-29'] as const;
  const rounds = (country: World) => randomCourses(country, { rounds: 2, from, until: '2026-04-01', chance: chance(seed) });
  const desks = { every: 8, awayEvery: 20, refusals: 1, chance: chance(seed + 3) };
  const lived = await live(world, { appeals: 90, from, until: instantOf(last, '12:00'), chance: chance(seed), rounds, desks });
  const events = (await world.db.prisma.event.findMany({ orderBy: { seq: 'asc' } })).map(readEvent);
  return { world, lived, hashes: events.map((event) => hashOf(event, '', { seed: null, erased: null })) };
};

/** The same country twice, made once for all tests: the first is only read, the second is there to be broken. */
let made: Promise<[Lived, Lived]> | null = null;
type Lived = Awaited<ReturnType<typeof country>>;
let foreign: Promise<Lived> | null = null;
/** A country of another seed, made once. */
const neighbour = () => (foreign ??= country(2));
const twins = () => (made ??= (async (): Promise<[Lived, Lived]> => [await country(1), await country(1)])());

it('the same seed gives the same country to the hash (but for the salts, which are secret), another seed another', async () => {
  const [[one, same], other] = [await twins(), await neighbour()];
  expect(one.lived.filed).toBeGreaterThan(20);
  expect(one.lived.rounds).toHaveLength(2);
  expect(same.hashes).toEqual(one.hashes);
  expect(other.hashes).not.toEqual(one.hashes);
  const { faults, streams } = await verifyLedger(one.world);
  expect(faults).toEqual([]);
  expect(streams).toBeGreaterThanOrEqual(one.lived.filed);
}, 120_000);

it('a country lived through has what real ones have: late answers, redirects, reminders, letters to everyone', async () => {
  const [{ world }] = await twins();
  const { prisma } = world.db;
  expect(await prisma.appeal.count({ where: { phase: 'answered' } })).toBeGreaterThan(5);
  expect(await prisma.obligation.count({ where: { lapsedAt: { not: null } } })).toBeGreaterThan(0);
  expect(await prisma.reminder.count({ where: { state: 'written' } })).toBeGreaterThan(10);
  expect(await prisma.letter.count({ where: { state: { not: 'kept' } } })).toBe(0);
});

it('its desks and applicants do what real ones do beside the main line, each body in its character', async () => {
  const [{ world, lived }] = await twins();
  // What is rare needs not happen in three months of one country, but in one of two.
  const [counts, beyond] = [await happened(world), await happened((await neighbour()).world)];
  expect(counts.filter(({ count }, at) => count + (beyond[at]?.count ?? 0) === 0)).toEqual([]);
  expect(lived.refused, 'what they do they may do, but for a few who come too late').toBeLessThan(20);
  // Who keeps promises: bodies that mean it, and never those that brush off.
  const { rows } = await world.db.pool.query<{ slug: string; verdict: string }>(
    `SELECT DISTINCT b.slug, e.payload ->> 'verdict' AS verdict FROM "Event" e JOIN "Appeal" a ON e.stream = 'appeal:' || a.id JOIN "Body" b ON b.id = a."bodyId"
      WHERE e.type = 'appeal.promise_judged'`,
  );
  const temperOf = (slug: string) => BODIES.find((body) => body.slug === slug)?.temper;
  for (const { slug, verdict } of rows) expect(verdict === 'not_kept', slug).toBe(temperOf(slug) === 'brushing');
  const answers = await world.db.prisma.event.findMany({ where: { type: 'appeal.answered' }, select: { payload: true } });
  const signed = answers.map(({ payload }) => payload as { drafter?: { personId: string }; signatory: { personId: string } });
  const drafted = signed.filter(({ drafter }) => drafter);
  expect(drafted.length).toBeGreaterThan(0);
  for (const { drafter, signatory } of drafted) expect(drafter?.personId).not.toBe(signatory.personId);
});

it('its councils have a chair, a secretary apart and five to nine members, some of them of organisations with fields of work', async () => {
  const [{ world }] = await twins();
  const { prisma } = world.db;
  const councils = await prisma.council.findMany({ include: { memberships: true } });
  expect(councils).toHaveLength(3);
  for (const { memberships } of councils) {
    const holding = (...roles: string[]) => memberships.filter(({ role }) => roles.includes(role));
    expect([holding('council_chair').length, holding('council_secretary').length]).toEqual([1, 1]);
    const members = holding('council_chair', 'council_member');
    expect(members.length).toBeGreaterThanOrEqual(5);
    expect(members.length).toBeLessThanOrEqual(9);
    expect(new Set(memberships.map(({ personId }) => personId)).size).toBe(memberships.length);
    const own = members.map(({ personId }) => personId);
    expect(await prisma.membership.count({ where: { personId: { in: own }, role: 'representative' } })).toBeGreaterThan(0);
    expect(await prisma.membership.count({ where: { personId: { in: own }, bodyId: { not: null } } }), 'no officials').toBe(0);
  }
  expect(await prisma.organisation.count({ where: { fields: { isEmpty: true } } })).toBe(0);
  const demo = await prisma.membership.findMany({ where: { person: { demo: true }, councilId: { not: null } }, include: { person: true } });
  expect(demo.map(({ role, person }) => [role, person.email]).sort()).toEqual([
    ['council_member', 'member@demo.kenes.kz'],
    ['council_secretary', 'secretary@demo.kenes.kz'],
  ]);
});

/** The country of one day with only the rounds that are given, and how each stands then. */
const rounds = async (today: Day, from: Day, courses: (world: World) => readonly Course[]) => {
  const { world } = testWorld(today, (await scratchDatabase({ empty: false })).url);
  const lived = await live(world, { appeals: 1, from, until: instantOf(today, '12:00'), chance: chance(7), rounds: courses });
  const rows = await world.db.prisma.round.findMany({ select: { id: true, facts: true } });
  const standing = await Promise.all(
    lived.rounds.map(async (it) => {
      const round = rows.find(({ id }) => id === it.roundId)?.facts as unknown as Round;
      const counts = await countComments(world.db, it.roundId);
      return { ...it, round, counts, stage: stageOf(round, counts, today) };
    }),
  );
  return { world, lived, of: (story: string) => standing.find((it) => it.story === story), standing };
};

it('the demonstration shows a round in every stage, each worth looking at', { timeout: 240_000 }, async () => {
  const today: Day = '2026-11-26';
  const { world, lived, of, standing } = await rounds(today, addDays(today, -100), (country) => demoCourses(country, today));
  const { prisma } = world.db;
  expect([...new Set(standing.map(({ stage }) => stage))].sort()).toEqual([...STAGES].sort());
  expect(lived.refused, 'what a demonstration does, it may do').toBeLessThanOrEqual(3);

  const closing = of('home-care');
  expect(closing?.stage).toBe('open');
  expect(workingDaysBetween(world.guide.calendar, today, closing?.round.settings.closesDay ?? today)).toBe(4);
  expect(closing?.counts.total).toBeGreaterThan(8);

  const queue = of('digital');
  expect(queue?.stage).toBe('analysis');
  expect(queue?.round.points.filter(({ disposition }) => disposition).length).toBe(4);
  expect(queue?.counts.open).toBeGreaterThan(3);
  expect(queue?.counts.open).toBeLessThan(queue?.counts.total ?? 0);

  const view = of('grants');
  expect(view?.stage).toBe('council_view');
  expect(view?.round.view?.recused).toHaveLength(1);
  expect(view?.round.view?.votes.some(({ vote, dissent }) => vote === 'against' && dissent !== '')).toBe(true);
  const owed = (stream: string, rule: string) => prisma.obligation.findMany({ where: { stream, rule }, orderBy: { dueDay: 'asc' } });
  expect(await owed(`round:${view?.roundId}`, 'council_reply')).toMatchObject([{ closedDay: null }]);
  expect(of('rivers')).toMatchObject({ stage: 'replies', round: { view: null } });

  const silent = of('village-school');
  expect(silent).toMatchObject({ stage: 'closed', round: { hearing: null, points: [] } });
  expect(silent?.counts).toMatchObject({ open: silent?.counts.total });
  const [answers] = await owed(`round:${silent?.roundId}`, 'dispose');
  expect(answers?.closedDay).toBeNull();
  expect(answers?.lapsedAt).not.toBeNull();

  const promises = await owed(`round:${of('streets')?.roundId}`, 'commitment');
  expect(promises.map(({ dueDay, closedHow }) => [dueDay < today, closedHow])).toEqual([
    [true, 'discharged'],
    [true, null],
    [false, null],
  ]);
  expect(of('streets')?.round.commitments[0]?.judgements).toHaveLength(1);

  // The ministry's council met on the draft whose view it gave, with a quorum and a vote of each, and is called to meet again.
  const rows = await prisma.meeting.findMany({ where: { council: { slug: 'social-council' } }, orderBy: { day: 'asc' } });
  const met = rows.map(({ facts }) => facts as unknown as Meeting);
  const guide = world.guide.inForceOn(today).rounds?.council;
  if (!guide) throw new Error('the edition knows no councils');
  const [on] = met.filter(({ agenda }) => agenda.some(({ about }) => about === view?.round.number));
  expect(on?.held?.minutes.kk).not.toBe('');
  expect(quorumOf(guide, on?.held?.attendance ?? []).reached).toBe(true);
  expect(on?.held?.decisions.length).toBeGreaterThan(0);
  expect(on?.day).toBe(view?.round.view?.day);
  const [next, ...others] = met.filter(({ held }) => held === null);
  expect(others).toEqual([]);
  expect((next?.day ?? today) > today).toBe(true);
  // A council of which too many stayed away decided nothing that day.
  const elsewhere = await prisma.meeting.findMany({ where: { council: { slug: 'alatau-council' }, held: true } });
  const regular = elsewhere.map(({ facts }) => (facts as unknown as Meeting).held).find((one) => one?.decisions.length === 0);
  expect(quorumOf(guide, regular?.attendance ?? []).reached).toBe(false);
  expect(of('streets')?.round.scorecard?.filter(({ waiver }) => waiver)).toHaveLength(1);
  expect((await verifyLedger(world)).faults).toEqual([]);
});

it('what was planted is in the record: who means nothing changes words and not what was asked, who means it changes that', { timeout: 240_000 }, async () => {
  const { world, lived } = await rounds('2026-05-29', '2026-03-02', (country) =>
    (['hollow', 'well'] as const).map((manner, n) => courseOf(country, 'home-care', manner, n ? '2026-04-02' : '2026-04-01')),
  );
  const story = roundStory('home-care');
  const latest = async (roundId: string, language: 'kk' | 'ru') =>
    (
      await world.db.prisma.document.findFirstOrThrow({
        where: { roundId, role: 'draft', language },
        orderBy: { version: 'desc' },
        select: { markdown: true },
      })
    ).markdown;
  for (const { roundId, manner, answers } of lived.rounds) {
    const found = await world.db.prisma.comment.findMany({ where: { roundId, code: { not: null } }, select: { pointId: true, code: true, disposition: true } });
    const said = (pointId: string) => found.find((one) => one.pointId === pointId);
    expect(answers).toHaveLength(story.answers.length + (answers.length > story.answers.length ? 1 : 0));
    for (const { pointId, means } of answers) {
      const { code, disposition } = said(pointId) ?? {};
      const { reason, changes } = disposition as { reason: Both; changes: unknown[] };
      expect(isDeepStrictEqual(reason, BOILERPLATE)).toBe(means !== 'it');
      if (code === 'accepted' || code === 'partly') expect(changes).toHaveLength(2);
    }
    expect(answers.some(({ means }) => means === 'nothing_changed')).toBe(manner === 'hollow');
    for (const { change } of story.answers)
      for (const language of ['kk', 'ru'] as const)
        if (change) expect((await latest(roundId, language)).includes(change[language][1]), change[language][1]).toBe(manner === 'well');
  }
});

it('verify finds a changed row, a changed event and a removed one', async () => {
  const [, { world }] = await twins();
  const { pool, prisma } = world.db;
  const appeal = await prisma.appeal.findFirstOrThrow({ where: { phase: 'answered' }, select: { id: true, subject: true } });
  const stream = `appeal:${appeal.id}`;
  const whatIsWrong = async () => (await verifyLedger(world)).faults.map((fault) => `${fault.stream === stream ? 'it' : fault.stream}: ${fault.what}`);

  await pool.query({ text: 'UPDATE "Appeal" SET subject = $1 WHERE id = $2', values: ['Другое', appeal.id] });
  expect(await whatIsWrong()).toEqual(['it: Appeal: subject differ from what the events say']);
  await pool.query({ text: 'UPDATE "Appeal" SET subject = $1 WHERE id = $2', values: [appeal.subject, appeal.id] });

  await expect(pool.query({ text: 'UPDATE "Event" SET day = day WHERE stream = $1', values: [stream] })).rejects.toThrow(/append-only/);
  await pool.query('ALTER TABLE "Event" DISABLE TRIGGER event_append_only');
  await pool.query({ text: `UPDATE "Event" SET payload = jsonb_set(payload, '{nameHidden}', 'true') WHERE stream = $1 AND version = 1`, values: [stream] });
  expect(await whatIsWrong()).toContain('it: event 1 is not what was written');
  await pool.query({ text: 'DELETE FROM "Event" WHERE stream = $1 AND version = 2', values: [stream] });
  expect(await whatIsWrong()).toContain('it: event 2 is missing');
});
