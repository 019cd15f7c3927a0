// What nobody can use any more is thrown away at night; what was said or done stays.
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { tidy } from '../../workers/tidy';
import { castInto, testWorld } from '../help/world';

const { world, at } = testWorld('2026-02-02');
const day = (text: string) => new Date(`${text}T05:00:00Z`);

it('sessions, links and counts that ended go after a month; those in use stay', async () => {
  const { ngo } = await castInto(world);
  const session = (tokenHash: string, expiresAt: Date, revokedAt: Date | null = null) => ({
    id: world.newId(),
    tokenHash,
    personId: ngo.personId,
    agent: 'x',
    createdAt: day('2026-01-01'),
    seenAt: day('2026-01-01'),
    expiresAt,
    revokedAt,
  });
  await world.db.prisma.session.createMany({
    data: [
      session('old', day('2026-03-01')),
      session('revoked', day('2026-12-01'), day('2026-03-01')),
      session('lately', day('2026-03-25')),
      session('in use', day('2026-12-01')),
    ],
  });
  const pass = (tokenHash: string, expiresAt: Date) => ({
    id: world.newId(),
    tokenHash,
    purpose: 'sign_in',
    email: ngo.email,
    createdAt: day('2026-01-01'),
    expiresAt,
  });
  await world.db.prisma.pass.createMany({ data: [pass('old', day('2026-03-01')), pass('open', day('2026-04-10'))] });
  at('2026-04-05');
  await world.db.prisma.attempt.createMany({
    data: [
      { key: 'past', points: 3, expire: BigInt(world.now() - 1) },
      { key: 'now', points: 3, expire: BigInt(world.now() + 60_000) },
    ],
  });
  expect(await tidy(world)).toBe(4);
  expect(
    (await world.db.prisma.session.findMany({ orderBy: { tokenHash: 'asc' } })).map(({ tokenHash }) => tokenHash),
  ).toEqual(['in use', 'lately']);
  expect((await world.db.prisma.pass.findMany()).map(({ tokenHash }) => tokenHash)).toEqual(['open']);
  expect((await world.db.prisma.attempt.findMany()).map(({ key }) => key)).toEqual(['now']);
});

it('an upload that no act took goes after a day, its bytes with it; bytes that another file holds stay', async () => {
  at('2026-02-02');
  const put = async (text: string) => {
    const stored = await world.files.put({ bytes: Readable.from([Buffer.from(text)]), name: 'a.txt', limit: 1_000 });
    if ('rejected' in stored) throw new Error(stored.rejected);
    return stored;
  };
  const [lost, shared] = [await put('nobody wants this'), await put('two want this')];
  const row = ({ sha256, size, type }: Awaited<ReturnType<typeof put>>, version: number | null, createdAt: Date) => ({
    id: world.newId(),
    stream: 's',
    version,
    ownerId: world.newId(),
    name: 'a.txt',
    type,
    size,
    sha256,
    createdAt,
  });
  const old = day('2026-01-31');
  await world.db.prisma.file.createMany({
    data: [
      row(lost, null, old),
      row(shared, null, old),
      row(shared, 1, old),
      row(await put('fresh'), null, day('2026-02-02')),
    ],
  });
  expect(await tidy(world)).toBe(2);
  expect(await world.files.size(lost.sha256)).toBeNull();
  expect(await world.files.size(shared.sha256)).toBe(shared.size);
  expect(await world.db.prisma.file.count()).toBe(2);
});
