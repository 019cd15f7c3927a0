// Notices of the law: what shows that one arrived, what follows when nothing does, and what is never said without having been seen.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { callHearing } from '../../app/commands/appeals/call-hearing';
import { recordPaper } from '../../app/commands/appeals/record-paper';
import { openNotice } from '../../app/commands/notices/open';
import { showCase } from '../../app/commands/notices/show';
import { verifyLedger } from '../../app/data/verify';
import { openStream } from '../../app/data/ledger';
import { caseFacts } from '../../app/queries/case-facts';
import { noticesOf } from '../../app/queries/notices';
import { deliver } from '../../workers/deliver';
import { serve } from '../../workers/serve';
import { startSmtp, type TestSmtp } from '../help/smtp';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import { never, postTo } from './help';

const { world, at } = testWorld();
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
});
afterAll(async () => {
  world.post?.close();
  await smtp.stop();
});

/** Filed and accepted on Monday, 2 February 2026: the ticket is a notice of the law (APPC 64(2)). */
async function accepted(): Promise<{ id: string; number: string }> {
  at('2026-02-02');
  const outcome = await fileAppeal(world, cast.ngo, anAppeal(cast));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const done = await acceptAppeal(world, cast.registrar, { appealId: outcome.value.id });
  expect(done).toMatchObject({ ok: true });
  return outcome.value;
}
const noticesTo = async (number: string, viewer = cast.ngo) => {
  const facts = await caseFacts(world, viewer, number);
  return facts ? noticesOf(world, viewer, facts, 'en') : [];
};
const ticketOf = async (number: string) => {
  const ticket = (await noticesTo(number)).find(({ name }) => name === 'Ticket of acceptance');
  if (!ticket) throw new Error('no ticket');
  return ticket;
};
const tokenOf = async (letterId: string) =>
  (await world.db.prisma.letter.findUniqueOrThrow({ where: { id: letterId } })).token;
const dutiesOf = (id: string) =>
  world.db.prisma.obligation.findMany({ where: { stream: `appeal:${id}`, rule: 'serve' }, orderBy: { dueDay: 'asc' } });
const typesOf = async (id: string) => (await openStream(world.db, `appeal:${id}`)).events.map(({ type }) => type);

