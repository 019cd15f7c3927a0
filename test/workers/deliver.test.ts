// Letters leave once: in the reader's language, with the words kept before, tried again when refused, left to a person in the end.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { resendLetter } from '../../app/commands/letters/resend';
import type { Instant } from '../../app/core/day';
import { textFor } from '../../app/text';
import { deliver } from '../../workers/deliver';
import { SAMPLES } from '../mail/samples';
import { testDatabase } from '../help/database';
import { startSmtp, type TestSmtp } from '../help/smtp';
import { castInto, testWorld, type Cast } from '../help/world';
import { FROM, impatientPostTo, lettersFor, messageIds, never, postTo, states } from './help';

const { world } = testWorld('2026-02-02');
const MINUTE = 60_000;
const start = world.now();
let clock: Instant = start;
world.now = () => clock;
let cast: Cast;
let smtp: TestSmtp;

beforeAll(async () => {
  cast = await castInto(world);
  smtp = await startSmtp();
});
beforeEach(async () => {
  await world.db.prisma.letter.deleteMany();
  world.post?.close();
  world.post = postTo(smtp.url);
  smtp.become('accept');
  smtp.received.length = 0;
  clock = start;
});
afterAll(async () => {
  world.post?.close();
  await smtp.stop();
});
const only = () => world.db.prisma.letter.findFirstOrThrow();

describe('a letter', () => {
  it('leaves once, in the reader’s language, as HTML and text, under an identifier made of its own', async () => {
    const [id] = await lettersFor(world, cast.ngo, 1);
    expect(await deliver(world, never)).toBe(1);
    expect(await deliver(world, never)).toBe(0);
    expect(messageIds(smtp.received)).toEqual([id]);
    const [mail] = smtp.received;
    expect(mail?.to).toEqual([cast.ngo.email]);
    expect(mail?.raw).toMatch(/multipart\/alternative/);
    expect(await only()).toMatchObject({
      state: 'sent',
      attempts: 1,
      subject: 'Kenes жүйесіне қош келдіңіз',
      sentAt: new Date(start),
      error: null,
    });
  });

  it('that left while the database was away is noted as soon as it is back, and does not leave again', async () => {
    const [id] = await lettersFor(world, cast.ngo, 1);
    await world.db.pool.query('ALTER TABLE "Evidence" RENAME TO "EvidenceAway"');
    const delivered = deliver(world, never);
    await vi.waitFor(() => expect(smtp.received).toHaveLength(1), { timeout: 10_000 });
    await world.db.pool.query('ALTER TABLE "EvidenceAway" RENAME TO "Evidence"');
    expect(await delivered).toBe(1);
    expect(await only()).toMatchObject({ state: 'sent', attempts: 1 });
    clock += 60 * MINUTE;
    expect(await deliver(world, never)).toBe(0);
    expect(messageIds(smtp.received)).toEqual([id]);
  });

  it('to a follower says how to stop such letters, to the reader and to the mail program; another how to choose what comes by mail', async () => {
    const round = { ...SAMPLES.outcome_published, why: 'follower', unfollow: '/unfollow/aSecretOfItsOwn' };
    const row = (key: string, data: object) => {
      const { personId, email, locale } = cast.ngo;
      const at = new Date(world.now());
      return {
        ...{ id: world.newId(), key, letter: 'outcome_published', personId, email, locale, data, stream: null },
        ...{ state: 'waiting', attempts: 0, nextAt: at, createdAt: at },
      };
    };
    await world.db.prisma.letter.create({ data: row('follower', round) });
    expect(await deliver(world, never)).toBe(1);
    const address = 'http://kenes.test/kk/unfollow/aSecretOfItsOwn';
    const headers = (smtp.received[0]?.raw.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]+/g, ' ');
    expect(headers).toContain(`List-Unsubscribe: <${address}>`);
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const { html, text } = await only();
    for (const said of [html, text]) {
      expect(said).toContain(address);
      expect(said).toContain('http://kenes.test/kk/account#follows');
      expect(said).toContain(textFor('kk').roundLetters.wayOut.lead);
    }
    await world.db.prisma.letter.deleteMany();
    await world.db.prisma.letter.create({ data: row('contributor', SAMPLES.outcome_published) });
    await deliver(world, never);
    const other = (smtp.received[1]?.raw.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]+/g, ' ');
    expect(other).toContain('List-Unsubscribe: <http://kenes.test/kk/inbox/stop/');
    expect((await only()).text).not.toContain('unfollow');
  });

  it('is kept for the letterbox where no mail server is set', async () => {
    world.post?.close();
    world.post = null;
    await lettersFor(world, cast.citizen, 250);
    expect(await deliver(world, never)).toBe(250);
    expect(await states(world)).toEqual({ kept: 250 });
    const { html, text } = await only();
    expect(html).toContain('<html lang="ru">');
    expect(text).toContain('http://kenes.test/ru/');
  });

  it('that is refused waits longer each time with its words kept, then is left to a person with the server’s reason', async () => {
    smtp.become('busy');
    await lettersFor(world, cast.ngo, 1);
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 11; attempt++) {
      expect(await deliver(world, never)).toBe(0);
      const { state, attempts, nextAt, html } = await only();
      expect({ state, attempts, written: html !== null }).toEqual({
        state: 'waiting',
        attempts: attempt,
        written: true,
      });
      pauses.push((nextAt.getTime() - clock) / MINUTE);
      clock = nextAt.getTime() - 1;
      expect(await deliver(world, never), 'not before its time').toBe(0);
      clock = nextAt.getTime();
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
    await deliver(world, never);
    const failed = await only();
    expect(failed.state).toBe('failed');
    expect(failed.error).toContain('451');
    clock += 1_000 * MINUTE;
    expect(await deliver(world, never)).toBe(0);
  });

  it('that failed is sent again by an administrator only, to the address its reader has now', async () => {
    const [letterId] = await lettersFor(world, cast.citizen, 1);
    expect(await resendLetter(world, cast.administrator, { letterId })).toMatchObject({
      ok: false,
      refusal: { code: 'letter_not_failed' },
    });
    await world.db.prisma.letter.updateMany({
      data: { state: 'failed', attempts: 12, error: '550', email: 'old@kenes.test' },
    });
    expect(await resendLetter(world, cast.head, { letterId })).toMatchObject({
      ok: false,
      refusal: { code: 'not_allowed' },
    });
    expect(await resendLetter(world, null, { letterId })).toMatchObject({
      ok: false,
      refusal: { code: 'not_signed_in' },
    });
    expect(await resendLetter(world, cast.administrator, { letterId: 'x' })).toMatchObject({
      ok: false,
      refusal: { code: 'invalid' },
    });
    const wake = vi.spyOn(world, 'wake');
    expect(await resendLetter(world, cast.administrator, { letterId })).toMatchObject({ ok: true });
    expect(wake).toHaveBeenCalledWith('deliver');
    expect(await deliver(world, never)).toBe(1);
    expect(smtp.received[0]?.to).toEqual([cast.citizen.email]);
    expect(await only()).toMatchObject({ state: 'sent', error: null });
  });

  it('that can’t be written keeps no other from leaving', async () => {
    const [broken] = await lettersFor(world, cast.ngo, 3);
    await world.db.prisma.letter.update({ where: { id: broken }, data: { data: { name: 7 } } });
    expect(await deliver(world, never)).toBe(2);
    expect(await states(world)).toEqual({ sent: 2, waiting: 1 });
    expect((await world.db.prisma.letter.findUniqueOrThrow({ where: { id: broken } })).error).toContain('name');
  });
});

