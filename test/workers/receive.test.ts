// Letters that come in, by a real client to the real server: what each may do, what it never does, and that none is lost or counted twice.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askCure } from '../../app/commands/appeals/ask-cure';
import { assignAppeal } from '../../app/commands/appeals/assign';
import { giveErrand } from '../../app/commands/appeals/give-errand';
import { openStream } from '../../app/data/ledger';
import { verifyLedger } from '../../app/data/verify';
import { lapse } from '../../workers/lapse';
import { steps } from '../help/cases';
import { mailIn, plainMail, type MailIn } from '../help/mail-in';
import { must } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';
import { never } from './help';

const { world, at } = testWorld();
let cast: Cast;
let mail: MailIn;
const { file, owed } = steps(world, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
  mail = await mailIn(world);
});
afterAll(() => mail.stop());

const stream = (id: string) => `appeal:${id}`;
const eventsOf = async (id: string) => (await openStream(world.db, stream(id))).events;
const typesOf = async (id: string) => (await eventsOf(id)).map(({ type }) => type);
const incoming = (appealId: string) =>
  world.db.prisma.incoming.findMany({ where: { appealId }, orderBy: { id: 'asc' } });
const told = async (id: string) =>
  (
    await world.db.prisma.letter.findMany({
      where: { stream: stream(id), letter: 'letter_taken' },
      orderBy: { id: 'asc' },
    })
  ).map(({ data }) => data);
const CURE = 'Қосымшада сенімхаттың көшірмесі, қолы қойылған.';

/** A case in which the body asked to put something right by Friday, 6 February 2026. */
async function toCure(): Promise<{ id: string; address: string }> {
  at('2026-02-02');
  const id = await file();
  await must(
    askCure(world, cast.registrar, { appealId: id, defects: 'Нет доверенности представителя.', until: '2026-02-06' }),
  );
  return { id, address: await mail.address('reply', cast.ngo, { stream: stream(id), letter: 'step:cure_asked' }) };
}

