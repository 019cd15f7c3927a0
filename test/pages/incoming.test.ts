// Letters that could not be matched, as people meet them: who sees that they wait, who reads them, the form that settles each; and the words of
// an official's letter in the form of the answer.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignAppeal } from '../../app/commands/appeals/assign';
import { struckLetter } from '../../app/data/struck-letter';
import { openStream } from '../../app/data/ledger';
import { LOCALES, textFor } from '../../app/text';
import { steps } from '../help/cases';
import { mailIn, plainMail, type MailIn } from '../help/mail-in';
import { givePasswords, signedInOn, words } from '../help/page';
import { must } from '../help/rounds';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld();
let cast: Cast;
let mail: MailIn;
let site: Awaited<ReturnType<typeof openSite>>;
const { file, row, owed } = steps(world, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  mail = await mailIn(world);
  site = await openSite(world, ['desk/', 'appeals/', 'accounts/sign-in']);
});
afterAll(() => mail.stop());

const PAGE = '/ru/desk/letters';
const WORDS = 'Пишу с другого адреса: доверенность прилагаю.';
const STRANGE = 'aigul.private@else.test';
const as = (person: { email: string }) => signedInOn(site, person);

/** A letter to a case from an address that nobody confirmed, with an attachment. */
async function unmatched() {
  at('2026-02-02');
  const id = await file({ visibility: 'private' });
  const address = await mail.address('reply', cast.ngo, { stream: `appeal:${id}`, letter: 'appeal_filed' });
  const parts = `--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${WORDS}\r\n--B\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nwords\r\n--B--`;
  await mail.send(
    STRANGE,
    address,
    plainMail(STRANGE, parts, { 'Content-Type': 'multipart/mixed; boundary=B', 'Content-Transfer-Encoding': '7bit' }),
  );
  await mail.work();
  const letter = await world.db.prisma.incoming.findFirstOrThrow({ where: { appealId: id } });
  return { id, number: (await row(id)).number, incomingId: letter.id };
}
const last = async (id: string) => (await openStream(world.db, `appeal:${id}`)).events.at(-1);

