// Who reads a letter: the people behind an audience today, each once.
import { beforeAll, expect, it } from 'vitest';
import type { Audience, LetterOrder } from '../../app/core/letter';
import { letterRows, readersOf } from '../../app/data/people';
import { castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld('2026-02-02');
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});
const namesOf = async (...audiences: Audience[]) => (await readersOf(world, audiences)).map((readers) => readers.map(({ name }) => name).sort());
const ministry = () => ({ kind: 'body', id: cast.ministry.id }) as const;

it('a body is read by its officials, or by those in the roles asked for; one query answers many audiences in their order', async () => {
  expect(
    await namesOf(
      { party: ministry(), roles: ['approver'] },
      { party: ministry() },
      { party: { kind: 'organisation', id: cast.organisationId } },
      { party: { kind: 'person', id: cast.citizen.personId } },
      { party: { kind: 'body', id: cast.committee.id }, roles: ['approver'] },
    ),
  ).toEqual([['Head'], ['Executor', 'Head', 'Registrar'], ['Aigul'], ['Citizen'], []]);
  expect(await namesOf()).toEqual([]);
});

it('an official whom a case is assigned to reads alone, for as long as an office is held at the body', async () => {
  const assigned: Audience = { party: ministry(), roles: ['registrar'], officialId: cast.executor.personId };
  expect(await namesOf(assigned)).toEqual([['Executor']]);
  expect(await namesOf({ ...assigned, officialId: cast.committeeRegistrar.personId })).toEqual([['Registrar']]);
  const membership = { personId: cast.executor.personId };
  await world.db.prisma.membership.updateMany({ where: membership, data: { until: new Date(world.now()) } });
  expect(await namesOf(assigned)).toEqual([['Registrar']]);
  await world.db.prisma.membership.updateMany({ where: membership, data: { until: null } });
});

it('whose account is closed reads nothing more', async () => {
  await world.db.prisma.person.update({ where: { id: cast.citizen.personId }, data: { closedAt: new Date(world.now()) } });
  expect(await namesOf({ party: { kind: 'person', id: cast.citizen.personId } })).toEqual([[]]);
  await world.db.prisma.person.update({ where: { id: cast.citizen.personId }, data: { closedAt: null } });
});

it('someone in two roles, or reached by two orders of one key, gets one letter', async () => {
  const { bodyId } = cast.head.mandates[0] ?? {};
  await world.db.prisma.membership.create({ data: { id: world.newId(), personId: cast.head.personId, role: 'registrar', bodyId, since: new Date('2026-01-01T00:00:00Z') } });
  const order = (roles: Audience['roles']): LetterOrder & { stream: string } => ({ letter: 'welcome', data: { name: 'x', path: '/' }, key: 'k', to: { party: ministry(), roles }, stream: 'appeal:1' });
  const orders = [order(['approver']), order(['registrar', 'approver'])];
  const rows = letterRows(orders, await readersOf(world, orders.map(({ to }) => to)));
  expect(rows.map(({ key }) => key).sort()).toEqual([`k:${cast.head.personId}`, `k:${cast.registrar.personId}`].sort());
  expect(rows[0]).toMatchObject({ letter: 'welcome', stream: 'appeal:1', locale: 'ru', email: cast.head.email });
});
