// npm run previous -- --commit <commit, tag or branch> [--pages 150]: does an earlier release work on the database of this one? As in a rolling update:
// web and worker of that commit, built as it was, run while the database gets the migrations of this one, and beside a web of this one. Pages are
// walked, appeals filed and accepted by either, letters leave, the ledger is verified, and a web of that release starts again. Exit code 1 where
// anything fails, 2 where that release can't be had.
import { Agent } from 'node:http';
import path from 'node:path';
import { migrateAll } from '../../app/data/migrate';
import { verifyLedger } from '../../app/data/verify';
import { readArguments } from '../../app/script';
import { ask, type Answer } from '../bench/latency';
import { scratchFolder, type RunningApp } from '../help/app';
import { filedIn, filingForm, personAt } from '../help/clients';
import { letterIn, openOutside } from '../help/outside';
import { buildIn, commitOf, migrationsSince, NoRelease, type Commit } from './checkout';
import { walk } from './walk';

const STARTS = ['/kk', '/ru', '/en'];
/** A worker sends what waits every half minute also when nobody wakes it. */
const PATIENCE_MS = 90_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const given = readArguments(process.argv.slice(2));
const most = Number(given.pages ?? 150);

/** What failed, one line each. */
async function beside(folder: string): Promise<string[]> {
  const failed: string[] = [];
  const started: RunningApp[] = [];
  const outside = await openOutside({
    async first(start, url) {
      await migrateAll(url, path.join(folder, 'prisma/migrations'));
      for (const role of ['web', 'worker'] as const) started.push(await start(role, {}, folder));
    },
  });
  const agent = new Agent({ keepAlive: true });
  const { world } = outside.ground;
  const { prisma } = world.db;
  try {
    const fresh = await outside.start('web');
    started.push(fresh);
    const [web, worker] = started;
    if (!web || !worker) throw new Error('it was not started');
    const [applicant] = outside.country.applicants;
    const [body] = outside.country.bodies;
    if (!applicant || !body) throw new Error('nobody lives in this country');
    const people = async ({ url }: { url: string }) => ({
      ngo: await personAt(world, { url, personId: applicant.viewer.personId, agent }),
      registrar: await personAt(world, { url, personId: body.post.registrar.personId, agent }),
    });
    const [before, after] = [await people(web), await people(fresh)];
    const good = (what: string, answer: Answer, status: number) => {
      if (answer.status !== status) failed.push(`${what}: ${answer.status} ${answer.body.slice(0, 200)}`);
    };

    for (const [turn, [first, second]] of [[before, after] as const, [after, before] as const].entries()) {
      const who = turn === 0 ? 'that release' : 'this one';
      const subject = `Сообщение ${turn}`;
      const form = filingForm({ bodyId: body.id, organisationId: applicant.organisationId, subject });
      const filed = await first.ngo.post('/ru/appeals/new', form);
      const number = filedIn(filed);
      good(`filing with ${who}`, filed, 303);
      if (!number) continue;
      good('the case elsewhere', await second.ngo.get(`/ru/appeals/${number}`), 200);
      good('accepting elsewhere', await second.registrar.post(`/ru/appeals/${number}/accept`, {}), 303);
      good('the case after that', await first.ngo.get(`/ru/appeals/${number}`), 200);
      const again = filedIn(await second.ngo.post('/ru/appeals/new', form));
      if (again !== number) failed.push(`the same form elsewhere made ${again}, not ${number}`);
    }

    const visitors = [
      { name: 'a visitor', get: (path: string) => ask(web.url + path, agent) },
      { name: 'an NGO', get: before.ngo.get },
      { name: 'a registrar', get: before.registrar.get },
    ];
    for (const { name, get } of visitors) {
      const walked = await walk(get, name === 'a visitor' ? STARTS : ['/ru/account', '/ru'], most);
      console.log(`  ${name} walked ${walked.pages} pages of that release: ${walked.failed.length} failed`);
      failed.push(...walked.failed.map((one) => `${name}: ${one}`));
    }

    const left = () => prisma.letter.count({ where: { state: { in: ['waiting', 'sending'] } } });
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until && (await left()) > 0;) await pause(200);
    const sent = await prisma.letter.findMany({ where: { state: 'sent' }, select: { id: true } });
    const arrived = new Set(outside.smtp.received.map(letterIn));
    console.log(`  its worker sent ${sent.length} letters, ${arrived.size} arrived, ${await left()} wait`);
    if ((await left()) > 0 || sent.length === 0 || sent.some(({ id }) => !arrived.has(id)))
      failed.push('letters did not leave as they should');
    const { events, faults } = await verifyLedger(world);
    console.log(`  ${events} events verified: ${faults.length} faults`);
    failed.push(...faults.map(({ stream, what }) => `${stream}: ${what}`));
    // One that falls is started again, also now.
    const again = await outside.start('web', {}, folder).catch((error: unknown) => String(error));
    if (typeof again === 'string') failed.push(`it does not start again on the newer database: ${again}`);
    else await again.kill('SIGTERM');
    // Why its requests failed: each reason once.
    const said = `${web.logs()}\n${worker.logs()}`.matchAll(
      /^\{"level":(?:50|60).*"(?:stack|error)":"(.*?)(?:\\n|")/gm,
    );
    failed.push(...new Set([...said].map(([, reason]) => `that release said: ${reason}`)));
  } finally {
    agent.destroy();
    await Promise.all(started.map((one) => one.kill('SIGTERM')));
    await outside.stop();
  }
  return failed;
}

const folder = scratchFolder();
try {
  if (!given.commit) throw new NoRelease('Say which: npm run previous -- --commit <commit, tag or branch>');
  const commit: Commit = commitOf(given.commit);
  console.log(`${commit.id.slice(0, 8)} of ${commit.at}: ${commit.title}`);
  buildIn(folder.dir, commit);
  const since = migrationsSince(folder.dir);
  console.log(`  built; on a database with ${since.length} migrations that it does not know`);
  for (const name of since) console.log(`    ${name}`);
  const failed = await beside(folder.dir);
  for (const one of failed) console.log(`FAILED ${one}`);
  console.log(failed.length === 0 ? 'nothing failed' : `${failed.length} things failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof NoRelease)) throw error;
  console.error(error.message);
  process.exitCode = 2;
} finally {
  folder.remove();
}
