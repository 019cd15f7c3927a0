// Hostile and broken letters, and a server that is killed: whatever comes is refused with a code or dealt with, nothing is lost that was
// acknowledged, nothing is done twice, and no letter keeps others waiting.
import { spawnSync } from 'node:child_process';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../app/core/limits';
import { askCure } from '../../app/commands/appeals/ask-cure';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { openStream } from '../../app/data/ledger';
import { verifyLedger } from '../../app/data/verify';
import { serve } from '../../workers/serve';
import { steps } from '../help/cases';
import { testDatabase } from '../help/database';
import { mailIn, plainMail, type MailIn } from '../help/mail-in';
import { must } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';
import type { Death, Given } from './job-child';
import { never } from './help';

const { world, at } = testWorld();
let cast: Cast;
let mail: MailIn;
const { file } = steps(world, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
  mail = await mailIn(world);
});
afterAll(() => mail.stop());

const eventsOf = async (id: string) => (await openStream(world.db, `appeal:${id}`)).events;
const received = async (id: string) =>
  (await eventsOf(id)).flatMap((event) => (event.type === 'appeal.letter_received' ? [event.payload] : []));
const told = async (id: string) =>
  (await world.db.prisma.letter.findMany({ where: { stream: `appeal:${id}`, letter: 'letter_taken' } })).map(
    ({ data }) => data,
  );

/** A case, and the address at which its applicant replies. */
async function toAnswer(): Promise<{ id: string; address: string; bounce: string }> {
  at('2026-02-02');
  const id = await file({ visibility: 'private' });
  await must(acceptAppeal(world, cast.registrar, { appealId: id }));
  const about = { stream: `appeal:${id}`, letter: 'appeal_accepted' };
  const [address, bounce] = [
    await mail.address('reply', cast.ngo, about),
    await mail.address('bounce', cast.ngo, about),
  ];
  return { id, address, bounce };
}
const TEXT = 'Сенімхаттың көшірмесін жібердім, растаңызшы.';

describe('words', () => {
  const bytes = (encoding: string, text: string) => {
    const table = new Map(
      Array.from({ length: 128 }, (_, i) => [new TextDecoder(encoding).decode(Buffer.from([i + 128])), i + 128]),
    );
    return Buffer.from([...text].map((sign) => table.get(sign) ?? sign.charCodeAt(0)));
  };
  const kazakh = Buffer.from('a3b2bdaaafa18da58ebcb3bebabfa29db49e', 'hex');
  it.each([
    ['koi8-r', bytes('koi8-r', 'Доверенность во вложении, прошу принять.'), 'Доверенность во вложении, прошу принять.'],
    [
      'windows-1251',
      bytes('windows-1251', 'Доверенность во вложении, прошу принять.'),
      'Доверенность во вложении, прошу принять.',
    ],
    ['kz-1048', kazakh, 'ӘІҢҒҮҰҚӨҺәіңғүұқөһ'],
    ['no-such-alphabet', Buffer.from('plain words'), 'plain words'],
  ])('in %s are read', async (charset, body, text) => {
    const { id, address } = await toAnswer();
    const head = `From: ${cast.ngo.email}\r\nSubject: =?${charset}?B?${body.toString('base64')}?=\r\nMessage-ID: <${charset}@t>\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`;
    expect((await mail.send(cast.ngo.email, address, Buffer.concat([Buffer.from(head), body]))).code).toBe(250);
    await mail.work();
    expect((await received(id))[0]?.text).toBe(text);
    expect((await world.db.prisma.incoming.findFirstOrThrow({ where: { appealId: id } })).subject).toBe(text);
  });
});

