// Fifty comments a second for a minute, as people send them: each opens the form in a session, sends it as a browser without scripts
// does, and follows to the comment that was made. People come when they come, however slow the answers are. Counted: what was
// acknowledged and what is there; watched meanwhile: how soon the process answers anything at all.
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { SESSION_COOKIE } from '../../app/queries/viewer';
import { SESSION_LIFE } from '../../app/core/session';
import { hashOfSecret, newSecret } from '../../app/data/secret';
import type { RunningApp } from '../help/app';
import { opinion, type Stage } from './crowded-round';
import { cpuOf, databaseCpu } from './cpu';
import { quantile, type Ground } from './ground';
import { ask } from './latency';

const A_SECOND = 50;
const SECONDS = 60;
const PROBE_EVERY = 50;

type Scene = {
  ground: Ground;
  app: RunningApp;
  stage: Stage;
  round: { id: string; number: string };
  aSecond?: number;
  seconds?: number;
};
type Told = { form: number[]; sent: number[]; shown: number[]; numbers: string[]; asked: number; failed: string[] };

export async function benchCrowd({
  ground,
  app,
  stage,
  round,
  aSecond = A_SECOND,
  seconds = SECONDS,
}: Scene): Promise<void> {
  const cookies = await sessions(stage);
  const { prisma } = ground.world.db;
  const clauses = await prisma.clause.findMany({
    where: { document: { roundId: round.id, role: 'draft' } },
    select: { documentId: true, anchor: true },
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const told: Told = { form: [], sent: [], shown: [], numbers: [], asked: 0, failed: [] };
  const come = async (n: number) => {
    const headers = { cookie: cookies[n % cookies.length] ?? '' };
    const { documentId, anchor } = stage.chance.pick(clauses);
    const address = `${app.url}/ru/rounds/${round.number}/comment?document=${documentId}&anchor=${anchor}`;
    const form = await ask(address, agent, { headers });
    told.form.push(form.ms);
    const said = opinion(stage, n);
    let answer = await send({ address, agent, headers, page: form.body, said });
    told.sent.push(answer.ms);
    if (answer.status === 200) {
      told.asked += 1;
      answer = await send({ address, agent, headers, page: answer.body, said });
      told.sent.push(answer.ms);
    }
    const number = /C-\d{4}-\d+/.exec(String(answer.headers.location ?? ''))?.[0];
    if (answer.status !== 303 || !number) return void told.failed.push(`${answer.status}`);
    told.numbers.push(number);
    const made = await ask(new URL(String(answer.headers.location), app.url).href, agent, { headers });
    told.shown.push(made.ms);
  };

  const probes: number[] = [];
  let over = false;
  const probing = (async () => {
    const own = new Agent({ keepAlive: true });
    for (; !over; await sleep(PROBE_EVERY)) probes.push((await ask(`${app.url}/healthz`, own)).ms);
    own.destroy();
  })();
  const spent = [cpuOf(app.pid), databaseCpu(ground)];
  const began = performance.now();
  const coming: Promise<void>[] = [];
  for (let n = 0; n < aSecond * seconds; n++) {
    await sleep(Math.max(0, began + (n * 1000) / aSecond - performance.now()));
    coming.push(come(n).catch((error: unknown) => void told.failed.push(String(error))));
  }
  await Promise.all(coming);
  const took = (performance.now() - began) / 1000;
  over = true;
  await probing;
  agent.destroy();
  const [ofApp, ofDatabase] = [cpuOf(app.pid) - (spent[0] ?? 0), databaseCpu(ground) - (spent[1] ?? 0)];

  const streams = await prisma.comment.findMany({ where: { roundId: round.id }, select: { id: true, number: true } });
  const names = streams.map(({ id }) => `comment:${id}`);
  const [events, owed] = await Promise.all([
    prisma.event.count({ where: { stream: { in: names }, type: 'comment.made' } }),
    prisma.obligation.count({ where: { stream: { in: names } } }),
  ]);
  const there = new Set(streams.map(({ number }) => number));
  const lost = told.numbers.filter((number) => !there.has(number)).length;
  const p95 = (times: readonly number[]) => `${quantile(times, 0.95).toFixed(0)} ms`;
  console.log(
    `  ${aSecond} comments a second for ${seconds} s by ${cookies.length} people, done after ${took.toFixed(1)} s: ${told.numbers.length} acknowledged, ${there.size} rows, ${events} events, ${owed} duties, ${lost} lost, ${told.failed.length} failed${told.failed.length > 0 ? ` (${[...new Set(told.failed)].slice(0, 3).join('; ')})` : ''}; ${told.asked} were first shown similar comments`,
  );
  console.log(
    `  p95: form ${p95(told.form)}, sending ${p95(told.sent)}, comment shown ${p95(told.shown)}; the process answers /healthz meanwhile with p50 ${quantile(probes, 0.5).toFixed(0)} ms, p95 ${p95(probes)}, at most ${quantile(probes, 1).toFixed(0)} ms (${probes.length} times)`,
  );
  const each = (cpu: number) => `${((1000 * cpu) / told.numbers.length).toFixed(1)} ms`;
  console.log(
    `  processor time for each comment, form and page after it included: the process ${each(ofApp)}, PostgreSQL ${each(ofDatabase)}`,
  );
}

/** A session for everyone, as signing in opens it; signing in itself is guarded and slow on purpose. */
async function sessions({ world, people }: Stage): Promise<string[]> {
  const at = new Date(world.now());
  const opened = people.map(({ personId }) => ({ personId, token: newSecret() }));
  await world.db.prisma.session.createMany({
    data: opened.map(({ personId, token }) => ({
      ...{ id: world.newId(), tokenHash: hashOfSecret(token), personId, agent: 'bench', createdAt: at, seenAt: at },
      expiresAt: new Date(world.now() + SESSION_LIFE),
    })),
  });
  return opened.map(({ token }) => `${SESSION_COOKIE}=${token}`);
}

type Sending = {
  address: string;
  agent: Agent;
  headers: Record<string, string>;
  page: string;
  said: { text: string; language: string };
};

/** The page's own form, filled in and sent: its hidden fields, the words, an empty file field. */
async function send({ address, agent, headers, page, said }: Sending) {
  const form = new FormData();
  for (const [tag] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name) form.append(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  form.append('organisationId', '');
  form.append('text', said.text);
  form.append('wording', '');
  form.append('language', said.language);
  form.append('files', new File([], ''));
  const encoded = new Response(form);
  return ask(address, agent, {
    method: 'POST',
    headers: {
      ...headers,
      origin: new URL(address).origin,
      'sec-fetch-site': 'same-origin',
      'content-type': encoded.headers.get('content-type') ?? '',
    },
    body: Buffer.from(await encoded.arrayBuffer()),
  });
}
