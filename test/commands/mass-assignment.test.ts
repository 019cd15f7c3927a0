// Nothing that a form or a program adds to what is asked reaches what is kept: no command's schema lets a field through that it does not
// name. Read from the folder of commands, so that a new one is covered by being there; and tried on acts that make people and records.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { editAccount } from '../../app/commands/accounts/edit-account';
import { register } from '../../app/commands/accounts/register';
import { takeLink } from '../../app/commands/accounts/take-link';
import { fileAppeal } from '../../app/commands/appeals/file';
import { viewerOf } from '../../app/queries/viewer';
import { must } from '../help/rounds';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld('2026-02-02');
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});
const visitor = { address: null, agent: 'a program' };

type Def = {
  type: string;
  catchall?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  [part: string]: unknown;
};
const defOf = (schema: z.ZodType): Def => (schema as unknown as { _zod: { def: Def } })._zod.def;

/** Where in a schema fields come through that it does not name, and how many objects were looked at. */
function open(schema: z.ZodType, seen = new Set<z.ZodType>(), at = 'input'): { objects: number; loose: string[] } {
  if (seen.has(schema)) return { objects: 0, loose: [] };
  seen.add(schema);
  const def = defOf(schema);
  const loose = def.type === 'object' && def.catchall && defOf(def.catchall).type !== 'never' ? [at] : [];
  const inner = Object.entries({ ...def, ...def.shape }).flatMap(([name, part]) =>
    (Array.isArray(part) ? part : [part])
      .filter((one): one is z.ZodType => one instanceof z.ZodType)
      .map((one) => open(one, seen, `${at}.${name}`)),
  );
  return {
    objects: inner.reduce((sum, { objects }) => sum + objects, def.type === 'object' ? 1 : 0),
    loose: [...loose, ...inner.flatMap((one) => one.loose)],
  };
}

describe('what a command is given', () => {
  it('is read by a schema that drops whatever it does not name, at every depth', async () => {
    const wrong: string[] = [];
    let looked = 0;
    for (const file of readdirSync('app/commands', { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const module = (await import(path.resolve('app/commands', file))) as Record<string, unknown>;
      for (const [name, schema] of Object.entries(module)) {
        if (!(schema instanceof z.ZodType)) continue;
        const { objects, loose } = open(schema);
        looked += objects;
        wrong.push(...loose.map((place) => `${file} ${name}: ${place}`));
      }
    }
    expect(wrong).toEqual([]);
    expect(looked, 'objects in schemas').toBeGreaterThan(80);
  });

  it('is told from one that lets everything through', () => {
    expect(open(z.object({ a: z.array(z.looseObject({ b: z.string() })) })).loose).toEqual(['input.a.element']);
    expect(open(z.object({ a: z.string() }).catchall(z.unknown())).loose).toEqual(['input']);
    expect(open(z.union([z.object({ a: z.string() }), z.looseObject({})])).loose).toEqual(['input.options']);
  });
});

/** What somebody adds who knows the tables. */
const MORE = {
  ...{ id: '01900000-0000-7000-8000-000000000001', personId: '01900000-0000-7000-8000-000000000001' },
  ...{
    role: 'administrator',
    mandates: [{ role: 'administrator' }],
    memberships: { create: { role: 'administrator' } },
  },
  ...{ demo: true, closedAt: '2026-01-01', passwordHash: 'x', totpSecret: null, codeDue: false, isAdmin: true },
  ...{
    number: '2026-999999',
    registeredDay: '2020-01-01',
    dueDay: '2099-01-01',
    status: 'answered',
    standing: 'answered',
  },
  ...{ outcome: 'satisfied', edition: '2026-1', version: 99, acceptedBy: 'x', officialId: 'x', actor: { name: 'x' } },
};

describe('what somebody adds who knows the tables', () => {
  it('makes nobody more than they are', async () => {
    const before = await world.db.prisma.person.findUniqueOrThrow({ where: { id: cast.citizen.personId } });
    await must(editAccount(world, cast.citizen, { name: 'Another Name', locale: 'ru', email: 'x@y.kz', ...MORE }));
    const after = await world.db.prisma.person.findUniqueOrThrow({ where: { id: cast.citizen.personId } });
    expect(after).toEqual({ ...before, name: 'Another Name', locale: 'ru', address: after.address });
    expect(await world.db.prisma.membership.count({ where: { personId: cast.citizen.personId } })).toBe(0);
  });

  it('gives a newcomer no office', async () => {
    const email = 'newcomer@mail.kz';
    const asked = {
      as: 'person',
      email,
      name: 'Newcomer',
      locale: 'ru',
      address: 'Astana, 1',
      bodyId: cast.ministry.id,
    };
    const { path: link } = await must(register(world, { ...asked, ...MORE }, visitor));
    const entered = await must(takeLink(world, { token: link?.split('/').pop(), ...MORE }, visitor));
    expect(await viewerOf(world, entered.token)).toMatchObject({ email, name: 'Newcomer', mandates: [] });
    expect(await world.db.prisma.person.findUniqueOrThrow({ where: { email } })).toMatchObject({
      ...{ demo: false, closedAt: null, passwordHash: null },
    });
  });

  it('moves no day, number or state of a case', async () => {
    const plain = await must(fileAppeal(world, cast.ngo, anAppeal(cast)));
    const more = await must(fileAppeal(world, cast.ngo, { ...MORE, ...anAppeal(cast) }));
    const [one, other] = await Promise.all(
      [plain.id, more.id].map((id) => world.db.prisma.appeal.findUniqueOrThrow({ where: { id } })),
    );
    const { id: _id, number: _number, ...facts } = one ?? {};
    expect(other).toMatchObject(facts);
    expect(other?.id).not.toBe(MORE.id);
    expect(other?.number).not.toBe(MORE.number);
  });
});
