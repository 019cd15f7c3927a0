// Webhooks on the way: signed, in order, at least once and under one id, again when they fail, never into a closed network. Against a real
// server on this machine, which tests may call and others may not.
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import { removeWebhook } from '../../app/commands/webhooks/remove';
import { resumeWebhook } from '../../app/commands/webhooks/resume';
import { rotateSecret } from '../../app/commands/webhooks/rotate';
import { sendAgain } from '../../app/commands/webhooks/send-again';
import { subscribe } from '../../app/commands/webhooks/subscribe';
import { tryWebhook } from '../../app/commands/webhooks/try';
import { WEBHOOK_KINDS } from '../../app/core/webhook';
import { KEPT_DAYS, PATIENCE, WEBHOOKS_LIMIT } from '../../app/core/webhook-call';
import type { Viewer } from '../../app/core/viewer';
import { openOutward } from '../../app/data/webhooks/outward';
import { vitals } from '../../app/queries/vitals';
import { webhookLog } from '../../app/queries/webhooks';
import { webhooks } from '../../workers/webhooks';
import { tidy } from '../../workers/tidy';
import { must, roundHouse } from '../help/rounds';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';

const test = testWorld('2026-02-02');
const { world } = test;
const start = world.now();
let clock = start;
world.now = () => clock;
const DAY = 86_400_000;
const PARTS = ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order'];

type Received = { path: string; id: string; timestamp: string; signature: string; body: string };
const received: Received[] = [];
type Behave = (request: IncomingMessage, response: ServerResponse, body: string) => void;
const ok: Behave = (_request, response) => void response.writeHead(200).end('taken');
let behave: Behave = ok;
const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (part: string) => (body += part));
  request.on('end', () => {
    const header = (name: string) => String(request.headers[name]);
    const [id, timestamp, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(header);
    received.push({
      path: request.url ?? '',
      id: id ?? '',
      timestamp: timestamp ?? '',
      signature: signature ?? '',
      body,
    });
    behave(request, response, body);
  });
});
let base = '';
let cast: Cast;
const house = roundHouse(test, () => cast);

beforeAll(async () => {
  cast = await castInto(world);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  world.outward = openOutward({ loopback: true });
  await world.db.prisma.webhook.deleteMany();
  await world.db.prisma.webhookMessage.deleteMany();
  await world.db.prisma.letter.deleteMany();
  received.length = 0;
  behave = ok;
  clock = start;
});

const add = (more: object = {}, viewer: Viewer = cast.ngo) =>
  must(
    subscribe(world, viewer, {
      ...{ owner: `organisation:${cast.organisationId}`, url: `${base}/own`, scope: 'own', kinds: WEBHOOK_KINDS },
      ...more,
    }),
  );
const file = (more: object = {}) => must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), ...more }));
const answer = (appealId: string) =>
  must(answerAppeal(world, cast.executor, { appealId, ...aReply('act_favourable', PARTS) }));
const run = () => webhooks(world, never);
const kinds = () => received.map(({ body }) => (JSON.parse(body) as { type: string }).type);
const rows = () => world.db.prisma.webhookMessage.findMany({ orderBy: { seq: 'asc' }, include: { tries: true } });

/** The check as Standard Webhooks tells a receiver to make it, written here once more. */
const verified = (secret: string, { id, timestamp, signature, body }: Received): boolean => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return signature.split(' ').some((one) => one === `v1,${expected}`);
};

