// Who represents an organisation, and until when: by days alone, never without anybody, and handed over in one act.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endMembership } from '../../app/commands/accounts/end-membership';
import { handOverMandate } from '../../app/commands/accounts/hand-over-mandate';
import { inviteColleague } from '../../app/commands/accounts/invite-colleague';
import { inviteOfficial } from '../../app/commands/accounts/invite-official';
import { setLastDay } from '../../app/commands/accounts/set-last-day';
import { takeInvitation } from '../../app/commands/accounts/take-invitation';
import { fileAppeal } from '../../app/commands/appeals/file';
import { tellOfEndingMandates } from '../../app/commands/reminders/mandates';
import { lastDayAt } from '../../app/core/mandate';
import type { Viewer } from '../../app/core/viewer';
import { accountOf } from '../../app/queries/accounts';
import { invitationBehind } from '../../app/queries/links';
import { viewerOf } from '../../app/queries/viewer';
import { codeOf, must, refusalOf } from '../help/rounds';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
const { prisma } = world.db;
const visitor = { address: null, agent: 'Firefox/140.0' };
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

let made = 0;
type Placed = Viewer & { membershipId: string };
/** An organisation of its own, so that no test meets another's representatives. */
async function organisation(): Promise<string> {
  const [id, bin] = [world.newId(), String(100_000_000_000 + ++made)];
  await prisma.organisation.create({
    data: { id, bin, name: `Фонд ${made}`, address: 'Астана', createdAt: new Date(world.now()) },
  });
  return id;
}
async function representative(organisationId: string, more: { until?: Date; demo?: boolean } = {}): Promise<Placed> {
  const [personId, membershipId, n] = [world.newId(), world.newId(), ++made];
  const who = { name: `Өкіл ${n}`, email: `rep-${n}@kenes.test`, locale: 'kk' as const };
  const { until = null, demo = false } = more;
  await prisma.person.create({ data: { id: personId, ...who, demo, createdAt: new Date(world.now()) } });
  const mandate = { role: 'representative' as const, post: null, bodyId: null, organisationId };
  await prisma.membership.create({
    data: { id: membershipId, personId, since: new Date(world.now()), until, ...mandate },
  });
  return { personId, membershipId, ...who, mandates: [mandate] };
}
const mandateOf = (one: Placed) => prisma.membership.findUniqueOrThrow({ where: { id: one.membershipId } });
const set = (by: Viewer, whose: Placed, lastDay: string) =>
  setLastDay(world, by, { membershipId: whose.membershipId, lastDay });
const noticesTo = async (...people: Viewer[]) =>
  prisma.letter.count({
    where: { letter: 'mandate_notice', personId: { in: people.map(({ personId }) => personId) } },
  });

let ngo: string;
let first: Placed;
let second: Placed;
beforeEach(async () => {
  at('2026-03-02');
  ngo = await organisation();
  first = await representative(ngo);
  second = await representative(ngo);
});