describe('a notice', () => {
  it('that a mail server takes is proved by the server’s own words, and is not said to be read', async () => {
    const { number } = await accepted();
    await deliver(world, never);
    const ticket = await ticketOf(number);
    expect(ticket.way).toBe('accepted');
    expect(ticket.copies[0]?.evidence).toMatchObject([{ what: 'accepted', detail: expect.stringMatching(/^250 /) }]);
    expect(ticket.copies[0]?.address).toBe('a•••@kenes.test');
    expect(ticket.copies[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('carries a link that says nothing until a button is pressed; no picture is in it', async () => {
    const { number } = await accepted();
    await deliver(world, never);
    const { letterId } = await ticketOf(number);
    const token = await tokenOf(letterId);
    const letter = await world.db.prisma.letter.findUniqueOrThrow({ where: { id: letterId } });
    expect(letter.text).toContain(`http://kenes.test/kk/notices/${token}`);
    expect(letter.html).not.toMatch(/<img|background-image/);
    expect((await ticketOf(number)).way).toBe('accepted');
    expect(await openNotice(world, null, { token })).toMatchObject({ ok: true, value: { path: `/appeals/${number}` } });
    const opened = await ticketOf(number);
    expect(opened.way).toBe('seen');
    expect(opened.copies[0]?.evidence.map(({ what }) => what)).toEqual(['accepted', 'opened']);
  });

  it('is shown to its reader by the page of the case, and to nobody else', async () => {
    const { id, number } = await accepted();
    await showCase(world, cast.stranger, `appeal:${id}`);
    expect((await ticketOf(number)).way).toBe('waiting');
    await showCase(world, cast.ngo, `appeal:${id}`);
    expect((await ticketOf(number)).way).toBe('seen');
  });

  it('is between the parties: a stranger to a public case sees none', async () => {
    const { number } = await accepted();
    expect(await noticesTo(number, cast.stranger)).toEqual([]);
    expect((await noticesTo(number, cast.executor)).length).toBeGreaterThan(0);
  });

  it('that no page and no link shows is handed over on paper from the second working day on, by a day of its own', async () => {
    const { id, number } = await accepted();
    at('2026-02-03');
    await serve(world, never);
    expect(await dutiesOf(id)).toEqual([]);
    at('2026-02-04');
    expect(await serve(world, never)).toBeGreaterThan(0);
    expect(await serve(world, never)).toBe(0);
    const [duty, ...others] = await dutiesOf(id);
    expect(others).toEqual([]);
    expect(duty).toMatchObject({ fromDay: '2026-02-04', dueDay: '2026-02-09', debtorKind: 'body', closedDay: null });
    expect(await ticketOf(number)).toMatchObject({ unserved: { why: 'unread', on: '2026-02-04', by: '2026-02-09' } });
    const told = await world.db.prisma.letter.findFirst({
      where: { letter: 'case_step', personId: cast.registrar.personId },
    });
    expect(told?.data).toMatchObject({ step: 'notice_unread', day: '2026-02-09' });
  });

  it('that is opened after all ends that duty by itself; that of paper is recorded with the post’s number, by the registrar', async () => {
    const first = await accepted();
    const second = await accepted();
    at('2026-02-04');
    await serve(world, never);
    at('2026-02-05');
    const opened = await ticketOf(first.number);
    await openNotice(world, null, { token: await tokenOf(opened.letterId) });
    expect(await serve(world, never)).toBe(1);
    expect(await dutiesOf(first.id)).toMatchObject([{ closedDay: '2026-02-05', closedHow: 'discharged' }]);

    const paper = await ticketOf(second.number);
    const act = { appealId: second.id, letterId: paper.letterId, on: '2026-02-05', number: 'RR123456789KZ' };
    expect(await recordPaper(world, cast.executor, act)).toMatchObject({ refusal: { code: 'not_allowed' } });
    expect(await recordPaper(world, cast.registrar, { ...act, on: '2026-02-06' })).toMatchObject({
      refusal: { code: 'day_not_past' },
    });
    expect(await recordPaper(world, cast.registrar, act)).toMatchObject({ ok: true });
    expect(await recordPaper(world, cast.registrar, act)).toMatchObject({ refusal: { code: 'notice_served' } });
    expect(await dutiesOf(second.id)).toMatchObject([{ closedDay: '2026-02-05', closedHow: 'discharged' }]);
    expect(await ticketOf(second.number)).toMatchObject({
      way: 'paper',
      paper: { number: 'RR123456789KZ', on: '2026-02-05' },
    });
    expect((await typesOf(second.id)).slice(-2)).toEqual(['appeal.notice_unserved', 'appeal.notice_served']);
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it('that the address does not take is found at once, and not tried again', async () => {
    const { id, number } = await accepted();
    smtp.become('refuse');
    await deliver(world, never);
    const ticket = await ticketOf(number);
    expect(ticket.way).toBe('lost');
    expect(ticket.copies[0]).toMatchObject({ state: 'failed' });
    expect(ticket.copies[0]?.evidence).toMatchObject([{ what: 'refused', detail: expect.stringContaining('550') }]);
    expect(await serve(world, never)).toBeGreaterThan(0);
    expect(await dutiesOf(id)).toMatchObject([{ fromDay: '2026-02-02' }]);
  });

  it('of a day by which its reader has to act counts as unread a working day before that day', async () => {
    const { id, number } = await accepted();
    await showCase(world, cast.ngo, `appeal:${id}`);
    at('2026-02-05');
    const called = await callHearing(world, cast.executor, {
      ...{ appealId: id, decisionDay: '2026-02-12', how: 'written' },
      text: 'Мы намерены отказать: пандус не предусмотрен проектом.',
    });
    expect(called).toMatchObject({ ok: true });
    // Objections are open until Monday, 9 February; two working days from writing end on that day as well.
    at('2026-02-06');
    await serve(world, never);
    expect((await noticesTo(number)).find(({ name }) => name === 'Preliminary decision')).toMatchObject({
      unserved: { why: 'unread', on: '2026-02-06' },
    });
  });

  it('of a case under an edition that knows none is watched by nobody', async () => {
    const { id } = await accepted();
    await world.db.prisma.$executeRawUnsafe(`UPDATE "Letter" SET data = jsonb_set(data, '{edition}', '"2026-7"')`);
    at('2026-02-10');
    await serve(world, never);
    expect(await dutiesOf(id)).toEqual([]);
  });
});
