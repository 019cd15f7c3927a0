// The open data that scores are counted from: they give every published figure, over simulated histories too; they name nobody; a row
// that was changed is found; and a figure that they do not give is withheld until they do.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync, cpSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import canonicalize from 'canonicalize';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishDump } from '../../app/commands/scores/publish-dump';
import { instantOf } from '../../app/core/day';
import type { Counted } from '../../app/core/score/counting';
import { FACT_TABLES, fileOf, TABLE_NAMES, TABLES } from '../../app/data/dump/columns';
import { openDump } from '../../app/data/dump/read';
import { factsInDump, recompute } from '../../app/data/dump/recompute';
import { factsInLedger } from '../../app/data/score-ledger';
import { latest, latestOf } from '../../app/data/scores';
import { openFolder } from '../../app/open-files';
import { openDataWords } from '../../app/text/open-data';
import { scoreOverview } from '../../app/queries/scores';
import type { World } from '../../app/world';
import { chance } from '../../prisma/chance';
import { randomCourses } from '../../prisma/courses';
import { live } from '../../prisma/live';
import { dump } from '../../workers/dump';
import { recount } from '../../workers/recount';
import { score } from '../../workers/score';
import { scratchDatabase } from '../help/database';
import { testWorld } from '../help/world';
import { never } from './help';

const [FROM, LAST] = ['2026-02-02', '2026-05-01'] as const;

/** A country that lived for three months, its figures reckoned. */
async function history(seed: number, { url }: { url?: string } = {}): Promise<World> {
  const { world } = testWorld(LAST, url ?? (await scratchDatabase({ empty: false })).url);
  const rounds = (country: World) =>
    randomCourses(country, { rounds: 2, from: FROM, until: '2026-03-10', chance: chance(seed) });
  await live(world, { appeals: 40, from: FROM, until: instantOf(LAST, '09:00'), chance: chance(seed), rounds });
  await score(world, never);
  return world;
}

/** Somebody's snapshot of the quarter is not what its cases give: a figure that the open data can't give. */
async function planted({ db: { prisma }, newId, now }: World) {
  const one = await prisma.scoreSnapshot.findFirstOrThrow({
    where: { period: '2026-Q1', bodyId: { not: null } },
    orderBy: { cases: 'desc' },
  });
  const body = await prisma.body.findUniqueOrThrow({ where: { id: one.bodyId ?? '' }, select: { slug: true } });
  const figures = { ...(one.figures as object), cases: { all: one.cases + 1, notBegun: 0 } };
  await prisma.scoreSnapshot.create({
    data: { ...one, contests: one.contests ?? {}, id: newId(), computedAt: new Date(now() + 1), figures },
  });
  return { one, body };
}

const differing = async (folder: string) =>
  (await recompute(await openDump(folder))).filter(({ parts }) => parts.length > 0);
const listed = (facts: Counted, slugs: ReadonlyMap<string, string>) =>
  Object.fromEntries(
    [...facts.values()].map(({ bodyId, period, ...parts }) => [
      `${slugs.get(bodyId) ?? bodyId} ${period}`,
      Object.fromEntries(FACT_TABLES.map((part) => [part, parts[part].map((fact) => canonicalize(fact)).sort()])),
    ]),
  );
