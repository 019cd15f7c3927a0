// Letters that could not be matched, as people meet them: who sees that they wait, who reads them, the form that settles each; and the words of
// an official's letter in the form of the answer.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assignAppeal } from '../../app/commands/appeals/assign';
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
