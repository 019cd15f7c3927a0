// A registrar says what becomes of a letter that could not be matched: it is put to a case of the body, given back with a sentence, or
// discarded with a reason. Putting it to a case is done by the job receive, which reads its attachments again. Called by the page of such letters.
import { z } from 'zod';
import { foldAppeal, streamOf } from '../../core/appeal';
import { dayOf } from '../../core/day';
import { SETTLEMENTS } from '../../core/incoming-words';
import { parse } from '../../core/parse';
import { may } from '../../core/permission';
import { done, refuse, type Outcome } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { incomingChange } from '../../data/incoming';
import { letterRow, openStream } from '../../data/ledger';
import type { World } from '../../world';
import { actOnAppeal } from '../appeals/act';

export const input = z
  .object({
    incomingId: z.uuid(),
    how: z.enum(SETTLEMENTS),
    /** The case that it is put to. */
    number: z.string().trim().max(40).default(''),
    /** Why; of one that is given back, what its sender is told. */
    reason: z.string().trim().max(2000, 'too_long').default(''),
  })
  .superRefine(({ how, reason, number }, ctx) => {
    if (how === 'matched' && number === '') ctx.addIssue({ code: 'custom', path: ['number'], message: 'required' });
    if (how !== 'matched' && reason.length < 10)
      ctx.addIssue({ code: 'custom', path: ['reason'], message: reason ? 'too_short' : 'required' });
  });

/** Settles it. Refuses: not_found (of the letter, or of a case of this body), letter_settled, letter_without_sender, and what every act on an appeal refuses. */
export async function settleLetter(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { incomingId, how, number, reason } = read.value;
  const letter = await world.db.prisma.incoming.findUnique({ where: { id: incomingId } });
  if (!letter?.appealId) return refuse('not_found');
  const target = how === 'matched' ? await caseNumbered(world, viewer, number) : null;
  if (how === 'matched' && target === null) return refuse('not_found', { fields: { number: 'bad_choice' } });
  const outcome = await actOnAppeal(world, viewer, {
    appealId: letter.appealId,
    action: 'appeal.settle_letter',
    decide: ({ appeal, around, signatory }) => {
      if (letter.state !== 'unmatched') return refuse('letter_settled');
      const to = how === 'returned' ? letter.sender : null;
      if (how === 'returned' && to === null) return refuse('letter_without_sender', { fields: { how: 'bad_choice' } });
      const settled = {
        ...{ id: incomingId, what: how === 'matched' ? 'put' : how, settledAt: new Date(world.now()).toISOString() },
        ...(target ? { state: 'new', matched: { appealId: target, personId: signatory.personId } } : { state: 'done' }),
      };
      const back = to && {
        key: `returned:${incomingId}`,
        letter: 'letter_returned',
        ...{ personId: null, email: to, locale: appeal.language, stream: null },
        data: {
          ...{ subject: letter.subject ?? '', reason, body: around.body.names, path: '/' },
          receivedDay: dayOf(letter.receivedAt.getTime()),
        },
      };
      return done({
        facts: [{ type: 'appeal.letter_settled', payload: { incomingId, how, reason, officer: signatory } }],
        rows: back ? [{ table: 'Letter', rows: [letterRow(world, back, world.now())] }] : [],
        updates: [incomingChange(settled, 'unmatched')],
      });
    },
  });
  if (outcome.ok) world.wake('receive');
  return outcome;
}

/** The case of this number, where the viewer may put letters to it. */
async function caseNumbered({ db }: World, viewer: Viewer | null, number: string): Promise<string | null> {
  const found = await db.prisma.appeal.findUnique({ where: { number }, select: { id: true } });
  const appeal = found && foldAppeal((await openStream(db, streamOf(found.id))).events);
  return appeal && may(viewer, 'appeal.settle_letter', appeal) ? appeal.id : null;
}