/** Cells of a line of CSV without line breaks. */
const cells = (line: string) =>
  [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

describe.each([3, 14])('over the history %i', (seed) => {
  let world: World;
  let folder = '';
  beforeAll(async () => {
    world = await history(seed);
    await dump(world);
    folder = path.join(world.openData, 'latest');
  }, 120_000);

  it('the open data hold exactly the facts that the ledger holds', async () => {
    const bodies = await world.db.prisma.body.findMany({ select: { id: true, slug: true } });
    const slugs = new Map(bodies.map(({ id, slug }) => [id, slug]));
    const ledger = await factsInLedger(world.db, world.guide, never);
    if (!ledger) throw new Error('stopped');
    const open = listed(await factsInDump(await openDump(folder)), slugs);
    // The second quarter is not over: nothing of it is everybody's yet.
    const over = Object.entries(listed(ledger, slugs)).filter(([key]) => key.endsWith('2026-Q1'));
    expect(over.length).toBeLessThan(ledger.size);
    expect(open).toEqual(Object.fromEntries(over));
    expect(over.length).toBeGreaterThan(5);
  });

  it('every published figure follows from the files alone', async () => {
    const found = await recompute(await openDump(folder));
    const snapshots = await world.db.prisma.scoreSnapshot.findMany({
      where: { period: '2026-Q1' },
      distinct: ['bodyId'],
    });
    expect(found).toHaveLength(snapshots.length);
    expect(found.filter(({ parts }) => parts.length > 0)).toEqual([]);
    expect(await world.db.prisma.scoreMismatch.count()).toBe(0);
  });

  it('CSV says the same as JSON lines, and every table has rows but those of which nothing happened', async () => {
    for (const table of TABLE_NAMES) {
      const lines = readFileSync(path.join(folder, `${fileOf(table)}.jsonl`), 'utf8')
        .split('\n')
        .slice(0, -1);
      const [head, ...rows] = readFileSync(path.join(folder, `${fileOf(table)}.csv`), 'utf8')
        .split('\r\n')
        .slice(0, -1);
      expect(head?.split(',')).toEqual(Object.keys(TABLES[table]));
      expect(rows.map(cells)).toEqual(
        lines.map((line) =>
          Object.values(JSON.parse(line) as object).map((value: unknown) =>
            value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value),
          ),
        ),
      );
      if (!['councilReplies', 'rulings', 'contests', 'trust', 'pastCases'].includes(table))
        expect(rows.length, table).toBeGreaterThan(0);
    }
  });

  it('they name no person, no organisation, no text, and no case that is not public', async () => {
    const { prisma } = world.db;
    const all = readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('\n');
    const people = await prisma.person.findMany({ select: { id: true, name: true, email: true } });
    const organisations = await prisma.organisation.findMany({ select: { id: true, name: true, bin: true } });
    const appeals = await prisma.appeal.findMany({
      select: { id: true, number: true, visibility: true, subject: true },
    });
    const secret = [
      ...people.flatMap(({ id, name, email }) => [id, name, email]),
      ...organisations.flatMap(({ id, name, bin }) => [id, name, bin]),
      ...appeals.flatMap(({ id, subject, number, visibility }) => [
        id,
        subject,
        ...(visibility === 'public' ? [] : [number]),
      ]),
    ];
    expect(appeals.some(({ visibility }) => visibility !== 'public')).toBe(true);
    const cell = (words: string) => new RegExp(`(^|[",])${words}[",]`, 'm').test(all);
    expect(secret.filter((words) => (/^[\d-]+$/.test(words) ? cell(words) : all.includes(words)))).toEqual([]);
    expect(appeals.filter(({ visibility, number }) => visibility === 'public' && cell(number)).length).toBeGreaterThan(
      10,
    );
  });

  it('a changed row of any table is found: by its file, and by its figure where the descriptor was changed with it', async () => {
    const wrong: Record<string, (row: Record<string, unknown>) => object> = {
      cases: (row) => ({ ...row, lawfulDue: '2026-02-03', endedDay: '2026-02-04', phase: 'answered' }),
      duties: (row) => ({ ...row, rule: 'register', dueDay: '2026-02-03', closedDay: '2026-02-20' }),
      comments: (row) => ({ ...row, topic: 'another' }),
      promises: (row) => ({ ...row, said: 'not_kept', reportedDay: '2026-02-03' }),
    };
    for (const [table, change] of Object.entries(wrong)) {
      const copy = mkdtempSync(path.join(os.tmpdir(), 'kenes-tampered-'));
      cpSync(folder, copy, { recursive: true, dereference: true });
      const file = path.join(copy, `${table}.jsonl`);
      const [first = '', ...rest] = readFileSync(file, 'utf8').split('\n');
      writeFileSync(file, [JSON.stringify(change(JSON.parse(first) as Record<string, unknown>)), ...rest].join('\n'));
      const opened = await openDump(copy);
      await recompute(opened);
      expect([...opened.faults], table).toEqual([`${table}.jsonl`]);
      const descriptor = JSON.parse(readFileSync(path.join(copy, 'datapackage.json'), 'utf8')) as {
        resources: { path: string; hash: string; bytes: number }[];
      };
      const told = descriptor.resources.find((one) => one.path === `${table}.jsonl`);
      const bytes = readFileSync(file);
      Object.assign(told ?? {}, {
        bytes: bytes.length,
        hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      });
      writeFileSync(path.join(copy, 'datapackage.json'), JSON.stringify(descriptor));
      const again = await openDump(copy);
      expect(
        (await recompute(again)).filter(({ parts }) => parts.length > 0),
        table,
      ).toHaveLength(1);
      expect([...again.faults]).toEqual([]);
    }
  });
});

