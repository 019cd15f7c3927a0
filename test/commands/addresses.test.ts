// Further e-mail addresses: nothing counts of one before whoever reads it has said so, replies from it are its person's, and notices of the law
// go there before they come on paper.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { addAddress } from '../../app/commands/accounts/add-address';
import { confirmAddress } from '../../app/commands/accounts/confirm-address';
import { removeAddress } from '../../app/commands/accounts/remove-address';
import { witness } from '../../app/data/evidence';
import { openStream } from '../../app/data/ledger';
import { serve } from '../../workers/serve';
import { steps } from '../help/cases';
import { mailIn, plainMail, type MailIn } from '../help/mail-in';
import { must } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';
import { never } from '../workers/help';

const { world, at } = testWorld();
let cast: Cast;
let mail: MailIn;
const { file } = steps(world, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
  mail = await mailIn(world);
});
afterAll(() => mail.stop());

const SECOND = 'aigul.home@else.test';
const linkTo = async (email: string) => {
  const letter = await world.db.prisma.letter.findFirstOrThrow({
    where: { letter: 'confirm_address', email },
    orderBy: { id: 'desc' },
  });
  return (letter.data as { path: string }).path.replace('/address/', '');
};
const named = async (email: string, notices: boolean) => {
  await must(addAddress(world, cast.ngo, { email, notices }));
  await must(confirmAddress(world, { token: await linkTo(email) }));
};
const drop = async () => {
  for (const { id } of await world.db.prisma.address.findMany())
    await world.db.prisma.address.delete({ where: { id } });
};
const reply = async () => {
  at('2026-02-02');
  const id = await file();
  const address = await mail.address('reply', cast.ngo, { stream: `appeal:${id}`, letter: 'appeal_filed' });
  await mail.send(SECOND, address, plainMail(SECOND, 'Қосымша мәлімет: кіреберіс солтүстік жақта.'));
  await mail.work();
  return (await openStream(world.db, `appeal:${id}`)).events.at(-1)?.type;
};

describe('a further address', () => {
  it('is nobody’s until it is confirmed, by its link, once; then replies from it are its person’s, until it is taken away', async () => {
    await must(addAddress(world, cast.ngo, { email: SECOND.toUpperCase(), notices: false }));
    expect(await reply()).toBe('appeal.letter_set_aside');
    const token = await linkTo(SECOND);
    expect(await confirmAddress(world, { token: 'a'.repeat(43) })).toMatchObject({
      ok: false,
      refusal: { code: 'link_spent' },
    });
    await must(confirmAddress(world, { token }));
    expect(await confirmAddress(world, { token })).toMatchObject({ ok: false, refusal: { code: 'link_spent' } });
    expect(await reply()).toBe('appeal.letter_received');
    const { id } = await world.db.prisma.address.findFirstOrThrow();
    expect(await removeAddress(world, cast.stranger, { addressId: id })).toMatchObject({
      ok: false,
      refusal: { code: 'not_found' },
    });
    await must(removeAddress(world, cast.ngo, { addressId: id }));
    expect(await reply()).toBe('appeal.letter_set_aside');
  });

  it('stands once, is not the first one, and there are five at most', async () => {
    const code = async (email: string) => {
      const outcome = await addAddress(world, cast.ngo, { email });
      return outcome.ok ? 'done' : outcome.refusal.code;
    };
    expect(await code(cast.ngo.email)).toBe('address_known');
    await named(SECOND, false);
    expect(await code(SECOND)).toBe('address_known');
    for (let n = 0; n < 4; n++) expect(await code(`n${n}@else.test`)).toBe('done');
    expect(await code('more@else.test')).toBe('addresses_full');
    await drop();
  });
});

describe('a notice of the law', () => {
  /** Filed and accepted on Monday, 2 February 2026: the ticket is unread from Wednesday on. */
  const ticket = async () => {
    at('2026-02-02');
    const id = await file();
    await must(acceptAppeal(world, cast.registrar, { appealId: id }));
    const letters = () =>
      world.db.prisma.letter.findMany({
        where: { stream: `appeal:${id}`, letter: 'appeal_accepted' },
        orderBy: { createdAt: 'asc' },
      });
    const unserved = async () =>
      (await openStream(world.db, `appeal:${id}`)).events.filter(({ type }) => type === 'appeal.notice_unserved')
        .length;
    return { letters, unserved };
  };

  it('that nobody opened goes to the further address, and on paper a working day later', async () => {
    await named(SECOND, true);
    const { letters, unserved } = await ticket();
    at('2026-02-04');
    await serve(world, never);
    await serve(world, never);
    expect((await letters()).map(({ email }) => email)).toEqual([cast.ngo.email, SECOND]);
    expect(await unserved()).toBe(0);
    at('2026-02-05');
    await serve(world, never);
    expect(await unserved()).toBe(1);
    await drop();
  });

  it('that the first address refuses goes there at once, and seen there it is seen', async () => {
    await named(SECOND, true);
    const { letters, unserved } = await ticket();
    const [first] = await letters();
    await witness(world.db, { letterId: first?.id ?? '', what: 'bounced', at: world.now() });
    await serve(world, never);
    const [, second] = await letters();
    expect(second).toMatchObject({ email: SECOND, state: 'waiting' });
    await witness(world.db, { letterId: second?.id ?? '', what: 'opened', at: world.now() });
    at('2026-02-12');
    await serve(world, never);
    expect(await unserved()).toBe(0);
    await drop();
  });

  it('stays at the first address where nobody wants more of the further one than replies', async () => {
    await named(SECOND, false);
    const { letters, unserved } = await ticket();
    at('2026-02-04');
    await serve(world, never);
    expect(await letters()).toHaveLength(1);
    expect(await unserved()).toBe(1);
    await drop();
  });
});
