import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginApp, runApp, scratchFolder, startApp, type RunningApp } from '../help/app';

const folder = scratchFolder();
afterAll(folder.remove);
const env = { DATA_DIR: folder.dir };

const answers = async ({ url }: RunningApp, path = '/healthz'): Promise<number> =>
  (await fetch(`${url}${path}`, { redirect: 'manual' })).status;

describe('npm start', () => {
  let app: RunningApp;
  const kept: { numbers: string[] } = { numbers: [] };

  beforeAll(async () => {
    app = await startApp(env);
  });
  afterAll(() => app.kill('SIGTERM'));

  const numbers = async (): Promise<string[]> => {
    const page = await (await fetch(`${app.url}/en/appeals`)).text();
    return [...page.matchAll(/href="\/en\/appeals\/([^"/?#]+)"/g)].flatMap(([, number]) =>
      number && number !== 'new' ? [number] : [],
    );
  };

  it('on an empty data folder prints the modes in force, the demo accounts and the address', async () => {
    expect(app.logs()).toMatch(/modes: database embedded, queue postgresql, post letterbox, role web and worker/);
    expect(app.logs()).toMatch(/demo accounts \(password: \S+\)/);
    expect(app.logs()).toMatch(/\S+@\S+ +\S+/);
    expect(await answers(app)).toBe(200);
    expect(await answers(app, '/readyz')).toBe(200);
  });

  it('fills an empty database with a small country, so that a stranger sees something', async () => {
    kept.numbers = await numbers();
    expect(kept.numbers.length).toBeGreaterThan(0);
  });

  it('on a data folder that is in use says so, with the address, and ends', async () => {
    const second = await runApp(env);
    expect(second.code).toBe(1);
    expect(second.logs).toContain(`already running on this data folder: ${app.url}`);
    expect(await answers(app)).toBe(200);
  });

  it('after kill -9 starts again, and nothing acknowledged is lost', async () => {
    await app.kill('SIGKILL');
    app = await startApp(env);
    expect(await numbers()).toEqual(kept.numbers);
    expect(app.logs()).not.toContain('seeding');
  });

  it('ends cleanly on SIGTERM and takes its database along', async () => {
    const ended = await app.kill('SIGTERM');
    expect(ended, app.logs()).toEqual({ code: 0, signal: null });
    expect(app.logs()).toMatch(/stopped\s*$/);
  });

  it('is warm the second time: nothing is installed, built or filled again', async () => {
    app = await startApp(env);
    expect(app.logs()).not.toMatch(/installing|generating|building|seeding|migrations? applied/);
    expect(await numbers()).toEqual(kept.numbers);
  });

  it('ends cleanly on Ctrl-C', async () => {
    const ended = await app.kill('SIGINT');
    expect(ended, app.logs()).toEqual({ code: 0, signal: null });
    await expect(fetch(app.url)).rejects.toThrow();
    app = await startApp(env);
  });
});

describe('npm start that is ended while it is still starting', () => {
  const own = scratchFolder();
  afterAll(own.remove);
  const env = { DATA_DIR: own.dir };

  it('on Ctrl-C while the database is being made ends cleanly, and leaves nothing half made', async () => {
    const halfMade = () => readdirSync(own.dir).some((name) => name.includes('.new-'));
    const app = await beginApp(env, halfMade);
    const ended = await app.killGroup('SIGINT');
    expect(ended, app.logs()).toEqual({ code: 0, signal: null });
    expect(readdirSync(own.dir)).toEqual([]);
  });

  it.each([/PostgreSQL started/, /seeding a small country/])(
    'on SIGTERM at %s ends cleanly without finishing what it began',
    async (moment) => {
      const app = await beginApp(env, moment);
      const ended = await app.kill('SIGTERM');
      expect(ended, app.logs()).toEqual({ code: 0, signal: null });
      expect(app.logs()).toMatch(/stopped\s*$/);
      expect(app.logs()).not.toMatch(/seeded|ready:|could not/);
    },
  );

  it('starts afterwards as if it had never been ended', async () => {
    const app = await startApp(env);
    expect(app.logs()).toMatch(/seeded: \d+ appeals/);
    expect(await answers(app, '/en/appeals')).toBe(200);
    await app.kill('SIGTERM');
  });
});

describe('npm start where the usual port is taken', () => {
  const own = scratchFolder();
  afterAll(own.remove);

  it('takes the next free one when none was asked for', async () => {
    const other = createServer();
    // Taken by this test, or by someone else already.
    await new Promise<void>((resolve) =>
      other.once('error', () => resolve()).listen(3000, '127.0.0.1', () => resolve()),
    );
    const app = await startApp({ DATA_DIR: own.dir, SEED: 'none', PORT: '' });
    expect(Number(new URL(app.url).port)).toBeGreaterThan(3000);
    expect(await answers(app)).toBe(200);
    await app.kill('SIGTERM');
    other.close();
  });

  it('says so and ends when that very port was asked for', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const refused = await runApp({ DATA_DIR: own.dir, SEED: 'none', PORT: String(port) });
    expect(refused.code).toBe(1);
    expect(refused.logs).toContain(`Port ${port} is taken`);
    other.close();
  });
});

describe('npm start with settings that can not work', () => {
  const own = scratchFolder();
  afterAll(own.remove);

  it.each([
    [{ ROLE: 'worker' }, 'ROLE=worker needs DATABASE_URL'],
    [{ SMTP_URL: 'smtp://localhost' }, 'SMTP_URL needs MAIL_FROM'],
    [{ REDIS_URL: 'redis://localhost' }, 'REDIS_URL needs DATABASE_URL'],
    [{ PORT: 'abc' }, 'PORT'],
    [{ DATA_DIR: '/dev/null/data' }, 'The data folder /dev/null/data can not be written to'],
  ])('%o is refused with one sentence', async (settings, sentence) => {
    const refused = await runApp({ DATA_DIR: own.dir, ...settings } as Record<string, string>);
    expect(refused.code).toBe(1);
    expect(refused.logs).toContain(sentence);
    expect(refused.logs).not.toMatch(/^\s+at /m);
  });
});

describe('npm start through npm', () => {
  const own = scratchFolder();
  afterAll(own.remove);

  it('ends when npm is told to end, though npm tells it nothing', async () => {
    const app = await startApp({ DATA_DIR: own.dir, SEED: 'none' }, { throughNpm: true });
    await app.kill('SIGTERM');
    expect(app.logs()).toMatch(/stopped\s*$/);
    await expect(fetch(app.url)).rejects.toThrow();
  });
});