describe('a published figure that the open data do not give', () => {
  it('is withheld, stands in no dump, and comes back once the two agree', async () => {
    const world = await history(5);
    const { prisma } = world.db;
    const { one, body } = await planted(world);
    const told = () =>
      latestOf(world.db.pool, '2026-Q1').then((all) => all.some(({ bodyId }) => bodyId === one.bodyId));
    const { differing: found, folder } = await publishDump(world, openDataWords);
    expect(found).toEqual([{ body: body.slug, period: '2026-Q1', parts: ['cases'] }]);
    expect(await prisma.scoreMismatch.findMany()).toMatchObject([
      { bodyId: one.bodyId, parts: ['dump'], settledAt: null },
    ]);
    expect(await told()).toBe(false);
    expect((await scoreOverview(world, '2026-Q1', 'en'))?.withheld.map(({ slug }) => slug)).toEqual([body.slug]);
    expect(readFileSync(path.join(folder, 'figures.csv'), 'utf8')).not.toContain(`${body.slug},2026-Q1`);
    expect(await differing(folder)).toEqual([]);

    // The ledger agrees with the tables, and that settles nothing that the open data contradict.
    const later = { ...world, now: () => world.now() + 60_000 };
    await recount(later, never);
    expect(await told()).toBe(false);
    expect((await latest(world.db.pool, one.bodyId, '2026-Q1'))?.cases).toBe(one.cases);
    const { differing: none } = await publishDump(later, openDataWords);
    expect(none).toEqual([]);
    expect(await told()).toBe(true);
    expect(await prisma.scoreMismatch.findMany()).toMatchObject([{ settledAt: expect.any(Date) as Date }]);
    expect(existsSync(path.join(world.openData, 'latest', 'datapackage.json'))).toBe(true);
    expect(readFileSync(path.join(world.openData, 'latest', 'figures.csv'), 'utf8')).toContain(`${body.slug},2026-Q1`);
  }, 120_000);
});

describe('the commands', () => {
  /** Runs one as people do, and gives its exit code and all it said. */
  const run = (command: string[], env: Record<string, string> = {}): Promise<{ code: number | null; said: string }> =>
    new Promise((resolve) => {
      const { PATH = '', HOME = '' } = process.env;
      const child = spawn('npm', ['run', '--silent', ...command], {
        env: { ...({ PATH, HOME, ...env } as Record<string, string>) } as NodeJS.ProcessEnv,
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => (said += text));
      child.once('close', (code) => resolve({ code, said }));
    });
  const served = express();
  const web = served.listen(0);
  const { port } = web.address() as AddressInfo;
  const [database, dataDir] = [scratchDatabase({ empty: false }), mkdtempSync(path.join(os.tmpdir(), 'kenes-dump-'))];
  const latestFolder = path.join(dataDir, 'open', 'latest');
  served.use('/open', openFolder(latestFolder, { index: false, maxAge: '10m' }));
  let world: World;
  const dumped = async () => run(['dump'], { DATABASE_URL: (await database).url, DATA_DIR: dataDir });
  const recomputed = (place: string) => run(['recompute', '--', '--dump', place]);
  beforeAll(async () => {
    world = await history(7, await database);
  }, 120_000);
  afterAll(() => web.close());

  it('dump publishes, and recompute finds every figure as published, in the folder and over HTTP', async () => {
    expect(await dumped()).toMatchObject({ code: 0, said: expect.stringMatching(/[1-9]\d* figures agree/) as string });
    for (const place of [latestFolder, `http://localhost:${port}/open`])
      expect(await recomputed(place)).toMatchObject({
        code: 0,
        said: expect.stringMatching(/all as published/) as string,
      });
    const answer = await fetch(`http://localhost:${port}/open/cases.csv`);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect((await fetch(`http://localhost:${port}/open/../seals`)).status).toBe(404);
  }, 120_000);

  it('recompute names a figure and a file that are not what was published, over HTTP too, and ends with an error', async () => {
    const file = path.join(latestFolder, 'figures.jsonl');
    const whole = readFileSync(file, 'utf8');
    const [first = '', ...rest] = whole.split('\n');
    const row = JSON.parse(first) as { body: string; period: string; figures: { cases: { all: number } } };
    row.figures.cases.all += 1;
    writeFileSync(file, [JSON.stringify(row), ...rest].join('\n'));
    const { code, said } = await recomputed(`http://localhost:${port}/open`);
    expect(code).toBe(1);
    expect(said).toContain(`${row.body}, ${row.period}: cases differ`);
    expect(said).toContain('figures.jsonl is not what the descriptor says');
    writeFileSync(file, whole);
    expect((await recomputed(latestFolder)).code).toBe(0);
    expect(await recomputed(path.join(dataDir, 'nowhere'))).toMatchObject({ code: 1 });
  }, 120_000);

  it('dump names a figure that the files do not give, publishes without it, and ends with an error', async () => {
    const { body } = await planted(world);
    const { code, said } = await dumped();
    expect([code, said.includes(`${body.slug}, 2026-Q1: cases differ`)]).toEqual([1, true]);
    expect(readFileSync(path.join(latestFolder, 'figures.csv'), 'utf8')).not.toContain(`${body.slug},2026-Q1`);
    expect((await recomputed(latestFolder)).code).toBe(0);
  }, 120_000);
});
