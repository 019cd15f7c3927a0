// An official is away and another acts in their place: work, letters, desk and rights follow the days, whatever was said when, and come back
// with the person. One model for an executor on leave and for a first head whom a deputy stands in for.
import { beforeAll, describe, expect, it } from 'vitest';
import { announceAbsence } from '../../app/commands/absences/announce';
import { endAbsence } from '../../app/commands/absences/end';
import { answerAppeal, askedOf } from '../../app/commands/appeals/answer';
import { assignAppeal } from '../../app/commands/appeals/assign';
import { decideExtension } from '../../app/commands/appeals/decide-extension';
import { proposeExtension } from '../../app/commands/appeals/propose-extension';
import { writeReminders } from '../../app/commands/reminders/write';
import { coveredBy } from '../../app/core/acting';
import type { Day } from '../../app/core/day';
import { capacityAt } from '../../app/core/first-head';
import type { Viewer } from '../../app/core/viewer';
import { firstHeads } from '../../app/data/interests';
import { hashOfSecret, newSecret } from '../../app/data/secret';
import { verifyLedger } from '../../app/data/verify';
import { caseView } from '../../app/queries/case';
import { caseFacts } from '../../app/queries/case-facts';
import { deskAsked, deskOf } from '../../app/queries/desk';
import { officialsAt } from '../../app/queries/officials';
import { viewerOf } from '../../app/queries/viewer';
import { steps } from '../help/cases';
import { codeOf, must, refusalOf } from '../help/rounds';
import { aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at, today } = testWorld();
let cast: Cast;
let colleague: Viewer;
beforeAll(async () => {
  cast = await castInto(world);
  colleague = await official('Colleague');
});
const { file, row, letters } = steps(world, () => cast);

async function official(name: string): Promise<Viewer> {
  const personId = world.newId();
  const email = `${name.toLowerCase()}@kenes.test`;
  const since = new Date('2026-01-01T00:00:00Z');
  const mandate = { role: 'executor' as const, post: 'Эксперт', bodyId: cast.ministry.id, organisationId: null };
  await world.db.prisma.person.create({ data: { id: personId, email, name, locale: 'ru', createdAt: since } });
  await world.db.prisma.membership.create({ data: { id: world.newId(), personId, since, ...mandate } });
  return { personId, name, email, locale: 'ru', mandates: [mandate] };
}

const announce = (by: Viewer, who: Viewer, cover: Viewer, fromDay: Day, untilDay: Day) =>
  announceAbsence(world, by, {
    ...{ bodyId: cast.ministry.id, personId: who.personId, coverId: cover.personId, fromDay, untilDay },
  });
/** The person as a session opened now sees them. */
async function seen({ personId }: Viewer): Promise<Viewer> {
  const token = newSecret();
  const now = new Date(world.now());
  const data = { id: world.newId(), tokenHash: hashOfSecret(token), personId, agent: '', createdAt: now, seenAt: now };
  await world.db.prisma.session.create({ data: { ...data, expiresAt: new Date(world.now() + 1e10) } });
  const viewer = await viewerOf(world, token);
  if (!viewer) throw new Error('nobody there');
  return viewer;
}
const parts = () => askedOf(world.guide.inForceOn(today()).procedures.application).map(({ id }) => id);
const deskFor = async (viewer: Viewer, query = 'whose=mine') =>
  deskOf(world, viewer, deskAsked(new URLSearchParams(query)), 'en');
const numbers = async (viewer: Viewer) => [...new Set((await deskFor(viewer))?.rows.map((one) => one.number))];