describe('a mail server', () => {
  it('that hangs is given up on; the letters wait and leave when it is well again', async () => {
    world.post?.close();
    world.post = impatientPostTo(smtp.url);
    smtp.become('hang');
    await lettersFor(world, cast.ngo, 7);
    expect(await deliver(world, never)).toBe(0);
    expect(await states(world)).toEqual({ waiting: 7 });
    world.post.close();
    world.post = postTo(smtp.url);
    smtp.become('accept');
    clock += MINUTE;
    expect(await deliver(world, never)).toBe(7);
    expect(new Set(messageIds(smtp.received)).size).toBe(7);
  });

  it('that can’t encrypt gets nothing where encryption is insisted on', async () => {
    world.post?.close();
    world.post = postTo(`${smtp.url}?requireTLS=true`);
    await lettersFor(world, cast.ngo, 1);
    expect(await deliver(world, never)).toBe(0);
    expect(smtp.received).toEqual([]);
    world.post.close();
    world.post = postTo(smtp.url);
  });

  it('that is away costs one batch its first try, not every letter', async () => {
    world.post?.close();
    world.post = postTo('smtp://127.0.0.1:1');
    await lettersFor(world, cast.ngo, 100);
    expect(await deliver(world, never)).toBe(0);
    expect(await world.db.prisma.letter.count({ where: { attempts: 0 } })).toBe(80);
  });
});

describe('workers', () => {
  it('two at once on five hundred letters send each exactly once', async () => {
    const other = { ...testWorld('2026-02-02').world, now: () => clock, post: postTo(smtp.url) };
    const ids = await lettersFor(world, cast.ngo, 500);
    const [one, two] = await Promise.all([deliver(world, never), deliver(other, never)]);
    other.post.close();
    expect(one + two).toBe(500);
    expect(Math.min(one, two), 'both took their share').toBeGreaterThan(0);
    expect(messageIds(smtp.received).sort()).toEqual([...ids].sort());
    expect(await states(world)).toEqual({ sent: 500 });
  });

  it('one told to stop finishes what it holds and leaves the rest waiting', async () => {
    await lettersFor(world, cast.ngo, 100);
    const stopping = new AbortController();
    stopping.abort();
    expect(await deliver(world, stopping.signal)).toBe(20);
    expect(await states(world)).toEqual({ sent: 20, waiting: 80 });
  });

  it('one killed in the middle loses nothing; what it may have sent without saying so leaves under the same identifier', async () => {
    const ids = await lettersFor(world, cast.ngo, 300);
    const child = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        path.resolve('test/workers/deliver-child.ts'),
        testDatabase().url,
        smtp.url,
        FROM,
        String(clock),
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    );
    await vi.waitFor(() => expect(smtp.received.length).toBeGreaterThan(60), { timeout: 60_000, interval: 1 });
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const left = smtp.received.length;
    expect(left).toBeLessThan(300);
    clock += 5 * MINUTE;
    while ((await deliver(world, never)) > 0);
    expect(await states(world)).toEqual({ sent: 300 });
    expect(new Set(messageIds(smtp.received))).toEqual(new Set(ids));
    expect(smtp.received.length - 300, 'no more than the five that were under way').toBeLessThanOrEqual(5);
  }, 90_000);
});
