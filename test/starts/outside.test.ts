// On outside services as in production: PostgreSQL, Redis and a mail server, the web and the workers in processes of their own.
// Letters leave once, whoever is killed, and half-set combinations are refused at the start.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../app/core/demo';
import { ensureDatabase, startPostgres, type EmbeddedPostgres } from '../../app/data/postgres';
import { runApp, scratchFolder, startApp, type RunningApp } from '../help/app';
import { hasRedis, startRedis, type TestRedis } from '../help/redis';
import { startSmtp, type TestSmtp } from '../help/smtp';
import { signedIn } from '../help/visitor';

describe('combinations that can not work', () => {
  it.each([
    [{ ROLE: 'web' }, /ROLE=web needs DATABASE_URL/],
    [{ SMTP_URL: 'smtp://localhost' }, /SMTP_URL needs MAIL_FROM[\s\S]*SMTP_URL needs ORIGIN/],
    [{ REDIS_URL: 'redis://localhost' }, /REDIS_URL needs DATABASE_URL/],
    [{ DATABASE_URL: 'mysql://localhost' }, /DATABASE_URL: must start with postgres/],
  ] as const)('%j is refused with a sentence', async (env, sentence) => {
    const { dir, remove } = scratchFolder();
    const { code, logs } = await runApp({ DATA_DIR: dir, ...env });
    remove();
    expect(code).toBe(1);
    expect(logs).toMatch(sentence);
  });
});

describe.skipIf(!hasRedis)('web and worker apart, on PostgreSQL, Redis and a mail server', () => {
  const folder = scratchFolder();
  let postgres: EmbeddedPostgres;
  let redis: TestRedis;
  let smtp: TestSmtp;
  let web: RunningApp;
  let worker: RunningApp;
  let env: Record<string, string>;

  beforeAll(async () => {
    postgres = await startPostgres({ dataDir: `${folder.dir}/postgres` });
    await ensureDatabase(postgres.conn, 'outside');
    redis = await startRedis();
    smtp = await startSmtp();
    env = {
      DATABASE_URL: postgres.url('outside'),
      REDIS_URL: redis.url,
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Kenes <no-reply@kenes.test>',
      ORIGIN: 'http://kenes.test',
      DATA_DIR: folder.dir,
      SEED: 'demo',
      LOG_LEVEL: 'warn',
    };
    web = await startApp({ ...env, ROLE: 'web' });
  });
  afterAll(async () => {
    await Promise.all([web?.kill('SIGTERM'), worker?.kill('SIGTERM')]);
    await smtp?.stop();
    await redis?.stop();
    await postgres?.stop();
    folder.remove();
  });

  const ask = async (email: string) => {
    const person = await signedIn(web.url, { email: 'ngo-ru@demo.kenes.kz', password: DEMO_PASSWORD });
    const page = await (await person.get('/en/appeals/new?kind=message&body=social')).text();
    const bodyId =
      /<option[^>]*value="([0-9a-f-]{36})"[^>]*selected|<option[^>]*selected[^>]*value="([0-9a-f-]{36})"/.exec(page);
    const organisationId = /name="organisationId"[\s\S]*?value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
    const answer = await person.post('/en/appeals/new', {
      kind: 'message',
      bodyId: bodyId?.[1] ?? bodyId?.[2] ?? '',
      organisationId,
      visibility: 'public',
      language: 'ru',
      subject: `Сообщение ${email}`,
      text: 'Сообщаем о повреждении тротуара у входа в школу.',
      looked: 'yes',
    });
    return /\/appeals\/(\d{4}-\d+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
  };
  const arrived = async (number: string, least: number): Promise<string[]> => {
    for (
      const until = Date.now() + 60_000;
      Date.now() < until;
      await new Promise((resolve) => setTimeout(resolve, 200))
    ) {
      const about = lettersAbout(number);
      if (about.length >= least) return about;
    }
    return lettersAbout(number);
  };
  /** Message-IDs of the letters that speak of a case. */
  const lettersAbout = (number: string) =>
    smtp.received
      .filter(({ raw }) => raw.includes(number))
      .map(({ raw }) => /^message-id: (\S+)/im.exec(raw)?.[1] ?? '');

  it('the web takes appeals while no worker lives, and the letters leave when one comes', async () => {
    const number = await ask('before any worker');
    expect(number).toMatch(/^\d{4}-/);
    expect(smtp.received).toEqual([]);
    worker = await startApp({ ...env, ROLE: 'worker' });
    expect(worker.logs()).toMatch(/modes: database outside, queue redis, post smtp, role worker/);
    const ids = await arrived(number, 2);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });

  it('a nudge reaches the worker at once: letters are out within seconds', async () => {
    const number = await ask('with a worker');
    const began = Date.now();
    expect(await arrived(number, 2)).toHaveLength(2);
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  it('a killed worker loses nothing and doubles nothing: the next one sends what is left', async () => {
    await worker.kill('SIGKILL');
    const numbers = [await ask('one'), await ask('two'), await ask('three')];
    worker = await startApp({ ...env, ROLE: 'worker' });
    for (const number of numbers) {
      const ids = await arrived(number, 2);
      expect(ids).toHaveLength(2);
      expect(new Set(ids).size).toBe(2);
    }
  });

  it('Redis emptied while both run: the next appeal’s letters still leave', async () => {
    await redis.wipe();
    const number = await ask('after the flush');
    expect(await arrived(number, 2)).toHaveLength(2);
  });
});