describe('an executor on leave', () => {
  it('has the work done by the cover on those days, and again by themselves afterwards; nothing is switched', async () => {
    at('2026-02-02');
    const id = await file();
    const { number } = await row(id);
    await must(assignAppeal(world, cast.registrar, { appealId: id, officialId: cast.executor.personId }));
    await must(announce(cast.executor, cast.executor, colleague, '2026-02-09', '2026-02-13'));
    expect(await numbers(await seen(colleague))).toEqual([]);
    at('2026-02-09');
    const cover = await seen(colleague);
    expect(coveredBy(cover)).toEqual([cast.executor.personId]);
    expect(await numbers(cover)).toEqual([number]);
    const all = await deskFor(await seen(cast.head), 'whose=all');
    expect(all?.rows.find((one) => one.number === number)).toMatchObject({ official: 'Executor', cover: 'Colleague' });
    at('2026-02-13', '23:00');
    expect(await numbers(await seen(colleague))).toEqual([number]);
    at('2026-02-14');
    expect(await numbers(await seen(colleague))).toEqual([]);
    expect(await numbers(await seen(cast.executor))).toEqual([number]);
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it('gets no letters on those days: the cover does, reminders among them', async () => {
    at('2026-02-02');
    const id = await file();
    at('2026-02-10');
    await must(assignAppeal(world, cast.registrar, { appealId: id, officialId: cast.executor.personId }));
    expect(await letters(id, 'appeal_assigned', cast.executor)).toEqual([]);
    expect(await letters(id, 'appeal_assigned', colleague)).toHaveLength(1);
    at('2026-02-13');
    await writeReminders(world);
    expect(await letters(id, 'deadline_reminder', cast.executor)).toEqual([]);
    expect((await letters(id, 'deadline_reminder', colleague)).length).toBeGreaterThan(0);
    at('2026-02-18', '12:00');
    await writeReminders(world);
    expect((await letters(id, 'deadline_reminder', cast.executor)).length).toBeGreaterThan(0);
  });

  it('is shown as away to whoever assigns, by the day that the case is due; the load ahead counts the days', async () => {
    at('2026-02-04');
    const named = async (until: Day) =>
      (await officialsAt(world, cast.ministry.id, until)).find(({ name }) => name === 'Executor')?.away;
    expect(await named('2026-02-06')).toBeNull();
    expect(await named('2026-02-09')).toEqual({ fromDay: '2026-02-09', untilDay: '2026-02-13', cover: 'Colleague' });
    const load = (await deskFor(cast.executor))?.load.days;
    expect(load?.find(({ day }) => day === '2026-02-12')?.away).toBe(1);
    expect(load?.find(({ day }) => day === '2026-02-16')?.away).toBe(0);
    at('2026-01-20');
    const id = await file();
    await must(assignAppeal(world, cast.registrar, { appealId: id, officialId: cast.executor.personId }));
    expect((await row(id)).dueDay).toBe('2026-02-10');
    const due = async (who: Viewer) => (await deskFor(who))?.load.days.find(({ day }) => day === '2026-02-10')?.due;
    expect(await due(cast.executor)).toBe(0);
    expect(await due(colleague)).toBe(1);
  });

  it('is not covered by somebody who is away, by themselves, by a stranger to the body, or twice at once', async () => {
    at('2026-02-02');
    expect(await codeOf(announce(cast.executor, cast.executor, colleague, '2026-02-13', '2026-02-16'))).toBe(
      'absence_announced',
    );
    expect(
      await refusalOf(announce(cast.head, cast.registrar, cast.executor, '2026-02-12', '2026-02-20')),
    ).toMatchObject({
      code: 'cover_away',
      params: { name: 'Executor' },
    });
    expect(await codeOf(announce(cast.head, cast.head, cast.head, '2026-02-12', '2026-02-20'))).toBe('invalid');
    expect(await codeOf(announce(cast.head, cast.head, cast.committeeRegistrar, '2026-02-12', '2026-02-20'))).toBe(
      'official_not_here',
    );
    expect(await codeOf(announce(cast.executor, cast.head, colleague, '2026-02-12', '2026-02-20'))).toBe('not_allowed');
    expect(await codeOf(announce(cast.head, cast.head, colleague, '2026-01-12', '2026-01-20'))).toBe('invalid');
  });

  it('is covered by the cover’s cover where the cover falls away too; back early, the work comes back that day', async () => {
    at('2026-02-10');
    await must(announce(colleague, colleague, cast.registrar, '2026-02-11', '2026-02-12'));
    at('2026-02-11');
    expect(coveredBy(await seen(cast.registrar)).sort()).toEqual([cast.executor.personId, colleague.personId].sort());
    expect(coveredBy(await seen(colleague))).toEqual([]);
    const { id } = await world.db.prisma.absence.findFirstOrThrow({ where: { personId: cast.executor.personId } });
    expect(await codeOf(endAbsence(world, colleague, { absenceId: id }))).toBe('not_allowed');
    at('2026-02-12');
    await must(endAbsence(world, cast.executor, { absenceId: id }));
    expect(coveredBy(await seen(cast.registrar))).toEqual([colleague.personId]);
    expect(await codeOf(endAbsence(world, cast.executor, { absenceId: id }))).toBe('absence_over');
    const told = await world.db.prisma.letter.findMany({
      where: { letter: 'cover_named', personId: colleague.personId },
    });
    expect(told.map(({ data }) => (data as { change: string }).change).sort()).toEqual(['ended', 'named']);
    expect((await verifyLedger(world)).faults).toEqual([]);
  });
});

describe('a first head who is away', () => {
  it('has decisions taken and signed by whoever acts for them: the record says so, and a council’s reply may be signed by them', async () => {
    at('2026-03-02');
    const id = await file();
    await must(
      proposeExtension(world, cast.executor, {
        appealId: id,
        reason: 'Нужна экспертиза проекта.',
        until: '2026-03-31',
      }),
    );
    await must(announce(cast.head, cast.head, colleague, '2026-03-03', '2026-03-06'));
    expect(await codeOf(decideExtension(world, await seen(colleague), { appealId: id, decision: 'approve' }))).toBe(
      'not_allowed',
    );
    at('2026-03-03');
    const acting = await seen(colleague);
    expect(capacityAt(acting, cast.ministry.id)).toBe('acting');
    expect(await firstHeads(world.db, cast.ministry.id, world.now())).toEqual(['Head', 'Colleague']);
    await must(decideExtension(world, acting, { appealId: id, decision: 'approve' }));
    await must(answerAppeal(world, acting, { appealId: id, ...aReply('act_favourable', parts()) }));
    const facts = await caseFacts(world, null, (await row(id)).number);
    const thread = facts ? (await caseView(world, null, facts, 'ru')).thread : [];
    expect(thread.find(({ type }) => type === 'extended')?.actor).toEqual({
      ...{ name: 'Colleague', post: 'Эксперт', actingFor: 'Head, Руководитель аппарата' },
    });
    // An executor answers by an office of their own, whoever else they act for.
    expect(thread.find(({ type }) => type === 'answered')?.actor).toEqual({ name: 'Colleague', post: 'Эксперт' });
    at('2026-03-07');
    expect(capacityAt(await seen(colleague), cast.ministry.id)).toBeNull();
  });
});
