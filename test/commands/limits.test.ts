// Limits of how often one person may do one thing: exact however many come at once, by the world's clock, and only what was done counts.
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { makeComment } from '../../app/commands/comments/make';
import { uploadFile } from '../../app/commands/files/upload';
import { askSearch } from '../../app/commands/searches/ask';
import { LIMITS, type LimitId } from '../../app/core/limits';
import type { Outcome } from '../../app/core/refusal';
import type { Viewer } from '../../app/core/viewer';
import { attempt } from '../../app/data/attempts';
import { tidy } from '../../workers/tidy';
import { roundHouse } from '../help/rounds';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const test = testWorld('2026-02-02');
const { world, at } = test;
const house = roundHouse(test, () => cast);
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

/** Everybody is limited as the table says, but for one thing. */
const limitTo = (limit: LimitId, times: number) =>
  (world.limits = { ...LIMITS, [limit]: { times, seconds: LIMITS[limit].seconds } });
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.code);
const counted = (codes: readonly string[]) => codes.filter((code) => code === 'done').length;
const file = (viewer: Viewer, more: object = {}) => fileAppeal(world, viewer, { ...anAppeal(cast), ...more });
const atOnce = async (times: number, act: () => Promise<Outcome<unknown>>) =>
  (await Promise.all(Array.from({ length: times }, act))).map(codeOf);
async function* letters() {
  yield Buffer.from('письмо');
}

describe('a limit of three', () => {
  it('lets exactly three of twenty appeals through that come at once', async () => {
    limitTo('file_appeal', 3);
    const before = await world.db.prisma.appeal.count();
    const codes = await atOnce(20, () => file(cast.ngo));
    expect(counted(codes)).toBe(3);
    expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(17);
    expect(await world.db.prisma.appeal.count()).toBe(before + 3);
  });

  it('is each person’s own, and each act’s own', async () => {
    limitTo('file_appeal', 3);
    expect(codeOf(await file(cast.ngo))).toBe('too_many_attempts');
    expect(codeOf(await file(cast.stranger, { organisationId: '' }))).toBe('done');
    expect(codeOf(await uploadFile(world, cast.ngo, { name: 'a.txt', bytes: letters() }))).toBe('done');
  });

  it('says from when on it may be done again, and keeps to it by the world’s clock', async () => {
    limitTo('file_appeal', 3);
    const refused = await file(cast.ngo);
    if (refused.ok) throw new Error('was filed');
    const hour = LIMITS.file_appeal.seconds * 1000;
    expect(refused.refusal.params).toEqual({ until: world.now() + hour, now: world.now() });
    at('2026-02-02', '10:59');
    expect(codeOf(await file(cast.ngo))).toBe('too_many_attempts');
    at('2026-02-02', '11:00');
    expect(codeOf(await file(cast.ngo))).toBe('done');
  });

  it('counts an appeal to several bodies as often as it goes, whole or not at all, and gives back as much', async () => {
    at('2026-02-02', '14:00');
    limitTo('file_appeal', 3);
    const two = { bodyId: [cast.ministry.id, cast.committee.id] };
    expect(codeOf(await file(cast.ngo, { ...two, originId: world.newId() }))).toBe('several_not_possible');
    expect(codeOf(await file(cast.ngo, two))).toBe('done');
    expect(codeOf(await file(cast.ngo, two))).toBe('too_many_attempts');
    expect(codeOf(await file(cast.ngo))).toBe('done');
    expect(codeOf(await file(cast.ngo))).toBe('too_many_attempts');
  });

  it('does not count a form that was filed already and is sent again, one by one, at once, or when the limit is full', async () => {
    at('2026-02-02', '16:00');
    limitTo('file_appeal', 6);
    const two = { bodyId: [cast.ministry.id, cast.committee.id], key: world.newId() };
    expect(counted(await atOnce(3, () => file(cast.ngo, two)))).toBe(3);
    expect(codeOf(await file(cast.ngo, two))).toBe('done');
    expect(
      await world.db.prisma.attempt.findFirst({ where: { key: { startsWith: 'file_appeal:' }, points: 2 } }),
    ).not.toBeNull();
    expect(counted(await atOnce(5, () => file(cast.ngo)))).toBe(4);
    expect(await file(cast.ngo, two)).toMatchObject({ ok: true, value: { again: true } });
  });

  it('does not count what was refused for another reason', async () => {
    at('2026-02-03');
    limitTo('file_appeal', 3);
    for (let wrong = 0; wrong < 5; wrong++)
      expect(codeOf(await file(cast.ngo, { bodyId: world.newId() }))).toBe('not_found');
    expect(counted(await atOnce(20, () => file(cast.ngo)))).toBe(3);
  });

  it('holds comments, uploads, acts and questions to the search alike', async () => {
    at('2026-02-04');
    world.limits = null;
    const roundId = await house.open();
    const comment = { roundId, text: 'Просим уточнить сроки.', language: 'ru' };
    limitTo('comment', 3);
    expect(counted(await atOnce(20, () => makeComment(world, cast.citizen, comment)))).toBe(3);
    limitTo('upload', 3);
    const upload = () => uploadFile(world, cast.citizen, { name: 'a.txt', bytes: letters() });
    expect(counted(await atOnce(20, upload))).toBe(3);
    limitTo('search', 3);
    expect(counted(await atOnce(20, () => askSearch(world, cast.citizen, { address: '192.0.2.1' })))).toBe(3);
    limitTo('search_address', 3);
    expect(counted(await atOnce(20, () => askSearch(world, null, { address: '192.0.2.1' })))).toBe(3);
  });
});

describe('the table of limits', () => {
  it('holds each of its limits exactly, one more at once than it allows twice over', async () => {
    world.limits = LIMITS;
    for (const limit of Object.keys(LIMITS) as LimitId[]) {
      const tries = Array.from({ length: LIMITS[limit].times + 10 }, () => attempt(world, [[limit, 'somebody']]));
      const waits = await Promise.all(tries);
      expect(
        waits.filter((wait) => wait === null),
        limit,
      ).toHaveLength(LIMITS[limit].times);
    }
  });

  it('limits nobody where the world has none', async () => {
    world.limits = null;
    expect(counted(await atOnce(20, () => file(cast.ngo)))).toBe(20);
  });

  it('keeps no e-mail, address or person, and forgets what is over', async () => {
    at('2026-02-05');
    const rows = await world.db.prisma.attempt.findMany();
    expect(rows.length).toBeGreaterThan(10);
    for (const { key } of rows) expect(key).toMatch(/^[a-z_]+:[\w-]{43}$/);
    await tidy(world);
    expect(await world.db.prisma.attempt.count()).toBe(0);
  });
});