describe('a reply', () => {
  it('puts right what was asked, at the moment our server took it, however late it is read', async () => {
    const { id, address } = await toCure();
    at('2026-02-06', '23:58');
    expect((await mail.send(cast.ngo.email, address, plainMail(cast.ngo.email, CURE))).code).toBe(250);
    at('2026-02-09', '09:00');
    await lapse(world, never);
    expect(await mail.work()).toBe(1);
    expect(await owed(id, 'cure')).toMatchObject({ closedDay: '2026-02-06', closedHow: 'discharged' });
    const cured = (await eventsOf(id)).find(({ type }) => type === 'appeal.cured');
    expect(cured).toMatchObject({ day: '2026-02-06', payload: { text: CURE }, actor: { personId: cast.ngo.personId } });
    expect(await told(id)).toMatchObject([{ what: 'cured', receivedDay: '2026-02-06', receivedTime: '23:58' }]);
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it('that comes again under the same Message-ID does nothing a second time, and is confirmed once', async () => {
    const { id, address } = await toCure();
    const letter = plainMail(cast.ngo.email, CURE);
    for (const _ of [1, 2]) expect((await mail.send(cast.ngo.email, address, letter)).code).toBe(250);
    await mail.work();
    expect(await mail.work()).toBe(0);
    expect((await typesOf(id)).filter((type) => type === 'appeal.cured')).toHaveLength(1);
    expect(await told(id)).toHaveLength(1);
    expect((await world.db.prisma.incoming.findMany({ where: { what: 'duplicate' } })).length).toBe(1);
  });

  it('that nothing is owed by is put before the body as it came, for the parties alone', async () => {
    at('2026-02-02');
    const id = await file();
    const address = await mail.address('reply', cast.ngo, { stream: stream(id), letter: 'appeal_filed' });
    await mail.send(
      cast.ngo.email,
      address,
      plainMail(
        cast.ngo.email,
        'Рахмет! Хабарласу үшін: 87011234567.\r\n\r\nOn Mon, 2 Feb 2026 at 10:00, Kenes <a@kenes.test> wrote:\r\n> old words',
      ),
    );
    await mail.work();
    const received = (await eventsOf(id)).at(-1);
    expect(received).toMatchObject({
      type: 'appeal.letter_received',
      payload: { by: 'applicant', text: 'Рахмет! Хабарласу үшін: 87011234567.' },
    });
    expect((await incoming(id))[0]).toMatchObject({
      state: 'done',
      what: 'recorded',
      whole: expect.stringContaining('old words'),
    });
    const toBody = await world.db.prisma.letter.findFirstOrThrow({
      where: { stream: stream(id), letter: 'case_step', personId: cast.registrar.personId },
    });
    expect(toBody.data).toMatchObject({ step: 'letter_received', text: 'Рахмет! Хабарласу үшін: 87011234567.' });
  });

  it('with personal data puts a public case right in time and keeps the words for the parties', async () => {
    const { id, address } = await toCure();
    await mail.send(
      cast.ngo.email,
      address,
      plainMail(cast.ngo.email, 'Өкілдің ЖСН: 880101300123, сенімхат қосымшада.'),
    );
    await mail.work();
    const events = await eventsOf(id);
    const cured = events.find((event) => event.type === 'appeal.cured');
    expect(cured?.payload).toMatchObject({ text: expect.not.stringContaining('880101300123') });
    expect(events.find((event) => event.type === 'appeal.letter_received')?.payload).toMatchObject({
      text: expect.stringContaining('880101300123'),
    });
    expect(await told(id)).toMatchObject([{ what: 'cured' }]);
  });

  it('of the official of another body answers the internal request', async () => {
    at('2026-02-02');
    const id = await file();
    await must(
      giveErrand(world, cast.registrar, {
        appealId: id,
        toBodyId: cast.committee.id,
        unit: 'Отдел',
        question: 'Что известно о переходе?',
        until: '2026-02-05',
      }),
    );
    const address = await mail.address('reply', cast.committeeRegistrar, {
      stream: stream(id),
      letter: 'step:errand_given',
    });
    await mail.send(
      cast.committeeRegistrar.email,
      address,
      plainMail(cast.committeeRegistrar.email, 'Переход на балансе акимата с 2024 года.'),
    );
    await mail.work();
    expect(await owed(id, 'errand')).toMatchObject({ closedHow: 'discharged' });
    expect(await told(id)).toMatchObject([{ what: 'errand_answered' }]);
  });

  it('of the executor answers nothing: its words wait in the form of the answer', async () => {
    at('2026-02-02');
    const id = await file();
    await must(assignAppeal(world, cast.registrar, { appealId: id, officialId: cast.executor.personId }));
    const address = await mail.address('reply', cast.executor, { stream: stream(id), letter: 'appeal_assigned' });
    await mail.send(
      cast.executor.email,
      address,
      plainMail(cast.executor.email, 'Пандус көктемде орнатылады, жоспар қосылған.'),
    );
    const before = await typesOf(id);
    await mail.work();
    expect(await typesOf(id)).toEqual(before);
    const [row] = await incoming(id);
    expect(await told(id)).toMatchObject([
      { what: 'for_answer', path: expect.stringMatching(new RegExp(`/answer\\?letter=${row?.id}$`)) },
    ]);
  });
});

describe('a letter', () => {
  it('to a forged address, to that of another letter changed by one sign, or to nobody we know is refused at the door', async () => {
    const { address } = await toCure();
    const forged = address.replace(/.(?=@)/, (sign) => (sign === 'a' ? 'b' : 'a'));
    for (const to of [
      forged,
      address.replace('reply+', 'bounce+'),
      'postmaster@reply.kenes.test',
      'reply@reply.kenes.test',
      address.replace('@reply.', '@other.'),
    ])
      expect((await mail.send(cast.ngo.email, to, plainMail(cast.ngo.email, CURE))).code, to).toBe(550);
  });

  it('from somebody else waits for a word of the body, by a day of its own, and does nothing', async () => {
    const { id, address } = await toCure();
    await mail.send('somebody@else.test', address, plainMail('somebody@else.test', CURE));
    await mail.work();
    expect((await typesOf(id)).at(-1)).toBe('appeal.letter_set_aside');
    expect(await owed(id, 'letter')).toMatchObject({ debtorKind: 'body', dueDay: '2026-02-04', closedDay: null });
    expect((await incoming(id))[0]).toMatchObject({ state: 'unmatched', why: 'sender', dueDay: '2026-02-04' });
    expect(await told(id)).toEqual([]);
    expect(await owed(id, 'cure')).toMatchObject({ closedDay: null });
  });

  it.each([
    ['Auto-Submitted', 'auto-replied'],
    ['Precedence', 'bulk'],
    ['X-Autoreply', 'yes'],
    ['Subject', 'Автоответ: отпуск до понедельника'],
  ])('that a program wrote (%s: %s) stops nothing and is answered by nobody', async (name, value) => {
    const { id, address } = await toCure();
    const before = await typesOf(id);
    await mail.send(cast.ngo.email, address, plainMail(cast.ngo.email, CURE, { [name]: value }));
    await mail.work();
    expect(await typesOf(id)).toEqual(before);
    expect(await told(id)).toEqual([]);
  });
});