describe('a message', () => {
  it('is signed, names nobody, and is written with the act and never without it', async () => {
    const { secret } = await add();
    const { number } = await file({ visibility: 'private', subject: 'Диагноз пациента' });
    expect(await rows()).toHaveLength(1);
    expect(await run()).toBe(1);
    const [message] = received;
    expect(kinds()).toEqual(['case.filed']);
    expect(message?.body).toContain(number);
    expect(message?.body).not.toMatch(/Диагноз|Aigul|example/);
    expect(message && verified(secret, message)).toBe(true);
    expect(message && verified(secret, { ...message, body: `${message.body} ` })).toBe(false);
    expect(Number(message?.timestamp)).toBe(Math.floor(clock / 1000));
    expect((await rows())[0]).toMatchObject({
      state: 'delivered',
      attempts: 1,
      tries: [{ status: 200, excerpt: 'taken' }],
    });
    expect(await run()).toBe(0);
    // Refused: nothing happened, so nothing is told.
    expect(
      (await answerAppeal(world, cast.executor, { appealId: world.newId(), ...aReply('act_favourable', PARTS) })).ok,
    ).toBe(false);
    expect(await rows()).toHaveLength(1);
  });

  it('reaches whoever may read of it: the parties everything, others what is public', async () => {
    await add();
    await add({ owner: `body:${cast.ministry.id}`, url: `${base}/ministry` }, cast.head);
    await add({ owner: `body:${cast.committee.id}`, url: `${base}/committee`, scope: 'public' }, committeeHead());
    await add({ owner: 'administrators', url: `${base}/body`, scope: 'body', body: 'ministry' }, cast.administrator);
    await add(
      { owner: 'administrators', url: `${base}/topic`, scope: 'topic', topic: 'disability' },
      cast.administrator,
    );
    await file({ visibility: 'private' });
    const { id } = await file({ visibility: 'public' });
    await answer(id);
    await house.comment(await house.open(), { organisationId: cast.organisationId }, cast.ngo);
    await run();
    const heard = (path: string) =>
      received.filter((one) => one.path === path).map(({ body }) => (JSON.parse(body) as { type: string }).type);
    const ownCases = ['case.filed', 'case.filed', 'case.accepted', 'case.answered'];
    expect(heard('/own')).toEqual([...ownCases, 'comment.made']);
    expect(heard('/ministry')).toEqual([...ownCases, 'round.opened', 'comment.made']);
    expect(heard('/committee')).toEqual(['case.filed', 'case.accepted', 'case.answered', 'round.opened']);
    expect(heard('/body')).toEqual(heard('/committee'));
    expect(heard('/topic').every((kind) => kind === 'round.opened')).toBe(true);
  });

  it('goes out in the order of what happened to its object; another object is not held up', async () => {
    await add();
    const first = await file();
    await must(withdrawAppeal(world, cast.ngo, { appealId: first.id, statement: 'Вопрос решён, спасибо.' }));
    const second = await file();
    behave = (_request, response, body) => void response.writeHead(body.includes(first.number) ? 500 : 200).end();
    await run();
    expect(received.map(({ body }) => body.includes(first.number))).toEqual([true, false]);
    behave = ok;
    clock += 60_000;
    await run();
    expect(kinds().slice(2)).toEqual(['case.filed', 'case.withdrawn']);
    expect(received[2]?.id).toBe(received[0]?.id);
    expect(second.number).not.toBe(first.number);
  });
});

/** The committee has no head in the cast: somebody is given the office. */
const committeeHead = (): Viewer => ({
  ...cast.stranger,
  mandates: [{ role: 'approver', post: 'Төраға', bodyId: cast.committee.id, organisationId: null }],
});