describe('the last day of a representative', () => {
  it('is chosen with the invitation, is told there, and after it nobody sees or does anything', async () => {
    const invite = (lastDay: string) =>
      inviteColleague(world, first, { organisationId: ngo, email: `new-${ngo}@kenes.test`, locale: 'ru', lastDay });
    expect(await refusalOf(invite('2026-03-01'))).toMatchObject({ code: 'invalid', fields: { lastDay: 'bad_day' } });
    const { path } = await must(invite('2026-03-05'));
    const token = path?.split('/').at(-1) ?? '';
    expect((await invitationBehind(world, token))?.lastDay).toBe('2026-03-05');
    expect((await accountOf(world, first.personId, null)).invited[0]?.lastDay).toBe('2026-03-05');
    const welcomed = await must(takeInvitation(world, { token, name: 'Анна Ким', locale: 'ru' }, visitor));
    const account = () => accountOf(world, welcomed.personId, welcomed.token);
    expect((await account()).mandates[0]?.lastDay).toBe('2026-03-05');
    expect((await accountOf(world, first.personId, null)).colleagues.map(({ lastDay }) => lastDay)).toContain(
      '2026-03-05',
    );
    const file = async () =>
      codeOf(fileAppeal(world, await viewerOf(world, welcomed.token), { ...anAppeal(cast), organisationId: ngo }));
    at('2026-03-05', '23:59');
    expect(await file()).toBe('done');
    at('2026-03-06', '00:00');
    expect((await viewerOf(world, welcomed.token))?.mandates).toEqual([]);
    expect(await file()).toBe('not_allowed');
    expect((await accountOf(world, first.personId, null)).colleagues).toHaveLength(1);
  });

  it('makes an invitation that is taken too late lead nowhere', async () => {
    const { path } = await must(
      inviteColleague(world, first, {
        ...{ organisationId: ngo, email: `late-${ngo}@kenes.test`, locale: 'ru', lastDay: '2026-03-02' },
      }),
    );
    at('2026-03-03');
    const token = path?.split('/').at(-1) ?? '';
    expect(await codeOf(takeInvitation(world, { token, name: 'Анна Ким', locale: 'ru' }, visitor))).toBe('link_spent');
  });

  it('of an official is chosen with the invitation too, and the office ends by itself', async () => {
    const invite = (lastDay: string) =>
      inviteOfficial(world, cast.administrator, {
        ...{ role: 'executor', bodyId: cast.ministry.id, post: 'Бас сарапшы', email: 'until@gov.kz', locale: 'kk' },
        lastDay,
      });
    expect(await refusalOf(invite('2026-03-01'))).toMatchObject({ fields: { lastDay: 'bad_day' } });
    const { path } = await must(invite('2026-03-05'));
    const token = path?.split('/').at(-1) ?? '';
    expect((await invitationBehind(world, token))?.lastDay).toBe('2026-03-05');
    const welcomed = await must(takeInvitation(world, { token, name: 'Дәурен Жұмабай', locale: 'kk' }, visitor));
    at('2026-03-05', '23:59');
    expect((await viewerOf(world, welcomed.token))?.mandates).toHaveLength(1);
    at('2026-03-06', '00:00');
    expect((await viewerOf(world, welcomed.token))?.mandates).toEqual([]);
  });

  it('is set, moved and taken away by a colleague; one’s own only comes nearer', async () => {
    await must(set(first, second, '2026-04-30'));
    expect(lastDayAt((await mandateOf(second)).until?.getTime() ?? null)).toBe('2026-04-30');
    expect(await codeOf(set(second, second, '2026-05-31'))).toBe('not_allowed');
    expect(await codeOf(set(second, second, ''))).toBe('not_allowed');
    await must(set(second, second, '2026-03-31'));
    await must(set(first, second, ''));
    expect((await mandateOf(second)).until).toBeNull();
    expect(await codeOf(set(cast.stranger, second, '2026-04-30'))).toBe('not_allowed');
    expect(await codeOf(setLastDay(world, null, { membershipId: second.membershipId }))).toBe('not_signed_in');
    expect(await refusalOf(set(first, second, '2026-03-01'))).toMatchObject({ fields: { lastDay: 'bad_day' } });
    const shared = await representative(ngo, { demo: true });
    expect(await codeOf(set(first, shared, '2026-04-30'))).toBe('demo_account');
  });

  it('is told to both two weeks before, once for each day that was set', async () => {
    await must(set(first, second, '2026-04-30'));
    at('2026-04-15');
    expect(await tellOfEndingMandates(world)).toBe(0);
    at('2026-04-16');
    expect(await tellOfEndingMandates(world)).toBe(2);
    expect(await tellOfEndingMandates(world)).toBe(0);
    expect(await noticesTo(first)).toBe(1);
    expect(
      await prisma.letter.findFirst({ where: { letter: 'mandate_notice', personId: second.personId } }),
    ).toMatchObject({
      data: { change: 'ends', person: second.name, lastDay: '2026-04-30' },
    });
    await must(set(first, second, '2026-04-29'));
    expect(await tellOfEndingMandates(world)).toBe(2);
    at('2026-05-04');
    expect(await tellOfEndingMandates(world)).toBe(0);
  });
});

describe('an organisation', () => {
  it('keeps its last representative without a last day, whoever would end it', async () => {
    await must(set(first, second, '2026-04-30'));
    const end = (by: Viewer) => endMembership(world, by, { membershipId: first.membershipId });
    for (const who of [first, second, cast.administrator]) expect(await codeOf(end(who))).toBe('last_representative');
    expect(await codeOf(set(second, first, '2026-04-30'))).toBe('last_representative');
    await must(set(first, second, ''));
    expect(await codeOf(end(first))).toBe('done');
  });

  it('keeps one of two who end each other at the same moment', async () => {
    const outcomes = await Promise.all([
      endMembership(world, first, { membershipId: second.membershipId }),
      set(second, first, '2026-04-30'),
    ]);
    const codes = await Promise.all(outcomes.map((outcome) => codeOf(Promise.resolve(outcome))));
    expect(codes.sort()).toEqual(['done', 'last_representative']);
  });
});

describe('a place that is handed over', () => {
  const handOver = (by: Viewer | null, to: Placed) =>
    handOverMandate(world, by, { organisationId: ngo, membershipId: to.membershipId });

  it('ends with one and goes on with the other in one act, and the others are told', async () => {
    const third = await representative(ngo);
    await must(set(first, second, '2026-04-30'));
    await must(handOver(first, second));
    expect((await mandateOf(first)).until).toEqual(new Date(world.now()));
    expect((await mandateOf(second)).until).toBeNull();
    expect([await noticesTo(first), await noticesTo(second), await noticesTo(third)]).toEqual([0, 1, 1]);
    expect(await codeOf(handOver(first, third))).toBe('not_allowed');
  });

  it('goes to a representative of the same organisation alone, from one', async () => {
    expect(await codeOf(handOver(null, second))).toBe('not_signed_in');
    expect(await codeOf(handOver(cast.stranger, second))).toBe('not_allowed');
    expect(await codeOf(handOver(first, first))).toBe('not_found');
    expect(await codeOf(handOver(first, await representative(await organisation())))).toBe('not_found');
    expect(await codeOf(handOver(first, await representative(ngo, { demo: true })))).toBe('demo_account');
    expect((await mandateOf(first)).until).toBeNull();
  });

  it('is not lost when two hand theirs to each other at the same moment', async () => {
    const outcomes = await Promise.all([handOver(first, second), handOver(second, first)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const held = await Promise.all([mandateOf(first), mandateOf(second)]);
    expect(held.filter(({ until }) => until === null)).toHaveLength(1);
  });
});