describe('a letter that could not be matched', () => {
  it.each(LOCALES)(
    'is shown in %s with its words to registrars of its body, without them to administrators, to nobody else',
    async (locale) => {
      const { number } = await unmatched();
      const t = textFor(locale).incoming.page;
      const page = `/${locale}/desk/letters`;
      const read = words(await (await (await as(cast.registrar)).get(page)).text());
      for (const word of [t.title, t.of(number), WORDS, STRANGE, t.why.sender, t.hows.matched.label])
        expect(read).toContain(words(word));
      const seen = words(await (await (await as(cast.administrator)).get(page)).text());
      expect(seen).toContain(words(t.of(number)));
      for (const word of [WORDS, STRANGE]) expect(seen).not.toContain(word);
      expect(words(await (await (await as(cast.committeeRegistrar)).get(page)).text())).not.toContain(number);
      for (const other of [cast.executor, cast.ngo]) expect((await (await as(other)).get(page)).status).toBe(403);
    },
  );

  it('is put to its case with the day of its receipt and its attachment, and the duty ends', async () => {
    const { id, number, incomingId } = await unmatched();
    at('2026-02-03');
    const sent = await (await as(cast.registrar)).post(PAGE, { incomingId, how: 'matched', number });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${PAGE}?done=1`]);
    await mail.work();
    expect(await last(id)).toMatchObject({
      type: 'appeal.letter_received',
      day: '2026-02-03',
      actor: { personId: cast.registrar.personId },
      payload: {
        by: 'matched',
        text: WORDS,
        files: [{ name: 'a.txt', withheld: true }],
        officer: { name: cast.registrar.name },
      },
    });
    expect(await owed(id, 'letter')).toMatchObject({ closedDay: '2026-02-03', closedHow: 'discharged' });
    const again = await (
      await as(cast.registrar)
    ).post(PAGE, { incomingId, how: 'discarded', reason: 'Дважды решать нельзя.' });
    expect(again.status).toBe(422);
    expect(await world.db.prisma.letter.count({ where: { email: STRANGE } })).toBe(0);
  });

  it('is given back with a sentence that tells nothing of the case, or discarded with a reason', async () => {
    const back = await unmatched();
    const registrar = await as(cast.registrar);
    expect((await registrar.post(PAGE, { incomingId: back.incomingId, how: 'returned', reason: '' })).status).toBe(422);
    const reason = 'Напишите, пожалуйста, с адреса вашей учётной записи.';
    expect((await registrar.post(PAGE, { incomingId: back.incomingId, how: 'returned', reason })).status).toBe(303);
    const letter = await world.db.prisma.letter.findFirstOrThrow({ where: { email: STRANGE } });
    expect(letter).toMatchObject({ letter: 'letter_returned', personId: null, data: { reason } });
    expect(JSON.stringify(letter.data)).not.toContain(back.number);
    const dropped = await unmatched();
    expect(
      (
        await registrar.post(PAGE, {
          incomingId: dropped.incomingId,
          how: 'discarded',
          reason: 'Рассылка, к делу не относится.',
        })
      ).status,
    ).toBe(303);
    expect(await last(dropped.id)).toMatchObject({ type: 'appeal.letter_settled', payload: { how: 'discarded' } });
  });

  it('is put to no case of another body', async () => {
    const { incomingId } = await unmatched();
    const theirs = await row(await file({ bodyId: cast.committee.id }));
    const sent = await (await as(cast.registrar)).post(PAGE, { incomingId, how: 'matched', number: theirs.number });
    expect(sent.status).toBe(404);
  });
});

it('an executor finds the words of their letter in the form of the answer, and nobody else does', async () => {
  at('2026-02-02');
  const id = await file();
  await must(assignAppeal(world, cast.registrar, { appealId: id, officialId: cast.executor.personId }));
  const address = await mail.address('reply', cast.executor, { stream: `appeal:${id}`, letter: 'appeal_assigned' });
  const text = 'Пандус көктемде орнатылады, ол жоспарға енгізілді.';
  await mail.send(cast.executor.email, address, plainMail(cast.executor.email, text));
  await mail.work();
  const letter = await world.db.prisma.incoming.findFirstOrThrow({ where: { appealId: id } });
  const form = `/kk/appeals/${(await row(id)).number}/answer?letter=${letter.id}`;
  const shown = await (await (await as(cast.executor)).get(form)).text();
  expect(shown).toContain(text);
  expect(words(shown)).toContain(words(textFor('kk').incoming.fromLetter(letter.receivedAt.getTime())));
  expect(await (await (await as(cast.head)).get(form)).text()).not.toContain(text);
});

describe('the letter as it came', () => {
  const bytes = async (who: { email: string } | null, path: string) => {
    const answer = await (who ? await as(who) : site.visitor()).get(path);
    return { status: answer.status, headers: answer.headers, text: Buffer.from(await answer.arrayBuffer()).toString() };
  };

  it('is linked where it was the act, and given to the parties: whole to its sender, without the signed address to others', async () => {
    at('2026-02-02');
    const id = await file();
    const { number } = await row(id);
    const address = await mail.address('reply', cast.ngo, { stream: `appeal:${id}`, letter: 'appeal_filed' });
    const said = `Посылаю снимок входа.\r\n\r\n> Kenes <${address}> wrote:\r\n> http://kenes.test/inbox/stop/${'s'.repeat(43)}`;
    const raw = plainMail(cast.ngo.email, said, { To: address, 'Delivered-To': address });
    await mail.send(cast.ngo.email, address, raw);
    await mail.work();
    const { id: incomingId } = await world.db.prisma.incoming.findFirstOrThrow({ where: { appealId: id } });
    const path = `/ru/appeals/${number}/letters/${incomingId}`;
    for (const party of [cast.ngo, cast.executor])
      expect(await (await (await as(party)).get(`/ru/appeals/${number}`)).text()).toContain(`href="${path}"`);
    expect(await (await site.visitor().get(`/ru/appeals/${number}`)).text()).not.toContain(incomingId);
    const own = await bytes(cast.ngo, path);
    expect(own.text.trimEnd().endsWith(raw)).toBe(true);
    expect(Object.fromEntries(own.headers)).toMatchObject({
      ...{ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' },
      ...{ 'cache-control': 'private, no-store', 'content-disposition': expect.stringMatching(/^attachment; .*\.eml/) },
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const theirs = await bytes(cast.executor, path);
    expect(theirs.status).toBe(200);
    expect(theirs.text).toContain('Посылаю снимок входа.');
    expect(theirs.text).toContain('To: reply+***@reply.kenes.test');
    expect(theirs.text).not.toContain(address);
    expect(theirs.text).not.toContain('s'.repeat(43));
    for (const nobody of [null, cast.stranger, cast.committeeRegistrar])
      expect((await bytes(nobody, path)).status).toBe(404);
    const other = await row(await file());
    expect((await bytes(cast.ngo, `/ru/appeals/${other.number}/letters/${incomingId}`)).status).toBe(404);
  });

  it('waits in the queue for whoever settles it, and for them alone', async () => {
    const { number, incomingId } = await unmatched();
    const path = `/kk/appeals/${number}/letters/${incomingId}`;
    expect(await (await (await as(cast.registrar)).get('/kk/desk/letters')).text()).toContain(`href="${path}"`);
    expect((await bytes(cast.registrar, path)).text).toContain(WORDS);
    for (const other of [cast.ngo, cast.executor, cast.administrator, null])
      expect((await bytes(other, path)).status).toBe(404);
  });

  it('is struck also where its words are spelt otherwise', () => {
    const replies = world.replies;
    if (!replies) throw new Error('no addresses');
    const address = replies.addressOf('reply', world.newId());
    const words64 = Buffer.from(`Жауап\n> ${address}\n`).toString('base64');
    const quoted = `${address.slice(0, 30)}=\r\n${address.slice(30)}`.replace('+', '=2B');
    const raw = [
      ...['Content-Type: multipart/mixed; boundary=B', '', '--B', 'Content-Type: text/plain; charset=utf-8'],
      ...['Content-Transfer-Encoding: base64', '', words64, '--B', 'Content-Type: text/html'],
      ...['Content-Transfer-Encoding: quoted-printable', '', quoted, '--B', 'Content-Type: image/png'],
      ...['Content-Transfer-Encoding: base64', '', 'aGVsbG8=', '--B--', ''],
    ].join('\r\n');
    const struck = struckLetter(Buffer.from(raw)).toString();
    const [, coded = ''] = /base64\r\n\r\n([\w+/=]+)/.exec(struck) ?? [];
    expect(Buffer.from(coded, 'base64').toString()).toBe('Жауап\n> reply+***@reply.kenes.test\n');
    expect(struck.replaceAll('=\r\n', '')).toContain('reply+***@reply.kenes.test');
    expect(struck).toContain('aGVsbG8=');
    const plain = Buffer.from(raw.replace(words64, 'SGVsbG8=').replace(quoted, 'nothing'));
    expect(struckLetter(plain).equals(plain)).toBe(true);
  });
});