describe('a failing webhook', () => {
  it('is tried again by the schedule, is told of in the log and in the figures, and stops after five days with a letter', async () => {
    const { webhookId } = await add();
    behave = (_request, response) => void response.writeHead(503).end('busy');
    await file();
    const calls: number[] = [];
    for (let minute = 0; minute < 6; minute++) {
      calls.push(await run());
      clock += 60_000;
    }
    expect(calls).toEqual([1, 1, 0, 1, 0, 0]);
    expect((await vitals(world)).webhooks).toEqual({ due: 0, lag: 0 });
    clock += 5 * 60_000;
    expect((await vitals(world)).webhooks.due).toBe(1);
    expect((await vitals(world)).webhooks.lag).toBeGreaterThan(0);
    const log = await webhookLog(world, cast.ngo, { id: webhookId, after: null, locale: 'ru' });
    expect(log).toMatchObject({
      failingSince: start,
      messages: [{ state: 'waiting', attempts: 3, last: { status: 503, excerpt: 'busy' } }],
    });
    expect(await webhookLog(world, cast.stranger, { id: webhookId, after: null, locale: 'ru' })).toBeNull();
    clock = start + PATIENCE;
    await run();
    expect(await world.db.prisma.webhook.findFirst()).toMatchObject({ stoppedWhy: 'failing', busyUntil: null });
    const letters = await world.db.prisma.letter.findMany({ where: { letter: 'webhook_stopped' } });
    expect(letters.map(({ personId }) => personId)).toEqual([cast.ngo.personId]);
    // Stopped, it is told nothing more; nor can anything be sent by hand.
    await file();
    expect(await run()).toBe(0);
    expect((await tryWebhook(world, cast.ngo, { webhookId })).ok).toBe(false);
    behave = ok;
    await must(resumeWebhook(world, cast.ngo, { webhookId }));
    const [message] = await rows();
    await must(sendAgain(world, cast.ngo, { webhookId, messageId: message?.messageId }));
    expect((await sendAgain(world, cast.ngo, { webhookId, messageId: message?.messageId })).ok).toBe(false);
    expect(await run()).toBe(1);
    expect(new Set(received.map(({ id }) => id)).size).toBe(1);
  });

  it('that says 410 is left alone at once', async () => {
    await add();
    behave = (_request, response) => void response.writeHead(410).end();
    await file();
    await file();
    await run();
    expect(received).toHaveLength(1);
    expect(await world.db.prisma.webhook.findFirst()).toMatchObject({ stoppedWhy: 'gone' });
    expect((await rows()).map(({ state }) => state)).toEqual(['failed', 'failed']);
  });

  it('that never answers keeps nobody else waiting', async () => {
    world.outward = openOutward({ loopback: true, patience: 1_500 });
    await add({ url: `${base}/slow` });
    await add({ url: `${base}/quick` });
    behave = (request, response) => {
      if (request.url === '/quick') response.writeHead(204).end();
    };
    await file();
    const running = run();
    const delivered = async () => (await rows()).filter(({ state }) => state === 'delivered').length;
    await expect.poll(delivered, { timeout: 1_400, interval: 20 }).toBe(1);
    expect(received.map(({ path }) => path).toSorted()).toEqual(['/quick', '/slow']);
    await running;
    const slow = (await rows()).filter(({ state }) => state === 'waiting');
    expect(slow.map(({ tries }) => tries[0]?.failure)).toEqual(['timeout']);
  });
});

it('a worker that dies between sending and marking: the message comes once more, under the same id', async () => {
  await add();
  await file();
  const { pool } = world.db;
  const dying = {
    ...world,
    db: {
      ...world.db,
      pool: {
        ...pool,
        query: (query: { name?: string; text?: string }) =>
          query.text?.includes('WebhookTry') ? Promise.reject(new Error('killed')) : pool.query(query as never),
      },
    },
  };
  await expect(webhooks(dying as unknown as typeof world, never)).rejects.toThrow('killed');
  expect(received).toHaveLength(1);
  expect(await run(), 'its claim holds for a while').toBe(0);
  clock += 61_000;
  expect(await run()).toBe(1);
  expect(received[1]?.id).toBe(received[0]?.id);
  expect(received[1]?.body).toBe(received[0]?.body);
});

it('many workers at once send each message once', async () => {
  await add();
  await add({ url: `${base}/other` });
  for (let n = 0; n < 6; n++) await file();
  const done = await Promise.all(Array.from({ length: 4 }, run));
  expect(done.reduce((sum, n) => sum + n, 0)).toBe(12);
  expect(new Set(received.map(({ path, id }) => `${path} ${id}`)).size).toBe(12);
});