describe('attachments', () => {
  it('are taken under the checks of every upload, ten at most; of a thousand the rest is counted and the first are named', async () => {
    const { id, address } = await toAnswer();
    const part = (n: number, name = `file-${n}.txt`) =>
      `--B\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\nwords ${n}\r\n`;
    const nested = `--B\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename="nested.eml"\r\n\r\nFrom: ${cast.ngo.email}\r\nSubject: inner\r\n\r\ninner words\r\n`;
    const parts = [part(0, '../../program.exe'), nested, ...Array.from({ length: 1000 }, (_, n) => part(n))];
    const raw = `${head(cast.ngo.email)}Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${TEXT}\r\n${parts.join('')}--B--\r\n`;
    expect((await mail.send(cast.ngo.email, address, raw)).code).toBe(250);
    await mail.work();
    const [letter] = await received(id);
    expect(letter?.text).toBe(TEXT);
    expect(letter?.files.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, n) => `file-${n}.txt`));
    expect(letter?.files.every(({ withheld }) => withheld === true)).toBe(true);
    expect(await told(id)).toMatchObject([
      {
        taken: 10,
        unnamed: 972,
        refused: expect.arrayContaining([
          { name: 'program.exe', why: 'type' },
          { name: 'nested.eml', why: 'type' },
        ]),
      },
    ]);
  });
});

const head = (from: string): string =>
  `From: ${from}\r\nSubject: x\r\nMessage-ID: <${Math.trunc(performance.now() * 1000)}@t>\r\n`;