describe('an address', () => {
  const called = (url: string, outward = world.outward) => outward.call({ url, headers: {}, body: '{}' });

  it('is never one that redirects', async () => {
    behave = (_request, response) => void response.writeHead(302, { location: `${base}/elsewhere` }).end();
    expect(await called(`${base}/first`)).toMatchObject({ status: 302, failure: 'redirect' });
    expect(received.map(({ path }) => path)).toEqual(['/first']);
  });

  it('is read no further than a few kilobytes, however much it says', async () => {
    let written = 0;
    behave = (_request, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && written < 50_000_000) {
          written += 65_536;
          if (!response.write('x'.repeat(65_536))) return void response.once('drain', more);
        }
      };
      more();
    };
    const answer = await called(`${base}/giant`);
    expect(answer).toMatchObject({ status: 200, failure: null });
    expect(answer.excerpt).toHaveLength(1000);
    expect(written).toBeLessThan(20_000_000);
  });

  it('of this machine is called in tests alone', async () => {
    const outward = openOutward({ loopback: false });
    for (const url of [
      base,
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://[::ffff:7f00:1]/',
    ])
      expect(await called(url, outward), url).toMatchObject({ status: null, failure: 'forbidden_address' });
    expect(
      await called(
        'http://example.kz/',
        openOutward({ loopback: true, resolve: () => Promise.resolve([{ address: '8.8.8.8', family: 4 }]) }),
      ),
    ).toMatchObject({ failure: 'forbidden_address' });
    expect(received).toEqual([]);
  });

  it('is looked up once and connected to as it was looked at: a name that leads elsewhere a moment later leads nowhere', async () => {
    const port = base.split(':').at(-1);
    let asked = 0;
    const turning = (answers: string[]) => () => {
      const address = answers[asked++ % answers.length] ?? '';
      return Promise.resolve([{ address, family: 4 }]);
    };
    // Looked at as loopback, which tests may call: there it is called, though the name leads to nothing of the kind.
    const outward = openOutward({ loopback: true, resolve: turning(['127.0.0.1', '192.0.2.1']) });
    expect(await called(`http://turning.kenes.test:${port}/`, outward)).toMatchObject({ status: 200 });
    expect(asked).toBe(1);
    for (const address of ['10.0.0.1', '169.254.169.254', '::ffff:127.0.0.1', '100.64.0.1']) {
      const inward = openOutward({
        loopback: false,
        resolve: () =>
          Promise.resolve([
            { address: '93.184.215.14', family: 4 },
            { address, family: 4 },
          ]),
      });
      expect(await called('https://mixed.kenes.test/', inward), address).toMatchObject({
        failure: 'forbidden_address',
      });
    }
  });

  it('whose name leads nowhere, or not in time, is a failure like others', async () => {
    const nowhere = openOutward({ loopback: false, resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    expect(await called('https://nowhere.kenes.test/', nowhere)).toMatchObject({ failure: 'no_address' });
    const hanging = openOutward({ loopback: false, patience: 30, resolve: () => new Promise(() => {}) });
    expect(await called('https://hanging.kenes.test/', hanging)).toMatchObject({ failure: 'timeout' });
  });
});

describe('its owner', () => {
  it('changes the secret with a day in which both count', async () => {
    const { webhookId, secret: former } = await add();
    const { secret } = await must(rotateSecret(world, cast.ngo, { webhookId }));
    await must(tryWebhook(world, cast.ngo, { webhookId }));
    await run();
    expect(kinds()).toEqual(['webhook.test']);
    expect([former, secret].map((one) => received[0] && verified(one, received[0]))).toEqual([true, true]);
    clock += DAY + 1;
    await must(tryWebhook(world, cast.ngo, { webhookId }));
    await run();
    expect([former, secret].map((one) => received[1] && verified(one, received[1]))).toEqual([false, true]);
  });

  it('has a bounded number of them, of addresses that may be called and things that are there', async () => {
    const refused = async (more: object) => {
      const outcome = await subscribe(world, cast.ngo, {
        owner: `organisation:${cast.organisationId}`,
        url: `${base}/x`,
        scope: 'own',
        kinds: WEBHOOK_KINDS,
        ...more,
      });
      return outcome.ok ? null : [outcome.refusal.code, Object.keys(outcome.refusal.fields ?? {})];
    };
    expect(await refused({ url: 'https://name:word@example.kz' })).toEqual(['invalid', ['url']]);
    expect(await refused({ kinds: [] })).toEqual(['invalid', ['kinds']]);
    expect(await refused({ kinds: undefined })).toEqual(['invalid', ['kinds']]);
    expect(await refused({ scope: 'round', round: 'R-2026-000099' })).toEqual(['invalid', ['round']]);
    expect(await refused({ scope: 'body', body: 'nobody' })).toEqual(['invalid', ['body']]);
    const made = await Promise.all(Array.from({ length: WEBHOOKS_LIMIT + 3 }, () => refused({})));
    expect(made.filter((one) => one === null)).toHaveLength(WEBHOOKS_LIMIT);
    expect(made.filter((one) => one?.[0] === 'webhooks_full')).toHaveLength(3);
  });

  it('removes it with all that was kept, and what is done goes by itself after a month', async () => {
    const { webhookId } = await add();
    await file();
    await run();
    clock += (KEPT_DAYS - 1) * DAY;
    await tidy(world);
    expect(await rows()).toHaveLength(1);
    clock += 2 * DAY;
    await tidy(world);
    expect(await rows()).toEqual([]);
    expect(await world.db.prisma.webhookTry.count()).toBe(0);
    await file();
    await must(removeWebhook(world, cast.ngo, { webhookId }));
    expect(await rows()).toEqual([]);
    expect(await run()).toBe(0);
  });
});