describe('what no reader should be given', () => {
  it('thirty megabytes are refused, and leave nothing', async () => {
    const { address } = await toAnswer();
    const before = (await world.replies?.mail.list(new Date(8.64e15)))?.length;
    const said = await mail.send(
      cast.ngo.email,
      address,
      Buffer.concat([Buffer.from(`${head(cast.ngo.email)}\r\n`), Buffer.alloc(30_000_000, 'aaaaaaaa\r\n')]),
    );
    expect(said.code).toBe(552);
    expect((await world.replies?.mail.list(new Date(8.64e15)))?.length).toBe(before);
  });

  it('a letter that goes in circles is refused', async () => {
    const { address } = await toAnswer();
    const hops = 'Received: from a by b; Mon, 2 Feb 2026 10:00:00 +0500\r\n'.repeat(101);
    expect((await mail.send(cast.ngo.email, address, `${hops}${head(cast.ngo.email)}\r\n${TEXT}`)).code).toBe(554);
  });

  it.each([
    ['no head at all', 'words alone'],
    ['nothing', ''],
    ['half a head', 'From'],
    ['two senders', `From: a@b.kz, c@d.kz\r\n\r\n${TEXT}`],
    ['a sender that is a group', `From: All: a@b.kz;\r\n\r\n${TEXT}`],
    ['a head of 300 kB', `X-Long: ${'a'.repeat(300_000)}\r\nFrom: a@b.kz\r\n\r\n${TEXT}`],
    ['a head of 2 MB', `X-Long: ${'a'.repeat(2_000_000)}\r\nFrom: a@b.kz\r\n\r\n${TEXT}`],
    ['ten thousand lines of head', `${'X-A: b\r\n'.repeat(10_000)}From: a@b.kz\r\n\r\n${TEXT}`],
    ['control signs', `From: "\u0000\u001b[31m\u202e" <a@b.kz>\r\nSubject: \u0000\ud800\r\n\r\n\u0000\u0008${TEXT}`],
    [
      'parts within parts',
      `Content-Type: multipart/mixed; boundary=b0\r\n\r\n${Array.from({ length: 400 }, (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`).join('')}end`,
    ],
    ['five thousand parts', `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(5000)}--b--`],
    ['a boundary of nothing', 'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n--\r\n'],
    ['broken base64', 'Content-Transfer-Encoding: base64\r\n\r\n====%%%%'],
    ['deep HTML', `Content-Type: text/html\r\n\r\n${'<div>'.repeat(50_000)}x`],
    [
      'HTML of scripts',
      'From: a@b.kz\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script><img src=x onerror=alert(1)>',
    ],
    [
      'a report of nonsense',
      'Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n\u0000:\r\n\r\n--b--',
    ],
    ['a million addresses', `From: ${'a@b.kz, '.repeat(100_000)}\r\n\r\n${TEXT}`],
  ])('%s is taken and dealt with, or refused, and the next letter is done', async (_name, raw) => {
    const { id, address } = await toAnswer();
    const { code } = await mail.send('a@b.kz', address, raw);
    expect([250, 500, 552, 554]).toContain(code);
    await mail.send(cast.ngo.email, address, plainMail(cast.ngo.email, TEXT));
    for (let run = 0; run < 3; run++) await mail.work();
    expect(await world.db.prisma.incoming.count({ where: { state: { in: ['new', 'acted'] } } })).toBe(0);
    expect((await received(id)).map(({ text }) => text)).toEqual([TEXT]);
  });
});

describe('a report of a mail server', () => {
  const report = (action: string, status: string) =>
    [
      'From: MAILER-DAEMON@mx.kz',
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=R',
      '',
      '--R\r\nContent-Type: text/plain\r\n\r\nThis is the mail system.\r\n',
      `--R\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.kz\r\n\r\nFinal-Recipient: rfc822; ${cast.ngo.email}\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; ${status} no such mailbox\r\n`,
      '--R\r\nContent-Type: message/rfc822\r\n\r\nFrom: letters@kenes.test\r\nSubject: x\r\n\r\nx\r\n--R--',
    ].join('\r\n');
  const evidence = async (id: string) =>
    (await world.db.prisma.evidence.findMany({ where: { letter: { stream: `appeal:${id}` } } })).map(
      ({ what, detail }) => ({ what, detail }),
    );

  it('of a failure for good is evidence, and the notice is to be handed over on paper', async () => {
    const { id, bounce } = await toAnswer();
    expect((await mail.send('', bounce, report('failed', '5.1.1'))).code).toBe(250);
    await mail.work();
    expect(await evidence(id)).toEqual([{ what: 'bounced', detail: '5.1.1 smtp; 5.1.1 no such mailbox' }]);
    await serve(world, never);
    const unserved = (await eventsOf(id)).find(({ type }) => type === 'appeal.notice_unserved');
    expect(unserved?.payload).toMatchObject({ why: 'lost' });
    expect(await told(id)).toEqual([]);
  });

  it('in words alone is known by the address that was made for its letter; an automatic answer is not one', async () => {
    const { id, bounce } = await toAnswer();
    const vacation = plainMail(cast.ngo.email, 'Демалыстамын, 550-кабинет.', { 'Auto-Submitted': 'auto-replied' });
    expect((await mail.send('', bounce, vacation)).code).toBe(250);
    await mail.work();
    expect(await evidence(id)).toEqual([]);
    const words =
      "Hi. This is the qmail-send program at mx.kz.\r\nThis is a permanent error; I've given up.\r\n\r\n<x@mx.kz>:\r\n550 5.1.1 no mailbox\r\n";
    await mail.send('', bounce, plainMail('MAILER-DAEMON@mx.kz', words));
    await mail.work();
    expect(await evidence(id)).toEqual([{ what: 'bounced', detail: '550 5.1.1 no mailbox' }]);
  });

  it('of a delay is none, and one that comes to the address of replies does nothing', async () => {
    const { id, address, bounce } = await toAnswer();
    await mail.send('', bounce, report('delayed', '4.4.1'));
    await mail.send('', address, report('failed', '5.1.1'));
    await mail.work();
    expect(await evidence(id)).toEqual([]);
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['appeal.filed', 'appeal.accepted']);
  });
});

describe('many at once', () => {
  it('by several connections: each that was acknowledged is recorded once', async () => {
    const { id, address } = await toAnswer();
    const said = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        mail.send(cast.ngo.email, address, plainMail(cast.ngo.email, `${TEXT} ${n}`)),
      ),
    );
    expect(said.map(({ code }) => code)).toEqual(Array.from({ length: 20 }, () => 250));
    await Promise.all([mail.work(), mail.work(), mail.work()]);
    await mail.work();
    expect(new Set((await received(id)).map(({ text }) => text)).size).toBe(20);
    expect(await received(id)).toHaveLength(20);
    expect(await told(id)).toHaveLength(20);
  });

  it('to the addresses of two cases in one letter is one letter in each', async () => {
    const [one, two] = [await toAnswer(), await toAnswer()];
    await mail.send(cast.ngo.email, [one.address, two.address], plainMail(cast.ngo.email, TEXT));
    await mail.work();
    expect([(await received(one.id)).length, (await received(two.id)).length]).toEqual([1, 1]);
  });

  it('from one server or to one address are told to come later, and the limit is the world’s clock’s', async () => {
    const { address } = await toAnswer();
    world.limits = { ...LIMITS, mail_reply: { times: 3, seconds: 60 } };
    const send = () => mail.send(cast.ngo.email, address, plainMail(cast.ngo.email, TEXT));
    const codes = (await Promise.all(Array.from({ length: 10 }, send))).map(({ code }) => code);
    expect(codes.filter((code) => code === 250)).toHaveLength(3);
    expect(codes.filter((code) => code === 451)).toHaveLength(7);
    at('2026-02-02', '10:02');
    expect((await send()).code).toBe(250);
    world.limits = null;
    await mail.work();
  });
});

describe('a process that is killed', () => {
  const deaths: Death[] = [
    { when: 'after', statement: 'INSERT INTO \\"Event\\"' },
    { when: 'after', statement: 'letter_taken' },
  ];
  it.each(deaths)(
    '$when $statement, after the sender heard that the letter is taken, loses nothing and does nothing twice',
    async (death) => {
      at('2026-02-02');
      const id = await file({ visibility: 'private' });
      await must(
        askCure(world, cast.registrar, {
          appealId: id,
          defects: 'Нет доверенности представителя.',
          until: '2026-02-06',
        }),
      );
      const address = await mail.address('reply', cast.ngo, { stream: `appeal:${id}`, letter: 'step:cure_asked' });
      expect((await mail.send(cast.ngo.email, address, plainMail(cast.ngo.email, TEXT))).code).toBe(250);
      const given: Given = { url: testDatabase().url, now: world.now(), receives: mail.dataDir, death };
      const child = spawnSync(
        process.execPath,
        ['--import', 'tsx', 'test/workers/job-child.ts', JSON.stringify(given)],
        { encoding: 'utf8' },
      );
      expect({ signal: child.signal, said: child.stdout + child.stderr }).toEqual({ signal: 'SIGKILL', said: '' });
      at('2026-02-09');
      await vi.waitFor(
        async () => {
          await mail.work();
          expect(await world.db.prisma.incoming.count({ where: { state: { in: ['new', 'acted'] } } })).toBe(0);
        },
        { timeout: 10_000 },
      );
      const cured = (await eventsOf(id)).filter(({ type }) => type === 'appeal.cured');
      expect(cured).toMatchObject([{ day: '2026-02-02' }]);
      expect(await told(id)).toMatchObject([{ what: 'cured', receivedDay: '2026-02-02' }]);
    },
  );

  it('leaves the ledger whole', async () => {
    expect((await verifyLedger(world)).faults).toEqual([]);
  });
});

it('a client that is no mail program gets an answer or is let go, and the server goes on', async () => {
  const { id, address } = await toAnswer();
  const rude = createTransport({ host: '127.0.0.1', port: mail.port, ignoreTLS: true, secure: false });
  await expect(rude.sendMail({ envelope: { from: 'a@b.kz', to: [] }, raw: '' })).rejects.toThrow();
  await fetch(`http://127.0.0.1:${mail.port}/`, { method: 'POST', body: 'x'.repeat(100_000) }).catch(() => {});
  await mail.send(cast.ngo.email, address, plainMail(cast.ngo.email, TEXT));
  await mail.work();
  expect(await received(id)).toHaveLength(1);
});
